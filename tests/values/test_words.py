"""Amounts in words against a slow second way: counting in groups of three, number by number."""

import random
from decimal import Decimal
from functools import cache

import pytest

from dekret.values.words import CURRENCIES, LARGEST, amount_words, number_words, plural

SMALL = """zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście
czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście""".split()  # noqa: SIM905 - words, not a list
_TENS = "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt"
TENS = dict(zip(range(20, 100, 10), _TENS.split(), strict=True))
_HUNDREDS = "sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset"
HUNDREDS = dict(zip(range(100, 1000, 100), _HUNDREDS.split(), strict=True))
LARGE = {1000: "tysiąc|tysiące|tysięcy", 10**6: "milion|miliony|milionów", 10**9: "miliard|miliardy|miliardów",
         10**12: "bilion|biliony|bilionów", 10**15: "biliard|biliardy|biliardów"}  # fmt: skip


@cache
def _below(number):
    return tuple(_said(number))


def form(number, forms):
    """The form by the last words: `dwa`, `trzy`, `cztery` at the end ask for the second, unless they are teens."""
    one, few, many = forms.split("|")
    last = spoken(number % 1000)[-1]
    if number == 1:
        return one
    return few if last in ("dwa", "trzy", "cztery") else many


def spoken(number):
    return list(_below(number)) if number < 1000 else _said(number)


def _said(number):
    """The words of a number: the largest thing that fits is said, then the rest."""
    if number < 20:
        return [SMALL[number]]
    for names in (TENS, HUNDREDS):
        for size, word in sorted(names.items(), reverse=True):
            if size <= number < (100 if names is TENS else 1000):
                return [word, *(spoken(number - size) if number > size else [])]
    size = max(size for size in LARGE if size <= number)
    count, rest = divmod(number, size)
    return [*spoken(count), form(count, LARGE[size]), *(spoken(rest) if rest else [])]


def oracle(amount):
    grosze = int(abs(amount) * 100)
    whole, part = divmod(grosze, 100)
    words = [*spoken(whole), form(whole, "złoty|złote|złotych"), *spoken(part), form(part, "grosz|grosze|groszy")]
    return " ".join(["minus", *words] if amount < 0 and grosze else words)


def test_a_hundred_thousand_amounts_are_said_as_the_slow_way_says_them():
    chance = random.Random(20260331)  # noqa: S311 - the same amounts every time
    for _ in range(100_000):
        digits = chance.randint(1, 17)
        amount = Decimal(chance.randrange(10**digits) * chance.choice((1, 1, 1, -1))).scaleb(-2)
        assert amount_words(amount, fraction="words") == oracle(amount)


def test_every_number_below_two_thousand():
    for number in range(2000):
        assert number_words(number) == " ".join(spoken(number))


@pytest.mark.parametrize(
    ("amount", "currency", "figures", "words"),
    [
        ("0", "PLN", "zero złotych 00/100", "zero złotych zero groszy"),
        ("0.01", "PLN", "zero złotych 01/100", "zero złotych jeden grosz"),
        ("1", "PLN", "jeden złoty 00/100", "jeden złoty zero groszy"),
        ("2.02", "PLN", "dwa złote 02/100", "dwa złote dwa grosze"),
        ("21", "PLN", "dwadzieścia jeden złotych 00/100", "dwadzieścia jeden złotych zero groszy"),
        ("112", "PLN", "sto dwanaście złotych 00/100", "sto dwanaście złotych zero groszy"),
        ("1000000", "PLN", "jeden milion złotych 00/100", "jeden milion złotych zero groszy"),
        ("-5.5", "PLN", "minus pięć złotych 50/100", "minus pięć złotych pięćdziesiąt groszy"),
        ("-0.00", "PLN", "zero złotych 00/100", "zero złotych zero groszy"),
        ("0.995", "PLN", "jeden złoty 00/100", "jeden złoty zero groszy"),
        ("1", "EUR", "jedno euro 00/100", "jedno euro zero eurocentów"),
        ("2", "USD", "dwa dolary amerykańskie 00/100", "dwa dolary amerykańskie zero centów"),
        ("1", "CZK", "jedna korona czeska 00/100", "jedna korona czeska zero halerzy"),
        ("2", "SEK", "dwie korony szwedzkie 00/100", "dwie korony szwedzkie zero öre"),
        ("22", "UAH", "dwadzieścia dwie hrywny 00/100", "dwadzieścia dwie hrywny zero kopiejek"),
        ("1.02", "UAH", "jedna hrywna 02/100", "jedna hrywna dwie kopiejki"),
        ("5", "GBP", "pięć funtów szterlingów 00/100", "pięć funtów szterlingów zero pensów"),
        (
            "1234",
            "JPY",
            "jeden tysiąc dwieście trzydzieści cztery jeny",
            "jeden tysiąc dwieście trzydzieści cztery jeny",
        ),
        ("1.234", "KWD", "jeden dinar kuwejcki 234/1000", "jeden dinar kuwejcki dwieście trzydzieści cztery filsy"),
        ("3", "XAU", "trzy XAU 00/100", "trzy XAU 00/100"),
        ("1000000000000000", "PLN", "jeden biliard złotych 00/100", "jeden biliard złotych zero groszy"),
    ],
)
def test_currencies(amount, currency, figures, words):
    assert amount_words(Decimal(amount), currency) == figures
    assert amount_words(Decimal(amount), currency, fraction="words") == words


@pytest.mark.parametrize("amount", [LARGEST + 1, Decimal("NaN"), Decimal("Infinity")])
def test_what_has_no_words(amount):
    with pytest.raises(ValueError, match="without words"):
        amount_words(amount)


def test_every_currency_has_forms_for_one_two_and_five():
    for code, currency in CURRENCIES.items():
        assert len(code) == 3
        for forms in filter(None, (currency.major, currency.minor)):
            assert [plural(number, forms) for number in (1, 3, 7)] == list(forms)
        assert (currency.minor is None) == (currency.places == 0)
