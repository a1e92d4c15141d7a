"""`dekret render`: documents printed by a template, as HTML, PDF, XML or text."""

import os
import re
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments, UnfitError
from dekret.cli.console import Console
from dekret.cli.outputs import claim, files_read
from dekret.cli.reports import say_broken, show_report
from dekret.cli.rules_options import DIRECTORY, KEEP_GOING, Option, add_options, add_rule_folders, day_of, open_rules
from dekret.cli.texts import COMMANDS, TEXTS


def _pair(text: str) -> tuple[str, str]:
    """`NAME=VALUE`; the value may hold further equals signs."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UnfitError(f"„{text}”? NAZWA=WARTOŚĆ", f"'{text}'? NAME=VALUE")
    return name.strip(), value


@dataclass(frozen=True, slots=True)
class _Output:
    """Where printouts go: a folder where it is there already or its name ends with a slash, else a file."""

    path: Path
    folder: bool


def _output(text: str) -> _Output:
    path = Path(text)
    return _Output(path, text.endswith(("/", os.sep)) or path.is_dir())


_OPTIONS: tuple[Option, ...] = (
    (
        ("--set",),
        {"type": _pair, "action": "append", "default": [], "metavar": "NAZWA=WARTOŚĆ"},
        ("odpowiedź na parametr szablonu; można powtarzać", "the answer to a parameter; may be repeated"),
    ),
    (
        ("--memory",),
        {"type": Path, "metavar": "PLIK"},
        (
            "plik z ostatnimi odpowiedziami; nowe są w nim zapisywane",
            "the file of last answers; new ones are written to it",
        ),
    ),
    DIRECTORY,
    (
        ("-o", "--output"),
        {"type": _output, "metavar": "PLIK"},
        (
            "plik wyniku: .html, .pdf, .xml, .txt; kilka dokumentów: jeden .pdf albo folder (z / na końcu)",
            "file of the result: .html, .pdf, .xml, .txt; several documents: one .pdf or a folder (with / behind)",
        ),
    ),
    KEEP_GOING,
    (("--pdf",), {"action": "store_true"}, ("PDF także w folderze i bez -o", "PDF, in a folder and without -o, too")),
)


def run(words: list[str], console: Console) -> int:
    arguments = _arguments(console)
    given = arguments.parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, "text", console)
    if given.template is None:
        console.out(api.templates_table(rules, _by(given), console.language))
        return 0
    printer = api.print_by(rules, _by(given))
    if printer.report.diagnostics:
        show_report(printer.report, "text", console, data=False)
    if printer.report.has_errors:
        return 1
    if not given.files:
        arguments.error(console.text(("wskaż plik z dokumentami", "name a file of documents")))
    if given.output and not given.output.folder:
        api.need_ending(printer, given.output.path)
    if given.pdf:
        api.need_ending(printer, Path("wydruk.pdf"))
    printed, refused = _printed(printer, given, console)
    if not printed:
        console.err(console.text(("Niczego nie wydrukowano.", "Nothing was printed.")) + "\n")
        return 1
    if refused and not given.keep_going:
        console.err(console.text(TEXTS["refused, not written"]) + "\n")
        return 1
    _write(printed, given, console, (printer.template.kind.ending, files_read(given.files, rules)))
    if given.memory:
        api.remember_answers(given.memory, printer)
    return 1 if refused else 0


def _by(given: Namespace) -> "api.PrintBy":
    remembered = api.remembered_answers(given.memory, given.template) if given.memory and given.template else {}
    return api.PrintBy(given.template or "", day_of(given), given.directory, dict(given.set), remembered)


def _printed(printer: "api.Printer", given: Namespace, console: Console) -> "tuple[list[api.Printed], bool]":
    printed: list[api.Printed] = []
    report = api.Report()
    for item in printer.run(given.files, console.input):
        if isinstance(item, api.Refused):
            report.extend(item.diagnostics)
        else:
            report.extend(item.remarks)
            printed.append(item)
    if report.diagnostics:
        show_report(report, "text", console, data=False)
    return printed, report.has_errors


def _write(printed: "list[api.Printed]", given: Namespace, console: Console, how: tuple[str, set[Path]]) -> None:
    """Each document to its file; a single one to the file named, or to standard output; several to one PDF."""
    usual, used = how
    output: _Output | None = given.output
    folder = output is not None and output.folder
    pdf = given.pdf or (output is not None and not folder and output.path.suffix.lower() == ".pdf")
    if len(printed) > 1 and not folder and not (output and pdf):
        raise api.UsageError(
            f"Dokumentów jest {len(printed)}; wskaż folder: -o wydruki/ albo jeden plik PDF: -o wydruki.pdf",
            f"There are {len(printed)} documents; name a folder: -o printouts/ or one PDF: -o printouts.pdf",
        )
    if output is None and given.pdf:
        raise api.UsageError("PDF zapisuje się do pliku: -o wydruk.pdf", "A PDF goes to a file: -o printout.pdf")
    if output is None or not folder:
        path = output.path if output else None
        claim([path], used)
        _keep(path, [each.text for each in printed], pdf=pdf, console=console)
        return
    ending = ".pdf" if pdf else f".{usual}"
    paths = [output.path / f"{_file_name(each.number)}{ending}" for each in printed]
    _need_different(printed, paths)
    claim(paths, used)
    api.make_folder(output.path)
    for path, each in zip(paths, printed, strict=True):
        _keep(path, [each.text], pdf=pdf, console=console)


def _need_different(printed: "list[api.Printed]", paths: list[Path]) -> None:
    """Raises `UsageError` where two documents would become one file."""
    numbers: dict[Path, str] = {}
    for each, path in zip(printed, paths, strict=True):
        if path not in numbers:
            numbers[path] = each.number
            continue
        before = numbers[path]
        if before == each.number:
            raise api.UsageError(
                f"Dwa dokumenty mają numer {before}, a każdy ma mieć swój plik ({path.name}); wydrukuj je osobno.",
                f"Two documents have the number {before}; each is to have a file ({path.name}). Print them apart.",
            )
        raise api.UsageError(
            f"Dokumenty {before} i {each.number} miałyby ten sam plik {path.name}; wydrukuj je osobno.",
            f"The documents {before} and {each.number} would have one file, {path.name}; print them apart.",
        )


def _file_name(number: str) -> str:
    """The number of a document as the name of a file."""
    return re.sub(r"[^\w.-]+", "-", number).strip("-.") or "dokument"


def _keep(path: Path | None, texts: list[str], *, pdf: bool, console: Console) -> None:
    """Writes one text, or all of them to one PDF."""
    with api.open_output(path) as output:
        if pdf:
            output.write_bytes(api.pdf_of(texts))
        else:
            output.write(texts[0])
        output.keep(console.out)
    if path:
        console.err(console.text(TEXTS["written"], path=str(path)) + "\n")


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("render", COMMANDS["render"], console)
    arguments.positional.add_argument(
        "template",
        nargs="?",
        metavar="SZABLON" if console.language == "pl" else "TEMPLATE",
        help=console.text(("symbol szablonu; bez niego spis szablonów", "symbol of the template; all of them without")),
    )
    arguments.positional.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="PLIK" if console.language == "pl" else "FILE",
        help=console.text(("dokumenty; - to standardowe wejście", "documents; - is standard input")),
    )
    add_options(arguments, _OPTIONS)
    add_rule_folders(arguments)
    return arguments
