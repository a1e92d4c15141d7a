"""Examples for the problems of EDI: a company, a document to export, files to import, changed a little each time.

Of the files of an example those named `edi-eksport` are exported and those named `edi-import` are imported; documents
named `edi-znane` are known beforehand.
"""

FIRM = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
ulica = Portowa 1
kod pocztowy = 80-001
miasto = Gdańsk
kraj = PL
gln = 5900000000015
magazyn główny = MAG
"""
REGISTERS = """[Rejestry]
| Rejestr | Rachunek                   | Waluta |
|---------|----------------------------|--------|
| BANK    | 31998100180000000000000001 | PLN    |
"""
COMPANY = f"""{FIRM}{REGISTERS}[Podmioty]
| Kod   | Nazwa | NIP        | GLN           | Ulica   | Kod pocztowy | Miasto | Forma płatności | Grupa cenowa |
|-------|-------|------------|---------------|---------|--------------|--------|-----------------|--------------|
| ALOZA | Aloza | 6736819308 | 5900000000022 | Polna 3 | 81-001       | Sopot  | przelew         | hurtowa      |
[Towary]
| Kod  | Nazwa        | EAN           |
|------|--------------|---------------|
| GUMA | Guma arabska | 2900000000018 |
[Ceny]
| Towar | Grupa cenowa | Cena  |
|-------|--------------|-------|
| GUMA  | hurtowa      | 12,50 |
[Atrybuty]
| Dotyczy | Kod  | Atrybut       | Kontrahent | Wartość |
|---------|------|---------------|------------|---------|
| towar   | GUMA | BUYERITEMCODE | ALOZA      | 998877  |
"""
_SALE = (
    '{"type": "sale_invoice", "number": "FS/1/2026", "issue_date": "2026-03-30", "party": {"code": "ALOZA"}, '
    '"payments": [{"method": "przelew", "due_date": "2026-04-13"}], "positions": [{"goods": {"code": "GUMA"}, '
    '"rate": "23", "net": "125.00", "vat": "28.75", "quantity": "10", "price": "12.50"}]}'
)
_ORDER = """<Document-Order>
<Order-Header><OrderNumber>ZAM/5</OrderNumber><OrderDate>2026-03-20</OrderDate>
<DocumentFunctionCode>O</DocumentFunctionCode></Order-Header>
<Order-Parties><Buyer><ILN>5900000000022</ILN></Buyer><Seller><ILN>5900000000015</ILN></Seller></Order-Parties>
<Order-Lines><Line><Line-Item><LineNumber>1</LineNumber><EAN>2900000000018</EAN><BuyerItemCode>998877</BuyerItemCode>
<OrderedQuantity>10.000</OrderedQuantity><OrderedUnitNetPrice>12.50</OrderedUnitNetPrice></Line-Item></Line>
</Order-Lines>
<Order-Summary><TotalLines>1</TotalLines><TotalOrderedAmount>10.000</TotalOrderedAmount></Order-Summary>
</Document-Order>"""
_HEAD = """<Document-Invoice>
<Invoice-Header><InvoiceNumber>F/7</InvoiceNumber><InvoiceDate>2026-03-20</InvoiceDate><SalesDate>2026-03-20</SalesDate>
<InvoiceCurrency>PLN</InvoiceCurrency><InvoicePaymentDueDate>2026-04-03</InvoicePaymentDueDate>
<DocumentFunctionCode>O</DocumentFunctionCode></Invoice-Header>
<Invoice-Parties><Buyer><ILN>5900000000015</ILN><TaxID>5580730219</TaxID></Buyer>
<Seller><ILN>5900000000022</ILN><TaxID>6736819308</TaxID></Seller></Invoice-Parties>
"""
_INVOICE = (
    _HEAD
    + """<Invoice-Lines><Line><Line-Item><LineNumber>1</LineNumber><EAN>2900000000018</EAN><ItemType>CU</ItemType>
<InvoiceQuantity>10.000</InvoiceQuantity><InvoiceUnitNetPrice>12.50</InvoiceUnitNetPrice><TaxRate>23.00</TaxRate>
<TaxCategoryCode>S</TaxCategoryCode><TaxAmount>28.75</TaxAmount><NetAmount>125.00</NetAmount></Line-Item></Line>
</Invoice-Lines>
<Invoice-Summary><TotalLines>1</TotalLines><TotalNetAmount>125.00</TotalNetAmount><TotalTaxAmount>28.75</TotalTaxAmount>
<TotalGrossAmount>153.75</TotalGrossAmount><Tax-Summary><Tax-Summary-Line><TaxRate>23.00</TaxRate>
<TaxCategoryCode>S</TaxCategoryCode><TaxAmount>28.75</TaxAmount><TaxableAmount>125.00</TaxableAmount></Tax-Summary-Line>
</Tax-Summary></Invoice-Summary>
</Document-Invoice>"""
)
SECOND_LINE = """<Line><Line-Item><LineNumber>1</LineNumber><EAN>2900000000018</EAN><ItemType>CU</ItemType>
<InvoiceQuantity>1.000</InvoiceQuantity><InvoiceUnitNetPrice>20.00</InvoiceUnitNetPrice><TaxRate>23.00</TaxRate>
<TaxCategoryCode>S</TaxCategoryCode><TaxAmount>4.60</TaxAmount><NetAmount>20.00</NetAmount></Line-Item></Line>"""
_CORRECTION = (
    _HEAD.replace("F/7", "K/1")
    .replace("03-20", "03-25")
    .replace(
        "<DocumentFunctionCode>O</DocumentFunctionCode>",
        """<DocumentFunctionCode>C</DocumentFunctionCode>
