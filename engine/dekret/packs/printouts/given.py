"""The files to print from, by whose rules: what records for templates are made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dekret.company.known_goods import with_goods
from dekret.errors import UsageError
from dekret.intake.read import read_any, read_any_stream
from dekret.intake.received import Received, Rejected
from dekret.model.directory import Directory
from dekret.model.documents import AnyDocument
from dekret.model.invoices import SaleInvoice
from dekret.model.trade import SupplierOrder
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.printouts import problems
from dekret.packs.printouts.accounts import AccountNames
from dekret.packs.printouts.answers import Answer
from dekret.packs.printouts.invoices import Company
from dekret.packs.printouts.outcome import PrintBy
from dekret.render.records import AS_READ, CORRECTION, INVOICE, RecordKind
from dekret.render.templates import Template
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.source import Source
from dekret.text.wording import Value, Wording, listed


@dataclass(frozen=True, slots=True)
class Given:
    """What a run is given: files (`-` is `stream`), rules, the template, the answers of its dialog by name."""

    library: Library
    by: PrintBy
    template: Template
    inputs: Sequence[Path]
    stream: IO[bytes]
    answers: Mapping[str, Answer]

    @property
    def record(self) -> RecordKind:
        assert self.template.record
        return self.template.record

    def account_names(self) -> AccountNames:
        """The names of accounts, and of the parties that accounts opened by posting end with."""
        return AccountNames(self.library.account_names(), self.company().directory)

    def company(self) -> Company:
        """Who prints. Raises `UsageError` where the rules do not tell."""
        return Company(_directory(self.library, self.by))

    def documents(self, inputs: Sequence[Path] | None = None) -> Iterator[Received[AnyDocument] | Rejected]:
        """The documents of all files, or of these, with what the company's file knows of their goods."""
        directory = _known_directory(self.library, self.by)
        for item in self._read(directory.tax_id if directory else "", inputs):
            document = None if isinstance(item, Rejected) else item.document
            if directory and isinstance(item, Received) and isinstance(document, SaleInvoice | SupplierOrder):
                yield item._replace(document=with_goods(document, directory))
            else:
                yield item

    def _read(self, own_tax_id: str, inputs: Sequence[Path] | None) -> Iterator[Received[AnyDocument] | Rejected]:
        """The documents as they are; `-` is standard input. Invoices of KSeF have lines where those are printed."""
        kind = "sale_invoice" if self.record in _WITH_LINES else "vat_sale"
        for path in self.inputs if inputs is None else inputs:
            if str(path) == "-":
                yield from read_any_stream("-", self.stream, kind, own_tax_id)
            else:
                yield from read_any(path, kind, own_tax_id)

    def other(self, item: Received[AnyDocument]) -> Refused:
        """The refusal of a document that this template does not print."""
        kind, wanted = kind_of(item.document), self.record.word
        said = Wording(wanted.pl, wanted.en)
        place, number = item.span, item.document.number
        if isinstance(item.document, SaleInvoice) and self.record in (INVOICE, CORRECTION):
            fit = "KOREKTA-VAT" if item.document.correction else "FAKTURA-VAT"
            values: dict[str, Value] = {"template": self.template.symbol, "number": number, "kind": kind, "fit": fit}
            return Refused((problems.OTHER_TEMPLATE.filled(place, values),))
        return Refused(
            (problems.OTHER_DOCUMENT.at(place, template=self.template.symbol, wanted=said, number=number, kind=kind),)
        )

    def no_advice(self, path: Path) -> Diagnostic:
        """That a file of labels is to hold an awizo."""
        return problems.NO_ADVICE.at(Source(str(path), "").span(), template=self.template.symbol)

    def nothing(self, problem: Problem, path: Path | None = None) -> Refused:
        """That there is nothing to print in a file, or in all of them."""
        file = path or next(iter(self.inputs), Path("-"))
        return Refused((problem.at(Source(str(file), "").span()),))

    def not_foreign(self, item: Received[AnyDocument]) -> Refused:
        """The refusal of a document in PLN by a template for others (001:97)."""
        number, symbol = item.document.number, self.template.symbol
        return Refused((problems.NOT_FOREIGN.at(item.span, number=number, template=symbol),))


_WITH_LINES = (INVOICE, CORRECTION, *(kind for kind in AS_READ if kind.of in ("sale_invoice", "purchase_invoice")))
_CORRECTION = Wording("korekta faktury sprzedaży", "correction of a sales invoice")
_KINDS = {kind.of: Wording(kind.word.pl, kind.word.en) for kind in AS_READ}


def kind_of(document: AnyDocument) -> Wording:
    """What a document is, in words."""
    if isinstance(document, SaleInvoice) and document.correction:
        return _CORRECTION
    return _KINDS[document.type]


def _directory(library: Library, by: PrintBy) -> Directory:
    """The company's file. Raises `UsageError` where there is none, or several and none was named."""
    known = library.directory_symbols()
    if by.directory is None and len(known) > 1:
        raise UsageError(
            f"Kartoteki są {len(known)}: {listed(known)}. Wskaż jedną: --directory.",
            f"There are {len(known)} company's files: {listed(known)}. Name one: --directory.",
        )
    found = _known_directory(library, by)
    if found is None:
        raise UsageError(
            "Nie wiadomo, czyj to wydruk: w regułach nie ma kartoteki firmy (dekret new kartoteka; --rules).",
            "Nobody knows whose printout it is: the rules have no company's file (dekret new kartoteka; --rules).",
        )
    return found


def _known_directory(library: Library, by: PrintBy) -> Directory | None:
    """The company's file that was named, else the only one there is."""
    known = library.directory_symbols()
    symbol = by.directory or (known[0] if len(known) == 1 else None)
    return library.any_directory(symbol, by.today) if symbol else None
