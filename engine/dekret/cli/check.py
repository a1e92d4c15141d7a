"""`dekret check`: errors of rule files, found without running them."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import add_format, add_paths, show_report
from dekret.cli.rules_options import add_around, around
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("check", COMMANDS["check"], console)
    add_paths(arguments, _PATHS)
    add_around(arguments)
    add_format(arguments)
    arguments.option.add_argument(
        "--explain",
        metavar="ID",
        help=console.text(("objaśnij jeden problem z katalogu", "explain one problem of the catalogue")),
    )
    arguments.option.add_argument(
        "--strict",
        action="store_true",
        help=console.text(("ostrzeżenia też są błędem (kod 1)", "warnings are errors, too (exit code 1)")),
    )
    given = arguments.parse(words)
    if given.explain:
        console.out(api.problem_page(given.explain, console.language))
        return 0
    found = api.check(given.paths, around(given))
    show_report(found.report, given.format, console, data=True)
    asked = len(found.sources) - len(found.beside)
    if not asked:
        where = ", ".join(str(path) for path in given.paths)
        console.err(console.text(TEXTS["no files"], where=where) + "\n")
        return 1
    if (found.schemes or found.lines) and not found.plans and given.format == "text":
        console.err(console.text(TEXTS["accounts not checked"]) + "\n")
    if not found.report.diagnostics and given.format == "text":
        console.err(console.text(TEXTS["files clean"], files=asked) + "\n")
    return 1 if found.report.has_errors or (given.strict and found.report.count(api.Severity.WARNING)) else 0


_PATHS = (
    "pliki reguł albo foldery (bieżący folder); dokumenty .json, .jsonl i faktury KSeF .xml",
    "rule files or folders (the current folder); documents .json, .jsonl and KSeF invoices .xml",
)
