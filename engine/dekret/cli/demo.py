"""`dekret demo`: the whole chain on sample data."""

from __future__ import annotations

import datetime as dt
import os
from argparse import Namespace
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments, UnfitError
from dekret.cli.console import Console
from dekret.cli.texts import COMMANDS, TEXTS

_SAMPLES = "DEKRET_KSEF_SAMPLES"
"""Environment variable with the folder of the Ministry's sample invoices."""


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    if given.db:
        return _database(given, console)
    samples = given.ksef or (Path(os.environ[_SAMPLES]) if os.environ.get(_SAMPLES) else None)
    demo = api.run_demo(given.folder or Path("dekret-demo"), given.month, given.count, samples, force=given.force)
    console.out(console.text(("# Co zaksięgowano\n\n", "# What was posted\n\n")))
    console.out(api.demo_table(demo, console.language) + "\n")
    report = api.Report([found for batch in demo.batches for found in batch.diagnostics])
    for heading, entry in api.demo_examples(demo):
        console.out(f"# {heading.in_(console.language)}\n\n{api.journal_table(entry, console.language)}\n")
    console.out(console.text(("# Wyjaśnienie jednego dokumentu\n\n", "# One document explained\n\n")))
    console.out(api.demo_explanation(demo, console.language) + "\n")
    console.out(console.text(("# Zestawienie obrotów i sald\n\n", "# Trial balance\n\n")))
    console.out(api.demo_balance(demo, console.language) + "\n")
    if report.diagnostics:
        console.out(console.text(("# Uwagi do dokumentów\n\n", "# Remarks on documents\n\n")))
        console.out(api.FORMATS["text"](report, console.language) + "\n")
        if unsaid := sum(batch.unsaid for batch in demo.batches):
            console.out(console.text(("… i jeszcze {many}\n\n", "… and {many} more\n\n"), many=unsaid))
    console.out(_files(demo, console))
    return 1 if any(batch.refused for batch in demo.batches) or not demo.balances else 0


def _database(given: Namespace, console: Console) -> int:
    """The demo database instead of the folder."""
    if given.folder:
        raise api.UsageError(
            f"Z opcją --db nie układa się plików w folderze {given.folder}: usuń jedno z nich.",
            f"With --db no files are laid out in the folder {given.folder}: leave out one of them.",
        )

    def progress(step: int, steps: int) -> None:
        if console.shows_messages:
            console.progress(f"\r{step}/{steps}" + ("\n" if step == steps else ""))

    filled = api.fill_demo_database(
        given.db, given.month, years=given.years, lines=given.lines, force=given.force, progress=progress
    )
    console.out(api.filled_table(filled, console.language))
    console.err(console.text(TEXTS["written"], path=str(given.db)) + "\n")
    return 0


def _files(demo: api.Demo, console: Console) -> str:
    folder = demo.folder
    lines = [
        console.text(("# Gdzie są pliki", "# Where the files are")),
        "",
        console.text(("- reguły:    {path}", "- rules:     {path}"), path=str(folder / "reguly")),
        console.text(("- dokumenty: {path}", "- documents: {path}"), path=str(folder / "dokumenty")),
        console.text(("- dziennik:  {path}", "- journal:   {path}"), path=str(demo.journal)),
    ]
    if demo.official_journal:
        path = str(demo.official_journal)
        lines.append(console.text(("- dziennik przykładów MF: {path}", "- journal of the samples: {path}"), path=path))
    else:
        lines.append(
            console.text(
                (
                    "Przykładowe faktury Ministerstwa Finansów zaksięguje: dekret demo --ksef FOLDER",
                    "The Ministry's sample invoices are posted by: dekret demo --ksef FOLDER",
                )
            )
        )
    rules, purchases = folder / "reguly", folder / "dokumenty" / "zakupy.jsonl"
    lines += [
        "",
        console.text(("# Co dalej", "# What next")),
        "",
        f"    dekret check {rules}",
        f"    dekret test {rules}",
        f"    dekret post -s ZAKUP-KATEGORIE --directory DEMO --no-standard --rules {rules} {purchases} --table",
    ]
    return "\n".join(lines) + "\n"


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("demo", COMMANDS["demo"], console)
    arguments.positional.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help=console.text(("gdzie ułożyć pliki (dekret-demo)", "where to lay out the files (dekret-demo)")),
    )
    arguments.option.add_argument(
        "--month",
        type=_month,
        default=dt.date(2026, 3, 1),
        metavar="RRRR-MM",
        help=console.text(("miesiąc dokumentów (2026-03)", "the month of the documents (2026-03)")),
    )
    arguments.option.add_argument(
        "--count",
        type=_count,
        default=300,
        metavar="N",
        help=console.text(
            ("ile dokumentów, wszystkich typów razem (300)", "how many documents, of all types together (300)")
        ),
    )
    arguments.option.add_argument(
        "--ksef",
        type=Path,
        metavar="FOLDER",
        help=console.text(
            (
                f"folder z przykładowymi fakturami FA(3) Ministerstwa Finansów (albo zmienna {_SAMPLES})",
                f"folder with the Ministry's FA(3) sample invoices (or the variable {_SAMPLES})",
            )
        ),
    )
    _database_options(arguments, console)
    arguments.option.add_argument(
        "--force",
        action="store_true",
        help=console.text(
            ("zastąp pliki w folderze, także zmienione", "replace files in the folder, changed ones as well")
        ),
    )
    return arguments


def _database_options(arguments: Arguments, console: Console) -> None:
    arguments.option.add_argument(
        "--db",
        type=Path,
        metavar="PLIK" if console.language == "pl" else "FILE",
        help=console.text(
            (
                "zamiast folderu wypełnij plik DuckDB tabelami Optimy (dekret docs baza)",
                "instead of a folder fill a DuckDB file with the tables of Optima (dekret docs baza)",
            )
        ),
    )
    arguments.option.add_argument(
        "--years",
        type=_years,
        default=3,
        metavar="N",
        help=console.text(
            ("ile lat ma baza, ostatni to rok z --month (3)", "years of the database up to that of --month (3)")
        ),
    )
    arguments.option.add_argument(
        "--lines",
        type=_lines,
        default=100_000,
        metavar="N",
        help=console.text(
            ("ile mniej więcej pozycji zapisów ma baza (100000)", "about how many journal lines it has (100000)")
        ),
    )


def _month(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        raise UnfitError(
            f"miesiąc ma postać RRRR-MM, np. 2026-01, a nie „{text}”",
            f"a month is written YYYY-MM, as 2026-01, not '{text}'",
        ) from None


def _count(text: str) -> int:
    return _number(text, 1, 1_000_000)


def _years(text: str) -> int:
    return _number(text, 1, 10)


def _lines(text: str) -> int:
    return _number(text, 5_000, 5_000_000)


def _number(text: str, low: int, high: int) -> int:
    if not text.isdecimal() or not low <= int(text) <= high:
        raise UnfitError(
            f"ma tu stać liczba od {low} do {high}, a nie „{text}”",
            f"a number from {low} to {high} has to stand here, not '{text}'",
        )
    return int(text)
