"""No value changes the shape of a query or reaches out of its literal: held against a lexer of the tests' own."""

import datetime as dt
from decimal import Decimal

import pytest
import sqlglot
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlglot import exp

import strategies
import tsql_lexer
from chart_frames import assert_held, expansion, value_places
from dekret.chart.asked import query_of
from dekret.chart.bind import bind
from dekret.chart.computed import Computed
from dekret.chart.literals import literal
from dekret.sql import tsql
from dekret.sql.words import SqlFault, lexemes, open_at

QUERY = """@PAR ?@s9999|Tekst|&Tekst:@? PAR@ @PAR ?@n-15.4|Liczba|&Liczba:0@? PAR@ @PAR ?@D10-|Data|&Data:@? PAR@
@PAR ?@X|Bufor|&Bufor:0@? PAR@ @PAR ?@O(A:a|B:b DESC)|Opcja|&Opcja:a@? PAR@
@PAR ?@R(SELECT ID=x, KOD=y FROM CDN.Z)|Lista|&Lista:@? PAR@ @PAR ?@LS0(D.DLL|P())|Okno|&Okno:@? PAR@
SELECT A=a, B='x' + ??_QTekst + 'y', C={CHOOSE(??Liczba, 'a', ??Tekst)}, D={'x' & ??Tekst & ??Data} -- it's ?
FROM CDN.Raporty /* ' /* ] */ */ JOIN [b'c] ON [b'c].d=??Tekst
WHERE e-??Liczba>{0-??Liczba} AND -??_NQLiczba<>5 AND f>=??Data+1 AND g=??_QLiczba
AND h IN (??Lista,??_QLista,??_NQOkno) AND i=??_RES2_Lista AND j=??_QOpcja AND k=??Bufor AND l=??_QData
ORDER BY ??Opcja"""
TEXTS = ("Tekst", "Lista", "Okno")
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=4)
days = st.one_of(st.none(), st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)))


@given(
    st.fixed_dictionaries(
        {
            "Tekst": strategies.break_out,
            "Lista": st.one_of(strategies.break_out, numbers),
            "Okno": strategies.break_out,
            "Liczba": numbers,
            "Data": days,
            "Bufor": st.sampled_from([Decimal(0), Decimal(1)]),
            "Opcja": st.sampled_from(["a", "b DESC"]),
        }
    ),
    strategies.break_out,
)
@settings(max_examples=60)
def test_no_value_reaches_out_of_its_place(values, second):
    found = expansion(QUERY, row=values, second={"Lista": second})
    assert_held(found.query)
    for piece in found.query.pieces:
        if piece.is_value:
            held = piece.value
            day = held if isinstance(held, dt.date) else dt.date(1900, 1, 1)
            wanted = held if isinstance(held, str | Decimal) else day.isoformat()
            said = tsql_lexer.said(piece.text)
            assert (Decimal(said) if isinstance(wanted, Decimal) else said) == wanted


@given(strategies.break_out, numbers, days)
@settings(max_examples=40)
def test_bound_query_is_the_same_whatever_the_values(text, number, day):
    row = {"Tekst": text, "Liczba": number, "Data": day, "Lista": text, "Okno": text}
    found, other = (expansion(QUERY, row=each).query for each in (row, {**row, "Tekst": "x", "Data": None}))
    bound = bind(found)
    assert bound.text == bind(other).text
    assert text not in bound.text or len(text) < 3 or text in found.neutral
    assert len(bound.values) == sum(each[0] == "sign" and each[3] == "?" for each in tsql_lexer.tokens(bound.text))


BEFORE, AFTER = "SELECT A=a FROM t WHERE z=1 AND ", " ORDER BY a"


maybe_conditions = st.one_of(
    strategies.break_out,
    strategies.conditions,
    st.tuples(strategies.conditions, strategies.break_out).map("".join),
)


@given(maybe_conditions)
def test_condition_that_is_taken_changes_nothing_around_it(text):
    assume(tsql.condition_fault(text) is None)
    whole = f"{BEFORE}({text}){AFTER}"
    held = tsql_lexer.around(whole, [(len(BEFORE), len(whole) - len(AFTER))])
    assert held == tsql_lexer.around(f"{BEFORE}(1=1){AFTER}", [(len(BEFORE), len(BEFORE) + 5)])
    inside = [value for kind, _, _, value in tsql_lexer.tokens(text) if kind == "sign"]
    depths = [inside[:place].count("(") - inside[:place].count(")") for place in range(len(inside) + 1)]
    assert min(depths) == 0 == depths[-1]
    (tree,) = sqlglot.parse(whole, dialect="tsql")
    condition = tree.args["where"].this.expression
    assert isinstance(condition, exp.Paren)
    condition.replace(sqlglot.parse_one("(1=1)", dialect="tsql"))
    assert tree == sqlglot.parse_one(f"{BEFORE}(1=1){AFTER}", dialect="tsql")


@given(strategies.conditions)
def test_right_condition_is_taken(text):
    assert tsql.condition_fault(text) is None


own_parts = st.sampled_from(["'", " ", " + ", "/* ", " AND b=", "[", "--", "'' + "]).map(Computed)
foreign_parts = strategies.break_out.map(lambda text: Computed(text, foreign=True))


@given(st.lists(st.one_of(foreign_parts, own_parts), max_size=5))
@settings(suppress_health_check=[HealthCheck.filter_too_much])
def test_query_of_an_expression_keeps_its_values(parts):
    pieces = [Computed("SELECT A=a FROM t WHERE b="), *parts]
    others = [Computed("x", foreign=True) if each.foreign else each for each in pieces]
    found, other = query_of(pieces, frozenset()), query_of(others, frozenset())
    assert isinstance(found, str) == isinstance(other, str)
    assume(isinstance(found, str))
    assert tsql_lexer.around(found, _literals(pieces)) == tsql_lexer.around(other, _literals(others))


def _literals(pieces):
    places, start = [], 0
    for each in pieces:
        end = start + len(literal(each.value) if each.foreign else each.text)
        places += [(start, end)] if each.foreign else []
        start = end
    return places


@given(strategies.break_out)
def test_a_reading_by_words_never_raises_and_loses_nothing(text):
    found = lexemes(text)
    if isinstance(found, SqlFault):
        assert 0 <= found.start <= found.end <= len(text)
        return
    assert open_at(text) is None or text[open_at(text) :].startswith("--")
    assert [text[each.start : each.end] for each in found] == [each.text for each in found]
    mine = [(each.start, each.end) for each in found if each.kind.value in ("text", "name")]
    assert mine == [(start, end) for kind, start, end, _ in tsql_lexer.tokens(text) if kind in ("text", "name")]


@given(strategies.break_out)
def test_looking_for_what_changes_data_never_raises(text):
    for query in (text, f"SELECT A=1 {text}", f"{text}; SELECT A=1"):
        for fault in tsql.forbidden(query):
            assert fault.reason.pl


TYPED = """SELECT A=a FROM t WHERE b=?@s9999|Tekst|T:@? AND c=?@R(SELECT ID=x, KOD=y FROM z)|Lista|L:@?
AND d=?@LS0(D|P())|Okno|O:@?"""


@pytest.mark.parametrize("name", TEXTS)
@given(text=strategies.break_out)
@settings(max_examples=30)
def test_typed_text_arrives_as_it_is(name, text):
    found = expansion(TYPED, given={name: text})
    assert_held(found.query)
    said = [tsql_lexer.said(found.query.text[start:end]) for start, end in value_places(found.query)]
    arrived = said[TEXTS.index(name)]
    assert arrived == text or (name != "Tekst" and Decimal(arrived) == Decimal(text))
