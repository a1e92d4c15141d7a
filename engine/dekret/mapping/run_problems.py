"""Problems of files that are read by a map, and of documents that are prepared by one."""

from dekret.mapping.examples import (
    AGAIN,
    GOOD,
    GOOD_RUN,
    INVOICE_RUN,
    PREPARED_FILE,
    csv_example,
    json_example,
    run_example,
)
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_ASK = (
    "Popraw plik albo poproś nadawcę o nowy.",
    "Correct the file, or ask the sender for a new one.",
)

UNREADABLE = Problem(
    "mapping/unreadable",
    Wording(
        "{path} = „{text}” {reason}; pole „{field}” nie ma wartości.",
        "{path} = '{text}' {reason}, so the field '{field}' has no value.",
    ),
    Wording(*_ASK),
    bad=run_example(("150.00", "sto")),
    good=GOOD_RUN,
)
SEVERAL_VALUES = Problem(
    "mapping/several-values",
    Wording(
        "{path} stoi w dokumencie kilka razy, z różnymi wartościami: {values}.",
        "{path} stands in the document several times, with different values: {values}.",
    ),
    Wording(
        "Wskaż w mapie, która się liczy (znak #1 za nazwą), albo zrób z nich tabelę części.",
        "Say in the map which counts (#1 behind the name), or make a table of parts of them.",
    ),
    bad=run_example(("</Total>", "</Total><Total>7.00</Total>")),
    good=GOOD_RUN,
)
ROWS_DIFFER = Problem(
    "mapping/rows-differ",
    Wording(
        "Kolumna „{column}” ma w wierszach jednego dokumentu różne wartości: w wierszu {line} „{text}”, "
        "w {other_line} „{other}”.",
        "The column '{column}' has different values in the rows of one document: '{text}' in row {line}, "
        "'{other}' in row {other_line}.",
    ),
    Wording(
        "Popraw plik albo daj dokumentom różne numery; gdy ma się liczyć pierwszy wiersz, napisz w mapie {column}#1.",
        "Correct the file, or give the documents different numbers; if the first row counts, map {column}#1.",
    ),
    bad=csv_example(row="ZAM/1;10.00\nZAM/1;5.00"),
    good=csv_example(row="ZAM/1;10.00\nZAM/1;"),
)
NO_VALUE = Problem(
    "mapping/no-value",
    Wording(
        "Nie ma wartości wymaganego pola „{field}” ({paths}).", "The required field '{field}' has no value ({paths})."
    ),
    Wording(
        "Uzupełnij plik albo dopisz w mapie wartość w kolumnie Domyślnie.",
        "Complete the file, or add a value in the column Default of the map.",
    ),
    bad=run_example(("<Number>ZAM/1</Number>", "<Number/>")),
    good=GOOD_RUN,
)
NOT_IN_DICTIONARY = Problem(
    "mapping/not-in-dictionary",
    Wording("„{text}” ({lookup}{name}) nie ma w kartotece.", "'{text}' ({lookup}{name}) is not on file."),
    Wording(
        "Dopisz go do kartoteki, wskaż właściwą (--directory) albo zmień kolumnę Gdy brak na utwórz.",
        "Add it to the company's file, name the right one (--directory), or change the column If missing to create.",
    ),
    bad=run_example(("6736819308", "5261040828")),
    good=GOOD_RUN,
)
BAD_NUMBER = Problem(
    "mapping/bad-number",
    Wording(
        "Nowego podmiotu nie założono: „{text}” ({key}) ma złą postać albo cyfrę kontrolną.",
        "Nobody new was created: '{text}' ({key}) has a wrong form or check digit.",
    ),
    Wording(
        "Popraw numer w pliku; numer z zagranicy poprzedza kod kraju (DE123456789) albo obok stoi kraj podmiotu.",
        "Correct it in the file; a number from abroad has the prefix of its country (DE123456789), or a country.",
    ),
    bad=run_example(("6736819308", "6736819309"), mapping=GOOD.replace("| odmów |", "| utwórz |")),
    good=run_example(mapping=GOOD.replace("| odmów |", "| utwórz |")),
)
OTHER_VALUE = Problem(
    "mapping/other-value",
    Wording("„{text}” nie jest słowem pola „{field}”.", "'{text}' is no word of '{field}'."),
    Wording(
        "{advice}Przełóż wartość w mapie: CASE WHEN … THEN …; słowa pola: {known}.",
        "{advice}Translate the value in the map: CASE WHEN … THEN …; the words of the field: {known}.",
    ),
    bad=run_example(("<Priority>wysoki<", "<Priority>bardzo<")),
    good=GOOD_RUN,
)
BAD_FIELD = Problem(
    "mapping/bad-field",
    Wording("{field}: {reason}.", "{field}: {reason}."),
    Wording(
        "Popraw plik albo wiersz mapy, który wypełnia to pole.",
        "Correct the file, or the row of the map that fills the field.",
    ),
    bad=run_example(("150.00", "-150.00")),
    good=GOOD_RUN,
)
CREATED = Problem(
    "mapping/created",
    Wording(
        "Nie było w kartotece, założono: {lookup} {text}{details}.", "Not on file, created: {lookup} {text}{details}."
    ),
    Wording("Sprawdź dane i dopisz je do kartoteki.", "See the data, and add them to the company's file."),
    bad=INVOICE_RUN,
    good=INVOICE_RUN.replace("towary wg EAN | utwórz", " | "),
    severity=Severity.INFO,
)

