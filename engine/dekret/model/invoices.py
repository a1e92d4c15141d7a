"""Documents with tax: entries of the VAT registers, and invoices with goods positions (002:785–828)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from dekret.model.base import (
    Code,
    Currency,
    Date,
    FieldValueError,
    Money,
    Number,
    Ordinal,
    Price,
    Quantity,
    Rate,
    Record,
    Symbol,
    Text,
    VatRate,
    is_quantity,
    need_amounts,
    need_quantities,
    need_rate,
)
from dekret.model.parties import Attribute, CategoryOrCode, Party
from dekret.model.parts import (
    AdditionalAmount,
    AnalyticRow,
    Delivery,
    EmployeeAdvance,
    OrderReference,
    Payment,
    SettledAdvance,
)
from dekret.values.rounding import HALF_UP, ZERO, rounded

CorrectionKind = Literal["quantity", "value", "rate", "data", "collective", "exchange_rate"]
"""Corrections of quantity, of value, of the VAT rate, of data, collective ones (rebates), of the exchange rate."""
MarginProcedure = Literal["travel", "used_goods", "art", "antiques"]
"""Travel agencies (art. 119 of the VAT act); used goods, works of art, collectors' items and antiques (art. 120)."""
_ONE, _GROSZ = Decimal(1), Decimal("0.01")
_DIFFERENCE = Meta(description="na korekcie różnica: o ile się zmienia", extra={"note": "difference"})


class VatElement(Record, frozen=True, kw_only=True):
    """A line of the register: one rate, up to two categories. Amounts in the currency of the document."""

    rate: VatRate
    net: Annotated[Money, Meta(title="Netto"), _DIFFERENCE]
    vat: Annotated[Money, Meta(title="VAT"), _DIFFERENCE] = ZERO
    net_pln: Annotated[Money | None, Meta(title="Netto w PLN"), _DIFFERENCE] = None
    vat_pln: Annotated[Money | None, Meta(title="VAT w PLN"), _DIFFERENCE] = None
    category: Annotated[CategoryOrCode, Meta(title="Kategoria")] = None
    category2: Annotated[CategoryOrCode, Meta(title="Kategoria 2")] = None
    description: Annotated[Text, Meta(title="Opis")] = ""
    deduction: Annotated[Literal["yes", "no", "conditional"], Meta(title="Odliczenia")] = "yes"

    def __post_init__(self) -> None:
        if self.net_pln is None is self.vat_pln:
            need_amounts(self.net, self.vat)
        else:
            need_amounts(self.net, self.vat, self.net_pln, self.vat_pln)

    @property
    def gross(self) -> Decimal:
        return self.net + self.vat


class Goods(Record, frozen=True, kw_only=True):
    """Goods or a service of the price list; the code is what an account split by goods ends with."""

    code: Annotated[Symbol, Meta(title="Kod towaru")]
    name: Annotated[Text, Meta(title="Nazwa")] = ""
    kind: Annotated[Literal["goods", "service"], Meta(title="Rodzaj")] = "goods"
    ean: Annotated[str, Meta(title="EAN", max_length=40)] = ""
    pkwiu: Annotated[str, Meta(title="PKWiU", max_length=20)] = ""
    attributes: Annotated[tuple[Attribute, ...], Meta(title="Atrybuty")] = ()


class BeforeCorrection(Record, frozen=True, kw_only=True, gc=False):
    """What a position of the corrected invoice was; the position itself holds the difference.

    `sugar_fee` is the part of the net that was the fee, as on the position. In PLN it is what the document states, else
    by its rate.
    """

    quantity: Annotated[Quantity, Meta(title="Ilość")]
    price: Annotated[Price, Meta(title="Cena netto")]
    rate: VatRate
    net: Annotated[Money, Meta(title="Netto")]
    vat: Annotated[Money, Meta(title="VAT")] = ZERO
    net_pln: Annotated[Money | None, Meta(title="Netto w PLN")] = None
    vat_pln: Annotated[Money | None, Meta(title="VAT w PLN")] = None
    sugar_fee: Annotated[Money, Meta(title="Opłata cukrowa")] = ZERO

    def __post_init__(self) -> None:
        need_amounts(self.net, self.vat, self.net_pln, self.vat_pln, self.sugar_fee)
        need_quantities(self.quantity, self.price)


