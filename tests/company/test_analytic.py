"""The analytic description: dimensions of the company's file, and what of a document a description covers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.company.analytic import described
from dekret.company.dimensions import RESERVED, dimension_code
from dekret.model.faults import read_document
from dekret.packs.library import load_sources
from dekret.text.source import Source

SPAN = Source("d", "").span()
PLAN = 'plan "P"\n[Konta]\n| Konto |\n| 411 |\n| 419 |\n| 501 |\n| 501-1 |\n| 502 |\n'
FILE = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
[Kategorie]
| Kod  | Kod ogólny | Konto Wn | Konto Ma |
|------|------------|----------|----------|
| 1_19 | BUDOWY     | B1       |          |
| 2_19 | BUDOWY     |          | B2       |
| INNA | RÓŻNE      | X        |          |
[Wymiary]
| Kod      | Typ          | Zakres   | Wymagany | Dokumenty          |
|----------|--------------|----------|----------|--------------------|
| PROJEKTY | opisowy      |          | {required} | {documents} |
| BUDOWY   | kategoria    | BUDOWY   |          |                    |
| KONTA_4  | z planu kont |          |          |                    |
| KONTA_5  | z planu kont | 501      |          |                    |
| KLIENCI  | słownik      | Podmioty |          |                    |
{more}[Elementy wymiarów]
| Wymiar   | Kod | Konto |
|----------|-----|-------|
| PROJEKTY | P1  | 501-9 |
| projekty | P2  |       |
"""


def company(more="", required="", documents=""):
    return load_sources([Source("f", FILE.format(more=more, required=required, documents=documents))])


def of(*rows, net="100.00", type_="vat_purchase", **known):
    """The completed rows, or the ids and sentences of what is wrong with them."""
    lines = [{"rate": "23", "net": net, "vat": "23.00"}, {"rate": "8", "net": "50.00", "vat": "4.00"}]
    lines[1] |= {"deduction": "no"} if type_ == "vat_purchase" else {"goods": {"code": "X"}}
    lines[0] |= {} if type_ == "vat_purchase" else {"goods": {"code": "X"}}
    data = {
        "type": type_, "number": "FZ/1", "issue_date": "2026-03-05", "party": {"code": "ALOZA"},
        "elements" if type_ == "vat_purchase" else "positions": lines,
        "additional_amounts": [{"amount": "7.00"}], "analytic_rows": list(rows),
    }  # fmt: skip
    document = read_document(data)
    assert not isinstance(document, tuple), document
    library = company(**known)
    assert not library.report.has_errors, library.report.ids()
    plan = load_sources([Source("p", PLAN)]).plans[0][1]
    found = described(document, library.directories[0][1], plan, SPAN)
    if isinstance(found, list):
        return [(fault.id, fault.message.pl) for fault in found]
    return found


def row(percent=None, amount=None, position="line:1", **dimensions):
    part = {"percent": percent} if percent is not None else {}
    part |= {"amount": amount} if amount is not None else {}
    return {"position": position, **part, "dimensions": dimensions or {"PROJEKTY": "P1"}}


def amounts(*rows, **how):
    found = of(*rows, **how)
    assert isinstance(found, tuple), found
    return [str(each.amount) for each in found]


def ids(*rows, **how):
    found = of(*rows, **how)
    assert isinstance(found, list), found
    return [id_ for id_, _ in found]


# --- amounts


def test_the_split_of_the_manual():
    rows = [
        row(percent, PROJEKTY=project, KLIENCI=team, KONTA_4="411")
        for team, project, percent in (
            ("Z1", "P1", "35"), ("Z2", "P1", "50"), ("Z3", "P1", "5"), ("Z1", "P2", "5"), ("Z3", "P2", "5"),
        )
    ]  # fmt: skip
    found = of(*rows, net="35000.00")
    assert [str(each.amount) for each in found] == ["12250.00", "17500.00", "1750.00", "1750.00", "1750.00"]
    of_second_project = [each for each in found if each.element("PROJEKTY").code == "P2"]
    assert [str(each.amount) for each in of_second_project if each.element("KLIENCI").code == "Z1"] == ["1750.00"]


@pytest.mark.parametrize(
    ("position", "whole"),
    [
        ("document", "150.00"),
        ("line:1", "100.00"),
        ("line:2", "50.00"),
        ("cost:1", "100.00"),
        ("cost:2", "54.00"),
        ("vat_cost:1", "0.00"),
        ("vat_cost:2", "4.00"),
        ("additional:1", "7.00"),
    ],
)
def test_what_a_position_stands_for(position, whole):
    assert amounts(row("100", position=position)) == [whole]
    assert amounts(row(amount=whole, position=position)) == [whole]


