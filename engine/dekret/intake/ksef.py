"""KSeF invoices FA(3) and FA(2) as register documents.

Rows of the register come from the sums per rate (P_13_x, P_14_x), never from the lines: on final invoices the
lines show the whole order and the sums only what is left. Lines help where the sums are silent: the exact rate
of a group, exchange rates, simplified invoices without sums, advances settled by a final invoice.

Source: the logical structures FA(2) (in force until 2026-01-31) and FA(3) (from 2026-02-01).
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Literal

from dekret.intake import problems
from dekret.intake.ksef_fields import (
    ADVANCE_KINDS,
    FINAL_KINDS,
    NAMESPACES,
    PAYMENT_METHODS,
    RATE_GROUPS,
    RateGroup,
)
from dekret.intake.received import Received, Rejected
from dekret.markup.xml import Element, XmlFault, parse
from dekret.model.documents import encode
from dekret.model.invoices import VatDocument, VatElement, VatPurchase, VatSale
from dekret.model.parties import Party
from dekret.model.parts import Payment, SettledAdvance
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.source import Source, Span
from dekret.text.wording import Value, Wording
from dekret.values.rounding import GROSZ, HALF_UP, ZERO, rounded

Direction = Literal["vat_purchase", "vat_sale"]
LARGEST = 3_000_000
"""Bytes of an invoice with an attachment, the most that KSeF takes."""
_KSEF_NUMBER = re.compile(r"\d{10}-(\d{8})-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}")
_AMOUNT = re.compile(r"-?\d{1,16}(\.\d{1,8})?")


class _Stop(Exception):  # noqa: N818 - no error of the engine: ends the reading of one invoice
    """The invoice cannot become a document; the diagnostics say why."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How invoices are to be read: as which register, for which company."""

    direction: Direction | None = None
    own_tax_id: str = ""


def read_ksef(name: str, data: bytes, how: Reading) -> Received | Rejected:
    """The document of one invoice file, or why it cannot be one.

    The direction follows from the company's NIP where that is known (seller: sale; buyer: purchase), else it is
    the one asked for. The KSeF number is not in the file; it is taken from the file's name.
    """
    text = data.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")
    invoice = _Invoice(Source(name, text), how)
    try:
        return invoice.received(data)
    except _Stop:
        return Rejected(tuple(invoice.diagnostics))


