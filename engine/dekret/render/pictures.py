"""Pictures of charts: a Vega-Lite specification of a result, and the specification as SVG, PNG or PDF.

The specification is plain data; only drawing it needs the extra `pictures`.
"""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil
from typing import cast

from dekret.errors import UsageError
from dekret.markup.characters import fit_for_xml
from dekret.model.results import Cell, ColumnKind, ResultTable
from dekret.render.tables import grouped, shown
from dekret.values.rounding import HALF_UP, rounded_or_none

WIDTH, HEIGHT = 860, 420
_FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"
_COLOURS = (
    *("#1f5a94", "#d9782d", "#4d8f4b", "#a83a4e", "#6b5b95", "#8a7560", "#2b8c8c", "#b59b2a"),
    *("#8fb8de", "#f2b98a", "#a9d3a5", "#de98a5", "#bcb1da", "#c9b8a6", "#94d1d1", "#e3d184"),
    *("#123656", "#8a4513", "#2a5429", "#6a1f2e"),
)
_LETTER = 0.62
"""How wide a letter is on average, in sizes of the font; a little more than the fonts above have."""
_VALUE, _NAME = 11, 12
"""Sizes of the font of values and of names on the X axis."""
_LINE = 1.3
"""How high a line is, in sizes of the font."""
_SLANTED = 26
"""How far slanted names stand from each other, at least."""


_NUMBERS = {
    "decimal": ",",
    "thousands": "\u00a0",
    "grouping": [3],
    "currency": ["", "\u00a0zł"],
    "minus": "-",
}


@dataclass(frozen=True, slots=True)
class PictureStyle:
    """How a chart is drawn: the graphic parameters (seeds/001:1947-1968). `kind` is 1 columns, 2 lines, 4 a pie.

    `series` are numbers of columns from 1; `every` shows each n-th label of the X axis; widths of 0 are the default.
    """

    kind: int = 1
    title: str = ""
    x_title: str = ""
    y_title: str = ""
    series: tuple[int, ...] = (4,)
    label: int = 3
    labels: bool = True
    every: int = 1
    line_width: int = 2
    bar_width: int = 0
    colours: tuple[str, ...] = field(default=_COLOURS)


@dataclass(frozen=True, slots=True)
class _Point:
    """A value of a series as it is drawn; `text` as a person reads it."""

    row: int
    series: str
    value: float | None
    text: str


def specification(table: ResultTable, style: PictureStyle) -> dict[str, object]:
    """The Vega-Lite 5 specification of a result. Numbers become floats here, for a screen has no more digits."""
    columns = [number - 1 for number in style.series if number <= len(table.columns)]
    columns = columns[:1] if style.kind == 4 else columns
    points = list(_points(table, columns))
    names = [_label(table, style, row) for row in table.rows]
    layer = _pie(style, points, names) if style.kind == 4 else _axes(style, points, names)
    title = {"text": textwrap.wrap(style.title, 80) or " ", "anchor": "start", "fontSize": 17, "offset": 14}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": title if points else {**title, "subtitle": "brak danych", "subtitleFontSize": 13},
        "width": 2 * _RADIUS + 220 if style.kind == 4 else WIDTH,
        "height": HEIGHT,
        "background": "white",
        "padding": 16,
        "data": {"values": [{"n": each.row, "s": each.series, "y": each.value, "v": each.text} for each in points]},
        "config": {
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {"labelFontSize": _NAME, "titleFontSize": 13, "gridColor": "#e6e6e6", "labelLimit": 260},
            "legend": {"labelFontSize": 12, "titleFontSize": 12, "labelLimit": 420, "symbolLimit": 200},
            "range": {"category": list(style.colours)},
            "locale": {"number": _NUMBERS},
        },
        **layer,
    }


def _points(table: ResultTable, columns: Sequence[int]) -> list[_Point]:
    """Every value of every series, row by row; all have the same number of decimals, as far as they need any."""
    decimals = max((_decimals(row[place]) for row in table.rows for place in columns), default=0)
    return [
        _Point(order, table.columns[place].name, _float(row[place]), _short(row[place], decimals))
        for order, row in enumerate(table.rows)
        for place in columns
    ]


