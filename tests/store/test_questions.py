"""The queries of formats: one value of a payment, read and nothing else, whatever the statement wants."""

import datetime as dt
import time
from dataclasses import replace
from decimal import Decimal

import duckdb
import pytest

from dekret.errors import FileError, QueryError
from dekret.store.payments import SentPayments
from dekret.store.questions import Questions
from sent_payments import FILE, payments

CITY = (
    "Select Pod_Miasto FROM CDN.PodmiotyView JOIN CDN.BnkZdarzenia ON BZd_PodmiotID = Pod_PodId"
    " WHERE BZd_PodmiotTyp = Pod_PodmiotTyp AND Bzd_BzdId={ZdarzenieID}"
)
"""The query of the manual (002:1439), word for word."""


@pytest.fixture
def path(tmp_path):
    """Tables of Optima, as an accountant may have taken them out: 100 000 events of 5 000 parties."""
    path = tmp_path / "optima.duckdb"
    with duckdb.connect(str(path)) as made:
        made.execute("CREATE SCHEMA CDN")
        made.execute(
            "CREATE TABLE CDN.BnkZdarzenia AS SELECT i::INTEGER AS BZd_BZdId, 1 AS BZd_PodmiotTyp,"
            " i % 5000 AS BZd_PodmiotId, 'FZ/' || i AS BZd_Numer, NULLIF(i % 10, 3) AS BZd_Inne FROM range(100000) t(i)"
        )
        made.execute(
            "CREATE TABLE CDN.PodmiotyView AS SELECT i::INTEGER AS Pod_PodId, 1 AS Pod_PodmiotTyp,"
            " 'Miasto ' || i AS Pod_Miasto FROM range(5000) t(i)"
        )
    return path


@pytest.fixture
def questions(path):
    with Questions.open(path) as opened:
        yield opened


def refusal(questions, statement, identity="7"):
    with pytest.raises(LookupError) as refused:
        questions.ask(statement, identity)
    assert isinstance(refused.value, QueryError)
    assert not refused.value.pl.endswith(".")
    return refused.value


def test_the_query_of_the_manual_gives_the_city_of_the_payee(questions):
    assert questions.ask(CITY, "5012") == "Miasto 12"
    assert questions.ask(CITY + ";", "7") == "Miasto 7"


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("SELECT BZd_BZdId FROM CDN.BnkZdarzenia WHERE BZd_Numer = '{ZdarzenieID}'", "4"),
        ("SELECT BZd_BZdId FROM CDN.BnkZdarzenia WHERE BZd_Numer LIKE '%{zdarzenieid}'", "4"),
        ("SELECT BZd_BZdId FROM CDN.BnkZdarzenia WHERE BZd_Numer = {ZDARZENIEID}", "4"),
        ("SELECT '[{ZdarzenieID}|{ZdarzenieID}]' -- {ZdarzenieID}", "[FZ/4|FZ/4]"),
        ("SELECT /* '{ZdarzenieID} */ {ZdarzenieID} /* ' */", "FZ/4"),
        ("(SELECT 'o''{ZdarzenieID}')", "o'FZ/4"),
        ("WITH a AS (SELECT {ZdarzenieID} AS b) SELECT b FROM a", "FZ/4"),
        ("-- opis\nVALUES ({ZdarzenieID})", "FZ/4"),
        ("SELECT 'stałe'", "stałe"),
    ],
)
def test_the_mark_is_the_identity_wherever_it_stands(questions, statement, value):
    assert questions.ask(statement, "FZ/4") == value
    questions.expect(["FZ/4", "FZ/5"])
    assert questions.ask(statement, "FZ/5") == value.replace("FZ/4", "FZ/5").replace("4", "5")


