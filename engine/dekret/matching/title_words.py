"""A title as words: letters or digits, and what stands between them; what is surely no number of a document is cut out.

Cut out are account numbers, amounts, dates, periods, tax numbers and telephones, by how they are written or by the
word before them. Dates with slashes stay, as 15/01/2026 is how many companies number their invoices, and so do dates
right behind a word such as FV.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from dekret.values.identifiers import is_iban

_FOLDED = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")

PREFIXES = frozenset(
    (
        *("F", "FV", "FVS", "FVZ", "FVAT", "FVT", "FA", "FS", "FSV", "FZ", "FR", "FRA", "FKT", "FAK", "FAKT"),
        *("FAKTURA", "FAKTURE", "FAKTURY", "FAKTUR", "FAKTURZE", "FAKTURAMI", "VAT", "RA", "RE", "RY", "KT"),
        *("NR", "NRY", "NUMER", "NUMERY", "NO", "INV", "INVOICE", "RACH", "RACHUNEK", "RACHUNKU", "RACHUNKI"),
        *("DOK", "DOKUMENT", "DOKUMENTU"),
    )
)
"""Words that go before the number of an invoice and are not told apart; F-RA and F-KT are two of them."""
_SAME = {"KOREKTA": "KOR", "KOREKTY": "KOR", "KOREKTE": "KOR", "KORYGUJACA": "KOR", "KORYGUJACEJ": "KOR"}
"""Words that are written in full and shortened."""
_AND = frozenset(("I", "ORAZ", "AND"))


class Gap(Enum):
    """What stands between a word and the one before it."""

    NONE = "none"
    """Nothing: letters and digits meet, as in FV1."""
    SIGN = "sign"
    """Signs that stand within numbers: / - . _ and the like, perhaps with blanks."""
    BLANK = "blank"
    LIST = "list"
    """A comma, `i`, `oraz` and all other signs: another number begins."""
    BREAK = "break"
    """The beginning of the title, or something cut out."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters or of digits, in capitals without Polish signs. `start` and `end` are its place in the title."""

    written: str
    gap: Gap
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        return "0" <= self.written[0] <= "9"

    @property
    def is_prefix(self) -> bool:
        return self.written in PREFIXES


_CUT = "\0"
_MONEY = r"(?:PLN|ZLOTYCH|ZL|GROSZY|GR|EUR|USD|GBP|CHF|CZK)\b"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = rf"{_DAY}\.{_MONTH}\.(?:20)?[0-9]{{2}}|{_DAY}-{_MONTH}-20[0-9]{{2}}|20[0-9]{{2}}([.-]){_MONTH}\1{_DAY}"
_SLASHED = rf"{_DAY}/{_MONTH}/(?:20)?[0-9]{{2}}|20[0-9]{{2}}/{_MONTH}/{_DAY}"
_ALONE = r"(?<![0-9A-Z/.\-])"
_END = r"(?![0-9A-Z/\-])(?!\.[0-9])"
_PREFIX = "|".join(sorted(PREFIXES, key=len, reverse=True))
_NAME = rf"(?!(?:{_PREFIX})\b)[^\W\d_]+\.?"
_BEHIND = rf"(?:F[ \-]?[VSA]|{_PREFIX})[ .:/_\-]*"
_NUMBERED = re.compile(rf"(?<![A-Z0-9]){_BEHIND}$")
_ALWAYS = re.compile(
    "|".join(
        (
            # tags of a split payment, up to the number and behind it
            r"^/VAT/[0-9]+,[0-9]{2}/IDC/[0-9A-Z]+(?=/INV/)|/TXT/",
            # Polish account numbers in any grouping; amounts
            r"(?<![0-9A-Z])(?:PL ?)?[0-9]{2}(?:[ \-]?[0-9]{4}){6}(?![0-9])",
            r"(?<![0-9/\-])[0-9]{1,3}(?:[ .][0-9]{3})+,[0-9]{2}(?![0-9])",
            r"(?<![0-9/\-.,])[0-9]+,[0-9]{2}(?![0-9/]|,[0-9])",
            rf"(?<![0-9/\-.,])(?:[0-9]{{1,3}}(?: [0-9]{{3}})+|[0-9]+)(?:[.,][0-9]{{1,2}})? ?{_MONEY}",
            r"(?<![0-9])[0-9]+(?:[.,][0-9]+)? ?%",
            # what a word before it tells: streets, numbers of persons, telephones, dates, periods
            rf"(?<![0-9A-Z/\-_])(?:UL|AL|OS)[. ] ?{_NAME}(?: {_NAME}){{0,2}} [0-9]+[A-Z]?(?:/[0-9]+)?(?![0-9/])",
            r"\bNIP[ .:]*(?:PL ?)?[0-9](?:[ \-]?[0-9]){9}(?![0-9])",
            r"\b(?:REGON|PESEL|KRS|BDO)[ .:]*[0-9]{9,14}(?![0-9])",
            r"(?:\b(?:TEL|TELEFON|KOM|MOB|FAX)\b[ .:]*(?:\+?48)?|\+[0-9]{2})[ \-]?[0-9](?:[ \-]?[0-9]){8}(?![0-9])",
            rf"\b(?:DNIA|DN|DATA|DATY|TERMIN|TERMINEM|DO|OD|Z)\b[ .:]*(?:{_SLASHED}){_END}",
            r"\b(?:OKRES|MIESIAC|MIES|M-C|MC|MSC|OKR)\b[ .:]*[0-9]{1,2}[/.\-](?:20)?[0-9]{2}(?![0-9/\-])",
        )
    )
)
_IBAN = re.compile(r"(?<![0-9A-Z])[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?(?![0-9A-Z])")
_UNLESS_NUMBERED = re.compile(
    "|".join(
        (
            rf"{_ALONE}(?:{_DATE}){_END}",
            rf"{_ALONE}[0-9]+\.[0-9]{{2}}(?![0-9./\-])",
            # telephones and NIPs in their groups, postal codes before a name
            rf"{_ALONE}[0-9]{{3}}([ \-])[0-9]{{3}}\2[0-9]{{3}}{_END}",
            rf"{_ALONE}[0-9]{{3}}-(?:[0-9]{{3}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{2}}-[0-9]{{2}}-[0-9]{{3}}){_END}",
            rf"{_ALONE}[0-9]{{2}}-[0-9]{{3}}(?= [A-Z]{{3}})",
            r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])",
        )
    )
)
_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_SIGNS = re.compile(r"[\s/\\\-–._*#]+")


