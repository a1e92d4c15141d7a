"""Templates as Python functions: the same text as Jinja's, byte for byte, or none; and what an outline tells."""

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Meta

from dekret.model.base import Record
from dekret.render import compiled as module
from dekret.render.compiled import compiled
from dekret.render.environment import TemplateEnvironment, TemplateKind, run
from dekret.render.filters import BY_NAME, punkt
from dekret.render.names import Kind, Value
from dekret.render.pointed import pointed


class Part(Record, frozen=True):
    text: Annotated[str, Meta(title="Tekst")] = ""
    amount: Annotated[Decimal, Meta(title="Kwota")] = Decimal(0)
    day: Annotated[dt.date | None, Meta(title="Dzień")] = None


class Whole(Record, frozen=True):
    text: Annotated[str, Meta(title="Tekst")] = ""
    count: Annotated[int, Meta(title="Ile")] = 0
    flag: Annotated[bool, Meta(title="Tak")] = False
    part: Annotated[Part | None, Meta(title="Część")] = None
    parts: Annotated[tuple[Part, ...], Meta(title="Części")] = ()


TEXTS = st.text(alphabet="aż<>&\"'\n\t\x00\x0b {}\\%\u2028ß\U0001f600", max_size=8)
AMOUNTS = st.decimals(-10_000, 10_000, places=2) | st.sampled_from(list(map(Decimal, ("1.0", "1.00", "-0.00"))))
PARTS = st.builds(Part, TEXTS, AMOUNTS, st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1)))
WHOLES = st.builds(
    Whole, TEXTS, st.integers(0, 3), st.booleans(), st.none() | PARTS, st.lists(PARTS, max_size=3).map(tuple)
)

OTHERS = {
    "M": "{% macro m(znacznik, x, y='<') %}<{{ znacznik }}>{{ x }}{{ y }}</{{ znacznik }}>{% endmacro %}",
    "I": "[{{ w.tekst }}]",
}
TEMPLATES = (
    "<a>{{ w.tekst }}</a>",
    "<a>{{ w.ile }}{{ w.tekst|upper }}{{ w.tekst|trim|lower }}</a>",
    "{% for c in w.czesci %}<c>{{ c.kwota }} {{ c.kwota|kwota }} {{ c.kwota|punkt(3) }} {{ c.dzien }}</c>{% endfor %}",
    "{% for c in w.czesci %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %},{% endif %}{% endfor %}",
    "{% for c in w.czesci %}{% for d in w.czesci %}<d>{{ d.tekst }}</d>{% endfor %}{{ loop.index0 }}{% endfor %}",
    "{% if w.tak %}<t>t</t>{% elif w.ile > 1 %}<n>{{ w.ile }}</n>{% else %}<p/>{% endif %}",
    "{% if w.czesc %}<c>{{ w.czesc.tekst }}</c>{% endif %}{% if w.czesc is none and not w.tak %}brak{% endif %}",
    "{% if w.tak and w.ile == 2 or w.tekst %}{{ 'tak' if w.tak else w.tekst }}{% endif %}",
    '{% import "M" as m %}{{ m.m("A", w.tekst) }}{% for c in w.czesci %}{{ m.m("B", c.tekst, y=1) }}{% endfor %}',
    '{% from "M" import m as n %}{{ n("A", w.ile) }}{% include "I" %}',
    "{% set x = w.tekst %}{% for c in w.czesci %}{% set x = c.tekst %}{{ x }}{% endfor %}{{ x }}",
    "{% macro m() %}<{{ 'w' }}>{{ w.tekst }}{{ w.czesci|length }}</w>{% endmacro %}{{ m() }}{{ m() }}",
    'a "b" \\ {{ "{" }} {% raw %}{{ x }}{% endraw %}\n\n{{ w.tekst }}',
)
JINJAS_OWN = (
    "{{ w.tekst ~ '-' }}",
    "{{ w.brak }}",
    "<a x='{{ w.tekst }}'>",
    "{{ w }}",
    "{{ w.tak }}",
    "{% for c in w.czesci %}<a>{% endfor %}",
    "{% if w.tak %}{% set x = 'a' %}{% else %}{% set x = 'b' %}{% endif %}{{ x }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    '{% include "BRAK" %}',
    "{{ w.tekst|kolumna(w.ile) }}",
    "{% for c in w.czesci %}{{ loop.cycle('a', 'b') }}{% endfor %}",
)


