"""Problems of expressions. The examples are one cell each; tests/frames.py says what stands around it."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

UNEXPECTED = Problem(
    "expr/unexpected",
    Wording("„{text}” nie pasuje w tym miejscu wyrażenia.", "'{text}' does not fit here in the expression."),
    Wording(
        "Wyrażenie to makra (@Netto), teksty ('PLN'), liczby (0.23) i funkcje połączone operatorami.",
        "An expression is macros (@Netto), texts ('PLN'), numbers (0.23) and functions joined by operators.",
    ),
    bad="warunek: @Netto = * 5",
    good="warunek: @Netto = 5 * 5",
)
UNFINISHED = Problem(
    "expr/unfinished",
    Wording("Wyrażenie urywa się w tym miejscu.", "The expression breaks off here."),
    Wording("Dopisz brakującą część albo usuń operator na końcu.", "Add what is missing, or remove the last operator."),
    bad="warunek: @Netto >",
    good="warunek: @Netto > 0",
)
UNCLOSED_TEXT = Problem(
    "expr/unclosed-text",
    Wording("Tekst zaczyna się tu apostrofem i nigdzie nie kończy.", "A text starts here and never ends."),
    Wording(
        "Zamknij tekst apostrofem: 'PLN'; apostrof wewnątrz tekstu zapisuje się podwójnie.",
        "Close the text: 'PLN'; an apostrophe inside a text is written twice.",
    ),
    bad="warunek: @Waluta = 'PLN",
    good="warunek: @Waluta = 'PLN'",
)
DECIMAL_COMMA = Problem(
    "expr/decimal-comma",
    Wording("Ułamek zapisano z przecinkiem.", "The fraction is written with a comma."),
    Wording("W wyrażeniach ułamek ma kropkę: {number}.", "In expressions a fraction has a point: {number}."),
    bad="kwota: @Netto * 0,23",
    good="kwota: @Netto * 0.23",
)
NEEDLESS_PARENTHESIS = Problem(
    "expr/needless-parenthesis",
    Wording("Ten nawias niczego nie zamyka.", "This parenthesis closes nothing."),
    Wording("Usuń go albo dopisz nawias otwierający.", "Remove it, or add the opening one."),
    bad="warunek: @Netto > 0)",
    good="warunek: (@Netto > 0)",
)
MISSING_PARENTHESIS = Problem(
    "expr/missing-parenthesis",
    Wording("Brakuje nawiasu zamykającego.", "A closing parenthesis is missing."),
    Wording("Dopisz ) tam, gdzie kończy się ta część wyrażenia.", "Add ) where that part of the expression ends."),
    bad="warunek: (@Netto > 0",
    good="warunek: (@Netto > 0)",
)
UNKNOWN_OPERATOR = Problem(
    "expr/unknown-operator",
    Wording("Nie ma operatora {text}.", "There is no operator {text}."),
    Wording(
        "Porównania: = <> < > <= >=, działania: + - * / %, łączenie warunków: AND, OR, NOT.",
        "Comparisons: = <> < > <= >=, arithmetic: + - * / %, conditions are joined by AND, OR, NOT.",
    ),
    bad="warunek: @Netto == 5",
    good="warunek: @Netto = 5",
)
MISSPELT_OPERATOR = Problem(
    "expr/misspelt-operator",
    Wording("„{text}” nie jest operatorem.", "'{text}' is not an operator."),
    Wording("Czy chodziło o {meant}?", "Did you mean {meant}?"),
    bad="warunek: @Netto > 0 ADN @Vat > 0",
    good="warunek: @Netto > 0 AND @Vat > 0",
)
MISSING_OPERATOR = Problem(
    "expr/missing-operator",
    Wording("Między {left} a {right} brakuje operatora.", "There is no operator between {left} and {right}."),
    Wording(
        "W tekstach kopiowanych z instrukcji znika znak różne: zapewne {left} <> {right}.",
        "Texts copied from web pages lose the sign of inequality: probably {left} <> {right}.",
    ),
    bad="warunek: @Waluta 'PLN'",
    good="warunek: @Waluta <> 'PLN'",
)
AMBIGUOUS_QUOTES = Problem(
    "expr/ambiguous-quotes",
    Wording(
        "Nie wiadomo, czy {quote} jest tu znakiem tekstu, czy apostrofem zamykającym.",
        "It cannot be told whether {quote} is a letter of a text here or ends it.",
    ),
    Wording(
        "Wpisz apostrofy proste ('); apostrof wewnątrz tekstu zapisz podwójnie ('').",
        "Write straight apostrophes ('); an apostrophe inside a text is written twice ('').",
    ),
    bad="opis: 'A’+@NumerPelny+’B'",
    good="opis: 'A'+@NumerPelny+'B'",
)
DOUBLE_QUOTES = Problem(
    "expr/double-quotes",
    Wording("Tekst w cudzysłowie zamiast w apostrofach.", "A text in double quotes instead of apostrophes."),
    Wording("Odczytano '{text}'; „dekret fmt” zapisze tak na stałe.", "Read as '{text}'; 'dekret fmt' writes it so."),
    bad='warunek: @Waluta = "PLN"',
    good="warunek: @Waluta = 'PLN'",
    severity=Severity.WARNING,
)
TOO_DEEP = Problem(
    "expr/too-deep",
    Wording(
        "Wyrażenie jest zagnieżdżone głębiej niż {limit} razy.", "The expression nests deeper than {limit} levels."
    ),
    Wording("Rozbij je na kilka wierszy schematu.", "Split it into several rows of the scheme."),
    bad="warunek: " + "(" * 130 + "@Netto > 0" + ")" * 130,
    good="warunek: (@Netto > 0)",
)
UNKNOWN_MACRO = Problem(
    "expr/unknown-macro",
    Wording("Nieznane makro {name}.", "Unknown macro {name}."),
    Wording(
        "{advice}Makra, które mogą tu stać, wypisuje „dekret docs {page}”.",
        "{advice}'dekret docs {page}' lists the macros that may stand here.",
    ),
    bad="kwota: @Netot",
    good="kwota: @Netto",
)
UNAVAILABLE_MACRO = Problem(
    "expr/unavailable-macro",
    Wording("Makro {name} nie jest tu dostępne.", "The macro {name} is not available here."),
    Wording("Daje wartość w: {where}.", "It has a value in: {where}."),
    bad="""schemat "SPRZEDAZ"
