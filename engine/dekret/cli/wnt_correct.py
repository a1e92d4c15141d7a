"""`dekret wnt correct`: corrections of internal sales (FSW) for later corrections of purchases (001:71–76)."""

from dekret import api
from dekret.cli.arguments import Arguments, result_file
from dekret.cli.console import Console, Texts
from dekret.cli.outputs import DocumentWriter, claim, files_read
from dekret.cli.reports import Gathered, add_format, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    KEEP_GOING,
    Option,
    add_files,
    add_options,
    add_rule_folders,
    day_of,
    open_rules,
)
from dekret.cli.texts import TEXTS
from dekret.cli.wnt import ACTIONS
from dekret.cli.wnt_create import first_number

_FILES: Texts = (
    "faktury zakupu z korektami i FZKG, ich FSW i wcześniejsze korekty FSW: .json, .jsonl; - to standardowe wejście",
    "purchase invoices with corrections, their internal sales and corrections of these; - is standard input",
)
_DONE: Texts = (
    "Wystawiono korekt FSW: {written}; odmów: {refused}.",
    "Corrections of internal sales: {written}; refused: {refused}.",
)


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console)
    claim((given.output,), files_read(given.files, rules))
    by = api.WntBy(day_of(given), given.directory, series=given.series, first=given.first)
    gathered = Gathered()
    written = refused = 0
    with api.open_output(given.output) as output:
        writer = DocumentWriter(output, given.output, console)
        for item in api.correct_internal_sales(rules, by, given.files, console.input):
            if isinstance(item, api.Refused):
                refused += not item.passed_over
                gathered.say(item.diagnostics)
            else:
                written += 1
                gathered.say(item.remarks)
                writer.write(item.sale)
        writer.end()
        show_report(gathered.report, given.format, console, data=False)
        kept = written > 0 and (not refused or given.keep_going)
        if kept:
            output.keep(console.out)
    console.err(console.text(_DONE, written=written, refused=refused) + "\n")
    if not kept:
        console.err(console.text(TEXTS["nothing mapped" if not written else "refused, not written"]) + "\n")
    elif given.output:
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    return 1 if refused else 0


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("wnt correct", ACTIONS["correct"], console)
    add_files(arguments, _FILES)
    options: tuple[Option, ...] = (
        (
            ("-o", "--output"),
            {"type": result_file, "metavar": "PLIK" if console.language == "pl" else "FILE"},
            (
                "plik z korektami FSW: .json (tablica) albo .jsonl",
                "file of the corrections: .json (an array) or .jsonl",
            ),
        ),
        (
            ("--series",),
            {"default": "FAWKOR", "metavar": "SYMBOL"},
            ("schemat numeracji: SYMBOL/1/2026 (FAWKOR)", "numbering: SYMBOL/1/2026 (FAWKOR)"),
        ),
        (
            ("--first",),
            {"type": first_number, "metavar": "N"},
            (
                "pierwszy numer; bez tego następny po korektach z podanych plików",
                "the first number; else the next behind the corrections of the files",
            ),
        ),
        DIRECTORY,
        KEEP_GOING,
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)
    return arguments
