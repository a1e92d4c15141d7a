"""Verbs on the exchange with the THTG Integrator."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.errors import FileError

if TYPE_CHECKING:
    from dekret.packs.thtg.config import Tested


def check_thtg_config(path: Path, standard_input: IO[bytes]) -> Tested:
    """What is wrong with a `config.json` of ThtgEsb; `-` is standard input. Raises `FileError`."""
    from dekret.packs.thtg.config import read_config

    if str(path) == "-":
        return read_config("-", standard_input.read())
    try:
        return read_config(str(path), path.read_bytes())
    except OSError as error:
        raise FileError.reading(path, error) from error
