"""Which rows of a sample are lines of a statement, and which stand before, after and between them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dekret.bank.sniff.cells import has_time, is_amount_like, is_odd_amount, masks_of, plain_cell
from dekret.bank.sniff.rows import Row, Table, is_line
from dekret.text.nearest import plain

_SUMMARY = re.compile(
    r"(saldo|bilans|suma|razem|lacznie|ogolem|obroty|podsumowanie|total|sum|opening balance|closing balance|balance)"
    r"(\W*(poczatkowe|koncowe|otwarcia|zamkniecia|ksiegowe|dostepne|przed|po|na dzien|na koniec|uznan|obciazen|operacji"
    r"|wplywow|wyplywow|kwot|wn|ma|obrotow|liczba|strony|transakcji|of|at|debits|credits|amount)\b.*|\W*)"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A sample as lines of a statement and what stands around them. `width` is how many fields a line has.

    `date` is the column whose dates tell lines from other rows; `titles` are the names of columns, where a row before
    the lines has them.
    """

    header: tuple[Row, ...]
    lines: tuple[Row, ...]
    between: tuple[Row, ...]
    footer: tuple[Row, ...]
    width: int
    date: int
    titles: tuple[str, ...]

    @property
    def several_rows(self) -> bool:
        """Whether each line is followed by the same number of other rows: it takes several."""
        gaps = {after.line - before.line for before, after in pairwise(self.lines)}
        return len(self.lines) > 2 and len(gaps) == 1 and len(self.between) >= len(self.lines) - 1


def frame_of(table: Table) -> Frame | None:
    """The rows of a table by what they are; None where none is a line."""
    candidates = [row for row in table.rows if is_line(row) and not is_summary(row)]
    if not candidates:
        return None
    width = _width(candidates)
    date = _date_column([row for row in candidates if len(row.cells) == width], width)
    chosen = {id(row) for row in candidates if len(row.cells) == width and _dated(row, date)}
    chosen |= {id(row) for row in candidates if len(row.cells) != width and _dated(row, date) and _alike(row, width)}
    chosen -= set(_otherwise([row for row in candidates if id(row) in chosen], width))
    places = [index for index, row in enumerate(table.rows) if id(row) in chosen]
    if not places:
        return None
    first, last = places[0], places[-1]
    header, inner, footer = table.rows[:first], table.rows[first : last + 1], table.rows[last + 1 :]
    lines = tuple(row for row in inner if id(row) in chosen)
    between = tuple(row for row in inner if id(row) not in chosen)
    return Frame(header, lines, between, footer, width, date, _titles(header, width))


def _otherwise(rows: Sequence[Row], width: int) -> Iterator[int]:
    """Rows with a date in a mask that others do not have in its column: a summary, not a line."""
    for index in range(width):
        masks = [masks_of(plain_cell(row.cell(index))) for row in rows]
        common = Counter(mask for each in masks for mask in each).most_common(1)
        if common and common[0][1] * 2 > len(rows):
            yield from (id(row) for row, each in zip(rows, masks, strict=True) if each and common[0][0] not in each)


def _width(candidates: Sequence[Row]) -> int:
    counts = Counter(len(row.cells) for row in candidates)
    return max(counts, key=lambda width: (counts[width], width))


def _alike(row: Row, width: int) -> bool:
    """Whether a row differs from lines of this width by nothing but missing or empty fields at its end."""
    if len(row.cells) < width:
        return len(row.cells) * 2 > width
    return not any(cell.text.strip() for cell in row.cells[width:])


def _dated(row: Row, column: int) -> bool:
    text = plain_cell(row.cell(column))
    return bool(masks_of(text)) or has_time(text)


def _date_column(rows: Sequence[Row], width: int) -> int:
    """The column with most dates; with a plain date rather than one with time, with separators rather than without."""

    def rank(index: int) -> tuple[int, int, int, int]:
        texts = [plain_cell(row.cell(index)) for row in rows]
        masks = Counter(mask for text in texts for mask in masks_of(text))
        alike = max(masks.values(), default=0)
        timed = sum(map(has_time, texts))
        apart = sum(not text.isdigit() for text in texts if masks_of(text))
        return alike + timed, apart + timed, apart, -index

    return max(range(width), key=rank)


def is_summary(row: Row) -> bool:
    """Whether a row is a balance or a sum, not a line: one of its first texts says so.

    >>> from dekret.bank.sniff.rows import Cell
    >>> [is_summary(Row("", 1, (Cell("2026-01-31"), Cell(text)))) for text in ("Saldo końcowe:", "Suma ubezpieczenia")]
    [True, False]
    """
    texts = [cell.text for cell in row.cells if cell.text.strip()]
    words = [text for text in texts if not masks_of(plain_cell(text)) and not _number(text)]
    return any(_SUMMARY.fullmatch(plain(text)) for text in words[:2]) and len(words) < 4


def _number(text: str) -> bool:
    text = plain_cell(text)
    return is_amount_like(text) or is_odd_amount(text)


def _titles(header: Sequence[Row], width: int) -> tuple[str, ...]:
    """The names of columns: those of the nearest row before the lines that has as many texts, and no number."""
    for row in reversed(header):
        texts = [cell.text.strip() for cell in row.cells]
        named = [text for text in texts if text]
        if abs(len(texts) - width) > 1 or len(named) * 2 < width or len(named) < 2:
            continue
        if not any(_number(text) or masks_of(text) for text in named):
            return tuple([*texts, ""][:width])
    return ("",) * width
