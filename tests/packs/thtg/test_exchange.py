"""Contractors and invoices of the THTG Integrator: codes, the search by two numbers, both modes of cost invoices."""

import io
import json
from pathlib import Path

import pytest

import thtg_frames
from dekret.model.accounts import Account, AccountPlan
from dekret.packs.outcome import Refused
from dekret.packs.thtg.categories import Categories, categories_of
from dekret.packs.thtg.contractors import Contractors
from dekret.packs.thtg.invoices import Invoices, Mode

AGREEMENT = {
    "kind": "contract",
    "id": 77,
    "signed": "2026-03-06",
    "clients": [
        {"id": 3124, "name": "Piotr Kania", "pesel": "85031512344"},
        {"id": 3125, "name": "Ewa Kania", "pesel": "91072012343", "taxId": "7132003105"},
    ],
}
COST = {
    "number": "FV/7/2026",
    "issueDate": "2026-03-05",
    "contractor": {"kind": "contractor", "id": 3121, "name": "Aloza", "taxId": "673-681-93-08"},
    "items": [
        {"account": "501-432", "vatRate": "23", "net": "100.00", "gross": "123.00"},
        {"account": "501-499", "vatRate": "zw", "net": 10, "gross": 10},
    ],
}


def contractors(folder, *records):
    by = Contractors(thtg_frames.library(folder), thtg_frames.BY)
    return list(by.run([Path("-")], io.BytesIO(json.dumps(records).encode())))


def card(**fields):
    return {"kind": "client", "id": 9, "name": "Nowy", "modified": "2026-03-05", "pesel": "78113012340", **fields}


def invoices(folder, mode, **lists):
    by = Invoices(thtg_frames.library(folder), thtg_frames.BY, mode)
    return list(by.run([Path("-")], io.BytesIO(json.dumps(lists).encode())))


def test_an_invoice_is_sent_once(tmp_path):
    other = {**COST, "contractor": {**COST["contractor"], "id": 3122, "taxId": "7132003105"}}
    bad = {**COST, "items": [{**COST["items"][0], "net": "sto"}]}
    found = invoices(tmp_path, Mode.ELEMENTS, costs=[bad, COST, COST, other])
    said = [
        [each.id for each in item.diagnostics] if isinstance(item, Refused) else item.document.type for item in found
    ]
    assert said == [["mapping/unreadable"], "vat_purchase", ["thtg/invoice-twice"], "vat_purchase"]


def test_a_number_of_ours_is_sent_once_whoever_bought(tmp_path):
    sale = {"number": "FS/1", "issueDate": "2026-03-05", "items": [{"vatRate": "zw", "net": "50", "gross": "50"}]}
    people = [{"kind": "client", "id": 9, "name": "A", "pesel": number} for number in ("78113012340", "90021512347")]
    first, again = invoices(tmp_path, Mode.ELEMENTS, sales=[{**sale, "contractor": person} for person in people])
    assert not isinstance(first, Refused)
    assert [each.id for each in again.diagnostics] == ["thtg/invoice-twice"]


def test_a_contractor_sent_twice_is_said(tmp_path):
    first, again = contractors(tmp_path, card(), card(name="Nowsza"))
    assert (first.contractor.action, first.remarks) == ("create", ())
    assert (again.contractor.code, [each.id for each in again.remarks]) == ("K_9", ["thtg/contractor-twice"])


def test_codes_hold_the_id_of_the_integrator(tmp_path):
    client, contractor = contractors(tmp_path, card(), card(kind="contractor", pesel="78113012357"))
    assert (client.contractor.code, contractor.contractor.code) == ("K_9", "KT_9")
    assert {client.contractor.action, contractor.contractor.action} == {"create"}


@pytest.mark.parametrize(
    "fields", [{"taxId": "PL 673-681-93-08", "pesel": ""}, {"taxId": "6736819308", "pesel": "78113012340"}]
)
def test_found_by_tax_id(tmp_path, fields):
    (found,) = contractors(tmp_path, card(**fields))
    assert (found.contractor.action, found.contractor.code) == ("exists", "ALOZA")
    assert found.contractor.integrator_code == "K_9"


def test_found_by_pesel(tmp_path):
    (found,) = contractors(tmp_path, card(pesel="90021512347"))
    assert (found.contractor.action, found.contractor.code) == ("exists", "K_3123")


def test_who_is_created_is_found_by_those_behind(tmp_path):
    first, again = contractors(tmp_path, card(), card(kind="contractor", id=10))
    assert (first.contractor.action, again.contractor.action) == ("create", "exists")
    assert again.contractor.code == "K_9"


def test_a_code_on_file_without_numbers_is_the_same_contractor(tmp_path):
    (found,) = contractors(tmp_path, card(id=3130))
    assert (found.contractor.action, found.contractor.code) == ("exists", "K_3130")


def test_one_contractor_of_several_clients(tmp_path):
    (made,) = contractors(tmp_path, AGREEMENT)
    contractor = made.contractor
    assert contractor.code == "K_3124"
    assert contractor.party.name == "Piotr Kania; Ewa Kania"
    assert (contractor.party.tax_id, contractor.party.pesel) == ("7132003105", "85031512344")
    assert [client.code for client in contractor.clients] == ["K_3124", "K_3125"]


