"""What a front shows of charts: parameters as a table, as JSON and as a JSON Schema; where every line was written."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from dekret.chart.bind import Bound
from dekret.chart.computed import plain
from dekret.chart.fill import Filled, Piece
from dekret.chart.parameters import Parameter
from dekret.chart.sourcemap import Traced
from dekret.chart.values import Holding
from dekret.packs.chart.charts import Expansion
from dekret.text.table import titled
from dekret.text.wording import Language, Wording
from dekret.values.pictures import Control, Value

_CONTROLS = {
    Control.TEXT: Wording("tekst", "text"),
    Control.NUMBER: Wording("liczba", "number"),
    Control.DATE: Wording("data", "date"),
    Control.CHECK: Wording("tak/nie", "yes/no"),
    Control.CHOICE: Wording("opcje", "options"),
    Control.LIST: Wording("lista", "list"),
    Control.LOOKUP: Wording("okno wyboru", "look-up"),
    Control.LABEL: Wording("napis", "label"),
}


def control_name(control: Control) -> Wording:
    """What a control is called."""
    return _CONTROLS[control]


def parameters_table(parameters: Iterable[Parameter], holdings: Mapping[str, Holding], language: Language) -> str:
    """The parameters of a chart as a table: what is asked, what fits, what the first value is and where it is from."""
    header = [
        Wording("Parametr", "Parameter"),
        Wording("Pytanie", "Prompt"),
        Wording("Rodzaj", "Kind"),
        Wording("Pasuje", "Fits"),
        Wording("Wartość", "Value"),
        Wording("Skąd", "From"),
    ]
    rows = [_row(parameter, holdings.get(parameter.name), language) for parameter in parameters]
    return "\n".join(titled([word.in_(language) for word in header], rows)) + "\n"


def _row(parameter: Parameter, holding: Holding | None, language: Language) -> list[str]:
    kind = control_name(parameter.picture.control).in_(language)
    if parameter.hidden:
        kind += Wording(" (ukryty)", " (hidden)").in_(language)
    key = f" [Alt+{parameter.hot_key}]" if parameter.hot_key else ""
    return [
        parameter.name,
        parameter.prompt + key,
        kind,
        parameter.describe().in_(language),
        plain(holding.value) if holding else "",
        holding.origin.value.in_(language) if holding else "",
    ]


def parameters_json(parameters: Iterable[Parameter], holdings: Mapping[str, Holding]) -> str:
    """The parameters as JSON, for a front of another make."""
    return json.dumps([_described(each, holdings.get(each.name)) for each in parameters], ensure_ascii=False, indent=1)


def _described(parameter: Parameter, holding: Holding | None) -> dict[str, object]:
    picture = parameter.picture
    found: dict[str, object] = {
        "name": parameter.name,
        "prompt": parameter.prompt,
        "hotKey": parameter.hot_key,
        "picture": picture.written,
        "control": picture.control.name.lower(),
        "hidden": parameter.hidden,
        "least": _number(parameter.least),
        "most": _number(parameter.most),
        "upper": parameter.upper,
        "tip": parameter.tip,
        "message": parameter.message,
        "remembered": parameter.default.remembered,
        "value": plain(holding.value) if holding else None,
        "from": holding.origin.name.lower() if holding else None,
    }
    if picture.control is Control.CHOICE:
        found["options"] = [{"label": choice.label, "value": choice.value} for choice in picture.choices]
    if picture.control in (Control.LIST, Control.LOOKUP):
        found["query"] = picture.query or picture.inside
    return found


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def parameters_schema(symbol: str, parameters: Iterable[Parameter]) -> str:
    """A JSON Schema of the values that `--set` and forms may give."""
    shown = [each for each in parameters if each.picture.control is not Control.LABEL]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": symbol,
        "type": "object",
        "properties": {each.name: _schema(each) for each in shown},
        "additionalProperties": False,
    }
    return json.dumps(schema, ensure_ascii=False, indent=1)


def _schema(parameter: Parameter) -> dict[str, object]:
    picture = parameter.picture
    found: dict[str, object] = {"title": parameter.prompt or parameter.name}
    if parameter.tip:
        found["description"] = parameter.tip
    match picture.control:
        case Control.TEXT:
            found |= {"type": "string", "maxLength": picture.length}
        case Control.NUMBER:
            found |= {"type": "string", "pattern": r"^-?[0-9]+([.,][0-9]+)?$", "examples": [picture.example]}
        case Control.DATE:
            found |= {"type": "string", "format": "date"}
        case Control.CHECK:
            found |= {"type": "string", "enum": ["1", "0"]}
        case Control.CHOICE:
            found |= {"type": "string", "enum": [choice.value for choice in picture.choices]}
        case _:
            found |= {"type": "string"}
    return found


def expansion_json(expansion: Expansion, bound: Bound | None) -> str:
    """An expanded chart as JSON: the query, its parameters for a driver, the graphic parameters, the map."""
    query = expansion.query
    found: dict[str, object] = {
        "symbol": expansion.assembled.symbol,
        "query": bound.text if bound else query.text if query else None,
        "parameters": [_bound_value(value) for value in bound.values] if bound else [],
        "graphics": expansion.graphics,
        "values": {name: plain(each.value) for name, each in expansion.holdings.items()},
    }
    if query:
        found["map"] = list(map_entries(query.traced, bound.pieces if bound else query.pieces))
    return json.dumps(found, ensure_ascii=False, indent=1)


def _bound_value(value: Value) -> dict[str, str | None]:
    kinds = {str: "text", Decimal: "number", dt.date: "date"}
    return {
        "kind": next((name for kind, name in kinds.items() if isinstance(value, kind)), "date"),
        "value": plain(value),
    }


def map_entries(traced: Traced, pieces: Iterable[Piece]) -> Iterator[dict[str, object]]:
    """Stretches of the result, in order: where each begins and ends, where it was written, by which inserts."""
    place = 0
    for piece in pieces:
        if piece.is_own and piece.end - piece.start == len(piece.text):
            yield from _runs(traced, piece.start, piece.end, place)
        else:
            yield _entry(traced, piece.start, piece.end, place, place + len(piece.text))
        place += len(piece.text)


def _runs(traced: Traced, start: int, end: int, place: int) -> Iterator[dict[str, object]]:
    """A stretch of the author's text, cut where it goes from one insert to another."""
    while start < end:
        run, into = traced.run_at(start)
        width = min(end - start, len(run.text) - into)
        yield _entry(traced, start, start + width, place, place + width)
        start, place = start + width, place + width


