"""Invoices of the Integrator for the VAT registers of Optima, cost invoices in either of two modes (000:99–132).

The maps in `rules/thtg` make documents of them. In the first mode the elements of the posting in EOD are elements of
the register with net and gross; in the second they bring their account, too, which is split into two categories here.
An invoice comes in once: a purchase is known by its number and contractor, a sale by its number alone, which is ours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import IO

from msgspec.structs import replace

from dekret.errors import UsageError
from dekret.intake.received import Received, Rejected
from dekret.model.accounts import AccountPlan
from dekret.model.documents import AnyDocument
from dekret.model.invoices import VatElement, VatPurchase, VatSale
from dekret.model.parties import category_code, code_key
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.poster import PLAN, chosen
from dekret.packs.thtg import problems
from dekret.packs.thtg.book import Book
from dekret.packs.thtg.by import Reading, ThtgBy, is_refused
from dekret.packs.thtg.categories import categories_of
from dekret.packs.thtg.contractors import found_code
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.source import Span
from dekret.text.wording import Wording

OPERATION = "THTG faktury"
_SALES = "THTG-SPRZEDAZ"


class Mode(Enum):
    """How elements of cost invoices are sent; the value is the map."""

    ELEMENTS = "THTG-KOSZTY"
    CATEGORIES = "THTG-KOSZTY-KATEGORIE"


@dataclass(frozen=True, slots=True)
class SentInvoice:
    """A document for a VAT register, and what is to be said of it all the same."""

    document: VatPurchase | VatSale
    remarks: tuple[Diagnostic, ...]


class Invoices:
    """Makes documents of the VAT registers of invoices, one after the other."""

    def __init__(self, library: Library, by: ThtgBy, mode: Mode) -> None:
        """Raises `UsageError` where there is no company's file or no chart; errors of the maps stand in `report`."""
        self._reading = Reading(library, by, (mode.value, _SALES), OPERATION)
        self.report = self._reading.report
        self.book = Book.of(self._reading.directory)
        self._plan = _chart(library, by) if mode is Mode.CATEGORIES else None
        self._sent_before: dict[tuple[str, str, str], Span] = {}

    def run(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[SentInvoice | Refused]:
        """What becomes of every invoice of files, in order; `-` is standard input. Raises `FileError`."""
        for path in inputs:
            for item in self._reading.read(path, standard_input):
                yield Refused(item.diagnostics) if isinstance(item, Rejected) else self._sent(item)

    def _sent(self, item: Received[AnyDocument]) -> SentInvoice | Refused:
        document = item.document
        assert isinstance(document, VatPurchase | VatSale)
        said = self._reading.said(item)
        if is_refused(said):
            return Refused(said)
        party = document.party
        code = found_code(self.book, party.code, (party,), item.span)
        if isinstance(code, Diagnostic):
            return Refused((*said, code))
        if again := self._again(document, code, item.span):
            return Refused((*said, again))
        remarks = list(said)
        if not self.book.has_code(code):
            self.book.add(code, (party,))
            remarks.append(problems.TO_CREATE.at(item.span, name=party.name or code, code=code))
        document = replace(document, party=replace(party, code=code))
        if self._plan:
            document = self._with_categories(document, self._plan, item.span, remarks)
        return SentInvoice(document, tuple(remarks))

    def _again(self, document: VatPurchase | VatSale, code: str, place: Span) -> Diagnostic | None:
        """That an invoice was sent before in this run."""
        party = code_key(code) if isinstance(document, VatPurchase) else ""
        first = self._sent_before.setdefault((document.type, document.number, party), place)
        if first is place:
            return None
        where = Related(first, Wording("pierwsza z nich", "the first of them"))
        return problems.INVOICE_TWICE.at(place, related=(where,), number=document.number, code=code)

    def _with_categories(
        self, document: VatPurchase | VatSale, plan: AccountPlan, place: Span, remarks: list[Diagnostic]
    ) -> VatPurchase | VatSale:
        """The document whose elements have categories in the place of their accounts."""
        elements: list[VatElement] = []
        for line, element in enumerate(document.elements, start=1):
            account = category_code(element.category)
            found = categories_of(account, plan)
            if account and not found.first:
                problem = problems.SEVERAL_SPLITS if found.ways > 1 else problems.NO_CATEGORIES
                remarks.append(problem.at(place, number=document.number, line=line, account=account, plan=plan.symbol))
            elements.append(replace(element, category=found.first or None, category2=found.second or None))
        return replace(document, elements=tuple(elements))


def _chart(library: Library, by: ThtgBy) -> AccountPlan:
    """The chart of the company. Raises `UsageError` where nobody says which it is."""
    symbol = chosen(by.plan, library.plan_symbols(), PLAN)
    found = library.any_plan(symbol, by.today) if symbol else None
    if found is None:
        raise UsageError(
            "Tryb 2 rozpoznaje konta po planie kont, a nie ma go w regułach (dekret new plan; --rules).",
            "Mode 2 knows accounts by the chart of accounts, and the rules have none (dekret new plan; --rules).",
        )
    return found