@dataclass(slots=True)
class _Invoice:
    source: Source
    how: Reading
    diagnostics: list[Diagnostic] = field(default_factory=list)

    # --- finding and refusing

    def span(self, element: Element) -> Span:
        start = self.source.line_starts[min(element.line, len(self.source.line_starts)) - 1]
        line = self.source.line(element.line)
        indent = len(line) - len(line.lstrip())
        return self.source.span(start + indent, start + len(line))

    def stop(self, problem: Problem, span: Span, **values: Value) -> _Stop:
        self.diagnostics.append(problem.filled(span, values))
        return _Stop()

    def need(self, element: Element, path: str) -> str:
        found = element.value(path)
        if not found:
            raise self.stop(problems.MISSING_ELEMENT, self.span(element), path=f"{element.name}/{path}")
        return found

    def number(self, element: Element, path: str) -> Decimal | None:
        """A decimal of the schema: a point, no grouping; None where the element is missing."""
        found = element.first(path)
        if found is None:
            return None
        if not _AMOUNT.fullmatch(found.text):
            raise self.stop(problems.BAD_VALUE, self.span(found), path=path, given=found.text)
        return Decimal(found.text)

    def money(self, element: Element, path: str) -> Decimal | None:
        number = self.number(element, path)
        if number is None:
            return None
        try:
            return number.quantize(GROSZ) if number == number.quantize(GROSZ) else self._bad_money(element, path)
        except InvalidOperation:
            return self._bad_money(element, path)

    def _bad_money(self, element: Element, path: str) -> Decimal:
        found = element.first(path)
        assert found
        raise self.stop(problems.BAD_VALUE, self.span(found), path=path, given=found.text)

    def date(self, element: Element, path: str) -> dt.date | None:
        found = element.first(path)
        if found is None:
            return None
        try:
            return dt.date.fromisoformat(found.text[:10])
        except ValueError:
            raise self.stop(problems.BAD_VALUE, self.span(found), path=path, given=found.text) from None

    # --- the document

    def received(self, data: bytes) -> Received:
        root = self._root(data)
        fa = root.first("Fa")
        if fa is None:
            raise self.stop(problems.MISSING_ELEMENT, self.span(root), path="Fa")
        issue_date = self.date(fa, "P_1")
        if issue_date is None:
            raise self.stop(problems.MISSING_ELEMENT, self.span(fa), path="Fa/P_1")
        kind = self.need(fa, "RodzajFaktury")
        direction = self._direction(root)
        currency = self.need(fa, "KodWaluty")
        total = self.money(fa, "P_15")
        if total is None:
            raise self.stop(problems.MISSING_ELEMENT, self.span(fa), path="Fa/P_15")
        rate = self._exchange_rate(fa, currency)
        elements = self._elements(fa, kind, currency, total)
        ksef_number = _KSEF_NUMBER.search(self.source.name)
        record = VatSale if direction == "vat_sale" else VatPurchase
        document = record(
            number=self.need(fa, "P_2")[:256],
            ksef_number=ksef_number.group() if ksef_number else "",
            issue_date=issue_date,
            operation_date=self._operation_date(fa) or issue_date,
            receipt_date=_acceptance(ksef_number) if direction == "vat_purchase" else None,
            party=self._party(root, direction),
            description=self._description(fa),
            currency=currency,
            exchange_rate=rate,
            kind="advance" if kind in ADVANCE_KINDS else "final" if kind in FINAL_KINDS else "ordinary",
            correction=kind.startswith("KOR"),
            corrected_numbers=tuple(self._corrected(fa)),
            elements=elements,
            total=total,
            charges=self.money(fa, "Rozliczenie/SumaObciazen") or ZERO,
            deductions=self.money(fa, "Rozliczenie/SumaOdliczen") or ZERO,
            split_payment=fa.value("Adnotacje/P_18A") == "1",
            payments=tuple(self._payments(fa, total)),
            settled_advances=self._advances(fa, elements, rate) if kind in FINAL_KINDS else (),
        )
        self._say_rounding(fa, document)
        return Received(document, encode(document), self.span(fa.first("P_2") or fa), tuple(self.diagnostics))

    def _root(self, data: bytes) -> Element:
        if len(data) > LARGEST:
            raise self.stop(problems.TOO_LARGE, self.source.span(), size=len(data), limit=LARGEST)
        root = parse(data)
        if isinstance(root, XmlFault):
            nowhere = Source(self.source.name, "", first_line=root.line).span()
            row = min(root.line, len(self.source.line_starts)) - 1
            place = self.source.span(self.source.line_starts[row]) if self.source.text else nowhere
            if root.kind == "syntax":
                raise self.stop(problems.BAD_XML, place, reason=root.sentence)
            what = {
                "doctype": Wording("deklarację DOCTYPE", "a DOCTYPE declaration"),
                "depth": Wording("zbyt głęboko zagnieżdżone elementy", "elements nested too deep"),
            }
            raise self.stop(problems.FORBIDDEN_XML, place, what=what[root.kind])
        if root.name != "Faktura" or root.namespace not in NAMESPACES:
            raise self.stop(problems.UNKNOWN_NAMESPACE, self.span(root), namespace=root.namespace or root.name)
        return root

    def _direction(self, root: Element) -> Direction:
        """Sale where the company is the seller, purchase where it is the buyer or a recipient beside it."""
        own = self.how.own_tax_id
        seller = root.value("Podmiot1/DaneIdentyfikacyjne/NIP")
        buyer = root.value("Podmiot2/DaneIdentyfikacyjne/NIP")
        if not own:
            return self.how.direction or "vat_purchase"
        if own == seller:
            return "vat_sale"
        recipients = [
            third.value("DaneIdentyfikacyjne/NIP")
            for third in root.children("Podmiot3")
            if third.value("Rola") in ("2", "4", "8", "10")
        ]
        if own in (buyer, *recipients):
            return "vat_purchase"
        raise self.stop(problems.OTHER_COMPANY, self.span(root), own=own, seller=seller, buyer=buyer or "–")

    def _party(self, root: Element, direction: Direction) -> Party:
        party = root.first("Podmiot2" if direction == "vat_sale" else "Podmiot1")
        if party is None:
            raise self.stop(problems.MISSING_ELEMENT, self.span(root), path="Podmiot1, Podmiot2")
        data = "DaneIdentyfikacyjne"
        european = party.value(f"{data}/KodUE") + party.value(f"{data}/NrVatUE")
        tax_id = party.value(f"{data}/NIP") or european or party.value(f"{data}/NrID")
        country = party.value("Adres/KodKraju") or party.value(f"{data}/KodKraju") or party.value(f"{data}/KodUE")
        return Party(name=party.value(f"{data}/Nazwa")[:512], tax_id=tax_id[:50], country=country[:2])

    def _operation_date(self, fa: Element) -> dt.date | None:
        """P_6; else the end of the period; else the latest date of a line."""
        dates = (self.date(line, "P_6A") for line in fa.children("FaWiersz"))
        latest = max((date for date in dates if date), default=None)
        return self.date(fa, "P_6") or self.date(fa, "OkresFa/P_6_Do") or latest

    def _description(self, fa: Element) -> str:
        """What the first line sells."""
        return (fa.value("FaWiersz/P_7") or fa.value("Zamowienie/ZamowienieWiersz/P_7Z"))[:255]

    def _corrected(self, fa: Element) -> Iterator[str]:
        for corrected in fa.children("DaneFaKorygowanej"):
            if number := corrected.value("NrFaKorygowanej"):
                yield number

    def _exchange_rate(self, fa: Element, currency: str) -> Decimal | None:
        """The one rate of the lines or of the advance; else the one that the tax in PLN tells."""
        if currency == "PLN":
            return None
        found = {rate for line in fa.children("FaWiersz") if (rate := self.number(line, "KursWaluty"))}
        found |= {rate for part in fa.children("ZaliczkaCzesciowa") if (rate := self.number(part, "KursWalutyZW"))}
        if advance := self.number(fa, "KursWalutyZ"):
            found.add(advance)
        if len(found) == 1:
            return found.pop()
        for group in RATE_GROUPS:
            tax = self.money(fa, group.vat) if group.vat else None
            in_pln = self.money(fa, group.vat + "W") if group.vat else None
            if tax and in_pln:
                return rounded(in_pln / tax, 6, mode=HALF_UP)
        raise self.stop(problems.NO_EXCHANGE_RATE, self.span(fa), currency=currency)

    # --- elements

    def _elements(self, fa: Element, kind: str, currency: str, total: Decimal) -> tuple[VatElement, ...]:
        codes = [line.value("P_12") for line in fa.children("FaWiersz")]
        elements = []
        for group in RATE_GROUPS:
            net = self.money(fa, group.net)
            if net is None:
                continue
            vat = (self.money(fa, group.vat) if group.vat else None) or ZERO
            in_pln = self.money(fa, group.vat + "W") if group.vat and currency != "PLN" else None
            net_pln = self._net_in_pln(fa, group) if currency != "PLN" else None
            elements.append(VatElement(rate=group.rate(codes), net=net, vat=vat, net_pln=net_pln, vat_pln=in_pln))
        if elements:
            return tuple(elements)
        if kind.startswith("KOR") and not total:
            corrected = ", ".join(self._corrected(fa)) or "–"
            raise self.stop(problems.NO_AMOUNTS, self.span(fa), corrected=corrected)
        return self._from_total(fa, codes, total)

    def _net_in_pln(self, fa: Element, group: RateGroup) -> Decimal | None:
        """The net of a group line by line, where its lines have rates of their own that differ."""
        lines = [line for line in fa.children("FaWiersz") if line.value("P_12") in group.codes]
        pairs = [(self.money(line, "P_11"), self.number(line, "KursWaluty")) for line in lines]
        if len({rate for _, rate in pairs}) < 2:
            return None
        sign = [-1 if line.value("StanPrzed") == "1" else 1 for line in lines]
        amounts = [
            side * rounded(net * rate, mode=HALF_UP)
            for side, (net, rate) in zip(sign, pairs, strict=True)
            if net is not None and rate is not None
        ]
        return sum(amounts, ZERO) if len(amounts) == len(pairs) else None

    def _from_total(self, fa: Element, codes: list[str], total: Decimal) -> tuple[VatElement, ...]:
        """A simplified invoice without sums: the tax out of the total, where there is one rate for all of it."""
        group = next((known for known in RATE_GROUPS if codes and set(codes) <= set(known.codes)), None)
        if group is None or len(set(codes)) != 1:
            raise self.stop(problems.NO_SPLIT, self.span(fa))
        percent = Decimal(codes[0]) if codes[0].isdigit() else ZERO
        vat = rounded(total * percent / (100 + percent), mode=HALF_UP)
        return (VatElement(rate=group.rate(codes), net=total - vat, vat=vat),)

    def _say_rounding(self, fa: Element, document: VatDocument) -> None:
        if document.rounding:
            element = fa.first("P_15")
            assert element
            self.diagnostics.append(
                problems.ROUNDED_TOTAL.at(
                    self.span(element),
                    total=f"{document.total:.2f}",
                    difference=f"{document.rounding:.2f}",
                    sum=f"{document.gross:.2f}",
                )
            )

    # --- payments and advances

    def _payments(self, fa: Element, total: Decimal) -> Iterator[Payment]:
        block = fa.first("Platnosc")
        if block is None:
            return
        due = self.money(fa, "Rozliczenie/DoZaplaty")
        amount = total if due is None else due
        method = PAYMENT_METHODS.get(block.value("FormaPlatnosci"), block.value("OpisPlatnosci"))[:50]
        account = block.value("RachunekBankowyFaktora/NrRB") or block.value("RachunekBankowy/NrRB")
        account = "".join(account.split())[:34]
        paid = self.date(block, "DataZaplaty")
        if paid:
            yield Payment(method=method, paid_date=paid, amount=amount, account=account)
            return
        parts = list(block.children("ZaplataCzesciowa"))
        for part in parts:
            paid_part = self.money(part, "KwotaZaplatyCzesciowej")
            yield Payment(method=method, paid_date=self.date(part, "DataZaplatyCzesciowej"), amount=paid_part)
            amount -= paid_part or ZERO
        terms = [self.date(term, "Termin") for term in block.children("TerminPlatnosci")]
        for term in terms or ([None] if not parts else []):
            single = amount if len(terms) <= 1 else None
            yield Payment(method=method, due_date=term, amount=single, account=account)

    def _advances(
        self, fa: Element, elements: tuple[VatElement, ...], rate: Decimal | None
    ) -> tuple[SettledAdvance, ...]:
        """The advances that a final invoice settles, in PLN.

        The file gives their numbers only. Their amounts are what the lines (the whole order) exceed the sums
        (what is left) by, group by group; where a line gives no net, they stay unknown.
        """
        numbers = [
            advance.value("NrFaZaliczkowej") or advance.value("NrKSeFFaZaliczkowej")
            for advance in fa.children("FakturaZaliczkowa")
        ]
        number = ", ".join(numbers)[:256]
        lines = [(line.value("P_12"), self.money(line, "P_11")) for line in fa.children("FaWiersz")]
        if not lines or any(net is None or not code for code, net in lines):
            return (SettledAdvance(number=number),)
        net = vat = ZERO
        for code in {code for code, _ in lines}:
            ordered = sum((line_net for line_code, line_net in lines if line_code == code and line_net), ZERO)
            percent = Decimal(code) if code.isdigit() else ZERO
            net += ordered
            vat += rounded(ordered * percent / 100, mode=HALF_UP)
        net -= sum((element.net for element in elements), ZERO)
        vat -= sum((element.vat for element in elements), ZERO)
        factor = rate or Decimal(1)
        net, vat = rounded(net * factor, mode=HALF_UP), rounded(vat * factor, mode=HALF_UP)
        return (SettledAdvance(number=number, net=net, vat=vat, gross=net + vat),)


def _acceptance(ksef_number: re.Match[str] | None) -> dt.date | None:
    """The day of acceptance, which the KSeF number holds."""
    if ksef_number is None:
        return None
    try:
        return dt.datetime.strptime(ksef_number[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
