"""What a picture of a parameter asks for, and which values fit it (chart-language: pictures; seeds/001:1752).

Charts and the dialogs of templates ask by the same pictures.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from dekret.text.wording import Wording
from dekret.values.clarion import DatePicture, NumberPicture, date_picture, number_picture

Value: TypeAlias = str | Decimal | dt.date | None
"""What a parameter holds. None is an empty date; an empty text is a text."""


class Control(Enum):
    """How a parameter is asked for."""

    TEXT = "tekst"
    NUMBER = "liczba"
    DATE = "data"
    CHECK = "pole wyboru"
    CHOICE = "opcje"
    LIST = "lista"
    LOOKUP = "okno wyboru"
    LABEL = "napis"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options of `O(…)`: what is shown, its value, and the text that goes into the query.

    `Polska:'PL'` has the value PL and goes in with its quotes, `Unia:'DE','FR'` as it stands.
    """

    label: str
    value: str
    written: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture understood. `inside` is what stands in its parenthesis, as written."""

    written: str
    control: Control
    length: int = 0
    number: NumberPicture | None = None
    date: DatePicture | None = None
    choices: tuple[Choice, ...] = ()
    inside: str = ""

    @property
    def query(self) -> str:
        """The query of a list, or of a look-up window that is fed by one; empty for all else."""
        if self.control is Control.LOOKUP:
            query = self.inside.rpartition("|")[0]
            return query if query.lstrip()[:6].upper() in ("SELECT", "WITH") else ""
        return self.inside if self.control is Control.LIST else ""

    def read(self, text: str) -> "Value | Misfit":
        """The value that a typed text stands for, or what does not fit."""
        if self.number:
            number = self.number.read(text) if text.strip() else Decimal(0)
            return Misfit(self.describe(), self.example) if number is None else number
        if self.date:
            if text.strip() in ("", "0"):
                return None
            return self.date.read(text) or Misfit(self.describe(), self.example)
        match self.control:
            case Control.TEXT:
                return text if len(text) <= self.length else Misfit(self.describe(), self.example)
            case Control.CHECK:
                flag = _FLAGS.get(text.strip().casefold())
                return Misfit(self.describe(), self.example) if flag is None else flag
            case Control.CHOICE:
                chosen = self.choice(text)
                return chosen.value if chosen else Misfit(self.describe(), self.example)
            case Control.LIST | Control.LOOKUP:
                return _identifier(text)
            case _:
                return ""

    def fits_text(self, text: str) -> bool:
        """Whether a typed text can be read; two digits of a year count, whenever today is."""
        return not isinstance(self.read(text), Misfit)

    def choice(self, text: str) -> Choice | None:
        """The option that has this value; else the one with this label, letter case being no matter."""
        by_value = (choice for choice in self.choices if choice.value == text.strip())
        by_label = (c for c in self.choices if c.label.casefold() == text.strip().casefold())
        return next(by_value, None) or next(by_label, None)

    def fits(self, value: Value) -> bool:
        """Whether a value of the right kind may stand here as it is: one of a clicked row, or of another chart."""
        match self.control:
            case Control.TEXT:
                return isinstance(value, str) and len(value) <= self.length
            case Control.NUMBER:
                return isinstance(value, Decimal)
            case Control.DATE:
                return value is None or isinstance(value, dt.date)
            case Control.CHECK:
                return value in (Decimal(0), Decimal(1))
            case Control.CHOICE:
                return isinstance(value, str) and any(choice.value == value for choice in self.choices)
            case Control.LIST | Control.LOOKUP:
                return isinstance(value, str | Decimal)
            case Control.LABEL:
                return True

    @property
    def example(self) -> str:
        """A value that fits, as it is typed."""
        match self.control:
            case Control.NUMBER:
                assert self.number
                return self.number.example
            case Control.DATE:
                assert self.date
                return self.date.example
            case Control.CHECK:
                return "1"
            case Control.CHOICE:
                return self.choices[0].value if self.choices else ""
            case Control.LIST | Control.LOOKUP:
                return "1"
            case _:
                return "abc"[: self.length]

    def describe(self) -> Wording:
        """What fits, in words."""
        match self.control:
            case Control.TEXT:
                return Wording(f"tekst do {self.length} znaków", f"a text of up to {self.length} characters")
            case Control.NUMBER:
                assert self.number
                return self.number.describe()
            case Control.DATE:
                assert self.date
                return self.date.describe()
            case Control.CHECK:
                return Wording("tak (1) albo nie (0)", "yes (1) or no (0)")
            case Control.CHOICE:
                known = ", ".join(f"{choice.value} ({choice.label})" for choice in self.choices)
                return Wording(f"jedno z: {known}", f"one of: {known}")
            case Control.LIST:
                return Wording("identyfikator z listy", "an identifier of the list")
            case Control.LOOKUP:
                return Wording("identyfikator z okna wyboru", "an identifier of the look-up window")
            case Control.LABEL:
                return Wording("napis bez wartości", "a label without a value")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that does not fit: what would, and an example of it."""

    wanted: Wording
    example: str


