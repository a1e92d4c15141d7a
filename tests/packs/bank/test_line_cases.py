"""Rules for lines in a library, their cases, and the standard pack."""

import datetime as dt
from pathlib import Path

from dekret import api
from dekret.banklines.check_accounts import check_accounts
from dekret.cli.main import main
from dekret.packs.bank.proposals import Proposals
from dekret.text.report import Report
from dekret.text.source import Source
from line_rules import AROUND, line, rules_text

RULES = Path(__file__).parents[3] / "rules"
TODAY = dt.date(2026, 1, 31)
FEES = rules_text({"Tytuł": "%prowizj%", "Konto": "402-05", "Opis": "@Rejestr"}, {"Tytuł": "%odset%", "Konto": "752"})
CASE = 'przypadek "{name}"\nwyciąg = X\nrejestr = BANK\n'
LINES = """[Pozycja]
| Data księgowania | Kwota | Tytuł | Inne dane | Rachunek podmiotu |
| 2026-01-15 | -12,00 | Prowizja | Kod = 7; Opis = x | PL61 1090 1014 0000 0712 1981 2874 |
| 2026-01-16 | 1,00 | czynsz | | |
"""
PROPOSALS = "[Propozycja]\n| Reguła | Konto | Opis |\n| R1 | 402-05 | BANK |\n| brak | brak | |\n"


def results(*texts):
    library = api.check_sources([Source("x.wyciag", FEES), *(Source("x.przypadek", text) for text in texts)])
    assert not library.report.has_errors, [found.message.pl for found in library.report.diagnostics]
    return library, api.run_line_cases(library, TODAY)


def said(*texts):
    return [[found.id for found in result.diagnostics] for result in results(*texts)[1]]


def test_lines_and_proposals_in_tables():
    case = CASE.format(name="dwie") + LINES + PROPOSALS
    assert said(case, case.replace("402-05", "402-06"), case.replace("| brak | brak", "| R2 | brak")) == [
        [], ["case/proposal-differs"], ["case/proposal-differs"],
    ]  # fmt: skip
    (parsed,) = results(case)[0].line_cases
    first = parsed.lines[0].read()
    assert first.details == {"Kod": "7", "Opis": "x"}
    assert first.party_account == "61109010140000071219812874"


def test_both_sides_are_shown_and_why():
    case = CASE.format(name="zły") + LINES + PROPOSALS.replace("| R1 ", "| R2 ").replace("| brak | brak", "| R9 | brak")
    first, second = results(case)[1][0].diagnostics
    assert "| oczekiwano | R2" in first.detail.pl
    assert "| wyszło     | R1" in first.detail.pl
    assert "Tytuł = %odset%: nie ('Prowizja')" in first.detail.pl
    assert "| came out | none" in second.detail.en
    assert "there is no rule R9" in second.detail.en


def test_a_wrong_field_of_a_line_is_shown_where_it_stands():
    case = CASE.format(name="x") + LINES.replace("-12,00", "") + PROPOSALS
    ((found,),) = [result.diagnostics for result in results(case)[1]]
    assert (found.id, found.span.line) == ("case/inline-field", 6)


def test_an_unknown_symbol_is_found_by_the_check():
    text = CASE.format(name="x").replace("= X", "= Y") + LINES + PROPOSALS
    library = api.check_sources([Source("x.wyciag", FEES), Source("x.przypadek", text)])
    assert [found.id for found in library.report.diagnostics] == ["case/unknown-symbol"]


def test_an_update_writes_what_was_proposed_where_the_case_says_something(tmp_path):
    (tmp_path / "x.wyciag").write_text(FEES, encoding="utf-8")
    wrong = PROPOSALS.replace("R1 | 402-05 | BANK", "R2 | | KASA").replace("| brak | brak |", "| R9 | 1 |")
    keys = "[Propozycja]\nReguła = R2\nOpis = brak\n"
    one = "".join(LINES.splitlines(keepends=True)[:3])
    path = tmp_path / "x.przypadek"
    text = CASE.format(name="dwie") + LINES + "# uwaga\n" + wrong + "\n" + CASE.format(name="klucze") + one + keys
    path.write_text(text, encoding="utf-8")
    library = api.check([tmp_path])
    assert api.update_cases(api.run_line_cases(library, TODAY)) == [path]
    again = path.read_text(encoding="utf-8")
    assert "| R1     |       | BANK |\n| brak   | brak  |      |\n" in again
    assert "# uwaga\n" in again
    assert again.endswith("Reguła = R1\nOpis = BANK\n")
    found = api.run_line_cases(api.check([tmp_path]), TODAY)
    assert [result.diagnostics for result in found] == [(), ()]
    assert api.update_cases(found) == []


