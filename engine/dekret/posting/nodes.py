"""A posting scheme as it was written: nodes with their places, nothing checked against the document yet."""

import datetime as dt
from dataclasses import dataclass, field

from dekret.documents.document_types import DocumentType, Split
from dekret.expr.cells import Formula
from dekret.text.source import Span


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A row of the scheme. `label` is its number as written, else its place; without an amount it is in error."""

    span: Span = field(compare=False)
    label: str
    debit: Formula | None
    credit: Formula | None
    split: Split | None
    amount: Formula | None
    currency: bool
    settlement: bool
    description: Formula | None
    condition: Formula | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A posting scheme. `version` is the hash of the file's text."""

    span: Span = field(compare=False)
    symbol: str
    name: str
    type: DocumentType
    journal: str
    buffer: bool
    date: Formula | None
    description: Formula | None
    condition: Formula | None
    merge: bool
    may_post_nothing: bool
    rows: tuple[SchemeRow, ...]
    version: str
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
