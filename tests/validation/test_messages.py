"""Messages: what stands in braces, how values are written, what is wrong with them."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.documents.document_types import VAT_PURCHASE
from dekret.validation.compile import Validation
from dekret.validation.messages import MESSAGE, Piece, read_message, written
from validation_rules import TODAY, document, library, said


def message(text, doc, dla="dokument"):
    known = library(f"K | {dla} | | @Netto < 0 | błąd | {text}")
    assert not known.report.has_errors, [each.message.pl for each in known.report.diagnostics]
    return Validation(known.rule_sets[0], VAT_PURCHASE, TODAY).validate(document(**doc))[0].message


@pytest.mark.parametrize(
    ("text", "pl", "en"),
    [
        ("{@Netto} i {@Netto * 1000}", "100,00 i 100 000,00", "100.00 i 100,000.00"),
        ("z {@DataWystawienia}, wpływ {@DataWplywu}", "z 05.03.2026, wpływ (brak)", "z 2026-03-05, wpływ (none)"),
        ("{{@Netto}} {LEN(@Dokument)}", "{@Netto} 3", "{@Netto} 3"),
        ("{REPLACE(@Dokument, '/', '}')}", "F}1", "F}1"),
        ("{@Netto / 3}", "33,333333", "33.333333"),
    ],
)
def test_values_in_sentences(text, pl, en):
    found = message(text, {})
    assert (found.pl, found.en) == (pl, en)


@pytest.mark.parametrize("text", ["a {@Netto", "a @Netto}", "{", "}", "{{}", "{'}"])
def test_lone_braces(text):
    assert [each.problem.id for each in read_message(text).findings] == ["validation/unclosed-brace"]


@given(st.text(alphabet="{}'@Neto +a1 ", max_size=20))
def test_any_text_is_read_and_tidied_to_the_same(text):
    parsed = read_message(text)
    assert all(0 <= each.start <= each.end <= len(text) for each in parsed.findings)
    if parsed.value is not None and not parsed.findings:
        tidy = MESSAGE.tidy(text)
        again = read_message(tidy)
        assert again.findings == ()
        assert MESSAGE.tidy(tidy) == tidy

        def plain(value):
            return [each.node if isinstance(each, Piece) else each for each in value]

        assert plain(again.value) == plain(parsed.value)


def test_places_of_what_is_wrong():
    text = "K | dokument | | @Netto > 0 | błąd | Kwota {@Neto} i {@Netto > 1}"
    found = {each.id: each for each in library(text).report.diagnostics}
    assert found["expr/unknown-macro"].span.text == "@Neto"
    assert "@Netto" in found["expr/unknown-macro"].remedy.pl
    assert found["expr/not-a-value"].span.text == "@Netto > 1"
    assert "validation/other-part" in said("K | dokument | | @Netto > 0 | błąd | {@StawkaVat}")
    assert "validation/other-part" in said("K | jakaś pozycja | | @Netto > 0 | błąd | {@StawkaVat}")
    assert said("K | każda pozycja | @CzyKorekta = 'NIE' | @Netto > 0 | błąd | {@StawkaVat}") == []


def test_written():
    assert written(Decimal("-0.5"), "pl") == "-0,50"
    assert written(Decimal("12345678.9"), "pl") == "12 345 678,90"
    assert written(dt.date(2026, 1, 2), "pl") == "02.01.2026"
    assert written("tekst", "en") == "tekst"
