"""Verbs on the exchange of documents in Comarch EDI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dekret.packs.edi.by import ExportBy
from dekret.packs.library import Library

if TYPE_CHECKING:
    from dekret.packs.edi.export import Exporter
    from dekret.store.files import OutputFolder


def open_edi_export(rules: Library, by: ExportBy) -> Exporter:
    """What makes files of documents. Raises `UsageError` where the rules do not tell whose they are."""
    from dekret.packs.edi.export import Exporter

    return Exporter(rules, by)


def open_output_folder(path: Path) -> OutputFolder:
    """A folder whose files are kept all together. Raises `FileError`."""
    from dekret.store.files import OutputFolder

    return OutputFolder(path)
