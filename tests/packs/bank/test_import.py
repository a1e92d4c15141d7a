"""Statements to cash reports: parties, numbers, periods, rates, other accounts; the same statements again and again."""

import datetime as dt
import io
import json
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dekret import api
from dekret.company.rates import Rates
from dekret.model.documents import DOCUMENTS
from dekret.packs.library import load_sources
from dekret.text.source import Source

OWN = "31998100180000000000000001"
OTHER = "04998100180000000000000002"
FORMAT = """format "WYCIAG"
[Ogólne]
nazwa = Wyciąg
format do = import
kodowanie = UTF8
separator pól = ";"
ogranicznik tekstu = '"'
format daty = RRRR-MM-DD
separator dziesiętny = "."
[Pozycje]
| Pole                          | Typ          |
|-------------------------------|--------------|
| Data księgowania              | Liczba       |
| Kwota płatności               | Liczba <#.## |
| Saldo po operacji             | Liczba <#.## |
| Waluta                        | Liczba       |
| Pełny numer rachunku własnego | Tekst        |
| Pełny numer rachunku podmiotu | Tekst        |
| Akronim podmiotu              | Tekst        |
| NIP podmiotu                  | Tekst        |
| Nazwa podmiotu 1              | Tekst        |
| Tytuł przelewu                | Tekst        |
| Referencja banku              | Tekst        |
"""
COMPANY = f"""kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
[Rejestry]
| Rejestr | Rachunek | Waluta | Konto | Format importu |
|---------|----------|--------|-------|----------------|
| BANK    | {OWN}    | PLN    | 131   | WYCIAG         |
| EUR     | {OTHER}  | EUR    | 132   | WYCIAG         |
[Podmioty]
| Kod   | Nazwa            | NIP        | Rachunek                   |
|-------|------------------|------------|----------------------------|
| ALOZA | Aloza sp. z o.o. | 6736819308 | 78997200433098554356866297 |
| KLON  | Jan Klon         | 8220033224 | 43998100181306412222825701 |
| KLON2 | Anna Klon        |            | 43998100181306412222825701 |
[Rachunki podmiotów]
| Kod   | Rachunek                   |
|-------|----------------------------|
| ALOZA | 61114020044000000000001234 |
"""
DAY = dt.date(2026, 1, 31)
TIME = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)


def by(**changes):
    return replace(api.ImportBy(time=TIME, today=DAY, register="BANK"), **changes)


@pytest.fixture(scope="module")
def rules(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reguly")
    (folder / "w.format").write_text(FORMAT, encoding="utf-8", newline="\n")
    (folder / "f.kartoteka").write_text(COMPANY, encoding="utf-8", newline="\n")
    library = api.library([folder])
    assert not library.report.diagnostics
    return library


def row(day=15, amount="1.00", balance="", **cells):
    """A row of a statement."""
    values = {"currency": "PLN", "own": "", "account": "", "code": "", "nip": "", "name": "", "title": "", "ref": ""}
    return ";".join([f"2026-01-{day:02}" if isinstance(day, int) else day, amount, balance, *(values | cells).values()])


def run(rules, text, how=None, *, keep=True, files=None):
    """What became of the lines, and the reports that came out; the text is standard input, or there are files."""
    out = []
    data = io.BytesIO("\n".join(text).encode() if isinstance(text, list) else text.encode())
    with api.open_output(None) as output, api.open_import(rules, how or by(), output) as import_:
        found = list(import_.run(files or [Path("-")], data))
        if keep and import_.reports.count:
            import_.keep(out.append)
    documents = [DOCUMENTS.decode(line.encode()) for line in "".join(out).splitlines()]
    assert None not in documents, out
    return found, [document for document, _ in documents]


def entries(rules, text, how=None):
    found, reports = run(rules, text, how)
    assert not [each for each in found if isinstance(each, api.Refused)]
    return [entry for report in reports for entry in report.entries]


def said(found):
    return [
        each.id
        for item in found
        for each in (item.diagnostics if isinstance(item, api.Refused) else getattr(item, "remarks", ()))
    ]


def test_the_report_is_that_of_the_register(rules):
    found, (report,) = run(rules, [row(15, "-10.00"), row(16, "20.50", title="FV 1/2026")])
    assert not said(found)
    assert (report.register_name, report.account, report.currency) == ("BANK", "131", "PLN")
    assert (report.opening_date, report.date) == (dt.date(2026, 1, 15), dt.date(2026, 1, 16))
    assert [(each.number, each.direction, each.amount) for each in report.entries] == [
        ("KW/1/2026/BANK", "out", Decimal("10.00")),
        ("KP/1/2026/BANK", "in", Decimal("20.50")),
    ]
    assert report.entries[1].description == "FV 1/2026"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"code": "aloza"}, "ALOZA"),
        ({"account": "PL78 9972 0043 3098 5543 5686 6297"}, "ALOZA"),
        ({"account": "61114020044000000000001234"}, "ALOZA"),
        ({"code": "NIKT", "account": "78997200433098554356866297"}, "ALOZA"),
        ({"code": "ALOZA", "account": "43998100181306412222825701"}, "ALOZA"),
        ({"nip": "673-681-93-08"}, "ALOZA"),
        ({"account": "43998100181306412222825701", "nip": "8220033224"}, "KLON"),
        ({"account": "24101000000000123456789012"}, "!NIEOKREŚLONY!"),
        ({}, "!NIEOKREŚLONY!"),
    ],
)
def test_parties_are_told_by_code_then_account_then_tax_id(rules, cells, code):
    (entry,) = entries(rules, row(name="Firma", **cells))
    assert entry.party.code == code
    assert entry.party.name == ("Firma" if code.startswith("!") else entry.party.name)


