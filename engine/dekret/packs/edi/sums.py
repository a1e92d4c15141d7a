"""What the numbers of an incoming file say of each other: totals, lines, what a correction changes (EDI-15 – EDI-19).

Nothing is corrected: values of lines are taken from the file (001:521).
"""

from collections.abc import Iterator
from decimal import Decimal

from dekret.edi import import_problems as problems
from dekret.mapping.formats import as_number
from dekret.mapping.places import span_of
from dekret.markup.xml import Element
from dekret.packs.edi.incoming import CORRECTION, INVOICE, ORDER, Incoming
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Value, exact_wording, number_wording
from dekret.values.rounding import HALF_UP, ZERO, rounded

_ADVANCE = "ZAL"
_SERVICE, _SUGAR = "Line-Charges/Charge/SpecialService", "TX"
_HALF_GROSZ = Decimal("0.005")
_DIFFERING = ("InvoiceQuantity", "InvoiceUnitNetPrice", "TaxAmount", "NetAmount")


def sums(item: Incoming, number: str) -> Iterator[Diagnostic]:
    """What is wrong between the numbers of a document. Those that are not there are not asked for."""
    lines = item.lines
    if item.map == CORRECTION:
        for line in lines:
            yield from _differences(line, item, number)
    if item.map == INVOICE and item.value("Invoice-Header/MessageType") != _ADVANCE:
        for part in item.element.children("Invoice-Lines"):
            for line in part.children("Line"):
                yield from _value(line, item, number)
    yield from _totals(item, lines, number)


def _value(line: Element, item: Incoming, number: str) -> Iterator[Diagnostic]:
    """The net of a line is its quantity times its price, as near as the price is rounded (001:145–147).

    A line with an allowance is not asked: nobody tells whether its price is that before it. Charges may be in the
    price, as the sugar fee is, or beside it. Neither are advances, which are a part of the value, and corrections,
    which may change the value alone (001:245).
    """
    found = line.first("Line-Item")
    if found is None or line.first("Line-Allowance") or line.first("Line-Allowances"):
        return
    quantity, price = _number(found, "InvoiceQuantity"), _number(found, "InvoiceUnitNetPrice")
    net = _number(found, "NetAmount")
    if quantity is None or price is None or net is None:
        return
    half = Decimal(5).scaleb(-1 - max(-int(price.as_tuple().exponent), 2))
    most = abs(quantity) * half + _HALF_GROSZ
    wanted = quantity * price
    charges = [
        _number(each, "ChargeAmount") for part in line.children("Line-Charges") for each in part.children("Charge")
    ]
    beside = sum((each for each in charges if each is not None), Decimal(0))
    if min(abs(net - wanted), abs(net - wanted - beside)) <= most:
        return
    values: dict[str, Value] = {"number": number, "position": found.value("LineNumber") or "–"}
    values |= {"quantity": number_wording(quantity), "price": exact_wording(price)}
    values |= {"wanted": exact_wording(rounded(wanted, mode=HALF_UP)), "found": exact_wording(net)}
    yield problems.OTHER_VALUE.filled(span_of(item.name, found), values)


def sugar_fees(item: Incoming) -> dict[int, Decimal]:
    """The sugar fees of the lines that have one, by the number of the line (comarch-edi 2.4); after a correction.

    The profile FK does not say what a fee was before, so that no map can give the difference.
    """
    found: dict[int, Decimal] = {}
    for part in item.element.children("Invoice-Lines"):
        for line in part.children("Line"):
            number, fee = _number(line, "Line-Item/LineNumber"), _number(line, "Line-Charges/Charge/ChargeAmount")
            if number is not None and fee is not None and line.value(_SERVICE) == _SUGAR:
                found[int(number)] = fee
    return found


def _number(element: Element, path: str) -> Decimal | None:
    return as_number(element.value(path))


def _differences(line: Element, item: Incoming, number: str) -> Iterator[Diagnostic]:
    """Every number after the correction is what it was before and the difference (EDI-15)."""
    for name in _DIFFERING:
        now, before, difference = (_number(line, f"{prefix}{name}") for prefix in ("", "Previous", "Correction"))
        if now is None or before is None or difference is None or now == before + difference:
            continue
        numbers = {"now": now, "before": before, "difference": difference}
        values: dict[str, Value] = {key: exact_wording(value) for key, value in numbers.items()}
        values |= {"number": number, "position": line.value("LineNumber") or "–", "name": name}
        yield problems.OTHER_DIFFERENCE.filled(span_of(item.name, line), values)


def _totals(item: Incoming, lines: list[Element], number: str) -> Iterator[Diagnostic]:
    """The totals of the summary against the lines; the gross only where there is none without the deposit system.

    A gross that agrees with one of the nets, that of the summary or that of the lines, is no second fault. The deposit
    for packages may be in it. Deposits of lines are no net, so that they have to be in the total of deposits.
    """
    root = "Order-Summary" if item.map == ORDER else "Invoice-Summary"
    summary = item.element.first(root)
    if summary is None:
        return
    wanted: dict[str, Decimal | None] = {"TotalLines": Decimal(len(lines))}
    deposit = _number(summary, "TotalDepositAmount") or ZERO
    if item.map == ORDER:
        wanted["TotalOrderedAmount"] = _sum(lines, "OrderedQuantity")
    else:
        of_lines = wanted["TotalNetAmount"] = _sum([line for line in lines if line.first("NetAmount")], "NetAmount")
        tax, gross = _number(summary, "TotalTaxAmount"), _number(summary, "TotalGrossAmount")
        nets = [net for net in (of_lines, _number(summary, "TotalNetAmount")) if net is not None]
        plain = not summary.value("TotalGrossAmountForGoods")
        if (
            plain
            and nets
            and tax is not None
            and gross not in [net + tax + more for net in nets for more in (ZERO, deposit)]
        ):
            wanted["TotalGrossAmount"] = nets[0] + tax
        if plain and (deposits := [line for line in lines if line.first("DepositAmount")]):
            wanted["TotalDepositAmount"] = _sum(deposits, "DepositAmount")
    for name, value in wanted.items():
        found = deposit if name == "TotalDepositAmount" else _number(summary, name)
        if found is not None and value is not None and found != value:
            place = summary.first(name) or summary
            shown_as = number_wording if name == "TotalLines" else exact_wording
            shown = {"found": shown_as(found), "wanted": shown_as(value)}
            yield problems.OTHER_TOTAL.filled(span_of(item.name, place), {"number": number, "name": name, **shown})


def _sum(lines: list[Element], name: str) -> Decimal | None:
    """The sum of an element; None where a line has none that can be read."""
    numbers = [_number(line, name) for line in lines]
    known = [each for each in numbers if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(numbers) else None
