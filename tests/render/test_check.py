"""What the check finds in templates, and where; and that what it passes runs."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from dekret import api
from dekret.model.printouts import PrintedInvoice, PrintedParty, PrintedPosition, PrintedSum
from dekret.render.environment import environment_of, run
from dekret.text.source import Source

ONE = Decimal(1)
HEAD = """{#
szablon "A"

[Ogólne]
nazwa = Próba
rodzaj = HTML
rekord = faktura

[Parametry]
| Nazwa  | Postać |
|--------|--------|
| Kopii  | n3     |
| Termin | D10    |
| Pilne  | X      |
#}
"""
PART = """{#
szablon "B"

[Ogólne]
nazwa = Część
rodzaj = HTML
#}
"""
BODY_LINE = HEAD.count("\n") + 1


def checked(body, part=None):
    sources = [Source("a.szablon", HEAD + body)]
    if part is not None:
        sources.append(Source("b.szablon", PART + part))
    return api.check_sources(sources).report.sorted()


def found(body, part=None):
    """Problem, line of the body, column and the marked text of every finding."""
    return [
        (each.id.removeprefix("template/"), each.span.line - BODY_LINE + 1, each.span.column, each.span.text)
        for each in checked(body, part)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ fatura.numer }}", ("unknown-name", 1, 4, "fatura")),
        ("ą\n  {{ faktura.numr }}", ("unknown-field", 2, 14, "numr")),
        ("{{ faktura.nabywca.nazwisko }}", ("unknown-field", 1, 20, "nazwisko")),
        ("{% for p in faktura.pozycje %}\n{{ p.vat|kwota }}{{ p.neto }}{% endfor %}", ("unknown-field", 2, 23, "neto")),
        ("{% for p in faktura.nabywca %}{% endfor %}", ("wrong-kind", 1, 21, "nabywca")),
        ("{% for p in faktura.pozycje %}{{ loop.indeks }}{% endfor %}", ("unknown-field", 1, 39, "indeks")),
        ("{% set x = faktura.sprzedawca %}{{ x.nip2 }}", ("unknown-field", 1, 38, "nip2")),
        ("{% with x=faktura.razem %}{{ x.nic }}{% endwith %}", ("unknown-field", 1, 32, "nic")),
        ("{% if faktura.kurs %}{% set y = 1 %}{% endif %}{{ y }}", ("unknown-name", 1, 51, "y")),
        ("{% for p in faktura.pozycje %}{% set y = 1 %}{% endfor %}{{ y }}", ("unknown-name", 1, 61, "y")),
        ("{% macro m(k) %}{{ k.nic }}{% endmacro %}{{ m(faktura.nabywca) }}", ("unknown-field", 1, 22, "nic")),
        ("{% macro m(k) %}{{ k|kwta }}{% endmacro %}", ("unknown-filter", 1, 22, "kwta")),
        ("{% macro m(k) %}{{ k }}{% endmacro %}{{ m(1, 2) }}", ("macro-arguments", 1, 42, "")),
        ("{% macro m(k) %}{{ k }}{% endmacro %}{{ m(z=1) }}", ("macro-arguments", 1, 42, "")),
        ("{{ faktura.numer|data }}", ("wrong-kind", 1, 18, "data")),
        ("{{ faktura.do_zaplaty|kwota(walut='PLN') }}", ("filter-arguments", 1, 23, "kwota")),
        ("{{ faktura.do_zaplaty|kwota('PLN', 99) }}", ("filter-arguments", 1, 23, "kwota")),
        ("{{ faktura.numer|kolumna }}", ("filter-arguments", 1, 18, "kolumna")),
        ("{{ faktura.pozycje|join }}", ("wrong-kind", 1, 20, "join")),
        ("{{ faktura.kurs is defned }}", ("unknown-test", 1, 20, "defned")),
        ("{% if faktura.odbiorca or 1 %}{{ faktura.odbiorca.nip }}{% endif %}", ("may-be-missing", 1, 42, "odbiorca")),
        ("{% if not faktura.odbiorca %}{{ faktura.odbiorca.nip }}{% endif %}", ("may-be-missing", 1, 41, "odbiorca")),
        ("{% if faktura.kurs > 4 %}x{% endif %}", ("may-be-missing", 1, 15, "kurs")),
        ("{% if faktura.do_zaplaty > 'a' %}x{% endif %}", ("wrong-kind", 1, 32, "")),
        ("{{ faktura.do_zaplaty * 2 }}", ("counts", 1, 23, "*")),
        ("{{ faktura.do_zaplaty }}", ("unformatted", 1, 12, "do_zaplaty")),
        ("{{ faktura.split_payment }}", ("unknown-field", 1, 12, "split_payment")),
        ("{{ faktura.w_walucie_obcej }}", ("not-printable", 1, 12, "w_walucie_obcej")),
        ("{{ faktura.pozycje[0] }}", ("not-allowed", 1, 19, "")),
        ("{{ faktura.numer.upper() }}", ("unknown-field", 1, 18, "upper")),
        ("{{ faktura.__class__ }}", ("not-allowed", 1, 12, "__class__")),
        ("{{ range(3) }}", ("unknown-name", 1, 4, "range")),
        ("{% block a %}{% endblock %}", ("not-allowed", 1, 4, "block")),
        ("{% include faktura.numer %}", ("not-allowed", 1, 4, "")),
        ("{% include 'C' %}", ("unknown-template", 1, 13, "C")),
        ("{% from 'B' import x %}", ("unknown-field", 1, 20, "x")),
        ("{% import 'B' as b %}{{ b.x() }}", ("unknown-field", 1, 27, "x")),
        ("{{ parametry.kopi|ilosc }}", ("unknown-field", 1, 14, "kopi")),
        ("{% if faktura.numer %}", ("syntax", 1, 21, "")),
        ("{{ faktura.numer", ("syntax", 1, 12, "")),
        ("{{ 'x }}", ("syntax", 1, 4, "")),
        ("a\n{% foo %}", ("syntax", 2, 4, "")),
        ("{{ faktura.numer }", ("syntax", 1, 18, "")),
    ],
)  # fmt: skip
def test_what_is_wrong_and_where(body, expected):
    assert found(body, "{% macro y() %}x{% endmacro %}") == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "{{ faktura.numer }}",
        "{% if faktura.odbiorca %}{{ faktura.odbiorca.nip }}{% endif %}",
        "{% if faktura.odbiorca and faktura.odbiorca.nip %}x{% endif %}",
        "{% if faktura.odbiorca is none %}-{% else %}{{ faktura.odbiorca.nazwa }}{% endif %}",
        "{{ faktura.odbiorca.nazwa if faktura.odbiorca else faktura.nabywca.nazwa }}",
        "{% set kto = faktura.odbiorca or faktura.nabywca %}{{ kto.nazwa }}",
        "{% if faktura.kurs and faktura.kurs > 4 %}{{ faktura.kurs|kurs }}{% endif %}",
        "{% if faktura.numer %}{% set y = 1 %}{% else %}{% set y = 2 %}{% endif %}{{ y }}",
        "{% for p in faktura.pozycje if not p.usluga %}{{ loop.index + 1 }}{{ p.nazwa ~ 1 }}{% else %}-{% endfor %}",
        "{% for p in faktura.pozycje %}{{ p.atrybuty['X'] }}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% for klucz in faktura.pozycje %}{% for k in klucz.atrybuty %}{{ k }}{% endfor %}{% endfor %}",
        "{% macro m(a, b='x') %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}{% call m(faktura.numer) %}x{% endcall %}",
        "{% filter upper %}{{ faktura.numer }}{% endfilter %}",
        "{% set x %}a{% endset %}{{ x }}",
        "{{ parametry.kopii|ilosc }}{{ parametry.termin|data }}{{ parametry.pilne|tak_nie }}",
        '{% include "B" %}',
        "{# komentarz #}{% raw %}{{ nic }}{% endraw %}",
    ],
)
def test_what_is_right(body):
    assert found(body, "{{ faktura.numer }}") == []


def test_an_included_part_is_checked_with_the_names_of_who_includes_it():
    (each,) = checked('{% include "B" %}', "\n{{ faktura.nmer }}")
    assert (str(each.span), each.id) == ("b.szablon:9:12", "template/unknown-field")


def test_a_part_by_itself_is_checked_for_what_is_its_own():
    report = api.check_sources([Source("b.szablon", PART + "{{ cokolwiek.x|kwtoa }}")]).report
    assert [each.id for each in report.diagnostics] == ["template/unknown-filter"]


def test_problems_of_the_header_stand_where_they_are():
    text = HEAD.replace("rekord = faktura", "rekord = fakturka")
    (each,) = api.check_sources([Source("a.szablon", text)]).report.diagnostics
    assert (each.span.line, each.span.column, each.span.text) == (7, 10, "fakturka")
    assert each.span.source.text == text


def test_a_template_without_a_header_is_told():
    (each,) = api.check_sources([Source("a.szablon", "<p>{{ x }}</p>")]).report.diagnostics
    assert each.id == "template/no-header"


@given(st.text(alphabet="{}%#- \n|.()'~+*abfaktura.numer[]=ifforsetend_", max_size=60))
def test_the_check_never_raises(body):
    checked(body)


PIECES = st.sampled_from(
    """{{ faktura.numer }};{{ faktura.nabywca.nazwa|upper }};{{ faktura.do_zaplaty|kwota }};{{ faktura.kurs|kurs }}
{% for p in faktura.pozycje %};{% endfor %};{% if faktura.odbiorca %};{% else %};{% endif %};{{ p.netto|kwota }}
{{ faktura.odbiorca.nazwa }};{{ loop.index }};{% set y = faktura.odbiorca %};{{ y.nip }};{{ faktura.numer ~ 1 }}
{{ parametry.kopii|ilosc }};{{ 'a' if faktura.zaplacono > 1 else 'b' }};{{ faktura.pozycje|length + 1 }}
{% if faktura.kurs > 4 %};{{ faktura.odbiorca or 'x' }};{% if not faktura.kurs %}""".replace("\n", ";").split(";")
)


FULL = PrintedInvoice(
    number="FS/1", issue_date=dt.date(2026, 3, 5), sale_date=dt.date(2026, 3, 4), exchange_rate=Decimal("4.25"),
    seller=PrintedParty(name="S"), buyer=PrintedParty(name="N"), receiver=PrintedParty(name="O", tax_id="5580730219"),
    positions=(PrintedPosition(
        ordinal=1, code="A", name="A", quantity=ONE, unit="szt", price=ONE, price_pln=ONE, rate="23%", net=ONE, vat=ONE,
        gross=ONE, net_pln=ONE, vat_pln=ONE, gross_pln=ONE, attributes={"X": "1"},
    ),), sums=(PrintedSum(rate="23%"),), total=PrintedSum(), order_sums=(), order_total=PrintedSum(),
    due=ONE, due_words="", due_pln=ONE, due_pln_words="",
)  # fmt: skip
BARE = structs.replace(FULL, exchange_rate=None, receiver=None, positions=(), sums=())
ANSWERS = {"kopii": ONE, "termin": None, "pilne": False}


@given(st.lists(PIECES, max_size=8))
def test_what_the_check_passes_runs(pieces):
    library = api.check_sources([Source("a.szablon", HEAD + "".join(pieces))])
    if library.report.has_errors:
        return
    template = library.templates[0][1]
    environment = environment_of(template.kind, {"a": template})
    for record in (FULL, BARE):
        assert isinstance(run(environment, "A", {"faktura": record, "parametry": ANSWERS}), str)
