"""Checks of one chart or filter: its SQL with neutral values, its columns, its parameters (engine/decisions/0018)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dekret.chart import sql_problems
from dekret.chart.assemble import Assembled, Texts, assemble
from dekret.chart.definitions import Chart, Filter
from dekret.chart.evaluate import Refused
from dekret.chart.expand import Expanded, Forced, Inserts
from dekret.chart.fill import Filled, fill
from dekret.chart.graphics import check_items
from dekret.chart.language import Action, Selection
from dekret.chart.nodes import Call, expressions
from dekret.chart.parameters import Parameter, references
from dekret.chart.parse import all_expressions
from dekret.chart.prepare import Filling, Prepared
from dekret.chart.values import ParameterValues, Sources
from dekret.sql import tables, tsql
from dekret.sql.tsql import Column
from dekret.sql.words import SqlFault
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording
from dekret.values.pictures import Control

_MOST_TOGGLES = 120
_MOST_COLUMNS, _MOST_TABLE_COLUMNS = 24, 20


def check_chart(chart: Chart, inserts: Inserts, sources: Sources, report: Report) -> Assembled | None:
    """A chart checked: everything wrong with it goes to the report. None where it cannot be assembled."""
    assembled = assemble(Texts.of(chart), inserts, report)
    if assembled is None:
        return None
    _unused(assembled, report)
    _check_selection(chart, assembled, report)
    width: int | None = None
    if assembled.query and chart.action is Action.SQL:
        filled = _filled(assembled.query.prepared, assembled, sources, report)
        if filled and _check_sql(filled, report):
            width = _check_columns(chart, assembled, filled, report)
            _check_options(assembled, sources, filled, report)
            _check_otherwise(chart, inserts, sources, assembled.query.expanded, report)
    if assembled.query and chart.action is Action.PROCEDURE:
        filled = _filled(assembled.query.prepared, assembled, sources, report)
        if filled and not _PROCEDURE.fullmatch(filled.neutral):
            report.add(sql_problems.NOT_A_CALL.at(assembled.query.traced.span(0, len(assembled.query.traced.text))))
    if assembled.graphics:
        check_items(assembled.graphics.traced, assembled.items, width, report)
    _check_lists(assembled, sources, report)
    _check_defaults(assembled, sources, report)
    return assembled


_PROCEDURE = re.compile(r"\s*[\w.]+\s*\|\s*\w+\s*\(.*\)\s*", re.DOTALL)


def _check_selection(chart: Chart, assembled: Assembled, report: Report) -> None:
    """What the query does with marked records, held against what the chart says of them (seeds/001:1988-2018)."""
    calls = [
        part
        for text in assembled.texts
        for root in all_expressions(text.elements)
        for part in expressions(root)
        if isinstance(part, Call) and part.name.casefold() == "zaznaczenia"
    ]
    place = chart.span.source.span(chart.span.start)
    if chart.selection is Selection.LIST and not calls:
        report.add(sql_problems.SELECTION_UNUSED.at(place, wanted="WHERE {Zaznaczenia(Knt_KntID, 1)}"))
    elif chart.selection is Selection.TEMPORARY and "zazguid" not in assembled.parameters:
        report.add(sql_problems.SELECTION_UNUSED.at(place, wanted="@PAR ?@Hs50|ZazGUID|ZazGUID:''@? PAR@"))
    elif calls and chart.selection is not Selection.LIST:
        report.add(sql_problems.SELECTION_NOT_SAID.at(place))


def result_columns(assembled: Assembled, sources: Sources) -> tuple[Column, ...]:
    """The columns that a chart's query gives with first values; none where that is not known."""
    if assembled.query is None or not assembled.query.sql:
        return ()
    filled = fill(assembled.query.prepared, ParameterValues(assembled.parameters, sources), tsql.condition_fault)
    return tsql.columns(filled.neutral) if isinstance(filled, Filled) else ()


def check_filter(filter_: Filter, inserts: Inserts, sources: Sources, report: Report) -> Assembled | None:
    """A filter checked: a condition that could stand behind WHERE."""
    assembled = assemble(Texts.of(filter_), inserts, report)
    if assembled is None or assembled.query is None:
        return None
    _unused(assembled, report)
    filled = _filled(assembled.query.prepared, assembled, sources, report)
    if filled:
        report.extend(reading_faults(filled, filter_.before))
    _check_lists(assembled, sources, report)
    _check_defaults(assembled, sources, report)
    return assembled


