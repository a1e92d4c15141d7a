"""How the manual and the messages name the fields of records."""

from collections.abc import Iterator
from typing import get_args, get_origin

import pytest

from dekret.intake.family_problems import FORMS
from dekret.model.base import Record
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.faults import Shape, fields_of, shape_of
from dekret.model.named import ONE_OF, named
from dekret.model.payments import PAYERS, PAYMENTS
from dekret.packs import manual
from dekret.packs.document_fields import field_rows


def fields() -> Iterator[tuple[str, Shape]]:
    """Every field of every record that may stand in a document or payment, and what unions and lists hold."""
    waiting = [model for family in (ALL_DOCUMENTS, PAYMENTS, PAYERS) for model in family.models.values()]
    seen = set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            for name, shape in fields_of(model).items():
                yield from ((name, part) for part in parts(shape, waiting))


def parts(shape: Shape, waiting: list[type[Record]]) -> Iterator[Shape]:
    yield shape
    if isinstance(shape.plain, type) and issubclass(shape.plain, Record):
        waiting.append(shape.plain)
    for inner in get_args(shape.plain):
        if inner is not ...:
            yield from parts(shape_of(inner), waiting)


def test_members_of_every_list_have_a_name():
    lists = {name for name, shape in fields() if get_origin(shape.plain) is tuple}
    assert lists == set(ONE_OF)


def test_every_form_of_a_text_is_said():
    forms = {shape.extra["form"] for _, shape in fields() if "form" in shape.extra}
    assert forms == set(FORMS) - {""}


@pytest.mark.parametrize(
    ("path", "pl", "en"),
    [
        (("number",), "Numer dokumentu", "number"),
        (("positions", 1, "net"), "pozycja 2, Netto", "position 2, net"),
        (("party", "tax_id"), "Podmiot NIP", "party tax id"),
        (("orders", 0, "attributes", 2, "code"), "zamówienie 1, atrybut 3, Kod atrybutu", "order 1, attribute 3, code"),
        (("corrected_numbers", 0), "dokument korygowany 1", "document corrected 1"),
    ],
)
def test_fields_are_named_by_titles_and_numbers(path, pl, en):
    found = named(ALL_DOCUMENTS.models["sale_invoice"], path)
    assert (found.pl, found.en) == (pl, en)


@pytest.mark.parametrize("kind", ALL_DOCUMENTS.kinds)
def test_the_manual_has_every_type_of_document(kind):
    assert f'"type": "{kind}"' in manual.documents("pl")


def test_the_manual_says_forms_and_differences():
    rows = {".".join(row.path): row.value for row in field_rows("sale_invoice")}
    assert rows["positions[]*.price"].pl == "liczba; na korekcie różnica: o ile się zmienia"
    assert rows["positions[]*.rate*"].en.startswith("a percentage without %")
    assert field_rows("settlement")[3].value.pl.startswith("skrót rodzaju dokumentu: FS (faktura sprzedaży)")
