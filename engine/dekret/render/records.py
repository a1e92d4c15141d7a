"""Which records templates may ask for (the key `rekord`), and the name by which a template finds its record."""

from collections.abc import Mapping
from dataclasses import dataclass

from dekret.model.base import Record
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.edi import EdiInvoice, EdiPriceList, EdiSupplierOrder
from dekret.model.printouts import PrintedCorrection, PrintedInvoice
from dekret.syntax.schema import Word
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False)
class RecordKind:
    """A record for templates: `variable` is its name there; `of` the type of document, of one that is as read."""

    word: Word
    record: type[Record]
    variable: str
    doc: Wording
    of: str = ""


INVOICE = RecordKind(
    Word("faktura", "invoice"),
    PrintedInvoice,
    "faktura",
    Wording("faktura sprzedaży z sumami, kwotą słownie i rachunkami", "a sales invoice with sums, words and accounts"),
)
CORRECTION = RecordKind(
    Word("korekta", "correction"),
    PrintedCorrection,
    "korekta",
    Wording(
        "korekta faktury sprzedaży: przed, po, różnica", "a correction of a sales invoice: before, after, difference"
    ),
)
EDI_INVOICE = RecordKind(
    Word("faktura EDI", "EDI invoice"),
    EdiInvoice,
    "faktura",
    Wording("faktura lub korekta sprzedaży do pliku Comarch EDI", "a sales invoice or correction for Comarch EDI"),
)
EDI_ORDER = RecordKind(
    Word("zamówienie EDI", "EDI order"),
    EdiSupplierOrder,
    "zamowienie",
    Wording("zamówienie u dostawcy do pliku Comarch EDI", "an order to a supplier for a Comarch EDI file"),
)
EDI_PRICES = RecordKind(
    Word("cennik EDI", "EDI price list"),
    EdiPriceList,
    "cennik",
    Wording("cennik dla kontrahenta do pliku Comarch EDI", "a contractor's price list for a Comarch EDI file"),
)
PREPARED: tuple[RecordKind, ...] = (INVOICE, CORRECTION, EDI_INVOICE, EDI_ORDER, EDI_PRICES)
"""Records that are made for printouts."""
_DOCUMENT_WORDS: Mapping[str, Word] = {
    "vat_purchase": Word("dokument rejestru zakupu", "vat purchase"),
    "vat_sale": Word("dokument rejestru sprzedaży", "vat sale"),
    "purchase_invoice": Word("dokument faktury zakupu", "purchase invoice"),
    "sale_invoice": Word("dokument faktury sprzedaży", "sale invoice"),
    "internal_sale": Word("dokument dowodu wewnętrznego sprzedaży", "internal sale"),
    "cash_report": Word("raport kasowy", "cash report"),
    "settlement": Word("rozliczenie", "settlement"),
    "customer_order": Word("zamówienie odbiorcy", "customer order"),
    "supplier_order": Word("zamówienie u dostawcy", "supplier order"),
    "despatch_advice": Word("awizo wysyłki", "despatch advice"),
    "price_list": Word("cennik", "price list"),
    "contractor": Word("kontrahent", "contractor"),
}
AS_READ: tuple[RecordKind, ...] = tuple(
    RecordKind(
        _DOCUMENT_WORDS[kind],
        model,
        "dokument",
        Wording("dokument tak, jak go odczytano", "the document as read"),
        kind,
    )
    for kind, model in ALL_DOCUMENTS.models.items()
)
"""Documents as they are: for files of data."""
RECORDS: tuple[RecordKind, ...] = (*PREPARED, *AS_READ)
