"""Graphic parameters: `/@Symbol=value` (seeds/001:1939-1968), their table, and what stands in their values."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dekret.chart import graphic_problems as problems
from dekret.chart.evaluate import Refused, Values
from dekret.chart.fill import plain_text
from dekret.chart.nodes import Element, Words
from dekret.chart.parameters import Parameter
from dekret.chart.prepare import Prepared, prepare
from dekret.chart.sourcemap import Traced
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import Wording, listed


@dataclass(frozen=True, slots=True)
class Graphic:
    """A graphic parameter. `absent` is its value where it does not stand there, `bare` where it stands without one.

    None: nothing is put in its place (the columns PD and PD(*) of the manual).
    """

    symbol: str
    doc: Wording
    absent: str | None = None
    bare: str | None = None
    columns: tuple[int, int] | None = None
    """The least and the largest number, where it lists columns of the query."""
    choices: tuple[str, ...] = ()
    """The values that there are, where it has but these."""


GRAPHICS: tuple[Graphic, ...] = (
    Graphic("HeaderName", Wording("tytuł wykresu", "title of the chart"), "", ""),
    Graphic("XAxisName", Wording("tytuł osi X", "title of the X axis"), "", ""),
    Graphic("YAxisName", Wording("tytuł osi Y", "title of the Y axis"), "", ""),
    Graphic(
        "Type",
        Wording("typ: 1 kolumnowy, 2 liniowy, 4 kołowy", "type: 1 column, 2 line, 4 pie"),
        "1",
        "1",
        choices=("1", "2", "4"),
    ),
    Graphic("Depth", Wording("głębokość: 0 płaski, więcej: 3D", "depth: 0 flat, more: 3D"), "0", "100"),
    Graphic("LineWidth", Wording("grubość linii 1–10, typ 2", "width of the line 1–10, type 2"), "2"),
    Graphic("PointWidth", Wording("grubość słupka 1–10, typ 1", "width of the bar 1–10, type 1")),
    Graphic("ShowDataLabels", Wording("wartości przy punktach: 0 lub 1", "values at the points: 0 or 1"), "1", "1"),
    Graphic("Series", Wording("kolumny serii, 4–24", "columns of the series, 4–24"), "4", "4", (4, 24)),
    Graphic("NoHeadOnCols", Wording("kolumny bez nagłówka", "columns without a header"), columns=(1, 24)),
    Graphic("HideCols", Wording("kolumny ukryte", "hidden columns"), columns=(1, 24)),
    Graphic("AutoRefresh", Wording("odświeżanie po zmianie parametru", "refresh when a parameter changes"), "0", "1"),
    Graphic("SkipFirstExec", Wording("nie wykonuj za pierwszym razem", "do not run the first time"), "0", "1"),
    Graphic("NoPunktIDCol", Wording("zapytanie nie ma kolumny PunktID", "the query has no column PunktID"), "0", "1"),
    Graphic("ShowXLabelsEvery", Wording("etykiety osi X co n-ta", "every n-th label of the X axis")),
)
"""The manual's table (seeds/001:1947-1968); its row of NoPunktIDCol lost figures, present without a value means yes."""
_BY_NAME = {graphic.symbol.casefold(): graphic for graphic in GRAPHICS}
_ALSO = {"3d": "Depth", "pokazujetykietydanych": "ShowDataLabels"}
"""Names that the manual itself uses beside its table (seeds/001:1966)."""
_MARK = re.compile(r"(?<!\S)/@(\w+)[ \t]*(=?)")


@dataclass(frozen=True, slots=True)
class GraphicItem:
    """A graphic parameter as it stands there: its place in the text, and its value, if it has one."""

    start: int
    end: int
    written: str
    graphic: Graphic | None
    value: Prepared | None


def items(
    traced: Traced, elements: tuple[Element, ...], parameters: Mapping[str, Parameter]
) -> tuple[GraphicItem, ...]:
    """The graphic parameters of a text, in order. Only what the author wrote begins one, never a value."""
    marks = list(_marks(traced.text, elements))
    starts = [element.start for element in elements]
    found = []
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(traced.text)
        name = mark[1].casefold()
        graphic = _BY_NAME.get(_ALSO.get(name, name).casefold())
        inside = elements[bisect_left(starts, mark.end()) : bisect_left(starts, end)]
        value = _value(traced, inside, parameters, mark.end(), end) if mark[2] else None
        found.append(GraphicItem(mark.start(), mark.end(), mark[1], graphic, value))
    return tuple(found)


