"""What stands around the examples of problems of awizos, so that each of them can be run.

An example is an awizo that is checked (`awizo: …`) or that a command changes (`awizo pack --package 3 …: …`), several
awizos (`awiza: [ … ]`), or orders that an awizo is made of, with awizos that there are (`rezerwacje: [ … ]`).
"""

import datetime as dt
import io
import shlex
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from dekret.despatch.approval import restore
from dekret.despatch.create import Wanted
from dekret.despatch.editing import PackageEdit, add_package
from dekret.despatch.labels import LabelsWanted
from dekret.despatch.packing import pack, unpack
from dekret.despatch.sscc import Series
from dekret.model.directory import Directory, KnownParty, SsccSettings, TradeFile
from dekret.packs.despatch.files import Awizos, read_awizos
from dekret.packs.despatch.numbers import number_packages
from dekret.packs.despatch.printed import labels_of
from dekret.packs.despatch.run import Awizo, change, checked, make, open_awizo
from dekret.store.sscc_numbers import GivenNumber, SsccNumbers
from dekret.text.diagnostic import Diagnostic

WANTED = Wanted(issue_date=dt.date(2026, 4, 16))
TIME = dt.datetime(2026, 4, 16, 12, tzinfo=dt.UTC)
NAMES = {
    "5900000000039": "Market Dom 1 Wrocław",
    "5900000000046": "Market Dom 2",
    "5900000000060": "Market Dom Wrocław",
}
DIRECTORY = Directory(
    "RAMA", trade=TradeFile(parties_by_gln={gln: KnownParty(name, name, gln=gln) for gln, name in NAMES.items()})
)
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
    opened = open_awizo(STDIN, stream)
    if verb == "labels":
        wanted = LabelsWanted(collective="--collective" in rest)
        return labels_of(opened, wanted, DIRECTORY).report.diagnostics
    if verb == "sscc":
        return numbered(rest, opened)
    return changed(verb, rest, opened).report.diagnostics


def numbered(words: list[str], opened: Awizo) -> list[Diagnostic]:
    """What is said where packages get numbers from the first one on; one is used by another awizo."""
    parser = ArgumentParser()
    parser.add_argument("--first")
    parser.add_argument("--used", type=int)
    given = parser.parse_args(words)
    settings = SsccSettings("3", "590", "1234567", given.first) if given.first else None
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "firma.duckdb")
        if given.used:
            with SsccNumbers.open(database) as numbers, numbers.transaction():
                series = Series.of(settings)
                sscc = series.sscc(given.used)
                numbers.keep(
                    GivenNumber(series=series.prefix, serial=given.used, sscc=sscc, advice="INNE", package=1, time=TIME)
                )
        return number_packages(opened, settings, database, TIME).awizo.report.diagnostics


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
