"""The finished records that templates of EDI get: every value that a file may hold, none to be reckoned.

Names are those of the elements of Comarch EDI in small letters. A text that a file holds in fewer characters is cut
here, and `cuts` says so. What is empty or None is not written.
"""

import datetime as dt
from decimal import Decimal

from dekret.model.base import Record


class Cut(Record, frozen=True):
    """A text that was cut: its field in Polish, how it was, how many characters are left."""

    field: str
    text: str
    left: int


class EdiParty(Record, frozen=True):
    """A party of a document."""

    iln: str
    tax_id: str
    name: str
    street_and_number: str
    city_name: str
    postal_code: str
    country: str
    account_number: str = ""
    code_by_buyer: str = ""
    utilization_register_number: str = ""
    court_and_capital_information: str = ""


class EdiOrder(Record, frozen=True):
    """The order of the buyer."""

    buyer_order_number: str
    buyer_order_date: dt.date | None


class EdiDelivery(Record, frozen=True):
    """A delivery; `place` only where the contractor wants its address (DELIVERYADDRESS, 001:172)."""

    delivery_location_number: str
    delivery_date: dt.date | None
    despatch_number: str
    despatch_date: dt.date | None
    place: EdiParty | None = None


class Amounts(Record, frozen=True):
    """Quantity, price and amounts of a line, and its rate: as it is, before a correction, or by how much it differs."""

    quantity: Decimal
    unit_net_price: Decimal
    tax_rate: Decimal | None
    tax_category_code: str
    tax_amount: Decimal
    net_amount: Decimal
    gross_amount: Decimal


class EdiLine(Record, frozen=True):
    """A line: on a correction `now` is after it, `before` before it, `difference` what lies between."""

    line_number: int
    ean: str
    buyer_item_code: str
    supplier_item_code: str
    item_description: str
    unit_of_measure: str
    now: Amounts
    pkwiu: str = ""
    sugar_fee: Decimal | None = None
    price_without_charges: Decimal | None = None
    before: Amounts | None = None
    difference: Amounts | None = None
    order: EdiOrder | None = None
    delivery: EdiDelivery | None = None


class TaxSum(Record, frozen=True):
    """The lines of one rate together; of a correction, of one rate now and one before."""

    tax_rate: Decimal | None
    tax_category_code: str
    tax_amount: Decimal
    taxable_amount: Decimal
    gross_amount: Decimal
    previous_tax_rate: Decimal | None = None
    previous_tax_category_code: str = ""
    previous_tax_amount: Decimal | None = None
    previous_taxable_amount: Decimal | None = None
    difference_tax_amount: Decimal | None = None
    difference_taxable_amount: Decimal | None = None
    difference_gross_amount: Decimal | None = None


class Totals(Record, frozen=True):
    """Net, tax and gross of a document."""

    net_amount: Decimal
    tax_amount: Decimal
    gross_amount: Decimal


class EdiInvoice(Record, frozen=True):
    """An invoice or a correction (`is_correction`), as the profiles F and FK of 7.77 hold it."""

    invoice_number: str
    invoice_date: dt.date
    sales_date: dt.date
    invoice_currency: str
    payment_due_date: dt.date | None
    payment_terms: int | None
    payment_means: str
    payment_information: str
    is_correction: bool
    buyer: EdiParty
    seller: EdiParty
    head_office_iln: str
    ordered_by_iln: str
    lines: tuple[EdiLine, ...]
    tax: tuple[TaxSum, ...]
    totals: Totals
    totals_before: Totals | None = None
    totals_difference: Totals | None = None
    total_net_without_charges: Decimal | None = None
    sugar_fee: Decimal | None = None
    correction_agreed_date: dt.date | None = None
    correction_reason: str = ""
    remarks: str = ""
    reference_number: str = ""
    reference_date: dt.date | None = None
    returns_notice_number: str = ""
    returns_notice_date: dt.date | None = None
    order: EdiOrder | None = None
    delivery: EdiDelivery | None = None
    cuts: tuple[Cut, ...] = ()


class EdiOrderLine(Record, frozen=True):
    """A line of an order to a supplier."""

    line_number: int
    ean: str
    buyer_item_code: str
    supplier_item_code: str
    item_description: str
    ordered_quantity: Decimal
    unit_of_measure: str
    ordered_unit_net_price: Decimal | None


class EdiSupplierOrder(Record, frozen=True):
    """An order to a supplier (Document-Order 2.2)."""

    order_number: str
    order_date: dt.date
    expected_delivery_date: dt.date | None
    remarks: str
    currency: str
    buyer: EdiParty
    seller: EdiParty
    head_office_iln: str
    delivery_point: EdiParty
    lines: tuple[EdiOrderLine, ...]
    total_ordered_amount: Decimal
    total_net_amount: Decimal | None
    cuts: tuple[Cut, ...] = ()
