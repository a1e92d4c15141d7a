"""Where the value of a parameter is from (seeds/001:1770-1822)."""

from enum import Enum

from dekret.text.wording import Wording


class Origin(Enum):
    """Where the value of a parameter is from, the first that has one. `GIVEN` is what was typed in its control."""

    GIVEN = Wording("podana", "given")
    ROW = Wording("z klikniętego wiersza", "from the clicked row")
    PARENT = Wording("z wykresu nadrzędnego", "from the chart above")
    APPLICATION = Wording("z aplikacji", "from the application")
    REMEMBERED = Wording("zapamiętana", "remembered")
    DEFAULT = Wording("domyślna", "default")
