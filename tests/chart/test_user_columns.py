"""User columns: the pack `rules/kolumny` on two engines and on the demo database, aliases, rows, formats, times."""

import datetime as dt
from decimal import Decimal
from io import BytesIO
from itertools import count
from pathlib import Path

import openpyxl
import pytest

from dekret import api, assets
from dekret.chart.columns_query import everything
from dekret.chart.definitions import UserColumns
from dekret.chart.values import Sources
from dekret.packs.chart.charts import of_kind
from dekret.packs.chart.columns import check_on, chosen_columns, find_columns, run_columns
from dekret.packs.chart.run_case import sources_of
from dekret.packs.chart.run_chart import Running
from dekret.packs.chart.time_columns import time_columns
from dekret.store.engines import DuckDbEngine, Limits
from dekret.store.postgres import PostgresEngine
from dekret.text.report import Report
from dekret.text.source import Source

PACK = assets.folder("rules") / "kolumny"
RULES = api.check([PACK])
DAY = dt.date(2026, 3, 31)
LISTS = sorted(each.symbol for each in of_kind(RULES.charts, UserColumns))
LIMITS = Limits(60, 10_000)
SCRIPT = (PACK / "przypadki" / "listy.sql").read_text(encoding="utf-8")


def test_the_pack_is_clean_and_has_the_examples_of_the_manual():
    assert RULES.report.diagnostics == []
    assert sum(len(each.columns) for each in of_kind(RULES.charts, UserColumns)) >= 60


@pytest.fixture(scope="module")
def results():
    return {id(result.case): result for result in api.run_chart_cases(RULES, DAY)}


@pytest.mark.parametrize("case", RULES.chart_cases, ids=lambda case: f"{case.chart}: {case.name}")
def test_case(case, results):
    found = results[id(case)].diagnostics
    assert [each.message.pl + (each.detail.pl if each.detail else "") for each in found] == []


# --- engines


@pytest.fixture(scope="module")
def demo(small_demo):
    engine = DuckDbEngine.of_file(small_demo)
    yield engine
    engine.close()


@pytest.mark.parametrize("symbol", LISTS)
def test_every_list_runs_on_the_demo_database(demo, symbol):
    report = Report()
    sources = Sources(DAY, application={"filtr_LookupListaPlac_ID": "3"})
    rows = check_on(find_columns(RULES, symbol, DAY), sources, Running(demo, LIMITS), report)
    assert [each.message.pl for each in report.diagnostics] == []
    assert rows is not None
    assert rows > 0 or symbol == "PRO-FORMA"


