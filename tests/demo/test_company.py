"""The sample company's documents: the same everywhere, of every type, read clean and posted, never held in memory."""

import datetime as dt
import hashlib
import json
from collections import Counter, defaultdict
from decimal import Decimal
from itertools import islice, pairwise

import pytest

from dekret import api
from dekret.demo.company import STREAMS, documents, mixed, shares, stream
from dekret.demo.goods import price_list
from dekret.demo.parties import CONTRACTORS, kartoteka, roster
from dekret.demo.period import Period
from dekret.demo.words import words
from dekret.intake.json_reader import read_jsonl
from dekret.intake.received import Received
from dekret.model.documents import KINDS, decode
from dekret.packs.library import load_sources
from dekret.values.identifiers import is_ean13, is_nip, is_nrb

MARCH = Period(dt.date(2026, 3, 1))
YEAR = Period(dt.date(2026, 1, 1), 12, "rok")
DIGEST = "21b56afffb082888e7e2f2c13af9c5a7326e5c4285f7932233a7d135d3ee158e"
"""SHA-256 of a thousand documents of March; it changes only where the generator is meant to give others."""


def digest(lines):
    found = hashlib.sha256()
    for line in lines:
        found.update(line.encode())
    return found.hexdigest()


def test_the_same_documents_on_every_machine():
    assert digest(mixed(period=MARCH, count=1000)) == DIGEST
    assert digest(mixed(period=MARCH, count=1000)) == DIGEST


def test_another_seed_gives_others():
    other = Period(MARCH.first, seed="inne")
    assert list(mixed(period=other, count=50)) != list(mixed(period=MARCH, count=50))


def test_exactly_so_many_of_every_type():
    for count in (1, 5, 13, 100, 2001):
        lines = list(mixed(period=MARCH, count=count))
        assert len(lines) == count == sum(shares(STREAMS, count).values())
    kinds = Counter(json.loads(line)["type"] for line in lines)
    own = set(KINDS) - {"internal_sale"}  # the sample company accounts for no tax of its suppliers
    assert set(kinds) == own
    assert kinds["vat_purchase"] + kinds["vat_sale"] > 1000
    for kind in own:
        assert {json.loads(line)["type"] for line in documents(kind, period=MARCH, count=20)} == {kind}


@pytest.mark.parametrize("found", STREAMS, ids=lambda found: found.name)
def test_every_document_is_read_at_once(found):
    dates, numbers = [], set()
    for line in stream(found, period=YEAR, count=400):
        data = line.encode()
        assert decode(data), line
        (item,) = read_jsonl("probka.jsonl", [data])
        assert isinstance(item, Received)
        assert item.document.type == found.kind
        numbers.add(item.document.number)
        dates.append(getattr(item.document, "issue_date", None) or item.document.date)
    assert len(numbers) == 400
    assert dates == sorted(dates)
    assert {date.month for date in dates} == set(range(1, 13))


def test_documents_are_made_one_by_one():
    lines = mixed(period=YEAR, count=1_000_000_000)
    assert [json.loads(line)["type"] for line in islice(lines, 3)]


@pytest.fixture(scope="module")
def every():
    """All documents of a year, by the name of their stream."""
    return {found.name: [json.loads(line) for line in stream(found, period=YEAR, count=600)] for found in STREAMS}


def test_invoices_of_every_kind_and_corrections(every):
    for name in ("sprzedaz", "faktury-sprzedazy"):
        lines = "elements" if name == "sprzedaz" else "positions"
        assert {document.get("kind") for document in every[name]} == {None, "advance", "final"}
        advances = {document["number"]: document for document in every[name] if document.get("kind") == "advance"}
        for document in every[name]:
            for settled in document.get("settled_advances", ()):
                advance = advances[settled["number"]]
                assert settled["net"] == advance[lines][0]["net"]
                assert document["party"] == advance["party"]
        assert {document.get("currency") for document in every[name]} == {None, "EUR", "USD"}
    for name in ("zakupy", "sprzedaz", "faktury-sprzedazy", "faktury-zakupu"):
        corrections = [document for document in every[name] if document.get("correction")]
        assert corrections
        assert all(document["corrected_numbers"] for document in corrections)
        lines = [line for document in corrections for line in document.get("elements") or document["positions"]]
        assert all(line["net"].startswith("-") for line in lines)


