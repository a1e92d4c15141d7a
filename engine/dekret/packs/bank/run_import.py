"""An import: statements of a bank to cash reports, lines that are there already left out (002:1058–1079, 60–71)."""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from dataclasses import replace as changed
from hashlib import blake2b
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from msgspec.structs import replace

from dekret.bank.frame import Passed
from dekret.bank.read import Remark, Unread
from dekret.bank.understood import understood
from dekret.banklines.macros import Around
from dekret.company.bank_lines import ToldBy, party_named, party_of
from dekret.errors import FileError, UsageError
from dekret.expr.collation import fold
from dekret.model.statements import Balance, BankLine, StatementFoot, StatementHead
from dekret.packs.bank import import_problems as problems
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.import_balances import Balances
from dekret.packs.bank.import_by import ImportBy, Left, Outcome, Said, Taken, Why
from dekret.packs.bank.import_entries import EntryNumbers, entry_of
from dekret.packs.bank.import_repeated import Repeat, Repeats
from dekret.packs.bank.import_report import ReportFacts, ReportWriter
from dekret.packs.bank.proposals import Proposals, rule_symbols
from dekret.packs.bank.registers import directory_of, register_of
from dekret.packs.bank.statements import (
    diagnostic_of,
    in_encoding,
    refusal_by_format,
    said_of,
    said_of_encoding,
    statement_reader,
)
from dekret.packs.bank.statements_once import Again, once
from dekret.packs.outcome import Refused
from dekret.store.files import spooled, temporary_folder
from dekret.store.imported_line_rows import BETWEEN_NUMBERS, BankImport, StagedLine
from dekret.store.imported_lines import ImportedLines
from dekret.text.diagnostic import Diagnostic

if TYPE_CHECKING:
    from decimal import Decimal
    from types import TracebackType

    from dekret.bank.nodes import BankFormat
    from dekret.bank.read import StatementEvent
    from dekret.banklines.compile import Proposed
    from dekret.model.parties import Party
    from dekret.packs.bank.statements import StatementReader
    from dekret.packs.library import Library
    from dekret.store.files import Output


