"""`dekret chart`: charts, filters, user columns and their parameters; one module for each of its own commands."""

from dekret.cli.actions import Actions
from dekret.cli.console import Texts

ACTIONS: dict[str, Texts] = {
    "expand": ("pokaż zapytanie wykresu z wartościami parametrów", "show the query of a chart with values"),
    "params": ("wypisz parametry wykresu i ich wartości", "list the parameters of a chart and their values"),
    "run": ("wykonaj wykres na bazie: tabela albo rysunek", "run a chart on a database: a table or a picture"),
    "go": ("przejdź po wykresach sesji: w głąb, wstecz, wprzód", "go through the charts of a session"),
    "list": ("wypisz wykresy i wykresy startowe wywołania", "list charts, and start charts of a call point"),
    "filter": ("pokaż filtr jako tabelę warunków i jako SQL", "show a filter as a table of conditions and as SQL"),
    "columns": ("kolumny użytkownika na liście: check, run, time", "user columns of a list: check, run, time"),
    "check": ("znajdź błędy w wykresach i wstawkach", "find errors in charts and inserts"),
}
MORE: Texts = (
    "Szczegóły: dekret chart POLECENIE --help. Język: dekret docs dpl, pliki: dekret docs wykres.",
    "Details: dekret chart COMMAND --help. The language: dekret docs dpl, files: dekret docs wykres.",
)
run = Actions("chart", ACTIONS, MORE).run
