"""What the names of columns mean, in Polish and English, as banks write them in the first rows of their files."""

import re
from collections.abc import Iterator

from dekret.text.nearest import plain

_PARTY = r"kontrahen|nadawc|odbiorc|podmiot|zleceniodawc|beneficj|przeciwstaw|drugiej strony|strony|party|payee|payer"
_OWN = r"wlasn|moj|posiadacz|\bown"
_ACCOUNT = r"rachun|kont[oau]\b|account|iban|nrb"
_TITLES: tuple[tuple[str, str, int], ...] = (
    (rf"nazwa banku|bank\b.*({_PARTY})|^bank$", "Nazwa banku podmiotu", 80),
    (rf"({_ACCOUNT}).*({_PARTY})|({_PARTY}).*({_ACCOUNT})", "Pełny numer rachunku podmiotu", 90),
    (rf"({_ACCOUNT}).*({_OWN})|({_OWN}).*({_ACCOUNT})", "Pełny numer rachunku własnego", 90),
    (r"saldo|balance", "Saldo po operacji", 85),
    (r"waluta (rachunku|konta)", "Inne informacje", 60),
    (r"data (za)?ksieg|booking date|posting date|book date|data dekretu", "Data księgowania", 95),
    (r"data walut|value date|dzien waluty", "Data waluty", 95),
    (r"data (operacji|transakcji|zlecenia|wykonania|realizacji)|(transaction|operation) date", "Data operacji", 90),
    (r"^(data|date|dzien|day|kiedy)$", "Data dokumentu", 85),
    (r"kwota vat|vat amount", "Kwota VAT", 90),
    (r"obciaz|\bwn\b|winien|wyplyw|wydatk|rozchod|debit|money out|paid out|withdraw", "Kwota obciążenia", 90),
    (r"uznan|\bma\b|wplyw|przychod|credit|money in|paid in|deposit", "Kwota uznania", 90),
    (r"^kwota( operacji| transakcji)?$|^amount$", "Kwota płatności", 92),
    (r"kwota|amount|wartosc", "Kwota płatności", 80),
    (r"^(wal(uta)?\.?|currency|ccy)\b", "Waluta", 92),
    (r"adres|address", "Adres podmiotu", 85),
    (r"\bnip\b|tax id|\bvat id", "NIP podmiotu", 85),
    (r"(nr|numer|id\w*|number).*(operacji|transakcji|transaction)|transaction (id|ref)", "Referencja banku", 85),
    (r"referencj\w* (klienta|wlasn)|(client|customer) ref|end.?to.?end", "Referencja klienta", 85),
    (r"referenc|reference", "Referencja banku", 80),
    (r"(nr|numer|number).*(wyciag|statement)", "Numer wyciągu", 85),
    (r"kod (operacji|transakcji)|(transaction|operation) code", "Kod operacji", 85),
    (r"(opis|rodzaj|typ|nazwa) (operacji|transakcji)|(transaction|operation) type", "Nazwa operacji", 80),
    (r"^(rodzaj|typ|type|operacja|operation)$", "Nazwa operacji", 80),
    (r"^opis do banku$", "Opis do banku", 95),
    (r"tytul|^title$", "Tytuł przelewu", 95),
    (rf"({_PARTY})", "Nazwa podmiotu", 85),
    (r"opis|szczegol|tresc|description|details|narrative|purpose", "Tytuł przelewu", 75),
    (rf"{_ACCOUNT}", "Pełny numer rachunku podmiotu", 55),
    (r"^(nazwa|name)$", "Nazwa podmiotu", 75),
)  # fmt: skip
"""Names folded, the field they mean, how certain that is. The first that fits is taken."""
_SIDES = re.compile(
    r"^(wn ?[/\\-]? ?ma|strona( operacji)?|d ?/? ?c|dt ?/? ?ct|c ?/? ?d|znak( kwoty)?|debit ?/? ?credit"
    r"|credit ?/? ?debit|obciazenie ?/ ?uznanie|uznanie ?/ ?obciazenie|kierunek|side|sign|cr ?/? ?dr|dr ?/? ?cr)$"
)
_RUNNING_NUMBER = re.compile(r"^(lp|l p|nr|no|poz|pozycja|#)\.?$")


def by_title(title: str) -> tuple[str, int] | None:
    """The field that a name means and how certain that is.

    >>> by_title("#Data księgowania"), by_title("Nr rachunku kontrahenta"), by_title("xyz")
    (('Data księgowania', 95), ('Pełny numer rachunku podmiotu', 90), None)
    """
    return next(_meanings(title), None)


def _meanings(title: str) -> Iterator[tuple[str, int]]:
    folded = plain(title.replace("#", " ").replace("_", " ")).strip(" :.*")
    if _SIDES.fullmatch(folded):
        yield "Strona operacji", 92
    if _RUNNING_NUMBER.fullmatch(folded):
        yield "Inne informacje", 85
    yield from ((field, sure) for pattern, field, sure in _TITLES if re.search(pattern, folded))
