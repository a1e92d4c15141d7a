"""Cash and bank reports: rows run over entries and over the additional amounts within them."""

import pytest

from booking import CASH, row

BY_ENTRY = (
    row("@KontoRach", "@KontoPrzeciw", "@Przychod", split="Podmioty"),
    row("@KontoPrzeciw", "@KontoRach", "@Rozchod", split="Podmioty"),
)
ADDITIONAL = row("@KontoDodatWn", "@KontoDodatMa", "@KwotaDodat", split="Podmioty")
ENTRY = {"number": "1", "date": "2026-03-11", "direction": "out", "amount": "50.00", "contra_account": "202"}
COMMISSION = {"amount": "5.00", "debit_account": "501", "credit_account": "131"}


def entry(**fields):
    return {**ENTRY, "party": {"code": "ALOZA"}, **fields}


def test_a_row_runs_over_every_entry_and_an_entry_has_one_direction():
    assert CASH.lines(*BY_ENTRY) == [
        ("Wn", "131", "100.00"), ("Ma", "201-ALOZA", "100.00"), ("Wn", "202-KLON", "30.00"), ("Ma", "131", "30.00"),
    ]  # fmt: skip


def test_a_negative_amount_stays_on_its_side_and_zero_makes_no_line():
    entries = [entry(amount="-50.00"), entry(number="2", amount="0.00")]
    assert CASH.lines(*BY_ENTRY, entries=entries) == [("Wn", "202-ALOZA", "-50.00"), ("Ma", "131", "-50.00")]


def test_additional_amounts_run_within_their_own_entry():
    entries = [
        entry(additional_amounts=[COMMISSION, {**COMMISSION, "amount": "2.00", "debit_account": "201"}]),
        entry(number="2", party={"code": "KLON"}, additional_amounts=[{**COMMISSION, "debit_account": "201"}]),
    ]
    assert CASH.lines(ADDITIONAL, entries=entries) == [
        ("Wn", "501", "5.00"), ("Ma", "131", "5.00"),
        ("Wn", "201-ALOZA", "2.00"), ("Ma", "131", "2.00"),
        ("Wn", "201-KLON", "5.00"), ("Ma", "131", "5.00"),
    ]  # fmt: skip


def test_a_row_of_additional_amounts_sees_its_entry_and_its_report():
    entries = [
        entry(direction="in", additional_amounts=[COMMISSION]),
        entry(number="2", additional_amounts=[{**COMMISSION, "amount": "7.00"}]),
    ]
    text = "@NumerPelny + ' ' + @Dokument + ' ' + @TypZapisu"
    of_outgoing = row("@KontoDodatWn", "@KontoRach", "@KwotaDodat", condition="@TypZapisu = 'KW'", text=text)
    found = CASH.entry(of_outgoing, entries=entries)
    assert [(line.account, str(line.amount), line.description) for line in found.lines] == [
        ("501", "7.00", "2 RKB/1 KW"), ("131", "7.00", "2 RKB/1 KW"),
    ]  # fmt: skip
    share = row("501", "131", "@Rozchod - @KwotaDodat")
    assert CASH.lines(share, entries=[entry(additional_amounts=[COMMISSION])])[0] == ("Wn", "501", "45.00")


def test_an_amount_of_the_entry_in_a_row_of_additional_amounts_comes_once_for_each_of_them():
    twice = row("@KontoDodatWn", "131", "@Rozchod")
    found = CASH.lines(twice, entries=[entry(additional_amounts=[COMMISSION, COMMISSION])])
    assert [line[2] for line in found if line[0] == "Wn"] == ["50.00", "50.00"]
    assert CASH.refusals(twice, entries=[entry()]) == ["posting/nothing-posted"]


def test_the_header_does_not_know_entries():
    assert set(CASH.ids(*BY_ENTRY, header="opis = @KodPodmiotu")) == {"posting/part-in-header"}
    assert CASH.ids(*BY_ENTRY, header="opis = @NumerPelny") == {}


def test_the_number_and_the_date_are_of_the_report_in_the_header_and_of_the_entry_in_rows():
    found = CASH.entry(
        row("131", "149", "@Przychod", text="@NumerPelny + CONVERT(VARCHAR(10), @DataOperacji, 104)"),
        header="opis = @NumerPelny\ndata księgowania = @DataOperacji",
    )
    assert (found.description, found.date.isoformat()) == ("RKB/1", "2026-03-31")
    assert found.lines[0].description == "111.03.2026"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("employee", [("Wn", "234-WILK", "50.00"), ("Ma", "131", "50.00")]), ("contractor", ["posting/no-code"])],
)
def test_the_dictionary_of_employees_takes_employees_alone(kind, expected):
    rows = row("234", "@KontoRach", "@Rozchod", split="Pracownicy")
    entries = [entry(party={"code": "WILK", "kind": kind})]
    found = CASH.lines if kind == "employee" else CASH.refusals
    assert found(rows, entries=entries) == expected


def test_parties_fit_accounts_of_parties_and_of_employees():
    employee = [entry(party={"code": "WILK", "kind": "employee"})]
    assert CASH.lines(row("234", "131", "@Rozchod", split="Podmioty"), entries=employee)[0][1] == "234-WILK"
    assert CASH.refusals(row("402", "131", "@Rozchod", split="Podmioty"), entries=employee) == ["posting/wrong-split"]


def test_the_category_of_an_entry_splits_and_stands_on_its_lines():
    rows = row("402", "131", "@Rozchod", split="Kategorie")
    found = CASH.entry(rows, entries=[entry(category={"code": "USL"})])
    assert [(line.account, line.category) for line in found.lines] == [("402-USL", "USL"), ("131", "USL")]
    assert CASH.refusals(rows, entries=[entry()]) == ["posting/no-code"]


def test_an_opposite_account_that_already_carries_the_code_stays():
    entries = [entry(contra_account="202-ALOZA")]
    found = CASH.entry(BY_ENTRY[1], entries=entries)
    assert found.lines[0].account == "202-ALOZA"
    assert [account.code for account in found.opened] == ["202-ALOZA"]
    assert CASH.refusals(BY_ENTRY[1], entries=[entry(contra_account="202-KLON")]) == ["posting/missing-account"]


def test_an_entry_without_an_opposite_account_is_refused():
    assert CASH.refusals(BY_ENTRY[1], entries=[entry(contra_account="")]) == ["posting/empty-account"]


@pytest.mark.parametrize("split", ["Towary", "Zaliczkobiorcy", "Podmioty2", "Środki trwałe"])
def test_a_dictionary_that_reports_do_not_have(split):
    found = CASH.ids(row("131", "149", "@Przychod", split=split))
    assert set(found) == {"posting/split-unavailable"}
    assert split in found["posting/split-unavailable"]


def test_one_refused_entry_refuses_the_whole_report():
    entries = [entry(), entry(number="2", contra_account="999")]
    assert CASH.refusals(BY_ENTRY[1], entries=entries) == ["posting/missing-account"]