def environment(text, kind=TemplateKind.XML):
    known = {**OTHERS, "T": text}
    return TemplateEnvironment(kind, lambda name: (known[name], name) if name in known else None)


def made(text, leaf=lambda path: None, kind=TemplateKind.XML):
    found = environment(text, kind)
    return found, compiled(found, "T", "w", {"w": Value(Kind.RECORD, of=Whole)}, leaf)


@cache
def ready(text, kind):
    return made(text, kind=kind)


@pytest.mark.parametrize("kind", list(TemplateKind))
@pytest.mark.parametrize("text", TEMPLATES)
@settings(max_examples=40)
@given(record=WHOLES)
def test_the_text_is_that_of_jinja(text, kind, record):
    found, function = ready(text, kind)
    assert function
    written = function.write(record, {})
    expected = run(found, "T", {"w": record})
    assert (written[0] if written else None) == (expected if isinstance(expected, str) else None)


@pytest.mark.parametrize("text", JINJAS_OWN)
def test_the_rest_is_left_to_jinja(text):
    assert made(text)[1] is None


def test_a_field_of_nothing_is_left_to_jinja():
    function = made("<a>{{ w.czesc.tekst }}</a>")[1]
    assert function.write(Whole(), {}) is None
    assert function.write(Whole(part=Part("x")), {})[0] == "<a>x</a>"


@given(AMOUNTS, st.integers(0, 4))
def test_a_filter_of_numbers_writes_equal_numbers_alike(amount, places):
    longer = amount.quantize(Decimal(1).scaleb(-2 - places))
    for name, found in BY_NAME.items():
        if Kind.AMOUNT in found.takes and name != "kolumna":
            assert found.function(amount) == found.function(longer), name


def outline(text, record):
    return made(text)[1].write(record, {})[1]


def test_values_do_not_change_the_outline_and_branches_do():
    loop = "{% for c in w.czesci %}{% if c.tekst %}<c/>{% endif %}{% endfor %}"
    text = "<a>{% if w.tak %}<b>{{ w.tekst }}</b>{% endif %}" + loop + "</a>"
    one = outline(text, Whole("x", 1, True, None, (Part("a"), Part(""))))
    assert one == outline(text, Whole("<y>", 2, True, None, (Part(""), Part("b"), Part("c"))))
    assert one != outline(text, Whole("x", 1, False, None, (Part("a"), Part(""))))
    assert one != outline(text, Whole("x", 1, True, None, (Part("a"),)))
    assert one != outline(text, Whole("x", 1, True))


def test_a_leaf_says_what_may_stand_in_an_element():
    asked = []

    def leaf(path):
        asked.append(path)
        return (lambda text: len(text) < 4) if path == "B/C" else None

    text = '<A><B><C>{{ w.tekst }}</C></B>{% import "M" as m %}{{ m.m("D", w.tekst, y="") }}</A>'
    function = made(text, leaf)[1]
    assert asked == ["B/C", "D"]
    assert function.write(Whole("abc"), {})
    assert function.write(Whole("abcd"), {}) is None


@pytest.mark.parametrize(
    "text", ["<A><B>x{{ w.tekst }}</B></A>", "<A><B>{{ w.tekst }}{{ w.tekst }}</B></A>", "<A><B>{{ w.tekst }} </B></A>"]
)
def test_a_value_that_is_not_all_of_its_element_is_left_to_jinja(text):
    assert made(text)[1]
    assert made(text, lambda path: str.isdigit)[1] is None


def test_what_is_kept_has_an_end(monkeypatch):
    monkeypatch.setattr(module, "MOST_KEPT", 3)
    function = made("<a>{{ w.tekst }}</a>")[1]
    assert [function.write(Whole(str(n)), {})[0] for n in range(9)] == [f"<a>{n}</a>" for n in range(9)]
    (kept,) = [each for each in function.function.__globals__.values() if isinstance(each, module.Kept)]
    assert len(kept) <= 3


@given(st.decimals(allow_nan=False, allow_infinity=False) | AMOUNTS, st.integers(0, 8))
def test_amounts_at_once_are_those_of_the_filter(amount, places):
    write = pointed(places, {}, None)
    try:
        at_once = write(amount) if write else None
    except KeyError:
        return
    if at_once is not None:
        assert at_once == punkt(amount, places)


def test_no_amount_at_once_where_one_may_not_fit():
    assert pointed(2, {}, lambda text: len(text) < 12) is None
    assert pointed(2, {}, lambda text: not text.startswith("-")) is None
    assert pointed(2, {}, lambda text: True)
