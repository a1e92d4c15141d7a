"""`dekret chart filter`: a filter as the table of its conditions and as SQL, from a symbol, a condition or a table."""

import re
from argparse import Namespace
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart import ACTIONS
from dekret.cli.console import Console
from dekret.cli.reports import say_broken, show_report
from dekret.cli.rules_options import PAIRS, add_options, add_rule_folders, day_of, open_rules

_TYPED = re.compile(r"[=<>|\n]|\s(?:IS|IN|LIKE|BETWEEN)\b", re.IGNORECASE)
"""What a condition has, and no symbol."""


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart filter", ACTIONS["filter"], console)
    arguments.positional.add_argument(
        "filter",
        metavar="FILTR" if console.language == "pl" else "FILTER",
        help=console.text(
            (
                "symbol filtra, warunek w cudzysłowie albo - (warunek lub tabela ze standardowego wejścia)",
                "symbol of a filter, a condition in quotes, or - (a condition or a table from standard input)",
            )
        ),
    )
    arguments.option.add_argument(
        "--format",
        choices=api.FILTER_FORMS,
        default="text",
        help=console.text(
            (
                "text: tabela i SQL; table, sql, json; file: plik .filtr (text)",
                "text: table and SQL; table, sql, json; file: a file .filtr (text)",
            )
        ),
    )
    on = (
        ("--on",),
        {"action": "append", "type": Path, "default": [], "metavar": "PLIK"},
        (
            "zamiast pokazać: zapytaj dokumenty z pliku, czy filtr zachodzi; można powtarzać",
            "instead of showing: ask the documents of a file whether it holds; may be repeated",
        ),
    )
    values = (("--set",), PAIRS, ("wartość parametru filtra; można powtarzać", "the value of a parameter"))
    add_options(arguments, (on, values))
    add_rule_folders(arguments)
    given = arguments.parse(words)
    shown, report = _shown(given, console)
    if shown is None:
        return say_broken(report, "text", console, what="broken filter")
    show_report(report, "text", console, data=False)
    if given.on:
        return _asked(shown, given, console)
    text, reason = api.filter_text(shown, given.format, console.language)
    console.out(text)
    if reason:
        console.err(reason.pl if console.language == "pl" else reason.en)
        console.err("\n")
    return 1 if reason and not text else 0


def _asked(shown: "api.ShownFilter", given: Namespace, console: Console) -> int:
    values = api.ChartValues(day_of(given), given=dict(given.set))
    text, report = api.filter_answers(shown, values, given.on, console.input, console.language)
    console.out(text)
    show_report(report, "text", console, data=False)
    return 1 if report.has_errors else 0


def _shown(given: Namespace, console: Console) -> "tuple[api.ShownFilter | None, api.Report]":
    if given.filter == "-":
        return api.typed_filter(console.input.read().decode("utf-8-sig", "replace"), "-")
    if _TYPED.search(given.filter):
        return api.typed_filter(given.filter, "warunek" if console.language == "pl" else "condition")
    rules = open_rules(given)
    if rules.report.has_errors:
        return None, rules.report
    return api.named_filter(rules, given.filter, day_of(given)), api.Report()
