"""An export: from the words of a command to files of transfers, kept all together, their payments marked as sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from dekret.bank.grouping import Collective
from dekret.bank.transfer_day import TransferDate
from dekret.bank.white_list import WhiteList
from dekret.company.payments import payer_of
from dekret.errors import UsageError
from dekret.model.payments import KIND_WORDS
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.sending import InMaking, Names, Sending
from dekret.packs.bank.transfers import How, Ordered, Transfers, received_payments
from dekret.packs.outcome import Refused
from dekret.store.payments import SentPayments
from dekret.store.questions import Questions
from dekret.syntax.schema import find
from dekret.text.wording import listed

if TYPE_CHECKING:
    from types import TracebackType

    from dekret.bank.check import CheckedFormat
    from dekret.model.directory import Directory
    from dekret.packs.library import Library
    from dekret.text.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class ExportBy:
    """What to export by: the register, formats besides those of its bank (by kind), the day, what may be sent.

    `database` keeps what was sent, `data` is asked by fields `Zapytanie SQL`, `white_list` the unpacked flat file.
    """

    today: dt.date
    register: str = ""
    directory: str | None = None
    formats: Mapping[str, str] = field(default_factory=dict)
    date: TransferDate = field(default_factory=TransferDate)
    collective: Collective | None = None
    only: tuple[str, ...] | None = None
    resend: bool = False
    white_list: Path | None = None
    unlisted: bool = False
    always_listed: bool = False
    database: Path | None = None
    data: Path | None = None


def kind_named(word: str) -> str:
    """The kind of payment that a word means. Raises `UsageError`."""
    found = find(KIND_WORDS.values(), word)
    if found is None:
        known = listed([each.pl for each in KIND_WORDS.values()])
        raise UsageError(f"Nie ma rodzaju przelewu „{word}”; są: {known}.", f"There is no kind '{word}': {known}.")
    return next(kind for kind, each in KIND_WORDS.items() if each is found)


class Export:
    """A run. Use as a context; what is not kept is forgotten."""

    def __init__(self, library: Library, by: ExportBy, names: Names) -> None:
        """Raises `UsageError` for what does not exist, `FileError`. `findings` are those of the formats."""
        self.by = by
        self.findings: list[Diagnostic] = []
        self._stack = ExitStack()
        directory = _directory(library, by)
        register = directory.registers.get(by.register.casefold()) if by.register else None
        payer = payer_of(directory, by.register)
        register = register or directory.registers[payer.register.casefold()]
        formats = self._formats(library, {**register.formats, **by.formats})
        self._store = self._stack.enter_context(SentPayments.open(by.database)) if by.database else None
        self._questions = self._asking()
        white_list = self._stack.enter_context(WhiteList.open(by.white_list)) if by.white_list else None
        if white_list and white_list.day != by.today:
            raise UsageError(
                f"Wykaz podatników VAT jest z dnia {white_list.day}, a przelewy zleca się {by.today}.",
                f"The list of VAT taxpayers is that of {white_list.day}; the payments are ordered on {by.today}.",
            )
        how = How(
            payer=payer,
            formats=formats,
            today=by.today,
            date=by.date,
            collective=_joined(by.collective, formats),
            only=by.only,
            directory=directory,
            resend=by.resend,
            white_list=white_list,
            unlisted=by.unlisted,
            always_listed=by.always_listed,
            expect=self._questions.expect if self._questions else None,
        )
        self.how = how
        query = self._questions.ask if self._questions else None
        self._sending = self._stack.enter_context(Sending(how, names, query, marks=self._store is not None))

    @property
    def files(self) -> Sequence[InMaking]:
        """The files so far."""
        return self._sending.files

    def run(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Ordered | Refused]:
        """What becomes of every payment, in order; records are written as they come."""
        store = self._store
        account = self.how.payer.account
        sent = (lambda identities: store.known(identities, account)) if store else None
        for item in Transfers(self.how, self._sending.file_of, sent).run(received_payments(inputs, standard_input)):
            if isinstance(item, Ordered):
                self._sending.write(item)
            yield item

    def finish(self) -> list[Diagnostic]:
        """Writes what stands after the records; what is wrong with it."""
        return list(self._sending.finish())

    def keep(self, time: dt.datetime) -> int | None:
        """Marks the payments as sent and puts the files in their places; the number of the export, with a store.

        The marks come first: payments of a file that nobody marked would be paid twice, whereas an export whose files
        are not there can be taken back, which is done here where a file cannot be written, or someone interrupts.
        Raises `FileError`.
        """
        if self._store is None:
            self._sending.keep()
            return None
        with self._store.transaction():
            number = self._store.next_export()
            self._store.mark(self._sending.sent(number, time), again=self.by.resend)
        try:
            self._sending.keep()
        except BaseException:
            with self._store.transaction():
                self._store.take_back(number)
            raise
        return number

    def _formats(self, library: Library, symbols: Mapping[str, str]) -> dict[str, CheckedFormat]:
        """The format of every kind of payment that has one; those with errors only leave their findings."""
        by_symbol = {symbol.casefold(): self._format(library, symbol) for symbol in symbols.values()}
        found = {kind: by_symbol[symbol.casefold()] for kind, symbol in symbols.items()}
        return {kind: checked for kind, checked in found.items() if checked}

    def _format(self, library: Library, symbol: str) -> CheckedFormat | None:
        checked, report = format_of(library, symbol, self.by.today)
        self.findings += report.diagnostics
        if checked is None or report.has_errors:
            return None
        if not checked.format.use.writes:
            raise UsageError(
                f"Format {symbol} służy do importu, nie do eksportu.", f"The format {symbol} is for import alone."
            )
        return checked

    def _asking(self) -> Questions | None:
        """What answers the fields `Zapytanie SQL`."""
        if self.by.data is None:
            return None
        if self._store and self.by.database and self.by.data.resolve() == self.by.database.resolve():
            return self._stack.enter_context(Questions(self._store.database))
        return self._stack.enter_context(Questions.open(self.by.data))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()


def _directory(library: Library, by: ExportBy) -> Directory:
    """The company's file, which tells who pays."""
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
            "Nie wiadomo, kto płaci: w regułach nie ma kartoteki z rejestrem bankowym (dekret docs kartoteka).",
            "Nobody knows who pays: the rules have no company's file with a bank register (dekret docs kartoteka).",
        )
    return found


def _joined(collective: Collective | None, formats: Mapping[str, CheckedFormat]) -> Collective | None:
    """Collective transfers with the separator that their format has for descriptions (002:1169)."""
    if collective is None or "ordinary" not in formats:
        return collective
    return replace(collective, separator=formats["ordinary"].format.separators.group)
