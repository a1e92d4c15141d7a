"""Results of charts as files: tables and pictures, by the kind that a front asks for."""

from decimal import Decimal

from dekret.chart.definitions import Chart
from dekret.errors import UsageError
from dekret.packs.chart.columns import Listed
from dekret.packs.chart.run_chart import Drawn, numbers, style_of
from dekret.render import tables

TABLES = ("txt", "csv", "xlsx", "xml", "html")
PICTURES = ("svg", "png", "pdf")
KINDS = (*TABLES, *PICTURES)


def result(drawn: Drawn, kind: str) -> bytes:
    """The result of a chart as a file of a kind of `KINDS`.

    Raises `UsageError` for a picture of a chart that is a table alone, for a chart that calls a procedure, and where an
    extra is not installed.
    """
    table = drawn.table
    if table is None:
        raise UsageError(
            f"Wykres {drawn.chart.symbol} wywołuje procedurę: {drawn.call}; nie ma wierszy.",
            f"The chart {drawn.chart.symbol} calls a procedure: {drawn.call}; it has no rows.",
        )
    title = drawn.graphics.get("HeaderName") or drawn.chart.name
    places = tables.visible(table, numbers(drawn.graphics.get("HideCols", "")))
    head = tables.heads(table, places, numbers(drawn.graphics.get("NoHeadOnCols", "")))
    match kind:
        case "csv":
            return b"\xef\xbb\xbf" + tables.csv_text(table, places, head).encode()
        case "txt":
            return tables.plain_text(table, places, head).encode()
        case "xml":
            return tables.xml_text(table, places, title).encode()
        case "html":
            return tables.html_text(table, places, head, title).encode()
        case "xlsx":
            from dekret.render.sheets import sheet  # noqa: PLC0415 - openpyxl is an extra

            return sheet(table, places, head, title)
        case _:
            return _picture(drawn, kind)


def columns_result(listed: Listed, kind: str) -> bytes:
    """A list with user columns as a file of a kind of `TABLES`.

    Text and pages show values by the display formats of their columns, sheets keep them and have number formats; CSV
    and XML, which other programs read, have plain values.
    """
    table, columns = listed.table, listed.columns
    places = list(range(len(table.columns)))
    head = tables.heads(table, places)
    title = listed.definition.list_name or listed.definition.name
    match kind:
        case "csv":
            return b"\xef\xbb\xbf" + tables.csv_text(table, places, head).encode()
        case "xml":
            return tables.xml_text(table, places, title).encode()
        case "html":
            tips = [column.description for column in columns]
            return tables.html_text(table, places, head, title, formats=listed.formats, tips=tips).encode()
        case "xlsx":
            from dekret.render.sheets import sheet  # noqa: PLC0415 - openpyxl is an extra

            return sheet(table, places, head, title, listed.formats)
        case _:
            return tables.plain_text(table, places, head, listed.formats).encode()


def _picture(drawn: Drawn, kind: str) -> bytes:
    from dekret.render.pictures import drawn as draw  # noqa: PLC0415 - vl-convert is an extra
    from dekret.render.pictures import specification  # noqa: PLC0415

    if not isinstance(drawn.chart, Chart) or drawn.chart.table_only or drawn.table is None:
        raise UsageError(
            f"Wykres {drawn.chart.symbol} jest samą tabelą; rysunku nie ma.",
            f"The chart {drawn.chart.symbol} is a table alone; there is no picture.",
        )
    return draw(specification(drawn.table, style_of(drawn.graphics)), kind)


_MOST_BARS = 60


def bars(drawn: Drawn, width: int = 40) -> str:
    """Small bars for a terminal: the first series, label by label, `…` for further ones; empty for a table alone."""
    table = drawn.table
    if table is None or not isinstance(drawn.chart, Chart) or drawn.chart.table_only:
        return ""
    style = style_of(drawn.graphics)
    place = style.series[0] - 1
    if place >= len(table.columns) or style.label > len(table.columns):
        return ""
    shown = [row[place] for row in table.rows[:_MOST_BARS]]
    values = [float(value) if isinstance(value, Decimal | int) else 0.0 for value in shown]
    most = max((abs(value) for value in values), default=0) or 1
    kind = table.columns[style.label - 1].kind
    names = [tables.shown(row[style.label - 1], kind)[:28] for row in table.rows[:_MOST_BARS]]
    longest = max((len(name) for name in names), default=0)
    marks = [("#" if value >= 0 else "-") * round(abs(value) / most * width) for value in values]
    lines = [f"{name:<{longest}} |{mark}\n" for name, mark in zip(names, marks, strict=True)]
    return "".join((*lines, "…\n") if len(table.rows) > _MOST_BARS else lines)
