"""What has been said of a query in the words of an engine: a text, its kind, and where the author wrote it.

Places are marks in the text until it is finished; they are lone surrogates, which no text of a person can hold.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from dekret.sql.kinds import Kind
from dekret.text.wording import Wording

_OPEN, _SHUT = "\ud801", "\ud802"
_MARK = re.compile(f"{_OPEN}([0-9]+),([0-9]+){_SHUT}")


@dataclass(frozen=True, slots=True)
class Said:
    """An expression: one operand wherever it is put. `constant` is its value where it is a literal."""

    text: str
    kind: Kind
    constant: str | int | Decimal | dt.datetime | None = None
    is_column: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """From `offset` on the text comes of the author's `start` to `end`."""

    offset: int
    start: int
    end: int


class NotFaithful(Exception):  # noqa: N818 - carries a reason to the statement it is about
    """A construct that would mean something else."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.place: tuple[int, int] | None = None


class NotThere(NotFaithful):
    """A name that the database does not know: no matter of translating, it would be wrong on any engine."""


def refuse(name: str, pl: str = "", en: str = "") -> NotFaithful:
    """The refusal of a construct by its name, with what is wrong with it if that is more than 'not sayable'."""
    if pl:
        return NotFaithful(Wording(f"{name}: {pl}", f"{name}: {en}"))
    return NotFaithful(
        Wording(f"{name}: nie da się tego wiernie zapisać", f"{name} cannot be said with the same meaning")
    )


def marked(text: str, place: tuple[int, int] | None) -> str:
    return f"{_OPEN}{place[0]},{place[1]}{_SHUT}{text}" if place else text


def bare(text: str) -> str:
    """A text without its marks."""
    return _MARK.sub("", text)


def finished(text: str) -> tuple[str, tuple[Origin, ...]]:
    """The text that runs, and where its parts are from.

    >>> finished("SELECT " + marked("a", (3, 4)) + ", b")
    ('SELECT a, b', (Origin(offset=7, start=3, end=4),))
    """
    origins, gone = [], 0
    for found in _MARK.finditer(text):
        origins.append(Origin(found.start() - gone, int(found[1]), int(found[2])))
        gone += len(found[0])
    return bare(text), tuple(origins)


def quoted(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def name(identifier: str) -> str:
    doubled = identifier.replace('"', '""')
    return f'"{doubled}"'