def _entry(traced: Traced, start: int, end: int, place: int, upto: int) -> dict[str, object]:
    span = traced.span(start, max(end, start))
    call = traced.run_at(start)[0].origin.call
    return {
        "start": place,
        "end": upto,
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
        "inserts": call.chain() if call else [],
    }


def without_margins(query: str) -> str:
    """A query as it is shown: without the empty lines that declarations leave before it and behind it."""
    lines = query.rstrip().split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    return "\n".join(lines[first:])


def map_lines(query: Filled, language: Language) -> str:
    """For every line of a query the lines it was written in, and by which inserts."""
    header = [Wording("Wiersz", "Line"), Wording("Gdzie napisany", "Written at"), Wording("Wstawki", "Inserts")]
    rows = []
    shown = without_margins(query.text)
    place = query.text.index(shown)
    for number, line in enumerate(shown.split("\n"), start=1):
        places, chains = dict[tuple[str, int], str](), dict[str, None]()
        for word in re.finditer(r"\S+", line):
            start = place + word.start()
            span = query.span(start, start + 1)
            call = query.traced.run_at(query.written(start)[0])[0].origin.call
            places.setdefault((span.source.name, span.line), str(span))
            if call:
                chains[" → ".join(call.chain())] = None
        rows.append([str(number), ", ".join(places.values()), ", ".join(chains)])
        place += len(line) + 1
    return "\n".join(titled([word.in_(language) for word in header], rows)) + "\n"