def _decimals(cell: Cell) -> int:
    """How many decimals a number needs: none, or two to four."""
    if not isinstance(cell, Decimal) or cell == cell.to_integral_value():
        return 0
    return next(places for places in (2, 3, 4) if places == 4 or cell == rounded_or_none(cell, places, mode=HALF_UP))


def _label(table: ResultTable, style: PictureStyle, row: Sequence[Cell]) -> str:
    place = min(style.label, len(table.columns)) - 1
    return fit_for_xml(shown(row[place], table.columns[place].kind))


def _float(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, Decimal | int) else None


def _short(cell: Cell, decimals: int) -> str:
    """`12 345,60`: digits in threes."""
    if not isinstance(cell, Decimal | int) or isinstance(cell, bool):
        return shown(cell, ColumnKind.TEXT)
    number = Decimal(cell)
    return grouped(rounded_or_none(number, decimals, mode=HALF_UP) or number)


def _named(names: Sequence[str]) -> str:
    """An expression of Vega that gives the name of a row by its number."""
    return f"{json.dumps(list(names))}[datum.value]"


def _widest(texts: Sequence[str], size: int) -> float:
    """About how wide texts are, in pixels."""
    return max((len(text) for text in texts), default=0) * size * _LETTER


# --- columns and lines


def _axes(style: PictureStyle, points: Sequence[_Point], names: Sequence[str]) -> dict[str, object]:
    series = list(dict.fromkeys(each.series for each in points))
    step = WIDTH / max(len(names), 1)
    upright = _upright(style, points, len(series), step)
    colour: dict[str, object] = {"field": "s", "type": "nominal", "title": None, "sort": series}
    if len(series) < 2:
        colour["legend"] = None
    encoding: dict[str, object] = {"x": _x_axis(style, names, step), "y": _y_axis(style, points, upright=upright)}
    if style.kind == 2:
        size = 45 if step > 8 else 0
        mark: dict[str, object] = {"type": "line", "strokeWidth": style.line_width, "point": {"size": size}}
    else:
        mark = {"type": "bar"}
        if style.bar_width:
            mark["width"] = min(style.bar_width * 8, step * 0.8 / max(len(series), 1))
        if len(series) > 1:
            encoding["xOffset"] = {"field": "s", "sort": series}
    layers: list[dict[str, object]] = [{"mark": mark, "encoding": {**encoding, "color": colour}}]
    if upright is not None:
        mark = _value_mark(upright=upright)
        some = [{"filter": "datum.y !== 0"}] if len(series) > 1 else []
        halo = [{**mark, "stroke": "white", "strokeWidth": 3}] if style.kind == 2 else []
        text = {**encoding, "text": {"field": "v"}}
        layers += [{"transform": some, "mark": each, "encoding": text} for each in (*halo, mark)]
    return {"layer": layers}


def _upright(style: PictureStyle, points: Sequence[_Point], series: int, step: float) -> bool | None:
    """Whether values have to be written upright, so that they do not run into each other; None where none fits.

    Beside lines they are never upright, as the lines would run along them.
    """
    slot = step if style.kind == 2 or series < 2 else step * 0.8 / series
    wide = _widest([each.text for each in points], _VALUE) + 4 > slot
    if not style.labels or (wide and (style.kind == 2 or slot < _VALUE * _LINE)):
        return None
    return wide


def _value_mark(*, upright: bool) -> dict[str, object]:
    mark: dict[str, object] = {"type": "text", "fontSize": _VALUE, "color": "#333"}
    if not upright:
        return {**mark, "dy": {"expr": "datum.y < 0 ? 12 : -9"}}
    side = {"expr": "datum.y < 0 ? 'right' : 'left'"}
    return {**mark, "angle": 270, "align": side, "baseline": "middle", "dx": {"expr": "datum.y < 0 ? -6 : 6"}}