def test_an_account_of_several_parties_tells_none(rules):
    found, (report,) = run(rules, row(account="43998100181306412222825701"))
    assert report.entries[0].party.code == "!NIEOKREŚLONY!"
    assert said(found) == ["wyciag/shared-account"]


def test_the_line_of_the_bank_is_kept_whole(rules):
    title = "/VAT/23,00/IDC/6736819308/INV/FV 1/2026/TXT/za towar " + "x" * 300
    (entry,) = entries(rules, row(title=title, ref="BR1"))
    assert len(entry.description) == 255
    line = entry.bank_line
    assert line.title == title
    assert (line.kind, line.vat_amount, line.invoices) == ("mpp", Decimal("23.00"), ("FV 1/2026",))
    assert entry.party.code == "ALOZA", "the NIP of the title tells the party"
    assert entry.foreign_number == "BR1"


def test_tax_and_zus_are_understood(rules):
    tax, zus = entries(
        rules,
        [
            row(title="/TI/N5580730219/OKR/26M01/SFP/VAT-7", account="82101000712222558073021900"),
            row(account="31600000020260005580730219", title="składki"),
        ],
    )
    assert (tax.bank_line.kind, tax.bank_line.tax.period, tax.bank_line.tax.form) == ("tax", "26M01", "VAT-7")
    assert (zus.bank_line.kind, zus.bank_line.tax) == ("zus", None)
    (told,) = entries(rules, [row(account="31600000020260005580730219", title="Składki DRA 01-12-2025")])
    paid = told.bank_line.tax
    assert (paid.id, paid.form, paid.period, paid.liability) == ("5580730219", "DRA", "25M12", "01")


def test_parts_of_a_grosz_are_refused(rules):
    found, reports = run(rules, [row(15, "-10.005"), row(16, "1.00", "1.001"), row(17, "2.500")])
    assert said(found).count("bank/not-an-amount") == 2
    assert [entry.amount for report in reports for entry in report.entries] == [Decimal("2.5")]


def test_numbers_of_a_year_go_on_in_january(rules, tmp_path):
    """The statement of December is read when it is January: its year is that of the lines, not that of the day."""
    how = by(database=tmp_path / "w.duckdb", today=dt.date(2027, 1, 4))
    first = entries(rules, [row(15, "1.00"), row(16, "-2.00")], how)
    more = entries(rules, [row(17, "3.00"), row(18, "-4.00")], how)
    assert [each.number for each in (*first, *more)] == [
        "KP/1/2026/BANK", "KW/1/2026/BANK", "KP/2/2026/BANK", "KW/2/2026/BANK",
    ]  # fmt: skip


def test_a_report_does_not_end_before_it_begins(rules):
    with pytest.raises(api.UsageError, match="after it is closed"):
        run(rules, row(15), by(since=dt.date(2026, 1, 31), until=dt.date(2026, 1, 1)))


def test_left_lines_name_their_account(rules):
    found, _ = run(rules, [row(15, own=OTHER)])
    assert [each.account for each in found if isinstance(each, api.Left)] == [OTHER]


