"""`dekret awizo add`: one more package."""

import datetime as dt

from dekret import api
from dekret.cli.awizo_options import (
    add_database,
    add_output,
    add_package_fields,
    awizo_arguments,
    begin,
    finish,
    package_fields,
)
from dekret.cli.console import Console
from dekret.cli.reports import say_broken
from dekret.cli.rules_options import DIRECTORY, add_options, add_rule_folders, day_of, open_rules


def run(words: list[str], console: Console) -> int:
    arguments = awizo_arguments("add", console)
    add_package_fields(arguments)
    add_database(arguments, required=False)
    add_output(arguments)
    add_options(arguments, (DIRECTORY,))
    add_rule_folders(arguments)
    given = arguments.parse(words)
    rules = open_rules(given) if given.db and not given.sscc else None
    if rules and rules.report.has_errors:
        return say_broken(rules.report, given.messages, console)
    opened, place = begin(given, console, rules)
    changed = api.add_package(opened, package_fields(given))
    number = changed.advice.packages[-1].number if changed.advice else 0
    if changed.advice and rules:
        time = dt.datetime.now(dt.UTC)
        changed, _ = api.number_packages(
            changed,
            rules,
            given.db,
            directory=given.directory,
            today=day_of(given),
            time=time,
            packages=(number,),
        )
    return finish(changed, place, given, console, _DONE, number=number)


_DONE = ("Dodano opakowanie {number}.", "The package {number} was added.")
