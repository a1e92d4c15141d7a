"""What stands around the examples of problems of awizos, so that each of them can be run.

An example is an awizo that is checked (`awizo: …`) or that a command changes (`awizo pack --package 3 …: …`), several
awizos (`awiza: [ … ]`), or orders that an awizo is made of, with awizos that there are (`rezerwacje: [ … ]`).
"""

import datetime as dt
import io
import shlex
from argparse import ArgumentParser
from pathlib import Path

from dekret.despatch.approval import restore
from dekret.despatch.create import Wanted
from dekret.despatch.editing import PackageEdit, add_package
from dekret.despatch.packing import pack, unpack
from dekret.packs.despatch.files import Awizos, read_awizos
from dekret.packs.despatch.run import Awizo, change, checked, make, open_awizo
from dekret.text.diagnostic import Diagnostic

WANTED = Wanted(issue_date=dt.date(2026, 4, 16))
STDIN = Path("-")


def is_of_awizos(example: str) -> bool:
    """Whether an example is for this module."""
    return example.startswith(("awizo", "awiza: ", "rezerwacje: "))


def run(example: str) -> list[Diagnostic]:
    """Everything that is said of an example."""
    words, _, text = example.partition(": ")
    stream = io.BytesIO(text.encode())
    if words == "rezerwacje":
        return make([STDIN], stream, WANTED).report.diagnostics
    verb, *rest = shlex.split(words.removeprefix("awizo").removeprefix("awiza")) or ["check"]
    if verb == "check":
        return checked(read_awizos([STDIN], stream), Awizos()).diagnostics
    return changed(verb, rest, open_awizo(STDIN, stream)).report.diagnostics


def changed(verb: str, words: list[str], opened: Awizo) -> Awizo:
    parser = ArgumentParser()
    parser.add_argument("--package", type=int)
    parser.add_argument("--position", type=int, action="append", default=[])
    given = parser.parse_args(words)
    verbs = {
        "add": lambda advice: add_package(advice, PackageEdit()),
        "pack": lambda advice: pack(advice, given.package, dict.fromkeys(given.position)),
        "unpack": lambda advice: unpack(advice, given.package, tuple(given.position)),
        "restore": restore,
    }
    return change(opened, verbs[verb])
