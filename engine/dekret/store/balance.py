"""The trial balance (zestawienie obrotów i sald) of a journal file or of a store, as a table, CSV or JSON."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from decimal import Decimal
from pathlib import Path

import msgspec

from dekret.errors import FileError
from dekret.model.accounts import ancestors
from dekret.store.journal_reader import Once
from dekret.store.ledger import Ledger
from dekret.store.queries import Turnover
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording, amount_text

_STORES = (".duckdb", ".db")
_NOTHING = Decimal("0.00")


class _Line(msgspec.Struct):
    """What the balance needs of a journal line."""

    side: str
    account: str
    amount: Decimal
    date: dt.date | None = None
    account_currency: str = "PLN"
    buffer: bool = False
    document_id: str = ""
    journal: str = ""
    number: int = 0
    period: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """The turnovers of accounts, how many entries in the buffer count among them, the first and last day of entries."""

    rows: tuple[Turnover, ...]
    buffered: int
    since: dt.date | None = None
    until: dt.date | None = None


def is_store(path: Path) -> bool:
    """Whether a file is a store rather than a journal, by its name."""
    return path.suffix.lower() in _STORES


def of_store(path: Path, *, through_buffer: bool = True) -> Balance:
    """The balance of a store, without entries in the buffer if so wished. Raises `FileError`."""
    if not path.exists():
        raise FileError(f"Nie ma bazy {path}.", f"There is no store {path}.")
    with Ledger.open(path, read_only=True) as ledger:
        rows = tuple(ledger.turnovers(through_buffer=through_buffer))
        days = ledger.days(through_buffer=through_buffer)
        return Balance(rows, ledger.count_buffered() if through_buffer else 0, *days)


def of_journal(path: Path, names: Mapping[str, str], *, through_buffer: bool = True) -> Balance:
    """As `of_store`, of a journal file, read as a stream. Raises `FileError`, also for an entry that is there twice."""
    sums: dict[tuple[str, str], list[Decimal]] = {}
    buffered, last, once = 0, None, Once()
    since = until = None
    decoder = msgspec.json.Decoder(_Line)
    try:
        with path.open("rb") as stream:
            for number, text in enumerate(stream, start=1):
                if not text.strip():
                    continue
                try:
                    line = decoder.decode(text)
                except (msgspec.DecodeError, UnicodeDecodeError):
                    raise FileError(
                        f"{path}, wiersz {number}: to nie jest wiersz dziennika JSONL z dekret post.",
                        f"{path}, line {number}: this is no line of a JSONL journal of dekret post.",
                    ) from None
                once.need_new(line, path, number)
                if line.buffer:
                    if not through_buffer:
                        continue
                    buffered += line.document_id != last
                    last = line.document_id
                sides = sums.setdefault((line.account, line.account_currency), [_NOTHING, _NOTHING])
                sides[0 if line.side == "Wn" else 1] += line.amount
                if line.date:
                    since, until = min(since or line.date, line.date), max(until or line.date, line.date)
    except OSError as error:
        raise FileError.reading(path, error) from error
    rows = (
        Turnover(account, currency, _name(account, names), debit, credit)
        for (account, currency), (debit, credit) in sorted(sums.items())
    )
    return Balance(tuple(rows), buffered, since, until)


def _name(account: str, names: Mapping[str, str]) -> str:
    """The name of an account; that of the nearest one above it where it was opened by posting."""
    return next((names[code] for code in (account, *ancestors(account)) if code in names), "")


_COLUMNS = (
    Wording("Konto", "Account"),
    Wording("Waluta", "Currency"),
    Wording("Nazwa", "Name"),
    Wording("Obroty Wn", "Debit turnover"),
    Wording("Obroty Ma", "Credit turnover"),
    Wording("Saldo Wn", "Debit balance"),
    Wording("Saldo Ma", "Credit balance"),
)


def shown(rows: Sequence[Turnover], form: str, language: Language) -> str:
    """The balance as `text` (a table with totals), `csv` (semicolons, decimal commas) or `json`."""
    if form == "json":
        names = [field.name for field in fields(Turnover)]
        records = [dict(zip(names, map(str, astuple(row)), strict=True)) for row in rows]
        return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    header = [column.in_(language) for column in _COLUMNS]
    if form == "csv":
        return _csv(header, rows)
    texts = [
        [cell_text(row.account), row.currency, cell_text(row.name), *(amount_text(f, language) for f in _figures(row))]
        for row in rows
    ]
    totals = [sum(column, _NOTHING) for column in zip(*map(_figures, rows), strict=True)] or [_NOTHING] * 4
    last = [Wording("Razem", "Total").in_(language), "", "", *(amount_text(total, language) for total in totals)]
    if all(row.currency == "PLN" for row in rows):
        header, last, texts = _without(header), _without(last), [_without(text) for text in texts]
    right = frozenset(range(len(header) - 4, len(header)))
    return "\n".join(titled(header, [*texts, last], right=right)) + "\n"


def _figures(row: Turnover) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    return row.debit, row.credit, row.debit_balance, row.credit_balance


def _without(cells: list[str]) -> list[str]:
    """A row without the currency, where all accounts are in PLN."""
    return [cells[0], *cells[2:]]


def _csv(header: list[str], rows: Iterable[Turnover]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        figures = [f"{figure:.2f}".replace(".", ",") for figure in _figures(row)]
        writer.writerow([row.account, row.currency, row.name, *figures])
    return "\ufeff" + text.getvalue()
