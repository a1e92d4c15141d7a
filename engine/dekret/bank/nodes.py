"""A bank format as it was written, its defaults filled in; nothing checked yet."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dekret.bank.charsets import Charset
from dekret.bank.dates import DateMask
from dekret.bank.field import BankField
from dekret.bank.language import Align, Form, Join, Overflow, Simplify, Use
from dekret.bank.mt940.nodes import Mt940Rules
from dekret.bank.reading_language import ReadingRules
from dekret.expr.cells import Formula
from dekret.syntax.nodes import Cell
from dekret.text.source import Span
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Position:
    """A row of a table of a format. `number` is its place in the table, `lines` how many parts it is split in."""

    span: Span = field(compare=False)
    number: int
    field: BankField
    form: Form
    value: Cell | None
    formula: Formula | None
    width: int | None
    width_span: Span
    join: Join
    strip: bool
    required: bool
    align: Align | None
    fill: str | None
    lines: int
    empty_parts: bool | None
    overflow: Overflow
    condition: Formula | None
    remark: str = ""

    @property
    def name(self) -> Wording:
        """What messages call the position: its field and, where that says little, the remark beside it."""
        word = self.field.word
        more = f" – {self.remark}" if self.field.written and self.remark else ""
        return Wording(word.pl + more, word.en + more)

    @property
    def text(self) -> str:
        """The text of the column Wartość."""
        return self.value.text if self.value else ""

    @property
    def place(self) -> Span:
        """Where the value stands, else the whole row."""
        return self.value.span if self.value else self.span


@dataclass(frozen=True, slots=True)
class Separators:
    """What stands between, around and within fields; empty where there is nothing.

    A delimiter within a text becomes `delimiter_becomes`; where that is None, the payment is refused.
    """

    field: str
    row: str
    delimiter: str
    delimiter_becomes: str | None
    part: str
    part_becomes: str
    group: str
    decimal: str
    vat_decimal: str
    thousands: str


@dataclass(frozen=True, slots=True)
class Characters:
    """What may stand in texts: `mapped` are replacements one by one; `allowed` are those besides letters, digits and
    blanks, None for all; `becomes` is what others are replaced by, None where the payment is refused.
    """

    mapped: Mapping[str, str]
    allowed: frozenset[str] | None
    forbidden: frozenset[str]
    becomes: str | None
    simplify: Simplify


@dataclass(frozen=True, slots=True)
class BankFormat:
    """A format of bank files. `positions` are those of payments of any kind but those in `by_kind`.

    It writes payments of these `kinds`, and, by kind, of these `currencies`, None for all.
    """

    span: Span = field(compare=False)
    symbol: str
    name: str
    use: Use
    extension: str
    charset: Charset
    separators: Separators
    variable: bool
    dates: DateMask | None
    characters: Characters
    empty_parts: bool
    last_separator: bool
    kinds: frozenset[str]
    currencies: Mapping[str, frozenset[str] | None]
    header_lines: int | None
    footer_lines: int | None
    reading: ReadingRules = field(compare=False)
    header: tuple[Position, ...]
    positions: tuple[Position, ...]
    by_kind: Mapping[str, tuple[Position, ...]]
    footer: tuple[Position, ...]
    version: str
    general: Span = field(compare=False)
    places: Mapping[str, Span] = field(compare=False)
    """Where the keys of [Ogólne] stand, by their Polish names."""
    opis: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    mt940: Mt940Rules | None = None
    """How its files are read where they are MT940; such a format has no positions."""

    def tables(self) -> Iterator[tuple[Position, ...]]:
        """The tables of payments: the common one and those by kind."""
        if self.positions:
            yield self.positions
        yield from self.by_kind.values()

    def of(self, kind: str) -> tuple[Position, ...]:
        """The positions of payments of a kind."""
        return self.by_kind.get(kind, self.positions)

    def place(self, key: str) -> Span:
        """Where a key of [Ogólne] stands; the name of the section where it is missing."""
        return self.places.get(key, self.general)