# --- files

XML_BROKEN = Problem(
    "mapping/broken-xml",
    Wording("Pliku nie da się odczytać jako XML: {reason}.", "The file is no XML: {reason}."),
    Wording(*_ASK),
    bad=run_example(("</Head>", "</Heda>")),
    good=GOOD_RUN,
)
XML_DOCTYPE = Problem(
    "mapping/doctype",
    Wording("Plik ma deklarację DOCTYPE, której tu się nie przyjmuje.", "The file has a DOCTYPE, which is not taken."),
    Wording(
        "Usuń ją: przez nią plik mógłby wczytać inne pliki albo zapełnić pamięć.",
        "Remove it: by it a file could read other files, or fill the memory.",
    ),
    bad=run_example(("<Order>", "<!DOCTYPE Order><Order>")),
    good=GOOD_RUN,
)
XML_DEEP = Problem(
    "mapping/too-deep",
    Wording("Elementy są zagnieżdżone głębiej niż {limit} poziomy.", "The elements are nested deeper than {limit}."),
    Wording(*_ASK),
    bad=run_example(("<Head>", "<x>" * 70 + "</x>" * 70 + "<Head>")),
    good=GOOD_RUN,
)
TOO_LARGE = Problem(
    "mapping/too-large",
    Wording("Jeden dokument jest dłuższy niż {limit} MB.", "One document is longer than {limit} MB."),
    Wording(
        "Gdy w pliku jest wiele dokumentów, sprawdź w mapie klucz dokument; inaczej podziel plik.",
        "Where the file has many documents, see the key document of the map; else split the file.",
    ),
    bad=run_example(("<Number>", "<!--17 MB--><Number>")),
    good=GOOD_RUN,
)
WRONG_ENCODING = Problem(
    "mapping/wrong-encoding",
    Wording("{reason}.", "{reason}."),
    Wording(
        'Zapisz plik w kodowaniu, które podaje jego deklaracja, albo popraw deklarację: <?xml … encoding="…"?>.',
        'Save the file in the encoding of its declaration, or correct the declaration: <?xml … encoding="…"?>.',
    ),
    bad=run_example(("<Order>", '<?xml version="1.0" encoding="windows-9999"?><Order>')),
    good=GOOD_RUN,
)
GUESSED_ENCODING = Problem(
    "mapping/guessed-encoding",
    Wording(
        "Plik nie podaje kodowania; odczytano go jako {name}.", "The file names no encoding; it was read as {name}."
    ),
    Wording("Sprawdź polskie litery w nazwach.", "See the Polish letters of names."),
    bad=run_example(("ZAM/1", "ŻÓŁĆ/1"), encoding="cp1250"),
    good=GOOD_RUN,
    severity=Severity.WARNING,
)
OTHER_FILE = Problem(
    "mapping/other-file",
    Wording(
        "Plik zaczyna się elementem {found}, a mapa czyta {wanted}.", "The file begins with {found}, not {wanted}."
    ),
    Wording("Wybierz inną mapę albo popraw w niej klucz dokument.", "Choose another map, or correct its key document."),
    bad=run_example(("<Order>", "<Invoice>"), ("</Order>", "</Invoice>")),
    good=GOOD_RUN,
)
NO_COLUMN = Problem(
    "mapping/no-column",
    Wording("Plik CSV nie ma kolumny „{name}”.", "The CSV has no column '{name}'."),
    Wording(
        "{advice}Popraw mapę albo plik; kolumny pliku: {known}.",
        "{advice}Its columns are: {known}.",
    ),
    bad=csv_example("Number;Gross"),
    good=csv_example(),
)
EMPTY_FILE = Problem(
    "mapping/empty-file",
    Wording("Plik {name} jest pusty.", "The file {name} is empty."),
    Wording("Sprawdź, czy zapisano cały plik{more}.", "See whether all of the file was saved{more}."),
    bad=csv_example("", ""),
    good=csv_example(),
)
ONLY_TITLES = Problem(
    "mapping/only-titles",
    Wording(
        "Plik {name} ma tylko wiersz nagłówka, bez wierszy danych.", "The file {name} has a row of titles and no rows."
    ),
    Wording("Sprawdź, czy zapisano cały plik.", "See whether all of the file was saved."),
    bad=csv_example(row=""),
    good=csv_example(),
)
NO_HEADING = Problem(
    "mapping/no-heading",
    Wording(
        "Pierwszy wiersz nie jest nagłówkiem, którego szuka mapa: nie ma w nim żadnej z kolumn {columns}.",
        "The first row is not the heading that the map looks for: none of the columns {columns} is in it.",
    ),
    Wording(
        "Dopisz na początku pliku wiersz z nazwami kolumn albo wybierz inną mapę.",
        "Put a row of titles at the beginning of the file, or choose another map.",
    ),
    bad=csv_example("ZAM/0;5.00"),
    good=csv_example(),
)
OPEN_QUOTE = Problem(
    "mapping/open-quote",
    Wording(
        "Cudzysłów otwarty w wierszu {line} nie zamyka komórki, więc nie wiadomo, gdzie kończy się wiersz.",
        "A quote opened in row {line} closes no cell, so nobody knows where the row ends.",
    ),
    Wording(
        'Zamknij cudzysłów; cudzysłów w tekście podwój (""). Niczego z pliku nie wczytano.',
        'Close the quote; double one that is part of a text (""). Nothing of the file was read.',
    ),
    bad=csv_example(row='"ZAM/1;10.00\nZAM/2;5.00'),
    good=csv_example(row='"ZAM/1";10.00'),
)
COLUMN_TWICE = Problem(
    "mapping/column-twice",
    Wording("Plik CSV ma dwie kolumny „{name}”.", "The CSV has two columns '{name}'."),
    Wording("Nazwij kolumny różnie: nie wiadomo, którą czytać.", "Give them different titles: which one is meant?"),
    bad=csv_example("Number;Net;Net"),
    good=csv_example(),
)
SURPLUS_CELLS = Problem(
    "mapping/surplus-cells",
    Wording(
        "Wiersz {line} ma {count} komórek, a kolumn jest {wanted}; ponad nie: {cells}.",
        "Row {line} has {count} cells and there are {wanted} columns; beyond them: {cells}.",
    ),
    Wording(
        "Kwotę z przecinkiem weź w cudzysłów albo rozdziel komórki średnikiem; niczego z pliku nie wczytano.",
        "Put an amount with a comma in quotes, or part the cells by semicolons; nothing of the file was read.",
    ),
    bad=csv_example(row="ZAM/1;10;00"),
    good=csv_example(),
)
SCATTERED = Problem(
    "mapping/scattered-rows",
    Wording(
        "Wiersz {line} to dalszy ciąg dokumentu {value}, a przed nim jest inny dokument.",
        "Row {line} goes on with the document {value}, and another document stands before it.",
    ),
    Wording(
        "Ułóż wiersze tak, żeby wiersze jednego dokumentu stały razem.",
        "Sort the rows so that those of one document stand together.",
    ),
    bad=csv_example(row="ZAM/1;10.00\nZAM/2;5.00\nZAM/1;1.00"),
    good=csv_example(),
)
NOTHING_FOUND = Problem(
    "mapping/no-documents",
    Wording("W pliku {name} nie ma dokumentów ({path}).", "The file {name} has no documents ({path})."),
    Wording("Sprawdź w mapie klucz dokument.", "See the key document of the map."),
    bad=run_example(path="/Order/Document"),
    good=GOOD_RUN,
    severity=Severity.ERROR,
)
EMPTY_LIST = Problem(
    "mapping/empty-list",
    Wording(
        "Lista dokumentów ({path}) w pliku {name} jest pusta.", "The list of documents ({path}) in {name} is empty."
    ),
    Wording(
        "Jeśli dokumenty miały być, wyślij je z programu jeszcze raz.",
        "Where there should be documents, have the program write them again.",
    ),
    bad=json_example("[]"),
    good=json_example('[{"nr": "A/1", "kwota": "10.00"}]'),
)
DOCUMENT_AGAIN = Problem(
    "mapping/document-again",
    Wording(
        "Dokument {number} jest tu drugi raz: ten sam typ, numer, podmiot i rok.",
        "The document {number} is here twice: the same type, number, party and year.",
    ),
    Wording(
        "Usuń powtórzenie albo popraw numer; „dekret post” zaksięguje tylko pierwszy.",
        "Remove the repetition, or correct the number; 'dekret post' posts the first alone.",
    ),
    bad=AGAIN,
    good=INVOICE_RUN,
    severity=Severity.WARNING,
)
OTHER_TYPE = Problem(
    "mapping/other-type",
    Wording("Dokument jest typu {given}, a mapa jest dla: {wanted}.", "The document is of type {given}, not {wanted}."),
    Wording("Wybierz inną mapę.", "Choose another map."),
    bad=PREPARED_FILE.replace('"purchase_invoice"', '"sale_invoice"'),
    good=PREPARED_FILE,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
