"""What an export goes by, and what comes of every document."""

import datetime as dt
from dataclasses import dataclass

from dekret.text.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class ExportBy:
    """What to export by: the company's file (None: the one there is) and the day."""

    today: dt.date
    directory: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A file: its name, its text, the document it is of, and what is to be said of it all the same."""

    name: str
    text: str
    number: str
    remarks: tuple[Diagnostic, ...] = ()
