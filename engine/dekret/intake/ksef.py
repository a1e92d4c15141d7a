"""KSeF invoices FA(3) and FA(2) as register documents, or as invoices with their lines (`ksef_positions`).

Amounts are the business of `ksef_amounts`.

Source: the logical structures FA(2) (in force until 2026-01-31) and FA(3) (from 2026-02-01).
"""

import codecs
import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dekret.intake import problems
from dekret.intake.ksef_amounts import advances, amounts, corrected
from dekret.intake.ksef_fields import (
    ADVANCE_KINDS,
    ELEMENTS_OF_FIELDS,
    FINAL_KINDS,
    INVOICE_KINDS,
    NAMESPACES,
    PAYMENT_METHODS,
)
from dekret.intake.ksef_find import Finder, Stop
from dekret.intake.ksef_positions import with_positions
from dekret.intake.received import Received, Rejected
from dekret.markup.xml import Element, XmlFault, parse
from dekret.model.base import is_amount
from dekret.model.documents import Document, decode, encode
from dekret.model.faults import FieldError, read_document
from dekret.model.invoices import PurchaseInvoice, SaleInvoice, VatPurchase, VatSale
from dekret.model.parties import Party
from dekret.model.parts import Payment
from dekret.text.source import Source
from dekret.text.wording import Wording
from dekret.values.rounding import ZERO

