"""From text to nodes, for both passes of the chart language. Says what cannot be read; never raises."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from dekret.chart import problems
from dekret.chart.build import InsertBuilder, ParameterBuilder
from dekret.chart.nodes import (
    Braces,
    Conditional,
    Declaration,
    Definition,
    Element,
    Expression,
    Insert,
    Piece,
    Reference,
    Stray,
    Words,
    expression_depth,
    expressions,
)
from dekret.syntax import grammar
from dekret.syntax.schema import Parsed
from dekret.text.diagnostic import Finding

_INSERTS, _PARAMETERS = InsertBuilder(), ParameterBuilder()
_DEEPEST, _DEEPEST_EXPRESSION = 60, 200
_MARKER = re.compile(
    r"@INSP\s*\([^)\n@]*\)|(?<!\w)@INS\s[^\n|@]*\||@IF(?:AND)?(?:NOT)?\s*\("
    r"|\?@[^|?\n]+\|[^:?\n]*:|\?\?(?:_RES2_|_NQ|_Q)?[^\W\d]\w*",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"(?<!\w)@(?:par|ins)\b|@insp\b|@if(?:and)?(?:not)?(?=\s*\()|\b(?:par|ins|if(?:and)?(?:not)?)@", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def parse_inserts(text: str, *, graphic: bool = False) -> Parsed[tuple[Piece, ...]]:
    """The pieces of the first pass, and what is to be said of them; no pieces where the text cannot be read.

    In a `graphic` text, quotes, brackets and dashes shield nothing, as in the second pass. In the call of a procedure
    they do: it holds texts in apostrophes.

    >>> parse_inserts("SELECT 1 @INS Filtr||KASA INS@").value[1].name
    'Filtr'
    >>> parse_inserts("@INS Filtr INS@").findings[0].problem.id
    'chart/insert-bars'
    """
    found = grammar.parse("dpl", _unshielded(text, _KEPT_AT_FIRST) if graphic else text, _INSERTS, by_state=True)
    if isinstance(found, grammar.Fault):
        return Parsed(None, (_insert_fault(text, found),))
    pieces = cast("tuple[Piece, ...]", found)
    if _depth(pieces) > _DEEPEST:
        return Parsed(None, (problems.TOO_DEEP.found(pieces[0].start, pieces[-1].end, limit=_DEEPEST),))
    return Parsed(pieces, tuple(_insert_findings(text, pieces)))


@lru_cache(maxsize=128)
def parse_parameters(text: str, *, sql: bool = True) -> Parsed[tuple[Element, ...]]:
    """The elements of the second pass, and what is to be said of them.

    Where the text is not `sql` (graphic parameters, a call of a procedure), quotes and brackets shield nothing.

    >>> parse_parameters("a = ?@n3|Od|Od numeru:1@?").value[1].name
    'Od'
    """
    found = grammar.parse("parameters", text if sql else _unshielded(text, _KEPT), _PARAMETERS, by_state=True)
    if isinstance(found, grammar.Fault):
        return Parsed(None, (_parameter_fault(text, found),))
    elements = cast("tuple[Element, ...]", found)
    deep = next((each for each in all_expressions(elements) if expression_depth(each) > _DEEPEST_EXPRESSION), None)
    if deep is not None:
        return Parsed(None, (problems.TOO_DEEP.found(deep.start, deep.end, limit=_DEEPEST_EXPRESSION),))
    return Parsed(elements, (*(_marked(text, elements) if sql else ()), *_parameter_findings(text, elements)))


_KEPT = re.compile(r"\{[^{}]*\}|\?@[^@]*@\?|(?P<shield>['\"\[]|--|/\*)")
_KEPT_AT_FIRST = re.compile(
    rf"(?<!\w)@INS\s[^\n]*?\sINS@|@IF(?:AND)?(?:NOT)?\s*\([^)]*\)|{_KEPT.pattern}", re.IGNORECASE
)
"""What keeps its quotes: expressions and definitions; in the first pass calls of inserts and conditions, too."""


def _unshielded(text: str, kept: re.Pattern[str]) -> str:
    """A text with what shields in SQL made unknown characters, but in what is kept; no shorter."""
    return kept.sub(lambda found: "\x00" * len(found[0]) if found["shield"] else found[0], text)


def all_expressions(elements: tuple[Element, ...]) -> Iterator[Expression]:
    """The expressions and definitions of a text, without those inside them (`nodes.expressions` gives those)."""
    for element in elements:
        match element:
            case Braces():
                yield element.expression
            case Declaration():
                yield element.definition
            case Definition() | Reference():
                yield element
            case _:
                pass


# --- what cannot be read


def _insert_fault(text: str, fault: grammar.Fault) -> Finding:
    word = fault.text.strip().upper()
    if re.match(r"(?:INS|IF(?:AND)?(?:NOT)?)@", word) and "_BAR" not in fault.expected:
        return problems.STRAY_END.found(fault.start, fault.end, word=fault.text.strip())
    if "_BAR" in fault.expected:
        start = max((found.start() for found in _OPENING.finditer(text, 0, fault.start)), default=0)
        return problems.INSERT_BARS.found(start, fault.start)
    opened = _opened_before(text, fault.start)
    if opened and not fault.text:
        word = opened.group().strip(" (\t\n")
        return problems.UNCLOSED_MARKER.found(
            opened.start(), opened.end(), word=word, closing=word.lstrip("@").upper() + "@"
        )
    return problems.UNEXPECTED.found(fault.start, max(fault.end, fault.start), text=fault.text.strip() or "…")


_OPENING = re.compile(r"(?<!\w)@INS\s|@IF(?:AND)?(?:NOT)?\s*\(", re.IGNORECASE)
_CLOSING = re.compile(r"(?<!\w)(?:INS|IF(?:AND)?(?:NOT)?)@", re.IGNORECASE)


def _opened_before(text: str, offset: int) -> "re.Match[str] | None":
    """The last marker before a place that nothing closes by then."""
    events = [(m.start(), m) for m in _OPENING.finditer(text, 0, offset)]
    events += [(m.start(), m) for m in _CLOSING.finditer(text, 0, offset)]
    waiting: list[re.Match[str]] = []
    for _, event in sorted(events, key=lambda pair: pair[0]):
        if event.group().startswith("@"):
            waiting.append(event)
        elif waiting:
            waiting.pop()
    return waiting[-1] if waiting else None


_NOT_A_NAME = re.compile(r"\s*([^|:?@\n]+?)\s*\|[^|:?@\n]*:")
"""What stands where a name should, a prompt behind it."""
_SHOWN = re.compile(r"\w+|\S")
"""The word, or else the sign, that a message shows."""


def _parameter_fault(text: str, fault: grammar.Fault) -> Finding:
    start = text.rfind("?@", 0, fault.start + 1)
    brace = text.rfind("{", 0, fault.start + 1)
    if "BRACE_END" in fault.expected or "FUNCTION" in fault.expected or ("CLOSE" in fault.expected and brace > start):
        if brace >= 0 and not fault.text:
            return problems.UNCLOSED_BRACE.found(brace, brace + 1)
        found = _SHOWN.search(text, fault.start)
        place = found.span() if found else (fault.start, max(fault.end, fault.start))
        return problems.EXPRESSION.found(*place, text=found.group() if found else "}")
    if start >= 0 and "NAME" in fault.expected and (name := _NOT_A_NAME.match(text, fault.start)):
        return problems.BAD_NAME.found(*name.span(1), name=name[1])
    if start >= 0 and "ARGUMENT" in fault.expected and (option := text.rfind("@", start + 2, fault.start)) >= 0:
        return problems.UNCLOSED_OPTION.found(option, fault.start)
    if start >= 0 and fault.expected & {"_COLON", "EMPTY", "PROMPT", "_BAR", "NAME"}:
        return problems.NO_PROMPT.found(start, max(fault.end, start + 2))
    if start >= 0 and fault.expected & {"CLOSE", "INNER"}:
        return problems.UNCLOSED_LIST.found(start, start + 2)
    if start >= 0 and "DECLARE_END" in fault.expected:
        return problems.UNCLOSED_DECLARATION.found(start, start + 2)
    if start >= 0 and "PICTURE" in fault.expected:
        written = re.compile(r"\s*\w+").match(text, start + 2)
        if written:
            return problems.NO_PROMPT.found(start, written.end())
        return problems.NO_PICTURE.found(start, max(fault.end, start + 2))
    return problems.UNEXPECTED.found(fault.start, max(fault.end, fault.start), text=fault.text.strip() or "…")


# --- what can be read, and is to be told


def _depth(pieces: tuple[Piece, ...]) -> int:
    depth, level = 0, list(pieces)
    while level:
        depth += 1
        level = [part for piece in level if isinstance(piece, Conditional) for part in piece.body]
    return depth


def _insert_findings(text: str, pieces: tuple[Piece, ...]) -> list[Finding]:
    findings: list[Finding] = []
    quoted: list[Words] = []
    waiting = list(pieces)
    while waiting:
        piece = waiting.pop()
        match piece:
            case Words() if piece.quoted:
                quoted.append(piece)
                if marker := _first_pass_marker(text, piece):
                    findings.append(problems.MARKER_IN_TEXT.found(marker.start(), marker.end(), marker=marker.group()))
            case Insert():
                findings += _ending(text, piece.ending, "INS@")
            case Conditional():
                waiting.extend(piece.body)
                findings += _ending(text, piece.ending, piece.closing.value + "@")
                if piece.closing is not piece.test:
                    values = {"opened": piece.test.value, "closed": piece.closing.value}
                    findings.append(Finding(piece.ending, piece.end, problems.WRONG_END, tuple(values.items())))
            case _:
                pass
    findings += _letter_case(text, sorted(quoted, key=lambda piece: piece.start))
    return sorted(findings, key=lambda finding: finding.start)


def _letter_case(text: str, quoted: list[Words]) -> Iterator[Finding]:
    """Markers in small letters, but for those in texts, names and comments."""
    starts = [piece.start for piece in quoted]
    for found in _LOWER.finditer(text):
        before = bisect_right(starts, found.start()) - 1
        is_quoted = before >= 0 and found.start() < quoted[before].end
        if not is_quoted and found.group() != found.group().upper():
            yield problems.LETTER_CASE.found(found.start(), found.end(), meant=found.group().upper())


def _first_pass_marker(text: str, piece: Words) -> "re.Match[str] | None":
    if text.startswith(("--", "/*"), piece.start):
        return None
    found = _MARKER.search(text, piece.start, piece.end)
    return found if found and found.group().startswith("@") else None


def _ending(text: str, place: int, word: str) -> list[Finding]:
    if place and text[place - 1] == " ":
        return []
    return [problems.CLOSING_SPACE.found(place, place + len(word), word=word)]


def _marked(text: str, elements: tuple[Element, ...]) -> list[Finding]:
    """Markers of the second pass inside T-SQL strings and names, which are not replaced there."""
    found: list[Finding] = []
    for element in elements:
        if not isinstance(element, Words) or not element.quoted or text.startswith(("--", "/*", "{"), element.start):
            continue
        marker = _MARKER.search(text, element.start, element.end)
        if marker and marker.group().startswith("?"):
            found.append(problems.MARKER_IN_TEXT.found(marker.start(), marker.end(), marker=marker.group()))
    return found


def _parameter_findings(text: str, elements: tuple[Element, ...]) -> list[Finding]:
    findings: list[Finding] = []
    for element in elements:
        match element:
            case Stray():
                findings.append(problems.STRAY_PARAMETER_END.found(element.start, element.end, word=_at(text, element)))
            case Words() if not element.quoted:
                findings += [
                    problems.UNNAMED_REFERENCE.found(found.start(), found.end())
                    for found in re.compile(r"\?\?+").finditer(text, element.start, element.end)
                ]
            case Reference():
                findings += _loose_reference(text, element)
            case Braces():
                findings += _inner_definitions(text, element)
            case Definition():
                findings += _definition_findings(text, element)
            case Declaration():
                findings += _definition_findings(text, element.definition)
                findings += _option_findings(element)
            case _:
                pass
    return findings


def _at(text: str, element: Element) -> str:
    return text[element.start : element.end]


def _inner_definitions(text: str, braces: Braces) -> list[Finding]:
    inner = (part for part in expressions(braces.expression) if isinstance(part, Definition))
    return [finding for definition in inner for finding in _definition_findings(text, definition)]


def _loose_reference(text: str, reference: Reference) -> list[Finding]:
    if text[reference.start + 2 : reference.start + 3].isspace():
        return [problems.LOOSE_BLANK.found(reference.start, reference.end, name=reference.name)]
    return []


def _definition_findings(text: str, definition: Definition) -> list[Finding]:
    findings: list[Finding] = []
    inside = text[definition.inside_start : definition.inside_end] if definition.inside is not None else ""
    if "\n" in inside.strip() and definition.picture.upper() == "R":
        findings.append(problems.LIST_OVER_LINES.found(*definition.picture_at))
    if "\n" in definition.prompt:
        findings.append(problems.PROMPT_OVER_LINES.found(definition.start, definition.end))
    return findings


def _option_findings(declaration: Declaration) -> list[Finding]:
    found: list[Finding] = []
    if not declaration.definition.closed and declaration.definition.picture.upper() != "ABC":
        found.append(problems.UNCLOSED_DEFINITION.found(declaration.definition.start, declaration.definition.end))
    return found + [
        problems.LOOSE_OPTION.found(option.start, option.end, option=option.name)
        for option in declaration.options
        if option.loose
    ]
