"""The pack `tests/cases/wykresy`: every row of the tables of the language, good and bad, and the manual's example."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from dekret import api
from dekret.chart.functions import FUNCTIONS
from dekret.chart.graphics import GRAPHICS
from dekret.packs.chart.charts import LibraryInserts
from dekret.packs.library import load, load_sources
from dekret.text.source import Source

PACK = Path(__file__).parents[1] / "cases" / "wykresy"
TODAY = dt.date(2026, 3, 31)
BAD = "bledne"
WARNED = {
    "przyklad": {
        ("lista-raportow.wykres", "rulefile/pasted-characters"),
        ("obroty-raportow.wykres", "rulefile/pasted-characters"),
        ("obroty-raportow.wykres", "chart/no-such-column"),
        ("obroty-rachunkow.wykres", "chart/constant-point"),
    },
    "luzne": {
        ("cudzyslowy.wykres", "chart/unclosed-definition"),
        ("cudzyslowy.wykres", "rulefile/pasted-characters"),
        ("lista-w-wierszach.wykres", "chart/list-over-lines"),
        ("lista-w-wierszach.wykres", "chart/loose-option"),
        ("male-litery.wykres", "chart/letter-case"),
        ("warunek.wstawka", "chart/letter-case"),
        ("spacje.wykres", "chart/loose-blank"),
        ("zly-koniec.wykres", "chart/marker-in-text"),
    },
}
"""What the check says of texts as people write them, and of the manual's own."""
FOLDERS = sorted(path.name for path in PACK.iterdir())


@cache
def library(folder):
    return load([PACK / folder]) if folder == BAD else api.check([PACK / folder])


@cache
def results(folder):
    return {result.case.name: result.diagnostics for result in api.run_chart_cases(library(folder), TODAY)}


CASES = [(folder, case.name) for folder in FOLDERS for case in load([PACK / folder]).chart_cases]


def test_every_folder_has_cases_each_with_its_own_name():
    assert len(CASES) == len(set(CASES)) > 150
    assert {folder for folder, _ in CASES} == {*FOLDERS} - {"kolumny"}
    assert {len(library(folder).chart_cases) for folder in FOLDERS} == {len(results(folder)) for folder in FOLDERS}


@pytest.mark.parametrize(("folder", "name"), CASES)
def test_the_case_comes_out(folder, name):
    assert [f"{found.message.pl} {found.detail.pl if found.detail else ''}" for found in results(folder)[name]] == []


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder != BAD])
def test_the_check_says_what_it_should_and_no_more(folder):
    said = {(Path(found.span.source.name).name, found.id) for found in library(folder).report.diagnostics}
    assert said == WARNED.get(folder, set())
    assert not library(folder).report.has_errors


@pytest.mark.parametrize("case", library(BAD).chart_cases, ids=lambda case: case.chart)
def test_the_check_finds_what_the_case_is_refused_for(case):
    shared = [Path(source.name) for source in library(BAD).sources if source.name.endswith(".wstawka")]
    own = [PACK / BAD / f"{case.chart.lower()}.{kind}" for kind in ("wykres", "filtr")]
    found = api.check([*(path for path in own if path.exists()), *shared])
    assert case.refusal in found.report.ids()


@pytest.mark.parametrize("path", sorted(PACK.glob("*/*")), ids=lambda path: path.name)
def test_the_files_are_formatted(path):
    if path.parent.name not in WARNED:
        assert not api.formatted(path).changed


# --- the tables of the engine


def expanded(query, *, graphics="", inserts=(), **given):
    """What comes out of a chart that calls a procedure, for its text need be no SQL, and of its graphic parameters."""
    head = "[Ogólne]\nnazwa = X\n"
    chart = f'wykres "X"\n{head}akcja = procedura\n[Zapytanie]\n"""\n{query}\n"""\n'
    chart += f'[Grafika]\n"""\n{graphics}\n"""\n' if graphics else ""
    texts = [f'wstawka "{name}"\n{head}[Treść]\n"""\n{text}\n"""\n' for name, text in dict(inserts).items()]
    rules = load_sources([Source("x.wykres", chart), *(Source("x.wstawka", text) for text in texts)])
    assert not rules.report.has_errors, rules.report.ids()
    found, report = api.expand_chart(rules, "X", api.ChartValues(TODAY, **given))
    assert found, [each.message.pl for each in report.diagnostics]
    return found


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_the_example_of_a_function_gives_what_its_table_says(function):
    written, value = function.example
    if function.name == "_QGetSQL":
        pytest.skip("needs a database")
    run = {"application": {"OperatorID": "1", "OPBK": "7"}, "selected": (3, 5)}
    assert expanded("DLL", graphics=f"/@HeaderName={{{written}}}", **run).graphics["HeaderName"] == value


