"""`dekret edi`: documents to trading partners and from them, as files of Comarch EDI."""

from dekret.cli.actions import Actions
from dekret.cli.console import Texts

ACTIONS: dict[str, Texts] = {
    "export": ("zapisz faktury, korekty, zamówienia, cenniki do plików XML", "write documents to files of XML"),
}
MORE: Texts = (
    "Szczegóły: dekret edi POLECENIE --help. Co może być eksportowane: dekret validate --operation „eksport EDI”.",
    "Details: dekret edi COMMAND --help. What may be exported: dekret validate --operation 'eksport EDI'.",
)
run = Actions("edi", ACTIONS, MORE).run
