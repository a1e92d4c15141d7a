"""A whole rule file: its lines, their structure, its language, its fields, and what was pasted into it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dekret.syntax import problems
from dekret.syntax.lines import INVISIBLE, WIDE_BLANKS, read_lines
from dekret.syntax.nodes import Comment, HeaderLine, Line, TextLines
from dekret.syntax.read import Reading, not_lines, read_definition
from dekret.syntax.schema import Language, advice, find
from dekret.syntax.structure import read_structure
from dekret.text.report import Report
from dekret.text.source import Source, Span
from dekret.text.wording import Wording, listed

_BLANKS = re.compile(f"[{WIDE_BLANKS}{INVISIBLE}]")
_FENCE = re.compile("[“”„]{3}")


@dataclass(frozen=True, slots=True)
class FileReading:
    """What a file holds: its definitions with their languages, and the places of pasted characters."""

    definitions: tuple[tuple[Language, Reading], ...]
    pasted: tuple[Span, ...]


def read_file(source: Source, languages: Sequence[Language], report: Report) -> FileReading:
    """The definitions of a file; those of an unknown language are only reported."""
    lines = read_lines(source)
    pasted = list(_pasted(source, lines))
    readings: list[tuple[Language, Reading]] = []
    by_word = {language.keyword: language for language in languages}
    for definition in read_structure(source, lines, report, keyword=_keyword(source.name, languages)):
        keyword = definition.keyword
        word = find(by_word, keyword.text)
        if word is None:
            known = advice(keyword.text, by_word)
            report.add(
                problems.UNKNOWN_LANGUAGE.at(keyword.span, word=keyword.text, advice=known.near, known=known.known)
            )
            report.extend(found for section in definition.sections for found in not_lines(section))
            continue
        language = by_word[word]
        if readings and not language.several:
            report.add(problems.SEVERAL_DEFINITIONS.at(keyword.span))
        readings.append((language, read_definition(definition, language, report, pasted)))
    pasted.sort(key=lambda span: span.start)
    if pasted:
        _report_pasted(pasted, report)
    return FileReading(tuple(readings), tuple(pasted))


def _keyword(name: str, languages: Sequence[Language]) -> str:
    """That with which a file of this name begins; that of the first language, where its ending is of none."""
    found = next((each for each in languages if name.lower().endswith(f".{each.extension}")), languages[0])
    return found.keyword.pl


def _pasted(source: Source, lines: Iterable[Line]) -> Iterable[Span]:
    """Blanks and quotes of the structure itself that are not those of a keyboard; those of cells come later."""
    for line in lines:
        match line:
            case Comment():
                continue
            case TextLines():
                if fence := _FENCE.match(line.span.text):
                    yield Span(source, line.span.start, line.span.start + fence.end())
                continue
            case HeaderLine():
                for place in (line.symbol.span.start - 1, line.symbol.span.end):
                    if source.text[place : place + 1] in ("“", "”", "„"):
                        yield Span(source, place, place + 1)
        for found in _BLANKS.finditer(source.text, line.span.start, line.span.end):
            yield Span(source, found.start(), found.end())


def _report_pasted(spans: Sequence[Span], report: Report) -> None:
    seen: dict[Wording, None] = {}
    for span in spans:
        blank = bool(_BLANKS.match(span.text))
        what = (
            Wording("twarde spacje", "non-breaking blanks")
            if blank
            else Wording("cudzysłowy i myślniki", "quotes and dashes")
        )
        seen.setdefault(what)
    what = Wording(", ".join(w.pl for w in seen), ", ".join(w.en for w in seen))
    lines = listed([str(number) for number in dict.fromkeys(span.line for span in spans)], limit=8)
    report.add(problems.PASTED_CHARACTERS.at(spans[0], what=what, count=len(spans), lines=lines))
