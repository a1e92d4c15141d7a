"""Functions `CDN.…` of packs: what a call of one means on an engine that lacks it, and that it may be called."""

import datetime as dt
from collections.abc import Iterable, Mapping

from dekret.chart.check_functions import check_circles, check_function
from dekret.chart.definitions import SqlFunction
from dekret.packs.chart.charts import of_kind
from dekret.packs.library import Library
from dekret.sql.scopes import PackFunction


def _known(library: Library, day: dt.date | None) -> dict[str, SqlFunction]:
    """By folded name; the user's own stand for standard ones of the same name."""
    every = (*of_kind(library.charts_below, SqlFunction, day), *of_kind(library.charts, SqlFunction, day))
    return {each.symbol.casefold(): each for each in every}


def functions_of(library: Library, day: dt.date | None = None) -> Mapping[str, PackFunction]:
    """The functions that hold on a day, by their folded names, for `sql.typed`."""
    return {key: PackFunction(each.parameters, each.expression.text) for key, each in _known(library, day).items()}


def allowed_names(library: Library, allowed: Iterable[str]) -> tuple[str, ...]:
    """The tables that a chart may read, and the functions of packs, which read none; all where none is named."""
    names = tuple(allowed)
    return (*names, *_known(library, None)) if names else ()


def check_functions(library: Library) -> None:
    """What is wrong with the functions of a library; it goes to its report."""
    own = of_kind(library.charts, SqlFunction)
    for function in own:
        check_function(function, library.report)
    if own and not library.report.has_errors:
        check_circles(own, _known(library, None), library.report)