def test_coverage_counts_rules():
    library, found = results(CASE.format(name="dwie") + LINES + PROPOSALS)
    assert "| X         |       2 |          1 | R2 (x.wyciag:8)" in api.coverage_table(library, found, "pl")


def test_versions_by_the_day_of_the_line():
    old = rules_text({"Tytuł": "%prowizj%", "Konto": "401"}, dates="obowiązuje do = 2025-12-31\n")
    new = rules_text({"Tytuł": "%prowizj%", "Konto": "402"}, dates="obowiązuje od = 2026-01-01\n")
    library = api.check_sources([Source("a.wyciag", old), Source("b.wyciag", new)])
    assert not library.report.diagnostics
    proposals = Proposals(library, "x", AROUND)
    days = (dt.date(2025, 12, 31), dt.date(2026, 1, 1), dt.date(2026, 1, 2))
    assert [proposals.propose(line(date=day, title="prowizja")).account for day in days] == ["401", "402", "402"]
    assert proposals.propose(line(title="czynsz")) is None
    twice = api.check_sources([Source("a.wyciag", old), Source("b.wyciag", old)])
    assert [found.id for found in twice.report.diagnostics] == ["pack/symbol-repeated"]


def test_the_users_rules_stand_for_standard_ones(tmp_path):
    (tmp_path / "moje.wyciag").write_text(FEES.replace('"X"', '"wyciagi"'), encoding="utf-8")
    own, none = api.library([tmp_path]), api.library([])
    day = dt.date(2026, 1, 15)
    assert len(own.line_rules("WYCIAGI", day).tried) == 2
    assert len(none.line_rules("WYCIAGI", day).tried) > 20
    assert none.line_rules("WYCIAGI", dt.date(2019, 12, 31)) is None
    assert none.line_rules("INNE", day) is None
    assert "WYCIAGI" in none.line_rules_symbols()


def test_accounts_are_checked_against_the_charts_at_hand():
    chart = 'plan "P"\n[Konta]\n| Konto |\n| 402 |\n| 402-05 |\n'
    library = api.check_sources([Source("x.wyciag", FEES), Source("p.plan", chart)])
    assert [(found.id, found.span.text) for found in library.report.diagnostics] == [("lines/missing-account", "752")]


# --- the standard pack


def test_the_standard_rules_have_cases_for_every_row():
    library = api.check([RULES / "banki"])
    assert not library.report.diagnostics
    found = api.run_line_cases(library, TODAY)
    assert len(found) >= 12
    assert [diagnostic.message.pl for result in found for diagnostic in result.diagnostics] == []
    table = api.coverage_table(library, found, "pl")
    assert "100%" in table


def test_the_standard_rules_post_to_the_standard_chart():
    library, report = api.check([RULES / "banki", RULES / "ksiegowosc" / "wzorcowy.plan"]), Report()
    for checked in library.lines:
        check_accounts(checked, [plan for _, plan in library.plans], report)
    assert library.lines
    assert not report.diagnostics


# --- from the command line


def test_the_commands_know_the_language(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for kind, symbol, name in (("plan", "MOJ", "moj.plan"), ("wyciag", "X", "x.wyciag")):
        assert main(["new", kind, symbol, "-o", name]) == 0
    case = CASE.format(name="dwie") + LINES + "[Propozycja]\n| Reguła | Konto |\n| PROWIZJE | 402-05 |\n| brak | |\n"
    Path("x.przypadek").write_text(case, encoding="utf-8")
    assert main(["fmt"]) == 0
    assert main(["fmt", "--check"]) == 0
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["test", "--coverage"]) == 0
    assert "PODATKI, ODSETKI" in capsys.readouterr().out
    Path("x.przypadek").write_text(case.replace("402-05", "402-04"), encoding="utf-8")
    assert main(["test"]) == 1
    for topic in ("wyciąg", "wyciag", "statement"):
        assert main(["docs", topic]) == 0
    assert "@RachunekPodmiotu" in capsys.readouterr().out
