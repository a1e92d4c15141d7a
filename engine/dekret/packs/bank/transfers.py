"""Payments to a bank: completed, looked at, dated, joined, written to the files of their kinds (002:1092–1124)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from dekret.bank import payment_problems, selection_problems
from dekret.bank.file import BankFile, Written
from dekret.bank.grouping import Collective, Group, groups
from dekret.bank.objections import Objection
from dekret.bank.orders import FileFacts
from dekret.bank.selection import Wanted, objections, told_by
from dekret.bank.transfer_day import TransferDate, transfer_day
from dekret.bank.white_list import Standing, WhiteList, needs_check
from dekret.bank.write import writes_title
from dekret.company.payments import completed_payment
from dekret.intake.payments import read_payments, read_payments_stream
from dekret.intake.received import Received, Rejected
from dekret.packs.batch import source_of
from dekret.packs.outcome import Refused
from dekret.packs.seen import SeenInFiles
from dekret.text.diagnostic import Diagnostic, Related, Severity
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.bank.assemble import Fault
    from dekret.bank.check import CheckedFormat
    from dekret.bank.compile import Query
    from dekret.model.directory import Directory
    from dekret.model.payments import Payer, Payment
    from dekret.text.source import Span

_KEPT = 20_000
"""Payees and dates that are remembered, nothing having been said of them."""
_AT_ONCE = 4000
"""Payments that the store is asked about together."""
SentBefore = Callable[[Sequence[str]], set[str]]
"""Which of some identities were sent already."""


@dataclass(frozen=True, slots=True)
class How:
    """How payments are sent: from which account, on which day, joined or not, against which white list.

    `formats` are those of the kinds of payment. `only` names the payments that are wanted, None for all. `resend`
    lets out what was sent before, `unlisted` what the white list does not know.
    """

    payer: Payer
    formats: Mapping[str, CheckedFormat]
    today: dt.date
    date: TransferDate = field(default_factory=TransferDate)
    collective: Collective | None = None
    only: tuple[str, ...] | None = None
    directory: Directory | None = None
    resend: bool = False
    white_list: WhiteList | None = None
    unlisted: bool = False
    always_listed: bool = False
    expect: Callable[[list[str]], None] | None = None
    """Told the ids of the payments that come next, some thousands at once, for queries."""


class Ordered(NamedTuple):
    """A transfer that was written: its bytes, the file they belong to, the payments it is made of."""

    data: bytes
    file: BankFile
    group: Group
    remarks: tuple[Diagnostic, ...] = ()


_KINDS = {
    "ordinary": Wording("przelewów zwykłych", "ordinary transfers"),
    "tax": Wording("US", "transfers to the tax office (US)"),
    "zus": Wording("ZUS", "transfers to ZUS"),
    "mpp": Wording("MPP", "split payments (MPP)"),
    "sepa": Wording("przelewów SEPA", "SEPA transfers"),
    "foreign": Wording("przelewów zagranicznych", "foreign transfers"),
    "direct_debit": Wording("poleceń zapłaty", "direct debits"),
}
"""Kinds of payment as a sentence names their format (002:1452)."""
FileOf = Callable[["Payment", "CheckedFormat"], BankFile]
"""Gives the file in the making that a payment goes to."""


class Transfers:
    """Sends the payments of files; what becomes of the bytes is the business of the caller."""

    def __init__(self, how: How, file_of: FileOf, sent: SentBefore | None = None) -> None:
        self.how = how
        self._file_of = file_of
        self._sent = sent
        self._wanted = Wanted(how.only)
        self._places: dict[int, Received[Payment]] = {}
        self._seen = SeenInFiles()
        self._titles: dict[str, bool] = {}
        self._clean: set[Hashable] = set()
        self._days: dict[tuple[dt.date | None, ...], dt.date] = {}

    def run(self, received: Iterable[Received[Payment] | Rejected]) -> Iterator[Ordered | Refused]:
        """What becomes of every payment, in order, as a stream; refusals come before the transfers they precede.

        Raises `UsageError` at the end where a payment that is wanted was not there.
        """
        refused: list[Refused] = []
        for group in groups(self._ready(received, refused), self.how.collective):
            yield from refused
            refused.clear()
            yield self._written(group)
        yield from refused
        self._wanted.finish()

    def _ready(
        self, received: Iterable[Received[Payment] | Rejected], refused: list[Refused]
    ) -> Iterator[tuple[Payment, dt.date]]:
        """The payments that nothing is said against, with their days."""
        for item, known in self._asked(self._completed(received)):
            if isinstance(item, Rejected):
                refused.append(Refused(item.diagnostics))
                continue
            payment = item.document
            if not self._wanted.takes(payment):
                continue
            day, found = self._looked_at(payment, item, known)
            if day is None or any(each.severity is Severity.ERROR for each in found):
                refused.append(Refused(tuple(found), source_of(item)))
                continue
            self._places[id(payment)] = item._replace(warnings=(*item.warnings, *found)) if found else item
            yield payment, day

    def _completed(self, received: Iterable[Received[Payment] | Rejected]) -> Iterator[Received[Payment] | Rejected]:
        """The payments with what the company's file knows of their payees."""
        directory = self.how.directory
        for item in received:
            if directory is None or isinstance(item, Rejected):
                yield item
                continue
            whole = completed_payment(item.document, directory)
            yield item if whole is item.document else item._replace(document=whole)

    def _looked_at(
        self, payment: Payment, item: Received[Payment], known: set[str]
    ) -> tuple[dt.date | None, list[Diagnostic]]:
        """The day of a payment, and everything that is said of it."""
        how = self.how
        said = [each.at(_place(item, each)) for each in self._objections(payment)]
        day, about_day = self._day(payment)
        if about_day:
            said += [each.at(item.span) for each in about_day]
        if known and payment.identity in known and not how.resend:
            account = self.how.payer.account
            said.append(payment_problems.SENT_BEFORE.at(item.span, number=payment.number, account=account))
        if first := self._first_seen(payment, item):
            said.append(first)
        if unlisted := self._unlisted(payment, item):
            said.append(unlisted)
        return day, said

    def _objections(self, payment: Payment) -> Iterable[Objection]:
        """What is said against a payment; of those that are alike, one is looked at, unless something was said."""
        how, key = self.how, told_by(payment)
        if key in self._clean:
            return ()
        found = objections(payment, how.payer, today=how.today, tagged=self._tagged(payment.kind))
        if how.resend:
            found = tuple(each for each in found if each.problem is not selection_problems.ALREADY_SENT)
        if not found and key is not None:
            if len(self._clean) >= _KEPT:
                self._clean.clear()
            self._clean.add(key)
        return found

    def _day(self, payment: Payment) -> tuple[dt.date | None, tuple[Objection, ...]]:
        """The day of a transfer; that of dates which nothing was said of is remembered."""
        dates = (payment.execution_date, payment.due_date, payment.document_date)
        day = self._days.get(dates)
        if day is not None:
            return day, ()
        day, found = transfer_day(payment, self.how.date, today=self.how.today)
        if day and not found and len(self._days) < _KEPT:
            self._days[dates] = day
        return day, found

    def _tagged(self, kind: str) -> bool:
        """Whether the title with tags of payments of a kind is written."""
        found = self._titles.get(kind)
        if found is None:
            checked = self.how.formats.get(kind)
            found = self._titles[kind] = checked is None or writes_title(checked, kind)
        return found

    def _first_seen(self, payment: Payment, item: Received[Payment]) -> Diagnostic | None:
        """What is wrong with a payment that this run has seen before."""
        name, line = item.place
        digest = int.from_bytes(blake2b(payment.identity.encode(), digest_size=8).digest())
        first = self._seen.first(digest, name, line)
        if first is None:
            return None
        where = Related(first, Wording("pierwszy raz tutaj", "first here"))
        return payment_problems.REPEATED.at(item.span, related=(where,), number=payment.number)

    def _unlisted(self, payment: Payment, item: Received[Payment]) -> Diagnostic | None:
        """What the white list says against a payment (004:533–547)."""
        how = self.how
        if not how.white_list or not needs_check(payment, always=how.always_listed):
            return None
        if how.white_list.check(payment.party.tax_id, payment.account) is not Standing.NOT_FOUND:
            return None
        problem = payment_problems.UNLISTED_TAKEN if how.unlisted else payment_problems.NOT_LISTED
        nip, day = payment.party.tax_id, how.white_list.day.isoformat()
        return problem.at(item.span, number=payment.number, account=payment.account, nip=nip, day=day)

    def _asked(
        self, received: Iterable[Received[Payment] | Rejected]
    ) -> Iterator[tuple[Received[Payment] | Rejected, set[str]]]:
        """Every payment, with those of its neighbours that were sent before."""
        known: set[str] = set()
        if self._sent is None and self.how.expect is None:
            for item in received:
                yield item, known
            return
        stream = iter(received)
        while chunk := list(islice(stream, _AT_ONCE)):
            payments = [item.document for item in chunk if isinstance(item, Received)]
            if self._sent:
                known = self._sent([payment.identity for payment in payments])
            if self.how.expect:
                self.how.expect([payment.id for payment in payments if payment.id])
            for item in chunk:
                yield item, known

    def _written(self, group: Group) -> Ordered | Refused:
        """The record of a transfer, or why there is none."""
        items = [self._places.pop(id(part)) for part in group.parts]
        said = [warning for item in items for warning in item.warnings]
        checked = self.how.formats.get(group.payment.kind)
        if checked is None:
            missing = payment_problems.NO_FORMAT.at(items[0].span, kind=_KINDS[group.payment.kind])
            return Refused((missing, *said), _sources(items))
        file = self._file_of(group.payment, checked)
        said += [each.at(items[0].span) for each in group.objections]
        written = file.add(group.payment, group.day)
        if not isinstance(written, Written):
            faults = [diagnostic_of(fault, group.payment, items[0].span) for fault in written]
            return Refused((*faults, *said), _sources(items))
        said += [diagnostic_of(fault, group.payment, items[0].span) for fault in written.remarks]
        return Ordered(written.data, file, group, tuple(said))


def _sources(items: Sequence[Received[Payment]]) -> str:
    """The texts of payments as they stand in their file."""
    return "\n".join(source_of(item) for item in items)


def diagnostic_of(fault: Fault, payment: Payment, span: Span) -> Diagnostic:
    """What is wrong with a position of a record, said of the payment at its place."""
    return fault.problem.filled(span, {"number": payment.number, **fault.values})


def received_payments(inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Received[Payment] | Rejected]:
    """The payments of files, one after the other; `-` is standard input. Raises `FileError`."""
    for path in inputs:
        if str(path) == "-":
            yield from read_payments_stream("-", standard_input)
        else:
            yield from read_payments(path)


def new_file(how: How, checked: CheckedFormat, name: str, query: Query | None = None) -> BankFile:
    """A file in the making."""
    return BankFile(checked, how.payer, FileFacts(how.today, name), query)


def _place(item: Received[Payment], objection: Objection) -> Span:
    """Where the account stands that an objection speaks of; else the number of the payment."""
    account = objection.values.get("account")
    return item.span_of(account) if isinstance(account, str) else item.span
