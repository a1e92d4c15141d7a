"""The language `kształt`: which elements an XML document has, in which order, and what stands in them."""

from enum import Enum

from dekret.mapping.formats import FORMAT
from dekret.syntax import cells
from dekret.syntax.schema import Field, Language, SectionSchema, Word
from dekret.text.wording import Wording


class Must(Enum):
    """Whether an element has to be there, always relative to its parent."""

    MANDATORY = Word("M", "M", ("obowiązkowy", "mandatory"))
    OPTIONAL = Word("O", "O", ("opcjonalny", "optional"))
    CONDITIONAL = Word("C", "C", ("warunkowy", "conditional"))


class Certainty(Enum):
    """How well a path is known."""

    OFFICIAL = Word("urzędowa", "official")
    CONFIRMED = Word("potwierdzona", "confirmed")
    INFERRED = Word("wywnioskowana", "inferred")


NAME = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa dokumentu", "name of the document"), required=True)
ROOT = Field(
    Word("korzeń", "root"),
    cells.TEXT,
    Wording("element, w którym jest cały dokument", "the element that holds the whole document"),
    required=True,
)
VERSION = Field(Word("wersja", "version"), cells.TEXT, Wording("wersja tabeli źródłowej", "version of the source"))
SOURCE = Field(Word("źródło", "source"), cells.TEXT, Wording("skąd są elementy", "where the elements are from"))
PATH = Field(
    Word("Ścieżka", "Path"),
    cells.TEXT,
    Wording("droga od korzenia: Order-Header/OrderNumber", "the way from the root: Order-Header/OrderNumber"),
    required=True,
)
MUST = Field(
    Word("Obecność", "Presence"),
    cells.choice(Wording("obecność elementu", "presence of an element"), {must.value: must for must in Must}),
    Wording("M musi być, O może być, C zależy od innych", "M must be there, O may, C depends on others"),
    required=True,
)
MOST = Field(
    Word("Ile", "How many"),
    cells.TEXT,
    Wording(
        "ile razy najwyżej w swoim elemencie; n: dowolnie wiele; puste: raz", "how many times at most; n: any; empty: 1"
    ),
)
FORM = Field(
    Word("Postać", "Format"),
    FORMAT,
    Wording(
        "X(35) tekst, [0-9](13) cyfry, [A-Z](3) wielkie litery, N0 liczba całkowita, R2 liczba z dwoma miejscami, "
        "data, hh:mm, albo kody: O,R; pusta: element ma w sobie elementy",
        "X(35) text, [0-9](13) digits, [A-Z](3) capital letters, N0 whole number, R2 number with two places, date, "
        "hh:mm, or codes: O,R; empty: the element holds elements",
    ),
)
CERTAINTY = Field(
    Word("Pewność", "Certainty"),
    cells.choice(Wording("pewność", "certainty"), {known.value: known for known in Certainty}),
    Wording(
        "urzędowa: z tabeli wydawcy; potwierdzona: z cudzych programów; wywnioskowana: do sprawdzenia",
        "official: of the publisher's table; confirmed: of other programs; inferred: to be verified",
    ),
    required=True,
)
REMARK = Field(Word("Uwagi", "Remarks"), cells.TEXT, Wording("objaśnienie dla czytających", "a note for readers"))

GENERAL = SectionSchema(
    Word("Nagłówek", "Header"),
    Wording("nazwa i korzeń dokumentu", "name and root of the document"),
    keys=(NAME, ROOT, VERSION, SOURCE),
    required=True,
)
ELEMENTS = SectionSchema(
    Word("Elementy", "Elements"),
    Wording("elementy w tej kolejności, w jakiej stoją w pliku", "the elements in the order in which a file has them"),
    columns=(PATH, MUST, MOST, FORM, CERTAINTY, REMARK),
    required=True,
)
LANGUAGE = Language(
    Word("kształt", "shape"),
    "ksztalt",
    Wording(
        "kształt dokumentu XML: elementy, ich kolejność, obecność i postać wartości",
        "the shape of an XML document: elements, their order, presence, and format of values",
    ),
    (GENERAL, ELEMENTS),
)
