"""What holds for everything: properties, tried on what Hypothesis makes."""

import datetime as dt
import re
from decimal import Decimal

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

import frames
import reference
import strategies
from dekret import api
from dekret.expr.cells import read_account, tidy_expression
from dekret.expr.check import check
from dekret.expr.collation import fold
from dekret.expr.compile import Layout, compile_condition, compile_refutation, compile_value
from dekret.expr.core import Compare, Condition
from dekret.expr.format import format_expression
from dekret.expr.kinds import Kind
from dekret.expr.nodes import Parenthesis, parts
from dekret.expr.parse import parse
from dekret.expr.parse import tokens as expression_tokens
from dekret.packs.library import LANGUAGES
from dekret.posting.compile import compile_scheme
from dekret.posting.post import Posting, Refusal
from dekret.syntax.format import format_source
from dekret.syntax.lines import read_lines
from dekret.syntax.lines import tokens as file_tokens
from dekret.syntax.nodes import Comment
from dekret.syntax.structure import read_structure
from dekret.text.encoding import read_source
from dekret.text.output import FORMATS
from dekret.text.report import Report
from dekret.text.source import Source

# --- reading never fails and loses nothing


@given(strategies.hostile_text)
def test_rule_file_tokens_are_the_text(text):
    assert "".join(file_tokens(text)) == text


@given(strategies.hostile_text)
def test_expression_tokens_are_the_text(text):
    assert "".join(expression_tokens(text)) == text


@given(strategies.hostile_text)
def test_reading_a_rule_file_never_raises(text):
    library = api.check_sources([Source("x.schemat", text)])
    for form in FORMATS.values():
        form(library.report, "pl")


@given(strategies.hostile_text)
def test_reading_an_expression_never_raises(text):
    for found in (parse(text), read_account(text)):
        assert (found.value is None) == any(f.problem.severity is api.Severity.ERROR for f in found.findings)
        for finding in found.findings:
            assert 0 <= finding.start <= finding.end <= len(text)


@given(st.binary(max_size=200))
def test_reading_bytes_never_raises(data):
    source, _ = read_source("x", data)
    api.check_sources([source])


# --- formatting


def _definitions(source):
    report = Report()
    return read_structure(source, read_lines(source), report), report


@given(strategies.hostile_text)
@example("\u200b|nazwa = x")
@example("\u200b = x")
@example('schemat "A"\nnazwa = x\n\u200b... = y')
def test_formatting_twice_changes_nothing_more(text):
    once = format_source(Source("x", text), LANGUAGES)
    assert format_source(Source("x", once), LANGUAGES) == once


@given(strategies.rule_files())
def test_a_formatted_file_reads_as_before(text):
    source = Source("x", text)
    before, report = _definitions(source)
    assert report.ids() <= {"rulefile/nothing-to-continue"}
    once = format_source(source, LANGUAGES)
    after, _ = _definitions(Source("x", once))
    assert _spelt(after) == _spelt(before)
    assert format_source(Source("x", once), LANGUAGES) == once
    comments = [line for line in read_lines(source) if isinstance(line, Comment)]
    assert comments == [line for line in read_lines(Source("x", once)) if isinstance(line, Comment)]


def _spelt(definitions):
    """The texts of definitions; expressions are compared as the formatter writes them."""
    found = []
    for definition in definitions:
        for section in (definition.preamble, *definition.sections):
            name = section.name.text if section.name else ""
            entries = [(entry.key.text, tidy_expression(entry.value.text)) for entry in section.entries]
            tables = [[cell.text for cell in table.header.cells] for table in section.tables]
            rows = [tidy_expression(cell.text) for t in section.tables for row in t.rows for cell in row.cells]
            texts = [text.text for text in section.texts]
            found.append((definition.keyword.text, definition.symbol.text, name, entries, tables, rows, texts))
    return found


def _plain(node):
    """A node without its parentheses."""
    if isinstance(node, Parenthesis):
        return _plain(node.inner)
    return (type(node).__name__, _leaf(node), tuple(_plain(part) for part in parts(node)))


