"""Corrections of internal sales for what came to their purchase invoices later (001:71–76)."""

import datetime as dt
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

import wnt_frames
from dekret.cli.main import main
from dekret.model.documents import encode
from dekret.packs.outcome import Refused
from dekret.packs.wnt.by import WntBy
from dekret.packs.wnt.correct import Corrected, Correcting
from dekret.packs.wnt.create import Created, Creation

DAY = dt.date(2026, 4, 10)


def position(code="DESKA", **fields):
    return {"goods": {"code": code}, "quantity": "10", "rate": "0", "net": "1000.00", **fields}


def invoice(*positions, **fields):
    usual = {"type": "purchase_invoice", "number": "R-17/2026", "issue_date": "2026-03-05", "party": {"code": "NORD"}}
    usual |= {"currency": "EUR", "exchange_rate": "4.25", "positions": list(positions) or [position()]}
    return usual | fields


def correction(*positions, **fields):
    usual = {"number": "K-1", "issue_date": "2026-04-09", "correction": True, "corrected_numbers": ["R-17/2026"]}
    return invoice(*positions, **(usual | fields))


def border(net):
    usual = {"number": "FZKG-1", "border_correction": True, "currency": "PLN", "exchange_rate": None}
    return correction(position(quantity="0", net=net), **usual, party={"name": "Przewoźnik"})


def plain(record):
    return json.loads(encode(record))


def data(*documents):
    return io.BytesIO(json.dumps(documents).encode())


def made(folder, *documents):
    (item,) = Creation(wnt_frames.library(folder), WntBy(dt.date(2026, 3, 31))).run([Path("-")], data(*documents))
    assert isinstance(item, Created)
    return plain(item.invoice), plain(item.sale)


def correct(folder, *documents):
    by = WntBy(DAY, series="FAWKOR")
    return list(Correcting(wnt_frames.library(folder), by).run([Path("-")], data(*documents)))


def ids(item):
    return [each.id for each in (item.diagnostics if isinstance(item, Refused) else item.remarks)]


def test_a_later_correction_becomes_the_difference_by_the_rate_of_the_internal_sale(tmp_path):
    fz, fsw = made(tmp_path, invoice(position(), position("KSIĄŻKA", net="200.00")))
    (found,) = correct(tmp_path, fz, fsw, correction(position("KSIĄŻKA", quantity="-1", net="-20.00")))
    assert isinstance(found, Corrected)
    sale, (line,) = found.sale, found.sale.positions
    assert (sale.number, sale.corrected_numbers) == ("FAWKOR/1/2026", ("FAWFZ/1/2026",))
    assert (sale.issue_date, sale.operation_date) == (DAY, dt.date(2026, 4, 9))
    assert sale.source_numbers == ("R-17/2026", "K-1")
    assert (line.net, line.vat, line.rate) == (Decimal("-85.00"), Decimal("-4.25"), "5")
    assert (line.quantity, line.line_number, line.price) == (-1, 2, 0)
    assert line.before
    assert (line.before.quantity, line.before.net, line.before.vat) == (10, Decimal("850.00"), Decimal("42.50"))


def test_each_builds_on_the_one_before_and_none_is_made_twice(tmp_path):
    fz, fsw = made(tmp_path, invoice())
    less = correction(position(quantity="-1", net="-100.00"))
    first, second = correct(tmp_path, fz, fsw, less, border("33.33"))
    (line,) = second.sale.positions
    assert (line.before.quantity, line.before.net, line.net, line.vat) == (
        9,
        Decimal("3825.00"),
        Decimal("33.33"),
        Decimal("7.67"),
    )
    assert second.sale.number == "FAWKOR/2/2026"
    assert correct(tmp_path, fz, fsw, less, border("33.33"), plain(first.sale), plain(second.sale)) == []
    (again,) = correct(tmp_path, fz, fsw, less, plain(first.sale) | {"cancelled": True})
    assert again.sale.number == "FAWKOR/2/2026"


def test_what_is_in_the_internal_sale_is_not_corrected(tmp_path):
    less = correction(position(quantity="-1", net="-100.00"))
    fz, fsw = made(tmp_path, invoice(), less)
    assert correct(tmp_path, fz, fsw, less) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (position(quantity="-11", net="-100.00"), ["wnt/negative"]),
        (position(quantity="-10", net="-100.00"), ["wnt/negative"]),
        (position("TRANSPORT"), ["wnt/unplaced"]),
        (position(quantity="0", net="0.00"), ["wnt/nothing-changes"]),
        (position(quantity="-1", net="-100.00", vat="-23.00"), ["WNT-FSW/VAT-KOREKTY"]),
    ],
)
def test_what_cannot_be_is_refused(tmp_path, change, expected):
    fz, fsw = made(tmp_path, invoice())
    (refused,) = correct(tmp_path, fz, fsw, correction(change))
    assert ids(refused) == expected


