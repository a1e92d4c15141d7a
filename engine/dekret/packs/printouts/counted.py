"""Which documents and payments count in the age structure: each once, however many of the files it is in.

A document is told as posting tells it, by its number, its party and its year (decisions/0011), a sale by number and
year alone, as the company gives that number itself; so a sale in a VAT register is the invoice it was entered from. One
that asks for other money the second time is refused, as nobody knows which of the two counts.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from dekret.intake.received import Received
from dekret.matching.open_items import OpenItem, terms_of_document
from dekret.model.directory import Directory
from dekret.model.documents import AnyDocument
from dekret.model.invoices import Invoice, PurchaseInvoice, VatPurchase
from dekret.model.parties import code_key
from dekret.model.payments import Payment
from dekret.packs.outcome import Refused
from dekret.packs.printouts import problems
from dekret.packs.printouts.doubts import wrong_total
from dekret.text.diagnostic import Diagnostic
from dekret.values.identifiers import plain_tax_id

_Key: TypeAlias = tuple[str, ...]
_Terms: TypeAlias = list[tuple[str, str, Decimal, dt.date | None]]


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted so far; `refused` and `said` gather what is wrong with the rest."""

    directory: Directory
    refused: list[Refused]
    said: list[Diagnostic] = field(default_factory=list)
    _terms: dict[_Key, _Terms] = field(default_factory=dict)
    _payments: set[bytes] = field(default_factory=set)

    def payments(self, found: Iterable[Received[Payment]]) -> Iterator[Payment]:
        """The payments, one that is there twice to the letter once."""
        for each in found:
            if each.canonical in self._payments:
                self.said.append(problems.AGAIN.at(each.span, number=each.document.number))
                continue
            self._payments.add(each.canonical)
            yield each.document

    def items(self, found: Iterable[Received[AnyDocument]]) -> Iterator[OpenItem]:
        """The open items of documents that count."""
        for each in found:
            document = each.document
            wrong = wrong_total(document, each.span) if isinstance(document, Invoice) else None
            if wrong:
                self.refused.append(Refused((wrong,)))
                continue
            items = terms_of_document(document, self.directory)
            if not isinstance(document, Invoice) or self._is_new(document, items, each):
                yield from items

    def _is_new(self, document: Invoice, items: Iterable[OpenItem], received: Received[AnyDocument]) -> bool:
        terms: _Terms = [(item.direction, item.currency, item.amount, item.due_date) for item in items]
        before = self._terms.setdefault(_key(document), terms)
        if before is terms:
            return True
        if before == terms:
            self.said.append(problems.AGAIN.at(received.span, number=document.number))
        else:
            self.refused.append(Refused((problems.OTHER_AGAIN.at(received.span, number=document.number),)))
        return False


def _key(document: Invoice) -> _Key:
    number, year = document.number.casefold(), str(document.issue_date.year)
    if not isinstance(document, VatPurchase | PurchaseInvoice):
        return ("sale", number, year)
    party = document.party
    return ("purchase", number, year, plain_tax_id(party.tax_id) or code_key(party.code or party.name))
