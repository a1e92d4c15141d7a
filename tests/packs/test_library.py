"""Which definition holds: versions by date, packs, the layer of standard rules."""

import datetime as dt
import io

import pytest

import frames
from dekret import api

RULE = frames.POSTING_SCHEME
DOCUMENT = (
    '{"type": "vat_purchase", "number": "FZ/1", "issue_date": "%s", "party": {"code": "ALOZA"}, '
    '"elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}]}'
)


def posted(folder, symbol, day="2026-03-05", **by):
    library = api.library([folder])
    assert not library.report.has_errors, library.report.ids()
    poster = api.open_poster(library, api.By(symbol, dt.date(2026, 3, 31), **by))
    (folder / "d.json").write_text(DOCUMENT % day, encoding="utf-8")
    (found,) = api.post(poster, [folder / "d.json"], io.BytesIO())
    return found


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "p.plan").write_text(frames.PLAN, encoding="utf-8")
    return tmp_path


def test_the_version_of_the_day_is_taken(folder):
    old = RULE.replace("[Nagłówek]", "obowiązuje do = 2025-12-31\n[Nagłówek]\ndziennik = STARY")
    new = RULE.replace("[Nagłówek]", "obowiązuje od = 2026-01-01\n[Nagłówek]\ndziennik = NOWY")
    (folder / "a.schemat").write_text(old, encoding="utf-8")
    (folder / "b.schemat").write_text(new, encoding="utf-8")
    assert posted(folder, "RAMA", "2025-12-31").entry.journal == "STARY"
    assert posted(folder, "RAMA", "2026-01-01").entry.journal == "NOWY"


def test_overlapping_versions_are_an_error(folder):
    (folder / "a.schemat").write_text(
        RULE.replace("[Nagłówek]", "obowiązuje do = 2026-01-01\n[Nagłówek]"), encoding="utf-8"
    )
    (folder / "b.schemat").write_text(
        RULE.replace("[Nagłówek]", "obowiązuje od = 2026-01-01\n[Nagłówek]"), encoding="utf-8"
    )
    assert api.check([folder]).report.ids() == {"pack/symbol-repeated"}
    assert api.library([folder]).report.ids() == {"pack/symbol-repeated"}


def test_a_pack_gives_its_dates_to_its_files(folder):
    pack = folder / "pakiet"
    pack.mkdir()
    (pack / "pakiet.toml").write_text('nazwa = "x"\nwersja = "1"\nobowiazuje_od = 2026-02-01\n', encoding="utf-8")
    (pack / "a.schemat").write_text(RULE, encoding="utf-8")
    assert isinstance(posted(folder, "RAMA", "2026-02-01"), api.Posted)
    refused = posted(folder, "RAMA", "2026-01-31")
    assert [diagnostic.id for diagnostic in refused.diagnostics] == ["pack/no-version"]


def test_of_several_charts_none_is_guessed(folder):
    (folder / "a.schemat").write_text(RULE, encoding="utf-8")
    (folder / "q.plan").write_text(frames.PLAN.replace("RAMA", "INNY"), encoding="utf-8")
    with pytest.raises(api.UsageError, match="INNY, RAMA"):
        posted(folder, "RAMA")
    assert isinstance(posted(folder, "RAMA", plan="inny"), api.Posted)


def test_a_users_scheme_stands_for_the_standard_one(folder):
    (folder / "a.schemat").write_text(
        RULE.replace("RAMA", "KSEF-ZAKUP").replace("nazwa", "dziennik = MOJ\nnazwa"), encoding="utf-8"
    )
    library = api.library([folder])
    poster = api.open_poster(library, api.By("KSEF-ZAKUP", dt.date(2026, 3, 31)))
    assert [diagnostic.id for diagnostic in poster.remarks()] == ["pack/overridden"]
    assert posted(folder, "KSEF-ZAKUP").entry.journal == "MOJ"


def test_the_standard_company_is_not_the_users(folder):
    (folder / "a.schemat").write_text(RULE, encoding="utf-8")
    assert posted(folder, "RAMA").entry.lines[1].account == "202-2-1-ALOZA"


def test_a_broken_scheme_is_checked_against_the_chart_all_the_same(folder):
    (folder / "a.schemat").write_text(RULE.replace("401 ", "999 ").replace("@Vat", "@Vta"), encoding="utf-8")
    assert api.check([folder]).report.ids() == {"expr/unknown-macro", "posting/missing-account"}


def test_folders_with_a_dot_are_passed_over(folder):
    hidden = folder / ".venv" / "rules"
    hidden.mkdir(parents=True)
    (hidden / "zly.schemat").write_text("co to", encoding="utf-8")
    assert [path.name for path in api.rule_files([folder])] == ["p.plan"]


