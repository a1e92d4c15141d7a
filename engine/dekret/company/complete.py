"""What a document does not say and the company knows: the code of its party, its categories and their accounts.

Nothing that the document says itself is changed. Without a company's file the tax number stands for the code of a
party that has none, and a category has what the document says of it.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import is_
from typing import cast

from msgspec.structs import replace

from dekret.company import problems
from dekret.company.analytic import described
from dekret.model.accounts import AccountPlan
from dekret.model.cash import CashEntry, CashReport
from dekret.model.directory import UNSPECIFIED_CODE, Directory, KnownParty, Transaction, UnknownParty
from dekret.model.documents import Document
from dekret.model.invoices import Invoice, InvoiceLine
from dekret.model.parties import Category, CategoryOrCode, Party, PartyKind, TransactionKind, category_code, code_key
from dekret.model.settlement import Settlement
from dekret.text.diagnostic import Diagnostic
from dekret.text.nearest import did_you_mean
from dekret.text.source import Span
from dekret.values.identifiers import plain_tax_id

PlaceOf = Callable[[], Span]
_CACHED = 10_000
_TRANSACTIONS: Mapping[Transaction, TransactionKind] = {
    Transaction.DOMESTIC: "domestic",
    Transaction.EU: "eu",
    Transaction.TRIANGULAR: "triangular",
    Transaction.OUTSIDE: "outside",
    Transaction.OUTSIDE_REFUND: "outside_refund",
}
_NOT_YET = Party(code="?")
"""Stands for a party that was not looked up yet."""


class Completion:
    """Completes documents by one company's file and chart; `directory` None where there is no such file."""

    def __init__(self, directory: Directory | None, plan: AccountPlan | None = None) -> None:
        self.directory = directory
        self.plan = plan
        self._parties: dict[Party, Party | None] = {}
        self._categories: dict[CategoryOrCode, CategoryOrCode] = {}

    def completed(self, document: Document, place: PlaceOf) -> Document | list[Diagnostic]:
        """The whole document, or why it cannot be made whole; `place` is asked for where something is wrong."""
        if isinstance(document, CashReport):
            return self._cash_report(document, place)
        if isinstance(document, Settlement):
            return self._settlement(document, place)
        return self._invoice(document, place)

    def _invoice(self, document: Document, place: PlaceOf) -> Document | list[Diagnostic]:
        assert isinstance(document, Invoice)
        party = self.party(document.party)
        holder = self.party(document.advance_holder) if document.advance_holder else None
        if party is None or (document.advance_holder and holder is None):
            unknown = document.party if party is None else document.advance_holder
            assert unknown
            return [self._unknown(unknown, place())]
        usual: CategoryOrCode = document.category
        if usual is None and (known := self._known(party)):
            purchase = document.type in ("vat_purchase", "purchase_invoice", "internal_sale")
            usual = (known.purchase_category if purchase else known.sale_category) or None
        header, second = self._category(usual), self._category(document.category2)
        own_lines = document.lines
        lines = self._lines(own_lines, header)
        if (
            lines is own_lines
            and party is document.party
            and holder is document.advance_holder
            and header is document.category
            and second is document.category2
            and not document.analytic_rows
        ):
            return document
        changes: dict[str, object] = {}
        if document.analytic_rows:
            rows = described(document, self.directory, self.plan, place())
            if isinstance(rows, list):
                return rows
            changes["analytic_rows"] = rows
        changes |= {"party": party, "advance_holder": holder, "category": header, "category2": second}
        changes[document.LINES] = lines
        return replace(document, **changes)

    def _lines(self, lines: Sequence[InvoiceLine], header: CategoryOrCode) -> Sequence[InvoiceLine]:
        """The lines with their categories; those without one take that of the header."""
        found = [self._line(line, header) for line in lines]
        return lines if all(map(is_, found, lines)) else tuple(found)

    def _line(self, line: InvoiceLine, header: CategoryOrCode) -> InvoiceLine:
        first = self._category(line.category) or header
        second = self._category(line.category2)
        if first is line.category and second is line.category2:
            return line
        return replace(line, category=first, category2=second)

    def _cash_report(self, report: CashReport, place: PlaceOf) -> Document | list[Diagnostic]:
        entries: list[CashEntry] = []
        for entry in report.entries:
            named = entry.party.code or entry.party.tax_id or entry.party.name
            party = self.party(entry.party) if named else entry.party
            if party is None:
                return [self._unknown(entry.party, place())]
            entries.append(replace(entry, party=party, category=self._category(entry.category)))
        return replace(report, entries=tuple(entries))

    def _settlement(self, document: Settlement, place: PlaceOf) -> Document | list[Diagnostic]:
        sides = []
        for side in (document.left, document.right):
            party = self.party(side.party)
            if party is None:
                return [self._unknown(side.party, place())]
            sides.append(replace(side, party=party, category=self._category(side.category)))
        return replace(document, left=sides[0], right=sides[1])

    # --- parties and categories, each looked up once

    def party(self, party: Party) -> Party | None:
        """The party as the company knows it; None where it does not, and such documents are refused."""
        if self.directory is None:
            return party if party.code else self._completed_party(party)
        found = self._parties.get(party, _NOT_YET)
        if found is _NOT_YET:
            if len(self._parties) >= _CACHED:
                self._parties.clear()
            found = self._parties[party] = self._completed_party(party)
        return found

    def _known(self, party: Party) -> KnownParty | None:
        if self.directory is None:
            return None
        if party.code:
            return self.directory.parties.get(code_key(party.code))
        if party.gln and party.gln in self.directory.trade.parties_by_gln:
            return self.directory.trade.parties_by_gln[party.gln]
        by_tax_id = self.directory.parties_by_tax_id.get(plain_tax_id(party.tax_id)) if party.tax_id else None
        return by_tax_id or (self.directory.parties_by_pesel.get(party.pesel) if party.pesel else None)

    def _completed_party(self, party: Party) -> Party | None:
        code = party.code or plain_tax_id(party.tax_id)
        if self.directory is None:
            return party if party.code else replace(party, code=code)
        if code_key(code) == code_key(UNSPECIFIED_CODE):
            return party
        known = self._known(party)
        if known:
            return _of_file(party, known)
        match self.directory.unknown_party:
            case UnknownParty.FROM_TAX_ID if code:
                return replace(party, code=code)
            case UnknownParty.UNSPECIFIED:
                return replace(party, code=UNSPECIFIED_CODE)
            case _:
                return None

    def _unknown(self, party: Party, span: Span) -> Diagnostic:
        row = f"| {party.code or 'KOD'} | {party.name} | {party.tax_id} |"
        who = party.name or party.code or party.tax_id or "?"
        codes = [known.code for known in self.directory.parties.values()] if self.directory else []
        advice = did_you_mean(party.code, codes)
        return problems.UNKNOWN_PARTY.at(span, party=who, tax_id=party.tax_id or "–", row=row, advice=advice)

    def _category(self, category: CategoryOrCode) -> CategoryOrCode:
        if category is None or self.directory is None:
            return category
        found = self._categories.get(category)
        if found is None:
            if len(self._categories) >= _CACHED:
                self._categories.clear()
            found = self._categories[category] = self._completed_category(category)
        return found

    def _completed_category(self, category: Category | str) -> Category | str:
        """The category with what the company knows of it."""
        known = self.directory.categories.get(code_key(category_code(category))) if self.directory else None
        if known is None:
            return category
        given = Category(code=category) if isinstance(category, str) else category
        return Category(
            code=known.code,
            general_code=given.general_code or known.general_code,
            description=given.description or known.description,
            debit_account=given.debit_account or known.debit_account,
            credit_account=given.credit_account or known.credit_account,
        )


def _of_file(party: Party, known: KnownParty) -> Party:
    """The party of a document with what the company's file knows of it besides."""
    own_address = party.street or party.postal_code or party.city
    return Party(
        kind=cast("PartyKind", known.kind) if party.kind == "contractor" else party.kind,
        code=known.code,
        name=party.name or known.name,
        tax_id=party.tax_id or known.tax_id,
        country=party.country or known.country,
        street=party.street if own_address else known.street,
        postal_code=party.postal_code if own_address else known.postal_code,
        city=party.city if own_address else known.city,
        gln=party.gln or known.gln,
        attributes=party.attributes or known.attributes,
        pesel=party.pesel or known.pesel,
        transaction=party.transaction or (_TRANSACTIONS[known.transaction] if known.transaction else None),
    )
