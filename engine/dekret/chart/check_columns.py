"""Checks of user columns: every cell by itself, then the query of the list as one text.

A cell has to be one part of the query and no more: a value, a condition of a join, tables. What is wrong within a cell
is told there; the whole is looked at when all cells are sound. What a database knows is not asked here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dekret.chart import column_problems as problems
from dekret.chart import sql_problems
from dekret.chart.aliases import Alias, InsertsWithReferences, declaring, known, neutral, uses
from dekret.chart.assemble import Assembled, Texts, assemble
from dekret.chart.check import reading_faults
from dekret.chart.columns_query import Chosen, alias_of, everything, whole
from dekret.chart.definitions import Join, UserColumn, UserColumns
from dekret.chart.expand import Inserts, expand
from dekret.chart.fill import Filled, fill
from dekret.chart.language import FormatType
from dekret.chart.sourcemap import Fragment
from dekret.chart.values import ParameterValues, Sources
from dekret.sql import parts, tsql
from dekret.text.diagnostic import Problem, Related
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording, listed
from dekret.values.display_formats import STANDARD_FORMATS

_MARK = "\x01"
"""Parts the text at hand from what makes a query of it."""
Keys = Mapping[str, tuple[str, ...]]
"""The columns that tell the rows of a table apart, by its name, folded."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A cell with the query it is tried in, and what says why it is not that part of a query."""

    fragment: Fragment
    around: str
    fault: Callable[[str], Wording | None]
    problem: Problem


def check_columns(columns: UserColumns, inserts: Inserts, sources: Sources, keys: Keys, report: Report) -> None:
    """What is wrong with the columns of a user; it goes to the report."""
    own = Report()
    _check_captions(columns, own)
    for column in (*columns.own, *columns.columns):
        _check_format(column, own)
    for part in _parts(columns):
        _check(columns, part, inserts, sources, own)
    if not own.has_errors:
        filled = filled_query(columns, everything(columns), inserts, sources, own)
        own.extend(reading_faults(filled) if filled else ())
    if not own.has_errors:
        for join in columns.joins:
            _check_key(columns, join, keys, own)
    report.extend(own.diagnostics)


def filled_query(
    columns: UserColumns, chosen: Chosen, inserts: Inserts, sources: Sources, report: Report
) -> Filled | None:
    """The whole query with first values; None where it cannot be assembled."""
    query = assembled_query(columns, lambda aliases: whole(columns, chosen, aliases), inserts, report)
    if query is None or query.query is None:
        return None
    found = fill(query.query.prepared, ParameterValues(query.parameters, sources), tsql.condition_fault)
    if isinstance(found, Filled):
        return found
    report.extend(found)
    return None


Made = Callable[[tuple[tuple[Alias, Span], ...]], Fragment]
"""A query of a list with the aliases it is to declare."""


def assembled_query(columns: UserColumns, made: Made, inserts: Inserts, report: Report) -> Assembled | None:
    """A query of a list ready to be filled, its aliases hidden parameters. Unknown aliases go to the report."""
    aliases = used_aliases(columns, made(()), inserts, report)
    return assemble(Texts(columns.symbol, made(aliases)), InsertsWithReferences(inserts), report)


def used_aliases(
    columns: UserColumns, query: Fragment, inserts: Inserts, report: Report
) -> tuple[tuple[Alias, Span], ...]:
    """The aliases of a query, those in its inserts, too, each with the place where it stands first."""
    aliases = known(Alias(each.name, each.kind, each.default, Wording("", "")) for each in columns.aliases)
    found: dict[str, tuple[Alias, Span]] = {}
    traced = expand(query, inserts).text
    for use in uses(traced.text):
        place = traced.span(use.start, use.end)
        alias = aliases.get(use.name.casefold())
        if alias is None:
            names = [each.name for each in aliases.values()]
            near = nearest(use.name, names)
            advice = Wording(f"Czy chodziło o #{near}#? ", f"Did you mean #{near}#? ") if near else Wording("", "")
            report.add(problems.UNKNOWN_ALIAS.at(place, name=use.name, advice=advice, known=listed(names)))
        elif use.quoted:
            report.add(problems.ALIAS_IN_TEXT.at(place, name=use.name))
        else:
            found.setdefault(use.name.casefold(), (alias, place))
    return tuple(found.values())


# --- cells


