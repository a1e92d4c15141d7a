"""Schemes tried out on example documents: what the check says of rows and of documents."""

import pytest

from dekret import api
from dekret.documents.document_types import DOCUMENT_TYPES, RULED_TYPES
from dekret.documents.examples import EXAMPLES, SETTERS, example
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.faults import read_record
from dekret.text.source import Source

HEAD = 'schemat "S"\n[Nagłówek]\nnazwa = S\ntyp = {type}\n{header}\n[Pozycje]\n'
COLUMNS = "| Konto Wn | Konto Ma | Słownik | Kwota | Waluta | Warunek |\n"


def said(*rows, type_="Rejestr VAT zakupu", header=""):
    text = HEAD.format(type=type_, header=header) + COLUMNS + "".join(f"| {row} |\n" for row in rows)
    return {found.id: found for found in api.check_sources([Source("s", text)]).report.diagnostics}


@pytest.mark.parametrize("type_", RULED_TYPES, ids=lambda type_: type_.kind)
def test_examples_are_documents_with_every_part(type_):
    for base in EXAMPLES[type_.kind]:
        document = read_record(example(base, type_.kind, {}), ALL_DOCUMENTS)
        assert not isinstance(document, tuple), document
        for scope in type_.parts:
            assert list(type_.parts[scope](document)), scope


@pytest.mark.parametrize("type_", RULED_TYPES, ids=lambda type_: type_.kind)
def test_every_setter_sets_its_macro(type_):
    samples = {"text": "23", "account": "401", "number": "7.00", "date": "2026-03-07"}
    for name, setter in SETTERS[type_.kind].items():
        if name not in type_.by_name:
            continue
        macro = type_.by_name[name]
        if "Waluta" in name:
            wanted = "EUR"
        elif name == "@TypRozl":
            wanted = "FZ-KW"
        elif name.startswith("@TypDokumentu"):
            wanted = "KW"
        elif name == "@KrajPodmiotu":
            wanted = "DE"
        elif name == "@GlnPodmiotu":
            wanted = "5900000000022"
        else:
            wanted = next(iter(setter.words)) if setter.words else samples[macro.spec.type.kind.value.en]
        final = {"@CzyZaliczkowa": "FINALNA"} if name == "@ZalNetto" else {}
        data = example(EXAMPLES[type_.kind][0], type_.kind, {**final, name: wanted})
        assert data is not None
        document = read_record(data, ALL_DOCUMENTS)
        assert not isinstance(document, tuple), (name, document)
        part = next(iter(type_.parts[macro.scope](document)))
        assert str(macro.readers[macro.scope](document, part)) == wanted, name


def test_a_condition_that_contradicts_itself_or_the_header():
    rows = (" | 202 | | @Brutto | |", "221 | | | @Vat | |", "401 | | | @Netto | |")
    never = "501 | 490 | | @Netto | | @CzyZaliczkowa = 'TAK' AND @CzyZaliczkowa = 'NIE'"
    assert set(said(*rows, never)) == {"posting/never-fires"}
    only_pln = "warunek = @Waluta = 'PLN'"
    assert set(said(*rows, "501 | 490 | | @Netto | | @Waluta = 'EUR'", header=only_pln)) == {"posting/never-fires"}
    assert said(*rows, "501 | 490 | | @Netto | | @CzyKorekta = 'tak'") == {}, "letter case does not matter"
    assert set(said(*rows, "501 | 490 | | @Netto | | @CzyKorekta = 'T'")) == {
        "posting/never-fires",
        "posting/value-never",
    }
    assert said(*rows, "501 | 490 | | @Netto | | LEFT(@KodPodmiotu, 2) = 'XYZ'") == {}, "functions are not judged"
    assert said(*rows, "501 | 490 | | @Netto | | @KodPodmiotu LIKE 'Z%'") == {}


def test_rows_side_by_side():
    both = ("401 | 202 | | @Brutto | | @Waluta = 'PLN'", "402 | 202 | | @Brutto | | @Waluta <> 'EUR'")
    found = said(*both)
    assert set(found) == {"posting/rows-overlap", "posting/some-not-posted"}
    assert "@Waluta = 'PLN'" in found["posting/rows-overlap"].message.pl
    assert "@Waluta = 'EUR'" in found["posting/some-not-posted"].message.pl
    assert '"currency": "EUR"' in found["posting/some-not-posted"].detail.pl
    assert "posting/row-twice" in said(both[0], both[0])


def test_documents_that_do_not_balance_are_shown():
    found = said(" | 202 | | @Brutto | |", "221 | | | @Vat | |", "401 | | | @Netto | | @CzyKorekta = 'NIE'")
    assert set(found) == {"posting/some-unbalanced"}
    assert "@CzyKorekta = 'TAK'" in found["posting/some-unbalanced"].message.pl
    assert said("401 | 202 | | @Brutto | tak |") == {}


def test_every_type_of_document_is_tried():
    for type_ in DOCUMENT_TYPES:
        amount = {"cash_report": "@Przychod", "settlement": "@KwotaRoz1"}.get(type_.kind, "@Brutto")
        assert said(f"401 | | | {amount} | |", type_=type_.word.pl).keys() >= {"posting/some-unbalanced"}
        may = "może nic nie zaksięgować = tak"
        assert said(f"401 | 402 | | {amount} | |", type_=type_.word.pl, header=may) == {}
