"""What the check says of rules before any document comes."""

from validation_rules import library, said


def test_rules_that_never_or_always():
    assert said("K | | | @Waluta = 'PLN' OR @Waluta <> 'PLN' | błąd | x") == ["validation/always-holds"]
    assert said("K | | | @Waluta = 'PLN' AND @Waluta = 'EUR' | błąd | x") == ["validation/never-holds"]
    assert said("K | | @CzyMPP = 'TAK' AND @CzyMPP = 'NIE' | @Netto > 0 | błąd | x") == ["validation/never-applies"]
    assert said("K | | | 1 = 1 | błąd | x") == ["validation/always-holds"]
    assert said("K | | | LEFT(@Waluta, 1) = LEFT(@Waluta, 1) | błąd | x") == [], "functions are not judged"
    assert said("K | | | @Netto = @Brutto | błąd | x") == []


def test_nothing_is_claimed_where_a_value_cannot_be_had():
    assert said("K | każda pozycja | | @StawkaVat IN ('23', '8', 'XX') | błąd | x") == []
    assert said("K | | | @KategoriaNag <> '' | błąd | x") == []
    assert said("K | | | @GlnPodmiotu <> '' | błąd | x") == []


def test_codes_and_repeated_rules():
    rule = "{} | {} | {} | @Netto > {} | błąd | x"
    assert said(rule.format("A", "", "", 0), rule.format("a", "", "", 1)) == ["validation/code-repeated"]
    assert said(rule.format("A", "", "", 0), rule.format("B", "", "", 0)) == ["validation/rule-covered"]
    narrow = rule.format("B", "", "@CzyMPP = 'TAK'", 0)
    assert said(narrow, rule.format("A", "", "", 0)) == ["validation/rule-covered"]
    assert said(rule.format("A", "", "", 0), rule.format("B", "każda pozycja", "", 0)) == []
    assert said(narrow, rule.format("C", "", "@CzyMPP = 'NIE'", 0)) == []


def test_several_types_are_checked_each():
    rule = "K | każda pozycja | | {} <> '' | błąd | x"
    both = "Rejestr VAT zakupu, Faktury zakupu"
    assert said(rule.format("@StawkaPozycji"), type_=both) == []
    assert said(rule.format("@StawkaVat"), type_=both) == ["expr/unavailable-macro"]
    assert said("K | każdy zapis | | @Netto > 0 | błąd | x", type_=both).count("validation/no-such-part") == 2
    unknown = library(rule.format("@StawkaPozycji"), type_="Rejestr VAT zakupu, Faktury zakópu").report.diagnostics
    assert [each.span.text for each in unknown] == ["Faktury zakópu"]


def test_rules_on_parts_that_ask_about_the_document_alone():
    for subject in ("każda pozycja", "żadna płatność", "jakaś pozycja"):
        assert said(f"K | {subject} | | @NipPodmiotu <> '' | błąd | x") == ["validation/same-for-each"]
        assert said(f"K | {subject} | @Opis <> '' | LEN(@NipPodmiotu) = 10 | błąd | {{@Dokument}}") == [
            "validation/same-for-each"
        ]
    assert said("K | każda pozycja | @StawkaVat = 'oo' | @NipPodmiotu <> '' | błąd | x") == []
    assert said("K | każda pozycja | | @Netto > 0 | błąd | x") == [], "of a position it is that of the position"
    assert said("K | żadna płatność | | @Netto > 0 | błąd | x") == ["validation/same-for-each"]
    assert said("K | dokument | | @NipPodmiotu <> '' | błąd | x") == []
    both = "Rejestr VAT zakupu, Faktury zakupu"
    of_each_in_a_register = "K | każda pozycja | | @Brutto > 0 | błąd | x"
    assert said(of_each_in_a_register, type_=both) == ["validation/two-meanings"]


ENGLISH = "[Po angielsku]\n| Kod | Komunikat | Rada |\n|---|---|---|\n"


def test_the_english_of_rules_is_checked_as_they_are():
    rule = "K | | | @Netto > 0 | błąd | Netto to {@Netto}"
    assert said(rule, more=ENGLISH + "| k | The net is {@Netto} | See to it |\n") == []
    assert said(rule, more=ENGLISH + "| J | The net | |\n") == ["validation/no-such-rule"]
    assert said(rule, more=ENGLISH + "| K | {@Neto} | |\n") == ["expr/unknown-macro"]
    assert said(rule, more=ENGLISH + "| K | {@StawkaVat} | |\n") == ["validation/other-part"]
    assert said(rule, more=ENGLISH + "| K | x | |\n| K | y | |\n") == ["validation/english-repeated"]


def test_a_broken_set_never_runs():
    assert library("K | | | @Neto > 0 | błąd | x").rule_sets == []
