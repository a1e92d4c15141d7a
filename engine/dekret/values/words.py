"""Amounts in Polish words (słownie) for any currency, as invoices, cheques and transfer orders carry them.

Forms follow the rule of Polish numerals: one złoty; 2, 3, 4 (but not 12, 13, 14) złote; all else złotych. Thousands are
said with their one, `jeden tysiąc`, as accountants write it: nothing can be put before it. Why not a library:
engine/decisions/0021.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from dekret.values.rounding import HALF_UP, rounded

Forms = tuple[str, str, str]
"""One, two, five of a noun: złoty, złote, złotych."""
Gender = Literal["m", "f", "n"]
LARGEST = Decimal(10) ** 15
"""Amounts up to this one have words."""


@dataclass(frozen=True, slots=True)
class Currency:
    """How a currency is counted; `minor` is its hundredth (or as `places` says), empty where it has none in use."""

    major: Forms
    minor: Forms | None = None
    places: int = 2
    gender: Gender = "m"
    minor_gender: Gender = "m"


_CENT: Forms = ("cent", "centy", "centów")
_CROWN = ("korona", "korony", "koron")
_OERE: Forms = ("øre", "øre", "øre")


def _named(noun: Forms, adjective: Forms) -> Forms:
    one, two, five = (f"{each} {of}" for each, of in zip(noun, adjective, strict=True))
    return one, two, five


_DOLLAR = ("dolar", "dolary", "dolarów")
_POUND = ("funt", "funty", "funtów")
_PENNY: Forms = ("pens", "pensy", "pensów")
_FRANC = ("frank", "franki", "franków")
_AMERICAN = ("amerykański", "amerykańskie", "amerykańskich")

CURRENCIES: Mapping[str, Currency] = {
    "PLN": Currency(("złoty", "złote", "złotych"), ("grosz", "grosze", "groszy")),
    "EUR": Currency(("euro", "euro", "euro"), ("eurocent", "eurocenty", "eurocentów"), gender="n"),
    "USD": Currency(_named(_DOLLAR, _AMERICAN), _CENT),
    "GBP": Currency(_named(_POUND, ("szterling", "szterlingi", "szterlingów")), _PENNY),
    "CHF": Currency(_named(_FRANC, ("szwajcarski", "szwajcarskie", "szwajcarskich")), ("rap", "rapy", "rapów")),
    "CZK": Currency(_named(_CROWN, ("czeska", "czeskie", "czeskich")), ("halerz", "halerze", "halerzy"), gender="f"),
    "DKK": Currency(_named(_CROWN, ("duńska", "duńskie", "duńskich")), _OERE, gender="f", minor_gender="n"),
    "NOK": Currency(_named(_CROWN, ("norweska", "norweskie", "norweskich")), _OERE, gender="f", minor_gender="n"),
    "SEK": Currency(
        _named(_CROWN, ("szwedzka", "szwedzkie", "szwedzkich")), ("öre", "öre", "öre"), gender="f", minor_gender="n"
    ),
    "ISK": Currency(_named(_CROWN, ("islandzka", "islandzkie", "islandzkich")), places=0, gender="f"),
    "HUF": Currency(("forint", "forinty", "forintów"), ("filler", "fillery", "fillerów")),
    "RON": Currency(
        _named(("lej", "leje", "lejów"), ("rumuński", "rumuńskie", "rumuńskich")), ("ban", "bany", "banów")
    ),
    "BGN": Currency(
        _named(("lew", "lewy", "lewów"), ("bułgarski", "bułgarskie", "bułgarskich")),
        ("stotinka", "stotinki", "stotinek"),
        minor_gender="f",
    ),
    "UAH": Currency(
        ("hrywna", "hrywny", "hrywien"), ("kopiejka", "kopiejki", "kopiejek"), gender="f", minor_gender="f"
    ),
    "TRY": Currency(
        _named(("lira", "liry", "lir"), ("turecka", "tureckie", "tureckich")),
        ("kurusz", "kurusze", "kuruszy"),
        gender="f",
    ),
    "CAD": Currency(_named(_DOLLAR, ("kanadyjski", "kanadyjskie", "kanadyjskich")), _CENT),
    "AUD": Currency(_named(_DOLLAR, ("australijski", "australijskie", "australijskich")), _CENT),
    "CNY": Currency(("juan", "juany", "juanów"), ("fen", "feny", "fenów")),
    "JPY": Currency(("jen", "jeny", "jenów"), places=0),
    "KRW": Currency(
        _named(("won", "wony", "wonów"), ("południowokoreański", "południowokoreańskie", "południowokoreańskich")),
        places=0,
    ),
    "KWD": Currency(
        _named(("dinar", "dinary", "dinarów"), ("kuwejcki", "kuwejckie", "kuwejckich")),
        ("fils", "filsy", "filsów"),
        places=3,
    ),
    "BHD": Currency(
        _named(("dinar", "dinary", "dinarów"), ("bahrajński", "bahrajńskie", "bahrajńskich")),
        ("fils", "filsy", "filsów"),
        places=3,
    ),
    "TND": Currency(
        _named(("dinar", "dinary", "dinarów"), ("tunezyjski", "tunezyjskie", "tunezyjskich")),
        ("milim", "milimy", "milimów"),
        places=3,
    ),
}
"""Currencies with names (ISO 4217 for the places); any other is said by its code, with hundredths."""

_ONES = ["zero", "jeden", "dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć"]
_TEENS = [
    "dziesięć",
    "jedenaście",
    "dwanaście",
    "trzynaście",
    "czternaście",
    "piętnaście",
    "szesnaście",
    "siedemnaście",
    "osiemnaście",
    "dziewiętnaście",
]
_TENS = [
    "–",
    "dziesięć",
    "dwadzieścia",
    "trzydzieści",
    "czterdzieści",
    "pięćdziesiąt",
    "sześćdziesiąt",
    "siedemdziesiąt",
    "osiemdziesiąt",
    "dziewięćdziesiąt",
]
_HUNDREDS = [
    "–",
    "sto",
    "dwieście",
    "trzysta",
    "czterysta",
    "pięćset",
    "sześćset",
    "siedemset",
    "osiemset",
    "dziewięćset",
]
_GROUPS: tuple[Forms, ...] = (
    ("biliard", "biliardy", "biliardów"),
    ("bilion", "biliony", "bilionów"),
    ("miliard", "miliardy", "miliardów"),
    ("milion", "miliony", "milionów"),
    ("tysiąc", "tysiące", "tysięcy"),
)
_ONE: Mapping[Gender, str] = {"m": "jeden", "f": "jedna", "n": "jedno"}
_TWO: Mapping[Gender, str] = {"m": "dwa", "f": "dwie", "n": "dwa"}


def plural(number: int, forms: Forms) -> str:
    """The form of a noun behind a number.

    >>> [plural(n, ("złoty", "złote", "złotych")) for n in (1, 2, 5, 12, 21, 22, 112)]
    ['złoty', 'złote', 'złotych', 'złotych', 'złotych', 'złote', 'złotych']
    """
    if number == 1:
        return forms[0]
    few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
    return forms[1] if few else forms[2]


def number_words(number: int, gender: Gender = "m") -> str:
    """A whole number, not below zero, in words; `gender` is that of the noun behind it.

    >>> number_words(1122), number_words(2, "f"), number_words(21, "f")
    ('jeden tysiąc sto dwadzieścia dwa', 'dwie', 'dwadzieścia jeden')
    """
    assert 0 <= number < 1000 ** (len(_GROUPS) + 1)
    if number <= 1:
        return _ONE[gender] if number else _ONES[0]
    said: list[str] = []
    for place, forms in enumerate(_GROUPS):
        group = number // 1000 ** (len(_GROUPS) - place) % 1000
        if group:
            said += [*_below_thousand(group, "m"), plural(group, forms)]
    return " ".join([*said, *_below_thousand(number % 1000, gender)])


@cache
def _below_thousand(number: int, gender: Gender) -> tuple[str, ...]:
    hundreds, rest = divmod(number, 100)
    said = [_HUNDREDS[hundreds]] if hundreds else []
    tens, ones = divmod(rest, 10)
    if tens == 1:
        return (*said, _TEENS[ones])
    if tens:
        said.append(_TENS[tens])
    if ones:
        said.append(_TWO[gender] if ones == 2 else _ONES[ones])
    return tuple(said)


def amount_words(amount: Decimal, currency: str = "PLN", *, fraction: Literal["figures", "words"] = "figures") -> str:
    """An amount in words; its fraction in figures (56/100) or in words, too. Rounded to the places of the currency.

    Raises `ValueError` for an amount above 10^15 or one that is no number.

    >>> amount_words(Decimal("1234.56"))
    'jeden tysiąc dwieście trzydzieści cztery złote 56/100'
    >>> amount_words(Decimal("-2.01"), fraction="words"), amount_words(Decimal("22"), "CZK", fraction="words")
    ('minus dwa złote jeden grosz', 'dwadzieścia dwie korony czeskie zero halerzy')
    >>> amount_words(Decimal("1500"), "JPY"), amount_words(Decimal("2.5"), "KWD"), amount_words(Decimal(3), "XAU")
    ('jeden tysiąc pięćset jenów', 'dwa dinary kuwejckie 500/1000', 'trzy XAU 00/100')
    """
    if not amount.is_finite() or abs(amount) > LARGEST:
        raise ValueError(f"an amount without words: {amount}")
    known = CURRENCIES.get(currency) or Currency((currency,) * 3)
    whole, _, decimals = f"{rounded(abs(amount), known.places, mode=HALF_UP):f}".partition(".")
    said = [number_words(int(whole), known.gender), plural(int(whole), known.major)]
    if amount < 0 and int(whole + decimals):
        said.insert(0, "minus")
    if known.places and (fraction == "figures" or known.minor is None):
        said.append(f"{decimals}/1{'0' * known.places}")
    elif known.minor:
        said += [number_words(int(decimals), known.minor_gender), plural(int(decimals), known.minor)]
    return " ".join(said)
