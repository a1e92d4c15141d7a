"""A file of statements shown by what was read of it: every head, line and foot with the fields that it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import IO, TYPE_CHECKING

from dekret.bank.preview import shown_value
from dekret.bank.read import Remark, StatementEvent, Unread
from dekret.model.faults import fields_of
from dekret.model.statements import Balance, BankLine, StatementFoot, StatementHead
from dekret.packs.bank.preview import MORE
from dekret.packs.bank.statements import diagnostic_of, statement_reader
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat
    from dekret.text.diagnostic import Diagnostic

_TITLES = {
    StatementHead: Wording("Wyciąg", "Statement"),
    BankLine: Wording("Pozycja", "Line"),
    StatementFoot: Wording("Koniec wyciągu", "End of the statement"),
}
_HEADER = (Wording("Pole", "Field"), Wording("Wartość", "Value"))


@dataclass(frozen=True, slots=True)
class StatementPreview:
    """The first events of a file, and whether there are more."""

    file: str
    events: tuple[StatementEvent, ...]
    more: bool

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is said of the rows."""
        return [diagnostic_of(event, self.file) for event in self.events if isinstance(event, Unread | Remark)]


def preview(checked: CheckedFormat, name: str, stream: IO[bytes], limit: int) -> StatementPreview:
    """The first events of a file."""
    found = statement_reader(checked).read(stream)
    events = tuple(islice(found, limit))
    return StatementPreview(name, events, next(found, None) is not None)


def as_text(shown: StatementPreview, language: Language) -> Iterator[str]:
    """The events as tables; rows that could not be read are left to the report."""
    number = 0
    for event in shown.events:
        if isinstance(event, Unread | Remark):
            continue
        number += isinstance(event, BankLine)
        title = _TITLES[type(event)].in_(language)
        if isinstance(event, BankLine):
            title += Wording(
                f" {number}, wiersz {event.file_line}, bajt {event.offset}",
                f" {number}, line {event.file_line}, byte {event.offset}",
            ).in_(language)
        rows = [[cell_text(name), cell_text(value)] for name, value in _rows(event)]
        yield title + "\n" + "\n".join(titled([word.in_(language) for word in _HEADER], rows)) + "\n\n"
    if shown.more:
        yield MORE.in_(language) + "\n"


def _rows(event: StatementHead | BankLine | StatementFoot) -> Iterator[tuple[str, str]]:
    """The fields that have a value, under their Polish titles, as in cases."""
    for name, shape in fields_of(type(event)).items():
        value = getattr(event, name)
        if name in ("file_line", "offset") or value in (None, "", (), {}, False):
            continue
        for said in value if isinstance(value, tuple) else (value,):
            yield shape.title, _said(said)


def _said(value: object) -> str:
    match value:
        case Balance():
            return f"{shown_value(value.amount)} {value.currency} {value.date or ''}".strip()
        case dict():
            return "; ".join(f"{name}={text}" for name, text in value.items())
        case Decimal():
            return shown_value(value)
        case _:
            return str(value)