def _marks(text: str, elements: tuple[Element, ...]) -> Iterator["re.Match[str]"]:
    for element in elements:
        if isinstance(element, Words):
            yield from _MARK.finditer(text, element.start, element.end)


def _value(
    traced: Traced, elements: tuple[Element, ...], parameters: Mapping[str, Parameter], start: int, end: int
) -> Prepared:
    stop = start + len(traced.text[start:end].rstrip())
    begin = start + len(traced.text[start:end]) - len(traced.text[start:end].lstrip())
    return prepare(traced, elements, parameters, start=min(begin, stop), end=stop)


def graphic_values(traced: Traced, found: tuple[GraphicItem, ...], values: Values, report: Report) -> dict[str, str]:
    """The graphic parameters with their values, defaults put in where the table says so.

    A value that is known only when the query was run stays as it was written; it is told in the report, as are values
    that cannot be.
    """
    given: dict[str, str] = {g.symbol: g.absent for g in GRAPHICS if g.absent is not None}
    for item in found:
        symbol = item.graphic.symbol if item.graphic else item.written
        given.pop(symbol, None)
        if item.value is not None:
            try:
                given[symbol] = plain_text(item.value, values).strip()
            except Refused as refused:
                report.add(refused.at(traced))
                first, last = item.value.parts[0].start, item.value.parts[-1].end
                given[symbol] = traced.text[first:last]
        elif item.graphic and item.graphic.bare is not None:
            given[symbol] = item.graphic.bare
    return given


def check_items(traced: Traced, found: tuple[GraphicItem, ...], columns: int | None, report: Report) -> None:
    """Unknown parameters, ones given twice, numbers of columns that cannot be; `columns` the query has, if known."""
    seen: set[str] = set()
    for item in found:
        place = traced.span(item.start, item.end)
        if item.graphic is None:
            near = nearest(item.written, [graphic.symbol for graphic in GRAPHICS])
            advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
            known = listed([graphic.symbol for graphic in GRAPHICS], limit=20)
            report.add(problems.UNKNOWN_GRAPHIC.at(place, symbol=item.written, advice=advice, known=known))
            continue
        if item.graphic.symbol in seen:
            report.add(problems.GRAPHIC_TWICE.at(place, symbol=item.graphic.symbol))
        seen.add(item.graphic.symbol)
        if item.graphic.columns and item.value is not None and not item.value.holes:
            _check_columns(traced, item, item.value, columns, report)
        if item.graphic.choices and item.value is not None and not item.value.holes:
            _check_choice(traced, item, item.value, report)


def _check_choice(traced: Traced, item: GraphicItem, value: Prepared, report: Report) -> None:
    assert item.graphic
    text = "".join(traced.text[part.start : part.end] for part in value.parts).strip()
    if text not in item.graphic.choices:
        place = traced.span(item.start, value.parts[-1].end if value.parts else item.end)
        report.add(problems.NO_SUCH_TYPE.at(place, symbol=item.graphic.symbol, text=text, known=item.graphic.doc))


def _check_columns(traced: Traced, item: GraphicItem, value: Prepared, columns: int | None, report: Report) -> None:
    assert item.graphic
    assert item.graphic.columns
    least, most = item.graphic.columns
    text = "".join(traced.text[part.start : part.end] for part in value.parts)
    place = traced.span(item.start, value.parts[-1].end if value.parts else item.end)
    for written in text.split(","):
        number = int(written) if written.strip().isdecimal() else None
        if number is None or not least <= number <= most:
            report.add(
                problems.COLUMN_NUMBER.at(
                    place, symbol=item.graphic.symbol, text=written.strip(), least=least, most=most
                )
            )
        elif columns is not None and number > columns:
            report.add(problems.NO_SUCH_COLUMN.at(place, symbol=item.graphic.symbol, number=number, columns=columns))
