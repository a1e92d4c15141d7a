"""Options of commands that post documents: which rules, scheme, chart and company's file, and the day."""

import datetime as dt
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

from dekret import api
from dekret.cli.arguments import Arguments, UnfitError, result_file
from dekret.cli.console import Texts

Option: TypeAlias = tuple[tuple[str, ...], dict[str, Any], Texts]
"""The names of an option, what argparse is told of it, its help."""
DIRECTORY: Option = (
    ("--directory",),
    {"metavar": "SYMBOL"},
    ("kartoteka, gdy jest ich kilka", "company's file, where there are several"),
)
KEEP_GOING: Option = (
    ("--keep-going",),
    {"action": "store_true"},
    ("zapisz resztę mimo odmów", "write the rest although documents were refused"),
)


RESULT_FILE: dict[str, Any] = {"type": result_file, "metavar": "PLIK"}
"""An option that names a file to be written."""


def result_option(texts: Texts, *, required: bool = False) -> Option:
    """`-o`, the file of the result; the help says what it holds, or where the result goes without it."""
    return ("-o", "--output"), {**RESULT_FILE, "required": required}, texts


RECORDS = result_option(("plik wyniku: .json (tablica) albo .jsonl", "file of the result: .json (an array) or .jsonl"))
RESULT = result_option(("plik wyniku", "file of the result"))


def _pair(text: str) -> tuple[str, str]:
    """`NAME=VALUE`; the value may hold further equals signs."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UnfitError(
            f"ma tu stać NAZWA=WARTOŚĆ, np. Rok=2026, a nie „{text}”",
            f"NAME=VALUE has to stand here, as Rok=2026, not '{text}'",
        )
    return name.strip(), value


PAIRS: dict[str, Any] = {"type": _pair, "action": "append", "default": [], "metavar": "NAZWA=WARTOŚĆ"}
"""An option that may be repeated, each time with a name and a value."""
DOCUMENTS = (
    "dokumenty: .json, .jsonl, faktury KSeF .xml; - to standardowe wejście",
    "documents: .json, .jsonl, KSeF invoices .xml; - is standard input",
)


def add_files(arguments: Arguments, texts: Texts) -> None:
    """`PLIK …`"""
    arguments.positional.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="PLIK" if arguments.console.language == "pl" else "FILE",
        help=arguments.console.text(texts),
    )


def add_options(arguments: Arguments, options: Iterable[Option]) -> None:
    """Adds options, in their order."""
    for names, settings, texts in options:
        arguments.option.add_argument(*names, help=arguments.console.text(texts), **settings)


def add_rules(arguments: Arguments) -> None:
    """The options that `open_rules` and `by` read."""
    options = (
        (("-s", "--scheme"), {"required": True, "metavar": "SYMBOL"}, ("schemat księgowy", "the posting scheme")),
        (
            ("--plan",),
            {"metavar": "SYMBOL"},
            ("plan kont, gdy jest ich kilka", "chart of accounts, where there are several"),
        ),
        DIRECTORY,
    )
    add_options(arguments, options)
    add_rule_folders(arguments)


def add_rule_folders(arguments: Arguments) -> None:
    """The options that `open_rules` and `day_of` read."""
    options = (
        (
            ("--rules",),
            {"type": Path, "action": "append", "metavar": "FOLDER"},
            (
                "reguły: folder albo plik, można powtarzać (bieżący folder)",
                "rules: folder or file, may be repeated (the current folder)",
            ),
        ),
        (("--no-standard",), {"action": "store_true"}, ("bez pakietów standardowych", "without the standard packs")),
        (
            ("--date",),
            {"type": date, "metavar": "RRRR-MM-DD"},
            (
                "dzień, który daje GETDATE(), w wykresach Today() (dziś)",
                "the day that GETDATE() gives, in charts Today()",
            ),
        ),
    )
    add_options(arguments, options)


def add_around(arguments: Arguments) -> None:
    """The option that `around` reads."""
    option: Option = (
        ("--rules",),
        {"type": Path, "action": "append", "metavar": "FOLDER"},
        (
            "reguły, których potrzebują te pliki, można powtarzać (dla samych .przypadek: bieżący folder)",
            "rules that these files need, may be repeated (for files .przypadek alone: the current folder)",
        ),
    )
    add_options(arguments, [option])


def around(given: Namespace) -> list[Path]:
    """The rules that the files named are held against, besides each other.

    Cases alone have none, so that those of the current folder are taken, as everywhere; of a case that lies outside of
    it those of its own folder.
    """
    paths: list[Path] = given.paths
    if given.rules or not all(path.suffix.lower() == ".przypadek" and path.is_file() for path in paths):
        return list(given.rules or ())
    here = Path.cwd()
    return list(dict.fromkeys(Path() if here in path.resolve().parents else path.parent for path in paths))


def open_rules(given: Namespace) -> api.Library:
    """The rules that were asked for; those of the current folder without `--rules`."""
    return api.library(rule_paths(given), standard=not given.no_standard)


def rule_paths(given: Namespace) -> list[Path]:
    """The paths of the rules that were asked for."""
    return list(given.rules or [Path()])


def by(given: Namespace) -> api.By:
    """What to post by."""
    filter_, values = getattr(given, "filter", None), tuple(getattr(given, "set", ()))
    return api.By(given.scheme, day_of(given), given.plan, given.directory, filter_, values)


def day_of(given: Namespace) -> dt.date:
    """The day that was asked for; today without `--date`."""
    day: dt.date | None = given.date
    return day or dt.date.today()  # noqa: DTZ011 - the day on the accountant's desk


def count(text: str) -> int:
    """The value of an option that says how many: from 1."""
    if not text.strip().isdecimal() or int(text) < 1:
        raise UnfitError(
            f"ma tu stać liczba całkowita od 1, a nie „{text}”", f"a number from 1 stands here, not '{text}'"
        )
    return int(text)


def seconds(text: str) -> float:
    """The value of an option that says how long: more than nothing, not for ever."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0 < found <= _LONGEST:
        raise UnfitError(
            f"ma tu stać liczba sekund większa od 0, np. 60, a nie „{text}”",
            f"a number of seconds above 0 stands here, as 60, not '{text}'",
        )
    return found


_LONGEST = 1_000_000


def date(text: str) -> dt.date:
    """The value of an option that is a day."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UnfitError(
            f"data ma postać RRRR-MM-DD, np. 2026-01-31, a nie „{text}”",
            f"a date is written YYYY-MM-DD, as 2026-01-31, not '{text}'",
        ) from None
