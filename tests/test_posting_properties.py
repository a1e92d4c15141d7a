"""What holds for posting whatever the document, of every type: properties, tried on what Hypothesis makes."""

import datetime as dt
import tempfile
from collections import Counter, defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from dekret.documents.macros import Scope
from dekret.intake.received import Received
from dekret.model.documents import KINDS, decode, encode
from dekret.packs.library import load_sources
from dekret.packs.outcome import By, Posted, Refused
from dekret.packs.poster import Poster
from dekret.posting.compile import compile_scheme
from dekret.posting.explain import explain
from dekret.posting.post import Posting, Refusal, merged
from dekret.store import balance, journal
from dekret.text.source import Source

TODAY = dt.date(2026, 3, 31)
EVERY_TYPE = pytest.mark.parametrize("kind", KINDS)
ANY_TYPE = st.sampled_from(KINDS)
HALF = Decimal("0.005")
NOTHING = Decimal("0.00")


def some(examples):
    """So many examples in the usual profile, as many times more in others."""
    share = settings.default.max_examples / 120
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    return settings(max_examples=max(1, int(examples * share)), deadline=None, suppress_health_check=quiet)


@cache
def chart(opens):
    return load_sources([Source("p", strategies.CHART.format(opens=opens))]).plans[0][1]


def posting(text, opens="nie"):
    library = load_sources([Source("s.schemat", text)])
    assert not library.report.has_errors, library.report.ids()
    return Posting(compile_scheme(library.schemes[0]), chart(opens), TODAY)


def sums(lines, *, of=lambda line: line.side):
    """PLN by what `of` tells of a line, zeros left out."""
    found = defaultdict(Decimal)
    for line in lines:
        found[of(line)] += line.amount
    return {key: amount for key, amount in found.items() if amount}


# --- the strategies themselves


@some(20)
@given(ANY_TYPE, st.data())
def test_documents_are_read_back_from_their_canonical_form(kind, data):
    document = data.draw(strategies.documents(kind))
    assert document.type == kind
    assert decode(encode(document)) == (document, encode(document))


def test_strategies_reach_entries_refusals_and_every_part():
    reached = Counter()

    @settings(max_examples=50, deadline=None, database=None, derandomize=True)
    @given(ANY_TYPE, st.data())
    def run(kind, data):
        made = posting(data.draw(strategies.schemes(kind)), "tak")
        document = data.draw(strategies.documents(kind))
        reached[type(made.post(document, "id")).__name__] += 1
        for scope, parts in made.type.parts.items():
            reached[scope] += len(list(parts(document)))

    run()
    assert reached["Entry"] >= 10
    assert reached["Refusal"] >= 10
    posted = set(Scope) - {Scope.CLIENT, Scope.PACKAGE}  # nothing posts agreements and despatch advices
    assert all(reached[scope] for scope in posted)


def _one_row(kind, *, merge="nie"):
    word, whole, parts = strategies.CELLS[kind]
    amount = whole.get("foreign", ()) or next(iter(parts.values()))["foreign"]
    head = strategies.SCHEME_HEAD.format(type=word, date="@DataOperacji", text="'x'", merge=merge, nothing="tak")
    return f"{head}| 501 | 700 | | {amount[0]} | nie | nie | | |\n"


# --- a document and a clean scheme


@EVERY_TYPE
@some(12)
@given(data=st.data())
def test_a_clean_check_never_fails_and_every_entry_balances(kind, data):
    text, document = data.draw(strategies.schemes(kind)), data.draw(strategies.documents(kind))
    result = posting(text, data.draw(st.sampled_from(["tak", "nie"]))).post(document, "id")
    if isinstance(result, Refusal):
        assert result.reasons
        for reason in result.reasons:
            sentence = reason.problem.message.fill(reason.values)
            assert "{" not in sentence.pl + sentence.en
        return
    inside = [line for line in result.lines if not line.off_balance]
    assert sums(inside).get("Wn", NOTHING) == sums(inside).get("Ma", NOTHING)
    for line in result.lines:
        assert line.amount or line.currency_amount
        assert line.amount == line.amount.quantize(Decimal("0.01"))
        assert line.account
        assert (line.currency == "PLN") == (line.currency_amount is None)
        assert line.exchange_rate is None or line.currency_amount is not None
        assert line.account_currency in (line.currency, "PLN")


