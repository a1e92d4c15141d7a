"""From files to finished records: one function for every kind of record that templates ask for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, TypeVar

from dekret.despatch.labels import LabelsWanted
from dekret.errors import UsageError
from dekret.intake.payments import read_payments, read_payments_stream
from dekret.intake.received import Received, Rejected
from dekret.matching.open_items import items_of_payments, not_scheduled
from dekret.model.documents import AnyDocument
from dekret.model.invoices import SaleInvoice
from dekret.model.payments import Payment
from dekret.model.settlement import Settlement
from dekret.packs.despatch.printed import labels_of
from dekret.packs.despatch.run import open_awizo
from dekret.packs.outcome import Refused
from dekret.packs.printouts import problems
from dekret.packs.printouts.accounts import printed_ages, printed_balance, printed_entry, printed_journal
from dekret.packs.printouts.corrections import printed_correction
from dekret.packs.printouts.counted import Counted
from dekret.packs.printouts.doubts import against, remarks
from dekret.packs.printouts.given import Given
from dekret.packs.printouts.invoices import Company, printed_invoice
from dekret.packs.printouts.outcome import Finished
from dekret.packs.printouts.payments import not_compensable, printed_compensation, printed_transfer
from dekret.render import records
from dekret.render.records import RecordKind
from dekret.store import balance, journal_reader
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span


def _invoices(given: Given) -> Iterator[Finished | Refused]:
    company = given.company()
    for item in given.documents():
        if isinstance(item, Rejected):
            yield Refused(item.diagnostics)
        elif given.template.foreign_only and getattr(item.document, "currency", "PLN") == "PLN":
            yield given.not_foreign(item)
        elif isinstance(item.document, SaleInvoice) and not item.document.correction:
            yield _invoice(item.document, company, item.span)
        else:
            yield given.other(item)


def _invoice(invoice: SaleInvoice, company: Company, place: Span) -> Finished | Refused:
    """The record of an invoice, or why there is none."""
    if refused := against(invoice, company, place):
        return Refused(refused)
    return Finished(invoice.number, printed_invoice(invoice, company), remarks(invoice, company, place))


def _corrections(given: Given) -> Iterator[Finished | Refused]:
    """Corrections; the invoices among the documents are those that they may correct, and are not printed."""
    company = given.company()
    items = list(given.documents())
    sales = {
        item.document.number: item.document
        for item in items
        if isinstance(item, Received) and isinstance(item.document, SaleInvoice) and not item.document.correction
    }
    printed = False
    for item in items:
        if isinstance(item, Rejected):
            yield Refused(item.diagnostics)
        elif isinstance(item.document, SaleInvoice) and item.document.correction:
            printed = True
            if given.template.foreign_only and item.document.currency == "PLN":
                yield given.not_foreign(item)
                continue
            yield _correction(item.document, company, sales, item.span)
        elif not isinstance(item.document, SaleInvoice):
            yield given.other(item)
    if sales and not printed:
        last = next(item for item in items if isinstance(item, Received))
        yield given.other(last)


def _correction(
    invoice: SaleInvoice, company: Company, others: Mapping[str, SaleInvoice], place: Span
) -> Finished | Refused:
    """The record of a correction, or why there is none."""
    if refused := against(invoice, company, place):
        return Refused(refused)
    found = printed_correction(invoice, company, others, place)
    if isinstance(found, Diagnostic):
        return Refused((found,))
    return Finished(invoice.number, found, remarks(invoice, company, place))


def _as_read(given: Given) -> Iterator[Finished | Refused]:
    for item in given.documents():
        if isinstance(item, Rejected):
            yield Refused(item.diagnostics)
        elif item.document.type == given.record.of:
            yield Finished(item.document.number, item.document)
        else:
            yield given.other(item)


def _entries(given: Given) -> Iterator[Finished | Refused]:
    company, names = given.company().itself(), given.account_names()
    once, none = journal_reader.Once(), True
    for path in _files(given):
        for lines in journal_reader.entries(path, once):
            none = False
            entry = printed_entry(lines, company, names)
            yield Finished(entry.number if lines[0].number else entry.document_number, entry)
    if none:
        yield given.nothing(problems.NO_ENTRIES)


def _journal(given: Given) -> Iterator[Finished | Refused]:
    company, names = given.company().itself(), given.account_names()
    once = journal_reader.Once()
    entries = (lines for path in _files(given) for lines in journal_reader.entries(path, once))
    found = [printed_entry(lines, company, names) for lines in entries]
    if found:
        yield Finished("dziennik", printed_journal(found, company))
    else:
        yield given.nothing(problems.NO_ENTRIES)


def _balance(given: Given) -> Iterator[Finished | Refused]:
    company, names = given.company().itself(), given.account_names()
    for path in _files(given):
        found = balance.of_store(path) if balance.is_store(path) else balance.of_journal(path, names.accounts)
        if found.rows:
            record = printed_balance(found, company, names, given.by.today)
            yield Finished(f"obroty-{given.by.today.isoformat()}", record)
        else:
            yield given.nothing(problems.NO_ENTRIES, path)


def _files(given: Given) -> Iterator[Path]:
    """The files of a printout that is made of whole files. Raises `UsageError` for standard input."""
    for path in given.inputs:
        if str(path) == "-":
            raise UsageError("Podaj plik dziennika albo bazy.", "Name the file of a journal or a store.")
        yield path


def _ages(given: Given) -> Iterator[Finished | Refused]:
    """One record of all files: of payments (CSV, or JSON with a state) and of documents that are not among them."""
    company = given.company()
    refused: list[Refused] = []
    payments: list[Payment] = []
    counted = Counted(company.directory, refused)
    paths = [path for path in given.inputs if _is_of_payments(path)]
    for path in paths:
        payments += counted.payments(_taken(read_payments(path), refused))
    items = list(items_of_payments(payments, company.directory))
    others = _taken(given.documents([path for path in given.inputs if path not in paths]), refused)
    items += not_scheduled(counted.items(others), payments, company.directory)
    yield from refused
    day = given.by.today
    if items:
        record = printed_ages(items, company.itself(), day)
        yield Finished(f"struktura-{day.isoformat()}", record, tuple(counted.said))
    elif not refused:
        yield given.nothing(problems.NOTHING_OPEN)


_HEAD = 1 << 16


def _is_of_payments(path: Path) -> bool:
    """Whether a file holds payments: they come as CSV, or have a state, which no document has."""
    if path.suffix.lower() == ".csv":
        return True
    try:
        with path.open("rb") as stream:
            return b'"state"' in stream.read(_HEAD)
    except OSError:
        return False  # whoever reads it tells why


R = TypeVar("R", bound=AnyDocument | Payment)


def _taken(found: Iterable[Received[R] | Rejected], refused: list[Refused]) -> Iterator[Received[R]]:
    for item in found:
        if isinstance(item, Rejected):
            refused.append(Refused(item.diagnostics))
        else:
            yield item


def _compensations(given: Given) -> Iterator[Finished | Refused]:
    company = given.company()
    for item in given.documents():
        if isinstance(item, Rejected):
            yield Refused(item.diagnostics)
        elif not isinstance(item.document, Settlement):
            yield given.other(item)
        elif refused := not_compensable(item.document, company, item.span):
            yield Refused(refused)
        else:
            yield Finished(item.document.number, printed_compensation(item.document, company))


def _transfers(given: Given) -> Iterator[Finished | Refused]:
    company = given.company()
    for path in given.inputs:
        found = read_payments_stream("-", given.stream) if str(path) == "-" else read_payments(path)
        for item in found:
            if isinstance(item, Rejected):
                yield Refused(item.diagnostics)
            else:
                made = printed_transfer(item.document, company, item.span)
                yield Refused((made,)) if isinstance(made, Diagnostic) else Finished(item.document.number, made)


def _labels(given: Given) -> Iterator[Finished | Refused]:
    """The labels of every awizo; the four printouts are kinds of record of their own (001:428–434)."""
    directory = given.company().directory
    english = given.answers.get(_LANGUAGE) == "angielski"
    wanted = replace(_LABELS[given.record], language="en" if english else "pl")
    for path in given.inputs:
        opened = open_awizo(path, given.stream)
        made = labels_of(opened, wanted, directory)
        said = tuple(made.report.diagnostics)
        if made.printed:
            yield Finished(made.printed.number, made.printed, said)
        else:
            yield Refused(said if opened.advice else (*said, given.no_advice(path)))


_LANGUAGE = "jezyk"
"""The parameter of the templates of labels that asks for their language."""
_LABELS: Mapping[RecordKind, LabelsWanted] = {
    records.LABELS: LabelsWanted(),
    records.SINGLE_LABELS: LabelsWanted(layout="portrait"),
    records.COLLECTIVE_LABELS: LabelsWanted(collective=True),
    records.SINGLE_COLLECTIVE_LABELS: LabelsWanted(layout="portrait", collective=True),
}
Maker: TypeAlias = Callable[[Given], Iterable[Finished | Refused]]
MAKERS: Mapping[RecordKind, Maker] = {
    records.INVOICE: _invoices,
    records.CORRECTION: _corrections,
    records.ENTRY: _entries,
    records.JOURNAL: _journal,
    records.BALANCE: _balance,
    records.AGES: _ages,
    records.COMPENSATION: _compensations,
    records.TRANSFER: _transfers,
    **dict.fromkeys(_LABELS, _labels),
    **dict.fromkeys(records.AS_READ, _as_read),
}
"""How the records of every kind are made of files."""
