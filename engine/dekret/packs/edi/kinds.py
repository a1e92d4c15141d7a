"""Which documents become files of Comarch EDI: by which rules they may, by which template, in which shape."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dekret.despatch.packages import in_order, measure
from dekret.edi.despatch import Weighed, despatch_record
from dekret.edi.orders import order_record
from dekret.edi.prices import price_record
from dekret.edi.sales import Sales
from dekret.errors import UsageError
from dekret.model.base import Record
from dekret.model.directory import Directory
from dekret.model.documents import AnyDocument
from dekret.model.edi import Cut
from dekret.model.invoices import SaleInvoice
from dekret.model.trade import DespatchAdvice, PriceList, SupplierOrder
from dekret.packs.edi.by import ExchangeBy
from dekret.packs.library import Library
from dekret.packs.poster import DIRECTORY, chosen

EXPORT = "eksport EDI"


@dataclass(frozen=True, slots=True)
class Made:
    """A document as the record of a file: the shape that the file has to keep, the texts that did not fit."""

    record: Record
    shape: str
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file. `operation` names the rules that say what may be exported; empty where there are none."""

    template: str
    operation: str
    make: Callable[[AnyDocument, Directory], Made]


def _invoice(document: AnyDocument, directory: Directory) -> Made:
    assert isinstance(document, SaleInvoice)
    record = Sales(directory).record(document)
    return Made(record, "EDI-INVOICE-FK" if document.correction else "EDI-INVOICE-F", record.cuts)


def _order(document: AnyDocument, directory: Directory) -> Made:
    assert isinstance(document, SupplierOrder)
    record = order_record(document, directory)
    return Made(record, "EDI-ORDER", record.cuts)


def _prices(document: AnyDocument, directory: Directory) -> Made:
    assert isinstance(document, PriceList)
    record = price_record(document, directory)
    return Made(record, "EDI-PRICAT", record.cuts)


def _despatch(document: AnyDocument, directory: Directory) -> Made:
    assert isinstance(document, DespatchAdvice)
    weighed = (
        Weighed(each, measure(document, each, "weight"), measure(document, each, "volume"))
        for each in in_order(document)
    )
    record = despatch_record(document, tuple(weighed), directory)
    return Made(record, "EDI-DESADV", record.cuts)


KINDS: Mapping[str, FileKind] = {
    "sale_invoice": FileKind("EDI-FAKTURA", EXPORT, _invoice),
    "supplier_order": FileKind("EDI-ZAMOWIENIE", EXPORT, _order),
    "despatch_advice": FileKind("EDI-AWIZO", "", _despatch),
    "price_list": FileKind("EDI-CENNIK", "", _prices),
}
"""By the type of the document."""


def company_of(library: Library, by: ExchangeBy) -> Directory:
    """The company whose exchange it is. Raises `UsageError` where the rules do not tell."""
    symbol = chosen(by.directory, library.directory_symbols(), DIRECTORY)
    found = library.any_directory(symbol, by.today) if symbol else None
    if found is None:
        raise UsageError(
            "Nie wiadomo, czyje to pliki: w regułach nie ma kartoteki firmy (dekret new kartoteka; --rules).",
            "Nobody knows whose files these are: the rules have no company's file (dekret new kartoteka; --rules).",
        )
    return found


def operation_for(kind: FileKind, chain: str) -> str:
    """The rules for a chain have its name behind them: `eksport EDI TESCO`."""
    return f"{kind.operation} {chain}".strip() if kind.operation else ""
