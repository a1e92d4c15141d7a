"""A file shown by a format: every field of every record with its name, its raw text and its value."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from dekret.bank.field import Written
from dekret.model.payments import KIND_WORDS
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording

if TYPE_CHECKING:
    from dekret.bank.nodes import Position
    from dekret.bank.read import ReadCell, ReadRecord, ReadValue

HEADER = (
    Wording("Lp", "No"),
    Wording("Pole", "Field"),
    Wording("W pliku", "In the file"),
    Wording("Znaczy", "Means"),
)


def table(number: int, record: ReadRecord, language: Language) -> str:
    """A record as a table under its title."""
    rows = [
        [
            str(place),
            cell_text(name_of(cell.position, language)),
            cell_text(_visible(cell.raw)),
            cell_text(meaning(cell)),
        ]
        for place, cell in enumerate(record.cells, start=1)
    ]
    title = title_of(number, record, language)
    return title + "\n" + "\n".join(titled([word.in_(language) for word in HEADER], rows)) + "\n"


_AROUND = {"header": Wording("Nagłówek", "Header"), "footer": Wording("Stopka", "Footer")}


def title_of(number: int, record: ReadRecord, language: Language) -> str:
    """`Rekord 1, wiersz 1, bajt 0 (zwykły, ZUS)`"""
    row = record.rows[0]
    if record.part != "record":
        name = _AROUND[record.part].in_(language)
        return Wording(f"{name}, wiersz {row.line}", f"{name}, line {row.line}").in_(language)
    kinds = ", ".join(KIND_WORDS[kind].pl if language == "pl" else KIND_WORDS[kind].en for kind in record.kinds)
    if len(record.kinds) == len(KIND_WORDS):
        kinds = Wording("każdy rodzaj", "any kind").in_(language)
    words = Wording(
        f"Rekord {number}, wiersz {row.line}, bajt {row.offset} ({kinds})",
        f"Record {number}, line {row.line}, byte {row.offset} ({kinds})",
    )
    return words.in_(language)


def name_of(position: Position, language: Language) -> str:
    """The name of the field of a position."""
    return position.field.word.pl if language == "pl" else position.field.word.en


def meaning(cell: ReadCell) -> str:
    """The value of a cell as a person writes it; nothing where it is just the text."""
    return "" if cell.position.field.written in (Written.CONSTANT, Written.IGNORED) else shown_value(cell.value)


def shown_value(value: ReadValue) -> str:
    """A value as a person writes it: 2026-01-15, 1 234,50.

    >>> shown_value(Decimal("1234.50"))
    '1 234,50'
    """
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:,}".replace(",", " ").replace(".", ",")
        case dt.date():
            return value.isoformat()
        case _:
            return value


def _visible(text: str) -> str:
    """The text with what a table would swallow made visible."""
    return text.replace("\t", "→").replace("\n", "↵").replace("\r", "")
