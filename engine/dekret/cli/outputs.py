"""The files a command writes: none is one that it reads, nor another that it writes; how documents stand there."""

import json
from collections.abc import Iterable
from pathlib import Path

from dekret import api
from dekret.cli.console import Console


def files_read(files: Iterable[Path], rules: api.Library | None) -> set[Path]:
    """The files that a command reads, those of the rules (None: it reads none) among them; `-` is none."""
    return {path.resolve() for path in files if str(path) != "-"} | {
        Path(source.name).resolve() for source in (rules.sources if rules else ())
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


_OF_FORMATS = (".pdf", ".xml", ".html", ".htm", ".json", ".jsonl", ".csv", ".xlsx", ".txt")


def need_ending(path: Path | None, *fitting: str) -> None:
    """Raises `UsageError` for a file whose ending is of another format than what is written; others may stand."""
    ending = path.suffix.lower() if path else ""
    if ending in _OF_FORMATS and ending not in fitting:
        raise api.UsageError(
            f"{path}: tu nie powstaje plik {ending}; nazwij wynik z końcówką {' albo '.join(fitting)}.",
            f"{path}: what is written is no {ending}; give the file the ending {' or '.join(fitting)}.",
        )


class DocumentWriter:
    """Documents one a line; in a file .json, and where a person looks, as an indented array."""

    def __init__(self, output: api.Output, path: Path | None, console: Console) -> None:
        self.output = output
        shown = path is None and console.shows_output
        self.indented = shown or (path is not None and path.suffix.lower() == ".json")
        self.count = 0

    def write(self, text: str) -> None:
        if not self.indented:
            self.output.write(text + "\n")
            return
        pretty = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
        self.output.write(("[\n" if self.count == 0 else ",\n") + pretty)
        self.count += 1

    def end(self) -> None:
        if self.indented and self.count:
            self.output.write("\n]\n")
