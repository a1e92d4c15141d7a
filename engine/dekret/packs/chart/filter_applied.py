"""A filter of the rules, named by its symbol, as the filter of the application: the parameter FiltrApp of a chart.

The filter is expanded as a chart is: its parameters are asked for beside those of the chart, and have the same values
where the names are the same. What comes of it goes into FiltrApp, in the place of what is typed there
(seeds/001:2198).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dekret.chart.assemble import Assembled, Texts, assemble_once
from dekret.chart.definitions import Chart, Filter
from dekret.chart.expand import Inserts
from dekret.chart.fill import Filled, fill
from dekret.chart.filter_problems import FILTER_OF_OTHER_TABLE, NO_PLACE_FOR_FILTER
from dekret.chart.values import ParameterValues, Sources, unknown_names
from dekret.packs.chart.charts import Expansion, expanded
from dekret.sql import tsql
from dekret.sql.tables import tables
from dekret.text.report import Report
from dekret.text.wording import listed

PARAMETER = "FiltrApp"


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """A filter that a run names, the inserts it may use, what its user last answered to it."""

    filter: Filter
    inserts: Inserts
    remembered: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Applied:
    """The values of a chart with a filter in FiltrApp, and the filter with its own values."""

    sources: Sources
    expansion: Expansion


def apply(
    named: NamedFilter,
    found: tuple[Chart | Filter, Inserts],
    sources: Sources,
    report: Report,
    allowed: Iterable[str] = (),
) -> Applied | None:
    """What a chart is run with where a filter is named; None where the report has errors."""
    definition, inserts = found
    chart = assemble_once(Texts.of(definition), inserts, Report())
    own = assemble_once(Texts.of(named.filter), named.inserts, report)
    if own is None:
        return None
    place = definition.span.source.span(definition.span.start)
    if chart is not None and PARAMETER.casefold() not in chart.parameters:
        report.add(NO_PLACE_FOR_FILTER.at(place, chart=definition.symbol, filter=named.filter.symbol))
        return None
    known = {**own.parameters, **(chart.parameters if chart else {})}
    report.extend(unknown_names(known, sources, place))
    asked = {name: value for name, value in sources.given.items() if name.casefold() in own.parameters}
    mine = replace(sources, given=asked, remembered=named.remembered)
    expansion = expanded(named.filter, named.inserts, mine, report, allowed)
    if expansion is None or expansion.query is None or report.has_errors:
        return None
    others = {
        name: value
        for name, value in sources.given.items()
        if name not in asked or (chart is not None and name.casefold() in chart.parameters)
    }
    kept = {name: value for name, value in others.items() if name.casefold() != PARAMETER.casefold()}
    filtered = replace(sources, given={**kept, PARAMETER: expansion.query.text.strip()})
    if chart is not None:
        _check_table(named.filter, chart, filtered, report)
    return Applied(filtered, expansion)


def _check_table(filter_: Filter, chart: Assembled, sources: Sources, report: Report) -> None:
    """A filter of a table that the chart does not read has columns that are not there, or another's of that name."""
    if not filter_.table or chart.query is None or not chart.query.sql:
        return
    filled = fill(chart.query.prepared, ParameterValues(chart.parameters, sources), tsql.condition_fault)
    read = [table.name for table in tables(filled.neutral)] if isinstance(filled, Filled) else []
    if read and _last(filter_.table) not in {_last(name) for name in read}:
        place = filter_.span.source.span(filter_.span.start)
        found = FILTER_OF_OTHER_TABLE.at(
            place, filter=filter_.symbol, table=filter_.table, chart=chart.symbol, known=listed(sorted(set(read)))
        )
        report.add(found)


def _last(name: str) -> str:
    return name.rpartition(".")[2].strip("[]").casefold()


def expanded_with(
    named: NamedFilter | None,
    found: tuple[Chart | Filter, Inserts],
    sources: Sources,
    report: Report,
    allowed: Iterable[str] = (),
) -> Expansion | None:
    """As `expanded`, of a chart and the filter that is named for it, if one is."""
    definition, inserts = found
    if named is None:
        return expanded(definition, inserts, sources, report, allowed)
    applied = apply(named, found, sources, report, allowed)
    if applied is None:
        return None
    expansion = expanded(definition, inserts, applied.sources, report, allowed)
    return replace(expansion, filter=applied.expansion) if expansion else None
