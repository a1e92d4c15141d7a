"""Payments that were sent to a bank: which they are, in which file, and what a bank refused."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice

from dekret.errors import UsageError
from dekret.store import bulk, payment_rows, schema
from dekret.store.database import Database
from dekret.store.payment_rows import Export, SentFile, SentPayment
from dekret.store.stored import Stored
from dekret.values.identifiers import plain_account

_AT_ONCE = 20_000
_TOO_LARGE = Decimal(10) ** 16
"""What DECIMAL(18,2) cannot hold."""


class SentPayments(Stored):
    """The sent payments of a store, which may hold a ledger too: then both stand over one `database`.

    A payment is told by its identity and the account that pays. Changes stand between `begin` and `commit` (or in a
    `transaction`); killed before the end of `commit`, the program leaves the store as it was. Leaving the context
    forgets what is not committed. Every method may raise `FileError`, where the disk gives out.

    Commit before the file gets its name: a file that is missing is made again after `take_back`, whereas payments of
    a file that nobody marked are paid twice.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder, SentPayments.open(Path(folder, "firma.duckdb")) as sent:
    ...     sent.known(["FZ/1/2026"], "61109010140000071219812874"), sent.next_export(), sent.exports()
    (set(), 1, [])
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._there = bool(database.number(schema.HAS_PAYMENTS))

    def known(self, identities: Sequence[str], own_account: str) -> set[str]:
        """Which of these payments were sent from an account. A call costs one pass over the store: ask for many."""
        found: set[str] = set()
        if not self._there:
            return found
        account = plain_account(own_account)
        for start in range(0, len(identities), _AT_ONCE):
            asked = bulk.array(identities[start : start + _AT_ONCE])
            rows = self.database.rows(payment_rows.KNOWN, {"identities": asked, "own_account": account})
            found.update(row[0] for row in rows)
        return found

    def next_export(self) -> int:
        """The id of the next run: one more than the highest one there. That of a run taken back is not given again."""
        return self.database.number(payment_rows.NEXT_EXPORT) if self._there else 1

    def mark(self, payments: Iterable[SentPayment], *, again: bool = False) -> int:
        """Marks payments as sent; gives how many there were. Those sent `again` are no longer in their former run.

        Raises `UsageError` for one that is sent already, or an amount of 17 digits and more. To give
        the id of a run to another one, of another time, or to one that was taken back is a mistake of our own.
        """
        assert self.database.changing
        count = 0
        files: dict[SentFile, int] = {}
        stream = iter(payments)
        while chunk := list(islice(stream, _AT_ONCE)):
            if again:
                self._leave(chunk)
            self._refuse(chunk)
            for file in dict.fromkeys(payment.file for payment in chunk):
                if file not in files:
                    files[file] = self._file(file)
            rows = [payment_rows.payment_row(payment, files[payment.file]) for payment in chunk]
            self.database.rows(payment_rows.INSERT, {"rows": bulk.text(rows)})
            count += len(chunk)
        return count

    def take_back(self, export_id: int) -> int:
        """Unmarks all payments of a run, whose files the bank refused; gives how many there were.

        The run stays among the `exports`, as taken back. Payments that it sent again are back in the run before, which
        nobody took back: a bank may have carried it out. Raises `UsageError` where there is none, or it is taken back.
        """
        assert self.database.changing
        values: dict[str, object] = {"id": export_id}
        # a word of the command line may be larger than any id
        states = self.database.rows(payment_rows.STATE_OF_EXPORT, values) if 0 < export_id < 2**31 else []
        if not states:
            raise _no_export(export_id)
        if states[0][0]:
            raise _taken_back(export_id)
        count = self.database.number(payment_rows.COUNT, values)
        for statement in (
            payment_rows.KEEP_TAKEN_BACK,
            payment_rows.REMOVE,
            payment_rows.MARK_TAKEN_BACK,
            payment_rows.RESTORE,
        ):
            self.database.rows(statement, values)
        self.database.rows(payment_rows.FORGET_RESTORED)
        return count

    def exports(self) -> list[Export]:
        """The runs, file by file, the first one first."""
        return payment_rows.exports(self.database.rows(payment_rows.EXPORTS)) if self._there else []

    def _leave(self, chunk: Sequence[SentPayment]) -> None:
        """Takes payments that were sent before out of their runs, which keep them as taken back."""
        for account in {payment_rows.key(payment)[0] for payment in chunk}:
            own = [payment.identity for payment in chunk if payment_rows.key(payment)[0] == account]
            values: dict[str, object] = {"own_account": account, "identities": bulk.array(own)}
            for statement in (payment_rows.KEEP_SENT_BEFORE, payment_rows.REMOVE_SENT_BEFORE):
                self.database.rows(statement, values)

    def _refuse(self, chunk: Sequence[SentPayment]) -> None:
        """Raises for the first payment that is sent already, here or earlier in the chunk, or does not fit."""
        identities: dict[str, list[str]] = {}
        for payment in chunk:
            account, identity = payment_rows.key(payment)
            identities.setdefault(account, []).append(identity)
        seen = {(account, identity) for account, asked in identities.items() for identity in self.known(asked, account)}
        for payment in chunk:
            key = payment_rows.key(payment)
            if key in seen:
                raise _sent_already(payment)
            if payment.amount >= _TOO_LARGE:
                raise _too_large(payment)
            seen.add(key)

    def _file(self, file: SentFile) -> int:
        """The id of a file; a new one is written down. Nothing is remembered: a ledger may roll back as well."""
        values = payment_rows.file_values(file)
        for id_, time, taken_back, same in self.database.rows(payment_rows.FILES_OF_EXPORT, values):
            assert not taken_back, f"the run {file.export_id} is taken back"
            assert time == values["time"], f"the run {file.export_id} is another one"
            if same:
                return int(id_)
        id_ = self.database.number(payment_rows.NEXT_FILE)
        self.database.rows(payment_rows.ADD_FILE, values | {"file_id": id_})
        return id_


def _sent_already(payment: SentPayment) -> UsageError:
    number, account = payment.number, payment.own_account
    return UsageError(
        f"Płatność {number} jest już wysłana z rachunku {account}. Pomiń ją albo cofnij eksport, którym wyszła.",
        f"The payment {number} is sent already from the account {account}. Leave it out or take back its export.",
    )


def _too_large(payment: SentPayment) -> UsageError:
    return UsageError(
        f"Kwota płatności {payment.number} nie mieści się w bazie: {payment.amount:f}. Popraw płatność.",
        f"The amount of the payment {payment.number} does not fit the store: {payment.amount:f}. Correct the payment.",
    )


def _no_export(export_id: int) -> UsageError:
    return UsageError(
        f"Nie ma eksportu {export_id}. Sprawdź jego numer na liście eksportów.",
        f"There is no export {export_id}. Check its number on the list of exports.",
    )


def _taken_back(export_id: int) -> UsageError:
    return UsageError(
        f"Eksport {export_id} jest już cofnięty. Sprawdź numer na liście eksportów.",
        f"The export {export_id} is taken back already. Check the number on the list of exports.",
    )
