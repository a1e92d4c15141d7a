"""A rule file written the one way: pasted characters made plain, words spelt right, tables aligned.

Comments and the order of everything stay as they are, and so does what a cell holds: wide blanks and invisible
characters are gone once a line is read (`lines.trimmed`), a tabulator inside a text is a part of it. Formatting
twice changes nothing more, and a formatted file reads as the file it was made from.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from dekret.syntax.lines import WIDE_BLANKS, read_lines
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
from dekret.syntax.schema import Field, Language, SectionSchema, Word, find
from dekret.syntax.structure import is_delimiter
from dekret.text.nearest import plain
from dekret.text.source import Source, Span
from dekret.text.table import column_widths, delimiter_line, table_line

_PLAIN = {
    **dict.fromkeys("’‘′‚‛´`", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    **dict.fromkeys("–—−‐‑", "-"),
    **dict.fromkeys(WIDE_BLANKS, " "),
}
_SPACES = re.compile(r"[^\S\n]+")


def without_pasted(source: Source, pasted: Sequence[Span]) -> Source:
    """The source with pasted quotes, dashes and blanks replaced by those of a keyboard."""
    parts: list[str] = []
    done = 0
    for span in pasted:
        if span.start >= done:
            parts.append(source.text[done : span.start])
            parts.append("".join(_PLAIN.get(c, c) for c in span.text))
            done = span.end
    parts.append(source.text[done:])
    return Source(source.name, "".join(parts), source.encoding, source.newline)


def format_source(source: Source, languages: Sequence[Language]) -> str:
    """The text of a rule file as it should be; lines that are no lines stay untouched."""
    return _Printer(languages).printed(read_lines(source))


class _Printer:
    """Prints line after line; knows the language and section it is in, and gathers the rows of a table."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self.languages = languages
        self.language: Language | None = None
        self.section: SectionSchema | None = None
        self.last_key: Field[object] | None = None
        self.out: list[str] = []
        self.table: list[Line] = []
        self.continued: frozenset[int] = frozenset()

    def printed(self, lines: Sequence[Line]) -> str:
        self.continued = _continued(lines)
        for line in lines:
            if isinstance(line, RowLine) or (self.table and isinstance(line, Blank | Comment)):
                self.table.append(line)
                continue
            self._flush()
            self._line(line)
        self._flush()
        while self.out and not self.out[-1]:
            self.out.pop()
        return "\n".join(self.out) + "\n" if self.out else ""

    def _line(self, line: Line) -> None:
        match line:
            case Blank():
                self._blank()
            case Comment():
                self.out.append(line.text)
            case HeaderLine():
                self._header(line)
            case SectionLine():
                self._section(line)
            case EntryLine():
                self._entry(line)
            case MoreLine():
                self.out.append(f"… {line.value.text}".rstrip())
            case TextLines() if line.closed:
                content = line.content.text
                self.out.append(f'"""\n{content}\n"""' if content else '"""\n"""')
            case TextLines() | Junk():
                self.out.append(line.span.text.rstrip())
            case RowLine():
                raise AssertionError("rows are gathered")

    def _blank(self) -> None:
        if self.out and self.out[-1]:
            self.out.append("")

    def _apart(self) -> None:
        """A blank line before what comes, unless a comment belongs to it."""
        if self.out and not self.out[-1].startswith("#"):
            self._blank()

    def _header(self, line: HeaderLine) -> None:
        word = find([language.keyword for language in self.languages], line.keyword.text)
        self.language = next((known for known in self.languages if known.keyword is word), None)
        self.section = None
        self._apart()
        rest = f" {line.rest.text}" if line.rest else ""
        self.out.append(f'{_spelt(word, line.keyword)} "{line.symbol.text}"{rest}')

    def _section(self, line: SectionLine) -> None:
        sections = self.language.sections if self.language else ()
        word = find([schema.word for schema in sections], line.name.text)
        self.section = next((schema for schema in sections if schema.word is word), None)
        self._apart()
        rest = f" {line.rest.text}" if line.rest else ""
        self.out.append(f"[{_spelt(word, line.name)}]{rest}")

    def _entry(self, line: EntryLine) -> None:
        fields = self.section.keys if self.section else self.language.preamble if self.language else ()
        word = find([field.word for field in fields], line.key.text)
        field = next((known for known in fields if known.word is word), None)
        value = _tidy(None if id(line) in self.continued else field, line.value)
        # an unknown key keeps what is invisible in it: without that its line may be one of another kind
        key = _spelt(word, line.key) if word else _SPACES.sub(" ", line.span.text.partition("=")[0].strip())
        self.out.append(f"{key} = {value}".rstrip())

    def _flush(self) -> None:
        """Prints the rows gathered so far, aligned with each other, and what stands between them."""
        trailing: list[Line] = []
        while self.table and not isinstance(self.table[-1], RowLine):
            trailing.insert(0, self.table.pop())
        rows = [line for line in self.table if isinstance(line, RowLine)]
        if rows:
            self._table(rows)
        self.table = []
        for line in trailing:
            self._line(line)

    def _table(self, rows: list[RowLine]) -> None:
        columns = self.section.columns if self.section else ()
        words = [find([column.word for column in columns], cell.text) for cell in rows[0].cells]
        fields = [next((c for c in columns if c.word is word), None) for word in words]
        dashes = next((row for row in rows[1:2] if is_delimiter(cell.text for cell in row.cells)), None)
        printed: dict[int, list[str]] = {}
        for row in rows:
            if row is rows[0] and not row.more:
                printed[id(row)] = [_spelt(w, c) for w, c in zip(words, row.cells, strict=True)]
            elif row is not dashes:
                printed[id(row)] = _cells(row, fields, rows)
        escaped = {key: [cell.replace("|", "\\|") for cell in cells] for key, cells in printed.items()}
        widths = column_widths(list(escaped.values()))
        for line in self.table:
            if isinstance(line, Comment):
                self._line(line)
            elif isinstance(line, RowLine) and line is not dashes:
                self.out.append(table_line(escaped[id(line)], widths))
            if line is rows[0]:
                self.out.append(delimiter_line(widths[: len(rows[0].cells)]))


