"""`dekret bank explain`: why the entries of a report got their accounts."""

from difflib import get_close_matches

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.bank_options import LINE_RULES, REGISTER, REPORTS
from dekret.cli.console import Console
from dekret.cli.reports import say_broken, show_report
from dekret.cli.rules_options import DIRECTORY, Option, add_files, add_options, add_rule_folders, day_of, open_rules
from dekret.cli.texts import TEXTS


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    texts, numbers, report = api.explain_lines(
        rules,
        given.files,
        console.input,
        register=given.register,
        directory=given.directory,
        line_rules=given.line_rules,
        number=given.number,
        today=day_of(given),
        language=console.language,
    )
    show_report(report, "text", console, data=False)
    console.out("".join(texts))
    if not texts and (numbers or not report.has_errors):
        console.err(_why_none(given.number, numbers, console) + "\n")
    return 0 if texts and not report.has_errors else 1


def _why_none(number: str, numbers: list[str], console: Console) -> str:
    """Why no entry is explained, the reports having these."""
    known = {each.casefold(): each for each in numbers}
    if not numbers:
        return console.text(_NO_ENTRIES)
    if not number or number.casefold() in known:
        return console.text(_NO_RULES)
    said = console.text(_NONE, number=number, count=len(numbers), first=numbers[0], last=numbers[-1])
    near = get_close_matches(number.casefold(), known, n=1)
    return f"{said} {console.text(TEXTS['did you mean'], name=known[near[0]])}" if near else said


_NONE = (
    "W tych raportach nie ma zapisu {number}. Zapisów jest {count}: od {first} do {last}.",
    "There is no entry {number} in these reports. There are {count}: from {first} to {last}.",
)
_NO_ENTRIES = ("W tych raportach nie ma żadnego zapisu.", "There are no entries in these reports.")
_NO_RULES = (
    "W dniu zapisu nie obowiązują żadne z tych reguł: sprawdź ich daty, obowiązuje od i do.",
    "None of the rules holds on the day of the entry: see to their dates, 'obowiązuje od' and 'obowiązuje do'.",
)
_NUMBER: Option = (
    ("--number",),
    {"default": "", "metavar": "NUMER"},
    ("tylko ten zapis: KP/3/2026/BANK", "this entry alone: KP/3/2026/BANK"),
)


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("bank explain", ACTIONS["explain"], console)
    add_files(arguments, REPORTS)
    add_options(arguments, (_NUMBER, LINE_RULES, REGISTER, DIRECTORY))
    add_rule_folders(arguments)
    return arguments
