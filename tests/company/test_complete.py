"""What a document does not say is filled in; what it says stays as it is."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from dekret.company.complete import Completion
from dekret.model.documents import KINDS, encode
from dekret.model.faults import read_document
from dekret.model.parties import Category
from dekret.packs.library import load_sources
from dekret.text.source import Source

FILE = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
nieznany podmiot = {unknown}
[Podmioty]
| Kod   | Nazwa            | NIP        | Rodzaj    | Kraj | Kategoria zakupu | Kategoria sprzedaży |
|-------|------------------|------------|-----------|------|------------------|---------------------|
| ALOZA | Aloza sp. z o.o. | 6736819308 |           | PL   | MATERIAŁY        | USŁUGI              |
| WILK  | Adam Wilk        |            | pracownik |      |                  |                     |
| Ą     | Ąka              |            |           |      |                  |                     |
[Kategorie]
| Kod       | Kod ogólny | Opis      | Konto Wn | Konto Ma |
|-----------|------------|-----------|----------|----------|
| MATERIAŁY | KOSZTY     | Materiały | 401-01   |          |
| USŁUGI    |            |           | 402      | 700      |
"""
ELEMENT = {"rate": "23", "net": "100.00", "vat": "23.00"}


def nowhere():
    return Source("d", "").span()


def directory(unknown="odmów"):
    return load_sources([Source("f", FILE.format(unknown=unknown))]).directories[0][1]


def complete(unknown="odmów", **fields):
    usual = {"type": "vat_purchase", "number": "FZ/1", "issue_date": "2026-03-05", "party": {"code": "ALOZA"}}
    document = read_document({**usual, "elements": [ELEMENT], **fields})
    assert not isinstance(document, tuple), document
    return Completion(directory(unknown)).completed(document, nowhere)


# --- parties


@pytest.mark.parametrize(
    "party",
    [{"code": "aloza"}, {"tax_id": "6736819308"}, {"tax_id": "673-681-93-08"}, {"tax_id": "PL6736819308"}],
)
def test_a_party_is_found_by_its_code_or_tax_number(party):
    found = complete(party=party).party
    assert (found.code, found.name, found.country) == ("ALOZA", "Aloza sp. z o.o.", "PL")
    assert found.tax_id == party.get("tax_id", "6736819308"), "the number stays as the document writes it"


def test_codes_are_the_same_in_any_letter_case_but_not_without_their_tails():
    assert complete(party={"code": "ą"}).party.code == "Ą"
    (refused,) = complete(party={"code": "A"})
    assert refused.id == "kartoteka/unknown-party"
    assert complete(category="materiały").category.code == "MATERIAŁY"
    assert complete(category="MATERIALY").category == "MATERIALY", "Ł is no L"


def test_the_kind_of_a_party_comes_from_the_file():
    assert complete(party={"code": "WILK"}).party.kind == "employee"
    assert complete(party={"code": "WILK", "kind": "office"}).party.kind == "office"


NOBODY = {"name": "Nikt", "tax_id": "156-224-15-48"}


def test_an_unknown_party_is_refused_with_the_row_to_add():
    (refused,) = complete(party=NOBODY)
    assert refused.id == "kartoteka/unknown-party"
    assert "| KOD | Nikt | 156-224-15-48 |" in refused.remedy.pl


def test_an_unknown_party_may_get_its_tax_number_for_a_code():
    assert complete("kod z NIP", party=NOBODY).party.code == "1562241548"
    assert complete("kod z NIP", party={"code": "SKLEP"}).party.code == "SKLEP"
    (refused,) = complete("kod z NIP", party={"name": "Nikt"})
    assert refused.id == "kartoteka/unknown-party"


def test_an_unknown_party_may_be_the_unspecified_one():
    found = complete("!NIEOKREŚLONY!", party=NOBODY).party
    assert (found.code, found.name, found.tax_id) == ("!NIEOKREŚLONY!", "Nikt", "156-224-15-48")


def test_without_a_file_the_tax_number_stands_for_the_code():
    usual = {"type": "vat_sale", "number": "1", "issue_date": "2026-03-05", "elements": [ELEMENT]}
    alone = Completion(None)
    assert alone.completed(read_document({**usual, "party": NOBODY}), nowhere).party.code == "1562241548"
    assert alone.completed(read_document({**usual, "party": {"code": "X", **NOBODY}}), nowhere).party.code == "X"


def test_the_holder_of_an_advance_is_looked_up_too():
    assert complete(advance_holder={"code": "wilk"}).advance_holder.kind == "employee"
    (refused,) = complete(advance_holder={"code": "NIKT"})
    assert "NIKT" in refused.message.pl