class InvoicePosition(Record, frozen=True, kw_only=True):
    """A position of an invoice: goods, quantity, amounts in the currency of the document.

    `price` is net for a unit, after the discount; on a correction quantity, price, net and tax are differences, `rate`
    the new rate, and `before` holds what was. `line_number` is the place of the position on the corrected invoice; on
    an invoice that was read from a file, the number of the position there, by which corrections know it.
    `order_number` and `delivery_number` name the order and the goods issue of the position where there are several.
    `buyer_item_code` is the goods' code at the buyer (the attribute BUYERITEMCODE, 001:187–199), `sugar_fee` the
    part of the net that is the fee on sweetened drinks (art. 12a of the act on public health); on a correction it is
    a difference, too.
    """

    goods: Annotated[Goods, Meta(title="Towar")]
    rate: VatRate
    net: Annotated[Money, Meta(title="Netto"), _DIFFERENCE]
    vat: Annotated[Money, Meta(title="VAT"), _DIFFERENCE] = ZERO
    net_pln: Annotated[Money | None, Meta(title="Netto w PLN"), _DIFFERENCE] = None
    vat_pln: Annotated[Money | None, Meta(title="VAT w PLN"), _DIFFERENCE] = None
    quantity: Annotated[Quantity, Meta(title="Ilość"), _DIFFERENCE] = _ONE
    unit: Annotated[str, Meta(title="Jednostka", max_length=20)] = "szt"
    category: Annotated[CategoryOrCode, Meta(title="Kategoria")] = None
    category2: Annotated[CategoryOrCode, Meta(title="Kategoria 2")] = None
    description: Annotated[Text, Meta(title="Opis")] = ""
    price: Annotated[Price | None, Meta(title="Cena netto"), _DIFFERENCE] = None
    discount: Annotated[Price | None, Meta(title="Rabat (%)")] = None
    buyer_item_code: Annotated[Code, Meta(title="Kod towaru u kupującego")] = ""
    sugar_fee: Annotated[Money, Meta(title="Opłata cukrowa"), _DIFFERENCE] = ZERO
    order_number: Annotated[str, Meta(title="Numer zamówienia", max_length=50)] = ""
    delivery_number: Annotated[str, Meta(title="Numer dostawy", max_length=50)] = ""
    line_number: Annotated[Ordinal | None, Meta(title="Lp pozycji korygowanej")] = None
    before: Annotated[BeforeCorrection | None, Meta(title="Przed korektą")] = None

    def __post_init__(self) -> None:
        need_amounts(self.net, self.vat, self.net_pln, self.vat_pln)
        if not is_quantity(self.quantity):
            raise FieldValueError("number", "quantity")
        if self.price is not None or self.discount is not None or self.sugar_fee is not ZERO:
            need_quantities(self.price, self.discount)
            need_amounts(self.sugar_fee)
        if self.before is not None:
            before = self.before
            need_amounts(before.net + self.net, before.vat + self.vat, before.sugar_fee + self.sugar_fee)
            need_quantities(before.quantity + self.quantity, before.price + (self.price or ZERO))

    @property
    def gross(self) -> Decimal:
        return self.net + self.vat

    def price_after(self, before: BeforeCorrection) -> Decimal:
        """The net price of a unit after this correction, not rounded.

        Where the position does not say how the price differs, it stays as it was when the net follows the quantity,
        to the grosz that roundings make; else the value was corrected, and the price is what net and quantity give.
        """
        if self.price is not None:
            return before.price + self.price
        quantity = before.quantity + self.quantity
        follows = abs(self.net - before.price * self.quantity) <= (_GROSZ if self.quantity else ZERO)
        return before.price if follows or not quantity else (before.net + self.net) / quantity


InvoiceLine = VatElement | InvoicePosition


