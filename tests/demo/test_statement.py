"""The statement of the demo company: imported twice, in halves, overlapping; matched with its invoices."""

import datetime as dt
import io
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from dekret import api
from dekret.model.documents import DOCUMENTS

FOLDER = Path(api.standard_rules()[0]).parent / "demo"
STATEMENT = (FOLDER / "bank" / "wyciag-03-2026.sta").read_text(encoding="ascii")
DAYS = re.findall(r":20:.*?\n-\n", STATEMENT, re.DOTALL)
CLOSING = Decimal("14512.32")


@pytest.fixture(scope="module")
def rules():
    return api.library([FOLDER / "demo.kartoteka"])


def imported(rules, database, texts):
    """Every line that came in, and what was said, when these files are imported one after the other."""
    lines, said = [], []
    for text in texts:
        by = api.ImportBy(
            time=dt.datetime(2026, 3, 31, tzinfo=dt.UTC), today=dt.date(2026, 3, 31), register="BANK", database=database
        )
        out = []
        with api.open_output(None) as output, api.open_import(rules, by, output) as import_:
            for item in import_.run([Path("-")], io.BytesIO(text.encode())):
                assert not isinstance(item, api.Refused)
                said += getattr(item, "remarks", ())
            import_.keep(out.append)
        reports = [DOCUMENTS.decode(line.encode())[0] for line in "".join(out).splitlines()]
        lines += [entry.bank_line for report in reports for entry in report.entries]
    return lines, said


def told(lines):
    return Counter((line.date, line.amount, line.title, line.bank_reference) for line in lines)


def without_references(text):
    return re.sub(r"NONREF//\d+", "NONREF", text)


@pytest.mark.parametrize("strip", [str, without_references], ids=["references", "no references"])
@pytest.mark.parametrize(
    "files",
    [
        ["012", "012"],
        ["0", "12"],
        ["01", "2"],
        ["01", "12", "012"],
        ["0", "01", "012", "2", "1", "0"],
        ["0", "1", "2"],
    ],
    ids="/".join,
)
def test_again_in_halves_and_overlapping(rules, tmp_path, files, strip):
    texts = [strip("".join(DAYS[int(day)] for day in file)) for file in files]
    lines, said = imported(rules, tmp_path / "w.duckdb", texts)
    (whole, _) = imported(rules, tmp_path / "other.duckdb", [strip(STATEMENT)])
    assert len(whole) == 13
    assert told(lines) == told(whole)
    assert not said
    assert Decimal(25000) + sum(line.amount for line in lines) == CLOSING


def test_a_missing_statement_is_said(rules, tmp_path):
    lines, said = imported(rules, tmp_path / "w.duckdb", [DAYS[0], DAYS[2]])
    assert len(lines) == 8
    assert [each.id for each in said] == ["wyciag/opening-differs", "wyciag/closing-differs"]


def test_its_lines_find_the_invoices_of_the_company(rules, tmp_path):
    report = tmp_path / "raport.json"
    by = api.ImportBy(time=dt.datetime(2026, 3, 31, tzinfo=dt.UTC), today=dt.date(2026, 3, 31), register="BANK")
    with api.open_output(report) as output, api.open_import(rules, by, output) as import_:
        list(import_.run([FOLDER / "bank" / "wyciag-03-2026.sta"], io.BytesIO()))
        import_.keep(lambda _: None)
    matched = api.match_entries(
        rules,
        [report],
        io.BytesIO(),
        payments=(),
        invoices=sorted((FOLDER / "ksef").glob("*.xml")),
        direction=None,
        directory=None,
        today=dt.date(2026, 3, 31),
    )
    best = {
        part.item.number: (proposal.score, part.amount)
        for each in matched.entries
        if (proposal := each.match.proposal)
        for part in proposal.parts
    }
    assert best == {"FS/1/03/2026": (100, Decimal("5270.00")), "2026/03/77": (100, Decimal("11000.50"))}
    settled, said = api.settlement_lines(matched, 90, dt.date(2026, 3, 31))
    assert len(settled) == 2
    assert not said.diagnostics
    assert all(DOCUMENTS.decode(line.encode()) for line in settled)
