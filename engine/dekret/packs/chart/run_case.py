"""Running of cases of charts and user columns: the query is held against what was expected, its rows, too."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dekret.chart.columns_query import everything
from dekret.chart.definitions import Chart, Filter
from dekret.chart.expand import Inserts
from dekret.chart.filter_problems import FILTER_OF_OTHER_TABLE
from dekret.chart.origins import Origin
from dekret.chart.parameter_problems import NO_RECORDS
from dekret.chart.sql_problems import KIND_MATTERS
from dekret.chart.values import Sources
from dekret.errors import FileError, UsageError
from dekret.model.results import ResultTable
from dekret.packs import problems as case_problems
from dekret.packs.chart import case_problems as problems
from dekret.packs.chart.cases import ChartCase
from dekret.packs.chart.charts import find, in_dialect
from dekret.packs.chart.columns import Listed, check_kinds, expand_columns, find_columns, refuse_filter, run_columns
from dekret.packs.chart.filter_applied import NamedFilter, expanded_with
from dekret.packs.chart.filters import find_filter
from dekret.packs.chart.functions import allowed_names, functions_of
from dekret.packs.chart.run_chart import Running, run_chart
from dekret.packs.library import Library, read_bytes
from dekret.packs.run_case import refusal_compared, unknown_refusal
from dekret.render.tables import texts
from dekret.sql.scopes import PackFunction
from dekret.store.engines import DuckDbEngine, EngineError, Limits
from dekret.syntax.structure import is_delimiter
from dekret.text.diagnostic import Diagnostic, Problem, Severity
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.table import titled
from dekret.text.wording import Wording
from dekret.values.display_formats import DisplayFormat


@dataclass(frozen=True, slots=True)
class ChartCaseResult:
    """A case that was run; it passed where `diagnostics` is empty."""

    case: ChartCase
    diagnostics: tuple[Diagnostic, ...]


def run_chart_case(
    case: ChartCase, library: Library, catalogue: Mapping[str, Problem], today: dt.date
) -> ChartCaseResult:
    """The result of one case."""
    if unknown := unknown_refusal(case.refusal, case.result_place, catalogue):
        return ChartCaseResult(case, (unknown,))
    day = case.today or today
    if case.of_columns:
        return _columns_case(case, library, day)
    place = case.chart_place
    try:
        chart = find(library, case.chart, day)
        place = case.filter_place
        named = NamedFilter(*find_filter(library, case.filter, day)) if case.filter else None
    except UsageError as error:
        reason = Wording(error.pl, error.en)
        return ChartCaseResult(case, (case_problems.UNKNOWN_SYMBOL.at(place, reason=reason),))
    report = Report()
    found = expanded_with(named, chart, sources_of(case, day), report, allowed_names(library, case.allowed))
    text = in_dialect(found, case.dialect, report) if found else ""
    errors = tuple(each for each in report.diagnostics if each.severity is Severity.ERROR)
    if found is None or errors:
        return ChartCaseResult(case, tuple(refusal_compared(_Refusal(case), errors)) if case.refusal else errors)
    if case.refusal:
        return ChartCaseResult(case, (problems.CHART_NOT_REFUSED.at(case.result_place, id=case.refusal),))
    if case.result is not None:
        differs, graphics = _run(case, chart, named, functions_of(library, day), day)
        return ChartCaseResult(case, (*differs, *_compared(case, text, graphics or found.graphics)))
    told = [each for each in report.diagnostics if _tells(case, each.problem)]
    return ChartCaseResult(case, (*told, *_compared(case, text, found.graphics)))


def _columns_case(case: ChartCase, library: Library, day: dt.date) -> ChartCaseResult:
    """A case of user columns, all of them; with a database they are run on it, with the list."""
    place = case.chart_place
    try:
        found = find_columns(library, case.chart, day)
        place = case.filter_place
        refuse_filter(case.chart, case.filter)
    except UsageError as error:
        reason = Wording(error.pl, error.en)
        return ChartCaseResult(case, (case_problems.UNKNOWN_SYMBOL.at(place, reason=reason),))
    report, sources = Report(), sources_of(case, day)
    allowed = allowed_names(library, case.allowed)
    expansion = expand_columns(found, everything(found[0]), sources, report, allowed)
    text = in_dialect(expansion, case.dialect, report) if expansion else ""
    result: Listed | None = None
    if expansion and (case.database or case.result) and not report.has_errors:
        engine = _database(case)
        if isinstance(engine, Diagnostic):
            return ChartCaseResult(case, (engine,))
        running = Running(engine, Limits(case.seconds, _MOST_ROWS), functions_of(library, day))
        result = run_columns(found, everything(found[0]), sources, running, report)
        if result:
            check_kinds(result, report)
    errors = tuple(each for each in report.diagnostics if each.severity is Severity.ERROR)
    if errors:
        return ChartCaseResult(case, tuple(refusal_compared(_Refusal(case), errors)) if case.refusal else errors)
    if case.refusal:
        return ChartCaseResult(case, (problems.CHART_NOT_REFUSED.at(case.result_place, id=case.refusal),))
    warned = tuple(report.diagnostics)
    differs = _rows_compared(case, result.table, result.formats) if result and case.result else ()
    return ChartCaseResult(case, (*warned, *differs, *_compared(case, text, {})))


def _database(case: ChartCase) -> DuckDbEngine | Diagnostic:
    """The database of a case, or why there is none."""
    try:
        return _engine(_script(case))
    except (EngineError, FileError) as error:
        reason = Wording(error.reason, error.reason) if isinstance(error, EngineError) else Wording(error.pl, error.en)
        return problems.NO_DATABASE.at(case.database_place, path=case.database, reason=reason)


def _run(
    case: ChartCase,
    definition: tuple[Chart | Filter, Inserts],
    named: NamedFilter | None,
    functions: Mapping[str, PackFunction],
    day: dt.date,
) -> tuple[list[Diagnostic], Mapping[str, str]]:
    """What differs between the rows that come out of the database of a case and those expected; the graphics of it."""
    engine = _database(case)
    if isinstance(engine, Diagnostic):
        return [engine], {}
    report = Report()
    running = Running(engine, Limits(case.seconds, _MOST_ROWS), functions)
    drawn = run_chart(definition, sources_of(case, day), running, report, named)
    errors = [found for found in report.diagnostics if found.severity is Severity.ERROR]
    if drawn is None or drawn.table is None:
        return errors, {}
    return [*errors, *_rows_compared(case, drawn.table)], drawn.graphics


def _rows_compared(
    case: ChartCase, table: ResultTable, formats: Sequence[DisplayFormat | None] = ()
) -> Iterator[Diagnostic]:
    assert case.result is not None
    head, rows = _expected(case.result.text)
    names = [column.name.casefold() for column in table.columns]
    missing = [name for name in head if name.casefold() not in names]
    if missing:
        yield problems.NO_RESULT_COLUMN.at(case.result.span, name=missing[0], known=", ".join(names))
        return
    places = [names.index(name.casefold()) for name in head]
    found = texts(table, places, formats)
    if not _same_rows(found, rows):
        detail = "\n".join(titled(head, found))
        yield replace(problems.RESULT_DIFFERS.at(case.result.span), detail=Wording(detail, detail))


_MOST_ROWS = 10_000


@lru_cache(maxsize=4)
def _engine(script: str) -> DuckDbEngine:
    """The database of a script, for all cases that share it: a run only reads, its temporary tables are its own."""
    return DuckDbEngine.of_script(script)


def _same_rows(found: list[list[str]], expected: list[list[str]]) -> bool:
    """Whether the rows are the same; 100,00 and 100,0000 are one amount, whose digits depend on the engine."""
    return len(found) == len(expected) and all(
        len(one) == len(other) and all(map(_same_cells, one, other)) for one, other in zip(found, expected, strict=True)
    )


def _same_cells(found: str, expected: str) -> bool:
    """Whether a value is the expected one, which was read of a table and has no blanks around it."""
    one, other = found.strip(), expected
    return one == other or (_trimmed(one) == _trimmed(_ungrouped(other)) and "," in one + other)


_GROUPED = re.compile(r"-?\d{1,3}(?: \d{3})+(?:,\d+)?")


def _ungrouped(number: str) -> str:
    """A number without the blanks between its digits, as it is where rows are copied from what a run showed."""
    plain = number.replace("\u00a0", " ")
    return plain.replace(" ", "") if _GROUPED.fullmatch(plain) else number


def _trimmed(number: str) -> str:
    """A number without the zeros at its end; any other text as it is."""
    whole, comma, places = number.partition(",")
    if not comma or not places.isdecimal() or not whole.removeprefix("-").isdecimal():
        return number
    return whole + ("," + places.rstrip("0")).rstrip(",")


def _script(case: ChartCase) -> str:
    path = Path(case.span.source.name).parent / case.database
    return read_bytes(path).decode("utf-8-sig", "replace")


def _expected(text: str) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of a table with bars; lines of dashes are left out."""
    lines = [line.strip().strip("|").split("|") for line in text.splitlines() if line.strip().startswith("|")]
    cells = [[cell.strip() for cell in line] for line in lines]
    kept = [line for line in cells if not is_delimiter(line)]
    return (kept[0], kept[1:]) if kept else ([], [])


