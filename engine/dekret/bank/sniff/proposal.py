"""What sniffing finds: guesses about the file and its columns, each with its confidence, and the keys of a format."""

from __future__ import annotations

from dataclasses import dataclass, field

from dekret.bank.charsets import Charset
from dekret.bank.field import BankField
from dekret.text.wording import Wording

SURE = 50
"""A column whose meaning is less certain than this becomes Inne informacje."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What was concluded of the file: how certain (0–100), why, and what a person should check; nothing if sure."""

    what: Wording
    value: Wording
    confidence: int
    why: Wording
    check: Wording | None = None


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of the file: its place from 1, its title there, its field, whether it stands in delimiters, its width.

    `why` and `check` are as in `Guess`; `width` is that of a file of fixed widths.
    """

    number: int
    title: str
    field: BankField
    quoted: bool
    confidence: int
    why: Wording
    check: Wording | None = None
    width: int | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A position of [Nagłówek]: its field, the text of a constant (without one any will do), whether a row begins."""

    field: BankField
    text: str = ""
    quoted: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few rows of the sample as they stand there: before the lines, lines, behind them."""

    before: tuple[str, ...]
    lines: tuple[str, ...]
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed format.

    `general` are the keys of [Ogólne], in Polish. `header` lays out the rows of a header that something is read of, or
    its only row. `base` is the format it is based on, for messages with tags. `excerpt` are rows for a case: those
    before the lines, some `lines`, those behind.
    """

    charset: Charset
    guesses: tuple[Guess, ...]
    general: tuple[tuple[str, str], ...]
    columns: tuple[ColumnGuess, ...] = ()
    header: tuple[HeaderCell, ...] = ()
    base: str = ""
    excerpt: Excerpt = field(default_factory=lambda: Excerpt((), (), ()))

    @property
    def has_amount(self) -> bool:
        """Whether a column says how much a line moves, without which nothing is read."""
        return any(column.field.word.pl in ("Kwota płatności", "Kwota obciążenia") for column in self.columns)

    @property
    def confidence(self) -> int:
        """How certain the whole is: as its weakest part that matters, an ignored column not among them."""
        found = [guess.confidence for guess in self.guesses]
        found += [column.confidence for column in self.columns if column.field.written is None]
        return min(found, default=0)
