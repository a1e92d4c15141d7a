"""Every filter does what its example says, and refuses what it does not take."""

import datetime as dt
from decimal import Decimal

import pytest

from dekret.render.environment import RenderFault, TemplateEnvironment, run
from dekret.render.filters import FILTERS
from dekret.render.kinds import TemplateKind


def rendered(text, **record):
    environment = TemplateEnvironment(TemplateKind.TEXT, lambda name: (text, "szablon:proba"))
    return run(environment, "proba", record)


@pytest.mark.parametrize("each", FILTERS, ids=lambda each: each.name)
def test_examples(each):
    value, call, shown = each.example
    for name in (each.name, *each.also):
        written = rendered("{{ x|" + call.replace(each.name, name, 1) + " }}", x=value)
        assert written.replace("\N{NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize("each", FILTERS, ids=lambda each: each.name)
def test_a_float_is_refused(each):
    call = each.example[1]
    fault = rendered("\n{{ x|" + call + " }}", x=1.5)
    assert isinstance(fault, RenderFault)
    assert fault.line == 2


@pytest.mark.parametrize(
    "each", [each for each in FILTERS if each.name not in ("length", "join")], ids=lambda e: e.name
)
def test_nothing_gives_an_empty_text(each):
    assert rendered("{{ x|" + each.example[1] + " }}", x=None).strip() == ""


@pytest.mark.parametrize(
    ("call", "value", "shown"),
    [
        ("kwota", Decimal("-0.001"), "0,00"),
        ("kwota", Decimal("1234567.895"), "1 234 567,90"),
        ("kwota", 5, "5,00"),
        ("kwota(miejsca=0)", Decimal("2.5"), "3"),
        ("ilosc", Decimal(1000), "1 000"),
        ("ilosc", Decimal("0.12345"), "0,1235"),
        ("cena", Decimal("1.234"), "1,234"),
        ("kurs", Decimal("4.12345678"), "4,12345678"),
        ("data", dt.date(2026, 5, 3), "03.05.2026"),
        ("data('RRRR-MM-DD')", dt.date(2026, 5, 3), "2026-05-03"),
        ("data('D miesiąca RRRR')", dt.date(2026, 5, 3), "3 maja 2026"),
        ("slownie('EUR', ulamek='słownie')", Decimal("2.01"), "dwa euro jeden eurocent"),
        ("nip", "PL5580730219", "PL 558-073-02-19"),
        ("nip", "DE811234567", "DE811234567"),
        ("nrb", "DE89370400440532013000", "DE89 3704 0044 0532 0130 00"),
        ("kolumna(3)", "abcdef", "abc"),
        ("kolumna(4, 'prawo')", 12, "  12"),
    ],
)
def test_more_of_them(call, value, shown):
    assert rendered("{{ x|" + call + " }}", x=value).replace("\N{NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize(
    "call", ["kwota(miejsca=99)", "data('MM')", "kolumna(100000)", "kolumna(0)", "slownie('PLN', 'x')"]
)
def test_arguments_that_do_not_fit(call):
    values = (Decimal(1), dt.date(2026, 1, 1), "x")
    assert all(isinstance(rendered("{{ x|" + call + " }}", x=value), RenderFault) for value in values)
