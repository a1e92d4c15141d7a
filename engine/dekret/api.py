"""The verbs: all that a front may import.

Heavy parts (documents, XML) are imported by the verb that needs them, so that checking a file starts fast.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret import assets
from dekret.demo.result import Demo
from dekret.errors import DekretError, FileError, UsageError
from dekret.packs.library import (
    LANGUAGES,
    Library,
    check_symbols,
    check_together,
    load,
    load_sources,
    read_bytes,
    rule_files,
)
from dekret.packs.outcome import By, Posted, Refused
from dekret.syntax.format import format_source, without_pasted
from dekret.syntax.rulefile import read_file
from dekret.text.diagnostic import Diagnostic, Problem, Severity
from dekret.text.encoding import read_source
from dekret.text.output import FORMATS, plural, summary
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Language, Wording

if TYPE_CHECKING:
    from dekret.model.entries import Entry
    from dekret.packs.poster import Poster
    from dekret.packs.run_case import CaseResult
    from dekret.store.files import Output

__all__ = [
    "FORMATS",
    "By",
    "DekretError",
    "Demo",
    "Diagnostic",
    "FileError",
    "Formatted",
    "Language",
    "Library",
    "Posted",
    "Problem",
    "Refused",
    "Report",
    "Severity",
    "Source",
    "UsageError",
    "Wording",
    "catalogue",
    "check",
    "check_sources",
    "coverage_table",
    "demo_balance",
    "demo_examples",
    "demo_table",
    "formatted",
    "journal_lines",
    "journal_table",
    "library",
    "manual_page",
    "open_output",
    "open_poster",
    "plural",
    "post",
    "problem",
    "problem_page",
    "problems_page",
    "rule_files",
    "run_cases",
    "run_demo",
    "standard_rules",
    "starting_file",
    "summary",
    "turnover_table",
    "update_cases",
    "write_formatted",
    "write_new",
]


_STANDARD = ("ksiegowosc",)


def standard_rules() -> list[Path]:
    """The folders of the packs that every company starts from."""
    return [assets.folder("rules") / name for name in _STANDARD]


# --- rule files


_DOCUMENTS = (".json", ".jsonl", ".xml")


def check(paths: Iterable[Path]) -> Library:
    """Everything that can be found wrong with rule files before they run, and with documents that are named.

    Raises `FileError`.
    """
    named = list(paths)
    documents = [path for path in named if path.suffix.lower() in _DOCUMENTS and path.is_file()]
    found = load([path for path in named if path not in documents], load(standard_rules()))
    check_together(found)
    for path in documents:
        _check_documents(path, found)
    return found


def _check_documents(path: Path, found: Library) -> None:
    from dekret.intake.read import read_documents
    from dekret.intake.received import Received

    found.sources.append(Source(str(path), ""))
    for item in read_documents(path, None, ""):
        found.report.extend(item.warnings if isinstance(item, Received) else item.diagnostics)


def check_sources(sources: Iterable[Source]) -> Library:
    """As `check`, for texts at hand."""
    found = load_sources(sources)
    check_together(found)
    return found


@dataclass(frozen=True, slots=True)
class Formatted:
    """A rule file before and after formatting; `report` holds the errors for which it was left as it is."""

    before: str
    after: str
    newline: str
    report: Report

    @property
    def changed(self) -> bool:
        return self.before != self.after


def formatted(path: Path) -> Formatted:
    """The text of a rule file written the one way. A file with an error in its structure is left alone."""
    data = read_bytes(path)
    source, warnings = read_source(str(path), data)
    report = Report()
    report.extend(warnings)
    reading = read_file(source, LANGUAGES, report)
    broken = [found for found in report.diagnostics if found.severity is Severity.ERROR and _is_structural(found)]
    if broken:
        return Formatted(source.text, source.text, source.newline, Report(broken))
    plain = without_pasted(source, reading.pasted)
    before = source.text if source.encoding == "utf-8" and not data.startswith(b"\xef\xbb\xbf") else ""
    return Formatted(before, format_source(plain, LANGUAGES), source.newline, Report())


_KEEPS_LAYOUT = ("rulefile/not-a-line", "rulefile/unclosed-text", "rulefile/unclosed-section", "rulefile/no-header")


def _is_structural(found: Diagnostic) -> bool:
    return found.id in _KEEPS_LAYOUT or found.id.startswith("text/") or found.id == "rulefile/unquoted-symbol"


def starting_file(kind: str, symbol: str) -> str:
    """A small definition to start from. Raises `UsageError` for an unknown kind."""
    from dekret.packs.start import starting_file

    return starting_file(kind, symbol)


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet. Raises `FileError` where it is."""
    from dekret.store.files import write_whole

    if path.exists():
        raise FileError(
            f"Plik {path} już jest; niczego nie zmieniono.", f"{path} is there already; nothing was changed."
        )
    write_whole(path, text)


def catalogue() -> tuple[Problem, ...]:
    """Every problem of every language."""
    from dekret.company import problems as company
    from dekret.expr import problems as expr
    from dekret.intake import problems as intake
    from dekret.packs import problems as packs
    from dekret.posting import problems as posting
    from dekret.syntax import problems as syntax
    from dekret.text import problems as text

    modules = (text, syntax, expr, posting, company, intake, packs)
    return tuple(problem for module in modules for problem in module.PROBLEMS)


