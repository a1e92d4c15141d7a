"""Internal sales made of purchase invoices: the sixteen rules of the manual one by one (001:58–89), and cancelling."""

import datetime as dt
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wnt_frames
from dekret import api
from dekret.errors import UsageError
from dekret.model.directory import KnownGoods
from dekret.model.documents import encode
from dekret.model.faults import read_document
from dekret.packs.outcome import Refused
from dekret.packs.wnt.by import WntBy
from dekret.packs.wnt.cancel import cancel
from dekret.packs.wnt.create import Created, Creation
from dekret.values.rounding import HALF_UP, rounded
from dekret.wnt.convert import ConvertBy, internal_sale, tax_point
from dekret.wnt.families import PurchaseFamily


def position(code="DESKA", **fields):
    return {"goods": {"code": code}, "quantity": "10", "rate": "0", "net": "1000.00", **fields}


def invoice(*positions, **fields):
    return {
        "type": "purchase_invoice",
        "number": "R-17/2026",
        "issue_date": "2026-03-05",
        "party": {"code": "NORD"},
        "currency": "EUR",
        "exchange_rate": "4.2517",
        "category": "TOWARY",
        "positions": list(positions) or [position()],
        **fields,
    }


def correction(*positions, **fields):
    usual = {"number": "K-1", "issue_date": "2026-03-09", "correction": True, "corrected_numbers": ["R-17/2026"]}
    return invoice(*positions, **{**usual, **fields})


def border(*positions):
    usual = {"number": "FZKG-1", "border_correction": True, "currency": "PLN", "party": {"name": "Przewoźnik"}}
    return correction(*positions, **usual)


def data(*documents):
    return io.BytesIO(json.dumps(documents).encode())


def create(folder, *documents, **by):
    made = Creation(wnt_frames.library(folder), WntBy(dt.date(2026, 3, 31), **by))
    return list(made.run([Path("-")], data(*documents)))


def only(found):
    (item,) = found
    assert isinstance(item, Created), item
    return item


def plain(record):
    return json.loads(encode(record))


def ids(item):
    return [each.id for each in (item.diagnostics if isinstance(item, Refused) else item.remarks)]


def test_rule_1_and_2_one_document_of_one_invoice_which_gets_the_status_w(tmp_path):
    made = only(create(tmp_path, invoice()))
    assert made.sale.source_numbers == ("R-17/2026",)
    assert (made.invoice.status, made.invoice.internal_sale) == ("W", "FAWFZ/1/2026")
    (again,) = create(tmp_path, plain(made.invoice))
    assert ids(again) == ["WNT-FSW/STATUS-W"]


def test_an_invoice_is_known_by_its_internal_sale_though_it_does_not_say_so(tmp_path):
    made = only(create(tmp_path, invoice()))
    (again,) = create(tmp_path, invoice(), plain(made.sale))
    assert ids(again) == ["WNT-FSW/STATUS-W"]


def test_an_invoice_beside_its_marked_copy_is_refused(tmp_path):
    made = only(create(tmp_path, invoice()))
    marked, again = create(tmp_path, plain(made.invoice), invoice(party={"tax_id": "DE123456789"}))
    assert (ids(marked), ids(again)) == (["WNT-FSW/STATUS-W"], ["wnt/twice"])


def test_an_invoice_is_held_back_whose_correction_cannot_be_read(tmp_path):
    other = invoice(number="R-18/2026")
    unread, held, made = create(tmp_path, invoice(), other, correction(position(net="sto")))
    assert (ids(held), ids(unread)) == (["wnt/held-back"], ["intake/bad-number"])
    assert (only([made]).sale.source_numbers, made.sale.number) == (("R-18/2026",), "FAWFZ/1/2026")


