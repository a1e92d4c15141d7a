"""What is to be said of a document that can be posted all the same: tax that its rate does not give, and the like."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from dekret.documents.posted import parts_by_rate
from dekret.documents.trade_macros import tax_above
from dekret.model.directory import Directory
from dekret.model.documents import Document
from dekret.model.invoices import Invoice, InvoiceLine, TradeInvoice
from dekret.model.parties import category_code, code_key
from dekret.packs import problems
from dekret.posting.check import CheckedScheme
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.source import Span
from dekret.text.wording import Value, Wording
from dekret.text.wording import amount_wording as shown
from dekret.values.rounding import ZERO
from dekret.values.vat import percent_of

_GROSZE = Decimal("0.05")
_SHARE = Decimal("0.001")
"""Tax may differ from its rate by some grosze, and by a thousandth of a large sum of many lines."""
_ADVANCE, _CHARGES = "@CzyZaliczkowa", "@Obciazenia"
_ROUNDED_TOTAL = Decimal("1.00")
"""Totals are rounded to a whole złoty at most."""


_KINDS = {
    "advance": Wording("Faktura zaliczkowa", "An advance invoice"),
    "final": Wording("Faktura końcowa", "A final invoice"),
}


def remarks(
    document: Document, directory: Directory | None, place: Callable[[], Span], *, scheme: CheckedScheme | None = None
) -> tuple[Diagnostic, ...]:
    """Warnings about an invoice, and of what the scheme that posts it leaves out; `place` is asked for if need be."""
    if not isinstance(document, Invoice):
        return ()
    found = (*_of_kind(document, scheme), *_beside(document, scheme), *_found(document, directory))
    return tuple(problem.filled(place(), values) for problem, values in found) if found else ()


def _beside(document: Invoice, scheme: CheckedScheme | None) -> Iterator[tuple[Problem, dict[str, Value]]]:
    """Charges beside the invoice that the scheme leaves out. Deductions, as an overpayment, were posted before."""
    if document.charges and scheme and _CHARGES not in scheme.macros:
        symbol = scheme.scheme.symbol
        yield problems.NOT_POSTED, {"amount": shown(document.charges), "macro": _CHARGES, "symbol": symbol}


def _of_kind(document: Invoice, scheme: CheckedScheme | None) -> Iterator[tuple[Problem, dict[str, Value]]]:
    """An advance or a final invoice that would come to the accounts as any other.

    The schemes of the manual that post purchases know no advances (002:797-800), those of sales do (002:815-817); a
    final invoice in the module Faktury has the positions of the whole order (002:806-817).
    """
    if document.kind == "ordinary":
        return
    without = [each.number for each in document.settled_advances if each.exchange_rate is None and each.net]
    if isinstance(document, TradeInvoice) and document.kind == "final" and document.currency != "PLN" and without:
        yield problems.ADVANCE_RATE, {"advance": without[0] or "–", "currency": document.currency}
    if scheme and _ADVANCE not in scheme.macros:
        yield problems.ADVANCE_AS_ORDINARY, {"kind": _KINDS[document.kind], "symbol": scheme.scheme.symbol}
    elif document.kind == "final" and not document.correction and not document.settled_advances:
        yield problems.NO_ADVANCES, {}


def _found(document: Invoice, directory: Directory | None) -> Iterator[tuple[Problem, dict[str, Value]]]:
    for number, line in enumerate(document.lines, start=1):
        yield from _of_tax(document, number, line)
    if document.total is not None and abs(document.rounding) > _ROUNDED_TOTAL:
        total, gross, rest = document.total, document.gross, document.rounding
        yield (
            problems.OTHER_TOTAL,
            {"total": shown(total), "sum": shown(gross), "difference": shown(rest)},
        )
    if directory and directory.categories:
        codes = [category_code(document.category), *(category_code(line.category) for line in document.lines)]
        for code in dict.fromkeys(codes):
            if code and code_key(code) not in directory.categories:
                yield problems.OTHER_CATEGORY, {"category": code, "directory": directory.symbol}


def _of_tax(document: Invoice, number: int, line: InvoiceLine) -> Iterator[tuple[Problem, dict[str, Value]]]:
    """Tax that is not of its rate; of a correction before it, at another rate, and after it, where it tells these."""
    before = getattr(line, "before", None)
    if document.correction and not line.net and line.vat and before is None:
        yield problems.RATE_BEFORE, {"line": number, "rate": line.rate, "vat": shown(line.vat)}
        return
    for part in parts_by_rate(document, line):
        net, vat = part.net, part.vat
        if before is not None and part is line:
            net, vat = net + before.net, vat + before.vat
        percent = percent_of(part.rate)
        above = ZERO if percent is None else tax_above(net, vat, percent)
        if abs(above) > _GROSZE + abs(net) * _SHARE:
            amounts: dict[str, Value] = {"vat": shown(vat), "net": shown(net), "due": shown(vat - above)}
            yield problems.OTHER_TAX, {"line": number, "rate": part.rate, **amounts}
