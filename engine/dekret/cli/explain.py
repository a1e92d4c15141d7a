"""`dekret explain`: why a document was posted as it was."""

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import DOCUMENTS, add_files, add_options, add_rules, by, open_rules, result_option
from dekret.cli.texts import COMMANDS, TEXTS

_FORMS = ("text", "json", "html")


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    poster = api.open_poster(rules, by(given))
    found = api.explain(poster, given.files, console.input, given.number)
    form = given.format or ("html" if given.output and given.output.suffix.lower() in (".html", ".htm") else "text")
    with api.open_output(given.output) as output:
        output.write(api.explanation_text(found, form, console.language))
        output.keep(console.out)
    if given.output:
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    return 0 if found.entry else 1


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("explain", COMMANDS["explain"], console)
    add_files(arguments, DOCUMENTS)
    add_rules(arguments)
    option = arguments.option
    option.add_argument(
        "--number",
        metavar="NUMER" if console.language == "pl" else "NUMBER",
        help=console.text(("numer dokumentu, gdy jest ich kilka", "number of the document, where there are several")),
    )
    option.add_argument(
        "--format",
        choices=_FORMS,
        help=console.text(("text, json albo html (text; z -o po nazwie pliku)", "text, json or html")),
    )
    add_options(
        arguments, [result_option(("plik wyniku, np. wyjasnienie.html", "file of the result, such as why.html"))]
    )
    return arguments
