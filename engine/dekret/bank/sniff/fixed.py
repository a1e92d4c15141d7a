"""Fields of fixed width: where they begin, told by dates and accounts at one place, by columns of blanks, by shapes."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dekret.bank.charsets import UTF8, Charset
from dekret.bank.sniff.cells import MASKS, account_in, mask_of, masks_of
from dekret.bank.sniff.rows import Cell, Row, Table, is_line, lines_of

_TIGHT = tuple(mask for mask in MASKS if "MM" in mask)
_LENGTHS = sorted({len(mask) for mask in _TIGHT})
_WIDEST = 400
_LONGEST = 1 << 12
"""A row that is longer does not tell where fields begin: all others are filled up to it."""
_NRB = 26
_LONG_DIGITS = 6
_MANY = 8
_NEARLY_ALL = 0.9
_MORE = "\0"
"""Stands for the second and further bytes of a character, so that places are those of bytes."""


def fixed_width(text: str, charset: Charset) -> Table | None:
    """The sample by fields of fixed width, in bytes; None where its rows have no dates at one place."""
    given = lines_of(text)
    lines = [(number, _in_bytes(line, charset)) for number, line in given]
    found = _dates([line for _, line in lines if len(line) <= _LONGEST])
    if found is None:
        return None
    place, mask, matching = found
    cuts = _cuts(matching, place, mask)
    longest = max(map(len, matching))
    widths = tuple(end - start for start, end in pairwise([*cuts, longest]))
    pairs = zip(given, lines, strict=True)
    rows = tuple(Row(line, number, tuple(_cells(spread, cuts))) for (number, line), (_, spread) in pairs)
    table = Table(rows, "", "", widths)
    return table if any(map(is_line, rows)) else None


def _cells(line: str, cuts: Sequence[int]) -> Iterator[Cell]:
    for start, end in pairwise([*cuts, len(line)]):
        yield Cell(line[start : max(start, end)].replace(_MORE, "").strip())


def _in_bytes(line: str, charset: Charset) -> str:
    """A line with as many characters as it has bytes."""
    if charset is not UTF8 or line.isascii():
        return line
    return "".join(letter + _MORE * (len(letter.encode(errors="replace")) - 1) for letter in line)


def _dates(lines: Sequence[str]) -> tuple[int, str, list[str]] | None:
    """The place at which most rows have a date, its mask, and those rows."""
    best: tuple[int, bool, int, int] | None = None
    width = min(max(map(len, lines), default=0), _WIDEST)
    for start in range(width):
        counts = Counter(
            mask
            for length in _LENGTHS
            for line in lines
            for mask in masks_of(line[start : start + length])
            if len(mask) == length
        )
        for rank, mask in enumerate(_TIGHT):
            count = counts[mask]
            found = count, "RRRR" in mask, -start, -rank
            if count and (best is None or found > best):
                best = found
    if best is None or best[0] * 3 < len(lines):
        return None
    place, mask = -best[2], _TIGHT[-best[3]]
    return place, mask, [line for line in lines if mask in masks_of(line[place : place + len(mask)])]


def _cuts(lines: Sequence[str], place: int, mask: str) -> list[int]:
    """Where fields begin."""
    longest = max(map(len, lines))
    padded = [line.ljust(longest) for line in lines]
    taken = list(_known(padded, place, mask, longest))
    cuts = {0, *(edge for start, end in taken for edge in (start, end) if edge < longest)}
    inside = {index for start, end in taken for index in range(start, end)}
    columns = ["".join(column) for column in zip(*padded, strict=True)]
    shapes = "".join(map(_shape, columns))
    gap = 1 if len(lines) >= _MANY else 2
    cuts |= {found.end() for found in re.finditer(rf" {{{gap},}}", shapes) if found.end() < longest}
    for found in re.finditer("d+", shapes):
        if found.end() - found.start() >= _LONG_DIGITS:
            cuts |= {found.start(), found.end()} - {longest}
    cuts |= {index for index, (one, other) in enumerate(pairwise(shapes), start=1) if {one, other} == {"a", "d"}}
    kept = {cut for cut in cuts if cut not in inside or any(cut == start for start, _ in taken)}
    # a field of blanks alone belongs to the one before it
    ordered = sorted(kept)
    edges = [*ordered, longest]
    return [cut for cut, end in pairwise(edges) if cut == 0 or shapes[cut:end].strip()]


def _known(lines: Sequence[str], place: int, mask: str, longest: int) -> Iterator[tuple[int, int]]:
    """Stretches that are accounts, or dates as the main one, in nearly every row."""
    taken = set(range(place, place + len(mask)))
    yield place, place + len(mask)
    for length, fits in ((_NRB, _is_account), (len(mask), lambda text: _is_date(text, mask))):
        for start in range(longest - length + 1):
            span = range(start, start + length)
            if taken.isdisjoint(span) and _nearly_all(fits, [line[start : start + length] for line in lines]):
                taken |= set(span)
                yield start, start + length


def _nearly_all(fits: Callable[[str], bool], texts: Sequence[str]) -> bool:
    """Whether most texts fit; the others are given up as soon as they do not."""
    spare = (1 - _NEARLY_ALL) * len(texts)
    for text in texts:
        if not fits(text):
            spare -= 1
            if spare < 0:
                return False
    return True


def _is_account(text: str) -> bool:
    return text.isdigit() and bool(account_in(text))


def _is_date(text: str, mask: str) -> bool:
    return mask_of(mask).read(text) is not None and mask in masks_of(text)


def _shape(column: str) -> str:
    """Blank, digits, letters, or anything, as all characters of a column are."""
    if not column.strip():
        return " "
    if all(letter in "0123456789+-" for letter in column):
        return "d"
    return "a" if column.isalpha() else "m"