@pytest.mark.parametrize("identity", ["' OR 1=1 --", "$zdarzenie", "{ZdarzenieID}", "'; DROP TABLE x; --", 'a"b\\'])
def test_an_identity_is_never_part_of_the_statement(questions, identity):
    for statement in ("SELECT {ZdarzenieID}", "SELECT '{ZdarzenieID}'"):
        assert questions.ask(statement, identity) == identity
    numbers = "SELECT BZd_BZdId FROM CDN.BnkZdarzenia WHERE BZd_Numer = '{ZdarzenieID}'"
    assert questions.ask(numbers, identity) == ""
    questions.expect([identity, "FZ/9"])
    assert (questions.ask(numbers, "FZ/9"), questions.ask(numbers, identity)) == ("9", "")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("12", "12"),
        ("12.50::DECIMAL(18,4)", "12.5000"),
        ("0.1::DOUBLE", "0.1"),
        ("1e20::DOUBLE", "100000000000000000000"),
        ("DATE '2026-03-05'", "2026-03-05"),
        ("TIMESTAMP '2026-03-05 00:00:00'", "2026-03-05"),
        ("TIMESTAMP '2026-03-05 09:30:00'", "2026-03-05 09:30:00"),
        ("TIME '09:30:00'", "09:30:00"),
        ("true", "1"),
        ("NULL", ""),
        ("''", ""),
    ],
)
def test_numbers_and_dates_are_text(questions, value, text):
    assert questions.ask(f"SELECT {value}", "7") == text


def test_no_row_and_null_are_an_empty_text(questions):
    assert questions.ask(CITY, "-1") == ""
    other = "SELECT BZd_Inne FROM CDN.BnkZdarzenia WHERE BZd_BZdId = {ZdarzenieID}"
    assert (questions.ask(other, "3"), questions.ask(other, "4")) == ("", "4")


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("SELECT Pod_Miasto FROM CDN.PodmiotyView", "więcej niż jeden wiersz"),
        ("SELECT Pod_Miasto FROM CDN.PodmiotyView WHERE Pod_PodId >= {ZdarzenieID}::INTEGER", "więcej niż jeden"),
        ("SELECT 1, 2", "ma mieć jedną kolumnę, a ma 2"),
        ("SELECT [1]", "nie jest tekstem"),
        ("SELECT brak FROM CDN.PodmiotyView", "baza odpowiada"),
        ("SELECT 1 FROM nigdzie", "baza odpowiada"),
        ("to nie jest SQL", "baza odpowiada"),
        ("SELECT 1 WHERE", "baza odpowiada"),
        ("SELECT $1", "baza odpowiada"),
        ("SELECT ?", "baza odpowiada"),
        ("SELECT $inny", "baza odpowiada"),
        ("SELECT 1) x, (SELECT {ZdarzenieID}", "baza odpowiada"),
        (CITY.replace("{ZdarzenieID}", "'x{ZdarzenieID}'"), "baza odpowiada"),
    ],
)
def test_what_gives_no_one_value_is_told(questions, statement, told):
    assert told in refusal(questions, statement).pl
    assert told in refusal(questions, statement, "8").pl
    assert questions.ask(CITY, "7") == "Miasto 7"


READING = "jedno zapytanie SELECT, WITH albo VALUES"


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "-- nic",
        "SELECT 1; SELECT 2",
        "DELETE FROM CDN.PodmiotyView",
        "INSERT INTO CDN.PodmiotyView VALUES (1, 1, 'x') RETURNING Pod_Miasto",
        "WITH a AS (SELECT 1) UPDATE CDN.PodmiotyView SET Pod_Miasto = 'x'",
        "CREATE TABLE x AS SELECT 1",
        "DROP TABLE CDN.PodmiotyView",
        "ATTACH 'inna.duckdb'",
        "COPY (SELECT 1) TO 'plik.csv'",
        "SET memory_limit = '1GB'",
        "PRAGMA version",
        "CALL pragma_version()",
        "EXPLAIN SELECT 1",
        "DESCRIBE SELECT 1",
        "SHOW TABLES",
        "FROM CDN.PodmiotyView",
        "INSTALL httpfs",
        "CHECKPOINT",
        "COMMIT",
        "SELECT * FROM enable_logging(storage='file')",
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM checkpoint()",
    ],
)
def test_a_statement_that_does_more_than_read_is_refused(questions, statement, path):
    assert READING in refusal(questions, statement).pl
    assert READING in refusal(questions, f"/* SELECT */ {statement}").pl
    assert questions.ask("SELECT count(*) FROM CDN.PodmiotyView", "7") == "5000"
    assert [each.name for each in path.parent.iterdir()] == ["optima.duckdb"]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT content FROM read_text('{file}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM read_csv('{file}')",
        "SELECT file FROM glob('{file}')",
        "SELECT * FROM read_parquet('https://example.com/a.parquet')",
        "SELECT * FROM 'https://example.com/a.csv'",
        "SELECT * FROM cities",
        "WITH a AS (INSERT INTO CDN.PodmiotyView VALUES (1, 1, 'x') RETURNING 1) SELECT * FROM a",
        "SELECT getenv('HOME')",
    ],
)
def test_files_the_network_and_python_are_out_of_reach(questions, statement, tmp_path):
    cities = [1]
    (tmp_path / "tajne.csv").write_text("tajne\n", encoding="utf-8")
    told = refusal(questions, statement.replace("{file}", str(tmp_path / "tajne.csv")))
    assert "tajne\n" not in told.pl
    assert questions.ask(CITY, "7") == "Miasto 7"
    assert cities


