"""Verbs on bank files: formats, previews, transfers out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret import assets
from dekret.errors import FileError, UsageError
from dekret.packs.bank.export_words import ExportWords
from dekret.packs.library import Library
from dekret.text.diagnostic import Severity
from dekret.text.report import Report
from dekret.text.wording import Language

if TYPE_CHECKING:
    from dekret.bank.charsets import Charset
    from dekret.bank.check import CheckedFormat
    from dekret.company.rates import Rates
    from dekret.packs.bank.export import Export
    from dekret.packs.bank.import_by import ImportBy
    from dekret.packs.bank.preview import Preview
    from dekret.packs.bank.run_import import Import
    from dekret.packs.bank.run_match import Matched
    from dekret.packs.bank.run_sniff import Sniffed
    from dekret.packs.bank.sending import Names
    from dekret.packs.bank.statement_preview import StatementPreview
    from dekret.store.files import Output
    from dekret.text.diagnostic import Diagnostic


def bank_format(rules: Library, symbol: str, day: dt.date) -> tuple[CheckedFormat | None, Report]:
    """The format of a symbol on a day, and what is wrong with it. Raises `UsageError` for an unknown symbol."""
    from dekret.packs.bank.formats import format_of

    return format_of(rules, symbol, day)


def formats_table(rules: Library, day: dt.date, language: Language) -> str:
    """All formats that hold on a day."""
    from dekret.packs.bank import manual

    return manual.formats_table(rules, day, language)


def format_page(checked: CheckedFormat, language: Language) -> str:
    """One format with its parameters and positions, as it is after all that it takes over from others."""
    from dekret.packs.bank import manual

    return manual.format_page(checked, language)


def preview(
    checked: CheckedFormat, path: Path, standard_input: IO[bytes], limit: int
) -> Preview | StatementPreview | Diagnostic:
    """The first records of a bank file, of one in MT940 its lines; or why it is no such file at all.

    `-` is standard input. Raises `FileError`.
    """
    from dekret.packs.bank import preview, statement_preview
    from dekret.packs.bank.statements import refusal_by_format

    show = statement_preview.preview if checked.format.mt940 else preview.preview
    if str(path) == "-":
        return refusal_by_format(standard_input, "-", checked.format) or show(checked, "-", standard_input, limit)
    try:
        with path.open("rb") as stream:
            return refusal_by_format(stream, str(path), checked.format) or show(checked, str(path), stream, limit)
    except OSError as error:
        raise FileError.reading(path, error) from error


def preview_text(shown: Preview | StatementPreview, language: Language) -> Iterator[str]:
    """The records of a preview as tables."""
    from dekret.packs.bank import preview, statement_preview

    if isinstance(shown, preview.Preview):
        return preview.as_text(shown, language)
    return statement_preview.as_text(shown, language)


def preview_page(shown: Preview | StatementPreview, language: Language) -> str:
    """The records of a preview as an HTML page. Raises `UsageError` for MT940, whose fields have no places in a row."""
    from dekret.packs.bank import preview

    if not isinstance(shown, preview.Preview):
        raise UsageError(
            "Strona z kolorami pokazuje pola w wierszu, a MT940 ma znaczniki: użyj podglądu bez -o.",
            "The coloured page shows fields of rows, and MT940 has tags: use the preview without -o.",
        )
    return preview.as_html(shown, language)


def sniff(  # noqa: PLR0913 - the options of a command
    path: Path,
    standard_input: IO[bytes],
    day: dt.date,
    *,
    rows: int,
    symbol: str = "",
    encoding: str = "",
    anonymous: bool = False,
    language: Language = "pl",
) -> Sniffed | Diagnostic:
    """The format that a sample of a bank is in, or why none can be proposed; `-` is standard input.

    At most so many `rows` are looked at. Raises `FileError`, and `UsageError` for an unknown encoding or a symbol with
    quotes in it.
    """
    from dekret.bank.sniff.sample import read_sample
    from dekret.packs.bank.run_sniff import How, sniffed
    from dekret.packs.library import RULES, load
    from dekret.packs.start import checked_symbol

    how = How(day, checked_symbol(symbol), _charset(encoding), anonymous, language)
    formats = load([], [assets.folder("rules") / "banki"], languages=RULES)
    if str(path) == "-":
        return sniffed(read_sample("-", standard_input, rows), formats, how)
    try:
        with path.open("rb") as stream:
            sample = read_sample(path.name, stream, rows)
    except OSError as error:
        raise FileError.reading(path, error) from error
    return sniffed(sample, formats, how)


def _charset(name: str) -> Charset | None:
    """The encoding of a name; None for none."""
    from dekret.bank.charsets import CHARSETS
    from dekret.syntax.schema import find

    word = find(CHARSETS, name)
    if name and word is None:
        known = ", ".join(each.pl for each in CHARSETS)
        raise UsageError(f"Nie ma kodowania {name}. Są: {known}.", f"There is no encoding {name}. There are: {known}.")
    return CHARSETS[word] if word else None


def sniffed_table(found: Sniffed, language: Language) -> str:
    """What sniffing found, as a table."""
    from dekret.packs.bank import run_sniff

    return run_sniff.as_text(found, language)


def sniffed_json(found: Sniffed, language: Language) -> str:
    """What sniffing found, for programs."""
    from dekret.packs.bank import run_sniff

    return json.dumps(run_sniff.as_data(found, language), ensure_ascii=False, indent=2) + "\n"


def open_export(rules: Library, words: ExportWords, names: Names) -> Export:
    """A run of transfers; a context. Raises `UsageError` for what does not exist, `FileError`."""
    from dekret.packs.bank.export import Export
    from dekret.packs.bank.export_by import export_by

    return Export(rules, export_by(words), names)


def file_names(  # noqa: PLR0913 - the options of a command
    path: Path, *, separate: bool, together: bool, append: bool, force: bool, used: frozenset[Path] = frozenset()
) -> Names:
    """Where files go, none of them one that is `used` otherwise. Raises `UsageError` for a name that is not allowed."""
    from dekret.packs.bank.sending import Names

    return Names(path, separate, together, append, force, used)


def sent_table(database: Path, language: Language) -> str:
    """The exports of a store. Raises `FileError`."""
    from dekret.packs.bank import manual
    from dekret.store.payments import SentPayments

    with SentPayments.open(database, read_only=True) as sent:
        return manual.exports_table(sent.exports(), language)


def take_back_export(database: Path, number: int) -> int:
    """Unmarks the payments of an export that the bank refused; how many there were. Raises `UsageError`."""
    from dekret.store.payments import SentPayments

    with SentPayments.open(database) as sent, sent.transaction():
        return sent.take_back(number)


def write_text(path: Path, text: str) -> None:
    """Writes a file whole or not at all. Raises `FileError`."""
    from dekret.store.files import write_whole

    write_whole(path, text)


def open_import(rules: Library, by: ImportBy, output: Output) -> Import:
    """A run of statements in; a context. Raises `UsageError` for what does not exist, `FileError`."""
    from dekret.packs.bank.run_import import Import

    return Import(rules, by, output)


def exchange_rates(path: Path | None, *, before: bool) -> tuple[Rates, Report]:
    """The exchange rates of a file, none without one, and what is wrong with it. Raises `FileError`.

    In which encoding it is does not matter: it has no Polish letters.
    """
    from dekret.company.rates import Rates, read_rates
    from dekret.packs.library import read_bytes
    from dekret.text.encoding import read_source

    if path is None:
        return Rates(before=before), Report()
    source, found = read_source(str(path), read_bytes(path))
    report = Report([each for each in found if each.severity is Severity.ERROR])
    return read_rates(source, report, before=before), report


def imports_table(database: Path, language: Language) -> str:
    """The imports of a store. Raises `FileError`."""
    from dekret.packs.bank import manual
    from dekret.store.imported_lines import ImportedLines

    with ImportedLines.open(database, read_only=True) as lines:
        return manual.imports_table(lines.imports(), language)


def take_back_import(database: Path, number: int) -> int:
    """Forgets the lines of an import, so that they can be imported again; how many there were. Raises `UsageError`."""
    from dekret.store.imported_lines import ImportedLines

    with ImportedLines.open(database) as lines, lines.transaction():
        return lines.take_back(number)


def match_entries(  # noqa: PLR0913 - the options of a command
    rules: Library,
    reports: Sequence[Path],
    standard_input: IO[bytes],
    *,
    payments: Sequence[Path],
    invoices: Sequence[Path],
    direction: str | None,
    directory: str | None,
    today: dt.date,
) -> Matched:
    """What entries of cash reports may settle. Raises `FileError`, `UsageError` for an unknown company's file."""
    from dekret.packs.bank.registers import directory_of
    from dekret.packs.bank.run_match import MatchBy, match

    company = directory_of(rules, directory, today)
    by = MatchBy(payments=payments, invoices=invoices, directory=company, direction=direction)
    return match(reports, standard_input, by)


