"""What the examples of the problems of awizos are made of: orders, an awizo, SSCC settings. Invented."""

ORDER = """{"type": "customer_order", "number": "RO/1/2026", "issue_date": "2026-04-10", "status": "done",
 "party": {"code": "MARKET", "name": "Market Dom sp. z o.o.", "gln": "5900000000015"},
 "receiver": {"code": "CENTRUM", "name": "Market Dom Centrum Logistyczne", "gln": "5900000000022"},
 "order_number": "ZAM-7", "deliveries": [{"number": "WZ/1/2026", "delivery_date": "2026-04-17"}],
 "attributes": [{"code": "CODEBYBUYER", "value": "D-17"}, {"code": "ULTIMATECUSTOMERGLN", "value": "5900000000039"}],
 "positions": [{"goods": {"code": "FARBA", "name": "Farba biała 10 l", "ean": "2900000000018"},
  "quantity": "10", "delivered": "10", "buyer_item_code": "82001"}]}
"""
OTHER_ORDER = ORDER.replace("RO/1/", "RO/2/").replace("WZ/1/", "WZ/2/").replace("ZAM-7", "ZAM-8")
ORDERS = f"rezerwacje: [{ORDER},\n{OTHER_ORDER}]\n"
"""Two orders that may stand on one awizo."""

ADVICE = """{"type": "despatch_advice", "number": "17042026", "issue_date": "2026-04-16", "delivery_date": "2026-04-17",
 "party": {"code": "MARKET", "name": "Market Dom sp. z o.o.", "gln": "5900000000015"},
 "receiver": {"code": "CENTRUM", "name": "Market Dom Centrum Logistyczne", "gln": "5900000000022"},
 "positions": [
  {"goods": {"code": "FARBA", "name": "Farba biała 10 l", "ean": "2900000000018"}, "quantity": "10",
   "ultimate_customer": "5900000000039", "order_number": "ZAM-7", "reservation": "RO/1/2026",
   "buyer_item_code": "82001", "deliveries": ["WZ/1/2026"]},
  {"goods": {"code": "KLEJ", "name": "Klej do tapet", "ean": "2900000000025"}, "quantity": "4",
   "ultimate_customer": "5900000000046", "order_number": "ZAM-8", "reservation": "RO/2/2026",
   "buyer_item_code": "82002", "deliveries": ["WZ/2/2026"]}],
 "packages": [
  {"number": 1, "type": "201", "sscc": "359012345670000016"},
  {"number": 2, "type": "CT", "sscc": "359012345670000023", "parent": 1, "weight": "125.5", "volume": "0.12",
   "ultimate_customer": "5900000000039", "order_number": "ZAM-7", "contents": [{"position": 1, "quantity": "10"}]},
  {"number": 3, "type": "CT", "sscc": "359012345670000030", "weight": "2.4", "volume": "0.01",
   "ultimate_customer": "5900000000046", "order_number": "ZAM-8", "contents": [{"position": 2, "quantity": "4"}]}]}
"""
GOOD = f"awizo: {ADVICE}"
"""An awizo with an outer, an inner and an ordinary package, against which nothing is said."""


def changed(old: str, new: str) -> str:
    """The good awizo with one thing changed."""
    assert old in GOOD, old
    return GOOD.replace(old, new, 1)
