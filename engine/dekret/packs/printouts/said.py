"""What an invoice has to say in words, and what is missing where it does not tell which words.

Art. 106e of the VAT act: ust. 1 pkt 16 the cash method, 17 self-billing, 18 reverse charge, 18a split payment, 19 the
provision that a sale is exempt by; ust. 2 and 3 the margin procedures; art. 136 triangular trade, as 001:91 says it.
"""

from collections.abc import Iterator, Mapping

from dekret.model.directory import Transaction
from dekret.model.invoices import TradeInvoice
from dekret.packs.printouts import problems
from dekret.packs.printouts.totals import MARGIN
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span

_TRIANGULAR = "VAT: Faktura WE uproszczona na mocy artykułu 141 dyrektywy 2006/112/WE"
_REVERSE_RATES = {"oo", "np II"}
_EXEMPT = "zw"
_MARGINS: Mapping[str | None, str] = {
    "travel": "procedura marży dla biur podróży",
    "used_goods": "procedura marży – towary używane",
    "art": "procedura marży – dzieła sztuki",
    "antiques": "procedura marży – przedmioty kolekcjonerskie i antyki",
    None: "procedura marży",
}


def annotations(invoice: TradeInvoice, transaction: Transaction) -> tuple[str, ...]:
    """The words of an invoice, in the order of the act."""
    rates = {position.rate for position in invoice.positions}
    said = [
        ("metoda kasowa", invoice.cash_method),
        ("samofakturowanie", invoice.self_billing),
        ("odwrotne obciążenie", bool(rates & _REVERSE_RATES)),
        ("mechanizm podzielonej płatności", invoice.split_payment),
        (f"zwolnienie z VAT: {invoice.exemption}", bool(invoice.exemption)),
        (_MARGINS[invoice.margin], MARGIN in rates or invoice.margin is not None),
        (_TRIANGULAR, transaction is Transaction.TRIANGULAR),
    ]
    return tuple(text for text, applies in said if applies)


def unsaid(invoice: TradeInvoice, place: Span) -> Iterator[Diagnostic]:
    """A warning for each text that an invoice has to carry and whose words it does not tell."""
    rates = {position.rate for position in invoice.positions}
    if _EXEMPT in rates and not invoice.exemption:
        yield problems.NO_EXEMPTION.at(place, number=invoice.number)
    if MARGIN in rates and invoice.margin is None:
        yield problems.NO_MARGIN_KIND.at(place, number=invoice.number)
