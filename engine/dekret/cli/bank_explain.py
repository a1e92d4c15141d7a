"""`dekret bank explain`: why the entries of a report got their accounts."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.console import Console
from dekret.cli.reports import show_report
from dekret.cli.rules_options import add_rule_folders, day_of, open_rules
from dekret.cli.texts import TEXTS


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        show_report(rules.report, "text", console, data=False)
        console.err(console.text(TEXTS["broken rules"]) + "\n")
        return 1
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


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("bank explain", ACTIONS["explain"], console)
    file = "PLIK" if console.language == "pl" else "FILE"
    arguments.positional.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=file,
        help=console.text(
            ("raporty z „dekret bank import”; - to standardowe wejście", "reports of 'dekret bank import'; - is stdin")
        ),
    )
    add = arguments.option.add_argument
    add("--number", default="", metavar="NUMER", help=console.text(("tylko ten zapis: KP/3/2026/BANK", "this entry")))
    add(
        "--line-rules",
        default="",
        metavar="SYMBOL",
        help=console.text(("reguły pozycji, po przecinku (te rejestru)", "rules of lines (those of the register)")),
    )
    add(
        "-r",
        "--register",
        default="",
        metavar="KOD",
        help=console.text(("rejestr bankowy z kartoteki (jedyny)", "bank register (the only one)")),
    )
    add("--directory", metavar="SYMBOL", help=console.text(("kartoteka, gdy jest ich kilka", "company's file")))
    add_rule_folders(arguments)
    return arguments
