"""What a scheme makes of a document."""

import datetime as dt
from decimal import Decimal

import pytest

from dekret import api
from dekret.model.faults import read_document
from dekret.posting.compile import compile_scheme
from dekret.posting.post import Posting, Refusal
from dekret.text.source import Source

PLAN = """plan "P"
[Ogólne]
{general}
[Konta]
| Konto     | Słownik   | Pozabilansowe | Nieaktywne |
|-----------|-----------|---------------|------------|
| 201       | Podmioty  |               |            |
| 202       |           |               |            |
| 202-1     | Podmioty  |               |            |
| 202-1-STARY |         |               | tak        |
| 221       |           |               |            |
| 300       | Towary    |               |            |
| 401       |           |               |            |
| 402       | Kategorie |               |            |
| 910       |           |               |            |
| 920       |           | nie           |            |
"""
HEAD = 'schemat "S"\n[Nagłówek]\nnazwa = S\ntyp = Rejestr VAT zakupu\n{header}\n[Pozycje]\n'
COLUMNS = "| Konto Wn | Konto Ma | Słownik | Kwota | Warunek | Opis |\n"
ROW = "| {debit} | {credit} | {split} | {amount} | {condition} | {text} |\n"


def row(debit="", credit="", amount="@Netto", split="", condition="", text=""):
    return ROW.format(debit=debit, credit=credit, amount=amount, split=split, condition=condition, text=text)


def document(**fields):
    usual = {
        "type": "vat_purchase",
        "number": "FZ/1",
        "issue_date": "2026-03-05",
        "party": {"code": "ALOZA"},
        "elements": [
            {"rate": "23", "net": "100.00", "vat": "23.00", "category": {"code": "MAT", "debit_account": "401"}},
            {"rate": "8", "net": "50.00", "vat": "4.00", "category": {"code": "USL", "debit_account": "402"}},
        ],
    }
    return read_document({**usual, **fields})


def post(*rows, doc=None, header="", general="", today=dt.date(2026, 3, 31)):
    scheme = api.check_sources([Source("s", HEAD.format(header=header) + COLUMNS + "".join(rows))])
    assert not scheme.report.has_errors, scheme.report.ids()
    plan = api.check_sources([Source("p", PLAN.format(general=general))])
    assert not plan.report.has_errors
    return Posting(compile_scheme(scheme.schemes[0]), plan.plans[0][1], today).post(doc or document(), "id")


def lines(*rows, **how):
    entry = post(*rows, **how)
    assert not isinstance(entry, Refusal), [reason.problem.id for reason in entry.reasons]
    return [(line.side, line.account, str(line.amount)) for line in entry.lines]


def refusals(*rows, **how):
    result = post(*rows, **how)
    assert isinstance(result, Refusal), result
    return [reason.problem.id for reason in result.reasons]


def test_a_row_runs_over_the_part_its_macros_need():
    assert lines(row("401", "221", "@Netto")) == [("Wn", "401", "150.00"), ("Ma", "221", "150.00")]
    assert lines(row("401", "221", "@Netto", condition="@StawkaVat = '8'")) == [
        ("Wn", "401", "50.00"),
        ("Ma", "221", "50.00"),
    ]
    by_element = lines(row("@KatElemKontoWn", "221", "@Netto", split="Kategorie"))
    assert by_element == [
        ("Wn", "401", "100.00"), ("Ma", "221", "100.00"), ("Wn", "402-USL", "50.00"), ("Ma", "221", "50.00"),
    ]  # fmt: skip


def test_a_part_that_is_not_there_makes_no_line():
    assert lines(row("401", "221"), row("401", "221", "@KwotaDodat")) == [
        ("Wn", "401", "150.00"),
        ("Ma", "221", "150.00"),
    ]


def test_a_dictionary_account_gets_the_code_of_the_party():
    entry = post(row("401", "202-1", split="Podmioty"))
    assert entry.lines[1].account == "202-1-ALOZA"
    assert [account.code for account in entry.opened] == ["202-1-ALOZA"]


