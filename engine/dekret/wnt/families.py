"""Which documents belong to a purchase invoice: corrections, border corrections (FZKG), the internal sale made of it.

Suppliers number their invoices as they like, so documents are found by the number and the party together. So is a
correction that is in an internal sale already; one made by hand may name numbers alone, which do where they are enough.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from msgspec.structs import replace

from dekret.model.invoices import InternalSale, Invoice, PurchaseInvoice
from dekret.model.parties import Party, code_key
from dekret.values.identifiers import plain_tax_id

PartyOf: TypeAlias = Callable[[Invoice], Party]
"""The party of a document as the company knows it: one document may give its code, another its NIP."""


def own_party(document: Invoice) -> Party:
    """The party as the document itself gives it."""
    return document.party


@dataclass(frozen=True, slots=True)
class PurchaseFamily:
    """A purchase invoice with its corrections in the order of the files, and the internal sales that name it."""

    invoice: PurchaseInvoice
    corrections: tuple[PurchaseInvoice, ...] = ()
    sales: tuple[InternalSale, ...] = ()
    party_of: PartyOf = own_party

    @property
    def sale(self) -> InternalSale | None:
        """The internal sale that holds; None where there is none, or all were cancelled."""
        return next((sale for sale in self.sales if not sale.cancelled and not sale.correction), None)

    @property
    def sale_corrections(self) -> tuple[InternalSale, ...]:
        """The corrections of that internal sale which hold."""
        sale = self.sale
        if sale is None:
            return ()
        return tuple(
            each
            for each in self.sales
            if each.correction and not each.cancelled and sale.number in each.corrected_numbers
        )

    @property
    def marked(self) -> PurchaseInvoice:
        """The invoice with its status: W while there is an internal sale, free again when it was cancelled (001:65)."""
        number = self.invoice.internal_sale
        if self.sale:
            number = self.sale.number
        elif any(sale.number == number for sale in self.sales):
            number = ""
        return self.invoice if number == self.invoice.internal_sale else replace(self.invoice, internal_sale=number)

    @property
    def late(self) -> tuple[PurchaseInvoice, ...]:
        """Corrections that are neither in the internal sale nor in a correction of it (001:71–76)."""
        if self.sale is None:
            return ()
        there = {number for number, party in self._sources if party is None}
        return tuple(each for each in self.corrections if each.number not in there and not self._is_named(each))

    @property
    def unclear(self) -> tuple[PurchaseInvoice, ...]:
        """Corrections of several issuers with one number, of which the internal sale names fewer, and not whose."""
        found: list[PurchaseInvoice] = []
        for number in dict.fromkeys(number for number, party in self._sources if party is None):
            same = [each for each in self.corrections if each.number == number and not self._is_named(each)]
            issuers = issuer_count([self.party_of(each) for each in same])
            if issuers > sum(source == (number, None) for source in self._sources):
                found += same
        return tuple(found)

    @property
    def _sources(self) -> tuple[tuple[str, Party | None], ...]:
        """What is in the internal sale and its corrections behind the invoice: numbers, and whose they are."""
        sales = (self.sale, *self.sale_corrections) if self.sale else ()
        return tuple(
            source
            for sale in sales
            for source in list(zip_longest(sale.source_numbers, sale.source_parties[: len(sale.source_numbers)]))[1:]
        )

    def _is_named(self, correction: PurchaseInvoice) -> bool:
        """Whether a correction is there by its number and its party, whose card may have changed but for its code."""
        own = self.party_of(correction)
        there = [party for number, party in self._sources if number == correction.number and party is not None]
        return any(
            same_party(party, own) or code_key(party.code) == code_key(own.code) != code_key("") for party in there
        )


def by_invoice(documents: Iterable[Invoice]) -> Mapping[str, Sequence[Invoice]]:
    """The corrections and internal sales that name an invoice, by its number, in the order of the documents."""
    found: dict[str, list[Invoice]] = {}
    for document in documents:
        if isinstance(document, InternalSale):
            for number in document.source_numbers[:1]:
                found.setdefault(number, []).append(document)
        elif isinstance(document, PurchaseInvoice) and is_correction(document):
            for number in dict.fromkeys(document.corrected_numbers):
                found.setdefault(number, []).append(document)
    return found


def family_of(invoice: PurchaseInvoice, others: Iterable[Invoice], party_of: PartyOf = own_party) -> PurchaseFamily:
    """The family of an invoice among other documents; corrections that were cancelled do not count."""
    corrections: list[PurchaseInvoice] = []
    sales: list[InternalSale] = []
    for other in others:
        if isinstance(other, InternalSale) and other.source_numbers[:1] == (invoice.number,):
            if same_party(party_of(invoice), party_of(other)) or other.number == invoice.internal_sale:
                sales.append(other)
        elif isinstance(other, PurchaseInvoice) and corrects(other, invoice, party_of) and not other.cancelled:
            corrections.append(other)
    return PurchaseFamily(invoice, tuple(corrections), tuple(sales), party_of)


def corrects(correction: PurchaseInvoice, invoice: PurchaseInvoice, party_of: PartyOf = own_party) -> bool:
    """Whether a document corrects an invoice.

    The party of a border correction may be an office or a carrier (001:590), so that its number alone counts.
    """
    if not is_correction(correction) or invoice.number not in correction.corrected_numbers:
        return False
    return correction.border_correction or same_party(party_of(correction), party_of(invoice))


def is_correction(document: PurchaseInvoice) -> bool:
    """Whether a purchase invoice is a correction of another, a border correction among them."""
    return document.correction or document.border_correction


def without_invoice(
    corrections: Sequence[PurchaseInvoice], invoices: Sequence[PurchaseInvoice], party_of: PartyOf = own_party
) -> list[PurchaseInvoice]:
    """The corrections whose invoice is not among these."""
    known: dict[str, list[PurchaseInvoice]] = {}
    for invoice in invoices:
        known.setdefault(invoice.number, []).append(invoice)
    return [
        each
        for each in corrections
        if not any(
            corrects(each, found, party_of) for number in each.corrected_numbers for found in known.get(number, ())
        )
    ]


def issuer_count(parties: Sequence[Party]) -> int:
    """How many different parties these are."""
    known: list[Party] = []
    for party in parties:
        if not any(same_party(party, other) for other in known):
            known.append(party)
    return len(known)


def issuer_of(party: Party) -> Party:
    """What a party is known by, without the rest of its data."""
    return Party(code=party.code, name=party.name, tax_id=party.tax_id)


def same_party(left: Party, right: Party) -> bool:
    """Whether two parties are one: by their tax numbers, else their codes, else their names."""
    if left.tax_id and right.tax_id:
        return _same_number(plain_tax_id(left.tax_id), plain_tax_id(right.tax_id))
    if left.code and right.code:
        return code_key(left.code) == code_key(right.code)
    return left.name.casefold() == right.name.casefold()


def _same_number(one: str, other: str) -> bool:
    """Whether two tax numbers are one, with the prefix of the country or, on one of the two, without it."""
    short, long = sorted((one, other), key=len)
    return one == other or (long[:2].isalpha() and long[2:] == short)
