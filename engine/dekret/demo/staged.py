"""The posted history of the sample company as rows: what the scripts of the demo database start from.

Every table is named `b_…`. Documents and lines are numbered by date, and every other row tells them by these numbers.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from dekret.demo.goods import price_list
from dekret.demo.history import History, Made, settings
from dekret.demo.open_items import Item
from dekret.demo.parties import REGISTERS, own_nrb
from dekret.demo.staged_names import Names
from dekret.demo.words import words
from dekret.model.cash import CashReport
from dekret.model.invoices import Invoice, TradeInvoice
from dekret.model.parties import category_code
from dekret.model.parts import AdditionalAmount
from dekret.values.rounding import ZERO

Row = tuple[object, ...]
_KINDS = {"vat_purchase": "vp", "vat_sale": "vs", "purchase_invoice": "tp", "sale_invoice": "ts", "cash_report": "cr"}
_KSEF_SINCE = dt.date(2026, 2, 1)
"""The day since which invoices are issued in KSeF."""


class Stages:
    """All tables of a history."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.names = Names(history)
        self.first = history.period.first.year
        self.last = history.period.days[-1].date

    def all(self) -> tuple[tuple[str, Callable[[], Iterator[Row]]], ...]:
        """What gives the rows of every table of `staged_columns`."""
        names = self.names
        return (
            ("b_party", names.party_rows),
            ("b_cat", names.category_rows),
            ("b_chart", names.chart_rows),
            ("b_item", item_rows),
            ("b_rate", rate_rows),
            ("b_own", own_rows),
            ("b_doc", self._documents),
            ("b_elem", self._elements),
            ("b_pos", self._positions),
            ("b_line", self._lines),
            ("b_cash", self._cash),
            ("b_extra", self._extra),
            ("b_dim", self._dimensions),
            ("b_krz", self._pairs),
            ("b_brk", self._settlements),
        )

    def _documents(self) -> Iterator[Row]:
        numbers = {
            made.document.number: d
            for d, made in enumerate(self.history.made, 1)
            if made.stream in settings()["streams"]
        }
        for d, made in enumerate(self.history.made, 1):
            document, date = made.document, made.entry.date
            head, _, tail = document.number.rpartition("/")
            head, slash, month = head.rpartition("/")
            months = (date.year - self.first) * 12 + date.month - 1
            waits = made.entry.buffer or ((date.year, date.month) == (self.last.year, self.last.month) and d % 3 == 0)
            common = (
                d, _KINDS.get(made.kind, "st"), head, f"{slash}{month}/{tail}", made.entry.journal, date, months,
                date.year - self.first, waits, _turnover(made),
            )  # fmt: skip
            if isinstance(document, Invoice):
                yield (*common, *self._invoice(d, made, document, numbers))
            else:
                register = getattr(document, "register_name", "")
                currency = "" if document.currency == "PLN" else document.currency
                rate = getattr(document, "exchange_rate", None) or 1
                p = self.names.parties.get(made.entry.document.party)
                yield (
                    *common,
                    document.date,
                    document.date,
                    None,
                    p,
                    "",
                    currency,
                    rate,
                    *[ZERO] * 4,
                    False,
                    False,
                    None,
                    "",
                    register,
                    *_NO_PAY,
                    "",
                )

    def _invoice(self, d: int, made: Made, document: Invoice, numbers: Mapping[str, int]) -> Row:
        code = made.entry.document.party
        due = next(
            (each.due_date for each in document.payments if each.due_date), document.issue_date + dt.timedelta(days=14)
        )
        currency = "" if document.currency == "PLN" else document.currency
        pay = self.names.open_line(made)
        sign = 1 if pay and (pay.side == "Wn") == (made.kind in ("vat_sale", "sale_invoice")) else -1
        in_currency = pay.currency_amount if pay else None
        paid = ("", ZERO, ZERO) if pay is None else ("", sign * pay.amount, sign * pay.amount)
        if pay and in_currency is not None:
            paid = (pay.currency, sign * in_currency, sign * pay.amount)
        corrected = next((numbers[number] for number in document.corrected_numbers if numbers.get(number, d) < d), None)
        dates = (document.issue_date, document.receipt_date or document.issue_date, due)
        amounts = (document.net_pln, document.vat_pln, document.net, document.vat)
        told = (document.split_payment, document.correction, corrected, document.kind, "")
        whose = (self.names.parties.get(code), self.names.category(d, made), currency, document.effective_rate)
        return (*dates, *whose, *amounts, *told, *paid, self._ksef(d, made, document))

    def _ksef(self, d: int, made: Made, document: Invoice) -> str:
        """A number of KSeF: the seller's NIP, the day, twelve digits and their check."""
        party = self.names.samples.get(made.entry.document.party)
        seller = words().tax_id if made.kind in ("vat_sale", "sale_invoice") else party.tax_id if party else ""
        if document.issue_date < _KSEF_SINCE or not seller:
            return ""
        text = f"{seller}-{document.issue_date:%Y%m%d}-{d:012X}"
        return f"{text}-{ksef_check(text):02X}"

    def _elements(self) -> Iterator[Row]:
        e = 0
        for d, made in enumerate(self.history.made, 1):
            document = made.document
            if not isinstance(document, Invoice):
                continue
            of_document = self.names.category(d, made)
            if isinstance(document, TradeInvoice):
                for lp, advance in enumerate(document.settled_advances, ADVANCES):
                    e += 1
                    less = (-(advance.net or ZERO), -(advance.vat or ZERO))
                    yield (e, d, lp, *vat_rate("23"), *less, *less, of_document, "")
                continue
            for lp, line in enumerate(document.lines, 1):
                e += 1
                own = category_code(line.category) or of_document
                second = category_code(line.category2)
                amounts = (line.net, line.vat, document.line_net_pln(line), document.line_vat_pln(line))
                yield (e, d, lp, *vat_rate(line.rate), *amounts, own, second)

    def _positions(self) -> Iterator[Row]:
        places, x = {code: i for i, (code, *_) in enumerate(goods(), 1)}, 0
        for d, made in enumerate(self.history.made, 1):
            document = made.document
            if isinstance(document, TradeInvoice):
                for lp, line in enumerate(document.positions, 1):
                    x += 1
                    amounts = (line.net, line.vat, document.line_net_pln(line), document.line_vat_pln(line))
                    quantity = abs(line.quantity) * (-1 if line.net < 0 else 1)
                    yield (x, d, lp, places[line.goods.code], quantity, *vat_rate(line.rate), *amounts)

    def _lines(self) -> Iterator[Row]:
        number = 0
        for d, made in enumerate(self.history.made, 1):
            of_sale = self.names.category(d, made) if made.kind in ("vat_sale", "sale_invoice") else ""
            for lp, line in enumerate(made.entry.lines, 1):
                number += 1
                account, party = self.names.account(line.account, line.account_currency)
                currency = "" if line.currency == "PLN" else line.currency
                category = line.category or of_sale
                amounts = (line.amount, currency, line.currency_amount or ZERO)
                yield (number, d, lp, account, party, line.side == "Wn", *amounts, category, line.description)

    def _reports(self) -> Iterator[tuple[int, CashReport, int]]:
        """Reports with their numbers and that of their first entry."""
        first = 1
        for d, made in enumerate(self.history.made, 1):
            if isinstance(made.document, CashReport):
                yield d, made.document, first
                first += len(made.document.entries)

    def _cash(self) -> Iterator[Row]:
        for d, report, first in self._reports():
            for place, entry in enumerate(report.entries):
                amounts = (1 if entry.direction == "in" else -1, entry.amount, report.pln(entry))
                p = self.names.parties.get(entry.party.code)
                told = (entry.contra_account, entry.foreign_number, entry.description)
                yield (first + place, d, place + 1, entry.number, entry.date, *amounts, p, *told)

    def _extra(self) -> Iterator[Row]:
        x = 0
        firsts = {d: first for d, _, first in self._reports()}
        for d, made in enumerate(self.history.made, 1):
            document = made.document
            found: list[tuple[int | None, AdditionalAmount]] = []
            if isinstance(document, CashReport):
                found = [
                    (firsts[d] + n, row) for n, entry in enumerate(document.entries) for row in entry.additional_amounts
                ]
            elif isinstance(document, Invoice):
                found = [(None, row) for row in document.additional_amounts]
            for lp, (c, row) in enumerate(found, 1):
                x += 1
                yield (x, d, lp, c, row.amount, row.debit_account, row.credit_account, row.description)

    def _dimensions(self) -> Iterator[Row]:
        x = 0
        known = {code: n for n, (code, *_) in enumerate(words().building.dimensions, 1)}
        for d, made in enumerate(self.history.made, 1):
            document = made.document
            for lp, row in enumerate(document.analytic_rows if isinstance(document, Invoice) else (), 1):
                for code, element in row.dimensions.items():
                    x += 1
                    told = element if isinstance(element, str) else element.code
                    assert isinstance(document, Invoice)
                    part = row.amount if row.amount is not None else round(document.net * (row.percent or 0) / 100, 2)
                    yield (x, d, lp, known[code], told, row.percent or ZERO, part)

    def _line_numbers(self) -> dict[tuple[int, int], int]:
        found, number = {}, 0
        for made in self.history.made:
            for place in range(len(made.entry.lines)):
                number += 1
                found[id(made.entry), place] = number
        return found

    def _pairs(self) -> Iterator[Row]:
        lines = self._line_numbers()
        for s, payment in enumerate(self.history.payments, 1):
            left, right = payment.left, payment.right
            debit, credit = (left, right) if left.line.side == "Wn" else (right, left)
            wn, ma = (lines[id(each.entry), each.place] for each in (debit, credit))
            date = max(left.entry.date, right.entry.date)
            yield (s, payment.kind, wn, ma, payment.amount, payment.in_currency, date)

    def _settlements(self) -> Iterator[Row]:
        """Payments by cash entries, and compensations: the two halves of one name one settlement."""
        documents = {id(made.entry): d for d, made in enumerate(self.history.made, 1)}
        firsts = {d: first for d, _, first in self._reports()}
        halves: dict[int, Item] = {}
        s = 0
        for payment in self.history.payments:
            left, right = payment.left, payment.right
            d = documents[id(left.entry)]
            if payment.kind == "cash":
                s += 1
                report = documents[id(right.entry)]
                amount = payment.in_currency or payment.amount
                paid = right.line.amount
                whole = left.line.amount if payment.in_currency else paid
                yield (
                    s,
                    d,
                    firsts[report] + payment.entry,
                    None,
                    amount,
                    min(whole, paid),
                    whole,
                    paid,
                    right.entry.date,
                )
            elif payment.kind == "compensation":
                other = halves.pop(id(right.entry), None)
                if other is None:
                    halves[id(right.entry)] = left
                    continue
                s += 1
                amounts: list[Decimal] = [payment.amount] * 4
                yield (s, documents[id(other.entry)], None, d, *amounts, right.entry.date)


