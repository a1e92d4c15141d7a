"""The files a command writes: none of them is one that it reads, nor another that it writes."""

from collections.abc import Iterable
from pathlib import Path

from dekret import api


def files_read(files: Iterable[Path], rules: api.Library) -> set[Path]:
    """The files that a command reads, those of the rules among them; `-` is none."""
    return {path.resolve() for path in files if str(path) != "-"} | {
        Path(source.name).resolve() for source in rules.sources
    }


def claim(outputs: Iterable[Path | None], used: set[Path]) -> None:
    """Adds the outputs that were asked for to the files used. Raises `UsageError` for one that is used already."""
    for path in filter(None, outputs):
        if path.resolve() in used:
            raise api.UsageError(
                f"{path} jest wśród plików wejściowych, reguł albo innych wyników; wskaż inny plik wyniku.",
                f"{path} is one of the input files, rules or other results; name another file.",
            )
        used.add(path.resolve())
