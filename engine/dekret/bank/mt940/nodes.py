"""What a format says of MT940, its defaults filled in: how it reads messages, the rows of [Pole 86]."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dekret.bank.field import BankField
from dekret.bank.mt940 import language
from dekret.bank.mt940.language import CodeFrom, Envelope, Form86, Gap, Supplement
from dekret.syntax.read import Reading
from dekret.text.source import Span


@dataclass(frozen=True, slots=True)
class Subfield:
    """A row of [Pole 86]: marks of one form, and the field that they give. Without `codes` it is of all operations."""

    span: Span = field(compare=False)
    form: Form86
    mark: str
    gives: BankField
    gap: Gap | None
    codes: frozenset[str]
    remark: str = ""
    mark_span: Span | None = field(default=None, compare=False)

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks one by one: `20-22` is three."""
        return language.marks_of(self.mark)


@dataclass(frozen=True, slots=True)
class Mt940Rules:
    """How messages are read. `subfields` are in the order of the table."""

    envelope: Envelope
    form: Form86
    lines_gap: Gap
    parts_gap: Gap
    supplement: Supplement
    code_from: CodeFrom
    subfields: tuple[Subfield, ...]
    form_span: Span = field(compare=False)


def read_rules(reading: Reading) -> Mt940Rules:
    """The rules of a format whose files are MT940."""
    keys = reading.part(language.MT940).keys
    return Mt940Rules(
        keys.get(language.ENVELOPE) or Envelope.DETECT,
        keys.get(language.FORM) or Form86.DETECT,
        keys.get(language.LINES_GAP) or Gap.NOTHING,
        keys.get(language.PARTS_GAP) or Gap.NOTHING,
        keys.get(language.SUPPLEMENT) or Supplement.DETECT,
        keys.get(language.CODE_FROM) or CodeFrom.FIELD_86,
        tuple(_subfields(reading)),
        keys.place(language.FORM),
    )


def _subfields(reading: Reading) -> Iterator[Subfield]:
    for row in reading.part(language.FIELD_86).rows:
        form, mark, field_ = row.get(language.ROW_FORM), row.get(language.MARK), row.get(language.ROW_FIELD)
        if form is None or mark is None or field_ is None:
            continue
        yield Subfield(
            row.span,
            form,
            mark,
            field_,
            row.get(language.ROW_GAP),
            row.get(language.CODES) or frozenset(),
            row.get(language.ROW_REMARK) or "",
            row.place(language.MARK),
        )
