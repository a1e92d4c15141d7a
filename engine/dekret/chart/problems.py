"""Problems of texts in the chart language: what cannot be read, and inserts that cannot be expanded."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording


def table_chart(query: str, *, symbol: str = "TABELA") -> str:
    """A chart of a table alone, with this query: what most examples stand in."""
    return f'wykres "{symbol}"\n[Ogólne]\nnazwa = Tabela\ntylko tabela = tak\n[Zapytanie]\n"""\n{query}\n"""\n'


def _with_insert(query: str, content: str, name: str = "FILTR") -> str:
    chart = table_chart(query).removesuffix("\n")
    insert = f'wstawka "{name}"\n[Ogólne]\nnazwa = Warunek\n[Treść]\n"""\n{content}\n"""'
    return f"=== tabela.wykres\n{chart}\n=== filtr.wstawka\n{insert}"


_PLAIN = table_chart("SELECT Rok=1, Kwota=2 FROM CDN.BnkRaporty")
_CALLS = _with_insert("SELECT Rok=1 FROM CDN.BnkRaporty WHERE @INS FILTR||KASA INS@", "BRp_Zamkniety=1")
_GIVES = _with_insert(
    "SELECT Rok=1 FROM CDN.BnkRaporty WHERE @INS FILTR||KASA ^Stan=1 INS@", "BRp_Zamkniety=@INSP(Stan)"
)
_TESTS = _with_insert(
    "SELECT Rok=1 FROM CDN.BnkRaporty WHERE @INS FILTR||KASA INS@", "BRp_Zamkniety=1@IF(KASA) AND BRp_BRaID=1 IF@"
)
_ASKS = table_chart("SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_BRaID=?@n5|Rejestr|&Rejestr:1@?")
_DECLARES = table_chart(
    "@PAR ?@n5|Rejestr|&Rejestr:1@? @TIP(Numer rejestru) PAR@\n"
    "SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_BRaID=??Rejestr"
)
_LISTS = table_chart(
    "SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_BRaID=?@R(SELECT ID=BRa_BRaID, KOD=BRa_Symbol "
    "FROM CDN.BnkRachunki)|Rejestr|&Rejestr:@?"
)
_COMPUTES = table_chart("SELECT Rok=1 FROM CDN.BnkRaporty WHERE BRp_DataDok<{DateSQL(Today())}")

# --- definitions

NO_QUERY = Problem(
    "chart/no-query",
    Wording("Wykres nie ma zapytania.", "The chart has no query."),
    Wording(
        "Dopisz sekcję [Zapytanie] z tekstem między trzema cudzysłowami; bez niej jest tylko akcja = kolejka.",
        "Add the section [Zapytanie] with a text between three quotes; only akcja = kolejka goes without.",
    ),
    bad='wykres "PUSTY"\n[Ogólne]\nnazwa = Pusty\n',
    good=_PLAIN,
)
NO_TEXT = Problem(
    "chart/no-text",
    Wording("W tej sekcji nie ma tekstu.", "There is no text in this section."),
    Wording("Wpisz tekst między trzema cudzysłowami.", "Write the text between three quotes."),
    bad='wstawka "PUSTA"\n[Ogólne]\nnazwa = Pusta\n[Treść]\n',
    good=_CALLS,
)

_FILTER = """filtr "DETAL"
[Ogólne]
nazwa = Sprzedaż detaliczna
tabela = CDN.VatNag
[Warunki]
| Pole      | Operator   | Wartość |
|-----------|------------|---------|
| VaN_Detal | Jest równe | 1       |
"""
NO_CONDITION = Problem(
    "chart/no-condition",
    Wording("Filtr nie ma warunku.", "The filter has no condition."),
    Wording("Dopisz tabelę [Warunki] albo tekst [Warunek].", "Add the table [Warunki], or the text [Warunek]."),
    bad=_FILTER.replace("| VaN_Detal | Jest równe | 1       |\n", ""),
    good=_FILTER,
)
HALF_A_CONDITION = Problem(
    "chart/half-a-condition",
    Wording("Warunek nie ma pola albo operatora.", "The condition has no field, or no operator."),
    Wording(
        "Wpisz Pole i Operator; wiersz, który ma tylko Łącznik, mówi, jak łączy się jego grupa.",
        "Write 'Pole' and 'Operator'; a row with nothing but 'Łącznik' says how its group is joined.",
    ),
    bad=_FILTER.replace("| Jest równe | 1 ", "|            | 1 "),
    good=_FILTER,
)
CONDITION_TWICE = Problem(
    "chart/condition-twice",
    Wording("Filtr ma i tabelę [Warunki], i tekst [Warunek].", "The filter has both [Warunki] and [Warunek]."),
    Wording("Zostaw jedno z nich.", "Keep one of them."),
    bad=_FILTER + '[Warunek]\n"""\nVaN_Detal=1\n"""\n',
    good=_FILTER,
)
VALUE_COUNT = Problem(
    "chart/value-count",
    Wording("{operator}: wartości potrzeba {least}, a jest {found}.", "{operator} takes {least} values, not {found}."),
    Wording("Wpisz wartości po średniku: 1; 10.", "Write values with semicolons: 1; 10."),
    bad=_FILTER.replace("| Jest równe | 1 ", "| Między     | 1 "),
    good=_FILTER,
)

# --- first pass

INSERT_BARS = Problem(
    "chart/insert-bars",
    Wording("Za nazwą wstawki brakuje dwóch kresek.", "The name of the insert has no two bars behind it."),
    Wording(
        "Zapisz @INS Nazwa||parametry INS@; we wstawce między kreskami może stać warunek.",
        "Write @INS Name||parameters INS@; in an insert a condition may stand between the bars.",
    ),
    bad=_CALLS.replace("FILTR||KASA", "FILTR KASA"),
    good=_CALLS,
)
CLOSING_SPACE = Problem(
    "chart/closing-space",
    Wording(
        "Przed {word} nie ma spacji, więc nic tu się nie kończy.", "There is no blank before {word}, so nothing ends."
    ),
    Wording(
        "Wstaw spację tuż przed {word}; sam znak nowego wiersza nie wystarczy.",
        "Put a blank right before {word}; a new line alone is not enough.",
    ),
    bad=_CALLS.replace("KASA INS@", "KASA\\nINS@").replace("\\n", "\n"),
    good=_CALLS,
)
UNCLOSED_MARKER = Problem(
    "chart/unclosed-marker",
    Wording("{word} nie ma końca {closing}.", "{word} has no end {closing}."),
    Wording("Dopisz spację i {closing} za tekstem.", "Write a blank and {closing} behind the text."),
    bad=_TESTS.replace(" IF@", ""),
    good=_TESTS,
)
STRAY_END = Problem(
    "chart/stray-end",
    Wording("{word} niczego nie kończy.", "{word} ends nothing."),
    Wording("Usuń je albo dopisz początek.", "Remove it, or write the beginning."),
    bad=_TESTS.replace("@IF(KASA)", ""),
    good=_TESTS,
)
WRONG_END = Problem(
    "chart/wrong-end",
    Wording("Tekst zaczyna @{opened}, a kończy {closed}@.", "The text begins with @{opened} and ends with {closed}@."),
    Wording("Zakończ go słowem {opened}@.", "End it with {opened}@."),
    bad=_TESTS.replace("IF@", "IFNOT@"),
    good=_TESTS,
)
TOO_DEEP = Problem(
    "chart/too-deep",
    Wording(
        "Teksty warunkowe, wstawki albo wyrażenia są zagnieżdżone głębiej niż {limit} razy.",
        "Conditional texts, inserts or expressions are nested more than {limit} deep.",
    ),
    Wording("Podziel je na części, które stoją obok siebie.", "Split them into parts that stand beside each other."),
    bad=_with_insert(
        "SELECT Rok=1 FROM CDN.BnkRaporty WHERE @INS FILTR||K INS@", "1=1" + "@IF(K) " * 70 + "AND 1=1" + " IF@" * 70
    ),
    good=_TESTS,
)
UNEXPECTED = Problem(
    "chart/unexpected",
    Wording("Nie wiadomo, co znaczy tu „{text}”.", "There is no telling what '{text}' means here."),
    Wording(
        "Porównaj z opisem języka: dekret docs dpl.", "Compare with the description of the language: dekret docs dpl."
    ),
    bad=_CALLS.replace("||KASA", "||KASA|BANK"),
    good=_CALLS,
)
MARKER_IN_TEXT = Problem(
    "chart/marker-in-text",
    Wording(
        "„{marker}” stoi w tekście SQL w apostrofach lub nawiasach i nie zostanie zastąpione.",
        "'{marker}' stands in quotes or brackets of SQL and is not replaced there.",
    ),
    Wording("Wyjmij znacznik z cudzysłowu: '%' + ??Nazwa + '%'.", "Take it out of the quotes: '%' + ??Name + '%'."),
    bad=_ASKS.replace("=?@n5|Rejestr|&Rejestr:1@?", "=?@n5|Rejestr|&Rejestr:1@? AND BRp_Symbol LIKE '%??Rejestr%'"),
    good=_ASKS,
    severity=Severity.WARNING,
)
LETTER_CASE = Problem(
    "chart/letter-case",
    Wording(
        "Znacznik jest napisany małymi literami; czytam go jako {meant}.",
        "The marker is in small letters; read as {meant}.",
    ),
    Wording("Napisz {meant}.", "Write {meant}."),
    bad=_CALLS.replace("@INS ", "@ins "),
    good=_CALLS,
    severity=Severity.WARNING,
)

# --- inserts

UNKNOWN_INSERT = Problem(
    "chart/unknown-insert",
    Wording("Nie ma wstawki {name} ({chain}).", "There is no insert {name} ({chain})."),
    Wording(
        "{advice}Popraw nazwę albo dodaj plik .wstawka. Wykres standardowy widzi tylko wstawki standardowe.",
        "{advice}Correct the name, or add a file .wstawka. A standard chart sees standard inserts only.",
    ),
    bad=_CALLS.replace("@INS FILTR", "@INS FLITR"),
    good=_CALLS,
)
BROKEN_INSERT = Problem(
    "chart/broken-insert",
    Wording(
        "Wstawka {name} ma błędy, więc tekstu z nią nie sprawdzono ({chain}).",
        "The insert {name} has errors, so the text with it was not checked ({chain}).",
    ),
    Wording(
        "Popraw najpierw plik wstawki; jego błędy są wypisane osobno.",
        "Correct the file of the insert first; its errors are listed by themselves.",
    ),
    bad=_CALLS.replace("nazwa = Warunek", "nazwaa = Warunek"),
    good=_CALLS,
)
MISSING_X = Problem(
    "chart/missing-x",
    Wording(
        "Wstawka {insert} potrzebuje parametru ^{name}, a nikt go nie podał ({chain}).",
        "The insert {insert} needs the parameter ^{name}, and nobody gave it ({chain}).",
    ),
    Wording("Dopisz w wywołaniu: ^{name}=wartość.", "Write in the call: ^{name}=value."),
    bad=_GIVES.replace(" ^Stan=1", ""),
    good=_GIVES,
)
INSERT_CYCLE = Problem(
    "chart/insert-cycle",
    Wording("Wstawka {name} wstawia samą siebie: {chain}.", "The insert {name} inserts itself: {chain}."),
    Wording("Usuń jedno z tych wywołań.", "Remove one of these calls."),
    bad=_CALLS.replace("BRp_Zamkniety=1", "@INS FILTR|| INS@"),
    good=_CALLS,
)
OUTSIDE_INSERT = Problem(
    "chart/outside-insert",
    Wording(
        "{word} działa tylko we wstawce, bo to ona dostaje parametry.",
        "{word} works in an insert only, for inserts are given parameters.",
    ),
    Wording("Przenieś ten tekst do wstawki albo usuń warunek.", "Move the text to an insert, or remove the condition."),
    bad=table_chart("SELECT Rok=1 FROM CDN.BnkRaporty @IF(KASA) WHERE BRp_BRaID=1 IF@"),
    good=_PLAIN,
)
TOO_LONG = Problem(
    "chart/too-long",
    Wording(
        "Po wstawieniu wstawek tekst ma ponad {limit} znaków.", "With its inserts the text has over {limit} characters."
    ),
    Wording(
        "Sprawdź, czy wstawki nie wstawiają się nawzajem po wiele razy.",
        "See whether inserts insert each other many times.",
    ),
    bad="=== tabela.wykres\n"
    + table_chart("SELECT Rok=1 FROM CDN.BnkRaporty WHERE @INS W0|| INS@").removesuffix("\n")
    + "".join(
        f'\n=== w{place}.wstawka\nwstawka "W{place}"\n[Ogólne]\nnazwa = W\n[Treść]\n"""\n'
        f'{f"@INS W{place + 1}|| INS@ " * 8 if place < 7 else "1=1"}\n"""'
        for place in range(8)
    ),
    good=_CALLS,
)