def test_lines_of_other_accounts_are_left_out_unless_asked_for(rules):
    text = [row(own=OWN), row(own=OTHER)]
    found, (report,) = run(rules, text)
    assert len(report.entries) == 1
    assert [each.why for each in found if isinstance(each, api.Left)] == [api.Why.OTHER_ACCOUNT]
    assert len(entries(rules, text, by(every_account=True))) == 2


@pytest.mark.parametrize(("day", "problem"), [(9, "before-opening"), (21, "after-closing")])
def test_dates_outside_the_report_are_refused_with_the_words_of_the_manual(rules, day, problem):
    period = by(since=dt.date(2026, 1, 10), until=dt.date(2026, 1, 20))
    found, reports = run(rules, [row(15), row(day)], period)
    assert said(found) == [f"wyciag/{problem}"]
    (refused,) = [each for each in found if isinstance(each, api.Refused)]
    assert refused.diagnostics[0].message.pl.startswith("Przelew Lp [2] nie został zaimportowany z powodu błędów.")
    assert refused.diagnostics[0].span.line == 2
    assert (reports[0].opening_date, reports[0].date) == (period.since, period.until)


def test_a_line_in_currency_needs_the_rate_of_its_day(rules):
    how = by(register="EUR", rates=Rates({("EUR", dt.date(2026, 1, 15)): Decimal("4.25")}))
    found, (report,) = run(rules, [row(15, currency="EUR"), row(16, currency="EUR")], how)
    assert report.entries[0].exchange_rate == Decimal("4.25")
    assert said(found) == ["wyciag/no-rate"]
    assert "Brak notowania podanego kursu waluty EUR na 2026-01-16." in found[1].diagnostics[0].message.pl
    before = replace(how, rates=replace(how.rates, before=True))
    assert said(run(rules, [row(16, currency="EUR")], before)[0]) == []


def test_another_currency_is_refused(rules):
    assert said(run(rules, row(currency="EUR"), keep=False)[0]) == ["wyciag/other-currency"]


def test_balances_against_the_report(rules):
    text = [row(15, "-10.00", "990.00"), row(16, "20.00", "1010.00")]
    assert said(run(rules, text)[0]) == []
    assert said(run(rules, text, by(balance=Decimal(1000)))[0]) == []
    assert said(run(rules, text, by(balance=Decimal(900)))[0]) == ["wyciag/opening-differs", "wyciag/closing-differs"]


def test_rules_propose_account_description_and_party(rules):
    found, (report,) = run(
        rules, [row(amount="-5.00", title="prowizja za przelew"), row(title="inne")], by(rules="WYCIAGI")
    )
    assert report.entries[0].contra_account
    assert next(each.rule for each in found if isinstance(each, api.Taken)) == "PROWIZJE"


def test_the_report_can_be_posted(rules, tmp_path):
    _, (report,) = run(rules, [row(amount="-5.00", title="prowizja za przelew")], by(rules="WYCIAGI"))
    data = json.loads(DOCUMENTS.encode(report))
    assert data["entries"][0]["bank_line"]["title"] == "prowizja za przelew"


# --- the same again


def stored(rules, how, texts):
    """The lines that come in when these statements are imported one after the other, and what is said of balances."""
    lines, remarks = [], []
    for text in texts:
        found, reports = run(rules, text, how)
        lines += [entry.bank_line for report in reports for entry in report.entries]
        remarks += said(found)
    return Counter((line.date, line.amount, line.title) for line in lines), remarks


DAYS = st.lists(
    st.lists(st.tuples(st.sampled_from(["-1.00", "1.00", "2.50"]), st.sampled_from(["a", "b"])), max_size=3),
    min_size=1,
    max_size=6,
)


def statement(days, first, last):
    """The rows of a window of days, each with the balance after it."""
    balance, found = Decimal(100), []
    for number, lines in enumerate(days, start=1):
        for amount, title in lines:
            balance += Decimal(amount)
            if first <= number <= last:
                found.append(row(number, amount, str(balance), title=title))
    return found


@settings(
    max_examples=4, deadline=None, phases=(Phase.generate,), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(days=DAYS, cuts=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=3))
