"""Problems of an awizo, in the buffer too, and of changes to it (001:331–381)."""

from dekret.despatch.problem_examples import ADVICE, GOOD, changed
from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_IN_BUFFER = ADVICE.replace('"contents": [{"position": 2, "quantity": "4"}]', '"contents": []')
_OF_PAINT = '"contents": [{"position": 1, "quantity": "10"}]'


def _verb(words: str, advice: str = _IN_BUFFER) -> str:
    """A command on an awizo, of which the third package is empty."""
    return f"awizo {words}: {advice}"


PACKAGE_REPEATED = Problem(
    "awizo/package-repeated",
    Wording("Opakowanie {package} jest na awizie dwa razy.", "The package {package} stands on the awizo twice."),
    Wording("Nadaj opakowaniom różne numery.", "Give packages different numbers."),
    bad=changed('"number": 3,', '"number": 2,'),
    good=GOOD,
)
NO_SUCH_PARENT = Problem(
    "awizo/no-such-parent",
    Wording(
        "Opakowanie {package} leży w opakowaniu {parent}, którego nie ma.",
        "The package {package} lies in the package {parent}, which is not there.",
    ),
    Wording("Wskaż inne opakowanie nadrzędne albo żadne.", "Name another outer package, or none."),
    bad=changed('"parent": 1', '"parent": 7'),
    good=GOOD,
)
TOO_DEEP = Problem(
    "awizo/too-deep",
    Wording(
        "Opakowanie {package} leży w opakowaniu {parent}, które samo leży w innym.",
        "The package {package} lies in the package {parent}, which lies in another one itself.",
    ),
    Wording(
        "Opakowania mają dwa poziomy: nadrzędne i podrzędne. Wskaż opakowanie nadrzędne.",
        "Packages have two levels, outer and inner. Name the outer one.",
    ),
    bad=changed('"359012345670000030", ', '"359012345670000030", "parent": 2, '),
    good=GOOD,
)
GOODS_IN_OUTER = Problem(
    "awizo/goods-in-outer",
    Wording(
        "W opakowaniu {package} leżą inne opakowania, więc nie można do niego pakować towarów.",
        "The package {package} holds other packages, so no goods can be packed into it.",
    ),
    Wording("Zapakuj towar do opakowania podrzędnego.", "Pack the goods into an inner package."),
    bad=changed('"parent": 1', '"parent": 3'),
    good=GOOD,
)
ORDER_ON_OUTER = Problem(
    "awizo/order-on-outer",
    Wording(
        "Opakowanie nadrzędne {package} ma numer zamówienia.",
        "The outer package {package} has an order number.",
    ),
    Wording(
        "Numer zamówienia podaje się na opakowaniach podrzędnych; tu go usuń.",
        "Order numbers stand on inner packages; take this one away.",
    ),
    bad=changed('"type": "201"', '"type": "201", "order_number": "ZAM-7"'),
    good=GOOD,
)
OTHER_CUSTOMER_WITHIN = Problem(
    "awizo/other-customer-within",
    Wording(
        "Opakowanie {package} ma ostatecznego odbiorcę {customer}, a opakowanie nadrzędne {parent}: {expected}.",
        "The package {package} has the ultimate customer {customer}, the outer package {parent} has {expected}.",
    ),
    Wording(
        "Jeśli opakowanie nadrzędne ma ostatecznego odbiorcę, mają go i podrzędne; może go też nie mieć.",
        "Where an outer package has an ultimate customer, those within have the same one; it may have none.",
    ),
    bad=changed('"type": "201"', '"type": "201", "ultimate_customer": "5900000000046"'),
    good=changed('"type": "201"', '"type": "201", "ultimate_customer": "5900000000039"'),
)
UNKNOWN_CUSTOMER = Problem(
    "awizo/unknown-customer",
    Wording(
        "Opakowanie {package}: żaden towar nie jest dla ostatecznego odbiorcy {customer}.",
        "The package {package}: no goods are for the ultimate customer {customer}.",
    ),
    Wording("Do wyboru: {known}.", "One of: {known}."),
    bad=changed(
        f'"ultimate_customer": "5900000000039", "order_number": "ZAM-7", {_OF_PAINT}',
        '"ultimate_customer": "5900000000053"',
    ),
    good=GOOD,
)
UNKNOWN_ORDER = Problem(
    "awizo/unknown-order",
    Wording(
        "Opakowanie {package}: żaden towar jego odbiorcy nie jest z zamówienia {order}.",
        "The package {package}: no goods of its customer are of the order {order}.",
    ),
    Wording("Do wyboru: {known}.", "One of: {known}."),
    bad=changed(f'"order_number": "ZAM-7", {_OF_PAINT}', '"order_number": "ZAM-8"'),
    good=GOOD,
)
NO_SUCH_POSITION = Problem(
    "awizo/no-such-position",
    Wording("Nie ma pozycji {position}: awizo ma ich {count}.", "There is no position {position}, only {count}."),
    Wording("Popraw numer pozycji; liczy się je od 1.", "Correct the number of the position; they count from 1."),
    bad=changed('"position": 2', '"position": 3'),
    good=GOOD,
)
POSITION_REPEATED = Problem(
    "awizo/position-repeated",
    Wording(
        "W opakowaniu {package} pozycja {position} leży dwa razy.",
        "The position {position} lies in the package {package} twice.",
    ),
    Wording("Złącz je w jedną ilość.", "Make one quantity of the two."),
    bad=changed(
        '{"position": 2, "quantity": "4"}', '{"position": 2, "quantity": "1"}, {"position": 2, "quantity": "3"}'
    ),
    good=GOOD,
)
OTHER_ORDER = Problem(
    "awizo/other-order",
    Wording(
        "Pozycja {position} jest z zamówienia {order}, a opakowanie {package} z zamówienia {expected}.",
        "The position {position} is of the order {order}, the package {package} of {expected}.",
    ),
    Wording(
        "Zapakuj ją do innego opakowania: towary mają numer zamówienia swojego opakowania.",
        "Pack it into another package: goods have the order number of their package.",
    ),
    bad=changed(
        '"ultimate_customer": "5900000000046", "order_number": "ZAM-8", "reservation"',
        '"ultimate_customer": "5900000000046", "order_number": "ZAM-9", "reservation"',
    ),
    good=GOOD,
)
OTHER_CUSTOMER = Problem(
    "awizo/other-customer",
    Wording(
        "Pozycja {position} jest dla odbiorcy {customer}, a opakowanie {package} dla {expected}.",
        "The position {position} is for the customer {customer}, the package {package} for {expected}.",
    ),
    Wording(
        "Zapakuj ją do innego opakowania: towary mają ostatecznego odbiorcę swojego opakowania.",
        "Pack it into another package: goods have the ultimate customer of their package.",
    ),
    bad=changed(
        '"ultimate_customer": "5900000000046", "order_number": "ZAM-8", "contents"',
        '"ultimate_customer": "5900000000039", "contents"',
    ),
    good=GOOD,
)
PACKED_TOO_MUCH = Problem(
    "awizo/packed-too-much",
    Wording(
        "Pozycja {position} ({goods}): zapakowano {packed}, a jest {total}.",
        "The position {position} ({goods}): {packed} is packed, there is {total}.",
    ),
    Wording("Zapakuj mniej.", "Pack less."),
    bad=changed('"position": 2, "quantity": "4"', '"position": 2, "quantity": "5"'),
    good=GOOD,
)
BAD_SSCC = Problem(
    "awizo/bad-sscc",
    Wording("Opakowanie {package}: {sscc} nie jest numerem SSCC.", "The package {package}: {sscc} is no SSCC."),
    Wording(
        "SSCC ma 18 cyfr, ostatnia jest kontrolna. Nowy numer nada „dekret awizo sscc”.",
        "An SSCC has 18 digits, the last a check digit. 'dekret awizo sscc' gives a new one.",
    ),
    bad=changed("359012345670000030", "359012345670000031"),
    good=GOOD,
)
SSCC_REPEATED = Problem(
    "awizo/sscc-repeated",
    Wording(
        "Opakowanie {package}: numer SSCC {sscc} ma już inne opakowanie.",
        "The package {package}: another one has the SSCC {sscc}.",
    ),
    Wording("Nadaj nowy numer: „dekret awizo sscc”.", "Give it a new one: 'dekret awizo sscc'."),
    bad=changed("359012345670000030", "359012345670000023"),
    good=GOOD,
)
NUMBER_TAKEN = Problem(
    "awizo/number-taken",
    Wording("Nabywca ma już awizo {number}.", "The buyer has an awizo {number} already."),
    Wording(
        "Numer awiza jest niepowtarzalny; dopisz przyrostek 01, 02 …", "Numbers of awizos are unique; add 01, 02 …"
    ),
    bad=f"awiza: [{ADVICE},\n{ADVICE.replace('RO/', 'RO/2026/')}]\n",
    good=f"awiza: [{ADVICE},\n{ADVICE.replace('RO/', 'RO/2026/').replace('17042026', '1704202601')}]\n",
)
ORDER_ON_ANOTHER = Problem(
    "awizo/order-on-another",
    Wording("Rezerwacja {order} jest też na awizie {other}.", "The order {order} is on the awizo {other}, too."),
    Wording("Do rezerwacji wystawia się jedno awizo; usuń drugie.", "An order has one awizo; delete the other one."),
    bad=f"awiza: [{ADVICE},\n{ADVICE.replace('17042026', '1704202601')}]\n",
    good=f"awiza: [{ADVICE},\n{ADVICE.replace('RO/', 'RO/2026/').replace('17042026', '1704202601')}]\n",
)
APPROVED = Problem(
    "awizo/approved",
    Wording("Awizo {number} jest zatwierdzone.", "The awizo {number} is approved."),
    Wording("Najpierw przywróć je do bufora: dekret awizo restore.", "Restore it to the buffer first."),
    bad=_verb("add", ADVICE.replace('"number": "17042026"', '"number": "17042026", "approved": true')),
    good=_verb("add"),
)
NO_SUCH_PACKAGE = Problem(
    "awizo/no-such-package",
    Wording("Nie ma opakowania {package}.", "There is no package {package}."),
    Wording("Opakowania awiza: {known}.", "Packages of the awizo: {known}."),
    bad=_verb("pack --package 9 --position 2"),
    good=_verb("pack --package 3 --position 2"),
)
NOTHING_LEFT = Problem(
    "awizo/nothing-left",
    Wording(
        "Pozycja {position} ({goods}) jest już cała zapakowana.",
        "The position {position} ({goods}) is packed, all of it.",
    ),
    Wording(
        "Rozpakuj ją albo zmień ilość w opakowaniu, zanim zapakujesz ją gdzie indziej.",
        "Unpack it, or change its quantity in a package, before you pack it elsewhere.",
    ),
    bad=_verb("pack --package 3 --position 1"),
    good=_verb("pack --package 3 --position 2"),
)
NOT_IN_PACKAGE = Problem(
    "awizo/not-in-package",
    Wording("W opakowaniu {package} nie ma pozycji {position}.", "The package {package} holds no position {position}."),
    Wording("Leżą w nim pozycje: {known}.", "It holds the positions: {known}."),
    bad=_verb("unpack --package 3 --position 2"),
    good=_verb("unpack --package 2 --position 1"),
)
OUTER_UNPACKED = Problem(
    "awizo/outer-unpacked",
    Wording(
        "W opakowaniu nadrzędnym {package} nie leżą towary, tylko opakowania: {within}.",
        "The outer package {package} holds no goods but packages: {within}.",
    ),
    Wording("Rozpakuj opakowania podrzędne.", "Unpack the inner packages."),
    bad=_verb("unpack --package 1"),
    good=_verb("unpack --package 2"),
)
NOT_ONE_ADVICE = Problem(
    "awizo/not-one",
    Wording(
        "Plik ma mieć jedno awizo i nic więcej, a ma awiz: {count}, innych dokumentów: {others}.",
        "The file should hold one awizo and nothing else; it holds awizos: {count}, other documents: {others}.",
    ),
    Wording(
        'Zapisz awizo (dokument z "type": "despatch_advice") w osobnym pliku.',
        'Write the awizo (a document of "type": "despatch_advice") to a file of its own.',
    ),
    bad=f"awizo restore: [{ADVICE},\n{ADVICE}]\n",
    good=_verb("add"),
)
NOT_APPROVED = Problem(
    "awizo/not-approved",
    Wording("Awizo {number} jest w buforze.", "The awizo {number} is in the buffer."),
    Wording("Najpierw je zatwierdź: dekret awizo approve.", "Approve it first: dekret awizo approve."),
    bad=_verb("restore"),
    good=_verb("restore", ADVICE.replace('"number": "17042026"', '"number": "17042026", "approved": true')),
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