def _tells(case: ChartCase, problem: Problem) -> bool:
    """Whether a warning leaves what the case asks for undecided."""
    return (problem is NO_RECORDS and bool(case.graphics)) or problem in (KIND_MATTERS, FILTER_OF_OTHER_TABLE)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """The refusal of a case, in the words of `refusal_compared`."""

    case: ChartCase

    @property
    def refusal(self) -> str | None:
        return self.case.refusal

    @property
    def contains(self) -> str:
        return self.case.refusal_contains

    @property
    def result_place(self) -> Span:
        return self.case.result_place


def sources_of(case: ChartCase, day: dt.date) -> Sources:
    """The values of a case, by where they stand to come from."""
    by_origin = {
        origin: {given.name: given.value for given in case.values if given.origin is origin} for origin in Origin
    }
    return Sources(
        day,
        given=by_origin[Origin.GIVEN],
        row=by_origin[Origin.ROW],
        parent=by_origin[Origin.PARENT],
        parent_graphic=by_origin[Origin.PARENT],
        application=by_origin[Origin.APPLICATION],
        remembered=by_origin[Origin.REMEMBERED],
        selection=case.selected,
        records=case.records,
    )


def _compared(case: ChartCase, text: str, graphics: Mapping[str, str]) -> Iterator[Diagnostic]:
    shown = Wording(text.strip("\n"), text.strip("\n"))
    if case.query is not None and text.split() != case.query.text.split():
        yield replace(problems.EXPANSION_DIFFERS.at(case.query.span), detail=shown)
    flat = " ".join(text.split())
    if case.contains and " ".join(case.contains.split()) not in flat:
        yield replace(problems.EXPANSION_LACKS.at(case.result_place, text=case.contains), detail=shown)
    if case.lacks and " ".join(case.lacks.split()) in flat:
        yield problems.EXPANSION_HAS.at(case.result_place, text=case.lacks)
    for symbol, expected, place in case.graphics:
        found = graphics.get(symbol, "")
        if found != expected:
            yield problems.GRAPHIC_DIFFERS.at(place, symbol=symbol, found=found, expected=expected)
