"""Records that a command writes: one a line, indented as an array where a person reads them."""

import json
from pathlib import Path

from dekret import api
from dekret.cli.console import Console


class RecordsWriter:
    """Records one a line; in a file .json, and where a person looks, as an indented array."""

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
