"""A session of charts kept in a file: what was looked at, with which values; and the charts run again from it."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from dekret.chart.conditions import Variables, holds, read_condition
from dekret.chart.definitions import Chart, ChartSettings, Filter
from dekret.chart.expand import Inserts
from dekret.chart.graph import (
    CallPoint,
    Change,
    Connection,
    SubChart,
    changed,
    default_start,
    default_sub_chart,
    start_charts,
    sub_charts,
)
from dekret.chart.nodes import Expression
from dekret.chart.session import Session, Visit
from dekret.chart.values import Sources
from dekret.errors import UsageError
from dekret.packs.chart.charts import find, has_chart, of_kind
from dekret.packs.chart.columns import has_columns
from dekret.packs.chart.filter_applied import NamedFilter
from dekret.packs.chart.run_chart import Drawn, Running, row_values, run_chart
from dekret.packs.library import Library
from dekret.syntax.nodes import Cell
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import listed
from dekret.values.pictures import Value


def charts_of(library: Library) -> Iterator[tuple[Chart, bool]]:
    """Every chart, and whether it is a standard one; those in whose place a user has put his own are left out."""
    own = of_kind(library.charts, Chart)
    taken = {chart.symbol.casefold() for chart in own}
    yield from ((chart, False) for chart in own)
    yield from ((chart, True) for chart in of_kind(library.charts_below, Chart) if chart.symbol.casefold() not in taken)


def connections(library: Library) -> list[Connection]:
    """The start charts of all call points, the user's and standard ones."""
    return [
        Connection(
            chart.symbol,
            CallPoint(call.procedure, call.context),
            call.number,
            call.default,
            _condition(call.condition),
            standard,
        )
        for chart, standard in charts_of(library)
        for call in chart.calls
    ]


def _condition(written: Cell | None) -> Expression | None:
    return read_condition(written, Report()) if written and written.text else None


def changes_of(library: Library, operator: str) -> list[Change]:
    """What everybody (`*`), and then a user, changed of the connections; a user's own word counts more."""
    settings = of_kind(library.charts, ChartSettings)
    return [
        Change(
            row.chart,
            CallPoint(row.procedure, row.context),
            row.number,
            row.default,
            _condition(row.condition),
            row.available,
        )
        for symbol in dict.fromkeys(("*", operator.casefold()))
        for each in settings
        if each.symbol.casefold() == symbol
        for row in each.rows
    ]


def links(library: Library) -> list[SubChart]:
    """What hangs below each chart."""
    return [
        SubChart(chart.symbol, below.symbol, below.number, below.default)
        for chart, _ in charts_of(library)
        for below in chart.below
    ]


def offered(
    library: Library, point: CallPoint, variables: Mapping[str, Value], today: dt.date, operator: str = ""
) -> tuple[tuple[Connection, ...], Connection | None]:
    """The start charts of a call point, and the default one."""
    known = Variables(today, variables)
    every = changed(connections(library), changes_of(library, operator))
    return (
        start_charts(every, point, lambda condition: holds(condition, known)),
        default_start(every, point, lambda condition: holds(condition, known)),
    )


