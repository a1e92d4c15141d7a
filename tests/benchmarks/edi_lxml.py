"""The file of an invoice built with lxml, element by element, from the finished record: the peer of the template.

As a programmer writes it who knows the format: no template, no check of the shape, amounts formatted where they stand.
"""

import datetime as dt
from decimal import Decimal

from lxml import etree

from dekret.model.edi import EdiDelivery, EdiInvoice, EdiLine, EdiOrder, EdiParty

Parent = etree._Element  # noqa: SLF001 - lxml names the type of its elements so
_CENT, _THOUSANDTH = Decimal("0.01"), Decimal("0.001")


def _add(parent: Parent, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text


def _if(parent: Parent, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, name).text = text


def _day(parent: Parent, name: str, day: dt.date | None) -> None:
    if day:
        etree.SubElement(parent, name).text = day.isoformat()


def _amount(parent: Parent, name: str, amount: Decimal) -> None:
    etree.SubElement(parent, name).text = f"{amount.quantize(_CENT):f}"


def _address(parent: Parent, party: EdiParty) -> None:
    _if(parent, "Name", party.name)
    _if(parent, "StreetAndNumber", party.street_and_number)
    _if(parent, "CityName", party.city_name)
    _if(parent, "PostalCode", party.postal_code)
    _add(parent, "Country", party.country)


def _buyer(parent: Parent, name: str, party: EdiParty) -> None:
    element = etree.SubElement(parent, name)
    _if(element, "ILN", party.iln)
    _if(element, "TaxID", party.tax_id)
    _address(element, party)


def _order(parent: Parent, name: str, order: EdiOrder) -> None:
    element = etree.SubElement(parent, name)
    _if(element, "BuyerOrderNumber", order.buyer_order_number)
    _day(element, "BuyerOrderDate", order.buyer_order_date)


def _delivery(parent: Parent, name: str, delivery: EdiDelivery) -> None:
    element = etree.SubElement(parent, name)
    _if(element, "DeliveryLocationNumber", delivery.delivery_location_number)
    _day(element, "DeliveryDate", delivery.delivery_date)
    _if(element, "DespatchNumber", delivery.despatch_number)
    _day(element, "DespatchDate", delivery.despatch_date)
    if delivery.place:
        _address(element, delivery.place)


def _header(root: Parent, invoice: EdiInvoice) -> None:
    header = etree.SubElement(root, "Invoice-Header")
    _add(header, "InvoiceNumber", invoice.invoice_number)
    _day(header, "InvoiceDate", invoice.invoice_date)
    _day(header, "SalesDate", invoice.sales_date)
    _add(header, "InvoiceCurrency", invoice.invoice_currency)
    _day(header, "InvoicePaymentDueDate", invoice.payment_due_date)
    if invoice.payment_terms is not None:
        _add(header, "InvoicePaymentTerms", str(invoice.payment_terms))
    _if(header, "InvoicePaymentMeans", invoice.payment_means)
    _if(header, "PaymentInformation", invoice.payment_information)
    _add(header, "DocumentFunctionCode", "O")
    _add(header, "MessageType", "INV")
    if invoice.order:
        _order(header, "Order", invoice.order)
    if invoice.delivery:
        _delivery(header, "Delivery", invoice.delivery)


def _parties(root: Parent, invoice: EdiInvoice) -> None:
    parties = etree.SubElement(root, "Invoice-Parties")
    for name in ("Buyer", "Payer", "Invoicee"):
        _buyer(parties, name, invoice.buyer)
    for name in ("Seller", "Payee"):
        seller = etree.SubElement(parties, name)
        _if(seller, "ILN", invoice.seller.iln)
        _if(seller, "TaxID", invoice.seller.tax_id)
        _if(seller, "AccountNumber", invoice.seller.account_number)
        if name == "Seller":
            _if(seller, "CodeByBuyer", invoice.seller.code_by_buyer)
        _address(seller, invoice.seller)
        if name == "Seller":
            _if(seller, "UtilizationRegisterNumber", invoice.seller.utilization_register_number)
            _if(seller, "CourtAndCapitalInformation", invoice.seller.court_and_capital_information)
    if invoice.head_office_iln:
        _add(etree.SubElement(parties, "SellerHeadquarters"), "ILN", invoice.head_office_iln)
    if invoice.ordered_by_iln:
        _add(etree.SubElement(parties, "OrderedBy"), "ILN", invoice.ordered_by_iln)


def _line(lines: Parent, line: EdiLine) -> None:
    outer = etree.SubElement(lines, "Line")
    item = etree.SubElement(outer, "Line-Item")
    _add(item, "LineNumber", str(line.line_number))
    _if(item, "EAN", line.ean)
    _add(item, "BuyerItemCode", line.buyer_item_code)
    _if(item, "SupplierItemCode", line.supplier_item_code)
    _if(item, "ItemDescription", line.item_description)
    _add(item, "ItemType", "CU")
    _add(item, "InvoiceQuantity", f"{line.now.quantity.quantize(_THOUSANDTH):f}")
    _add(item, "UnitOfMeasure", line.unit_of_measure)
    _amount(item, "InvoiceUnitNetPrice", line.now.unit_net_price)
    if line.now.tax_rate is not None:
        _amount(item, "TaxRate", line.now.tax_rate)
    _if(item, "TaxCategoryCode", line.now.tax_category_code)
    if line.pkwiu:
        reference = etree.SubElement(item, "TaxReference")
        _add(reference, "ReferenceType", "PKWiU")
        _add(reference, "ReferenceNumber", line.pkwiu)
    _amount(item, "TaxAmount", line.now.tax_amount)
    _amount(item, "NetAmount", line.now.net_amount)
    if line.order:
        _order(outer, "Line-Order", line.order)
    if line.delivery:
        _delivery(outer, "Line-Delivery", line.delivery)


def _summary(root: Parent, invoice: EdiInvoice) -> None:
    summary = etree.SubElement(root, "Invoice-Summary")
    _add(summary, "TotalLines", str(len(invoice.lines)))
    _amount(summary, "TotalNetAmount", invoice.totals.net_amount)
    _amount(summary, "TotalTaxableBasis", invoice.totals.net_amount)
    _amount(summary, "TotalTaxAmount", invoice.totals.tax_amount)
    _amount(summary, "TotalGrossAmount", invoice.totals.gross_amount)
    taxes = etree.SubElement(summary, "Tax-Summary")
    for each in invoice.tax:
        tax = etree.SubElement(taxes, "Tax-Summary-Line")
        if each.now.tax_rate is not None:
            _amount(tax, "TaxRate", each.now.tax_rate)
        _if(tax, "TaxCategoryCode", each.now.tax_category_code)
        _amount(tax, "TaxAmount", each.now.tax_amount)
        _amount(tax, "TaxableBasis", each.now.net_amount)
        _amount(tax, "TaxableAmount", each.now.net_amount)
        _amount(tax, "GrossAmount", each.now.gross_amount)


def invoice_file(invoice: EdiInvoice) -> bytes:
    """The file of an invoice without sugar fee (profile F)."""
    root = etree.Element("Document-Invoice")
    _header(root, invoice)
    _parties(root, invoice)
    lines = etree.SubElement(root, "Invoice-Lines")
    for line in invoice.lines:
        _line(lines, line)
    _summary(root, invoice)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