def test_the_same_document_twice_in_a_batch(folder):
    (folder / "a.schemat").write_text(RULE, encoding="utf-8")
    poster = api.open_poster(api.library([folder]), api.By("RAMA", dt.date(2026, 3, 31)))
    line = DOCUMENT % "2026-03-05"
    (folder / "d.jsonl").write_text(f"{line}\n{line}\n{line.replace('FZ/1', 'FZ/2')}\n", encoding="utf-8")
    first, second, third = api.post(poster, [folder / "d.jsonl"], io.BytesIO())
    assert isinstance(first, api.Posted)
    assert [diagnostic.id for diagnostic in second.diagnostics] == ["pack/document-repeated"]
    assert second.diagnostics[0].related[0].span.line == 1
    assert isinstance(third, api.Posted)


PLAN_TEXT = 'plan "{symbol}"\n[Konta]\n| Konto | Nazwa |\n| 100 | Kasa |\n'


def test_a_folder_that_stands_apart_is_read_only_where_it_is_named(tmp_path):
    (tmp_path / "demo").mkdir()
    (tmp_path / "moj.plan").write_text(PLAN_TEXT.format(symbol="MOJ"), encoding="utf-8")
    (tmp_path / "demo" / "inny.plan").write_text(PLAN_TEXT.format(symbol="INNY"), encoding="utf-8")
    assert api.library([tmp_path], standard=False).plan_symbols() == ["INNY", "MOJ"]
    (tmp_path / "demo" / ".dekret-osobno").write_text("", encoding="utf-8")
    assert api.library([tmp_path], standard=False).plan_symbols() == ["MOJ"]
    assert api.library([tmp_path / "demo"], standard=False).plan_symbols() == ["INNY"]


def test_a_pack_names_the_chart_it_means_and_others_still_count(tmp_path):
    pack = tmp_path / "pakiet"
    pack.mkdir()
    (pack / "pakiet.toml").write_text('nazwa = "p"\nwersja = "1"\nplan = "GLOWNY"\n', encoding="utf-8")
    for symbol in ("GLOWNY", "PROBNY"):
        (pack / f"{symbol}.plan").write_text(PLAN_TEXT.format(symbol=symbol), encoding="utf-8")
    assert api.library([tmp_path], standard=False).plan_symbols() == ["GLOWNY"]
    (tmp_path / "moj.plan").write_text(PLAN_TEXT.format(symbol="MOJ"), encoding="utf-8")
    assert api.library([tmp_path], standard=False).plan_symbols() == ["GLOWNY", "MOJ"]


def test_the_standard_pack_means_one_chart():
    assert api.library([]).plan_symbols() == ["WZORCOWY"]


# --- what registers name

REGISTER = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
[Rejestry]
| Rejestr | Format importu | Reguły wyciągów |
|---------|----------------|-----------------|
| BANK    | {format}       | {rules}         |
"""


def said_of_register(tmp_path, *others, format_="MT940", rules="WYCIAGI"):
    (tmp_path / "f.kartoteka").write_text(REGISTER.format(format=format_, rules=rules), encoding="utf-8")
    for name, text in others:
        (tmp_path / name).write_text(text, encoding="utf-8")
    return list(api.check([tmp_path]).report.diagnostics)


def test_a_register_names_formats_and_rules_that_are_there(tmp_path):
    assert said_of_register(tmp_path) == []
    (found,) = said_of_register(tmp_path, format_="MT940-BER")
    assert (found.id, found.span.text) == ("kartoteka/unknown-format", "MT940-BER")
    assert "BANK, Format importu: nie ma formatu MT940-BER" in found.message.pl
    assert "Czy chodziło o MT940-BRE?" in found.remedy.pl
    (found,) = said_of_register(tmp_path, rules="moje, wyciagi")
    assert found.id == "kartoteka/unknown-line-rules"
    assert "reguł wyciągu moje" in found.message.pl


def test_standard_rules_are_held_against_the_companys_chart(tmp_path):
    chart = "p.plan", 'plan "P"\n[Konta]\n| Konto |\n| 402 |\n| 402-05 |\n'
    (found,) = said_of_register(tmp_path, chart)
    assert (found.id, found.severity.value) == ("kartoteka/line-rules-accounts", "warning")
    assert "149 (WPLATA-GOTOWKI, WPLATA-GOTOWKI-OP, WYPLATA-GOTOWKI, WYPLATA-GOTOWKI-OP, WLASNY)" in found.message.pl
    assert "402-05" not in found.message.pl
    own = (
        "moje.wyciag",
        'wyciąg "WYCIAGI"\n[Ogólne]\nnazwa = Moje\n[Reguły]\n| Kod | Tytuł | Konto |\n| A | %a% | 402-05 |\n',
    )
    assert said_of_register(tmp_path, chart, own) == []


def test_the_standard_chart_takes_what_standard_rules_post(tmp_path):
    standard = (api.standard_rules()[0] / "wzorcowy.plan").read_text(encoding="utf-8")
    assert said_of_register(tmp_path, ("p.plan", standard)) == []
