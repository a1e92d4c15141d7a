"""Pictures of charts: a Vega-Lite specification of a result, and the specification as SVG, PNG or PDF.

The specification is plain data; only drawing it needs the extra `pictures`.
"""

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil
from typing import cast

from dekret.errors import UsageError
from dekret.markup.characters import fit_for_xml
from dekret.model.results import Cell, ColumnKind, ResultTable
from dekret.render.pies import Pie, PieLook, drawn_pie, pie
from dekret.render.pies import remarks as of_pie
from dekret.render.tables import EMPTY, shown
from dekret.text.wording import Language, Wording
from dekret.values.culture import Culture, culture_of, grouped
from dekret.values.rounding import HALF_UP, rounded_or_none

WIDTH, HEIGHT = 860, 420
_FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"
_COLOURS = (
    *("#1f5a94", "#d9782d", "#4d8f4b", "#a83a4e", "#6b5b95", "#8a7560", "#2b8c8c", "#b59b2a"),
    *("#8fb8de", "#f2b98a", "#a9d3a5", "#de98a5", "#bcb1da", "#c9b8a6", "#94d1d1", "#e3d184"),
    *("#123656", "#8a4513", "#2a5429", "#6a1f2e"),
)
_KINDS = (1, 2, 4)
_LETTER = 0.62
"""How wide a letter is on average, in sizes of the font; a little more than the fonts above have."""
_VALUE, _NAME = 11, 12
"""Sizes of the font of values and of names on the X axis."""
_LINE = 1.3
"""How high a line is, in sizes of the font."""
_SLANTED = 26
"""How far slanted names stand from each other, at least."""


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


def specification(table: ResultTable, style: PictureStyle, language: Language = "pl") -> dict[str, object]:
    """The Vega-Lite 5 specification of a result. Numbers become floats here, for a screen has no more digits."""
    culture = culture_of(language)
    told = [line for remark in remarks(table, style) for line in textwrap.wrap(remark.in_(language), 110)]
    numbers = {"decimal": culture.decimal, "thousands": _unbroken(culture.group), "grouping": [3], "minus": "-"}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {
            "text": textwrap.wrap(style.title, 80) or " ",
            "subtitle": told,
            "anchor": "start",
            "fontSize": 17,
            "subtitleColor": "#5b6876",
            "offset": 14,
        },
        "background": "white",
        "padding": 16,
        "config": {
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {"labelFontSize": _NAME, "titleFontSize": 13, "gridColor": "#e6e6e6", "labelLimit": 260},
            "legend": {"labelFontSize": 12, "titleFontSize": 12, "labelLimit": 420, "symbolLimit": 200},
            "range": {"category": list(style.colours)},
            "locale": {"number": {**numbers, "currency": ["", "\u00a0zł"]}},
        },
        **_body(table, style, language),
    }


def remarks(table: ResultTable, style: PictureStyle) -> tuple[Wording, ...]:
    """What a picture does not show as it was asked for; it says so itself, below its title."""
    found = list[Wording]()
    if style.kind not in _KINDS:
        found.append(
            Wording(
                f"Typu wykresu {style.kind} nie ma; narysowano kolumny (1 kolumnowy, 2 liniowy, 4 kołowy).",
                f"There is no type of chart {style.kind}; columns were drawn (1 column, 2 line, 4 pie).",
            )
        )
    if style.kind == 4:
        found += [remark for each in _pies(table, style) for remark in of_pie(each)]
    return tuple(found)


def _body(table: ResultTable, style: PictureStyle, language: Language) -> dict[str, object]:
    columns = [number - 1 for number in style.series if 0 < number <= len(table.columns)]
    if style.kind == 4:
        found = [each for each in _pies(table, style) if each.slices]
        look = PieLook(style.colours, 170 if len(found) == 1 else 120, style.x_title, style.labels, len(columns) > 1)
        if found:
            apart = {"scale": {"color": "independent"}, "legend": {"color": "independent"}}
            drawings = [drawn_pie(each, look, language) for each in found]
            return {"concat": drawings, "columns": 2, "spacing": 40, "resolve": apart}
    else:
        points = list(_points(table, columns, culture_of(language)))
        if any(each.value is not None for each in points):
            values = [{"n": each.row, "s": each.series, "y": each.value, "v": each.text} for each in points]
            names = [_label(table, style, row) for row in table.rows]
            sized = {"width": WIDTH, "height": HEIGHT, "data": {"values": values}}
            return {**sized, **_axes(style, points, names)}
    mark = {"type": "text", "fontSize": 18, "color": "#5b6876", "text": EMPTY.in_(language)}
    return {"width": WIDTH, "height": HEIGHT, "data": {"values": [{}]}, "mark": mark}


def _pies(table: ResultTable, style: PictureStyle) -> Iterator[Pie]:
    for number in style.series:
        if 0 < number <= len(table.columns):
            points = [(_label(table, style, row), _number(row[number - 1])) for row in table.rows]
            known = [(label, value) for label, value in points if value is not None]
            yield pie(table.columns[number - 1].name, known)


def _number(cell: Cell) -> Decimal | None:
    return Decimal(cell) if isinstance(cell, Decimal | int) else None


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _points(table: ResultTable, columns: Sequence[int], culture: Culture) -> list[_Point]:
    """Every value of every series, row by row; all have the same number of decimals, as far as they need any."""
    decimals = max((_decimals(row[place]) for row in table.rows for place in columns), default=0)
    return [
        _Point(order, table.columns[place].name, _float(row[place]), _short(row[place], decimals, culture))
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


def _short(cell: Cell, decimals: int, culture: Culture) -> str:
    """`12 345,60`: digits in threes."""
    if not isinstance(cell, Decimal | int) or isinstance(cell, bool):
        return shown(cell, ColumnKind.TEXT)
    number = Decimal(cell)
    return _unbroken(grouped(rounded_or_none(number, decimals, mode=HALF_UP) or number, culture))


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


def drawn(spec: dict[str, object], kind: str) -> bytes:
    """A specification as `svg`, `png` or `pdf`. Raises `UsageError` where the extra `pictures` is not installed."""
    try:
        import vl_convert  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        raise UsageError(
            'Rysowanie wykresów wymaga dodatku: pip install "dekret[pictures]".',
            'Drawing charts needs an extra: pip install "dekret[pictures]".',
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