def _check_captions(columns: UserColumns, report: Report) -> None:
    seen: dict[str, Span] = {}
    for column in (*columns.own, *columns.columns):
        first = seen.setdefault(column.caption.casefold(), column.span)
        if first is not column.span:
            where = Related(first, Wording("pierwsza z nich", "the first one"))
            report.add(problems.CAPTION_TWICE.at(column.span, related=(where,), name=column.caption))


def _check_format(column: UserColumn, report: Report) -> None:
    if column.format_type is FormatType.NONE:
        if column.format:
            report.add(problems.FORMAT_WITHOUT_TYPE.at(column.format_place, format=column.format))
        return
    if column.display is None:
        type_ = column.format_type.value.pl
        known = STANDARD_FORMATS[type_]
        near = nearest(column.format, known)
        advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
        report.add(
            problems.DISPLAY_FORMAT.at(
                column.format_place, format=column.format, type=type_, advice=advice, known=", ".join(known)
            )
        )


def _parts(columns: UserColumns) -> Iterator[_Part]:
    yield _Part(columns.source, f"SELECT A=1 FROM {_MARK}", parts.from_fault, problems.NOT_TABLES)
    if columns.condition:
        around = f"SELECT A=1 FROM CDN.Lista WHERE {_MARK}"
        yield _Part(columns.condition, around, tsql.condition_fault, problems.NOT_LIST_CONDITION)
    if columns.order:
        yield _Part(columns.order, f"SELECT A=1 FROM CDN.Lista ORDER BY {_MARK}", parts.order_fault, problems.NOT_ORDER)
    for join in columns.joins:
        around = f"SELECT A=1 FROM CDN.Lista LEFT JOIN {_MARK} ON 1=1"
        yield _Part(join.table, around, parts.table_fault, problems.NOT_TABLE)
        around = f"SELECT A=1 FROM CDN.Lista LEFT JOIN CDN.Dalsza ON {_MARK}"
        yield _Part(join.condition, around, tsql.condition_fault, problems.NOT_JOIN)
    for column in (*columns.own, *columns.columns):
        yield _Part(column.expression, f"SELECT {_MARK} AS A", parts.value_fault, problems.NOT_VALUE)


def _check(columns: UserColumns, part: _Part, inserts: Inserts, sources: Sources, report: Report) -> None:
    """One cell: its aliases, its inserts and parameters, its SQL, and that it is one part of a query."""
    own = Report()
    aliases = used_aliases(columns, part.fragment, inserts, own)
    if not own.has_errors:
        declared = tuple(alias.declaration for alias, _ in aliases)
        _check_sql(columns, part, declared, (inserts, sources), own)
    report.extend(own.diagnostics)


def _check_sql(
    columns: UserColumns, part: _Part, declared: tuple[str, ...], run: tuple[Inserts, Sources], report: Report
) -> None:
    inserts, sources = run
    cell = declaring(part.fragment, declared)
    assembled = assemble(Texts(columns.symbol, cell), InsertsWithReferences(inserts), report)
    if assembled is None or assembled.query is None:
        return
    filled = fill(assembled.query.prepared, ParameterValues(assembled.parameters, sources), tsql.condition_fault)
    if not isinstance(filled, Filled):
        report.extend(filled)
        return
    before, _, after = part.around.partition(_MARK)
    own = filled.neutral.rstrip()
    for fault in tsql.forbidden(f"{before}{own}\n{after}")[:1]:
        problem = sql_problems.FORBIDDEN if fault.forbidden else sql_problems.SQL_FAULT
        start = min(max(fault.start - len(before), 0), len(own))
        end = min(max(fault.end - len(before), start), len(own))
        report.add(problem.at(filled.span(start, end, neutral=True), reason=fault.reason))
        return
    if reason := part.fault(own):
        report.add(part.problem.at(part.fragment.span(0, len(part.fragment.text)), reason=reason))


# --- rows


def _check_key(columns: UserColumns, join: Join, keys: Keys, report: Report) -> None:
    """Whether a join finds at most one row, as far as keys tell: all columns of one have to be set equal."""
    key = join.key or keys.get(parts.bare_name(join.table.text), ())
    folded = frozenset(name.casefold() for name in key)
    missing = [name for name in key if name.casefold() not in parts.tied(neutral(join.condition.text), folded)]
    if missing:
        table = join.table.text.strip()
        shown = ", ".join(missing)
        name = alias_of(columns, join)
        report.add(problems.MAY_MULTIPLY.at(join.condition.cell.span, table=table, alias=name, columns=shown))
