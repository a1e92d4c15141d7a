"""SSCC of the company's logistic units: which numbers its settings give, one for every serial number (001:440–452).

Extension digit, GS1 prefix, number of the company and serial number are 17 digits, the 18th checks them: the serial
number is padded with zeros to what the others leave of sixteen (comarch-edi.md 8.1).
"""

from dataclasses import dataclass

from dekret.despatch import sscc_problems as problems
from dekret.despatch.objections import Objection, against
from dekret.model.directory import SsccSettings
from dekret.model.trade import DespatchAdvice
from dekret.values.gs1 import sscc_of

_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one extension digit, prefix and company, from the first serial number to the last.

    >>> series = Series.of(SsccSettings("3", "590", "1234567", "42"))
    >>> series.first, series.last, series.sscc(42), series.serial("359012345670000429")
    (42, 999999, '359012345670000429', 42)
    """

    prefix: str
    first: int
    last: int

    @classmethod
    def of(cls, settings: SsccSettings) -> "Series":
        """The series of the settings of a company."""
        prefix = settings.extension + settings.prefix + settings.company
        width = _TOGETHER + len(settings.extension) - len(prefix)
        return cls(prefix, int(settings.first_serial), 10**width - 1)

    def sscc(self, serial: int) -> str:
        """The SSCC of a serial number."""
        assert 0 <= serial <= self.last
        return sscc_of(self.prefix + str(serial).zfill(len(str(self.last))))

    def serial(self, sscc: str) -> int | None:
        """The serial number of an SSCC; None where it is of another series."""
        return int(sscc[len(self.prefix) : -1]) if sscc.startswith(self.prefix) else None


def packages_to_number(advice: DespatchAdvice, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The places of the packages that are to get a new SSCC: those of the numbers, without any those that have none."""
    return tuple(
        at for at, package in enumerate(advice.packages) if (package.number in numbers if numbers else not package.sscc)
    )


def no_settings() -> Objection:
    """That the company's file says nothing of SSCC."""
    return against(problems.NO_SETTINGS, "packages")


def exhausted(series: Series, *, asked: int, free: int) -> Objection:
    """That a series has no more numbers."""
    return against(problems.EXHAUSTED, "packages", prefix=series.prefix, asked=asked, free=free)


def of_another(at: int, package: int, sscc: str, advice: str) -> Objection:
    """That a number was given to a package of another awizo."""
    return against(problems.OF_ANOTHER, "packages", at, "sscc", package=package, sscc=sscc, advice=advice)
