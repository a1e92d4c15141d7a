"""A diagnostic as a person reads it: place, sentence, the user's own line with the place marked, remedy."""

from collections.abc import Iterator

from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.source import Span
from dekret.text.visible import visible
from dekret.text.width import display_width
from dekret.text.wording import Language, Wording

SEVERITY_WORDS = {
    Severity.ERROR: Wording("błąd", "error"),
    Severity.WARNING: Wording("ostrzeżenie", "warning"),
    Severity.INFO: Wording("informacja", "note"),
}
_REMEDY = Wording("rada", "help")
_ROOM = 96
"""Columns of the user's line that are shown; a longer one is cut around the marked place."""


def render(diagnostic: Diagnostic, language: Language) -> str:
    """The whole message, several lines, without a newline at the end."""
    return "\n".join(map(visible, _lines(diagnostic, language)))


def _lines(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    word = SEVERITY_WORDS[diagnostic.severity].in_(language)
    yield f"{diagnostic.span}: {word}: {diagnostic.message.in_(language)} [{diagnostic.id}]"
    spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
    gutter = max(len(str(span.line)) for span in spans) + 2
    yield from _excerpt(diagnostic.span, gutter)
    for related in diagnostic.related:
        yield f"{'':{gutter}} {related.span}: {related.label.in_(language)}"
        yield from _excerpt(related.span, gutter)
    if diagnostic.detail:
        yield from (f"{'':{gutter}} {line}" for line in diagnostic.detail.in_(language).splitlines())
    remedy = diagnostic.remedy.in_(language)
    if remedy:
        yield f"{'':{gutter}} {_REMEDY.in_(language)}: {remedy}"


def _excerpt(span: Span, gutter: int) -> Iterator[str]:
    line, column = span.source.position(span.start)
    text = span.source.line(line)
    if not text.strip():
        return
    start = column - 1
    end = min(start + max(span.end - span.start, 1), max(len(text), start + 1))
    before, marked, after = text[:start], text[start:end], text[end:]
    before, marked, after = _cut(visible(before), visible(marked), visible(after))
    yield f"{line:>{gutter}} | {before}{marked}{after}".rstrip()
    yield f"{'':{gutter}} | {' ' * display_width(before)}{'^' * max(display_width(marked), 1)}"


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if len(marked) > _ROOM:
        marked = marked[: _ROOM - 1] + "…"
    room = max(_ROOM - len(marked), 20)
    if len(before) + len(after) <= room:
        return before, marked, after
    left = min(len(before), max(room * 2 // 3, room - len(after)))
    if left < len(before):
        before = "…" + before[len(before) - left + 1 :]
    right = room - left
    if right < len(after):
        after = after[: max(right - 1, 0)] + "…"
    return before, marked, after
