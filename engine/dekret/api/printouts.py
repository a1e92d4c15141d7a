"""Verbs on templates: printing documents, what templates there are, what a dialog remembers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dekret.errors import FileError, UsageError
from dekret.packs.library import Library
from dekret.packs.printouts.outcome import PrintBy
from dekret.text.wording import listed

if TYPE_CHECKING:
    from dekret.packs.printouts.printing import Printer
    from dekret.text.wording import Language


def print_by(rules: Library, by: PrintBy) -> Printer:
    """A template ready to print. Raises `UsageError` for an unknown symbol."""
    from dekret.packs.printouts.printing import Printer

    return Printer(rules, by)


def templates_table(rules: Library, by: PrintBy, language: Language) -> str:
    """All templates that can be printed by, with what they print."""
    from dekret.packs.printouts.listed import templates_table

    return templates_table(rules, by.today, language)


def pdf_of(pages: Sequence[str]) -> bytes:
    """HTML texts as one PDF, each from a page of its own and numbered by itself.

    Raises `UsageError` where WeasyPrint is not there.
    """
    from dekret.render.pdf import pdf

    try:
        return pdf(pages)
    except (ImportError, OSError) as error:
        raise UsageError(
            'PDF wymaga dodatku: pip install "dekret[pdf]" (i bibliotek Pango systemu).',
            'PDF needs an extra: pip install "dekret[pdf]" (and Pango of the system).',
        ) from error


_OF_OTHERS = (".docx", ".doc", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".png", ".jpg", ".svg", ".zip")


def need_ending(printer: Printer, output: Path) -> None:
    """Raises `UsageError` for a file whose ending is of a format that the template does not make.

    A page is HTML or PDF, XML is XML. A template of text may write any data: there only endings of pages and of
    formats that are no text are refused. A name without an ending may be meant as a folder: it is refused, too.
    """
    ending, known = output.suffix.lower(), printer.template.kind.endings
    if not ending:
        shown = listed(known or (".txt", ".csv", ".json"))
        raise UsageError(
            f"{output}: nazwa pliku nie ma końcówki. Ten szablon daje np. {shown}; folder: {output}/",
            f"{output}: the name of the file has no ending. This template makes {shown}; a folder: {output}/",
        )
    if known and ending not in known:
        shown = listed(known)
        raise UsageError(
            f"{output.name}: nie ma zapisu w formacie {ending}. Ten szablon daje: {shown}.",
            f"{output.name}: nothing is written as {ending}. This template makes: {shown}.",
        )
    if not known and ending in (*_OF_OTHERS, ".pdf", ".html", ".htm", ".xml"):
        raise UsageError(
            f"{output.name}: ten szablon pisze zwykły tekst; zapisz go np. z końcówką .txt albo .csv.",
            f"{output.name}: this template writes plain text; keep it with an ending such as .txt or .csv.",
        )


def remembered_answers(path: Path, symbol: str) -> Mapping[str, str]:
    """What a user last answered to the dialog of a template, from a file. Raises `FileError`."""
    from dekret.store.remembered import read_remembered

    return read_remembered(path).get(_key(symbol), {})


def remember_answers(path: Path, printer: Printer) -> None:
    """Keeps the answers to parameters that ask for it. Raises `FileError`."""
    from dekret.store.remembered import write_remembered

    if printer.kept:
        write_remembered(path, _key(printer.template.symbol), printer.kept)


def make_folder(path: Path) -> None:
    """A folder for printouts, with those above it. Raises `FileError`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError.writing(path, error) from error


def _key(symbol: str) -> str:
    return f"szablon {symbol.casefold()}"
