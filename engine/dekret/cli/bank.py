"""`dekret bank`: payments to a bank, bank files, formats; one module for each of its own commands."""

from dekret.cli.actions import Actions
from dekret.cli.console import Texts

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
MORE: Texts = (
    "Szczegóły: dekret bank POLECENIE --help. Język formatów: dekret docs format, pola: dekret docs pola.",
    "Details: dekret bank COMMAND --help. The language of formats: dekret docs format, fields: dekret docs pola.",
)
run = Actions("bank", ACTIONS, MORE).run
