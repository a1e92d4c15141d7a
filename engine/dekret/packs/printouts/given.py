"""The files to print from, by whose rules: what records for templates are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dekret.errors import UsageError
from dekret.intake.read import read_any, read_any_stream
from dekret.intake.received import Received, Rejected
from dekret.model.directory import Directory
from dekret.model.documents import AnyDocument
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.printouts import problems
from dekret.packs.printouts.accounts import AccountNames
from dekret.packs.printouts.invoices import Company
from dekret.packs.printouts.outcome import PrintBy
from dekret.render.records import RecordKind
from dekret.render.templates import Template
from dekret.text.wording import Wording, listed


@dataclass(frozen=True, slots=True)
class Given:
    """What a run is given: files (`-` is `stream`), rules, the template."""

    library: Library
    by: PrintBy
    template: Template
    inputs: Sequence[Path]
    stream: IO[bytes]

    @property
    def record(self) -> RecordKind:
        assert self.template.record
        return self.template.record

    def account_names(self) -> AccountNames:
        """The names of accounts, and of the parties that accounts opened by posting end with."""
        return AccountNames(self.library.account_names(), self.company().directory)

    def company(self) -> Company:
        """Who prints. Raises `UsageError` where the rules do not tell."""
        return Company(_directory(self.library, self.by))

    def documents(self, inputs: Sequence[Path] | None = None) -> Iterator[Received[AnyDocument] | Rejected]:
        """The documents of all files, or of these; `-` is standard input."""
        directory = self.library.any_directory(self.by.directory or "", self.by.today)
        own = directory.tax_id if directory else ""
        for path in self.inputs if inputs is None else inputs:
            if str(path) == "-":
                yield from read_any_stream("-", self.stream, "vat_sale", own)
            else:
                yield from read_any(path, "vat_sale", own)

    def other(self, item: Received[AnyDocument]) -> Refused:
        """The refusal of a document that this template does not print."""
        kind, wanted = item.document.type, self.record.word
        said = Wording(wanted.pl, wanted.en)
        place, number = item.span, item.document.number
        return Refused(
            (problems.OTHER_DOCUMENT.at(place, template=self.template.symbol, wanted=said, number=number, kind=kind),)
        )

    def not_foreign(self, item: Received[AnyDocument]) -> Refused:
        """The refusal of a document in PLN by a template for others (001:97)."""
        number, symbol = item.document.number, self.template.symbol
        return Refused((problems.NOT_FOREIGN.at(item.span, number=number, template=symbol),))


def _directory(library: Library, by: PrintBy) -> Directory:
    """The company's file. Raises `UsageError` where there is none, or several and none was named."""
    known = library.directory_symbols()
    if by.directory is None and len(known) > 1:
        raise UsageError(
            f"Kartoteki są {len(known)}: {listed(known)}. Wskaż jedną: --directory.",
            f"There are {len(known)} company's files: {listed(known)}. Name one: --directory.",
        )
    symbol = by.directory or (known[0] if known else None)
    found = library.any_directory(symbol, by.today) if symbol else None
    if found is None:
        raise UsageError(
            "Nie wiadomo, czyj to wydruk: w regułach nie ma kartoteki firmy (dekret new kartoteka; --rules).",
            "Nobody knows whose printout it is: the rules have no company's file (dekret new kartoteka; --rules).",
        )
    return found
