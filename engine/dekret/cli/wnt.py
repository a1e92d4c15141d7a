"""`dekret wnt`: purchases within the EU, whose tax the buyer accounts for himself."""

from dekret.cli.actions import Actions
from dekret.cli.console import Texts

ACTIONS: dict[str, Texts] = {
    "create": ("utwórz FSW z faktur zakupu", "make internal sales (FSW) of purchase invoices"),
    "correct": (
        "wystaw korekty FSW, gdy fakturę zakupu skorygowano po przekształceniu",
        "correct internal sales whose purchase invoices were corrected later",
    ),
    "cancel": ("anuluj FSW albo fakturę zakupu", "cancel an internal sale or a purchase invoice"),
}
MORE: Texts = (
    "Szczegóły: dekret wnt POLECENIE --help; opis i przykłady: dekret docs wnt.",
    "Details: dekret wnt COMMAND --help; description and examples: dekret docs wnt.",
)
run = Actions("wnt", ACTIONS, MORE).run
