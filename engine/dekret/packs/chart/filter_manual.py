"""What the manual says of filters beside their sections: operators with their SQL, the command, charts, documents."""

from dekret.chart.filter_tree import Held, text_of
from dekret.chart.operators import Operator, value_counts
from dekret.text.table import worded
from dekret.text.wording import Language, Wording

_FIELD = "Knt_Kod"
_VALUES = ("AL", "BO")


def filter_parts(language: Language) -> tuple[str, ...]:
    """Titles, tables and paragraphs behind the sections of the language."""
    rows = [[_name(each, language), each.value.also[0] if each.value.also else "", _sql(each)] for each in Operator]
    return (
        Wording("## Operatory", "## Operators").in_(language),
        _OPERATORS.in_(language),
        worded(_HEADER, rows, language),
        Wording("## Tabela i tekst", "## Table and text").in_(language),
        _COMMAND.in_(language),
        Wording("## Filtr na wykresie", "## A filter on a chart").in_(language),
        _CHART.in_(language),
        Wording("## Filtr na dokumentach", "## A filter on documents").in_(language),
        _DOCUMENTS.in_(language),
    )


def _name(operator: Operator, language: Language) -> str:
    return operator.value.pl if language == "pl" else operator.value.en


def _sql(operator: Operator) -> str:
    _, most = value_counts(operator)
    return text_of(Held(_FIELD, operator, _VALUES[:most]))


_HEADER = (Wording("Operator", "Operator"), Wording("Też", "Also"), Wording("SQL", "SQL"))
_OPERATORS = Wording(
    """Wartości AL i BO, pole Knt_Kod. Liczba i dzień w kolumnie Wartość są liczbą i dniem; tekst, który tak wygląda,
stoi w apostrofach: '5'. Kilka wartości dzieli średnik, poza tekstem w apostrofach: 'a; b'. ??Nazwa to parametr
zadeklarowany w [Parametry], {…} wyrażenie. Wiersz bez pola i operatora mówi samym Łącznikiem, jak łączy się
jego grupa.""",
    """Values AL and BO, the field Knt_Kod. A number or a day in the column Value is one; a text that looks so stands
in apostrophes: '5'. Several values are parted by semicolons, but not within a text in apostrophes: 'a; b'.
??Name is a parameter declared in [Parameters], {…} an expression. A row with no field and operator says by its
Connector how its group is joined.""",
)
_COMMAND = Wording(
    """dekret chart filter DETAL pokazuje filtr jako tabelę warunków i jako SQL; zamiast symbolu może stać warunek w
cudzysłowie albo - (warunek, tabela lub cały plik ze standardowego wejścia). --format table, sql, json albo file
daje samą tabelę, sam tekst, JSON albo gotowy plik .filtr. Warunek, którego tabela nie powie (funkcja,
podzapytanie, NOT, samo IS NULL, dwie kolumny), zostaje tekstem, a polecenie nazywa to, co go w nim trzyma.

    dekret chart filter "VaN_Detal=1 AND (VaN_Waluta='EUR' OR VaN_Waluta='USD')"
    dekret chart filter DETAL --format table | dekret chart filter - --format sql""",
    """dekret chart filter DETAL shows a filter as a table of conditions and as SQL; in place of the symbol may stand a
condition in quotes, or - (a condition, a table or a whole file from standard input). --format table, sql, json
or file gives the table alone, the text alone, JSON, or a file .filtr. A condition that no table says (a
function, a query of its own, NOT, a bare IS NULL, two columns) stays a text, and the command names what keeps
it one.

    dekret chart filter "VaN_Detal=1 AND (VaN_Waluta='EUR' OR VaN_Waluta='USD')"
    dekret chart filter DETAL --format table | dekret chart filter - --format sql""",
)
_CHART = Wording(
    """dekret chart run WYKRES --db BAZA --filter SYMBOL wstawia filtr w parametr FiltrApp wykresu; tak samo expand,
params i go. Parametry filtra podaje się jak parametry wykresu (--set), a te o tej samej nazwie mają jedną
wartość. W przypadku robi to klucz filtr = SYMBOL. Wykres bez parametru FiltrApp odmawia; o filtrze do tabeli,
której wykres nie czyta, jest ostrzeżenie. Filtr użytkownika widać w regułach, w których leży; z pakietów
standardowych tylko globalne.""",
    """dekret chart run CHART --db DATABASE --filter SYMBOL puts a filter into the parameter FiltrApp of a chart; so do
expand, params and go. Parameters of the filter are given as those of the chart (--set); those of the same name
have one value. In a case the key filter = SYMBOL does it. A chart without FiltrApp refuses; a filter for a
table that the chart does not read is warned of. A user's filter is seen in the rules that it lies in; of
standard packs only global ones.""",
)
_DOCUMENTS = Wording(
    """dekret post -s SCHEMAT faktury.jsonl --filter SYMBOL księguje tylko dokumenty, dla których filtr zachodzi (--set
daje wartości jego parametrów); dekret chart filter SYMBOL --on faktury.jsonl mówi o każdym: tak, nie albo
nieznane. Pole warunku jest wtedy makrem dokumentu, z @ albo bez (dekret docs makra), albo polem jego JSON, np.
party.country (dekret docs dokument). Porównanie jest takie jak w wyrażeniach: teksty bez wielkości liter,
wartość, której nie ma, daje nieznane, a nieznane nie wybiera. Wartość przy polu tekstowym jest tekstem, także
gdy wygląda na liczbę; pole logiczne JSON ma 1 albo 0. Klucz typ każe to sprawdzić już w dekret check. Nie da
się zapytać dokumentów o kolumny bazy (VaN_Detal), o pola ich pozycji ani o warunek, który nie jest drzewem:
filtr jest wtedy odrzucony z przyczyną.

    filtr "EKSPORT"
    [Ogólne]
    nazwa = Duże faktury dla zagranicy
    typ = Rejestr VAT sprzedaży
    [Warunki]
    | Pole          | Operator             | Wartość |
    |---------------|----------------------|---------|
    | @Netto        | Jest większe niż     | 10 000  |
    | party.country | Nie jest równe       | PL      |""",
    """dekret post -s SCHEME invoices.jsonl --filter SYMBOL posts only documents for which the filter holds (--set
gives values to its parameters); dekret chart filter SYMBOL --on invoices.jsonl says of each: yes, no or
unknown. The field of a condition is then a macro of the document, with @ or without (dekret docs macros), or a
field of its JSON, as party.country (dekret docs document). Comparison is that of expressions: texts without
letter case, a value that is not there makes it unknown, and unknown chooses nothing. A value beside a text is a
text, also where it looks like a number; a field of JSON that is true or false is 1 or 0. The key type has
dekret check see to it. Documents cannot be asked for columns of the database (VaN_Detal), for fields of their
lines, nor a condition that is no tree: the filter is then refused with the reason.

    filter "EXPORT"
    [General]
    name = Large invoices abroad
    type = VAT sale register
    [Conditions]
    | Field         | Operator             | Value   |
    |---------------|----------------------|---------|
    | @Netto        | Is greater than      | 10 000  |
    | party.country | Does not equal       | PL      |""",
)
