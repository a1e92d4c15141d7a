"""A line of a statement from its fields 61 and 86."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import TypedDict, cast

from dekret.bank.mt940 import file_problems as problems
from dekret.bank.mt940.beside import BANKS, OWN, TYPE, named, of_split, preferred, references_of, type_preferred
from dekret.bank.mt940.language import CodeFrom
from dekret.bank.mt940.line import CURRENCIES, LINE, fault_of
from dekret.bank.mt940.made import MadeLine, made
from dekret.bank.mt940.meaning import Meaning
from dekret.bank.mt940.nodes import Mt940Rules
from dekret.bank.mt940.shape import Shape, given, shape_of
from dekret.bank.mt940.values import read_amount, read_days
from dekret.bank.read import Unread
from dekret.bank.rows import FileRow
from dekret.model.statements import BankLine

_RAISES = frozenset(("C", "RD", "EC"))
_OFTEN, _MOST_MADE, _MOST_COUNTED = 8, 64, 4096
"""Shapes met so often get a function of their own: not more of them, and not more are counted."""
_NO_SHAPE = shape_of(())
_SHORT = 18
"""Shorter amounts with two places are as they may be."""


class _Texts(TypedDict, total=False):
    """The attributes of a line that field 86 gives as they stand."""

    party_account: str
    party_code: str
    party_name: str
    party_address: str
    party_tax_id: str
    title: str


class Items:
    """Makes lines by the rules of a format."""

    def __init__(self, rules: Mt940Rules) -> None:
        self._rules = rules
        self._meaning = Meaning(rules)
        self._type_first = rules.code_from is CodeFrom.FIELD_61
        self._made: dict[Shape, MadeLine] = {}
        self._met: Counter[Shape] = Counter()

    def line_of(
        self, text: str, texts: list[str], *, account: str, currency: str, place: tuple[int, int]
    ) -> BankLine | Unread:
        """The line of a field 61 and the fields 86 behind it. `place` is its line and byte in the file."""
        if "\r" in text:
            text = text.replace("\r", "")
        found = LINE.match(text)
        line = self.line(found.groups(""), texts, account=account, currency=currency, place=place) if found else None
        return line or _unread(text, texts, place)

    def line(
        self, fields: Sequence[str], texts: Sequence[str], *, account: str, currency: str, place: tuple[int, int]
    ) -> BankLine | None:
        """The line of a field 61, in the parts that `LINE` has, and of fields 86; None without a day or an amount."""
        days, written = read_days(fields[0], fields[1]), fields[4]
        usual = written[-3:-2] == "," and len(written) < _SHORT
        amount = Decimal(written.replace(",", ".")) if usual else read_amount(written)
        if days is None or amount is None:
            return None
        if fields[2] not in _RAISES:
            amount = -amount
        currency = currency or CURRENCIES.get(fields[3], "PLN")
        shape, pieces = self._meaning.shape(texts, fields[5]) if texts else (_NO_SHAPE, ())
        make = self._made.get(shape) or self._line_of(shape)
        return make(pieces, fields, days, amount, currency, account, place)

    def _line_of(self, shape: Shape) -> MadeLine:
        """What makes lines of a shape that has no function of its own yet."""
        self._met[shape] += 1
        if self._met[shape] >= _OFTEN and len(self._made) < _MOST_MADE and (line := made(shape, self._rules)):
            self._made[shape] = line
            return line
        if len(self._met) > _MOST_COUNTED:
            self._met.clear()
        return partial(self._any_line, shape)

    def _any_line(  # noqa: PLR0913, PLR0917 - a made line of any shape, called as those are
        self,
        shape: Shape,
        pieces: Sequence[str],
        fields: Sequence[str],
        days: tuple[dt.date, dt.date],
        amount: Decimal,
        currency: str,
        account: str,
        place: tuple[int, int],
    ) -> BankLine:
        """A line of any shape: what field 86 says first, then what field 61 says beside it."""
        values, others = given(shape, pieces)
        mark, type_, references, below = fields[2], *fields[5:8]
        code, operation = values.pop("code", ""), values.pop("operation", "")
        own, of_bank = references_of(references)
        reference = preferred(values.pop("reference", ""), own, OWN, others)
        bank_reference = preferred(values.pop("bank_reference", ""), of_bank, BANKS, others)
        if below := below.strip():
            code, operation = named(code, operation, below, others, supplement=self._rules.supplement)
        if type_:
            first = self._type_first
            code = type_preferred(code, type_, others) if first else preferred(code, type_, TYPE, others)
        vat_amount, invoices = of_split(values.pop("vat_amount", ""), values.pop("invoices", ""), others)
        return BankLine(
            account=account,
            date=days[1],
            value_date=days[0],
            amount=amount,
            currency=currency,
            code=code,
            operation=operation,
            reference=reference,
            bank_reference=bank_reference,
            reversal=mark[0] == "R",
            expected=mark[0] == "E",
            vat_amount=vat_amount,
            invoices=invoices,
            details=others,
            file_line=place[0],
            offset=place[1],
            **cast("_Texts", values),
        )


def _unread(text: str, texts: list[str], place: tuple[int, int]) -> Unread:
    """The whole item, where its field 61 cannot be read."""
    fault = fault_of(text)
    whole = "\n".join((f":61:{text}", *(f":86:{more}".replace("\r", "") for more in texts)))
    return Unread(FileRow(whole, *place), problems.BAD_LINE, {"what": fault.what}, len(":61:") + fault.start)
