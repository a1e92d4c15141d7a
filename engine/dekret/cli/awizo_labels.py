"""`dekret awizo labels`: labels of packages and the waybill, as a record for templates."""

from dekret import api
from dekret.cli.awizo_options import STDIN, awizo_arguments
from dekret.cli.console import Console
from dekret.cli.outputs import claim, files_read, need_ending
from dekret.cli.reports import add_messages, say_broken, show_report
from dekret.cli.rules_options import DIRECTORY, add_options, add_rule_folders, day_of, open_rules, result_option


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("labels", console)
    add, text = arguments.option.add_argument, console.text
    add(
        "--portrait",
        action="store_true",
        help=text(("pionowo, jedna na stronie (poziomo po dwie)", "portrait, one a page (landscape, two a page)")),
    )
    add(
        "--collective",
        action="store_true",
        help=text(("zbiorcze: tylko opakowań nadrzędnych", "collective: those of outer packages alone")),
    )
    add_options(
        arguments,
        [
            DIRECTORY,
            result_option(
                ("plik etykiet w JSON (standardowe wyjście)", "file of the labels as JSON (standard output)")
            ),
        ],
    )
    add_rule_folders(arguments)
    add_messages(arguments)
    given = arguments.parse(words)
    output = None if given.output == STDIN else given.output
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.messages, console)
    need_ending(output, ".json")
    claim((output,), files_read((given.file,), rules))
    place = api.labels_place(output)
    made = api.print_labels(
        api.open_awizo(given.file, console.input),
        rules,
        directory=given.directory,
        today=day_of(given),
        portrait=given.portrait,
        collective=given.collective,
    )
    show_report(made.report, given.messages, console, data=False)
    if made.printed is None:
        return 1
    place.write(made.text, console.out)
    count = sum(len(page) for page in made.printed.pages)
    console.err(console.text(_DONE, count=count, pages=len(made.printed.pages)) + "\n")
    return 0


_DONE = (
    "Etykiet: {count}, stron z nimi: {pages}; do tego list przewozowy.",
    "Labels: {count}, pages of them: {pages}; with the waybill.",
)