def test_an_account_that_carries_the_code_or_is_no_dictionary_account_stays():
    assert lines(row("401", "'202-1-ALOZA'", split="Podmioty"))[1][1] == "202-1-ALOZA"
    assert lines(row("401", "221", split="Podmioty"))[1][1] == "221"


def test_letter_case_of_accounts_does_not_matter():
    assert lines(row("401", "'202-1-aloza'", split="Podmioty"))[1][1] == "202-1-ALOZA"


@pytest.mark.parametrize(
    ("debit", "split", "general", "problem"),
    [
        ("999", "", "", "posting/missing-account"),
        ("'202-1-INNY'", "Podmioty", "", "posting/missing-account"),
        ("202-1", "Podmioty", "zakładanie kont słownikowych = nie", "posting/missing-account"),
        ("202-1", "", "", "posting/split-needed"),
        ("300", "Podmioty", "", "posting/wrong-split"),
        ("202", "", "", "posting/synthetic-account"),
        ("'202-1-STARY'", "", "", "posting/inactive-account"),
        ("@KatNagKontoWn", "", "", "posting/empty-account"),
    ],
)
def test_accounts_that_cannot_be_posted_to(debit, split, general, problem):
    assert refusals(row(debit, "221", split=split), general=general) == [problem]


def test_other_accounts_are_opened_where_the_chart_allows():
    entry = post(row("'401-7'", "221"), general="zakładanie kont niesłownikowych = tak")
    assert [account.code for account in entry.opened] == ["401-7"]
    analytic_by_hand = post(row("'202-1-LITEROWKA'", "221"), general="zakładanie kont niesłownikowych = tak")
    assert isinstance(analytic_by_hand, Refusal)


def test_a_party_without_a_code():
    assert refusals(row("401", "202-1", split="Podmioty"), doc=document(party={"name": "X"})) == ["posting/no-code"]


def test_zero_makes_no_line_and_minus_stays_on_its_side():
    minus = document(elements=[{"rate": "23", "net": "-10.00", "vat": "0.00"}])
    assert lines(row("401", "221"), row("221", "401", "@Vat"), doc=minus) == [
        ("Wn", "401", "-10.00"),
        ("Ma", "221", "-10.00"),
    ]


def test_amounts_are_rounded_to_the_grosz_away_from_zero():
    assert lines(row("401", "221", "1.005")) == [("Wn", "401", "1.01"), ("Ma", "221", "1.01")]
    assert lines(row("401", "221", "-1.005"))[0][2] == "-1.01"


def test_sides_that_differ_are_refused_with_both_sums():
    result = post(row("401"), row("", "221", "@Brutto"))
    (reason,) = result.reasons
    sentence = reason.problem.message.fill(reason.values)
    assert sentence.pl == "Strony nie zgadzają się: Wn 150,00, Ma 177,00, różnica 27,00."


def test_off_balance_accounts_need_not_agree():
    assert lines(row("910"), row("401", "221")) == [
        ("Wn", "910", "150.00"),
        ("Wn", "401", "150.00"),
        ("Ma", "221", "150.00"),
    ]
    assert refusals(row("920"), row("401", "221")) == ["posting/unbalanced-entry"]


def test_nothing_posted_is_refused_unless_allowed():
    assert refusals(row("401", "221", condition="@Netto < 0")) == ["posting/nothing-posted"]
    allowed = post(row("401", "221", condition="@Netto < 0"), header="może nic nie zaksięgować = tak")
    assert allowed.lines == ()


def test_an_unknown_condition_does_not_post():
    assert refusals(row("401", "221", condition="@DataWplywu > '2020-01-01'")) == ["posting/nothing-posted"]


def test_all_reasons_of_a_document_are_told_at_once():
    found = refusals(row("999", "221"), row("401", "221", "CAST(@Opis AS DECIMAL(9, 2))"), row("@KatNagKontoWn", "221"))
    assert found == ["posting/missing-account", "posting/unknown-amount", "posting/empty-account"]


