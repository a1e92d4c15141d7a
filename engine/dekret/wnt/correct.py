"""An internal sale (FSW) corrected by what came to its purchase invoice after it was made (001:71–76).

The manual tells that nothing corrects it by itself, and that a correction is to be issued; how, a chapter tells that is
not among the sources. Chosen here: one correction of the internal sale for each correction (or FZKG) of the purchase,
with the differences alone, by the rates of VAT of the internal sale and the exchange rate of the invoice (001:70); its
tax is due on the day of that correction. Of a position that falls to zero the whole tax goes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dekret.model.invoices import BeforeCorrection, InternalSale, InvoicePosition, PurchaseInvoice
from dekret.model.parties import code_key
from dekret.values.rounding import ZERO
from dekret.wnt.convert import ConvertBy, Fault, place_on, price_of, purchased, taxes
from dekret.wnt.families import PurchaseFamily, issuer_of

_NONE = Decimal()


@dataclass(slots=True)
class _State:
    """A position of the internal sale with its earlier corrections, and what is changed of it now."""

    position: InvoicePosition
    quantity: Decimal
    net: Decimal
    vat: Decimal
    more: Decimal = _NONE
    value: Decimal = ZERO

    @property
    def is_emptied(self) -> bool:
        """Whether nothing is left of the value, and of the tax with it."""
        return not self.net + self.value

    @property
    def price(self) -> Decimal:
        return price_of(self.net, self.quantity) if self.quantity else ZERO

    @property
    def new_price(self) -> Decimal:
        quantity = self.quantity + self.more
        return price_of(self.net + self.value, quantity) if quantity else self.price

    @property
    def is_possible(self) -> bool:
        """Whether what is left has a quantity and a value, or neither."""
        quantity, net = self.quantity + self.more, self.net + self.value
        return quantity >= 0 and net >= 0 and not (net and not quantity)


def sale_correction(
    family: PurchaseFamily, correction: PurchaseInvoice, by: ConvertBy
) -> InternalSale | tuple[Fault, ...]:
    """The correction of the internal sale of a family that a later correction asks for, or what stands against it."""
    sale, invoice = family.sale, family.invoice
    assert sale
    faults: list[Fault] = []
    states = _states(family, sale, faults)
    _change(states, family, correction, faults)
    changed = [(place, state) for place, state in enumerate(states, start=1) if state.more or state.value]
    for place, state in changed:
        if not state.is_possible:
            left = f"{state.quantity + state.more:f} / {state.net + state.value:f}"
            faults.append(Fault("negative", correction, place, left))
    if not changed and not faults:
        faults.append(Fault("no-change", correction))
    if faults:
        return tuple(faults)
    return InternalSale(
        number=by.number,
        issue_date=by.day,
        party=sale.party,
        operation_date=correction.operation_date or correction.issue_date,
        category=sale.category,
        category2=sale.category2,
        exchange_rate=None if correction.border_correction else invoice.exchange_rate,
        warehouse=sale.warehouse,
        algorithm="net",
        correction=True,
        corrected_numbers=(sale.number,),
        corrected_date=sale.issue_date,
        correction_kind="quantity" if any(state.more for _, state in changed) else "value",
        correction_reason=correction.correction_reason,
        positions=tuple(_positions(changed)),
        source_numbers=(invoice.number, correction.number),
        source_parties=tuple(issuer_of(family.party_of(each)) for each in (invoice, correction)),
        deduction=sale.deduction,
    )


def _states(family: PurchaseFamily, sale: InternalSale, faults: list[Fault]) -> list[_State]:
    """The positions of the internal sale as its corrections left them."""
    states = [_State(each, each.quantity, each.net, each.vat) for each in sale.positions]
    for earlier in family.sale_corrections:
        for number, position in enumerate(earlier.positions, start=1):
            place = place_on(sale, position)
            if place is None:
                faults.append(Fault("unplaced", earlier, number, position.goods.code))
                continue
            states[place].quantity += position.quantity
            states[place].net += position.net
            states[place].vat += position.vat
    return states


def _change(states: list[_State], family: PurchaseFamily, correction: PurchaseInvoice, faults: list[Fault]) -> None:
    """Adds what a correction of the purchase changes beside those that the internal sale has already."""
    late = family.late
    there = [each for each in family.corrections if each not in late]
    found: list[Fault] = []
    before = purchased(family.invoice, there, [])
    after = purchased(family.invoice, [*there, correction], found)
    faults += [each for each in found if each.document is correction]
    numbers = {place_on(family.invoice, each): line for line, each in enumerate(correction.positions, start=1)}
    for of_invoice, (old, new) in enumerate(zip(before, after, strict=True)):
        value, more = new.value - old.value, new.quantity - old.quantity
        if not value and not more:
            continue
        place = _on_sale(states, family.invoice, of_invoice)
        if place is None:
            faults.append(Fault("unplaced", correction, numbers[of_invoice], new.position.goods.code))
            continue
        states[place].value += value
        states[place].more += more


def _on_sale(states: list[_State], invoice: PurchaseInvoice, of_invoice: int) -> int | None:
    """Where a position of the purchase stands on the internal sale, which leaves out those that were emptied."""
    wanted = code_key(invoice.positions[of_invoice].goods.code)
    there = [place for place, state in enumerate(states) if code_key(state.position.goods.code) == wanted]
    same = [place for place, each in enumerate(invoice.positions) if code_key(each.goods.code) == wanted]
    if len(there) == len(same):
        return there[same.index(of_invoice)]
    return there[0] if len(there) == 1 else None


def _positions(changed: list[tuple[int, _State]]) -> Iterator[InvoicePosition]:
    lessened = taxes([(state.value, state.position.rate) for _, state in changed if not state.is_emptied])
    for place, state in changed:
        own, vat = state.position, -state.vat if state.is_emptied else next(lessened)
        yield InvoicePosition(
            goods=own.goods,
            rate=own.rate,
            net=state.value,
            vat=vat,
            quantity=state.more,
            unit=own.unit,
            category=own.category,
            category2=own.category2,
            description=own.description,
            price=state.new_price - state.price,
            line_number=place,
            before=BeforeCorrection(
                quantity=state.quantity, price=state.price, rate=own.rate, net=state.net, vat=state.vat
            ),
        )
