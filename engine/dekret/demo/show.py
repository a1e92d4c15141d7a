"""What `dekret demo` shows of its results."""

from decimal import Decimal

from dekret.demo.result import KSEF_PURCHASES, KSEF_SALES, Demo
from dekret.model.entries import Entry
from dekret.store import balance as trial_balance
from dekret.text.table import titled
from dekret.text.wording import Language, Wording, amount_text

_COLUMNS = (
    Wording("Dokumenty", "Documents"),
    Wording("Schemat", "Scheme"),
    Wording("Zaksięgowane", "Posted"),
    Wording("Pozycje", "Lines"),
    Wording("Odmowy", "Refused"),
    Wording("Pominięte", "Passed over"),
)
_TOTAL = Wording("Razem", "Total")
_BALANCES = Wording(
    "Zestawienie się bilansuje: obroty obu stron to po {amount}.", "It balances: both sides turned over {amount}."
)
_DOES_NOT = Wording("Zestawienie się NIE bilansuje.", "It does NOT balance.")
_GATHERED = Wording(
    "Konta podmiotów i pracowników są tu zebrane; w dzienniku każdy ma swoje.",
    "Accounts of parties and employees are gathered here; in the journal each has its own.",
)
_EXAMPLES = (
    ("zakupy.jsonl", Wording("Zakup z kilkoma kategoriami", "A purchase of several categories")),
    (KSEF_PURCHASES, Wording("Zakup z KSeF z zaokrągleniem należności", "A KSeF purchase with a rounded total")),
    (KSEF_SALES, Wording("Faktura końcowa z KSeF rozlicza zaliczkę", "A final KSeF invoice settles an advance")),
    ("raporty-walutowe.jsonl", Wording("Raport banku w walucie", "A bank report in a currency")),
    ("roznice-kursowe.jsonl", Wording("Różnica kursowa z rozliczenia", "An exchange difference of a settlement")),
)
"""Which sets an example is taken from, by the name of their file or by their title."""


def summary_table(demo: Demo, language: Language) -> str:
    """A row for every set of documents, and their totals."""
    figures = [(batch.posted, batch.lines, batch.refused, batch.passed_over) for batch in demo.batches]
    rows = [
        [batch.title.in_(language), batch.scheme, *map(str, row)]
        for batch, row in zip(demo.batches, figures, strict=True)
    ]
    rows.append([_TOTAL.in_(language), "", *(str(sum(column)) for column in zip(*figures, strict=True))])
    header = [column.in_(language) for column in _COLUMNS]
    return "\n".join(titled(header, rows, right=frozenset({2, 3, 4, 5}))) + "\n"


def examples(demo: Demo) -> list[tuple[Wording, Entry]]:
    """The entry with most lines of some sets: categories, a rounded total, an advance settled, currencies."""
    found: dict[str | Wording, Entry] = {}
    for batch in demo.batches:
        if batch.example:
            found[batch.source.name] = found[batch.title] = batch.example
    return [(heading, found[of]) for of, heading in _EXAMPLES if of in found]


def balance(demo: Demo, language: Language) -> str:
    """The trial balance by the accounts of the chart, and whether it balances."""
    table = trial_balance.shown(demo.turnovers, "text", language)
    whole = sum((row.debit for row in demo.turnovers), Decimal("0.00"))
    said = _BALANCES.fill({"amount": amount_text(whole, language)}) if demo.balances else _DOES_NOT
    return f"{table}\n{said.in_(language)}\n{_GATHERED.in_(language)}\n"


def filled_table(counts: list[tuple[str, int]], language: Language) -> str:
    """How many rows every table of the demo database has."""
    header = [Wording("Tabela", "Table").in_(language), Wording("Wiersze", "Rows").in_(language)]
    rows = [[f"CDN.{table}", str(count)] for table, count in counts]
    return "\n".join(titled(header, rows, right=frozenset({1}))) + "\n"
