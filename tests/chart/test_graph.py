"""Call points, start charts, sub-charts, and the history of a session (seeds/001:1657-1722)."""

import pytest

from dekret.chart.graph import (
    CallPoint,
    Connection,
    SubChart,
    default_start,
    default_sub_chart,
    start_charts,
    sub_charts,
)
from dekret.chart.nodes import Number
from dekret.chart.session import Session, Visit

LIST = CallPoint("Rachunki", "Lista")
PROCEDURE = CallPoint("Rachunki")
ROOT = CallPoint()


def always(_):
    return True


def connection(chart, point=LIST, number=1, *, default=False, standard=False, condition=None):
    return Connection(chart, point, number, default, condition, standard)


SIX_STEPS = [
    (
        "a user's default at the point",
        [connection("A", default=True), connection("S", default=True, standard=True)],
        "A",
    ),
    (
        "a user's default above the point before a standard one at it",
        [connection("S", default=True, standard=True), connection("P", PROCEDURE, default=True)],
        "P",
    ),
    ("a user's default at the root", [connection("A", number=1), connection("R", ROOT, default=True)], "R"),
    ("a standard default at the point", [connection("A"), connection("S", default=True, standard=True)], "S"),
    ("a standard default above", [connection("A"), connection("S", PROCEDURE, default=True, standard=True)], "S"),
    ("the first of a user", [connection("B", number=2), connection("A"), connection("S", standard=True)], "A"),
    ("the first of a user above", [connection("S", standard=True), connection("P", PROCEDURE)], "P"),
    ("the first standard one", [connection("T", number=2, standard=True), connection("S", standard=True)], "S"),
    ("nothing", [], None),
]


@pytest.mark.parametrize(("_", "connections", "expected"), SIX_STEPS, ids=[step[0] for step in SIX_STEPS])
def test_default_start_chart_by_the_six_steps(_, connections, expected):
    found = default_start(connections, LIST, always)
    assert (found.chart if found else None) == expected


def test_start_charts_come_from_the_branches_above_too():
    known = [connection("R", ROOT), connection("P", PROCEDURE), connection("B", number=2), connection("A")]
    assert [each.chart for each in start_charts(known, CallPoint("rachunki", "LISTA"), always)] == ["A", "B", "P", "R"]
    assert [each.chart for each in start_charts(known, PROCEDURE, always)] == ["P", "R"]


def test_a_chart_whose_condition_does_not_hold_is_not_offered():
    guarded = connection("A", condition=Number(0, 1, 1), default=True)
    found = default_start([guarded, connection("B", number=2)], LIST, lambda condition: condition is None)
    assert found.chart == "B"


def test_sub_charts_are_ordered_and_may_form_circles():
    links = [SubChart("A", "C", 2), SubChart("A", "A", 1), SubChart("B", "A", 1), SubChart("a", "D", 3, default=True)]
    assert [link.chart for link in sub_charts(links, "A")] == ["A", "C", "D"]
    assert default_sub_chart(links, "A").chart == "D"
    assert default_sub_chart(links[:2], "A").chart == "A"
    assert default_sub_chart(links, "X") is None


def test_exploring_forgets_what_lies_behind_the_place():
    session = Session.start(Visit("A")).explored("B", {"ID": 1}).explored("C", {"ID": 2})
    assert [visit.chart for visit in session.visits] == ["A", "B", "C"]
    again = session.back().back().explored("D", {"ID": 3})
    assert [visit.chart for visit in again.visits] == ["A", "D"]
    assert again.shown.row == {"ID": 3}
    assert not again.can_go_forward


def test_moving_adds_nothing_and_stops_at_the_ends():
    session = Session.start(Visit("A")).explored("B", {})
    assert session.forward() == session
    assert session.back().back() == session.first()
    assert session.first().last() == session
    assert not session.first().can_go_back
    assert session.first().can_go_forward


def test_a_visit_keeps_the_values_it_was_drawn_with():
    session = Session.start(Visit("A")).refreshed({"Rok": "2026"}, {"Tytul": "x"}).explored("B", {})
    back = session.back()
    assert back.shown.values == {"Rok": "2026"}
    assert back.shown.graphic == {"Tytul": "x"}
    assert session.parent() == back.shown
    assert back.parent() is None