def test_many_at_once_say_what_each_would_alone(questions, path):
    identities = ["5", "x", "012", "-1", "4999", "FZ/1", "99999999999", "5", "13", ""]
    statements = (
        CITY,
        "SELECT BZd_Inne FROM CDN.BnkZdarzenia WHERE BZd_BZdId = {ZdarzenieID}",
        "SELECT Pod_Miasto FROM CDN.PodmiotyView WHERE Pod_PodId = {ZdarzenieID} OR Pod_PodId = 13",
        "SELECT max(BZd_Numer) FROM CDN.BnkZdarzenia WHERE BZd_BZdId >= {ZdarzenieID}::INTEGER",
        "SELECT string_agg(Pod_Miasto) FROM CDN.PodmiotyView WHERE Pod_PodId < 3 AND Pod_PodId >= {ZdarzenieID}",
        "WITH a AS (SELECT * FROM CDN.BnkZdarzenia WHERE BZd_BZdId = {ZdarzenieID}) SELECT BZd_Numer FROM a LIMIT 1",
        "SELECT '{ZdarzenieID}'; -- koniec",
    )

    def answers(asked):
        for identity in identities:
            try:
                yield asked.ask(statement, identity)
            except QueryError as error:
                yield error.pl

    with Questions.open(path) as alone:
        for statement in statements:
            questions.expect(identities)
            assert list(answers(questions)) == list(answers(alone)), statement


def test_a_hundred_thousand_payments_take_seconds(questions):
    start = time.perf_counter()
    for first in range(0, 100_000, 20_000):
        chunk = [str(number) for number in range(first, first + 20_000)]
        questions.expect(chunk)
        for number in chunk:
            assert questions.ask(CITY, number) == f"Miasto {int(number) % 5000}"
            assert questions.ask("SELECT 'stałe'", number) == "stałe"
    assert time.perf_counter() - start < 20, "it takes one on two quiet cores"


def test_a_store_that_is_written_is_asked_at_once_and_sees_what_is_committed(tmp_path):
    amounts = "SELECT amount FROM dekret.sent_payments WHERE identity = '{ZdarzenieID}'"
    with SentPayments.open(tmp_path / "firma.duckdb") as store:
        with store.transaction():
            store.mark(payments(1, 3))
        with Questions(store.database) as questions:
            store.begin()
            store.mark(payments(4, 3, file=replace(FILE, name="b")))
            assert (questions.ask(amounts, "P2"), questions.ask(amounts, "P4")) == ("2.41", "")
            assert READING in refusal(questions, "DELETE FROM dekret.sent_payments").pl
            with pytest.raises(QueryError):
                questions.ask(
                    "WITH a AS (DELETE FROM dekret.sent_payments RETURNING amount) SELECT sum(amount) FROM a", "P2"
                )
            store.commit()
            assert questions.ask(amounts, "P4") == "4.41"
        with store.transaction():
            assert store.take_back(1) == 6
    with SentPayments.open(tmp_path / "firma.duckdb") as store:
        assert store.exports()[0].file.time == dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC)
        assert store.exports()[0].sums == (("PLN", Decimal("7.23")),)


def test_a_file_of_something_else_or_none_is_told(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"hello\n" * 5000)
    with pytest.raises(FileError) as refused:
        Questions.open(tmp_path / "a.txt")
    assert "nie jest plikiem DuckDB" in refused.value.pl
    with pytest.raises(FileError, match="no such file"):
        Questions.open(tmp_path / "b.duckdb")
