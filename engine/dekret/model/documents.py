"""All documents that can be posted, as one family of records; with those of trade that cannot, as another."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from dekret.model.cash import CashReport
from dekret.model.contractors import Contractor
from dekret.model.family import Family
from dekret.model.invoices import InternalSale, PurchaseInvoice, SaleInvoice, VatPurchase, VatSale
from dekret.model.settlement import Settlement
from dekret.model.trade import CustomerOrder, DespatchAdvice, PriceList, SupplierOrder

Document: TypeAlias = VatPurchase | VatSale | PurchaseInvoice | SaleInvoice | InternalSale | CashReport | Settlement
DocumentKind: TypeAlias = Literal[
    "vat_purchase", "vat_sale", "purchase_invoice", "sale_invoice", "internal_sale", "cash_report", "settlement"
]
MODELS: Mapping[str, type[Document]] = {
    "vat_purchase": VatPurchase,
    "vat_sale": VatSale,
    "purchase_invoice": PurchaseInvoice,
    "sale_invoice": SaleInvoice,
    "internal_sale": InternalSale,
    "cash_report": CashReport,
    "settlement": Settlement,
}
"""The record of every type of document."""
DOCUMENTS: Family[Document] = Family("documents", "Typ dokumentu", MODELS)
KINDS = DOCUMENTS.kinds
TradeDocument: TypeAlias = CustomerOrder | SupplierOrder | DespatchAdvice | PriceList | Contractor
AnyDocument: TypeAlias = Document | TradeDocument
TRADE_MODELS: Mapping[str, type[TradeDocument]] = {
    "customer_order": CustomerOrder,
    "supplier_order": SupplierOrder,
    "despatch_advice": DespatchAdvice,
    "price_list": PriceList,
    "contractor": Contractor,
}
ALL_DOCUMENTS: Family[AnyDocument] = Family("any_documents", "Typ dokumentu", {**MODELS, **TRADE_MODELS})
"""What can be checked by rules, exchanged and printed, posted or not."""

decode = DOCUMENTS.decode
encode = DOCUMENTS.encode
schema = ALL_DOCUMENTS.schema
