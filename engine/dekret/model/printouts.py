"""Finished records for templates: all that a printout of goods sold says, sums and words included.

Templates look nothing up and count nothing; `packs.printouts` fills these records. The Polish title of a field is its
name in templates: *Do zapłaty* is `do_zaplaty` (`render.names`). A field may be None only where its type says so.
"""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, field

from dekret.model.base import Date, Record
from dekret.values.rounding import ZERO


class PrintedParty(Record, frozen=True, kw_only=True):
    """Somebody on a document. `tax_id` is as it is to be printed, with a prefix where there is one."""

    name: Annotated[str, Meta(title="Nazwa")] = ""
    address: Annotated[tuple[str, ...], Meta(title="Adres")] = ()
    tax_id: Annotated[str, Meta(title="NIP")] = ""
    code: Annotated[str, Meta(title="Kod")] = ""
    country: Annotated[str, Meta(title="Kraj")] = ""
    gln: Annotated[str, Meta(title="GLN")] = ""


class PrintedAccount(Record, frozen=True, kw_only=True):
    """A bank account; the number is without blanks."""

    number: Annotated[str, Meta(title="Numer")]
    currency: Annotated[str, Meta(title="Waluta")] = "PLN"
    bank: Annotated[str, Meta(title="Bank")] = ""
    bic: Annotated[str, Meta(title="SWIFT")] = ""


class PrintedPosition(Record, frozen=True, kw_only=True):
    """A position of an invoice. Amounts without `w PLN` are in the currency of the document.

    What the card of the goods knows besides (002:204–212) comes from attributes of the goods: their description from
    OPIS, the unit of a package from OPAKOWANIE, how much one holds from ILOSC-W-OPAKOWANIU.
    """

    ordinal: Annotated[int, Meta(title="Lp")]
    code: Annotated[str, Meta(title="Kod")]
    name: Annotated[str, Meta(title="Nazwa")]
    description: Annotated[str, Meta(title="Opis")] = ""
    ean: Annotated[str, Meta(title="EAN")] = ""
    pkwiu: Annotated[str, Meta(title="PKWiU")] = ""
    buyer_code: Annotated[str, Meta(title="Kod u kupującego")] = ""
    is_service: Annotated[bool, Meta(title="Usługa")] = False
    quantity: Annotated[Decimal, Meta(title="Ilość")]
    unit: Annotated[str, Meta(title="Jednostka")]
    price: Annotated[Decimal, Meta(title="Cena")]
    price_pln: Annotated[Decimal, Meta(title="Cena w PLN")]
    discount: Annotated[Decimal | None, Meta(title="Rabat")] = None
    rate: Annotated[str, Meta(title="Stawka")]
    net: Annotated[Decimal, Meta(title="Netto")]
    vat: Annotated[Decimal, Meta(title="VAT")]
    gross: Annotated[Decimal, Meta(title="Brutto")]
    net_pln: Annotated[Decimal, Meta(title="Netto w PLN")]
    vat_pln: Annotated[Decimal, Meta(title="VAT w PLN")]
    gross_pln: Annotated[Decimal, Meta(title="Brutto w PLN")]
    margin: Annotated[bool, Meta(title="Marża")] = False
    goods_description: Annotated[str, Meta(title="Opis towaru")] = ""
    packing: Annotated[str, Meta(title="Opakowanie")] = ""
    packages: Annotated[Decimal | None, Meta(title="Liczba opakowań")] = None
    attributes: Annotated[dict[str, str], Meta(title="Atrybuty")] = field(default_factory=dict)


class PrintedSum(Record, frozen=True, kw_only=True):
    """A row of the VAT table: one rate, or all of them.

    `margin` is the row of the margin procedure, or the total where nothing else was sold: there net and tax are not
    to be printed (art. 106e ust. 2, 3 of the VAT act), and they are zero.
    """

    rate: Annotated[str, Meta(title="Stawka")] = ""
    net: Annotated[Decimal, Meta(title="Netto")] = ZERO
    vat: Annotated[Decimal, Meta(title="VAT")] = ZERO
    gross: Annotated[Decimal, Meta(title="Brutto")] = ZERO
    net_pln: Annotated[Decimal, Meta(title="Netto w PLN")] = ZERO
    vat_pln: Annotated[Decimal, Meta(title="VAT w PLN")] = ZERO
    gross_pln: Annotated[Decimal, Meta(title="Brutto w PLN")] = ZERO
    margin: Annotated[bool, Meta(title="Marża")] = False