[Nagłówek]
nazwa = Sprzedaż
typ = Rejestr VAT sprzedaży
data księgowania = @DataWplywu
[Pozycje]
| Konto Wn | Konto Ma | Kwota   |
| 201      | 731      | @Brutto |
""",
    good="""schemat "SPRZEDAZ"
[Nagłówek]
nazwa = Sprzedaż
typ = Rejestr VAT sprzedaży
data księgowania = @DataOperacji
[Pozycje]
| Konto Wn | Konto Ma | Kwota   |
| 201      | 731      | @Brutto |
""",
)
MACRO_ARGUMENT = Problem(
    "expr/macro-argument",
    Wording("{name} wymaga argumentu: {argument}.", "{name} needs an argument: {argument}."),
    Wording("Podaj go jako stały tekst: {name}('…').", "Give it as a constant text: {name}('…')."),
    bad="konto: @OpisAnalitycznyElement",
    good="konto: @OpisAnalitycznyElement('BUDOWY')",
)
NO_MACRO_ARGUMENT = Problem(
    "expr/no-macro-argument",
    Wording("{name} nie ma argumentów.", "{name} takes no arguments."),
    Wording("Napisz samo {name}.", "Write {name} alone."),
    bad="kwota: @Netto('PLN')",
    good="kwota: @Netto",
)
UNKNOWN_NAME = Problem(
    "expr/unknown-name",
    Wording("„{name}” nic tu nie znaczy.", "'{name}' means nothing here."),
    Wording("{advice}Tekst zapisuje się w apostrofach: '{name}'.", "{advice}A text stands in apostrophes: '{name}'."),
    bad="warunek: @Waluta = PLN",
    good="warunek: @Waluta = 'PLN'",
)
UNKNOWN_FUNCTION = Problem(
    "expr/unknown-function",
    Wording("Nieznana funkcja {name}.", "Unknown function {name}."),
    Wording("{advice}Funkcje: {known}.", "{advice}Functions: {known}."),
    bad="warunek: SUBSTR(@Opis, 1, 3) = 'abc'",
    good="warunek: SUBSTRING(@Opis, 1, 3) = 'abc'",
)
ARGUMENT_COUNT = Problem(
    "expr/argument-count",
    Wording(
        "{name} ma tu argumentów: {given}, a powinna mieć {wanted}.",
        "{name} has {given} arguments instead of {wanted}.",
    ),
    Wording("Przykład: {example}.", "For example: {example}."),
    bad="kwota: ROUND(@Netto)",
    good="kwota: ROUND(@Netto, 2)",
)
ARGUMENT_KIND = Problem(
    "expr/argument-kind",
    Wording(
        "Argument funkcji {name} to {found}, a ma to być {wanted}.",
        "The argument of {name} is a {found}, not a {wanted}.",
    ),
    Wording(
        "Zmień argument; rodzaj wartości zmienia CAST(… AS …).",
        "Give another argument; CAST(… AS …) changes the kind of a value.",
    ),
    bad="kwota: ROUND(@NumerPelny, 2)",
    good="kwota: ROUND(@Netto, 2)",
)
WHOLE_NUMBER_NEEDED = Problem(
    "expr/whole-number-needed",
    Wording("Funkcja {name} potrzebuje tu liczby całkowitej.", "{name} needs a whole number here."),
    Wording(
        "Ułamek przepadłby bez śladu; utnij go jawnie: CAST(… AS INT).",
        "The fraction would be lost silently; cut it openly: CAST(… AS INT).",
    ),
    bad="warunek: LEFT(@Opis, 2.5) = 'ab'",
    good="warunek: LEFT(@Opis, 2) = 'ab'",
)
UNKNOWN_DATE_PART = Problem(
    "expr/unknown-date-part",
    Wording("{name} nie zna takiej części daty.", "{name} knows no such part of a date."),
    Wording("Części daty: {known}.", "Parts of a date: {known}."),
    bad="warunek: DATEDIFF(dzień, @DataWystawienia, GETDATE()) > 30",
    good="warunek: DATEDIFF(day, @DataWystawienia, GETDATE()) > 30",
)
BAD_PATTERN = Problem(
    "expr/bad-pattern",
    Wording("FORMAT nie zna takiego wzoru.", "FORMAT knows no such pattern."),
    Wording(
        "Wzór jest stałym tekstem: dla liczb N2, F2, 0.00, #,##0.00; dla dat yyyy-MM-dd, dd.MM.yyyy, d MMMM yyyy "
        "(znaki - . , spacja, ukośnik tylko w en-US); kultura en-US albo pl-PL.",
        "A pattern is a constant text: N2, F2, 0.00, #,##0.00 for numbers; yyyy-MM-dd, dd.MM.yyyy, d MMMM yyyy for "
        "dates (signs - . , blank, a slash only in en-US); the culture is en-US or pl-PL.",
    ),
    bad="opis: FORMAT(@Netto, 'waluta')",
    good="opis: FORMAT(@Netto, '0.00')",
)
ONE_LETTER_PATTERN = Problem(
    "expr/one-letter-pattern",
    Wording(
        "Sama litera {pattern} nie jest częścią daty, lecz gotowym wzorem całej daty, zależnym od serwera.",
        "The single letter {pattern} is no part of a date but a ready pattern of a whole one, different by server.",
    ),
    Wording(
        "Dzień, miesiąc i rok dają funkcje DAY, MONTH i YEAR; z zerem na początku: FORMAT(data, 'dd').",
        "DAY, MONTH and YEAR give the parts of a date; with a leading zero: FORMAT(date, 'dd').",
    ),
    bad="opis: FORMAT(@DataOperacji, 'd')",
    good="opis: FORMAT(@DataOperacji, 'dd')",
)
NAMES_OF_NO_CULTURE = Problem(
    "expr/names-of-no-culture",
    Wording(
        "Wzór {pattern} wypisuje nazwę miesiąca albo dnia, a nie podano w jakim języku.",
        "The pattern {pattern} writes the name of a month or a day, and no language is given.",
    ),
    Wording(
        "Dopisz kulturę: FORMAT(data, '{pattern}', 'pl-PL').", "Name the culture: FORMAT(date, '{pattern}', 'pl-PL')."
    ),
    bad="opis: FORMAT(@DataOperacji, 'MMMM yyyy')",
    good="opis: FORMAT(@DataOperacji, 'MMMM yyyy', 'pl-PL')",
)
FLOAT_TYPE = Problem(
    "expr/float-type",
    Wording("{name} jest liczbą przybliżoną i gubi grosze.", "{name} is an approximate number and loses money."),
    Wording("Użyj DECIMAL(18, 4).", "Use DECIMAL(18, 4)."),
    bad="kwota: CAST(@Netto AS FLOAT)",
    good="kwota: CAST(@Netto AS DECIMAL(18, 4))",
)
UNKNOWN_TYPE = Problem(
    "expr/unknown-type",
    Wording("Nieznany typ {name}.", "Unknown type {name}."),
    Wording("Typy: {known}.", "Types: {known}."),
    bad="opis: CAST(@Netto AS STRING)",
    good="opis: CAST(@Netto AS VARCHAR(20))",
)
BAD_SIZE = Problem(
    "expr/bad-size",
    Wording("Typ ma niemożliwy rozmiar.", "The type has an impossible size."),
    Wording(
        "VARCHAR od 1 do 8000 albo MAX; DECIMAL(p, s) z p do 38 i s nie większym od p; INT, MONEY i DATE bez rozmiaru.",
        "VARCHAR from 1 to 8000 or MAX; DECIMAL(p, s) with p up to 38 and s not above p; INT, MONEY, DATE with none.",
    ),
    bad="kwota: CAST(@Netto AS DECIMAL(2, 4))",
    good="kwota: CAST(@Netto AS DECIMAL(18, 4))",
)
NO_SCALE = Problem(
    "expr/no-scale",
    Wording(
        "{name} bez miejsc po przecinku zaokrągla do pełnych złotych.", "{name} without a scale rounds to whole złotys."
    ),
    Wording("Podaj miejsca po przecinku: {name}(18, 2).", "Give the scale: {name}(18, 2)."),
    bad="kwota: CAST(@Netto AS DECIMAL(18))",
    good="kwota: CAST(@Netto AS DECIMAL(18, 2))",
    severity=Severity.WARNING,
)
BAD_STYLE = Problem(
    "expr/bad-style",
    Wording("Nieznany styl.", "Unknown style."),
    Wording("Style: {known}.", "Styles: {known}."),
    bad="opis: CONVERT(VARCHAR(10), @DataWystawienia, 5)",
    good="opis: CONVERT(VARCHAR(10), @DataWystawienia, 104)",
)
NEEDLESS_STYLE = Problem(
    "expr/needless-style",
    Wording("Styl niczego tu nie zmienia.", "The style changes nothing here."),
    Wording(
        "Styl mają tylko daty i MONEY. Liczbę z odstępami tysięcy zapisuje FORMAT(liczba, 'N2').",
        "Only dates and MONEY have a style. FORMAT(number, 'N2') writes a number with thousands apart.",
    ),
    bad="opis: CONVERT(VARCHAR(20), @Netto, 1)",
    good="opis: CONVERT(VARCHAR(20), @Netto)",
    severity=Severity.WARNING,
)
NOT_A_DATE = Problem(
    "expr/not-a-date",
    Wording("„{text}” nie jest datą w tym zapisie.", "'{text}' is no date as it is written."),
    Wording(
        "Napisz datę jako '2026-02-01' albo podaj styl, który opisuje zapis: CONVERT(DATE, '01.02.2026', 104).",
        "Write the date as '2026-02-01', or name the style that it is written in: CONVERT(DATE, '01.02.2026', 104).",
    ),
    bad="warunek: @DataOperacji >= CAST('01.02.2026' AS DATE)",
    good="warunek: @DataOperacji >= CONVERT(DATE, '01.02.2026', 104)",
)
NO_CONVERSION = Problem(
    "expr/no-conversion",
    Wording("Nie da się zmienić: {found} na {name}.", "A {found} cannot become {name}."),
    Wording(
        "Użyj funkcji, która daje liczbę albo tekst, np. YEAR(data).",
        "Use a function that gives one, such as YEAR(date).",
    ),
    bad="kwota: CAST(@DataWystawienia AS INT)",
    good="kwota: YEAR(@DataWystawienia)",
)
MIXED_KINDS = Problem(
    "expr/mixed-kinds",
    Wording("Działanie {operator} łączy: {left} i {right}.", "{operator} joins a {left} and a {right}."),
    Wording("{advice}", "{advice}"),
    bad="opis: @NumerPelny + @Netto",
    good="opis: @NumerPelny + CAST(@Netto AS VARCHAR(20))",
)
KINDS_DIFFER = Problem(
    "expr/kinds-differ",
    Wording("Porównanie różnych rodzajów: {left} i {right}.", "Different kinds are compared: {left} and {right}."),
    Wording("{advice}", "{advice}"),
    bad="warunek: @NumerPelny = 149",
    good="warunek: @NumerPelny = '149'",
)
NUMBER_IN_TEXT = Problem(
    "expr/number-in-text",
    Wording("Liczba zapisana jako tekst.", "A number written as a text."),
    Wording("Odczytano {number}; napisz ją bez apostrofów.", "Read as {number}; write it without apostrophes."),
    bad="warunek: @Netto > '100'",
    good="warunek: @Netto > 100",
    severity=Severity.WARNING,
)
COMPARE_NULL = Problem(
    "expr/compare-null",
    Wording("Porównanie z NULL nigdy nie jest spełnione.", "A comparison with NULL never holds."),
    Wording("Brak wartości sprawdza IS NULL albo IS NOT NULL.", "IS NULL and IS NOT NULL test for a missing value."),
    bad="warunek: @DataWystawienia = NULL",
    good="warunek: @DataWystawienia IS NULL",
)
RESULTS_DIFFER = Problem(
    "expr/results-differ",
    Wording("Wynik to raz {other}, a raz {kind}.", "The result is a {other} here and a {kind} there."),
    Wording("Wszystkie gałęzie muszą dawać wartość tego samego rodzaju.", "All branches have to give the same kind."),
    bad="kwota: CASE WHEN @Netto > 0 THEN @Netto ELSE 'zero' END",
    good="kwota: CASE WHEN @Netto > 0 THEN @Netto ELSE 0 END",
)
DIVISION_BY_ZERO = Problem(
    "expr/division-by-zero",
    Wording("Dzielenie przez zero.", "Division by zero."),
    Wording("Popraw dzielnik.", "Correct the divisor."),
    bad="kwota: @Netto / 0",
    good="kwota: @Netto / 2",
)
INTEGER_DIVISION = Problem(
    "expr/integer-division",
    Wording(
        "Dzielenie liczb całkowitych gubi resztę: w T-SQL 1/3 to 0.",
        "Division of whole numbers loses the remainder: 1/3 is 0 in T-SQL.",
    ),
    Wording("Napisz jedną z liczb z ułamkiem: 1.0/3.", "Write one of the numbers with a fraction: 1.0/3."),
    bad="kwota: @Netto * (1/3)",
    good="kwota: @Netto * (1.0/3)",
)
NUMBER_TOO_LONG = Problem(
    "expr/number-too-long",
    Wording("Liczba ma więcej niż {limit} cyfr.", "The number has more than {limit} digits."),
    Wording(
        "Skróć liczbę; długi symbol zapisz jako tekst w apostrofach.", "Shorten it; write a long symbol as a text."
    ),
    bad="warunek: @Netto > " + "9" * 40,
    good="warunek: @Netto > 999999999",
)
WRONG_KIND = Problem(
    "expr/wrong-kind",
    Wording("To jest {found}, a potrzeba: {wanted}.", "This is a {found}, and a {wanted} is needed."),
    Wording(
        "Zmień wyrażenie; rodzaj wartości zmienia CAST(… AS …), konto i tekst stoją w apostrofach.",
        "Change the expression; CAST(… AS …) changes a kind, accounts and texts stand in apostrophes.",
    ),
    bad="kwota: @NumerPelny",
    good="kwota: @Netto",
)
NOT_A_CONDITION = Problem(
    "expr/not-a-condition",
    Wording("To nie jest warunek.", "This is not a condition."),
    Wording("Warunek coś porównuje, np. @Netto > 0.", "A condition compares something, such as @Netto > 0."),
    bad="warunek: @Netto",
    good="warunek: @Netto > 0",
)
NOT_A_VALUE = Problem(
    "expr/not-a-value",
    Wording("Warunek stoi tam, gdzie potrzeba wartości.", "A condition stands where a value is needed."),
    Wording("Wartość z warunku robi IIF(warunek, a, b).", "IIF(condition, a, b) makes a value of a condition."),
    bad="kwota: @Netto > 0",
    good="kwota: IIF(@Netto > 0, @Netto, 0)",
)
BAD_ESCAPE = Problem(
    "expr/bad-escape",
    Wording("ESCAPE wymaga jednego znaku w apostrofach.", "ESCAPE needs one character in apostrophes."),
    Wording("Napisz np. ESCAPE '!'.", "Write ESCAPE '!', for example."),
    bad="warunek: @Opis LIKE '50!%' ESCAPE '!!'",
    good="warunek: @Opis LIKE '50!%' ESCAPE '!'",
)
ACCOUNT_WITH_MACRO = Problem(
    "expr/account-with-macro",
    Wording(
        "Stały początek konta i makro trzeba połączyć.", "The fixed part of an account and a macro have to be joined."
    ),
    Wording("Napisz {bare} + {macro}.", "Write {bare} + {macro}."),
    bad="konto: 501-@KategoriaNag",
    good="konto: '501-' + @KategoriaNag",
)
ACCOUNT_WITH_BLANKS = Problem(
    "expr/account-with-blanks",
    Wording("W numerze konta są spacje.", "There are blanks in the account."),
    Wording("Napisz {account}.", "Write {account}."),
    bad="konto: 202 -2-1",
    good="konto: 202-2-1",
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
