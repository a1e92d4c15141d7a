"""Documents from JSON: one object, an array of objects, or JSONL with one object a line, read as a stream."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NoReturn

from dekret.intake import problems
from dekret.intake.locate import locate
from dekret.intake.received import Line, Received, Rejected
from dekret.model.documents import Document, decode, encode
from dekret.model.faults import FieldError, read_document
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.nearest import nearest
from dekret.text.source import Source
from dekret.text.wording import Wording, listed


class _BadJsonError(ValueError):
    """JSON that Python would read but that must not be: a key given twice, NaN. Holds the key or the word."""


def read_json(source: Source) -> Iterator[Received | Rejected]:
    """The documents of a whole JSON text: one object, or an array of them."""
    data = _loaded(source)
    if isinstance(data, Rejected):
        yield data
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield _received(source, item, (index,))
    else:
        yield _received(source, data, ())


def read_jsonl(name: str, lines: Iterable[bytes]) -> Iterator[Received | Rejected]:
    """The documents of a JSONL stream, one at a time; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if at_once := decode(line):
            yield Received(*at_once, Line(name, number, line))
            continue
        if not line.strip():
            continue
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            source = Source(name, "", first_line=number)
            yield Rejected((problems.NOT_UTF8.at(source.span(), byte=f"0x{line[error.start]:02X}"),))
            continue
        source = Source(name, text, first_line=number)
        data = _loaded(source)
        yield data if isinstance(data, Rejected) else _received(source, data, ())


def _loaded(source: Source) -> object:
    try:
        return json.loads(source.text, object_pairs_hook=_object, parse_float=Decimal, parse_constant=_constant)
    except json.JSONDecodeError as error:
        span = source.span(min(error.pos, len(source.text)))
        return Rejected((problems.BAD_JSON.at(span, reason=error.msg),))
    except _BadJsonError as error:
        name = str(error)
        place = source.text.rfind(f'"{name}"')
        if place < 0:
            return Rejected((problems.BAD_JSON.at(source.span(), reason=name),))
        return Rejected((problems.REPEATED_FIELD.at(source.span(place, place + len(name) + 2), name=name),))
    except RecursionError:
        return Rejected((problems.BAD_JSON.at(source.span(), reason="too deep"),))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _BadJsonError(next(name for name in names if names.count(name) > 1))
    return found


def _constant(name: str) -> NoReturn:
    raise _BadJsonError(name)


def _received(source: Source, data: object, at: tuple[int, ...]) -> Received | Rejected:
    if not isinstance(data, dict):
        span = source.span(*locate(source.text, at))
        return Rejected((problems.NOT_AN_OBJECT.at(span),))
    result: Document | tuple[FieldError, ...] = read_document(data)
    if isinstance(result, tuple):
        return Rejected(tuple(_diagnostic(source, at, error) for error in result))
    start, end = locate(source.text, at) if at else (0, len(source.text))
    return Received(result, encode(result), source.span(start, end))


_PROBLEMS: dict[str, Problem] = {
    "unknown-field": problems.UNKNOWN_FIELD,
    "missing": problems.MISSING_FIELD,
    "date": problems.BAD_DATE,
    "number": problems.BAD_NUMBER,
    "places": problems.TOO_MANY_PLACES,
    "choice": problems.UNKNOWN_VALUE,
    "length": problems.TOO_LONG,
    "pattern": problems.BAD_FORM,
    "rate": problems.NO_RATE,
    "kind": problems.WRONG_KIND,
}


def _diagnostic(source: Source, at: tuple[int, ...], error: FieldError) -> Diagnostic:
    named = error.fault == "unknown-field"
    span = source.span(*locate(source.text, (*at, *error.path), key=named))
    name = str(error.path[-1]) if error.path else ""
    forms = {form: word for word, title in error.allowed for form in (word, title) if form}
    near = nearest(name if named else error.given, forms)
    meant = forms[near] if near else ""
    advice = Wording(f"Czy chodziło o „{meant}”? ", f"Did you mean '{meant}'? ") if meant else Wording("", "")
    problem = _PROBLEMS[error.fault]
    return problem.at(
        span,
        path=shown_path(error.path),
        title=f" ({error.title})" if error.title else "",
        given=error.given,
        advice=advice,
        known=listed([word for word, _ in error.allowed], limit=30),
    )


def shown_path(path: tuple[str | int, ...]) -> str:
    """`elements[1].net`"""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text