_FLAGS = {
    **dict.fromkeys(("1", "tak", "yes", "true", "prawda", "x"), Decimal(1)),
    **dict.fromkeys(("0", "", "nie", "no", "false", "fałsz"), Decimal(0)),
}


@lru_cache(maxsize=4096)
def picture(written: str, inside: str = "", *, in_parenthesis: bool = False) -> Picture | None:
    """A picture by what stands behind `?@` and, for lists, in the parenthesis.

    >>> picture("n14.2").control
    <Control.NUMBER: 'liczba'>
    >>> picture("zz9") is None
    True
    """
    word = written.upper()
    if in_parenthesis:
        if word == "R":
            return Picture(written, Control.LIST, inside=inside)
        if word == "O":
            choices = _choices(inside)
            return Picture(written, Control.CHOICE, choices=choices, inside=inside) if choices else None
        if word.startswith("LS"):
            return Picture(written, Control.LOOKUP, inside=inside)
        return Picture(written, Control.LABEL, inside=inside)
    if word == "X":
        return Picture(written, Control.CHECK)
    if word[:1] == "S" and word[1:].isascii() and word[1:].isdigit() and int(word[1:5]) > 0 and len(word) < 6:
        return Picture(written, Control.TEXT, length=int(word[1:]))
    if word[:1] == "N":
        number = number_picture(written)
        return Picture(written, Control.NUMBER, number=number) if number else None
    day = date_picture(written)
    return Picture(written, Control.DATE, date=day) if day else None


def _choices(inside: str) -> tuple[Choice, ...]:
    """`Kasa:1|Konto:2`; an option without a colon is its own value."""
    found = []
    for part in inside.split("|"):
        label, colon, value = part.rpartition(":")
        written = value.strip()
        found.append(Choice((label if colon else value).strip().replace("&", ""), unquoted(written), written))
    return tuple(choice for choice in found if choice.label or choice.value)


def _identifier(text: str) -> Value:
    """The first column of a list: a number where it is one as a database writes it, else a text."""
    plain = text.strip()
    digits = plain.removeprefix("-")
    if digits.isascii() and digits.isdigit() and (digits == "0" or not digits.startswith("0")) and len(digits) < 19:
        return Decimal(plain)
    return text


_QUOTED = re.compile(r"'(?:[^']|'')*'")


def unquoted(text: str) -> str:
    """The text between quotes; doubled ones stand for one. What has no quotes is the text itself.

    >>> unquoted("'to ''jest'''"), unquoted("’tak’"), unquoted("'a','b'")
    ("to 'jest'", 'tak', "'a','b'")
    """
    if _QUOTED.fullmatch(text):
        return text[1:-1].replace("''", "'")
    if len(text) > 1 and text[0] in "’‘‚" and text[-1] in "’‘":
        return text[1:-1]
    return text