class Invoice(Record, frozen=True, kw_only=True, tag_field="type"):
    """What entries of VAT registers and invoices share.

    `total` is the invoice's own total, as P_15 of KSeF: before `charges` are added and `deductions` taken off, which
    are beside the invoice and have fields of their own. Where it differs from the sum of the lines, as invoices rounded
    to whole złotys do, `rounding` is the difference. `advance_holder` is the employee whose advances paid.
    """

    LINES: ClassVar[str]
    """The name of the field that holds the lines."""
    number: Annotated[Number, Meta(title="Numer dokumentu")]
    issue_date: Annotated[Date, Meta(title="Data wystawienia")]
    party: Annotated[Party, Meta(title="Podmiot")]
    own_number: Annotated[str, Meta(title="Numer w rejestrze", max_length=50)] = ""
    ksef_number: Annotated[str, Meta(title="Numer KSeF", max_length=36)] = ""
    register_name: Annotated[str, Meta(title="Rejestr", max_length=20)] = ""
    operation_date: Annotated[Date | None, Meta(title="Data operacji")] = None
    receipt_date: Annotated[Date | None, Meta(title="Data wpływu")] = None
    category: Annotated[CategoryOrCode, Meta(title="Kategoria")] = None
    category2: Annotated[CategoryOrCode, Meta(title="Kategoria 2")] = None
    description: Annotated[Text, Meta(title="Opis")] = ""
    currency: Annotated[Currency, Meta(title="Waluta")] = "PLN"
    exchange_rate: Annotated[Rate | None, Meta(title="Kurs")] = None
    kind: Annotated[Literal["ordinary", "advance", "final"], Meta(title="Rodzaj faktury")] = "ordinary"
    correction: Annotated[bool, Meta(title="Korekta")] = False
    corrected_numbers: Annotated[tuple[str, ...], Meta(title="Dokumenty korygowane")] = ()
    total: Annotated[Money | None, Meta(title="Należność ogółem")] = None
    charges: Annotated[Money, Meta(title="Obciążenia poza fakturą (np. kaucja)")] = ZERO
    deductions: Annotated[Money, Meta(title="Odliczenia od zapłaty")] = ZERO
    split_payment: Annotated[bool, Meta(title="Mechanizm podzielonej płatności")] = False
    additional_amounts: Annotated[tuple[AdditionalAmount, ...], Meta(title="Kwoty dodatkowe")] = ()
    analytic_rows: Annotated[tuple[AnalyticRow, ...], Meta(title="Opis analityczny")] = ()
    payments: Annotated[tuple[Payment, ...], Meta(title="Płatności")] = ()
    settled_advances: Annotated[tuple[SettledAdvance, ...], Meta(title="Rozliczone zaliczki")] = ()
    advance_holder: Annotated[Party | None, Meta(title="Zaliczkobiorca")] = None
    employee_advances: Annotated[tuple[EmployeeAdvance, ...], Meta(title="Wykorzystane zaliczki pracownika")] = ()

    def __post_init__(self) -> None:
        if self.currency != "PLN" or self.exchange_rate is not None:
            need_rate(self.currency, self.exchange_rate)
        if self.total is not None or self.charges is not ZERO or self.deductions is not ZERO:
            need_amounts(self.total, self.charges, self.deductions)

    @property
    def type(self) -> str:
        """The type of the document, as its file names it."""
        return str(self.__struct_config__.tag)

    @property
    def lines(self) -> Sequence[InvoiceLine]:
        """The elements of a VAT register, or the positions of an invoice."""
        raise NotImplementedError

    @property
    def effective_rate(self) -> Decimal:
        """PLN for one unit of the currency; 1 for PLN."""
        return _ONE if self.currency == "PLN" else self.exchange_rate or _ONE

    def in_pln(self, amount: Decimal) -> Decimal:
        """An amount of the document's currency in PLN, rounded to the grosz."""
        return amount if self.currency == "PLN" else rounded(amount * self.effective_rate, mode=HALF_UP)

    def line_net_pln(self, line: InvoiceLine) -> Decimal:
        """Net in PLN, rounded line by line as the register keeps it."""
        return self.in_pln(line.net) if line.net_pln is None else line.net_pln

    def line_vat_pln(self, line: InvoiceLine) -> Decimal:
        """Tax in PLN: as the document states it (art. 106e ust. 11 of the VAT act), else by the rate."""
        return self.in_pln(line.vat) if line.vat_pln is None else line.vat_pln

    def line_gross_pln(self, line: InvoiceLine) -> Decimal:
        return self.line_net_pln(line) + self.line_vat_pln(line)

    @property
    def net_pln(self) -> Decimal:
        return sum([self.line_net_pln(line) for line in self.lines], ZERO)

    @property
    def vat_pln(self) -> Decimal:
        return sum([self.line_vat_pln(line) for line in self.lines], ZERO)

    @property
    def gross_pln(self) -> Decimal:
        return self.net_pln + self.vat_pln

    @property
    def net(self) -> Decimal:
        """The sum of the lines in the currency of the document; so `vat` and `gross`."""
        return sum([line.net for line in self.lines], ZERO)

    @property
    def vat(self) -> Decimal:
        return sum([line.vat for line in self.lines], ZERO)

    @property
    def gross(self) -> Decimal:
        return self.net + self.vat

    @property
    def rounding(self) -> Decimal:
        """What the document's own total is above the sum of its lines, in its currency."""
        return ZERO if self.total is None else self.total - self.gross

    @property
    def due(self) -> Decimal:
        """What is to be paid, in its currency: its own total, with charges and less deductions."""
        return self.gross + self.rounding + self.charges - self.deductions

    @property
    def rounding_pln(self) -> Decimal:
        return self.in_pln(self.rounding) if self.total is not None else ZERO


