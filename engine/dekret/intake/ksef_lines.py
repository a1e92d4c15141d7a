"""The lines of a KSeF invoice (FaWiersz) with rates and amounts, and the grosze that rounding leaves between them.

Sums per rate are what counts: lines have to add up to them, but for one grosz each, which come of rounding line by
line. Those go to the lines from which rounding took most, the last first where it took the same. In a correction the
lines that changed take them before states that stayed, so that nothing changes which the file does not change.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from dekret.intake import ksef_problems as problems
from dekret.intake.ksef_fields import RATE_GROUPS, RateGroup
from dekret.intake.ksef_find import Finder, Stop
from dekret.markup.xml import Element
from dekret.model.invoices import VatElement
from dekret.text.wording import Wording, amount_wording
from dekret.values.rounding import GROSZ, HALF_UP, ZERO, rounded
from dekret.values.vat import percent_of

_MARGIN, _OSS = "marża", "OSS"
PLACES = 4
"""Of quantities and prices here; the file may have six and eight."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its rate and amounts, which are below zero where it shows what was before a correction.

    `net_lost` and `vat_lost` are what rounding took from the amounts; None where the file states them.
    """

    element: Element
    rate: str
    net: Decimal
    vat: Decimal
    before: bool
    net_lost: Decimal | None = None
    vat_lost: Decimal | None = None

    @property
    def group(self) -> RateGroup:
        """The sums that the line belongs to."""
        return group_of(self.rate)

    @property
    def goods(self) -> str:
        """What tells its goods: the seller's code, else the GTIN, else the name."""
        read = (" ".join(self.element.value(name).split()) for name in ("Indeks", "GTIN", "P_7"))
        return next(filter(None, read), "")

    @property
    def number(self) -> int | None:
        """NrWierszaFa."""
        written = self.element.value("NrWierszaFa")
        return int(written) if re.fullmatch(r"[1-9][0-9]{0,5}", written) else None

    @property
    def unit(self) -> str:
        return self.element.value("P_8A")[:20].strip() or "szt"

    def percent(self, find: Finder) -> Decimal:
        """The percentage of its tax; zero where the rate is a word."""
        return _percent(find, self.element, self.rate)

    def quantity(self, find: Finder) -> Decimal:
        """How much; 1 where the line does not say."""
        quantity = find.number(self.element, "P_8B")
        return Decimal(1) if quantity is None else rounded(quantity, PLACES, mode=HALF_UP)

    def price(self, find: Finder) -> Decimal | None:
        """The net price of a unit after the discount; None where the line has a gross one, or a discount beside it."""
        price = find.number(self.element, "P_9A")
        if price is None or find.number(self.element, "P_10"):
            return None
        return rounded(price, PLACES, mode=HALF_UP)


def refused(find: Finder, place: Element, why: Wording) -> Stop:
    """What to raise where the lines do not make up the amounts."""
    return find.stop(problems.NO_POSITIONS, find.span(place), why=why)


def differing(find: Finder, fa: Element, name: str, net: Decimal, vat: Decimal) -> Stop:
    """What to raise where the lines of a rate do not add up to its sums."""
    more_net, more_vat = amount_wording(net), amount_wording(vat)
    why = Wording(
        f"nie składają się na {name}: brakuje netto {more_net.pl}, VAT {more_vat.pl}",
        f"they do not add up to {name}: net {more_net.en} and tax {more_vat.en} are missing",
    )
    return refused(find, fa.first(name) or fa, why)


def group_of(rate: str) -> RateGroup:
    """The sums of a rate."""
    return next(group for group in RATE_GROUPS if rate in (*group.codes, group.usual))


def read_line(find: Finder, element: Element, rates: Sequence[str]) -> Line:
    """A line; `rates` are those of the sums."""
    rate = _rate(element, rates)
    if not any(rate in (*group.codes, group.usual) for group in RATE_GROUPS):
        raise find.bad(element, "P_12")
    net, gross, vat = (find.money(element, name) for name in ("P_11", "P_11A", "P_11Vat"))
    percent = _percent(find, element, rate)
    net_lost, vat_lost = None, None
    if net is None:
        if gross is None:
            raise refused(find, element, Wording("pozycja nie ma wartości", "a line has no value"))
        if vat is None:
            vat, vat_lost = _parted(gross * percent / (100 + percent))
            net_lost = -vat_lost
        net = gross - vat
    elif vat is None:
        vat, vat_lost = _parted(net * percent / 100) if gross is None else (gross - net, None)
    if element.value("StanPrzed") != "1":
        return Line(element, rate, net, vat, False, net_lost, vat_lost)
    net_lost, vat_lost = (None if lost is None else -lost for lost in (net_lost, vat_lost))
    return Line(element, rate, -net, -vat, True, net_lost, vat_lost)


