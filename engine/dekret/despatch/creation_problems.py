"""Problems of orders that an awizo is to be made of (001:266–275)."""

from dekret.despatch.problem_examples import ADVICE, ORDER, ORDERS, OTHER_ORDER
from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording


def _second(old: str, new: str) -> str:
    """The orders, one thing of the second one changed."""
    assert old in OTHER_ORDER, old
    return f"rezerwacje: [{ORDER},\n{OTHER_ORDER.replace(old, new)}]\n"


ORDER_CANCELLED = Problem(
    "awizo/order-cancelled",
    Wording("Rezerwacja {number} jest anulowana.", "The order {number} was cancelled."),
    Wording("Wybierz rezerwacje zrealizowane.", "Choose orders that were realised."),
    bad=_second('"done"', '"cancelled"'),
    good=ORDERS,
)
NO_DELIVERY = Problem(
    "awizo/no-delivery",
    Wording("Do rezerwacji {number} nie ma WZ.", "The order {number} has no goods issue (WZ)."),
    Wording(
        "Awizo wystawia się do rezerwacji zrealizowanej, choćby częściowo, zatwierdzonym WZ; do zamkniętej też, jeśli "
        "miała WZ.",
        "An awizo is made of orders that an approved WZ realised, if only partly; of a closed one, too, if it had a "
        "WZ.",
    ),
    bad=_second('[{"number": "WZ/2/2026", "delivery_date": "2026-04-17"}]', "[]"),
    good=_second('"done"', '"closed"'),
)
DELIVERY_NOT_APPROVED = Problem(
    "awizo/delivery-not-approved",
    Wording(
        "WZ {delivery} do rezerwacji {number} nie jest zatwierdzone.",
        "The goods issue {delivery} of the order {number} is not approved.",
    ),
    Wording("Zatwierdź WZ.", "Approve the WZ."),
    bad=_second('"delivery_date": "2026-04-17"', '"approved": false'),
    good=ORDERS,
)
NOTHING_DELIVERED = Problem(
    "awizo/nothing-delivered",
    Wording(
        "Rezerwacja {number} nie ma towaru z ilością zrealizowaną.",
        "The order {number} has no goods of which anything was delivered.",
    ),
    Wording(
        'Wpisz na pozycjach ilość zrealizowaną ("delivered"); usług się nie pakuje.',
        'Give the positions the quantity delivered ("delivered"); services are not packed.',
    ),
    bad=_second('"delivered": "10", ', ""),
    good=_second('"delivered": "10"', '"delivered": "3"'),
)
ORDER_REPEATED = Problem(
    "awizo/order-repeated",
    Wording("Rezerwację {number} wskazano dwa razy.", "The order {number} was given twice."),
    Wording("Wskaż ją raz.", "Give it once."),
    bad=f"rezerwacje: [{ORDER},\n{ORDER}]\n",
    good=ORDERS,
)
ORDER_ADVISED = Problem(
    "awizo/order-advised",
    Wording("Do rezerwacji {number} jest już awizo {advice}.", "The order {number} has an awizo, {advice}."),
    Wording(
        "Do rezerwacji wystawia się jedno awizo. Zmień tamto, albo je usuń, jeśli jest w buforze.",
        "An order has one awizo. Change that one, or delete it, if it is in the buffer.",
    ),
    bad=f"rezerwacje: [{ORDER},\n{ADVICE}]\n",
    good=f"rezerwacje: [{ORDER.replace('RO/1/', 'RO/3/')},\n{ADVICE}]\n",
)
OTHER_PARTY = Problem(
    "awizo/other-party",
    Wording(
        "Rezerwacja {number} ma innego kontrahenta ({who}): {party}, a pierwsza ma: {first}.",
        "The order {number} has another {who}: {party}; the first one has {first}.",
    ),
    Wording(
        "Wystaw osobne awizo: rezerwacje jednego awiza mają tego samego nabywcę i odbiorcę.",
        "Make an awizo of its own: the orders of one awizo have the same buyer and receiver.",
    ),
    bad=_second('"CENTRUM"', '"MAGAZYN"'),
    good=ORDERS,
)
OTHER_SUPPLIER_CODE = Problem(
    "awizo/other-supplier-code",
    Wording(
        "Kod dostawcy (atrybut CODEBYBUYER) rezerwacji {number} to {code}, a rezerwacji {first_number}: {first}.",
        "The supplier's code (CODEBYBUYER) of the order {number} is {code}, that of {first_number} is {first}.",
    ),
    Wording(
        "Kod musi być na wszystkich rezerwacjach ten sam, albo na żadnej go nie ma.",
        "All orders need the same code, or none has one.",
    ),
    bad=_second("D-17", "D-18"),
    good=ORDERS.replace('{"code": "CODEBYBUYER", "value": "D-17"}, ', ""),
)
BAD_ATTRIBUTE = Problem(
    "awizo/bad-attribute",
    Wording(
        "Rezerwacja {number}: wartość „{value}” atrybutu {code} nie mieści się na awizie: ma to być {expected}.",
        "The order {number}: the value '{value}' of the attribute {code} does not fit an awizo; it should be "
        "{expected}.",
    ),
    Wording("Popraw wartość atrybutu.", "Correct the value of the attribute."),
    bad=_second("5900000000039", "SKLEP 12"),
    good=ORDERS,
)
NO_ORDERS = Problem(
    "awizo/no-orders",
    Wording("W tych plikach nie ma rezerwacji odbiorcy.", "These files hold no orders of customers."),
    Wording(
        'Wskaż rezerwacje: dokumenty z "type": "customer_order".', 'Name orders: documents of "type": "customer_order".'
    ),
    bad=f"rezerwacje: [{ADVICE}]\n",
    good=ORDERS,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
