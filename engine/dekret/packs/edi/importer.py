"""An import: files read by maps, completed by the company's file, checked by rules, become documents (001:450–545).

Whatever a file creates or leaves undone is said at its document. A document that is refused creates nothing.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeAlias

from dekret.company.complete import Completion
from dekret.edi import import_problems as problems
from dekret.edi.corrections import Purchases, doubled_lines
from dekret.edi.received import BuyerCode, buyer_codes, purchase, reservation
from dekret.errors import UsageError
from dekret.intake.read import read_any
from dekret.intake.received import Received, Rejected
from dekret.mapping.check import CheckedMap
from dekret.mapping.run_problems import CREATED
from dekret.model.directory import KnownParty
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.model.invoices import Invoice, PurchaseInvoice, TradeInvoice
from dekret.model.parties import Party, code_key
from dekret.model.trade import CustomerOrder
from dekret.packs.edi.by import ExchangeBy, Imported
from dekret.packs.edi.cards import NewGoods, new_goods
from dekret.packs.edi.incoming import COPIES, CORRECTION, INVOICE, ORDER, Incoming, documents, files_of, in_order, kept
from dekret.packs.edi.kinds import company_of
from dekret.packs.edi.outset import refusals
from dekret.packs.edi.sums import sugar_fees, sums
from dekret.packs.edi.units import other_units
from dekret.packs.library import Library
from dekret.packs.mapping.dictionaries import lookups_of
from dekret.packs.mapping.maps import find_map
from dekret.packs.mapping.run import Mapped, Mapping
from dekret.packs.outcome import Refused
from dekret.packs.validation.rule_sets import ValidateBy, operations
from dekret.packs.validation.validator import Validator
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.nearest import plain
from dekret.text.wording import Value, exact_wording
from dekret.values.gs1 import is_gtin
from dekret.values.rounding import HALF_UP, rounded

IMPORT = "import EDI"
Document: TypeAlias = CustomerOrder | PurchaseInvoice
_OWN = {ORDER: "Order-Parties/Seller/ILN", INVOICE: "Invoice-Parties/Buyer/ILN"}
_OWN[CORRECTION] = _OWN[INVOICE]
_REFERENCES = "Line-Reference/InvoiceReferenceNumber"
_AAP = 5
_OF_CREATED = (CREATED.id, problems.CODE_NEW.id)
"""What is said of goods and codes that a document brings: nothing where it is refused."""


@dataclass(frozen=True, slots=True)
class _There:
    """A document that is there already: its number, its day, the file that it is of."""

    number: str
    day: dt.date
    file: str


class Importer:
    """Reads files into documents, one after the other; what one of them creates the next ones find."""

    def __init__(self, library: Library, by: ExchangeBy) -> None:
        """Raises `UsageError` where the rules do not tell whose files these are, or lack a map that can run."""
        self.directory = company_of(library, by)
        self.lookups = lookups_of(self.directory)
        self._completion = Completion(self.directory)
        self._maps = {symbol: self._map(library, symbol, by) for symbol in COPIES}
        known = plain(IMPORT) in map(plain, operations(library))
        rules = ValidateBy(by.today, IMPORT, (), by.directory, completes=False)
        self._validator = Validator(library, rules) if known else None
        self._purchases = Purchases(self.directory.trade.goods_by_ean)
        self._numbers: dict[tuple[bool, str, str], _There] = {}
        self._codes: set[BuyerCode] = set()

    def _map(self, library: Library, symbol: str, by: ExchangeBy) -> Mapping:
        found = find_map(library, symbol, by.today)
        if found.report.has_errors or not isinstance(found.checked, CheckedMap):
            raise UsageError(
                f"Mapa {symbol} ma błędy albo nie czyta plików (dekret check).",
                f"The map {symbol} has errors, or does not read files (dekret check).",
            )
        return Mapping(found.checked, self.lookups, by.today)

    def remember(self, inputs: Sequence[Path]) -> Iterator[Diagnostic]:
        """Takes note of documents that are there already; what is wrong with their files. Raises `FileError`."""
        corrections: list[tuple[str, PurchaseInvoice]] = []
        for path in inputs:
            for item in read_any(path, "vat_purchase", self.directory.tax_id):
                if isinstance(item, Rejected):
                    yield from item.diagnostics
                elif isinstance(item.document, PurchaseInvoice) and item.document.correction:
                    corrections.append((str(path), item.document))
                elif isinstance(item.document, Invoice | CustomerOrder):
                    self._remember(item.document, str(path))
        for file, document in sorted(corrections, key=lambda each: each[1].issue_date):
            self._remember(document, file)

    def _remember(self, document: Invoice | CustomerOrder, file: str) -> None:
        """Takes note of a document that is known; a cancelled one stands for nothing."""
        if isinstance(document, CustomerOrder) and document.status == "cancelled":
            return
        if isinstance(document, TradeInvoice) and document.cancelled:
            return
        party = self._completion.party(document.party) or document.party
        there = _There(document.number, document.issue_date, file)
        self._numbers.setdefault(_number_of(document, party), there)
        if isinstance(document, PurchaseInvoice):
            self._purchases.add(document)

    def run(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Imported | Refused]:
        """What becomes of every document of files and folders, as they were issued. Raises `FileError`."""
        stdin = kept(standard_input)
        for path in in_order(files_of(inputs), stdin):
            for item in documents(path, stdin):
                yield Refused(item.diagnostics) if isinstance(item, Rejected) else self.imported(item)

    def imported(self, item: Incoming) -> Imported | Refused:
        """The document of a file, or why there is none."""
        refused = tuple(refusals(item, self.directory))
        if refused:
            return Refused((*item.remarks, *refused))
        mapped = self._maps[item.map].element(item.name, item.element, item.remarks)
        if isinstance(mapped, Rejected):
            return Refused(mapped.diagnostics)
        received = mapped.received
        said = [*self._of_file(item, received), *sums(item, received.document.number)]
        document, of_company = self._completed(received, item)
        if document is None:
            return self._refused(mapped, (*received.warnings, *said, *of_company))
        goods = new_goods(mapped, document)
        said += [*of_company, *other_units(item, document), *self._uncreated(goods, received)]
        found = (*received.warnings, *said)
        whole: Received[AnyDocument] = Received(
            document, ALL_DOCUMENTS.encode(document), received.origin, found, item.place
        )
        if self._validator:
            found = self._validator.validate(whole).diagnostics
        if any(each.severity is Severity.ERROR for each in found):
            return self._refused(mapped, found)
        codes = self._new_codes(document)
        self._remember(document, item.name)
        return Imported(whole.canonical.decode(), document.type, document.number, goods, codes, found)

    def _refused(self, mapped: Mapped, found: tuple[Diagnostic, ...]) -> Refused:
        """The refusal; what the document created is forgotten, and no longer told."""
        self.lookups.forget(mapped.created)
        return Refused(tuple(each for each in found if each.id not in _OF_CREATED))

    def _of_file(self, item: Incoming, received: Received[Document]) -> Iterator[Diagnostic]:
        """What a file says of itself: for whom it is, whether it comes a second time, which invoices it corrects."""
        document, span = received.document, received.span
        number, own = document.number, (self.directory.trade.gln, self.directory.trade.head_gln)
        gln = item.value(_OWN[item.map])
        if own[0] and gln and gln not in own:
            symbol = self.directory.symbol
            yield problems.OTHER_COMPANY.at(span, number=number, gln=gln, symbol=symbol, own=own[0])
        if item.code in COPIES[item.map]:
            yield problems.COPY.at(span, number=number, code=item.code)
        there = self._numbers.get(_number_of(document, document.party))
        if there:
            known = problems.ALREADY_THERE if isinstance(document, CustomerOrder) else problems.INVOICE_THERE
            said: dict[str, Value] = {"number": number, "party": document.party.code}
            said |= {"there": there.number, "day": there.day.isoformat(), "file": there.file}
            yield known.filled(span, said)
        if isinstance(document, PurchaseInvoice) and document.correction:
            lines = (line for part in item.element.children("Invoice-Lines") for line in part.children("Line"))
            named = {*document.corrected_numbers, *(line.value(_REFERENCES) for line in lines)} - {""}
            if len(named) > 1:
                yield problems.SEVERAL_CORRECTED.at(span, number=number, corrected=", ".join(sorted(named)))

    def _completed(
        self, received: Received[Document], item: Incoming
    ) -> tuple[Document | None, tuple[Diagnostic, ...]]:
        """The document with what the company knows, and what is to be said of that; None where it is refused."""
        document, span = received.document, received.span
        party = self._party(document.party)
        if isinstance(document, CustomerOrder):
            return self._reservation(document, party, received)
        if document.correction:
            fitted = self._purchases.fitted(document, sugar_fees(item), span)
            if not isinstance(fitted, PurchaseInvoice):
                return None, fitted
            document = fitted
        elif doubled := tuple(doubled_lines(document, span)):
            return None, doubled
        whole = purchase(document, self.directory, party)
        if all(each.method for each in whole.payments):
            return whole, ()
        return whole, (problems.NO_METHOD.at(span, number=document.number, party=document.party.code),)

    def _party(self, party: Party) -> KnownParty | None:
        return self.directory.parties.get(code_key(party.code))

    def _reservation(
        self, order: CustomerOrder, party: KnownParty | None, received: Received[Document]
    ) -> tuple[CustomerOrder, tuple[Diagnostic, ...]]:
        whole, proposed = reservation(order, self.directory, party)
        said: list[Diagnostic] = []
        for each in proposed:
            values: dict[str, Value] = {"number": order.number, "position": str(each.position), "goods": each.goods}
            if each.price is None:
                said.append(problems.NO_PRICE.filled(received.span, values))
                continue
            grosze = rounded(each.price, mode=HALF_UP)
            values["price"] = exact_wording(grosze if grosze == each.price else each.price)
            said.append(problems.PRICE_PROPOSED.filled(received.span, values))
        for code in buyer_codes(order, self.directory):
            named: dict[str, Value] = {"number": order.number, "goods": code.goods, "value": code.value}
            if code.kept:
                said.append(problems.CODE_KEPT.filled(received.span, named | {"kept": code.kept}))
            elif code not in self._codes:
                said.append(problems.CODE_NEW.filled(received.span, named | {"party": code.party}))
        return whole, tuple(said)

    def _new_codes(self, document: Document) -> tuple[BuyerCode, ...]:
        """The codes of an order that are new to the company and to the run."""
        if not isinstance(document, CustomerOrder):
            return ()
        found = tuple(each for each in buyer_codes(document, self.directory) if not each.kept)
        new = tuple(each for each in found if each not in self._codes)
        self._codes.update(new)
        return new

    def _uncreated(self, goods: tuple[NewGoods, ...], received: Received[Document]) -> Iterator[Diagnostic]:
        """Goods that the company's file could not hold: their code is neither an EAN nor an AAP code (001:481, 518)."""
        number = received.document.number
        for each in goods:
            aap = len(each.ean) == _AAP and each.ean.isascii() and each.ean.isdigit()
            if not aap and not is_gtin(each.ean):
                yield problems.CANNOT_CREATE.at(received.span, number=number, ean=each.ean)


def _number_of(document: Invoice | CustomerOrder, party: Party) -> tuple[bool, str, str]:
    """By what a document is known again: an order or an invoice, its contractor, its number."""
    number = document.order_number if isinstance(document, CustomerOrder) else document.number
    return isinstance(document, CustomerOrder), code_key(party.code), (number or document.number).strip()
