"""The filters of templates: how amounts, dates, numbers and texts are written out. None of them counts.

One table feeds the environment, the check and `dekret docs szablony`. A filter given nothing (None) gives an empty
text; given a value of another kind it raises `FilterError`, and floats are refused everywhere.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from markupsafe import Markup

from dekret.render.names import Kind, Value
from dekret.text.wording import Wording
from dekret.values.culture import POLISH
from dekret.values.identifiers import is_ean13, plain_account, plain_tax_id, printed_nrb
from dekret.values.rounding import HALF_UP, rounded
from dekret.values.words import LARGEST, amount_words

_BLANK = "\u00a0"
"""Between groups of digits: a number never breaks over two lines."""
_WIDEST = 1000
Argument: TypeAlias = str | int


class FilterError(ValueError):
    """A value that a filter cannot take: what was given, and what it takes."""

    def __init__(self, pl: str, en: str) -> None:
        super().__init__(en)
        self.wording = Wording(pl, en)


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: the kinds it takes, its arguments by name, what it gives, and an example with its result."""

    name: str
    function: Callable[..., object]
    takes: tuple[Kind, ...]
    doc: Wording
    example: tuple[object, str, str]
    """A value, the filter with its arguments, what comes out."""
    arguments: tuple[str, ...] = ()
    gives: Value = field(default=Value(Kind.TEXT))
    also: tuple[str, ...] = ()


def kwota(value: object, waluta: str = "", miejsca: int = 2) -> str:
    """1 234,50; with a currency 1 234,50 PLN."""
    if value is None:
        return ""
    text = _grouped(_number(value, "kwota"), _places(miejsca, "kwota"))
    return f"{text}{_BLANK}{waluta}" if waluta else text


def _places(places: object, name: str) -> int:
    if isinstance(places, int) and 0 <= places <= 8:
        return places
    raise FilterError(f"{name}: liczba miejsc ma być od 0 do 8.", f"{name}: places go from 0 to 8.")


