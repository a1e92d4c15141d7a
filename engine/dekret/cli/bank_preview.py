"""`dekret bank preview`: a bank file field by field."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.console import Console
from dekret.cli.reports import say_broken, show_report
from dekret.cli.rules_options import add_options, add_rule_folders, day_of, open_rules, result_option
from dekret.cli.texts import TEXTS

_LIMIT = 20


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    read = {given.file.resolve(), *(Path(source.name).resolve() for source in rules.sources)}
    if given.output and given.output.resolve() in read:
        raise api.UsageError(
            f"{given.output} jest plikiem bankowym albo plikiem reguł; wskaż inny plik wyniku.",
            f"{given.output} is the bank file or a file of the rules; name another file.",
        )
    checked, report = api.bank_format(rules, given.format, day_of(given))
    if checked is None or report.has_errors:
        return say_broken(report, "text", console)
    shown = api.preview(checked, given.file, console.input, given.limit)
    found = api.Report([shown] if isinstance(shown, api.Diagnostic) else shown.diagnostics)
    show_report(found, "text", console, data=False)
    if isinstance(shown, api.Diagnostic):
        return 1
    if given.output:
        api.write_text(given.output, api.preview_page(shown, console.language))
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    else:
        for text in api.preview_text(shown, console.language):
            console.out(text)
    return 1 if found.has_errors else 0


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("bank preview", ACTIONS["preview"], console)
    file = "PLIK" if console.language == "pl" else "FILE"
    arguments.positional.add_argument(
        "file",
        type=Path,
        metavar=file,
        help=console.text(("plik bankowy; - to standardowe wejście", "bank file; - is standard input")),
    )
    option = arguments.option
    option.add_argument(
        "-f",
        "--format",
        required=True,
        metavar="SYMBOL",
        help=console.text(("symbol formatu (dekret bank formats)", "symbol of the format (dekret bank formats)")),
    )
    add_options(arguments, [result_option(("strona HTML z kolorowymi polami", "HTML page with coloured fields"))])
    option.add_argument(
        "--limit",
        type=int,
        default=_LIMIT,
        metavar="N",
        help=console.text((f"ile rekordów pokazać ({_LIMIT})", f"how many records to show ({_LIMIT})")),
    )
    add_rule_folders(arguments)
    return arguments