@pytest.mark.parametrize("graphic", GRAPHICS, ids=lambda graphic: graphic.symbol)
def test_both_kinds_of_default_of_a_graphic_parameter(graphic):
    absent = expanded("DLL", graphics="/@Other=1").graphics.get(graphic.symbol)
    bare = expanded("DLL", graphics=f"/@{graphic.symbol}").graphics.get(graphic.symbol)
    given = expanded("DLL", graphics=f"/@{graphic.symbol.upper()} = 9").graphics[graphic.symbol]
    assert (absent, bare, given) == (graphic.absent, graphic.bare, "9")


@pytest.mark.parametrize("graphic", [each for each in GRAPHICS if each.columns], ids=lambda graphic: graphic.symbol)
def test_a_column_that_cannot_be_is_found(graphic):
    least, most = graphic.columns
    columns = ", ".join(f"K{number}={number}.5+K" for number in range(1, 25))
    text = f'wykres "X"\n[Ogólne]\nnazwa = X\n[Zapytanie]\n"""\nSELECT {columns} FROM T\n"""\n'
    text += f'[Grafika]\n"""\n/@{graphic.symbol}=%s\n"""\n'
    for number, ids in ((least, set()), (most, set()), (least - 1, {"chart/column-number"})):
        assert api.check_sources([Source("x.wykres", text % number)]).report.ids() == ids
    assert "chart/column-number" in api.check_sources([Source("x.wykres", text % (most + 1))]).report.ids()


# --- whose inserts


def test_a_users_insert_comes_before_the_standard_one_and_a_standard_chart_has_those_alone():
    own, other = (insert_text(f'wstawka "I"\n[Ogólne]\nnazwa = I\n[Treść]\n"""\n{text}\n"""\n') for text in "ab")
    mine = insert_text('wstawka "MOJA"\n[Ogólne]\nnazwa = I\n[Treść]\n"""\nc\n"""\n')
    assert LibraryInserts((own, mine), (other,)).content("i").text == "a"
    assert LibraryInserts((mine,), (other,)).content("I").text == "b"
    assert LibraryInserts((), (other,)).content("I").text == "b"
    assert LibraryInserts((), (other,)).content("moja") is None


def insert_text(text):
    ((_, definition),) = load_sources([Source("i.wstawka", text)]).charts
    return definition


# --- every blank (seeds/001:1870, 1905)


@pytest.mark.parametrize(
    ("content", "call", "out"),
    [
        ("a@IF(K) b IF@c", "@INS I||K INS@", "a bc"),
        ("a@IF(K)b IF@ c", "@INS I||K INS@", "ab c"),
        ("a@IF(K)  b  IF@c", "@INS I||K INS@", "a  b c"),
        ("a@IF(L) b IF@c", "@INS I||K INS@", "ac"),
        ("a@IF(K)\nb\n IF@c", "@INS I||K INS@", "a\nb\nc"),
        ("a@IFAND(K,L) b IFAND@c", "@INS I||L,K INS@", "a bc"),
        ("a@IFNOT(K) b IFNOT@@IFANDNOT(K,L) d IFANDNOT@c", "@INS I|| INS@", "a b dc"),
        ("[@INSP(X)]", "@INS I||^X=1 INS@", "[@INSP(X)]"),
        ("<@INSP(X)>", "@INS I||^X= 1 INS@", "<1>"),
        ("<@INSP(X)>", "@INS I||^X=1   ^Y=2 INS@", "<1>"),
        ("<@INSP(X)@INSP(Y)>", "@INS I||K , L , ^X=a, b,^y=c INS@", "<a, bc>"),
        ("<@INSP(X)>", "@INS I||^X= INS@", "<>"),
        ("x", "(@INS I|| INS@)", "(x)"),
        ("x", "@INS i||K\n, L  INS@,", "x,"),
    ],
)
def test_what_becomes_of_blanks(content, call, out):
    assert expanded(f"DLL|{call}|", inserts={"I": content}).query.text == f"DLL|{out}|"