def _leaf(node):
    return tuple(
        getattr(node, name)
        for name in ("value", "whole", "name", "operator", "negated", "sizes", "convert")
        if hasattr(node, name) and not hasattr(getattr(node, name), "start")
    )


DEPTHS = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
)


@DEPTHS
@given(st.one_of(strategies.condition_nodes(6), strategies.text_nodes(4), strategies.number_nodes(4)))
def test_parse_undoes_format(node):
    text = format_expression(node)
    parsed = parse(text)
    assert parsed.value is not None, text
    assert _plain(parsed.value) == _plain(node)
    assert format_expression(parsed.value) == text


# --- the compiled expression is the expression


def _row(layout, values):
    row = []
    for name, _, folded in layout.slots:
        value = values[name]
        row.append(fold(value) if folded and value is not None else value)
    return row


@DEPTHS
@given(strategies.condition_nodes(6), strategies.values())
def test_compiled_condition_is_the_reference(node, values):
    checked = check(node, strategies.WORDS, Kind.CONDITION)
    assume(checked.core is not None)
    layout = Layout()
    holds, fails = compile_condition(checked.condition, layout), compile_refutation(checked.condition, layout)
    wanted = reference.evaluate(node, values)
    row = _row(layout, values)
    assert bool(holds(row)) == (wanted is True)
    assert bool(fails(row)) == (wanted is False)


@DEPTHS
@given(
    st.one_of(
        st.tuples(strategies.text_nodes(4), st.just(Kind.TEXT)),
        st.tuples(strategies.number_nodes(4), st.just(Kind.NUMBER)),
        st.tuples(strategies.date_nodes(4), st.just(Kind.DATE)),
    ),
    strategies.values(),
)
def test_compiled_value_is_the_reference(pair, values):
    node, kind = pair
    checked = check(node, strategies.WORDS, kind)
    assume(checked.core is not None)
    layout = Layout()
    compute = compile_value(checked.value, layout)
    result = compute(_row(layout, values))
    assert result == reference.evaluate(node, values)
    if not checked.type.nullable:
        assert result is not None


# --- a clean check means that nothing fails on a document

SCHEME = """schemat "S"
[Nagłówek]
nazwa = S
typ = Rejestr VAT zakupu
data księgowania = {date}
opis = {text}
warunek = {header}
scalaj = {merge}
[Pozycje]
| Konto Wn | Konto Ma | Słownik | Kwota | Opis | Warunek |
|----------|----------|---------|-------|------|---------|
"""
CELLS = {
    "account": [
        "202-2-1",
        "221-1",
        "@KatElemKontoWn",
        "@KatNagKontoWn",
        "'401'",
        "ISNULL(NULL, '401')",
        "LEFT(@Dokument, 3)",
        "401",
        "'401-' + @KodPodmiotu",
        "@KontoDodatWn",
        "@OpisAnalitycznyKonto1('BUDOWY')",
        "CASE WHEN @Netto > 0 THEN '401' END",
    ],
    "amount": [
        "@Netto",
        "@Brutto",
        "@Vat",
        "-@Netto",
        "@Netto / @Vat",
        "ROUND(@Netto * 0.33, 2)",
        "@ZalNetto",
        "@KwotaDodat",
        "100",
        "CAST(@Opis AS DECIMAL(18, 2))",
        "@OpisAnalitycznyKwota",
        "@Zaokraglenie",
        "@Netto * @Netto * @Netto * @Netto",
    ],
    "condition": [
        "",
        "@Netto > 0",
        "@Waluta = 'PLN'",
        "@DataWplywu IS NULL",
        "@DataWplywu > '2020-01-01'",
        "@StawkaVat LIKE '2%'",
        "@KategoriaElem IN ('A', 'MAT')",
        "NOT (@KodPodmiotu = 'ALOZA' AND @Vat <> 0)",
        "@Kurs > 4",
    ],
    "split": ["", "Podmioty", "Kategorie"],
    "text": ["@NumerPelny", "'x' + @Dokument", "CONCAT(@Netto, @DataWplywu)", "LEFT(@Opis, 2)"],
    "date": [
        "@DataOperacji",
        "@DataWplywu",
        "DATEADD(day, 9, @DataWystawienia)",
        "GETDATE()",
        "EOMONTH(@DataOperacji)",
    ],
    "header": ["@Netto > 0 OR @Netto <= 0", "@Waluta <> 'USD'", "@CzyKorekta = 'NIE'"],
}


