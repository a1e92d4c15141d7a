"""The parser of a command's arguments: argparse, speaking the language of the run."""

import argparse
import glob
import os
import re
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from dekret.cli.console import Console, Texts
from dekret.cli.texts import TEXTS

_ERRORS: tuple[tuple[re.Pattern[str], Texts], ...] = (
    (re.compile(r"the following arguments are required: (.+)"), ("brakuje: {0}", "missing: {0}")),
    (
        re.compile(r"argument (\S+): expected (?:at least )?one argument"),
        ("{0} wymaga wartości", "{0} needs a value"),
    ),
    (
        re.compile(r"argument (\S+): invalid choice: '?([^']*)'? \(choose from (.+)\)"),
        ("{0}: nie ma wartości „{1}”; do wyboru: {2}", "{0}: no such value '{1}'; one of: {2}"),
    ),
    (
        re.compile(r"argument (\S+): invalid int value: '(.*)'"),
        ("{0}: ma tu stać liczba całkowita, a nie „{1}”", "{0}: a whole number has to stand here, not '{1}'"),
    ),
    (re.compile(r"argument (\S+): (.+)\x1f(.+)", re.DOTALL), ("{0}: {1}", "{0}: {2}")),
    (re.compile(r"argument (\S+): (.+)"), ("{0}: {1}", "{0}: {1}")),
)


_VALUES = {
    "BAZA": "DATABASE",
    "DATA": "DATE",
    "FILTR": "FILTER",
    "ILE": "QUANTITY",
    "KOD": "CODE",
    "KONTRAHENT": "CONTRACTOR",
    "KODOWANIE": "ENCODING",
    "KROK": "STEP",
    "KWOTA": "AMOUNT",
    "MAPA": "MAP",
    "MIEJSCE": "PLACE",
    "NAZWA": "NAME",
    "NR": "NO",
    "NUMER": "NUMBER",
    "OCENA": "SCORE",
    "OKNO": "WINDOW",
    "OKRES": "PERIOD",
    "PLIK": "FILE",
    "POSTAĆ": "FORM",
    "RODZAJ": "KIND",
    "RRRR-MM-DD": "YYYY-MM-DD",
    "RRRR-MM": "YYYY-MM",
    "SZABLON": "TEMPLATE",
    "TABELA": "TABLE",
    "TEKST": "TEXT",
    "TEMAT": "TOPIC",
    "WARTOŚĆ": "VALUE",
}
"""What stands for a value in a help, Polish and English."""
_WORD = re.compile(r"[\w-]+")


class UnfitError(argparse.ArgumentTypeError):
    """What an option cannot take, said in both languages: argparse hands on one text alone."""

    def __init__(self, pl: str, en: str) -> None:
        super().__init__(f"{pl}\x1f{en}")


def result_file(text: str) -> Path:
    """The value of an option that is a file to be written. A path would forget the slash at the end of a folder."""
    if text.endswith(("/", os.sep)):
        raise UnfitError(f"{text} to folder; podaj też nazwę pliku", f"{text} is a folder; name the file, too")
    return Path(text)


class Arguments(argparse.ArgumentParser):
    """An argument parser for one command. Wrong usage ends the program with code 2 and one line of advice."""

    def __init__(self, name: str, about: Texts, console: Console) -> None:
        super().__init__(
            prog=f"dekret {name}",
            description=console.text(about),
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.console = console
        self.positional = self.add_argument_group(console.text(TEXTS["arguments"]))
        self.option = self.add_argument_group(console.text(TEXTS["options"]))

    def format_help(self) -> str:
        if not any(action.dest == "help" for action in self._actions):
            self.option.add_argument("--lang", metavar="pl|en", help=self.console.text(TEXTS["language"]))
            self.option.add_argument("-h", "--help", action="help", help=self.console.text(TEXTS["help"]))
        return super().format_help().replace("usage: ", self.console.text(TEXTS["usage"]), 1)

    def parse(self, words: list[str]) -> argparse.Namespace:
        """The arguments; `--help` prints the help and ends the program."""
        self._name_values()
        if "-h" in words or "--help" in words:
            self.console.out(self.format_help())
            sys.exit(0)
        found, unknown = self.parse_known_args(words)
        if unknown:
            self.unknown(unknown)
        self._expand(found)
        return found

    def _name_values(self) -> None:
        """What stands for the values in the help is named in the language of the run, whichever it was written in."""
        names = _VALUES if self.console.language == "en" else {english: polish for polish, english in _VALUES.items()}
        for action in self._actions:
            if isinstance(action.metavar, str):
                action.metavar = _WORD.sub(lambda word: names.get(word[0], word[0]), action.metavar)

    def _expand(self, found: argparse.Namespace) -> None:
        """Patterns of files (`faktury/*.xml`) become the files: cmd.exe and PowerShell leave that to the program."""
        for action in self._actions:
            if not action.option_strings and action.type is Path and action.nargs in ("+", "*"):
                paths = getattr(found, action.dest)
                setattr(found, action.dest, [each for path in paths for each in self._files(path)])

    def _files(self, path: Path) -> list[Path]:
        """The files that a pattern means, by name; a path that is there, or is no pattern, as it is.

        Raises `FileError` where there are none.
        """
        if not glob.has_magic(str(path)) or path.exists():
            return [path]
        files = [Path(name) for name in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207 - whole paths
        if not files:
            from dekret.api import FileError

            raise FileError(
                f"Żaden plik nie pasuje do wzorca {path}. Sprawdź folder i rozszerzenie.",
                f"No file fits the pattern {path}. See to the folder and the ending.",
            )
        return files

    def unknown(self, words: list[str]) -> NoReturn:
        options = [option for action in self._actions for option in action.option_strings]
        near = get_close_matches(words[0], options, n=1)
        advice = ""
        if near:
            advice = " " + self.console.text(TEXTS["did you mean"], name=near[0])
        text = self.console.text(("nieznany argument {0}.", "unknown argument {0}.")).format(words[0])
        self._stop(text + advice)

    def error(self, message: str) -> NoReturn:
        for pattern, texts in _ERRORS:
            if found := pattern.fullmatch(message):
                self._stop(self.console.text(texts).format(*found.groups()))
        self._stop(message)

    def _stop(self, message: str) -> NoReturn:
        self.console.err(f"{self.prog}: {message}\n{self.format_help().partition(chr(10) * 2)[0]}\n")
        sys.exit(2)
