"""`dekret awizo`: despatch advices; one module for each of its own commands."""

from dekret.cli.actions import Actions
from dekret.cli.console import Texts

ACTIONS: dict[str, Texts] = {
    "create": ("utwórz awizo do rezerwacji odbiorcy", "make an awizo of orders"),
    "show": ("pokaż pozycje i opakowania awiza", "show the goods and packages of an awizo"),
    "add": ("dodaj opakowanie", "add a package"),
    "edit": ("zmień opakowanie, ilość w nim albo pozycję", "change a package, a quantity in it, or a position"),
    "remove": ("usuń opakowanie z tym, co w nim leży", "remove a package with what lies in it"),
    "pack": ("zapakuj towary do opakowania", "pack goods into a package"),
    "unpack": ("rozpakuj towary z opakowania", "take goods out of a package"),
    "sscc": ("nadaj opakowaniom numery SSCC", "give packages their SSCC"),
    "numbers": ("wypisz nadane numery SSCC", "list the SSCC that were given"),
    "check": ("znajdź błędy i braki w awizach", "find what is wrong with awizos, or missing"),
    "approve": ("zatwierdź awizo", "approve an awizo"),
    "restore": ("przywróć awizo do bufora", "restore an awizo to the buffer"),
    "labels": ("przygotuj etykiety i list przewozowy", "prepare labels and the waybill"),
    "delete": ("usuń plik awiza, które jest w buforze", "delete the file of an awizo that is in the buffer"),
}
MORE: Texts = (
    "Szczegóły: dekret awizo POLECENIE --help. Od rezerwacji do etykiet: dekret docs awizo.",
    "Details: dekret awizo COMMAND --help. From orders to labels: dekret docs awizo.",
)
run = Actions("awizo", ACTIONS, MORE).run
