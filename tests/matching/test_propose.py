"""Which open items a bank line is proposed to settle, with what score and why."""

import datetime as dt
from decimal import Decimal

import msgspec
import pytest

from dekret.matching import grounds
from dekret.matching.assign import propose_all
from dekret.matching.index import Items
from dekret.matching.open_items import OpenItem
from dekret.matching.propose import MOST_PROPOSALS, propose
from dekret.matching.sums import MOST_STEPS, choose
from dekret.model.payments import TaxLiability
from dekret.model.statements import BankLine

DAY = dt.date(2026, 3, 10)
ALOZA, BETA = "61109010140000071219812874", "24101000000000123456789012"
TAX_OFFICE, ZUS = "14101000712222525000000900", "73600000020260005250000009"
NIP, OTHER_NIP = "5250000009", "5580730219"


def item(number, amount, direction="in", **more):
    return OpenItem(id=more.pop("id", number), number=number, direction=direction, amount=Decimal(amount), **more)


def aloza(number, amount, direction="in", **more):
    plain = {"party_code": "ALOZA", "party_name": "Aloza sp. z o.o.", "party_tax_id": NIP, "accounts": (ALOZA,)}
    return item(number, amount, direction, **plain | more)


def line(amount, title="", **more):
    return BankLine(date=more.pop("date", DAY), amount=Decimal(amount), title=title, **more)


def proposed(one, *items):
    return propose(one, Items(items))


def settled(proposal):
    return [(part.item.number, part.amount) for part in proposal.parts] if proposal else []


def said(proposal):
    return [reason.pl for reason in proposal.reasons]


# --- one item


def test_number_and_amount():
    found = proposed(line(123, "za FV 1/2026"), item("FV 1/2026", 123), item("FV 2/2026", 123))
    assert settled(found.proposal) == [("FV 1/2026", 123)]
    assert (found.proposal.score, found.proposal.rest) == (80, 0)
    assert said(found.proposal) == ["numer FV 1/2026 w tytule", "kwota równa"]
    assert found.alternatives == ()


def test_number_amount_and_account():
    found = proposed(line(123, "FV 1/2026", party_account=ALOZA), aloza("FV 1/2026", 123))
    assert found.proposal.score == 100
    assert "rachunek podmiotu" in said(found.proposal)


def test_account_and_amount_without_a_number():
    found = proposed(line(123, "zapłata", party_account=f"PL{ALOZA}"), aloza("FV 1/2026", 123), item("FV 2/2026", 123))
    assert (settled(found.proposal), found.proposal.score) == ([("FV 1/2026", 123)], 55)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"party_tax_id": "PL 525-000-00-09"}, "NIP podmiotu"),
        ({"title": "towar NIP 525-000-00-09"}, "NIP podmiotu"),
        ({"party_code": "aloza"}, "akronim podmiotu"),
        ({"party_name": "ALOZA SP. Z O.O. UL. PROSTA 1 00-001 DOLNA"}, "nazwa podmiotu"),
    ],
)
def test_other_signs_of_the_party(more, reason):
    found = proposed(line(123, more.pop("title", ""), **more), aloza("FV 1/2026", 123))
    assert said(found.proposal) == [reason, "kwota równa"]


def test_a_part_is_paid():
    found = proposed(line(100, "FV 1/2026 część"), item("FV 1/2026", 123))
    assert settled(found.proposal) == [("FV 1/2026", 100)]
    assert "kwota mniejsza o 23,00: częściowa zapłata" in said(found.proposal)
    assert found.proposal.score == 60


def test_more_is_paid():
    found = proposed(line(135, "FV 1/2026"), item("FV 1/2026", 123))
    assert (settled(found.proposal), found.proposal.rest) == ([("FV 1/2026", 123)], 12)
    assert "kwota większa o 12,00" in said(found.proposal)


def test_what_was_settled_partly_has_no_certain_amount():
    found = proposed(line(100, "FV 1/2026"), item("FV 1/2026", 123, partly=True))
    assert "pozycja rozliczona już częściowo: nie wiadomo, ile zostało" in said(found.proposal)
    assert found.proposal.score == 65


