"""`dekret test`: the cases of rule files."""

import datetime as dt

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_format, add_paths, show_report
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("test", COMMANDS["test"], console)
    add_paths(arguments)
    add_format(arguments)
    given = arguments.parse(words)
    rules = api.check(given.paths)
    if rules.report.has_errors:
        show_report(rules.report, given.format, console, data=True)
        console.err(console.text(TEXTS["broken rules"]) + "\n")
        return 1
    where = ", ".join(str(path) for path in given.paths)
    if not rules.cases:
        console.err(console.text(TEXTS["no cases"], where=where) + "\n")
        return 1
    results = api.run_cases(rules, dt.date.today())  # noqa: DTZ011 - the day on the accountant's desk
    report = api.Report([found for result in results for found in result.diagnostics])
    show_report(report, given.format, console, data=True)
    failed = sum(1 for result in results if result.diagnostics)
    console.err(console.text(TEXTS["cases"], total=len(results), passed=len(results) - failed, failed=failed) + "\n")
    return 1 if failed else 0
