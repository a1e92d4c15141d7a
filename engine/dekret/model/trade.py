"""Documents of trade that are not posted: orders, despatch advices with their packages, price lists (001:126–573)."""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from dekret.model.base import (
    Code,
    Currency,
    Date,
    FieldValueError,
    Gln,
    Measure,
    Money,
    Number,
    Ordinal,
    Price,
    Quantity,
    Record,
    Text,
    VatRate,
    need_amounts,
    need_quantities,
)
from dekret.model.invoices import Goods
from dekret.model.parties import Attribute, Party
from dekret.model.parts import Delivery, Payment
from dekret.values.rounding import ZERO


class OrderPosition(Record, frozen=True, kw_only=True):
    """A position of an order. Without a price: the one of the contractor is proposed (001:493).

    `delivered` is what approved goods issues have taken of it already.
    """

    goods: Annotated[Goods, Meta(title="Towar")]
    quantity: Annotated[Quantity, Meta(title="Ilość")]
    unit: Annotated[str, Meta(title="Jednostka", max_length=20)] = "szt"
    price: Annotated[Price | None, Meta(title="Cena netto")] = None
    rate: Annotated[VatRate, Meta(title="Stawka VAT")] = "23"
    net: Annotated[Money | None, Meta(title="Netto")] = None
    description: Annotated[str, Meta(title="Opis", max_length=1024)] = ""
    buyer_item_code: Annotated[Code, Meta(title="Kod towaru u kupującego")] = ""
    delivered: Annotated[Quantity, Meta(title="Ilość zrealizowana")] = ZERO

    def __post_init__(self) -> None:
        need_quantities(self.quantity, self.price, self.delivered)
        need_amounts(self.net)


class Order(Record, frozen=True, kw_only=True, tag_field="type"):
    """What orders of customers and to suppliers share.

    `order_number` is the number that the other side knows it by, `delivery_date` the day of the reservation or of the
    planned delivery; `receiver` is where the goods go (Odbiorca), the party itself where it is left out.
    """

    number: Annotated[Number, Meta(title="Numer dokumentu")]
    issue_date: Annotated[Date, Meta(title="Data wystawienia")]
    party: Annotated[Party, Meta(title="Podmiot")]
    order_number: Annotated[str, Meta(title="Numer zamówienia", max_length=50)] = ""
    delivery_date: Annotated[Date | None, Meta(title="Data realizacji")] = None
    receiver: Annotated[Party | None, Meta(title="Odbiorca")] = None
    warehouse: Annotated[str, Meta(title="Magazyn", max_length=20)] = ""
    currency: Annotated[Currency, Meta(title="Waluta")] = "PLN"
    algorithm: Annotated[Literal["net", "gross"], Meta(title="Liczone od")] = "net"
    description: Annotated[str, Meta(title="Opis", max_length=1024)] = ""
    status: Annotated[Literal["open", "partly", "done", "closed", "cancelled"], Meta(title="Status")] = "open"
    payments: Annotated[tuple[Payment, ...], Meta(title="Płatności")] = ()
    deliveries: Annotated[tuple[Delivery, ...], Meta(title="Wydania")] = ()
    attributes: Annotated[tuple[Attribute, ...], Meta(title="Atrybuty")] = ()
    positions: Annotated[tuple[OrderPosition, ...], Meta(title="Pozycje zamówienia", min_length=1)]

    @property
    def type(self) -> str:
        """The type of the document, as its file names it."""
        return str(self.__struct_config__.tag)


class CustomerOrder(Order, frozen=True, kw_only=True, tag="customer_order"):
    """Rezerwacja odbiorcy (RO): what a customer ordered."""


class SupplierOrder(Order, frozen=True, kw_only=True, tag="supplier_order"):
    """Zamówienie u dostawcy (ZD): what the company orders."""


class DespatchPosition(Record, frozen=True, kw_only=True):
    """Goods of an order that are to be packed (001:309–331): `quantity` is all that was delivered of it.

    `ultimate_customer` is the GLN of the shop (attribute ULTIMATECUSTOMERGLN), `reservation` the number of the RO,
    `deliveries` are those of the goods issues (WZ) that realised it: labels print them (001:436).
    """

    goods: Annotated[Goods, Meta(title="Towar")]
    quantity: Annotated[Quantity, Meta(title="Ilość całkowita")]
    unit: Annotated[str, Meta(title="Jednostka", max_length=20)] = "szt"
    ultimate_customer: Annotated[Gln, Meta(title="Numer odbiorcy")] = ""
    order_number: Annotated[str, Meta(title="Numer zamówienia", max_length=50)] = ""
    reservation: Annotated[str, Meta(title="Numer rezerwacji", max_length=256)] = ""
    buyer_item_code: Annotated[Code, Meta(title="Kod towaru u kupującego")] = ""
    deliveries: Annotated[tuple[Number, ...], Meta(title="Numery WZ")] = ()

    def __post_init__(self) -> None:
        need_quantities(self.quantity)
        if self.quantity <= 0:
            raise FieldValueError("positive", "quantity")


