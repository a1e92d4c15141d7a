"""`dekret chart`: charts, filters and their parameters; one module for each of its own commands."""

from difflib import get_close_matches
from importlib import import_module

from dekret.cli.console import Console, Texts
from dekret.cli.texts import COMMANDS, TEXTS

ACTIONS: dict[str, Texts] = {
    "expand": ("pokaż zapytanie wykresu z wartościami parametrów", "show the query of a chart with values"),
    "params": ("wypisz parametry wykresu i ich wartości", "list the parameters of a chart and their values"),
    "run": ("wykonaj wykres na bazie: tabela albo rysunek", "run a chart on a database: a table or a picture"),
    "go": ("przejdź po wykresach sesji: w głąb, wstecz, wprzód", "go through the charts of a session"),
    "list": ("wypisz wykresy i wykresy startowe wywołania", "list charts, and start charts of a call point"),
    "check": ("znajdź błędy w wykresach i wstawkach", "find errors in charts and inserts"),
}


def run(words: list[str], console: Console) -> int:
    name, *rest = words or [""]
    if name in ("", "-h", "--help"):
        console.out(_help(console))
        return 2 if not name else 0
    if name not in ACTIONS:
        near = get_close_matches(name, ACTIONS, n=1)
        console.err(console.text(TEXTS["unknown command"], name=f"chart {name}") + "\n")
        if near:
            console.err(console.text(TEXTS["did you mean"], name=f"chart {near[0]}") + "\n")
        return 2
    code = import_module(f"dekret.cli.chart_{name}").run(rest, console)
    assert isinstance(code, int)
    return code


def _help(console: Console) -> str:
    lines = [console.text(("użycie: dekret chart POLECENIE …", "usage: dekret chart COMMAND …")), ""]
    lines += [console.text(COMMANDS["chart"]), ""]
    lines += [f"  {name:<10}{console.text(about)}" for name, about in ACTIONS.items()]
    more = (
        "Szczegóły: dekret chart POLECENIE --help. Język: dekret docs dpl, pliki: dekret docs wykres.",
        "Details: dekret chart COMMAND --help. The language: dekret docs dpl, files: dekret docs wykres.",
    )
    return "\n".join([*lines, "", console.text(more)]) + "\n"
