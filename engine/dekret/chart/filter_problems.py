"""Problems of filters that are named for a chart, or for documents."""

from dekret.chart.problems import table_chart
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_FILTERED = table_chart(
    "SELECT Numer=BRp_NumerPelny FROM CDN.BnkRaporty WHERE ?@s255_NQ|FiltrApp|Filtr z aplikacji:@?", symbol="RAPORTY"
).removesuffix("\n")
_FILTER = """filtr "REJESTR"
[Ogólne]
nazwa = Raporty rejestru
tabela = CDN.BnkRaporty
[Warunek]
\"\"\"
BRp_BRaID=?@n5|Rejestr|&Rejestr:1@?
\"\"\""""
_CASE = """przypadek "raporty rejestru 7"
wykres = RAPORTY
filtr = REJESTR
[Wartości]
| Parametr | Wartość |
|----------|---------|
| Rejestr  | 7       |
[Rozwinięcie]
zawiera = (BRp_BRaID=7)"""
_GOOD = f"=== raporty.wykres\n{_FILTERED}\n=== rejestr.filtr\n{_FILTER}\n=== raporty.przypadek\n{_CASE}"

NO_PLACE_FOR_FILTER = Problem(
    "chart/no-place-for-filter",
    Wording(
        "Wykres {chart} nie ma parametru FiltrApp, więc filtr {filter} niczego by nie zawęził.",
        "The chart {chart} has no parameter FiltrApp, so that the filter {filter} would narrow nothing.",
    ),
    Wording(
        "Dopisz w zapytaniu AND ?@Hs8000_NQ|FiltrApp|Filtr z aplikacji:@? albo uruchom wykres bez filtra.",
        "Write AND ?@Hs8000_NQ|FiltrApp|Filter of the application:@? in the query, or run it without the filter.",
    ),
    bad=_GOOD.replace("?@s255_NQ|FiltrApp|Filtr z aplikacji:@?", "BRp_BRaID=1"),
    good=_GOOD,
)
FILTER_OF_OTHER_TABLE = Problem(
    "chart/filter-of-other-table",
    Wording(
        "Filtr {filter} jest do tabeli {table}, a wykres {chart} czyta: {known}.",
        "The filter {filter} is for the table {table}, and the chart {chart} reads: {known}.",
    ),
    Wording(
        "Wybierz filtr do tabeli, którą wykres czyta, albo popraw klucz tabela filtra.",
        "Choose a filter for a table that the chart reads, or correct the key tabela of the filter.",
    ),
    bad=_GOOD.replace("tabela = CDN.BnkRaporty", "tabela = CDN.BnkZapisy"),
    good=_GOOD,
    severity=Severity.WARNING,
)
_OF_DOCUMENTS = """filtr "DUZE"
[Ogólne]
nazwa = Duże faktury w walucie
typ = Rejestr VAT zakupu
[Warunki]
| Pole     | Operator             | Wartość |
|----------|----------------------|---------|
| @Netto   | Jest większe niż     | 10 000  |
| currency | Nie jest równe       | PLN     |
"""
UNKNOWN_DOCUMENT_TYPE = Problem(
    "chart/unknown-document-type",
    Wording("Nie ma typu dokumentu „{word}”.", "There is no type of document '{word}'."),
    Wording("{advice}Typy: {known}.", "{advice}Types: {known}."),
    bad=_OF_DOCUMENTS.replace("Rejestr VAT zakupu", "Rejestr zakupów"),
    good=_OF_DOCUMENTS,
)
NOT_FOR_DOCUMENTS = Problem(
    "chart/not-for-documents",
    Wording(
        "Filtra {filter} nie da się sprawdzić na dokumentach: {reason}.",
        "The filter {filter} cannot be held against documents: {reason}.",
    ),
    Wording(
        "Pola warunków to makra dokumentu (dekret docs makra) albo pola jego JSON (dekret docs dokument); filtr samych "
        "wierszy bazy nie ma klucza typ.",
        "Fields of conditions are macros of the document (dekret docs macros) or fields of its JSON (dekret docs "
        "document); a filter of rows of a database alone has no key 'typ'.",
    ),
    bad=_OF_DOCUMENTS.replace("@Netto  ", "@StawkaVat"),
    good=_OF_DOCUMENTS,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
