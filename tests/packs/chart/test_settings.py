"""What users change of the connections of charts (seeds/001:1657, 1674-1690, 2054), from files to what is offered."""

import datetime as dt

import pytest

from dekret import api
from dekret.chart.graph import CallPoint, Change, Connection, changed
from dekret.packs.chart.session import offered
from dekret.packs.library import load, load_sources
from dekret.text.source import Source

DAY = dt.date(2026, 3, 31)
LIST = CallPoint("Rachunki", "Lista")
CHART = """wykres "{symbol}"
[Ogólne]
nazwa = {symbol}
tylko tabela = tak
[Zapytanie]
\"\"\"
SELECT A=1
\"\"\"
[Wywołania]
| Procedura | Kontekst | Lp | Domyślny |
| Rachunki | Lista | {number} | {default} |
"""
HEAD = "| Wykres | Procedura | Kontekst | Lp | Domyślny | Warunek | Dostępny |\n"


def chart(symbol, number=1, default=""):
    return Source(f"{symbol}.wykres".lower(), CHART.format(symbol=symbol, number=number, default=default))


def settings(user, *rows):
    table = "".join(f"| {row} |\n" for row in rows)
    return Source(f"{user}.podlaczenia".replace("*", "kazdy"), f'podłączenia "{user}"\n[Wykresy]\n{HEAD}{table}')


def seen(tmp_path, own, standard=(), operator="", **application):
    """The symbols offered at the list of accounts, the default one first."""
    for number, source in enumerate(standard):
        (tmp_path / f"{number}-{source.name}").write_text(source.text, encoding="utf-8")
    library = load_sources(own)
    assert [found.message.pl for found in library.report.diagnostics if found.severity is api.Severity.ERROR] == []
    library.standard = (tmp_path,)
    found, default = offered(library, LIST, application, DAY, operator)
    assert (default is None) is (not found)
    return [default.chart, *(each.chart for each in found if each is not default)] if default else []


BOTH = (chart("PIERWSZY", 1, "tak"), chart("DRUGI", 2))


def test_without_settings_the_chart_says_it_all(tmp_path):
    assert seen(tmp_path, (), BOTH) == ["PIERWSZY", "DRUGI"]


def test_a_chart_is_hidden_from_one_user_alone(tmp_path):
    hidden = settings("ADMIN", "PIERWSZY | Rachunki | Lista | | | | nie")
    assert seen(tmp_path, (hidden,), BOTH, "ADMIN") == ["DRUGI"]
    assert seen(tmp_path, (hidden,), BOTH, "admin") == ["DRUGI"]
    assert seen(tmp_path, (hidden,), BOTH, "KOWALSKI") == ["PIERWSZY", "DRUGI"]


@pytest.mark.parametrize("order", [1, -1], ids=["the user's file first", "the user's file last"])
def test_a_users_own_word_counts_more_than_that_for_everybody(tmp_path, order):
    files = [
        settings("ADMIN", "PIERWSZY | Rachunki | Lista | | | | tak"),
        settings("*", "PIERWSZY | Rachunki | Lista | | | | nie"),
    ]
    assert seen(tmp_path, files[::order], BOTH, "ADMIN") == ["PIERWSZY", "DRUGI"]
    assert seen(tmp_path, files[::order], BOTH, "KOWALSKI") == ["DRUGI"]


def test_another_default_is_chosen_among_standard_charts(tmp_path):
    other = settings("ADMIN", "DRUGI | Rachunki | Lista | | tak | |")
    assert seen(tmp_path, (other,), BOTH, "ADMIN") == ["DRUGI", "PIERWSZY"]
    assert seen(tmp_path, (other,), BOTH) == ["PIERWSZY", "DRUGI"]


def test_a_default_taken_away_leaves_the_first_in_order(tmp_path):
    none = settings("*", "DRUGI | Rachunki | Lista | | nie | |")
    charts = (chart("PIERWSZY", 1), chart("DRUGI", 2, "tak"))
    assert seen(tmp_path, (), charts) == ["DRUGI", "PIERWSZY"]
    assert seen(tmp_path, (none,), charts) == ["PIERWSZY", "DRUGI"]


def test_a_users_default_chart_stays_before_a_standard_one_that_was_made_default(tmp_path):
    own = (chart("WLASNY", 5, "tak"), settings("*", "DRUGI | Rachunki | Lista | | tak | |"))
    assert seen(tmp_path, own, BOTH) == ["WLASNY", "PIERWSZY", "DRUGI"]


def test_a_standard_chart_gets_a_condition_and_keeps_its_place_and_number(tmp_path):
    given = settings("*", "PIERWSZY | Rachunki | Lista | 9 | | OperatorID = 1 |")
    assert seen(tmp_path, (given,), BOTH, OperatorID="1") == ["PIERWSZY", "DRUGI"]
    assert seen(tmp_path, (given,), BOTH, OperatorID="2") == ["DRUGI"]
    moved = settings("*", "PIERWSZY | Kasy | Lista | | tak | |")
    assert seen(tmp_path, (moved,), BOTH) == ["PIERWSZY", "DRUGI"]
    assert [each.point for each in changed([STANDARD], [Change("S", CallPoint("Kasy"))])] == [LIST]


def test_settings_leave_the_files_of_standard_charts_alone(tmp_path):
    given = settings("*", "PIERWSZY | Rachunki | Lista | | nie | OperatorID = 1 | nie")
    seen(tmp_path, (given,), BOTH)
    assert sorted(path.read_text(encoding="utf-8") for path in tmp_path.iterdir()) == sorted(
        source.text for source in BOTH
    )


def test_a_chart_in_the_place_of_a_standard_one_stands_there_alone(tmp_path):
    assert seen(tmp_path, (chart("DRUGI", 1),), BOTH) == ["PIERWSZY", "DRUGI"]
    table = api.charts_table(load([tmp_path], [tmp_path]), ("", "", ""), api.ChartValues(DAY), "pl")
    assert [line.split("|")[1].strip() for line in table.splitlines()[2:]] == ["PIERWSZY", "DRUGI"]


# --- changes as values

STANDARD = Connection("S", LIST, 3, default=True, standard=True)
OWN = Connection("A", LIST, 1)


def test_a_chart_of_ones_own_may_be_connected_anew_at_another_point():
    found = changed([OWN], [Change("A", CallPoint("Kasy"), number=4, default=True)])
    assert found == (OWN, Connection("A", CallPoint("Kasy"), 4, default=True))


def test_what_a_change_leaves_empty_stays():
    assert changed([STANDARD], [Change("s", CallPoint("rachunki", "LISTA"))]) == (STANDARD,)


def test_numbers_of_own_charts_change_and_of_standard_ones_not():
    found = changed([OWN, STANDARD], [Change("A", LIST, number=8), Change("S", LIST, number=8)])
    assert [each.number for each in found] == [8, 3]


def test_a_chart_that_was_hidden_may_be_shown_again_and_a_new_connection_may_be_hidden():
    hide, show = (Change("A", LIST, available=available) for available in (False, True))
    assert changed([OWN], [hide]) == ()
    assert changed([OWN], [hide, show]) == (OWN,)
    assert changed([], [Change("X", LIST, available=False)]) == ()


def test_a_new_default_takes_the_place_of_others_of_its_kind_at_its_point_alone():
    elsewhere = Connection("B", CallPoint("Kasy"), 1, default=True)
    beside = Connection("C", LIST, 2, default=True)
    found = changed([OWN, beside, elsewhere, STANDARD], [Change("A", LIST, default=True)])
    assert {each.chart for each in found if each.default} == {"A", "B", "S"}
