"""What the numbers of an incoming file say of each other: its totals, what a correction changes (EDI-15 – EDI-19)."""

from collections.abc import Iterator
from decimal import Decimal

from dekret.edi import import_problems as problems
from dekret.mapping.formats import as_number
from dekret.mapping.places import span_of
from dekret.markup.xml import Element
from dekret.packs.edi.incoming import CORRECTION, ORDER, Incoming
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Value, exact_wording, number_wording

_DIFFERING = ("InvoiceQuantity", "InvoiceUnitNetPrice", "TaxAmount", "NetAmount")


def sums(item: Incoming, number: str) -> Iterator[Diagnostic]:
    """What is wrong between the numbers of a document. Those that are not there are not asked for."""
    lines = [
        found
        for root in ("Order-Lines", "Invoice-Lines")
        for part in item.element.children(root)
        for line in part.children("Line")
        if (found := line.first("Line-Item"))
    ]
    if item.map == CORRECTION:
        for line in lines:
            yield from _differences(line, item, number)
    yield from _totals(item, lines, number)


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
    """The totals of the summary against the lines; the gross only where nothing beside net and tax is in it."""
    root = "Order-Summary" if item.map == ORDER else "Invoice-Summary"
    summary = item.element.first(root)
    if summary is None:
        return
    wanted: dict[str, Decimal | None] = {"TotalLines": Decimal(len(lines))}
    if item.map == ORDER:
        wanted["TotalOrderedAmount"] = _sum(lines, "OrderedQuantity")
    else:
        wanted["TotalNetAmount"] = _sum([line for line in lines if line.first("NetAmount")], "NetAmount")
        net, tax = _number(summary, "TotalNetAmount"), _number(summary, "TotalTaxAmount")
        plain = not summary.value("TotalGrossAmountForGoods") and not summary.value("TotalDepositAmount")
        wanted["TotalGrossAmount"] = net + tax if plain and net is not None and tax is not None else None
    for name, value in wanted.items():
        found = _number(summary, name)
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