def test_what_may_be_a_month_counts_less():
    found = proposed(line(123, "czynsz 01/2026"), item("FV 1/2026", 123))
    assert found.proposal.score == 60
    assert "w tytule „01/2026”: może numer FV 1/2026" in said(found.proposal)


def test_a_due_date_near():
    found = proposed(line(123, "FV 1/2026"), item("FV 1/2026", 123, due_date=DAY))
    assert found.proposal.score == 85


def test_a_transfer_before_the_document():
    found = proposed(line(123, "FV 1/2026"), item("FV 1/2026", 123, document_date=DAY + dt.timedelta(3)))
    assert "przelew przed datą dokumentu" in said(found.proposal)
    assert found.proposal.score == 75


# --- sides


@pytest.mark.parametrize(
    ("amount", "currency", "direction", "found"),
    [(5, "PLN", "in", 1), (-5, "PLN", "out", 1), (5, "PLN", "out", 0), (-5, "PLN", "in", 0), (5, "EUR", "in", 0)],
)
def test_direction_and_currency_agree(amount, currency, direction, found):
    match = proposed(line(amount, "FV 1/2026", currency=currency), item("FV 1/2026", 5, direction))
    assert len(settled(match.proposal)) == found


def test_another_currency_is_named():
    match = proposed(line(5, "FV 1/2026"), item("FV 1/2026", 5, currency="EUR"))
    assert [remark.pl for remark in match.remarks] == ["„FV 1/2026”: pozycja FV 1/2026 jest w EUR, a przelew w PLN."]


@pytest.mark.parametrize("more", [{"expected": True}, {"reversal": True}])
def test_nothing_for_what_is_expected_or_taken_back(more):
    match = proposed(line(123, "FV 1/2026", **more), item("FV 1/2026", 123))
    assert (match.proposal, len(match.remarks)) == (None, 1)


def test_nothing_of_nothing():
    assert proposed(line(0, "FV 1/2026"), item("FV 1/2026", 123)).proposal is None
    assert [remark.en for remark in proposed(line(5)).remarks] == ["No open item fits by number, party or amount."]


# --- the party against the number


def test_suppliers_with_the_same_number():
    same = [item("FV 1/2026", 50, "out", party_tax_id=OTHER_NIP), aloza("FV 1/2026", 123, "out", id="a")]
    match = proposed(line(-123, "FV 1/2026", party_account=ALOZA, party_tax_id=NIP), *same)
    assert match.proposal.parts[0].item.party_code == "ALOZA"
    assert match.proposal.score == 100
    (other,) = match.alternatives
    assert "inny NIP podmiotu" in said(other)
    assert other.score == 20


def test_a_number_recorded_without_its_prefix():
    some = [aloza("1/2026", 123, "out"), item("FV 1/2026", 123, "out", accounts=(BETA,))]
    match = proposed(line(-123, "FV 1/2026", party_account=ALOZA), *some)
    assert match.proposal.parts[0].item.number == "1/2026"
    assert match.proposal.score == 85


def test_another_account_of_a_payee_is_said():
    match = proposed(line(-123, "FV 1/2026", party_account=BETA), aloza("FV 1/2026", 123, "out"))
    assert "inny rachunek odbiorcy" in said(match.proposal)
    assert match.proposal.score == 60


def test_a_customer_may_pay_from_any_account():
    match = proposed(line(123, "FV 1/2026", party_account=BETA), aloza("FV 1/2026", 123))
    assert match.proposal.score == 80


def test_a_number_that_nobody_knows_speaks_against_the_amount():
    match = proposed(line(123, "FV 9/2026", party_account=ALOZA), aloza("FV 1/2026", 123))
    assert match.proposal.score == 40
    assert "tytuł podaje inny numer: 9/2026" in said(match.proposal)
    assert [remark.pl for remark in match.remarks] == ["Numery z tytułu, których nie ma żadna otwarta pozycja: 9/2026."]


# --- doubts


