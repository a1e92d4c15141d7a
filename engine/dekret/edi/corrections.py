"""Corrections of suppliers against the purchase invoices that they correct (001:525–545; comarch-edi 2.3, 7.4).

A correction names its invoice by the number of the supplier and its positions by their numbers there. It has to follow
the corrections before it: what it says was before is what the invoice with them is now.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from dekret.edi import import_problems as problems
from dekret.model.directory import KnownGoods
from dekret.model.invoices import CorrectionKind, Goods, InvoicePosition, PurchaseInvoice
from dekret.model.parties import code_key
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import exact_wording, number_wording

_Key = tuple[str, str]


@dataclass(slots=True)
class _Line:
    """A position as the invoice and the corrections so far leave it."""

    goods: Goods
    unit: str
    quantity: Decimal
    net: Decimal
    rate: str


@dataclass(slots=True)
class _Standing:
    """An invoice with its corrections so far; `last` is the latest of them."""

    warehouse: str
    day: dt.date
    lines: Mapping[int, _Line]
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
            lines = {
                position.line_number or place: _Line(
                    position.goods, position.unit, position.quantity, position.net, position.rate
                )
                for place, position in enumerate(invoice.positions, 1)
            }
            self._standing[_key(invoice, invoice.number)] = _Standing(invoice.warehouse, invoice.issue_date, lines)
            return
        standing = self._corrected(invoice)
        if standing is None:
            return
        for place, position in enumerate(invoice.positions, 1):
            line = standing.lines.get(position.line_number or place)
            if line:
                line.quantity += position.quantity
                line.net += position.net
                line.rate = position.rate
        standing.last = max(standing.last or (dt.date.min, ""), (invoice.issue_date, invoice.number))

    def _corrected(self, correction: PurchaseInvoice) -> _Standing | None:
        number = next(iter(correction.corrected_numbers), "")
        return self._standing.get(_key(correction, number))

    def fitted(self, correction: PurchaseInvoice, span: Span) -> PurchaseInvoice | tuple[Diagnostic, ...]:
        """The correction with the warehouse and the goods of its invoice, or why it does not fit."""
        number, corrected = correction.number, next(iter(correction.corrected_numbers), "")
        standing = self._corrected(correction)
        if standing is None:
            party = correction.party.name or correction.party.code
            return (problems.NO_CORRECTED.at(span, number=number, corrected=corrected, party=party),)
        if standing.last and correction.issue_date < standing.last[0]:
            day, later = standing.last
            said = {"number": number, "corrected": corrected, "later": later, "day": day.isoformat()}
            return (problems.LATER_CORRECTION.filled(span, {**said}),)
        wrong = tuple(self._misfits(correction, standing, span))
        if wrong:
            return wrong
        return replace(
            correction,
            warehouse=standing.warehouse,
            corrected_date=correction.corrected_date or standing.day,
            correction_kind=_kind(correction),
            positions=tuple(_position(each, standing.lines) for each in correction.positions),
        )

    def _misfits(self, correction: PurchaseInvoice, standing: _Standing, span: Span) -> Iterator[Diagnostic]:
        corrected = next(iter(correction.corrected_numbers), "")
        said = {"number": correction.number, "corrected": corrected}
        for position in correction.positions:
            line = standing.lines.get(position.line_number or 0)
            place = str(position.line_number)
            if line is None:
                yield problems.NO_LINE.filled(span, {"position": place, **said})
            elif not self._same_goods(line.goods, position.goods.ean):
                other = {"goods": line.goods.code, "ean": position.goods.ean}
                yield problems.OTHER_GOODS.filled(span, {"position": place, **other, **said})
            elif position.before and (position.before.quantity, position.before.net) != (line.quantity, line.net):
                was = {"quantity": number_wording(position.before.quantity), "net": exact_wording(position.before.net)}
                now = {"now_quantity": number_wording(line.quantity), "now_net": exact_wording(line.net)}
                yield problems.OTHER_BEFORE.filled(span, {"position": place, **was, **now, **said})

    def _same_goods(self, goods: Goods, ean: str) -> bool:
        """Whether an EAN is of these goods; one that neither knows says nothing."""
        if not ean or not goods.ean or ean == goods.ean:
            return True
        known = self.goods_by_ean.get(ean)
        return known is not None and code_key(known.code) == code_key(goods.code)


def _position(position: InvoicePosition, lines: Mapping[int, _Line]) -> InvoicePosition:
    """The position with the goods and the unit that it has on the invoice; the EAN of the file where that has none."""
    line = lines[position.line_number or 0]
    goods = line.goods if line.goods.ean else replace(line.goods, ean=position.goods.ean)
    return replace(position, goods=goods, unit=line.unit)


def _kind(correction: PurchaseInvoice) -> CorrectionKind:
    """What is corrected: a rate, else a quantity, else a value."""
    if any(each.before and each.before.rate != each.rate for each in correction.positions):
        return "rate"
    return "quantity" if any(each.quantity for each in correction.positions) else "value"
