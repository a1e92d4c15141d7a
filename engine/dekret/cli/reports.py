"""Options that several commands share, and the printing of reports."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dekret.api import FORMATS, Diagnostic, Report, Severity
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.texts import TEXTS

_SHOWN = 200


class Gathered:
    """What is said in the course of a run: the first of each severity, lest many warnings hide why one was refused."""

    def __init__(self) -> None:
        self.report = Report()
        self.not_shown = 0
        self._shown: Counter[Severity] = Counter()

    def say(self, found: Iterable[Diagnostic]) -> None:
        for each in found:
            if self._shown[each.severity] < _SHOWN:
                self._shown[each.severity] += 1
                self.report.add(each)
            else:
                self.not_shown += 1


RULE_PATHS = ("pliki reguł albo foldery (bieżący folder)", "rule files or folders (the current folder)")


def add_paths(arguments: Arguments, texts: Texts = RULE_PATHS) -> None:
    """`PLIK …`, the current folder by default."""
    arguments.positional.add_argument(
        "paths",
        nargs="*",
        type=Path,
        default=[Path()],
        metavar="PLIK" if arguments.console.language == "pl" else "FILE",
        help=arguments.console.text(texts),
    )


def add_format(arguments: Arguments) -> None:
    """`--format text|json|github|sarif|junit`"""
    _add_form(arguments, "--format")


def add_messages(arguments: Arguments) -> None:
    """`--messages text|json|github|sarif|junit`, of commands whose `--format` is that of a bank file."""
    _add_form(arguments, "--messages")


def _add_form(arguments: Arguments, name: str) -> None:
    arguments.option.add_argument(
        name,
        choices=sorted(FORMATS),
        default="text",
        help=arguments.console.text(
            (
                "postać komunikatów: text, json, github, sarif, junit (text)",
                "form of the messages: text, json, github, sarif, junit (text)",
            )
        ),
    )


def show_report(report: Report, form: str, console: Console, *, data: bool) -> None:
    """Prints a report: to standard output where it is the result of the command (`data`), else to standard error."""
    text = FORMATS[form](report, console.language)
    if data:
        console.out(text)
    else:
        console.err(text)


def say_broken(report: Report, form: str, console: Console, *, data: bool = False, what: str = "broken rules") -> int:
    """Prints what is wrong with the rules, or with another file, and that nothing was done for it; the exit code."""
    show_report(report, form, console, data=data)
    console.err(console.text(TEXTS[what]) + "\n")
    return 1
