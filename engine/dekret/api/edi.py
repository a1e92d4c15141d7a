"""Verbs on the exchange of documents in Comarch EDI."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dekret.packs.edi.by import ExchangeBy
from dekret.packs.library import Library

if TYPE_CHECKING:
    from dekret.edi.received import BuyerCode
    from dekret.packs.edi.cards import NewGoods
    from dekret.packs.edi.export import Exporter
    from dekret.packs.edi.importer import Importer
    from dekret.store.files import OutputFolder


def open_edi_export(rules: Library, by: ExchangeBy) -> Exporter:
    """What makes files of documents. Raises `UsageError` where the rules do not tell whose they are."""
    from dekret.packs.edi.export import Exporter

    return Exporter(rules, by)


def open_edi_import(rules: Library, by: ExchangeBy) -> Importer:
    """What makes documents of files. Raises `UsageError` where the rules do not tell whose they are."""
    from dekret.packs.edi.importer import Importer

    return Importer(rules, by)


def card_rows(goods: Sequence[NewGoods], codes: Sequence[BuyerCode]) -> str:
    """What an import adds to the company's file, as rows of its tables."""
    from dekret.packs.edi.cards import card_rows

    return card_rows(goods, codes)


def open_output_folder(path: Path) -> OutputFolder:
    """A folder whose files are kept all together. Raises `FileError`."""
    from dekret.store.files import OutputFolder

    return OutputFolder(path)
