"""SSCC for the packages of an awizo: the next free ones of the company, remembered in a store before anybody sees them.

Numbers that stand on the awizo already and are of the company's series are remembered, too: they were given by hand.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from dekret.despatch.change import Found, find, in_buffer, put
from dekret.despatch.objections import Objection, Objections
from dekret.despatch.sscc import Series, exhausted, no_settings, of_another, packages_to_number
from dekret.model.directory import SsccSettings
from dekret.model.trade import DespatchAdvice
from dekret.packs.despatch.files import placed
from dekret.packs.despatch.run import Awizo
from dekret.store.sscc_numbers import GivenNumber, SsccNumbers
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.table import worded
from dekret.text.wording import Language, Wording


@dataclass(frozen=True, slots=True)
class Numbered:
    """An awizo whose packages were numbered, and how many of them."""

    awizo: Awizo
    count: int


def number_packages(
    opened: Awizo, settings: SsccSettings | None, database: Path, time: dt.datetime, packages: tuple[int, ...] = ()
) -> Numbered:
    """The awizo with new SSCC on packages, on those that have none where no number of one is given.

    The store keeps the numbers when this returns, and nothing where something is said against it. Raises `FileError`.
    """
    if opened.advice is None or opened.region is None:
        return Numbered(opened, 0)
    said = _refused(opened.advice, settings, packages)
    if said or settings is None:
        return Numbered(_said(opened, opened.region, said), 0)
    with SsccNumbers.open(database) as numbers:
        numbers.begin()
        made = _numbered(opened.advice, settings, numbers, time, packages)
        if isinstance(made, DespatchAdvice):
            numbers.commit()
            pairs = zip(opened.advice.packages, made.packages, strict=True)
            count = sum(before.sscc != after.sscc for before, after in pairs)
            return Numbered(Awizo(made, opened.report, opened.region), count)
    return Numbered(_said(opened, opened.region, made), 0)


def _said(opened: Awizo, region: Span, said: Objections) -> Awizo:
    return Awizo(None, Report([*opened.report.diagnostics, *placed(said, [region])]))


def _refused(advice: DespatchAdvice, settings: SsccSettings | None, packages: tuple[int, ...]) -> Objections:
    """What can be said without a store, so that none is made for nothing."""
    said = in_buffer(advice)
    for each in packages:
        found = find(advice, each)
        said = found if not isinstance(found, Found) else said
    return said or (() if settings else (no_settings(),))


def _numbered(
    advice: DespatchAdvice,
    settings: SsccSettings,
    numbers: SsccNumbers,
    time: dt.datetime,
    packages: tuple[int, ...],
) -> DespatchAdvice | Objections:
    series = Series.of(settings)
    wanted = packages_to_number(advice, packages)
    if against := _note(advice, series, numbers, time, leave=wanted):
        return against
    for done, at in enumerate(wanted):
        serial = numbers.next_free(series.prefix, series.first, series.last)
        if serial is None:
            return (exhausted(series, asked=len(wanted), free=done),)
        package = advice.packages[at]
        sscc = series.sscc(serial)
        numbers.keep(_given(series, serial, sscc, advice, package.number, time))
        advice = put(advice, at, replace(package, sscc=sscc))
    return advice


def _note(
    advice: DespatchAdvice, series: Series, numbers: SsccNumbers, time: dt.datetime, *, leave: tuple[int, ...]
) -> Objections:
    """Remembers the numbers that packages have; what is said against those that are another awizo's."""
    said: list[Objection] = []
    for at, package in enumerate(advice.packages):
        serial = series.serial(package.sscc) if package.sscc else None
        if serial is None or series.sscc(serial) != package.sscc:
            continue
        owner = numbers.owner(package.sscc)
        if owner is None:
            numbers.keep(_given(series, serial, package.sscc, advice, package.number, time))
        elif owner.advice != advice.number and at not in leave:
            said.append(of_another(at, package.number, package.sscc, owner.advice))
    return tuple(said)


def _given(  # noqa: PLR0913, PLR0917 - the columns of a row
    series: Series, serial: int, sscc: str, advice: DespatchAdvice, package: int, time: dt.datetime
) -> GivenNumber:
    return GivenNumber(series=series.prefix, serial=serial, sscc=sscc, advice=advice.number, package=package, time=time)


def numbers_table(database: Path, language: Language) -> str:
    """All numbers that were given. Raises `FileError`."""
    with SsccNumbers.open(database, read_only=True) as numbers:
        given = numbers.given()
    header = (
        Wording("SSCC", "SSCC"),
        Wording("Awizo", "Awizo"),
        Wording("Opakowanie", "Package"),
        Wording("Kiedy", "When"),
    )
    rows = [[each.sscc, each.advice, str(each.package), f"{each.time:%Y-%m-%d %H:%M}"] for each in given]
    return worded(header, rows, language) + "\n"
