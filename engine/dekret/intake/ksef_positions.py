"""The lines of a KSeF invoice (FaWiersz) as positions of an invoice, which is printed and posted by what was sold.

The amounts are those of the sums per rate (`ksef_amounts`): lines have to add up to them, but for the grosze that come
of rounding line by line, which the last line of the rate takes. An advance invoice has no lines, and is refused. The
lines of a final invoice are the whole order; what they exceed the sums by are the advances, rate by rate
(art. 106f ust. 3 of the VAT act). The lines of a correction are differences, or pairs of a state before and one after.

Source: the structures FA(2) and FA(3), their elements FaWiersz, Adnotacje, WarunkiTransakcji.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from dekret.intake import ksef_problems as problems
from dekret.intake.ksef_fields import FINAL_KINDS, RATE_GROUPS, RateGroup
from dekret.intake.ksef_find import Finder, Stop
from dekret.markup.xml import Element
from dekret.model.base import FieldValueError, is_amount
from dekret.model.invoices import (
    BeforeCorrection,
    Goods,
    InvoicePosition,
    MarginProcedure,
    PurchaseInvoice,
    SaleInvoice,
    VatElement,
    VatPurchase,
    VatSale,
)
from dekret.model.parties import Party
from dekret.model.parts import Delivery, OrderReference, SettledAdvance
from dekret.text.wording import Wording
from dekret.values.rounding import HALF_UP, ZERO, rounded
from dekret.values.vat import percent_of

_MARGIN, _OSS = "marża", "OSS"
_GROSZ = Decimal("0.01")
_PLACES = 4
"""Of quantities and prices here; the file may have six and eight."""
_POSTAL = re.compile(r"(\d{2}-\d{3})\s+(\S.*)")
_MARGINS: tuple[tuple[str, MarginProcedure], ...] = (
    ("P_PMarzy_2", "travel"),
    ("P_PMarzy_3_1", "used_goods"),
    ("P_PMarzy_3_2", "art"),
    ("P_PMarzy_3_3", "antiques"),
)
_InPln: TypeAlias = tuple[Decimal | None, Decimal | None]
"""Net and tax in PLN, where the invoice states them."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its rate and amounts, which are below zero where it shows what was before a correction."""

    element: Element
    rate: str
    net: Decimal
    vat: Decimal
    before: bool

    @property
    def group(self) -> RateGroup:
        return _group(self.rate)


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
    lines = [_line(find, element, rates) for element in fa.children("FaWiersz")]
    if not lines:
        raise _refused(find, fa, Wording("nie ma ich w pliku", "the file has none"))
    whole = kind == "ROZ"
    settled = tuple(_advances(find, fa, document, lines)) if whole else _nothing(document, kind)
    if not whole:
        lines = _added_up(find, fa, document.elements, lines)
    record = SaleInvoice if isinstance(document, VatSale) else PurchaseInvoice
    shared = {name: getattr(document, name) for name in document.__struct_fields__ if name != "elements"}
    shared |= {"settled_advances": settled, "party": _with_address(root, document), "description": ""}
    gross = all(line.element.first("P_11") is None for line in lines)
    return record(
        **shared,
        positions=tuple(_positions(find, fa, lines, document)),
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


# --- lines and sums


def _refused(find: Finder, place: Element, why: Wording) -> Stop:
    return find.stop(problems.NO_POSITIONS, find.span(place), why=why)


def _group(rate: str) -> RateGroup:
    return next(group for group in RATE_GROUPS if rate in (*group.codes, group.usual))


def _rate(line: Element, rates: Sequence[str]) -> str:
    """The rate of a line. The codes 0 and np of FA(2) are of the sum that the invoice has."""
    code = line.value("P_12")
    if not code:
        return _OSS if line.value("P_12_XII") else _MARGIN
    if code in rates or code not in ("0", "np"):
        return code
    fitting = [rate for rate in rates if rate.split()[0] == code]
    return fitting[0] if len(fitting) == 1 else code


def _line(find: Finder, element: Element, rates: Sequence[str]) -> _Line:
    rate = _rate(element, rates)
    if not any(rate in (*group.codes, group.usual) for group in RATE_GROUPS):
        raise find.bad(element, "P_12")
    net, gross, tax = (find.money(element, name) for name in ("P_11", "P_11A", "P_11Vat"))
    percent = (find.number(element, "P_12_XII") if rate == _OSS else percent_of(rate)) or ZERO
    if net is None and gross is None:
        raise _refused(find, element, Wording("pozycja nie ma wartości", "a line has no value"))
    if net is None:
        assert gross is not None
        vat = rounded(gross * percent / (100 + percent), mode=HALF_UP) if tax is None else tax
        net = gross - vat
    elif tax is None:
        vat = rounded(net * percent / 100, mode=HALF_UP) if gross is None else gross - net
    else:
        vat = tax
    before = element.value("StanPrzed") == "1"
    return _Line(element, rate, -net if before else net, -vat if before else vat, before)


def _added_up(find: Finder, fa: Element, elements: Sequence[VatElement], lines: Sequence[_Line]) -> list[_Line]:
    """The lines, the last of each rate with the grosze that they differ by from the sum of the rate."""
    found = list(lines)
    sums = {_group(element.rate).net: element for element in elements}
    for name in dict.fromkeys([*sums, *(line.group.net for line in lines)]):
        places = [place for place, line in enumerate(found) if line.group.net == name]
        wanted = sums.get(name)
        net = (wanted.net if wanted else ZERO) - sum([found[place].net for place in places], ZERO)
        vat = (wanted.vat if wanted else ZERO) - sum([found[place].vat for place in places], ZERO)
        if max(abs(net), abs(vat)) > _GROSZ * len(places):
            raise _differing(find, fa, name, net, vat)
        if net or vat:
            last = next((place for place in reversed(places) if not found[place].before), places[-1])
            line = found[last]
            found[last] = _Line(line.element, line.rate, line.net + net, line.vat + vat, line.before)
    return found


def _differing(find: Finder, fa: Element, name: str, net: Decimal, vat: Decimal) -> Stop:
    why = Wording(
        f"nie składają się na {name}: brakuje netto {net:.2f}, VAT {vat:.2f}",
        f"they do not add up to {name}: net {net:.2f} and tax {vat:.2f} are missing",
    )
    return _refused(find, fa.first(name) or fa, why)


def _advances(
    find: Finder, fa: Element, document: VatSale | VatPurchase, lines: Sequence[_Line]
) -> Iterator[SettledAdvance]:
    """The advances of a final invoice by rate, in PLN: what the lines, the whole order, exceed the sums by."""
    number = ", ".join(each.number for each in document.settled_advances)[:256]
    left = {_group(element.rate).net: element for element in document.elements}
    for name in dict.fromkeys([*left, *(line.group.net for line in lines)]):
        own = [line for line in lines if line.group.net == name]
        rest = left.get(name)
        net = sum([line.net for line in own], ZERO) - (rest.net if rest else ZERO)
        vat = sum([line.vat for line in own], ZERO) - (rest.vat if rest else ZERO)
        if not own or net < 0 or vat < -_GROSZ * len(own):
            raise _differing(find, fa, name, -net, -vat)
        if not net and abs(vat) <= _GROSZ * len(own):
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
    find: Finder, fa: Element, lines: Sequence[_Line], document: VatSale | VatPurchase
) -> Iterator[InvoicePosition]:
    if any(line.before for line in lines):
        for before, after in _pairs(find, fa, lines):
            yield _position(find, after, before=before)
        return
    for line, in_pln in zip(lines, _in_pln(find, lines, document), strict=True):
        yield _position(find, line, in_pln=in_pln)


