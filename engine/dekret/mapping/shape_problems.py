"""Problems of shapes, and of documents that do not have theirs."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_SHAPE = """kształt "ZAMOWIENIE"
[Nagłówek]
nazwa = Zamówienie
korzeń = Order
[Elementy]
| Ścieżka       | Obecność | Ile | Postać | Pewność  |
| Head          | M        |     |        | urzędowa |
| Head/Number   | M        |     | X(10)  | urzędowa |
| Head/Currency | O        |     | PLN,EUR | urzędowa |
| Line          | M        | n   |        | urzędowa |
| Line/Quantity | M        |     | R3     | urzędowa |
"""

UNKNOWN_FORMAT = Problem(
    "shape/unknown-format",
    Wording("„{text}” nie jest postacią wartości.", "'{text}' is no format of a value."),
    Wording(
        "Pisz X(35), [0-9](13), [A-Z](3), N0, R2, R2(18), data, hh:mm albo kody po przecinku: O,R.",
        "Write X(35), [0-9](13), [A-Z](3), N0, R2, R2(18), data, hh:mm, or codes with commas: O,R.",
    ),
    bad=_SHAPE.replace("X(10)", "X10"),
    good=_SHAPE,
)
BAD_PATH = Problem(
    "shape/bad-path",
    Wording("„{path}” nie jest drogą do elementu.", "'{path}' is no way to an element."),
    Wording(
        "Pisz nazwy od korzenia w dół, z ukośnikiem między nimi: Order-Header/OrderNumber.",
        "Write the names from the root down, with slashes: Order-Header/OrderNumber.",
    ),
    bad=_SHAPE.replace("Head/Number ", "Head//Number"),
    good=_SHAPE,
)
BAD_COUNT = Problem(
    "shape/bad-count",
    Wording("„{text}” nie mówi, ile razy element może stać.", "'{text}' does not say how many there may be."),
    Wording("Wpisz liczbę, n albo nic.", "Write a number, n, or nothing."),
    bad=_SHAPE.replace("| n   |", "| wiele |"),
    good=_SHAPE,
)
PATH_REPEATED = Problem(
    "shape/path-repeated",
    Wording("Element {path} jest w tabeli drugi raz.", "The element {path} is in the table twice."),
    Wording("Zostaw jeden z wierszy.", "Keep one of the rows."),
    bad=_SHAPE + "| Head/Number | O | | X(10) | urzędowa |\n",
    good=_SHAPE,
)
NO_PARENT = Problem(
    "shape/no-parent",
    Wording("Element {path} stoi w {parent}, którego przed nim nie ma.", "{path} stands in {parent}, not before it."),
    Wording("Dopisz wyżej wiersz {parent}.", "Add a row for {parent} above."),
    bad=_SHAPE + "| Summary/Total | O | | R2 | urzędowa |\n",
    good=_SHAPE + "| Summary | O | | | urzędowa |\n| Summary/Total | O | | R2 | urzędowa |\n",
)
VALUE_AROUND = Problem(
    "shape/value-around",
    Wording("Element {parent} ma postać wartości, a mają w nim stać elementy.", "{parent} has a format, and elements."),
    Wording("Usuń postać elementu {parent}.", "Remove the format of {parent}."),
    bad=_SHAPE + "| Line/Quantity/Unit | O | | X(3) | urzędowa |\n",
    good=_SHAPE,
)

# --- documents

_MAP = """mapa "RAMA"
[Nagłówek]
nazwa = Zamówienia
kierunek = odczyt
z = XML
do = Płatności
kształt = ZAMOWIENIE
dokument = /Order
[Pola]
| Cel | Źródło |
| Numer dokumentu | Head/Number |
| Kwota | 10 |
| Stan | 'do realizacji' |
"""


def _document(xml: str) -> str:
    """An example: the shape, a map, a file, and a case that reads it."""
    case = 'przypadek "Zamówienie"\nmapa = RAMA\n[Plik]\n"""\n' + xml + '\n"""\n[Rekord]\n| Pole | Wartość |\n'
    return (
        f"=== zamowienie.ksztalt\n{_SHAPE}=== rama.mapa\n{_MAP}=== rama.przypadek\n{case}| Numer dokumentu | ZAM/1 |\n"
    ).removesuffix("\n")


_GOOD_XML = "<Order><Head><Number>ZAM/1</Number></Head><Line><Quantity>2.000</Quantity></Line></Order>"
_GOOD = _document(_GOOD_XML)

MISSING_ELEMENT = Problem(
    "shape/missing-element",
    Wording("Nie ma obowiązkowego elementu {path}.", "The mandatory element {path} is missing."),
    Wording(
        "Poproś nadawcę o pełny plik; gdy odbiorca go nie wymaga, zmień w kształcie M na O.",
        "Ask the sender for the whole file; where it is not needed after all, change M to O in the shape.",
    ),
    bad=_document(_GOOD_XML.replace("<Quantity>2.000</Quantity>", "")),
    good=_GOOD,
    severity=Severity.WARNING,
)
UNKNOWN_ELEMENT = Problem(
    "shape/unknown-element",
    Wording("Elementu {path} nie ma w kształcie {shape}.{near}", "The shape {shape} has no element {path}.{near}"),
    Wording(
        "Nic nie trzeba robić: odmiany formatów mają pola, których nikt nie czyta.",
        "Nothing need be done: variants of formats have fields that nobody reads.",
    ),
    bad=_document(_GOOD_XML.replace("</Head>", "<Colour>red</Colour></Head>")),
    good=_GOOD,
    severity=Severity.INFO,
)
BAD_VALUE = Problem(
    "shape/bad-value",
    Wording("{path} = „{text}” {reason} ({format}).", "{path} = '{text}' {reason} ({format})."),
    Wording("Popraw wartość w pliku albo postać w kształcie.", "Correct the value, or the format in the shape."),
    bad=_document(_GOOD_XML.replace("ZAM/1</", "ZAM/1/2026/MAGAZYN</")),
    good=_GOOD,
    severity=Severity.WARNING,
)
OUT_OF_ORDER = Problem(
    "shape/out-of-order",
    Wording("Element {path} stoi za {before}, a powinien przed nim.", "{path} stands behind {before}, not before it."),
    Wording("Ustaw elementy w kolejności kształtu.", "Put the elements in the order of the shape."),
    bad=_document(_GOOD_XML.replace("<Head>", "<Head><Currency>PLN</Currency>")),
    good=_GOOD,
    severity=Severity.WARNING,
)
TOO_MANY = Problem(
    "shape/too-many",
    Wording(
        "Element {path} stoi {count} razy, a może najwyżej {most}.", "{path} stands {count} times, {most} at most."
    ),
    Wording("Zostaw tyle, ile dopuszcza kształt.", "Keep as many as the shape allows."),
    bad=_document(_GOOD_XML.replace("</Head>", "</Head><Head><Number>ZAM/1</Number></Head>")),
    good=_GOOD,
    severity=Severity.WARNING,
)
TEXT_IN_SECTION = Problem(
    "shape/text-in-section",
    Wording("W elemencie {path} stoi tekst „{text}”, a mają w nim stać elementy.", "{path} holds the text '{text}'."),
    Wording("Sprawdź, czy plik nie jest uszkodzony.", "See whether the file is damaged."),
    bad=_document(_GOOD_XML.replace("<Line>", "<Line>dwie sztuki")),
    good=_GOOD,
    severity=Severity.WARNING,
)

PROBLEMS: tuple[Problem, ...] = (
    UNKNOWN_FORMAT,
    BAD_PATH,
    BAD_COUNT,
    PATH_REPEATED,
    NO_PARENT,
    VALUE_AROUND,
    MISSING_ELEMENT,
    UNKNOWN_ELEMENT,
    BAD_VALUE,
    OUT_OF_ORDER,
    TOO_MANY,
    TEXT_IN_SECTION,
)
