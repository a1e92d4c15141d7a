"""Every macro on full and on bare documents: its kind is what the table says, and NULL comes only where it may."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings

from dekret.documents.document_types import RULED_TYPES, VAT_PURCHASE, VAT_SALE
from dekret.documents.macros import Scope
from dekret.expr.kinds import Kind
from strategies import vat_documents

PYTHON = {Kind.TEXT: str, Kind.ACCOUNT: str, Kind.NUMBER: Decimal, Kind.DATE: dt.date}


@pytest.mark.parametrize("type_", RULED_TYPES, ids=lambda type_: type_.kind)
def test_every_scope_has_its_parts(type_):
    for macro in type_.macros:
        assert macro.scope in type_.parts
        assert set(macro.readers) <= set(type_.parts)
        assert macro.scope in macro.readers


@settings(max_examples=40)
@given(vat_documents("vat_purchase"), vat_documents("vat_sale"))
def test_values_are_what_the_table_says(purchase, sale):
    for type_, document in ((VAT_PURCHASE, purchase), (VAT_SALE, sale)):
        for macro in type_.macros:
            for scope, read in macro.readers.items():
                for part in type_.parts[scope](document):
                    arguments = ("BUDOWY",) if macro.spec.argument else ()
                    value = read(document, part, *arguments)
                    if value is None:
                        assert macro.spec.type.nullable, macro.spec.name
                    else:
                        assert isinstance(value, PYTHON[macro.spec.type.kind]), macro.spec.name


def test_names_are_known_in_any_letter_case():
    assert VAT_PURCHASE.words.find("@VAT") is VAT_PURCHASE.words.find("@vat")


def test_macros_of_one_register_are_told_apart():
    assert VAT_SALE.words.find("@DataWplywu") is None
    assert VAT_SALE.words.elsewhere["@datawplywu"].pl == "Rejestr VAT zakupu, Faktury zakupu"


def test_the_document_scope_is_everywhere():
    for type_ in RULED_TYPES:
        assert Scope.DOCUMENT in type_.parts
