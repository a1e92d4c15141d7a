"""`dekret wnt` as the page of the manual shows it: create, post, cancel."""

import json
from pathlib import Path

import wnt_frames
from dekret.cli.main import main

FZ = """[{"type": "purchase_invoice", "number": "R-17/2026", "issue_date": "2026-03-05", "party": {"code": "NORD"},
 "currency": "EUR", "exchange_rate": "4.25", "category": "TOWARY",
 "positions": [{"goods": {"code": "DESKA"}, "quantity": "10", "rate": "0", "net": "1000.00"}]}]"""


def test_create_post_and_cancel(tmp_path, monkeypatch, capsys):
    wnt_frames.library(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("fz.json").write_text(FZ, encoding="utf-8")
    assert main(["validate", "fz.json", "--operation", "WNT FSW"]) == 0
    assert main(["wnt", "create", "fz.json", "--date", "2026-03-31", "-o", "fsw.json", "--marked", "w.json"]) == 0
    assert main(["post", "fsw.json", "--scheme", "FSW", "-o", "dziennik.jsonl"]) == 0
    lines = [json.loads(line) for line in Path("dziennik.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["account"] for line in lines] == ["221-1", "221-2"]
    assert {line["date"] for line in lines} == {"2026-03-05"}
    assert main(["wnt", "cancel", "R-17/2026", "w.json", "fsw.json"]) == 1
    assert "WNT-ANULOWANIE/MA-FSW" in capsys.readouterr().err
    assert main(["wnt", "cancel", "FAWFZ/1/2026", "w.json", "fsw.json", "-o", "zmiany.json"]) == 0
    sale, invoice = json.loads(Path("zmiany.json").read_text(encoding="utf-8"))
    assert sale["cancelled"]
    assert "internal_sale" not in invoice
    assert main(["post", "zmiany.json", "--scheme", "FSW", "-o", "nic.jsonl"]) != 0
    assert "pack/cancelled" in capsys.readouterr().err


def test_a_refusal_writes_neither_file(tmp_path, monkeypatch, capsys):
    wnt_frames.library(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("fz.json").write_text(FZ.replace("DESKA", "LISTWA"), encoding="utf-8")
    assert main(["--lang", "en", "wnt", "create", "fz.json", "-o", "fsw.json", "--marked", "w.json"]) == 1
    assert not Path("fsw.json").exists()
    assert not Path("w.json").exists()
    assert "is not on file" in capsys.readouterr().err
