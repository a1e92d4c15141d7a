"""Posting in currency: three amounts on a line, the account of the currency, what is refused."""

import pytest

from booking import CASH, PURCHASE, SALE, row

EURO = {"currency": "EUR", "exchange_rate": "4.2515"}
DOLLARS = {"currency": "USD", "exchange_rate": "3.90"}
BOTH = (row("401", "", "@Netto", currency="tak"), row("", "203", "@Netto", split="Podmioty", currency="tak"))


def test_a_line_has_the_amount_in_currency_the_rate_and_pln():
    assert PURCHASE.foreign(*BOTH, **EURO) == [
        ("Wn", "401", "PLN", "425.15", "EUR", "100.00", "4.2515"),
        ("Ma", "203-ALOZA", "EUR", "425.15", "EUR", "100.00", "4.2515"),
    ]


def test_a_row_without_currency_posts_pln_alone():
    rows = row("401", "203", "@Netto", split="Podmioty")
    assert PURCHASE.foreign(rows, **EURO) == [
        ("Wn", "401", "PLN", "425.15", "PLN", None, None),
        ("Ma", "203-ALOZA", "PLN", "425.15", "PLN", None, None),
    ]


def test_a_document_in_pln_has_no_currency_even_in_a_currency_row():
    assert PURCHASE.foreign(*BOTH)[1] == ("Ma", "203-ALOZA", "PLN", "100.00", "PLN", None, None)


def test_without_an_account_in_the_currency_the_one_in_pln_is_taken():
    assert PURCHASE.foreign(*BOTH, **DOLLARS)[1] == ("Ma", "203-ALOZA", "PLN", "390.00", "USD", "100.00", "3.90")


def test_a_missing_analytic_account_is_opened_in_pln_whatever_the_currency():
    found = PURCHASE.entry(*BOTH, **EURO, party={"code": "NOWY"})
    assert [(account.code, account.currency) for account in found.opened] == [("203-NOWY", "PLN")]
    assert (found.lines[1].account_currency, found.lines[1].currency) == ("PLN", "EUR")
    closed = "zakładanie kont słownikowych = nie"
    assert PURCHASE.refusals(*BOTH, **EURO, party={"code": "NOWY"}, general=closed) == ["posting/missing-account"]


@pytest.mark.parametrize(
    ("debit", "split", "currency", "fields", "problem"),
    [
        ("135", "", "", EURO, "posting/currency-account"),
        ("135", "", "", {}, "posting/currency-account"),
        ("204", "Podmioty", "", EURO, "posting/currency-account"),
        ("204", "Podmioty", "tak", DOLLARS, "posting/currency-account"),
        ("135", "", "tak", {"currency": "GBP", "exchange_rate": "5"}, "posting/currency-account"),
    ],
)
def test_an_account_kept_in_other_currencies_only_is_refused(debit, split, currency, fields, problem):
    assert PURCHASE.refusals(row(debit, "221", split=split, currency=currency), **fields) == [problem]


def test_the_refusal_names_the_currencies_of_the_account():
    (reason,) = PURCHASE.post(row("135", "221")).reasons
    sentence = reason.problem.message.fill(reason.values).pl
    assert "konto 135 jest prowadzone w EUR, USD, a wiersz księguje w PLN" in sentence


@pytest.mark.parametrize("amount", ["@ZalNetto", "@KwotaDodat", "@OpisAnalitycznyKwota", "@PlatZaliczka"])
def test_an_amount_known_in_pln_alone_cannot_be_posted_in_currency(amount):
    found = PURCHASE.ids(row("401", "221", amount, currency="tak"))
    assert set(found) == {"posting/no-currency-amount"}
    assert amount in found["posting/no-currency-amount"]


def test_amounts_stated_in_pln_are_taken_as_they_are():
    elements = [{"rate": "23", "net": "100.00", "vat": "23.00", "vat_pln": "98.00", "net_pln": "425.20"}]
    rows = row("401", "203", "@Brutto", split="Podmioty", currency="tak")
    assert PURCHASE.foreign(rows, **EURO, elements=elements)[0] == (
        "Wn", "401", "PLN", "523.20", "EUR", "123.00", "4.2515",
    )  # fmt: skip


