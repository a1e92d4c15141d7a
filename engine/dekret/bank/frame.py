"""What stands around the records of a file: its header and footer, and rows that are passed over between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from dekret.bank.nodes import BankFormat
from dekret.bank.rows import FileRow


@dataclass(slots=True)
class Passed:
    """How many rows of a file were no records, and why."""

    header: int = 0
    footer: int = 0
    skipped: int = 0


@dataclass(slots=True)
class Frame:
    """The rows of one file on their way: first `header`, then `records`, then `footer`.

    Of header and footer those rows are kept that a format has positions for, at most `most`. `last` is the last row
    of the header, `beyond` the first of the footer: where a header or footer is too long, these are records.
    """

    format: BankFormat
    rows: Iterator[FileRow]
    header_rows: int
    most: int
    passed: Passed
    footer: list[FileRow] = field(default_factory=list)
    last: FileRow | None = None
    beyond: FileRow | None = None

    def header(self) -> list[FileRow] | None:
        """The first rows of the header; None where the row that ends it does not come."""
        until = self.format.reading.header_until
        kept: list[FileRow] = []
        while until or self.passed.header < self.header_rows:
            row = next(self.rows, None)
            if row is None:
                return None if until else kept
            self.passed.header += 1
            self.last = row
            if len(kept) < self.most:
                kept.append(row)
            if until and until.fits(row.text):
                break
        return kept

    def records(self) -> Iterator[FileRow]:
        """The rows between header and footer, without those that are no records."""
        skipped, footer_from = self.format.reading.skipped, self.format.reading.footer_from
        if not skipped and not footer_from:
            return self.rows
        return self._records()

    def _records(self) -> Iterator[FileRow]:
        skipped, footer_from = self.format.reading.skipped, self.format.reading.footer_from
        for row in self.rows:
            if any(pattern.fits(row.text) for pattern in skipped):
                self.passed.skipped += 1
            elif footer_from and footer_from.fits(row.text):
                self.end(chain((row,), self.rows))
            else:
                yield row

    def end(self, held: Iterable[FileRow]) -> None:
        """Takes rows as those of the footer."""
        for row in held:
            self.passed.footer += 1
            self.beyond = self.beyond or row
            if len(self.footer) < self.most:
                self.footer.append(row)
