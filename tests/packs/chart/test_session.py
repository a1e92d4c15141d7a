"""Sessions of charts in files: values of every kind come back, what is no session is refused, history is cut."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from dekret.chart.session import Session, Visit
from dekret.errors import UsageError
from dekret.packs.chart.session import read_session, session_text

VALUES = {
    "Liczba": Decimal("-1234.50"),
    "Dzień": dt.date(2026, 3, 31),
    "Chwila": dt.datetime.fromisoformat("2026-03-31 10:15:30"),
    "Tekst": "O'Hara „ż”\n",
    "Puste": None,
}


def test_a_session_comes_back_from_its_file_as_it_was():
    session = Session.start(Visit("A")).refreshed(VALUES, {"Tytul": "x"}).explored("B", VALUES).back()
    text = session_text(session, {"database": "firma.duckdb"})
    assert read_session(text, "s.json") == (session, {"database": "firma.duckdb"})


def test_exploring_cuts_the_history_that_is_kept():
    session = Session.start(Visit("A")).explored("B", {"ID": Decimal(1)}).explored("C", {}).first()
    kept, _ = read_session(session_text(session.explored("D", {"ID": Decimal(2)}), {}), "s.json")
    assert [visit.chart for visit in kept.visits] == ["A", "D"]
    assert kept.shown.row == {"ID": Decimal(2)}
    assert kept.forward() == kept
    assert kept.back().shown.chart == "A"


GOOD = json.loads(session_text(Session.start(Visit("A")), {}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"visits": [], "place": 0}',
        json.dumps({**GOOD, "place": 1}),
        json.dumps({**GOOD, "place": -1}),
        json.dumps({**GOOD, "place": "x"}),
        json.dumps({"place": 0, "visits": [{"chart": "A"}]}),
        json.dumps({"place": 0, "visits": [{**GOOD["visits"][0], "values": {"L": ["number", "x"]}}]}),
        json.dumps({"place": 0, "visits": [{**GOOD["visits"][0], "row": {"D": ["date", "31.03.2026"]}}]}),
        json.dumps({"place": 0, "visits": [{**GOOD["visits"][0], "row": {"D": "tekst"}}]}),
    ],
)
def test_what_is_no_session_is_refused(text):
    with pytest.raises(UsageError, match="sesja"):
        read_session(text, "sesja")
    assert read_session(json.dumps(GOOD), "s.json")
