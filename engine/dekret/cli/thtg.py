"""`dekret thtg`: the exchange with the THTG Integrator."""

from dekret.cli.actions import Actions
from dekret.cli.console import Texts

ACTIONS: dict[str, Texts] = {
    "test": ("sprawdź plik config.json aplikacji ThtgEsb", "check the config.json of ThtgEsb"),
}
MORE: Texts = (
    "Szczegóły: dekret thtg POLECENIE --help; opis i przykłady: dekret docs thtg.",
    "Details: dekret thtg COMMAND --help; description and examples: dekret docs thtg.",
)
run = Actions("thtg", ACTIONS, MORE).run
