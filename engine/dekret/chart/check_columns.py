"""Checks of user columns cell by cell: every expression and every condition of a join has to be SQL that only reads.

Aliases of the application (`#CDN_DataBiezaca#`, seeds/002:3021) stand for values here; the list's own row is
`_DATASOURCE_` (seeds/002:3302), which SQL takes for a table.
"""

import re
from collections.abc import Iterator

from dekret.chart import sql_problems
from dekret.chart.assemble import Texts, assemble
from dekret.chart.definitions import UserColumns
from dekret.chart.expand import Inserts
from dekret.chart.fill import Filled, fill
from dekret.chart.sourcemap import Fragment
from dekret.chart.values import ParameterValues, Sources
from dekret.sql import tsql
from dekret.sql.tables import beyond
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

_ALIAS = re.compile(r"#[^\W\d]\w*#")
_LIST = "CDN.Lista"
"""Stands for the list in the query that a join is part of."""
_MARK = "\x01"
"""Parts the text at hand from what makes a query of it."""


def check_columns(columns: UserColumns, inserts: Inserts, sources: Sources, report: Report) -> None:
    """What is wrong with the columns of a user; it goes to the report."""
    seen: dict[str, Span] = {}
    for column in columns.columns:
        place = column.expression.cell.span
        first = seen.setdefault(column.caption.casefold(), place)
        if first is not place:
            where = Related(first, Wording("pierwsza z nich", "the first one"))
            report.add(sql_problems.COLUMN_TWICE.at(place, related=(where,), name=column.caption))
    for fragment, around in _queries(columns):
        _check(columns.symbol, fragment, around, (inserts, sources), report)


def _queries(columns: UserColumns) -> Iterator[tuple[Fragment, str]]:
    """Every text with the query that it would be part of."""
    yield columns.source, f"SELECT A=1 FROM {_MARK}"
    for join in columns.joins:
        yield join.condition, f"SELECT A=1 FROM {_LIST} LEFT JOIN {join.table} ON {_MARK}"
    for column in columns.columns:
        yield column.expression, f"SELECT {_MARK} AS A"


def columns_allowed(
    columns: UserColumns, run: tuple[Inserts, Sources], allowed: frozenset[str], report: Report
) -> None:
    """Tables and functions that columns of a user read and that are not among those allowed."""
    for fragment, around in _queries(columns):
        filled = _filled(columns.symbol, fragment, run, Report())
        if filled is None:
            continue
        before, _, after = around.partition(_MARK)
        for table in beyond(f"{before}{_without_aliases(filled)}{after}", allowed):
            if table.name.casefold() != _LIST.casefold():
                start, end = (
                    min(max(place - len(before), 0), len(filled.neutral)) for place in (table.start, table.end)
                )
                place = filled.span(start, max(end, start), neutral=True)
                report.add(sql_problems.TABLE_NOT_ALLOWED.at(place, table=table.name))


def _filled(symbol: str, fragment: Fragment, run: tuple[Inserts, Sources], report: Report) -> Filled | None:
    inserts, sources = run
    assembled = assemble(Texts(symbol, fragment), inserts, report)
    if assembled is None or assembled.query is None:
        return None
    filled = fill(assembled.query.prepared, ParameterValues(assembled.parameters, sources), tsql.condition_fault)
    if isinstance(filled, tuple):
        report.extend(filled)
        return None
    return filled


def _without_aliases(filled: Filled) -> str:
    """The text with a number, as long, in the place of every alias of the application."""
    return _ALIAS.sub(lambda found: "0".ljust(len(found[0])), filled.neutral)


def _check(symbol: str, fragment: Fragment, around: str, run: tuple[Inserts, Sources], report: Report) -> None:
    filled = _filled(symbol, fragment, run, report)
    if filled is None:
        return
    before, _, after = around.partition(_MARK)
    own = _without_aliases(filled)
    text = f"{before}{own}{after}"
    for fault in tsql.forbidden(text)[:1]:
        problem = sql_problems.FORBIDDEN if fault.forbidden else sql_problems.SQL_FAULT
        start = min(max(fault.start - len(before), 0), len(own))
        end = min(max(fault.end - len(before), start), len(own))
        report.add(problem.at(filled.span(start, end, neutral=True), reason=fault.reason))
