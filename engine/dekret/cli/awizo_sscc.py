"""`dekret awizo sscc`: the next free SSCC for packages."""

from __future__ import annotations

import datetime as dt

from dekret import api
from dekret.cli.awizo_options import add_database, add_output, awizo_arguments, begin, finish
from dekret.cli.console import Console
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import DIRECTORY, add_options, add_rule_folders, day_of, open_rules


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("sscc", console)
    add_database(arguments)
    arguments.option.add_argument(
        "--package",
        type=int,
        nargs="+",
        action="extend",
        default=[],
        metavar="NR",
        help=console.text(
            ("nowe numery tych opakowań (tych, które ich nie mają)", "new numbers of these (of those without one)")
        ),
    )
    add_options(arguments, (DIRECTORY,))
    add_output(arguments)
    add_rule_folders(arguments)
    given = arguments.parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.messages, console)
    opened, place = begin(given, console, rules)
    changed, count = api.number_packages(
        opened,
        rules,
        given.db,
        directory=given.directory,
        today=day_of(given),
        time=dt.datetime.now(dt.UTC),
        packages=given.package,
    )
    return finish(changed, place, given, console, _DONE, count=count)


_DONE = ("Nadano numerów SSCC: {count}.", "SSCC given: {count}.")