def test_two_alike_lower_each_other():
    match = proposed(line(123, party_account=ALOZA), aloza("FV 1/2026", 123), aloza("FV 2/2026", 123))
    scores = [match.proposal.score, *(other.score for other in match.alternatives)]
    assert scores == [40, 40]
    assert settled(match.proposal)[0][0] == "FV 1/2026"
    assert said(match.proposal)[-1] == "są takie same propozycje: 2"


def test_the_nearer_due_date_comes_first_and_the_doubt_stays():
    rents = [aloza(f"FV {n}/2026", 500, due_date=dt.date(2026, n, 10)) for n in (1, 2, 3)]
    match = proposed(line(500, "czynsz", party_account=ALOZA), *rents)
    assert settled(match.proposal) == [("FV 3/2026", 500)]
    assert said(match.proposal)[-1] == "są takie same propozycje: 3"


def test_an_amount_alone_is_a_hint():
    match = proposed(line(123), item("FV 1/2026", 123, due_date=DAY))
    assert match.proposal.score == 25
    match = proposed(line(123), *(item(f"FV {n}/2026", 123) for n in range(1, 100)))
    assert match.proposal.score == 5
    assert len(match.alternatives) == MOST_PROPOSALS - 1
    assert said(match.proposal)[-1] == "są takie same propozycje: 99"


# --- several items


def test_all_numbers_of_the_title():
    some = [item(f"FV {n}/2026", 100 * n) for n in (1, 2, 3)]
    match = proposed(line(600, "FV 1, 2 i 3/2026"), *some)
    assert settled(match.proposal) == [("FV 1/2026", 100), ("FV 2/2026", 200), ("FV 3/2026", 300)]
    assert said(match.proposal) == ["numery w tytule: FV 1/2026, FV 2/2026, FV 3/2026", "kwota równa sumie 3 pozycji"]
    assert match.proposal.score == 80


def test_numbers_of_the_title_and_a_rest():
    match = proposed(line(350, "FV 1/2026, 2/2026, 9/2026"), item("FV 1/2026", 100), item("FV 2/2026", 200))
    assert match.proposal.rest == 50
    assert "kwota większa o 50,00" in said(match.proposal)
    assert "w tytule także: 9/2026 (nie ma takich pozycji)" in said(match.proposal)


def test_too_little_for_all_numbers_pays_the_oldest_first():
    some = [item("FV 1/2026", 100, due_date=DAY), item("FV 2/2026", 200, due_date=DAY - dt.timedelta(9))]
    match = proposed(line(250, "FV 1/2026, FV 2/2026"), *some)
    assert settled(match.proposal) == [("FV 2/2026", 200), ("FV 1/2026", 50)]


@pytest.mark.parametrize(
    "title", ["FV 1/2026 - 50,00; FV 2/2026 - 200,00", "fv 1/2026 kwota 50 zł, fv 2/2026 (200,00 zł)"]
)
def test_amounts_beside_the_numbers_say_how_much_of_each_is_paid(title):
    items = item("FV 1/2026", 100), item("FV 2/2026", 300)
    found = proposed(line(250, title), *items)
    assert settled(found.proposal) == [("FV 1/2026", 50), ("FV 2/2026", 200)]
    assert "kwoty przy numerach w tytule: 50,00 + 200,00" in said(found.proposal)
    assert found.proposal.score == 75


@pytest.mark.parametrize(
    ("amount", "title"),
    [
        (250, "FV 1/2026 - 50,00; FV 2/2026"),
        (240, "FV 1/2026 - 50,00; FV 2/2026 - 200,00"),
        (250, "FV 1/2026 - 150,00; FV 2/2026 - 100,00"),
        (250, "50,00 FV 1/2026; 200,00 FV 2/2026"),
    ],
)
def test_amounts_that_do_not_fit_are_passed_over(amount, title):
    found = proposed(line(amount, title), item("FV 1/2026", 100), item("FV 2/2026", 300))
    assert settled(found.proposal) == [("FV 1/2026", 100), ("FV 2/2026", amount - 100)]


def test_a_range_settles_all_its_numbers():
    found = proposed(line(600, "FV 1-3/2026"), *(item(f"FV {n}/2026", 100 * n) for n in (1, 2, 3)))
    assert settled(found.proposal) == [("FV 1/2026", 100), ("FV 2/2026", 200), ("FV 3/2026", 300)]
    assert found.proposal.score == 80