class PrintedPayment(Record, frozen=True, kw_only=True):
    """A payment due, or made already. No amount: one of several terms whose shares the document does not say."""

    method: Annotated[str, Meta(title="Forma")] = ""
    due_date: Annotated[Date | None, Meta(title="Termin")] = None
    paid_date: Annotated[Date | None, Meta(title="Zapłacono dnia")] = None
    amount: Annotated[Decimal | None, Meta(title="Kwota")] = None
    amount_pln: Annotated[Decimal | None, Meta(title="Kwota w PLN")] = None


class PrintedAdvance(Record, frozen=True, kw_only=True):
    """An advance invoice that a final one settles, or what of it is of one rate; amounts in PLN."""

    number: Annotated[str, Meta(title="Numer")]
    rate: Annotated[str, Meta(title="Stawka")] = ""
    net: Annotated[Decimal, Meta(title="Netto")]
    vat: Annotated[Decimal, Meta(title="VAT")]
    gross: Annotated[Decimal, Meta(title="Brutto")]


class PrintedHead(Record, frozen=True, kw_only=True):
    """What invoices and their corrections share.

    An `advance` invoice has no sale yet: it tells the day on which the payment was received, where that is known.
    """

    number: Annotated[str, Meta(title="Numer")]
    ksef_number: Annotated[str, Meta(title="Numer KSeF")] = ""
    issue_date: Annotated[Date, Meta(title="Data wystawienia")]
    sale_date: Annotated[Date, Meta(title="Data sprzedaży")]
    advance: Annotated[bool, Meta(title="Zaliczkowa")] = False
    receipt_date: Annotated[Date | None, Meta(title="Data otrzymania zapłaty")] = None
    place: Annotated[str, Meta(title="Miejsce wystawienia")] = ""
    seller: Annotated[PrintedParty, Meta(title="Sprzedawca")]
    buyer: Annotated[PrintedParty, Meta(title="Nabywca")]
    receiver: Annotated[PrintedParty | None, Meta(title="Odbiorca")] = None
    currency: Annotated[str, Meta(title="Waluta")] = "PLN"
    is_foreign: Annotated[bool, Meta(title="W walucie obcej")] = False
    exchange_rate: Annotated[Decimal | None, Meta(title="Kurs")] = None
    split_payment: Annotated[bool, Meta(title="Mechanizm podzielonej płatności")] = False
    annotations: Annotated[tuple[str, ...], Meta(title="Adnotacje")] = ()
    orders: Annotated[tuple[str, ...], Meta(title="Zamówienia")] = ()
    deliveries: Annotated[tuple[str, ...], Meta(title="Wydania")] = ()
    accounts: Annotated[tuple[PrintedAccount, ...], Meta(title="Rachunki")] = ()
    payments: Annotated[tuple[PrintedPayment, ...], Meta(title="Płatności")] = ()
    remarks: Annotated[str, Meta(title="Uwagi")] = ""


