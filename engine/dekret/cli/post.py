"""`dekret post`: documents become entries of the journal."""

import datetime as dt
from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_format, show_report
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = api.library(given.rules or _default_rules(), standard=not given.no_standard)
    if rules.report.has_errors:
        show_report(rules.report, given.format, console, data=False)
        console.err(console.text(TEXTS["broken rules"]) + "\n")
        return 1
    by = api.By(given.scheme, given.date or dt.date.today(), given.plan, given.directory)  # noqa: DTZ011 - desk day
    poster = api.open_poster(rules, by)
    result = _Result(report=api.Report(poster.remarks()))
    as_table = given.table or (given.output is None and console.shows_output)
    with api.open_output(given.output) as output:
        for item in api.post(poster, given.files, console.input):
            if isinstance(item, api.Posted):
                result.take(item)
                output.write(
                    api.journal_table(item.entry, console.language) + "\n"
                    if as_table
                    else api.journal_lines(item.entry)
                )
            else:
                result.refuse(item)
        show_report(result.report, given.format, console, data=False)
        if not result.refused or given.keep_going:
            output.keep(console.out)
        _say(result, given, console)
    return 1 if result.refused else 0


@dataclass(slots=True)
class _Result:
    posted: int = 0
    lines: int = 0
    refused: int = 0
    passed_over: int = 0
    opened: dict[str, None] = field(default_factory=dict)
    report: api.Report = field(default_factory=api.Report)

    def take(self, item: api.Posted) -> None:
        self.posted += 1
        self.lines += len(item.entry.lines)
        self.opened.update(dict.fromkeys(account.code for account in item.entry.opened))
        self.report.extend(item.remarks)

    def refuse(self, item: api.Refused) -> None:
        self.report.extend(item.diagnostics)
        if item.passed_over:
            self.passed_over += 1
        else:
            self.refused += 1


def _say(result: _Result, given: Namespace, console: Console) -> None:
    console.err(
        console.text(
            TEXTS["posted"],
            posted=result.posted,
            lines=result.lines,
            refused=result.refused,
            passed=result.passed_over,
        )
        + "\n"
    )
    if result.refused and not given.keep_going:
        console.err(console.text(TEXTS["nothing written"]) + "\n")
        return
    if result.opened:
        console.err(console.text(TEXTS["opened"], accounts=", ".join(result.opened)) + "\n")
    if given.output:
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")


def _default_rules() -> list[Path]:
    """The rules of the current folder."""
    return [Path()]


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("post", COMMANDS["post"], console)
    pl = console.language == "pl"
    arguments.positional.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="PLIK" if pl else "FILE",
        help=console.text(
            (
                "dokumenty: .json, .jsonl, faktury KSeF .xml; - to standardowe wejście",
                "documents: .json, .jsonl, KSeF invoices .xml; - is standard input",
            )
        ),
    )
    options = (
        (("-s", "--scheme"), {"required": True, "metavar": "SYMBOL"}, ("schemat księgowy", "the posting scheme")),
        (("-o", "--output"), {"type": Path, "metavar": "JOURNAL.jsonl"}, ("plik dziennika", "file of the journal")),
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
            ("--plan",),
            {"metavar": "SYMBOL"},
            ("plan kont, gdy jest ich kilka", "chart of accounts, where there are several"),
        ),
        (
            ("--directory",),
            {"metavar": "SYMBOL"},
            ("kartoteka, gdy jest ich kilka", "company's file, where there are several"),
        ),
        (
            ("--date",),
            {"type": _date, "metavar": "RRRR-MM-DD"},
            ("dzień, który daje GETDATE() (dziś)", "the day that GETDATE() gives (today)"),
        ),
        (
            ("--keep-going",),
            {"action": "store_true"},
            ("zapisz resztę mimo odmów", "write the rest although documents were refused"),
        ),
        (
            ("--table",),
            {"action": "store_true"},
            ("tabele do czytania zamiast JSONL", "tables to read instead of JSONL"),
        ),
    )
    for names, settings, texts in options:
        arguments.option.add_argument(*names, help=console.text(texts), **settings)
    add_format(arguments)
    return arguments
