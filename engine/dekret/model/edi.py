"""The finished records that templates of EDI get: every value that a file may hold, none to be reckoned.

The Polish title of a field is its name in templates; its English name is that of the element in small letters. A text
that a file holds in fewer characters is cut here, and `cuts` says so; a number is not cut, and refuses the document.
What is empty or None is not written.
"""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from dekret.model.base import Date, Record


class Cut(Record, frozen=True):
    """A text that was cut, or a number that is too long: its field in Polish, how it was, how many characters fit."""

    field: Annotated[str, Meta(title="Pole")]
    text: Annotated[str, Meta(title="Tekst")]
    left: Annotated[int, Meta(title="Zostało znaków")]
    is_number: Annotated[bool, Meta(title="Numer")] = False


class EdiParty(Record, frozen=True, gc=False):
    """A party of a document."""

    iln: Annotated[str, Meta(title="GLN")]
    tax_id: Annotated[str, Meta(title="NIP")]
    name: Annotated[str, Meta(title="Nazwa")]
    street_and_number: Annotated[str, Meta(title="Ulica i numer")]
    city_name: Annotated[str, Meta(title="Miasto")]
    postal_code: Annotated[str, Meta(title="Kod pocztowy")]
    country: Annotated[str, Meta(title="Kraj")]
    account_number: Annotated[str, Meta(title="Rachunek")] = ""
    code_by_buyer: Annotated[str, Meta(title="Kod u kupującego")] = ""
    utilization_register_number: Annotated[str, Meta(title="BDO")] = ""
    court_and_capital_information: Annotated[str, Meta(title="Sąd rejestrowy")] = ""


class EdiOrder(Record, frozen=True, gc=False):
    """The order of the buyer."""

    buyer_order_number: Annotated[str, Meta(title="Numer zamówienia")]
    buyer_order_date: Annotated[Date | None, Meta(title="Data zamówienia")]


class EdiDelivery(Record, frozen=True, gc=False):
    """A delivery; `place` only where the contractor wants its address (DELIVERYADDRESS, 001:172)."""

    delivery_location_number: Annotated[str, Meta(title="GLN miejsca")]
    delivery_date: Annotated[Date | None, Meta(title="Data dostawy")]
    despatch_number: Annotated[str, Meta(title="Numer dostawy")]
    despatch_date: Annotated[Date | None, Meta(title="Data wydania")]
    place: Annotated[EdiParty | None, Meta(title="Miejsce")] = None


class Amounts(Record, frozen=True, gc=False):
    """Quantity, price and amounts of a line, and its rate: as it is, before a correction, or by how much it differs."""

    quantity: Annotated[Decimal, Meta(title="Ilość")]
    unit_net_price: Annotated[Decimal, Meta(title="Cena netto")]
    tax_rate: Annotated[Decimal | None, Meta(title="Stawka")]
    tax_category_code: Annotated[str, Meta(title="Kategoria stawki")]
    tax_amount: Annotated[Decimal, Meta(title="VAT")]
    net_amount: Annotated[Decimal, Meta(title="Netto")]
    gross_amount: Annotated[Decimal, Meta(title="Brutto")]


class EdiLine(Record, frozen=True, gc=False):
    """A line: on a correction `now` is after it, `before` before it, `difference` what lies between.

    `sugar_fee` is that of the whole line, after the correction.
    """

    line_number: Annotated[int, Meta(title="Numer")]
    ean: Annotated[str, Meta(title="EAN")]
    buyer_item_code: Annotated[str, Meta(title="Kod u kupującego")]
    supplier_item_code: Annotated[str, Meta(title="Kod towaru")]
    item_description: Annotated[str, Meta(title="Nazwa")]
    unit_of_measure: Annotated[str, Meta(title="Jednostka")]
    now: Annotated[Amounts, Meta(title="Teraz")]
    pkwiu: Annotated[str, Meta(title="PKWiU")] = ""
    sugar_fee: Annotated[Decimal | None, Meta(title="Opłata cukrowa")] = None
    price_without_charges: Annotated[Decimal | None, Meta(title="Cena bez opłat")] = None
    before: Annotated[Amounts | None, Meta(title="Przed korektą")] = None
    difference: Annotated[Amounts | None, Meta(title="Różnica")] = None
    order: Annotated[EdiOrder | None, Meta(title="Zamówienie")] = None
    delivery: Annotated[EdiDelivery | None, Meta(title="Dostawa")] = None


class TaxSum(Record, frozen=True, gc=False):
    """The lines of one rate together; of a correction, of one rate now and one before."""

    now: Annotated[Amounts, Meta(title="Teraz")]
    before: Annotated[Amounts | None, Meta(title="Przed korektą")] = None
    difference: Annotated[Amounts | None, Meta(title="Różnica")] = None


