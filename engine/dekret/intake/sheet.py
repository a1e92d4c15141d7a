"""Payments of a spreadsheet saved as CSV: one payment a line, the titles of its columns in the first line.

Titles are those of `leaves`; columns are parted by `;`, a tab or `,`, whichever reads the first line best. A cell never
goes over several lines, so that a quote without its fellow costs one line and not the rest of the file.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Generic, cast

from dekret.intake import problems
from dekret.intake.family_problems import reason_of
from dekret.intake.read import unknown_format, with_remarks
from dekret.intake.received import Line, R, Received, Rejected
from dekret.model.base import Record
from dekret.model.family import Family
from dekret.model.faults import FieldError, Path, read_record, required_of
from dekret.model.leaves import Leaf, leaves_of, put
from dekret.syntax import cells
from dekret.syntax import problems as rules
from dekret.syntax.lines import INVISIBLE, WIDE_BLANKS
from dekret.syntax.schema import Field, Word, advice, find
from dekret.text.diagnostic import Diagnostic
from dekret.text.encoding import read_blocks
from dekret.text.source import Source, Span
from dekret.text.wording import Wording, listed

_DELIMITERS = (";", "\t", ",")
_SEVERAL = "|"
_BLANKS = str.maketrans({**dict.fromkeys(WIDE_BLANKS, " "), **dict.fromkeys(INVISIBLE, "")})
"""Spreadsheets part thousands with blanks that are no plain ones."""
_APPROXIMATE = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)
"""What a spreadsheet makes of a long number that it took for an amount: 6,11E+25."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """The columns of a file as its first line names them.

    `width` is how many cells that line has, the empty ones at its end too: every other has as many.
    """

    family: Family[R]
    delimiter: str
    columns: tuple[Leaf, ...]
    titles: tuple[str, ...]
    width: int


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What is wrong with a cell, told by the way to its field."""

    path: Path
    title: str
    reason: Wording
    remedy: Wording


def read_sheet(name: str, lines: Iterable[bytes], family: Family[R]) -> Iterator[Received[R] | Rejected]:
    """The records of a family of one member, as a stream; a file whose first line names no columns is refused."""
    sheet: Sheet[R] | None = None
    for source, found in read_blocks(name, lines):
        remarks = found
        if found and not source.text:
            yield Rejected(found)
            return
        for number, text in enumerate(source.text.split("\n"), start=source.first_line):
            if not text.strip():
                continue
            line = Source(name, text, first_line=number)
            if sheet is None:
                header = _sheet(line, family)
                if isinstance(header, Rejected):
                    yield with_remarks(header, remarks, source.encoding)
                    return
                sheet = header
            elif item := _row(sheet, line):
                yield with_remarks(item, remarks, source.encoding)
                remarks = ()


@cache
def _columns(model: type[Record]) -> dict[Word, Leaf]:
    """The columns that a spreadsheet of such records may have."""
    return {leaf.field.word: leaf for leaf in leaves_of(model, separator=_SEVERAL)}


def _sheet(line: Source, family: Family[R]) -> Sheet[R] | Rejected:
    """The columns of a file, or what is wrong with their titles."""
    (model,) = family.models.values()
    known = _columns(cast("type[Record]", model))
    readings = [(delimiter, _titles(line.text, delimiter)) for delimiter in _DELIMITERS]
    fits = [sum(find(known, title) is not None for title in titles) for _, titles in readings]
    if not any(fits):
        return unknown_format(line, family)
    delimiter, titles = readings[fits.index(max(fits))]
    words = [find(known, title) for title in titles]
    places = _places(line, delimiter)
    found = list(_wrong_titles(titles, words, places, known))
    found += _missing_columns(model, words, known, line, {advice(title, known).meant for title in titles})
    if found:
        return Rejected(tuple(found))
    return Sheet(family, delimiter, tuple(known[word] for word in words if word), titles, len(places))


def _titles(text: str, delimiter: str) -> tuple[str, ...]:
    """The titles of a first line without the empty ones at its end; none where it cannot be parted so."""
    titles = _plain_cells(text, delimiter) or []
    while titles and not titles[-1]:
        titles.pop()
    return tuple(titles)


def _wrong_titles(
    titles: tuple[str, ...], words: list[Word | None], places: list[Span], known: dict[Word, Leaf]
) -> Iterator[Diagnostic]:
    for index, (title, word) in enumerate(zip(titles, words, strict=True)):
        if word is None:
            near = advice(title, known)
            yield rules.UNKNOWN_COLUMN.at(places[index], word=title, advice=near.near, known=near.known)
        elif word in words[:index]:
            yield rules.COLUMN_REPEATED.at(places[index], word=title)


def _missing_columns(
    model: type[Record], words: list[Word | None], known: dict[Word, Leaf], line: Source, guessed: set[Word | None]
) -> Iterator[Diagnostic]:
    """The columns without which no line can be read; not those that a misspelt one probably stands for."""
    for word, leaf in known.items():
        if len(leaf.path) == 1 and leaf.path[0] in required_of(model) and word not in words and word not in guessed:
            title = Wording(word.pl, word.en)
            yield rules.MISSING_COLUMN.at(line.span(0, len(line.text)), word=title, doc=_holds(leaf.field))