@pytest.mark.parametrize("broken", [b'{"corrected_numbers": ["R-17/2026"]', b'[{"x": "R-17\\/2026", ]'])
def test_so_is_one_that_a_broken_file_names(tmp_path, broken):
    (tmp_path / "fz.json").write_bytes(data(invoice()).read())
    (tmp_path / "k.json").write_bytes(broken)
    made = Creation(wnt_frames.library(tmp_path), WntBy(dt.date(2026, 3, 31)))
    unread, held = made.run([tmp_path / "fz.json", tmp_path / "k.json"], io.BytesIO())
    assert isinstance(unread, Refused)
    assert ids(held) == ["wnt/held-back"]


@pytest.mark.parametrize(
    ("fields", "id_"),
    [({"party": {"code": "ALOZA"}}, "wnt/other-party"), ({"corrected_numbers": []}, "wnt/nothing-corrected")],
)
def test_so_is_one_that_a_correction_without_an_invoice_may_be_meant_for(tmp_path, fields, id_):
    held, other, said = create(
        tmp_path,
        invoice(),
        invoice(number="R-18/2026", party={"tax_id": "IE9Z", "country": "IE"}),
        correction(**fields),
    )
    assert (ids(held), ids(said)) == (["wnt/held-back"], [id_])
    assert isinstance(other, Created)


def test_two_suppliers_may_have_the_same_number(tmp_path):
    other = invoice(party={"code": "INNY", "tax_id": "IE9Z", "country": "IE"})
    change = correction(position(quantity="-1", net="-100.00"), party={"tax_id": "IE9Z"})
    first, second = create(tmp_path, invoice(), other, change)
    assert [each.sale.source_numbers for each in (first, second)] == [("R-17/2026",), ("R-17/2026", "K-1")]


def test_a_correction_of_several_invoices_counts_for_none(tmp_path):
    change = correction(position(quantity="-1", net="-100.00"), corrected_numbers=["R-17/2026", "R-18/2026"])
    found = create(tmp_path, invoice(), invoice(number="R-18/2026"), change)
    assert [ids(each)[0] for each in found] == ["wnt/several-invoices"] * 2


def test_a_cancelled_correction_holds_nothing_back(tmp_path):
    only(create(tmp_path, invoice(), correction(corrected_numbers=[], cancelled=True)))


def test_no_number_is_given_twice_though_its_document_cannot_be_read(tmp_path):
    sale = plain(only(create(tmp_path, invoice(number="R-1"))).sale) | {"issue_date": "?"}
    unread, made = create(tmp_path, invoice(), sale)
    assert (ids(unread), made.sale.number) == (["intake/bad-date"], "FAWFZ/2/2026")


def test_a_correction_that_the_rules_refuse_refuses_its_invoice(tmp_path):
    (refused,) = create(tmp_path, invoice(), correction(position(vat="23.00")))
    assert ids(refused) == ["WNT-FSW/KOREKTA", "WNT-FSW/VAT-KOREKTY"]


def test_a_correction_counts_once(tmp_path):
    change = correction(position(quantity="-1", net="-100.00"))
    (refused,) = create(tmp_path, invoice(), change, change)
    assert "wnt/twice" in ids(refused)


def test_a_correction_knows_its_supplier_by_another_number(tmp_path):
    change = correction(position(quantity="-1", net="-100.00"), party={"tax_id": "DE123456789", "name": "NORD"})
    made = only(create(tmp_path, invoice(), change))
    assert made.sale.source_numbers == ("R-17/2026", "K-1")


def test_positions_have_name_and_unit_of_the_purchase_the_name_else_of_the_card(tmp_path):
    named = position(goods={"code": "DESKA", "name": "Deska dębowa"}, unit="m2")
    made = only(create(tmp_path, invoice(named, position("TRANSPORT", rate="np"))))
    assert [(each.goods.name, each.unit) for each in made.sale.positions] == [
        ("Deska dębowa", "m2"),
        ("Transport", "szt"),
    ]


def test_rule_3_invoices_in_pln_without_tax(tmp_path):
    made = only(create(tmp_path, invoice(position(rate="zw"), currency="PLN", exchange_rate=None)))
    assert made.sale.net == Decimal("1000.00")
    (taxed,) = create(tmp_path, invoice(position(vat="230.00")))
    assert "WNT-FSW/VAT" in ids(taxed)


