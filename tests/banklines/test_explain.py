"""Why a line got what it got."""

from dekret.banklines.explain import explain
from dekret.packs.bank.lines_explained import line_text
from line_rules import AROUND, line, rules_of

RULES = (
    {"Kierunek": "rozchód", "Tytuł": "%prowizj%, nie zwrot", "Kwota do": "20,00", "Warunek": "@KwotaVAT > 1"},
    {"Operacja": "110, %opłata%", "Konto": "402-05", "Kategoria": "BANK"},
    {"Tytuł": "%prowizj%"},
)
LINE = line(title="Prowizja\n za przelew", code="110", operation="Opłata za przelew", party_name="Bank")


def test_every_rule_and_its_cells():
    _, checked = rules_of(*RULES)
    found = explain(checked, LINE, AROUND)
    assert found.proposed.rule == "R2"
    assert [(rule.code, rule.outcome) for rule in found.rules] == [("R1", "no"), ("R2", "taken"), ("R3", "late")]
    assert [(cell.column.pl, cell.truth, cell.found) for cell in found.rules[0].cells] == [
        ("Kierunek", "true", "rozchód"),
        ("Kwota do", "true", "12.00"),
        ("Tytuł", "true", "'Prowizja za przelew'"),
        ("Warunek", "unknown", "@KwotaVAT = NULL"),
    ]
    assert found.rules[1].cells[0].found == "'110' / 'Opłata za przelew'"


def test_the_text_in_both_languages():
    _, checked = rules_of(*RULES)
    found = explain(checked, LINE, AROUND)
    polish, english = line_text(LINE, found, "pl"), line_text(LINE, found, "en")
    assert polish.startswith("# 2026-01-15 -12,00 PLN Bank Prowizja za przelew\n")
    assert "Propozycja: konto 402-05, kategoria BANK (reguła R2)" in polish
    assert "      Warunek = @KwotaVAT > 1: nieznane (@KwotaVAT = NULL)" in polish
    assert "  = pasuje, ale inna jest przed nią" in polish
    assert "Proposal: account 402-05, category BANK (rule R2)" in english
    assert "      Title = %prowizj%, nie zwrot: true ('Prowizja za przelew')" in english
    nothing = line(title="czynsz", operation="przelew")
    assert "Żadna reguła nie pasuje" in line_text(nothing, explain(checked, nothing, AROUND), "pl")
