"""Verbs on the exchange with the THTG Integrator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.errors import FileError
from dekret.packs.library import Library
from dekret.packs.thtg.by import ThtgBy
from dekret.text.diagnostic import Diagnostic

if TYPE_CHECKING:
    from dekret.packs.outcome import Refused
    from dekret.packs.thtg.config import Tested
    from dekret.packs.thtg.contractors import Contractors
    from dekret.packs.thtg.invoices import Invoices
    from dekret.text.report import Report


@dataclass(frozen=True, slots=True)
class ThtgText:
    """A record for Optima as JSON, and what is to be said of it all the same; whether it is new there."""

    text: str
    remarks: tuple[Diagnostic, ...]
    creates: bool = False


def check_thtg_config(path: Path, standard_input: IO[bytes]) -> Tested:
    """What is wrong with a `config.json` of ThtgEsb; `-` is standard input. Raises `FileError`."""
    from dekret.packs.thtg.config import read_config

    if str(path) == "-":
        return read_config("-", standard_input.read())
    try:
        return read_config(str(path), path.read_bytes())
    except OSError as error:
        raise FileError.reading(path, error) from error


def open_thtg_contractors(rules: Library, by: ThtgBy) -> tuple[Contractors, Report]:
    """What finds contractors of the Integrator on file, and what is wrong with its map. Raises `UsageError`."""
    from dekret.packs.thtg.contractors import Contractors

    found = Contractors(rules, by)
    return found, found.report


def open_thtg_invoices(rules: Library, by: ThtgBy, mode: int) -> tuple[Invoices, Report]:
    """What makes documents of invoices of the Integrator, and what is wrong with its maps. Raises `UsageError`.

    `mode` is 1 (elements without categories) or 2 (accounts split into categories).
    """
    from dekret.packs.thtg.invoices import Invoices, Mode

    found = Invoices(rules, by, (Mode.ELEMENTS, Mode.CATEGORIES)[mode - 1])
    return found, found.report


def run_thtg(
    of: Contractors | Invoices, files: Sequence[Path], standard_input: IO[bytes]
) -> Iterator[ThtgText | Refused]:
    """What becomes of every record of files, in order; `-` is standard input. Raises `FileError`."""
    from dekret.model.documents import ALL_DOCUMENTS
    from dekret.packs.outcome import Refused
    from dekret.packs.thtg.contractors import Sent

    for item in of.run(files, standard_input):
        if isinstance(item, Refused):
            yield item
        elif isinstance(item, Sent):
            yield ThtgText(item.text, item.remarks, item.contractor.action == "create")
        else:
            yield ThtgText(ALL_DOCUMENTS.encode(item.document).decode(), item.remarks)
