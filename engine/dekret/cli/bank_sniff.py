"""`dekret bank sniff`: from a file of a bank to a proposed format and its case."""

import datetime as dt
from argparse import Namespace
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.console import Console
from dekret.cli.reports import show_report
from dekret.cli.texts import TEXTS

_ROWS = 2000
_LEFT_OUT = (
    "Przypadku nie zapisano: pierwszych wierszy jest za dużo albo nie wszystkie odczytano bez uwag.",
    "No case was written: the first rows are too many, or not all of them were read without a remark.",
)


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    today = dt.date.today()  # noqa: DTZ011 - the day on the desk
    found = api.sniff(
        given.file,
        console.input,
        today,
        rows=max(given.rows, 1),
        symbol=given.symbol,
        encoding=given.encoding,
        anonymous=given.anonymize,
        language=console.language,
    )
    if isinstance(found, api.Diagnostic):
        show_report(api.Report([found]), given.format, console, data=given.format == "json")
        return 1
    if given.format == "json":
        console.out(api.sniffed_json(found, console.language))
    else:
        console.err(api.sniffed_table(found, console.language))
        show_report(found.report, "text", console, data=False)
    if given.output:
        _write(given, found, console)
    elif given.format == "text":
        console.out(found.format)
    return 0 if found.lines and not found.report.has_errors else 1


def _write(given: Namespace, found: "api.Sniffed", console: Console) -> None:
    """The format and its case, in a folder or beside each other; files that are there stay, but by --force."""
    output: Path = given.output
    path = output / f"{found.symbol.lower()}.format" if output.is_dir() or not output.suffix else output
    files = {path: found.format, path.with_suffix(".przypadek"): found.case}
    if not given.force:
        for each in files:
            if each.exists():
                raise api.FileError(
                    f"Plik {each} już jest; niczego nie zmieniono. Zastąpi go --force.",
                    f"{each} is there already; nothing was changed. --force replaces it.",
                )
    for each, text in files.items():
        if text:
            api.write_text(each, text)
            console.err(console.text(TEXTS["written"], path=str(each)) + "\n")
        else:
            console.err(console.text(_LEFT_OUT) + "\n")


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("bank sniff", ACTIONS["sniff"], console)
    file = "PLIK" if console.language == "pl" else "FILE"
    arguments.positional.add_argument(
        "file",
        type=Path,
        metavar=file,
        help=console.text(("plik z banku; - to standardowe wejście", "file of a bank; - is standard input")),
    )
    option = arguments.option
    option.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=f"FOLDER|{file}",
        help=console.text(("gdzie zapisać format i przypadek", "where the format and its case are written")),
    )
    option.add_argument(
        "--symbol", default="", help=console.text(("symbol formatu (z nazwy pliku)", "symbol (from the file name)"))
    )
    option.add_argument(
        "--encoding",
        default="",
        metavar="NAZWA" if console.language == "pl" else "NAME",
        help=console.text(("kodowanie, gdy jest znane", "the encoding, where it is known")),
    )
    option.add_argument(
        "--rows",
        type=int,
        default=_ROWS,
        metavar="N",
        help=console.text((f"ile wierszy obejrzeć ({_ROWS})", f"how many rows to look at ({_ROWS})")),
    )
    option.add_argument(
        "--anonymize",
        action="store_true",
        help=console.text(
            ("przypadek ze zmyślonymi nazwami, rachunkami i tytułami", "invented names, accounts, titles in the case")
        ),
    )
    option.add_argument(
        "--force",
        action="store_true",
        help=console.text(("zastąp pliki, które już są", "replace files that are there")),
    )
    option.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        metavar="text|json",
        help=console.text(("postać wyniku (text)", "form of the result (text)")),
    )
    return arguments
