"""What a template cannot do, whatever it writes, and that no text of a record gets out of its place."""

from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from msgspec import Meta

from dekret.markup.characters import fit_for_xml
from dekret.model.base import Record
from dekret.render.environment import RenderFault, TemplateEnvironment, run
from dekret.render.kinds import TemplateKind


class Inner(Record, frozen=True, kw_only=True):
    name: Annotated[str, Meta(title="Nazwa")] = "x"

    @property
    def secret(self):
        raise AssertionError("a property was reached")


class Outer(Record, frozen=True, kw_only=True):
    rows: Annotated[tuple[Inner, ...], Meta(title="Wiersze")] = (Inner(), Inner())
    untitled: str = "hidden"

    def method(self):
        raise AssertionError("a method was called")


def rendered(text, kind=TemplateKind.HTML, parts=None, **record):
    texts = {"proba": text, **(parts or {})}
    environment = TemplateEnvironment(kind, lambda name: (texts[name], f"szablon:{name}") if name in texts else None)
    return run(environment, "proba", record)


BREAK_OUTS = """\
''.__class__
''['__class__']
''|attr('__class__')
''.join(['a'])
'%s'.format(x)
'{0.__class__}'.format(x)
x.__class__
x.__init__
x.__struct_fields__
x.untitled
x.method()
x.method
x.rows.__class__
x.rows.append(1)
x.rows[0].secret
x.rows[0]['secret']
x.rows.count(1)
self
self.__init__
self._TemplateReference__context
loop
lipsum
lipsum.__globals__
cycler.__init__.__globals__
joiner
namespace()
dict()
range(10)
range(1000000000)
config
request
g
url_for
().__class__.__bases__[0].__subclasses__()
[].__class__.__mro__
{}.__class__
{}.keys()
true.__class__
1.__class__
(1).bit_length()
1/3
2**100
2**9999999
'a' * 1000000000
[1] * 1000000000
1 // 0
1 % 0
1.5
x|safe
'<b>'|safe
x|tojson
x|pprint
x|map('upper')
x|format
'x'|center(1000000000)
x|xmlattr
x.rows|sum
x.rows|sort
x.rows|groupby('name')
x.rows|list
x is callable
x is mapping
none.x
brak
brak.pole
x.brak
-x
not_there()
caller()
'a' if brak else 'b'
""".splitlines()


@pytest.mark.parametrize("text", BREAK_OUTS)
def test_break_outs_are_refused_with_a_message(text):
    for around in ("{{ %s }}", "{%% set y = %s %%}{{ y }}", "{%% for y in [%s] %%}{{ y }}{%% endfor %%}"):
        found = rendered(around % text, x=Outer())
        assert isinstance(found, RenderFault), (around % text, found)
        assert found.reason.pl
        assert found.reason.en


STATEMENTS = {
    '{% include "../haslo" %}': "Nie ma szablonu",
    '{% include "/etc/passwd" %}': "Nie ma szablonu",
    "{% include x %}": "",
    '{% import "os" as os %}{{ os }}': "Nie ma szablonu",
    '{% extends "czesc" %}': "",
    "{% autoescape false %}{{ x }}{% endautoescape %}": "",
    "{% do x %}": "nieznany znacznik",
    "{% debug %}": "nieznany znacznik",
    "{% for i in 'aaaa' %}{% endfor %}": "tylko po liście",
    "{% for i in x.rows %}": "",
    "{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(1) }}": "bez końca",
    '{% include "czesc" %}': "",
    '{% set a = "aaaaaaaaaaaaaaaa" %}' + "{% set a = a ~ a %}" * 30 + "{{ a }}": "zbyt długi",
}


@pytest.mark.parametrize("text", STATEMENTS)
def test_statements_are_refused_with_a_message(text):
    found = rendered(text, parts={"czesc": '{% include "czesc" %}'}, x=Outer())
    assert isinstance(found, RenderFault)
    assert STATEMENTS[text] in found.reason.pl


def test_loops_that_turn_for_ever_stop():
    nested = "{% for a in x %}" * 8 + "{% endfor %}" * 8
    found = rendered(nested, x=tuple(range(50)))
    assert "obrotów" in found.reason.pl


def test_a_result_without_end_stops(monkeypatch):
    monkeypatch.setattr("dekret.render.environment.MOST_CHARACTERS", 1000)
    found = rendered("{% for a in x %}aaaaaaaaaaaaaaaaaaaa{% endfor %}", x=tuple(range(100)))
    assert "zbyt długi" in found.reason.pl


def test_the_place_of_a_fault_is_in_the_part_where_it_happens():
    found = rendered('a\n{% include "czesc" %}', parts={"czesc": "\n\n{{ x }}"}, x=1.5)
    assert (found.template, found.line) == ("czesc", 3)
    assert "zmiennoprzecinkowa" in found.reason.pl


def test_what_is_allowed():
    text = "{% for r in x.wiersze %}{{ loop.index + 1 }}{{ r.nazwa }}{% if not loop.last %}, {% endif %}{% endfor %}"
    assert rendered(text, x=Outer()) == "2x, 3x"
    assert rendered("{{ x['a'] }}{{ x['b'] }}", x={"a": "1"}) == "1"
    assert rendered("{{ x }}", x=Decimal("1E+3")) == "1000"


ANY_TEXT = st.text() | st.text(alphabet="<>&\"'\0\x1b\u202e{}%#/- a")


@given(ANY_TEXT)
def test_any_text_stays_text_in_html(text):
    page = rendered('<p title="{{ x }}">{{ x }}</p><i>end</i>', x=text)
    tree = html.fromstring(f"<div>{page}</div>")
    assert [child.tag for child in tree] == ["p", "i"]
    as_read = fit_for_xml(text).replace("\r\n", "\n").replace("\r", "\n")
    assert list(tree.itertext("p")) == ([as_read] if as_read else [])
    assert len(tree[0].attrib) == 1


@given(ANY_TEXT)
def test_any_text_stays_text_in_xml(text):
    page = rendered('<p t="{{ x }}">{{ x }}</p>', TemplateKind.XML, x=text)
    tree = etree.fromstring(page)
    assert (tree.text or "") == fit_for_xml(text).replace("\r\n", "\n").replace("\r", "\n")
    assert not len(tree)


@given(ANY_TEXT)
def test_macros_and_joined_texts_are_escaped_once(text):
    page = rendered("{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m(x) ~ x }}", x=text)
    plain = rendered("<b>{{ x }}</b>{{ x }}", x=text)
    assert page == plain


@given(ANY_TEXT)
def test_a_template_of_any_text_never_raises(text):
    found = rendered(text, x=Outer())
    assert isinstance(found, str | RenderFault)
