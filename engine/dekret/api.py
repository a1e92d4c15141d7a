"""The verbs: all that a front may import.

Heavy parts (documents, XML) are imported by the verb that needs them, so that checking a file starts fast.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
from dekret.packs.outcome import By, Posted, PostedText, Refused
from dekret.store.files import Output
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
    from dekret.packs.explained import Explained
    from dekret.packs.parallel import RulesFrom
    from dekret.packs.poster import Poster
    from dekret.packs.run_case import CaseResult
    from dekret.store.ledger import Ledger
    from dekret.store.queries import Unposted

__all__ = [
    "DOCUMENT_KINDS",
    "FORMATS",
    "By",
    "DekretError",
    "Demo",
    "Diagnostic",
    "FileError",
    "Formatted",
    "Language",
    "Library",
    "Output",
    "Posted",
    "PostedText",
    "Problem",
    "Refused",
    "Report",
    "Severity",
    "Source",
    "UsageError",
    "Wording",
    "account_names",
    "catalogue",
    "check",
    "check_sources",
    "coverage_table",
    "csv_header",
    "demo_balance",
    "demo_examples",
    "demo_table",
    "explain",
    "explanation_text",
    "formatted",
    "journal_csv",
    "journal_lines",
    "journal_table",
    "library",
    "manual_page",
    "open_ledger",
    "open_output",
    "open_poster",
    "plural",
    "post",
    "problem",
    "problem_page",
    "problems_page",
    "processors",
    "rule_files",
    "rules_from",
    "run_cases",
    "run_demo",
    "standard_rules",
    "starting_file",
    "summary",
    "trial_balance",
    "turnover_table",
    "unpost",
    "update_cases",
    "write_formatted",
    "write_new",
]


_STANDARD = ("ksiegowosc",)
DOCUMENT_KINDS = ("vat_purchase", "vat_sale", "purchase_invoice", "sale_invoice", "cash_report", "settlement")
"""Types of documents, as their files name them."""


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
    found = load([path for path in named if path not in documents], load(standard_rules()), trying=True)
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
    found = load_sources(sources, trying=True)
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


def post(  # noqa: PLR0913 - the way of a batch
    poster: Poster,
    inputs: Sequence[Path],
    standard_input: IO[bytes],
    *,
    ledger: Ledger | None = None,
    jobs: int = 1,
    rules: RulesFrom | None = None,
) -> Iterator[Posted | PostedText | Refused]:
    """What becomes of every document in files, in order; `-` is standard input. Raises `FileError`.

    `ledger` is where entries are to be kept: documents posted there are refused, and numbers go on from there.
    With several `jobs` the documents of JSONL files are posted in as many processes, by `rules`.
    """
    from dekret.packs import batch
    from dekret.packs.numbering import Journals

    last = (lambda journal, period: ledger.next_number(journal, period) - 1) if ledger else None
    journals = Journals(poster.numbering, last)
    if jobs > 1 and rules and ledger is None:
        from dekret.packs.parallel import Parallel

        return Parallel(poster, rules, journals, jobs).post(inputs, standard_input)
    documents = batch.received(poster, inputs, standard_input)
    return batch.post_all(poster, documents, journals, ledger.posted if ledger else None)


def rules_from(paths: Iterable[Path], *, standard: bool = True) -> RulesFrom:
    """Where another process finds the rules that `library` loads."""
    from dekret.packs.parallel import RulesFrom

    return RulesFrom(tuple(paths), tuple(standard_rules()) if standard else ())


def processors() -> int:
    """How many processors there are for `jobs`."""
    from dekret.packs.parallel import processors

    return processors()


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """A store of entries, with a transaction begun; what is not committed is forgotten. Raises `FileError`."""
    from dekret.store.ledger import Ledger

    with Ledger.open(path) as ledger:
        ledger.begin()
        yield ledger


def account_names(rules: Library) -> dict[str, str]:
    """The names of accounts by code."""
    return rules.account_names()


def unpost(path: Path, document: str | tuple[str, str, str]) -> Unposted:
    """Takes back the posting of a document: its identity, or its type, number and party (or an empty text).

    Raises `UsageError` where it is not posted; `FileError`.
    """
    from dekret.store.queries import DocumentKey

    with open_ledger(path) as ledger:
        removed = ledger.unpost(document if isinstance(document, str) else DocumentKey(*document))
        ledger.commit()
        return removed


def explain(poster: Poster, inputs: Sequence[Path], standard_input: IO[bytes], number: str | None) -> Explained:
    """Why a document was posted as it was, or refused: the one of a number, or the only one there is.

    Raises `UsageError` where the files have several documents, or none of the number; `FileError`.
    """
    from dekret.intake.received import Received
    from dekret.packs import batch
    from dekret.packs.explained import Explained, explained

    numbers: list[str] = []
    rejected: list[Diagnostic] = []
    found: Explained | None = None
    for item in batch.received(poster, inputs, standard_input):
        if not isinstance(item, Received):
            rejected += item.diagnostics
        elif number in (None, item.document.number, getattr(item.document, "own_number", None)):
            numbers.append(item.document.number)
            found = found or explained(poster, item)
    if number is None and len(numbers) > 1:
        shown = ", ".join(numbers[:8]) + (" …" if len(numbers) > _SHOWN_NUMBERS else "")
        pl = f"Dokumentów jest {len(numbers)}. Wskaż jeden: --number NUMER. Są: {shown}"
        raise UsageError(pl, f"There are {len(numbers)} documents. Name one: --number NUMBER. There are: {shown}")
    if found:
        return found
    if rejected:
        return Explained("–", None, tuple(rejected), None)
    wanted = number or ""
    raise UsageError(f"Nie ma dokumentu {wanted}.", f"There is no document {wanted}.")


_SHOWN_NUMBERS = 8


def explanation_text(found: Explained, form: str, language: Language) -> str:
    """An explanation as `text`, `json` or `html`."""
    from dekret.packs import explained, explained_page

    forms = {"text": explained.as_text, "json": explained.as_json, "html": explained_page.as_html}
    return forms[form](found, language)


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
    return Output(path)


def write_formatted(path: Path, result: Formatted) -> None:
    """Writes a formatted file, in UTF-8 and with the newlines it had. Raises `FileError`."""
    from dekret.store.files import write_whole

    write_whole(path, result.after.replace("\n", result.newline))


def csv_header(language: Language) -> str:
    """The first row of a journal as CSV."""
    from dekret.store import journal

    return journal.csv_header(language)


def journal_csv(entry: Entry) -> str:
    """The CSV rows of an entry."""
    from dekret.store import journal

    return journal.csv_rows(entry)


def turnover_table(entries: Iterable[Entry], language: Language) -> str:
    """The turnovers of all accounts."""
    from dekret.store import journal

    return journal.turnover_table(journal.turnovers(entries), language)


def trial_balance(source: Path, names: Mapping[str, str], form: str, language: Language) -> str:
    """The trial balance of a journal file (.jsonl) or a store, as `text`, `csv` or `json`. Raises `FileError`.

    `names` are those of accounts, by code, for a journal file; a store has its own.
    """
    from dekret.store import balance

    rows = balance.of_store(source) if balance.is_store(source) else balance.of_journal(source, names)
    return balance.shown(rows, form, language)


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