@pytest.mark.parametrize("number", [{"taxId": "7132003105", "pesel": ""}, {"pesel": "91072012343"}])
def test_an_agreement_is_found_by_any_of_its_clients(tmp_path, number):
    _, found = contractors(tmp_path, AGREEMENT, card(**number))
    assert (found.contractor.action, found.contractor.code) == ("exists", "K_3124")


def test_an_agreement_whose_clients_are_two_contractors_on_file_is_refused(tmp_path):
    clients = [{"id": 1, "name": "A", "pesel": "90021512347"}, {"id": 2, "name": "B", "taxId": "6736819308"}]
    (found,) = contractors(tmp_path, {**AGREEMENT, "clients": clients})
    assert isinstance(found, Refused)
    assert [each.id for each in found.diagnostics] == ["thtg/several-found"]


def test_mode_one_has_no_categories(tmp_path):
    (found,) = invoices(tmp_path, Mode.ELEMENTS, costs=[COST])
    assert found.document.party.code == "ALOZA"
    assert [(str(e.net), str(e.vat), e.category, e.category2) for e in found.document.elements] == [
        ("100.00", "23.00", None, None),
        ("10", "0.00", None, None),
    ]
    assert found.remarks == ()


def test_mode_two_splits_accounts_and_says_which_it_could_not(tmp_path):
    (found,) = invoices(tmp_path, Mode.CATEGORIES, costs=[COST])
    assert [(e.category, e.category2) for e in found.document.elements] == [("501", "432"), (None, None)]
    assert [each.id for each in found.remarks] == ["thtg/no-categories"]


@pytest.mark.parametrize("mode", Mode)
def test_sales_go_to_their_register(tmp_path, mode):
    sale = {**COST, "number": "FS/1", "register": "USŁUGI"}
    cost, sold = invoices(tmp_path, mode, costs=[COST], sales=[sale])
    assert (cost.document.type, cost.document.register_name) == ("vat_purchase", "ZAKUP")
    assert (sold.document.type, sold.document.register_name) == ("vat_sale", "USŁUGI")


@pytest.mark.parametrize(
    ("data", "id_"),
    [("{}", "mapping/no-documents"), ("[]", "mapping/no-documents"), ('{"costs": []}', "mapping/empty-list")],
)
def test_a_file_without_invoices_is_said_once(tmp_path, data, id_):
    by = Invoices(thtg_frames.library(tmp_path), thtg_frames.BY, Mode.ELEMENTS)
    (found,) = by.run([Path("-")], io.BytesIO(data.encode()))
    assert [each.id for each in found.diagnostics] == [id_]


@pytest.mark.parametrize("mode", Mode)
def test_an_empty_list_beside_one_with_invoices_is_passed_over(tmp_path, mode):
    (sold,) = invoices(tmp_path, mode, costs=[], sales=[{**COST, "number": "FS/1", "register": "USŁUGI"}])
    assert sold.document.number == "FS/1"


@pytest.mark.parametrize(
    ("data", "id_"),
    [
        ('{"costs": [', "intake/bad-json"),
        ('{"costs": [{"number": NaN}]}', "intake/bad-json"),
        ("[" * 100_000, "intake/bad-json"),
        ('{"costs": [{"number": "A", "number": "B"}]}', "intake/repeated-field"),
        (" ", "mapping/empty-file"),
    ],
)
def test_a_file_that_is_no_json_is_said_once(tmp_path, data, id_):
    by = Invoices(thtg_frames.library(tmp_path), thtg_frames.BY, Mode.ELEMENTS)
    (found,) = by.run([Path("-")], io.BytesIO(data.encode()))
    assert [each.id for each in found.diagnostics] == [id_]


def test_a_contractor_without_an_id_gets_no_code(tmp_path):
    nameless = COST["contractor"] | {"id": None}
    (found,) = invoices(tmp_path, Mode.ELEMENTS, costs=[COST | {"contractor": nameless}])
    assert [each.id for each in found.diagnostics] == ["THTG-FAKTURA/KOD"]


PLAN = AccountPlan(
    "P", (*(Account(code) for code in ("501", "501-1", "432", "432-2", "402")), Account("498", inactive=True))
)


@pytest.mark.parametrize(
    ("account", "categories"),
    [
        ("501-432", Categories("501", "432", 1)),
        ("501 - 432", Categories("501", "432", 1)),
        ("501-1-432-2", Categories("501-1", "432-2", 1)),
        ("501-1-402", Categories("501-1", "402", 1)),
        ("402", Categories("402", "", 1)),
        ("501-1", Categories("501-1", "", 1)),
        ("501-498", Categories()),
        ("501-432-", Categories()),
        ("", Categories()),
        ("-", Categories()),
    ],
)
def test_split_of_accounts(account, categories):
    assert categories_of(account, PLAN) == categories


def test_a_split_in_several_ways_is_none():
    plan = AccountPlan("P", tuple(Account(code) for code in ("501", "1-432", "501-1", "432")))
    assert categories_of("501-1-432", plan) == Categories(ways=2)