class PrintedInvoice(PrintedHead, frozen=True, kw_only=True):
    """An invoice. `due` is in its currency, `paid` what of it was paid on the day of issue.

    `sums` and `total` of a final invoice are what is left of each rate after the advances (art. 106f ust. 3 of the VAT
    act); `order_sums` and `order_total` what was ordered. `received`: all of it was paid before, as advances are.
    """

    kind: Annotated[str, Meta(title="Rodzaj")] = "Faktura"
    positions: Annotated[tuple[PrintedPosition, ...], Meta(title="Pozycje")]
    sums: Annotated[tuple[PrintedSum, ...], Meta(title="Stawki")]
    total: Annotated[PrintedSum, Meta(title="Razem")]
    order_sums: Annotated[tuple[PrintedSum, ...], Meta(title="Stawki zamówienia")]
    order_total: Annotated[PrintedSum, Meta(title="Razem zamówienie")]
    advances: Annotated[tuple[PrintedAdvance, ...], Meta(title="Zaliczki")] = ()
    charges: Annotated[Decimal, Meta(title="Obciążenia")] = ZERO
    charges_pln: Annotated[Decimal, Meta(title="Obciążenia w PLN")] = ZERO
    deductions: Annotated[Decimal, Meta(title="Odliczenia")] = ZERO
    deductions_pln: Annotated[Decimal, Meta(title="Odliczenia w PLN")] = ZERO
    rounding: Annotated[Decimal, Meta(title="Zaokrąglenie")] = ZERO
    rounding_pln: Annotated[Decimal, Meta(title="Zaokrąglenie w PLN")] = ZERO
    due: Annotated[Decimal, Meta(title="Do zapłaty")]
    due_words: Annotated[str, Meta(title="Słownie")]
    due_pln: Annotated[Decimal, Meta(title="Do zapłaty w PLN")]
    due_pln_words: Annotated[str, Meta(title="Słownie w PLN")]
    paid: Annotated[Decimal, Meta(title="Zapłacono")] = ZERO
    left: Annotated[Decimal, Meta(title="Pozostaje")] = ZERO
    left_pln: Annotated[Decimal, Meta(title="Pozostaje w PLN")] = ZERO
    paid_pln: Annotated[Decimal, Meta(title="Zapłacono w PLN")] = ZERO
    from_net: Annotated[bool, Meta(title="Liczona od netto")] = True
    received: Annotated[bool, Meta(title="Zaliczka otrzymana")] = False


class PrintedState(Record, frozen=True, kw_only=True):
    """A position before a correction, after it, or the difference of the two."""

    quantity: Annotated[Decimal, Meta(title="Ilość")]
    price: Annotated[Decimal, Meta(title="Cena")]
    rate: Annotated[str, Meta(title="Stawka")]
    net: Annotated[Decimal, Meta(title="Netto")]
    vat: Annotated[Decimal, Meta(title="VAT")]
    gross: Annotated[Decimal, Meta(title="Brutto")]
    margin: Annotated[bool, Meta(title="Marża")] = False


class PrintedChange(Record, frozen=True, kw_only=True):
    """A position of a correction."""

    ordinal: Annotated[int, Meta(title="Lp")]
    code: Annotated[str, Meta(title="Kod")]
    name: Annotated[str, Meta(title="Nazwa")]
    unit: Annotated[str, Meta(title="Jednostka")]
    before: Annotated[PrintedState, Meta(title="Przed korektą")]
    after: Annotated[PrintedState, Meta(title="Po korekcie")]
    difference: Annotated[PrintedState, Meta(title="Różnica")]


class PrintedCorrection(PrintedHead, frozen=True, kw_only=True):
    """A correction. One of `due` and `returned` is zero: the buyer pays, or money goes back; `due_words` is either.

    Where money goes back, `accounts` are those of the buyer: of the document, else of the company's file.
    """

    corrected: Annotated[tuple[str, ...], Meta(title="Dokumenty korygowane")]
    corrected_date: Annotated[Date | None, Meta(title="Data dokumentu korygowanego")] = None
    reason: Annotated[str, Meta(title="Przyczyna")] = ""
    positions: Annotated[tuple[PrintedChange, ...], Meta(title="Pozycje")]
    sums: Annotated[tuple[PrintedSum, ...], Meta(title="Stawki")]
    total_before: Annotated[PrintedSum, Meta(title="Razem przed korektą")]
    total_after: Annotated[PrintedSum, Meta(title="Razem po korekcie")]
    total: Annotated[PrintedSum, Meta(title="Razem")]
    due: Annotated[Decimal, Meta(title="Do zapłaty")]
    returned: Annotated[Decimal, Meta(title="Do zwrotu")]
    due_words: Annotated[str, Meta(title="Słownie")]