def test_rule_4_trade_that_is_not_domestic(tmp_path):
    (found,) = create(tmp_path, invoice(party={"code": "ALOZA"}))
    assert "WNT-FSW/TRANSAKCJA" in ids(found)


def test_rules_5_15_and_16_in_the_buffer_without_payments_and_stock(tmp_path):
    made = only(create(tmp_path, invoice(payments=[{"method": "przelew", "amount": "1000.00"}])))
    assert not made.sale.approved
    assert made.sale.payments == made.sale.deliveries == made.sale.orders == ()


def test_rule_6_a_cancelled_document_frees_the_invoice(tmp_path):
    made = only(create(tmp_path, invoice()))
    files = (plain(made.invoice), plain(made.sale))
    found = cancel(wnt_frames.library(tmp_path), wnt_frames.BY, "FAWFZ/1/2026", [Path("-")], data(*files))
    sale, freed = found.documents
    assert (sale.cancelled, freed.status, freed.cancelled) == (True, "", False)
    again = only(create(tmp_path, plain(freed), plain(sale)))
    assert again.sale.number == "FAWFZ/2/2026"


def test_a_stale_mark_beside_a_cancelled_document_counts_no_more(tmp_path):
    made = only(create(tmp_path, invoice()))
    stale = {**plain(made.sale), "cancelled": True}
    assert only(create(tmp_path, plain(made.invoice), stale)).sale.number == "FAWFZ/2/2026"


@pytest.mark.parametrize("marked", [True, False])
def test_rule_7_an_invoice_with_an_internal_sale_cannot_be_cancelled(tmp_path, marked):
    made = only(create(tmp_path, invoice()))
    files = (plain(made.invoice) if marked else invoice(), plain(made.sale))
    found = cancel(wnt_frames.library(tmp_path), wnt_frames.BY, "R-17/2026", [Path("-")], data(*files))
    assert ids(found) == ["WNT-ANULOWANIE/MA-FSW"]


def test_an_invoice_without_one_is_cancelled_and_makes_none_any_more(tmp_path):
    found = cancel(wnt_frames.library(tmp_path), wnt_frames.BY, "R-17/2026", [Path("-")], data(invoice()))
    (gone,) = found.documents
    assert gone.cancelled
    (refused,) = create(tmp_path, plain(gone))
    assert ids(refused) == ["WNT-FSW/ANULOWANA"]


def test_a_document_to_cancel_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="R-17/2026"):
        cancel(wnt_frames.library(tmp_path), wnt_frames.BY, "R-17/2025", [Path("-")], data(invoice()))


def test_rules_8_9_and_13_goods_and_services_in_pln_with_the_rates_of_their_cards(tmp_path):
    lines = (position(), position("TRANSPORT", quantity="1", rate="np", net="33.33"), position("SZKOLENIE", net="7.00"))
    sale = only(create(tmp_path, invoice(*lines))).sale
    assert (sale.currency, sale.exchange_rate) == ("PLN", Decimal("4.2517"))
    assert [(str(each.net), each.rate) for each in sale.positions] == [
        ("4251.70", "23"),
        ("141.71", "23"),
        ("29.76", "zw"),
    ]
    assert sale.positions[2].vat == 0
    assert sale.vat == Decimal("1010.48")  # 23% of 4393.41


def test_rule_10_border_corrections_add_their_costs(tmp_path):
    made = only(create(tmp_path, invoice(), border(position(net="150.00"))))
    (line,) = made.sale.positions
    assert (line.quantity, line.net, line.vat) == (10, Decimal("4401.70"), Decimal("1012.39"))
    assert made.sale.source_numbers == ("R-17/2026", "FZKG-1")


