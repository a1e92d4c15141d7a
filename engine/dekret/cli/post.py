"""`dekret post`: documents become entries of the journal."""

from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_format, show_report
from dekret.cli.rules_options import add_documents, add_rules, by, open_rules
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        show_report(rules.report, given.format, console, data=False)
        console.err(console.text(TEXTS["broken rules"]) + "\n")
        return 1
    poster = api.open_poster(rules, by(given))
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


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("post", COMMANDS["post"], console)
    add_documents(arguments)
    add_rules(arguments)
    options = (
        (
            ("-o", "--output"),
            {"type": Path, "metavar": "PLIK" if console.language == "pl" else "FILE"},
            ("plik dziennika: .jsonl albo .csv", "file of the journal: .jsonl or .csv"),
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