def test_pln_is_rounded_line_by_line_halves_away_from_zero():
    elements = [{"rate": "23", "net": net} for net in ("0.01", "0.01", "-0.01")]
    half = {"currency": "EUR", "exchange_rate": "0.5", "elements": elements}
    by_element = row("401", "221", "@Netto", currency="tak", condition="@StawkaVat <> ''")
    assert [line[3] for line in PURCHASE.foreign(by_element, **half) if line[0] == "Wn"] == ["0.01", "0.01", "-0.01"]
    assert PURCHASE.foreign(row("401", "221", "@Netto", currency="tak"), **half)[0][3:6] == ("0.01", "EUR", "0.01")


def test_a_currency_amount_that_is_nothing_in_pln_is_still_a_line():
    tiny = {"currency": "JPY", "exchange_rate": "0.025", "elements": [{"rate": "zw", "net": "0.01"}]}
    assert PURCHASE.foreign(row("401", "221", currency="tak"), **tiny) == [
        ("Wn", "401", "PLN", "0.00", "JPY", "0.01", "0.025"), ("Ma", "221", "PLN", "0.00", "JPY", "0.01", "0.025"),
    ]  # fmt: skip
    assert PURCHASE.refusals(row("401", "221"), **tiny) == ["posting/nothing-posted"]


def test_positions_in_currency():
    found = SALE.foreign(row("301", "730", "@PozBrutto", split="Towary", currency="tak"), **EURO)
    assert found[1] == ("Ma", "730-DESKA", "PLN", "3137.61", "EUR", "738.00", "4.2515")


def test_a_final_invoice_in_currency_takes_advances_off_in_both():
    final = {**EURO, "kind": "final", "settled_advances": [{"net": "425.15", "vat": "97.78"}]}
    found = SALE.foreign(row("203", "731", "@Netto", split="Podmioty", currency="tak"), **final)
    assert found[0] == ("Wn", "203-ALOZA", "EUR", "3826.35", "EUR", "900.00", "4.2515")


def entry(**fields):
    usual = {"number": "1", "date": "2026-03-11", "direction": "in", "amount": "100.00", "contra_account": "203"}
    return {**usual, "party": {"code": "ALOZA"}, **fields}


CASH_ROWS = (
    row("@KontoRach", "", "@Przychod", currency="tak"),
    row("", "@KontoPrzeciw", "@Przychod", split="Podmioty", currency="tak"),
)


def test_the_rate_of_an_entry_stands_before_that_of_its_report():
    report = {"account": "135", "currency": "EUR", "exchange_rate": "4.00"}
    entries = [entry(), entry(number="2", exchange_rate="4.10"), entry(number="3", amount_pln="405.00")]
    found = [line[3:] for line in CASH.foreign(*CASH_ROWS, **report, entries=entries)[:3]]
    assert found[:2] == [
        ("400.00", "EUR", "100.00", "4.00"), ("410.00", "EUR", "100.00", "4.10"),
    ]  # fmt: skip
    assert found[2][:3] == ("405.00", "EUR", "100.00")


def test_a_bank_account_kept_in_several_currencies_is_that_of_the_report():
    for currency, account in (("EUR", "131"), ("USD", "131")):
        report = {"account": account, "currency": currency, "exchange_rate": "4.00", "entries": [entry()]}
        found = CASH.foreign(*CASH_ROWS, **report)
        kept = "EUR" if currency == "EUR" else "PLN"
        assert [line[2] for line in found] == [kept, kept]


def test_149_takes_pln_beside_a_currency_account():
    rows = (
        row("@KontoRach", "", "@Przychod", currency="tak"),
        row("", "@KontoPrzeciw", "@Przychod", condition="@KontoPrzeciw = '149'"),
    )
    report = {"account": "135", "currency": "EUR", "exchange_rate": "4.00", "entries": [entry(contra_account="149")]}
    assert CASH.foreign(*rows, **report) == [
        ("Wn", "135", "EUR", "400.00", "EUR", "100.00", "4.00"), ("Ma", "149", "PLN", "400.00", "PLN", None, None),
    ]  # fmt: skip


def test_the_currency_of_the_settled_document_is_the_entrys_own_where_it_settles_none():
    rows = row("100", "149", "@Przychod", condition="@RozliczenieWaluta <> 'PLN'")
    assert CASH.refusals(rows, entries=[entry()]) == ["posting/nothing-posted"]
    assert CASH.lines(rows, entries=[entry(settled_currency="EUR")])[0] == ("Wn", "100", "100.00")


def test_a_constant_is_not_the_same_amount_in_two_currencies():
    rows = row("401", "221", "100", currency="tak")
    if PURCHASE.ids(rows):
        return
    (_, _, _, pln, _, foreign, _), _ = PURCHASE.foreign(rows, **EURO)
    assert pln != foreign
