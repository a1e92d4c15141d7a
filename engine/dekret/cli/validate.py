"""`dekret validate`: documents checked by rules."""

from argparse import Namespace
from dataclasses import dataclass, field
from itertools import chain

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.progress import Progress
from dekret.cli.reports import Gathered, add_format, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    DOCUMENTS,
    Option,
    add_files,
    add_options,
    add_rule_folders,
    day_of,
    open_rules,
)
from dekret.cli.texts import COMMANDS, TEXTS


@dataclass(slots=True)
class _Count:
    """How many documents there were, and what became of them."""

    checked: int = 0
    clean: int = 0
    wrong: int = 0
    unchecked: int = 0

    def take(self, item: "api.Validated") -> None:
        if item.nothing_there:
            return
        wrong = any(found.severity is api.Severity.ERROR for found in item.diagnostics)
        self.checked += item.checked
        self.unchecked += not item.checked
        self.wrong += wrong
        self.clean += item.checked and not item.found


@dataclass(slots=True)
class _All:
    """As `Gathered`, of all that is said."""

    report: api.Report = field(default_factory=api.Report)
    not_shown: int = 0

    def say(self, found: tuple[api.Diagnostic, ...]) -> None:
        self.report.extend(found)


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console, data=True)
    validator = api.open_validator(rules, _by(given))
    if given.explain:
        return _explain(validator, given, console)
    gathered = _All() if given.all else Gathered()
    count, progress = _Count(), Progress(console)
    for item in api.validate(validator, given.files, console.input):
        count.take(item)
        gathered.say(item.diagnostics)
        progress.step(count.checked + count.unchecked)
    progress.end()
    show_report(gathered.report, given.format, console, data=True)
    if gathered.not_shown:
        console.err(console.text(TEXTS["findings not shown"], count=gathered.not_shown) + "\n")
    counted = {"checked": count.checked, "clean": count.clean, "wrong": count.wrong, "unchecked": count.unchecked}
    console.err(console.text(TEXTS["validated"], **counted) + "\n")
    return 1 if count.wrong or not count.checked + count.unchecked else 0


def _explain(validator: "api.Validator", given: Namespace, console: Console) -> int:
    found = api.explain_validation(validator, given.files, console.input, given.number)
    form = "json" if given.format == "json" else "text"
    console.out("\n".join(api.validation_text(each, form, console.language) for each in found))
    return int(any(said.severity is api.Severity.ERROR for each in found for said in each.validated.diagnostics))


def _by(given: Namespace) -> api.ValidateBy:
    symbols = tuple(chain.from_iterable(given.set or ()))
    return api.ValidateBy(day_of(given), given.operation or "", symbols, given.directory, sales=given.sale)


def _symbols(text: str) -> list[str]:
    return [symbol.strip() for symbol in text.split(",") if symbol.strip()]


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("validate", COMMANDS["validate"], console)
    add_files(arguments, DOCUMENTS)
    options: tuple[Option, ...] = (
        (
            ("--operation",),
            {"metavar": "NAZWA" if console.language == "pl" else "NAME"},
            (
                "także reguły dla operacji, np. „eksport EDI”; bez tej opcji tylko reguły, które obowiązują zawsze",
                "the rules for an operation, too, such as 'eksport EDI'; else those alone that hold always",
            ),
        ),
        (
            ("--set",),
            {"type": _symbols, "action": "append", "metavar": "SYMBOL"},
            ("tylko te reguły; kilka symboli po przecinku", "these rules alone; several symbols with commas"),
        ),
        DIRECTORY,
        (
            ("--sale",),
            {"action": "store_true"},
            (
                "faktury KSeF to sprzedaż; bez tego mówi o tym NIP z kartoteki, a bez kartoteki są zakupem",
                "invoices of KSeF are sales; else the NIP of the company's file tells, or they are purchases",
            ),
        ),
        (
            ("--explain",),
            {"action": "store_true"},
            (
                "pokaż dla każdej reguły, czy dotyczyła dokumentu, czy zachodziła i jakie wartości widziała",
                "show of every rule whether it applied, whether it held, and the values it saw",
            ),
        ),
        (
            ("--number",),
            {"metavar": "NUMER" if console.language == "pl" else "NUMBER"},
            ("z --explain: tylko dokument o tym numerze", "with --explain: the document of this number alone"),
        ),
        (("--all",), {"action": "store_true"}, ("pokaż wszystkie komunikaty", "show all messages")),
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)
    return arguments
