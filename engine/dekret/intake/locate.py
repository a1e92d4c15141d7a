"""Where a field stands in a JSON text: asked only when something is wrong with it."""

import json
import re

_BLANKS = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


def locate(text: str, path: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
    """The offsets of the value that a path leads to, as far as it leads; of its name where `key` is set.

    The text must be valid JSON.

    >>> text = '{"a": [10, {"b": true}]}'
    >>> text[slice(*locate(text, ("a", 1, "b")))], text[slice(*locate(text, ("a",), key=True))]
    ('true', '"a"')
    """
    place = _skip(text, 0)
    named = (place, place)
    for step in path:
        found = _member(text, place, step)
        if found is None:
            return place, min(place + 1, len(text))
        named, place = found
    if key:
        return named
    return place, _end(text, place)


def _member(text: str, place: int, step: str | int) -> tuple[tuple[int, int], int] | None:
    """The offsets of the name, and of the value, of one member of the object or array at a place."""
    opening = text[place : place + 1]
    if opening not in "{[" or isinstance(step, str) != (opening == "{"):
        return None
    place = _skip(text, place + 1)
    index = 0
    while text[place] not in "}]":
        name = (place, place)
        label: str | int = index
        if opening == "{":
            after = _end(text, place)
            name, label = (place, after), json.loads(text[place:after])
            place = _skip(text, _skip(text, after) + 1)
        if label == step:
            return name, place
        place = _skip(text, _end(text, place))
        if text[place] == ",":
            place = _skip(text, place + 1)
        index += 1
    return None


def _skip(text: str, place: int) -> int:
    found = _BLANKS.match(text, place)
    return found.end() if found else place


def _end(text: str, place: int) -> int:
    return _DECODER.raw_decode(text, place)[1]
