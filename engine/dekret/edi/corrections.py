"""Corrections of suppliers against the purchase invoices that they correct (001:525–545; comarch-edi 2.3, 7.4).

A correction names its invoice by the number of the supplier and its positions by their numbers there. It has to follow
the corrections before it: what it says was before is what the invoice with them is now.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from dekret.edi import import_problems as problems
from dekret.edi.codes import rate_percent, tax_category
from dekret.model.directory import KnownGoods
from dekret.model.invoices import BeforeCorrection, CorrectionKind, Goods, InvoicePosition, PurchaseInvoice
from dekret.model.parties import code_key
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import Wording, exact_wording, number_wording

_Key = tuple[str, str]
_GROSZ = Decimal("0.01")
_QUANTITY = Wording("ilość {value}", "quantity {value}")
_PRICE = Wording("cenę netto {value}", "net price {value}")
_NET = Wording("netto {value}", "net {value}")
_VAT = Wording("VAT {value}", "VAT {value}")
_RATE = Wording("stawkę VAT {value}", "VAT rate {value}")


@dataclass(slots=True)
class _Line:
    """A position as the invoice and the corrections so far leave it."""

    goods: Goods
    unit: str
    quantity: Decimal
    price: Decimal | None
    net: Decimal
    vat: Decimal
    sugar_fee: Decimal
    rate: str

    @classmethod
    def of(cls, position: InvoicePosition) -> "_Line":
        return cls(
            position.goods,
            position.unit,
            position.quantity,
            position.price,
            position.net,
            position.vat,
            position.sugar_fee,
            position.rate,
        )

    def correct(self, position: InvoicePosition) -> None:
        """Adds what a correction changes; a price is known as long as every document says it."""
        self.quantity += position.quantity
        price, change = self.price, position.price
        self.price = None if price is None or change is None else price + change
        self.net += position.net
        self.vat += position.vat
        self.sugar_fee += position.sugar_fee
        self.rate = position.rate


@dataclass(slots=True)
class _Standing:
    """An invoice with its corrections so far; `last` is the latest of them, `doubled` the numbers of several lines."""

    warehouse: str
    day: dt.date
    lines: Mapping[int, _Line]
    doubled: frozenset[int]
    last: tuple[dt.date, str] | None = None


def _key(invoice: PurchaseInvoice, number: str) -> _Key:
    return code_key(invoice.party.code), number.strip()


class Purchases:
    """The purchase invoices that are known, those of the run among them, by supplier and number (numer obcy)."""

    def __init__(self, goods_by_ean: Mapping[str, KnownGoods]) -> None:
        self.goods_by_ean = goods_by_ean
        self._standing: dict[_Key, _Standing] = {}

    def add(self, invoice: PurchaseInvoice) -> None:
        """Takes an invoice, or a correction, note of. Of a correction whose invoice is not known nothing is kept."""
        if not invoice.correction:
            lines = {number: _Line.of(position) for number, position in _numbered(invoice)}
            whole = _Standing(invoice.warehouse, invoice.issue_date, lines, frozenset(_doubled(invoice)))
            self._standing[_key(invoice, invoice.number)] = whole
            return
        standing = self._corrected(invoice)
        if standing is None:
            return
        for number, position in _numbered(invoice):
            line = standing.lines.get(number)
            if line:
                line.correct(position)
        standing.last = max(standing.last or (dt.date.min, ""), (invoice.issue_date, invoice.number))

    def _corrected(self, correction: PurchaseInvoice) -> _Standing | None:
        number = next(iter(correction.corrected_numbers), "")
        return self._standing.get(_key(correction, number))

    def fitted(
        self, correction: PurchaseInvoice, fees: Mapping[int, Decimal], span: Span
    ) -> PurchaseInvoice | tuple[Diagnostic, ...]:
        """The correction with the warehouse and the goods of its invoice, or why it does not fit.

        `fees` are the sugar fees after it, by the number of the position; one that is not there stays as it was.
        """
        number, corrected = correction.number, next(iter(correction.corrected_numbers), "")
        standing = self._corrected(correction)
        if standing is None:
            party = correction.party.name or correction.party.code
            return (problems.NO_CORRECTED.at(span, number=number, corrected=corrected, party=party),)
        if standing.last and correction.issue_date < standing.last[0]:
            day, later = standing.last
            said = {"number": number, "corrected": corrected, "later": later, "day": day.isoformat()}
            return (problems.LATER_CORRECTION.filled(span, {**said}),)
        wrong = (*doubled_lines(correction, span), *self._misfits(correction, standing, span))
        if wrong:
            return wrong
        return replace(
            correction,
            warehouse=standing.warehouse,
            corrected_date=correction.corrected_date or standing.day,
            correction_kind=_kind(correction),
            positions=tuple(_position(each, standing.lines, fees) for each in correction.positions),
        )

    def _misfits(self, correction: PurchaseInvoice, standing: _Standing, span: Span) -> Iterator[Diagnostic]:
        corrected = next(iter(correction.corrected_numbers), "")
        said = {"number": correction.number, "corrected": corrected}
        for position in correction.positions:
            line = standing.lines.get(position.line_number or 0)
            place = str(position.line_number)
            if position.line_number in standing.doubled:
                yield problems.DOUBLED_LINE.at(span, number=corrected, position=place)
            elif line is None:
                yield problems.NO_LINE.filled(span, {"position": place, **said})
            elif not self._same_goods(line.goods, position.goods.ean):
                other = {"goods": line.goods.code, "ean": position.goods.ean}
                yield problems.OTHER_GOODS.filled(span, {"position": place, **other, **said})
            elif position.before and (differing := tuple(_differing(position.before, line))):
                was, now = _joined(was for was, _ in differing), _joined(now for _, now in differing)
                yield problems.OTHER_BEFORE.filled(span, {"position": place, "was": was, "now": now, **said})

    def _same_goods(self, goods: Goods, ean: str) -> bool:
        """Whether an EAN is of these goods; one that neither knows says nothing."""
        if not ean or not goods.ean or ean == goods.ean:
            return True
        known = self.goods_by_ean.get(ean)
        return known is not None and code_key(known.code) == code_key(goods.code)


def _numbered(invoice: PurchaseInvoice) -> Iterator[tuple[int, InvoicePosition]]:
    """The positions with the numbers by which corrections know them; their places where they have none."""
    return ((position.line_number or place, position) for place, position in enumerate(invoice.positions, 1))


def _doubled(invoice: PurchaseInvoice) -> Iterator[int]:
    """The numbers that several positions have."""
    return (number for number, times in Counter(number for number, _ in _numbered(invoice)).items() if times > 1)


def doubled_lines(invoice: PurchaseInvoice, span: Span) -> Iterator[Diagnostic]:
    """What is to be said of numbers that several positions have: no correction could tell these apart (001:542)."""
    for number in _doubled(invoice):
        yield problems.DOUBLED_LINE.at(span, number=invoice.number, position=str(number))


def _differing(before: BeforeCorrection, line: _Line) -> Iterator[tuple[Wording, Wording]]:
    """What a correction says was before, and what is so, where the two differ.

    A price is compared where both have one, to the grosz: a file holds no more of it. So is the tax, which invoices of
    KSeF do not say by position. Rates that a file holds alike are alike.
    """
    if before.quantity != line.quantity:
        yield _named(_QUANTITY, number_wording, before.quantity, line.quantity)
    if before.price and line.price is not None and abs(before.price - line.price) >= _GROSZ:
        yield _named(_PRICE, exact_wording, before.price, line.price)
    if before.net != line.net:
        yield _named(_NET, exact_wording, before.net, line.net)
    if abs(before.vat - line.vat) > _GROSZ:
        yield _named(_VAT, exact_wording, before.vat, line.vat)
    if _in_files(before.rate) != _in_files(line.rate):
        yield _RATE.fill({"value": before.rate}), _RATE.fill({"value": line.rate})


def _named(name: Wording, shown: Callable[[Decimal], Wording], was: Decimal, now: Decimal) -> tuple[Wording, Wording]:
    return name.fill({"value": shown(was)}), name.fill({"value": shown(now)})


def _in_files(rate: str) -> tuple[Decimal | None, str]:
    """A rate as files say it; one that they do not hold stays as it is."""
    return rate_percent(rate), tax_category(rate) or rate


def _joined(words: Iterable[Wording]) -> Wording:
    """Words one after the other, in both languages."""
    *first, last = words
    if not first:
        return last
    pl, en = ", ".join(each.pl for each in first), ", ".join(each.en for each in first)
    return Wording(f"{pl} i {last.pl}", f"{en} and {last.en}")


def _position(position: InvoicePosition, lines: Mapping[int, _Line], fees: Mapping[int, Decimal]) -> InvoicePosition:
    """The position with goods, unit and fee of the one on the invoice; the EAN of the file where that has none."""
    number = position.line_number or 0
    line = lines[number]
    goods = line.goods if line.goods.ean else replace(line.goods, ean=position.goods.ean)
    whole = replace(position, goods=goods, unit=line.unit)
    fee = fees.get(number, line.sugar_fee)
    if whole.before is None or not (fee or line.sugar_fee):
        return whole
    return replace(whole, sugar_fee=fee - line.sugar_fee, before=replace(whole.before, sugar_fee=line.sugar_fee))


def _kind(correction: PurchaseInvoice) -> CorrectionKind:
    """What is corrected: a rate, else a quantity, else a value."""
    if any(each.before and each.before.rate != each.rate for each in correction.positions):
        return "rate"
    return "quantity" if any(each.quantity for each in correction.positions) else "value"