def _number(value: object, name: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise _unfit(value, name, Kind.AMOUNT.value)
    number = Decimal(value)
    if not number.is_finite() or number.adjusted() > 20:
        raise _unfit(value, name, Kind.AMOUNT.value)
    return number


def _unfit(value: object, name: str, wanted: Wording) -> FilterError:
    if isinstance(value, float):
        return FilterError(
            f"{name}: przyszła liczba zmiennoprzecinkowa {value!r}; kwoty są dziesiętne.",
            f"{name}: a float came, {value!r}; amounts are decimal.",
        )
    given = type(value).__name__
    return FilterError(
        f"{name}: przyszło {given}, a filtr przyjmuje: {wanted.pl}.",
        f"{name}: {given} came, the filter takes {wanted.en}.",
    )


def _grouped(number: Decimal, places: int) -> str:
    text = f"{rounded(number, places, mode=HALF_UP):,f}"
    if not text.strip("-0.,"):
        text = text.removeprefix("-")
    return text.replace(",", _BLANK).replace(".", ",")


def ilosc(value: object, jednostka: str = "") -> str:
    """1,5 kg: as many places as the number has, at most four."""
    if value is None:
        return ""
    number = rounded(_number(value, "ilosc"), 4, mode=HALF_UP)
    whole, comma, places = _grouped(number, 4).partition(",")
    places = places.rstrip("0")
    text = f"{whole}{comma}{places}" if places else whole
    return f"{text}{_BLANK}{jednostka}" if jednostka else text


def cena(value: object) -> str:
    """12,50: two places, as many as four where the price has them."""
    if value is None:
        return ""
    whole, _, places = _grouped(_number(value, "cena"), 4).partition(",")
    return f"{whole},{places.rstrip('0').ljust(2, '0')}"


def kurs(value: object) -> str:
    """4,2537: at least four places."""
    if value is None:
        return ""
    whole, _, places = _grouped(_number(value, "kurs"), 8).partition(",")
    return f"{whole},{places.rstrip('0').ljust(4, '0')}"


def punkt(value: object, miejsca: int = 2) -> str:
    """1234.50: as XML and data files want it."""
    if value is None:
        return ""
    number = rounded(_number(value, "punkt"), _places(miejsca, "punkt"), mode=HALF_UP)
    return f"{number or abs(number):f}"


_SHAPES: Mapping[str, Callable[[dt.date], str]] = {
    "RRRR-MM-DD": lambda day: day.isoformat(),
    "DD.MM.RRRR": lambda day: f"{day:%d.%m.}{day.year:04}",
    "RRRRMMDD": lambda day: day.isoformat().replace("-", ""),
    "D miesiąca RRRR": lambda day: f"{day.day} {POLISH.months_genitive[day.month - 1]} {day.year:04}",
    "miesiąc RRRR": lambda day: f"{POLISH.months[day.month - 1]} {day.year:04}",
}


def data(value: object, wzor: str = "DD.MM.RRRR") -> str:
    """31.01.2026, or by another pattern."""
    if value is None:
        return ""
    if not isinstance(value, dt.date):
        raise _unfit(value, "data", Kind.DATE.value)
    if wzor not in _SHAPES:
        known = ", ".join(_SHAPES)
        raise FilterError(
            f"data: nie ma wzoru „{wzor}”; są: {known}.", f"data: no pattern '{wzor}'; there are {known}."
        )
    return _SHAPES[wzor](value)


def slownie(value: object, waluta: str = "PLN", ulamek: str = "liczbą") -> str:
    """The amount in words; its fraction in figures (56/100) or in words (ulamek="słownie")."""
    if value is None:
        return ""
    number = _number(value, "slownie")
    if abs(number) > LARGEST:
        raise FilterError(f"slownie: {number} jest za duże.", f"slownie: {number} is too large.")
    if ulamek not in ("liczbą", "słownie"):
        raise FilterError("slownie: ulamek to „liczbą” albo „słownie”.", "slownie: ulamek is 'liczbą' or 'słownie'.")
    return amount_words(number, waluta, fraction="words" if ulamek == "słownie" else "figures")


def nip(value: object) -> str:
    """558-073-02-19, with its prefix where it has one; anything else as it is."""
    text = _text(value, "nip")
    prefix = "PL " if text.strip().upper().startswith("PL") else ""
    digits = plain_tax_id(text)
    if len(digits) != 10 or not digits.isdigit():
        return text
    return f"{prefix}{digits[:3]}-{digits[3:6]}-{digits[6:8]}-{digits[8:]}"


def nrb(value: object) -> str:
    """61 1090 1014 0000 0712 1981 2874; an IBAN of another country in fours."""
    text = _text(value, "nrb")
    plain = plain_account(text)
    if re.fullmatch("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}", plain):
        return _BLANK.join(plain[place : place + 4] for place in range(0, len(plain), 4))
    return printed_nrb(text).replace(" ", _BLANK)


def ean(value: object) -> str:
    """5 901234 123457; a number with a wrong check digit as it is."""
    text = _text(value, "ean")
    return f"{text[0]}{_BLANK}{text[1:7]}{_BLANK}{text[7:]}" if is_ean13(text) else text


def kolumna(value: object, szerokosc: object, strona: str = "lewo") -> str:
    """The text in a column of so many characters: cut, or filled with blanks on the other side."""
    if not isinstance(szerokosc, int) or not 0 < szerokosc <= _WIDEST:
        raise FilterError(
            f"kolumna: szerokość ma być od 1 do {_WIDEST}.", f"kolumna: the width goes from 1 to {_WIDEST}."
        )
    if strona not in ("lewo", "prawo"):
        raise FilterError("kolumna: strona to „lewo” albo „prawo”.", "kolumna: strona is 'lewo' or 'prawo'.")
    text = str(value) if isinstance(value, int) else _text(value, "kolumna")
    cut = " ".join(text.split("\n"))[:szerokosc]
    return cut.ljust(szerokosc) if strona == "lewo" else cut.rjust(szerokosc)


def tak_nie(value: object, tak: str = "tak", nie: str = "nie") -> str:
    """Tak or nie; other words may be given."""
    if value is None:
        return ""
    if not isinstance(value, bool):
        raise _unfit(value, "tak_nie", Kind.FLAG.value)
    return tak if value else nie


def _text(value: object, name: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _unfit(value, name, Kind.TEXT.value)
    return value


def upper(value: object) -> str:
    return _text(value, "upper").upper()


def lower(value: object) -> str:
    return _text(value, "lower").lower()


def capitalize(value: object) -> str:
    text = _text(value, "capitalize")
    return text[:1].upper() + text[1:]


def trim(value: object) -> str:
    return _text(value, "trim").strip()


def replace(value: object, co: str, na: str) -> str:
    """Each `co` as `na`; an empty `co` changes nothing."""
    text = _text(value, "replace")
    old, new = _text(co, "replace"), _text(na, "replace")
    if isinstance(text, Markup):
        raise FilterError("replace: nie na gotowym HTML.", "replace: not of HTML that is ready.")
    return text.replace(old, new) if old else text


def join(value: object, lacznik: str = "") -> str:
    """The texts of a list as one."""
    if not isinstance(value, tuple | list):
        raise _unfit(value, "join", Kind.LIST.value)
    texts = [_text(each, "join") for each in value]
    return _text(lacznik, "join").join(each for each in texts if each)


def length(value: object) -> int:
    """How many: items of a list, characters of a text."""
    if not isinstance(value, tuple | list | str | Mapping):
        raise _unfit(value, "length", Kind.LIST.value)
    return len(value)


_NUMBERS = (Kind.AMOUNT, Kind.WHOLE)
_TEXT = (Kind.TEXT,)
FILTERS: tuple[Filter, ...] = (
    Filter(
        "kwota",
        kwota,
        _NUMBERS,
        Wording(
            "kwota z groszami, odstępem co trzy cyfry, walutą", "an amount: decimal comma, groups of three, currency"
        ),
        (Decimal("12345.5"), 'kwota("PLN")', "12 345,50 PLN"),
        ("waluta", "miejsca"),
    ),
    Filter(
        "ilosc",
        ilosc,
        _NUMBERS,
        Wording("ilość bez zbędnych zer", "a quantity without needless zeros"),
        (Decimal("1.50"), 'ilosc("kg")', "1,5 kg"),
        ("jednostka",),
        also=("ilość",),
    ),
    Filter(
        "cena",
        cena,
        _NUMBERS,
        Wording("cena: od dwóch do czterech miejsc", "a price: two to four places"),
        (Decimal("12.5"), "cena", "12,50"),
    ),
    Filter(
        "kurs",
        kurs,
        _NUMBERS,
        Wording("kurs, co najmniej cztery miejsca", "a rate, at least four places"),
        (Decimal("4.25"), "kurs", "4,2500"),
    ),
    Filter(
        "punkt",
        punkt,
        _NUMBERS,
        Wording("liczba z kropką, do XML i plików danych", "a number with a point, for XML and data"),
        (Decimal("12345.5"), "punkt", "12345.50"),
        ("miejsca",),
    ),
    Filter(
        "data",
        data,
        (Kind.DATE,),
        Wording("data; wzory: " + ", ".join(_SHAPES), "a date; patterns: " + ", ".join(_SHAPES)),
        (dt.date(2026, 1, 31), 'data("D miesiąca RRRR")', "31 stycznia 2026"),
        ("wzor",),
    ),
    Filter(
        "slownie",
        slownie,
        _NUMBERS,
        Wording(
            'kwota słownie; ulamek="słownie" także grosze', 'an amount in words; ulamek="słownie" its fraction, too'
        ),
        (Decimal("22.5"), 'slownie("PLN")', "dwadzieścia dwa złote 50/100"),
        ("waluta", "ulamek"),
        also=("słownie",),
    ),
    Filter(
        "nip", nip, _TEXT, Wording("NIP z myślnikami", "a NIP with hyphens"), ("5580730219", "nip", "558-073-02-19")
    ),
    Filter(
        "nrb",
        nrb,
        _TEXT,
        Wording("numer rachunku w grupach", "an account number in groups"),
        ("61109010140000071219812874", "nrb", "61 1090 1014 0000 0712 1981 2874"),
    ),
    Filter(
        "ean",
        ean,
        _TEXT,
        Wording("kod EAN-13 w grupach", "an EAN-13 in groups"),
        ("2900000000018", "ean", "2 900000 000018"),
    ),
    Filter(
        "kolumna",
        kolumna,
        (Kind.TEXT, Kind.WHOLE),
        Wording("tekst w kolumnie o stałej szerokości", "a text in a column of fixed width"),
        ("ABC", 'kolumna(5, "prawo")', "  ABC"),
        ("szerokosc", "strona"),
    ),
    Filter(
        "tak_nie",
        tak_nie,
        (Kind.FLAG,),
        Wording("tak albo nie, albo inne dwa słowa", "tak or nie, or two other words"),
        (True, 'tak_nie("X", "–")', "X"),
        ("tak", "nie"),
    ),
    Filter("upper", upper, _TEXT, Wording("wielkie litery", "capitals"), ("faktura", "upper", "FAKTURA")),
    Filter("lower", lower, _TEXT, Wording("małe litery", "small letters"), ("SZT", "lower", "szt")),
    Filter(
        "capitalize",
        capitalize,
        _TEXT,
        Wording("pierwsza litera wielka", "the first letter a capital"),
        ("dwa złote", "capitalize", "Dwa złote"),
    ),
    Filter("trim", trim, _TEXT, Wording("bez spacji na brzegach", "without blanks around it"), (" a ", "trim", "a")),
    Filter(
        "replace",
        replace,
        _TEXT,
        Wording("jeden tekst zamiast drugiego", "one text in the place of another"),
        ("1/2026", 'replace("/", "-")', "1-2026"),
        ("co", "na"),
    ),
    Filter(
        "join",
        join,
        (Kind.LIST,),
        Wording("teksty z listy razem", "the texts of a list as one"),
        (("a", "b"), 'join(", ")', "a, b"),
        ("lacznik",),
    ),
    Filter(
        "length",
        length,
        (Kind.LIST, Kind.TEXT, Kind.MAP),
        Wording("ile pozycji lub znaków", "how many items or characters"),
        (("a", "b"), "length", "2"),
        gives=Value(Kind.WHOLE),
        also=("count",),
    ),
)
"""All filters; templates know no others."""
BY_NAME: Mapping[str, Filter] = {name: each for each in FILTERS for name in (each.name, *each.also)}
