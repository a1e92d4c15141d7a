"""All documents that can be posted: read from JSON at once, and field by field where something is wrong."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from dekret.model.cash import CashReport
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
KINDS: tuple[str, ...] = tuple(MODELS)

_DECODER: msgspec.json.Decoder[Document] = msgspec.json.Decoder(Document)
_ENCODER = msgspec.json.Encoder(decimal_format="string")
_COLON = b":"
_WRITTEN_COLON = b"\\u003"


def decode(data: bytes) -> tuple[Document, bytes] | None:
    """The document of a JSON text with its canonical form; None where it has to be read field by field.

    That is so where something is wrong, and where a name might stand twice: the canonical form then has fewer
    colons than the text, which no blank before them and no colon within a text can hide.
    """
    try:
        document = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, ArithmeticError):  # the last: a number beyond all measure
        return None
    canonical = encode(document)
    whole = canonical.count(_COLON) == data.count(_COLON) and _WRITTEN_COLON not in data
    return (document, canonical) if whole else None


def encode(document: Document) -> bytes:
    """The canonical JSON of a document: fields in order, those with their usual value left out."""
    return _ENCODER.encode(document)


def schema() -> dict[str, object]:
    """The JSON Schema of documents; the titles of the fields are Polish."""
    (found,), components = msgspec.json.schema_components([Document], ref_template="#/$defs/{name}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found, "$defs": components}
