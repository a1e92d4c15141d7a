"""Options of commands that give a chart values."""

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.rules_options import PAIRS, Option, add_options, add_rule_folders, day_of


def _numbers(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError:
        raise ArgumentTypeError(f"{text}? 3,5,8") from None


VALUES: tuple[Option, ...] = (
    (("--set",), PAIRS, ("wartość parametru; można powtarzać", "the value of a parameter; may be repeated")),
    (
        ("--row",),
        PAIRS,
        ("kolumna klikniętego wiersza wykresu nadrzędnego", "a column of the row clicked in the chart above"),
    ),
    (("--parent",), PAIRS, ("parametr wykresu nadrzędnego", "a parameter of the chart above")),
    (("--app",), PAIRS, ("zmienna aplikacji: FiltrApp, OperatorID …", "a variable of the application")),
    (
        ("--selected",),
        {"type": _numbers, "metavar": "ID,ID"},
        ("identyfikatory rekordów zaznaczonych na liście", "identifiers of the records marked on the list"),
    ),
    (
        ("--records",),
        {"type": int, "metavar": "N"},
        ("liczba wierszy wyniku, którą daje @RECORDS", "the number of rows that @RECORDS gives"),
    ),
    (
        ("--memory",),
        {"type": Path, "metavar": "PLIK"},
        (
            "plik z ostatnimi odpowiedziami na parametry REG=; nowe odpowiedzi są w nim zapisywane",
            "the file of last answers to parameters with REG=; new answers are written to it",
        ),
    ),
)

FILTER: Option = (
    ("--filter",),
    {"metavar": "SYMBOL"},
    (
        "filtr z reguł jako FiltrApp; jego parametry podaje się jak parametry wykresu",
        "a filter of the rules as FiltrApp; its parameters are given as those of the chart",
    ),
)


def add_chart(arguments: Arguments) -> None:
    """`SYMBOL`, the values, and where the rules are."""
    arguments.positional.add_argument(
        "symbol", metavar="SYMBOL", help=arguments.console.text(("wykres albo filtr", "a chart or a filter"))
    )
    add_options(arguments, (*VALUES, FILTER))
    add_rule_folders(arguments)


def values_of(given: Namespace) -> api.ChartValues:
    """The values that were given. Raises `FileError` for a file of answers that is none."""
    remembered = api.remembered_values(given.memory, given.symbol) if given.memory else {}
    filter_: str | None = getattr(given, "filter", None)
    of_filter = api.remembered_values(given.memory, filter_) if given.memory and filter_ else {}
    return api.ChartValues(
        day_of(given),
        given=dict(given.set),
        row=dict(given.row),
        parent=dict(given.parent),
        application=dict(given.app),
        remembered=remembered,
        selected=given.selected,
        records=given.records,
        filter=filter_,
        filter_remembered=of_filter,
    )
