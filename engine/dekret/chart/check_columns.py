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
from dekret.chart.fill import fill
from dekret.chart.sourcemap import Fragment
from dekret.chart.values import ParameterValues, Sources
from dekret.sql import tsql
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording

_ALIAS = re.compile(r"#[^\W\d]\w*#")
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
        yield join.condition, f"SELECT A=1 FROM CDN.Lista LEFT JOIN {join.table} ON {_MARK}"
    for column in columns.columns:
        yield column.expression, f"SELECT {_MARK} AS A"


def _check(symbol: str, fragment: Fragment, around: str, run: tuple[Inserts, Sources], report: Report) -> None:
    inserts, sources = run
    assembled = assemble(Texts(symbol, fragment), inserts, report)
    if assembled is None or assembled.query is None:
        return
    filled = fill(assembled.query.prepared, ParameterValues(assembled.parameters, sources), tsql.condition_fault)
    if isinstance(filled, tuple):
        report.extend(filled)
        return
    before, _, after = around.partition(_MARK)
    own = _ALIAS.sub(lambda found: "0".ljust(len(found[0])), filled.neutral)
    text = f"{before}{own}{after}"
    for fault in tsql.forbidden(text)[:1]:
        problem = sql_problems.FORBIDDEN if fault.forbidden else sql_problems.SQL_FAULT
        start = min(max(fault.start - len(before), 0), len(own))
        end = min(max(fault.end - len(before), start), len(own))
        report.add(problem.at(filled.span(start, end, neutral=True), reason=fault.reason))