def _percent(find: Finder, element: Element, rate: str) -> Decimal:
    return (find.number(element, "P_12_XII") if rate == _OSS else percent_of(rate)) or ZERO


def _parted(exact: Decimal) -> tuple[Decimal, Decimal]:
    """An amount rounded to the grosz, and what rounding took."""
    found = rounded(exact, mode=HALF_UP)
    return found, exact - found


def _rate(line: Element, rates: Sequence[str]) -> str:
    """The rate of a line. The codes 0 and np of FA(2) are of the sum that the invoice has."""
    code = line.value("P_12")
    if not code:
        return _OSS if line.value("P_12_XII") else _MARGIN
    if code in rates or code not in ("0", "np"):
        return code
    fitting = [rate for rate in rates if rate.split()[0] == code]
    return fitting[0] if len(fitting) == 1 else code


# --- grosze


Sums: TypeAlias = Mapping[str, VatElement | None]
"""What the lines of a rate are to add up to, by the field of its net; None where the invoice has no such sum."""


def sums_of(elements: Iterable[VatElement], lines: Iterable[Line]) -> Sums:
    """The sums of every rate that an invoice or its lines have."""
    found: dict[str, VatElement | None] = {group_of(element.rate).net: element for element in elements}
    for line in lines:
        found.setdefault(line.group.net, None)
    return found


def added_up(find: Finder, fa: Element, sums: Sums, lines: Sequence[Line], ranks: Sequence[int]) -> list[Line]:
    """The lines with the grosze that they differ by from the sums of their rates, one each; `ranks` as in `spread`."""
    found = list(lines)
    for name, wanted in sums.items():
        places = [place for place, line in enumerate(found) if line.group.net == name]
        net = (wanted.net if wanted else ZERO) - total(found[place].net for place in places)
        vat = (wanted.vat if wanted else ZERO) - total(found[place].vat for place in places)
        if max(abs(net), abs(vat)) > GROSZ * len(places):
            raise differing(find, fa, name, net, vat)
        more_net = spread(net, {place: found[place].net_lost for place in places}, ranks)
        more_vat = spread(vat, {place: found[place].vat_lost for place in places}, ranks)
        for place in places:
            line = found[place]
            found[place] = replace(line, net=line.net + more_net[place], vat=line.vat + more_vat[place])
    return found


def spread(amount: Decimal, lost: Mapping[int, Decimal | None], ranks: Sequence[int]) -> dict[int, Decimal]:
    """The grosze of an amount over lines: the same for each, and of those left one each.

    These go by rank, the lowest first, then to lines whose amount is not stated (None), then to those from which
    rounding took most (`lost`), then to the last.

    >>> spread(Decimal("0.02"), {0: Decimal("0.004"), 1: Decimal("0.001"), 2: Decimal("0.001")}, [0, 0, 0])
    {0: Decimal('0.01'), 1: Decimal('0.00'), 2: Decimal('0.01')}
    """
    if not amount:
        return dict.fromkeys(lost, ZERO)
    sign = 1 if amount > 0 else -1
    each, odd = divmod(int(abs(amount) / GROSZ), len(lost))
    order = sorted(lost, key=lambda place: (ranks[place], lost[place] is None, -sign * (lost[place] or ZERO), -place))
    first = set(order[:odd])
    return {place: GROSZ * sign * (each + (place in first)) for place in lost}


def shared(amount: Decimal, exact: Mapping[int, Decimal], ranks: Sequence[int]) -> dict[int, Decimal]:
    """An amount over lines whose shares are nearly known: each rounded, the rest over those of the lowest rank."""
    parted = {place: _parted(share) for place, share in exact.items()}
    lowest = min(ranks[place] for place in exact)
    lost: Mapping[int, Decimal | None] = {place: parted[place][1] for place in exact if ranks[place] == lowest}
    more = spread(amount - total(share for share, _ in parted.values()), lost, ranks)
    return {place: share + more.get(place, ZERO) for place, (share, _) in parted.items()}


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Their sum."""
    return sum(amounts, ZERO)
