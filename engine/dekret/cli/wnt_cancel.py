"""`dekret wnt cancel`: an internal sale or a purchase invoice cancelled (001:65–68)."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.outputs import DocumentWriter, claim, files_read
from dekret.cli.reports import add_format, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    Option,
    add_files,
    add_options,
    add_rule_folders,
    day_of,
    open_rules,
    result_option,
)
from dekret.cli.texts import TEXTS
from dekret.cli.wnt import ACTIONS

_FILES: Texts = (
    "faktury zakupu i FSW, wśród nich ten dokument: .json, .jsonl; - to standardowe wejście",
    "purchase invoices and internal sales, the document among them: .json, .jsonl; - is standard input",
)
_DONE: Texts = ("Anulowano {number}; zmienionych dokumentów: {count}.", "{number} was cancelled; changed: {count}.")


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console)
    claim((given.output,), files_read(given.files, rules))
    by = api.WntBy(day_of(given), given.directory)
    found = api.cancel_document(rules, by, given.number, given.files, console.input)
    said = found.diagnostics if isinstance(found, api.Refused) else found.remarks
    show_report(api.Report(list(said)), given.format, console, data=False)
    if isinstance(found, api.Refused):
        console.err(console.text(TEXTS["nothing mapped"]) + "\n")
        return 1
    with api.open_output(given.output) as output:
        writer = DocumentWriter(output, given.output, console)
        for text in found.documents:
            writer.write(text)
        writer.end()
        output.keep(console.out)
    console.err(console.text(_DONE, number=given.number, count=len(found.documents)) + "\n")
    return 0


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("wnt cancel", ACTIONS["cancel"], console)
    arguments.positional.add_argument(
        "number",
        metavar="NUMER" if console.language == "pl" else "NUMBER",
        help=console.text(("numer FSW albo faktury zakupu", "number of the internal sale or the purchase invoice")),
    )
    add_files(arguments, _FILES)
    options: tuple[Option, ...] = (
        result_option(
            ("plik ze zmienionymi dokumentami: .json albo .jsonl", "file of the changed documents: .json or .jsonl")
        ),
        DIRECTORY,
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)
    return arguments