@pytest.fixture(scope="module")
def both(postgres_address):
    """The small database of the cases on two engines; the server's database is one of its own, gone afterwards."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(postgres_address, autocommit=True) as connection:
        connection.execute("CREATE DATABASE kolumny")
    address = postgres_address.replace("/postgres?", "/kolumny?")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(SCRIPT)
    server = PostgresEngine.of_address(address)
    yield DuckDbEngine.of_script(SCRIPT), server
    server.close()
    with psycopg.connect(postgres_address, autocommit=True) as connection:
        connection.execute("DROP DATABASE kolumny")


@pytest.mark.parametrize(
    "case", [each for each in RULES.chart_cases if each.result], ids=lambda case: f"{case.chart}: {case.name}"
)
def test_the_rows_are_the_same_on_both_engines(both, case):
    found = find_columns(RULES, case.chart, DAY)
    tables = []
    for engine in both:
        report = Report()
        listed = run_columns(found, everything(found[0]), sources_of(case, DAY), Running(engine, LIMITS), report)
        assert listed, [each.message.pl for each in report.diagnostics]
        tables.append(listed.table)
    assert tables[0].rows == tables[1].rows
    assert tables[0].columns == tables[1].columns


# --- small definitions


def padded(row, width=7):
    """A row with as many cells as its table has columns."""
    bars = row.replace("\\|", "").count("|")
    return row + " |" * (width + 1 - bars)


def columns_file(columns, *, joins="", more="", after=""):
    columns = "".join(f"{padded(row)}\n" for row in columns.splitlines())
    tables = "[Tabele]\n| Nazwa tabeli | Instrukcja łączenia | Klucz |\n|---|---|---|\n" + joins if joins else ""
    head = f'kolumny "PROBA"\n[Ogólne]\nnazwa = Próba\nporządek = A.Twr_TwrId\n{more}'
    head += f'[Tabele domyślne]\n"""\nCDN.Towary A\n"""\n{tables}[Kolumny]\n'
    head += (
        "| Nazwa | Instrukcja | Typ formatu | Format | Widoczna | Dostępna | Opis |\n|---|---|---|---|---|---|---|\n"
    )
    return head + columns + after


def rules(*args, **more):
    return api.check_sources([Source("proba.kolumny", columns_file(*args, **more))])


def ran(found_rules, *, hidden=False, limits=LIMITS, **sources):
    report = Report()
    found = find_columns(found_rules, "PROBA", DAY)
    running = Running(DuckDbEngine.of_script(SCRIPT), limits)
    chosen = chosen_columns(found[0], hidden=hidden)
    return run_columns(found, chosen, Sources(DAY, **sources), running, report), report


def place(diagnostic):
    return diagnostic.span.line, diagnostic.span.text


def test_a_cell_cannot_reach_out_of_its_place():
    for cell in (
        "Twr_Kod, Twr_Nazwa",
        "Twr_Kod FROM CDN.Towary --",
        "Twr_Kod) AS x, (Twr_Nazwa",
        "*",
        "Twr_Kod; DELETE CDN.Towary",
    ):
        assert rules(f"| Kod | {cell} |\n").report.has_errors, cell
    for join in ("1=1 WHERE 1=1", "KCN_KCNId=1 LEFT JOIN CDN.Kategorie ON 1=1", "KCN_KCNId=1 --"):
        assert rules("| Kod | KCN_Kod |\n", joins=f"| CDN.KodyCN | {join} | |\n").report.has_errors, join


def test_what_is_wrong_is_told_where_it_stands():
    found = rules("| Kod | Twr_Kod + | | | | | |\n| Waga | Twr_WagaKG | Numeric | n2x | | | |\n").report.sorted()
    assert [(each.id, each.span.line) for each in found] == [("chart/sql", 12), ("chart/display-format", 13)]
    found, report = ran(rules("| Kod | A.Twr_Kodd |\n"))
    assert found is None
    assert [(each.id, place(each)) for each in report.diagnostics] == [("chart/engine", (12, "A.Twr_Kodd"))]
    assert "Twr_Kod" in report.diagnostics[0].message.pl


def test_all_names_that_a_database_lacks_are_told_at_once():
    joins = "| CDN.KodyCN | KCN_KCNId=Twr_KCN | |\n"
    found = rules("| A | Twr_Kodd |\n| B | Twr_Kod |\n| C | (SELECT x FROM CDN.Towar) |\n", joins=joins)
    report = Report()
    running = Running(DuckDbEngine.of_script(SCRIPT), LIMITS)
    assert check_on(find_columns(found, "PROBA", DAY), Sources(DAY), running, report) is None
    assert [each.span.text for each in report.sorted()] == ["Twr_KCN"]
    found = rules("| A | Twr_Kodd |\n| B | Twr_Kod |\n| C | (SELECT x FROM CDN.Towar) |\n")
    report = Report()
    assert check_on(find_columns(found, "PROBA", DAY), Sources(DAY), running, report) is None
    assert [each.span.text for each in report.sorted()] == ["Twr_Kodd", "CDN.Towar"]


def test_a_list_without_any_column_has_the_numbers_of_nothing():
    found, _ = ran(rules(""))
    assert [column.name for column in found.table.columns] == ["Lp"]
    report = Report()
    running = Running(DuckDbEngine.of_script(SCRIPT), LIMITS)
    assert check_on(find_columns(rules(""), "PROBA", DAY), Sources(DAY), running, report) == 3
    assert api.columns_result(found, "html")


def test_the_place_is_right_behind_a_datasource_that_was_replaced_and_behind_aliases():
    cell = "(SELECT MAX(x.TwZ_Ilosc) FROM CDN.TwrZasoby x WHERE _DATASOURCE_.Twr_TwrId=x.TwZ_TwrId "
    cell += "AND x.TwZ_Data <= #CDN_DataBiezaca# AND x.TwZ_Nie = 1)"
    found, report = ran(rules(f"| Kod | {cell} |\n"))
    assert found is None
    assert [place(each) for each in report.diagnostics] == [(12, "x.TwZ_Nie")]


def test_hidden_and_unavailable_columns_are_shown_when_asked_for():
    found = rules("| Kod | Twr_Kod | | | nie | | |\n| Waga | Twr_WagaKG | | | | nie | |\n| Nazwa | Twr_Nazwa |\n")
    assert [each.name for each in ran(found)[0].table.columns] == ["Nazwa"]
    assert [each.name for each in ran(found, hidden=True)[0].table.columns] == ["Kod", "Waga", "Nazwa"]


def test_tables_of_the_user_are_called_usra_usrb_or_by_their_own_name():
    joins = "| CDN.TwrCeny | UsrA.TwC_TwrID=A.Twr_TwrId AND UsrA.TwC_TwCNumer=1 | |\n"
    joins += "| CDN.TwrCeny Hurt | Hurt.TwC_TwrID=A.Twr_TwrId AND Hurt.TwC_TwCNumer=2 | |\n"
    joins += "| CDN.KodyCN | UsrC.KCN_KCNId=A.Twr_KCNId | |\n"
    found, _ = ran(rules("| Różnica | Hurt.TwC_Wartosc-UsrA.TwC_Wartosc |\n| CN | UsrC.KCN_Kod |\n", joins=joins))
    assert list(found.table.rows) == [
        (Decimal("50.0000"), "94033011"),
        (Decimal("2.3300"), None),
        (None, None),
    ]


def test_the_table_that_multiplies_rows_is_told():
    joins = "| CDN.KodyCN | KCN_KCNId=Twr_KCNId | |\n| CDN.TwrCeny | TwC_TwrID=Twr_TwrId | |\n"
    joins += "| CDN.TwrESklep | Twes_TwrID=Twr_TwrId | |\n"
    found, report = ran(rules("| Cena | TwC_Wartosc |\n", joins=joins))
    assert found is None
    (told,) = report.diagnostics
    assert (told.id, told.span.text) == ("chart/rows-multiplied", "TwC_TwrID=Twr_TwrId")
    assert "z tabelą CDN.TwrCeny (UsrB) jest ich 5, bez niej 3" in told.message.pl


@pytest.mark.parametrize(
    ("join", "key", "told"),
    [
        ("KCN_KCNId = Twr_KCNId", "", False),
        ("Twr_KCNId = UsrA.KCN_KCNId AND KCN_Kod <> ''", "", False),
        ("KCN_Kod = Twr_Kod", "", True),
        ("KCN_KCNId = Twr_KCNId OR KCN_KCNId = 1", "", True),
        ("KCN_KCNId = KCN_KCNId", "", True),
        ("KCN_KCNId > Twr_KCNId", "", True),
        ("KCN_Kod = Twr_Kod", "KCN_Kod", False),
        ("KCN_KCNId = Twr_KCNId", "KCN_KCNId, KCN_Kod", True),
        ("KCN_KCNId = #filtrMagazynGridLookup_ID#", "", False),
    ],
)
def test_a_join_has_to_find_one_row_by_a_key(join, key, told):
    found = rules("| CN | KCN_Kod |\n", joins=f"| CDN.KodyCN | {join} | {key} |\n").report
    assert ("chart/join-may-multiply" in found.ids()) == told
    assert not found.has_errors


def test_an_alias_of_the_list_is_named_with_its_kind():
    aliases = "[Aliasy]\n| Alias | Rodzaj | Domyślnie |\n|---|---|---|\n| filtr_Kod | tekst | LAMPA |\n"
    found = rules("| To ten | CASE WHEN Twr_Kod = #filtr_Kod# THEN 1 ELSE 0 END |\n", after=aliases)
    assert [row[0] for row in ran(found)[0].table.rows] == [0, 1, 0]
    assert [row[0] for row in ran(found, application={"FILTR_kod": "biurko"})[0].table.rows] == [1, 0, 0]
    assert [row[0] for row in ran(found, application={"filtr_Kod": "' OR 1=1 --"})[0].table.rows] == [0, 0, 0]


def test_inserts_may_hold_aliases():
    insert = 'wstawka "ZASOBY"\n[Ogólne]\nnazwa = Z\n[Treść]\n"""\nTwZ_Data <= #CDN_DataBiezaca#\n"""\n'
    text = columns_file(
        "| Ile | (SELECT COUNT(*) FROM CDN.TwrZasoby WHERE TwZ_TwrId=A.Twr_TwrId AND @INS ZASOBY\\|\\| INS@) |\n"
    )
    found = api.check_sources([Source("proba.kolumny", text), Source("z.wstawka", insert)])
    assert not found.report.has_errors
    listed, _ = ran(found, application={"CDN_DataBiezaca": "2026-03-11"})
    assert [row[0] for row in listed.table.rows] == [3, 0, 0]


