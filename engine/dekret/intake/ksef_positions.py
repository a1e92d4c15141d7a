"""The lines of a KSeF invoice (FaWiersz) as positions of an invoice, which is printed and posted by what was sold.

The amounts are those of the sums per rate (`ksef_amounts`): lines have to add up to them, but for the grosze of
rounding line by line (`ksef_lines`). In PLN they make up those of the register, the tax that the invoice states
(art. 106e ust. 11 of the VAT act).

An advance invoice has no lines, and is refused. The lines of a final invoice are the whole order; what they exceed the
sums by are the advances, rate by rate (art. 106f ust. 3). The lines of a correction are differences, or states before
and after, of which one may be missing: a line that was removed or added (`ksef_pairs`).

Source: the structures FA(2) and FA(3), their elements FaWiersz, Adnotacje, WarunkiTransakcji.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from dekret.intake.ksef_fields import FINAL_KINDS
from dekret.intake.ksef_find import Finder
from dekret.intake.ksef_lines import (
    PLACES,
    Line,
    Sums,
    added_up,
    differing,
    group_of,
    read_line,
    refused,
    shared,
    sums_of,
    total,
)
from dekret.intake.ksef_pairs import Pair, pairs_of, ranks_of
from dekret.markup.xml import Element
from dekret.model.base import FieldValueError, is_amount
from dekret.model.invoices import (
    BeforeCorrection,
    Goods,
    InvoicePosition,
    MarginProcedure,
    PurchaseInvoice,
    SaleInvoice,
    VatPurchase,
    VatSale,
)
from dekret.model.parties import Party
from dekret.model.parts import Delivery, OrderReference, SettledAdvance
from dekret.text.wording import Wording
from dekret.values.rounding import GROSZ, HALF_UP, ZERO, rounded

_POSTAL = re.compile(r"(\d{2}-\d{3})\s+(\S.*)")
_MARGINS: tuple[tuple[str, MarginProcedure], ...] = (
    ("P_PMarzy_2", "travel"),
    ("P_PMarzy_3_1", "used_goods"),
    ("P_PMarzy_3_2", "art"),
    ("P_PMarzy_3_3", "antiques"),
)
_InPln: TypeAlias = tuple[Decimal | None, Decimal | None]
"""Net and tax in PLN of an invoice in another currency."""
_Stated: TypeAlias = tuple[Line, _InPln]
"""A state of a position."""


@dataclass(frozen=True, slots=True)
class _Amounts:
    """What a position counts; of a correction, differences."""

    quantity: Decimal
    price: Decimal | None
    net: Decimal
    vat: Decimal
    in_pln: _InPln


def with_positions(
    find: Finder, root: Element, fa: Element, document: VatSale | VatPurchase
) -> SaleInvoice | PurchaseInvoice:
    """The invoice of a register document, with its lines; raises `Stop` where they do not make up its amounts."""
    try:
        return _invoice(find, root, fa, document)
    except FieldValueError:
        raise find.bad(fa, "FaWiersz") from None


def _invoice(
    find: Finder, root: Element, fa: Element, document: VatSale | VatPurchase
) -> SaleInvoice | PurchaseInvoice:
    kind = fa.value("RodzajFaktury")
    rates = [element.rate for element in document.elements]
    lines = [read_line(find, element, rates) for element in fa.children("FaWiersz")]
    if not lines:
        raise refused(find, fa, Wording("nie ma ich w pliku", "the file has none"))
    sums = sums_of(document.elements, lines)
    settled = tuple(_advances(find, fa, document, lines, sums)) if kind == "ROZ" else _nothing(document, kind)
    pairs = pairs_of(find, lines) if any(line.before for line in lines) else None
    ranks = ranks_of(lines, pairs or ())
    taken = {group_of(each.rate).net for each in settled if each.rate}
    whole = {name: element for name, element in sums.items() if name not in taken}
    lines = added_up(find, fa, whole, lines, ranks)
    in_pln = _in_pln(find, lines, document, settled, ranks)
    record = SaleInvoice if isinstance(document, VatSale) else PurchaseInvoice
    same = {name: getattr(document, name) for name in document.__struct_fields__ if name != "elements"}
    same |= {"settled_advances": settled, "party": _with_address(root, document), "description": ""}
    gross = all(line.element.first("P_11") is None for line in lines)
    return record(
        **same,
        positions=tuple(_positions(find, lines, pairs, in_pln, correction=document.correction)),
        algorithm="gross" if gross else "net",
        correction_reason=fa.value("PrzyczynaKorekty")[:255].strip(),
        corrected_date=find.date(fa, "DaneFaKorygowanej/DataWystFaKorygowanej"),
        orders=tuple(OrderReference(number=number) for number in _texts(fa, "WarunkiTransakcji", "Zamowienia")),
        deliveries=tuple(Delivery(number=each.text[:256].strip()) for each in fa.children("WZ") if each.text.strip()),
        exemption=_exemption(fa)[:255].strip(),
        margin=next((known for name, known in _MARGINS if fa.value(f"Adnotacje/PMarzy/{name}") == "1"), None),
        cash_method=fa.value("Adnotacje/P_16") == "1",
        self_billing=fa.value("Adnotacje/P_17") == "1",
    )


def _texts(fa: Element, block: str, part: str) -> Iterator[str]:
    """The numbers of the orders that the invoice names."""
    found = fa.first(block)
    for each in found.children(part) if found else ():
        if number := each.value("NrZamowienia")[:256].strip():
            yield number


def _exemption(fa: Element) -> str:
    return next((text for name in "ABC" if (text := fa.value(f"Adnotacje/Zwolnienie/P_19{name}"))), "")


def _with_address(root: Element, document: VatSale | VatPurchase) -> Party:
    """The party with its address: two lines of free text, the second mostly the postal code and the town."""
    party = root.first("Podmiot2" if isinstance(document, VatSale) else "Podmiot1")
    first, second = (party.value("Adres/AdresL1"), party.value("Adres/AdresL2")) if party else ("", "")
    found = _POSTAL.fullmatch(second.strip())
    town = found[2] if found else second
    known = document.party
    return Party(
        name=known.name,
        tax_id=known.tax_id,
        country=known.country,
        street=first[:255].strip(),
        postal_code=found[1] if found else "",
        city=town[:255].strip(),
    )


# --- advances


def _advances(
    find: Finder, fa: Element, document: VatSale | VatPurchase, lines: Sequence[Line], sums: Sums
) -> Iterator[SettledAdvance]:
    """The advances of a final invoice by rate, in PLN: what the lines, the whole order, exceed the sums by."""
    number = ", ".join(each.number for each in document.settled_advances)[:256]
    for name, rest in sums.items():
        own = [line for line in lines if line.group.net == name]
        net = total(line.net for line in own) - (rest.net if rest else ZERO)
        vat = total(line.vat for line in own) - (rest.vat if rest else ZERO)
        if not own or net < 0 or vat < -GROSZ * len(own):
            raise differing(find, fa, name, -net, -vat)
        if not net and abs(vat) <= GROSZ * len(own):
            continue
        net, vat = document.in_pln(net), document.in_pln(vat)
        if not is_amount(net + vat):
            raise find.bad(fa, name)
        yield SettledAdvance(number=number, rate=own[0].rate, net=net, vat=vat, gross=net + vat)


def _nothing(document: VatSale | VatPurchase, kind: str) -> tuple[SettledAdvance, ...]:
    """The advances of a correction of a final invoice, whose positions are the differences: none is corrected."""
    if kind not in FINAL_KINDS:
        return document.settled_advances
    return tuple(
        SettledAdvance(number=each.number, net=ZERO, vat=ZERO, gross=ZERO) for each in document.settled_advances
    )


# --- positions


def _positions(
    find: Finder, lines: Sequence[Line], pairs: Sequence[Pair] | None, in_pln: Sequence[_InPln], *, correction: bool
) -> Iterator[InvoicePosition]:
    if pairs is None:
        for line, own in zip(lines, in_pln, strict=True):
            quantity, price = _difference(find, line) if correction else (line.quantity(find), line.price(find))
            yield _position(line, _Amounts(quantity, price, line.net, line.vat, own))
        return
    for was, now in pairs:
        before = None if was is None else (lines[was], in_pln[was])
        if now is not None:
            yield _change(find, before, (lines[now], in_pln[now]))
        elif before is not None:
            yield _removed(find, before)


def _difference(find: Finder, line: Line) -> tuple[Decimal, Decimal | None]:
    """Quantity and price that a line of differences changes.

    A price below zero is the change of the price, of goods whose quantity stays; any other is the price at which the
    quantity changes, and tells nothing of a change. A line without a quantity, as of a rebate, changes none.
    """
    price = line.price(find)
    if price is not None and price < 0:
        return ZERO, price
    return (ZERO if line.element.first("P_8B") is None else line.quantity(find)), None


def _position(line: Line, amounts: _Amounts, before: BeforeCorrection | None = None) -> InvoicePosition:
    element = line.element
    return InvoicePosition(
        goods=Goods(
            code=(line.goods or "–")[:50].strip(),
            name=" ".join(element.value("P_7").split())[:255].strip(),
            ean=element.value("GTIN")[:40].strip(),
            pkwiu=element.value("PKWiU")[:20].strip(),
        ),
        rate=line.rate,
        net=amounts.net,
        vat=amounts.vat,
        net_pln=amounts.in_pln[0],
        vat_pln=amounts.in_pln[1],
        quantity=amounts.quantity,
        unit=line.unit,
        price=amounts.price,
        line_number=line.number,
        before=before,
    )


def _change(find: Finder, before: _Stated | None, after: _Stated) -> InvoicePosition:
    """The difference of two states. Of a line that was added the quantity changes, from nothing, and not the price."""
    line, (net_pln, vat_pln) = after
    was = _before(find, before) if before else _nothing_before(find, line)
    if before:
        net_pln, vat_pln = _less(net_pln, was.net_pln), _less(vat_pln, was.vat_pln)
    price, quantity = _price_after(find, line, was) - was.price, line.quantity(find) - was.quantity
    amounts = _Amounts(quantity, price, line.net - was.net, line.vat - was.vat, (net_pln, vat_pln))
    return _position(line, amounts, was)


def _removed(find: Finder, before: _Stated) -> InvoicePosition:
    """A line that was removed: the quantity changes to nothing, the price does not."""
    was, (line, in_pln) = _before(find, before), before
    return _position(line, _Amounts(-was.quantity, ZERO, line.net, line.vat, in_pln), was)


def _nothing_before(find: Finder, after: Line) -> BeforeCorrection:
    return BeforeCorrection(quantity=ZERO, price=_unit_price(find, after), rate=after.rate, net=ZERO)


def _before(find: Finder, before: _Stated) -> BeforeCorrection:
    """What a position was: the amounts of a line that shows the state before."""
    line, (net_pln, vat_pln) = before
    return BeforeCorrection(
        quantity=line.quantity(find),
        price=_unit_price(find, line),
        rate=line.rate,
        net=-line.net,
        vat=-line.vat,
        net_pln=_less(ZERO, net_pln),
        vat_pln=_less(ZERO, vat_pln),
    )


def _less(amount: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The difference of amounts in PLN; None in PLN itself."""
    return None if amount is None or other is None else amount - other


