"""What is to be said of units of measure, which files name by few codes (comarch-edi 5.1)."""

from collections.abc import Iterator, Sequence

from dekret.edi import import_problems
from dekret.edi.codes import PIECE, has_code, is_code, unit_code
from dekret.intake.received import Received
from dekret.mapping.places import span_of
from dekret.model.documents import AnyDocument
from dekret.model.invoices import InvoicePosition, PurchaseInvoice
from dekret.model.trade import CustomerOrder, OrderPosition
from dekret.packs.edi import problems
from dekret.packs.edi.incoming import Incoming
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Value, listed


def without_code(item: Received[AnyDocument]) -> Iterator[Diagnostic]:
    """The units of a document that its file will call pieces, each once."""
    places: dict[str, list[str]] = {}
    document = item.document
    for place, position in enumerate(getattr(document, "positions", ()), 1):
        if not has_code(position.unit):
            places.setdefault(position.unit, []).append(str(place))
    for unit, found in places.items():
        values: dict[str, Value] = {"number": document.number, "positions": listed(found), "unit": unit}
        yield problems.NO_UNIT_CODE.filled(item.span, {**values, "code": PIECE})


def other_units(item: Incoming, document: CustomerOrder | PurchaseInvoice) -> Iterator[Diagnostic]:
    """The positions whose unit on file is not that of the file that came.

    The unit is that of the EAN (001:484); where it has no code of its own, such as a box, files call it a piece, and
    it is not asked. A code that is missing says nothing.
    """
    positions: Sequence[InvoicePosition | OrderPosition] = document.positions
    for place, (position, line) in enumerate(zip(positions, item.lines, strict=False), 1):
        code = line.value("UnitOfMeasure").upper()
        if not code or not position.unit:
            continue
        values: dict[str, Value] = {"number": document.number, "position": str(place), "code": code}
        values |= {"goods": position.goods.code, "unit": position.unit}
        if not is_code(code):
            yield import_problems.UNKNOWN_UNIT.filled(span_of(item.name, line), values)
        elif code != unit_code(position.unit):
            yield import_problems.OTHER_UNIT.filled(span_of(item.name, line), values)
