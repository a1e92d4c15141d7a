"""Records from JSON: one object, an array of objects, or JSONL with one object a line, read as a stream."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import NoReturn, overload

from dekret.intake import family_problems, json_syntax, problems
from dekret.intake.locate import Place, documents, locate, lone_surrogate, repeated, single
from dekret.intake.received import Line, R, Received, Rejected
from dekret.model.documents import DOCUMENTS, Document
from dekret.model.family import Family
from dekret.model.family import R as Plain
from dekret.model.faults import Fault, FieldError, read_record
from dekret.model.leaves import polish_words
from dekret.model.named import named
from dekret.model.payments import PAYMENTS, Payment
from dekret.text.diagnostic import Diagnostic, Problem, Related
from dekret.text.encoding import guess_legacy
from dekret.text.nearest import nearest
from dekret.text.source import Source
from dekret.text.wording import Wording, listed
from dekret.values.vat import percent_meant

ENCODINGS = {"cp1250": "Windows 1250", "cp852": "Latin II (cp852)", "iso8859-2": "ISO 8859-2"}


class RepeatedError(ValueError):
    """A name given twice in one object, which Python would read."""


class _ConstantError(ValueError):
    """NaN or Infinity, which Python would read. Holds the word."""


@overload
def read_json(source: Source) -> Iterator[Received[Document] | Rejected]: ...
@overload
def read_json(source: Source, family: Family[R]) -> Iterator[Received[R] | Rejected]: ...
def read_json(
    source: Source, family: Family[R] | None = None
) -> Iterator[Received[R] | Rejected] | Iterator[Received[Document] | Rejected]:
    """The records of a whole JSON text: one object, or an array of them; nothing of a text that is no JSON.

    They are documents where no other family is named.
    """
    return _whole(source, family) if family else _whole(source, DOCUMENTS)


@overload
def read_jsonl(name: str, lines: Iterable[bytes], *, first: int = 1) -> Iterator[Received[Document] | Rejected]: ...
@overload
def read_jsonl(
    name: str, lines: Iterable[bytes], family: Family[R], *, first: int = 1
) -> Iterator[Received[R] | Rejected]: ...
def read_jsonl(
    name: str, lines: Iterable[bytes], family: Family[R] | None = None, *, first: int = 1
) -> Iterator[Received[R] | Rejected] | Iterator[Received[Document] | Rejected]:
    """The records of a JSONL stream, one at a time; empty lines are passed over. `first` numbers its first line.

    They are documents where no other family is named.
    """
    return _by_line(name, lines, family, first) if family else _by_line(name, lines, DOCUMENTS, first)


def _whole(source: Source, family: Family[R]) -> Iterator[Received[R] | Rejected]:
    try:
        places = documents(source.text)
    except json.JSONDecodeError as error:
        yield Rejected((json_syntax.broken(source, error),))
        return
    except RecursionError:
        yield Rejected((json_syntax.too_deep(source),))
        return
    for place in places:
        if at_once := family.decode(source.text[slice(*place)].encode()):
            yield Received(*at_once, source.span(*place))
        else:
            yield _record(source, place, family)


def _by_line(name: str, lines: Iterable[bytes], family: Family[R], first: int) -> Iterator[Received[R] | Rejected]:
    decode = family.decode
    for number, line in enumerate(lines, start=first):
        if at_once := decode(line):
            yield Received(*at_once, Line(name, number, line))
        elif line.strip() not in (b"", codecs.BOM_UTF8):
            yield _line(name, number, line, family)


def _line(name: str, number: int, line: bytes, family: Family[R]) -> Received[R] | Rejected:
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        return Rejected((_not_utf8(name, number, line.rstrip(b"\r\n"), error.start),))
    source = Source(name, text, first_line=number)
    try:
        place = single(text)
    except json.JSONDecodeError as error:
        return Rejected((json_syntax.broken(source, error, line=True),))
    except RecursionError:
        return Rejected((json_syntax.too_deep(source),))
    return _record(source, place, family)


def _not_utf8(name: str, number: int, line: bytes, bad: int) -> Diagnostic:
    """The line as it was meant, as far as that can be told, and the first byte that is not UTF-8."""
    before = line[:bad].decode("utf-8")
    encoding = guess_legacy(line[bad:])
    source = Source(name, before + line[bad:].decode(encoding, errors="replace"), first_line=number)
    return problems.NOT_UTF8.at(
        source.span(len(before), len(before) + 1),
        byte=f"0x{line[bad]:02X}",
        position=bad + 1,
        encoding=ENCODINGS[encoding],
        code={"iso8859-2": "ISO-8859-2"}.get(encoding, encoding.upper()),
        name=name,
    )


def read_one(source: Source, family: Family[Plain]) -> Plain | Rejected:
    """The one record that a JSON text is, of a family that is neither of documents nor of payments."""
    try:
        place = single(source.text)
    except json.JSONDecodeError as error:
        return Rejected((json_syntax.broken(source, error),))
    except RecursionError:
        return Rejected((json_syntax.too_deep(source),))
    return _plain_record(source, place, family)


def _record(source: Source, place: Place, family: Family[R]) -> Received[R] | Rejected:
    """The record that stands at a place, with that place."""
    record = _plain_record(source, place, family)
    return record if isinstance(record, Rejected) else Received(record, family.encode(record), source.span(*place))


def _plain_record(source: Source, place: Place, family: Family[Plain]) -> Plain | Rejected:
    """The record that stands at a place, read field by field."""
    text, (start, end) = source.text, place
    if half := lone_surrogate(text, start, end):
        return Rejected((json_syntax.half_character(source, half),))
    try:
        data = _LOADER.decode(text[start:end])
        result = read_record(data, family) if isinstance(data, dict) else None
    except RepeatedError:
        return Rejected((repeated_field(source, start),))
    except _ConstantError as error:
        return Rejected((json_syntax.no_number(source, str(error), start, end),))
    except RecursionError:
        return Rejected((json_syntax.too_deep(source, start),))
    if result is None:
        return Rejected((problems.NOT_AN_OBJECT.at(source.span(start, end), one=problems.NOUNS[family.name].one),))
    if isinstance(result, tuple):
        other = _other_family(source, start, data, family)
        return Rejected(
            (other,) if other else tuple(_diagnostic(source, start, error, data, family) for error in result)
        )
    return result


def _other_family(source: Source, start: int, data: object, family: Family[Plain]) -> Diagnostic | None:
    """That a record is one of another family, as an invoice among payments; None where it is not."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind in family.kinds:
        return None
    found = next((each for each in _FAMILIES if kind in each.kinds and each.name != family.name), None)
    if found is None or family.name not in problems.NOUNS or not isinstance(data, dict):
        return None
    wanted, nouns = problems.NOUNS[family.name], problems.NOUNS[found.name]
    return family_problems.OTHER_FAMILY.at(
        source.span(*locate(source.text, ("type",), start=start)),
        wanted=wanted.many,
        number=str(data.get("number", "")) or "–",
        found=nouns.a_kind,
        kind=str(kind),
        advice=family_problems.WHERE_TO[found.name],
        files=wanted.files,
    )


