"""The fields of documents and payments as the manual lists them, taken from the records themselves."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import msgspec

from dekret.intake.family_problems import FORMS
from dekret.model.base import Record
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.faults import Shape, fields_of, shape_of
from dekret.model.payments import PAYERS, PAYMENTS
from dekret.text.wording import Wording

_MODELS: Mapping[str, type[Record]] = {**ALL_DOCUMENTS.models, **PAYMENTS.models, **PAYERS.models}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: the way to it, its Polish title, what it holds."""

    path: tuple[str, ...]
    title: str
    value: Wording


def field_rows(kind: str) -> list[FieldRow]:
    """All fields of a type of document, of a `payment` or a `payer`.

    Those of records within it stand after the field that holds them.
    """
    return list(_rows(_MODELS[kind], ()))


def _rows(model: type[Record], path: tuple[str, ...]) -> Iterator[FieldRow]:
    required = {field.name for field in msgspec.structs.fields(model) if field.required}
    for name, shape in fields_of(model).items():
        star = "*" if name in required else ""
        inner, several = _inner(shape.plain)
        here = (*path, name + ("[]" if several else "") + star)
        yield FieldRow(here, shape.title, _with_note(_value(inner), shape))
        if isinstance(inner, type) and issubclass(inner, Record):
            yield from _rows(inner, here)


_NOTES: Mapping[object, Wording] = {
    "difference": Wording("na korekcie różnica: o ile się zmienia", "on a correction the difference that it makes"),
}
"""What is to be known of the values of a field, by the `note` of its type."""


def _with_note(value: Wording, shape: Shape) -> Wording:
    """What a field holds, with the form that a text has to have, and what else is to be known of it."""
    extra = {key: each for part in _parts(shape) for key, each in part.extra.items()}
    form = FORMS[str(extra["form"])] if "form" in extra else None
    found = form or value
    note = _NOTES.get(extra.get("note"))
    return Wording(f"{found.pl}; {note.pl}", f"{found.en}; {note.en}") if note else found


def _parts(shape: Shape) -> Iterator[Shape]:
    """A type, and those of which it is one."""
    yield shape
    if get_origin(shape.plain) in (Union, UnionType):
        yield from map(shape_of, get_args(shape.plain))


def _inner(annotation: object) -> tuple[object, bool]:
    """The type of a field without None, and whether there are several of it."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        options = [option for option in get_args(annotation) if option is not NoneType]
        records = [option for option in options if isinstance(option, type) and issubclass(option, Record)]
        return _inner((records or options)[0])
    if get_origin(annotation) is tuple:
        return _inner(get_args(annotation)[0])[0], True
    return annotation, False


def _value(plain: object) -> Wording:
    if get_origin(plain) is Literal:
        words = ", ".join(f'"{word}"' for word in get_args(plain))
        return Wording(words, words)
    known: dict[object, Wording] = {
        Decimal: Wording("liczba", "number"),
        int: Wording("liczba całkowita", "whole number"),
        str: Wording("tekst", "text"),
        bool: Wording("true albo false", "true or false"),
        dt.date: Wording("data RRRR-MM-DD", "date YYYY-MM-DD"),
    }
    return known.get(plain, Wording("obiekt", "object"))