def folded(text: str) -> str:
    """A text in capitals without Polish signs, each character for one.

    >>> folded("Źródło faktury")
    'ZRODLO FAKTURY'
    """
    plain = text.translate(_FOLDED)
    capitals = plain.upper()
    return capitals if len(capitals) == len(plain) else plain


def words_of(title: str) -> tuple[Word, ...]:
    """The words of a title; what is cut out leaves a `Gap.BREAK`.

    >>> [word.written for word in words_of("FV 1/2026 z dn. 15.01.2026, kwota 12,50")]
    ['FV', '1', '2026', 'Z', 'DN', 'KWOTA']
    >>> [word.written for word in words_of("faktura 15.01.2026")]
    ['FAKTURA', '15', '01', '2026']
    """
    text = folded(title)
    plain = _IBAN.sub(_unless_no_iban, _ALWAYS.sub(_cut, text))
    return tuple(_words(_UNLESS_NUMBERED.sub(lambda found: _unless_numbered(text, found), plain)))


_AMOUNT_BEHIND = re.compile(
    rf"[\s:=(\-–]*(?:(?:NA|KWOTA|KWOTE|KW|WARTOSC|BRUTTO)\b[\s.:=]*)?"
    rf"(?:([0-9]{{1,3}}(?:[ .][0-9]{{3}})+|[0-9]+)[,.]([0-9]{{2}})(?![0-9/.\-]|,[0-9])|([0-9]+)(?= ?{_MONEY}))"
)


def amount_behind(text: str) -> Decimal | None:
    """The amount that a text begins with, as it stands behind the number of an invoice: with grosze, or a currency.

    >>> amount_behind(" - 1 234,50; FV 2"), amount_behind(" (kwota: 300 zł)"), amount_behind(" z dn. 15.01.2026")
    (Decimal('1234.50'), Decimal('300'), None)
    """
    found = _AMOUNT_BEHIND.match(folded(text))
    if found is None:
        return None
    whole, grosze, bare = found.groups()
    return Decimal(bare or f"{whole.replace(' ', '').replace('.', '')}.{grosze}")


def words_of_number(number: str) -> tuple[Word, ...]:
    """The words of a number of a document: nothing is cut out."""
    return tuple(_words(folded(number)))


def _cut(match: re.Match[str]) -> str:
    return _CUT * len(match[0])


def _unless_no_iban(match: re.Match[str]) -> str:
    return _cut(match) if is_iban(match[0]) else match[0]


def _unless_numbered(text: str, match: re.Match[str]) -> str:
    return match[0] if _NUMBERED.search(text, 0, match.start()) else _cut(match)


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    end, more = 0, False
    for match in _WORD.finditer(text):
        gap = _gap(text[end : match.start()], first=not found)
        if match[0] in _AND and gap is Gap.BLANK and text[match.end() : match.end() + 1].isspace():
            more = True
        else:
            written = _SAME.get(match[0], match[0])
            found.append(Word(written, Gap.LIST if more and gap is Gap.BLANK else gap, match.start(), match.end()))
            more = False
        end = match.end()
    return found


def _gap(between: str, *, first: bool) -> Gap:
    if first or _CUT in between:
        return Gap.BREAK
    if not between:
        return Gap.NONE
    if between.isspace():
        return Gap.BLANK
    return Gap.SIGN if _SIGNS.fullmatch(between) else Gap.LIST
