"""Formats that the tests of bank files write and read by, beside those of the standard pack."""

import datetime as dt
from functools import cache
from pathlib import Path

from dekret import api
from dekret.bank.check import CheckedFormat
from dekret.packs.bank.formats import format_of, format_symbols
from dekret.packs.library import RULES, load
from dekret.text.source import Source

DAY = dt.date(2026, 1, 15)
CSV = """format "CSV"
[Ogólne]
nazwa = Rozdzielane średnikiem
format do = eksport i import
kodowanie = UTF8
separator pól = ";"
ogranicznik tekstu = '"'
format daty = DD-MM-RRRR
separator dziesiętny = ","
separator tysięcy = "."
sekwencja podziału pola = "|"
[Nagłówek]
| Pole | Typ | Wartość |
|------|-----|---------|
| Stała wartość | Tekst | data |
| Stała wartość | Tekst | kwota |
[Pozycje]
| Pole | Typ | Szerokość | Opcje | Linie |
|------|-----|-----------|-------|-------|
| Data operacji | Liczba | | | |
| Kwota płatności | Liczba <#.## | | | |
| Pełny numer rachunku podmiotu | Tekst | | | |
| Nazwa podmiotu | Tekst | 35 | | 2 |
| Adres podmiotu – ulica | Tekst | | łącz: znak podziału | |
| Tytuł przelewu | Tekst | 35 | | 4 |
| Kwota VAT | Liczba <#.## | | | |
| Waluta | Tekst | | | |
"""
FIXED = """format "STALE"
[Ogólne]
nazwa = Stała szerokość
format do = eksport i import
kodowanie = {encoding}
zmienna szerokość pola = nie
format daty = RRMMDD
[Pozycje]
| Pole | Typ | Szerokość | Wyrównanie | Dopełnienie | Gdy za długie |
|------|-----|-----------|------------|-------------|---------------|
| Data operacji | Liczba | 6 | | | |
| Kwota płatności | Liczba <#.## | 18 | | | |
| Pełny numer rachunku podmiotu | Tekst | 34 | | | |
| Nazwa podmiotu 1 | Tekst | 20 | prawo | "_" | skróć |
| Opis do banku (pierwsza linijka) | Tekst | 30 | | | skróć |
"""
BARE = """format "GOLE"
[Ogólne]
nazwa = Bez ograniczników
format do = eksport i import
kodowanie = Mazovia
separator pól = <Tab>
separator wierszy = "~"
format daty = R.M.D
separator dziesiętny = "."
[Pozycje]
| Pole | Typ | Szerokość |
|------|-----|-----------|
| Data operacji | Liczba | |
| Kwota płatności | Liczba <#.#### | |
| Nazwa podmiotu 1 | Liczba | 40 |
| Opis do banku (pierwsza linijka) | Liczba | |
[Znaki]
| Znak | Na |
|------|----|
| "~"  | "-" |
""".replace("R.M.D", "RRRR.M.D")
ROWS = """format "WIERSZE"
[Ogólne]
nazwa = Kilka wierszy na przelew
format do = eksport i import
kodowanie = Flat
separator pól = ";"
ogranicznik tekstu = '"'
format daty = RRRRMMDD
separator dziesiętny = ","
[Pozycje]
| Pole | Typ | Wartość | Opcje | Warunek |
|------|-----|---------|-------|---------|
| Stała wartość | Liczba | P | | |
| Data operacji | Liczba | | | |
| Kwota płatności | Liczba <#.## | | | |
| Stała wartość | Liczba | N | nowy wiersz | |
| Nazwa podmiotu 1 | Tekst | | | |
| Stała wartość | Liczba | T | nowy wiersz | @RodzajPrzelewu <> 'US' |
| Stała wartość | Liczba | U | nowy wiersz | @RodzajPrzelewu = 'US' |
| Opis do banku (pierwsza linijka) | Tekst | | | |
"""
OWN = {
    "CSV": CSV,
    "STALE": FIXED.format(encoding="UTF8"),
    "STALE-852": FIXED.replace("STALE", "STALE-852").format(encoding="Latin II"),
    "GOLE": BARE,
    "WIERSZE": ROWS,
}
_PACK = Path(__file__).parents[1] / "rules" / "banki"


def checked(text: str) -> CheckedFormat:
    """A format of a text; it must have no error."""
    library = api.check_sources([Source("test.format", text)])
    assert not library.report.has_errors, library.report.diagnostics
    found, _ = format_of(library, library.formats[-1].symbol.text, DAY)
    assert found
    return found


@cache
def own(name: str) -> CheckedFormat:
    return checked(OWN[name])


@cache
def _pack():
    return load([_PACK], languages=RULES)


def standard_symbols() -> list[str]:
    """All formats of the standard pack."""
    return format_symbols(_pack())


@cache
def standard(symbol: str) -> CheckedFormat:
    days = (DAY, dt.date(2017, 1, 1))
    return next(checked for day in days if (checked := _on(symbol, day)))


def _on(symbol: str, day: dt.date) -> CheckedFormat | None:
    try:
        return format_of(_pack(), symbol, day)[0]
    except api.UsageError:
        return None