def match_text(matched: Matched, language: Language) -> Iterator[str]:
    """Proposals as text, entry by entry."""
    from dekret.packs.bank import match_text

    return match_text.match_text(matched, language)


def match_lines(matched: Matched) -> Iterator[str]:
    """Proposals as JSON, an entry a line."""
    from dekret.packs.bank.run_match import as_json

    return as_json(matched)


def settlement_lines(matched: Matched, least: int, today: dt.date) -> tuple[list[str], Report]:
    """Settlements of the proposals with at least a score, as JSON, one a line; what is said of those left out."""
    from dekret.model.documents import DOCUMENTS
    from dekret.packs.bank.run_match import settlements

    found, said = settlements(matched, least, today)
    return [DOCUMENTS.encode(each).decode() for each in found], Report(said)


def explain_lines(  # noqa: PLR0913 - the options of a command
    rules: Library,
    reports: Sequence[Path],
    standard_input: IO[bytes],
    *,
    register: str,
    directory: str | None,
    line_rules: str,
    number: str,
    today: dt.date,
    language: Language,
) -> tuple[list[str], list[str], Report]:
    """Why entries of cash reports got their accounts, entry by entry; the numbers of all; what could not be read.

    Raises `FileError`, `UsageError` for symbols that mean nothing, or where no rules are named.
    """
    from dekret.packs.bank.explain_entries import explained
    from dekret.packs.bank.proposals import rule_symbols
    from dekret.packs.bank.registers import directory_of, register_of
    from dekret.packs.bank.run_match import SaidOfFiles

    written = line_rules or register_of(directory_of(rules, directory, today), register).line_rules
    symbols = rule_symbols(rules, written)
    if not symbols:
        raise UsageError(
            "Podaj reguły pozycji: --line-rules SYMBOL, albo Reguły wyciągów rejestru w kartotece.",
            "Name the rules of lines: --line-rules SYMBOL, or those of the register on file.",
        )
    said = SaidOfFiles()
    numbers: list[str] = []
    found = explained(
        rules, symbols, reports, standard_input, said,
        number=number, numbers=numbers, today=today, language=language,
    )  # fmt: skip
    return list(found), numbers, Report(said.diagnostics)
