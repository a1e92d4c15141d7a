"""From the record of a file to a line of a statement: the date, the side and sign of the amount, accounts, texts.

What the sources leave open is decided here. An amount with a side (`Strona operacji`) counts by its side, whatever its
sign: banks write both `D;123,00` and `D;-123,00`. In the column of debits the sign says nothing either; a credit below
zero takes money back. Lines without sign and side are money in, unless the format says otherwise.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from dekret.bank import line_problems
from dekret.bank.mt940.values import account_of_parts
from dekret.bank.numbers import amount_and_currency
from dekret.bank.read import UnreadError
from dekret.bank.targets import TARGETS
from dekret.expr.collation import fold
from dekret.model.statements import BankLine
from dekret.values.identifiers import plain_account

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dekret.bank.read import ReadCell, ReadRecord
    from dekret.bank.reading_language import ReadingRules
    from dekret.text.diagnostic import Problem

_CURRENCY = re.compile(r"[A-Z]{3}")
_ZLOTY = {"ZŁ": "PLN", "ZŁOTY": "PLN", "": "PLN"}
AMOUNTS = ("amount", "credit", "debit", "balance", "vat_amount")
ACCOUNTS = ("account", "party_account")
TEXTS = (
    "party_code", "party_name", "party_address", "party_tax_id", "title",
    "code", "operation", "reference", "bank_reference",
)  # fmt: skip
"""Attributes of a line by what they hold."""


def line_of(record: ReadRecord, rules: ReadingRules) -> BankLine:
    """The line that a record is. Raises `UnreadError` where it has no date or no amount, or a side nobody knows."""
    cells: dict[str, list[ReadCell]] = {}
    details: dict[str, str] = {}
    for cell in record.cells:
        attribute = TARGETS.get(cell.position.field)
        if attribute:
            cells.setdefault(attribute, []).append(cell)
        elif cell.position.field.written is None and cell.raw.strip():
            details[cell.position.field.word.pl] = cell.raw.strip()
    date = _first_date(cells.get("date", ()))
    if date is None:
        raise _wrong(cells, "date", line_problems.NO_DATE)
    amounts = {name: _amount(cells.get(name, ())) for name in AMOUNTS}
    side = _text(cells.get("side", ()))
    try:
        amount = signed(amounts["amount"], amounts["credit"], amounts["debit"], side_of(side, rules), rules=rules)
    except AmountError as error:
        raise _wrong(cells, "amount", error.problem, side=side) from None
    stated, beside = _text(cells.get("currency", ())), _beside(cells)
    currency = currency_of(stated or beside)
    if currency is None:
        raise _wrong(cells, "currency", line_problems.NOT_A_CURRENCY, text=stated)
    if beside and currency != beside:
        raise _wrong(cells, "amount", line_problems.TWO_CURRENCIES, stated=stated, beside=beside)
    first = record.rows[0]
    texts = {name: _text(cells.get(name, ())) for name in TEXTS}
    return BankLine(
        date=date,
        value_date=_first_date(cells.get("value_date", ())),
        amount=amount,
        currency=currency,
        account=_account(cells.get("account", ())),
        party_account=_account(cells.get("party_account", ()))
        or account_of_parts(_text(cells.get("party_routing", ())), _text(cells.get("party_rest", ()))),
        balance=amounts["balance"],
        vat_amount=amounts["vat_amount"],
        invoices=invoices_of(_text(cells.get("invoices", ()))),
        details=details,
        file_line=first.line,
        offset=first.offset,
        party_code=texts["party_code"],
        party_name=texts["party_name"],
        party_address=texts["party_address"],
        party_tax_id=texts["party_tax_id"],
        title=texts["title"],
        code=texts["code"],
        operation=texts["operation"],
        reference=texts["reference"],
        bank_reference=texts["bank_reference"],
    )


class AmountError(Exception):
    """The amount of a line cannot be told."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.id)
        self.problem = problem


