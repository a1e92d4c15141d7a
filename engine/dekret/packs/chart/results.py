"""Results of charts as files: tables and pictures, by the kind that a front asks for."""

from decimal import Decimal

from dekret.chart.definitions import Chart
from dekret.errors import UsageError
from dekret.model.results import Cell
from dekret.packs.chart.columns import Listed
from dekret.packs.chart.run_chart import Drawn, numbers, style_of
from dekret.render import tables
from dekret.text.width import display_width, pad
from dekret.text.wording import Language, Wording
from dekret.values.culture import culture_of

TABLES = ("txt", "csv", "xlsx", "xml", "html")
PICTURES = ("svg", "png", "pdf")
KINDS = (*TABLES, *PICTURES)
NO_ROWS = Wording("0 wierszy: brak danych dla tych wartości.", "0 rows: no data for these values.")


def result(drawn: Drawn, kind: str, language: Language = "pl") -> bytes:
    """The result of a chart as a file of a kind of `KINDS`; what people read is in the manner of the language.

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
            return tables.plain_text(table, places, head, (), culture_of(language)).encode()
        case "xml":
            return tables.xml_text(table, places, title).encode()
        case "html":
            return tables.html_text(table, places, head, title, language=language).encode()
        case "xlsx":
            from dekret.render.sheets import sheet  # noqa: PLC0415 - openpyxl is an extra

            return sheet(table, places, head, title)
        case _:
            return _picture(drawn, kind, language)


def columns_result(listed: Listed, kind: str, language: Language = "pl") -> bytes:
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
            return tables.html_text(
                table, places, head, title, formats=listed.formats, tips=tips, language=language
            ).encode()
        case "xlsx":
            from dekret.render.sheets import sheet  # noqa: PLC0415 - openpyxl is an extra

            return sheet(table, places, head, title, listed.formats)
        case _:
            return tables.plain_text(table, places, head, listed.formats, culture_of(language)).encode()


def remarks(drawn: Drawn, kind: str) -> tuple[Wording, ...]:
    """What a result of a kind does not show, or not as it was asked for: there are no rows, slices were left out."""
    table = drawn.table
    if table is None:
        return ()
    if not table.rows:
        return (NO_ROWS,)
    if kind not in PICTURES:
        return ()
    from dekret.render.pictures import remarks as of_picture  # noqa: PLC0415 - only where there is a picture

    return of_picture(table, style_of(drawn.graphics))


def _picture(drawn: Drawn, kind: str, language: Language) -> bytes:
    from dekret.render.pictures import drawn as draw  # noqa: PLC0415 - vl-convert is an extra
    from dekret.render.pictures import specification  # noqa: PLC0415

    if not isinstance(drawn.chart, Chart) or drawn.chart.table_only or drawn.table is None:
        raise UsageError(
            f"Wykres {drawn.chart.symbol} jest samą tabelą; rysunku nie ma.",
            f"The chart {drawn.chart.symbol} is a table alone; there is no picture.",
        )
    return draw(specification(drawn.table, style_of(drawn.graphics), language), kind)


_MOST_BARS = 60


def bars(drawn: Drawn, language: Language = "pl", width: int = 40) -> str:
    """Small bars for a terminal: a line for every label and series; empty for a table alone and for no rows."""
    table = drawn.table
    if table is None or not isinstance(drawn.chart, Chart) or drawn.chart.table_only or not table.rows:
        return ""
    style = style_of(drawn.graphics)
    series = [number - 1 for number in style.series if 0 < number <= len(table.columns)]
    if not series or style.label > len(table.columns):
        return ""
    rows = table.rows[: max(_MOST_BARS // len(series), 1)]
    values = [[_bar_value(row[place]) for place in series] for row in rows]
    most = max((abs(value) for each in values for value in each), default=0) or 1
    kind = table.columns[style.label - 1].kind
    names = [tables.shown(row[style.label - 1], kind)[:28] for row in rows]
    titles = [table.columns[place].name[:20] for place in series] if len(series) > 1 else [""]
    longest, widest = max(map(display_width, names)), max(map(display_width, titles))
    lines = []
    for name, found in zip(names, values, strict=True):
        for number, (title, value) in enumerate(zip(titles, found, strict=True)):
            before = pad("" if number else name, longest) + (f" {pad(title, widest)}" if widest else "")
            lines.append(f"{before} |{('#' if value >= 0 else '-') * round(abs(value) / most * width)}\n")
    if len(rows) < len(table.rows):
        lines.append(_SOME_BARS.fill({"count": len(rows), "all": len(table.rows)}).in_(language) + "\n")
    return "".join(lines)


_SOME_BARS = Wording("… słupki pierwszych {count} z {all} wierszy", "… bars of the first {count} of {all} rows")


def _bar_value(cell: Cell) -> float:
    return float(cell) if isinstance(cell, Decimal | int) else 0.0
