"""The store of posted entries: a DuckDB file where a batch is kept whole or not at all."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from dekret.errors import UsageError
from dekret.model.accounts import Account
from dekret.model.entries import DocumentRef, Entry, RuleRef
from dekret.store import bulk, queries
from dekret.store.database import Database
from dekret.store.queries import DocumentKey, Turnover, Unposted
from dekret.store.stored import Stored

_ASKED_AT_ONCE = 20_000
_READ_AT_ONCE = 1000


class Ledger(Stored):
    """The entries of a company in a file that one program at a time may change.

    Changes stand between `begin` and `commit` (or in a `transaction`); killed before the end of `commit`, the
    program leaves the store as it was. Leaving the ledger as a context forgets what is not committed. Every method
    may raise `FileError`, where the disk gives out. `database` takes any other question.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "firma.duckdb")) as ledger:
    ...     with ledger.transaction():
    ...         _ = ledger.add_accounts([Account("100", "Kasa")])
    ...     ledger.next_number("KASA", "2026"), ledger.is_posted("a1"), ledger.accounts()[0].name
    (1, False, 'Kasa')
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._numbers: dict[tuple[str, str], int] = {}
        self._journals: dict[str, int] = {}
        self._accounts: set[tuple[str, str]] = set()
        self._new_accounts = False

    def commit(self) -> None:
        """Keeps everything since `begin`. Raises `FileError`, and then nothing is kept."""
        if self._new_accounts:
            self.database.rows(bulk.TIE_PARENTS)
            self.database.rows(bulk.MARK_PARENTS)
            self._new_accounts = False
        super().commit()

    def rollback(self) -> None:
        """Forgets everything since `begin`."""
        super().rollback()
        self._numbers.clear()
        self._journals.clear()
        self._accounts.clear()
        self._new_accounts = False

    def posted(self, identities: Sequence[str]) -> set[str]:
        """Which of these documents are posted. A call costs one pass over the identities of the store."""
        found: set[str] = set()
        for start in range(0, len(identities), _ASKED_AT_ONCE):
            asked = bulk.array(identities[start : start + _ASKED_AT_ONCE])
            found.update(row[0] for row in self.database.rows(queries.POSTED, {"identities": asked}))
        return found

    def is_posted(self, identity: str) -> bool:
        return bool(self.posted([identity]))

    def add(self, entries: Iterable[Entry]) -> int:
        """Adds entries and the accounts they opened or post to; gives how many entries there were.

        Raises `UsageError` for a document that is posted already, or an amount of 16 digits and more.
        """
        assert self.database.changing
        count = 0
        for chunk in bulk.chunks(entries):
            self._refuse_repeated(chunk)
            self._add_accounts_of(chunk)
            self._add_chunk(chunk)
            count += len(chunk)
        return count

    def add_accounts(self, accounts: Iterable[Account]) -> int:
        """Adds accounts to the chart, or writes anew what is said of them; gives how many there were."""
        assert self.database.changing
        rows = [bulk.account_row(account) for account in accounts]
        self._write_accounts(bulk.ACCOUNTS_AS_GIVEN, rows)
        return len(rows)

    def next_number(self, journal: str, period: str) -> int:
        """The number of the next entry of a journal in a numbering period: one more than the highest one there."""
        key = (journal, period)
        if key not in self._numbers:
            self._numbers[key] = self.database.number(queries.HIGHEST, {"journal": journal, "period": period})
        return self._numbers[key] + 1

    def unpost(self, document: str | DocumentKey) -> Unposted:
        """Removes the entry of a document, in the buffer or not, and says what it was. Opened accounts stay.

        The document is told by its identity, or by type and number (and party, where several have the number).
        Raises `UsageError` where it is not posted, or where several are meant.
        """
        assert self.database.changing
        found = self._find(document)
        if not found:
            raise _not_posted(document)
        if len(found) > 1:
            raise _several([entry.document for _, entry in found])
        id_, entry = found[0]
        self.database.rows(queries.REMOVE_LINES, {"id": id_})
        self.database.rows(queries.REMOVE_HEAD, {"id": id_})
        self._numbers.pop((entry.journal, entry.period), None)
        return entry

    def approve(self, period_of: Callable[[dt.date], str], journal: str | None = None) -> int:
        """Takes entries out of the buffer, by date, and gives them the next numbers of their journals; how many.

        `period_of` names the numbering period of a day. Without a journal, those of all journals.
        """
        assert self.database.changing
        waiting = self.database.rows(queries.BUFFERED, {"journal": journal})
        for id_, symbol, day in waiting:
            period = period_of(day)
            number = self.next_number(symbol, period)
            self.database.rows(queries.APPROVE, {"id": id_, "number": number, "period": period})
            self._numbers[symbol, period] = number
        return len(waiting)

    def knows(self, document: DocumentKey) -> bool:
        """Whether a document is posted."""
        return bool(self._find(document))

    def entries(self) -> Iterator[Entry]:
        """The entries in the order they were posted; other questions may be asked in between.

        `opened` is empty: accounts stand in the chart.
        """
        last = 0
        while ids := self.database.rows(queries.NEXT_IDS, {"last": last, "limit": _READ_AT_ONCE}):
            bounds = {"first": ids[0][0], "last": ids[-1][0]}
            heads = self.database.rows(queries.HEADS, bounds)
            yield from queries.entries(heads, self.database.rows(queries.LINES, bounds))
            last = ids[-1][0]

    def accounts(self) -> list[Account]:
        """The chart: accounts that were added, opened, or posted to. By code."""
        return [queries.account(row) for row in self.database.rows(queries.ACCOUNTS)]

    def turnovers(self, *, through_buffer: bool = True) -> list[Turnover]:
        """The turnovers in PLN of every account posted to, by code and currency: the trial balance.

        Without `through_buffer` entries in the buffer are left out.
        """
        rows = self.database.rows(queries.TURNOVERS, {"buffer": int(through_buffer)})
        return [Turnover(*row) for row in rows]

    def days(self, *, through_buffer: bool = True) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day of entries; two None where there are none."""
        ((since, until),) = self.database.rows(queries.DAYS, {"buffer": int(through_buffer)})
        return since, until

    def count(self) -> int:
        """How many entries there are."""
        return self.database.number(queries.COUNT)

    def count_buffered(self) -> int:
        """How many entries are in the buffer."""
        return self.database.number(queries.COUNT_BUFFERED)

    def _refuse_repeated(self, chunk: Sequence[Entry]) -> None:
        identities = [entry.document.identity for entry in chunk]
        there = self.posted(identities)
        if there or len(set(identities)) < len(identities):
            seen = there
            for entry in chunk:
                if entry.document.identity in seen:
                    raise _posted_already(entry.document)
                seen.add(entry.document.identity)

    def _add_accounts_of(self, chunk: Sequence[Entry]) -> None:
        """Opens the accounts of a chunk; one that nothing was said of gets what its line says."""
        opened = [bulk.account_row(account) for entry in chunk for account in entry.opened]
        self._write_accounts(bulk.ACCOUNTS_AS_GIVEN, opened)
        unseen: dict[tuple[str, str], bulk.AccountRow] = {}
        for entry in chunk:
            for line in entry.lines:
                key = (line.account, line.account_currency)
                if key not in self._accounts:
                    self._accounts.add(key)
                    unseen[key] = bulk.account_of(line)
        self._write_accounts(bulk.NEW_ACCOUNTS_ONLY, list(unseen.values()))

    def _write_accounts(self, statement: str, rows: list[bulk.AccountRow]) -> None:
        if rows:
            first = self.database.number(queries.NEXT_ACCOUNT)
            self.database.rows(statement, {"rows": bulk.text(rows), "first": first})
            self._new_accounts = True

    def _add_chunk(self, chunk: Sequence[Entry]) -> None:
        heads, bodies = [], []
        rules: dict[RuleRef, int] = {}
        id_ = self.database.number(queries.NEXT_HEAD)
        line_id = self.database.number(queries.NEXT_LINE)
        for entry in chunk:
            self._take_number(entry)
            heads.append(bulk.head(entry, id_=id_, journal_id=self._journal(entry.journal)))
            bodies.append(bulk.body(entry, id_=id_, first=line_id, rules=rules))
            id_ += 1
            line_id += len(entry.lines)
        self.database.rows(bulk.INSERT_HEADS, {"rows": bulk.text(heads)})
        placed = [bulk.Placed(place, rule) for rule, place in rules.items()]
        if placed:
            self.database.rows(bulk.INSERT_LINES, {"rows": bulk.text(bodies), "rules": bulk.text(placed)})

    def _take_number(self, entry: Entry) -> None:
        """Numbers of a journal go up; one that is taken, or one in the buffer, is a mistake of our own."""
        if entry.number:
            assert not entry.buffer
            assert entry.number >= self.next_number(entry.journal, entry.period)
            self._numbers[entry.journal, entry.period] = entry.number

    def _journal(self, symbol: str) -> int:
        """The id of a journal; a new one is written down."""
        if not self._journals:
            self._journals = {row[0]: row[1] for row in self.database.rows(queries.JOURNALS)}
        if symbol not in self._journals:
            id_ = max(self._journals.values(), default=0) + 1
            self.database.rows(queries.ADD_JOURNAL, {"id": id_, "symbol": symbol})
            self._journals[symbol] = id_
        return self._journals[symbol]

    def _find(self, document: str | DocumentKey) -> list[tuple[int, Unposted]]:
        if isinstance(document, str):
            query, named = queries.BY_IDENTITY, {"identity": document}
        else:
            query, named = queries.BY_KEY, document._asdict()
        # a word of the command line may hold half characters, which no text of the store does
        rows = self.database.rows(query, {name: word.encode(errors="replace").decode() for name, word in named.items()})
        return [queries.unposted(row) for row in rows]


def _posted_already(document: DocumentRef) -> UsageError:
    return UsageError(
        f"Dokument {document.number} ({document.type}) jest już zaksięgowany. Najpierw cofnij jego księgowanie.",
        f"The document {document.number} ({document.type}) is posted already. Unpost it first.",
    )


def _not_posted(document: str | DocumentKey) -> UsageError:
    name = document if isinstance(document, str) else f"{document.number} ({document.type})"
    return UsageError(
        f"Dokument {name} nie jest zaksięgowany. Sprawdź rodzaj i numer.",
        f"The document {name} is not posted. Check its type and number.",
    )


def _several(documents: Sequence[DocumentRef]) -> UsageError:
    parties = ", ".join(document.party or document.identity for document in documents)
    return UsageError(
        f"Numer {documents[0].number} ma kilka dokumentów: {parties}. Podaj także podmiot albo identyfikator.",
        f"Several documents have the number {documents[0].number}: {parties}. Give the party or the identity too.",
    )