def test_a_correction_named_is_set_against():
    match = proposed(line(80, "FV 1/2026, KOR 1/2026"), item("FV 1/2026", 100), item("KOR 1/2026", 20, "out"))
    assert settled(match.proposal) == [("FV 1/2026", 100), ("KOR 1/2026", -20)]
    assert "pomniejszono o KOR 1/2026" in said(match.proposal)
    assert (match.proposal.score, match.proposal.rest) == (80, 0)


def test_items_of_the_party_that_add_up():
    some = [aloza(f"FV {n}/2026", amount) for n, amount in enumerate((100, 37, 251), 1)]
    match = proposed(line(288, "zapłata", party_account=ALOZA), *some, item("FV 9/2026", 288))
    assert settled(match.proposal) == [("FV 2/2026", 37), ("FV 3/2026", 251)]
    assert match.proposal.score == 55
    assert "kwota równa sumie 2 pozycji" in said(match.proposal)


def test_a_correction_of_the_party_is_set_against():
    match = proposed(line(80, party_account=ALOZA), aloza("FV 1/2026", 100), aloza("KOR 1/2026", 20, "out"))
    assert settled(match.proposal) == [("FV 1/2026", 100), ("KOR 1/2026", -20)]


def test_other_sums_are_a_doubt():
    some = [aloza(f"FV {n}/2026", 100) for n in (1, 2, 3)]
    match = proposed(line(200, party_account=ALOZA), *some)
    assert settled(match.proposal) == [("FV 1/2026", 100), ("FV 2/2026", 100)]
    assert said(match.proposal)[-1] == "inne pozycje podmiotu dają tę samą sumę"
    assert match.proposal.score == 40


def test_the_oldest_of_the_party_failing_all():
    some = [aloza("FV 1/2026", 100, due_date=DAY), aloza("FV 2/2026", 100, due_date=DAY - dt.timedelta(30))]
    match = proposed(line(70, party_account=ALOZA), *some)
    assert settled(match.proposal) == [("FV 2/2026", 70)]
    assert said(match.proposal)[-1] == "najstarsza pozycja podmiotu"


def test_a_month_beside_a_number_does_not_spoil_it():
    match = proposed(line(90, "FV 55/2026 za 01/2026"), item("FV 55/2026", 123), item("FV 1/2026", 999))
    assert settled(match.proposal) == [("FV 55/2026", 90)]
    assert match.proposal.score == 60


# --- split payments, taxes


def test_a_split_payment():
    one = aloza("7", 123, "out", kind="mpp", vat_amount=Decimal(23))
    found = proposed(
        line(
            -123,
            "/VAT/23,00/IDC/5250000009/INV/7",
            kind="mpp",
            vat_amount=Decimal(23),
            invoices=("7",),
            party_tax_id=NIP,
        ),
        one,
    )
    assert said(found.proposal) == ["numer 7 w tytule", "NIP podmiotu", "kwota równa", "kwota VAT równa"]
    assert found.proposal.score == 100


def tax(period, form="VAT-7"):
    return TaxLiability(id=NIP, period=period, form=form)


def test_a_tax_is_told_by_its_period_and_form():
    months = [
        item(f"VAT {n}/2026", 900, "out", kind="tax", accounts=(TAX_OFFICE,), tax=tax(f"26M0{n}")) for n in (1, 2)
    ]
    found = proposed(line(-900, "", kind="tax", party_account=TAX_OFFICE, tax=tax("26M02", "VAT7")), *months)
    assert settled(found.proposal) == [("VAT 2/2026", 900)]
    assert found.proposal.score == 90
    assert "inny okres lub formularz" in said(found.alternatives[0])


def test_a_tax_of_another_amount():
    found = proposed(
        line(-950, kind="tax", party_account=TAX_OFFICE, tax=tax("26M02")),
        item("VAT 2/2026", 900, "out", kind="tax", accounts=(TAX_OFFICE,), tax=tax("26M02")),
    )
    assert found.proposal.score == 70
    assert found.proposal.rest == 50


