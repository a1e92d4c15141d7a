"""`dekret test`: the cases of rule files."""

import datetime as dt

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_format, add_paths, say_broken, show_report
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("test", COMMANDS["test"], console)
    add_paths(arguments)
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
    rules = api.check(given.paths)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console, data=True)
    where = ", ".join(str(path) for path in given.paths)
    kinds = (rules.cases, rules.bank_cases, rules.line_cases, rules.chart_cases, rules.map_cases, rules.rule_set_cases)
    if not any(kinds):
        console.err(console.text(TEXTS["no cases"], where=where) + "\n")
        return 1
    today = dt.date.today()  # noqa: DTZ011 - the day on the accountant's desk
    results = api.run_cases(rules, today)
    of_banks = api.run_bank_cases(rules, today)
    of_lines = api.run_line_cases(rules, today)
    of_rules = api.run_rule_set_cases(rules, today)
    outcomes = [
        *(each.diagnostics for each in results),
        *(each.diagnostics for each in of_banks),
        *(each.diagnostics for each in of_lines),
        *(each.diagnostics for each in of_rules),
        *(each.diagnostics for each in api.run_chart_cases(rules, today)),
        *(each.diagnostics for each in api.run_map_cases(rules, today)),
    ]
    report = api.Report([found for diagnostics in outcomes for found in diagnostics])
    show_report(report, given.format, console, data=True)
    if given.coverage:
        console.out(api.coverage_table(rules, [*results, *of_lines, *of_rules], console.language))
    if given.update:
        for path in api.update_cases([*results, *of_lines, *of_rules]):
            console.err(console.text(TEXTS["written"], path=str(path)) + "\n")
    failed = sum(1 for diagnostics in outcomes if diagnostics)
    total = len(outcomes)
    console.err(console.text(TEXTS["cases"], total=total, passed=total - failed, failed=failed) + "\n")
    return 1 if failed else 0
