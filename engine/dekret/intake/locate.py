"""Where things stand in a JSON text: the documents of an array, a field of a document, a name given twice."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

_BLANKS = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
"""Tells where values end; their numbers are not made, however long they are."""
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|.)", re.DOTALL)
Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object or array: its name or number, where the name stands, where the value starts."""

    label: str | int
    name: Place
    value: int


def documents(text: str) -> list[Place]:
    """The offsets of the one value of a text, or of every item where it is an array.

    Raises `json.JSONDecodeError` where the text is no JSON, and `RecursionError`.

    >>> documents(' {"a": 1}'), documents("[1, [2]]"), documents("")
    ([(1, 9)], [(1, 2), (4, 7)], [])
    """
    start = _skip(text, 0)
    if start == len(text):
        return []
    if text[start] != "[":
        return [single(text)]
    found, end = _items(text, start)
    _need_end(text, end)
    return found


def single(text: str) -> Place:
    """The offsets of the one value of a text. Raises `json.JSONDecodeError` and `RecursionError`."""
    place = value(text, _skip(text, 0))
    _need_end(text, place[1])
    return place


def _need_end(text: str, place: int) -> None:
    rest = _skip(text, place)
    if rest < len(text):
        raise json.JSONDecodeError("Extra data", text, rest)


def _items(text: str, start: int) -> tuple[list[Place], int]:
    found: list[Place] = []
    place = _skip(text, start + 1)
    if text[place : place + 1] == "]":
        return found, place + 1
    while True:
        found.append(value(text, place))
        place = _skip(text, found[-1][1])
        following = text[place : place + 1]
        if following == "]":
            return found, place + 1
        if following != ",":
            raise json.JSONDecodeError("Expecting ',' delimiter", text, place)
        place = _skip(text, place + 1)


def value(text: str, start: int) -> Place:
    """The offsets of the value at a place. Raises `json.JSONDecodeError` and `RecursionError`."""
    return start, _DECODER.raw_decode(text, start)[1]


def locate(text: str, path: tuple[str | int, ...], *, start: int = 0, key: bool = False) -> Place:
    """The offsets of what a path from the value at `start` leads to, as far as it leads; of its name with `key`.

    The text must be valid JSON.

    >>> text = '{"a": [10, {"b": true}]}'
    >>> text[slice(*locate(text, ("a", 1, "b")))], text[slice(*locate(text, ("a",), key=True))]
    ('true', '"a"')
    """
    place = _skip(text, start)
    named = (place, place)
    for step in path:
        found = next((member for member in members(text, place) if member.label == step), None)
        if found is None:
            return place, min(place + 1, len(text))
        named, place = found.name, found.value
    return named if key else value(text, place)


def members(text: str, place: int) -> Iterator[Member]:
    """The members of the object or array at a place; none where something else stands there."""
    opening = text[place : place + 1]
    if opening not in ("{", "["):
        return
    place = _skip(text, place + 1)
    index = 0
    while text[place] not in "}]":
        name = (place, place)
        label: str | int = index
        if opening == "{":
            name = value(text, place)
            label = json.loads(text[slice(*name)])
            place = _skip(text, _skip(text, name[1]) + 1)
        yield Member(label, name, place)
        place = _skip(text, value(text, place)[1])
        if text[place] == ",":
            place = _skip(text, place + 1)
        index += 1


def repeated(text: str, place: int) -> tuple[str, Place, Place] | None:
    """A name given twice in one object of the value at a place: the name and where it stands, first and again."""
    seen: dict[str | int, Place] = {}
    for member in members(text, place):
        if member.label in seen:
            return str(member.label), seen[member.label], member.name
        seen[member.label] = member.name
        if inner := repeated(text, member.value):
            return inner
    return None


def lone_surrogate(text: str, start: int, end: int) -> Place | None:
    r"""An escape of half a character (`\ud83d`) that the other half does not follow.

    >>> lone_surrogate(r'"\ud83d\ude00"', 0, 14), lone_surrogate(r'"\ud83d"', 0, 8), lone_surrogate(r'"\\ud83d"', 0, 9)
    (None, (1, 7), None)
    """
    first: Place | None = None
    for escape in _ESCAPE.finditer(text, start, end):
        code = int(escape[1], 16) if escape[1] else 0
        if first and not (0xDC00 <= code < 0xE000 and escape.start() == first[1]):
            return first
        if not first and 0xDC00 <= code < 0xE000:
            return escape.span()
        first = escape.span() if 0xD800 <= code < 0xDC00 else None
    return first


def _skip(text: str, place: int) -> int:
    found = _BLANKS.match(text, place)
    return found.end() if found else place