@st.composite
def schemes(draw):
    pick = {name: draw(st.sampled_from(cells)) for name, cells in CELLS.items()}
    head = SCHEME.format(
        date=pick["date"], text=pick["text"], header=pick["header"], merge=draw(st.sampled_from(["tak", "nie"]))
    )
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        cell = {name: draw(st.sampled_from(cells)) for name, cells in CELLS.items()}
        debit, credit = draw(st.sampled_from([("account", None), (None, "account"), ("account", "account")]))
        sides = [draw(st.sampled_from(CELLS["account"])) if side else "" for side in (debit, credit)]
        rows.append(
            f"| {sides[0]} | {sides[1]} | {cell['split']} | {cell['amount']} | {cell['text']} | {cell['condition']} |"
        )
    return head + "\n".join(rows) + "\n"


PLAN = api.check_sources([Source("p.plan", frames.PLAN)]).plans[0][1]


REAL = {
    "@Tn": "@Opis",
    "@T": "@Dokument",
    "@K": "@KatNagKontoWn",
    "@Nn": "@ZalNetto",
    "@N": "@Netto",
    "@C": "LEN(@Dokument)",
    "@Dn": "@DataWplywu",
    "@D": "@DataOperacji",
}


def _real(node):
    """The text of an expression over the macros of the VAT registers, as it stands in a cell."""
    text = format_expression(node)
    for name, macro in REAL.items():
        text = re.sub(rf"{name}\b", macro, text)
    return text.replace("|", "\\|")


@st.composite
def generated_schemes(draw):
    """A scheme whose cells are generated expressions."""
    head = SCHEME.format(
        date=_real(draw(strategies.date_nodes(2))),
        text=_real(draw(strategies.text_nodes(2))),
        header=_real(draw(strategies.condition_nodes(2))),
        merge=draw(st.sampled_from(["tak", "nie"])),
    )
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        account, amount = _real(draw(strategies.text_nodes(2))), _real(draw(strategies.number_nodes(2)))
        condition, text = _real(draw(strategies.condition_nodes(2))), _real(draw(strategies.text_nodes(1)))
        rows.append(
            f"| {account} | 221-1 | {draw(st.sampled_from(CELLS['split']))} | {amount} | {text} | {condition} |"
        )
    return head + "\n".join(rows) + "\n"


@DEPTHS
@given(schemes() | generated_schemes(), strategies.vat_documents())
def test_a_clean_check_never_fails_on_a_document(text, document):
    library = api.check_sources([Source("s.schemat", text)])
    assume(not library.report.has_errors)
    posting = Posting(compile_scheme(library.schemes[0]), PLAN, dt.date(2026, 1, 31))
    result = posting.post(document, "id")
    if isinstance(result, Refusal):
        assert result.reasons
        for reason in result.reasons:
            reason.problem.message.fill(reason.values)
        return
    sums = {"Wn": Decimal(0), "Ma": Decimal(0)}
    for line in result.lines:
        sums[line.side] += line.amount
        assert line.amount != 0
        assert line.amount == line.amount.quantize(Decimal("0.01"))
        assert line.account
    assert sums["Wn"] == sums["Ma"]


def test_strategies_reach_conditions():
    """The strategies make real conditions, not only trivial ones."""
    checked = check(parse("@T = 'a'").value, strategies.WORDS, Kind.CONDITION)
    assert isinstance(checked.core, Condition)
    assert isinstance(checked.core, Compare)
