"""What to print by, and what comes out."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from dekret.model.base import Record
from dekret.text.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class PrintBy:
    """What to print by: the template, the day, the company's file, the answers of the dialog."""

    template: str
    today: dt.date
    directory: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finished:
    """A record ready for a template: the number of its document, and what is to be said of it all the same."""

    number: str
    record: Record
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A document that was printed: its number, and what the template wrote."""

    number: str
    text: str
    remarks: tuple[Diagnostic, ...] = ()
