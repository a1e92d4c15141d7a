"""`dekret wnt create`: internal sales (FSW) made of purchase invoices with their corrections (001:50–89)."""

from dekret import api
from dekret.cli.arguments import Arguments, UnfitError
from dekret.cli.console import Console, Texts
from dekret.cli.outputs import DocumentWriter, claim, files_read
from dekret.cli.reports import Gathered, add_format, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    KEEP_GOING,
    RESULT_FILE,
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
    "faktury zakupu z korektami i FZKG, także wcześniejsze FSW: .json, .jsonl; - to standardowe wejście",
    "purchase invoices with corrections, earlier internal sales, too: .json, .jsonl; - is standard input",
)
_DONE: Texts = ("Utworzono FSW: {written}; odmów: {refused}.", "Internal sales made: {written}; refused: {refused}.")
_LARGEST = 999_999_999


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console)
    claim((given.output, given.marked), files_read(given.files, rules))
    by = api.WntBy(day_of(given), given.directory, given.deduction, given.series, given.first)
    gathered = Gathered()
    written = refused = 0
    with api.open_output(given.output) as output, api.open_output(given.marked) as marked:
        sales, invoices = DocumentWriter(output, given.output, console), DocumentWriter(marked, given.marked, console)
        for item in api.create_internal_sales(rules, by, given.files, console.input):
            if isinstance(item, api.Refused):
                refused += not item.passed_over
                gathered.say(item.diagnostics)
            else:
                written += 1
                gathered.say(item.remarks)
                sales.write(item.sale)
                invoices.write(item.invoice)
        sales.end()
        invoices.end()
        show_report(gathered.report, given.format, console, data=False)
        kept = written > 0 and (not refused or given.keep_going)
        if kept:
            output.keep(console.out)
        if kept and given.marked:
            marked.keep(console.out)
    console.err(console.text(_DONE, written=written, refused=refused) + "\n")
    if not kept:
        console.err(console.text(TEXTS["nothing mapped" if not written else "refused, not written"]) + "\n")
    for path in (given.output, given.marked) if kept else ():
        if path:
            console.err(console.text(TEXTS["written"], path=str(path)) + "\n")
    return 1 if refused else 0


def first_number(text: str) -> int:
    """The value of `--first`."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _LARGEST):
        raise UnfitError(
            f"numer to liczba od 1 do {_LARGEST}, a nie „{text}”", f"a number is 1 to {_LARGEST}, not '{text}'"
        )
    return int(text)


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("wnt create", ACTIONS["create"], console)
    add_files(arguments, _FILES)
    options: tuple[Option, ...] = (
        result_option(
            ("plik z FSW: .json (tablica) albo .jsonl", "file of the internal sales: .json (an array) or .jsonl")
        ),
        (
            ("--marked",),
            RESULT_FILE,
            ("plik z fakturami zakupu ze statusem W", "file of the purchase invoices with their status W"),
        ),
        (
            ("--deduction",),
            {"choices": ("yes", "no", "conditional"), "default": "yes"},
            ("odliczenie VAT: yes, no, conditional (yes)", "deduction of the tax: yes, no, conditional (yes)"),
        ),
        (
            ("--series",),
            {"default": "FAWFZ", "metavar": "SYMBOL"},
            ("schemat numeracji: SYMBOL/1/2026 (FAWFZ)", "numbering: SYMBOL/1/2026 (FAWFZ)"),
        ),
        (
            ("--first",),
            {"type": first_number, "metavar": "N"},
            (
                "pierwszy numer; bez tego następny po FSW z podanych plików",
                "the first number; else the next behind the internal sales of the files",
            ),
        ),
        DIRECTORY,
        KEEP_GOING,
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)
    return arguments