def test_tax_is_the_rate_of_the_net(every):
    for documents_ in every.values():
        for document in documents_:
            for line in document.get("elements") or document.get("positions") or ():
                rate = Decimal(line["rate"]) if line["rate"].isdigit() else 0
                wanted = (Decimal(line["net"]) * rate / 100).quantize(Decimal("0.01"), "ROUND_HALF_UP")
                assert Decimal(line.get("vat", "0")) == wanted


def test_what_only_some_documents_have(every):
    assert all(document["advance_holder"]["kind"] == "employee" for document in every["zakupy-zaliczki"])
    assert all(document["additional_amounts"] for document in every["zakupy-rozpisane"])
    described = [row for document in every["zakupy-opis"] for row in document["analytic_rows"]]
    assert {"percent" in row for row in described} == {True, False}
    assert all(set(row["dimensions"]) == {"BUDOWY", "KONTA_4"} for row in described)
    entries = [entry for document in every["raporty-bankowe"] for entry in document["entries"]]
    assert {entry["direction"] for entry in entries} == {"in", "out"}
    assert any("additional_amounts" in entry for entry in entries)
    accounts = {(document["account"], document.get("currency")) for document in every["raporty-pln-waluta"]}
    assert accounts == {("131", None), ("131", "EUR"), ("135", "EUR")}


def test_exchange_differences_are_gains_and_losses_of_both_kinds(every):
    signs = defaultdict(set)
    for document in every["roznice-kursowe"]:
        left, right = document["left"], document["right"]
        kind = f"{left['kind']}-{right['kind']}"
        difference = Decimal(document["difference"])
        paid_more = Decimal(right["amount_pln"]) - Decimal(left["amount_pln"])
        assert difference == (paid_more if kind == "FS-KP" else -paid_more)
        signs[kind].add(difference > 0)
    assert signs == {"FZ-KW": {True, False}, "FS-KP": {True, False}}


def test_rates_move_a_little_every_day():
    for currency in words().exchange:
        rates = [day.rates[currency] for day in YEAR.days]
        assert len(set(rates)) > 100
        assert all(abs(one - other) < 400 for one, other in pairwise(rates))
        assert all(len(day.rate_texts[currency].split(".")[1]) == 4 for day in YEAR.days)


def test_check_digits_are_right():
    parties = roster(2000)
    numbers = [party.tax_id for party in parties.contractors if party.tax_id]
    assert len(set(numbers)) == len(numbers) > 1500
    assert all(map(is_nip, numbers))
    assert all(is_nrb(party.nrb) for party in parties.contractors if party.nrb)
    codes = [party.code for party in (*parties.contractors, *parties.employees, *parties.others)]
    assert len(set(codes)) == len(codes)
    eans = [json.loads(item.json)["ean"] for item in price_list() if "ean" in item.json]
    assert len(set(eans)) == len(eans) == 60
    assert all(map(is_ean13, eans))


def test_more_contractors_begin_with_the_same():
    assert roster(500).contractors[:CONTRACTORS] == roster().contractors


def test_the_company_file_is_the_one_in_the_rules():
    path = api.standard_rules()[0].parent / "demo" / "demo.kartoteka"
    assert path.read_text(encoding="utf-8") == kartoteka(roster())
    assert not api.formatted(path).changed


@pytest.mark.parametrize("contractors", [CONTRACTORS, 2000])
def test_the_company_file_is_clean(contractors):
    found = load_sources([api.Source("demo.kartoteka", kartoteka(roster(contractors)))])
    assert not found.report.diagnostics
