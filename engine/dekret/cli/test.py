"""`dekret test`: the cases of rule files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_format, add_paths, say_broken, show_report
from dekret.cli.rules_options import add_around, around
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("test", COMMANDS["test"], console)
    add_paths(arguments)
    add_around(arguments)
    add_format(arguments)
    arguments.option.add_argument(
        "--coverage",
        action="store_true",
        help=console.text(
            ("których wierszy schematów i reguł dotykają przypadki", "which rows of schemes, which rules cases reach")
        ),
    )
    arguments.option.add_argument(
        "--update",
        action="store_true",
        help=console.text(
            (
                "wpisz w [Dekrety], [Propozycja] i [Ustalenia] to, co wyszło; obejrzyj zmiany",
                "write what came out into [Dekrety], [Propozycja], [Ustalenia]; look at it",
            )
        ),
    )
    given = arguments.parse(words)
    rules = api.check(given.paths, around(given))
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console, data=True)
    where = ", ".join(str(path) for path in given.paths)
    kinds = (rules.cases, rules.bank_cases, rules.line_cases, rules.chart_cases, rules.map_cases, rules.rule_set_cases)
    if not any(kinds):
        console.err(console.text(TEXTS["no cases"], where=where) + "\n")
        return 1
    today = dt.date.today()  # noqa: DTZ011 - the day on the accountant's desk
    tested = _tested(rules, today)
    written = api.update_cases(tested.of_tables) if given.update else []
    if written:
        rules = api.check(given.paths, around(given))
        tested = _tested(rules, today)
    report = api.Report([found for diagnostics in tested.outcomes for found in diagnostics])
    show_report(report, given.format, console, data=True)
    if given.coverage:
        console.out(api.coverage_table(rules, tested.of_tables, console.language))
    for path in written:
        console.err(console.text(TEXTS["rewritten"], path=str(path)) + "\n")
    failed = sum(1 for diagnostics in tested.outcomes if diagnostics)
    total = len(tested.outcomes)
    console.err(console.text(TEXTS["cases"], total=total, passed=total - failed, failed=failed) + "\n")
    return 1 if failed else 0


@dataclass(frozen=True, slots=True)
class _Tested:
    """What is wrong with each case, and the results of those whose tables `--update` can write."""

    outcomes: tuple[tuple[api.Diagnostic, ...], ...]
    of_tables: tuple[api.UpdatableResult, ...]


def _tested(rules: api.Library, today: dt.date) -> _Tested:
    of_tables: tuple[api.UpdatableResult, ...] = (
        *api.run_cases(rules, today),
        *api.run_line_cases(rules, today),
        *api.run_rule_set_cases(rules, today),
    )
    others = (
        *api.run_bank_cases(rules, today),
        *api.run_chart_cases(rules, today),
        *api.run_map_cases(rules, today),
    )
    outcomes = (*(each.diagnostics for each in of_tables), *(each.diagnostics for each in others))
    return _Tested(outcomes, of_tables)
