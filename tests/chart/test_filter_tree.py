"""Filters as trees and as texts (seeds/001:3916-3960)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.chart.filter_parse import NoTree, tree_of
from dekret.chart.filter_tree import Held, Joined, TreeRow, of_rows, text_of, to_rows, values_of
from dekret.chart.operators import Operator

ALL = [
    (Held("VaN_Detal", Operator.EQUAL, ("1",)), "VaN_Detal=1"),
    (Held("Bzp_KontoPrzeciwstawne", Operator.EMPTY), "(Bzp_KontoPrzeciwstawne IS NULL OR Bzp_KontoPrzeciwstawne='')"),
    (Held("a", Operator.NOT_EMPTY), "(a IS NOT NULL AND a<>'')"),
    (Held("a", Operator.NOT_EQUAL, ("FV",)), "a<>'FV'"),
    (Held("a", Operator.GREATER, ("12.50",)), "a>12.50"),
    (Held("a", Operator.AT_LEAST, ("2026-01-31",)), "a>=CONVERT(DATETIME,'2026-01-31',120)"),
    (Held("a", Operator.LESS, ("-5",)), "a<-5"),
    (Held("a", Operator.AT_MOST, ("'5'",)), "a<='5'"),
    (Held("a", Operator.BETWEEN, ("1", "10")), "a BETWEEN 1 AND 10"),
    (Held("a", Operator.NOT_BETWEEN, ("1", "10")), "a NOT BETWEEN 1 AND 10"),
    (Held("Knt_Kod", Operator.CONTAINS, ("AL",)), "Knt_Kod LIKE '%AL%'"),
    (Held("Knt_Kod", Operator.NOT_CONTAINS, ("AL",)), "Knt_Kod NOT LIKE '%AL%'"),
    (Held("Knt_Kod", Operator.BEGINS, ("10%_",)), "Knt_Kod LIKE '10[%][_]%'"),
    (Held("Knt_Kod", Operator.ENDS, ("O'Neil",)), "Knt_Kod LIKE '%O''Neil'"),
    (Held("Knt_Kod", Operator.LIKE, ("A_B",)), "Knt_Kod LIKE 'A_B'"),
    (Held("Knt_Kod", Operator.NOT_LIKE, ("A_B",)), "Knt_Kod NOT LIKE 'A_B'"),
    (Held("a", Operator.ONE_OF, ("1", "2")), "a IN (1, 2)"),
    (Held("a", Operator.NONE_OF, ("FV", "FK")), "a NOT IN ('FV', 'FK')"),
]


@pytest.mark.parametrize(("tree", "text"), ALL, ids=[str(tree.operator.name) for tree, _ in ALL])
def test_every_operator_both_ways(tree, text):
    assert text_of(tree) == text
    assert tree_of(text).branch == tree


def test_groups_nest():
    tree = Joined(
        any_of=False,
        parts=(
            Held("VaN_Detal", Operator.EQUAL, ("1",)),
            Joined(any_of=True, parts=(Held("a", Operator.EMPTY), Held("b", Operator.EQUAL, ("x",)))),
        ),
    )
    assert text_of(tree) == "VaN_Detal=1 AND ((a IS NULL OR a='') OR b='x')"
    assert tree_of(text_of(tree)).branch == tree


def test_parameters_go_into_the_text_as_they_are():
    assert text_of(Held("TrN_DataDok", Operator.AT_LEAST, ("??Od",))) == "TrN_DataDok>=??Od"
    assert text_of(Held("Knt_Kod", Operator.BEGINS, ("??Kod",))) == "Knt_Kod LIKE ??Kod + '%'"
    assert text_of(Held("a", Operator.EQUAL, ("{DateSQL(Today())}",))) == "a={DateSQL(Today())}"


@pytest.mark.parametrize(
    ("text", "construct", "reason"),
    [
        ("a = b", "b", "kolumna stoi tam, gdzie wartość"),
        ("exists (select 1 from c)", "EXISTS(SELECT 1 FROM c)", "to podzapytanie"),
        ("x=1 AND LEN(a) = 3", "LEN(a)", "to funkcja"),
        ("a IN (SELECT b FROM c)", "(SELECT b FROM c)", "to podzapytanie"),
        ("a =", "=", "„=” tu nie pasuje"),
        ("NOT a = 1", "NOT a = 1", "NOT przed całym warunkiem"),
        ("a IS NULL", "a IS NULL", "samo IS NULL; „Jest puste” znaczy: NULL albo pusty tekst"),
        ("1 = a", "1", "z lewej stoi wartość, a nie kolumna"),
        ("??Od = a", "??Od", "z lewej stoi wartość, a nie kolumna"),
        ("a = ??Od + 1", "??Od + 1", "to działanie, a nie kolumna ani wartość"),
        ("a LIKE 'x' + ??Od", "'x' + ??Od", "to działanie, a nie kolumna ani wartość"),
        ("a LIKE '!%' ESCAPE '!'", "a LIKE '!%' ESCAPE '!'", "LIKE ma ESCAPE"),
        ("a = 1e9", "1e9", "tego nie mówi żaden operator filtra"),
        ("a = 'x\ny'", "'x\ny'", "tekst ma znak końca wiersza, którego komórka nie pomieści"),
        ("@INS FILTR|| INS@ AND a=1", "@INS FILTR|| INS@", "to wstawka albo tekst warunkowy"),
        ("a = CONVERT(DATETIME,'2026-01-31 10:00',120)", None, "to funkcja"),
        ("a=1; SELECT 1", "a=1; SELECT 1", "to więcej niż jeden warunek"),
        ("", "", "warunek jest pusty"),
    ],
)
def test_what_a_tree_does_not_say_stays_a_text_and_is_named(text, construct, reason):
    found = tree_of(text)
    assert isinstance(found, NoTree)
    assert construct is None or found.construct == construct
    assert found.reason.pl == reason


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a=''", "''"),
        ("a='x;y'", "'x;y'"),
        ("a=' x'", "' x'"),
        ("a='??Od'", "'??Od'"),
        ("a LIKE '%' + ??Kod + '%'", "??Kod"),
        ("a={Today()}", "{Today()}"),
        ("a=?@n3|Od|&Od:1@?", "?@n3|Od|&Od:1@?"),
    ],
)
def test_values_that_a_cell_would_take_for_others_stand_in_apostrophes(text, value):
    branch = tree_of(text).branch
    assert branch.values == values_of(value) == (value,)
    assert text_of(branch) == text


def test_declarations_stand_apart():
    found = tree_of("@PAR ?@n5|Od|&Od:1@? PAR@ a=??Od")
    assert found.declarations == ("@PAR ?@n5|Od|&Od:1@? PAR@",)
    assert text_of(found.branch) == "a=??Od"


@pytest.mark.parametrize(
    ("cell", "values"),
    [("", ()), ("1; 10", ("1", "10")), ("'a;b'; c", ("'a;b'", "c")), ("O'Neil; x", ("O'Neil", "x")), ("a;", ("a", ""))],
)
def test_semicolons_part_the_values_of_a_cell(cell, values):
    assert values_of(cell) == values


FIELDS = st.sampled_from(["a", "VaN_Detal", "Knt.Knt_Kod"])
VALUES = st.one_of(
    st.integers(-(10**12), 10**12).map(str),
    st.text(st.characters(codec="cp1250", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)
    .filter(lambda text: text.strip() and not text.startswith(("??", "?@", "{", "'")))
    .filter(lambda text: "\xa0" not in text),
)


def held(operator):
    count = {Operator.EMPTY: 0, Operator.NOT_EMPTY: 0, Operator.BETWEEN: 2, Operator.NOT_BETWEEN: 2}.get(operator, 1)
    return st.builds(Held, FIELDS, st.just(operator), st.tuples(*[VALUES] * count))


CONDITIONS = st.sampled_from(list(Operator)).flatmap(held)
TREES = st.recursive(
    CONDITIONS,
    lambda inner: st.builds(Joined, st.booleans(), st.lists(inner, min_size=2, max_size=4).map(tuple)),
    max_leaves=8,
)


@given(TREES)
def test_the_text_of_a_tree_gives_a_tree_of_the_same_text(tree):
    again = tree_of(text_of(tree)).branch
    assert text_of(flattened(again)) == text_of(flattened(tree))


def flattened(tree):
    """Groups of one kind inside each other are one group; a group of one is that one."""
    if isinstance(tree, Held):
        return tree
    parts = []
    for part in map(flattened, tree.parts):
        same = isinstance(part, Joined) and part.any_of is tree.any_of
        parts += part.parts if same else [part]
    parts.sort(key=lambda part: isinstance(part, Joined))
    return parts[0] if len(parts) == 1 else Joined(tree.any_of, tuple(parts))


@given(TREES)
def test_the_rows_of_a_tree_give_the_tree(tree):
    assert of_rows(to_rows(flattened(tree))) == flattened(tree)


def test_groups_of_a_table_stand_below_each_other():
    def row(group, any_of, name):
        return TreeRow(group, any_of, Held(name, Operator.EQUAL, ("1",)))

    rows = [row("", None, "a"), row("1", True, "b"), row("1", None, "c"), row("2.1", False, "d"), row("2.1", None, "e")]
    assert text_of(of_rows(rows)) == "a=1 AND (b=1 OR c=1) AND (d=1 AND e=1)"