@pytest.mark.parametrize(
    ("fields", "quantity", "net"),
    [
        ({"correction_kind": "quantity"}, "9", "3826.53"),
        ({"correction_kind": "value"}, "10", "3826.53"),
        ({"cancelled": True}, "10", "4251.70"),
    ],
)
def test_rule_11_corrections_of_quantity_and_value(tmp_path, fields, quantity, net):
    found = create(tmp_path, invoice(), correction(position(quantity="-1", net="-100.00"), **fields))
    made = next(item for item in found if isinstance(item, Created))
    (line,) = made.sale.positions
    assert (str(line.quantity), str(line.net)) == (quantity, net)


def test_rule_11_what_comes_later_is_said_and_not_added(tmp_path):
    made = only(create(tmp_path, invoice()))
    (found,) = create(tmp_path, plain(made.invoice), plain(made.sale), correction(position(net="-1.00")))
    assert ids(found) == ["WNT-FSW/STATUS-W", "wnt/correction-late"]


def test_rule_12_quantities_are_those_of_the_invoice_and_prices_follow(tmp_path):
    (line,) = only(create(tmp_path, invoice(position(quantity="3")))).sale.positions
    assert (line.quantity, line.price, line.net) == (3, Decimal("1417.2333"), Decimal("4251.70"))


def test_rule_14_numbers_category_warehouse_and_net(tmp_path):
    made = only(create(tmp_path, invoice(warehouse="MAG"), first=7, series="FSWU")).sale
    assert (made.number, made.category, made.warehouse, made.algorithm) == ("FSWU/7/2026", "TOWARY", "MAG", "net")


def test_refused_invoices_take_no_number(tmp_path):
    bad, good = create(tmp_path, invoice(position("LISTWA")), invoice(number="R-18/2026"))
    assert ids(bad) == ["wnt/no-rate"]
    assert good.sale.number == "FAWFZ/1/2026"


@pytest.mark.parametrize("deduction", ["yes", "no", "conditional"])
def test_the_tax_to_be_deducted(tmp_path, deduction):
    sale = only(create(tmp_path, invoice(), deduction=deduction)).sale
    assert sale.vat_pln == Decimal("977.89")
    assert sale.deducted_vat == (Decimal("977.89") if deduction == "yes" else 0)


@pytest.mark.parametrize(
    ("operation", "issue", "country", "day"),
    [
        ("2026-02-27", "2026-03-05", "DE", "2026-03-05"),
        ("2026-02-27", "2026-03-16", "DE", "2026-03-15"),
        ("2026-01-31", "2026-03-16", "DE", "2026-02-15"),
        ("2025-12-02", "2026-01-20", "EL", "2026-01-15"),
        ("2026-02-27", "2026-03-16", "CN", "2026-02-27"),
    ],
)
def test_the_day_on_which_the_tax_is_due(operation, issue, country, day):
    party = {"code": "NORD", "country": country}
    document = read_document(invoice(operation_date=operation, issue_date=issue, party=party))
    assert tax_point(document) == dt.date.fromisoformat(day)


def test_internal_sales_meet_their_own_rules(tmp_path):
    from dekret.packs.validation.rule_sets import ValidateBy
    from dekret.packs.validation.validator import Validator, validated

    sale = only(create(tmp_path, invoice(position(), position("KSIĄŻKA", net="0.37")))).sale
    validator = Validator(wnt_frames.library(tmp_path), ValidateBy(dt.date(2026, 3, 31)))
    (found,) = validated(validator, [Path("-")], io.BytesIO(encode(sale)))
    assert (found.checked, found.diagnostics) == (True, ())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 10**7), st.sampled_from(["A", "B", "C"])), min_size=1, max_size=6),
    st.decimals("0.01", "20", places=4),
)
def test_values_are_those_of_the_purchase_and_tax_is_that_of_each_rate(nets, rate):
    lines = [position(code, net=f"{net / 100:.2f}") for net, code in nets]
    document = read_document(invoice(*lines, exchange_rate=str(rate)))
    goods = {"a": KnownGoods("A", rate="23"), "b": KnownGoods("B", rate="5"), "c": KnownGoods("C", rate="zw")}
    sale = internal_sale(PurchaseFamily(document), ConvertBy("FAWFZ/1/2026", dt.date(2026, 3, 31), goods))
    if isinstance(sale, tuple):
        assert {fault.kind for fault in sale} <= {"negative"}  # a value that is nothing in PLN
        return
    assert sale.net == document.net_pln
    for own in ("23", "5"):
        of_rate = [each for each in sale.positions if each.rate == own]
        net = sum(each.net for each in of_rate)
        assert sum(each.vat for each in of_rate) == rounded(net * Decimal(own) / 100, mode=HALF_UP)