class Totals(Record, frozen=True, gc=False):
    """Net, tax and gross of a document."""

    net_amount: Annotated[Decimal, Meta(title="Netto")]
    tax_amount: Annotated[Decimal, Meta(title="VAT")]
    gross_amount: Annotated[Decimal, Meta(title="Brutto")]


class EdiInvoice(Record, frozen=True):
    """An invoice or a correction, as the profiles F and FK of 7.77 hold it.

    `deposit` is what is to be paid beside the gross for packages; `totals_with_deposit` are the totals with it.
    """

    invoice_number: Annotated[str, Meta(title="Numer")]
    invoice_date: Annotated[Date, Meta(title="Data wystawienia")]
    sales_date: Annotated[Date, Meta(title="Data sprzedaży")]
    invoice_currency: Annotated[str, Meta(title="Waluta")]
    payment_due_date: Annotated[Date | None, Meta(title="Termin płatności")]
    payment_terms: Annotated[int | None, Meta(title="Dni do terminu")]
    payment_means: Annotated[str, Meta(title="Forma płatności")]
    payment_information: Annotated[str, Meta(title="Uwaga o płatności")]
    is_correction: Annotated[bool, Meta(title="Korekta")]
    buyer: Annotated[EdiParty, Meta(title="Nabywca")]
    seller: Annotated[EdiParty, Meta(title="Sprzedawca")]
    head_office_iln: Annotated[str, Meta(title="GLN centrali")]
    ordered_by_iln: Annotated[str, Meta(title="GLN zamawiającego")]
    lines: Annotated[tuple[EdiLine, ...], Meta(title="Pozycje")]
    tax: Annotated[tuple[TaxSum, ...], Meta(title="Stawki")]
    totals: Annotated[Totals, Meta(title="Razem")]
    totals_before: Annotated[Totals | None, Meta(title="Razem przed korektą")] = None
    totals_difference: Annotated[Totals | None, Meta(title="Razem różnica")] = None
    total_net_without_charges: Annotated[Decimal | None, Meta(title="Netto bez opłat")] = None
    sugar_fee: Annotated[Decimal | None, Meta(title="Opłata cukrowa")] = None
    correction_agreed_date: Annotated[Date | None, Meta(title="Data uzgodnienia korekty")] = None
    correction_reason: Annotated[str, Meta(title="Przyczyna korekty")] = ""
    remarks: Annotated[str, Meta(title="Uwagi")] = ""
    message_type: Annotated[Literal["INV", "ZAL"], Meta(title="Rodzaj")] = "INV"
    reference_number: Annotated[str, Meta(title="Numer faktury korygowanej")] = ""
    reference_date: Annotated[Date | None, Meta(title="Data faktury korygowanej")] = None
    returns_notice_number: Annotated[str, Meta(title="Numer zawiadomienia o zwrotach")] = ""
    returns_notice_date: Annotated[Date | None, Meta(title="Data zawiadomienia o zwrotach")] = None
    order: Annotated[EdiOrder | None, Meta(title="Zamówienie")] = None
    delivery: Annotated[EdiDelivery | None, Meta(title="Dostawa")] = None
    deposit: Annotated[Decimal | None, Meta(title="Kaucja")] = None
    totals_with_deposit: Annotated[Totals | None, Meta(title="Razem z kaucją")] = None
    cuts: Annotated[tuple[Cut, ...], Meta(title="Skrócone teksty")] = ()


class EdiOrderLine(Record, frozen=True):
    """A line of an order to a supplier."""

    line_number: Annotated[int, Meta(title="Numer")]
    ean: Annotated[str, Meta(title="EAN")]
    buyer_item_code: Annotated[str, Meta(title="Kod u kupującego")]
    supplier_item_code: Annotated[str, Meta(title="Kod towaru")]
    item_description: Annotated[str, Meta(title="Nazwa")]
    ordered_quantity: Annotated[Decimal, Meta(title="Ilość")]
    unit_of_measure: Annotated[str, Meta(title="Jednostka")]
    ordered_unit_net_price: Annotated[Decimal | None, Meta(title="Cena netto")]


class EdiSupplierOrder(Record, frozen=True):
    """An order to a supplier (Document-Order 2.2)."""

    order_number: Annotated[str, Meta(title="Numer")]
    order_date: Annotated[Date, Meta(title="Data wystawienia")]
    expected_delivery_date: Annotated[Date | None, Meta(title="Data dostawy")]
    remarks: Annotated[str, Meta(title="Uwagi")]
    currency: Annotated[str, Meta(title="Waluta")]
    buyer: Annotated[EdiParty, Meta(title="Nabywca")]
    seller: Annotated[EdiParty, Meta(title="Sprzedawca")]
    head_office_iln: Annotated[str, Meta(title="GLN centrali")]
    delivery_point: Annotated[EdiParty, Meta(title="Miejsce dostawy")]
    lines: Annotated[tuple[EdiOrderLine, ...], Meta(title="Pozycje")]
    total_ordered_amount: Annotated[Decimal, Meta(title="Ilość razem")]
    total_net_amount: Annotated[Decimal | None, Meta(title="Netto razem")]
    cuts: Annotated[tuple[Cut, ...], Meta(title="Skrócone teksty")] = ()