def _x_axis(style: PictureStyle, names: Sequence[str], step: float) -> dict[str, object]:
    """The names of rows, by their numbers: two rows of one name are two points. Those that do not fit are left out."""
    every = max(style.every, 1)
    slanted = _widest(names[::every], _NAME) > step * every - 8
    if slanted and every == 1:
        every = ceil(_SLANTED / step)
    axis = {
        "labelAngle": -35 if slanted else 0,
        "values": list(range(0, len(names), every)),
        "labelExpr": _named(names),
        "labelOverlap": False,
    }
    scale = {"domain": list(range(len(names)))}
    return {"field": "n", "type": "ordinal", "title": style.x_title or None, "axis": axis, "scale": scale}


def _y_axis(style: PictureStyle, points: Sequence[_Point], *, upright: bool | None) -> dict[str, object]:
    """The axis of values, with room for values that are written upright above or below theirs."""
    values = [each.value for each in points if each.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    few = high - low < 10
    axis: dict[str, object] = {"format": ",.2f" if few and any(value % 1 for value in values) else ",.0f"}
    if few and not any(value % 1 for value in values):
        axis["tickMinStep"] = 1
    found: dict[str, object] = {"field": "y", "type": "quantitative", "title": style.y_title or None, "axis": axis}
    if upright and high > low:
        room = _widest([each.text for each in points], _VALUE) + 8
        above, below = (room if high > 0 else 0), (room if low < 0 else 0)
        unit = (high - low) / (HEIGHT - above - below)
        found["scale"] = {"domain": [low - unit * below, high + unit * above], "nice": False}
    return found


# --- pies

_RADIUS = 170
_LONGEST = 45
"""Letters of a name in the legend, so that the value behind it is still seen."""
_SLICE = 0.05
"""The part of the whole from which on a slice has its value beside it; in the legend all have theirs."""


def _pie(style: PictureStyle, points: Sequence[_Point], names: Sequence[str]) -> dict[str, object]:
    """One series as a pie; what is below zero has no slice, but stands in the legend."""
    whole = sum(max(each.value or 0, 0) for each in points)
    short = [name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in names]
    kept = [f"{name}: {each.text}" if style.labels else name for name, each in zip(short, points, strict=False)]
    legend: dict[str, object] = {"labelExpr": _named(kept)}
    if len(points) > 20:
        legend["columns"] = 2
    title = ", ".join(part for part in (style.x_title, style.y_title) if part)
    colour = {"field": "n", "type": "nominal", "title": title or None, "legend": legend}
    encoding: dict[str, object] = {
        "theta": {"field": "size", "type": "quantitative", "stack": True},
        "order": {"field": "n"},
        "color": {**colour, "sort": None, "scale": {"range": list(style.colours)}},
    }
    layers: list[dict[str, object]] = [{"mark": {"type": "arc", "outerRadius": _RADIUS, "stroke": "white"}}]
    if style.labels and whole > 0:
        mark = {"type": "text", "radius": _RADIUS + 46, "fontSize": 12}
        text = {"condition": {"test": f"datum.size >= {_SLICE * whole!r}", "field": "v"}, "value": ""}
        layers.append({"mark": mark, "encoding": {"text": text, "color": {"value": "#333"}}})
    sized = {"calculate": "max(datum.y, 0)", "as": "size"}
    return {"transform": [sized], "encoding": encoding, "layer": layers}


def drawn(spec: dict[str, object], kind: str) -> bytes:
    """A specification as `svg`, `png` or `pdf`. Raises `UsageError` where the extra `pictures` is not installed."""
    try:
        import vl_convert  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        raise UsageError(
            "Rysowanie wykresów wymaga dodatku: pip install 'dekret[pictures]'.",
            "Drawing charts needs an extra: pip install 'dekret[pictures]'.",
        ) from None
    spec = cast("dict[str, object]", _drawable(spec))
    match kind:
        case "svg":
            return vl_convert.vegalite_to_svg(spec).encode()
        case "png":
            return vl_convert.vegalite_to_png(spec, scale=2)
        case _:
            return vl_convert.vegalite_to_pdf(spec)


def _drawable(part: object) -> object:
    """A specification with no character that SVG cannot hold: vl-convert 1.9 ends the whole process over one."""
    match part:
        case str():
            return fit_for_xml(part)
        case dict():
            return {key: _drawable(each) for key, each in part.items()}
        case list():
            return [_drawable(each) for each in part]
        case _:
            return part