def reading_faults(filled: Filled, before: str = "") -> Iterator[Diagnostic]:
    """What is wrong with a query as SQL, or with what it does; `before` makes a query of a condition."""
    for fault in _faults(filled.prepared, filled.shape, before):
        problem = sql_problems.FORBIDDEN if fault.forbidden else sql_problems.SQL_FAULT
        problem = sql_problems.NOT_CONDITION if before else problem
        start = max(fault.start - len(before), 0)
        place = filled.span(start, max(fault.end - len(before), start), neutral=True)
        related = filled.traced.related(filled.written(start, neutral=True)[0])
        yield problem.at(place, related=related, reason=fault.reason)


@lru_cache(maxsize=512)
def _faults(prepared: Prepared, shape: tuple[str, ...], before: str) -> tuple[SqlFault, ...]:
    """Asked once for all values of one shape: the neutral text tells nothing else."""
    text = before + prepared.joined(shape)
    if before and not isinstance(tsql.parse(text), SqlFault):
        reason = tsql.condition_fault(text[len(before) :])
        if reason:
            return (SqlFault(len(before), len(text), reason),)
    return tsql.forbidden(text)


def _filled(prepared: Prepared, assembled: Assembled, sources: Sources, report: Report) -> Filled | None:
    """The text with first values; where a default cannot be computed, that is told elsewhere."""
    found = fill(prepared, ParameterValues(assembled.parameters, sources), tsql.condition_fault)
    if isinstance(found, Filled):
        return found
    report.extend(found)
    return None


def _check_sql(filled: Filled, report: Report) -> bool:
    """Whether the query can be read and only reads."""
    faults = tuple(reading_faults(filled))
    report.extend(faults)
    if faults:
        return False
    for join in tables.cross_joins(filled.neutral):
        place = filled.span(join.start, join.end, neutral=True)
        report.add(sql_problems.CROSS_JOIN.at(place, table=join.name))
    return True


def _check_columns(chart: Chart, assembled: Assembled, filled: Filled, report: Report) -> int | None:
    """The columns of the result, and how many there are; None where that is not known."""
    found = tsql.columns(filled.neutral)
    places = [filled.span(column.start, column.end, neutral=True) for column in found]
    seen: dict[str, Span] = {}
    for number, (column, place) in enumerate(zip(found, places, strict=True), start=1):
        if column.is_star:
            report.add(sql_problems.STAR.at(place))
        elif column.name is None:
            report.add(sql_problems.UNNAMED_COLUMN.at(place, number=number))
        elif (first := seen.setdefault(column.name.casefold(), place)) is not place:
            where = Related(first, Wording("pierwsza z nich", "the first one"))
            report.add(sql_problems.COLUMN_TWICE.at(place, related=(where,), name=column.name))
    if not found or any(column.is_star for column in found):
        return None
    most = _MOST_TABLE_COLUMNS if chart.table_only else _MOST_COLUMNS
    if len(found) > most:
        report.add(sql_problems.TOO_MANY_COLUMNS.at(places[most], count=len(found), most=most))
    if not chart.table_only:
        _check_first(found, places, assembled, report)
    return len(found)


def _check_first(found: Sequence[Column], places: Sequence[Span], assembled: Assembled, report: Report) -> None:
    without = any(item.graphic and item.graphic.symbol == "NoPunktIDCol" for item in assembled.items)
    least = 3 if without else 4
    if len(found) < least:
        report.add(sql_problems.TOO_FEW_COLUMNS.at(places[0], count=len(found), least=least))
    wanted = (
        Wording("liczbą całkowitą", "a whole number"),
        Wording("liczbą", "a number"),
        Wording("tekstem", "a text"),
    )
    for place, (column, want) in enumerate(zip(found, wanted[without:], strict=False)):
        number = place + 1
        is_label = place + without == 2
        if column.constant and column.is_text != is_label:
            what = Wording("tekstem", "a text") if column.is_text else Wording("liczbą", "a number")
            report.add(sql_problems.FIRST_COLUMN.at(places[place], number=number, wanted=want, found=what))
    if not without and found[0].constant and not found[0].is_text:
        report.add(sql_problems.POINT_CONSTANT.at(places[0], name=found[0].name or "1"))


