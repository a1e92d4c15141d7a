"""`dekret chart check`: the check of charts and inserts, as `dekret check`; tables may be limited."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart import ACTIONS
from dekret.cli.console import Console
from dekret.cli.reports import add_format, add_paths, show_report
from dekret.cli.rules_options import add_options
from dekret.cli.texts import TEXTS


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart check", ACTIONS["check"], console)
    add_paths(arguments)
    add_format(arguments)
    allow = (
        ("--allow",),
        {"action": "append", "default": [], "metavar": "TABELA"},
        ("wolno czytać tylko tę tabelę; można powtarzać", "only this table may be read; may be repeated"),
    )
    add_options(arguments, (allow,))
    given = arguments.parse(words)
    found = api.check(given.paths)
    api.check_tables(found, given.allow)
    show_report(found.report, given.format, console, data=True)
    if not found.charts:
        where = ", ".join(str(path) for path in given.paths)
        console.err(console.text(_NONE, where=where) + "\n")
        return 1
    if not found.report.diagnostics and given.format == "text":
        console.err(console.text(TEXTS["files clean"], files=len(found.sources)) + "\n")
    return 1 if found.report.has_errors else 0


_NONE = ("Nie ma tu wykresów, wstawek ani filtrów („{where}”).", "There are no charts, inserts or filters ('{where}').")
