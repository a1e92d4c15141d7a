"""Pictures of charts: a Vega-Lite specification of a result, and the specification as SVG, PNG or PDF.

The specification is plain data; only drawing it needs the extra `pictures`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from dekret.errors import UsageError
from dekret.markup.characters import fit_for_xml
from dekret.model.results import Cell, ColumnKind, ResultTable
from dekret.render.tables import shown

WIDTH, HEIGHT = 860, 420
_FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"
_COLOURS = ("#1f5a94", "#d9782d", "#4d8f4b", "#a83a4e", "#6b5b95", "#8a7560", "#2b8c8c", "#b59b2a")


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


def specification(table: ResultTable, style: PictureStyle) -> dict[str, object]:
    """The Vega-Lite 5 specification of a result. Numbers become floats here, for a screen has no more digits."""
    names = [table.columns[number - 1].name for number in style.series if number <= len(table.columns)]
    data = list(_points(table, style, names))
    layer = _pie(style) if style.kind == 4 else _axes(style, len(names), _order(table, style))
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": style.title or " ", "anchor": "start", "fontSize": 17, "offset": 14},
        "width": WIDTH,
        "height": HEIGHT,
        "background": "white",
        "padding": 16,
        "data": {"values": data},
        "config": {
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {"labelFontSize": 12, "titleFontSize": 13, "gridColor": "#e6e6e6"},
            "legend": {"labelFontSize": 12, "titleFontSize": 12},
            "range": {"category": list(style.colours)},
            "locale": {
                "number": {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", "\u00a0zł"]}
            },
        },
        **layer,
    }


def _points(table: ResultTable, style: PictureStyle, names: Sequence[str]) -> list[dict[str, object]]:
    """A record for every value of every series; `v` is its text as a person reads it."""
    found: list[dict[str, object]] = []
    for order, row in enumerate(table.rows):
        for place, name in zip((number - 1 for number in style.series), names, strict=False):
            cell = row[place]
            found.append({"n": order, "x": _label(table, style, row), "s": name, "y": _float(cell), "v": _short(cell)})
    return found


def _label(table: ResultTable, style: PictureStyle, row: Sequence[Cell]) -> str:
    place = min(style.label, len(table.columns)) - 1
    return shown(row[place], table.columns[place].kind)


def _order(table: ResultTable, style: PictureStyle) -> list[str]:
    """The labels of the X axis in the order of the rows, each once."""
    return list(dict.fromkeys(_label(table, style, row) for row in table.rows))


def _float(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, Decimal | int) else None


def _short(cell: Cell) -> str:
    """`12 345,60`: digits in threes, no needless decimals."""
    if not isinstance(cell, Decimal | int) or isinstance(cell, bool):
        return shown(cell, ColumnKind.TEXT)
    text = f"{Decimal(cell):,.2f}".replace(",", "\u00a0").replace(".", ",")
    return text.removesuffix(",00")


def _axes(style: PictureStyle, series: int, order: list[str]) -> dict[str, object]:
    every = max(style.every, 1)
    shown_labels = order[::every]
    x = {
        "field": "x",
        "type": "nominal",
        "sort": order,
        "title": style.x_title or None,
        "axis": {"labelAngle": -35 if len(shown_labels) > 8 else 0, "values": shown_labels, "labelLimit": 160},
    }
    y = {"field": "y", "type": "quantitative", "title": style.y_title or None, "axis": {"format": ",.0f"}}
    colour = {"field": "s", "type": "nominal", "title": None, "sort": None}
    if series < 2:
        colour["legend"] = None
    encoding: dict[str, object] = {"x": x, "y": y, "color": colour}
    if style.kind == 2:
        mark: dict[str, object] = {"type": "line", "strokeWidth": style.line_width, "point": {"size": 45}}
    else:
        mark = {"type": "bar"}
        if style.bar_width:
            mark["width"] = style.bar_width * 8
        if series > 1:
            encoding["xOffset"] = {"field": "s", "sort": None}
    layers: list[dict[str, object]] = [{"mark": mark, "encoding": encoding}]
    if style.labels and len(order) * series <= 60:
        text = {key: value for key, value in encoding.items() if key != "color"}
        text["text"] = {"field": "v"}
        above = {"expr": "datum.y < 0 ? 12 : -9"}
        layers.append({"mark": {"type": "text", "dy": above, "fontSize": 11, "color": "#333"}, "encoding": text})
    return {"layer": layers}


def _pie(style: PictureStyle) -> dict[str, object]:
    encoding: dict[str, object] = {
        "theta": {"field": "y", "type": "quantitative", "stack": True},
        "order": {"field": "n"},
        "color": {"field": "x", "type": "nominal", "title": style.x_title or None, "sort": {"field": "n"}},
    }
    layers: list[dict[str, object]] = [{"mark": {"type": "arc", "outerRadius": 170, "stroke": "white"}}]
    if style.labels:
        mark = {"type": "text", "radius": 204, "fontSize": 12}
        layers.append({"mark": mark, "encoding": {"text": {"field": "v"}, "color": {"value": "#333"}}})
    return {"encoding": encoding, "layer": layers}


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
