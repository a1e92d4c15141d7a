"""`dekret bank`: payments to a bank, bank files, formats; one module for each of its own commands."""

from difflib import get_close_matches
from importlib import import_module

from dekret.cli.console import Console, Texts
from dekret.cli.texts import COMMANDS, TEXTS

ACTIONS: dict[str, Texts] = {
    "export": ("zapisz przelewy do pliku banku", "write payments to a file of the bank"),
    "preview": ("pokaż plik bankowy pole po polu", "show a bank file field by field"),
    "sniff": ("zaproponuj format na podstawie pliku z banku", "propose a format from a file of a bank"),
    "sent": ("wypisz wysłane przelewy albo cofnij eksport", "list what was sent, or take an export back"),
    "import": ("wczytaj wyciąg banku do raportu kasowego", "read a bank statement into a cash report"),
    "imported": ("wypisz importy wyciągów albo cofnij import", "list what was imported, or take an import back"),
    "explain": ("wyjaśnij, która reguła dała zapisom konta", "explain which rule gave the entries their accounts"),
    "match": ("zaproponuj, co rozliczają zapisy raportu", "propose what the entries of a report settle"),
    "formats": ("wypisz formaty plików bankowych", "list the formats of bank files"),
}


def run(words: list[str], console: Console) -> int:
    name, *rest = words or [""]
    if name in ("", "-h", "--help"):
        console.out(_help(console))
        return 2 if not name else 0
    if name not in ACTIONS:
        near = get_close_matches(name, ACTIONS, n=1)
        console.err(console.text(TEXTS["unknown command"], name=f"bank {name}") + "\n")
        if near:
            console.err(console.text(TEXTS["did you mean"], name=f"bank {near[0]}") + "\n")
        return 2
    code = import_module(f"dekret.cli.bank_{name}").run(rest, console)
    assert isinstance(code, int)
    return code


def _help(console: Console) -> str:
    lines = [console.text(("użycie: dekret bank POLECENIE …", "usage: dekret bank COMMAND …")), ""]
    lines += [console.text(COMMANDS["bank"]), ""]
    lines += [f"  {name:<10}{console.text(about)}" for name, about in ACTIONS.items()]
    more = (
        "Szczegóły: dekret bank POLECENIE --help. Język formatów: dekret docs format, pola: dekret docs pola.",
        "Details: dekret bank COMMAND --help. The language of formats: dekret docs format, fields: dekret docs pola.",
    )
    return "\n".join([*lines, "", console.text(more)]) + "\n"
