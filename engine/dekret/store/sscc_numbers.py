"""SSCC that were given to packages: no number is ever given twice, whatever becomes of the awizo."""

import datetime as dt
from dataclasses import dataclass

from dekret.store import schema
from dekret.store.database import Database
from dekret.store.stored import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNumber:
    """A number, the serial number in its series, and the package of an awizo that it was given to."""

    series: str
    serial: int
    sscc: str
    advice: str
    package: int
    time: dt.datetime


class SsccNumbers(Stored):
    """The SSCC of a store, which may hold a ledger, sent payments and imports, too, over one `database`.

    Changes stand between `begin` and `commit` (or in a `transaction`); killed before the end of `commit`, the program
    leaves the store as it was. A store is open in one program that changes it, so that two never take one number.
    Every method may raise `FileError`, where the disk gives out.

    Commit before the awizo is written: a number that no awizo has is lost, one that two have is read as one package.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder, SsccNumbers.open(Path(folder, "firma.duckdb")) as numbers:
    ...     numbers.next_free("35901234567", 42, 999_999), numbers.given()
    (42, [])
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._there = bool(database.number(schema.HAS_SSCC))

    def next_free(self, series: str, first: int, last: int) -> int | None:
        """The lowest serial number from `first` to `last` that was not given; None where there is none."""
        if not self._there:
            return first if first <= last else None
        found = self.database.rows(_NEXT_FREE, {"series": series, "first": first, "last": last})[0][0]
        return None if found is None else int(found)

    def keep(self, number: GivenNumber) -> None:
        """Remembers a number. To give one twice is a mistake of our own."""
        assert self.database.changing
        assert self.owner(number.sscc) is None, number.sscc
        self.database.rows(_KEEP, _values(number))

    def owner(self, sscc: str) -> GivenNumber | None:
        """The package that a number was given to."""
        rows = self.database.rows(f"{_GIVEN} WHERE sscc = $sscc", {"sscc": sscc}) if self._there else []
        return _number(rows[0]) if rows else None

    def given(self) -> list[GivenNumber]:
        """All numbers, in the order of series and serial number."""
        rows = self.database.rows(f"{_GIVEN} ORDER BY series, serial") if self._there else []
        return [_number(row) for row in rows]


def _values(number: GivenNumber) -> dict[str, object]:
    return {
        "series": number.series,
        "serial": number.serial,
        "sscc": number.sscc,
        # what a file says may hold half characters, which no text of the store does
        "advice": number.advice.encode(errors="replace").decode(),
        "package": number.package,
        "time": number.time.astimezone(dt.UTC).replace(tzinfo=None),
    }


def _number(row: tuple[object, ...]) -> GivenNumber:
    series, serial, sscc, advice, package, time = row
    assert isinstance(serial, int)
    assert isinstance(package, int)
    assert isinstance(time, dt.datetime)
    return GivenNumber(
        series=str(series),
        serial=serial,
        sscc=str(sscc),
        advice=str(advice),
        package=package,
        time=time.replace(tzinfo=dt.UTC),
    )


_GIVEN = "SELECT series, serial, sscc, advice, package, time_utc FROM dekret.sscc_numbers"
_KEEP = """
INSERT INTO dekret.sscc_numbers (series, serial, sscc, advice, package, time_utc)
VALUES ($series, $serial, $sscc, $advice, $package, $time)"""
_NEXT_FREE = """
WITH given AS (SELECT serial FROM dekret.sscc_numbers WHERE series = $series AND serial BETWEEN $first AND $last),
free AS (
    SELECT $first::BIGINT AS serial WHERE $first NOT IN (SELECT serial FROM given)
    UNION ALL
    SELECT serial + 1 FROM given WHERE serial + 1 NOT IN (SELECT serial FROM given)
)
SELECT min(serial) FROM free WHERE serial <= $last"""
