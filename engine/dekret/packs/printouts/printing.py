"""Templates run over documents: which template, whose company, what becomes of every document of the files."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TypeAlias

from dekret.errors import UsageError
from dekret.intake.read import read_documents, read_stream
from dekret.intake.received import Received, Rejected
from dekret.model.base import Record
from dekret.model.directory import Directory
from dekret.model.documents import Document
from dekret.model.invoices import SaleInvoice
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.printouts import problems
from dekret.packs.printouts.answers import Answer, answers_of
from dekret.packs.printouts.corrections import printed_correction
from dekret.packs.printouts.invoices import Company, printed_invoice
from dekret.packs.printouts.outcome import PrintBy, Printed
from dekret.render import records
from dekret.render.check import DIALOG, check_template
from dekret.render.environment import RenderFault, environment_of, run
from dekret.render.records import RecordKind
from dekret.render.templates import Template, by_symbol
from dekret.text.diagnostic import Diagnostic
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording, listed

Finished: TypeAlias = tuple[str, Record]
"""The number of a document and its record."""


class Printer:
    """A template made ready. `report` says what is wrong with it, or with the answers; then nothing is printed."""

    def __init__(self, library: Library, by: PrintBy) -> None:
        self.library = library
        self.by = by
        self.report = Report()
        self.templates = all_templates(library, by.today)
        self.template = _chosen(self.templates, by.template)
        check_template(self.template, self.templates, self.report)
        self.answers: dict[str, Answer] = {}
        self.kept: dict[str, str] = {}
        if not self.report.has_errors:
            self.answers, self.kept = answers_of(self.template, by.answers, by.remembered, self.report)
        self._environment = environment_of(self.template.kind, self.templates)

    @property
    def record(self) -> RecordKind:
        assert self.template.record
        return self.template.record

    def run(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Printed | Refused]:
        """What becomes of every document of the files, in order. Raises `FileError`, `UsageError`."""
        for item in _MAKERS.get(self.record, _as_read)(self, inputs, standard_input):
            yield item if isinstance(item, Refused) else self._printed(*item)

    def _printed(self, number: str, record: Record) -> Printed | Refused:
        names = {self.record.variable: record, DIALOG: self.answers}
        written = run(self._environment, self.template.symbol, names)
        if isinstance(written, RenderFault):
            return Refused((self._stopped(written),))
        return Printed(number, written)

    def _stopped(self, fault: RenderFault) -> Diagnostic:
        source = self.templates.get(fault.template.casefold(), self.template).source
        start = fault.offset if fault.offset is not None else source.line_starts[fault.line - 1]
        return problems.STOPPED.at(Span(source, start, start), template=fault.template, reason=fault.reason)

    def company(self) -> Company:
        """Who prints. Raises `UsageError` where the rules do not tell."""
        return Company(_directory(self.library, self.by))

    def documents(self, inputs: Sequence[Path], stream: IO[bytes]) -> Iterator[Received[Document] | Rejected]:
        """The documents of files; `-` is standard input."""
        directory = self.library.any_directory(self.by.directory or "", self.by.today)
        own = directory.tax_id if directory else ""
        for path in inputs:
            if str(path) == "-":
                yield from read_stream("-", stream, "vat_sale", own)
            else:
                yield from read_documents(path, "vat_sale", own)

    def other(self, item: Received[Document]) -> Refused:
        """The refusal of a document that this template does not print."""
        kind, wanted = item.document.type, self.record.word
        said = Wording(wanted.pl, wanted.en)
        place, number = item.span, item.document.number
        return Refused(
            (problems.OTHER_DOCUMENT.at(place, template=self.template.symbol, wanted=said, number=number, kind=kind),)
        )


def all_templates(library: Library, day: dt.date) -> Mapping[str, Template]:
    """The templates that hold on a day, by symbol: the user's before those of the program."""
    return by_symbol(
        template for reading, template in (*library.templates, *library.templates_below) if reading.holds_on(day)
    )


def check_templates(library: Library) -> None:
    """Checks all templates of a library; the findings go to its report."""
    own = [template for _, template in library.templates]
    known = by_symbol([*own, *(template for _, template in library.templates_below)])
    for template in own:
        check_template(template, known, library.report)


def _chosen(templates: Mapping[str, Template], symbol: str) -> Template:
    found = templates.get(symbol.casefold())
    if found and found.record:
        return found
    known = sorted(template.symbol for template in templates.values() if template.record)
    shown = listed(known, limit=30)
    if found:
        raise UsageError(
            f"{symbol} jest częścią innych szablonów i sam niczego nie drukuje. Są: {shown}.",
            f"{symbol} is a part of other templates and prints nothing by itself. There are: {shown}.",
        )
    near = nearest(symbol, known)
    pl, en = (f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else ("", "")
    raise UsageError(
        f"Nie ma szablonu {symbol}.{pl} Są: {shown}.", f"There is no template {symbol}.{en} There are: {shown}."
    )


def _directory(library: Library, by: PrintBy) -> Directory:
    """The company's file. Raises `UsageError` where there is none, or several and none was named."""
    known = library.directory_symbols()
    if by.directory is None and len(known) > 1:
        raise UsageError(
            f"Kartoteki są {len(known)}: {listed(known)}. Wskaż jedną: --directory.",
            f"There are {len(known)} company's files: {listed(known)}. Name one: --directory.",
        )
    symbol = by.directory or (known[0] if known else None)
    found = library.any_directory(symbol, by.today) if symbol else None
    if found is None:
        raise UsageError(
            "Nie wiadomo, czyj to wydruk: w regułach nie ma kartoteki firmy (dekret new kartoteka; --rules).",
            "Nobody knows whose printout it is: the rules have no company's file (dekret new kartoteka; --rules).",
        )
    return found


def _invoices(printer: Printer, inputs: Sequence[Path], stream: IO[bytes]) -> Iterator[Finished | Refused]:
    company = printer.company()
    for item in printer.documents(inputs, stream):
        if isinstance(item, Rejected):
            yield Refused(item.diagnostics)
        elif isinstance(item.document, SaleInvoice) and not item.document.correction:
            yield item.document.number, printed_invoice(item.document, company)
        else:
            yield printer.other(item)


def _corrections(printer: Printer, inputs: Sequence[Path], stream: IO[bytes]) -> Iterator[Finished | Refused]:
    """Corrections; the invoices among the documents are those that they may correct, and are not printed."""
    company = printer.company()
    items = list(printer.documents(inputs, stream))
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
            found = printed_correction(item.document, company, sales, item.span)
            yield Refused((found,)) if isinstance(found, Diagnostic) else (item.document.number, found)
        elif not isinstance(item.document, SaleInvoice):
            yield printer.other(item)
    if sales and not printed:
        last = next(item for item in items if isinstance(item, Received))
        yield printer.other(last)


def _as_read(printer: Printer, inputs: Sequence[Path], stream: IO[bytes]) -> Iterator[Finished | Refused]:
    for item in printer.documents(inputs, stream):
        if isinstance(item, Rejected):
            yield Refused(item.diagnostics)
        elif item.document.type == printer.record.of:
            yield item.document.number, item.document
        else:
            yield printer.other(item)


Maker: TypeAlias = Callable[[Printer, Sequence[Path], IO[bytes]], Iterable[Finished | Refused]]
_MAKERS: Mapping[RecordKind, Maker] = {records.INVOICE: _invoices, records.CORRECTION: _corrections}
"""How the records of every kind are made of files."""
