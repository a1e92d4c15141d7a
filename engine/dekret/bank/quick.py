"""The quick way through a file: from the text of a row to a line of a statement, where nothing about the row is odd.

For every format that has one row a record and one position a field a function is made that does just what `read` and
`lines` do, and gives None as soon as anything is in the way: the row then goes the slow way, which finds the same line
or says what is wrong. Nothing is decided here.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, cast

from dekret.bank.field import Shape, Written
from dekret.bank.language import Form
from dekret.bank.lines import (
    ACCOUNTS,
    AMOUNTS,
    TEXTS,
    AmountError,
    account_of,
    currency_of,
    invoices_of,
    side_of,
    signed,
)
from dekret.bank.mt940.values import account_of_parts
from dekret.bank.numbers import read_amount
from dekret.bank.targets import TARGETS
from dekret.model.statements import BankLine

if TYPE_CHECKING:
    from dekret.bank.dates import DateMask
    from dekret.bank.layout import RecordLayout
    from dekret.bank.nodes import BankFormat, Position

QuickLine: TypeAlias = Callable[[str, int, int], BankLine | None]
"""Makes a line of the text of a row, the number of its first line in the file, and its offset in bytes."""
_KEPT = 4096
_ODD = (AmountError, ValueError, KeyError, csv.Error)


def quick_line(format_: BankFormat, layouts: Sequence[RecordLayout]) -> QuickLine | None:
    """The function for a format; None for one that has to go the slow way always."""
    if len(layouts) != 1 or len(layouts[0].rows) != 1 or format_.reading.short_rows or format_.reading.long_rows:
        return None
    fields = layouts[0].rows[0]
    if any(len(field.parts) > 1 or field.first.position.lines > 1 for field in fields):
        return None
    positions = [field.first.position for field in fields]
    split = _splitter(format_, len(positions))
    if split is None or not format_.variable:
        return None
    return _guarded(split, _Maker(format_, positions).made())


Splitter: TypeAlias = Callable[[str], list[str] | None]
_Made: TypeAlias = Callable[[list[str], int, int], BankLine | None]


def _guarded(split: Splitter, made: _Made) -> QuickLine:
    """What makes a line of a row, and gives None for one that is odd."""

    def quick(text: str, line: int, offset: int) -> BankLine | None:
        try:
            cells = split(text)
            return made(cells, line, offset) if cells else None
        except _ODD:
            return None

    return quick


def _splitter(format_: BankFormat, count: int) -> Splitter | None:
    """What cuts a row into its fields; None for a row that is not cut so easily."""
    separator, delimiter = format_.separators.field, format_.separators.delimiter
    if len(separator) != 1 or len(delimiter) > 1 or separator == " ":
        return None

    def split(text: str) -> list[str] | None:
        if not delimiter or delimiter not in text:
            fields = text.split(separator)
        else:
            (fields,) = csv.reader(
                (text,), delimiter=separator, quotechar=delimiter, skipinitialspace=True, strict=True
            )
        if len(fields) == count + 1 and not fields[-1].strip():
            fields.pop()
        return fields if len(fields) == count else None

    return split


class _Maker:
    """Writes the function of a format, and the names that it needs."""

    def __init__(self, format_: BankFormat, positions: list[Position]) -> None:
        self.format = format_
        self.names: dict[str, object] = {"BankLine": BankLine, "Decimal": Decimal, "signed": signed}
        self.checks: list[str] = []
        self.details: list[str] = []
        self.count = len(positions)
        self.sources: dict[str, list[str]] = {}
        for index, position in enumerate(positions):
            self._column(index, position)

    def made(self) -> _Made:
        """The function itself."""
        values = {**self._amounts(), **self._texts(), "date": "date", "value_date": self._first("value_date")}
        given = ", ".join(f"{name}={value}" for name, value in values.items() if value != "None")
        body = [
            f"{', '.join(f'c{index}' for index in range(self.count))}, = cells",
            *self.checks,
            f"date = {self._first('date')}",
            "if date is None: return None",
            "details = {}",
            *self.details,
            f"return BankLine({given}, file_line=line, offset=offset)",
        ]
        source = "def made(cells, line, offset):\n" + "\n".join(f"    {each}" for each in body)
        exec(source, self.names)  # noqa: S102 - written above, of numbers of columns and names of attributes alone
        return cast("_Made", self.names["made"])

    def _column(self, index: int, position: Position) -> None:
        """What is asked of a column, and what it gives."""
        cell, field = f"c{index}", position.field
        if field.written is Written.CONSTANT and position.text:
            self.names[f"k{index}"] = self.format.charset.simplified(position.text)
            self.checks.append(f"if {cell} != k{index}: return None")
        if field.written:
            return
        if position.required and not self.format.use.writes:
            self.checks.append(f"if not {cell}: return None")
        attribute = TARGETS.get(field)
        match field.shape:
            case Shape.DATE:
                assert self.format.dates
                self.names[f"d{index}"] = _Dates(self.format.dates)
                cell = f"d{index}[{cell}]"
            case Shape.AMOUNT | Shape.VAT_AMOUNT | Shape.COUNT:
                self.names[f"p{index}"], self.names[f"a{index}"] = self._amount(position)
                cell = f"(Decimal({self._pointed(position, cell)}) if p{index}({cell}) else a{index}({cell}))"
        if attribute:
            self.sources.setdefault(attribute, []).append(cell)
        else:
            if cell != f"c{index}":
                self.details.append(cell)
            self.details.append(f"if found := c{index}.strip(): details[{field.word.pl!r}] = found")

    def _decimal(self, position: Position) -> str:
        separators = self.format.separators
        return separators.vat_decimal if position.field.shape is Shape.VAT_AMOUNT else separators.decimal

    def _pointed(self, position: Position, cell: str) -> str:
        """Python for the text of a plain amount with a point."""
        decimal = self._decimal(position)
        return cell if decimal == "." else f"{cell}.replace({decimal!r}, '.')"

    def _amount(self, position: Position) -> tuple[Callable[[str], object], Callable[[str], Decimal | None]]:
        """What tells a plain amount, digits with at most two places behind the separator; what reads any other."""
        form = Form.WHOLE if position.field.shape is Shape.COUNT else position.form
        decimal = self._decimal(position)

        def amount(text: str) -> Decimal | None:
            found = read_amount(text, form, decimal, self.format.separators.thousands) if text else None
            if text and found is None:
                raise ValueError(text)
            return found

        plain = rf"-?[0-9]{{1,15}}(?:{re.escape(decimal)}[0-9]{{1,2}})?" if decimal else "(?!)"
        return re.compile(plain).fullmatch, amount

    def _first(self, attribute: str) -> str:
        """The first value that there is of several columns."""
        return " or ".join(self.sources.get(attribute, ())) or "None"

    def _joined(self, attribute: str) -> str:
        """The texts of several columns with a blank between, one blank for every run of blanks."""
        cells = self.sources.get(attribute, ())
        if not cells:
            return "None"
        together = "f'" + " ".join(f"{{{cell}}}" for cell in cells) + "'"
        return f"' '.join({cells[0] if len(cells) == 1 else together}.split())"

    def _amounts(self) -> dict[str, str]:
        rules = self.format.reading
        known = {name: f"({cells[0]})" for name, cells in self.sources.items() if name in AMOUNTS}
        side = self._joined("side")
        self.names |= {"rules": rules, "side_of": side_of, "currency_of": _known_currency}
        sides = "0" if side == "None" else f"side_of({side}, rules)"
        parts = ", ".join(known.get(name, "None") for name in ("amount", "credit", "debit"))
        return {
            "amount": f"signed({parts}, {sides}, rules=rules)",
            "balance": known.get("balance", "None"),
            "vat_amount": known.get("vat_amount", "None"),
            "currency": f"currency_of({self._joined('currency')})" if "currency" in self.sources else "None",
        }

    def _texts(self) -> dict[str, str]:
        self.names |= {"account_of": account_of, "invoices_of": invoices_of}
        found = {name: self._joined(name) for name in TEXTS}
        for name in ACCOUNTS:
            cells = self.sources.get(name, ())
            found[name] = f"account_of({' or '.join(cells)})" if cells else "None"
        parts = [self._joined(name) if name in self.sources else "''" for name in ("party_routing", "party_rest")]
        if "party_rest" in self.sources:
            self.names["account_of_parts"] = account_of_parts
            whole = f"account_of_parts({', '.join(parts)})"
            found["party_account"] = (
                whole if found["party_account"] == "None" else f"{found['party_account']} or {whole}"
            )
        invoices = self._joined("invoices")
        found["invoices"] = "None" if invoices == "None" else f"invoices_of({invoices})"
        found["details"] = "details" if self.details else "None"
        return found


@lru_cache(maxsize=256)
def _known_currency(text: str) -> str:
    found = currency_of(text)
    if found is None:
        raise ValueError(text)
    return found


class _Dates(dict[str, dt.date | None]):
    """Dates by their texts, each read once; raises `ValueError` for a text that is none."""

    def __init__(self, mask: DateMask) -> None:
        super().__init__({"": None})
        self.mask = mask

    def __missing__(self, text: str) -> dt.date:
        found = self.mask.read(text)
        if found is None:
            raise ValueError(text)
        if len(self) > _KEPT:
            self.clear()
            self[""] = None
        self[text] = found
        return found