class Import:
    """A run. Use as a context; what is not kept is forgotten."""

    def __init__(self, library: Library, by: ImportBy, output: Output) -> None:
        """Raises `UsageError` for what does not exist, `FileError`. `findings` are those of the format."""
        self.by = by
        self.directory = directory_of(library, by.directory, by.today)
        self.register = register_of(self.directory, by.register)
        self.findings: tuple[Diagnostic, ...] = ()
        self.passed = Passed()
        self.told: Counter[ToldBy] = Counter()
        self._output = output
        self._stack = ExitStack()
        self._format: BankFormat | None = None
        self._reader = self._read_by(library)
        around = Around(by.today, self.register.code)
        symbols = rule_symbols(library, by.rules or self.register.line_rules)
        self.proposals = tuple(Proposals(library, symbol, around) for symbol in symbols)
        self._store: ImportedLines | None = None
        self._imports: list[int] = []
        if by.since and by.until and by.since > by.until:
            raise UsageError(
                f"Otwarcie raportu ({by.since}) jest po jego zamknięciu ({by.until}).",
                f"The report would be opened ({by.since}) after it is closed ({by.until}).",
            )
        self._numbers = EntryNumbers(by.receipts, by.payments, self.register.code, self._numbered_before)
        facts = ReportFacts(
            self.register.code, self.register.book_account, self.register.currency, by.report, by.since, by.until
        )
        self.reports = ReportWriter(output, facts)
        self.balances = Balances(by.balance)
        self._statements: list[str] = []
        self._last = ""

    def run(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Outcome]:
        """What becomes of every line, in order; entries are written as they come. Raises `FileError`."""
        self._remember(len(inputs))
        for path in inputs:
            with _opened(path, standard_input, twice=self._store is not None) as stream:
                assert self._format
                other = refusal_by_format(stream, str(path), self._format)
                if other:
                    yield Refused((other,))
                    continue
                if said := said_of_encoding(stream, str(path), self._format.charset):
                    yield Said(said)
                repeated = self._staged(stream)
                refused: array[int] = array("q")
                yield from self._file(stream, str(path), repeated, refused)
                self._keep(str(path), array("q", sorted((*repeated.places, *refused))))
        self._end_report()

    def keep(self, show: Callable[[str], None]) -> None:
        """Remembers the lines and puts the report in its place. Raises `FileError`.

        The lines come first: a report that is not there is made again once they are taken back, which is done here.
        """
        if self._store is None:
            self._output.keep(show)
            return
        self._store.commit()
        try:
            self._output.keep(show)
        except BaseException:
            with self._store.transaction():
                for number in reversed(self._imports):
                    self._store.take_back(number)
            raise

    @property
    def number(self) -> int | None:
        """That of the import in the store, the first where several files were imported."""
        return self._imports[0] if self._imports and self.by.database else None

    # --- what there is

    def _read_by(self, library: Library) -> StatementReader | None:
        """The reader of the format; None where it has errors, which are among the findings."""
        symbol = self.by.format or self.register.import_format
        if not symbol:
            raise UsageError(
                f"Podaj format wyciągu: -f SYMBOL, albo Format importu rejestru {self.register.code} w kartotece.",
                f"Name the format of the statement: -f SYMBOL, or that of the register {self.register.code} on file.",
            )
        checked, report = format_of(library, symbol, self.by.today)
        self.findings = tuple(report.diagnostics)
        if checked is None or report.has_errors:
            return None
        checked = in_encoding(checked, self.by.encoding)
        self._format = checked.format
        return statement_reader(checked)

    def _remember(self, inputs: int) -> None:
        """Opens the store of imported lines; one for this run alone where there are several files, and no store."""
        if self.by.database:
            self._store = self._stack.enter_context(ImportedLines.open(self.by.database))
        elif inputs > 1:
            folder = self._stack.enter_context(temporary_folder())
            self._store = self._stack.enter_context(ImportedLines.open(Path(folder) / "wyciagi.duckdb"))
        if self._store is None:
            return
        self._store.begin()
        state = self._store.state(self.register.account, self.register.code, year=self.by.today.year)
        if state:
            self.balances.now = state.closing if self.by.balance is None else self.by.balance
            self.balances.closing_date = state.closing_date

    def _numbered_before(self, year: int) -> tuple[int, int]:
        """The last numbers of receipts and payments of a year that earlier runs gave."""
        state = self._store.state(self.register.account, self.register.code, year=year) if self._store else None
        return (state.receipts_to, state.payments_to) if state else (0, 0)

    # --- a file

    def _staged(self, stream: IO[bytes]) -> Repeats:
        """The places of those lines of a file that were imported before.

        A statement that begins where the last one ended goes on from it: lines that are like older ones are twins of
        them then, unless every one of them is there already. Where they make nothing together, the balances do not
        tell a statement that goes on from one that overlaps: they are taken for the same lines then.
        """
        if self._store is None or self._reader is None:
            return Repeats()
        seen = _Seen()
        self._store.stage(self._own_lines(stream, seen))
        stream.seek(0)
        if self.by.everything:
            return Repeats()
        repeated = self._store.repeated()
        moved = sum(seen.grosze[place] for place in repeated)
        if moved and len(repeated) < len(seen.grosze) and self._goes_on(seen):
            return Repeats()
        return Repeats(self._store, repeated, self._store.rewritten())

    def _statements_of(self, stream: IO[bytes], passed: Passed | None = None) -> Iterator[StatementEvent | Again]:
        """The statements of a file, each once, unless everything is to come in."""
        assert self._reader
        events = self._reader.read(stream, passed)
        return iter(events) if self.by.everything else once(events)

    def _own_lines(self, stream: IO[bytes], seen: _Seen) -> Iterator[StagedLine]:
        head = StatementHead()
        for event in self._statements_of(stream):
            if isinstance(event, StatementHead):
                head = event
                seen.head = seen.head or event
            elif isinstance(event, StatementFoot):
                seen.opening = seen.opening or event.opening
            elif isinstance(event, BankLine):
                account = event.account or head.account
                if self._left(event, own=self._is_own(account)):
                    continue
                seen.first = min(seen.first or event.date, event.date)
                yield StagedLine(
                    ordinal=len(seen.grosze),
                    key=_key(event),
                    account=account or self.register.account,
                    date=event.date,
                    amount=event.amount,
                    reference=event.bank_reference,
                )
                seen.grosze.append(int(event.amount.scaleb(2)))

    def _goes_on(self, seen: _Seen) -> bool:
        """Whether a file begins at the balance, and not before the day, where the last import ended."""
        assert self._store
        opening = seen.opening or (seen.head.opening if seen.head else None)
        last = self.balances.closing_date
        if opening is None or self.balances.now != opening.amount or (last and seen.first and seen.first < last):
            return False
        number = seen.head.number if seen.head else ""
        return not (number and self._store.is_known_statement(self.register.account, number))

    def _file(self, stream: IO[bytes], name: str, repeated: Repeats, refused: array[int]) -> Iterator[Outcome]:
        """What becomes of the lines of a file; the places of those refused are added to `refused`."""
        head = StatementHead()
        number, place = 0, 0
        for event in self._statements_of(stream, self.passed):
            if isinstance(event, BankLine):  # what a file mostly has
                number += 1
                outcome = self._line(event, head, name, number, before=repeated, place=place)
                if not isinstance(outcome, Left) or outcome.why is Why.REPEATED:
                    place += 1
                if isinstance(outcome, Refused):
                    refused.append(place - 1)
                yield outcome
                continue
            match event:
                case StatementHead():
                    head = event
                    self._begin(head)
                case StatementFoot():
                    if self._is_own(head.account):
                        yield from (Said((found,)) for found in self.balances.end(event, name))
                case Unread():
                    yield Refused((diagnostic_of(event, name),), event.row.text)
                case Remark():
                    yield Said((diagnostic_of(event, name),))
                case Again(line):
                    number += 1
                    yield Left(line, name, Why.TWICE, line.account or head.account)

    def _begin(self, head: StatementHead) -> None:
        """A statement begins, and with it a report where each has its own."""
        if self.by.apart:
            self._end_report()
        if self._is_own(head.account):
            self.balances.begin(head)
        if head.number:
            self._statements.append(head.number)
            self._last = head.number

    def _line(  # noqa: PLR0913 - a line, and where it stands
        self, read: BankLine, head: StatementHead, name: str, number: int, *, before: Repeats, place: int
    ) -> Taken | Left | Refused:
        """What becomes of a line: the `number` of the file, at the `place` among its own."""
        account = read.account or head.account
        own = self._is_own(account)
        why = self._left(read, own=own)
        if why:
            return Left(read, name, why, account)
        line = understood(read)
        again = before.take(place)
        if again:
            if own:
                self.balances.take_again(line.amount)
            return Left(line, name, Why.REPEATED, remarks=_rewritten(line, name, again))
        rate = self.by.rates.rate(line.currency, line.date) if line.currency != "PLN" else None
        wrong = self._wrong(line, name, number, rate)
        if wrong:
            return Refused((wrong,), line.title)
        if own:
            self.balances.take(line.amount)
        return self._taken(line, name, rate)

    def _taken(self, line: BankLine, name: str, rate: Decimal | None) -> Taken:
        """The entry of a line, written to the report."""
        party, told = party_of(line, self.directory)
        self.told[told] += 1
        proposed = self._proposed(line, party, told) if self.proposals else None
        rule = named = None
        if proposed:
            rule, named = proposed.rule, proposed.party
        if named:
            party = party_named(named, party, self.directory)
        entry = entry_of(line, number=self._numbers.next(line), party=party, proposed=proposed, rate=rate)
        self.reports.write(entry)
        if told is not ToldBy.SEVERAL or named:
            return Taken(entry, name, told, rule)
        shared = said_of(line, name, problems.SHARED_ACCOUNT, account=line.party_account)
        return Taken(entry, name, told, rule, (shared,))

    def _proposed(self, line: BankLine, party: Party, told: ToldBy) -> Proposed | None:
        """What the rules propose; they know the party that was told, though the bank does not."""
        if told is not ToldBy.NOTHING and told is not ToldBy.SEVERAL:
            line = replace(line, party_code=party.code)
        for proposals in self.proposals:
            proposed = proposals.propose(line)
            if proposed:
                return proposed
        return None

    def _left(self, line: BankLine, *, own: bool) -> Why | None:
        if line.expected:
            return Why.EXPECTED
        return None if own or self.by.every_account else Why.OTHER_ACCOUNT

    def _is_own(self, account: str) -> bool:
        """Whether lines of an account are those of the register; where either is not known, they are."""
        return not account or not self.register.account or account == self.register.account

    def _wrong(self, line: BankLine, name: str, number: int, rate: Decimal | None) -> Diagnostic | None:
        """Why a line cannot be an entry of this report."""
        since, until, currency = self.by.since, self.by.until, line.currency
        if until and line.date > until:
            return said_of(line, name, problems.AFTER_CLOSING, number=str(number), until=str(until))
        if since and line.date < since:
            return said_of(line, name, problems.BEFORE_OPENING, number=str(number), since=str(since))
        if currency != self.register.currency:
            own = {"register": self.register.code, "own": self.register.currency}
            return said_of(line, name, problems.OTHER_CURRENCY, number=str(number), currency=currency, **own)
        if currency != "PLN" and rate is None:
            day = {"currency": currency, "day": str(line.date)}
            return said_of(line, name, problems.NO_RATE, number=str(number), **day)
        return None

    # --- what is kept

    def _end_report(self) -> None:
        """Ends the report at hand; it has the number of the last statement in it."""
        self.reports.end(self._last)

    def _keep(self, name: str, left_out: array[int]) -> None:
        """Remembers the lines of a file, but for those `left_out`."""
        if self._store is None:
            return
        year = self._numbers.year or self.by.today.year
        receipts, payments = self._numbers.last(year)
        done = BankImport(
            register=self.register.code,
            account=self.register.account,
            currency=self.register.currency,
            file=name,
            report=self.by.report,
            statement=BETWEEN_NUMBERS.join(dict.fromkeys(self._statements)),
            opening=self.balances.opening,
            closing=self.balances.now,
            closing_date=self.balances.closing_date,
            receipts_to=receipts,
            payments_to=payments,
            year=year,
        )
        self._imports.append(self._store.keep(done, self.by.time, repeated=left_out))
        for other in self._numbers.others():
            self._keep_numbers(done, other)
        self._statements.clear()

    def _keep_numbers(self, done: BankImport, year: int) -> None:
        """Remembers the last numbers of another year that a statement over New Year has, as an import without lines."""
        assert self._store
        receipts, payments = self._numbers.last(year)
        numbers = changed(
            done, statement="", opening=None, closing=None, closing_date=None,
            receipts_to=receipts, payments_to=payments, year=year,
        )  # fmt: skip
        self._store.stage(())
        self._imports.append(self._store.keep(numbers, self.by.time, repeated=array("q")))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()