# --- formats in results

SHOWN = "| Kod | Twr_Kod | | | | | kod towaru |\n| Waga | Twr_WagaKG | Numeric | c2 |\n"
SHOWN += "| PLU | Twr_PLU | Custom | 00-000 |\n"
SHOWN += "| Dostawa | (SELECT MIN(TwZ_Data) FROM CDN.TwrZasoby WHERE TwZ_TwrId=A.Twr_TwrId) | DateTime | D |\n"
SHOWN += "| Dzień | (SELECT MIN(TwZ_Data) FROM CDN.TwrZasoby WHERE TwZ_TwrId=A.Twr_TwrId) | DateTime | dddd |\n"
SHOWN += "| Chwila | CONVERT(DATETIME, '2026-03-31 14:08:00', 120) |\n"


def test_text_and_pages_show_formats_and_csv_keeps_values():
    listed, _ = ran(rules(SHOWN))
    first = api.columns_result(listed, "txt").decode().splitlines()[2]
    assert [cell.strip() for cell in first.strip("|").split("|")] == [
        *("BIURKO", "12,50 zł", "00-017", "9 lutego 2026", "poniedziałek", "2026-03-31")
    ]
    page = api.columns_result(listed, "html").decode()
    assert 'title="kod towaru"' in page
    assert "9 lutego 2026" in page
    assert api.columns_result(listed, "csv").decode("utf-8-sig").splitlines()[1] == (
        "BIURKO;12,5000;17;2026-02-09;2026-02-09;2026-03-31 14:08:00"
    )


