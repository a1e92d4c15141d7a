"""The door of bank formats to a database: the query of a position, asked for one payment after another.

Source: 002:1438–1440, the position „Zapytanie SQL” with `{ZdarzenieID}` for the payment that is being sent.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Self

from dekret.errors import QueryError
from dekret.store import bulk
from dekret.store.database import Database, Row, open_any
from dekret.store.reader import Reader, ReadError

_NAME = "zdarzenie"
_ID = re.compile(r"\{ZdarzenieID\}", re.IGNORECASE)
_PIECE = re.compile(
    r"""(?P<other>--[^\n]*|/\*.*?\*/|"(?:[^"]|"")*"|\b[eE]'(?:[^'\\]|\\.|'')*'|\$(?P<tag>\w*)\$.*?\$(?P=tag)\$)
    |(?P<text>'(?:[^']|'')*')
    |(?P<id>\{ZdarzenieID\})""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
"""What of a statement may hold the mark, cut as DuckDB does; comments, names and texts of other kinds stay."""

_ANSWERS = """
SELECT zdarzenie, count(*), any_value(wartosc)
FROM (SELECT DISTINCT unnest(from_json($identities, '["VARCHAR"]')) AS zdarzenie) AS dkr_zdarzenia, LATERAL (
{statement}
) AS dkr_odpowiedz(wartosc) GROUP BY zdarzenie"""
_OF_PAYMENT = "dkr_zdarzenia.zdarzenie"


@dataclass(slots=True)
class _Question:
    """A statement: for one payment, and for many at once until that turns out not to go.

    `answers` are those of the expected payments; a statement without the mark has one, under no identity.
    """

    one: str
    many: str
    of_payment: bool
    answers: dict[str, str | QueryError] = field(default_factory=dict)
    done: bool = False


