"""`dekret map`: files read into documents by a map, or documents prepared for templates."""

from argparse import Namespace
from dataclasses import dataclass, field

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.outputs import DocumentWriter, claim, files_read, need_ending
from dekret.cli.progress import Progress
from dekret.cli.reports import Gathered, add_format, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    KEEP_GOING,
    RECORDS,
    add_files,
    add_options,
    add_rule_folders,
    day_of,
    open_rules,
)
from dekret.cli.texts import COMMANDS, TEXTS


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console)
    need_ending(given.output, ".json", ".jsonl")
    claim((given.output,), files_read(given.files, rules))
    by, report = api.open_map(rules, given.map, day_of(given), given.directory)
    if report.has_errors:
        return say_broken(report, given.format, console)
    result = _Result()
    result.said.say(report.diagnostics)
    with api.open_output(given.output) as output:
        writer = DocumentWriter(output, given.output, console)
        progress = Progress(console)
        for item in api.run_map(by, given.files, console.input):
            if isinstance(item, api.MapRefused):
                result.refused += 1
                result.said.say(item.diagnostics)
            else:
                result.mapped += 1
                result.said.say(item.remarks)
                writer.write(item.text)
            progress.step(result.mapped + result.refused)
        progress.end()
        writer.end()
        show_report(result.said.report, given.format, console, data=False)
        kept = result.mapped > 0 and (not result.refused or given.keep_going)
        if kept:
            output.keep(console.out)
    _say(result, given, console, kept=kept)
    return 1 if result.refused else 0


@dataclass(slots=True)
class _Result:
    mapped: int = 0
    refused: int = 0
    said: Gathered = field(default_factory=Gathered)


def _say(result: _Result, given: Namespace, console: Console, *, kept: bool) -> None:
    if result.said.not_shown:
        console.err(console.text(TEXTS["not shown"], count=result.said.not_shown) + "\n")
    console.err(console.text(TEXTS["mapped"], mapped=result.mapped, refused=result.refused) + "\n")
    if not kept:
        console.err(console.text(TEXTS["nothing mapped" if result.mapped == 0 else "refused, not written"]) + "\n")
    elif given.output:
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("map", COMMANDS["map"], console)
    arguments.positional.add_argument(
        "map",
        metavar="MAPA" if console.language == "pl" else "MAP",
        help=console.text(("symbol mapy", "symbol of the map")),
    )
    add_files(
        arguments,
        (
            "pliki, które mapa czyta, albo dokumenty dla szablonu; - to standardowe wejście",
            "files that the map reads, or documents for a template; - is standard input",
        ),
    )
    options = (
        RECORDS,
        DIRECTORY,
        KEEP_GOING,
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)
    return arguments
