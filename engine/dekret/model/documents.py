"""All documents that can be posted, as one family of records."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from dekret.model.cash import CashReport
from dekret.model.family import Family
from dekret.model.invoices import PurchaseInvoice, SaleInvoice, VatPurchase, VatSale
from dekret.model.settlement import Settlement

Document: TypeAlias = VatPurchase | VatSale | PurchaseInvoice | SaleInvoice | CashReport | Settlement
DocumentKind: TypeAlias = Literal[
    "vat_purchase", "vat_sale", "purchase_invoice", "sale_invoice", "cash_report", "settlement"
]
MODELS: Mapping[str, type[Document]] = {
    "vat_purchase": VatPurchase,
    "vat_sale": VatSale,
    "purchase_invoice": PurchaseInvoice,
    "sale_invoice": SaleInvoice,
    "cash_report": CashReport,
    "settlement": Settlement,
}
"""The record of every type of document."""
DOCUMENTS: Family[Document] = Family("documents", "Typ dokumentu", MODELS)
KINDS = DOCUMENTS.kinds

decode = DOCUMENTS.decode
encode = DOCUMENTS.encode
schema = DOCUMENTS.schema
