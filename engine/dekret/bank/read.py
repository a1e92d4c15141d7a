"""Reading by definition: the rows of a file taken apart into the fields of a format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Literal, TypeAlias

from dekret.bank import file_problems
from dekret.bank.field import Shape, Written
from dekret.bank.frame import Frame, Passed
from dekret.bank.language import Align, Form, Join
from dekret.bank.layout import FieldLayout, RecordLayout, layout_of
from dekret.bank.numbers import amount_and_currency, read_amount
from dekret.bank.rows import FileRow, rows
from dekret.model.payments import KIND_WORDS
from dekret.model.statements import BankLine, StatementFoot, StatementHead
from dekret.values.transfer_titles import joined

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat
    from dekret.bank.nodes import Position
    from dekret.text.diagnostic import Problem
    from dekret.text.wording import Value as Said

ReadValue: TypeAlias = str | Decimal | dt.date | None


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A part of a record: its position, the text as it stands there, its value.

    It stands from `start` to `end` in the row of the number `row` of its record.
    """

    position: Position
    raw: str
    value: ReadValue
    start: int
    end: int
    row: int = 0


Part: TypeAlias = Literal["header", "record", "footer"]


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record, the header or the footer: its rows, the kinds of payment whose shape it has, its cells in order."""

    rows: tuple[FileRow, ...]
    kinds: tuple[str, ...]
    cells: tuple[ReadCell, ...]
    part: Part = "record"

    def values(self) -> dict[str, ReadValue]:
        """The values of fields by their Polish names; of fields of a payment alone."""
        return {cell.position.field.word.pl: cell.value for cell in self.cells if cell.position.field.written is None}


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that could not be read: what is wrong, and at which character of the row."""

    row: FileRow
    problem: Problem
    values: dict[str, Said]
    start: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a row that was read all the same: a warning, and at which character of the row."""

    row: FileRow
    problem: Problem
    values: dict[str, Said]
    start: int


StatementEvent: TypeAlias = StatementHead | BankLine | StatementFoot | Unread | Remark
"""What a reader of statements gives, in the order of the file."""


class UnreadError(Exception):
    """A row cannot be read: what is wrong, and at which character."""

    def __init__(self, problem: Problem, start: int, **values: Said) -> None:
        super().__init__(problem.id)
        self.problem = problem
        self.start = start
        self.values = values
        self.row: FileRow | None = None
        """The row of a record of several that it is about."""


class Reader:
    """Reads files of one format."""

    def __init__(self, checked: CheckedFormat) -> None:
        self.format = checked.format
        self.layouts = _layouts(checked)
        self.header, self.footer = layout_of(checked.header), layout_of(checked.footer)
        stated, footer = checked.format.header_lines, checked.format.footer_lines
        self.header_rows = len(self.header.rows) if stated is None else stated
        self.footer_rows = 0 if checked.format.reading.footer_from else footer or len(self.footer.rows)

    def read(self, stream: IO[bytes], *, around: bool = False) -> Iterator[ReadRecord | Unread]:
        """The records of a file; rows that cannot be read say why. Header and footer are given, too, if `around`."""
        frame = self.frame(stream, Passed())
        header = frame.header()
        if header is None:
            yield self.no_header(frame)
        elif around:
            yield from self.header_of(header)
        held: list[FileRow] = []
        found = frame.records()
        for row in found:
            held.append(row)
            if len(held) > self.footer_rows:
                yield self.record(held.pop(0), held, found)
        frame.end(held)
        if around:
            yield from self.footer_of(frame)

    def frame(self, stream: IO[bytes], passed: Passed) -> Frame:
        """The rows of a file on their way."""
        most = max(len(self.header.rows), len(self.footer.rows))
        return Frame(self.format, rows(stream, self.format), self.header_rows, most, passed)

    def no_header(self, frame: Frame) -> Unread:
        """What is said where the row that ends the header does not come: the file has no records then."""
        until = self.format.reading.header_until
        assert until
        return Unread(frame.last or FileRow("", 1, 0), file_problems.NO_HEADER_END, {"pattern": until.text}, 0)

    def header_of(self, found: list[FileRow]) -> Iterator[ReadRecord | Unread]:
        """The header, where the format has positions for it."""
        return self._around(found[: len(self.header.rows)], self.header, "header")

    def footer_of(self, frame: Frame) -> Iterator[ReadRecord | Unread]:
        """The footer, where the format has positions for it."""
        return self._around(frame.footer[: len(self.footer.rows)], self.footer, "footer")

    def _around(self, found: list[FileRow], layout: RecordLayout, part: Part) -> Iterator[ReadRecord | Unread]:
        """The rows before or after the records."""
        if not found or len(found) != len(layout.rows):
            return
        try:
            cells = self._taken_apart(found, layout)
        except UnreadError as error:
            yield Unread(error.row or found[0], error.problem, error.values, error.start)
        else:
            yield ReadRecord(tuple(found), (), cells, part)

    def record(self, first: FileRow, held: list[FileRow], further: Iterator[FileRow]) -> ReadRecord | Unread:
        """The record that begins with a row; further rows of it are taken from those held, and from the file."""
        taken = [first]

        def row(index: int) -> FileRow | None:
            while len(taken) <= index:
                following = held.pop(0) if held else next(further, None)
                if following is None:
                    return None
                taken.append(following)
            return taken[index]

        failed: UnreadError | None = None
        for layout, kinds in self.layouts:
            used = [each for each in map(row, range(len(layout.rows))) if each]
            try:
                cells = self._taken_apart(used, layout)
            except UnreadError as error:
                failed = failed or error
                continue
            held[:0] = taken[len(layout.rows) :]
            return ReadRecord(tuple(used), kinds, cells)
        assert failed
        held[:0] = taken[1:]
        return Unread(failed.row or first, failed.problem, failed.values, failed.start)

    def _taken_apart(self, used: list[FileRow], layout: RecordLayout) -> tuple[ReadCell, ...]:
        """The cells of a record by a layout; raises where its rows do not have that shape."""
        cells = [
            replace(cell, row=number) if number else cell
            for number, (row, fields) in enumerate(zip(used, layout.rows, strict=False))
            for cell in self._cells(row, fields)
        ]
        if len(used) < len(layout.rows):
            error = UnreadError(file_problems.END_OF_FILE, len(used[-1].text))
            error.row = used[-1]
            raise error
        return tuple(cells)

    def _cells(self, row: FileRow, fields: tuple[FieldLayout, ...]) -> Iterator[ReadCell]:
        try:
            yield from self._cells_of(row, fields)
        except UnreadError as error:
            error.row = row
            raise

    def _cells_of(self, row: FileRow, fields: tuple[FieldLayout, ...]) -> Iterator[ReadCell]:
        if row.bad is not None:
            raise UnreadError(file_problems.BAD_BYTE, row.bad, encoding=self.format.charset.word.pl)
        place = 0
        for index, field in enumerate(fields):
            if self.format.variable:
                if place > len(row.text) and self.format.reading.short_rows and not _required(fields[index:]):
                    return
                text, start, place = self._variable(row.text, place, last=index == len(fields) - 1)
                yield from self._parts(field, text, start)
            else:
                for part in field.parts:
                    text, start, place = self._fixed(row.text, place, part.position)
                    yield self._cell(part.position, text, start)
                if self.format.separators.field and index < len(fields) - 1:
                    place += len(self.format.separators.field)
        if self.format.reading.long_rows:
            return
        if row.text[place:].strip().strip(self.format.separators.field or " "):
            raise UnreadError(file_problems.TOO_MANY_FIELDS, place, fields=len(fields))

    def _variable(self, text: str, place: int, *, last: bool) -> tuple[str, int, int]:
        """The text of a field, where it starts, and where the next one does."""
        separator, delimiter = self.format.separators.field, self.format.separators.delimiter
        if place > len(text):
            raise UnreadError(file_problems.END_OF_FILE, len(text))
        begins = _past_blanks(text, place) if delimiter and separator != " " else place
        if delimiter and text.startswith(delimiter, begins):
            start = begins + len(delimiter)
            found, after = _within(text, start, delimiter, separator)
        else:
            start = place
            end = text.find(separator, place) if separator else -1
            after = end if end >= 0 else len(text)
            found = text[start:after]
        if last:
            return found, start, after
        if after >= len(text) and self.format.reading.short_rows:
            return found, start, after + 1
        if not text.startswith(separator, after) or after >= len(text):
            raise UnreadError(file_problems.NO_SEPARATOR, after)
        return found, start, after + len(separator)

    def _fixed(self, text: str, place: int, position: Position) -> tuple[str, int, int]:
        width = (position.width or 0) * position.lines
        encode = self.format.charset.encode
        end, taken = place, 0
        while end < len(text) and (taken := taken + len(encode(text[end]) or b"")) <= width:
            end += 1
        if len(encode(text[place:end]) or b"") < width and not self.format.reading.short_rows:
            raise UnreadError(file_problems.END_OF_FILE, place)
        return _unfilled(text[place:end], position), place, end

    def _parts(self, field: FieldLayout, text: str, start: int) -> Iterator[ReadCell]:
        """The cells of a field: what stands between part separators, or all of it for the first."""
        separator = self.format.separators.part
        places = [part.position for part in field.parts if part.position.join in (Join.PART, Join.NEW, Join.RECORD)]
        split = bool(separator) and (len(places) > 1 or any(position.lines > 1 for position in places))
        pieces = text.split(separator) if split else [text]
        offset = start
        for position in places:
            if position.lines > 1:
                lines, pieces = pieces[: position.lines], pieces[position.lines :]
                raw = separator.join(lines)
                yield self._cell(position, joined(tuple(lines), position.width or 0), offset, raw)
            else:
                raw, pieces = (pieces[0], pieces[1:]) if pieces else ("", [])
                yield self._cell(position, raw, offset)
            offset += len(raw) + len(separator)
        if pieces and split:
            raise UnreadError(file_problems.TOO_MANY_PARTS, offset, name=_name(field.first.position))

    def _cell(self, position: Position, text: str, start: int, raw: str | None = None) -> ReadCell:
        shown = text if raw is None else raw
        return ReadCell(position, shown, self._value(position, text, start), start, start + len(shown))

    def _value(self, position: Position, text: str, start: int) -> ReadValue:
        """The value of a text by its field; raises where it is none."""
        separators = self.format.separators
        if position.field.written is Written.CONSTANT:
            if position.text and text != self.format.charset.simplified(position.text):
                raise UnreadError(file_problems.OTHER_CONSTANT, start, found=text, expected=position.text)
            return text
        if position.field.written:
            return text
        if not text:
            if position.required and not self.format.use.writes:
                raise UnreadError(file_problems.REQUIRED_EMPTY, start, name=_name(position))
            return text
        match position.field.shape:
            case Shape.DATE:
                assert self.format.dates
                day = self.format.dates.read(text)
                if day is None:
                    raise UnreadError(
                        file_problems.NOT_A_DATE, start, text=text, mask=self.format.dates.text, name=_name(position)
                    )
                return day
            case Shape.AMOUNT | Shape.VAT_AMOUNT | Shape.COUNT:
                vat = position.field.shape is Shape.VAT_AMOUNT
                form = Form.WHOLE if position.field.shape is Shape.COUNT else position.form
                decimal = separators.vat_decimal if vat else separators.decimal
                amount = read_amount(amount_and_currency(text)[0], form, decimal, separators.thousands)
                if amount is None:
                    raise UnreadError(file_problems.NOT_AN_AMOUNT, start, text=text, name=_name(position))
                return amount
            case _:
                return text


def _within(text: str, start: int, delimiter: str, separator: str) -> tuple[str, int]:
    """The text between delimiters that begins at `start`, and where the right one ends.

    A delimiter within it is doubled. Where it is not, as in `"firma "ABC""`, the text goes on to the first one that a
    separator follows, or the end of the row.
    """
    end = text.find(delimiter, start)
    while end >= 0 and text.startswith(delimiter, end + len(delimiter)):
        end = text.find(delimiter, end + 2 * len(delimiter))
    if end >= 0 and (after := _ended(text, end + len(delimiter), separator)) is not None:
        return text[start:end].replace(delimiter * 2, delimiter), after
    first, end = end, text.find(delimiter, start)
    while end >= 0:
        if (after := _ended(text, end + len(delimiter), separator)) is not None:
            return text[start:end], after
        end = text.find(delimiter, end + 1)
    if first < 0:
        raise UnreadError(file_problems.NO_RIGHT_DELIMITER, start - len(delimiter))
    raise UnreadError(file_problems.NO_SEPARATOR, first + len(delimiter))


def _ended(text: str, place: int, separator: str) -> int | None:
    """Where a field ends whose right delimiter stands before a place; None where it does not. Blanks do not count."""
    after = _past_blanks(text, place) if separator != " " else place
    return after if after == len(text) or (separator and text.startswith(separator, after)) else None


def _past_blanks(text: str, place: int) -> int:
    """The first place from here on where no blank stands."""
    while text.startswith(" ", place):
        place += 1
    return place


def _required(fields: tuple[FieldLayout, ...]) -> bool:
    return any(part.position.required for field in fields for part in field.parts)


def _name(position: Position) -> str:
    return position.field.word.pl


def _unfilled(text: str, position: Position) -> str:
    fill = position.fill or " "
    number = position.form is not Form.TEXT
    if position.align is Align.RIGHT or (position.align is None and number):
        return text.lstrip(fill)
    return text.rstrip(fill)


def _layouts(checked: CheckedFormat) -> tuple[tuple[RecordLayout, tuple[str, ...]], ...]:
    """The different shapes of records, each with the kinds of payment that have it."""
    found: dict[RecordLayout, list[str]] = {}
    for kind in (kind for kind in KIND_WORDS if kind in checked.format.kinds):
        found.setdefault(layout_of(checked.of(kind), kind), []).append(kind)
    return tuple((layout, tuple(kinds)) for layout, kinds in found.items())
