"""Lines of a statement written in a case: one in the keys of [Pozycja], several in the rows of its table.

Keys and columns are the Polish titles of the fields of a line. What no field has a name for stands in Inne dane as
`nazwa = wartość`, several parted by semicolons.
"""

from dekret.model.family import Family
from dekret.model.leaves import Leaf, leaves_of
from dekret.model.statements import BankLine
from dekret.packs.inline import InlineRecord, record_of
from dekret.syntax import cells
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.source import Span
from dekret.text.wording import Wording
from dekret.values.identifiers import plain_account

_ACCOUNTS = ("account", "party_account")
_ELSEWHERE = ("details", "file_line", "offset")
"""Fields that no key holds as it stands: other data, and where the line stood in its file."""
_LINES: Family[BankLine] = Family("lines", "Typ pozycji", {"line": BankLine})


def line_leaves() -> tuple[Leaf, ...]:
    """The keys or columns of a line, and where their values go."""
    return tuple(leaf for leaf in leaves_of(BankLine, separator="|") if leaf.path[0] not in _ELSEWHERE)


_LEAVES = line_leaves()
DETAILS = Field(
    Word("Inne dane", "details"),
    cells.TEXT,
    Wording("nazwa = wartość, kilka po średniku", "name = value, several with semicolons"),
)
_FIELDS = (*(leaf.field for leaf in _LEAVES), DETAILS)
LINE = SectionSchema(
    Word("Pozycja", "Statement line"),
    Wording(
        "pozycja wyciągu w kluczach albo kilka w tabeli, po jednej w wierszu",
        "a line of a statement in keys, or several in a table, one a row",
    ),
    keys=_FIELDS,
    columns=_FIELDS,
)


def read_inline_lines(reading: Reading) -> tuple[InlineRecord[BankLine], ...]:
    """The lines of a case, that of the keys before those of the table; none where it has no such section."""
    part = reading.part(LINE)
    alone = (_line(part.keys, part.span),) if part.keys.cells else ()
    return (*alone, *(_line(row, row.span) for row in part.rows))


def _line(record: Record, span: Span) -> InlineRecord[BankLine]:
    found = record_of(record, span, _LEAVES, _LINES)
    for name in _ACCOUNTS:
        written = found.data.get(name)
        if isinstance(written, str):
            found.data[name] = plain_account(written)
    details = record.get(DETAILS)
    if details is not None:
        found.data["details"] = details_of(details)
    return found


def details_of(text: str) -> dict[str, str]:
    """Values by names, as Inne dane holds them.

    >>> details_of("Kod = 7; Opis=x")
    {'Kod': '7', 'Opis': 'x'}
    """
    pairs = (pair.partition("=") for pair in text.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}
