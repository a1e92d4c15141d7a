"""Bank lines that were imported: which they are, by which import, and what was taken back."""

import datetime as dt
from array import array
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

import msgspec

from dekret.errors import UsageError
from dekret.store import bulk, imported_line_rows, schema
from dekret.store.database import Database
from dekret.store.imported_line_rows import AccountState, BankImport, Imported, StagedLine
from dekret.store.stored import Stored
from dekret.values.identifiers import plain_account

_AT_ONCE = 20_000
_DECIDED_AT_ONCE = 250_000
_TOO_LARGE = Decimal(10) ** 16
"""What DECIMAL(18,2) cannot hold."""


class ImportedLines(Stored):
    """The imported bank lines of a store, which may hold a ledger and sent payments too, over one `database`.

    Statements overlap, and are imported again: a line is told by its account and key (002:64-71). Lines that are alike
    in one statement are as many lines, so it is their number that counts. An import is staged, asked which of its
    lines are `repeated`, and the others are kept.

    >>> import tempfile
    >>> from pathlib import Path
    >>> day, amount = dt.date(2026, 3, 5), Decimal("-9.50")
    >>> line = StagedLine(ordinal=0, key=7, account="1", date=day, amount=amount, reference="")
    >>> with tempfile.TemporaryDirectory() as folder, ImportedLines.open(Path(folder, "firma.duckdb")) as lines:
    ...     lines.stage([line])
    ...     lines.repeated(), lines.is_known_statement("1", "5"), lines.imports()
    (array('q'), False, [])

    Changes stand between `begin` and `commit` (or in a `transaction`); killed before the end of `commit`, the program
    leaves the store as it was. Every method may raise `FileError`, where the disk gives out.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._there = bool(database.number(schema.HAS_IMPORTS))

    def state(self, account: str, register: str, *, year: int) -> AccountState | None:
        """The closing balance of an account, and the highest numbers of KP and KW of a register and year.

        The balance is that of the latest day, whichever import came last: one that fills a gap leaves it alone, and so
        does an interim report, which has none. None where neither the account nor the register knows any import.
        """
        if not self._there:
            return None
        closing = self.database.rows(imported_line_rows.CLOSING, {"account": plain_account(account)})
        named: dict[str, object] = {"register": imported_line_rows.storable(register), "year": year}
        receipts, payments = self.database.rows(imported_line_rows.NUMBERS, named)[0]
        if not closing and receipts is None:
            return None
        amount, day = closing[0] if closing else (None, None)
        return AccountState(closing=amount, closing_date=day, receipts_to=receipts or 0, payments_to=payments or 0)

    def stage(self, lines: Iterable[StagedLine]) -> None:
        """Lays the lines of an import aside, their ordinals ascending; those staged before are forgotten.

        They may be staged before the transaction that keeps them, also in a store that is only read; a roll-back
        forgets those that were staged within it. Raises `UsageError` for an amount of 17 digits and more.
        """
        self.database.rows(imported_line_rows.STAGED)
        stream = iter(lines)
        last = -1
        while chunk := list(islice(stream, _AT_ONCE)):
            for line in chunk:
                assert line.ordinal > last, "two lines of one ordinal would be left out as one"
                last = line.ordinal
                if abs(line.amount) >= _TOO_LARGE:
                    raise _line_too_large(line)
            rows = [imported_line_rows.line_row(line) for line in chunk]
            self.database.rows(imported_line_rows.STAGE, {"rows": bulk.text(rows)})

    def repeated(self) -> "array[int]":
        """The ordinals of the staged lines that are in the store already, ascending.

        Lines of one account and key are paired, each with one at most: those of equal references first, then what is
        left, where one of the two has none. Different references tell two lines. What is left then pairs by reference,
        day and amount alone: the bank, or a file that was cut, has it in other words (`rewritten`). Lines of imports
        taken back do not count.
        """
        found = array("q")
        if not self._there:
            return found
        self._find_repeated()
        last = -1
        while rows := self.database.rows(imported_line_rows.REPEATED_AFTER, {"last": last, "limit": _AT_ONCE}):
            found.extend(row[0] for row in rows)
            last = found[-1]
        return found

    def rewritten(self) -> "dict[int, int]":
        """Those of the `repeated` ordinals whose text is another one than that which is stored, with its import."""
        return dict(self.database.rows(imported_line_rows.REWRITTEN)) if self._there else {}

    def file_of(self, import_id: int) -> str:
        """The file of an import that is there."""
        return str(self.database.rows(imported_line_rows.FILE_OF_IMPORT, {"id": import_id})[0][0])

    def is_known_statement(self, account: str, number: str) -> bool:
        """Whether a statement of an account was imported, and not taken back. Numbers may begin anew each year."""
        if not self._there or not number:
            return False
        values: dict[str, object] = {"account": plain_account(account), "number": imported_line_rows.storable(number)}
        return bool(self.database.number(imported_line_rows.KNOWS_STATEMENT, values))

    def keep(self, import_: BankImport, time: dt.datetime, *, repeated: "array[int]") -> int:
        """Keeps the staged lines but those `repeated`, which ends their staging; gives the id of the import.

        `time` has a zone. Raises `UsageError` for a balance of 17 digits and more.
        """
        assert self.database.changing
        assert time.tzinfo, "a time without a zone is another one on another machine"
        for balance in (import_.opening, import_.closing):
            if balance is not None and abs(imported_line_rows.exact(balance)) >= _TOO_LARGE:
                raise _balance_too_large(import_, balance)
        self._leave_out(repeated)
        id_ = self.database.number(imported_line_rows.NEXT_IMPORT)
        values = {"id": id_, "time": time.astimezone(dt.UTC).replace(tzinfo=None)}
        self.database.rows(imported_line_rows.ADD_IMPORT, imported_line_rows.import_values(import_) | values)
        self.database.rows(imported_line_rows.KEEP, {"id": id_})
        self.database.rows(imported_line_rows.FORGET_STAGED)
        return id_

    def imports(self) -> list[Imported]:
        """The imports, the first one first."""
        if not self._there:
            return []
        return [imported_line_rows.imported(row) for row in self.database.rows(imported_line_rows.IMPORTS)]

    def take_back(self, import_id: int) -> int:
        """Gives the lines of an import free to be imported again, and its numbers of KP and KW; how many lines.

        It stays among the `imports`, as taken back, and its id is given to no other. Raises `UsageError` where there
        is none, or it is taken back.
        """
        assert self.database.changing
        values: dict[str, object] = {"id": import_id}
        # a word of the command line may be larger than any id
        states = self.database.rows(imported_line_rows.STATE_OF_IMPORT, values) if 0 < import_id < 2**31 else []
        if not states:
            raise _no_import(import_id)
        if states[0][0]:
            raise _taken_back(import_id)
        self.database.rows(imported_line_rows.MARK_TAKEN_BACK, values)
        return self.database.number(imported_line_rows.COUNT, values)

    def _find_repeated(self) -> None:
        """Decides slice by slice of the keys, then of the references, as no pair has two: memory does not grow."""
        self.database.rows(imported_line_rows.REPEATED)
        slices = self.database.number(imported_line_rows.COUNT_STAGED) // _DECIDED_AT_ONCE + 1
        for query in (imported_line_rows.FIND_REPEATED, imported_line_rows.FIND_REWRITTEN):
            for slice_ in range(slices):
                self.database.rows(query, {"slices": slices, "slice": slice_})

    def _leave_out(self, ordinals: "array[int]") -> None:
        self.database.rows(imported_line_rows.LEFT_OUT)
        for start in range(0, len(ordinals), _AT_ONCE):
            chunk = msgspec.json.encode(ordinals[start : start + _AT_ONCE].tolist()).decode()
            self.database.rows(imported_line_rows.LEAVE_OUT, {"ordinals": chunk})


def _line_too_large(line: StagedLine) -> UsageError:
    day, account, amount = line.date, line.account, line.amount
    return UsageError(
        f"Kwota pozycji wyciągu z {day}, rachunek {account}, nie mieści się w bazie: {amount:f}. Popraw plik.",
        f"The amount of a line of {day}, account {account}, does not fit the store: {amount:f}. Correct the file.",
    )


def _balance_too_large(import_: BankImport, balance: Decimal) -> UsageError:
    file, account = import_.file, import_.account
    return UsageError(
        f"Saldo rachunku {account} w pliku {file} nie mieści się w bazie: {balance:f}. Popraw plik.",
        f"A balance of the account {account} in {file} does not fit the store: {balance:f}. Correct the file.",
    )


def _no_import(import_id: int) -> UsageError:
    return UsageError(
        f"Nie ma importu {import_id}. Sprawdź jego numer na liście importów.",
        f"There is no import {import_id}. Check its number on the list of imports.",
    )


def _taken_back(import_id: int) -> UsageError:
    return UsageError(
        f"Import {import_id} jest już cofnięty. Sprawdź numer na liście importów.",
        f"The import {import_id} is taken back already. Check the number on the list of imports.",
    )
