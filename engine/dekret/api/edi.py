"""Verbs on the exchange of documents in Comarch EDI."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dekret.edi.prices import Scope
from dekret.packs.edi.by import ExchangeBy, Exported
from dekret.packs.library import Library
from dekret.packs.outcome import Refused

if TYPE_CHECKING:
    from dekret.edi.received import BuyerCode
    from dekret.packs.edi.cards import NewGoods
    from dekret.packs.edi.export import Exporter
    from dekret.packs.edi.importer import Importer
    from dekret.packs.edi.price_file import PriceNotes
    from dekret.store.files import OutputFolder


def open_edi_export(rules: Library, by: ExchangeBy) -> Exporter:
    """What makes files of documents. Raises `UsageError` where the rules do not tell whose they are."""
    from dekret.packs.edi.export import Exporter

    return Exporter(rules, by)


def open_edi_import(rules: Library, by: ExchangeBy) -> Importer:
    """What makes documents of files. Raises `UsageError` where the rules do not tell whose they are."""
    from dekret.packs.edi.importer import Importer

    return Importer(rules, by)


def price_file(exporter: Exporter, party: str, scope: Scope, *, number: str) -> Exported | Refused:
    """The price list for a contractor as a file. Raises `UsageError` for what is not on file."""
    from dekret.packs.edi.price_file import price_file

    return price_file(exporter, party, scope, number=number)


def price_notes(exporter: Exporter, party: str, scope: Scope) -> PriceNotes:
    """What a price list leaves out, and what it rounds. Raises `UsageError` for a contractor that is not on file."""
    from dekret.packs.edi.price_file import price_notes

    return price_notes(exporter, party, scope)


def card_rows(goods: Sequence[NewGoods], codes: Sequence[BuyerCode]) -> str:
    """What an import adds to the company's file, as rows of its tables."""
    from dekret.packs.edi.cards import card_rows

    return card_rows(goods, codes)


def open_output_folder(path: Path) -> OutputFolder:
    """A folder whose files are kept all together. Raises `FileError`."""
    from dekret.store.files import OutputFolder

    return OutputFolder(path)


def is_of_another(path: Path, exported: Exported) -> bool:
    """Whether a file that would be replaced is of another document than the one exported. Raises `FileError`."""
    from dekret.packs.edi.replaced import is_of_another

    return is_of_another(path, exported.text)