def test_overlapping_windows_lose_and_double_nothing(tmp_path_factory, days, cuts):
    rules = load_sources([Source("w.format", FORMAT), Source("f.kartoteka", COMPANY)])
    how = by(database=tmp_path_factory.mktemp("db") / "w.duckdb")
    windows, last = [], 0
    for back, more in cuts:
        first, last = max(1, last + 1 - back), min(len(days), last + 1 + more)
        windows.append(statement(days, first, last))
    windows += [statement(days, 1, len(days)), windows[0]]
    found, remarks = stored(rules, how, [window for window in windows if window])
    assert found == Counter(
        (dt.date(2026, 1, number), Decimal(amount), title)
        for number, lines in enumerate(days, start=1)
        for amount, title in lines
    )
    assert not remarks


def test_lines_that_make_nothing_together_are_not_doubled(rules, tmp_path):
    """The second statement begins at the balance where the first ended, and yet overlaps with it."""
    days = [[], [("-1.00", "a"), ("1.00", "a")], [("-1.00", "a")]]
    how = by(database=tmp_path / "w.duckdb")
    found, remarks = stored(rules, how, [statement(days, 1, 2), statement(days, 1, 3), statement(days, 2, 3)])
    assert (found.total(), remarks) == (3, [])


def test_halves_that_part_twins_of_one_day(rules, tmp_path):
    whole = [row(15, "-9.50", "990.50", title="opłata"), row(15, "-9.50", "981.00", title="opłata")]
    how = by(database=tmp_path / "w.duckdb")
    found, remarks = stored(rules, how, [[whole[0]], [whole[1]], whole, [whole[1]]])
    assert (found.total(), remarks) == (2, [])


def test_twins_with_different_references_are_never_the_same(rules, tmp_path):
    how = by(database=tmp_path / "w.duckdb")
    found, _ = stored(
        rules, how, [row(15, title="a", ref="R1"), row(15, title="a", ref="R2"), row(15, title="a", ref="R1")]
    )
    assert found.total() == 2


def test_a_line_in_other_words_is_told_by_the_number_of_the_bank(rules, tmp_path):
    how = by(database=tmp_path / "w.duckdb")
    stored(rules, how, [[row(14, title="czynsz", ref="R0"), row(15, title="opł", ref="R1")]])
    again = [row(15, title="opłata za kartę", ref="R1"), row(15, title="opłata za kartę", ref="R2")]
    found, (report,) = run(rules, again, how)
    assert said(found) == ["wyciag/rewritten"]
    (left,) = [each for each in found if isinstance(each, api.Left)]
    assert left.line.bank_reference == "R1"
    assert "import 1" in left.remarks[0].message.pl
    assert [entry.foreign_number for entry in report.entries] == ["R2"]


def test_a_number_that_all_lines_have_tells_none(rules, tmp_path):
    how = by(database=tmp_path / "w.duckdb")
    texts = [[row(14, title="a", ref="KONTO"), row(15, title="b", ref="KONTO")], [row(15, title="c", ref="KONTO")]]
    found, remarks = stored(rules, how, texts)
    assert (found.total(), remarks) == (3, [])


def test_a_line_without_a_number_that_comes_twice_is_told_by_the_balances(rules, tmp_path):
    """The number said is where the new lines begin: neither statement nor report has it."""
    how = by(database=tmp_path / "w.duckdb")
    whole = [row(15, "-1.00", "99.00", title="a"), row(16, "-9.50", "89.50", title="opłata za kartę")]
    stored(rules, how, [[whole[0], whole[1].replace("opłata za kartę", "opł")]])
    found, _ = run(rules, whole, how)
    assert said(found) == ["wyciag/overlap-differs", "wyciag/closing-differs"]
    (message,) = [each.remarks[0].message.pl for each in found if said([each]) == ["wyciag/overlap-differs"]]
    for figure in ("raportu 89,50", "o 9,50", "od stanu 99,00", "wyciągu 100,00", "zaimportowane -1,00"):
        assert figure in message


def test_the_same_file_twice_in_one_command_comes_in_once(rules, tmp_path):
    path = tmp_path / "w.csv"
    path.write_text(row(15, "1.00", "101.00", title="a"), encoding="utf-8")
    found, (report,) = run(rules, "", files=[path, path])
    assert len(report.entries) == 1
    assert [each.why for each in found if isinstance(each, api.Left)] == [api.Why.REPEATED]


