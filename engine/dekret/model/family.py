"""Families of records: those that may stand in one file, told apart by their field `type`; read from JSON at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Generic, TypeVar

import msgspec

from dekret.model.base import Record

R = TypeVar("R", bound=Record)

_ENCODER = msgspec.json.Encoder(decimal_format="string")
_TYPE = "type"
_COLON = b":"
_WRITTEN_COLON = b"\\u003"
_TYPE_FIRST = re.compile(rb'[ \t\r\n]*\{[ \t\r\n]*"type"[ \t\r\n]*:')
_TYPE_SOMEWHERE = re.compile(rb'"type"|\\u00(?:65|7[049])')
"""The name `type`, or a letter of it written as an escape."""


@dataclass(frozen=True, slots=True)
class Family(Generic[R]):
    """Records that one file may hold, and the one way to read and write them.

    `title` is the Polish title of the field `type`, `models` the record of every value of it. A family with a single
    member can be read without `type`; one whose record has no tag at all is read only so.
    """

    name: str
    title: str
    models: Mapping[str, type[R]]
    _decoder: msgspec.json.Decoder[R] = field(init=False, repr=False, compare=False)
    _unsaid: bool = field(init=False, repr=False, compare=False)
    """Whether the record may come without the `type` that its canonical form has."""

    def __post_init__(self) -> None:
        models = tuple(self.models.values())
        object.__setattr__(self, "_decoder", msgspec.json.Decoder(reduce(or_, models)))
        object.__setattr__(self, "_unsaid", len(models) == 1 and models[0].__struct_config__.tag_field is not None)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The values that `type` may have."""
        return tuple(self.models)

    def decode(self, data: bytes) -> tuple[R, bytes] | None:
        """The record of a JSON text with its canonical form; None where it has to be read field by field.

        That is so where something is wrong, and where a name might stand twice: the canonical form then has fewer
        colons than the text, which no blank before them and no colon within a text can hide. Where `type` may be left
        out it has to stand first or nowhere, for it counts a colon.
        """
        try:
            record = self._decoder.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError, ArithmeticError):  # the last: a number beyond all measure
            return None
        canonical = _ENCODER.encode(record)
        colons = data.count(_COLON)
        if self._unsaid and not _TYPE_FIRST.match(data):
            if _TYPE_SOMEWHERE.search(data):
                return None
            colons += 1
        whole = canonical.count(_COLON) == colons and _WRITTEN_COLON not in data
        return (record, canonical) if whole else None

    def encode(self, record: R) -> bytes:
        """The canonical JSON of a record: fields in order, those with their usual value left out."""
        return _ENCODER.encode(record)

    def model_of(self, data: Mapping[str, object]) -> type[R] | None:
        """The record that a JSON object is to be read as; None where it does not tell."""
        (first, *others) = self.models.values()
        if not others and (_TYPE not in data or first.__struct_config__.tag_field is None):
            return first
        kind = data.get(_TYPE)
        return self.models.get(kind) if isinstance(kind, str) else None

    def schema(self) -> dict[str, object]:
        """The JSON Schema of the records; the titles of the fields are Polish."""
        union = reduce(or_, self.models.values())
        (found,), components = msgspec.json.schema_components([union], ref_template="#/$defs/{name}")
        if self._unsaid:
            (model,) = self.models.values()
            components[model.__name__]["required"].remove(_TYPE)
        for component in components.values():
            if "description" in component:
                component["description"] = _without_places(component["description"])
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found, "$defs": components}


_PLACES = r"(?:seeds?/)?\d{3}:\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*"
_PLACE = re.compile(rf"\s*\({_PLACES}\)|, {_PLACES}(?=\))")


def _without_places(description: str) -> str:
    """A description without the places of manuals that it was made of, which tell a reader of the schema nothing.

    >>> _without_places("An order (001:452–491), by its number (RO, 001:475).")
    'An order, by its number (RO).'
    """
    return _PLACE.sub("", description)
