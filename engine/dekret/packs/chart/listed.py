"""Charts of a library as a table: all of them, or those that start at a call point."""

import datetime as dt
from collections.abc import Mapping

from dekret.chart.definitions import UserColumns
from dekret.chart.graph import CallPoint
from dekret.chart.language import Scope
from dekret.packs.chart.charts import of_kind
from dekret.packs.chart.filters import visible_filters
from dekret.packs.chart.session import charts_of, links, offered
from dekret.packs.library import Library
from dekret.text.table import titled
from dekret.text.wording import Language, Wording


def charts_table(
    library: Library, point: tuple[str, str, str], run: tuple[Mapping[str, str], dt.date], language: Language
) -> str:
    """The charts, filters and user columns, or the start charts of a call point as a user (the third) sees them."""
    procedure, context, operator = point
    if procedure or context:
        return _started(library, (CallPoint(procedure, context), operator), run, language)
    header = [
        Wording("Symbol", "Symbol"),
        Wording("Nazwa", "Name"),
        Wording("Rodzaj", "Kind"),
        Wording("Podwykresy", "Below"),
    ]
    every = links(library)
    rows = []
    filters = list(visible_filters(library))
    for wanted in (False, True):
        for chart, standard in charts_of(library):
            if standard is wanted:
                below = ", ".join(link.chart for link in every if link.parent.casefold() == chart.symbol.casefold())
                rows.append([chart.symbol, chart.name, _kind(standard=standard).in_(language), below])
        rows += [
            [each.symbol, each.name, _SCOPES[each.scope].in_(language), ""]
            for each, is_standard in filters
            if is_standard is wanted
        ]
        rows += [
            [each.symbol, each.name, Wording("kolumny użytkownika", "user columns").in_(language), ""]
            for each in of_kind(library.charts_below if wanted else library.charts, UserColumns)
        ]
    return "\n".join(titled([word.in_(language) for word in header], rows)) + "\n"


_SCOPES = {
    Scope.USER: Wording("filtr użytkownika", "user's filter"),
    Scope.GLOBAL: Wording("filtr globalny", "global filter"),
}


def _kind(*, standard: bool) -> Wording:
    return Wording("wykres standardowy", "standard chart") if standard else Wording("wykres", "chart")


def _started(
    library: Library,
    asked: tuple[CallPoint, str],
    run: tuple[Mapping[str, str], dt.date],
    language: Language,
) -> str:
    (point, operator), (variables, today) = asked, run
    found, default = offered(library, point, dict(variables), today, operator)
    header = [Wording("Symbol", "Symbol"), Wording("Wywołanie", "Call point"), Wording("Domyślny", "Default")]
    rows = [
        [
            each.chart,
            " / ".join(part for part in (each.point.procedure, each.point.context) if part) or "*",
            Wording("tak", "yes").in_(language) if each is default else "",
        ]
        for each in found
    ]
    return "\n".join(titled([word.in_(language) for word in header], rows)) + "\n"
