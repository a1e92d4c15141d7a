"""What refuses a document of a file before a map reads it: that it is the company's own, that its rate is not there."""

from collections.abc import Iterator, Mapping

from dekret.edi import import_problems as problems
from dekret.mapping.places import span_of
from dekret.model.directory import Directory
from dekret.packs.edi.incoming import CORRECTION, INVOICE, ORDER, Incoming
from dekret.text.diagnostic import Diagnostic
from dekret.values.identifiers import plain_tax_id

_HOME = "PLN"
_SELLER = ("Invoice-Header/InvoiceNumber", "Invoice-Parties/Seller")
_ISSUER: Mapping[str, tuple[str, str]] = {
    ORDER: ("Order-Header/OrderNumber", "Order-Parties/Buyer"),
    INVOICE: _SELLER,
    CORRECTION: _SELLER,
}
"""Where the number stands, and the party that issued the document."""


def refusals(item: Incoming, directory: Directory) -> Iterator[Diagnostic]:
    """Why no document may be made of what a file holds."""
    number, issuer = _ISSUER[item.map]
    yield from _own(item, item.value(number), issuer, directory)
    if item.map != ORDER:
        yield from _without_rate(item, item.value(number))


def _own(item: Incoming, number: str, path: str, directory: Directory) -> Iterator[Diagnostic]:
    """The company cannot buy of itself. Its head office may be a supplier: the GLN of that is not asked."""
    gln, tax_id = item.value(f"{path}/ILN"), item.value(f"{path}/TaxID")
    of_gln = bool(gln) and gln == directory.trade.gln
    if of_gln or (tax_id and directory.tax_id and plain_tax_id(tax_id) == plain_tax_id(directory.tax_id)):
        place = item.element.first(path) or item.element
        who = f"GLN {gln}" if of_gln else f"NIP {tax_id}"
        yield problems.OWN_DOCUMENT.at(span_of(item.name, place), number=number, who=who)


def _without_rate(item: Incoming, number: str) -> Iterator[Diagnostic]:
    """Amounts in a currency are booked by a rate; corrections (profile FK) have no place for it."""
    currency = item.value("Invoice-Header/InvoiceCurrency")
    if not currency or currency == _HOME:
        return
    told = item.value("Invoice-Header/TargetCurrency") == _HOME and item.value("Invoice-Header/CurrencyExchangeRate")
    if item.map == CORRECTION or not told:
        place = item.element.first("Invoice-Header/InvoiceCurrency") or item.element
        yield problems.NO_RATE.at(span_of(item.name, place), number=number, currency=currency)