class EdiPriceLine(Record, frozen=True):
    """Goods of a price list, with the price in two places (001:145–147)."""

    line_number: Annotated[int, Meta(title="Numer")]
    ean: Annotated[str, Meta(title="EAN")]
    buyer_item_code: Annotated[str, Meta(title="Kod u kupującego")]
    supplier_item_code: Annotated[str, Meta(title="Kod towaru")]
    item_description: Annotated[str, Meta(title="Nazwa")]
    unit_of_measure: Annotated[str, Meta(title="Jednostka")]
    unit_net_price: Annotated[Decimal, Meta(title="Cena netto")]
    tax_rate: Annotated[Decimal | None, Meta(title="Stawka")]
    tax_category_code: Annotated[str, Meta(title="Kategoria stawki")]


class EdiPriceList(Record, frozen=True):
    """A price list for one contractor (comarch-edi 4)."""

    number: Annotated[str, Meta(title="Numer")]
    date: Annotated[Date, Meta(title="Data wystawienia")]
    currency: Annotated[str, Meta(title="Waluta")]
    buyer: Annotated[EdiParty, Meta(title="Nabywca")]
    seller: Annotated[EdiParty, Meta(title="Sprzedawca")]
    lines: Annotated[tuple[EdiPriceLine, ...], Meta(title="Pozycje")]
    cuts: Annotated[tuple[Cut, ...], Meta(title="Skrócone teksty")] = ()


class EdiPackedLine(Record, frozen=True):
    """Goods in a package, with the number of the line in the whole document."""

    line_number: Annotated[int, Meta(title="Numer")]
    ean: Annotated[str, Meta(title="EAN")]
    buyer_item_code: Annotated[str, Meta(title="Kod u kupującego")]
    supplier_item_code: Annotated[str, Meta(title="Kod towaru")]
    quantity_despatched: Annotated[Decimal, Meta(title="Ilość")]
    unit_of_measure: Annotated[str, Meta(title="Jednostka")]
    item_description: Annotated[str, Meta(title="Nazwa")]


class EdiPackage(Record, frozen=True):
    """A package; an outer one has no lines. What is not known of weight and volume is not written."""

    package_id: Annotated[int, Meta(title="Numer")]
    parent_id: Annotated[int | None, Meta(title="Numer nadrzędnego")]
    package_type: Annotated[str, Meta(title="Typ")]
    serial_number: Annotated[str, Meta(title="SSCC")]
    weight: Annotated[Decimal | None, Meta(title="Waga")]
    volume: Annotated[Decimal | None, Meta(title="Objętość")]
    buyer_order_number: Annotated[str, Meta(title="Numer zamówienia")]
    ultimate_customer_iln: Annotated[str, Meta(title="GLN ostatecznego odbiorcy")]
    lines: Annotated[tuple[EdiPackedLine, ...], Meta(title="Pozycje")]


class EdiDespatchAdvice(Record, frozen=True):
    """A despatch advice in the package layout (comarch-edi 3.2 A, 3.3)."""

    despatch_advice_number: Annotated[str, Meta(title="Numer")]
    despatch_advice_date: Annotated[Date, Meta(title="Data wystawienia")]
    estimated_delivery_date: Annotated[Date, Meta(title="Data dostawy")]
    buyer_order_number: Annotated[str, Meta(title="Numer zamówienia")]
    despatch_number: Annotated[str, Meta(title="Numer wydania")]
    despatch_date: Annotated[Date | None, Meta(title="Data wydania")]
    terms_of_delivery: Annotated[str, Meta(title="Warunki dostawy")]
    mode_of_transport: Annotated[str, Meta(title="Typ transportu")]
    buyer: Annotated[EdiParty, Meta(title="Nabywca")]
    seller: Annotated[EdiParty, Meta(title="Sprzedawca")]
    delivery_point: Annotated[EdiParty, Meta(title="Miejsce dostawy")]
    ultimate_customer_iln: Annotated[str, Meta(title="GLN ostatecznego odbiorcy")]
    packages: Annotated[tuple[EdiPackage, ...], Meta(title="Opakowania")]
    package_count: Annotated[int, Meta(title="Liczba opakowań")]
    cuts: Annotated[tuple[Cut, ...], Meta(title="Skrócone teksty")] = ()
