"""What a batch of documents is posted by, and what becomes of every document in it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dekret.intake.problems import NO_DOCUMENTS
from dekret.model.entries import Entry
from dekret.text.diagnostic import Diagnostic, Severity


def hold_none(said: Sequence[Diagnostic]) -> bool:
    """Whether all that is said of a file is that it holds no documents."""
    return bool(said) and all(found.id == NO_DOCUMENTS.id for found in said)


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

    `source` is the text of the document, where it can be told apart from others of its file. `left_out`: the filter
    of the run does not hold for it, so that nothing was asked of it, and there is nothing to be said.
    """

    diagnostics: tuple[Diagnostic, ...]
    source: str = ""
    left_out: bool = False

    @property
    def passed_over(self) -> bool:
        return all(diagnostic.severity is not Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def nothing_there(self) -> bool:
        """Whether it is no document at all, but a file that holds none."""
        return hold_none(self.diagnostics)


LEFT_OUT = Refused((), left_out=True)
"""What becomes of a document that the filter of the run leaves out."""


@dataclass(frozen=True, slots=True)
class By:
    """What to post by: the symbols of scheme, chart and company's file (None: the one there is), the day."""

    scheme: str
    today: dt.date
    plan: str | None = None
    directory: str | None = None
    filter: str | None = None
    """The symbol of a filter; documents for which it does not hold are left out."""
    filter_values: tuple[tuple[str, str], ...] = ()
    """Values of the parameters of the filter, as they were typed."""