def signed(
    amount: Decimal | None, credit: Decimal | None, debit: Decimal | None, side: int | None, *, rules: ReadingRules
) -> Decimal:
    """The amount of a line: above zero for money in. `side` is 1, -1, or 0 where there is none.

    Raises `AmountError` where there is no amount, or one on either side, or a `side` (None) that nobody knows.
    """
    if side is None:
        raise AmountError(line_problems.UNKNOWN_SIDE)
    if credit and debit:
        raise AmountError(line_problems.TWO_AMOUNTS)
    if amount is None:
        if debit:
            return -abs(debit)
        amount = debit if credit is None else credit
        if amount is None:
            raise AmountError(line_problems.NO_AMOUNT)
        return amount
    if side:
        return abs(amount) * side
    return -amount if rules.unsigned_out and amount > 0 else amount


@lru_cache(maxsize=256)
def _side(text: str, rules: ReadingRules) -> int | None:
    folded = fold(text)
    return -1 if folded in rules.debits else 1 if folded in rules.credits else None


def side_of(text: str, rules: ReadingRules) -> int | None:
    """1 for money in, -1 for money out, 0 where nothing is said, None for a text that means neither."""
    return _side(text, rules) if text else 0


@lru_cache(maxsize=256)
def currency_of(text: str) -> str | None:
    """The code of a currency, PLN where there is none; None for what is no code.

    >>> currency_of("eur"), currency_of("zł"), currency_of(""), currency_of("12")
    ('EUR', 'PLN', 'PLN', None)
    """
    code = text.strip().upper()
    code = _ZLOTY.get(code, code)
    return code if _CURRENCY.fullmatch(code) else None


@lru_cache(maxsize=1 << 15)
def account_of(text: str) -> str:
    """An account without blanks and slashes, an NRB without PL; texts that are none stay as they are.

    >>> account_of("/PL24 1010 0000 0000 1234 5678 9012"), account_of("kasa nr 1")
    ('24101000000000123456789012', 'kasa nr 1')
    """
    text = text.strip().strip("'").removeprefix("/")
    plain = plain_account(text)
    return plain if len(plain) >= _SHORT and any(map(str.isdigit, plain)) and plain.isalnum() else text


_SHORT = 8
"""What is shorter is no account of a bank."""


def invoices_of(text: str) -> tuple[str, ...]:
    """Numbers of invoices, with commas between."""
    return tuple(part for each in text.split(",") if (part := each.strip())) if text else ()


def joined_text(texts: Iterable[str]) -> str:
    """Texts with a blank between them, line breaks and runs of blanks made one."""
    return " ".join(" ".join(texts).split())


# --- cells


def _text(cells: Iterable[ReadCell]) -> str:
    return joined_text(str(cell.value) for cell in cells if cell.value)


def _first_date(cells: Iterable[ReadCell]) -> dt.date | None:
    return next((cell.value for cell in cells if isinstance(cell.value, dt.date)), None)


def _amount(cells: Iterable[ReadCell]) -> Decimal | None:
    return next((cell.value for cell in cells if isinstance(cell.value, Decimal)), None)


def _beside(cells: Mapping[str, list[ReadCell]]) -> str:
    """The currency that stands behind the amount."""
    amounts = (cell for name in ("amount", "credit", "debit") for cell in cells.get(name, ()) if cell.value is not None)
    return next((code for cell in amounts if (code := amount_and_currency(cell.raw)[1])), "")


def _account(cells: Iterable[ReadCell]) -> str:
    return next((account_of(str(cell.value)) for cell in cells if cell.value), "")


def _wrong(cells: Mapping[str, list[ReadCell]], attribute: str, problem: Problem, **values: str) -> UnreadError:
    """The problem at the cell of an attribute, or at the beginning of the record."""
    places = [cell.start for name in (attribute, "side", "debit", "credit") for cell in cells.get(name, ())]
    return UnreadError(problem, places[0] if places else 0, **values)
