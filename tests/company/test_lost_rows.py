"""Rows of the company's file with a wrong number of cells: they are told, and what names them is not."""

from dekret.packs.library import load_sources
from dekret.text.source import Source

FILE = """kartoteka "F"
[Firma]
nazwa = Zielona sp. z o.o.
[Kategorie]
| Kod    | Opis   |
|--------|--------|
| TOWARY | Towary | x |
[Podmioty]
| Kod   | NIP         | Kategoria zakupu |
|-------|-------------|------------------|
| NORD  | DE123456789 |
| ALOZA | 6736819308  | TOWARY           |
[Rachunki podmiotów]
| Podmiot | Rachunek                   |
|---------|----------------------------|
| NORD    | 61109010140000071219812874 |
[Towary]
| Kod   | Nazwa | Stawka VAT |
|-------|-------|------------|
| DESKA | Deska | 23 | x |
[Jednostki i kody]
| Towar | EAN           |
|-------|---------------|
| Deska | 5901234123457 |
[Ceny]
| Towar | Grupa cenowa | Cena |
|-------|--------------|------|
| DESKA | hurtowa      | 5,00 |
[Rabaty]
| Podmiot | Towar  | Rabat |
|---------|--------|-------|
| NORD    | DESKA  | 5     |
| ALOZA   | LISTWA | 5     |
"""


def test_what_a_lost_row_names_is_not_said_to_be_missing():
    found = load_sources([Source("f.kartoteka", FILE)]).report.diagnostics
    assert [each.id for each in found if each.id == "rulefile/row-length"] == ["rulefile/row-length"] * 3
    (other,) = (each for each in found if each.id != "rulefile/row-length")
    assert (other.id, other.span.text) == ("kartoteka/not-on-file", "LISTWA")