class Explorer:
    """Runs the charts of a session: each visit with the values it was drawn with, a new one with those of its row."""

    def __init__(
        self,
        library: Library,
        session: Session,
        running: Running,
        sources: Sources,
        named: NamedFilter | None = None,
    ) -> None:
        self.library = library
        self.session = session
        self.running = running
        self.sources = sources
        """What the run knows of today, the application, the marks of the list; `given` are values typed anew."""
        self.named = named
        """The filter that goes into FiltrApp of every chart that is drawn from now on."""
        self.remembered: Mapping[str, Mapping[str, str]] = {}
        """What was last answered to each chart (by its folded symbol), for the charts that are opened."""

    def draw(self, report: Report) -> Drawn | None:
        """The chart that is shown, run; its values are kept in the session."""
        visit = self.session.shown
        drawn = run_chart(self._found(visit.chart), self._sources(visit), self.running, report, self.named)
        if drawn:
            values = {name: holding.value for name, holding in drawn.holdings.items()}
            self.session = self.session.refreshed(values, values)
        return drawn

    def explore(self, index: int, symbol: str | None, report: Report) -> Drawn | None:
        """Opens a sub-chart by a row of the chart shown, counted from 0; the default one where none is named."""
        drawn = self.draw(report)
        if drawn is None:
            return None
        if drawn.table is None or not 0 <= index < len(drawn.table.rows):
            count = len(drawn.table.rows) if drawn.table else 0
            raise UsageError(
                f"Wykres {self.session.shown.chart} nie ma wiersza {index + 1}; wierszy: {count}.",
                f"The chart {self.session.shown.chart} has no row {index + 1}; rows: {count}.",
            )
        self.session = self.session.explored(self._below(symbol), row_values(drawn.table, index))
        return self.draw(report)

    def go(self, step: str) -> bool:
        """Moves through the history: back, forward, first, last; `refresh` stays.

        False where there is nothing that way: back and to the first are not offered on the start chart, forward and to
        the last not behind the last one (seeds/001:1711).
        """
        moves = {"back": Session.back, "forward": Session.forward, "first": Session.first, "last": Session.last}
        if step not in moves:
            return True
        offered = self.session.can_go_back if step in ("back", "first") else self.session.can_go_forward
        self.session = moves[step](self.session)
        return offered

    def _below(self, symbol: str | None) -> str:
        every = links(self.library)
        shown = self.session.shown.chart
        below = [link.chart for link in sub_charts(every, shown)]
        if symbol is None:
            default = default_sub_chart(every, shown)
            if default is None:
                raise UsageError(f"Wykres {shown} nie ma podwykresów.", f"The chart {shown} has no sub-charts.")
            return default.chart
        found = next((each for each in below if each.casefold() == symbol.casefold()), None)
        if found is None:
            near = nearest(symbol, below)
            advice_pl, advice_en = (f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else ("", "")
            raise UsageError(
                f"Wykres {shown} nie ma podwykresu {symbol}; ma: {listed(below) or '–'}.{advice_pl}",
                f"The chart {shown} has no sub-chart {symbol}, only: {listed(below) or '–'}.{advice_en}",
            )
        return found

    def _found(self, symbol: str) -> tuple[Chart, Inserts]:
        """A chart of the library. Raises `UsageError` for none, and for what cannot be drawn."""
        if has_columns(self.library, symbol) and not has_chart(self.library, symbol):
            raise UsageError(
                f"{symbol} to kolumny użytkownika, nie wykres. Uruchom je z listą: dekret chart columns run {symbol}.",
                f"{symbol} are user columns, not a chart. Run them with their list: dekret chart columns run {symbol}.",
            )
        definition, inserts = find(self.library, symbol, self.sources.today)
        if isinstance(definition, Filter):
            raise UsageError(
                f"{symbol} to filtr, czyli warunek na wiersze, nie wykres: sam nie daje wierszy. "
                f"Pokażą go „dekret chart filter {symbol}” i „dekret chart expand {symbol}”; "
                f"wykres zawęża --filter {symbol}.",
                f"{symbol} is a filter, a condition on rows, not a chart: it gives no rows by itself. "
                f"'dekret chart filter {symbol}' and 'dekret chart expand {symbol}' show it; "
                f"--filter {symbol} narrows a chart.",
            )
        return definition, inserts

    def _sources(self, visit: Visit) -> Sources:
        """A visit that was drawn has its own values; a new one those of its row and of the chart above."""
        typed = self.sources.given
        if visit.values:
            return replace(self.sources, given={**visit.values, **typed}, row={}, parent={}, application={})
        parent = self.session.parent()
        if parent is None:
            return self.sources
        return replace(
            self.sources,
            row=dict(visit.row),
            parent=dict(parent.values),
            parent_graphic=dict(parent.graphic),
            application={},
            remembered=self.remembered.get(visit.chart.casefold(), {}),
        )


# --- files


def session_text(session: Session, rest: Mapping[str, str]) -> str:
    """A session as JSON; `rest` is what else a front wants to find again: the database, the day that was named."""
    visits = [
        {
            "chart": each.chart,
            "row": _written(each.row),
            "values": _written(each.values),
            "graphic": _written(each.graphic),
        }
        for each in session.visits
    ]
    return json.dumps({"place": session.place, "visits": visits, **rest}, ensure_ascii=False, indent=1) + "\n"


def read_session(text: str, name: str) -> tuple[Session, dict[str, str]]:
    """A session from its file. Raises `UsageError` for a file that is none."""
    try:
        found = json.loads(text)
        visits = tuple(
            Visit(str(each["chart"]), _read(each["row"]), _read(each["values"]), _read(each["graphic"]))
            for each in found["visits"]
        )
        place = int(found["place"])
        rest = {key: value for key, value in found.items() if isinstance(value, str)}
        dt.date.fromisoformat(rest.get("day", "2026-01-01"))
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
        visits, place, rest = (), 0, {}
    if not 0 <= place < len(visits):
        raise UsageError(f"{name} nie jest plikiem sesji wykresów.", f"{name} is no file of a session of charts.")
    return Session(visits, place), rest


def _written(values: Mapping[str, Value]) -> dict[str, list[str]]:
    return {name: _kind_and_text(value) for name, value in values.items()}


def _kind_and_text(value: Value) -> list[str]:
    match value:
        case Decimal():
            return ["number", f"{value:f}"]
        case dt.date():
            return ["date", value.isoformat()]
        case None:
            return ["empty", ""]
        case str():
            return ["text", value]


def _read(values: Mapping[str, Iterable[str]]) -> dict[str, Value]:
    return {str(name): _value(*pair) for name, pair in values.items()}


def _value(kind: str, text: str) -> Value:
    match kind:
        case "number":
            return Decimal(text)
        case "date":
            return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
        case "empty":
            return None
        case _:
            return text
