"""Pictures of charts: a Vega-Lite specification of a result, and the specification as SVG, PNG or PDF.

The specification is plain data; only drawing it needs the extra `pictures`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from dekret.errors import UsageError
from dekret.markup.characters import fit_for_xml
from dekret.model.results import Cell, ColumnKind, ResultTable
from dekret.render.pies import Pie, PieLook, drawn_pie, pie
from dekret.render.pies import remarks as of_pie
from dekret.render.tables import EMPTY, shown
from dekret.text.wording import Language, Wording
from dekret.values.culture import Culture, culture_of, grouped

WIDTH, HEIGHT = 860, 420
_FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"
_COLOURS = (
    *("#1f5a94", "#d9782d", "#4d8f4b", "#a83a4e", "#6b5b95", "#8a7560"),
    *("#2b8c8c", "#d6b93a", "#7fb0dc", "#e79aa6", "#2f3e4e", "#a4c97e"),
)
_KINDS = (1, 2, 4)
_LABEL, _AXIS = 11, 12
"""Sizes of letters: values at the points, labels of the axis."""
_MOST_LABELS = 60


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


def specification(table: ResultTable, style: PictureStyle, language: Language = "pl") -> dict[str, object]:
    """The Vega-Lite 5 specification of a result. Numbers become floats here, for a screen has no more digits."""
    culture = culture_of(language)
    told = [remark.in_(language) for remark in remarks(table, style)]
    number = {"decimal": culture.decimal, "thousands": _unbroken(culture.group), "grouping": [3]}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {
            "text": style.title or " ",
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
            "axis": {"labelFontSize": _AXIS, "titleFontSize": 13, "gridColor": "#e6e6e6"},
            "legend": {"labelFontSize": 12, "titleFontSize": 12},
            "locale": {"number": {**number, "currency": ["", "\u00a0zł"]}},
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
    if style.kind == 4:
        found = [each for each in _pies(table, style) if each.slices]
        radius = 170 if len(found) == 1 else 120
        look = PieLook(style.colours, radius, style.x_title, style.labels, named=len(_series(table, style)) > 1)
        drawings = [drawn_pie(each, look, language) for each in found]
        if drawings:
            apart = {"scale": {"color": "independent"}, "legend": {"color": "independent"}}
            return {"concat": drawings, "columns": 2, "spacing": 40, "resolve": apart}
    else:
        data = _points(table, style, culture_of(language))
        if any(each["y"] is not None for each in data):
            return {"width": WIDTH, "height": HEIGHT, "data": {"values": data}, **_axes(table, style, data)}
    mark = {"type": "text", "fontSize": 18, "color": "#5b6876", "text": EMPTY.in_(language)}
    return {"width": WIDTH, "height": HEIGHT, "data": {"values": [{}]}, "mark": mark}


def _series(table: ResultTable, style: PictureStyle) -> list[int]:
    """The places of the columns that are series and are there."""
    return [number - 1 for number in style.series if 0 < number <= len(table.columns)]


def _pies(table: ResultTable, style: PictureStyle) -> Iterator[Pie]:
    for place in _series(table, style):
        points = [(_label(table, style, row), _number(row[place])) for row in table.rows]
        yield pie(table.columns[place].name, [(label, value) for label, value in points if value is not None])


def _number(cell: Cell) -> Decimal | None:
    return Decimal(cell) if isinstance(cell, Decimal | int) else None


def _points(table: ResultTable, style: PictureStyle, culture: Culture) -> list[dict[str, object]]:
    """A record for every value of every series: its text as a person reads it in `v`, in `up` whether that is above."""
    found: list[dict[str, object]] = []
    for place in _series(table, style):
        values = [_float(row[place]) for row in table.rows]
        for order, row in enumerate(table.rows):
            record: dict[str, object] = {"n": order, "x": _label(table, style, row), "s": table.columns[place].name}
            up = _is_peak(values, order) if style.kind == 2 else (values[order] or 0) >= 0
            found.append({**record, "y": values[order], "v": _short(row[place], culture), "up": up})
    return found


def _is_peak(values: Sequence[float | None], order: int) -> bool:
    """Whether a line leaves more room above a point than below: the neighbours are lower, or one so and one so."""
    value = values[order] or 0
    beside = [each for each in (*values[max(order - 1, 0) : order], *values[order + 1 : order + 2]) if each is not None]
    least, most = min((each or 0 for each in values), default=0), max((each or 0 for each in values), default=0)
    near_floor = least >= 0 and value < most * 0.08
    return near_floor or value >= sum(beside) / (len(beside) or 1)


def _label(table: ResultTable, style: PictureStyle, row: Sequence[Cell]) -> str:
    place = min(style.label, len(table.columns)) - 1
    return shown(row[place], table.columns[place].kind)


def _float(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, Decimal | int) else None


def _short(cell: Cell, culture: Culture) -> str:
    """`12 345,60`: digits in threes, no needless decimals."""
    if not isinstance(cell, Decimal | int) or isinstance(cell, bool):
        return shown(cell, ColumnKind.TEXT)
    text = grouped(Decimal(f"{Decimal(cell):.2f}"), culture)
    return _unbroken(text.removesuffix(f"{culture.decimal}00"))


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _width(texts: Iterable[object], size: int) -> float:
    """About how wide the longest of texts is drawn."""
    return max((len(str(text)) for text in texts), default=0) * size * 0.58


def _axes(table: ResultTable, style: PictureStyle, data: list[dict[str, object]]) -> dict[str, object]:
    order = list(dict.fromkeys(_label(table, style, row) for row in table.rows))
    series = len(_series(table, style))
    step = WIDTH / len(order)
    labels = order[:: max(style.every, 1)]
    tilted = _width(labels, _AXIS) > step * max(style.every, 1)
    axis = {"labelAngle": -35 if tilted else 0, "values": labels, "labelLimit": 160}
    slot = step / (1 if style.kind == 2 else series)
    wide = _width((each["v"] for each in data), _LABEL)
    is_labelled = style.labels and len(order) * series <= _MOST_LABELS and slot >= _LABEL
    upright = wide > slot
    room = (0 if not is_labelled else wide if upright else _LABEL) + 12
    colour: dict[str, object] = {"field": "s", "type": "nominal", "title": None, "sort": None}
    colour["scale"] = {"range": [style.colours[number % len(style.colours)] for number in range(series)]}
    if series < 2:
        colour["legend"] = None
    encoding: dict[str, object] = {
        "x": {"field": "x", "type": "nominal", "sort": order, "title": style.x_title or None, "axis": axis},
        "y": _y_axis(style, [each["y"] for each in data if isinstance(each["y"], float)], room),
        "color": colour,
    }
    if style.kind != 2 and series > 1:
        encoding["xOffset"] = {"field": "s", "sort": None}
    layers: list[dict[str, object]] = [{"mark": _mark(style), "encoding": encoding}]
    return {"layer": [*layers, *(_value_labels(encoding, upright=upright) if is_labelled else ())]}


def _mark(style: PictureStyle) -> dict[str, object]:
    if style.kind == 2:
        return {"type": "line", "strokeWidth": style.line_width, "point": {"size": 45}}
    return {"type": "bar", **({"width": style.bar_width * 8} if style.bar_width else {})}


def _y_axis(style: PictureStyle, values: Sequence[float], room: float) -> dict[str, object]:
    """The axis of values with zero on it, and room for labels above the highest and below a negative lowest point."""
    least, most = min(0.0, *values), max(0.0, *values)
    span = (most - least or 1) / max(HEIGHT - 2 * room, HEIGHT / 4)
    domain = [least - span * room * (least < 0), most + span * room * (most > 0 or least == 0)]
    axis = {"format": ",.2~f"}
    scale = {"domain": domain, "nice": False}
    return {"field": "y", "type": "quantitative", "title": style.y_title or None, "axis": axis, "scale": scale}


def _value_labels(encoding: dict[str, object], *, upright: bool) -> list[dict[str, object]]:
    """Values at the points, upright where they are wider than their place; a white edge keeps lines from them."""
    mark: dict[str, object] = {"type": "text", "fontSize": _LABEL, "baseline": "middle"}
    if upright:
        align, away = {"expr": "datum.up ? 'left' : 'right'"}, {"expr": "datum.up ? 7 : -7"}
        mark = {**mark, "angle": 270, "align": align, "dx": away}
    else:
        mark["dy"] = {"expr": "datum.up ? -12 : 12"}
    place = {key: value for key, value in encoding.items() if key != "color"}
    text = {**place, "text": {"field": "v"}, "detail": {"field": "s"}}
    edge = {**mark, "color": "white", "stroke": "white", "strokeWidth": 3, "strokeJoin": "round"}
    return [{"mark": edge, "encoding": text}, {"mark": {**mark, "color": "#333"}, "encoding": text}]


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