def _pairs(find: Finder, fa: Element, lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    """Each state before with the one after: by UU_ID where all lines have one, else in their order."""
    before = [line for line in lines if line.before]
    after = [line for line in lines if not line.before]
    marks = {line.element.value("UU_ID"): line for line in after}
    by_mark = "" not in marks and {line.element.value("UU_ID") for line in before} == set(marks)
    if len(before) != len(after) or (by_mark and len(marks) != len(after)):
        why = Wording(
            f"stanów przed korektą jest {len(before)}, a po korekcie {len(after)}",
            f"there are {len(before)} states before the correction and {len(after)} after it",
        )
        raise _refused(find, fa, why)
    for place, line in enumerate(before):
        yield line, marks[line.element.value("UU_ID")] if by_mark else after[place]


def _position(
    find: Finder, line: _Line, *, in_pln: _InPln = (None, None), before: _Line | None = None
) -> InvoicePosition:
    """A line as a position; with the line of the state before, the difference of the two."""
    element, was = line.element, None if before is None else _before(find, before)
    name = " ".join(element.value("P_7").split())
    code = " ".join(element.value("Indeks").split()) or element.value("GTIN") or name or "–"
    price = _price(find, line)
    if before is not None and was is not None and price is not None:
        price = None if _price(find, before) is None else price - was.price
    return InvoicePosition(
        goods=Goods(
            code=code[:50].strip(),
            name=name[:255].strip(),
            ean=element.value("GTIN")[:40].strip(),
            pkwiu=element.value("PKWiU")[:20].strip(),
        ),
        rate=line.rate,
        net=line.net + (before.net if before else ZERO),
        vat=line.vat + (before.vat if before else ZERO),
        net_pln=in_pln[0],
        vat_pln=in_pln[1],
        quantity=_quantity(find, element) - (was.quantity if was else ZERO),
        unit=element.value("P_8A")[:20].strip() or "szt",
        price=price,
        line_number=_number(element),
        before=was,
    )


def _before(find: Finder, line: _Line) -> BeforeCorrection:
    """What a position was: the amounts of a line that shows the state before."""
    return BeforeCorrection(
        quantity=_quantity(find, line.element),
        price=_price(find, line) or ZERO,
        rate=line.rate,
        net=-line.net,
        vat=-line.vat,
    )


def _quantity(find: Finder, element: Element) -> Decimal:
    quantity = find.number(element, "P_8B")
    return Decimal(1) if quantity is None else rounded(quantity, _PLACES, mode=HALF_UP)


def _price(find: Finder, line: _Line) -> Decimal | None:
    """The net price of a unit after the discount; None where the line gives a gross one, or a discount beside it."""
    price = find.number(line.element, "P_9A")
    if price is None or line.element.first("P_10") is not None:
        return None
    return rounded(price, _PLACES, mode=HALF_UP)


def _number(element: Element) -> int | None:
    written = element.value("NrWierszaFa")
    return int(written) if re.fullmatch(r"[1-9][0-9]{0,5}", written) else None


def _in_pln(find: Finder, lines: Sequence[_Line], document: VatSale | VatPurchase) -> list[_InPln]:
    """Net and tax in PLN of each line where the invoice states them for its rate; the last line takes the grosze."""
    found: list[_InPln] = [(None, None)] * len(lines)
    if document.kind == "final":
        return found
    for element in document.elements:
        places = [place for place, line in enumerate(lines) if line.group is _group(element.rate)]
        rest_net, rest_vat = element.net_pln, element.vat_pln
        for place in places:
            own = find.rate(lines[place].element, "KursWaluty") or document.effective_rate
            last = place == places[-1]
            net_pln, rest_net = _share(rest_net, lines[place].net * own, last=last)
            vat_pln, rest_vat = _share(rest_vat, lines[place].vat * own, last=last)
            found[place] = (net_pln, vat_pln)
    return found


def _share(rest: Decimal | None, amount: Decimal, *, last: bool) -> tuple[Decimal | None, Decimal | None]:
    """The part of a stated amount that is of a line, and what is left of it for the others."""
    if rest is None:
        return None, None
    part = rest if last else rounded(amount, mode=HALF_UP)
    return part, rest - part
