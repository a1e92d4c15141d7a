"""Options and output of commands that run charts."""

import sys
from argparse import Namespace
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console
from dekret.cli.reports import show_report
from dekret.cli.rules_options import RESULT, Option, add_options, count, seconds
from dekret.cli.texts import TEXTS

LIMITS: tuple[Option, ...] = (
    (
        ("--limit",),
        {"type": count, "default": 100_000, "metavar": "N"},
        ("najwyżej tyle wierszy (100000)", "at most so many rows (100000)"),
    ),
    (
        ("--timeout",),
        {"type": seconds, "default": 300, "metavar": "S"},
        ("najwyżej tyle sekund (300)", "at most so many seconds (300)"),
    ),
)
_RESULT: tuple[Option, ...] = (
    (
        ("--format",),
        {"choices": api.CHART_RESULTS, "metavar": "POSTAĆ"},
        (
            "txt, csv, xlsx, xml, html, svg, png albo pdf; bez opcji według pliku wyniku, na ekran txt",
            "txt, csv, xlsx, xml, html, svg, png or pdf; else by the name of the result, txt on the screen",
        ),
    ),
    RESULT,
    *LIMITS,
    (
        ("--session",),
        {"type": Path, "metavar": "PLIK"},
        (
            "plik sesji: historia wykresów z wartościami i dniem z --date",
            "file of the session: the charts seen, with their values and the day of --date",
        ),
    ),
)


def add_result(arguments: Arguments) -> None:
    """`--format`, `-o`, `--limit`, `--timeout`, `--session`."""
    add_options(arguments, _RESULT)


def show(drawn: "api.Drawn | None", report: api.Report, given: Namespace, console: Console) -> int:
    """Prints or writes what came of a chart; the exit code."""
    show_report(report, "text", console, data=False)
    if drawn is None:
        return 1
    if drawn.call is not None:
        console.out(drawn.call + "\n")
        return 0
    kind = given.format or (given.output.suffix.lstrip(".").lower() if given.output else "txt")
    if kind not in api.CHART_RESULTS:
        kinds = ", ".join(api.CHART_RESULTS)
        raise api.UsageError(
            f"Po nazwie pliku nie poznać postaci wyniku: {given.output}. Użyj --format albo końcówki: {kinds}.",
            f"The name {given.output} does not tell the kind of the result. Use --format or an ending: {kinds}.",
        )
    data = api.chart_result(drawn, kind, console.language)
    if given.output:
        with api.open_output(given.output) as output:
            output.write_bytes(data)
            output.keep()
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")
    elif kind in ("xlsx", "png", "pdf"):
        sys.stdout.buffer.write(data)
    else:
        console.out(data.decode("utf-8-sig"))
        if kind == "txt":
            console.out(api.chart_bars(drawn, console.language))
    for remark in api.chart_remarks(drawn, kind):
        console.err(remark.in_(console.language) + "\n")
    say_cut(bool(drawn.table and drawn.table.cut), given.limit, console)
    return 0


def say_cut(cut: bool, limit: int, console: Console) -> None:  # noqa: FBT001 - the fact that is told
    """That a result has more rows than were asked for."""
    if cut:
        console.err(console.text(_CUT, limit=limit) + "\n")


_CUT = (
    "Wynik ma więcej wierszy niż {limit}; resztę pominięto (--limit).",
    "The result has more than {limit} rows; the rest was left out (--limit).",
)
