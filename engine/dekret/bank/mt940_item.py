"""A line of a statement from its fields 61 and 86."""

import re
from decimal import Decimal
from typing import TypedDict, cast

from dekret.bank import mt940_file_problems as problems
from dekret.bank.mt940_language import CodeFrom, Supplement
from dekret.bank.mt940_line import CURRENCIES, LINE, code_and_name, fault_of
from dekret.bank.mt940_meaning import Meaning
from dekret.bank.mt940_nodes import Mt940Rules
from dekret.bank.mt940_values import read_amount, read_days
from dekret.bank.read import Unread
from dekret.bank.rows import FileRow
from dekret.model.statements import BankLine

TYPE, SECOND, OWN, BANKS, NOTE = (
    "61: typ", "61: drugi wiersz", "61: referencja klienta", "61: referencja banku", "NS",
)  # fmt: skip
"""Names of what field 61 says besides, where field 86 says something else of it."""
_AMOUNT = re.compile(r"\d+[.,]?\d*", re.ASCII)
_NO_REFERENCE = "NONREF"


class _Texts(TypedDict, total=False):
    """The attributes of a line that field 86 gives as they stand."""

    party_account: str
    party_code: str
    party_name: str
    party_address: str
    party_tax_id: str
    title: str
    code: str
    operation: str
    reference: str
    bank_reference: str


class Items:
    """Makes lines by the rules of a format."""

    def __init__(self, rules: Mt940Rules) -> None:
        self._meaning = Meaning(rules)
        self._supplement = rules.supplement
        self._type_first = rules.code_from is CodeFrom.FIELD_61

    def line_of(
        self, text: str, texts: list[str], *, account: str, currency: str, place: tuple[int, int]
    ) -> BankLine | Unread:
        """The line of a field 61 and the fields 86 behind it. `place` is its line and byte in the file."""
        if "\r" in text:
            text = text.replace("\r", "")
        found = LINE.match(text)
        if found is None:
            return _unread(text, texts, place)
        value, entry, mark, letter, written, type_, references, below = found.groups("")
        days, amount = read_days(value, entry), read_amount(written)
        if days is None or amount is None:
            return _unread(text, texts, place)
        values, others = self._meaning.read(texts, type_) if texts else ({}, {})
        reference, _, of_bank = references.partition("//")
        if reference and reference != _NO_REFERENCE:
            _referred(values, others, "reference", reference.strip(), OWN)
        if of_bank:
            _referred(values, others, "bank_reference", of_bank.strip(), BANKS)
        if below or type_:
            self._named(values, others, type_, below.strip())
        vat, invoices = _of_split(values, others) if "vat_amount" in values or "invoices" in values else (None, ())
        return BankLine(
            account=account,
            date=days[1],
            value_date=days[0],
            amount=amount if mark in _RAISES else -amount,
            currency=currency or CURRENCIES.get(letter, "PLN"),
            reversal=mark[0] == "R",
            expected=mark[0] == "E",
            vat_amount=vat,
            invoices=invoices,
            details=others,
            file_line=place[0],
            offset=place[1],
            **cast("_Texts", values),
        )

    def _named(self, values: dict[str, str], others: dict[str, str], type_: str, below: str) -> None:
        """Code and name of the operation: field 86 first, then the line below field 61, then the type."""
        code = name = ""
        if below:
            match self._supplement:
                case Supplement.DETECT:
                    code, name = code_and_name(below)
                case Supplement.CODE:
                    code = below
                case Supplement.NAME:
                    name = below
            known = (not code or values.setdefault("code", code) == code) and (
                not name or values.setdefault("operation", name) == name
            )
            if not known or not (code or name):
                others[SECOND] = below
        if not type_:
            return
        if self._type_first and values.get("code"):
            others["86: kod"] = values["code"]
            values["code"] = type_
        elif values.setdefault("code", type_) != type_:
            others[TYPE] = type_


_RAISES = frozenset(("C", "RD", "EC"))


def _referred(values: dict[str, str], others: dict[str, str], attribute: str, text: str, name: str) -> None:
    """A reference of field 61, where field 86 has none of the kind."""
    if text and values.setdefault(attribute, text) != text:
        others[name] = text


def _of_split(values: dict[str, str], others: dict[str, str]) -> tuple[Decimal | None, tuple[str, ...]]:
    """The VAT amount and the invoices that field 86 has in subfields of their own."""
    written = values.pop("vat_amount", "")
    amount = read_amount(written) if _AMOUNT.fullmatch(written) else None
    if written and amount is None:
        others["86: kwota VAT"] = written
    return amount, tuple(part for each in values.pop("invoices", "").split(",") if (part := each.strip()))


def _unread(text: str, texts: list[str], place: tuple[int, int]) -> Unread:
    """The whole item, where its field 61 cannot be read."""
    fault = fault_of(text)
    whole = "\n".join((f":61:{text}", *(f":86:{more}".replace("\r", "") for more in texts)))
    return Unread(FileRow(whole, *place), problems.BAD_LINE, {"what": fault.what}, len(":61:") + fault.start)
