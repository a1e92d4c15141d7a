"""Which records templates may ask for (the key `rekord`), and the name by which a template finds its record."""

from collections.abc import Mapping
from dataclasses import dataclass

from dekret.model.base import Record
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.edi import EdiDespatchAdvice, EdiInvoice, EdiPriceList, EdiSupplierOrder
from dekret.model.printed_accounts import (
    PrintedAges,
    PrintedBalance,
    PrintedCompensation,
    PrintedEntry,
    PrintedJournal,
    PrintedTransfer,
)
from dekret.model.printed_labels import PrintedLabels
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
ENTRY = RecordKind(
    Word("polecenie księgowania", "posting slip"),
    PrintedEntry,
    "zapis",
    Wording("zapis dziennika (plik .jsonl z dekret post)", "an entry of a journal (a .jsonl file of dekret post)"),
)
JOURNAL = RecordKind(
    Word("dziennik", "journal"),
    PrintedJournal,
    "dziennik",
    Wording("wszystkie zapisy plików dziennika", "all entries of journal files"),
)
BALANCE = RecordKind(
    Word("obroty i salda", "trial balance"),
    PrintedBalance,
    "zestawienie",
    Wording("obroty i salda kont: dziennik .jsonl albo baza", "turnovers and balances: a .jsonl journal or a store"),
)
AGES = RecordKind(
    Word("struktura wiekowa", "ages"),
    PrintedAges,
    "struktura",
    Wording("nierozliczone faktury i płatności według opóźnienia", "open invoices and payments by how late they are"),
)
COMPENSATION = RecordKind(
    Word("kompensata", "compensation"),
    PrintedCompensation,
    "kompensata",
    Wording("rozliczenie faktury sprzedaży z fakturą zakupu", "a settlement of a sale with a purchase"),
)
TRANSFER = RecordKind(
    Word("przelew", "transfer"),
    PrintedTransfer,
    "przelew",
    Wording("płatność do wysłania: CSV albo JSON", "a payment to be sent: CSV or JSON"),
)
EDI_DESPATCH = RecordKind(
    Word("awizo EDI", "EDI despatch advice"),
    EdiDespatchAdvice,
    "awizo",
    Wording("awizo wysyłki do pliku Comarch EDI", "a despatch advice for a Comarch EDI file"),
)


def _labels(pl: str, en: str, doc: Wording) -> RecordKind:
    return RecordKind(Word(pl, en), PrintedLabels, "etykiety", doc)


LABELS = _labels(
    "etykiety", "labels", Wording("etykiety opakowań awiza, po dwie na stronie", "labels of an awizo, two a page")
)
SINGLE_LABELS = _labels(
    "etykiety pojedyncze", "single labels", Wording("etykiety po jednej na stronie", "labels of an awizo, one a page")
)
COLLECTIVE_LABELS = _labels(
    "etykiety zbiorcze", "collective labels", Wording("etykiety opakowań nadrzędnych", "labels of outer packages")
)
SINGLE_COLLECTIVE_LABELS = _labels(
    "etykiety zbiorcze pojedyncze",
    "single collective labels",
    Wording("etykiety opakowań nadrzędnych, po jednej", "labels of outer packages, one a page"),
)
_LABELS = (LABELS, SINGLE_LABELS, COLLECTIVE_LABELS, SINGLE_COLLECTIVE_LABELS)
_PRINTED = (INVOICE, CORRECTION, ENTRY, JOURNAL, BALANCE, AGES, COMPENSATION, TRANSFER)
PREPARED: tuple[RecordKind, ...] = (*_PRINTED, *_LABELS, EDI_INVOICE, EDI_ORDER, EDI_PRICES, EDI_DESPATCH)
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
