"""`dekret edi`: documents to trading partners and from them, as files of Comarch EDI."""

from dekret.cli.actions import Actions
from dekret.cli.console import Texts

ACTIONS: dict[str, Texts] = {
    "export": (
        "zapisz faktury, korekty, zamówienia, awiza do XML",
        "write invoices, corrections, orders, awizos to files of XML",
    ),
    "prices": ("zapisz cennik dla kontrahenta do pliku XML", "write the price list for a contractor to a file of XML"),
    "import": (
        "wczytaj zamówienia, faktury i korekty z plików XML",
        "read orders, invoices and corrections from files of XML",
    ),
}
MORE: Texts = (
    "Szczegóły: dekret edi POLECENIE --help. Całą wymianę pokazuje: dekret docs edi.",
    "Details: dekret edi COMMAND --help. The whole exchange is shown by: dekret docs edi.",
)
run = Actions("edi", ACTIONS, MORE).run