def problem(id_: str) -> Problem:
    """The problem of an id. Raises `UsageError` with the nearest one."""
    from dekret.text.nearest import nearest

    known = {found.id: found for found in catalogue()}
    if id_ in known:
        return known[id_]
    near = nearest(id_, known)
    pl = f" Czy chodziło o {near}?" if near else ""
    en = f" Did you mean {near}?" if near else ""
    raise UsageError(f"Nie ma problemu {id_}.{pl}", f"There is no problem {id_}.{en}")


def problem_page(id_: str, language: Language) -> str:
    """One entry of the catalogue. Raises `UsageError` for an unknown id."""
    from dekret.packs import manual

    return manual.problem(problem(id_), language)


def problems_page(language: Language) -> str:
    """The whole catalogue of problems."""
    from dekret.packs import manual

    return manual.problems(catalogue(), language)


def manual_page(topic: str | None, language: Language) -> str:
    """A page of the manual, or its contents. Raises `UsageError` for an unknown topic."""
    from dekret.packs import manual

    if topic is None:
        return manual.contents(language)
    found = manual.topic_named(topic)
    if found is None:
        known = ", ".join(manual.TOPICS)
        raise UsageError(f"Nie ma strony „{topic}”; są: {known}.", f"There is no page '{topic}'; there are: {known}.")
    return manual.page(found, language)


# --- posting


def library(paths: Iterable[Path], *, standard: bool = True) -> Library:
    """The rules at these paths on top of the standard packs."""
    below = load(standard_rules()) if standard else None
    found = load(paths, below)
    check_symbols(found)
    return found


def open_poster(rules: Library, by: By) -> Poster:
    """What posts documents by rules. Raises `UsageError` for an unknown symbol."""
    from dekret.packs.poster import Poster

    return Poster(rules, by)


def post(poster: Poster, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Posted | Refused]:
    """The entries of the documents in files, one after the other; `-` is standard input. Raises `FileError`."""
    from dekret.intake.read import read_documents, read_stream
    from dekret.intake.received import Received
    from dekret.packs.numbering import Journals

    journals = Journals(poster.numbering)
    for path in inputs:
        if str(path) == "-":
            found = read_stream("-", standard_input, poster.kind, poster.own_tax_id)
        else:
            found = read_documents(path, poster.kind, poster.own_tax_id)
        for item in found:
            result = poster.post(item) if isinstance(item, Received) else Refused(item.diagnostics)
            yield Posted(journals.numbered(result.entry), result.remarks) if isinstance(result, Posted) else result


def journal_lines(entry: Entry) -> str:
    """The JSONL lines of an entry."""
    from dekret.store.journal import jsonl

    return jsonl(entry)


def journal_table(entry: Entry, language: Language) -> str:
    """An entry as a table."""
    from dekret.store.journal import table

    return table(entry, language)


def open_output(path: Path | None) -> Output:
    """Where results are gathered until they may be kept: a file, or standard output."""
    from dekret.store.files import Output

    return Output(path)


def write_formatted(path: Path, result: Formatted) -> None:
    """Writes a formatted file, in UTF-8 and with the newlines it had. Raises `FileError`."""
    from dekret.store.files import write_whole

    write_whole(path, result.after.replace("\n", result.newline))


def turnover_table(entries: Iterable[Entry], language: Language) -> str:
    """The turnovers of all accounts."""
    from dekret.store import journal

    return journal.turnover_table(journal.turnovers(entries), language)


def run_demo(folder: Path, month: dt.date, count: int, official: Path | None, *, force: bool = False) -> Demo:
    """Lays out the sample company in a folder and posts its month; files that were changed only by `force`.

    Raises `FileError`.
    """
    from dekret.demo.run import run_demo

    return run_demo(folder, month, count, official, force=force)


def demo_balance(demo: Demo, language: Language) -> str:
    """The trial balance of the demo, and whether it balances."""
    from dekret.demo.show import balance

    return balance(demo, language)


def demo_table(demo: Demo, language: Language) -> str:
    """A row for every set of documents of the demo."""
    from dekret.demo.show import summary_table

    return summary_table(demo, language)


def demo_examples(demo: Demo) -> list[tuple[Wording, Entry]]:
    """A few entries worth a look, with headings."""
    from dekret.demo.show import examples

    return examples(demo)


def run_cases(rules: Library, today: dt.date) -> list[CaseResult]:
    """The results of all cases of a library."""
    from dekret.packs.run_case import run_case

    known = {found.id: found for found in catalogue()}
    return [run_case(case, rules, known, today) for case in rules.cases]


def coverage_table(rules: Library, results: Iterable[CaseResult], language: Language) -> str:
    """Which rows of the schemes of a library the cases reach."""
    from dekret.packs import coverage

    return coverage.coverage_table(coverage.coverage(rules, results), language)


def update_cases(results: Iterable[CaseResult]) -> list[Path]:
    """Writes what came out into the tables of cases that expected other lines; the files that were changed."""
    from dekret.packs.update import updated
    from dekret.store.files import write_whole

    written = []
    for source, text in updated(results).items():
        path = Path(source.name)
        tidy = format_source(Source(source.name, text), LANGUAGES)
        write_whole(path, tidy.replace("\n", source.newline))
        written.append(path)
    return written
