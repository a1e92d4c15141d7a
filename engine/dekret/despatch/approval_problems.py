"""Problems that stand in the way of approving or exporting an awizo, and what ought to be filled in (001:347–412)."""

from dekret.despatch.problem_examples import GOOD, changed
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_OF_GLUE = ', "contents": [{"position": 2, "quantity": "4"}]'

NO_PACKAGES = Problem(
    "awizo/no-packages",
    Wording("Awizo {number} nie ma opakowań.", "The awizo {number} has no packages."),
    Wording("Dodaj opakowania i zapakuj towary.", "Add packages and pack the goods."),
    bad=GOOD[: GOOD.index(',\n "packages"')] + "}\n",
    good=GOOD,
)
EMPTY_PACKAGE = Problem(
    "awizo/empty-package",
    Wording("Opakowanie {package} jest puste.", "The package {package} is empty."),
    Wording(
        "Zapakuj do niego towary albo je usuń: awiza z pustymi opakowaniami nie można zatwierdzić.",
        "Pack goods into it, or remove it: an awizo with empty packages cannot be approved.",
    ),
    bad=changed(_OF_GLUE, ""),
    good=GOOD,
)
NOT_PACKED = Problem(
    "awizo/not-packed",
    Wording(
        "Pozycja {position} ({goods}): nie zapakowano {left}.",
        "The position {position} ({goods}): {left} is not packed.",
    ),
    Wording(
        "Zapakuj resztę; na etykiety i do pliku trafia tylko to, co zapakowane.", "Pack the rest, or it is not sent."
    ),
    bad=changed('"position": 2, "quantity": "4"', '"position": 2, "quantity": "3"'),
    good=GOOD,
    severity=Severity.WARNING,
)
NO_WEIGHT = Problem(
    "awizo/no-weight",
    Wording("Opakowanie {package} nie ma wagi.", "The package {package} has no weight."),
    Wording(
        "Podaj wagę w kg; waga opakowania nadrzędnego to suma podrzędnych, jeśli nie poda się innej.",
        "Give the weight in kg; that of an outer package is the sum of the inner ones, if no other is given.",
    ),
    bad=changed('"weight": "125.5", ', ""),
    good=GOOD,
    severity=Severity.WARNING,
)
NO_VOLUME = Problem(
    "awizo/no-volume",
    Wording("Opakowanie {package} nie ma objętości.", "The package {package} has no volume."),
    Wording(
        "Podaj objętość w m³; objętość opakowania nadrzędnego to suma podrzędnych, jeśli nie poda się innej.",
        "Give the volume in m³; that of an outer package is the sum of the inner ones, if no other is given.",
    ),
    bad=changed('"volume": "0.12"', '"volume": "0"'),
    good=GOOD,
    severity=Severity.WARNING,
)
NO_CUSTOMER = Problem(
    "awizo/no-customer",
    Wording("Opakowanie {package} nie ma ostatecznego odbiorcy.", "The package {package} has no ultimate customer."),
    Wording(
        "Wskaż go na opakowaniu; z pozycji przejdzie przy pakowaniu.",
        "Name one; that of a position is taken over when it is packed.",
    ),
    bad=GOOD.replace('"ultimate_customer": "5900000000046", ', "").replace(
        '"ultimate_customer": "5900000000046",\n', ""
    ),
    good=GOOD,
    severity=Severity.WARNING,
)
NO_ORDER_NUMBER = Problem(
    "awizo/no-order-number",
    Wording("Opakowanie {package} nie ma numeru zamówienia.", "The package {package} has no order number."),
    Wording(
        "Wskaż go na opakowaniu; z pozycji przejdzie przy pakowaniu.",
        "Name one; that of a position is taken over when it is packed.",
    ),
    bad=GOOD.replace('"order_number": "ZAM-8", ', ""),
    good=GOOD,
    severity=Severity.WARNING,
)
NO_SSCC = Problem(
    "awizo/no-sscc",
    Wording("Opakowanie {package} nie ma numeru SSCC.", "The package {package} has no SSCC."),
    Wording("Numery nada „dekret awizo sscc”.", "'dekret awizo sscc' gives numbers."),
    bad=changed('"sscc": "359012345670000030", ', ""),
    good=GOOD,
    severity=Severity.WARNING,
)
BAD_GLN = Problem(
    "awizo/bad-gln",
    Wording(
        "{gln} nie jest numerem GLN: cyfra kontrolna się nie zgadza.", "{gln} is no GLN: its check digit is wrong."
    ),
    Wording("Popraw numer na rezerwacji albo na pozycji awiza.", "Correct it on the order, or on the position."),
    bad=changed('"gln": "5900000000022"', '"gln": "5900000000023"'),
    good=GOOD,
    severity=Severity.WARNING,
)
UNKNOWN_TERMS = Problem(
    "awizo/unknown-terms",
    Wording("Nie ma warunków dostawy {terms}.", "There are no terms of delivery {terms}."),
    Wording("Do wyboru: {known}.", "One of: {known}."),
    bad=changed('"issue_date"', '"delivery_terms": "DPD", "issue_date"'),
    good=changed('"issue_date"', '"delivery_terms": "EXW", "issue_date"'),
    severity=Severity.WARNING,
)
UNKNOWN_PACKAGE_TYPE = Problem(
    "awizo/unknown-package-type",
    Wording("Opakowanie {package}: nie ma typu {type}.", "The package {package}: there is no type {type}."),
    Wording("Typy: {known}. Inny kod sieci można zostawić.", "Types: {known}. Another code of a chain may stay."),
    bad=changed('"type": "201"', '"type": "PALETA"'),
    good=GOOD,
    severity=Severity.WARNING,
)
NO_PARTY_GLN = Problem(
    "awizo/no-party-gln",
    Wording("Awizo nie ma numeru GLN {who}.", "The awizo has no GLN of the {who}."),
    Wording(
        "Wpisz go w kartotece i na awizie: bez niego awiza nie da się wyeksportować.",
        "Put it on file and on the awizo: without it, it cannot be exported.",
    ),
    bad=changed(', "gln": "5900000000022"', ""),
    good=GOOD,
)
NO_EAN = Problem(
    "awizo/no-ean",
    Wording("Pozycja {position} ({goods}) nie ma kodu EAN.", "The position {position} ({goods}) has no EAN."),
    Wording(
        "Wpisz kod EAN albo AAP w kartotece towarów i na awizie: eksport go wymaga.",
        "Put the EAN or AAP code on file and on the awizo: the export needs it.",
    ),
    bad=changed(', "ean": "2900000000025"', ""),
    good=GOOD,
)
NO_BUYER_ITEM_CODE = Problem(
    "awizo/no-buyer-item-code",
    Wording(
        "Pozycja {position} ({goods}) nie ma kodu towaru u kupującego.",
        "The position {position} ({goods}) has no item code of the buyer.",
    ),
    Wording(
        "Dodaj towarowi w kartotece atrybut BUYERITEMCODE dla nabywcy i wpisz kod na awizie: eksport go wymaga.",
        "Give the goods on file BUYERITEMCODE for the buyer, and write the code here: the export needs it.",
    ),
    bad=changed('"buyer_item_code": "82002", ', ""),
    good=GOOD,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