ADVANCES = 91
"""Where the rows of a register begin that take settled advances off a final invoice."""
_NO_PAY = ("", ZERO, ZERO)


def _turnover(made: Made) -> Decimal:
    return sum((line.amount for line in made.entry.lines if line.side == "Wn" and not line.off_balance), ZERO)


def vat_rate(rate: str) -> tuple[Decimal, str, int]:
    """Per cent, the word of the rate, and the flag: 1 exempt, 2 taxed, 4 not subject.

    >>> vat_rate("23"), vat_rate("zw")[2], vat_rate("oo")[2], vat_rate("0 WDT")[2]
    ((Decimal('23'), '23', 2), 1, 4, 2)
    """
    digits = rate.split(maxsplit=1)[0]
    if digits.isdecimal():
        return Decimal(digits), rate, 2
    return Decimal(0), rate, 1 if rate == "zw" else 4


_CRC, _TOP, _BYTE = 7, 128, 255


def ksef_check(text: str) -> int:
    """The check of a number of KSeF: CRC-8 of what stands before it.

    >>> f"{ksef_check('6736819308-20260306-0A10C3D4E5F6'):02X}"
    'DC'
    """
    check = 0
    for byte in text.encode():
        check ^= byte
        for _ in range(8):
            check = (check << 1 ^ _CRC) & _BYTE if check & _TOP else check << 1
    return check


def goods() -> Iterator[tuple[str, str, str, bool, str, Decimal]]:
    """The price list: code, name, EAN, whether it is a service, unit, price."""
    for item in price_list():
        found = json.loads(item.json)
        service = found.get("kind") == "service"
        yield (
            found["code"],
            found["name"],
            found.get("ean", ""),
            service,
            "godz" if item.unit else "szt",
            Decimal(item.price) / 100,
        )


def item_rows() -> Iterator[Row]:
    return ((i, *item) for i, item in enumerate(goods(), 1))


def rate_rows() -> Iterator[Row]:
    return ((currency, Decimal(rate) / 10_000) for currency, rate in words().exchange.items())


def own_rows() -> Iterator[Row]:
    return ((code, own_nrb(number)) for number, (code, *_) in enumerate(REGISTERS, 1))
