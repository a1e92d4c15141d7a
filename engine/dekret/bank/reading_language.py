"""Keys of the language `format` that concern reading alone: what is passed over, how rows vary, which side is which."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from dekret.bank import problems
from dekret.expr.collation import fold, matcher
from dekret.syntax import cells
from dekret.syntax.schema import CellKind, Field, Parsed, Word
from dekret.text.wording import Wording

_QUOTED = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)')\s*(?:,|;|$)""")
_TYPED = str.maketrans("„”“\u00a0", '""" ')


@dataclass(frozen=True, slots=True)
class RowPattern:
    """A pattern of rows as it was written, and what says whether a row fits it; letter case does not matter."""

    text: str
    fits: Callable[[str], bool]


Patterns: TypeAlias = tuple[RowPattern, ...]


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What a format says of reading. Header and footer rows that are given by their number are not here.

    `debits` and `credits` are the texts of `Strona operacji`, folded; `unsigned_out` says that amounts without a sign
    and without a side are money out.
    """

    header_until: RowPattern | None
    footer_from: RowPattern | None
    skipped: Patterns
    short_rows: bool
    long_rows: bool
    debits: frozenset[str]
    credits: frozenset[str]
    unsigned_out: bool


def read_patterns(text: str) -> Parsed[Patterns]:
    """Patterns as LIKE has them, quoted, with commas between; a single one may stand bare.

    >>> [found.text for found in read_patterns('"03;%", "Saldo%"').value], read_patterns("Data;%").value[0].text
    (['03;%', 'Saldo%'], 'Data;%')
    """
    typed = text.translate(_TYPED).strip()
    found: list[str] = []
    place = 0
    while place < len(typed) and (match := _QUOTED.match(typed, place)):
        found.append(match[1] if match[1] is not None else match[2])
        place = match.end()
    if place < len(typed):
        found = [typed]
    patterns = [(each, matcher(each, None)) for each in found]
    if not all(each and fits for each, fits in patterns):
        return Parsed(None, (problems.BAD_ROW_PATTERN.found(0, len(text), text=text),))
    return Parsed(tuple(RowPattern(each, fits) for each, fits in patterns if fits))


def _read_pattern(text: str) -> Parsed[RowPattern]:
    """A single pattern."""
    found = read_patterns(text)
    if found.value and len(found.value) > 1:
        return Parsed(None, (problems.BAD_ROW_PATTERN.found(0, len(text), text=text),))
    return Parsed(found.value[0] if found.value else None, found.findings)


def _read_sides(text: str) -> Parsed[frozenset[str]]:
    """Texts with commas between, as they stand in the field `Strona operacji`."""
    return Parsed(frozenset(fold(part.strip().strip("\"'")) for part in re.split("[,;]", text) if part.strip()))


PATTERN = CellKind(Wording('wzorzec wiersza: "Data;%"', 'pattern of a row: "Data;%"'), _read_pattern)
PATTERNS = CellKind(
    Wording('wzorce wierszy po przecinku: "03;%", "Saldo%"', 'patterns of rows, with commas: "03;%", "Saldo%"'),
    read_patterns,
)
SIDES = CellKind(Wording("teksty po przecinku: D, Wn", "texts, with commas: D, Wn"), _read_sides)

HEADER_UNTIL = Field(
    Word("nagłówek do", "header until"),
    PATTERN,
    Wording(
        "wzorzec wiersza, który kończy nagłówek; pomija się wszystko do niego włącznie",
        "pattern of the row that ends the header; all up to it is passed over",
    ),
)
FOOTER_LINES = Field(
    Word("wierszy stopki", "footer lines"),
    cells.WHOLE,
    Wording("ile wierszy na końcu pliku pominąć", "how many rows at the end of the file are passed over"),
)
FOOTER_FROM = Field(
    Word("stopka od", "footer from"),
    PATTERN,
    Wording(
        "wzorzec wiersza, który zaczyna stopkę; pomija się go i wszystko za nim",
        "pattern of the row that begins the footer; it and all behind it is passed over",
    ),
)
SKIPPED = Field(
    Word("pomijaj wiersze", "skip rows"),
    PATTERNS,
    Wording(
        "wzorce wierszy, które nie są operacjami: rekordy innych typów, powtórzone nagłówki",
        "patterns of rows that are no lines: records of other types, repeated headers",
    ),
)
SHORT_ROWS = Field(
    Word("krótsze wiersze", "shorter rows"),
    cells.FLAG,
    Wording(
        "czy wiersz może skończyć się przed polami, które nie są wymagane (nie)",
        "whether a row may end before fields that are not required (no)",
    ),
)
LONG_ROWS = Field(
    Word("dłuższe wiersze", "longer rows"),
    cells.FLAG,
    Wording("czy wiersz może mieć pola za ostatnią pozycją (nie)", "whether fields may follow the last position (no)"),
)
DEBITS = Field(
    Word("obciążenia", "debits"),
    SIDES,
    Wording(
        "co w polu Strona operacji znaczy wypływ (D, DT, Wn, WN, OBC, DBIT, -)",
        "what means money out in the field Strona operacji",
    ),
)
CREDITS = Field(
    Word("uznania", "credits"),
    SIDES,
    Wording(
        "co w polu Strona operacji znaczy wpływ (C, CR, Ma, MA, UZN, CRDT, +)",
        "what means money in in the field Strona operacji",
    ),
)
UNSIGNED: Field[bool] = Field(
    Word("kwoty bez znaku", "unsigned amounts"),
    cells.choice(
        Wording("uznania albo obciążenia", "credits or debits"),
        {Word("uznania", "credits"): False, Word("obciążenia", "debits"): True},
    ),
    Wording(
        "czym są kwoty, które nie mają znaku ani strony (uznania)", "what amounts without sign and side are (credits)"
    ),
)
KEYS = (HEADER_UNTIL, FOOTER_LINES, FOOTER_FROM, SKIPPED, SHORT_ROWS, LONG_ROWS, DEBITS, CREDITS, UNSIGNED)
"""All keys of this module, in the order of the documentation."""
USUAL_DEBITS = frozenset(map(fold, ("D", "DT", "DR", "Wn", "OBC", "OB", "W", "DBIT", "DEBIT", "-", "Obciążenie")))
USUAL_CREDITS = frozenset(map(fold, ("C", "CR", "Ma", "UZN", "UZ", "M", "CRDT", "CREDIT", "+", "Uznanie")))
