"""Documents of files prepared for templates by a map."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from dekret.intake.payments import read_payments, read_payments_stream
from dekret.intake.read import read_documents, read_stream
from dekret.intake.received import Received, Rejected
from dekret.mapping import run_problems as problems
from dekret.mapping.check_prepared import CheckedPrepared
from dekret.mapping.prepare import Fields, Preparer, is_refused
from dekret.model.documents import DOCUMENTS
from dekret.packs.mapping.plain import plain_of
from dekret.packs.mapping.run import Record
from dekret.text.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Prepared:
    """The record of a template, and what is to be said of it all the same."""

    record: Fields
    remarks: tuple[Diagnostic, ...]


class Preparing:
    """Prepares the documents of files by one map."""

    def __init__(self, checked: CheckedPrepared, today: dt.date, own_tax_id: str = "") -> None:
        self.checked = checked
        self.own_tax_id = own_tax_id
        self.today = today

    @cached_property
    def preparer(self) -> Preparer:
        """What prepares the records. Only for a map that was checked without errors."""
        return Preparer(self.checked, self.today)

    def file(self, path: Path) -> Iterator[Prepared | Rejected]:
        """The documents of a file, prepared. Raises `FileError` where it cannot be opened."""
        target = self.checked.map.target
        if target.family is DOCUMENTS:
            found: Iterator[Received[Record] | Rejected] = read_documents(path, target.kind, self.own_tax_id)
        else:
            found = read_payments(path)
        return map(self.one, found)

    def stream(self, name: str, stream: IO[bytes]) -> Iterator[Prepared | Rejected]:
        """As `file`, of an open file or standard input."""
        target = self.checked.map.target
        if target.family is DOCUMENTS:
            found: Iterator[Received[Record] | Rejected] = read_stream(name, stream, target.kind, self.own_tax_id)
        else:
            found = read_payments_stream(name, stream)
        return map(self.one, found)

    def one(self, item: Received[Record] | Rejected) -> Prepared | Rejected:
        """One document, prepared."""
        if isinstance(item, Rejected):
            return item
        target = self.checked.map.target
        if item.document.type != target.kind:
            given, wanted = item.document.type, target.word.pl
            return Rejected((*item.warnings, problems.OTHER_TYPE.at(item.span, given=given, wanted=wanted)))
        record, remarks = self.preparer.prepare(plain_of(item.document), item.span)
        remarks = (*item.warnings, *remarks)
        return Rejected(remarks) if is_refused(remarks) else Prepared(record, remarks)
