"""What the rows above the lines say of the statement: own account, balances, period, currency, number.

They are looked for as names with values to the right of them: `Rachunek;61 1140 …`, `Saldo początkowe:;1 000,00 PLN`.
A value in the same field as its name, or below it, has no place in a format and is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from dekret.bank.fields import CONSTANT, field_named
from dekret.bank.numbers import CURRENCIES
from dekret.bank.sniff.cells import account_in, is_amount_like, mask_of, masks_of, number_forms, plain_cell
from dekret.bank.sniff.columns import Columns
from dekret.bank.sniff.frame import Frame
from dekret.bank.sniff.proposal import Guess, HeaderCell
from dekret.bank.sniff.rows import Cell, Row
from dekret.text.nearest import plain
from dekret.text.wording import Wording

_NAMES = (
    (re.compile(r"rachun|\bkont[oau]\b|\bnrb\b|\biban\b|\baccount\b"), "Pełny numer rachunku własnego"),
    (re.compile(r"(saldo|bilans|stan).*(poczatk|otwarci)|(opening|initial).*balance"), "Saldo początkowe"),
    (re.compile(r"(saldo|bilans|stan).*(koncow|zamknieci)|(closing|final).*balance"), "Saldo końcowe"),
    (re.compile(r"walut|currency"), "Waluta wyciągu"),
    (re.compile(r"\b(nr|numer|number)\b.*(wyciag|statement)|(wyciag|statement).*\b(nr|numer|no)\b"), "Numer wyciągu"),
    (re.compile(r"\bod\b|\bfrom\b|poczatek okresu"), "Wyciąg od dnia"),
    (re.compile(r"\bdo\b|\bto\b|\buntil\b|koniec okresu"), "Wyciąg do dnia"),
)  # fmt: skip
"""Names folded, and the field that the value behind them gives."""
_PERIOD = re.compile(r"\bokres|\bza\b|\bperiod\b|\bdates?\b|\bdaty\b|\bzakres")
_LONGEST_NUMBER = 35


class _Fact(NamedTuple):
    """A value of the header: the places of its row, of its cell and of that of its name, and its field."""

    row: int
    cell: int
    name: int
    field: str


def widened(columns: Columns, frame: Frame) -> Columns:
    """The columns with a separator of thousands where only the balances of the header have one."""
    form = columns.form
    for row in frame.header if form.decimal and not form.thousands else ():
        for name, value in pairwise(plain_cell(cell.text) for cell in row.cells):
            balance = any(pattern.search(plain(name)) for pattern, field in _NAMES if field.startswith("Saldo"))
            found = [each for each in number_forms([value]) if each.decimal == form.decimal and not form.fits(value)]
            if balance and found and is_amount_like(value):
                return replace(columns, form=found[0])
    return columns


def header_of(frame: Frame, columns: Columns) -> tuple[tuple[HeaderCell, ...], tuple[Guess, ...]]:
    """The positions of [Nagłówek] up to the last row with a value, and what they rest on; nothing where there is none.

    Names beside values are constants, so that a header that has changed is told and not misread; all else may change.
    """
    facts: dict[str, _Fact] = {}
    for number, row in enumerate(frame.header):
        for fact in _facts(row, number, columns):
            facts.setdefault(fact.field, fact)
    if not facts:
        return (), ()
    last = max(fact.row for fact in facts.values())
    found = {(fact.row, fact.cell): fact for fact in facts.values()}
    names = {(fact.row, fact.name) for fact in facts.values()}
    cells = tuple(
        HeaderCell(
            field_named(found[place].field) if place in found else CONSTANT,
            constant_text(cell.text) if place in names and place not in found else "",
            cell.quoted,
            begins=place[1] == 0 and place[0] > 0,
        )
        for number, row in enumerate(frame.header[: last + 1])
        for place, cell in (((number, index), cell) for index, cell in enumerate(_filled(row)))
    )
    return cells, (_guess(list(facts.values()), frame),)


def rows_of(cells: tuple[HeaderCell, ...]) -> list[list[HeaderCell]]:
    """Positions of a header row by row."""
    number = 0
    numbered: list[tuple[int, HeaderCell]] = []
    for cell in cells:
        number += cell.begins
        numbered.append((number, cell))
    return [[cell for _, cell in group] for _, group in groupby(numbered, key=lambda pair: pair[0])]


def constant_text(text: str) -> str:
    """The text of a constant, where a cell of a table holds it unchanged; else nothing, and any text will do."""
    plain_ = text.isprintable() and text == text.strip() and "\xa0" not in text and not text.startswith(("…", "..."))
    return text if plain_ else ""


def _filled(row: Row) -> tuple[Cell, ...]:
    """The cells of a row up to the last that is not empty, and one at least."""
    cells = row.cells
    while len(cells) > 1 and not cells[-1].text.strip():
        cells = cells[:-1]
    return cells


def _facts(row: Row, number: int, columns: Columns) -> Iterator[_Fact]:
    name = -1
    since = False
    for index, cell in enumerate(row.cells):
        value = plain_cell(cell.text)
        if not value:
            continue
        field = _field(plain(row.cell(name)), value, columns, since=since) if name >= 0 else ""
        if field:
            yield _Fact(number, index, name, field)
            since = field == "Wyciąg od dnia"
        else:
            name = index


def _field(name: str, value: str, columns: Columns, *, since: bool) -> str:
    """The field of a value behind a name; nothing where the two do not go together."""
    if masks_of(value):
        if mask_of(columns.mask).read(value) is None:
            return ""
        named = next((field for pattern, field in _NAMES[-2:] if pattern.search(name)), "")
        if _PERIOD.search(name) or since:
            return "Wyciąg do dnia" if since else "Wyciąg od dnia"
        return named
    for pattern, field in _NAMES[:-2]:
        if pattern.search(name) and _is_value(field, value, columns):
            return field
    return ""


def _is_value(field: str, value: str, columns: Columns) -> bool:
    match field:
        case "Pełny numer rachunku własnego":
            return bool(account_in(value))
        case "Waluta wyciągu":
            return value.upper() in CURRENCIES
        case "Numer wyciągu":
            return any(map(str.isdigit, value)) and len(value) <= _LONGEST_NUMBER
        case _:
            return columns.form.fits(value)


def _guess(facts: list[_Fact], frame: Frame) -> Guess:
    said = ", ".join(fact.field for fact in facts)
    english = ", ".join(field_named(fact.field).word.en for fact in facts)
    lines = ", ".join(str(frame.header[number].line) for number in sorted({fact.row for fact in facts}))
    return Guess(
        Wording("dane w nagłówku", "facts in the header"),
        Wording(said, english),
        85,
        Wording(f"stoją za swoimi nazwami w wierszach: {lines}", f"they stand behind their names in lines {lines}"),
        Wording(
            "Gdy bank zmieni wiersze nagłówka, odczyt to powie; bez sekcji [Nagłówek] nie czyta się z niego niczego.",
            "Where the bank changes its header, reading says so; without [Nagłówek] nothing of it is read.",
        ),
    )
