"""From lines to definitions: sections with their entries, tables and texts. Says what does not fit together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dekret.syntax import problems
from dekret.syntax.nodes import (
    Blank,
    Cell,
    Comment,
    Definition,
    Entry,
    EntryLine,
    HeaderLine,
    Junk,
    Line,
    MoreLine,
    Row,
    RowLine,
    Section,
    SectionLine,
    Table,
    TextLines,
)
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Source, Span
from dekret.text.wording import Wording

_DELIMITER = re.compile(r":?[-–—]+:?")
_UNQUOTED_HEADER = re.compile(r"\s*(\w+)\s+\S+\s*")


def read_structure(
    source: Source, lines: Iterable[Line], report: Report, *, keyword: str = "schemat"
) -> tuple[Definition, ...]:
    """The definitions of a file; one that is broken is given as far as it goes, the errors are in the report.

    `keyword` is that with which a file of its name would begin.
    """
    builder = _Builder(source, report, keyword)
    for line in lines:
        builder.take(line)
    return builder.finished()


def is_delimiter(cells: Iterable[str]) -> bool:
    """Whether these are the dashes under the header of a table.

    >>> is_delimiter(["---", ":--"]), is_delimiter(["1", "--"])
    (True, False)
    """
    return all(_DELIMITER.fullmatch(cell) for cell in cells)


@dataclass(slots=True)
class _OpenTable:
    rows: list[RowLine] = field(default_factory=list)


@dataclass(slots=True)
class _OpenSection:
    span: Span
    name: Cell | None
    entries: list[Entry] = field(default_factory=list)
    tables: list[_OpenTable] = field(default_factory=list)
    texts: list[Cell] = field(default_factory=list)
    loose: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _OpenDefinition:
    header: HeaderLine
    sections: list[_OpenSection]


class _Builder:
    """Takes line after line; knows the place where the next one belongs."""

    def __init__(self, source: Source, report: Report, keyword: str) -> None:
        self.source = source
        self.keyword = keyword
        self.report = report
        self.definitions: list[_OpenDefinition] = []
        self.section: _OpenSection | None = None
        self.table: _OpenTable | None = None
        self.told_no_header = False

    def take(self, line: Line) -> None:
        match line:
            case Blank() | Comment():
                pass
            case HeaderLine():
                self._header(line)
            case Junk():
                self._junk(line)
            case _ if self.section is None:
                self._before_header(line)
            case _:
                self._content(self.section, line)

    def _content(self, section: _OpenSection, line: Line) -> None:
        match line:
            case SectionLine():
                self._section(line)
            case EntryLine():
                self.table = None
                section.entries.append(Entry(line.span, line.key, line.value))
            case MoreLine():
                self._more(section, line)
            case RowLine():
                self._row(section, line)
            case TextLines():
                self._text(section, line)

    def _header(self, line: HeaderLine) -> None:
        if line.rest:
            self.report.add(problems.TRAILING_TEXT.at(line.rest.span, text=line.rest.text))
        if not line.symbol.text:
            self.report.add(problems.EMPTY_SYMBOL.at(line.symbol.span, keyword=line.keyword.text))
        self.section = _OpenSection(line.span, None)
        self.table = None
        self.definitions.append(_OpenDefinition(line, [self.section]))

    def _before_header(self, line: Line) -> None:
        if not self.told_no_header:
            self.told_no_header = True
            self.report.add(problems.NO_HEADER.at(line.span, keyword=self.keyword))

    def _section(self, line: SectionLine) -> None:
        if line.rest:
            self.report.add(problems.TRAILING_TEXT.at(line.rest.span, text=line.rest.text))
        self.section = _OpenSection(line.span, line.name)
        self.table = None
        self.definitions[-1].sections.append(self.section)

    def _more(self, section: _OpenSection, line: MoreLine) -> None:
        if self.table or not section.entries:
            self.report.add(problems.NOTHING_TO_CONTINUE.at(line.span))
            return
        last = section.entries[-1]
        section.entries[-1] = replace(last, span=last.span.to(line.span), value=last.value.joined(line.value))

    def _row(self, section: _OpenSection, line: RowLine) -> None:
        if self.table is None:
            self.table = _OpenTable()
            section.tables.append(self.table)
        if line.more and not self.table.rows:
            self.report.add(problems.NOTHING_TO_CONTINUE.at(line.span))
            return
        self.table.rows.append(line)

    def _text(self, section: _OpenSection, line: TextLines) -> None:
        self.table = None
        if not line.closed:
            self.report.add(problems.UNCLOSED_TEXT.at(Span(self.source, line.span.start, line.span.start + 3)))
        section.texts.append(line.content)

    def _junk(self, line: Junk) -> None:
        if line.text.strip().startswith("["):
            self.report.add(problems.UNCLOSED_SECTION.at(line.span))
        elif self.section is None and (found := _UNQUOTED_HEADER.fullmatch(line.text)):
            self.told_no_header = True
            self.report.add(problems.UNQUOTED_SYMBOL.at(line.span, keyword=found[1]))
        elif self.section is not None and self.section.name is not None:
            self.section.loose.append(line.span)
        else:
            self.report.add(problems.NOT_A_LINE.at(line.span))

    def finished(self) -> tuple[Definition, ...]:
        if not self.definitions and not self.told_no_header:
            self.report.add(problems.NO_HEADER.at(self.source.span(), keyword=self.keyword))
        return tuple(self._definition(opened) for opened in self.definitions)

    def _definition(self, opened: _OpenDefinition) -> Definition:
        preamble, *sections = (self._closed(section) for section in opened.sections)
        span = opened.header.span
        for section in (preamble, *sections):
            span = span.to(section.span)
        return Definition(span, opened.header.keyword, opened.header.symbol, preamble, tuple(sections))

    def _closed(self, opened: _OpenSection) -> Section:
        tables = tuple(self._table(table) for table in opened.tables if table.rows)
        span = opened.span
        spans = [entry.span for entry in opened.entries] + [table.span for table in tables]
        for part in (*spans, *(text.span for text in opened.texts)):
            span = span.to(part)
        return Section(span, opened.name, tuple(opened.entries), tables, tuple(opened.texts), tuple(opened.loose))

    def _table(self, opened: _OpenTable) -> Table:
        joined: list[RowLine] = []
        for line in opened.rows:
            if line.more:
                joined[-1] = self._joined(joined[-1], line)
            else:
                joined.append(line)
        header = joined[0]
        body = joined[1:]
        if body and is_delimiter(cell.text for cell in body[0].cells):
            body = body[1:]
        width = len(header.cells)
        rows, lost = [], []
        for line in body:
            if len(line.cells) == width:
                rows.append(Row(line.span, line.cells))
            else:
                lost.append(Row(line.span, line.cells))
                self.report.add(
                    problems.ROW_LENGTH.at(
                        line.span,
                        related=(Related(header.span, Wording("nagłówek tabeli", "the header of the table")),),
                        found=len(line.cells),
                        wanted=width,
                    )
                )
        whole = header.span.to(opened.rows[-1].span)
        return Table(whole, Row(header.span, header.cells), tuple(rows), tuple(lost))

    def _joined(self, first: RowLine, more: RowLine) -> RowLine:
        if len(first.cells) != len(more.cells):
            self.report.add(
                problems.ROW_LENGTH.at(
                    more.span,
                    related=(Related(first.span, Wording("wiersz kontynuowany", "the row it continues")),),
                    found=len(more.cells),
                    wanted=len(first.cells),
                )
            )
            return first
        cells = tuple(a.joined(b) for a, b in zip(first.cells, more.cells, strict=True))
        return RowLine(first.span.to(more.span), cells, more=False)
