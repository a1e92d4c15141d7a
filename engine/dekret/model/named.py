"""Fields of records as sentences name them: `positions[2].net` is „pozycja 2, Netto”, in English 'position 2, net'."""

from collections.abc import Mapping
from typing import get_args

from dekret.model.base import Record
from dekret.model.faults import Path, fields_of, shape_of
from dekret.text.wording import Wording

ONE_OF: Mapping[str, Wording] = {
    "additional_amounts": Wording("kwota dodatkowa", "additional amount"),
    "analytic_rows": Wording("wiersz opisu analitycznego", "analytic row"),
    "attributes": Wording("atrybut", "attribute"),
    "clients": Wording("klient umowy", "client"),
    "contents": Wording("zapakowany towar", "goods packed"),
    "corrected_numbers": Wording("dokument korygowany", "document corrected"),
    "deliveries": Wording("wydanie", "delivery"),
    "description": Wording("wiersz opisu", "line of the description"),
    "elements": Wording("pozycja", "element"),
    "employee_advances": Wording("zaliczka pracownika", "employee's advance"),
    "entries": Wording("zapis", "entry"),
    "info": Wording("informacja klient-bank", "information"),
    "invoices": Wording("faktura", "invoice"),
    "orders": Wording("zamówienie", "order"),
    "packages": Wording("opakowanie", "package"),
    "payments": Wording("płatność", "payment"),
    "positions": Wording("pozycja", "position"),
    "settled_advances": Wording("rozliczona zaliczka", "settled advance"),
    "source_numbers": Wording("dokument źródłowy", "source document"),
    "source_parties": Wording("wystawca dokumentu źródłowego", "issuer of a source document"),
}
"""One member of every list that a record of documents or payments holds, by the name of the list."""


def named(model: type[Record], path: Path) -> Wording:
    """A field by the titles of the records that hold it, members of lists by their numbers, counted from one.

    >>> from dekret.model.invoices import SaleInvoice
    >>> named(SaleInvoice, ("positions", 1, "goods", "name")).pl
    'pozycja 2, Towar Nazwa'
    >>> named(SaleInvoice, ("positions", 1, "net")).en
    'position 2, net'
    """
    parts: list[list[Wording]] = [[]]
    within: type[Record] | None = model
    for step, following in zip(path, (*path[1:], None), strict=True):
        if isinstance(step, int):
            parts.append([])
            continue
        shape = fields_of(within).get(step) if within else None
        if isinstance(following, int) and step in ONE_OF:
            one, number = ONE_OF[step], following + 1
            parts.append([Wording(f"{one.pl} {number}", f"{one.en} {number}")])
        else:
            parts[-1].append(Wording(shape.title if shape and shape.title else step, step.replace("_", " ")))
        within = _record_in(shape.plain) if shape else None
    found = [part for part in parts if part]
    return Wording(
        ", ".join(" ".join(word.pl for word in part) for part in found),
        ", ".join(" ".join(word.en for word in part) for part in found),
    )


def _record_in(annotation: object) -> type[Record] | None:
    """The record that an annotation holds: as it is, or None in its place, or a list of them."""
    plain = shape_of(annotation).plain
    if isinstance(plain, type) and issubclass(plain, Record):
        return plain
    return next((found for inner in get_args(plain) if (found := _record_in(inner))), None)
