"""Field 86: its forms, how they are told, how their pieces are joined (bank fact sheet 3.5–3.7)."""

import pytest

from bank_statements import PARTY, described, reader_of
from dekret.bank.mt940.problems import MT940_FORMAT


@pytest.mark.parametrize("separator", "~<^+?")
def test_forms_are_told_by_their_separator(separator):
    line = described(f"020{separator}00PRZELEW{separator}20FV {separator}211{separator}32KLIENT")
    assert (line.code, line.operation, line.title) == ("020", "PRZELEW", "FV 1")


@pytest.mark.parametrize("separator", "~<^+?")
def test_lines_may_break_anywhere(separator):
    text = f"020{separator}20FAKTURA 12/2026 ZA WEGIEL{separator}32KLIENT"
    for place in range(4, len(text)):
        line = described(text[:place] + "\r\n" + text[place:])
        assert (line.title, line.party_name) == ("FAKTURA 12/2026 ZA WEGIEL", "KLIENT"), place


def test_27_to_29_are_a_name_in_one_form_and_title_in_another():
    angle = described("020<20FV 1<27JAN <28NOWAK<29UL. KRZYWA 2")
    assert (angle.title, angle.party_name, angle.party_address) == ("FV 1", "JAN NOWAK", "UL. KRZYWA 2")
    question = described("020?20FV 1?27 I FV 2?29 I 3")
    assert (question.title, question.party_name) == ("FV 1 I FV 2 I 3", "")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("020+20TEL. +48 600 100 200+32KLIENT", "TEL. +48 600 100 200"),
        ("020+20A +20 ZL+21 I +20+32KLIENT", "A +20 ZL I +20"),
        ("020?20CZY 2025?2026?21 TAK?32KLIENT", "CZY 2025?2026 TAK"),
        ("020~20RABAT ~99 PROCENT~32KLIENT", "RABAT ~99 PROCENT"),
        ("020~20A~B~ ~32KLIENT", "A~B~"),
    ],
)
def test_a_separator_in_a_text_is_text(text, title):
    line = described(text)
    assert (line.title, line.party_name) == (title, "KLIENT")


@pytest.mark.parametrize("filling", ["\xff", "˙", "\xa0", "   ", ""])
def test_subfields_of_filling_alone_are_empty(filling):
    by = reader_of(MT940_FORMAT.replace("Latin II", "UTF8"))
    line = described(f"020~20FV 1~21{filling}~22 I 2~32{filling}~33KLIENT", by=by)
    assert (line.title, line.party_name) == ("FV 1 I 2", "KLIENT")


def test_an_empty_byte_of_cp852_is_no_part_of_the_title():
    assert described("020<20FV 1<21\xa0<32KLIENT").title == "FV 1"


@pytest.mark.parametrize(
    ("parts", "account"),
    [
        ("~3011402004~314000000000001234", PARTY),
        (f"~38PL{PARTY}", PARTY),
        (f"~3011402004~314000000000001234~38PL{PARTY}", PARTY),
        (f"~31{PARTY}", PARTY),
        ("~30BREXPLPW~31DE89370400440532013000", "DE89370400440532013000"),
        ("~30~31~38", ""),
    ],
)
def test_the_account_of_the_party(parts, account):
    assert described(f"020~20FV 1{parts}").party_account == account


def test_another_account_is_not_lost():
    line = described(f"020~20FV~3010100000~310000000000004711~38PL{PARTY}")
    assert line.party_account == PARTY
    assert line.details["Rachunek"] == "0000000000004711"


def test_codes_that_no_row_has_stay():
    line = described("020~20FV 1~6020260116~63SWRK 1")
    assert (line.details["~60"], line.details["~63"]) == ("20260116", "SWRK 1")


def test_a_row_may_hold_for_some_codes_alone():
    text = "~20KARTA ~21DNIA~22SKLEP ~23JAGODA~32BANK KARTY"
    card, other = described(f"114{text}"), described(f"020{text}")
    assert (card.party_name, card.title, card.details["~32-33"]) == ("SKLEP JAGODA", "KARTA DNIA", "BANK KARTY")
    assert (other.party_name, other.title) == ("BANK KARTY", "KARTA DNIASKLEP JAGODA")


