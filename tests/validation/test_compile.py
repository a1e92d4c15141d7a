"""What rules find: quantifiers over parts in three-valued logic, held against an evaluation that is obviously right."""

from hypothesis import given
from hypothesis import strategies as st

from validation_rules import document, every, found, implies, negated, some

TRUTHS = st.sampled_from([True, False, None])
AMOUNTS = {True: "1.00", False: "2.00", None: None}
APPLIES, HOLDS = "@KwotaPlatnosci = 1", "@TerminPlatnosci = '2026-03-06'"
DAYS = {True: "2026-03-06", False: "2026-03-07", None: None}


def payment(applies, holds):
    """A payment of which Jeżeli and Warunek have these truths."""
    given_ = {"amount": AMOUNTS[applies], "due_date": DAYS[holds]}
    return {"method": "przelew", **{name: value for name, value in given_.items() if value}}


def truth_of(findings, number):
    return next(({"false": False, "unknown": None}[truth] for _, part, truth in findings if part == number), True)


@given(st.lists(st.tuples(TRUTHS, TRUTHS), max_size=4))
def test_rules_over_parts_are_what_logic_says(parts):
    doc = document(payments=[payment(*part) for part in parts])
    rule = "K | {} płatność | {} | {} | błąd | x"
    every_one = found([rule.format("każda", APPLIES, HOLDS)], doc)
    none = found([rule.format("żadna", APPLIES, HOLDS)], doc)
    for number, (applies, holds) in enumerate(parts, start=1):
        assert truth_of(every_one, number) is implies(applies, holds)
        assert truth_of(none, number) is implies(applies, negated(holds))
    any_one = found([rule.format("jakaś", APPLIES, HOLDS)], doc)
    fits = [every([applies, holds]) for applies, holds in parts]
    wanted = some([every([negated(applies) for applies, _ in parts]), some(fits)])
    assert truth_of(any_one, None) is wanted
    unconditional = found([rule.format("jakaś", "", HOLDS)], doc)
    assert truth_of(unconditional, None) is some([holds for _, holds in parts])


@given(TRUTHS, TRUTHS)
def test_rules_about_the_document(applies, holds):
    doc = document(receipt_date=DAYS[holds], total=AMOUNTS[applies])
    rows = ["K | dokument | @Naleznosc = 1 | @DataWplywu = '2026-03-06' | błąd | x"]
    assert truth_of(found(rows, doc), None) is implies(applies, holds)


def test_no_parts_at_all():
    rule = "{0} | {1} płatność | {2} | @FormaPlatnosci = 'przelew' | błąd | x"
    names = (("A", "każda", ""), ("B", "żadna", ""), ("C", "jakaś", ""), ("D", "jakaś", "@Netto > 0"))
    rows = [rule.format(*name) for name in names]
    assert found(rows, document()) == [("C", None, "false")]


def test_findings_come_in_the_order_of_rules_and_parts():
    lines = [{"rate": "23", "net": "0.00"}, {"rate": "8", "net": "5.00"}, {"rate": "23", "net": "0.00"}]
    rows = [
        "Z | każda pozycja | | @Netto <> 0 | błąd | x",
        "D | dokument | | @Netto = 0 | informacja | x",
        "A | każda pozycja | @StawkaVat = '23' | @Vat <> 0 | ostrzeżenie | x",
    ]
    expected = [("Z", 1), ("Z", 3), ("D", None), ("A", 1), ("A", 3)]
    assert [(code, part) for code, part, _ in found(rows, document(elements=lines))] == expected


def test_equal_lines_have_numbers_of_their_own():
    line = {"rate": "23", "net": "100.00", "vat": "23.00"}
    rows = ["L | każda pozycja | | @Lp = 1 | błąd | x"]
    assert found(rows, document(elements=[line, line, line])) == [("L", 2, "false"), ("L", 3, "false")]
