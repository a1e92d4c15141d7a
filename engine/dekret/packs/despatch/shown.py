"""An awizo as tables: what is to be packed, and the packages with what lies in them (001:307–401)."""

from collections.abc import Iterator
from decimal import Decimal

from dekret.despatch.codes import DELIVERY_TERMS, PACKAGE_TYPES, TRANSPORT, code_with_words
from dekret.despatch.packages import in_order, kind_of, measure, packed, to_pack, total
from dekret.model.parties import Party
from dekret.model.trade import DespatchAdvice, DespatchPosition, Package
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording, number_wording

_NOTHING = ""
_POSITIONS = (
    Wording("Lp", "No."),
    Wording("Nr odbiorcy", "Customer"),
    Wording("Nr zamówienia", "Order"),
    Wording("Kod", "Code"),
    Wording("Spakuj", "To pack"),
    Wording("Zapakowano", "Packed"),
)
_HIDDEN_OF_POSITIONS = (
    Wording("Ilość całkowita", "Quantity"),
    Wording("JM", "Unit"),
    Wording("Nazwa", "Name"),
    Wording("EAN", "EAN"),
    Wording("Kod u kupującego", "Buyer's code"),
    Wording("Nr rezerwacji", "Reservation"),
    Wording("WZ", "Goods issue"),
)
_PACKAGES = (
    Wording("Nazwa", "Name"),
    Wording("Nr opakowania", "Package"),
    Wording("Ilość towaru", "Quantity"),
    Wording("Opis", "Description"),
    Wording("Nr zamówienia", "Order"),
    Wording("Ostateczny odbiorca", "Customer"),
)
_HIDDEN_OF_PACKAGES = (
    Wording("Kod SSCC", "SSCC"),
    Wording("Objętość w m³", "Volume in m³"),
    Wording("Waga w kg", "Weight in kg"),
)
_PACKAGE = Wording("opakowanie", "package")


def advice_page(advice: DespatchAdvice, language: Language, *, hidden: bool = False) -> str:
    """The head of an awizo and its two lists; with the columns that the form hides at first, too."""
    goods = Wording("Pozycje towarowe", "Goods").in_(language)
    packages = Wording("Opakowania", "Packages").in_(language)
    head = "\n".join(_head(advice, language))
    lists = [f"{goods}\n\n{_positions(advice, language, hidden=hidden)}"]
    if advice.packages:
        lists.append(f"{packages}\n\n{_packages(advice, language, hidden=hidden)}")
    else:
        lists.append(Wording("Opakowań nie ma.", "There are no packages.").in_(language))
    return "\n\n".join([head, *lists]) + "\n"


def _head(advice: DespatchAdvice, language: Language) -> Iterator[str]:
    state = Wording("zatwierdzone", "approved") if advice.approved else Wording("w buforze", "in the buffer")
    yield f"Awizo {advice.number} ({state.in_(language)})"
    rows = (
        (Wording("Data awiza", "Date"), advice.issue_date.isoformat()),
        (Wording("Data dostawy", "Delivery date"), advice.delivery_date.isoformat()),
        (Wording("Nabywca", "Buyer"), _party(advice.party)),
        (Wording("Odbiorca", "Receiver"), _party(advice.receiver)),
        (Wording("Kod dostawcy", "Supplier's code"), advice.supplier_code),
        (Wording("Typ transportu", "Transport"), code_with_words(advice.transport, TRANSPORT).in_(language)),
        (
            Wording("Warunki dostawy", "Delivery terms"),
            code_with_words(advice.delivery_terms, DELIVERY_TERMS).in_(language),
        ),
        (Wording("Waga w kg", "Weight in kg"), shown(total(advice, "weight"), language)),
        (Wording("Objętość w m³", "Volume in m³"), shown(total(advice, "volume"), language)),
    )
    for title, value in rows:
        if value:
            yield cell_text(f"{title.in_(language)}: {value}")


def _party(party: Party) -> str:
    return ", ".join(filter(None, (party.name or party.code, party.gln and f"GLN {party.gln}")))


def shown(number: Decimal | None, language: Language) -> str:
    """A quantity or measure; empty where it is not known."""
    return _NOTHING if number is None else number_wording(number).in_(language)


def _positions(advice: DespatchAdvice, language: Language, *, hidden: bool) -> str:
    """The goods by customer and order, each group headed by the two (001:309)."""
    groups: dict[tuple[str, str], list[int]] = {}
    for number, position in enumerate(advice.positions, start=1):
        groups.setdefault((position.ultimate_customer, position.order_number), []).append(number)
    rows, left, lying = [], to_pack(advice), packed(advice)
    for (customer, order), numbers in groups.items():
        for index, number in enumerate(numbers):
            position = advice.positions[number - 1]
            named = (customer or "–", order or "–") if index == 0 else (_NOTHING, _NOTHING)
            quantities = (shown(of[number], language) for of in (left, lying))
            row = [str(number), *named, position.goods.code, *quantities]
            rows.append(row + (_hidden_of(position, language) if hidden else []))
    header = (*_POSITIONS, *(_HIDDEN_OF_POSITIONS if hidden else ()))
    return _table(header, rows, frozenset({0, 4, 5, 6} if hidden else {0, 4, 5}), language)


def _hidden_of(position: DespatchPosition, language: Language) -> list[str]:
    return [
        shown(position.quantity, language),
        position.unit,
        position.goods.name,
        position.goods.ean,
        position.buyer_item_code,
        position.reservation,
        ", ".join(position.deliveries),
    ]


def _packages(advice: DespatchAdvice, language: Language, *, hidden: bool) -> str:
    """The packages, inner ones indented under their outer one, and under each its goods."""
    rows = []
    for package in in_order(advice):
        rows.append(_package_row(advice, package, language, hidden=hidden))
        indent = "  " if package.parent is None else "    "
        for item in package.contents:
            known = advice.positions[item.position - 1] if item.position <= len(advice.positions) else None
            name = (known.goods.name or known.goods.code) if known else "?"
            cells = [f"{indent}{item.position}. {name}", _NOTHING, shown(item.quantity, language)]
            rows.append([*cells, *[_NOTHING] * (6 if hidden else 3)])
    header = (*_PACKAGES, *(_HIDDEN_OF_PACKAGES if hidden else ()))
    return _table(header, rows, frozenset({1, 2, 7, 8} if hidden else {1, 2}), language)


def _package_row(advice: DespatchAdvice, package: Package, language: Language, *, hidden: bool) -> list[str]:
    kind = kind_of(advice, package).value.in_(language)
    name = PACKAGE_TYPES.get(package.type, _PACKAGE).in_(language)
    row = [
        f"{'' if package.parent is None else '  '}{name} ({kind})",
        str(package.number),
        _NOTHING,
        package.description,
        package.order_number,
        package.ultimate_customer,
    ]
    if hidden:
        measures = (shown(measure(advice, package, what), language) for what in ("volume", "weight"))
        row += [package.sscc, *measures]
    return row


def _table(header: tuple[Wording, ...], rows: list[list[str]], right: frozenset[int], language: Language) -> str:
    cells = [[cell_text(cell) for cell in row] for row in rows]
    return "\n".join(titled([word.in_(language) for word in header], cells, right=right))