@dataclass(slots=True)
class _Seen:
    """What a first look at a file tells: its first statement, the amounts of its own lines, their first day."""

    head: StatementHead | None = None
    opening: Balance | None = None
    first: dt.date | None = None
    grosze: array[int] = field(default_factory=lambda: array("q"))


def _rewritten(line: BankLine, name: str, again: Repeat) -> tuple[Diagnostic, ...]:
    """What is said of a line that was imported in other words."""
    if not again.file:
        return ()
    reference, file, number = line.bank_reference, again.file, again.number
    return (said_of(line, name, problems.REWRITTEN, reference=reference, file=file, number=number),)


def _key(line: BankLine) -> int:
    """A number for what tells a line from others: booking date, counterparty account, amount, title, currency."""
    title = "".join(fold(line.title or line.operation).split())
    told = f"{line.date}|{line.party_account}|{line.amount.normalize()}|{line.currency}|{title}"
    return int.from_bytes(blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).digest())


@contextmanager
def _opened(path: Path, standard_input: IO[bytes], *, twice: bool) -> Iterator[IO[bytes]]:
    """A file to be read; `-` is standard input, laid aside where it is to be read `twice`. Raises `FileError`."""
    if str(path) == "-":
        with spooled(standard_input) if twice else nullcontext(standard_input) as stream:
            yield stream
        return
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise FileError.reading(path, error) from error
