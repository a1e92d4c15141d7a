"""Compiled rules: what they take is what an obvious evaluation takes; proposals, hits, points, macros."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.banklines.compile import Proposed, compile_rules
from dekret.banklines.macros import MACROS
from dekret.expr.kinds import Kind
from dekret.model.leaves import polish_words
from dekret.model.payments import KIND_WORDS, TaxLiability
from line_rules import AROUND, line, lines, rows, rules_of, slow_choice


def taken(checked, bank_line):
    proposed = compile_rules(checked).propose(bank_line, AROUND)
    return proposed.rule if proposed else None


@given(st.lists(rows, min_size=1, max_size=5), st.sampled_from(["pierwsza", "punkty"]), st.lists(lines, max_size=4))
def test_compiled_is_what_the_slow_way_gives(table, choice, bank_lines):
    if choice == "pierwsza":
        table = [{**row, "Punkty": ""} for row in table]
    _, checked = rules_of(*table, choice=choice)
    if checked:
        proposer = compile_rules(checked)
        for bank_line in bank_lines:
            proposed = proposer.propose(bank_line, AROUND)
            assert (proposed.rule if proposed else None) == slow_choice(checked.rules, bank_line)


@given(st.lists(rows, min_size=2, max_size=5), st.lists(lines, min_size=1, max_size=5))
def test_a_rule_said_to_be_covered_is_never_taken(table, bank_lines):
    library, checked = rules_of(*[{**row, "Punkty": ""} for row in table])
    if checked:
        covered = {d.message.pl.split()[1] for d in library.report.diagnostics if d.id == "lines/covered"}
        assert not covered & {taken(checked, bank_line) for bank_line in bank_lines}


def test_what_is_proposed():
    _, checked = rules_of(
        {"Tytuł": "%prowizj%", "Konto": "402-05", "Kategoria": "BANK", "Podmiot": "!bank",
         "Opis": "'Prowizja: ' + @Tytul"},
        {"Konto": "'202-2-1-' + @AkronimPodmiotu", "Opis": "''"},
    )  # fmt: skip
    proposer = compile_rules(checked)
    assert proposer.propose(line(title="Prowizja\n za  przelew"), AROUND) == Proposed(
        "R1", "402-05", "BANK", "!bank", "Prowizja: Prowizja za przelew"
    )
    assert proposer.propose(line(party_code="ALOZA"), AROUND) == Proposed("R2", "202-2-1-ALOZA", None, None, None)
    assert proposer.propose(line(), AROUND) == Proposed("R2", None, None, None, None)


def test_most_points_win_and_of_equal_ones_the_first():
    _, checked = rules_of(
        {"Tytuł": "%a%", "Punkty": "1"}, {"Tytuł": "%b%", "Punkty": "7"}, {"Tytuł": "%c%", "Punkty": "7"}, {},
        choice="punkty",
    )  # fmt: skip
    assert [taken(checked, line(title=title)) for title in ("abc", "ac", "a", "", "cb")] == [
        "R2", "R3", "R1", "R4", "R2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "fields", "holds"),
    [
        ("@Kwota = 12 AND @KwotaZeZnakiem = -12", {}, True),
        ("@Kierunek = 'ROZCHÓD'", {}, True),
        ("@Tytul = 'a b'", {"title": "A\n b"}, True),
        ("@DataWaluty IS NULL", {}, True),
        ("@KwotaVAT > 1", {}, False),
        ("NOT (@KwotaVAT > 1)", {}, False),
        ("@KwotaVAT > 1", {"vat_amount": Decimal("2.30")}, True),
        ("@SymbolFormularza = 'VAT-7' AND @RodzajPrzelewu = 'us'", {"tax": TaxLiability(form="VAT-7"), "kind": "tax"},
         True),
        ("@NumeryFaktur LIKE '%FV 2%'", {"invoices": ("FV 1", "FV 2")}, True),
        ("@InneDane('Kod') = 'X'", {"details": {"Kod": "x"}}, True),
        ("@InneDane('Kod') = ''", {}, True),
        ("@Rejestr = 'bank' AND GETDATE() = '2026-01-31'", {}, True),
        ("@DataKsiegowania >= '2026-01-16'", {}, False),
        ("@CzyStorno = 'TAK'", {"reversal": True}, True),
        ("@Kwota / @SaldoPoOperacji = 1", {"balance": Decimal(0)}, False),
    ],
)  # fmt: skip
def test_conditions_on_macros(condition, fields, holds):
    _, checked = rules_of({"Warunek": condition})
    assert (taken(checked, line(**fields)) is not None) is holds


def test_direction_and_amounts():
    _, checked = rules_of({"Kierunek": "rozchód", "Kwota od": "10,00", "Kwota do": "20,00"})
    found = {amount: taken(checked, line(amount)) for amount in ("-10", "-20", "-9.99", "-20.01", "12", "0")}
    assert [amount for amount, code in found.items() if code] == ["-10", "-20"]


PYTHON = {Kind.TEXT: str, Kind.NUMBER: Decimal, Kind.DATE: dt.date}
FULL = line(
    value_date=dt.date(2026, 1, 15), vat_amount=Decimal("1.00"), balance=Decimal("5.00"), tax=TaxLiability(form="VAT-7")
)


@pytest.mark.parametrize("macro", MACROS, ids=lambda macro: macro.spec.name)
def test_macros_give_what_the_table_says(macro):
    arguments = ("x",) if macro.spec.argument else ()
    for bank_line in (line(), FULL):
        value = macro.read(bank_line, AROUND, *arguments)
        if value is None:
            assert macro.spec.type.nullable
        else:
            assert isinstance(value, PYTHON[macro.spec.type.kind])


def test_kinds_of_transfers_have_the_names_of_cases_and_formats():
    assert all(polish_words("Rodzaj przelewu", kind)[0] == word.pl for kind, word in KIND_WORDS.items())