def test_a_repeated_code_is_taken_once():
    for fields in (("020", "020~00PRZELEW~20FV 1"), ("020~00PRZELEW", "020~20FV 1"), ("020~00PRZELEW", "~20FV 1")):
        line = described(*fields)
        assert (line.code, line.operation, line.title) == ("020", "PRZELEW", "FV 1")


def test_a_line_that_begins_with_a_time_is_text():
    assert described("020~20WYPLATA GODZ. \n20:44:45 RADOM").title == "WYPLATA GODZ. 20:44:45 RADOM"
    assert described("020~20WYPLATA GODZ. 20\n:44:45 RADOM").title == "WYPLATA GODZ. 20:44:45 RADOM"


def test_lines_and_parts_may_be_joined_with_a_blank():
    by = reader_of(MT940_FORMAT.replace("postać", "łączenie linii = spacja\nłączenie części = spacja\npostać"))
    line = described("020~20ZAPLATA\nZA FAKTURE~21NR 1\n~22I 2~32KLIENT", by=by)
    assert line.title == "ZAPLATA ZA FAKTURE NR 1 I 2"
    plus = reader_of(MT940_FORMAT.replace("postać", "łączenie linii = spacja\npostać").replace("~", "+"))
    assert described("020+20ZAPLATA\nZA FAKTURE\n+32KLIENT", by=plus).title == "ZAPLATA ZA FAKTURE"
    split = described("020~20/VAT/23,00/IDC/5250000009/I~21NV/FV 1/\n2026~32KLIENT", by=by)
    assert split.title == "/VAT/23,00/IDC/5250000009/INV/FV 1/2026"


def test_labels():
    line = described(
        "911 Przelew masowy; z rach.: " + PARTY + "; od: JAN NOWAK; TYT.: ABONAMENT; 01/2026: A; Kod: 7; tnr: 1.000001",
        by="MT940-BRE",
    )
    assert (line.code, line.operation, line.party_account) == ("911", "Przelew masowy", PARTY)
    assert (line.party_name, line.title, line.bank_reference) == ("JAN NOWAK", "ABONAMENT; 01/2026: A", "1.000001")
    assert line.details["Kod"] == "7"


def test_letters_that_only_look_like_those_of_a_label_do_no_harm():
    by = reader_of(MT940_FORMAT.replace("Latin II", "UTF8").replace("~ ", "etykiety").replace("= ~", "= etykiety")
                   .replace("20-25", "ID IPH").replace("32-33", "ref. K"))  # fmt: skip
    line = described("911 A; İD IPH: 1; REF. \u212a: 2; ıd ıph: 3", by=by)
    assert "1" in [*line.details.values(), line.title]


def test_labels_may_break_anywhere():
    text = f"944 Przelew;NA RACH.: {PARTY};TYT.: FV 1;TNR: 145271016138274.040001"
    for place in range(1, len(text)):
        line = described(text[:place] + "\n" + text[place:], by="MT940-BRE")
        found = (line.code, line.party_account, line.title, line.bank_reference)
        assert found == ("944", PARTY, "FV 1", "145271016138274.040001"), place


def test_keywords():
    line = described(f"/ORDP/KLIENT/IBAN/PL{PARTY}/REMI/FV 1/2026/ABCD/X", by="MT940-CITI")
    assert (line.party_name, line.party_account, line.title) == ("KLIENT", PARTY, "FV 1/2026/ABCD/X")


@pytest.mark.parametrize("symbol", ["MT940", "MT940-BGZ", "MT940-PBS", "MT940-CITI", "MT940-BRE"])
@pytest.mark.parametrize("text", ["ODSETKI OD LOKATY", "/VAT/1,00/IDC/5250000009/INV/FV 1", "?", "~", "12:30", ";"])
def test_texts_of_no_form_are_not_lost(symbol, text):
    line = described(text, by=symbol)
    assert text in (line.title, line.operation, line.details.get(":86:"), line.title + ";")