class Packed(Record, frozen=True, kw_only=True, gc=False):
    """How much of a position (counted from one) lies in a package."""

    position: Annotated[Ordinal, Meta(title="Pozycja")]
    quantity: Annotated[Quantity, Meta(title="Ilość towaru")]

    def __post_init__(self) -> None:
        need_quantities(self.quantity)
        if self.quantity <= 0:
            raise FieldValueError("positive", "quantity")


class Package(Record, frozen=True, kw_only=True):
    """A package (opakowanie): one that holds others (nadrzędne), one within another (podrzędne), or neither (zwykłe).

    Which it is follows from `parent` and from who names it (001:333–339); weight in kg, volume in m³.
    """

    number: Annotated[Ordinal, Meta(title="Numer opakowania")]
    parent: Annotated[Ordinal | None, Meta(title="Numer opakowania nadrzędnego")] = None
    description: Annotated[Text, Meta(title="Opis")] = ""
    type: Annotated[str, Meta(title="Typ", max_length=17)] = ""
    sscc: Annotated[str, Meta(title="Numer seryjny SSCC", pattern=r"^(\d{18})?$", extra={"form": "sscc"})] = ""
    ultimate_customer: Annotated[Gln, Meta(title="Ostateczny odbiorca")] = ""
    order_number: Annotated[str, Meta(title="Numer zamówienia", max_length=50)] = ""
    weight: Annotated[Measure | None, Meta(title="Waga w kg")] = None
    volume: Annotated[Measure | None, Meta(title="Objętość w m3")] = None
    contents: Annotated[tuple[Packed, ...], Meta(title="Zapakowane towary")] = ()

    def __post_init__(self) -> None:
        need_quantities(self.weight, self.volume)
        if min(self.weight or ZERO, self.volume or ZERO) < 0:
            raise FieldValueError("number", "weight")


ModeOfTransport = Literal["10", "20", "30", "40", "60"]
"""Sea, rail, road, air, several."""


class DespatchAdvice(Record, frozen=True, kw_only=True, tag_field="type", tag="despatch_advice"):
    """Awizo wysyłki: what is sent against orders, and in which packages (001:256–470).

    `supplier_code` is the company's code at the buyer (CODEBYBUYER of the orders); `transport` a code of mode of
    transport (30 road), `delivery_terms` one of Incoterms; `delivery` the goods issue where there is one alone;
    `approved` while it is no longer in the buffer.
    """

    number: Annotated[Number, Meta(title="Numer awiza")]
    issue_date: Annotated[Date, Meta(title="Data awiza")]
    delivery_date: Annotated[Date, Meta(title="Data dostawy")]
    party: Annotated[Party, Meta(title="Nabywca")]
    receiver: Annotated[Party, Meta(title="Odbiorca")]
    supplier_code: Annotated[Code, Meta(title="Kod dostawcy")] = ""
    transport: Annotated[ModeOfTransport, Meta(title="Typ transportu")] = "30"
    delivery_terms: Annotated[str, Meta(title="Warunki dostawy", max_length=3)] = "DDP"
    delivery: Annotated[Delivery | None, Meta(title="Wydanie")] = None
    approved: Annotated[bool, Meta(title="Zatwierdzone")] = False
    positions: Annotated[tuple[DespatchPosition, ...], Meta(title="Pozycje towarowe", min_length=1)]
    packages: Annotated[tuple[Package, ...], Meta(title="Opakowania")] = ()

    @property
    def type(self) -> str:
        """The type of the document, as its file names it."""
        return "despatch_advice"


class PricePosition(Record, frozen=True, kw_only=True):
    """Goods of a price list: the price that the contractor pays, after the discounts (001:556–573)."""

    goods: Annotated[Goods, Meta(title="Towar")]
    price: Annotated[Price, Meta(title="Cena netto")]
    unit: Annotated[str, Meta(title="Jednostka", max_length=20)] = "szt"
    rate: Annotated[VatRate, Meta(title="Stawka VAT")] = "23"
    buyer_item_code: Annotated[Code, Meta(title="Kod towaru u kupującego")] = ""

    def __post_init__(self) -> None:
        need_quantities(self.price)


class PriceList(Record, frozen=True, kw_only=True, tag_field="type", tag="price_list"):
    """A price list (cennik) for one contractor."""

    number: Annotated[Number, Meta(title="Numer cennika")]
    issue_date: Annotated[Date, Meta(title="Data cennika")]
    party: Annotated[Party, Meta(title="Podmiot")]
    price_group: Annotated[str, Meta(title="Grupa cenowa", max_length=50)] = ""
    currency: Annotated[Currency, Meta(title="Waluta")] = "PLN"
    positions: Annotated[tuple[PricePosition, ...], Meta(title="Pozycje cennika", min_length=1)]

    @property
    def type(self) -> str:
        """The type of the document, as its file names it."""
        return "price_list"


def package_total(packages: tuple[Package, ...], number: int, measure: Literal["weight", "volume"]) -> Decimal | None:
    """The weight or volume of the packages within one (001:361–363); None where one of them says nothing."""
    inner = [getattr(each, measure) for each in packages if each.parent == number]
    return sum(inner, ZERO) if inner and None not in inner else None
