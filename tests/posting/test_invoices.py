"""Registers and invoices: finest scope, positions, final invoices, employees' advances, dictionaries, merging."""

from decimal import Decimal

import pytest

from booking import PURCHASE, SALE, row

WILK = {"code": "WILK", "kind": "employee"}


# --- scopes


def test_the_finest_scope_that_anything_in_the_row_needs():
    elements = [{"rate": "23", "net": "100.00", "category": "A"}, {"rate": "8", "net": "50.00", "category": "B"}]
    by_account = row("401", "221", text="@KategoriaElem")
    assert [line[2] for line in PURCHASE.lines(by_account, elements=elements)] == ["100.00", "100.00", "50.00", "50.00"]
    by_split = row("402", "221", split="Kategorie")
    assert [line[1] for line in PURCHASE.lines(by_split, elements=elements)] == ["402-A", "221", "402-B", "221"]
    assert [line[2] for line in PURCHASE.lines(row("401", "221"), elements=elements)] == ["150.00", "150.00"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"debit": "@KatElemKontoWn", "amount": "@KwotaDodat"}, ("@KwotaDodat", "@KatElemKontoWn")),
        ({"debit": "402", "split": "Kategorie", "amount": "@KwotaDodat"}, ("@KwotaDodat", "Słownik Kategorie")),
        ({"debit": "401", "amount": "@OpisAnalitycznyKwota", "condition": "@KwotaDodat > 0"}, ("@KwotaDodat",)),
        ({"debit": "401", "amount": "@PlatZaliczka", "text": "@OpisElem"}, ("@PlatZaliczka", "@OpisElem")),
    ],
)
def test_two_scopes_side_by_side_are_refused_before_any_document(cells, said):
    found = PURCHASE.ids(row(credit="221", **cells))
    assert set(found) == {"posting/mixed-scopes"}
    for word in said:
        assert word in found["posting/mixed-scopes"]


def test_a_scope_goes_with_the_document_around_it():
    assert PURCHASE.ids(row("@KontoDodatWn", "221", "@KwotaDodat + @Netto", split="Podmioty")) == {}


# --- dictionaries


@pytest.mark.parametrize("split", ["Podmioty2", "Towary", "Środki trwałe"])
def test_dictionaries_that_a_register_does_not_have(split):
    found = PURCHASE.ids(row("401", "221", split=split))
    assert set(found) == {"posting/split-unavailable"}
    assert split in found["posting/split-unavailable"]


def test_goods_split_by_positions():
    assert SALE.lines(row("201", amount="@Netto", split="Podmioty"), row("", "730", "@PozNetto", split="Towary")) == [
        ("Wn", "201-ALOZA", "1000.00"), ("Ma", "730-DESKA", "600.00"), ("Ma", "730-LISTWA", "400.00"),
    ]  # fmt: skip


def test_goods_split_the_amount_of_the_document_once_for_every_position():
    found = SALE.lines(row("301", "730", "@Netto", split="Towary"))
    assert [line for line in found if line[0] == "Ma"] == [
        ("Ma", "730-DESKA", "1000.00"), ("Ma", "730-LISTWA", "1000.00"),
    ]  # fmt: skip


def test_a_wrong_dictionary_names_both():
    refusal = PURCHASE.post(row("402", "221", split="Podmioty"))
    (reason,) = refusal.reasons
    assert reason.problem.id == "posting/wrong-split"
    sentence = reason.problem.message.fill(reason.values).pl
    assert "Kategorie" in sentence
    assert "Podmioty" in sentence


def test_advance_holders_and_employees():
    by_holder = row("202", amount="@Brutto", split="Podmioty"), row("", "234", "@Brutto", split="Zaliczkobiorcy")
    assert PURCHASE.lines(*by_holder, advance_holder=WILK) == [
        ("Wn", "202-ALOZA", "123.00"), ("Ma", "234-WILK", "123.00"),
    ]  # fmt: skip
    assert PURCHASE.refusals(*by_holder)
    by_employee = row("401", "234", split="Pracownicy")
    assert PURCHASE.lines(by_employee, advance_holder=WILK)[1][1] == "234-WILK"
    assert PURCHASE.lines(by_employee, party=WILK)[1][1] == "234-WILK"
    other = {"code": "KLON", "kind": "contractor"}
    assert PURCHASE.lines(by_employee, party=WILK, advance_holder=other)[1][1] == "234-WILK"
    assert PURCHASE.refusals(by_employee, advance_holder=other) == ["posting/no-code"]


def test_every_advance_used_makes_its_own_lines():
    rows = (
        row("202", "", "@PlatZaliczka", split="Podmioty", text="@NumerZaliczki"),
        row("", "234", "@PlatZaliczka", split="Zaliczkobiorcy", condition="@TypZaliczkobiorcy = 'pracownik'"),
    )
    advances = [{"number": "KW/1", "amount": "100.00"}, {"number": "KW/2", "amount": "23.00"}]
    found = PURCHASE.entry(*rows, advance_holder=WILK, employee_advances=advances)
    assert [(line.side, line.account, str(line.amount), line.description) for line in found.lines] == [
        ("Wn", "202-ALOZA", "100.00", "KW/1"), ("Wn", "202-ALOZA", "23.00", "KW/2"),
        ("Ma", "234-WILK", "100.00", "FZ/1"), ("Ma", "234-WILK", "23.00", "FZ/1"),
    ]  # fmt: skip


