"""From a source to its lines. Never fails and loses no character: what is no line is a `Junk`."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from dekret.syntax import grammar
from dekret.syntax.grammar import Lexeme
from dekret.syntax.nodes import (
    Blank,
    Cell,
    Comment,
    EntryLine,
    HeaderLine,
    Junk,
    Line,
    MoreLine,
    RowLine,
    SectionLine,
    TextLines,
)
from dekret.text.source import Source, Span

_Found: TypeAlias = tuple[str, list[Lexeme]]
"""The alternative that a line is, and its tokens."""
_FENCE = re.compile(r'["“”„]{3}')
_BAR = re.compile(r"\\\||\|")
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters without width that editors leave behind."""
WIDE_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Blanks other than those of a keyboard: non-breaking, thin, wide."""
_WIDE = str.maketrans(dict.fromkeys(WIDE_BLANKS, " "))
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_EDGES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029" + WIDE_BLANKS + INVISIBLE
_MORE = re.compile(rf"(?:…|\.\.\.)[{_EDGES}]*")


class _Builder:
    """Names the alternative that every line is; what that means is told by `_line`."""

    def start(self, children: list[_Found]) -> list[_Found]:
        return children

    def __getattr__(self, kind: str) -> Callable[[list[Lexeme]], _Found]:
        return lambda tokens_: (kind, tokens_)


_BUILDER = _Builder()


def read_lines(source: Source) -> tuple[Line, ...]:
    """The lines of a source, in order."""
    lines: list[Line] = []
    at_start = True
    for kind, found in _found(source.text):
        if kind != "newline":
            lines.append(_line(source, kind, found))
        elif at_start:
            lines.append(Blank(source.span(found[0].start)))
        at_start = kind == "newline"
    return tuple(lines)


def tokens(text: str) -> Iterator[str]:
    """The tokens of a rule file; put together they are the text.

    >>> list(tokens("a = 1"))
    ['a ', '=', ' 1']
    """
    for _, found in _found(text):
        yield from found


def _found(text: str) -> list[_Found]:
    found = grammar.parse("rulefile", text, _BUILDER, by_state=True)
    assert isinstance(found, list), f"every text is a rule file: {found}"
    return found


def _line(source: Source, kind: str, found: list[Lexeme]) -> Line:
    whole = _span(source, found[0]).to(_span(source, found[-1]))
    match kind, found:
        case "blank", _:
            return Blank(whole)
        case "comment", [text]:
            return Comment(whole, text.strip())
        case "header", [word, symbol, *rest]:
            quoted = _span(source, symbol)
            inner = Span(source, quoted.start + 1, quoted.end - 1)
            return HeaderLine(whole, trimmed(_span(source, word)), trimmed(inner), _rest(source, rest))
        case "section", [name, *rest]:
            bracketed = trimmed(_span(source, name)).span
            inner = Span(source, bracketed.start + 1, bracketed.end - 1)
            return SectionLine(whole, trimmed(inner), _rest(source, rest))
        case "entry", [key, equals, *value]:
            after = _span(source, value[0]) if value else source.span(_span(source, equals).end)
            return EntryLine(whole, trimmed(_span(source, key)), trimmed(after))
        case "more", [dots, *value]:
            after = _span(source, value[0]) if value else source.span(_span(source, dots).end)
            return MoreLine(whole, trimmed(after))
        case "row", [_]:
            return _row(whole)
        case (("text" | "open_text"), [_]):
            return _text(whole, closed=kind == "text")
        case _:
            return Junk(whole, whole.text)


def _span(source: Source, token: Lexeme) -> Span:
    return Span(source, token.start, token.end)


def _rest(source: Source, tokens_: list[Lexeme]) -> Cell | None:
    cell = trimmed(_span(source, tokens_[0])) if tokens_ else None
    return cell if cell and cell.text else None


def trimmed(span: Span, escapes: Sequence[int] = ()) -> Cell:
    r"""The cell of a span: without the blanks around it, with its blanks plain and nothing invisible in it.

    `escapes` are the offsets of backslashes that make `\\|` a bar. What a cell means is settled here, so that a
    file reads the same before and after the formatter has written such characters out of it.
    """
    text = span.text
    inner = text.strip(_EDGES)
    start = span.start + len(text) - len(text.lstrip(_EDGES)) if inner else span.start
    place = Span(span.source, start, start + len(inner))
    unseen = () if inner.isascii() else (start + found.start() for found in _UNSEEN.finditer(inner))
    skipped = sorted((*escapes, *unseen))
    if not skipped:
        return Cell(place, inner.translate(_WIDE))
    pieces = [(0, start)]
    meant = ""
    for offset in skipped:
        meant += span.source.text[pieces[-1][1] : offset]
        pieces.append((len(meant), offset + 1))
    meant += span.source.text[pieces[-1][1] : place.end]
    return Cell(place, meant.translate(_WIDE), tuple(pieces))


def _row(span: Span) -> RowLine:
    text = span.text
    cells: list[Cell] = []
    start = text.index("|") + 1
    escapes: list[int] = []
    for bar in _BAR.finditer(text, start):
        if bar.group() == "|":
            cells.append(trimmed(Span(span.source, span.start + start, span.start + bar.start()), escapes))
            start, escapes = bar.end(), []
        else:
            escapes.append(span.start + bar.start())
    last = trimmed(Span(span.source, span.start + start, span.end), escapes)
    if last.text or not cells:
        cells.append(last)
    more = _MORE.match(cells[0].text)
    if more:
        cells[0] = cells[0].after(more.end())
    return RowLine(span, tuple(cells), more is not None)


def _text(span: Span, *, closed: bool) -> TextLines:
    """The block between the quotes; quotes alone on their line take its newline with them."""
    text = span.text
    opening = _FENCE.search(text)
    assert opening
    start, end = opening.end(), len(text)
    if closed:
        end = len(text.rstrip(_EDGES)) - 3
    first, last = text.find("\n", start), text.rfind("\n", start, end)
    if first >= 0:
        start = first + 1
    if closed and last >= 0:
        end = last
    content = Span(span.source, span.start + start, span.start + max(start, end))
    return TextLines(span, Cell(content, content.text), closed)
