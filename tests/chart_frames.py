"""A chart around a query, and what comes of it with values: for tests of charts."""

import datetime as dt
from functools import cache

import tsql_lexer
from dekret import api
from dekret.chart.bind import bind
from dekret.chart.fill import Filled
from dekret.chart.sourcemap import Fragment
from dekret.chart.values import Sources
from dekret.packs.chart.charts import expanded, find
from dekret.sql import tsql
from dekret.syntax.nodes import Cell
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Wording

TODAY = dt.date(2026, 3, 31)


def fragment_of(content):
    """A text of an author as a whole file of its own."""
    return Fragment(Cell(Source("x", content).span(0, len(content)), content), Wording("", ""))


class InsertsByName(dict):
    """Inserts that stand in a test."""

    def content(self, name):
        return fragment_of(self[name.casefold()]) if name.casefold() in self else None

    def names(self):
        return list(self)

    def is_broken(self, name):
        return False


def chart_file(query, graphics="", *, action="SQL"):
    head = f'wykres "PROBA"\n[Ogólne]\nnazwa = Próba\nakcja = {action}\ntylko tabela = tak\n'
    shown = f'[Grafika]\n"""\n{graphics}\n"""\n' if graphics else ""
    return f'{head}[Zapytanie]\n"""\n{query}\n"""\n{shown}'


@cache
def library(query, graphics="", action="SQL"):
    return api.check_sources([Source("proba.wykres", chart_file(query, graphics, action=action))])


def expansion(query, graphics="", action="SQL", allowed=(), **sources):
    """The chart with values, by their source: `given`, `row`, …; or the ids of what is wrong with it."""
    definition, inserts = find(library(query, graphics, action), "PROBA", TODAY)
    report = Report()
    found = expanded(definition, inserts, Sources(TODAY, **sources), report, allowed)
    return found if found is not None else {each.id for each in report.diagnostics if each.severity.name == "ERROR"}


def value_places(filled):
    """Where the values stand in a filled text."""
    return _places(filled, [piece.text for piece in filled.pieces])


def neutral_places(filled):
    return _places(filled, [piece.neutral for piece in filled.pieces])


def _places(filled, texts):
    places, start = [], 0
    for piece, text in zip(filled.pieces, texts, strict=True):
        if piece.is_value or piece.text != piece.neutral:
            places.append((start, start + len(text)))
        start += len(text)
    return places


def assert_held(filled: Filled, *, sql=True):
    """No value reaches out of its place: by the judge of tests, by the trees, and with its values bound."""
    held = tsql_lexer.around(filled.text, value_places(filled))
    assert held == tsql_lexer.around(filled.neutral, neutral_places(filled))
    if not sql:
        return
    assert tsql.shape(filled.neutral)[:1] != "?"
    if all(piece.is_value or piece.text == piece.neutral for piece in filled.pieces):
        assert tsql.shape(filled.text) == tsql.shape(filled.neutral)
    bound = bind(filled)
    marks = [value for kind, _, _, value in tsql_lexer.tokens(bound.text) if (kind, value) == ("sign", "?")]
    assert len(marks) == len(bound.values)