def test_two_categories_of_an_element():
    element = {
        "rate": "23", "net": "100.00",
        "category": {"code": "A", "debit_account": "401"}, "category2": {"code": "B", "debit_account": "501"},
    }  # fmt: skip
    rows = row("@KatElemKontoWn", "490", "@Netto"), row("@KatElem2KontoWn", "490", "@Netto")
    found = PURCHASE.entry(*rows, elements=[element])
    assert [line.account for line in found.lines if line.side == "Wn"] == ["401", "501"]
    assert {line.category for line in found.lines} == {"A"}, "the category of a line is the first one"


def test_the_category_of_the_header_stands_on_lines_without_their_own():
    elements = [{"rate": "23", "net": "10.00"}, {"rate": "8", "net": "5.00", "category": "B"}]
    found = PURCHASE.entry(row("401", "221", condition="@StawkaVat <> ''"), elements=elements, category="NAG")
    assert [line.category for line in found.lines] == ["NAG", "NAG", "B", "B"]


# --- final invoices

ADVANCES = [
    {"number": "FZAL/1", "net": "300.00", "vat": "69.00"},
    {"number": "FZAL/2", "net": "100.00", "vat": "23.00"},
]
FINAL_ROWS = (
    row("201", amount="@Brutto", split="Podmioty"),
    row("", "221", "@Vat"),
    row("842", "", "@ZalNetto", condition="@CzyZaliczkowa = 'FINALNA'"),
    row("", "730", "@PozNetto", split="Towary"),
)


def test_a_final_invoice_is_its_positions_less_the_advances():
    assert SALE.lines(*FINAL_ROWS, kind="final", settled_advances=ADVANCES) == [
        ("Wn", "201-ALOZA", "738.00"), ("Ma", "221", "138.00"), ("Wn", "842", "400.00"),
        ("Ma", "730-DESKA", "600.00"), ("Ma", "730-LISTWA", "400.00"),
    ]  # fmt: skip


def test_a_final_invoice_without_advances_is_its_positions():
    assert SALE.lines(*FINAL_ROWS, kind="final")[0] == ("Wn", "201-ALOZA", "1230.00")


def test_advances_that_pay_all_leave_no_receivable():
    whole = [{"number": "FZAL/1", "net": "1000.00", "vat": "230.00"}]
    assert [line[1] for line in SALE.lines(*FINAL_ROWS, kind="final", settled_advances=whole)] == [
        "842", "730-DESKA", "730-LISTWA",
    ]  # fmt: skip


def test_advances_of_an_ordinary_invoice_are_not_taken_off():
    assert SALE.lines(row("201", "731", "@Brutto", split="Podmioty"), settled_advances=ADVANCES)[0][2] == "1230.00"


def test_an_advance_that_the_register_does_not_tell_is_unknown():
    rows = row("401", "221", "@ZalNetto")
    assert PURCHASE.refusals(rows, kind="final", settled_advances=[{"number": "Z"}]) == ["posting/unknown-amount"]
    assert PURCHASE.lines(row("401", "221", "ISNULL(@ZalNetto, 7)"), settled_advances=[{"number": "Z"}])[0][2] == "7.00"


# --- merging

BY_ELEMENT = row("401", "221", condition="@StawkaVat <> ''")


def element(net, category=None, rate="23"):
    return {"rate": rate, "net": net, **({"category": category} if category else {})}


@pytest.mark.parametrize(("second", "expected"), [("A", ["150.00"]), ("B", ["100.00", "50.00"])])
def test_lines_merge_within_one_category(second, expected):
    elements = [element("100.00", "A"), element("50.00", second, "8")]
    found = PURCHASE.lines(BY_ELEMENT, header="scalaj = tak", elements=elements)
    assert [line[2] for line in found if line[0] == "Wn"] == expected


def test_lines_merge_within_the_same_elements_of_dimensions():
    def described(amount, element):
        return {"amount": amount, "dimensions": {"BUDOWY": element}}

    rows = [described("60.00", "1_19"), described("30.00", "2_19"), described("10.00", "1_19")]
    found = PURCHASE.entry(row("401", "490", "@OpisAnalitycznyKwota"), header="scalaj = tak", analytic_rows=rows)
    debit = [(str(line.amount), line.dimension) for line in found.lines if line.side == "Wn"]
    assert debit == [("70.00", "BUDOWY=1_19"), ("30.00", "BUDOWY=2_19")]


def test_lines_do_not_merge_across_descriptions_sides_or_settlement():
    rows = (row("401", "221"), row("401", "221", "@Vat", text="'VAT'"), row("221", "401", "@Vat"))
    assert len(PURCHASE.lines(*rows, header="scalaj = tak")) == 6


def test_merging_keeps_the_rows_that_made_a_line_each_once():
    elements = [element("100.00"), element("50.00", rate="8")]
    found = PURCHASE.entry(BY_ELEMENT, row("401", "221"), header="scalaj = tak", elements=elements)
    assert [(line.amount, line.rule.row) for line in found.lines] == [(Decimal("300.00"), "1+2")] * 2


def test_lines_in_currency_merge_with_their_currency_amounts():
    rows = row("401", "490", "@Netto", currency="tak", condition="@StawkaVat <> ''")
    elements = [element("100.00"), element("50.00", rate="8")]
    euro = {"currency": "EUR", "exchange_rate": "4.25", "elements": elements}
    assert PURCHASE.foreign(rows, header="scalaj = tak", **euro)[0] == (
        "Wn", "401", "PLN", "637.50", "EUR", "150.00", "4.25",
    )  # fmt: skip


# --- buffer


def test_the_buffer_is_said_by_the_header():
    assert PURCHASE.entry(row("401", "221"), header="bufor = tak").buffer
    assert not PURCHASE.entry(row("401", "221")).buffer