def _holds(field: Field[object]) -> Wording:
    """What a column holds, for a sentence."""
    words = field.kind.words
    if not words:
        return field.kind.name
    return Wording(listed([word.pl for word in words]), listed([word.en for word in words]))


def _row(sheet: Sheet[R], line: Source) -> Received[R] | Rejected | None:
    """The record of a line, or what is wrong with it; None where all its cells are empty."""
    written = _plain_cells(line.text, sheet.delimiter)
    if written is None:
        return Rejected((problems.SHEET_QUOTES.at(line.span(0, len(line.text))),))
    if not any(written):
        return None
    if len(written) != sheet.width or any(written[len(sheet.columns) :]):
        return Rejected((_other_width(sheet, line, len(written)),))
    data: dict[str, object] = {}
    wrong = [found for leaf, text in zip(sheet.columns, written, strict=False) if (found := _cell(data, leaf, text))]
    result = read_record(data, sheet.family)
    if isinstance(result, tuple):
        said = [each.path for each in wrong]
        wrong += [_of_field(error) for error in result if error.path not in said]
    if wrong or isinstance(result, tuple):
        return Rejected(tuple(_diagnostics(sheet, line, wrong)))
    return Received(result, sheet.family.encode(result), Line(line.name, line.first_line, line.text.encode()))


def _other_width(sheet: Sheet[R], line: Source, count: int) -> Diagnostic:
    separator = Wording("tabulacji", "of a tab") if sheet.delimiter == "\t" else f"„{sheet.delimiter}”"
    place = line.span(0, len(line.text))
    return problems.SHEET_COLUMNS.at(place, count=count, expected=sheet.width, separator=separator)


def _cell(data: dict[str, object], leaf: Leaf, text: str) -> _Wrong | None:
    """Puts what a cell holds into the data of a record, or tells what is wrong with it."""
    if not text:
        return None
    title = leaf.field.word.pl
    parsed = leaf.field.kind.read(text)
    for finding in parsed.findings:
        said = finding.at(Source("", text).span())
        return _Wrong(leaf.path, title, said.message, said.remedy)
    value = parsed.value
    if leaf.field.kind is cells.TEXT and _APPROXIMATE.fullmatch(text):
        return _Wrong(leaf.path, title, problems.DIGITS_LOST.fill({"text": text}), problems.AS_TEXT)
    if leaf.money and isinstance(value, Decimal) and _places_of(value) > 2:
        return _Wrong(leaf.path, title, _sentence(problems.FAULTS["places"]), problems.WITH_BLANKS)
    put(data, leaf, value)
    return None


def _places_of(value: Decimal) -> int:
    """Decimal places as written, zeros at the end with them."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def _of_field(error: FieldError) -> _Wrong:
    return _Wrong(error.path, error.title, _sentence(reason_of(error)), problems.CORRECT_CELL)


def _sentence(reason: Wording) -> Wording:
    return Wording(f"{reason.pl}.", f"{reason.en}.")


def _diagnostics(sheet: Sheet[R], line: Source, wrong: list[_Wrong]) -> Iterator[Diagnostic]:
    """What is wrong with the cells of a line, from left to right."""
    places = _places(line, sheet.delimiter)
    by_path: dict[Path, int] = {leaf.path: index for index, leaf in enumerate(sheet.columns)}
    found = []
    for each in wrong:
        ways = (each.path[:end] for end in range(len(each.path), 0, -1))
        index = next((by_path[way] for way in ways if way in by_path), len(sheet.columns))
        found.append((index, each))
    for index, each in sorted(found, key=lambda pair: pair[0]):
        known = index < len(sheet.columns)
        place = places[index] if known else line.span(0, len(line.text))
        title = sheet.titles[index] if known else each.title
        yield problems.SHEET_CELL.at(place, column=title, reason=each.reason, remedy=each.remedy)


# --- cells


def _plain_cells(text: str, delimiter: str) -> list[str] | None:
    """The cells of a line, without quotes and blanks around them; None where a quote has no fellow."""
    try:
        (found,) = csv.reader([text], delimiter=delimiter, strict=True, skipinitialspace=True)
    except csv.Error:
        return None
    return [cell.translate(_BLANKS).strip() for cell in found]


def _places(line: Source, delimiter: str) -> list[Span]:
    """Where the cells of a line stand, quotes and all."""
    cell = re.compile(rf'( *"(?:[^"]|"")*"[^{delimiter}]*|[^{delimiter}]*)(?:{delimiter}|$)')
    found: list[Span] = []
    place = 0
    while place <= len(line.text) and (match := cell.match(line.text, place)):
        found.append(line.span(*match.span(1)))
        place = match.end() if match.end() > match.end(1) else len(line.text) + 1
    return found
