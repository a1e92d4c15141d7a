"""Invoices of KSeF with their lines as a user meets them: posted by schemes, held against rules for invoices."""

from pathlib import Path

import pytest

from dekret.cli.main import main

DEMO = Path(__file__).parents[2] / "rules" / "demo"
RULES = ("--rules", str(DEMO))
RENT, ADVANCE = str(DEMO / "ksef" / "sprzedaz-najem.xml"), str(DEMO / "ksef" / "sprzedaz-zaliczka.xml")


def test_a_scheme_for_invoices_posts_them(capsys):
    assert main(["post", "-s", "FAKTURY-SPRZEDAZY", RENT, *RULES, "--table"]) == 0
    said = capsys.readouterr()
    assert "201-2-1-MARINA" in said.out
    assert "odrzucono: 0" in said.err


def test_rules_for_invoices_alone_see_what_they_say(tmp_path, capsys):
    assert main(["validate", RENT, "--set", "FAKTURY-TRESC", *RULES]) == 0
    assert "bez uwag: 1" in capsys.readouterr().err
    silent = Path(RENT).read_text(encoding="utf-8").replace("P_19A", "P_19X")
    (tmp_path / "a.xml").write_text(silent, encoding="utf-8")
    assert main(["validate", str(tmp_path / "a.xml"), "--set", "FAKTURY-TRESC", *RULES]) == 0
    assert "FAKTURY-TRESC/ZWOLNIENIE" in capsys.readouterr().out


@pytest.mark.parametrize(("language", "said"), [("pl", "nie ma ich w pliku"), ("en", "the file has none")])
def test_an_advance_has_no_lines_to_print(language, said, capsys):
    assert main(["--lang", language, "render", "FAKTURA-VAT", ADVANCE, *RULES]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert "ksef/no-positions" in told