@some(20)
@given(ANY_TYPE, st.data())
def test_amounts_in_currency_go_with_the_rate(kind, data):
    text = data.draw(strategies.schemes(kind, in_currency=True, merge="nie"))
    document = data.draw(strategies.documents(kind, stated=False))
    result = posting(text, "tak").post(document, "id")
    if isinstance(result, Refusal):
        return
    amounts = 2 * len(getattr(document, "lines", ())) or 1  # net and tax of each line are rounded by themselves
    for line in result.lines:
        if line.currency_amount is not None and line.exchange_rate is not None:
            exact = line.currency_amount * line.exchange_rate
            assert abs(line.amount - exact) <= HALF * amounts + HALF


@some(25)
@given(ANY_TYPE, st.data())
def test_an_explanation_has_the_lines_that_were_posted(kind, data):
    text, document = data.draw(strategies.schemes(kind)), data.draw(strategies.documents(kind))
    made = posting(text, data.draw(st.sampled_from(["tak", "nie"])))
    result = made.post(document, "id")
    found = explain(made, document)
    lines = [each.line for row in found.rows for part in row.parts for each in part.lines]
    outcomes = {part.outcome for row in found.rows for part in row.parts}
    if isinstance(result, Refusal):
        said = [reason for row in found.rows for part in row.parts for reason in part.reasons]
        told = [each.problem.message.fill(each.values) for each in result.reasons]
        assert said == [sentence for sentence in told if sentence in said]
        assert said or "refused" not in outcomes
        return
    assert tuple(merged(lines) if "scalaj = tak" in text else lines) == result.lines
    assert "refused" not in outcomes


@some(25)
@given(ANY_TYPE, st.data())
def test_merged_lines_have_the_same_sums(kind, data):
    text, document = data.draw(strategies.schemes(kind, merge="nie")), data.draw(strategies.documents(kind))
    one_by_one = posting(text, "tak").post(document, "id")
    together = posting(text.replace("scalaj = nie", "scalaj = tak"), "tak").post(document, "id")
    if isinstance(one_by_one, Refusal):
        assert isinstance(together, Refusal)
        return

    def told(line):
        return (line.side, line.account, line.account_currency, line.currency, line.category, line.dimension)

    lines = () if isinstance(together, Refusal) else together.lines
    assert sums(lines, of=told) == sums(one_by_one.lines, of=told)
    foreign = [sum(line.currency_amount or 0 for line in each) for each in (lines, one_by_one.lines)]
    assert foreign[0] == foreign[1]
    assert len(lines) <= len(one_by_one.lines)


# --- rows over parts against the document as a whole

BY_PART = {
    "vat_purchase": [("@Netto", "@Netto", "@KategoriaElem = @KategoriaElem"), ("@Vat", "@Vat", "@StawkaVat <> ''")],
    "vat_sale": [("@Brutto", "@Brutto", "@StawkaVat <> ''")],
    "purchase_invoice": [("@Netto + @ZalNetto", "@PozNetto", "")],
    "sale_invoice": [("@Brutto + @ZalNetto + @ZalVat", "@PozBrutto", "")],
}