def test_the_rate_is_that_of_the_invoice(tmp_path):
    fz, fsw = made(tmp_path, invoice())
    (found,) = correct(tmp_path, fz, fsw, correction(position(quantity="-1", net="-100.00"), exchange_rate="4.75"))
    assert (found.sale.positions[0].net, found.sale.exchange_rate) == (Decimal("-425.00"), Decimal("4.25"))
    (refused,) = correct(tmp_path, fz, fsw, correction(position(quantity="-1", net="-1.00"), currency="USD"))
    assert ids(refused) == ["wnt/other-currency"]


def test_two_returns_of_a_position_leave_neither_value_nor_tax(tmp_path):
    lines = [position(net="10.02", quantity="1", rate="np", line_number=number) for number in (1, 2)]
    fields = {"currency": "PLN", "exchange_rate": None}
    fz, fsw = made(tmp_path, invoice(*lines, **fields))
    back = [
        correction({**each, "net": "-10.02", "quantity": "-1"}, number=f"K-{each['line_number']}", **fields)
        for each in lines
    ]
    first, second = correct(tmp_path, fz, fsw, *back)
    assert fsw["positions"][0]["vat"] != fsw["positions"][1]["vat"]
    for field in ("net", "vat"):
        left = [Decimal(each[field]) for each in fsw["positions"]]
        assert [-getattr(item.sale.positions[0], field) for item in (first, second)] == left


def same_number(**fields):
    """A border correction whose issuer gave it the number of a correction of the supplier."""
    return {**border("300.00"), "number": "K-1", **fields}


def test_corrections_of_one_number_are_told_by_their_issuers(tmp_path):
    less = correction(position(quantity="-1", net="-100.00"))
    fz, fsw = made(tmp_path, invoice(), less)
    (found,) = correct(tmp_path, fz, fsw, less, same_number())
    assert (found.sale.net, [each.code or each.name for each in found.sale.source_parties]) == (
        300,
        ["NORD", "Przewoźnik"],
    )
    (alone,) = correct(tmp_path, fz, fsw, same_number())
    assert isinstance(alone, Corrected)
    assert correct(tmp_path, fz, fsw, less, same_number(), plain(found.sale)) == []


def test_an_issuer_whose_number_was_put_right_is_the_same(tmp_path):
    less = correction(position(quantity="-1", net="-100.00"))
    fz, fsw = made(tmp_path, invoice(), less)
    fsw["source_parties"][1]["tax_id"] = "DE987654321"
    assert correct(tmp_path, fz, fsw, less) == []


def test_where_issuers_are_not_told_nothing_is_passed_over(tmp_path):
    less = correction(position(quantity="-1", net="-100.00"))
    fz, fsw = made(tmp_path, invoice(), less)
    bare = {name: value for name, value in fsw.items() if name != "source_parties"}
    (refused,) = correct(tmp_path, fz, bare, less, same_number())
    assert ids(refused) == ["wnt/same-number"] * 2
    assert correct(tmp_path, fz, bare, less) == []


def test_twice_the_same_correction_counts_once(tmp_path):
    fz, fsw = made(tmp_path, invoice())
    less = correction(position(quantity="-1", net="-100.00"))
    first, again = correct(tmp_path, fz, fsw, less, less)
    assert isinstance(first, Corrected)
    assert ids(again) == ["wnt/twice"]


def test_two_positions_of_the_same_goods_are_told_by_their_place(tmp_path):
    fz, fsw = made(tmp_path, invoice(position(), position(net="500.00")))
    (found,) = correct(tmp_path, fz, fsw, correction(position(quantity="-1", net="-50.00", line_number=2)))
    assert (found.sale.positions[0].line_number, found.sale.positions[0].before.net) == (2, Decimal("2125.00"))


def test_the_command_and_the_cancelling(tmp_path, monkeypatch, capsys):
    fz, fsw = made(tmp_path, invoice())
    less = correction(position(quantity="-1", net="-100.00"))
    (tmp_path / "w.json").write_text(json.dumps([fz, fsw, less]), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["wnt", "correct", "w.json", "--date", "2026-04-10", "-o", "kor.json"]) == 0
    assert main(["post", "kor.json", "--scheme", "FSW", "-o", "dziennik.jsonl"]) == 0
    lines = [json.loads(line) for line in Path("dziennik.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["account"], line["amount"]) for line in lines] == [("221-1", "-97.75"), ("221-2", "-97.75")]
    assert main(["wnt", "cancel", "FAWFZ/1/2026", "w.json", "kor.json"]) == 1
    assert "wnt/has-correction" in capsys.readouterr().err
    assert main(["wnt", "cancel", "FAWKOR/1/2026", "w.json", "kor.json", "-o", "zmiany.json"]) == 0
    (cancelled,) = json.loads(Path("zmiany.json").read_text(encoding="utf-8"))
    assert (cancelled["number"], cancelled["cancelled"]) == ("FAWKOR/1/2026", True)
