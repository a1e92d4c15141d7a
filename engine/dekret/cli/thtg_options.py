"""What the exchanges of `dekret thtg` share: their options, and the run that writes all records or none."""

from argparse import Namespace

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.outputs import DocumentWriter
from dekret.cli.reports import Gathered, add_format, show_report
from dekret.cli.rules_options import DIRECTORY, RECORDS, Option, add_files, add_options, add_rule_folders
from dekret.cli.texts import TEXTS


def add_exchange(arguments: Arguments, files: Texts) -> None:
    """The files, `-o`, the company's file, the rules, `--keep-going`, `--format`."""
    add_files(arguments, files)
    options: tuple[Option, ...] = (
        RECORDS,
        DIRECTORY,
        (
            ("--keep-going",),
            {"action": "store_true"},
            ("zapisz resztę mimo odmów", "write the rest although records were refused"),
        ),
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)


def write_all(found: "api.Contractors | api.Invoices", given: Namespace, console: Console, done: Texts) -> int:
    """Writes what becomes of every record, all of them or none; the exit code."""
    gathered = Gathered()
    written = created = refused = 0
    with api.open_output(given.output) as output:
        writer = DocumentWriter(output, given.output, console)
        for item in api.run_thtg(found, given.files, console.input):
            if isinstance(item, api.Refused):
                refused += not item.passed_over
                gathered.say(item.diagnostics)
            else:
                written += 1
                created += item.creates
                gathered.say(item.remarks)
                writer.write(item.text)
        writer.end()
        show_report(gathered.report, given.format, console, data=False)
        kept = written > 0 and (not refused or given.keep_going)
        if kept:
            output.keep(console.out)
    if gathered.not_shown:
        console.err(console.text(TEXTS["not shown"], count=gathered.not_shown) + "\n")
    console.err(console.text(done, written=written, created=created, refused=refused) + "\n")
    if not kept:
        console.err(console.text(TEXTS["nothing mapped" if not written else "refused, not written"]) + "\n")
    elif given.output:
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    return 1 if refused else 0
