"""Problems of maps, found by the check."""

from dekret.mapping.examples import GOOD, GOOD_SHAPED, INVOICE, INVOICE_SHAPED, SHAPED, with_shape
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

NO_ROWS = Problem(
    "mapping/no-rows",
    Wording("Tabela [Pola] nie ma wierszy.", "The table [Fields] has no rows."),
    Wording("Dopisz wiersze: cel i źródło.", "Add rows: target and source."),
    bad=GOOD.partition("| Numer")[0],
    good=GOOD,
)
UNKNOWN_FILE = Problem(
    "mapping/unknown-file",
    Wording("Nie ma rodzaju pliku „{name}”.", "There is no kind of file '{name}'."),
    Wording("{advice}Wpisz jeden z: {known}.", "{advice}Write one of: {known}."),
    bad=GOOD.replace("z = XML", "z = XMLL"),
    good=GOOD,
)
NO_TARGET = Problem(
    "mapping/no-target",
    Wording("Mapa nie mówi, do jakiego dokumentu prowadzi.", "The map does not say which document it leads to."),
    Wording("Dopisz klucz do = Płatności albo inny typ dokumentu.", "Add the key to = Payments, or another type."),
    bad=GOOD.replace("do = Płatności\n", ""),
    good=GOOD,
)
UNKNOWN_RECORD = Problem(
    "mapping/unknown-record",
    Wording("Nie ma typu dokumentu „{name}”.", "There is no type of document '{name}'."),
    Wording("{advice}Wpisz jeden z: {known}.", "{advice}Write one of: {known}."),
    bad=GOOD.replace("do = Płatności", "do = Platnoscci"),
    good=GOOD,
)
NO_DOCUMENT_PATH = Problem(
    "mapping/no-document-path",
    Wording("Mapa nie mówi, gdzie w pliku XML zaczyna się dokument.", "The map does not say where a document begins."),
    Wording(
        "Dopisz klucz dokument, np. dokument = /Document-Order.", "Add the key document, as document = /Document-Order."
    ),
    bad=GOOD.replace("dokument = /Order\n", ""),
    good=GOOD,
)
NO_SOURCE = Problem(
    "mapping/no-source",
    Wording("Wiersz nie ma źródła.", "The row has no source."),
    Wording("Wypełnij kolumnę Źródło albo Domyślnie.", "Fill the column Source or Default."),
    bad=GOOD.replace("| Head/Total |", "| |"),
    good=GOOD,
)
OTHER_PARTS = Problem(
    "mapping/other-parts",
    Wording(
        "Dokument {record} nie ma części [{name}]; ma: {known}.",
        "A document of the type {record} has no parts [{name}]; it has: {known}.",
    ),
    Wording("Zmień nazwę sekcji albo typ dokumentu.", "Change the name of the section, or the type of document."),
    bad=GOOD + "[Pozycje rejestru]\ndla = Line\n| Cel | Źródło |\n| Netto | Net |\n",
    good=GOOD,
)
PART_WITHOUT_KEY = Problem(
    "mapping/part-without-key",
    Wording("Sekcja [{section}] nie ma klucza {key}.", "The section [{section}] has no key {key}."),
    Wording(
        "Dopisz klucz {key}: przy odczycie ścieżkę części, przy zapisie nazwę listy.",
        "Add the key {key}: in reading the path of the part, in writing the name of the list.",
    ),
    bad=INVOICE.replace("dla = Line\n", ""),
    good=INVOICE,
)
PART_OTHER_KEY = Problem(
    "mapping/part-other-key",
    Wording("Klucz {key} jest dla drugiego kierunku.", "The key {key} is for the other direction."),
    Wording("Usuń go; tu potrzebny jest klucz {wanted}.", "Remove it; the key {wanted} is needed here."),
    bad=INVOICE.replace("dla = Line\n", "dla = Line\njako = Line\n"),
    good=INVOICE,
)
UNKNOWN_TARGET = Problem(
    "mapping/unknown-target",
    Wording("Nie ma pola „{name}”.", "There is no field '{name}'."),
    Wording("{advice}Wpisz jedno z: {known}.", "{advice}Write one of: {known}."),
    bad=GOOD.replace("| Kwota |", "| Kwotta |"),
    good=GOOD,
)
TARGET_REPEATED = Problem(
    "mapping/target-repeated",
    Wording("Pole „{name}” ma już wiersz.", "The field '{name}' has a row already."),
    Wording(
        "Zostaw jeden wiersz, a drugie źródło dopisz w kolumnie Domyślnie.",
        "Keep one row, and put the other source into the column Default.",
    ),
    bad=GOOD + "| Kwota | Head/Sum | | | | |\n",
    good=GOOD,
)
OTHER_ROOT = Problem(
    "mapping/other-root",
    Wording(
        "Dokument zaczyna się w {name}, a korzeniem kształtu {shape} jest {root}.",
        "The document begins at {name}, and the root of {shape} is {root}.",
    ),
    Wording("Popraw klucz dokument albo kształt.", "Correct the key document, or the shape."),
    bad=with_shape(SHAPED.replace("/Order", "/Invoice")),
    good=GOOD_SHAPED,
)
UNKNOWN_PATH = Problem(
    "mapping/unknown-path",
    Wording("W kształcie {shape} nie ma ścieżki {path}.", "The shape {shape} has no path {path}."),
    Wording(
        "{advice}Popraw ścieżkę; wszystkie stoją w tabeli kształtu.",
        "{advice}Correct the path; all of them are in the table of the shape.",
    ),
    bad=with_shape(SHAPED.replace("Head/Total", "Head/Totals")),
    good=GOOD_SHAPED,
)
PATH_TO_SECTION = Problem(
    "mapping/path-to-section",
    Wording(
        "{path} to element, w którym stoją inne; wartości w nim nie ma.",
        "{path} is an element that holds others, and no value.",
    ),
    Wording("Dopisz, o który element w nim chodzi.", "Add which of the elements in it is meant."),
    bad=with_shape(SHAPED.replace("| Head/Buyer", "| Head")),
    good=GOOD_SHAPED,
)
PATH_REPEATS = Problem(
    "mapping/path-repeats",
    Wording(
        "{repeated} może stać kilka razy, więc {path} ma czasem kilka wartości.",
        "{repeated} may stand several times, so that {path} may have several values.",
    ),
    Wording(
        "Pierwszą wybiera {repeated}#1, wszystkie tabela części; inaczej różne wartości są odmawiane.",
        "Take the first by {repeated}#1, all by a table of parts; else a document with different values is refused.",
    ),
    bad=with_shape(SHAPED + "| Nazwa banku podmiotu | Head/Remark | | | | |\n"),
    good=with_shape(SHAPED + "| Nazwa banku podmiotu | Head/Remark#1 | | | | |\n"),
    severity=Severity.WARNING,
)
NOT_REPEATED = Problem(
    "mapping/not-repeated",
    Wording("{path} stoi w dokumencie najwyżej raz.", "{path} stands in a document once at most."),
    Wording(
        "Sprawdź, czy chodziło o element, który się powtarza; jeżeli ma być jedna część, napisz {path}#1.",
        "See whether an element that repeats was meant; where there is to be a single part, write {path}#1.",
    ),
    bad=with_shape(INVOICE_SHAPED.replace("dla = Line", "dla = Head")),
    good=with_shape(INVOICE_SHAPED),
    severity=Severity.WARNING,
)
OTHER_KIND = Problem(
    "mapping/other-kind",
    Wording("{path} to {found}, a potrzebna jest {wanted}.", "{path} is of the kind {found}, and {wanted} is needed."),
    Wording(
        "Wskaż inną ścieżkę albo przekształć wartość: CAST([ścieżka] AS …).",
        "Name another path, or convert the value: CAST([path] AS …).",
    ),
    bad=with_shape(SHAPED.replace("| Kwota | Head/Total", "| Kwota | Head/Date")),
    good=GOOD_SHAPED,
)
OTHER_WORD = Problem(
    "mapping/other-word",
    Wording("„{word}” nie jest słowem tego pola.", "'{word}' is no word of this field."),
    Wording("{advice}Wpisz jedno z: {known}.", "{advice}Write one of: {known}."),
    bad=GOOD.replace("'do realizacji'", "'do realizacjii'"),
    good=GOOD,
)
NOT_FILLED = Problem(
    "mapping/not-filled",
    Wording(
        "Pola „{title}” nikt nie wypełnia, a {record} musi je mieć.",
        "Nobody fills the field '{title}', which {record} cannot do without.",
    ),
    Wording("Dopisz wiersz z celem {title}.", "Add a row with the target {title}."),
    bad=GOOD.replace("| Kwota | Head/Total | | | | |\n", ""),
    good=GOOD,
)
PART_NEEDED = Problem(
    "mapping/part-needed",
    Wording(
        "Nie ma sekcji [{title}], bez której nie ma dokumentu {record}.",
        "There is no section [{title}], without which there is no {record}.",
    ),
    Wording("Dopisz sekcję [{title}] z kluczem dla.", "Add the section [{title}] with the key for."),
    bad=INVOICE.partition("[Pozycje")[0],
    good=INVOICE,
)
NEVER_REACHED = Problem(
    "mapping/never-reached",
    Wording("To źródło pola „{name}” nigdy się nie liczy.", "This source of '{name}' never counts."),
    Wording(
        "Usuń je albo ustaw przed tym, które zawsze coś daje.",
        "Remove it, or put it before the one that always gives something.",
    ),
    bad=GOOD.replace("| 'normalny' |", "| 'normalny'; Head/Priority |"),
    good=GOOD,
)
MISSING_WITHOUT_LOOKUP = Problem(
    "mapping/missing-without-lookup",
    Wording(
        "Gdy brak dotyczy słownika, a tego wiersz nie ma.", "'If missing' is about a dictionary, which the row has not."
    ),
    Wording("Wypełnij kolumnę Słownik albo usuń to słowo.", "Fill the column Dictionary, or remove the word."),
    bad=GOOD.replace("podmioty wg NIP | odmów", "| odmów"),
    good=GOOD,
)
LOOKUP_ELSEWHERE = Problem(
    "mapping/lookup-elsewhere",
    Wording(
        "Słownik ({lookup}) nie daje pola „{name}”, tylko kod.",
        "The dictionary ({lookup}) does not give '{name}', only a code.",
    ),
    Wording(
        "Przenieś słownik do wiersza, którego celem jest podmiot albo towar.",
        "Move the dictionary to the row of the party or the goods.",
    ),
    bad=GOOD.replace("| Kwota | Head/Total | | | |", "| Kwota | Head/Total | | | towary wg EAN |"),
    good=GOOD,
)
UNSPECIFIED_GOODS = Problem(
    "mapping/unspecified-goods",
    Wording(
        "!NIEOKREŚLONY! jest kontrahentem; towaru takiego nie ma.",
        "!UNSPECIFIED! is a contractor; there are no such goods.",
    ),
    Wording("Wpisz odmów albo utwórz.", "Write refuse or create."),
    bad=INVOICE.replace("| utwórz |", "| !NIEOKREŚLONY! |"),
    good=INVOICE,
)
NO_VAT = Problem(
    "mapping/no-vat",
    Wording(
        "Mapa daje stawkę („{name}”), a VAT nie: dokument księgowałby się bez podatku.",
        "The map gives the rate ('{name}') and no VAT: the document would be posted without tax.",
    ),
    Wording(
        "Dopisz wiersz VAT: ścieżkę kwoty z pliku albo wyrażenie, np. ROUND([Netto] * 0.23, 2); stawką bez podatku "
        "jest stała 'zw', 'np' albo '0'.",
        "Add a row VAT: the path of the amount, or an expression, as ROUND([Netto] * 0.23, 2); rates without tax are "
        "the constants 'zw', 'np' and '0'.",
    ),
    bad=INVOICE.replace("'zw'", "'23'"),
    good=INVOICE,
    severity=Severity.WARNING,
)
UNKNOWN_SHAPE = Problem(
    "mapping/unknown-shape",
    Wording("Nie ma kształtu {symbol}.", "There is no shape {symbol}."),
    Wording(
        "{advice}Popraw symbol albo usuń klucz kształt; ścieżek nikt wtedy nie sprawdzi.",
        "{advice}Correct the symbol, or remove the key shape; paths are then not checked.",
    ),
    bad=with_shape(SHAPED.replace("= ZAMOWIENIE", "= ZAMOWIENIA")),
    good=GOOD_SHAPED,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