@pytest.mark.parametrize("position", ["line:3", "cost:9", "vat_cost:3", "additional:2"])
def test_a_position_that_the_document_does_not_have(position):
    ((id_, sentence),) = of(row("100", position=position))
    assert id_ == "analityka/no-such-position"
    assert f"„{position}”" in sentence


def test_positions_of_an_invoice_have_no_tax_that_is_not_deducted():
    assert amounts(row("100", position="cost:2"), type_="purchase_invoice") == ["50.00"]
    assert amounts(row("100", position="vat_cost:2"), type_="purchase_invoice") == ["0.00"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("60"), row("30")], "90%, a powinien 100%"),
        ([row("60"), row("40.5")], "100.5%, a powinien 100%"),
        ([row(amount="60.00"), row(amount="30.00")], "90.00, a powinien 100.00"),
        ([row(amount="60.00"), row("10")], "70.00, a powinien 100.00"),
        ([row(amount="99.99")], "99.99, a powinien 100.00"),
    ],
)
def test_a_description_covers_all_of_its_position(rows, said):
    ((id_, sentence),) = of(*rows)
    assert id_ == "analityka/not-whole"
    assert said in sentence


def test_positions_are_held_to_their_whole_each_by_itself():
    rows = [row("100"), row("50", position="line:2"), row("100", position="additional:1")]
    ((_, sentence),) = of(*rows)
    assert "„line:2”" in sentence


def test_the_penny_goes_to_the_last_row_with_a_percent():
    thirds = [row("33.33"), row("33.33"), row("33.34")]
    assert amounts(*thirds, net="0.10") == ["0.03", "0.03", "0.04"]
    assert amounts(*thirds, net="0.05") == ["0.02", "0.02", "0.01"]
    assert amounts(row("50"), row("50"), net="0.01") == ["0.01", "0.00"]
    assert amounts(row("50"), row("50"), net="-0.01") == ["-0.01", "0.00"]
    mixed = amounts(row("33.335"), row("33.335"), row(amount="33.33"))
    assert mixed == ["33.34", "33.33", "33.33"]


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=6), st.integers(-(10**9), 10**9))
def test_percents_that_make_a_hundred_make_up_all_of_the_amount(parts, cents):
    total = sum(parts)
    percents = [Decimal(100 * part) / total for part in parts]
    percents = [percent.quantize(Decimal("0.0001")) for percent in percents]
    percents[-1] = 100 - sum(percents[:-1])
    net = Decimal(cents) / 100
    document = read_document(
        {
            "type": "vat_sale", "number": "1", "issue_date": "2026-03-05", "party": {},
            "elements": [{"rate": "23", "net": net}],
            "analytic_rows": [row(percent) for percent in percents],
        }
    )  # fmt: skip
    found = described(document, None, None, SPAN)
    assert sum(each.amount for each in found) == net
    for each, percent in zip(found[:-1], percents[:-1], strict=True):
        assert abs(each.amount - net * percent / 100) <= Decimal("0.005")


# --- elements


@pytest.mark.parametrize(
    ("dimensions", "expected"),
    [
        ({"PROJEKTY": "P1"}, ("PROJEKTY", "P1", "501-9")),
        ({"projekty": "p1"}, ("PROJEKTY", "P1", "501-9")),
        ({"PROJEKTY": "P2"}, ("PROJEKTY", "P2", "")),
        ({"PROJEKTY": {"code": "P1", "account": "502"}}, ("PROJEKTY", "P1", "502")),
        ({"BUDOWY": "1_19"}, ("BUDOWY", "1_19", "B1")),
        ({"BUDOWY": "2_19"}, ("BUDOWY", "2_19", "B2")),
        ({"KONTA_4": "411"}, ("KONTA_4", "411", "411")),
        ({"KONTA_5": "501-1"}, ("KONTA_5", "501-1", "501-1")),
        ({"KONTA_5": "501"}, ("KONTA_5", "501", "501")),
        ({"KLIENCI": "ALOZA"}, ("KLIENCI", "ALOZA", "ALOZA")),
    ],
)
def test_elements_get_the_account_that_their_dimension_knows(dimensions, expected):
    (found,) = of(row("100", **dimensions))
    ((code, element),) = found.dimensions.items()
    assert (code, element.code, element.account) == expected


