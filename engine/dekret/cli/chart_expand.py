"""`dekret chart expand`: the query of a chart with values, ready to run, and where each of its lines was written."""

from argparse import Namespace

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.chart import ACTIONS
from dekret.cli.chart_options import add_chart, values_of
from dekret.cli.console import Console
from dekret.cli.reports import add_messages, say_broken, show_report
from dekret.cli.rules_options import RESULT, Option, add_options, open_rules
from dekret.cli.texts import TEXTS

_OPTIONS: tuple[Option, ...] = (
    (
        ("--bind",),
        {"action": "store_true"},
        ("wartości jako parametry sterownika (?), tam gdzie SQL na to pozwala", "values as parameters of a driver (?)"),
    ),
    (
        ("--inline",),
        {"action": "store_false", "dest": "bind"},
        ("wartości wpisane w zapytanie (tak jest bez opcji)", "values written into the query (also without)"),
    ),
    (
        ("--map",),
        {"action": "store_true"},
        ("zamiast zapytania: gdzie napisano każdy jego wiersz", "instead of the query: where each line was written"),
    ),
    (
        ("--graphics",),
        {"action": "store_true"},
        ("zamiast zapytania: parametry graficzne z wartościami", "instead of the query: graphic parameters"),
    ),
    (
        ("--json",),
        {"action": "store_true"},
        ("zapytanie, parametry, grafika i mapa jako JSON", "query, parameters, graphics and map as JSON"),
    ),
    (
        ("--dialect",),
        {"default": "tsql", "metavar": "SQL"},
        ("tsql, duckdb albo postgres (tsql)", "tsql, duckdb or postgres (tsql)"),
    ),
    (
        ("--allow",),
        {"action": "append", "default": [], "metavar": "TABELA"},
        ("wolno czytać tylko tę tabelę; można powtarzać", "only this table may be read; may be repeated"),
    ),
    RESULT,
)


def run(words: list[str], console: Console) -> int:
    arguments = Arguments("chart expand", ACTIONS["expand"], console)
    add_chart(arguments)
    add_options(arguments, _OPTIONS)
    add_messages(arguments)
    given = arguments.parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.messages, console)
    values = values_of(given)
    expansion, report = api.expand_chart(rules, given.symbol, values, given.allow)
    text = None
    if expansion:
        text = _text(expansion, given, console, report)
    show_report(report, given.messages, console, data=False)
    if text is None or expansion is None or report.has_errors:
        console.err(console.text(_NOTHING) + "\n")
        return 1
    if given.output:
        with api.open_output(given.output) as output:
            output.write(text)
            output.keep()
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    else:
        console.out(text)
    if given.memory:
        api.remember_values(given.memory, given.symbol, expansion)
    return 0


_NOTHING = ("Zapytanie nie powstało.", "There is no query.")


def _text(expansion: "api.Expansion", given: Namespace, console: Console, report: api.Report) -> str:
    if given.json:
        return api.chart_json(expansion, binding=given.bind)
    if given.map:
        return api.chart_map(expansion, console.language)
    if given.graphics:
        shown = sorted(expansion.graphics.items())
        return "".join(f"{symbol} = {' '.join(value.splitlines())}\n" for symbol, value in shown)
    if given.dialect != "tsql":
        text, said = api.chart_dialect(expansion, given.dialect)
        report.extend(said.diagnostics)
        return text + "\n"
    return api.chart_text(expansion, binding=given.bind) + "\n"