# --- advances, rates, services


def test_an_advance_makes_none_and_the_final_invoice_has_its_whole_value(tmp_path):
    settled = [{"number": "ZAL-1", "net": "1600.00", "vat": "0", "gross": "1600.00"}]
    final = invoice(kind="final", exchange_rate="4.00", settled_advances=settled)
    advance, made = create(tmp_path, invoice(position(net="400.00"), number="ZAL-1", kind="advance"), final)
    assert ids(advance) == ["WNT-FSW/ZALICZKA"]
    assert (made.sale.net, made.sale.vat, ids(made)) == (4000, 920, ["WNT-FSW/KONCOWA"])


@pytest.mark.parametrize("kind", ["quantity", "value"])
def test_corrections_count_by_the_rate_of_the_invoice(tmp_path, kind):
    less = correction(position(quantity="-1", net="-100.00"), exchange_rate="4.75", correction_kind=kind)
    made = only(create(tmp_path, invoice(exchange_rate="4.25"), less))
    assert made.sale.positions[0].net == Decimal("3825.00")


def test_what_is_returned_in_parts_leaves_nothing(tmp_path):
    parts = [
        correction(position(quantity="-5", net=net), number=number)
        for number, net in (("K-1", "-5.00"), ("K-2", "-5.02"))
    ]
    lines = (position(net="10.02"), position("TRANSPORT", net="1.00"))
    made = only(create(tmp_path, invoice(*lines, exchange_rate="4.2519"), *parts))
    assert [line.goods.code for line in made.sale.positions] == ["TRANSPORT"]


@pytest.mark.parametrize(
    ("other", "id_"),
    [
        (correction(position(quantity="-1", net="-1.00"), currency="USD"), "wnt/other-currency"),
        (correction(position(quantity="-1", net="-1.00"), currency="PLN", exchange_rate=None), "wnt/other-currency"),
        ({**border(position(net="5.00")), "currency": "EUR"}, "WNT-FSW/GRANICZNA-WALUTA"),
    ],
)
def test_corrections_are_in_the_currency_of_the_invoice_and_border_corrections_in_pln(tmp_path, other, id_):
    (refused,) = create(tmp_path, invoice(), other)
    assert isinstance(refused, Refused)
    assert id_ in ids(refused)


def test_a_fault_is_said_at_the_document_it_is_about_though_another_has_its_number(tmp_path):
    refused = create(tmp_path, invoice(), {**border(position(net="5.00")), "number": "K-1"}, correction(currency="USD"))
    found = [each for item in refused for each in item.diagnostics if each.id == "wnt/other-currency"]
    assert ['"USD"' in each.span.source.text[each.span.start :] for each in found] == [True]
    assert '"border_correction"' not in found[0].span.source.text[found[0].span.start :]


def test_a_border_correction_is_of_one_invoice_though_two_have_its_number(tmp_path):
    other = invoice(party={"tax_id": "IE9Z", "country": "IE"})
    first, second = create(tmp_path, invoice(), other, border(position(quantity="0", net="300.00")))
    for item in (first, second):
        assert [each for each in ids(item) if each.startswith("wnt/")] == ["wnt/which-invoice"]


