"""Rules as they were written: nodes with their places, nothing checked against the document yet."""

import datetime as dt
from dataclasses import dataclass, field

from dekret.documents.document_types import DocumentType
from dekret.expr.cells import Formula
from dekret.syntax.nodes import Cell
from dekret.text.diagnostic import Severity
from dekret.text.source import Span
from dekret.validation.messages import Message
from dekret.validation.subjects import Subject


@dataclass(frozen=True, slots=True)
class English:
    """What a rule says in English."""

    code: str
    place: Span = field(compare=False)
    message: Message
    cell: Cell | None
    remedy: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. Without a condition, level or message it is in error.

    `applies` narrows it to some documents, or to some of the parts that it runs over. Of one whose subject could not
    be read nothing is said about parts.
    """

    span: Span = field(compare=False)
    code: str
    code_place: Span = field(compare=False)
    subject: Subject
    subject_place: Span = field(compare=False)
    subject_is_read: bool
    applies: Formula | None
    condition: Formula | None
    level: Severity
    message: Message
    message_cell: Cell | None
    remedy: str
    basis: str
    english: English | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one symbol. `version` is the hash of the file's text; without operations they hold always.

    `english` are all rows of the section [Po angielsku]; each rule has its own.
    """

    span: Span = field(compare=False)
    symbol: str
    name: str
    types: tuple[DocumentType, ...]
    operations: tuple[str, ...]
    basis: str
    rules: tuple[Rule, ...]
    english: tuple[English, ...]
    version: str
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
