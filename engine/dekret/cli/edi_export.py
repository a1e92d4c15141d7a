"""`dekret edi export`: every document to a file of its own, all of them or none."""

from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.edi import ACTIONS
from dekret.cli.progress import Progress
from dekret.cli.reports import Gathered, add_format, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    DOCUMENTS,
    KEEP_GOING,
    Option,
    add_files,
    add_options,
    add_rule_folders,
    day_of,
    open_rules,
)
from dekret.cli.texts import TEXTS

_WRITTEN: Texts = ("Zapisano plików: {count} w folderze {path}.", "Files written: {count}, in {path}.")
_REFUSED: Texts = ("Odmów: {count}.", "Refused: {count}.")
_OF_ANOTHER: Texts = (
    "{number}: w {path} jest inny dokument (inny kontrahent, rodzaj albo numer). Wskaż inny folder albo usuń plik.",
    "{number}: {path} is of another document (another partner, kind or number). Name another folder, or delete it.",
)
_NO_FILES: Texts = ("Nie ma czego zapisać.", "There is nothing to write.")


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console, data=True)
    exporter = api.open_edi_export(rules, api.ExchangeBy(day_of(given), given.directory))
    gathered, progress = Gathered(), Progress(console)
    gathered.say(tuple(exporter.report.diagnostics))
    wrong = int(exporter.report.has_errors)
    others: list[tuple[str, Path]] = []
    with api.open_output_folder(given.output) as folder:
        if not wrong:
            for count, item in enumerate(exporter.run(given.files, console.input), 1):
                if isinstance(item, api.Refused):
                    gathered.say(item.diagnostics)
                    wrong += not item.passed_over
                else:
                    gathered.say(item.remarks)
                    if api.is_of_another(given.output / item.name, item):
                        others.append((item.number, given.output / item.name))
                    else:
                        folder.write(item.name, item.text.encode())
                progress.step(count)
        progress.end()
        show_report(gathered.report, given.format, console, data=True)
        if gathered.not_shown:
            console.err(console.text(TEXTS["findings not shown"], count=gathered.not_shown) + "\n")
        for number, path in others:
            console.err(console.text(_OF_ANOTHER, number=number, path=str(path)) + "\n")
        wrong += len(others)
        kept = bool(folder.names) and (not wrong or given.keep_going)
        if kept:
            console.err(console.text(_WRITTEN, count=len(folder.keep()), path=str(given.output)) + "\n")
        if wrong:
            console.err(console.text(_REFUSED, count=wrong) + "\n")
        if not kept:
            console.err(console.text(TEXTS["refused, not written"] if wrong else _NO_FILES) + "\n")
    return 1 if wrong or not kept else 0


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("edi export", ACTIONS["export"], console)
    add_files(arguments, DOCUMENTS)
    options: tuple[Option, ...] = (
        (
            ("-o", "--output"),
            {"type": Path, "metavar": "FOLDER", "required": True},
            ("folder, w którym staną pliki", "the folder for the files"),
        ),
        DIRECTORY,
        KEEP_GOING,
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)
    return arguments