@pytest.mark.parametrize("kind", BY_PART)
@some(10)
@given(data=st.data())
def test_sums_over_parts_are_those_of_the_document(kind, data):
    document = data.draw(strategies.documents(kind))
    head = _one_row(kind).rsplit("|\n", 2)[0] + "|\n"
    for whole, part, condition in BY_PART[kind]:
        if getattr(document, "kind", "") != "final" or kind.startswith("vat"):
            whole = whole.split(" ")[0]  # noqa: PLW2901 - only a final invoice is what its advances left
        by_document = posting(f"{head}| 501 | 700 | | {whole} | nie | nie | | |\n").post(document, "id")
        by_part = posting(f"{head}| 501 | 700 | | {part} | nie | nie | | {condition} |\n").post(document, "id")
        assert sums(by_part.lines) == sums(by_document.lines)


@some(12)
@given(strategies.documents("cash_report"))
def test_entries_of_a_report_sum_to_its_turnover(report):
    head = _one_row("cash_report").rsplit("|\n", 2)[0] + "|\n"
    rows = "| 501 | | | @Przychod | nie | nie | | |\n| 501 | 700 | | @Rozchod | nie | nie | | |\n"
    entry = posting(f"{head}{rows}| | 501 | | @Przychod | nie | nie | | |\n").post(report, "id")
    by_row = sums(entry.lines, of=lambda line: (line.rule.row, line.side))
    assert by_row.get(("1", "Wn"), NOTHING) == _in_pln(report, "in")
    assert by_row.get(("2", "Ma"), NOTHING) == _in_pln(report, "out")
    assert sum(by_row.values()) == sum(line.amount for line in entry.lines)


def _in_pln(report, direction):
    return sum((report.pln(entry) for entry in report.entries if entry.direction == direction), NOTHING)


# --- many documents


@some(15)
@given(ANY_TYPE, st.data())
def test_the_order_of_documents_changes_no_line(kind, data):
    text = data.draw(strategies.schemes(kind))
    documents = data.draw(st.lists(strategies.documents(kind), min_size=2, max_size=4))
    forward, backward = posting(text), posting(text)
    there = [forward.post(document, str(index)) for index, document in enumerate(documents)]
    back = [backward.post(documents[index], str(index)) for index in reversed(range(len(documents)))]
    assert [_told(result) for result in there] == [_told(result) for result in reversed(back)]


def _told(result):
    if isinstance(result, Refusal):
        return [(reason.problem.id, sorted(reason.values)) for reason in result.reasons]
    return result


@some(12)
@given(ANY_TYPE, st.data())
def test_two_posters_give_the_same_lines_and_one_poster_only_once(kind, data):
    text, document = data.draw(strategies.schemes(kind)), data.draw(strategies.documents(kind))
    library = load_sources([Source("s.schemat", text), Source("p.plan", strategies.CHART.format(opens="tak"))])
    received = Received(document, encode(document), Source("d", document.number).span())
    one, other = (Poster(library, By("S", TODAY)) for _ in range(2))
    first, second, again = one.post(received), other.post(received), one.post(received)
    if isinstance(first, Posted):
        assert first.entry == second.entry
    else:
        assert [found.message for found in first.diagnostics] == [found.message for found in second.diagnostics]
    assert isinstance(again, Refused)
    assert [found.id for found in again.diagnostics] == ["pack/document-repeated"]


@some(15)
@given(ANY_TYPE, st.data())
def test_a_journal_read_back_has_the_sums_that_were_posted(kind, data):
    made = posting(data.draw(strategies.schemes(kind)), "tak")
    documents = data.draw(st.lists(strategies.documents(kind), max_size=3))
    entries = [made.post(document, str(index)) for index, document in enumerate(documents)]
    entries = [entry for entry in entries if not isinstance(entry, Refusal)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "dziennik.jsonl")
        path.write_text("".join(map(journal.jsonl, entries)), encoding="utf-8")
        rows = balance.of_journal(path, {}).rows
    found = defaultdict(lambda: (NOTHING, NOTHING))
    for row in rows:
        debit, credit = found[row.account]
        found[row.account] = (debit + row.debit, credit + row.credit)
    posted = journal.Turnovers()
    for entry in entries:
        posted.add(entry)
    assert found == posted.sums()
