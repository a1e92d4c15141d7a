"""The amounts of a KSeF invoice: the elements of the register, their exchange rate, the advances that are settled.

Elements come from the sums per rate (P_13_x, P_14_x), never from the lines: on final invoices the lines show the
whole order and the sums only what is left. Lines help where the sums are silent: the exact rate of a group, exchange
rates, simplified invoices without sums, advances settled by a final invoice. What neither tells is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dekret.intake import problems
from dekret.intake.ksef_fields import RATE_GROUPS, RateGroup
from dekret.intake.ksef_find import Finder, Stop
from dekret.markup.xml import Element
from dekret.model.base import is_amount, is_rate
from dekret.model.invoices import VatElement
from dekret.model.parts import SettledAdvance
from dekret.text.wording import Wording
from dekret.values.rounding import HALF_UP, ZERO, rounded

LARGEST_DOUBT = Decimal("0.20")
"""PLN over the whole invoice, by which an exchange rate told by the tax may be wrong: the tax in PLN is rounded to
the grosz, so the rate is known to half a grosz for each unit of tax. An invoice all of which is taxed passes."""
_HALF_GROSZ = Decimal("0.005")
_KNOWN_CODES = frozenset(code for group in RATE_GROUPS for code in group.codes)


@dataclass(frozen=True, slots=True)
class Amounts:
    """The elements, and PLN for one unit of the currency; None in PLN."""

    elements: tuple[VatElement, ...]
    rate: Decimal | None


@dataclass(frozen=True, slots=True)
class _Sums:
    """The sums of one group of rates, and its lines."""

    group: RateGroup
    net: Decimal
    vat: Decimal
    vat_pln: Decimal | None
    lines: tuple[Element, ...]


def amounts(find: Finder, fa: Element, kind: str, currency: str, total: Decimal) -> Amounts:
    """The elements of an invoice; raises `Stop`."""
    codes = [line.value("P_12") for line in fa.children("FaWiersz")]
    sums = tuple(_sums(find, fa, currency))
    if sums:
        plain = tuple(VatElement(rate=s.group.rate(codes), net=s.net, vat=s.vat, vat_pln=s.vat_pln) for s in sums)
    elif kind.startswith("KOR") and not total:
        raise find.stop(problems.NO_AMOUNTS, find.span(fa), corrected=", ".join(corrected(fa)) or "–")
    else:
        plain = (_from_total(find, fa, codes, total),)
    if currency == "PLN":
        return Amounts(plain, None)
    found = _in_currency(find, fa, currency, sums, plain)
    whole = max(abs(total), sum((abs(element.gross) for element in plain), ZERO))
    if found.rate and not is_amount(rounded(whole * found.rate, mode=HALF_UP)):
        raise find.bad(fa, "P_15")
    return found


def corrected(fa: Element) -> Iterator[str]:
    """The numbers of the corrected invoices."""
    for one in fa.children("DaneFaKorygowanej"):
        if number := one.value("NrFaKorygowanej"):
            yield number


def _sums(find: Finder, fa: Element, currency: str) -> Iterator[_Sums]:
    for group in RATE_GROUPS:
        net = find.money(fa, group.net)
        if net is None:
            continue
        vat = (find.money(fa, group.vat) if group.vat else None) or ZERO
        in_pln = find.money(fa, group.vat + "W") if group.vat and currency != "PLN" else None
        if in_pln is not None and in_pln * vat < 0:
            raise find.bad(fa, group.vat + "W")
        yield _Sums(group, net, vat, in_pln, tuple(line for line in fa.children("FaWiersz") if _is_of(line, group)))


def _is_of(line: Element, group: RateGroup) -> bool:
    code = line.value("P_12")
    if group.codes or code:
        return code in group.codes
    return bool(line.value("P_12_XII")) == (group.usual == "OSS")


def _from_total(find: Finder, fa: Element, codes: list[str], total: Decimal) -> VatElement:
    """A simplified invoice without sums: the tax out of the total, where there is one rate for all of it."""
    group = next((known for known in RATE_GROUPS if codes and set(codes) <= set(known.codes)), None)
    if group is None or len(set(codes)) != 1:
        raise find.stop(problems.NO_SPLIT, find.span(fa))
    percent = _percent(codes[0])
    vat = rounded(total * percent / (100 + percent), mode=HALF_UP)
    return VatElement(rate=group.rate(codes), net=total - vat, vat=vat)


def _percent(code: str) -> Decimal:
    return Decimal(code) if re.fullmatch(r"[0-9]{1,2}", code) else ZERO


# --- exchange rates


def _in_currency(
    find: Finder, fa: Element, currency: str, sums: Sequence[_Sums], plain: tuple[VatElement, ...]
) -> Amounts:
    """By the one rate that is stated; line by line where lines have several; else as the tax in PLN tells."""
    by_line = {rate for line in fa.children("FaWiersz") if (rate := find.rate(line, "KursWaluty"))}
    if len(by_line) > 1:
        return _line_by_line(find, fa, sorted(by_line), sums, plain)
    stated = by_line | {rate for part in fa.children("ZaliczkaCzesciowa") if (rate := find.rate(part, "KursWalutyZW"))}
    if advance := find.rate(fa, "KursWalutyZ"):
        stated.add(advance)
    return Amounts(plain, stated.pop() if len(stated) == 1 else _told_by_tax(find, fa, currency, sums))


def _told_by_tax(find: Finder, fa: Element, currency: str, sums: Sequence[_Sums]) -> Decimal:
    """The rate that the largest tax tells; with four places, as the NBP gives rates, where that explains every tax."""
    taxed = [(s.vat, s.vat_pln, s.group) for s in sums if s.vat and s.vat_pln]
    if not taxed:
        raise find.stop(problems.NO_EXCHANGE_RATE, find.span(fa), currency=currency)
    tax, tax_pln, group = max(taxed, key=lambda one: abs(one[0]))
    whole = sum((abs(s.net) + abs(s.vat) for s in sums), ZERO)
    doubt = rounded(_HALF_GROSZ / abs(tax) * whole, mode=HALF_UP)
    if doubt > LARGEST_DOUBT:
        place = fa.first(group.vat + "W") or fa
        raise find.stop(
            problems.VAGUE_RATE,
            find.span(place),
            currency=currency,
            tax=f"{tax:.2f}",
            tax_pln=f"{tax_pln:.2f}",
            doubt=f"{doubt:.2f}",
            limit=f"{LARGEST_DOUBT:.2f}",
        )
    rate = rounded(tax_pln / tax, 8, mode=HALF_UP)
    short = rounded(rate, 4, mode=HALF_UP)
    found = short if all(rounded(one * short, mode=HALF_UP) == in_pln for one, in_pln, _ in taxed) else rate
    if not is_rate(found):
        raise find.bad(fa, group.vat + "W")
    return found


def _line_by_line(
    find: Finder, fa: Element, rates: Sequence[Decimal], sums: Sequence[_Sums], plain: tuple[VatElement, ...]
) -> Amounts:
    """Every group by the rates of its own lines; the rate of the document is the mean that gives the same in PLN."""
    if not sums:
        why = Wording("faktura nie podaje sum netto", "the invoice gives no sums of net")
        raise _differing(find, fa, rates, plain[0].rate, why)
    elements = []
    for s, element in zip(sums, plain, strict=True):
        net_pln, vat_pln = _group_in_pln(find, fa, rates, s, element.rate)
        if not is_amount(net_pln) or not is_amount(vat_pln):
            raise find.bad(fa, s.group.net)
        elements.append(
            VatElement(rate=element.rate, net=s.net, vat=s.vat, net_pln=net_pln, vat_pln=vat_pln if s.vat else None)
        )
    gross = sum((element.gross for element in elements), ZERO)
    gross_pln = sum(((e.net_pln or ZERO) + (e.vat_pln or ZERO) for e in elements), ZERO)
    mean = rounded(gross_pln / gross, 8, mode=HALF_UP) if gross else ZERO
    if not rates[0] <= mean <= rates[-1]:
        why = Wording("z sum nie wychodzi wspólny kurs faktury", "the sums give no mean rate for the invoice")
        raise _differing(find, fa, rates, elements[0].rate, why)
    return Amounts(tuple(elements), mean)


def _group_in_pln(
    find: Finder, fa: Element, rates: Sequence[Decimal], sums: _Sums, shown: str
) -> tuple[Decimal, Decimal]:
    """Net and tax in PLN of a group: by the one rate of its lines, or line by line where they add up to its net."""
    own = [find.rate(line, "KursWaluty") for line in sums.lines]
    if len(set(own)) == 1 and own[0] is not None:
        vat_pln = rounded(sums.vat * own[0], mode=HALF_UP) if sums.vat_pln is None else sums.vat_pln
        return rounded(sums.net * own[0], mode=HALF_UP), vat_pln
    nets = [_signed(find, line) for line in sums.lines]
    given = [(net, rate) for net, rate in zip(nets, own, strict=True) if net is not None and rate is not None]
    summed = sum((net for net, _ in given), ZERO)
    if not own:
        why = Wording("żadna pozycja nie ma tej stawki", "no line has this rate of tax")
    elif None in own:
        why = Wording("nie każda jej pozycja ma kurs (KursWaluty)", "not every line of it has a rate (KursWaluty)")
    elif None in nets:
        why = Wording("nie każda jej pozycja ma wartość netto (P_11)", "not every line of it has a net value (P_11)")
    elif summed != sums.net:
        field = sums.group.net
        why = Wording(
            f"jej pozycje dają netto {summed:.2f}, a {field} to {sums.net:.2f}",
            f"its lines add up to {summed:.2f}, while {field} is {sums.net:.2f}",
        )
    elif sums.vat and sums.vat_pln is None:
        why = Wording(f"brak podatku w PLN ({sums.group.vat}W)", f"no tax in PLN is given ({sums.group.vat}W)")
    else:
        net_pln = sum((rounded(net * rate, mode=HALF_UP) for net, rate in given), ZERO)
        return net_pln, sums.vat_pln or ZERO
    raise _differing(find, fa.first(sums.group.net) or fa, rates, shown, why)


def _differing(find: Finder, place: Element, rates: Sequence[Decimal], rate: str, why: Wording) -> Stop:
    shown = ", ".join(str(one) for one in rates[:5]) + (", …" if len(rates) > 5 else "")
    return find.stop(problems.DIFFERING_RATES, find.span(place), rates=shown, rate=rate, why=why)


def _signed(find: Finder, line: Element) -> Decimal | None:
    """The net of a line, below zero where it shows the state before a correction."""
    net = find.money(line, "P_11")
    return -net if net is not None and line.value("StanPrzed") == "1" else net


# --- advances


def advances(find: Finder, fa: Element, kind: str, found: Amounts) -> tuple[SettledAdvance, ...]:
    """The advances that a final invoice settles, in PLN.

    The file gives their numbers only. Their amounts are what the lines (the whole order) exceed the sums (what is
    left) by. They stay unknown where a line gives no net, where lines have different exchange rates, where nothing
    is left of them; and on a correction whose lines, after less before, are not its sums, for then the advances
    themselves would be corrected.
    """
    numbers = [
        one.value("NrFaZaliczkowej") or one.value("NrKSeFFaZaliczkowej") for one in fa.children("FakturaZaliczkowa")
    ]
    number = ", ".join(numbers)[:256]
    unknown = (SettledAdvance(number=number),)
    ordered = _ordered(find, fa)
    if ordered is None:
        return unknown
    net = ordered[0] - sum((element.net for element in found.elements), ZERO)
    vat = ordered[1] - sum((element.vat for element in found.elements), ZERO)
    if kind.startswith("KOR"):
        return unknown if net else (SettledAdvance(number=number, net=ZERO, vat=ZERO, gross=ZERO),)
    factor = found.rate or Decimal(1)
    net, vat = rounded(net * factor, mode=HALF_UP), rounded(vat * factor, mode=HALF_UP)
    if net <= 0 or not is_amount(net + vat):
        return unknown
    return (SettledAdvance(number=number, net=net, vat=vat, gross=net + vat),)


def _ordered(find: Finder, fa: Element) -> tuple[Decimal, Decimal] | None:
    """Net and tax of the lines, in the currency of the invoice; None where they do not tell."""
    nets: dict[str, Decimal] = {}
    for line in fa.children("FaWiersz"):
        code, net = line.value("P_12"), _signed(find, line)
        if net is None or code not in _KNOWN_CODES:
            return None
        nets[code] = nets.get(code, ZERO) + net
    if not nets or len({line.value("KursWaluty") for line in fa.children("FaWiersz")}) > 1:
        return None
    tax = (rounded(net * _percent(code) / 100, mode=HALF_UP) for code, net in nets.items())
    return sum(nets.values(), ZERO), sum(tax, ZERO)
