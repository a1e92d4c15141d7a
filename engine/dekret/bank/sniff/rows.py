"""The rows of a sample taken apart: by the character between fields, the one around texts, or by fixed widths."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dekret.bank.sniff.cells import has_time, is_amount_like, is_odd_amount, masks_of, plain_cell

SEPARATORS = (";", "\t", ",", "|")
DELIMITERS = ('"', "'")
_LONGEST_ROW = 20
"""Lines that one row may take: beyond, a quote was opened and never closed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a field, and whether it stood in delimiters."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its text, its number among the lines of the sample, its fields."""

    text: str
    line: int
    cells: tuple[Cell, ...]

    def cell(self, index: int) -> str:
        """The text of a field; nothing where the row is too short."""
        return self.cells[index].text if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sample taken apart. `separator` is empty where `widths` part the fields."""

    rows: tuple[Row, ...]
    separator: str
    delimiter: str
    widths: tuple[int, ...] = ()


def lines_of(text: str) -> list[tuple[int, str]]:
    r"""The lines that are not empty, with their numbers.

    >>> lines_of("a\r\n\r\nb")
    [(1, 'a'), (3, 'b')]
    """
    found = enumerate(re.split("\r\n|\n|\r", text), start=1)
    return [(number, line) for number, line in found if line.strip(" \x1a")]


def separated(text: str) -> Table | None:
    """The sample by the separator that gives most rows with a date and an amount; None where none does."""
    lines = lines_of(text)
    best: tuple[tuple[int, int], Table] | None = None
    for separator in SEPARATORS:
        delimiter = _delimiter(lines, separator)
        found = tuple(_rows(lines, separator, delimiter))
        score = _score(found)
        if score[0] and (best is None or score > best[0]):
            best = score, Table(found, separator, delimiter)
    return best[1] if best else None


def _score(rows: Sequence[Row]) -> tuple[int, int]:
    """How many rows have a date and an amount as fields of their own, and the commonest number of fields of those."""
    counts = Counter(len(row.cells) for row in rows if is_line(row))
    return (counts.total(), counts.most_common(1)[0][0]) if counts else (0, 0)


def is_line(row: Row) -> bool:
    """Whether a row has a date in one field and an amount in another."""
    texts = [plain_cell(cell.text) for cell in row.cells]
    dates = sum(bool(masks_of(text)) or has_time(text) for text in texts)
    amounts = sum(is_amount_like(text) or is_odd_amount(text) for text in texts)
    both = sum(bool(masks_of(text)) and is_amount_like(text) for text in texts)
    return bool(dates and amounts) and dates + amounts - both > 1


def _delimiter(lines: Sequence[tuple[int, str]], separator: str) -> str:
    """The character that stands around fields, seen at either end of some of them; nothing where there is none."""
    text = "\n".join(line for _, line in lines)
    mark = re.escape(separator)
    found = {
        each: len(re.findall(rf"(?:^|{mark}) *{each}[^{each}\n]*{each} *(?={mark}|$)", text, re.MULTILINE))
        for each in DELIMITERS
    }
    best = max(DELIMITERS, key=lambda each: found[each])
    return best if found[best] else ""


def _rows(lines: Sequence[tuple[int, str]], separator: str, delimiter: str) -> Iterator[Row]:
    """The rows; one goes on in the next line while a delimiter is open."""
    place = 0
    while place < len(lines):
        first, text = lines[place]
        taken = 1
        while _open(text, delimiter) and taken < _LONGEST_ROW and place + taken < len(lines):
            text += "\n" + lines[place + taken][1]
            taken += 1
        if _open(text, delimiter):
            text, taken = lines[place][1], 1
        yield Row(text, first, fields(text, separator, delimiter))
        place += taken


def _open(text: str, delimiter: str) -> bool:
    return bool(delimiter) and text.count(delimiter) % 2 == 1


def fields(text: str, separator: str, delimiter: str) -> tuple[Cell, ...]:
    """The fields of a row, as the reader of formats takes it apart; a doubled delimiter is one of the text.

    >>> [cell.text for cell in fields("1;'a;''b';2", ";", "'")]
    ['1', "a;'b", '2']
    """
    found: list[Cell] = []
    place = 0
    pattern = _quoted(separator, delimiter) if delimiter else None
    while True:
        match = pattern.match(text, place) if pattern else None
        if match:
            found.append(Cell(match[1].replace(delimiter * 2, delimiter), quoted=True))
            after = match.end()
        else:
            end = text.find(separator, place)
            after = end if end >= 0 else len(text)
            found.append(Cell(text[place:after]))
        if after >= len(text):
            return tuple(found)
        place = after + len(separator)


def _quoted(separator: str, delimiter: str) -> re.Pattern[str]:
    mark = re.escape(separator)
    return re.compile(rf" *{delimiter}((?:[^{delimiter}]|{delimiter}{delimiter})*){delimiter} *(?={mark}|\Z)")
