"""Files to start from: one small definition of every language, a document, payments."""

import datetime as dt
from collections.abc import Mapping

from dekret import assets
from dekret.errors import UsageError
from dekret.packs.library import LANGUAGES
from dekret.text.nearest import nearest, plain
from dekret.values.bank_days import next_bank_day

_DAY = "2026-12-01"
_SYMBOL = '"SYMBOL"'
KINDS: Mapping[str, str] = {
    **{plain(language.keyword.pl): f"{language.extension}.{language.extension}" for language in LANGUAGES},
    "przypadek-wykresu": "przypadek-wykresu.przypadek",
    "przypadek-mapy": "przypadek-mapy.przypadek",
    "dokument": "dokument.json",
    "rezerwacja": "rezerwacja.json",
    "przelewy": "przelewy.csv",
    "mt940": "mt940.sta",
}
"""What can be started, with the file in templates/new."""
_ENGLISH: Mapping[str, str] = {
    "document": "dokument",
    "order": "rezerwacja",
    "payments": "przelewy",
    "chart-case": "przypadek-wykresu",
    "map-case": "przypadek-mapy",
    **{language.keyword.en: plain(language.keyword.pl) for language in LANGUAGES},
}


def starting_file(kind: str, symbol: str, today: dt.date) -> str:
    """The text of a new file; payments are due on the next bank day.

    Raises `UsageError` for an unknown kind or a symbol with quotes in it.
    """
    kind = _ENGLISH.get(kind, plain(kind))
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        known = ", ".join(KINDS)
        pl = f" Czy chodziło o {near}?" if near else ""
        en = f" Did you mean {near}?" if near else ""
        raise UsageError(
            f"Nie ma rodzaju {kind}.{pl} Są: {known}.", f"There is no kind {kind}.{en} There are: {known}."
        )
    if not checked_symbol(symbol):
        raise _wrong(symbol)
    text = (assets.folder("templates") / "new" / KINDS[kind]).read_text(encoding="utf-8")
    if _DAY in text and kind == "przelewy":
        text = text.replace(_DAY, next_bank_day(today + dt.timedelta(days=1)).isoformat())
    return text.replace(_SYMBOL, f'"{symbol}"', 1)


def checked_symbol(text: str) -> str:
    """A symbol without blanks around it, empty where there is none. Raises `UsageError` for one with quotes in it."""
    if any(letter in '"“”„\n' for letter in text):
        raise _wrong(text)
    return text.strip()


def _wrong(symbol: str) -> UsageError:
    return UsageError(f"Symbol {symbol} ma niedozwolone znaki.", f"The symbol {symbol} has characters it must not.")