class Questions:
    """Answers to the queries of formats, as text; `ask` is what a writer of bank files takes.

    A statement is one SELECT, WITH or VALUES. It reads the tables of the file and nothing else, neither other files
    nor the network, and changes nothing; the identity of the payment is always bound. It gives one column and at most
    one row: several rows are an error, as any of them might be the wrong one; no row and NULL are an empty text, as
    what a company does not know of a payment stays empty in the file, and a required position tells of it.

    >>> import tempfile
    >>> from dekret.store.database import open_database
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     database = open_database(Path(folder, "firma.duckdb"), read_only=False)
    ...     with Questions(database, own=True) as questions:
    ...         questions.ask("SELECT 'nr ' || '{ZdarzenieID}'", "7")
    'nr 7'
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     database = open_database(Path(folder, "firma.duckdb"), read_only=False)
    ...     with Questions(database, own=True) as questions:
    ...         questions.ask("DROP TABLE CDN.Konta", "7")
    Traceback (most recent call last):
    dekret.errors.QueryError: one statement SELECT, WITH or VALUES is allowed
    """

    def __init__(self, database: Database, *, own: bool = False) -> None:
        """Over a file that is open already, perhaps for writing; what is not committed there is not seen.

        One of its `own` is closed with it.
        """
        self._reader = Reader(database)
        self._own = database if own else None
        self._questions: dict[str, _Question | QueryError] = {}
        self._expected: tuple[str, ...] = ()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Over any DuckDB file, opened to be read. Raises `FileError`."""
        return cls(open_any(path), own=True)

    def close(self) -> None:
        self._reader.close()
        if self._own:
            self._own.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def expect(self, identities: Iterable[str]) -> None:
        """Says which payments come next, some thousands: each statement is then run once for all of them."""
        self._expected = tuple(identities)
        for question in self._questions.values():
            if isinstance(question, _Question) and question.of_payment:
                question.answers.clear()
                question.done = False

    def ask(self, statement: str, identity: str) -> str:
        """The value of a statement for a payment. Raises `QueryError`."""
        question = self._questions.get(statement)
        if question is None:
            question = self._questions[statement] = self._question(statement)
        if isinstance(question, QueryError):
            raise question
        asked = identity if question.of_payment else ""
        answer = question.answers.get(asked)
        if answer is None:
            answer = self._one(question, asked)
            if not question.of_payment:
                question.answers[asked] = answer
            elif question.many and not question.done and len(self._expected) > 1:
                question.done = True
                self._many(question, self._expected)
        if isinstance(answer, QueryError):
            raise answer
        return answer

    def _question(self, statement: str) -> _Question | QueryError:
        one = _with(f"${_NAME}", statement)
        try:
            if not self._reader.only_reads(one, _NAME):
                return _not_reading()
        except ReadError as error:
            return _failed(error)
        many = _ANSWERS.replace("{statement}", _with(_OF_PAYMENT, statement).rstrip().removesuffix(";"))
        return _Question(one, many, of_payment=one != statement and f"${_NAME}" in one)

    def _one(self, question: _Question, identity: str) -> str | QueryError:
        try:
            columns, rows = self._reader.rows(question.one, {_NAME: identity} if question.of_payment else None, 2)
        except ReadError as error:
            return _failed(error)
        if columns != 1:
            return _columns(columns)
        if len(rows) > 1:
            return _several()
        return _text(rows[0][0]) if rows else ""

    def _many(self, question: _Question, identities: tuple[str, ...]) -> None:
        """Puts down the answers of many payments; halves them around a value that the statement cannot take."""
        try:
            _, rows = self._reader.rows(question.many, {"identities": bulk.array(identities)}, len(identities))
        except ReadError as error:
            if not error.by_value:
                question.many = ""
            elif len(identities) > 1:
                half = len(identities) // 2
                self._many(question, identities[:half])
                self._many(question, identities[half:])
            return
        question.answers.update(dict.fromkeys(identities, ""))
        question.answers.update((row[0], _answer(row)) for row in rows)


def _answer(row: Row) -> str | QueryError:
    _, count, value = row
    return _several() if count > 1 else _text(value)


def _with(parameter: str, statement: str) -> str:
    """A statement with something in the place of the mark, also of one within quotes.

    >>> _with("$x", "SELECT a FROM t WHERE id={ZdarzenieID} OR no='{ZdarzenieID}' -- {ZdarzenieID}")
    'SELECT a FROM t WHERE id=$x OR no=$x -- {ZdarzenieID}'
    >>> _with("$x", "SELECT 'nr {ZdarzenieID}/''26'")
    "SELECT ('nr ' || $x || '/''26')"
    """

    def placed(piece: re.Match[str]) -> str:
        if piece["id"]:
            return parameter
        if not piece["text"] or not _ID.search(piece["text"]):
            return piece[0]
        first, *more = _ID.split(piece["text"][1:-1])
        parts = [f"'{first}'"] if first else []
        for words in more:
            parts += [parameter, f"'{words}'"] if words else [parameter]
        return parts[0] if len(parts) == 1 else f"({' || '.join(parts)})"

    return _PIECE.sub(placed, statement)


def _text(value: object) -> str | QueryError:
    """A value as it stands in a file: numbers with a point and no exponent, days as 2026-01-31, yes and no as 1 and 0.

    >>> _text(Decimal("1E+3")), _text(0.1), _text(dt.datetime(2026, 1, 31)), _text(True), _text(None)
    ('1000', '0.1', '2026-01-31', '1', '')
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return str(int(value))
        case int():
            return str(value)
        case Decimal():
            return f"{value:f}"
        case float():
            return f"{Decimal(repr(value)):f}"
        case dt.datetime():
            # columns of dates hold midnights in the original
            return value.date().isoformat() if value.time() == dt.time.min else value.isoformat(" ")
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            return QueryError(
                "wynik nie jest tekstem, liczbą ani datą",
                "the result is neither a text nor a number nor a date",
            )


def _not_reading() -> QueryError:
    return QueryError(
        "dozwolone jest jedno zapytanie SELECT, WITH albo VALUES",
        "one statement SELECT, WITH or VALUES is allowed",
    )


def _columns(count: int) -> QueryError:
    return QueryError(f"wynik ma mieć jedną kolumnę, a ma {count}", f"the result has {count} columns, not one")


def _several() -> QueryError:
    return QueryError("wynik ma więcej niż jeden wiersz", "the result has more than one row")


def _failed(error: ReadError) -> QueryError:
    return QueryError(f"baza odpowiada: {error}", f"the database says: {error}")
