"""Reading by definition: the rows of a file taken apart into the fields of a format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import IO, TYPE_CHECKING, Literal, TypeAlias

from dekret.bank import file_problems
from dekret.bank.field import KIND_WORDS, Shape, Written
from dekret.bank.language import Align, Form, Join
from dekret.bank.layout import FieldLayout, RecordLayout, layout_of
from dekret.bank.numbers import read_amount
from dekret.bank.rows import FileRow, rows
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
    """What is strange about a row that was read all the same: its problem is a warning."""

    row: FileRow
    problem: Problem
    values: dict[str, Said]
    start: int


class _UnreadError(Exception):
    def __init__(self, problem: Problem, start: int, **values: Said) -> None:
        super().__init__(problem.id)
        self.problem = problem
        self.start = start
        self.values = values


class Reader:
    """Reads files of one format."""

    def __init__(self, checked: CheckedFormat) -> None:
        self.format = checked.format
        self.layouts = _layouts(checked)
        self.header, self.footer = layout_of(checked.header), layout_of(checked.footer)
        stated = checked.format.header_lines
        self.header_rows = len(self.header.rows) if stated is None else stated

    def read(self, stream: IO[bytes], *, around: bool = False) -> Iterator[ReadRecord | Unread]:
        """The records of a file; rows that cannot be read say why. Header and footer are given, too, if `around`."""
        found = rows(stream, self.format)
        header = list(islice(found, self.header_rows))
        if around:
            yield from self._around(header, self.header, "header")
        held: list[FileRow] = []
        for row in found:
            held.append(row)
            if len(held) > len(self.footer.rows):
                first = held.pop(0)
                yield self._record(first, held, found)
        if around:
            yield from self._around(held, self.footer, "footer")

    def _around(self, found: list[FileRow], layout: RecordLayout, part: Part) -> Iterator[ReadRecord | Unread]:
        """The rows before or after the records."""
        if not found or len(found) != len(layout.rows):
            return
        try:
            cells = self._taken_apart(found, layout)
        except _UnreadError as error:
            yield Unread(found[0], error.problem, error.values, error.start)
        else:
            yield ReadRecord(tuple(found), (), cells, part)

    def _record(self, first: FileRow, held: list[FileRow], further: Iterator[FileRow]) -> ReadRecord | Unread:
        """The record that begins with a row; further rows of it are taken from those held, and from the file."""
        taken = [first]

        def row(index: int) -> FileRow | None:
            while len(taken) <= index:
                following = held.pop(0) if held else next(further, None)
                if following is None:
                    return None
                taken.append(following)
            return taken[index]

        failed: _UnreadError | None = None
        for layout, kinds in self.layouts:
            used = [each for each in map(row, range(len(layout.rows))) if each]
            try:
                cells = self._taken_apart(used, layout)
            except _UnreadError as error:
                failed = failed or error
                continue
            held[:0] = taken[len(layout.rows) :]
            return ReadRecord(tuple(used), kinds, cells)
        assert failed
        held[:0] = taken[1:]
        return Unread(first, failed.problem, failed.values, failed.start)

    def _taken_apart(self, used: list[FileRow], layout: RecordLayout) -> tuple[ReadCell, ...]:
        """The cells of a record by a layout; raises where its rows do not have that shape."""
        cells = [
            replace(cell, row=number) if number else cell
            for number, (row, fields) in enumerate(zip(used, layout.rows, strict=False))
            for cell in self._cells(row, fields)
        ]
        if len(used) < len(layout.rows):
            raise _UnreadError(file_problems.END_OF_FILE, len(used[-1].text))
        return tuple(cells)

    def _cells(self, row: FileRow, fields: tuple[FieldLayout, ...]) -> Iterator[ReadCell]:
        if row.bad is not None:
            raise _UnreadError(file_problems.BAD_BYTE, row.bad, encoding=self.format.charset.word.pl)
        place = 0
        for index, field in enumerate(fields):
            if self.format.variable:
                text, start, place = self._variable(row.text, place, last=index == len(fields) - 1)
                yield from self._parts(field, text, start)
            else:
                for part in field.parts:
                    text, start, place = self._fixed(row.text, place, part.position)
                    yield self._cell(part.position, text, start)
                if self.format.separators.field and index < len(fields) - 1:
                    place += len(self.format.separators.field)
        if row.text[place:].strip().strip(self.format.separators.field or " "):
            raise _UnreadError(file_problems.TOO_MANY_FIELDS, place, fields=len(fields))

    def _variable(self, text: str, place: int, *, last: bool) -> tuple[str, int, int]:
        """The text of a field, where it starts, and where the next one does."""
        separator, delimiter = self.format.separators.field, self.format.separators.delimiter
        if place > len(text):
            raise _UnreadError(file_problems.END_OF_FILE, len(text))
        if delimiter and text.startswith(delimiter, place):
            start = place + len(delimiter)
            end = start
            while True:
                end = text.find(delimiter, end)
                if end < 0:
                    raise _UnreadError(file_problems.NO_RIGHT_DELIMITER, place)
                if not text.startswith(delimiter, end + len(delimiter)):
                    break
                if text.startswith(separator or "\0", end + 2 * len(delimiter)) or len(text) == end + 2 * len(
                    delimiter
                ):
                    end += len(delimiter)
                    break
                end += 2 * len(delimiter)
            found, after = text[start:end].replace(delimiter * 2, delimiter), end + len(delimiter)
        else:
            start = place
            end = text.find(separator, place) if separator else -1
            after = end if end >= 0 else len(text)
            found = text[start:after]
        if last:
            return found, start, after
        if not text.startswith(separator, after) or after >= len(text):
            raise _UnreadError(file_problems.NO_SEPARATOR, after)
        return found, start, after + len(separator)

    def _fixed(self, text: str, place: int, position: Position) -> tuple[str, int, int]:
        width = (position.width or 0) * position.lines
        encode = self.format.charset.encode
        end, taken = place, 0
        while end < len(text) and (taken := taken + len(encode(text[end]) or b"")) <= width:
            end += 1
        if len(encode(text[place:end]) or b"") < width:
            raise _UnreadError(file_problems.END_OF_FILE, place)
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
            raise _UnreadError(file_problems.TOO_MANY_PARTS, offset, name=_name(field.first.position))

    def _cell(self, position: Position, text: str, start: int, raw: str | None = None) -> ReadCell:
        shown = text if raw is None else raw
        return ReadCell(position, shown, self._value(position, text, start), start, start + len(shown))

    def _value(self, position: Position, text: str, start: int) -> ReadValue:
        """The value of a text by its field; raises where it is none."""
        separators = self.format.separators
        if position.field.written is Written.CONSTANT:
            if position.text and text != self.format.charset.simplified(position.text):
                raise _UnreadError(file_problems.OTHER_CONSTANT, start, found=text, expected=position.text)
            return text
        if position.field.written or not text:
            return text
        match position.field.shape:
            case Shape.DATE:
                assert self.format.dates
                day = self.format.dates.read(text)
                if day is None:
                    raise _UnreadError(
                        file_problems.NOT_A_DATE, start, text=text, mask=self.format.dates.text, name=_name(position)
                    )
                return day
            case Shape.AMOUNT | Shape.VAT_AMOUNT | Shape.COUNT:
                vat = position.field.shape is Shape.VAT_AMOUNT
                form = Form.WHOLE if position.field.shape is Shape.COUNT else position.form
                decimal = separators.vat_decimal if vat else separators.decimal
                amount = read_amount(text, form, decimal, separators.thousands)
                if amount is None:
                    raise _UnreadError(file_problems.NOT_AN_AMOUNT, start, text=text, name=_name(position))
                return amount
            case _:
                return text


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