@pytest.mark.parametrize(
    "dimensions",
    [{"PROJEKTY": "P3"}, {"BUDOWY": "INNA"}, {"BUDOWY": "4_19"}, {"KONTA_4": "999"}, {"KONTA_5": "502"}],
)
def test_an_element_that_its_dimension_does_not_have(dimensions):
    assert ids(row("100", **dimensions)) == ["analityka/unknown-element"]


def test_a_dimension_that_the_company_does_not_have():
    ((id_, sentence),) = of(row("100", ODDZIAŁ="KRAKÓW"))
    assert (id_, "ODDZIAŁ" in sentence) == ("analityka/unknown-dimension", True)


def test_a_required_dimension_stands_on_every_row():
    rows = [row("60", PROJEKTY="P1"), row("40", BUDOWY="1_19")]
    ((id_, sentence),) = of(*rows, required="tak")
    assert id_ == "analityka/incomplete"
    assert sentence == "Opis analityczny jest niepełny. Nie wybrano elementu dla wymiaru [PROJEKTY]."
    assert ids(row("100", PROJEKTY={"code": ""}), required="tak") == ["analityka/incomplete"]
    assert len(of(*rows)) == 2


def test_a_dimension_of_other_documents_neither_describes_nor_is_required():
    other = {"required": "tak", "documents": "Faktury zakupu"}
    assert amounts(row("100", BUDOWY="1_19"), **other) == ["100.00"]
    assert ids(row("100", PROJEKTY="P1"), **other) == ["analityka/unknown-dimension"]
    assert ids(row("100", BUDOWY="1_19"), type_="purchase_invoice", **other) == ["analityka/incomplete"]


def test_a_row_has_one_element_at_least():
    assert ids({"position": "line:1", "percent": "100", "dimensions": {}}) == ["analityka/no-elements"]


def test_everything_that_is_wrong_is_told_at_once():
    rows = [row("90", PROJEKTY="P3"), row("100", position="line:7", KONTA_4="999")]
    assert sorted(ids(*rows)) == [
        "analityka/no-such-position", "analityka/not-whole", "analityka/unknown-element", "analityka/unknown-element",
    ]  # fmt: skip


# --- dimensions as the company's file defines them


@pytest.mark.parametrize("code", [*RESERVED, "projekt", "Wydział"])
def test_codes_that_the_payroll_uses_are_refused_in_its_words(code):
    (found,) = company(more=f"| {code} | opisowy | | | |\n").report.diagnostics
    assert found.id == "kartoteka/reserved-dimension"
    assert found.message.pl == (
        f"Nie można dodać wymiaru o kodzie [{code}], gdyż jest zarezerwowany dla opisu analitycznego w płacach."
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("KONTA-4", "KONTA_4"), ("A B", "A_B"), ("A,B", "A_B"), ("A'B", "A_B"), ("A‘B’", "A_B_"), ("<A>", "_A_"),
        ("[A](B)", "_A__B_"), ("A^~!?@#%&$*B", "A__________B"), ("A/B\\C", "A_B_C"), ("A+B=C", "A_B_C"),
        ("A|B", "A_B"), ("ŻÓŁĆ.1", "ŻÓŁĆ.1"), (" A ", "A"),
    ],
)  # fmt: skip
def test_signs_of_a_code_become_underscores(written, kept):
    assert dimension_code(written) == kept


def test_a_changed_code_is_said_and_kept_as_macros_name_it():
    library = company(more="| KOSZTY-2 | opisowy | | | |\n")
    assert [each.id for each in library.report.diagnostics] == ["kartoteka/dimension-changed"]
    assert "KOSZTY_2" in {each.code for each in library.directories[0][1].dimensions.values()}
    assert not library.report.has_errors


@pytest.mark.parametrize("code", ["4KONTA", "AND", "or", "All", "NOT"])
def test_codes_that_cannot_be_names(code):
    assert company(more=f"| {code} | opisowy | | | |\n").report.ids() == {"kartoteka/bad-dimension"}


def test_a_code_stands_once_in_any_letter_case():
    assert company(more="| projekty | opisowy | | | |\n").report.ids() == {"kartoteka/code-repeated"}
    assert company(more="| KLIENCI_2 | słownik | Rośliny | | |\n").report.ids() == {"kartoteka/no-such-dictionary"}


def test_what_is_missing_beside_an_amount_is_no_rounding():
    assert ids(row(amount="5.00"), row("49.8"), net="10.00") == ["analityka/not-whole"]


def test_a_percent_and_an_amount_that_contradict_each_other():
    assert ids(row("50", amount="60.00"), row("50", amount="40.00"))
