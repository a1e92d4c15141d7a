"""A company and documents of trade for tests of EDI; all names and numbers are invented."""

import datetime as dt
from decimal import Decimal

from dekret.edi.examples import FIRM, REGISTERS
from dekret.model.invoices import BeforeCorrection, Goods, InvoicePosition, SaleInvoice
from dekret.model.parties import Attribute, Party
from dekret.model.parts import Delivery, OrderReference, Payment
from dekret.packs.library import load_sources
from dekret.text.source import Source

DAY = dt.date(2026, 3, 31)
COMPANY = f"""{FIRM}bdo = 000012345
{REGISTERS}[Podmioty]
| Kod   | Nazwa            | NIP        | GLN           | Ulica   | Kod pocztowy | Miasto | Forma płatności |
|-------|------------------|------------|---------------|---------|--------------|--------|-----------------|
| ALOZA | Aloza sp. z o.o. | 6736819308 | 5900000000022 | Polna 3 | 81-001       | Sopot  | przelew         |
| SIEC  | Sieć S.A.        | 4642621295 | 5900000000039 | Rynek 1 | 31-001       | Kraków | przelew         |
[Towary]
| Kod  | Nazwa        | Jednostka | EAN           | Stawka VAT | PKWiU | Grupa  | Aktywny |
|------|--------------|-----------|---------------|------------|-------|--------|---------|
| GUMA | Guma arabska | szt       | 2900000000018 | 23         | 20.52 | KLEJE  | tak     |
| KLEJ | Klej biurowy | kg        | 12345         | 8          |       | KLEJE  | tak     |
| SOK  | Sok słodzony | l         | 2900000000025 | 5          |       | NAPOJE | tak     |
[Ceny]
| Towar | Grupa cenowa | Cena  |
|-------|--------------|-------|
| GUMA  | hurtowa      | 12,50 |
| KLEJ  | hurtowa      | 40,00 |
| SOK   | hurtowa      | 5,00  |
[Rabaty]
| Podmiot | Towar | Grupa | Rabat | Stała cena |
|---------|-------|-------|-------|------------|
| ALOZA   | GUMA  |       |       | 11,00      |
| ALOZA   |       | KLEJE | 10    |            |
| ALOZA   |       |       | 2     |            |
[Atrybuty]
| Dotyczy | Kod   | Atrybut       | Kontrahent | Wartość |
|---------|-------|---------------|------------|---------|
| podmiot | ALOZA | CODEBYBUYER   |            | D-17    |
| towar   | GUMA  | BUYERITEMCODE | ALOZA      | 998877  |
[Sieci]
| Sieć  | GLN           |
|-------|---------------|
| Tesco | 5900000000039 |
"""
BUYER = Party(
    code="ALOZA",
    name="Aloza sp. z o.o.",
    tax_id="6736819308",
    street="Polna 3",
    postal_code="81-001",
    city="Sopot",
    gln="5900000000022",
    attributes=(Attribute(code="CODEBYBUYER", value="D-17"),),
)
CHAIN = Party(code="SIEC", name="Sieć S.A.", tax_id="4642621295", gln="5900000000039")
GUM = InvoicePosition(
    goods=Goods(code="GUMA", name="Guma arabska", ean="2900000000018"),
    rate="23",
    net=Decimal("125.00"),
    vat=Decimal("28.75"),
    quantity=Decimal(10),
    price=Decimal("12.50"),
)
GLUE = InvoicePosition(
    goods=Goods(code="KLEJ"),
    rate="8",
    net=Decimal("80.00"),
    vat=Decimal("6.40"),
    quantity=Decimal(2),
    unit="kg",
    price=Decimal("40.0000"),
)
TRANSFER = Payment(method="przelew", due_date=dt.date(2026, 4, 14))


def directory(text=COMPANY):
    """The company's file."""
    library = load_sources([Source("f.kartoteka", text)])
    assert not library.report.diagnostics, library.report.diagnostics
    return library.directory("F", DAY)


def invoice(**fields):
    """A sale of two positions for ALOZA, with its order and its goods issue."""
    usual = {
        "number": "FS/7/2026",
        "issue_date": DAY,
        "operation_date": dt.date(2026, 3, 30),
        "party": BUYER,
        "positions": (GUM, GLUE),
        "payments": (TRANSFER,),
        "orders": (OrderReference(number="ZAM/5", issue_date=dt.date(2026, 3, 20)),),
        "deliveries": (Delivery(number="WZ/3", issue_date=dt.date(2026, 3, 29), delivery_date=dt.date(2026, 3, 30)),),
    }
    return SaleInvoice(**{**usual, **fields})


def correction(**fields):
    """Four of ten gums come back, the glue stays as it was."""
    gum = InvoicePosition(
        goods=GUM.goods,
        rate="23",
        net=Decimal("-50.00"),
        vat=Decimal("-11.50"),
        quantity=Decimal(-4),
        line_number=1,
        before=BeforeCorrection(quantity=Decimal(10), price=Decimal("12.50"), rate="23", net=GUM.net, vat=GUM.vat),
    )
    glue = InvoicePosition(
        goods=GLUE.goods,
        rate="8",
        net=Decimal("0.00"),
        vat=Decimal("0.00"),
        quantity=Decimal(0),
        unit="kg",
        line_number=2,
        before=BeforeCorrection(quantity=Decimal(2), price=Decimal("40.00"), rate="8", net=GLUE.net, vat=GLUE.vat),
    )
    usual = {
        "number": "FK/2/2026",
        "correction": True,
        "correction_kind": "quantity",
        "correction_reason": "zwrot towaru",
        "corrected_numbers": ("FS/7/2026",),
        "corrected_date": DAY,
        "positions": (gum, glue),
        "orders": (),
        "deliveries": (),
    }
    return invoice(**{**usual, **fields})