def test_contributions():
    months = [
        item(f"ZUS {n}", 1000, "out", kind="zus", accounts=(ZUS,), due_date=dt.date(2026, n, 15)) for n in (2, 3, 4)
    ]
    found = proposed(line(-1000, kind="zus", party_account=ZUS), *months)
    assert settled(found.proposal) == [("ZUS 3", 1000)]
    assert proposed(line(-999, kind="zus", party_account=ZUS), *months).proposal is None


def test_contributions_are_told_by_their_month():
    months = [item(f"DRA/{n:02}/2026", 1000, "out", kind="zus", accounts=(ZUS,)) for n in (1, 2, 3)]
    paid = TaxLiability(period="26M02", form="DRA")
    found = proposed(line(-1000, "składki za luty", kind="zus", party_account=ZUS, tax=paid), *months)
    assert settled(found.proposal) == [("DRA/02/2026", 1000)]
    assert found.proposal.score == 90
    assert "okres i formularz zgodne" in said(found.proposal)
    other = proposed(line(-990, kind="zus", party_account=ZUS, tax=paid), *months)
    assert settled(other.proposal) == [("DRA/02/2026", 990)]


# --- many lines


def test_the_best_line_gets_the_item():
    lines = [line(123, party_account=ALOZA), line(123, "FV 1/2026", party_account=ALOZA)]
    first, second = propose_all(lines, Items([aloza("FV 1/2026", 123)]))
    assert (first.proposal, settled(first.alternatives[0])) == (None, [("FV 1/2026", 123)])
    assert settled(second.proposal) == [("FV 1/2026", 123)]
    (remark,) = first.remarks
    assert remark.pl.startswith("Pozycja FV 1/2026 przypadła operacji z 2026-03-10 na kwotę 123,00, która")


def test_a_line_takes_its_next_proposal():
    items = Items([aloza("FV 1/2026", 500), aloza("FV 2/2026", 500)])
    matches = propose_all([line(500, party_account=ALOZA), line(500, party_account=ALOZA)], items)
    assert [settled(match.proposal)[0][0] for match in matches] == ["FV 1/2026", "FV 2/2026"]


def test_an_item_is_paid_in_parts_as_far_as_it_reaches():
    lines = [line(60, "FV 1/2026"), line(63, "FV 1/2026"), line(5, "FV 1/2026")]
    matches = propose_all(lines, Items([item("FV 1/2026", 123)]))
    assert [settled(match.proposal) for match in matches] == [[("FV 1/2026", 60)], [("FV 1/2026", 63)], []]


def test_one_line_and_many_agree():
    items = Items([aloza("FV 1/2026", 123), aloza("FV 2/2026", 123)])
    one = line(123, "FV 2/2026", party_account=ALOZA)
    assert propose_all([one], items) == (propose(one, items),)


# --- the table, the records, the search


def test_the_table_is_whole():
    there = {ground for ground in vars(grounds).values() if isinstance(ground, grounds.Ground)}
    assert there == set(grounds.TABLE)
    assert len(grounds.TABLE) == len(there)


def test_a_match_is_json():
    match = proposed(line(123, "FV 1/2026"), item("FV 1/2026", 123))
    read = msgspec.json.decode(msgspec.json.encode(match))
    assert read["proposal"]["score"] == 80
    assert read["proposal"]["reasons"][0]["pl"] == "numer FV 1/2026 w tytule"
    assert read["proposal"]["parts"][0]["item"]["amount"] == "123"


def test_a_search_ends():
    choice = choose([2 * n for n in range(1, 400)], 7)
    assert choice.places == ()
    assert choose([10_001 + 2 * n for n in range(16)], 80_081).complete in (True, False)
    assert MOST_STEPS < 10_000


def test_many_items_of_one_number():
    many = [item("FV 1/2026", 100 + n, "out", id=str(n), accounts=(f"{n:026}",)) for n in range(3000)]
    match = propose(line(-1234, "FV 1/2026", party_account=f"{1134:026}"), Items(many))
    assert match.proposal.parts[0].item.id == "1134"
    assert match.proposal.score == 100
