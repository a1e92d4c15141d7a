"""What `dekret demo` shows of its results."""

from dekret.demo.result import KSEF_PURCHASES, KSEF_SALES, PURCHASES, Demo
from dekret.model.entries import Entry
from dekret.text.table import titled
from dekret.text.wording import Language, Wording

_COLUMNS = (
    Wording("Dokumenty", "Documents"),
    Wording("Schemat", "Scheme"),
    Wording("Zaksięgowane", "Posted"),
    Wording("Pozycje", "Lines"),
    Wording("Odmowy", "Refused"),
    Wording("Pominięte", "Passed over"),
)


def summary_table(demo: Demo, language: Language) -> str:
    """A row for every set of documents."""
    rows = [
        [
            batch.title.in_(language),
            batch.scheme,
            str(len(batch.entries)),
            str(sum(len(entry.lines) for entry in batch.entries)),
            str(batch.refused),
            str(batch.passed_over),
        ]
        for batch in demo.batches
    ]
    header = [column.in_(language) for column in _COLUMNS]
    return "\n".join(titled(header, rows, right=frozenset({2, 3, 4, 5}))) + "\n"


def examples(demo: Demo) -> list[tuple[Wording, Entry]]:
    """The entry with most lines of three sets: several categories, a rounded total, an advance settled."""
    by_title = {batch.title: batch.entries for batch in demo.batches}
    found = []
    if entries := by_title.get(PURCHASES):
        heading = Wording("Zakup z kilkoma kategoriami", "A purchase of several categories")
        found.append((heading, max(entries, key=lambda entry: len(entry.lines))))
    if entries := by_title.get(KSEF_PURCHASES):
        heading = Wording("Zakup z KSeF z zaokrągleniem należności", "A KSeF purchase with a rounded total")
        found.append((heading, max(entries, key=lambda entry: len(entry.lines))))
    if entries := by_title.get(KSEF_SALES):
        heading = Wording("Faktura końcowa z KSeF rozlicza zaliczkę", "A final KSeF invoice settles an advance")
        found.append((heading, max(entries, key=lambda entry: len(entry.lines))))
    return found
