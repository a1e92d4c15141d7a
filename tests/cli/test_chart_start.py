"""The tutorial of the chart language works as printed; its tables are the engine's; files to start from are sound."""

import re
from pathlib import Path

import pytest

from dekret.chart.functions import FUNCTIONS
from dekret.chart.graphics import GRAPHICS
from dekret.cli.main import main
from dekret.packs.chart.manual import PICTURES, reference_parts
from dekret.values.pictures import Control, picture
from tutorials import play


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_tutorial_works_as_printed(tmp_path, monkeypatch, language):
    monkeypatch.chdir(tmp_path)
    played = play("dpl", language)
    assert len(played) == 12
    assert sum(not each.startswith("dekret ") for each in played) == 5


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_reference_names_all_that_the_engine_knows(language):
    page = "\n".join(reference_parts(language))
    assert all(function.name in page for function in FUNCTIONS)
    assert all(f"/@{graphic.symbol} " in page for graphic in GRAPHICS)
    shown = {picture(written, inside, in_parenthesis=bool(inside)).control for written, inside, _ in PICTURES}
    assert shown == set(Control)


STARTED = {"wykres": "OBROTY", "filtr": "ZAPISY", "wstawka": "OKRES", "kolumny": "TOWARY"}


@pytest.mark.parametrize("kind", STARTED)
def test_a_started_file_is_clean(tmp_path, monkeypatch, capsys, kind):
    monkeypatch.chdir(tmp_path)
    assert main(["new", kind, STARTED[kind], "-o", f"moj.{kind}"]) == 0
    assert main(["check"]) == 0
    assert main(["fmt", "--check"]) == 0
    assert "ostrzeż" not in capsys.readouterr().out


def test_a_started_chart_has_cases_that_hold_for_a_filter_too(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for kind in ("wykres", "filtr"):
        assert main(["new", kind, STARTED[kind], "-o", f"moj.{kind}"]) == 0
    assert main(["new", "przypadek-wykresu", "marzec", "-o", "moj.przypadek"]) == 0
    cases = Path("moj.przypadek").read_text(encoding="utf-8")
    Path("filtr.przypadek").write_text(cases.replace("OBROTY", "ZAPISY"), encoding="utf-8")
    assert main(["fmt", "--check"]) == 0
    assert main(["test"]) == 0
    assert "6" in capsys.readouterr().err


def test_a_started_insert_is_called_as_its_comment_says(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "wstawka", "SYMBOL", "-o", "moja.wstawka"]) == 0
    call = re.search(r"@INS .* INS@", Path("moja.wstawka").read_text(encoding="utf-8"))[0]
    query = f'"""\nSELECT A=1 FROM CDN.X WHERE {call}\n"""\n'
    chart = 'wykres "W"\n[Ogólne]\nnazwa = W\ntylko tabela = tak\n[Zapytanie]\n' + query
    Path("w.wykres").write_text(chart, encoding="utf-8")
    assert main(["check"]) == 0
    assert main(["chart", "expand", "W", "--date", "2026-02-28"]) == 0
    printed = capsys.readouterr().out
    assert "(BRp_DataDok BETWEEN CONVERT(DATETIME,'2026-02-01',120) AND" in printed
    assert "AND BRp_Zamkniety=0)" in printed