class VatDocument(Invoice, frozen=True, kw_only=True):
    """A document of a VAT register, purchase or sale."""

    LINES: ClassVar[str] = "elements"
    elements: Annotated[tuple[VatElement, ...], Meta(title="Pozycje rejestru", min_length=1)]

    @property
    def lines(self) -> Sequence[VatElement]:
        return self.elements


class VatPurchase(VatDocument, frozen=True, kw_only=True, tag="vat_purchase"):
    """A document of a register of purchases."""


class VatSale(VatDocument, frozen=True, kw_only=True, tag="vat_sale"):
    """A document of a register of sales."""


class TradeInvoice(Invoice, frozen=True, kw_only=True):
    """An invoice of the trade module, with goods positions, the orders it realises and the goods issued (WZ) for it.

    A final invoice has the positions of the whole order; its own net, tax and gross are what is left of them after
    the advances (002:806–826). What else an invoice has to say (art. 106e of the VAT act): `exemption`, the provision
    that goods at the rate zw are exempt by; `margin`, the procedure of those at the rate marża; the cash method;
    that the buyer issued it.
    """

    LINES: ClassVar[str] = "positions"
    positions: Annotated[tuple[InvoicePosition, ...], Meta(title="Pozycje faktury", min_length=1)]
    receiver: Annotated[Party | None, Meta(title="Odbiorca")] = None
    algorithm: Annotated[Literal["net", "gross"], Meta(title="Liczona od")] = "net"
    correction_kind: Annotated[CorrectionKind | None, Meta(title="Rodzaj korekty")] = None
    correction_reason: Annotated[Text, Meta(title="Korekta z tytułu")] = ""
    corrected_date: Annotated[Date | None, Meta(title="Data dokumentu korygowanego")] = None
    warehouse: Annotated[str, Meta(title="Magazyn", max_length=20)] = ""
    orders: Annotated[tuple[OrderReference, ...], Meta(title="Zamówienia")] = ()
    deliveries: Annotated[tuple[Delivery, ...], Meta(title="Wydania")] = ()
    attributes: Annotated[tuple[Attribute, ...], Meta(title="Atrybuty")] = ()
    cancelled: Annotated[bool, Meta(title="Anulowany")] = False
    exemption: Annotated[Text, Meta(title="Podstawa zwolnienia")] = ""
    margin: Annotated[MarginProcedure | None, Meta(title="Procedura marży")] = None
    cash_method: Annotated[bool, Meta(title="Metoda kasowa")] = False
    self_billing: Annotated[bool, Meta(title="Samofakturowanie")] = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.kind == "final" and any(None in (each.net, each.vat) for each in self.settled_advances):
            raise FieldValueError("missing", "settled_advances")
        if self.currency != "PLN":
            need_amounts(*[self.in_pln(each) for was in self._before for each in (was.net, was.vat)])

    @property
    def lines(self) -> Sequence[InvoicePosition]:
        return self.positions

    @property
    def _before(self) -> Sequence[BeforeCorrection]:
        return [each.before for each in self.positions if each.before is not None]

    def advance_in_currency(self, advance: SettledAdvance, amount: Decimal | None) -> Decimal:
        """The net or tax of an advance, which is in PLN, in the currency of the document: by the advance's own rate."""
        if amount is None or self.currency == "PLN":
            return amount or ZERO
        return rounded(amount / (advance.exchange_rate or self.effective_rate), mode=HALF_UP)

    def advance_in_pln(self, advance: SettledAdvance, amount: Decimal | None) -> Decimal:
        """What an advance takes off the order in PLN: at the rate of this document, as the order is."""
        if advance.exchange_rate is None or self.currency == "PLN":
            return amount or ZERO
        return self.in_pln(self.advance_in_currency(advance, amount))

    @property
    def _taken_off(self) -> Sequence[SettledAdvance]:
        return self.settled_advances if self.kind == "final" else ()

    @property
    def net_pln(self) -> Decimal:
        taken = [self.advance_in_pln(each, each.net) for each in self._taken_off]
        return sum([self.line_net_pln(line) for line in self.positions], ZERO) - sum(taken, ZERO)

    @property
    def vat_pln(self) -> Decimal:
        taken = [self.advance_in_pln(each, each.vat) for each in self._taken_off]
        return sum([self.line_vat_pln(line) for line in self.positions], ZERO) - sum(taken, ZERO)

    @property
    def net(self) -> Decimal:
        taken = [self.advance_in_currency(each, each.net) for each in self._taken_off]
        return sum([line.net for line in self.positions], ZERO) - sum(taken, ZERO)

    @property
    def vat(self) -> Decimal:
        taken = [self.advance_in_currency(each, each.vat) for each in self._taken_off]
        return sum([line.vat for line in self.positions], ZERO) - sum(taken, ZERO)


