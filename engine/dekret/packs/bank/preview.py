"""A bank file shown by a format, as text or as a page with a colour for every field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, TYPE_CHECKING

from dekret.bank.preview import HEADER, meaning, name_of, table, title_of
from dekret.bank.read import Reader, ReadRecord, Unread
from dekret.packs.bank.statements import diagnostic_of
from dekret.render.html import page
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Language, Wording

if TYPE_CHECKING:
    from dekret.bank.check import CheckedFormat
    from dekret.bank.read import ReadCell

_COLOURS = 6


@dataclass(frozen=True, slots=True)
class Preview:
    """The first records of a file by a format, and whether there are more."""

    file: str
    format: str
    records: tuple[ReadRecord | Unread, ...]
    more: bool

    def numbered(self) -> Iterator[tuple[int, ReadRecord | Unread]]:
        """The records with their numbers; header and footer do not count."""
        number = 0
        for item in self.records:
            number += not isinstance(item, ReadRecord) or item.part == "record"
            yield number, item

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong with the rows that could not be read."""
        return [diagnostic_of(item, self.file) for item in self.records if isinstance(item, Unread)]


def preview(checked: CheckedFormat, name: str, stream: IO[bytes], limit: int) -> Preview:
    """The first records of a file of rows."""
    found = Reader(checked).read(stream, around=True)
    records = tuple(islice(found, limit))
    about = f"{checked.format.symbol}: {checked.format.name}"
    return Preview(name, about, records, next(found, None) is not None)


def as_text(shown: Preview, language: Language) -> Iterator[str]:
    """The records as tables; rows that could not be read are left to the report."""
    for number, item in shown.numbered():
        if isinstance(item, ReadRecord):
            yield table(number, item, language) + "\n"
    if shown.more:
        yield MORE.in_(language) + "\n"


MORE = Wording("Dalszych rekordów nie pokazano (--limit).", "Further records are not shown (--limit).")


def as_html(shown: Preview, language: Language) -> str:
    """The records as a page that stands alone."""
    records = [_record(number, item, shown.file, language) for number, item in shown.numbered()]
    return page(
        "bank/preview.html",
        {
            "language": language,
            "file": shown.file,
            "about": shown.format,
            "header": [word.in_(language) for word in HEADER],
            "records": records,
            "left_out": MORE.in_(language) if shown.more else "",
        },
    )


def _record(number: int, item: ReadRecord | Unread, file: str, language: Language) -> dict[str, object]:
    if isinstance(item, Unread):
        found = diagnostic_of(item, file)
        title = Wording(f"Wiersz {item.row.line}", f"Line {item.row.line}").in_(language)
        pieces = [{"text": item.row.text, "colour": None, "name": ""}]
        failed, remedy = found.message.in_(language), found.remedy.in_(language)
        return {"title": title, "pieces": pieces, "failed": failed, "remedy": remedy, "cells": []}
    cells = [
        {
            "number": place,
            "colour": place % _COLOURS,
            "name": name_of(cell.position, language),
            "raw": cell.raw,
            "meaning": meaning(cell),
        }
        for place, cell in enumerate(item.cells, start=1)
    ]
    title = title_of(number, item, language)
    return {"title": title, "pieces": list(_pieces(item, language)), "failed": "", "remedy": "", "cells": cells}


def _pieces(record: ReadRecord, language: Language) -> Iterator[dict[str, object]]:
    """The rows cut at the fields, each piece with its colour; what stands between has none."""
    for index, row in enumerate(record.rows):
        if index:
            yield {"text": "\n", "colour": None, "name": ""}
        place = 0
        for number, cell in _numbered(record, index):
            yield {"text": row.text[place : cell.start], "colour": None, "name": ""}
            name = name_of(cell.position, language)
            yield {"text": row.text[cell.start : cell.end], "colour": number % _COLOURS, "name": name}
            place = cell.end
        yield {"text": row.text[place:], "colour": None, "name": ""}


def _numbered(record: ReadRecord, row: int) -> Iterator[tuple[int, ReadCell]]:
    return ((number, cell) for number, cell in enumerate(record.cells, start=1) if cell.row == row)
