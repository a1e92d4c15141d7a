"""`dekret thtg test`: whether the configuration of ThtgEsb is right, as `ThtgEsbService.exe test` asks (000:231)."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.reports import add_format, show_report
from dekret.cli.thtg import ACTIONS

_RIGHT: Texts = (
    "Konfiguracja jest poprawna: operator {user}, spółek: {companies}, moduł: {licence}.",
    "The configuration is right: operator {user}, companies: {companies}, module: {licence}.",
)
_WRONG: Texts = ("Konfiguracja ma błędy: {count}.", "Errors in the configuration: {count}.")


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    found = api.check_thtg_config(given.file, console.input)
    report = api.Report(list(found.diagnostics))
    show_report(report, given.format, console, data=True)
    if report.has_errors or found.config is None:
        errors = sum(each.severity is api.Severity.ERROR for each in found.diagnostics)
        console.err(console.text(_WRONG, count=errors) + "\n")
        return 1
    licence = found.licence.pl if console.language == "pl" else found.licence.en
    user, companies = found.config.optima_user, len(found.config.companies)
    console.err(console.text(_RIGHT, user=user, companies=companies, licence=licence) + "\n")
    return 0


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("thtg test", ACTIONS["test"], console)
    arguments.positional.add_argument(
        "file",
        nargs="?",
        type=Path,
        default=Path("config.json"),
        metavar="PLIK" if console.language == "pl" else "FILE",
        help=console.text(
            ("plik konfiguracji (config.json); - to standardowe wejście", "the file (config.json); - is standard input")
        ),
    )
    add_format(arguments)
    return arguments
