"""From definitions to checked fields, by the tables of a language. The one reader of all languages."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from dekret.syntax import cells, problems
from dekret.syntax.nodes import Cell, Definition, Entry, Row, Section, Table
from dekret.syntax.schema import CellKind, Field, Language, SectionSchema, Word, advice, find
from dekret.text.diagnostic import Diagnostic, Finding, Problem, Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

T = TypeVar("T")

DESCRIPTION = Field(
    Word("opis", "description"), cells.TEXT, Wording("do czego służy definicja", "what the definition is for")
)
VALID_FROM = Field(
    Word("obowiązuje od", "valid from"),
    cells.DATE,
    Wording("pierwszy dzień, w którym obowiązuje", "the first day on which it holds"),
)
VALID_UNTIL = Field(
    Word("obowiązuje do", "valid until"),
    cells.DATE,
    Wording("ostatni dzień, w którym obowiązuje", "the last day on which it holds"),
)
BASIS = Field(Word("podstawa", "basis"), cells.TEXT, Wording("podstawa prawna", "the legal basis"))
LANGUAGE_VERSION = Field(
    Word("język", "language"), cells.TEXT, Wording("wersja języka definicji", "version of the language")
)
COMMON: tuple[Field[object], ...] = (DESCRIPTION, VALID_FROM, VALID_UNTIL, BASIS, LANGUAGE_VERSION)
"""Keys that every definition may have right under its header."""


@dataclass(slots=True)
class Record:
    """Fields that were filled in: the keys of a section, or one row of a table."""

    span: Span
    cells: dict[Field[object], Cell] = field(default_factory=dict)
    values: dict[Field[object], object] = field(default_factory=dict)

    def get(self, wanted: Field[T]) -> T | None:
        """The value of a field; None where it was left empty or is wrong."""
        return cast("T | None", self.values.get(wanted))

    def cell(self, wanted: Field[object]) -> Cell | None:
        """Where the value of a field stands; None where it was left empty."""
        return self.cells.get(wanted)

    def place(self, wanted: Field[object]) -> Span:
        """The span of a field, or of the whole record where the field is empty."""
        cell = self.cells.get(wanted)
        return cell.span if cell else self.span


@dataclass(slots=True)
class Part:
    """One section as it was filled in."""

    span: Span
    keys: Record
    rows: list[Record] = field(default_factory=list)
    text: Cell | None = None
    unquoted: bool = False
    """Whether its text lost its quotes, which was told: nothing else is to be said of it."""
    lost: Mapping[Field[object], tuple[str, ...]] = field(default_factory=dict)
    """The texts of rows of a wrong length, by their columns: what such a row names need not be said to be missing."""

    def codes(self, wanted: Field[str]) -> frozenset[str]:
        """What stands in a column of the rows of a wrong length, in small letters."""
        return frozenset(text.casefold() for text in self.lost.get(wanted, ()))


@dataclass(slots=True)
class Reading:
    """A definition as it was filled in; sections that are missing are there, empty."""

    span: Span
    symbol: Cell
    preamble: Record
    parts: dict[SectionSchema, Part]

    def part(self, schema: SectionSchema) -> Part:
        return self.parts[schema]

    def over(self, base: "Reading") -> "Reading":
        """This definition with whatever it leaves out taken from another: keys one by one, tables and texts whole."""
        parts = {schema: _over(part, base.part(schema), self) for schema, part in self.parts.items()}
        return Reading(self.span, self.symbol, self.preamble, parts)

    def hold_within(self, since: dt.date | None, until: dt.date | None) -> None:
        """Sets the validity where the definition itself says nothing of it."""
        for field_, day in ((VALID_FROM, since), (VALID_UNTIL, until)):
            if day is not None:
                self.preamble.values.setdefault(field_, day)

    def holds_on(self, day: dt.date) -> bool:
        """Whether the definition is valid on a day."""
        return validity_holds(self.valid_from, self.valid_until, day)

    @property
    def valid_from(self) -> dt.date | None:
        return self.preamble.get(VALID_FROM)

    @property
    def valid_until(self) -> dt.date | None:
        return self.preamble.get(VALID_UNTIL)


def _over(part: Part, base: Part, whole: Reading) -> Part:
    if part.span is whole.span:
        return base
    keys = Record(
        part.keys.span, {**base.keys.cells, **part.keys.cells}, {**_inherited(part.keys, base.keys), **part.keys.values}
    )
    return Part(part.span, keys, part.rows or base.rows, part.text or base.text)


def _inherited(own: Record, base: Record) -> dict[Field[object], object]:
    """The values that a record takes over: an empty cell of its own takes none."""
    return {field_: value for field_, value in base.values.items() if field_ not in own.cells}


def validity_holds(since: dt.date | None, until: dt.date | None, day: dt.date) -> bool:
    """Whether a day lies between two dates, both included, either of them open."""
    return (since is None or since <= day) and (until is None or day <= until)


def read_definition(definition: Definition, language: Language, report: Report, pasted: list[Span]) -> Reading:
    """The fields of a definition; what is wrong with them goes to the report, pasted characters to their list."""
    return _Reader(language, report, pasted).reading(definition)


def not_lines(section: Section) -> Iterator[Diagnostic]:
    """The lines of a section that are nothing a rule file knows."""
    return (problems.NOT_A_LINE.at(span) for span in section.loose)


class _Reader:
    def __init__(self, language: Language, report: Report, pasted: list[Span]) -> None:
        self.language = language
        self.report = report
        self.pasted = pasted
        self.guessed: set[Word] = set()
        """Words that a misspelt one probably stands for; that they are missing need not be said, too."""

    def reading(self, definition: Definition) -> Reading:
        preamble_keys = (*self.language.preamble, *COMMON)
        preamble = self._keys(definition.preamble.entries, preamble_keys, definition.preamble.span)
        self._no_tables_or_texts(definition.preamble)
        self._required_keys(preamble, self.language.preamble)
        self._validity(preamble)
        parts = self._parts(definition)
        for schema in self.language.sections:
            if schema not in parts:
                if schema.required and schema.word not in self.guessed:
                    doc = schema.doc
                    self.report.add(
                        problems.MISSING_SECTION.at(definition.symbol.span, word=_word(schema.word), doc=doc)
                    )
                parts[schema] = Part(definition.span, Record(definition.span))
        return Reading(definition.span, definition.symbol, preamble, parts)

    def _validity(self, preamble: Record) -> None:
        since, until = preamble.get(VALID_FROM), preamble.get(VALID_UNTIL)
        if since and until and until < since:
            place = preamble.place(VALID_UNTIL)
            self.report.add(problems.VALIDITY_REVERSED.at(place, since=str(since), until=str(until)))

    def _parts(self, definition: Definition) -> dict[SectionSchema, Part]:
        parts: dict[SectionSchema, Part] = {}
        by_word = {schema.word: schema for schema in self.language.sections}
        for section in definition.sections:
            assert section.name
            word = find(by_word, section.name.text)
            if word is None:
                self._unknown(problems.UNKNOWN_SECTION, section.name, by_word)
                self.report.extend(not_lines(section))
            elif by_word[word] in parts:
                first = Related(parts[by_word[word]].span, Wording("pierwsza z nich", "the first one"))
                self.report.add(problems.SECTION_REPEATED.at(section.name.span, related=(first,), word=_word(word)))
                self.report.extend(not_lines(section))
            else:
                parts[by_word[word]] = self._part(section, by_word[word])
        return parts

    def _part(self, section: Section, schema: SectionSchema) -> Part:
        assert section.name
        entries, unquoted = section.entries, self._unquoted(section, schema)
        if unquoted:
            self.report.add(problems.TEXT_WITHOUT_QUOTES.at(unquoted, word=_word(schema.word)))
            return Part(section.name.span, Record(section.name.span), unquoted=True)
        self.report.extend(not_lines(section))
        part = Part(section.name.span, self._keys(entries, schema.keys, section.name.span))
        self._required_keys(part.keys, schema.keys)
        if schema.columns:
            for extra in section.tables[1:]:
                self.report.add(problems.SECOND_TABLE.at(extra.header.span))
            if section.tables:
                placed = self._header(section.tables[0].header, schema.columns)
                part.rows = list(self._rows(section.tables[0], placed))
                part.lost = _lost(section.tables[0], placed)
        else:
            self._no_tables(section)
        if schema.text and section.texts:
            part.text = self._text(section.texts[0], schema.content)
        texts = section.texts[1:] if schema.text else section.texts
        self.report.extend(problems.TEXT_NOT_EXPECTED.at(text.span) for text in texts)
        return part

    def _unquoted(self, section: Section, schema: SectionSchema) -> Span | None:
        """The first line of a text whose quotes are missing: where a text belongs there are lines, and no text."""
        if not schema.text or schema.keys or schema.columns or section.texts:
            return None
        lines = [*(entry.key.span for entry in section.entries), *section.loose]
        lines += [table.span for table in section.tables]
        return min(lines, key=lambda span: span.start, default=None)

    def _text(self, written: Cell, kind: CellKind[str] | None) -> Cell:
        if kind is None:
            return written
        parsed = kind.read(written.text)
        self._findings(written, parsed.findings)
        return replace(written, text=parsed.value) if parsed.value is not None else written

    def _unknown(self, problem: Problem, written: Cell, words: Collection[Word]) -> None:
        known = advice(written.text, words)
        if known.meant:
            self.guessed.add(known.meant)
        listed = known.known if words else Wording("żadnych", "none")
        self.report.add(problem.at(written.span, word=written.text, advice=known.near, known=listed))

    def _no_tables_or_texts(self, section: Section) -> None:
        self._no_tables(section)
        self.report.extend(problems.TEXT_NOT_EXPECTED.at(text.span) for text in section.texts)

    def _no_tables(self, section: Section) -> None:
        with_table = [schema.word for schema in self.language.sections if schema.columns]
        known = Wording(", ".join(w.pl for w in with_table), ", ".join(w.en for w in with_table))
        self.report.extend(problems.TABLE_NOT_EXPECTED.at(table.header.span, known=known) for table in section.tables)

    def _keys(self, entries: Sequence[Entry], fields: Sequence[Field[object]], span: Span) -> Record:
        record = Record(span)
        by_word = {field_.word: field_ for field_ in fields}
        for entry in entries:
            word = find(by_word, entry.key.text)
            if word is None:
                self._unknown(problems.UNKNOWN_KEY, entry.key, by_word)
            elif by_word[word] in record.cells:
                first = Related(record.cells[by_word[word]].span, Wording("pierwszy z nich", "the first one"))
                self.report.add(problems.KEY_REPEATED.at(entry.key.span, related=(first,), word=_word(word)))
            else:
                self._value(record, by_word[word], entry.value)
        return record

    def _required_keys(self, record: Record, fields: Sequence[Field[object]]) -> None:
        for field_ in fields:
            if field_.required and field_ not in record.cells and field_.word not in self.guessed:
                self.report.add(problems.MISSING_KEY.at(record.span, word=_word(field_.word), doc=field_.doc))
            elif field_.required and field_ in record.cells and not record.cells[field_].text:
                self._missing_value(record.cells[field_].span, field_)

    def _rows(self, table: Table, placed: Sequence[Field[object] | None]) -> Iterator[Record]:
        for row in table.rows:
            record = Record(row.span)
            for field_, cell in zip(placed, row.cells, strict=True):
                if field_ is None:
                    continue
                if cell.text:
                    self._value(record, field_, cell)
                elif field_.required:
                    self._missing_value(cell.span, field_)
            yield record

    def _header(self, header: Row, columns: Sequence[Field[object]]) -> list[Field[object] | None]:
        """The field of every column of a table; None for one that is unknown."""
        placed: list[Field[object] | None] = []
        by_word = {column.word: column for column in columns}
        for cell in header.cells:
            word = find(by_word, cell.text)
            column = by_word[word] if word else None
            if word is None:
                self._unknown(problems.UNKNOWN_COLUMN, cell, by_word)
            elif column in placed:
                self.report.add(problems.COLUMN_REPEATED.at(cell.span, word=_word(word)))
                column = None
            placed.append(column)
        for column in columns:
            if column.required and column not in placed and column.word not in self.guessed:
                self.report.add(problems.MISSING_COLUMN.at(header.span, word=_word(column.word), doc=column.doc))
        return placed

    def _missing_value(self, span: Span, field_: Field[object]) -> None:
        self.report.add(problems.MISSING_VALUE.at(span, word=_word(field_.word), doc=field_.doc))

    def _value(self, record: Record, field_: Field[object], cell: Cell) -> None:
        record.cells[field_] = cell
        if not cell.text:
            return
        parsed = field_.kind.read(cell.text)
        if parsed.value is not None:
            record.values[field_] = parsed.value
        self._findings(cell, parsed.findings)

    def _findings(self, cell: Cell, findings: Iterable[Finding]) -> None:
        for finding in findings:
            place = cell.place(finding.start, finding.end)
            if finding.problem is problems.PASTED_CHARACTERS:
                self.pasted.append(place)
            else:
                self.report.add(finding.at(place))


def _lost(table: Table, placed: Sequence[Field[object] | None]) -> dict[Field[object], tuple[str, ...]]:
    pairs = [(field_, cell.text) for row in table.lost for field_, cell in zip(placed, row.cells, strict=False)]
    fields = {field_ for field_, _ in pairs if field_}
    return {field_: tuple(text for own, text in pairs if own == field_) for field_ in fields}


def _word(word: Word) -> Wording:
    return Wording(word.pl, word.en)
