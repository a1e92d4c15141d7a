"""Keys for what stands around the lines: header and footer by count or pattern, rows of other types, odd lengths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dekret.bank.fields import CONSTANT
from dekret.bank.sniff.cells import masks_of, plain_cell
from dekret.bank.sniff.frame import Frame, is_summary
from dekret.bank.sniff.header import constant_text
from dekret.bank.sniff.proposal import Guess, HeaderCell
from dekret.bank.sniff.rows import Row, Table, is_line
from dekret.expr.collation import matcher
from dekret.text.wording import Wording

_SPECIAL = re.compile(r"[%_\[\]\"'„”“\x00-\x1f\xa0]")
_LONGEST = 60
_FEW_ROWS = 2
_MOST_PATTERNS = 6
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Around:
    """Keys of [Ogólne] and the guesses they rest on; the cells of a header that [Nagłówek] lays out."""

    keys: tuple[tuple[str, str], ...]
    guesses: tuple[Guess, ...]
    header: tuple[HeaderCell, ...] = ()


def around_of(frame: Frame, table: Table) -> Around:
    """What a format says of the rows around the lines of a sample."""
    parts = [_header(frame, table), _footer(frame), _between(frame, table), *_lengths(frame, table)]
    return Around(
        tuple(key for part in parts for key in part.keys),
        tuple(guess for part in parts for guess in part.guesses),
        parts[0].header,
    )


def like(text: str) -> str:
    """A LIKE pattern of rows that begin with a text; what patterns or rule files take otherwise is any character.

    >>> like('"Data_op";[PLN]')
    '_Data_op_;_PLN_%'
    """
    return _SPECIAL.sub("_", text[:_LONGEST]) + "%"


def _quoted(pattern: str) -> str:
    return f'"{pattern}"'


def _tells(pattern: str, others: Sequence[Row]) -> bool:
    """Whether a pattern has letters to go by and none of the other rows fits it."""
    fits = matcher(pattern, None)
    return fits is not None and len(_LETTERS.findall(pattern)) > 3 and not any(fits(row.text) for row in others)


_HEADER = Wording("nagłówek", "header")


def _header(frame: Frame, table: Table) -> Around:
    rows = frame.header
    if not rows:
        return Around((), (Guess(_HEADER, Wording("brak", "none"), 95, _FIRST),))
    count = len(rows)
    value = Wording(f"wierszy: {count}", f"rows: {count}")
    if count == 1 and table.separator and len(rows[0].cells) == frame.width and any(frame.titles):
        cells = tuple(HeaderCell(CONSTANT, constant_text(cell.text), cell.quoted) for cell in rows[0].cells)
        why = Wording("jeden wiersz przed pierwszą operacją, z tyloma polami co ona", "one row, with as many fields")
        return Around((), (Guess(_HEADER, value, 95, why),), cells)
    pattern = like(rows[-1].text)
    if count > _FEW_ROWS and _tells(pattern, rows[:-1]):
        why = Wording("długi nagłówek kończy się wierszem, który go poznaje", "a row tells where the long header ends")
        check = Wording(
            "Gdy zmieni się ostatni wiersz nagłówka, popraw wzorzec.",
            "Where the last row of the header changes, correct the pattern.",
        )
        return Around((("nagłówek do", _quoted(pattern)),), (Guess(_HEADER, value, 90, why, check),))
    why = Wording("tyle wierszy stoi przed pierwszą operacją", "so many rows stand before the first line")
    check = Wording("Sprawdź, czy w innych plikach jest ich tyle samo.", "Are there as many in other files?")
    return Around((("wierszy nagłówka", str(count)),), (Guess(_HEADER, value, 80, why, check),))


_FIRST = Wording("pierwszy wiersz jest operacją", "the first row is a line")


_FOOTER = Wording("stopka", "footer")


def _footer(frame: Frame) -> Around:
    rows = frame.footer
    if not rows:
        return Around((), ())
    value = Wording(f"wierszy: {len(rows)}", f"rows: {len(rows)}")
    pattern = _label(rows[0])
    if _tells(pattern, (*frame.lines, *frame.between)):
        why = Wording("za operacjami stoi wiersz, który poznaje stopkę", "a row behind the lines tells the footer")
        return Around((("stopka od", _quoted(pattern)),), (Guess(_FOOTER, value, 90, why),))
    why = Wording("tyle wierszy stoi za ostatnią operacją", "so many rows stand behind the last line")
    check = Wording("Sprawdź, czy w innych plikach jest ich tyle samo.", "Are there as many in other files?")
    return Around((("wierszy stopki", str(len(rows))),), (Guess(_FOOTER, value, 75, why, check),))


def _label(row: Row) -> str:
    """A pattern of the words that a row begins with, up to its first digit."""
    found = re.match(r"\D*", row.text)
    assert found
    return like(found[0].rstrip("+-"))


def _between(frame: Frame, table: Table) -> Around:
    """Patterns of the rows between the lines that are no lines."""
    if not frame.between:
        return Around((), ())
    patterns: dict[str, None] = {}
    left: list[Row] = []
    for row in frame.between:
        patterns_of = _patterns(row, frame, table)
        pattern = next((each for each in patterns_of if each in patterns or _apart(each, frame)), None)
        if pattern is None or (len(patterns) >= _MOST_PATTERNS and pattern not in patterns):
            left.append(row)
        else:
            patterns[pattern] = None
    value = Wording(f"wierszy: {len(frame.between)}", f"rows: {len(frame.between)}")
    why = Wording("stoją między operacjami, a nie mają takich pól jak one", "they stand between lines, unlike them")
    check = Wording("Sprawdź, czy to na pewno nie są operacje.", "Are they no lines indeed?")
    if left:
        lines = ", ".join(str(row.line) for row in left[:5])
        check = Wording(f"Nieprzeczytane zostaną wiersze {lines}: zobacz, co to jest.", f"Lines {lines} stay unread.")
    keys = (("pomijaj wiersze", ", ".join(map(_quoted, patterns))),) if patterns else ()
    what = Wording("wiersze pomijane", "rows passed over")
    return Around(keys, (Guess(what, value, 40 if left else 75, why, check),))


def _patterns(row: Row, frame: Frame, table: Table) -> Iterator[str]:
    """Patterns for a row: that of a header that comes again, of its first field, of its first words.

    None for one that has a date and an amount and is no balance: it is a line that something is wrong with. Nor is a
    date a pattern, as all lines of that day would be passed over.
    """
    if is_line(row) and not is_summary(row):
        return
    if any(row.text == header.text for header in frame.header):
        yield like(row.text)
    first = row.cells[0].text
    if first.strip() and table.separator and len(row.cells) > 1 and not masks_of(plain_cell(first)):
        yield like(row.text[: row.text.find(table.separator, len(first)) + 1])
    yield _label(row)


def _apart(pattern: str, frame: Frame) -> bool:
    """Whether a pattern fits no line."""
    fits = matcher(pattern, None)
    return fits is not None and len(pattern.strip("%_ ;,|")) > 0 and not any(fits(row.text) for row in frame.lines)


def _lengths(frame: Frame, table: Table) -> Iterator[Around]:
    """Rows that end early, or go on."""
    if table.widths:
        lengths = {len(row.text) for row in frame.lines}
        if len(lengths) > 1:
            yield _key(
                "krótsze wiersze", Wording("spacje na końcu wierszy są obcięte", "blanks at the ends are cut off")
            )
        return
    lengths = {len(row.cells) for row in frame.lines}
    if min(lengths) < frame.width:
        yield _key("krótsze wiersze", Wording("niektóre wiersze kończą się wcześniej", "some rows end early"))
    if max(lengths) > frame.width:
        yield _key(
            "dłuższe wiersze", Wording("niektóre wiersze mają na końcu puste pola", "some rows have more fields")
        )


def _key(key: str, why: Wording) -> Around:
    return Around(((key, "tak"),), (Guess(Wording(key, key), Wording("tak", "yes"), 80, why),))