def _check_options(assembled: Assembled, sources: Sources, filled: Filled, report: Report) -> None:
    """Every option that goes into the query as the author wrote it, one parameter after another."""
    assert assembled.query
    own = {
        hole.parameter.key: hole.parameter
        for hole in assembled.query.prepared.holes
        if hole.parameter and hole.filling is Filling.OWN
    }
    for parameter in own.values():
        for choice in parameter.picture.choices:
            tried = replace(sources, given={**sources.given, parameter.name: choice.value})
            other = fill(assembled.query.prepared, ParameterValues(assembled.parameters, tried), tsql.condition_fault)
            if not isinstance(other, Filled) or other.reads_as(filled):
                continue
            for fault in tsql.forbidden(other.neutral)[:1]:
                report.add(
                    sql_problems.SQL_WITH_OPTION.at(
                        parameter.span, name=parameter.name, value=choice.value, reason=fault.reason
                    )
                )


def _check_otherwise(chart: Chart, inserts: Inserts, sources: Sources, expanded: Expanded, report: Report) -> None:
    """The query with and without every conditional text that was met, each by itself."""
    seen: set[tuple[int, int]] = set()
    for tested in expanded.tested[:_MOST_TOGGLES]:
        key = (id(tested.fragment.cell), tested.start)
        if key in seen:
            continue
        seen.add(key)
        own = Report()
        forced = Forced(tested.fragment, tested.start, kept=not tested.kept)
        assembled = assemble(Texts.of(chart), inserts, own, forced)
        if assembled is None or assembled.query is None:
            continue
        filled = fill(assembled.query.prepared, ParameterValues(assembled.parameters, sources), tsql.condition_fault)
        faults = tsql.forbidden(filled.neutral) if isinstance(filled, Filled) else ()
        for fault in faults[:1]:
            with_ = Wording("Bez", "Without") if tested.kept else Wording("Z tekstem:", "With")
            place = tested.fragment.span(tested.start, tested.end)
            report.add(sql_problems.SQL_OTHERWISE.at(place, with_=with_, chart=chart.symbol, reason=fault.reason))


def _check_lists(assembled: Assembled, sources: Sources, report: Report) -> None:
    for key, prepared in assembled.lists.items():
        filled = _filled(prepared, assembled, sources, report)
        if filled is None or not _check_sql(filled, report):
            continue
        found = tsql.columns(filled.neutral)
        if len(found) < 2 and not any(column.is_star for column in found):
            report.add(sql_problems.LIST_COLUMNS.at(assembled.parameters[key].span))


def _check_defaults(assembled: Assembled, sources: Sources, report: Report) -> None:
    values = ParameterValues(assembled.parameters, sources)
    known = {(found.id, found.span.start) for found in report.diagnostics}
    for parameter in assembled.parameters.values():
        try:
            values.holding(parameter)
        except Refused as refused:
            found = refused.at(parameter.traced)
            if (found.id, found.span.start) not in known:
                report.add(found)


def _unused(assembled: Assembled, report: Report) -> None:
    used = {reference.name.casefold() for part in assembled.texts for reference in references(part.elements)}
    for parameter in assembled.parameters.values():
        label = parameter.picture.control is Control.LABEL
        if parameter.declared and parameter.key not in used and not label and not _virtual(parameter):
            report.add(sql_problems.UNUSED_DECLARATION.at(parameter.span, name=parameter.name))


def _virtual(parameter: Parameter) -> bool:
    """`Zaznaczenia` is declared so that the list gives its marks; nothing refers to it (seeds/001:2011)."""
    return parameter.key == "zaznaczenia"


def allowed_tables(filled: Filled, allowed: frozenset[str], before: str = "") -> Iterator[Diagnostic]:
    """Tables of a query that are not among those allowed (`tables.beyond`); `before` makes a query of a condition."""
    for table in tables.beyond(before + filled.text, allowed):
        start = max(table.start - len(before), 0)
        place = filled.span(start, max(table.end - len(before), start))
        yield sql_problems.TABLE_NOT_ALLOWED.at(place, table=table.name)
