"""Queries that expressions ask (GetSql): put together of author's text and values, and looked at before they run."""

from collections.abc import Iterable

from dekret.chart.computed import Computed
from dekret.chart.literals import literal, neutral
from dekret.sql import tsql
from dekret.sql.tables import beyond
from dekret.sql.words import open_at, sticks
from dekret.text.wording import Wording


def query_of(pieces: Iterable[Computed], allowed: frozenset[str]) -> str | Wording:
    """The query, what came from outside in it as literals; or why it is not asked.

    `allowed` are the folded names of the tables that may be read; all may where there are none.

    >>> query_of((Computed("SELECT 1 WHERE 'a'="), Computed("it's", foreign=True)), frozenset())
    "SELECT 1 WHERE 'a'='it''s'"
    >>> query_of((Computed("SELECT '"), Computed("it's", foreign=True), Computed("'")), frozenset()).en[:37]
    'a value stands inside a text or comme'
    """
    parts = list(pieces)
    text = plain = ""
    for part, after in zip(parts, (*parts[1:], None), strict=True):
        if not part.foreign or isinstance(part.value, bool):
            text, plain = text + part.text, plain + part.text
            continue
        right = "" if after is None else "'" if after.foreign else after.text[:1]
        if open_at(text) is not None or sticks(text[-1:], right):
            return Wording(
                "wartość stoi w środku tekstu lub komentarza albo skleja się ze słowem obok; apostrofy dostaje sama: "
                "'… = ' & ??Nazwa",
                "a value stands inside a text or comment, or sticks to the word beside it; it gets its apostrophes by "
                "itself: '… = ' & ??Name",
            )
        text, plain = text + literal(part.value), plain + neutral(part.value)
    for fault in tsql.forbidden(plain):
        return fault.reason
    for table in beyond(text, allowed):
        return Wording(f"tabeli {table.name} nie ma na liście dozwolonych", f"the table {table.name} is not allowed")
    return text