class PurchaseInvoice(TradeInvoice, frozen=True, kw_only=True, tag="purchase_invoice"):
    """Faktura zakupu.

    `internal_sale` is the number of the internal sale document (FSW) that was made of it: it then has the status W
    (001:61). `border_correction` marks a correction that adds further costs to the invoice (FZKG, 001:21–44); it is
    a `correction`, always in PLN.
    """

    internal_sale: Annotated[str, Meta(title="Dowód wewnętrzny (FSW)", max_length=256)] = ""
    border_correction: Annotated[bool, Meta(title="Korekta graniczna (FZKG)")] = False

    @property
    def status(self) -> str:
        """W for an invoice of which an internal sale document was made; else empty."""
        return "W" if self.internal_sale else ""


class SaleInvoice(TradeInvoice, frozen=True, kw_only=True, tag="sale_invoice"):
    """Faktura sprzedaży."""


class InternalSale(TradeInvoice, frozen=True, kw_only=True, tag="internal_sale"):
    """Dowód wewnętrzny sprzedaży (FSW): the tax that a buyer accounts for himself, as on a purchase within the EU.

    `source_numbers` are the purchase invoice it was made of, that first, and the corrections and border corrections
    that are in its amounts, `source_parties` who issued each of them: numbers of two issuers may be the same. `vat` is
    the tax due; `deduction` says whether it is deducted, too (art. 86 ust. 2 pkt 4 uVAT). It has no payments and moves
    no stock (001:88–89), and stays in the buffer until it is `approved` (001:64).
    """

    source_numbers: Annotated[tuple[str, ...], Meta(title="Dokumenty źródłowe")] = ()
    source_parties: Annotated[tuple[Party, ...], Meta(title="Wystawcy dokumentów źródłowych")] = ()
    deduction: Annotated[Literal["yes", "no", "conditional"], Meta(title="Odliczenia")] = "yes"
    approved: Annotated[bool, Meta(title="Zatwierdzony")] = False

    @property
    def deducted_vat(self) -> Decimal:
        """The tax to be deducted, as much as is due; nothing where it is not deducted."""
        return self.vat_pln if self.deduction == "yes" else ZERO