def test_sheets_keep_values_and_have_the_number_formats_of_excel():
    listed, _ = ran(rules(SHOWN))
    sheet = openpyxl.load_workbook(BytesIO(api.columns_result(listed, "xlsx"))).active
    cells = [(cell.value, cell.number_format) for cell in sheet[2]]
    day = dt.datetime(2026, 2, 9)  # noqa: DTZ001 - as sheets have them
    assert cells[:4] == [*(("BIURKO", "General"), (12.5, '#,##0.00" zł"'), (17, "00-000"), (day, "[$-415]d mmmm yyyy"))]
    assert cells[4] == (day, "[$-415]dddd")


def test_a_format_that_cannot_show_its_column_is_told_on_a_database():
    found = rules(
        "| Kod | Twr_Kod | Numeric | n2 |\n| Waga | Twr_WagaKG | DateTime | d |\n| PLU | Twr_PLU | Custom | d |\n"
    )
    report = Report()
    running = Running(DuckDbEngine.of_script(SCRIPT), LIMITS)
    assert check_on(find_columns(found, "PROBA", DAY), Sources(DAY), running, report) == 3
    assert [each.span.line for each in report.diagnostics] == [12, 13]
    assert report.ids() == {"chart/format-of-other-kind"}


# --- times


def test_times_are_those_of_the_clock_and_each_adds_to_what_it_stands_on():
    found = rules("| Kod | Twr_Kod |\n| CN | KCN_Kod |\n", joins="| CDN.KodyCN | KCN_KCNId=Twr_KCNId | |\n")
    ticks, report = count(), Report()
    running = Running(DuckDbEngine.of_script(SCRIPT), LIMITS)
    by = (lambda: next(ticks) ** 2, 2)
    timings = time_columns(find_columns(found, "PROBA", DAY), Sources(DAY), running, by, report)
    assert [each.what.pl for each in timings] == [
        "lista bez kolumn użytkownika",
        "+ tabela CDN.KodyCN (UsrA)",
        "+ kolumna Kod",
        "+ kolumna CN",
        "wszystkie kolumny i tabele",
    ]
    assert [each.seconds for each in timings] == [1, 5, 9, 13, 17]
    assert [each.more for each in timings] == [None, 4, 4, 8, 16]


def test_a_query_that_takes_too_long_is_told():
    long = "(SELECT COUNT(*) FROM CDN.Towary a" + "".join(
        f" JOIN CDN.TwrZasoby t{n} ON t{n}.TwZ_Ilosc>=0" for n in range(14)
    )
    found = rules(f"| Ile | {long}) |\n")
    report = Report()
    running = Running(DuckDbEngine.of_script(SCRIPT), Limits(0.3, 10))
    assert time_columns(find_columns(found, "PROBA", DAY), Sources(DAY), running, (lambda: 0.0, 1), report) == ()
    assert report.ids() == {"chart/too-slow"}


def test_a_case_with_rows_and_no_database_fails():
    case = 'przypadek "bez bazy"\nkolumny = PROBA\n[Wynik]\n"""\n| Kod |\n|-----|\n| X   |\n"""\n'
    found = api.check_sources([Source("a.kolumny", columns_file("| Kod | Twr_Kod |\n")), Source("a.przypadek", case)])
    (result,) = api.run_chart_cases(found, DAY)
    assert [each.id for each in result.diagnostics] == ["case/no-chart-database"]


def test_the_pack_stands_below_every_users_rules(tmp_path: Path):
    found = api.library([tmp_path])
    assert find_columns(found, "cennik", DAY)[0].list_name == "Cennik"
    with pytest.raises(api.UsageError, match="CENNIK"):
        find_columns(found, "CENIK", DAY)