def test_both_sides_of_a_settlement():
    side = {"kind": "FZ", "number": "1", "party": {"code": "aloza"}, "amount": "1.00", "category": "usługi"}
    plain = {"number": "R", "date": "2026-03-05", "type": "settlement", "left": side}
    alone = Completion(directory())
    found = alone.completed(read_document({**plain, "right": {**side, "party": {"code": "wilk"}}}), nowhere)
    assert (found.left.party.code, found.right.party.code) == ("ALOZA", "WILK")
    assert found.left.category.debit_account == "402"
    (refused,) = alone.completed(read_document({**plain, "right": {**side, "party": {"code": "NIKT"}}}), nowhere)
    assert refused.id == "kartoteka/unknown-party"


def test_a_cash_entry_may_be_nobodys():
    entry = {"number": "1", "date": "2026-03-05", "direction": "in", "amount": "1.00"}
    report = {"type": "cash_report", "number": "RKB/1", "date": "2026-03-05"}
    alone = Completion(directory())
    found = alone.completed(
        read_document({**report, "entries": [entry, {**entry, "party": {"code": "wilk"}}]}), nowhere
    )
    assert [each.party.code for each in found.entries] == ["", "WILK"]
    (refused,) = alone.completed(read_document({**report, "entries": [{**entry, "party": {"code": "NIKT"}}]}), nowhere)
    assert refused.id == "kartoteka/unknown-party"


# --- categories


@pytest.mark.parametrize(("type_", "code"), [("vat_purchase", "MATERIAŁY"), ("vat_sale", "USŁUGI")])
def test_the_usual_category_of_the_party(type_, code):
    found = complete(type=type_)
    assert found.category.code == code
    assert found.elements[0].category.code == code


def test_the_category_of_the_header_reaches_elements_with_the_accounts_it_has():
    own = {"code": "MATERIAŁY", "debit_account": "409"}
    found = complete(category=own, elements=[ELEMENT, {**ELEMENT, "category": "usługi"}])
    assert found.category == Category(
        code="MATERIAŁY", general_code="KOSZTY", description="Materiały", debit_account="409"
    )
    assert found.elements[0].category == found.category
    assert (found.elements[1].category.code, found.elements[1].category.credit_account) == ("USŁUGI", "700")


def test_a_category_that_is_not_on_file_stays_as_it_is_and_reaches_elements():
    found = complete(category={"code": "OBCA", "credit_account": "9"})
    assert found.elements[0].category == Category(code="OBCA", credit_account="9")


def test_the_second_category_does_not_reach_elements():
    found = complete(category2="usługi")
    assert found.category2.debit_account == "402"
    assert found.elements[0].category2 is None


def test_a_document_that_says_all_is_the_same_document():
    first = complete()
    assert Completion(directory()).completed(first, nowhere) == first


# --- nothing that the document says is changed


def _kept(said, found, path=()):
    """Whether everything that is said is in what was found; codes and the kind of a party may be the file's."""
    if isinstance(said, dict):
        if isinstance(found, dict):
            return all(_kept(value, found.get(name), (*path, name)) for name, value in said.items())
        return False
    if isinstance(said, list):
        return len(said) == len(found) and all(_kept(*pair, path) for pair in zip(said, found, strict=True))
    if isinstance(found, dict):  # a category named by its code alone
        found = found["code"]
    if path[-1:] in (("code",), ("category",), ("category2",)):
        return said.casefold() == found.casefold() or not said
    return said == found


@settings(max_examples=settings.default.max_examples // 3)
@given(st.sampled_from(KINDS).flatmap(strategies.documents), st.sampled_from(["kod z NIP", "!NIEOKREŚLONY!"]))
def test_nothing_that_the_document_says_is_changed(document, unknown):
    if getattr(document, "analytic_rows", ()):
        document = msgspec.structs.replace(document, analytic_rows=())
    found = Completion(directory(unknown)).completed(document, nowhere)
    if isinstance(found, list):
        assert {each.id for each in found} == {"kartoteka/unknown-party"}
        return
    said, whole = (msgspec.json.decode(encode(each)) for each in (document, found))
    if unknown == "!NIEOKREŚLONY!":
        said, whole = _without_parties(said), _without_parties(whole)
    assert _kept(said, whole)


def _without_parties(data):
    match data:
        case dict():
            return {k: _without_parties(v) for k, v in data.items() if k not in ("party", "advance_holder")}
        case list():
            return [_without_parties(each) for each in data]
        case _:
            return data
