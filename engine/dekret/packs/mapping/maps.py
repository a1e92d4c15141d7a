"""Maps and shapes of a library, found by symbol and date, and checked against each other."""

import datetime as dt
from dataclasses import dataclass

from dekret.errors import UsageError
from dekret.mapping import problems, shape_language
from dekret.mapping.check import CheckedMap, check_map
from dekret.mapping.check_prepared import CheckedPrepared, check_prepared
from dekret.mapping.language import Direction
from dekret.mapping.nodes import Map
from dekret.mapping.shapes import Shape
from dekret.packs.library import Library
from dekret.syntax.read import validity_holds
from dekret.text.nearest import did_you_mean
from dekret.text.report import Report
from dekret.text.wording import listed


@dataclass(frozen=True, slots=True)
class Found:
    """A map of a library, checked, and what was found wrong with it on the way."""

    checked: CheckedMap | CheckedPrepared
    report: Report

    @property
    def map(self) -> Map:
        return self.checked.map


def check_maps(library: Library) -> None:
    """Checks every map against its shape; the findings go to the report of the library."""
    for found in library.maps:
        _checked(found, library, library.report)


def find_map(library: Library, symbol: str, day: dt.date) -> Found:
    """The map of a symbol that holds on a day, checked. Raises `UsageError` where there is none."""
    own = [found for found in library.maps if found.symbol.casefold() == symbol.casefold()]
    known = own or [found for found in library.maps_below if found.symbol.casefold() == symbol.casefold()]
    holding = [found for found in known if validity_holds(found.valid_from, found.valid_until, day)]
    if not holding:
        raise _no_map(library, symbol, day, bool(known))
    report = Report()
    return Found(_checked(holding[0], library, report), report)


def _no_map(library: Library, symbol: str, day: dt.date, known: bool) -> UsageError:  # noqa: FBT001 - its only caller
    if known:
        return UsageError(f"Mapa {symbol} nie obowiązuje w dniu {day}.", f"The map {symbol} does not hold on {day}.")
    symbols = sorted({found.symbol for found in (*library.maps, *library.maps_below)})
    near = did_you_mean(symbol, symbols)
    there = listed(symbols) or "–"
    return UsageError(
        f"Nie ma mapy {symbol}. {near.pl}Są: {there}.", f"There is no map {symbol}. {near.en}There are: {there}."
    )


def shape_of(library: Library, symbol: str, day: dt.date | None = None) -> Shape | None:
    """The shape of a symbol: the user's before a standard one; of several that which holds on a day."""
    for shapes in (library.shapes, library.shapes_below):
        own = [shape for shape in shapes if shape.symbol.casefold() == symbol.casefold()]
        if own:
            holding = (s for s in own if day is None or validity_holds(s.valid_from, s.valid_until, day))
            return next(holding, own[0])
    return None


def _checked(found: Map, library: Library, report: Report) -> CheckedMap | CheckedPrepared:
    shape = shape_of(library, found.shape, found.valid_from) if found.shape else None
    if found.shape and shape is None and not library.is_broken(shape_language.LANGUAGE, found.shape):
        symbols = sorted({each.symbol for each in (*library.shapes, *library.shapes_below)})
        near = did_you_mean(found.shape, symbols)
        report.add(problems.UNKNOWN_SHAPE.at(found.shape_place, symbol=found.shape, advice=near))
    if found.direction is Direction.WRITE:
        return check_prepared(found, shape, report)
    return check_map(found, shape, report)