def _unit_price(find: Finder, line: Line) -> Decimal:
    """The net price of a unit after the discount: as stated, without the tax of a gross one, else net by quantity."""
    price = line.price(find)
    if price is not None:
        return price
    gross, quantity = find.number(line.element, "P_9B"), line.quantity(find)
    if gross is not None and not find.number(line.element, "P_10"):
        return rounded(gross * 100 / (100 + line.percent(find)), PLACES, mode=HALF_UP)
    net = -line.net if line.before else line.net
    return rounded(net / quantity, PLACES, mode=HALF_UP) if quantity else ZERO


def _price_after(find: Finder, line: Line, was: BeforeCorrection) -> Decimal:
    """The price after a correction; that before where none is given and it makes up the net, or nothing is left."""
    if line.element.first("P_9A") is None is line.element.first("P_9B") or find.number(line.element, "P_10"):
        quantity = line.quantity(find)
        if not quantity or abs(was.price * quantity - line.net) < GROSZ:
            return was.price
    return _unit_price(find, line)


def _in_pln(
    find: Finder,
    lines: Sequence[Line],
    document: VatSale | VatPurchase,
    settled: Sequence[SettledAdvance],
    ranks: Sequence[int],
) -> list[_InPln]:
    """Net and tax in PLN of each line, which make up those of its rate, and of the advances that are taken off them."""
    found: list[_InPln] = [(None, None)] * len(lines)
    if document.currency == "PLN":
        return found
    own = [find.rate(line.element, "KursWaluty") or document.effective_rate for line in lines]
    for name in dict.fromkeys(line.group.net for line in lines):
        places = [place for place, line in enumerate(lines) if line.group.net == name]
        sums = [element for element in document.elements if group_of(element.rate).net == name]
        taken = [each for each in settled if each.rate and group_of(each.rate).net == name]
        net_pln = total(document.line_net_pln(each) for each in sums) + total(each.net or ZERO for each in taken)
        vat_pln = total(document.line_vat_pln(each) for each in sums) + total(each.vat or ZERO for each in taken)
        nets = shared(net_pln, {place: lines[place].net * own[place] for place in places}, ranks)
        vats = shared(vat_pln, {place: lines[place].vat * own[place] for place in places}, ranks)
        for place in places:
            found[place] = nets[place], vats[place]
    return found
