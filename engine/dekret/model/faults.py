"""What is wrong with a record, every field of it: asked only of records that cannot be read at once."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Literal, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from dekret.model.base import Record
from dekret.model.documents import DOCUMENTS, Document
from dekret.model.family import Family, R

Fault: TypeAlias = Literal[
    "unknown-field",
    "missing",
    "date",
    "number",
    "positive",
    "places",
    "finer",
    "choice",
    "length",
    "pattern",
    "rate",
    "difference",
    "kind",
]
"""What can be wrong with a field."""
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FieldError:
    """A field that is wrong: the way to it from the top, its Polish title, what is wrong, what would be right.

    `allowed` are the names or values that would be right, with the Polish titles of names; `form` names the form that
    a text has to have.
    """

    path: Path
    title: str
    fault: Fault
    given: str
    allowed: tuple[tuple[str, str], ...] = ()
    form: str = ""


def read_document(data: object) -> Document | tuple[FieldError, ...]:
    """The document of a JSON object, as `read_record` reads it."""
    return read_record(data, DOCUMENTS)


def read_record(data: object, family: Family[R]) -> R | tuple[FieldError, ...]:
    """The record of a JSON object whose numbers are `Decimal`, or every field that is wrong with it.

    Blanks around texts are taken away.
    """
    data = _stripped(data)
    model = family.model_of(data) if isinstance(data, dict) else None
    if model is None:
        kind = data.get("type") if isinstance(data, dict) else None
        allowed = tuple((known, "") for known in family.kinds)
        return (FieldError(("type",), family.title, "choice" if kind else "missing", _shown(kind), allowed),)
    faults = tuple(_of_record(model, cast("dict[str, object]", data), ()))
    return faults or msgspec.convert(data, model)


_DIGITS_OF_A_PLACE = 10


def _stripped(data: object) -> object:
    match data:
        case str():
            return data.strip()
        case list():
            return [_stripped(item) for item in data]
        case dict():
            return {name: _stripped(value) for name, value in data.items()}
        case Decimal() if data.as_tuple().exponent == 0 and len(data.as_tuple().digits) < _DIGITS_OF_A_PLACE:
            return int(data)  # a number of a field that counts; one of an amount is read from it as well
        case _:
            return data


@dataclass(frozen=True, slots=True)
class Shape:
    """An annotation taken apart: its plain type and what its `Meta`s say."""

    plain: object
    title: str
    extra: Mapping[str, object]
    whole: object
    """The annotation itself, to which a value is converted."""


@cache
def shape_of(annotation: object) -> Shape:
    """An annotation taken apart."""
    title, plain = "", annotation
    extra: dict[str, object] = {}
    while get_origin(plain) is Annotated:
        plain, *metas = get_args(plain)
        for meta in metas:
            assert isinstance(meta, Meta)
            title = title or meta.title or ""
            extra |= meta.extra or {}
    return Shape(plain, title, extra, annotation)


@cache
def fields_of(model: type[Record]) -> Mapping[str, Shape]:
    """The fields of a record by their names in JSON: their titles and types."""
    hints = get_type_hints(model, include_extras=True)
    return {field.encode_name: shape_of(hints[field.name]) for field in msgspec.structs.fields(model)}


@cache
def required_of(model: type[Record]) -> tuple[str, ...]:
    """The fields that a record cannot do without."""
    return tuple(field.encode_name for field in msgspec.structs.fields(model) if field.required)


def _of_record(model: type[Record], data: dict[str, object], path: Path) -> Iterator[FieldError]:
    fields = fields_of(model)
    tag = model.__struct_config__.tag_field
    found = False
    for name, value in data.items():
        if name == tag:
            continue
        if name not in fields:
            found = True
            allowed = tuple((known, shape.title) for known, shape in fields.items())
            yield FieldError((*path, name), "", "unknown-field", "", allowed)
            continue
        for error in _of_value(fields[name], value, (*path, name), fields[name].title):
            found = True
            yield error
    for name in required_of(model):
        if name not in data:
            found = True
            yield FieldError((*path, name), fields[name].title, "missing", "")
    if not found:
        yield from _of_whole(model, data, path)


_REASON = re.compile(r"(rate|missing|number|positive|places|difference):(\w*)")


def _of_whole(model: type[Record], data: dict[str, object], path: Path) -> Iterator[FieldError]:
    """What only fields together tell: a foreign currency without its rate."""
    try:
        msgspec.convert(data, model)
    except msgspec.ValidationError as error:
        sentence = str(error)
    else:
        return
    reason = _REASON.match(sentence)
    assert reason, sentence
    name = reason[2]
    shape = fields_of(model).get(name)
    place = (*path, name) if name else path
    yield FieldError(place, shape.title if shape else "", cast("Fault", reason[1]), _shown(data.get(name)))


def _of_value(shape: Shape, value: object, path: Path, title: str) -> Iterator[FieldError]:
    plain = shape.plain
    if get_origin(plain) in (Union, UnionType):
        yield from _of_union(plain, value, path, title)
    elif isinstance(plain, type) and issubclass(plain, Record):
        if isinstance(value, dict):
            yield from _of_record(plain, value, path)
        else:
            yield FieldError(path, title, "kind", _shown(value))
    elif get_origin(plain) is tuple:
        yield from _of_list(shape, value, path, title)
    elif get_origin(plain) is dict:
        if not isinstance(value, dict):
            yield FieldError(path, title, "kind", _shown(value))
            return
        inner = shape_of(get_args(plain)[1])
        for name, item in value.items():
            yield from _of_value(inner, item, (*path, name), title)
    elif fault := _of_leaf(shape, value):
        allowed = tuple((str(word), "") for word in get_args(plain)) if fault == "choice" else ()
        yield FieldError(path, title, fault, _shown(value), allowed, str(shape.extra.get("form", "")))


def _of_union(union: object, value: object, path: Path, title: str) -> Iterator[FieldError]:
    options = [shape_of(option) for option in get_args(union)]
    if value is None and any(option.plain is NoneType for option in options):
        return
    known = [option for option in options if option.plain is not NoneType]
    records = [option for option in known if isinstance(option.plain, type) and issubclass(option.plain, Record)]
    chosen = records if isinstance(value, dict) and records else [o for o in known if o not in records] or known
    yield from _of_value(chosen[0], value, path, title)


def _of_list(shape: Shape, value: object, path: Path, title: str) -> Iterator[FieldError]:
    if not isinstance(value, list):
        yield FieldError(path, title, "kind", _shown(value))
        return
    inner = shape_of(get_args(shape.plain)[0])
    for index, item in enumerate(value):
        yield from _of_value(inner, item, (*path, index), inner.title or title)
    if not value:
        try:
            msgspec.convert(value, shape.whole)
        except msgspec.ValidationError:
            yield FieldError(path, title, "missing", "")


def _of_leaf(shape: Shape, value: object) -> Fault | None:
    if shape.plain is Decimal:
        return _of_number(shape, value)
    try:
        msgspec.convert(value, shape.whole)
    except msgspec.ValidationError as error:
        return _leaf_fault(shape, value, str(error))
    return None


_MOST_DIGITS = 30
"""Numbers beyond are none that arithmetic could bear, whatever the field."""


def _of_number(shape: Shape, value: object) -> Fault | None:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return "kind"
    try:
        number = Decimal(value)
    except InvalidOperation:
        return "number"
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS:
        return "number"
    check = shape.extra.get("is")
    if check is None:
        return None
    assert callable(check)
    if check(number):
        return "positive" if "positive" in shape.extra and number <= 0 else None
    if abs(number) >= 10**14:
        return "number"
    fault = cast("Fault", shape.extra["fault"])
    return "finer" if fault == "number" and check(round(number, 2)) else fault


def _leaf_fault(shape: Shape, value: object, message: str) -> Fault:
    if shape.plain is dt.date:
        return "date" if isinstance(value, str) else "kind"
    if shape.plain is bool:
        return "kind"
    if shape.plain is int:
        return "number" if isinstance(value, int | Decimal) and not isinstance(value, bool) else "kind"
    if get_origin(shape.plain) is Literal:
        return "choice" if isinstance(value, str) else "kind"
    if not isinstance(value, str):
        return "kind"
    if "length <=" in message:
        return "length"
    return "missing" if not value else "pattern"


_LONGEST = 60


def _shown(value: object) -> str:
    """A value as a sentence may hold it: as it is written in JSON, and not too long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value) if isinstance(value, str | int | Decimal) else ""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