def service(**fields):
    return position("TRANSPORT", rate="np", net="100.00", **fields)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ([service()], "2026-02-27"),
        ([position("DESKA", rate="np") | {"goods": {"code": "DESKA", "kind": "service"}}], "2026-02-27"),
        ([position()], "2026-03-05"),
        ([position(), position("TRANSPORT", rate="0")], "2026-03-05"),
        ([position("TRANSPORT", rate="0")], "2026-03-05"),
    ],
)
def test_the_tax_of_services_is_due_when_they_are_performed(tmp_path, lines, day):
    made = only(create(tmp_path, invoice(*lines, operation_date="2026-02-27")))
    assert made.sale.operation_date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(("operation", "makes"), [("2026-02-27", False), ("2026-03-02", True)])
def test_goods_and_services_of_one_invoice_are_of_one_month(tmp_path, operation, makes):
    (item,) = create(tmp_path, invoice(position(), service(), operation_date=operation))
    assert ids(item) == ([] if makes else ["wnt/two-tax-points"])
    assert isinstance(item, Created) is makes


def test_a_service_is_not_late_on_the_15th(tmp_path):
    late = {"issue_date": "2026-03-20", "operation_date": "2026-02-27"}
    assert ids(only(create(tmp_path, invoice(service(), **late)))) == []
    assert ids(only(create(tmp_path, invoice(**late)))) == ["WNT-FSW/OBOWIAZEK"]


def test_a_service_whose_advance_was_taxed_is_not_taxed_again(tmp_path):
    settled = [{"number": "ZAL-1", "net": "50.00", "vat": "0"}]
    (refused,) = create(tmp_path, invoice(service(), kind="final", settled_advances=settled))
    assert "wnt/service-advance" in ids(refused)


# --- what a reader of the whole found


def kept(number, code, **fields):
    """A position with a number of its own, as one read from a file has it."""
    return position(code, line_number=number, **fields)


def test_a_correction_is_placed_by_the_numbers_that_the_invoice_itself_gives(tmp_path):
    bought = invoice(kept(2, "DESKA"), kept(3, "KSIĄŻKA"))
    item = only(create(tmp_path, bought, correction(kept(2, "DESKA", quantity="-1", net="-100.00"))))
    assert [line.quantity for line in item.sale.positions] == [9, 10]


def test_a_correction_of_other_goods_is_taken_off_nothing(tmp_path):
    (item,) = create(
        tmp_path,
        invoice(kept(1, "DESKA"), kept(2, "KSIĄŻKA")),
        correction(kept(1, "KSIĄŻKA", quantity="-1", net="-100.00")),
    )
    assert isinstance(item, Refused)
    assert "wnt/unplaced" in {each.problem.id for each in item.diagnostics}


@pytest.mark.parametrize(
    ("rate", "good"), [("0 WDT", False), ("oo", False), ("np", False), ("0 KR", True), ("zw", True)]
)
def test_a_rate_of_sales_alone_gives_no_internal_sale_without_tax(tmp_path, rate, good):
    frame = wnt_frames.DIRECTORY.replace(
        "| DESKA     | Deska     | towar  | 23         |", f"| DESKA | Deska | towar | {rate} |"
    )
    (tmp_path / "k").mkdir()
    (tmp_path / "k" / "f.kartoteka").write_text(frame, encoding="utf-8")
    made = Creation(api.library([tmp_path / "k"]), WntBy(dt.date(2026, 3, 31)))
    (item,) = made.run([Path("-")], data(invoice()))
    assert isinstance(item, Created) is good


@pytest.mark.parametrize(("spelling", "sums"), [("123456789", True), ("DE 123456789", True), ("AT123456789", False)])
def test_a_correction_is_of_the_invoice_however_its_number_is_spelt(tmp_path, spelling, sums):
    bought = invoice(party={"code": "NORD", "tax_id": "DE123456789"})
    corrected = correction(
        position(line_number=1, quantity="-1", net="-100.00"), party={"code": "NORD", "tax_id": spelling}
    )
    found = create(tmp_path, bought, corrected)
    quantities = [item.sale.positions[0].quantity for item in found if isinstance(item, Created)]
    assert (quantities == [9]) is sums