Direction = Literal["vat_purchase", "vat_sale"]
AnyInvoice = VatPurchase | VatSale | PurchaseInvoice | SaleInvoice
LARGEST = 3_000_000
"""Bytes of an invoice with an attachment, the most that KSeF takes."""
_KSEF_NUMBER = re.compile(r"\d{10}-(\d{8})-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding=["']([A-Za-z0-9-]+)["']""")
_ENCODINGS = ("iso-8859-2", "iso-8859-1", "windows-1250", "windows-1252")
_DATA = "DaneIdentyfikacyjne"


@dataclass(frozen=True, slots=True)
class Reading:
    """How invoices are to be read: as which register, for which company; with their lines, as invoices."""

    direction: Direction | None = None
    own_tax_id: str = ""
    positions: bool = False


def read_ksef(name: str, data: bytes, how: Reading) -> Received[Document] | Rejected:
    """The document of one invoice file, or why it cannot be one.

    With `positions` it is an invoice of the trade module, with the lines of the file; else an entry of a VAT register.
    The direction follows from the company's NIP where that is known (seller: sale; buyer: purchase), else it is
    the one asked for. The KSeF number is not in the file; it is taken from the file's name.
    """
    find = Finder(Source(name, _text(data)))
    try:
        root = _root(find, data)
        direction = _direction(find, root, how)
        fa = root.first("Fa")
        if fa is None:
            raise find.stop(problems.MISSING_ELEMENT, find.span(root), path="Fa")
        entry = _document(find, root, fa, direction)
        document = with_positions(find, root, fa, entry) if how.positions else entry
        canonical = _checked(find, fa, document)
    except Stop:
        return Rejected(tuple(find.diagnostics))
    _say_rounding(find, fa, document)
    return Received(document, canonical, find.span(fa.first("P_2") or fa), tuple(find.diagnostics))


def _text(data: bytes) -> str:
    """The text of a file, to be shown: in the encoding that it names."""
    declared = _DECLARED.match(data[:200].removeprefix(codecs.BOM_UTF8))
    encoding = declared[1].decode().lower() if declared else "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif encoding not in _ENCODINGS:
        encoding = "utf-8"
    return data.decode(encoding, errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")


def _root(find: Finder, data: bytes) -> Element:
    if len(data) > LARGEST:
        raise find.stop(problems.TOO_LARGE, find.source.span(), limit=LARGEST)
    root = parse(data)
    if isinstance(root, XmlFault):
        raise _refused(find, root)
    if root.name != "Faktura" or root.namespace not in NAMESPACES:
        raise find.stop(problems.UNKNOWN_NAMESPACE, find.span(root), namespace=(root.namespace or root.name)[:100])
    return root


def _refused(find: Finder, fault: XmlFault) -> Stop:
    start = find.source.line_starts[min(fault.line, len(find.source.line_starts)) - 1]
    place = find.source.span(start, start + len(find.source.line(fault.line)))
    if fault.kind == "syntax":
        column = min(fault.column - 1, place.end - place.start)
        shown = find.source.span(start + column, min(start + column + 1, place.end))
        return find.stop(problems.BAD_XML, shown, reason=fault.reason, advice=fault.advice)
    what = {
        "doctype": Wording("deklarację DOCTYPE", "a DOCTYPE declaration"),
        "depth": Wording("zbyt głęboko zagnieżdżone elementy", "elements nested too deep"),
    }
    return find.stop(problems.FORBIDDEN_XML, find.source.span(start), what=what[fault.kind])


# --- the document


def _document(find: Finder, root: Element, fa: Element, direction: Direction) -> VatPurchase | VatSale:
    issue_date = find.date(fa, "P_1")
    total = find.money(fa, "P_15")
    if issue_date is None or total is None:
        path = "Fa/P_1" if issue_date is None else "Fa/P_15"
        raise find.stop(problems.MISSING_ELEMENT, find.span(fa), path=path)
    kind = find.need(fa, "RodzajFaktury")
    if kind not in INVOICE_KINDS:
        raise find.bad(fa, "RodzajFaktury")
    currency = find.need(fa, "KodWaluty")
    if not re.fullmatch("[A-Z]{3}", currency):
        raise find.bad(fa, "KodWaluty")
    found = amounts(find, fa, kind, currency, total)
    charges, deductions = _beside(find, fa, "Obciazenia"), _beside(find, fa, "Odliczenia")
    due = find.money(fa, "Rozliczenie/DoZaplaty")
    if due is None:
        due = total + charges - deductions
    ksef_number = _KSEF_NUMBER.search(find.source.name)
    record = VatSale if direction == "vat_sale" else VatPurchase
    return record(
        number=find.need(fa, "P_2"),
        ksef_number=ksef_number.group() if ksef_number else "",
        issue_date=issue_date,
        operation_date=_operation_date(find, fa) or issue_date,
        receipt_date=_acceptance(ksef_number) if direction == "vat_purchase" else None,
        party=_party(find, root, direction),
        description=_description(fa),
        currency=currency,
        exchange_rate=found.rate,
        kind="advance" if kind in ADVANCE_KINDS else "final" if kind in FINAL_KINDS else "ordinary",
        correction=kind.startswith("KOR"),
        corrected_numbers=tuple(corrected(fa)),
        elements=found.elements,
        total=total,
        charges=charges,
        deductions=deductions,
        split_payment=fa.value("Adnotacje/P_18A") == "1",
        payments=tuple(_payments(find, fa, due)),
        settled_advances=advances(find, fa, kind, found) if kind in FINAL_KINDS else (),
    )


def _checked(find: Finder, fa: Element, document: AnyInvoice) -> bytes:
    """The canonical form of a document that obeys the rules of every document; raises `Stop` where it does not."""
    canonical = encode(document)
    faults = () if decode(canonical) else read_document(json.loads(canonical))
    if not isinstance(faults, tuple) or not faults:
        return canonical
    for fault in faults:
        stop = _broken_rule(find, fa, fault)
    raise stop


def _broken_rule(find: Finder, fa: Element, fault: FieldError) -> Stop:
    path = ELEMENTS_OF_FIELDS.get(str(fault.path[0]), "")
    return find.bad(fa, path, fault.given) if path else find.bad(fa, fa.name, fault.given or fault.title)


def _direction(find: Finder, root: Element, how: Reading) -> Direction:
    """Sale where the company is the seller, purchase where it is the buyer or a recipient beside it."""
    own = how.own_tax_id
    seller = root.value(f"Podmiot1/{_DATA}/NIP")
    buyer = root.value(f"Podmiot2/{_DATA}/NIP")
    if not own:
        return how.direction or "vat_purchase"
    if own == seller:
        return "vat_sale"
    recipients = [
        third.value(f"{_DATA}/NIP")
        for third in root.children("Podmiot3")
        if third.value("Rola") in ("2", "4", "8", "10")
    ]
    if own in (buyer, *recipients):
        return "vat_purchase"
    raise find.stop(problems.OTHER_COMPANY, find.span(root), own=own, seller=seller or "–", buyer=buyer or "–")


def _party(find: Finder, root: Element, direction: Direction) -> Party:
    party = root.first("Podmiot2" if direction == "vat_sale" else "Podmiot1")
    if party is None:
        raise find.stop(problems.MISSING_ELEMENT, find.span(root), path="Podmiot1, Podmiot2")
    european = party.value(f"{_DATA}/KodUE") + party.value(f"{_DATA}/NrVatUE")
    tax_id = party.value(f"{_DATA}/NIP") or european or party.value(f"{_DATA}/NrID")
    country = party.value("Adres/KodKraju") or party.value(f"{_DATA}/KodKraju") or party.value(f"{_DATA}/KodUE")
    name = party.value(f"{_DATA}/Nazwa")
    return Party(name=name[:512].strip(), tax_id=tax_id[:50].strip(), country=country[:2])


def _operation_date(find: Finder, fa: Element) -> dt.date | None:
    """P_6; else the end of the period; else the latest date of a line."""
    dates = (find.date(line, "P_6A") for line in fa.children("FaWiersz"))
    latest = max((date for date in dates if date), default=None)
    return find.date(fa, "P_6") or find.date(fa, "OkresFa/P_6_Do") or latest


def _description(fa: Element) -> str:
    """What the first line sells."""
    return (fa.value("FaWiersz/P_7") or fa.value("Zamowienie/ZamowienieWiersz/P_7Z"))[:255].strip()


def _say_rounding(find: Finder, fa: Element, document: AnyInvoice) -> None:
    if document.rounding:
        element = fa.first("P_15")
        assert element
        find.diagnostics.append(
            problems.ROUNDED_TOTAL.at(
                find.span(element),
                total=f"{document.total:.2f}",
                difference=f"{document.rounding:.2f}",
                sum=f"{document.gross:.2f}",
            )
        )


# --- payments


def _beside(find: Finder, fa: Element, what: str) -> Decimal:
    """Charges or deductions beside the invoice: their sum, else what they are each."""
    block = fa.first("Rozliczenie")
    if block is None:
        return ZERO
    stated = find.money(block, {"Obciazenia": "SumaObciazen", "Odliczenia": "SumaOdliczen"}[what])
    if stated is not None:
        return stated
    return sum([find.money(each, "Kwota") or ZERO for each in block.children(what)], ZERO)


def _payments(find: Finder, fa: Element, amount: Decimal) -> Iterator[Payment]:
    """The payments; `amount` is what is due, with charges and without deductions."""
    block = fa.first("Platnosc")
    if block is None:
        return
    if not is_amount(amount):
        raise find.bad(fa, "Rozliczenie")
    method = PAYMENT_METHODS.get(block.value("FormaPlatnosci"), block.value("OpisPlatnosci"))[:50].strip()
    account = block.value("RachunekBankowyFaktora/NrRB") or block.value("RachunekBankowy/NrRB")
    account = "".join(account.split())[:34]
    paid = find.date(block, "DataZaplaty")
    if paid:
        yield Payment(method=method, paid_date=paid, amount=amount, account=account)
        return
    parts = list(block.children("ZaplataCzesciowa"))
    for part in parts:
        paid_part = find.money(part, "KwotaZaplatyCzesciowej")
        yield Payment(method=method, paid_date=find.date(part, "DataZaplatyCzesciowej"), amount=paid_part)
        amount -= paid_part or ZERO
        if not is_amount(amount):
            raise find.bad(part, "KwotaZaplatyCzesciowej")
    terms = [find.date(term, "Termin") for term in block.children("TerminPlatnosci")]
    for term in terms or ([None] if not parts else []):
        single = amount if len(terms) <= 1 else None
        yield Payment(method=method, due_date=term, amount=single, account=account)


def _acceptance(ksef_number: re.Match[str] | None) -> dt.date | None:
    """The day of acceptance, which the KSeF number holds."""
    if ksef_number is None:
        return None
    try:
        return dt.datetime.strptime(ksef_number[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
