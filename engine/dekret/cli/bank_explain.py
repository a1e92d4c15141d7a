"""`dekret bank explain`: why the entries of a report got their accounts."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.bank_options import LINE_RULES, REGISTER, REPORTS
from dekret.cli.console import Console
from dekret.cli.reports import say_broken, show_report
from dekret.cli.rules_options import DIRECTORY, Option, add_files, add_options, add_rule_folders, day_of, open_rules


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    texts, report = api.explain_lines(
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
    if not texts:
        console.err(console.text(_NONE) + "\n")
    return 0 if texts and not report.has_errors else 1


_NONE = ("Nie ma takiego zapisu w tych raportach.", "There is no such entry in these reports.")
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