# --- second pass

NO_PROMPT = Problem(
    "chart/no-prompt",
    Wording("W definicji parametru brakuje pytania albo dwukropka.", "The definition has no prompt, or no colon."),
    Wording(
        "Zapisz ?@Postać|Nazwa|Pytanie:wartość domyślna@?, np. ?@n5|Rejestr|&Rejestr:1@? (dekret docs dpl).",
        "Write ?@Picture|Name|Prompt:default@?, as in ?@n5|Rejestr|&Rejestr:1@? (dekret docs dpl).",
    ),
    bad=_ASKS.replace("|&Rejestr:1@?", ""),
    good=_ASKS,
)
NO_PICTURE = Problem(
    "chart/no-picture",
    Wording("Za ?@ nie ma postaci parametru.", "There is no picture behind ?@."),
    Wording(
        "Postać mówi, o co pytać: s20, n14.2, D17, X, O(…), R(…); wszystkie wypisuje dekret docs dpl.",
        "A picture says what to ask: s20, n14.2, D17, X, O(…), R(…); dekret docs dpl lists them all.",
    ),
    bad=_ASKS.replace("?@n5|", "?@|"),
    good=_ASKS,
)
BAD_NAME = Problem(
    "chart/bad-name",
    Wording("„{name}” nie może być nazwą parametru.", "'{name}' cannot be the name of a parameter."),
    Wording(
        "Nazwa ma litery, cyfry i _, a zaczyna się od litery; spacje może mieć pytanie.",
        "A name has letters, digits and _, and begins with a letter; a prompt may have blanks.",
    ),
    bad=_ASKS.replace("|Rejestr|", "|Mój rejestr|"),
    good=_ASKS,
)
UNCLOSED_OPTION = Problem(
    "chart/unclosed-option",
    Wording("Nawias opcji nie jest zamknięty.", "The parenthesis of the option is not closed."),
    Wording("Dopisz „)” za wartością opcji: @TIP(tekst).", "Write ')' behind what the option says: @TIP(text)."),
    bad=_DECLARES.replace("@TIP(Numer rejestru)", "@TIP(Numer rejestru"),
    good=_DECLARES,
)
UNCLOSED_LIST = Problem(
    "chart/unclosed-list",
    Wording("Nawias w postaci parametru nie jest zamknięty.", "The parenthesis of the picture is not closed."),
    Wording("Dopisz „)” przed kreską i nazwą parametru.", "Write ')' before the bar and the name."),
    bad=_LISTS.replace("FROM CDN.BnkRachunki)", "FROM CDN.BnkRachunki"),
    good=_LISTS,
)
UNCLOSED_DECLARATION = Problem(
    "chart/unclosed-declaration",
    Wording("Deklaracja @PAR nie ma końca PAR@.", "The declaration @PAR has no end PAR@."),
    Wording("Dopisz PAR@ za opcjami.", "Write PAR@ behind the options."),
    bad=_DECLARES.replace(" PAR@", ""),
    good=_DECLARES,
)
UNCLOSED_DEFINITION = Problem(
    "chart/unclosed-definition",
    Wording("W deklaracji brakuje @? za wartością domyślną.", "The declaration has no @? behind the default."),
    Wording("Dopisz @? przed opcjami i PAR@.", "Write @? before the options and PAR@."),
    bad=_DECLARES.replace(":1@? @TIP(Numer rejestru)", ":1"),
    good=_DECLARES,
    severity=Severity.WARNING,
)
STRAY_PARAMETER_END = Problem(
    "chart/stray-parameter-end",
    Wording("{word} niczego nie kończy.", "{word} ends nothing."),
    Wording(
        "Usuń je. Wartość domyślna ze spacjami musi stać w jednym wierszu i kończyć się na @?.",
        "Remove it. A default with blanks has to stand on one line and end with @?.",
    ),
    bad=_ASKS.replace("@?", "@? PAR@"),
    good=_ASKS,
)
UNNAMED_REFERENCE = Problem(
    "chart/unnamed-reference",
    Wording(
        "Za ?? nie ma nazwy parametru, więc zostaje w zapytaniu.",
        "There is no name behind ??, so it stays in the query.",
    ),
    Wording("Dopisz nazwę: ??Rejestr, albo usuń ??.", "Write the name: ??Rejestr, or remove ??."),
    bad=_ASKS.replace("=?@n5", " IN (??, ??, ?@n5").replace(":1@?", ":1@?)"),
    good=_ASKS,
    severity=Severity.WARNING,
)
LOOSE_BLANK = Problem(
    "chart/loose-blank",
    Wording("Między ?? a nazwą {name} stoi spacja.", "There is a blank between ?? and the name {name}."),
    Wording("Napisz ??{name}.", "Write ??{name}."),
    bad=_DECLARES.replace("??Rejestr", "?? Rejestr"),
    good=_DECLARES,
    severity=Severity.WARNING,
)
LIST_OVER_LINES = Problem(
    "chart/list-over-lines",
    Wording(
        "Zapytanie listy R stoi w kilku wierszach; czytam je jako jedno.",
        "The query of the list R stands on several lines; it is read as one.",
    ),
    Wording(
        "Optima bywa na to wrażliwa: jeśli plik ma tam wrócić, napisz zapytanie w jednym wierszu.",
        "Optima may not take it: if the file goes back there, write the query on one line.",
    ),
    bad=_LISTS.replace("FROM CDN.BnkRachunki", "\nFROM CDN.BnkRachunki"),
    good=_LISTS,
    severity=Severity.INFO,
)
PROMPT_OVER_LINES = Problem(
    "chart/prompt-over-lines",
    Wording("Pytanie parametru jest złamane między wierszami.", "The prompt is broken over lines."),
    Wording("Napisz je w jednym wierszu.", "Write it on one line."),
    bad=_ASKS.replace("|&Rejestr:", "|&Numer\nrejestru:"),
    good=_ASKS,
    severity=Severity.WARNING,
)
LOOSE_OPTION = Problem(
    "chart/loose-option",
    Wording(
        "Opcja {option} nie ma swojego @; czytam ją jako @{option}(…).",
        "The option {option} has no @ of its own; read as @{option}(…).",
    ),
    Wording("Napisz @? @{option}(…).", "Write @? @{option}(…)."),
    bad=_DECLARES.replace("@? @TIP", "@?TIP"),
    good=_DECLARES,
    severity=Severity.WARNING,
)
UNCLOSED_BRACE = Problem(
    "chart/unclosed-brace",
    Wording("Wyrażenie w klamrze nie jest zamknięte.", "The expression in braces is not closed."),
    Wording("Dopisz klamrę zamykającą albo usuń otwierającą.", "Write the closing brace, or remove the opening one."),
    bad=_COMPUTES.replace("Today())}", "Today())"),
    good=_COMPUTES,
)
EXPRESSION = Problem(
    "chart/expression",
    Wording("W wyrażeniu nie pasuje „{text}”.", "'{text}' does not fit in the expression."),
    Wording(
        "Teksty stoją w apostrofach, łączy je &, a argumenty dzieli przecinek; funkcje: dekret docs dpl.",
        "Texts stand in quotes, & joins them, commas part arguments; functions: dekret docs dpl.",
    ),
    bad=_COMPUTES.replace("DateSQL(Today())", "DateSQL(Today() 30)"),
    good=_COMPUTES,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
