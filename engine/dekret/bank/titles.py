"""Titles of payments: the lines given, or those made of what a tax or split payment pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dekret.values.identifiers import plain_tax_id
from dekret.values.transfer_titles import SplitTitle, TaxTitle, build, is_structured, lines_of

if TYPE_CHECKING:
    from dekret.model.payments import Payment, TaxLiability

_TAGGED = ("tax", "mpp")
LINE = 35
LINES = 4
"""A title has four lines of 35 characters in Elixir (002:1406)."""


def structured(payment: Payment) -> TaxTitle | SplitTitle | None:
    """The title with tags that a payment has by its kind; None where its description is given, or is free."""
    if payment.kind == "tax" and payment.tax and not payment.description:
        return tax_title(payment.tax)
    if payment.kind == "mpp" and payment.vat_amount is not None:
        if any(line.startswith("/VAT/") for line in payment.description[:1]):
            return None
        invoice = payment.invoices[0] if payment.invoices else payment.number
        return SplitTitle(
            payment.vat_amount, plain_tax_id(payment.party.tax_id), invoice, " ".join(payment.description)
        )
    return None


def title_lines(payment: Payment) -> tuple[str, ...]:
    """The lines that a title has of itself: those of the description; a title with tags is one."""
    title = structured(payment)
    return (build(title),) if title else payment.description


def tax_title(tax: TaxLiability) -> TaxTitle:
    """The title of what a transfer to the tax office pays."""
    return TaxTitle(tax.id_type, tax.id, tax.period, tax.form, tax.liability)


def title_of(payment: Payment) -> str:
    """The whole title as one text."""
    title = structured(payment)
    if title:
        return build(title)
    lines = payment.description
    return ("" if lines and is_structured(lines[0]) else " ").join(lines)


def description_line(payment: Payment, index: int) -> str:
    """One line of the description; where it has none, that of the title with tags, cut in lines of 35."""
    lines = payment.description
    if not lines and payment.kind in _TAGGED and (title := structured(payment)):
        lines = lines_of(build(title), LINE, LINES, hard=True) or ()
    return lines[index] if index < len(lines) else ""
