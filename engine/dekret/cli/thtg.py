"""`dekret thtg`: the exchange with the THTG Integrator."""

from dekret.cli.actions import Actions
from dekret.cli.console import Texts

ACTIONS: dict[str, Texts] = {
    "test": ("sprawdź plik config.json aplikacji ThtgEsb", "check the config.json of ThtgEsb"),
    "contractors": (
        "znajdź kontrahentów z Integratora po NIP i PESEL albo nadaj im kody K_, KT_",
        "find contractors of the Integrator by NIP and PESEL, or give them codes K_, KT_",
    ),
    "invoices": ("faktury z Integratora do rejestrów VAT", "invoices of the Integrator for the VAT registers"),
}
MORE: Texts = (
    "Szczegóły: dekret thtg POLECENIE --help; opis i przykłady: dekret docs thtg.",
    "Details: dekret thtg COMMAND --help; description and examples: dekret docs thtg.",
)
run = Actions("thtg", ACTIONS, MORE).run
