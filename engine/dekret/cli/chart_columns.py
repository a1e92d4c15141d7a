"""`dekret chart columns`: columns that a user adds to a list, on a database."""

from dekret.cli.actions import Actions
from dekret.cli.chart import ACTIONS as OF_CHARTS
from dekret.cli.console import Texts

ACTIONS: dict[str, Texts] = {
    "check": ("sprawdź składnię, a na bazie nazwy i liczbę wierszy", "check them, on a database names and rows, too"),
    "run": ("pokaż listę z kolumnami użytkownika", "show the list with the columns of the user"),
    "time": ("sprawdź wydajność: ile czasu dodaje każda kolumna", "how much time each column adds"),
}
MORE: Texts = (
    "Całe zapytanie: dekret chart expand SYMBOL. Sekcje pliku, aliasy i formaty: dekret docs kolumny.",
    "The whole query: dekret chart expand SYMBOL. Sections, aliases and formats: dekret docs columns.",
)
run = Actions("chart columns", ACTIONS, MORE, OF_CHARTS["columns"]).run
