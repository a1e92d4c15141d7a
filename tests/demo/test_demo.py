"""The demo: the same month on every machine, whole and balanced, and never over what a user changed."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from dekret import api
from dekret.cli.main import main
from dekret.demo.company import STREAMS
from official import OFFICIAL

RULES = api.library(api.standard_rules(), standard=False)
SCHEMES = {stream.scheme for stream in STREAMS}
WHOLE = set(RULES.scheme_symbols()) >= SCHEMES
"""Whether every stream has its scheme; those without one are laid out and not posted."""


def journal(folder, name="dziennik.jsonl"):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A demo with its folder, its result and what it said."""
    folder = tmp_path_factory.mktemp("demo") / "wynik"
    return folder, api.run_demo(folder, dt.date(2026, 3, 1), 300, None)


def test_the_demo_posts_a_month(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "wynik", "--count", "40"]) == (0 if WHOLE else 1)
    said = capsys.readouterr().out
    for title in ("Co zaksięgowano", "Zestawienie obrotów i sald", "Uwagi do dokumentów", "Gdzie są pliki", "Co dalej"):
        assert f"# {title}" in said
    assert "Zestawienie się bilansuje" in said
    lines = journal(tmp_path / "wynik")
    sums = {"Wn": Decimal(0), "Ma": Decimal(0)}
    for line in lines:
        sums[line["side"]] += Decimal(line["amount"])
    assert sums["Wn"] == sums["Ma"] != 0
    if WHOLE:
        assert len({line["document_id"] for line in lines}) == 40 + 8


def test_every_document_is_posted_or_refused_for_a_reason(shown):
    folder, demo = shown
    posted = [batch for batch in demo.batches if batch.source.suffix == ".jsonl"]
    for batch in posted:
        count = len(batch.source.read_text(encoding="utf-8").splitlines())
        assert batch.posted + batch.refused == count
        assert not batch.refused or batch.diagnostics
        assert not (WHOLE and batch.refused), batch.diagnostics
    assert {batch.scheme for batch in posted} == SCHEMES & set(RULES.scheme_symbols())
    assert demo.balances
    assert sum(batch.lines for batch in demo.batches) == len(journal(folder))


def test_entries_are_numbered_without_gaps(shown):
    folder, _ = shown
    numbers = {}
    for line in journal(folder):
        numbers.setdefault((line["journal"], line["period"]), {})[line["number"]] = None
    for found in numbers.values():
        assert list(found) == list(range(1, len(found) + 1))


@pytest.mark.skipif(not WHOLE, reason="not all standard schemes are here")
def test_examples_show_currencies_and_differences(shown):
    _, demo = shown
    headings = [heading.en for heading, _ in api.demo_examples(demo)]
    assert headings[-2:] == ["A bank report in a currency", "An exchange difference of a settlement"]
    assert len(headings) == 5


def test_what_the_demo_advises_works(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    main(["demo", "--count", "20"])
    advised = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("    dekret ")]
    assert len(advised) == 3
    for line in advised:
        assert main(line.split()[1:]) == 0


def test_the_same_month_twice_is_the_same(tmp_path):
    for name in ("a", "b"):
        main(["demo", str(tmp_path / name), "--count", "30", "--month", "2026-02", "--lang", "en"])
    for first in sorted((tmp_path / "a" / "dokumenty").glob("*.jsonl")):
        assert first.read_bytes() == (tmp_path / "b" / "dokumenty" / first.name).read_bytes()
        assert b"2026-02-" in first.read_bytes()


def test_a_second_run_changes_nothing_where_nothing_was_changed(tmp_path):
    folder = tmp_path / "wynik"
    first = main(["demo", str(folder), "--count", "20"])
    before = (folder / "dziennik.jsonl").read_bytes()
    (folder / "notatki.txt").write_text("moje", encoding="utf-8")
    assert main(["demo", str(folder), "--count", "20"]) == first
    assert (folder / "dziennik.jsonl").read_bytes() == before
    assert (folder / "notatki.txt").read_text(encoding="utf-8") == "moje"


@pytest.mark.parametrize("name", ["reguly/demo.kartoteka", "dokumenty/zakupy.jsonl", "dziennik.jsonl"])
def test_what_a_user_changed_is_kept_until_forced(tmp_path, capsys, name):
    folder = tmp_path / "wynik"
    main(["demo", str(folder), "--count", "20"])
    path = folder / name
    before = {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    path.write_bytes(before[path] + b"\n")
    capsys.readouterr()
    assert main(["demo", str(folder), "--count", "20"]) == 1
    error = capsys.readouterr().err
    assert path.name in error
    assert "--force" in error
    assert path.read_bytes() == before[path] + b"\n"
    main(["demo", str(folder), "--count", "20", "--force"])
    assert {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()} == before


def test_another_count_does_not_replace_the_first(tmp_path, capsys):
    main(["demo", str(tmp_path), "--count", "20"])
    before = (tmp_path / "dokumenty" / "zakupy.jsonl").read_bytes()
    assert main(["demo", str(tmp_path), "--count", "30"]) == 1
    assert (tmp_path / "dokumenty" / "zakupy.jsonl").read_bytes() == before


@pytest.mark.skipif(OFFICIAL is None, reason="the Ministry's sample invoices are not here (DEKRET_KSEF_SAMPLES)")
def test_official_samples_are_posted_where_given(tmp_path, capsys):
    main(["demo", str(tmp_path), "--count", "1", "--ksef", str(OFFICIAL)])
    assert len({line["number"] for line in journal(tmp_path, "dziennik-przyklady-mf.jsonl")}) == 8


def test_a_folder_without_samples_is_named_before_anything_is_written(tmp_path, capsys):
    assert main(["demo", str(tmp_path / "a"), "--ksef", str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err
    assert not (tmp_path / "a").exists()
