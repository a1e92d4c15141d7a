"""From the text of a cell to nodes. Understands what was pasted from a manual or a word processor."""

import re
from functools import lru_cache
from typing import cast

from dekret.expr import problems
from dekret.expr.build import Builder
from dekret.expr.nodes import Node, Text, depth, walk
from dekret.syntax import grammar
from dekret.syntax.problems import PASTED_CHARACTERS
from dekret.syntax.schema import Parsed
from dekret.text.diagnostic import Finding
from dekret.text.nearest import nearest, plain

_SINGLE = "’‘′‚‛´`"
_DOUBLE = "“”„″«»"
_PLAIN_QUOTES = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"')})
_TYPOGRAPHIC = re.compile(f"[{_SINGLE}{_DOUBLE}]")
_DASH = re.compile("[–−]")
_DEEPEST = 120
_BUILDER = Builder()
_OPERATORS = ("AND", "OR", "LIKE", "IN", "BETWEEN", "IS")
_POLISH_OPERATORS = {"lub": "OR", "albo": "OR", "oraz": "AND", "i": "AND", "nie": "NOT"}


@lru_cache(maxsize=16384)
def parse(text: str) -> Parsed[Node]:
    """The node of an expression and what is to be said of it; no node where it cannot be read.

    >>> parse("@Netto + 1").value is None, parse("@Netto +").findings[0].problem.id
    (False, 'expr/unfinished')
    """
    if _TYPOGRAPHIC.search(text):
        return _pasted(text)
    found = _parsed(text)
    if isinstance(found, grammar.Fault):
        return Parsed(None, (_explained(text, found),))
    return _finished(text, found)


def tokens(text: str) -> list[str]:
    """The tokens of an expression, blanks included; together they are the text."""
    return [token for _, token in grammar.tokens("expression", text)]


def _parsed(text: str) -> Node | grammar.Fault:
    return cast("Node | grammar.Fault", grammar.parse("expression", text, _BUILDER))


def _pasted(text: str) -> Parsed[Node]:
    """Reads a text with typographic quotes both ways: as letters inside texts, and as quotes.

    Where both readings make sense and differ there is no telling which was meant, and it is an error: the two
    may post to different accounts.
    """
    as_written = _parsed(text)
    with_quotes = text.translate(_PLAIN_QUOTES)
    as_quotes = _parsed(with_quotes)
    all_are_quotes = not isinstance(as_quotes, grammar.Fault) and _only_quotes(text, as_quotes)
    if isinstance(as_written, grammar.Fault):
        if isinstance(as_quotes, grammar.Fault):
            return Parsed(None, (_explained(with_quotes, as_quotes),))
        if all_are_quotes:
            return _finished(with_quotes, as_quotes, text)
    elif not all_are_quotes:
        return _finished(text, as_written)
    first = _TYPOGRAPHIC.search(text)
    assert first
    return Parsed(None, (problems.AMBIGUOUS_QUOTES.found(first.start(), first.end(), quote=first.group()),))


def _only_quotes(text: str, node: Node) -> bool:
    """Whether every typographic quote opens or closes a text."""
    edges = {place for part in walk(node) if isinstance(part, Text) for place in (part.start, part.end - 1)}
    return all(found.start() in edges for found in _TYPOGRAPHIC.finditer(text))


def _finished(text: str, node: Node, written: str = "") -> Parsed[Node]:
    """The node with its warnings; `written` is the text before its quotes were made plain."""
    if len(text) > _DEEPEST and depth(node) > _DEEPEST:
        return Parsed(None, (problems.TOO_DEEP.found(node.start, node.end, limit=_DEEPEST),))
    findings: list[Finding] = []
    if '"' in text or _DASH.search(text):
        texts = [part for part in walk(node) if isinstance(part, Text)]
        findings.extend(
            problems.DOUBLE_QUOTES.found(part.start, part.end, text=part.value)
            for part in texts
            if text[part.start] == '"'
        )
        findings.extend(
            PASTED_CHARACTERS.found(dash.start(), dash.end())
            for dash in _DASH.finditer(text)
            if not any(part.start <= dash.start() < part.end for part in texts)
        )
    findings.extend(PASTED_CHARACTERS.found(quote.start(), quote.end()) for quote in _TYPOGRAPHIC.finditer(written))
    return Parsed(node, tuple(findings))


def _explained(text: str, fault: grammar.Fault) -> Finding:
    """The most helpful thing to say about a token that fits nowhere."""
    before = _tokens_before(text, fault.start)
    if not fault.text:
        return _unfinished(text, before)
    start, end = fault.start, fault.end
    last = before[-1] if before else ""
    if fault.text in ("'", '"'):
        return problems.UNCLOSED_TEXT.found(start, len(text))
    if fault.text == "," and last.isdigit() and (fraction := re.match(r",\s?(\d+)", text[start:])):
        return problems.DECIMAL_COMMA.found(start - len(last), start + fraction.end(), number=f"{last}.{fraction[1]}")
    if fault.text == ")" and before.count(")") >= before.count("("):
        return problems.NEEDLESS_PARENTHESIS.found(start, end)
    if fault.text in _SIGNS:
        return problems.UNKNOWN_OPERATOR.found(
            start - len(last) if last in _SIGNS else start, end, text=last + fault.text
        )
    after_value = "_OR" in fault.expected or "COMPARISON" in fault.expected
    if after_value and (meant := _misspelt(fault.text)):
        return problems.MISSPELT_OPERATOR.found(start, end, text=fault.text, meant=meant)
    if after_value and re.match(r"[@'\"\w]", fault.text):
        return problems.MISSING_OPERATOR.found(start, end, left=last, right=fault.text)
    return problems.UNEXPECTED.found(start, end, text=fault.text)


_SIGNS = ("=", "<", ">", "<>", "!=", "<=", ">=", "&", "|", "!", "^", "~", "≠", "≤", "≥")


def _misspelt(word: str) -> str | None:
    """`ADN` → AND, `lub` → OR"""
    return _POLISH_OPERATORS.get(plain(word)) or nearest(word, _OPERATORS, cutoff=0.65)


def _unfinished(text: str, before: list[str]) -> Finding:
    end = len(text.rstrip())
    if before.count("(") > before.count(")"):
        return problems.MISSING_PARENTHESIS.found(max(end - 1, 0), end)
    return problems.UNFINISHED.found(max(end - 1, 0), end)


def _tokens_before(text: str, offset: int) -> list[str]:
    found: list[str] = []
    place = 0
    for kind, token in grammar.tokens("expression", text):
        if place >= offset:
            break
        if kind != "WS":
            found.append(token)
        place += len(token)
    return found
