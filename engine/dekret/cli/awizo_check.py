"""`dekret awizo check`: what is wrong with awizos, or missing."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.awizo import ACTIONS
from dekret.cli.awizo_options import add_existing
from dekret.cli.console import Console
from dekret.cli.reports import add_format, show_report
from dekret.cli.rules_options import add_files


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("awizo check", ACTIONS["check"], console)
    add_files(arguments, ("awiza: pliki .json, .jsonl albo foldery", "awizos: files .json, .jsonl, or folders"))
    add_existing(arguments)
    add_format(arguments)
    given = arguments.parse(words)
    count, report = api.check_awizos(given.files, given.existing, console.input)
    show_report(report, given.format, console, data=True)
    if not count and not report.has_errors:
        console.err(console.text(_NONE) + "\n")
        return 1
    if not report.has_errors:
        console.err(console.text(_FINE, count=count) + "\n")
    return 1 if report.has_errors else 0


_NONE = ("W tych plikach nie ma awiz.", "These files hold no awizos.")
_FINE = ("Bez błędów. Awiz: {count}.", "No errors. Awizos: {count}.")
