"""A statement that one file holds twice: told by account, number, page and period, and by its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dekret.bank.read import Remark, StatementEvent
from dekret.bank.rows import FileRow
from dekret.model.statements import BankLine, StatementFoot, StatementHead
from dekret.packs.bank import import_problems as problems

if TYPE_CHECKING:
    from dekret.model.statements import Balance
    from dekret.text.wording import Value

_MOST = 100_000
"""So many statements of a file are remembered."""


class Again(NamedTuple):
    """A line of a statement that the file had before."""

    line: BankLine


_Key: TypeAlias = "tuple[str, str, str, Balance]"


@dataclass(slots=True)
class _Told:
    """What tells a statement from another of the same head: how it ends and what its lines are, in whatever order."""

    place: int
    closing: Balance | None = None
    lines: int = 0
    digest: int = 0

    def add(self, line: BankLine) -> None:
        self.lines += 1
        parts = (line.date, line.amount, line.title, line.party_account, line.bank_reference, line.operation)
        self.digest += hash(parts)

    def is_like(self, other: _Told) -> bool:
        return (self.closing, self.lines, self.digest) == (other.closing, other.lines, other.digest)


@dataclass(slots=True)
class _Held:
    """A statement whose head is that of an earlier one, held until it is seen whether it is the same."""

    head: StatementHead
    earlier: _Told
    events: list[StatementEvent] = field(default_factory=list)

    def given(self, told: _Told) -> Iterator[StatementEvent | Again]:
        """What is given of it: its lines as those of a repetition, where it is one, else all as it is."""
        if not told.is_like(self.earlier):
            yield from self.events
            return
        head, opening = self.head, self.head.opening
        assert opening
        since, until = (str(each.date) if each and each.date else "…" for each in (opening, told.closing))
        values: dict[str, Value] = {
            "number": "/".join(filter(None, (head.number, head.page))),
            "account": head.account or "–",
            "since": since,
            "until": until,
            "first": self.earlier.place,
        }
        yield Remark(FileRow("", head.file_line, head.offset), problems.STATEMENT_TWICE, values, 0)
        yield from (Again(event) for event in self.events if isinstance(event, BankLine))


def once(events: Iterable[StatementEvent]) -> Iterator[StatementEvent | Again]:
    """The statements of a file, one that came before as its lines alone, and a remark.

    Account, number, page and opening balance with its day are those of an earlier statement, and so are closing
    balance, its day and the lines; else nothing is left out. Statements without a number are not looked at, nor are
    interim reports, which state no period: two of them may well have the same fee.
    """
    known: dict[_Key, _Told] = {}
    told: _Told | None = None
    """Of the statement at hand; None where it is not looked at."""
    held: _Held | None = None
    for event in events:
        if isinstance(event, BankLine):
            if told:
                told.add(event)
        elif isinstance(event, StatementHead):
            if held:
                yield from held.events
            key, held = _key(event), None
            told = _Told(event.file_line) if key else None
            if key and key in known:
                held = _Held(event, known[key])
            elif key and told:
                if len(known) >= _MOST:
                    known.clear()
                known[key] = told
        elif isinstance(event, StatementFoot) and told:
            told.closing = event.closing
        if held is None:
            yield event
            continue
        held.events.append(event)
        if isinstance(event, StatementFoot) and told:
            yield from held.given(told)
            held = None
    if held:
        yield from held.events


def _key(head: StatementHead) -> _Key | None:
    """What tells a statement of a number; None where it has none, or no opening balance."""
    return (head.account, head.number, head.page, head.opening) if head.number and head.opening else None
