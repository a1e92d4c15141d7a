r"""Cases of maps: a file as somebody sends it, and the record that has to come out; or a document, and its record.

The file is that of the section [Plik], or one beside the case (`plik`). What has to come out stands in [Rekord], field
by field; what the table does not name is not looked at.
"""

import datetime as dt
from dataclasses import dataclass, field

from dekret.packs.bank.cases import FILE, remark_ids
from dekret.packs.inline import Inline, read_inline
from dekret.packs.mapping import case_problems as problems
from dekret.syntax import cells
from dekret.syntax.nodes import Cell
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

MAP = Field(
    Word("mapa", "map"), cells.TEXT, Wording("symbol mapy, zamiast schematu", "symbol of a map, instead of a scheme")
)
NAMED_FILE = Field(
    Word("plik", "file"),
    cells.TEXT,
    Wording(
        "plik, który czyta mapa, względem tego pliku; bez niego sekcja [Plik]",
        "the file that the map reads, relative to this one; without it the section [File]",
    ),
)
ENCODING = Field(
    Word("kodowanie", "encoding"),
    cells.TEXT,
    Wording("kodowanie sekcji [Plik], np. cp1250 (utf-8)", "encoding of the section [File], as cp1250 (utf-8)"),
)
COUNT = Field(
    Word("dokumentów", "documents"), cells.WHOLE, Wording("ile dokumentów ma wyjść", "how many documents come out")
)
REMARKS = Field(
    Word("uwagi", "remarks"),
    cells.TEXT,
    Wording("identyfikatory uwag, po przecinku, albo: brak", "ids of the remarks, with commas, or: none"),
)
MADE = Field(
    Word("założone", "created"),
    cells.TEXT,
    Wording("kody założonych podmiotów i towarów, po przecinku, albo: brak", "codes that were created, or: none"),
)
DOCUMENT = Field(
    Word("Dokument", "Document"), cells.WHOLE, Wording("który z kolei dokument (1)", "which of the documents (1)")
)
PART = Field(
    Word("Część", "Part"),
    cells.TEXT,
    Wording("tytuł listy części: Pozycje faktury; pusty: sam dokument", "title of a list of parts; empty: itself"),
)
INDEX = Field(Word("Nr", "No"), cells.WHOLE, Wording("która z kolei część (1)", "which of the parts (1)"))
NAME = Field(
    Word("Pole", "Field"),
    cells.TEXT,
    Wording("tytuł pola dokumentu; przy zapisie nazwa w rekordzie", "title of the field; in writing its name"),
    required=True,
)
VALUE = Field(Word("Wartość", "Value"), cells.TEXT, Wording("wartość albo: brak", "the value, or: none"))
RECORD = SectionSchema(
    Word("Rekord", "Record"),
    Wording(
        "pola, które mają wyjść z mapy; o innych nie mówi nic", "the fields that have to come out; no others are named"
    ),
    keys=(COUNT, REMARKS, MADE),
    columns=(DOCUMENT, PART, INDEX, NAME, VALUE),
)
SECTIONS: tuple[SectionSchema, ...] = (RECORD,)
"""The sections of cases of maps, besides [Plik]."""


@dataclass(frozen=True, slots=True)
class ExpectedField:
    """A row of [Rekord]: which document and part, both counted from 1, the field, its value (None: none)."""

    span: Span = field(compare=False)
    document: int
    part: str
    index: int
    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class MapCase:
    """A case of a map: a file or a document, and the fields that have to come out, or the refusal."""

    span: Span = field(compare=False)
    name: str
    map: str
    map_place: Span = field(compare=False)
    directory: str | None
    today: dt.date | None
    file: Cell | str | None
    file_place: Span = field(compare=False)
    encoding: str
    document: Inline | None
    expected: tuple[ExpectedField, ...]
    count: int | None
    remarks: tuple[str, ...] | None
    made: tuple[str, ...] | None
    refusal: str | None
    contains: str
    result_place: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Around:
    """What keys of a case that others share say: company's file, day, and what [Odmowa] says."""

    directory: str | None
    today: dt.date | None
    refusal: tuple[str | None, str, Span]


def read_map_case(reading: Reading, around: Around, report: Report) -> MapCase | None:
    """The case; None where it says too little to be run."""
    head, part, file = reading.preamble, reading.part(RECORD), reading.part(FILE)
    symbol, named = head.get(MAP), head.get(NAMED_FILE)
    document = read_inline(reading)
    problem, contains, refusal_place = around.refusal
    if not named and file.text is None and document is None:
        report.add(problems.NOTHING_TO_MAP.at(reading.symbol.span))
    expected = tuple(_expected(row) for row in part.rows)
    said = expected or any(part.keys.cell(key) for key in (COUNT, REMARKS, MADE))
    if problem is None and not said:
        report.add(problems.NO_RECORD.at(reading.symbol.span))
    if problem and said:
        report.add(problems.RECORD_WITH_REFUSAL.at(refusal_place))
    if symbol is None:
        return None
    return MapCase(
        reading.span,
        reading.symbol.text,
        symbol,
        head.place(MAP),
        around.directory,
        around.today,
        named or file.text,
        head.place(NAMED_FILE) if named else file.span,
        head.get(ENCODING) or "utf-8",
        document,
        expected,
        part.keys.get(COUNT),
        remark_ids(part.keys.get(REMARKS)),
        remark_ids(part.keys.get(MADE)),
        problem,
        contains,
        refusal_place if problem else part.span,
    )


_NOTHING = Word("brak", "none", ("-", "–"))


def _expected(row: Record) -> ExpectedField:
    value = row.get(VALUE)
    return ExpectedField(
        row.span,
        row.get(DOCUMENT) or 1,
        row.get(PART) or "",
        row.get(INDEX) or 1,
        row.get(NAME) or "",
        None if value is None or _NOTHING.is_(value) else value,
    )