def messages(*, number="7/1", opening="C260114PLN1000,00", lines=("D123,00",), closing="C260115PLN877,00"):
    """A statement in MT940."""
    items = "".join(f":61:2601150115{line}NTRFNONREF\n:86:020~20FV 1/2026\n" for line in lines)
    return f":20:A\n:25:/PL{OWN}\n:28C:{number}\n:60F:{opening}\n{items}:62F:{closing}\n-\n"


@pytest.mark.parametrize("stored", [False, True])
def test_a_statement_that_a_file_holds_twice_comes_in_once(rules, tmp_path, stored):
    how = by(format="MT940", database=tmp_path / "w.duckdb" if stored else None)
    more = messages(number="8/1", opening="C260115PLN877,00", lines=("C5,00",), closing="C260116PLN882,00")
    found, (report,) = run(rules, messages() * 2 + more, how)
    assert said(found) == ["wyciag/statement-twice"]
    (remark,) = next(each.remarks for each in found if isinstance(each, api.Said))
    assert (remark.span.line, "7/1" in remark.message.pl) == (9, True)
    assert f"{OWN} za 2026-01-14–2026-01-15" in remark.message.pl
    assert [each.amount for each in report.entries] == [Decimal("123.00"), Decimal("5.00")]
    assert [each.why for each in found if isinstance(each, api.Left)] == [api.Why.TWICE]
    if stored:
        assert {each.why for each in run(rules, messages() + more, how)[0]} == {api.Why.REPEATED}


@pytest.mark.parametrize(
    "second",
    [
        {"number": "7/2"},
        {"opening": "C260115PLN877,00", "closing": "C260115PLN754,00"},
        {"opening": "C260115PLN1000,00"},
        {"lines": ("D120,00", "D3,00")},
        {"closing": "C260116PLN877,00"},
    ],
)
def test_a_statement_that_differs_comes_in(rules, second):
    found, (report,) = run(rules, messages() + messages(**second), by(format="MT940"))
    assert "wyciag/statement-twice" not in said(found)
    assert len(report.entries) == 1 + len(second.get("lines", "1"))


def test_twins_without_a_number_come_in_and_so_does_everything_on_demand(rules):
    unnumbered = messages().replace(":28C:7/1\n", "")
    assert len(entries(rules, unnumbered * 2, by(format="MT940"))) == 2
    assert len(entries(rules, messages() * 2, by(format="MT940", everything=True))) == 2


def test_what_was_refused_comes_in_later(rules, tmp_path):
    how = by(database=tmp_path / "w.duckdb")
    text = [row(15, title="a"), row(25, title="b")]
    run(rules, text, replace(how, until=dt.date(2026, 1, 20)))
    _found, (report,) = run(rules, text, how)
    assert [entry.description for entry in report.entries] == ["b"]
    assert report.entries[0].number == "KP/2/2026/BANK"


def test_numbers_of_a_year_gone_by_go_on(rules, tmp_path):
    how = by(database=tmp_path / "w.duckdb")
    stored(rules, how, [row("2025-12-30", title="a"), row(15, title="b")])
    _, (report,) = run(rules, row("2025-12-31", title="c"), how)
    assert report.entries[0].number == "KP/2/2025/BANK"
    _, (report,) = run(rules, row(16, title="d"), how)
    assert report.entries[0].number == "KP/2/2026/BANK"


def test_numbers_go_on_after_a_statement_over_new_year(rules, tmp_path):
    how = by(database=tmp_path / "w.duckdb")
    run(rules, [row("2025-12-30", title="a"), row(5, title="b")], how)
    _, (report,) = run(rules, [row("2025-12-31", title="c"), row(6, title="d")], how)
    assert [entry.number for entry in report.entries] == ["KP/2/2025/BANK", "KP/2/2026/BANK"]


def test_what_is_not_kept_is_not_remembered(rules, tmp_path):
    how = by(database=tmp_path / "w.duckdb")
    run(rules, row(15, title="a"), how, keep=False)
    assert stored(rules, how, [row(15, title="a")])[0].total() == 1


def test_an_import_that_is_taken_back_comes_in_again(rules, tmp_path):
    how = by(database=tmp_path / "w.duckdb")
    stored(rules, how, [row(15, title="a")])
    assert api.take_back_import(how.database, 1) == 1
    assert stored(rules, how, [row(15, title="a")])[0].total() == 1
    assert "cofnięty" in api.imports_table(how.database, "pl")