<Reference><InvoiceReferenceNumber>F/7</InvoiceReferenceNumber><InvoiceReferenceDate>2026-03-20</InvoiceReferenceDate>
</Reference>""",
    )
    + """<Invoice-Lines><Line><Line-Item><LineNumber>1</LineNumber><EAN>2900000000018</EAN><ItemType>CU</ItemType>
<InvoiceQuantity>6.000</InvoiceQuantity><InvoiceUnitNetPrice>12.50</InvoiceUnitNetPrice><TaxRate>23.00</TaxRate>
<TaxCategoryCode>S</TaxCategoryCode><TaxAmount>17.25</TaxAmount><NetAmount>75.00</NetAmount>
<PreviousInvoiceQuantity>10.000</PreviousInvoiceQuantity>
<PreviousInvoiceUnitNetPrice>12.50</PreviousInvoiceUnitNetPrice><PreviousTaxRate>23.00</PreviousTaxRate>
<PreviousTaxCategoryCode>S</PreviousTaxCategoryCode><PreviousTaxAmount>28.75</PreviousTaxAmount>
<PreviousNetAmount>125.00</PreviousNetAmount><CorrectionInvoiceQuantity>-4.000</CorrectionInvoiceQuantity>
<CorrectionInvoiceUnitNetPrice>0.00</CorrectionInvoiceUnitNetPrice><CorrectionTaxAmount>-11.50</CorrectionTaxAmount>
<CorrectionNetAmount>-50.00</CorrectionNetAmount></Line-Item></Line></Invoice-Lines>
</Document-Invoice>"""
)
_KNOWN = (
    '{"type": "purchase_invoice", "number": "F/7", "issue_date": "2026-03-20", "party": {"code": "ALOZA"}, '
    '"warehouse": "MAG2", "positions": [{"goods": {"code": "GUMA"}, "rate": "23", "net": "125.00", '
    '"vat": "28.75", "quantity": "10"}]}'
)
_LATER = (
    _KNOWN.replace("F/7", "K/2")
    .replace('"positions"', '"correction": true, "corrected_numbers": ["F/7"], "positions"')
    .replace("03-20", "03-27")
    .replace("125.00", "0.00")
    .replace("28.75", "0.00")
    .replace('"10"', '"0"')
)
_RESERVED = (
    '{"type": "customer_order", "number": "RO/1/2026", "issue_date": "2026-03-20", "order_number": "ZAM/5", '
    '"party": {"code": "ALOZA"}, "positions": [{"goods": {"code": "GUMA"}, "quantity": "10"}]}\n'
)
KNOWN_WITH_EAN = _KNOWN.replace('"code": "GUMA"', '"code": "GUMA", "ean": "2900000000018"')
Change = tuple[str, str]


def _changed(text: str, changes: tuple[Change, ...]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def _with_company(company: str, name: str, text: str) -> str:
    return f"=== firma.kartoteka\n{company}=== {name}\n{text}"


def export_example(*changes: Change, company: tuple[Change, ...] = ()) -> str:
    """An invoice that is exported."""
    return _with_company(_changed(COMPANY, company), "edi-eksport.jsonl", _changed(_SALE, changes))


def order_example(*changes: Change, company: tuple[Change, ...] = ()) -> str:
    """An order of a customer that is imported."""
    return _with_company(_changed(COMPANY, company), "edi-import.xml", _changed(_ORDER, changes))


def invoice_example(*changes: Change, company: tuple[Change, ...] = (), known: str = "") -> str:
    """An invoice of a supplier that is imported."""
    text = _with_company(_changed(COMPANY, company), "edi-import.xml", _changed(_INVOICE, changes))
    return f"{text}\n=== edi-znane.jsonl\n{known}" if known else text


def correction_example(*changes: Change, known: str = _KNOWN) -> str:
    """A correction of a supplier that is imported, its invoice among the documents that are known."""
    text = _with_company(COMPANY, "edi-import.xml", _changed(_CORRECTION, changes))
    return f"{text}\n=== edi-znane.jsonl\n{known}"


TWO_SALES = export_example() + "\n" + _SALE.replace("FS/1/", "FS/2/")
SAME_NAME = export_example() + "\n" + _SALE.replace("FS/1/", "FS_1_")
EXPORT = export_example()
ORDER = order_example()
INVOICE = invoice_example()
CORRECTION = correction_example()
KNOWN_INVOICE = invoice_example(known=_KNOWN)
KNOWN_ORDER = f"{ORDER}\n=== edi-znane.jsonl\n{_RESERVED}"
AFTER_LATER = correction_example(known=f"{_KNOWN}\n{_LATER}")
BROKEN_TEMPLATE = (
    EXPORT
    + """
=== edi.szablon
{#
szablon "EDI-FAKTURA"
opis = Szablon, który się zatrzymuje
[Ogólne]
nazwa = Faktura
rodzaj = XML
rekord = faktura EDI
#}
<?xml version="1.0" encoding="UTF-8"?>
{% macro petla() %}<Order>{{ petla() }}</Order>{% endmacro %}
<Document-Invoice>{{ petla() }}</Document-Invoice>
"""
)
