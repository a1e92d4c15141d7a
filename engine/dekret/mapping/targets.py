"""What a map fills: types of records by their Polish names, their fields by Polish titles, their lists of parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, get_args, get_origin

from dekret.documents.document_types import RULED_TYPES
from dekret.model.base import Record
from dekret.model.documents import ALL_DOCUMENTS, DOCUMENTS, TRADE_MODELS
from dekret.model.family import Family
from dekret.model.faults import fields_of, required_of, shape_of
from dekret.model.leaves import Leaf, leaves_of
from dekret.model.payments import PAYMENTS
from dekret.syntax import cells
from dekret.syntax.schema import Field, Word
from dekret.text.wording import Wording

AnyFamily: TypeAlias = Family[Any]
"""Families of different records in one table."""


@dataclass(frozen=True, slots=True)
class PartList:
    """A list of parts of a record, such as its positions: its name in JSON, its title, the fields of a part."""

    name: str
    title: str
    model: type[Record]
    leaves: tuple[Leaf, ...]
    needed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """A type of record that a map reads into, or prepares a template's record from."""

    word: Word
    kind: str
    family: AnyFamily
    model: type[Record]
    leaves: tuple[Leaf, ...]
    parts: tuple[PartList, ...]

    def part(self, section: Word) -> PartList | None:
        """The list that a section of a map is for; [Pozycje] is the first that is titled so."""
        if section is POSITIONS:
            return next((part for part in self.parts if part.title.startswith(POSITIONS.pl)), None)
        return next((part for part in self.parts if part.title == section.pl), None)


POSITIONS = Word("Pozycje", "Positions")
_WORDS: Mapping[str, Word] = {
    **{type_.kind: type_.word for type_ in RULED_TYPES},
    "payment": Word("Płatności", "Payments", ("Płatność", "Przelewy", "Przelew")),
}
_FAMILIES: tuple[tuple[AnyFamily, tuple[str, ...]], ...] = (
    (DOCUMENTS, DOCUMENTS.kinds),
    (ALL_DOCUMENTS, tuple(TRADE_MODELS)),
    (PAYMENTS, PAYMENTS.kinds),
)
"""Families, and the types of record that are read as members of each."""


@cache
def targets() -> Mapping[Word, Target]:
    """All types of record, by their names."""
    found = {}
    for family, kinds in _FAMILIES:
        for kind in kinds:
            model: type[Record] = family.models[kind]
            found[_WORDS[kind]] = Target(_WORDS[kind], kind, family, model, leaves_in(model), tuple(_parts(model)))
    return found


def _parts(model: type[Record]) -> Iterator[PartList]:
    for name, shape in fields_of(model).items():
        item = get_args(shape.plain)[0] if get_origin(shape.plain) is tuple else None
        if isinstance(item, type) and issubclass(item, Record):
            yield PartList(name, shape.title, item, tuple(leaves_of(item)), name in required_of(model))


@cache
def leaves_in(model: type[Record]) -> tuple[Leaf, ...]:
    """The fields of a record that a row of a map can fill."""
    return tuple(leaves_of(model))


ATTRIBUTES = "attributes"
_ATTRIBUTE = Word("Atrybut", "Attribute")


def attribute_leaf(name: str, model: type[Record]) -> Leaf | None:
    """The target of a row that fills one attribute of a record by its code: `Atrybut CODEBYBUYER`."""
    first, _, code = name.partition(" ")
    if not _ATTRIBUTE.is_(first) or not code.strip() or ATTRIBUTES not in fields_of(model):
        return None
    word = Word(name, name)
    return Leaf(Field(word, cells.TEXT, Wording(name, name)), (ATTRIBUTES, code.strip()))


def owner_of(model: type[Record], path: tuple[str, ...]) -> type[Record]:
    """The record that the last step of a way belongs to: of `("party", "code")` it is `Party`."""
    for step in path[:-1]:
        shape = fields_of(model)[step]
        options = [shape_of(option).plain for option in (shape.plain, *get_args(shape.plain))]
        records = (option for option in options if isinstance(option, type) and issubclass(option, Record))
        model = next(records, model)
    return model


def required_ways(model: type[Record], at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """The ways to the fields that a record cannot do without, with their titles; lists of parts aside."""
    for name in required_of(model):
        shape = fields_of(model)[name]
        plain = shape.plain
        if get_origin(plain) is tuple:
            continue
        if isinstance(plain, type) and issubclass(plain, Record):
            inner = list(required_ways(plain, (*at, name)))
            yield from inner or [((*at, name), shape.title)]
        else:
            yield (*at, name), shape.title