def _continued(lines: Sequence[Line]) -> frozenset[int]:
    """Entries whose value goes on in a later line, by identity: what stands in one line is no whole expression."""
    found: set[int] = set()
    last: EntryLine | None = None
    for line in lines:
        if isinstance(line, MoreLine) and last:
            found.add(id(last))
        elif not isinstance(line, Blank | Comment):
            last = line if isinstance(line, EntryLine) else None
    return frozenset(found)


def _cells(row: RowLine, fields: Sequence[Field[object] | None], rows: Sequence[RowLine]) -> list[str]:
    """The cells of a row; one that is continued, or continues another, is no whole expression and is left alone."""
    place = next(index for index, other in enumerate(rows) if other is row)
    following = list(takewhile(lambda other: other.more, rows[place + 1 :]))
    cells: list[str] = []
    for index, cell in enumerate(row.cells):
        field = fields[index] if index < len(fields) else None
        continued = row.more or any(index < len(other.cells) and other.cells[index].text for other in following)
        cells.append(_tidy(None if continued else field, cell))
    if row.more:
        cells[0] = f"… {cells[0]}".rstrip()
    return cells


def _tidy(field: Field[object] | None, cell: Cell) -> str:
    return field.kind.tidy(cell.text) if field else cell.text


def _spelt(word: Word | None, cell: Cell) -> str:
    """A keyword in its right spelling, in the language in which it was written."""
    if word is None:
        return _SPACES.sub(" ", cell.text)
    return word.en if plain(cell.text) == plain(word.en) != plain(word.pl) else word.pl
