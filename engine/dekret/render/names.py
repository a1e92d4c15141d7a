"""How templates name the fields of records, and what stands in them: by the Polish title of every field.

*Data wystawienia* is `data_wystawienia`: small letters without Polish signs, blanks as `_`, parentheses left out. Only
fields of records have names: methods, properties and all else of Python are out of reach (decisions 22).
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

from dekret.model.base import Record
from dekret.model.faults import fields_of, shape_of
from dekret.text.nearest import plain
from dekret.text.wording import Wording


class Kind(Enum):
    """What a value of a template is."""

    TEXT = Wording("tekst", "a text")
    AMOUNT = Wording("kwota lub liczba dziesiętna", "an amount or a decimal number")
    WHOLE = Wording("liczba całkowita", "a whole number")
    DATE = Wording("data", "a date")
    FLAG = Wording("tak/nie", "yes/no")
    RECORD = Wording("rekord", "a record")
    LIST = Wording("lista", "a list")
    MAP = Wording("słownik", "a map")
    NOTHING = Wording("brak wartości", "nothing")
    MIXED = Wording("raz jedno, raz drugie", "now one thing, now another")
    ANY = Wording("dowolna wartość", "any value")


@dataclass(frozen=True, slots=True)
class Value:
    """The type of a value. `of` is the record of a RECORD, `item` what a LIST or MAP holds."""

    kind: Kind
    of: type[Record] | None = None
    item: "Value | None" = None
    optional: bool = False

    def sure(self) -> "Value":
        """The same once it is known that there is something."""
        return replace(self, optional=False) if self.optional else self

    def describe(self) -> Wording:
        """What it is, in a sentence."""
        if self.kind is Kind.LIST and self.item:
            inner = self.item.describe()
            return Wording(f"lista ({inner.pl})", f"a list ({inner.en})")
        return self.kind.value


@dataclass(frozen=True, slots=True)
class Named:
    """A field of a record as templates know it."""

    name: str
    attribute: str
    title: str
    value: Value


_PARENTHESIS = re.compile(r"\([^)]*\)")
_NO_WORD = re.compile(r"\W+")


def name_of(title: str) -> str:
    """The name in templates of a field with this title.

    >>> name_of("Data wystawienia"), name_of("Obciążenia poza fakturą (np. kaucja)"), name_of("Numer KSeF")
    ('data_wystawienia', 'obciazenia_poza_faktura', 'numer_ksef')
    """
    return _NO_WORD.sub("_", plain(_PARENTHESIS.sub("", title))).strip("_")


@cache
def names_of(record: type[Record]) -> Mapping[str, Named]:
    """The fields of a record by their names in templates; fields without a title have none."""
    found: dict[str, Named] = {}
    for attribute, shape in fields_of(record).items():
        title = shape.title or _title_of_list(shape.plain)
        if title:
            name = name_of(title)
            assert name not in found, f"{record.__name__}: two fields are {name}"
            found[name] = Named(name, attribute, title, _value(shape.plain))
    return found


def _title_of_list(plain_type: object) -> str:
    return shape_of(get_args(plain_type)[0]).title if get_origin(plain_type) is tuple else ""


_KINDS: Mapping[object, Kind] = {
    str: Kind.TEXT,
    Decimal: Kind.AMOUNT,
    int: Kind.WHOLE,
    dt.date: Kind.DATE,
    bool: Kind.FLAG,
}


def _value(annotation: object) -> Value:
    bare = shape_of(annotation).plain
    origin = get_origin(bare)
    if origin in (Union, UnionType):
        options = [option for option in get_args(bare) if option is not NoneType]
        values = [_value(option) for option in options]
        first = values[0] if all(value == values[0] for value in values) else Value(Kind.MIXED)
        return replace(first, optional=len(options) < len(get_args(bare)))
    if origin is tuple:
        return Value(Kind.LIST, item=_value(get_args(bare)[0]))
    if origin is dict:
        return Value(Kind.MAP, item=_value(get_args(bare)[1]))
    if origin is Literal:
        return Value(Kind.TEXT)
    if isinstance(bare, type) and issubclass(bare, Record):
        return Value(Kind.RECORD, of=bare)
    assert bare in _KINDS, f"{bare} has no kind in templates"
    return Value(_KINDS[bare])