_FAMILIES: tuple[Family[Document] | Family[Payment], ...] = (DOCUMENTS, PAYMENTS)


def object_of(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object of these members. Raises `RepeatedError`."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise RepeatedError
    return found


def _number(text: str) -> Decimal:
    """A number as it is written; one beyond all measure is infinite, which no field takes."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("Infinity")


def _constant(name: str) -> NoReturn:
    raise _ConstantError(name)


_LOADER = json.JSONDecoder(
    object_pairs_hook=object_of, parse_float=_number, parse_int=_number, parse_constant=_constant
)


def repeated_field(source: Source, start: int) -> Diagnostic:
    """A name that is given twice in one object of the value at a place."""
    found = repeated(source.text, start)
    assert found
    name, first, again = found
    where = Related(source.span(*first), Wording("pierwszy raz tutaj", "first here"))
    return problems.REPEATED_FIELD.at(source.span(*again), related=(where,), name=name)


_EMPTY = re.compile(r'"\s*"|\[\s*\]')
_PROBLEMS: dict[Fault, Problem] = {
    "unknown-field": problems.UNKNOWN_FIELD,
    "missing": problems.MISSING_FIELD,
    "date": problems.BAD_DATE,
    "number": problems.BAD_NUMBER,
    "positive": problems.NOT_POSITIVE,
    "places": problems.TOO_MANY_PLACES,
    "finer": problems.TOO_MANY_PLACES,
    "choice": problems.UNKNOWN_VALUE,
    "length": problems.TOO_LONG,
    "pattern": problems.BAD_FORM,
    "rate": problems.NO_RATE,
    "difference": problems.OTHER_DIFFERENCE,
    "kind": problems.WRONG_KIND,
}


def _of_field(error: FieldError, data: object, family: Family[Plain]) -> Wording:
    """Behind the way to a field its name; in English only of a part of a list, whose way counts too."""
    model = family.model_of(data) if isinstance(data, dict) else None
    if model is None or not any(isinstance(step, int) for step in error.path):
        return Wording(f" ({error.title})" if error.title else "", "")
    name = named(model, error.path)
    return Wording(f" ({name.pl})", f" ({name.en})")


def _diagnostic(source: Source, start: int, error: FieldError, data: object, family: Family[Plain]) -> Diagnostic:
    named = error.fault == "unknown-field"
    span = source.span(*locate(source.text, error.path, start=start, key=named))
    name = str(error.path[-1]) if error.path else ""
    forms = {
        form: word for word, title in error.allowed for form in (word, title, *polish_words(error.title, word)) if form
    }
    near = nearest(name if named else error.given, forms)
    meant = forms[near] if near else percent_meant(error.given) if error.form == "vat_rate" else ""
    advice = Wording(f"Czy chodziło o „{meant}”? ", f"Did you mean '{meant}'? ") if meant else Wording("", "")
    problem = _PROBLEMS[error.fault]
    if error.fault == "missing" and _EMPTY.fullmatch(span.text):
        problem = family_problems.EMPTY_FIELD
    no_positions = error.path == ("positions",) and isinstance(data, dict) and data.get("correction") is True
    return problem.at(
        span,
        path=shown_path(error.path),
        title=_of_field(error, data, family),
        given=error.given,
        advice=advice,
        more=family_problems.OF_CORRECTION if no_positions else "",
        form=family_problems.FORMS[error.form],
        known=listed([word for word, _ in error.allowed], limit=30),
    )


def shown_path(path: tuple[str | int, ...]) -> str:
    """`elements[1].net`"""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text