def test_the_header():
    entry = post(
        row("401", "221", text="'wiersz ' + @KodPodmiotu"),
        row("401", "221", "@Netto * 1"),
        header="dziennik = ZAKUP\ndata księgowania = EOMONTH(@DataOperacji)\nopis = 'FV ' + @Dokument",
    )
    assert (entry.journal, entry.date, entry.description) == ("ZAKUP", dt.date(2026, 3, 31), "FV FZ/1")
    assert [line.description for line in entry.lines] == ["wiersz ALOZA", "wiersz ALOZA", "FV FZ/1", "FV FZ/1"]


def test_without_a_posting_date_in_the_header():
    assert post(row("401", "221")).date == dt.date(2026, 3, 5)
    assert post(row("401", "221"), doc=document(operation_date="2026-03-01")).date == dt.date(2026, 3, 1)


def test_a_date_that_is_not_there():
    assert refusals(row("401", "221"), header="data księgowania = @DataWplywu") == ["posting/no-date"]


def test_the_day_of_the_run_is_given():
    assert post(row("401", "221"), header="data księgowania = GETDATE()", today=dt.date(2026, 4, 2)).date == dt.date(
        2026, 4, 2
    )


def test_the_condition_of_the_scheme():
    assert refusals(row("401", "221"), header="warunek = @Waluta = 'EUR'") == ["posting/condition-not-met"]


def test_a_document_of_another_type():
    assert refusals(row("401", "221"), doc=document(type="vat_sale")) == ["posting/wrong-document-type"]


def test_merging():
    rows = (
        row("401", "221", condition="@StawkaVat <> ''"),
        row("", "401", "-@Vat", condition="@StawkaVat = '8'"),
        row("", "401", "@Vat", condition="@StawkaVat = '8'"),
    )
    elements = [{"rate": "23", "net": "100.00", "vat": "23.00"}, {"rate": "8", "net": "50.00", "vat": "4.00"}]
    plain = document(elements=elements)
    merging = "scalaj = tak"
    assert lines(*rows, header=merging, doc=plain) == [("Wn", "401", "150.00"), ("Ma", "221", "150.00")]
    entry = post(*rows[:1], row("401", "221", "@Vat"), header=merging, doc=plain)
    assert [(line.account, line.amount, line.rule.row) for line in entry.lines] == [
        ("401", Decimal("177.00"), "1+2"), ("221", Decimal("177.00"), "1+2"),
    ]  # fmt: skip
    assert len(lines(*rows, header=merging)) == 4, "lines of two categories stay apart"
    vanishing = document(elements=[elements[0], {"rate": "23", "net": "-100.00", "vat": "0"}])
    assert refusals(rows[0], header=merging, doc=vanishing) == ["posting/nothing-posted"]


def test_every_line_knows_its_rule():
    entry = post(row("401", "221"))
    rule = entry.lines[0].rule
    assert (rule.scheme, rule.row, rule.file, rule.line) == ("S", "1", "s", 8)
    assert len(rule.version) == 12


def test_analytic_description_builds_accounts():
    rows = [
        {"amount": "45.00", "dimensions": {"BUDOWY": {"code": "1_19"}, "KONTA_4": {"code": "411", "account": "401"}}},
        {"amount": "55.00", "dimensions": {"BUDOWY": {"code": "2_19"}, "KONTA_4": {"code": "411", "account": "401"}}},
    ]
    doc = document(analytic_rows=rows, category={"code": "501"})
    account = "@KategoriaNag + '-' + @OpisAnalitycznyElement('budowy') + '-' + @OpisAnalitycznyElement('KONTA_4')"
    found = lines(
        row(account, "221", "@OpisAnalitycznyKwota"), doc=doc, general="zakładanie kont niesłownikowych = tak"
    )
    assert [line for line in found if line[0] == "Wn"] == [
        ("Wn", "501-1_19-411", "45.00"),
        ("Wn", "501-2_19-411", "55.00"),
    ]
    assert lines(row("@OpisAnalitycznyKonto1('KONTA_4')", "221", "@OpisAnalitycznyKwota"), doc=doc)[0][1] == "401"


def test_conditions_see_empty_texts_not_null():
    assert lines(row("401", "221", condition="@KategoriaNag = ''"))
    assert lines(row("401", "221", condition="@KategoriaNag <> 'X'"))
