"""What a batch of documents is posted by, and what becomes of every document in it."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from dekret.model.entries import Entry
from dekret.text.diagnostic import Diagnostic, Severity


class Posted(NamedTuple):
    """A document that was posted, and what is to be said of it all the same."""

    entry: Entry
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class PostedText:
    """A document that another process posted: its journal lines as JSONL, how many, the accounts it opened."""

    text: str
    lines: int
    opened: tuple[str, ...]
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that was not posted, and why; `passed_over` where that is no error (a correction of data).

    `source` is the text of the document, where it can be told apart from others of its file.
    """

    diagnostics: tuple[Diagnostic, ...]
    source: str = ""

    @property
    def passed_over(self) -> bool:
        return all(diagnostic.severity is not Severity.ERROR for diagnostic in self.diagnostics)


@dataclass(frozen=True, slots=True)
class By:
    """What to post by: the symbols of scheme, chart and company's file (None: the one there is), the day."""

    scheme: str
    today: dt.date
    plan: str | None = None
    directory: str | None = None
