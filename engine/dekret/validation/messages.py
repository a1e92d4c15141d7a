"""Messages of rules: a text with `{expressions}` in it, and how their values are written in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeAlias

from dekret.expr.cells import tidy_expression
from dekret.expr.kinds import Value
from dekret.expr.nodes import Node
from dekret.expr.parse import parse
from dekret.syntax.schema import CellKind, Parsed
from dekret.text.diagnostic import Finding
from dekret.text.wording import Language, Wording
from dekret.validation import problems

_NOTHING = Wording("(brak)", "(none)")
_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """An expression of a message; `start` is where its text begins in the cell."""

    start: int = field(compare=False)
    text: str
    node: Node


Message: TypeAlias = tuple[str | Piece, ...]


def read_message(text: str) -> Parsed[Message]:
    """The texts and expressions of a message; `{{` and `}}` are braces themselves.

    >>> [type(each).__name__ for each in read_message("Pozycja {@Lp}: brak EAN").value]
    ['str', 'Piece', 'str']
    >>> read_message("Pozycja {@Lp: brak EAN").findings[0].problem.id
    'validation/unclosed-brace'
    """
    parts: list[str | Piece] = []
    findings: list[Finding] = []
    for start, written, inside in _split(text):
        if not inside:
            parts.append(written)
            continue
        if not written.strip():
            findings.append(problems.EMPTY_BRACES.found(start - 1, start + len(written) + 1))
            continue
        parsed = parse(written)
        findings += (replace(each, start=each.start + start, end=each.end + start) for each in parsed.findings)
        if parsed.value is not None:
            parts.append(Piece(start, written, parsed.value))
    lone = _lone_brace(text)
    if lone is not None:
        findings = [problems.UNCLOSED_BRACE.found(lone, lone + 1)]
    return Parsed(None if lone is not None else tuple(parts), tuple(findings))


def _split(text: str) -> Iterator[tuple[int, str, bool]]:
    """The stretches of a message with their places, and whether they stand in braces."""
    plain, place = "", 0
    while place < len(text):
        if text[place : place + 2] in ("{{", "}}"):
            plain, place = plain + text[place], place + 2
        elif text[place] == "{" and (end := _closing(text, place + 1)) is not None:
            if plain:
                yield place, plain, False
            yield place + 1, text[place + 1 : end], True
            plain, place = "", end + 1
        else:
            plain, place = plain + text[place], place + 1
    if plain:
        yield place, plain, False


def _closing(text: str, start: int) -> int | None:
    """The brace that closes an expression; one within apostrophes is a letter."""
    quoted = False
    for place in range(start, len(text)):
        if text[place] == "'":
            quoted = not quoted
        elif text[place] == "}" and not quoted:
            return place
    return None


def _lone_brace(text: str) -> int | None:
    """The first brace that opens or closes nothing."""
    place = 0
    while place < len(text):
        if text[place : place + 2] in ("{{", "}}"):
            place += 2
        elif text[place] == "{":
            end = _closing(text, place + 1)
            if end is None:
                return place
            place = end + 1
        elif text[place] == "}":
            return place
        else:
            place += 1
    return None


def _tidy(text: str) -> str:
    if _lone_brace(text) is not None:
        return text
    return "".join(
        f"{{{tidy_expression(written.strip())}}}" if inside else written.replace("{", "{{").replace("}", "}}")
        for _, written, inside in _split(text)
    )


MESSAGE: CellKind[Message] = CellKind(
    Wording("tekst z wyrażeniami w klamrach: {@Netto}", "text with expressions in braces: {@Netto}"),
    read_message,
    _tidy,
)


def written(value: Value, language: Language, *, whole: bool = False) -> str:
    """A value as a sentence has it: 1 234,50 (with two to six places, unless it is whole), 31.03.2026, (brak).

    >>> written(Decimal("1234.5"), "pl"), written(Decimal(7), "pl", whole=True), written(Decimal("4.2731"), "en")
    ('1 234,50', '7', '4.2731')
    >>> import datetime as dt
    >>> written(dt.date(2026, 3, 31), "pl"), written(None, "pl")
    ('31.03.2026', '(brak)')
    """
    match value:
        case None:
            return _NOTHING.in_(language)
        case str():
            return value
        case Decimal():
            digits = f"{value:.{_MOST_PLACES}f}".partition(".")[2].rstrip("0")
            places = 0 if whole else max(2, len(digits))
            text = f"{value:,.{places}f}"
            return text.replace(",", " ").replace(".", ",") if language == "pl" else text
        case _:
            return f"{value:%d.%m.%Y}" if language == "pl" else value.isoformat()
