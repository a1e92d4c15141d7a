"""Verbs on rule files: loading, checking, formatting, running their cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dekret import assets
from dekret.api.problem_catalogue import catalogue
from dekret.packs.bank.check_registers import check_registers
from dekret.packs.bank.formats import check_formats
from dekret.packs.library import (
    LANGUAGES,
    RULES,
    Library,
    load,
    load_sources,
    read_bytes,
    read_rules,
)
from dekret.packs.together import check_symbols, check_together
from dekret.render.language import header_of, is_template, with_header
from dekret.syntax.format import format_source, without_pasted
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.encoding import read_source
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Language

if TYPE_CHECKING:
    from dekret.packs.bank.run_case import BankCaseResult
    from dekret.packs.bank.run_line_case import LineCaseResult
    from dekret.packs.bank.run_statement_case import StatementCaseResult
    from dekret.packs.chart.run_case import ChartCaseResult
    from dekret.packs.mapping.run_case import MapCaseResult
    from dekret.packs.run_case import CaseResult
    from dekret.packs.update import UpdatableResult
    from dekret.packs.validation.run_case import RuleSetCaseResult

_STANDARD = ("ksiegowosc", "banki", "analizy", "kolumny", "faktury", "edi", "thtg")


def standard_rules() -> list[Path]:
    """The folders of the packs that every company starts from."""
    return [assets.folder("rules") / name for name in _STANDARD]


_DOCUMENTS = (".json", ".jsonl", ".xml")


def check(paths: Iterable[Path], around: Iterable[Path] = ()) -> Library:
    """Everything that can be found wrong with rule files before they run, and with documents that are named.

    They are held against the rules `around` them, too; of what is wrong with those, errors alone are told.
    Raises `FileError`.
    """
    named = list(paths)
    documents = [path for path in named if path.suffix.lower() in _DOCUMENTS and path.is_file()]
    found = load([path for path in named if path not in documents], standard_rules(), trying=True, around=around)
    check_together(found)
    check_formats(found)
    check_registers(found)
    _check_charts(found)
    _check_templates(found)
    _check_maps(found)
    for path in documents:
        _check_documents(path, found)
    if found.beside:
        said = found.report.diagnostics
        kept = [each for each in said if each.severity is Severity.ERROR or each.span.source.name not in found.beside]
        found.report = Report(kept)
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
    check_formats(found)
    _check_charts(found)
    _check_templates(found)
    _check_maps(found)
    return found


def _check_charts(found: Library) -> None:
    if found.charts:
        from dekret.packs.chart.charts import check_charts
        from dekret.packs.chart.filter_documents import check_filters
        from dekret.packs.chart.functions import check_functions

        check_functions(found)
        check_charts(found)
        check_filters(found)


def _check_templates(found: Library) -> None:
    if found.templates:
        from dekret.packs.printouts.printing import check_templates

        check_templates(found)


def _check_maps(found: Library) -> None:
    if found.maps:
        from dekret.packs.mapping.maps import check_maps

        check_maps(found)


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
    reading = read_rules(source, report)
    broken = [found for found in report.diagnostics if found.severity is Severity.ERROR and _is_structural(found)]
    if broken:
        return Formatted(source.text, source.text, source.newline, Report(broken))
    plain = without_pasted(source, reading.pasted)
    before = source.text if source.encoding == "utf-8" and not data.startswith(b"\xef\xbb\xbf") else ""
    if is_template(source):
        text = with_header(plain, format_source(header_of(plain), LANGUAGES))
        return Formatted(before, text, source.newline, Report())
    return Formatted(before, format_source(plain, LANGUAGES), source.newline, Report())


_KEEPS_LAYOUT = (
    "rulefile/not-a-line", "rulefile/unclosed-text", "rulefile/unclosed-section", "rulefile/no-header",
    "rulefile/other-file",
)  # fmt: skip


def _is_structural(found: Diagnostic) -> bool:
    return found.id in _KEEPS_LAYOUT or found.id.startswith("text/") or found.id == "rulefile/unquoted-symbol"


def library(paths: Iterable[Path], *, standard: bool = True) -> Library:
    """The rules at these paths on top of the standard packs."""
    found = load(paths, standard_rules() if standard else (), languages=RULES)
    check_symbols(found)
    return found


def account_names(rules: Library) -> dict[str, str]:
    """The names of accounts by code."""
    return rules.account_names()


def write_formatted(path: Path, result: Formatted) -> None:
    """Writes a formatted file, in UTF-8 and with the newlines it had. Raises `FileError`."""
    from dekret.store.files import write_whole

    write_whole(path, result.after.replace("\n", result.newline))


def run_cases(rules: Library, today: dt.date) -> list[CaseResult]:
    """The results of all cases of a library."""
    from dekret.packs.run_case import run_case

    known = {found.id: found for found in catalogue()}
    return [run_case(case, rules, known, today) for case in rules.cases]


def run_bank_cases(rules: Library, today: dt.date) -> list[BankCaseResult | StatementCaseResult]:
    """The results of all cases of bank formats."""
    if not rules.bank_cases:
        return []
    from dekret.packs.bank.cases import BankCase
    from dekret.packs.bank.run_case import run_bank_case
    from dekret.packs.bank.run_statement_case import run_statement_case

    known = {found.id: found for found in catalogue()}
    return [
        run_bank_case(case, rules, known, today)
        if isinstance(case, BankCase)
        else run_statement_case(case, rules, today)
        for case in rules.bank_cases
    ]


def run_line_cases(rules: Library, today: dt.date) -> list[LineCaseResult]:
    """The results of all cases of rules for the lines of statements."""
    if not rules.line_cases:
        return []
    from dekret.packs.bank.run_line_case import run_line_case

    return [run_line_case(case, rules, today) for case in rules.line_cases]


def run_chart_cases(rules: Library, today: dt.date) -> list[ChartCaseResult]:
    """The results of all cases of charts and filters."""
    if not rules.chart_cases:
        return []
    from dekret.packs.chart.run_case import run_chart_case

    known = {found.id: found for found in catalogue()}
    return [run_chart_case(case, rules, known, today) for case in rules.chart_cases]


def run_map_cases(rules: Library, today: dt.date) -> list[MapCaseResult]:
    """The results of all cases of maps."""
    if not rules.map_cases:
        return []
    from dekret.packs.mapping.run_case import run_map_case

    known = {found.id: found for found in catalogue()}
    return [run_map_case(case, rules, known, today) for case in rules.map_cases]


def run_rule_set_cases(rules: Library, today: dt.date) -> list[RuleSetCaseResult]:
    """The results of all cases of rules for documents."""
    if not rules.rule_set_cases:
        return []
    from dekret.packs.validation.run_case import run_rule_set_case

    return [run_rule_set_case(case, rules, today) for case in rules.rule_set_cases]


def coverage_table(rules: Library, results: Iterable[UpdatableResult], language: Language) -> str:
    """Which rows of the schemes and rules of a library the cases reach."""
    from dekret.packs import coverage

    return coverage.coverage_table(coverage.coverage(rules, results), language)


def update_cases(results: Iterable[UpdatableResult]) -> list[Path]:
    """Writes what came out into the tables of cases that expected something else; the files that were changed."""
    from dekret.packs.update import updated
    from dekret.store.files import write_whole

    written = []
    for source, text in updated(results).items():
        path = Path(source.name)
        tidy = format_source(Source(source.name, text), LANGUAGES)
        write_whole(path, tidy.replace("\n", source.newline))
        written.append(path)
    return written
