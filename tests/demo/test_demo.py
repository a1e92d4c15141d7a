"""The demo: the same month on every machine, whole and balanced."""

import json
from decimal import Decimal

import pytest

from dekret.cli.main import main
from official import OFFICIAL


def test_demo_posts_everything(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "wynik", "--count", "12"]) == 0
    said = capsys.readouterr().out
    for title in ("Co zaksięgowano", "Obroty kont", "Uwagi do dokumentów", "Gdzie są pliki", "Co dalej"):
        assert f"# {title}" in said
    lines = [
        json.loads(line) for line in (tmp_path / "wynik" / "dziennik.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len({line["document_id"] for line in lines}) == 12 + 12 + 8
    sums = {"Wn": Decimal(0), "Ma": Decimal(0)}
    for line in lines:
        sums[line["side"]] += Decimal(line["amount"])
    assert sums["Wn"] == sums["Ma"] != 0


def test_what_the_demo_advises_works(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    main(["demo", "--count", "5"])
    advised = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("    dekret ")]
    assert len(advised) == 3
    for line in advised:
        assert main(line.split()[1:]) == 0


def test_the_same_month_twice_is_the_same(tmp_path):
    for name in ("a", "b"):
        main(["demo", str(tmp_path / name), "--count", "8", "--month", "2026-02", "--lang", "en"])
    first, second = (tmp_path / name / "dokumenty" / "zakupy.jsonl" for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()
    assert b"2026-02-" in first.read_bytes()


@pytest.mark.skipif(OFFICIAL is None, reason="the Ministry's sample invoices are not here (DEKRET_KSEF_SAMPLES)")
def test_official_samples_are_posted_where_given(tmp_path, capsys):
    assert main(["demo", str(tmp_path), "--count", "1", "--ksef", str(OFFICIAL)]) == 0
    lines = (tmp_path / "dziennik-przyklady-mf.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["document_id"] for line in lines}) == 8


def test_a_folder_without_samples_is_named(tmp_path, capsys):
    assert main(["demo", str(tmp_path / "a"), "--ksef", str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err
