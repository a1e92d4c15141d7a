"""Everything that Hypothesis makes for the tests: texts, expressions, rule files, documents, schemes."""

import datetime as dt
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from dekret.expr.kinds import Kind, Type
from dekret.expr.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Call,
    Case,
    Cast,
    Comparison,
    InList,
    IsNull,
    Like,
    Macro,
    Name,
    Negation,
    Node,
    Null,
    Number,
    Sign,
    Text,
    TypeName,
    When,
)
from dekret.expr.vocabulary import MacroSpec, vocabulary
from dekret.model.faults import read_document
from dekret.text.wording import Wording

# --- any text, with a liking for what rule files are made of

_PIECES = st.sampled_from(
    [
        *(
            "|",
            "\\|",
            "\\",
            "[",
            "]",
            "=",
            "#",
            '"',
            '"""',
            "'",
            "’",
            "„",
            "”",
            "…",
            "...",
            "\n",
            "\n\n",
            "\t",
            " ",
            "\xa0",
        ),
        *(
            "schemat",
            'schemat "A"',
            "[Nagłówek]",
            "nazwa = x",
            "| a | b |",
            "|---|---|",
            "| … | c |",
            "@Netto",
            "OR",
            "NOT",
        ),
        *(
            "(",
            ")",
            "CASE",
            "WHEN",
            "0,5",
            "12.",
            "<>",
            "–",
            "\u200b",
            "漢",
            "e\u0301",
            "LIKE",
            "IN",
            "BETWEEN",
            "NULL",
        ),
    ]
)
hostile_text = (
    st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=30)
    .map("".join)
    .map(lambda text: text.replace("\r", "").replace("\0", ""))
)

# --- rule files with a sound structure

_names = st.sampled_from(["Lp", "Konto Wn", "Opis", "x", "Ż"])
_cell_texts = st.sampled_from(
    ["", "1", "202-2-1", "@Netto", "a | b", "tekst „cytat”", "= 5", "# nie komentarz", "漢字", "\\", "e\u0301"]
)
_comments = st.sampled_from(["# uwaga", "#", "  # dalej |"])


def _row(cells: list[str], *, more: bool = False) -> str:
    written = [cell.replace("|", "\\|") for cell in cells]
    if more:
        written[0] = f"… {written[0]}"
    return "| " + " | ".join(written) + " |"


@st.composite
def _tables(draw):
    names = draw(st.lists(_names, min_size=1, max_size=4, unique=True))
    lines = [_row(names), *draw(st.sampled_from([[], ["|" + "---|" * len(names)]]))]
    cells = st.lists(_cell_texts, min_size=len(names), max_size=len(names))
    for number, row in enumerate(draw(st.lists(cells, max_size=4))):
        lines.append(_row(row, more=number > 0 and draw(st.booleans())))
        lines += draw(st.lists(st.sampled_from(["# uwaga", ""]), max_size=1))
    return lines


_entries = st.builds(
    lambda key, value: f"{key} = {value}", st.sampled_from(["nazwa", "data księgowania", "ż"]), _cell_texts
)
_text_blocks = st.lists(st.sampled_from(["SELECT 1", "", "  wcięcie", "| a |", "# x", '""']), max_size=3).map(
    lambda lines: ['"""', *lines, '"""']
)


@st.composite
def rule_files(draw):
    """A rule file of no particular language: definitions with sections, entries, tables, texts, comments."""
    lines: list[str] = draw(st.lists(_comments, max_size=1))
    for number in range(draw(st.integers(1, 2))):
        lines.append(draw(st.sampled_from(['schemat "A"', 'plan   "B c"', "toy „D”"])))
        lines += draw(st.lists(_entries, max_size=2))
        for _ in range(draw(st.integers(0, 2))):
            lines += draw(st.lists(_comments | st.just(""), max_size=2))
            lines.append(draw(st.sampled_from(["[Nagłówek]", "[ Pozycje ]", f"[S{number}]"])))
            lines += draw(st.lists(_entries, max_size=2))
            lines += draw(st.sampled_from([[], ["… i dalej"]])) if " = " in lines[-1] else []
            lines += draw(_tables() | _text_blocks | st.just([]))
    return "\n".join(lines) + "\n"


# --- expressions of every kind

W = Wording("x", "x")
MACROS = {
    "@T": Type(Kind.TEXT),
    "@Tn": Type(Kind.TEXT, nullable=True),
    "@K": Type(Kind.ACCOUNT),
    "@N": Type(Kind.NUMBER),
    "@Nn": Type(Kind.NUMBER, nullable=True),
    "@C": Type(Kind.NUMBER, whole=True),
    "@D": Type(Kind.DATE),
    "@Dn": Type(Kind.DATE, nullable=True),
}
WORDS = vocabulary(MacroSpec(name, type_, W) for name, type_ in MACROS.items())

_texts = st.sampled_from(["", "PLN", "pln ", "EUR", "a%b", "ł", "Ł", "201-2-1", "O'Neil", "x_y", "12", "12.50", " a "])
_decimals = st.decimals(min_value=-10_000, max_value=10_000, places=2, allow_nan=False, allow_infinity=False)
_dates = st.dates(min_value=dt.date(1999, 1, 1), max_value=dt.date(2040, 12, 31))


@st.composite
def values(draw):
    """A value for every macro of the test vocabulary, and the day of the run."""
    return {
        "@T": draw(_texts),
        "@Tn": draw(st.none() | _texts),
        "@K": draw(st.sampled_from(["201-2-1", "131", "149", ""])),
        "@N": draw(_decimals),
        "@Nn": draw(st.none() | _decimals),
        "@C": Decimal(draw(st.integers(-50, 50))),
        "@D": draw(_dates),
        "@Dn": draw(st.none() | _dates),
        "GETDATE()": draw(_dates),
    }


def _text(value: str) -> Node:
    return Text(0, 0, value)


def _number(value: Decimal) -> Node:
    positive = Number(0, 0, abs(value), value == value.to_integral_value() and value.as_tuple().exponent == 0)
    return Sign(0, 0, "-", positive) if value < 0 else positive


def _whole(value: int) -> Node:
    return _number(Decimal(value))


def _macro(*names: str):
    return st.sampled_from(names).map(lambda name: Macro(0, 0, name, ()))


def _call(name: str, *arguments: Node) -> Node:
    return Call(0, 0, name, arguments)


def _cast(value: Node, type_: str, *sizes: int) -> Node:
    return Cast(0, 0, value, TypeName(0, 0, type_, sizes), None, convert=False)


@cache
def text_nodes(depth: int):
    leaf = st.one_of(_texts.map(_text), _macro("@T", "@Tn", "@K"))
    if depth <= 0:
        return leaf
    text, number, date = text_nodes(depth - 1), number_nodes(depth - 1), date_nodes(depth - 1)
    small = st.integers(-2, 8).map(_whole)
    return st.one_of(
        leaf,
        st.builds(lambda a, b: Arithmetic(0, 0, "+", a, b), text, text),
        st.builds(_call, st.sampled_from(["UPPER", "LOWER", "LTRIM", "RTRIM", "TRIM"]), text),
        st.builds(_call, st.sampled_from(["LEFT", "RIGHT", "REPLICATE"]), text, small),
        st.builds(lambda a, b, c: _call("SUBSTRING", a, b, c), text, small, small),
        st.builds(lambda a, b, c: _call("REPLACE", a, b, c), text, text, text),
        st.builds(lambda a, b, c, d: _call("STUFF", a, b, c, d), text, small, small, text),
        st.builds(lambda a, b: _call("CONCAT", a, b), text, st.one_of(number, date, text)),
        st.builds(lambda a: _call("STR", a, _whole(12), _whole(2)), number),
        st.builds(lambda a, f: _call("FORMAT", a, _text(f)), number, st.sampled_from(["N2", "F1", "0", "#,##0.00"])),
        st.builds(lambda a, f: _call("FORMAT", a, _text(f)), date, st.sampled_from(["yyyy-MM-dd", "dd.MM.yy"])),
        st.builds(lambda a, n: _cast(a, "VARCHAR", n), st.one_of(text, number, date), st.integers(1, 30)),
        st.builds(lambda a: Cast(0, 0, a, TypeName(0, 0, "VARCHAR", (10,)), _whole(104), convert=True), date),
        _shared(depth, text),
        st.builds(lambda a: _cast(a, "CHAR", 4), text),
    )


@cache
def whole_nodes(depth: int):
    leaf = st.one_of(st.integers(-9, 99).map(_whole), _macro("@C"))
    if depth <= 0:
        return leaf
    text, date = text_nodes(depth - 1), date_nodes(depth - 1)
    return st.one_of(
        leaf,
        st.builds(lambda a: _call("LEN", a), text),
        st.builds(lambda a, b: _call("CHARINDEX", a, b), text, text),
        st.builds(lambda a, b: _call("PATINDEX", a, b), text, text),
        st.builds(_call, st.sampled_from(["YEAR", "MONTH", "DAY"]), date),
        st.builds(lambda p, a: _call("DATEPART", Name(0, 0, p), a), st.sampled_from(["quarter", "dy", "isowk"]), date),
        st.builds(
            lambda p, a, b: _call("DATEDIFF", Name(0, 0, p), a, b),
            st.sampled_from(["year", "quarter", "month", "week", "day"]),
            date,
            date,
        ),
        st.builds(_call, st.sampled_from(["FLOOR", "CEILING", "SIGN"]), number_nodes(depth - 1)),
    )


@cache
def number_nodes(depth: int):
    leaf = st.one_of(_decimals.map(_number), _macro("@N", "@Nn"))
    if depth <= 0:
        return leaf
    number, text = number_nodes(depth - 1), text_nodes(depth - 1)
    return st.one_of(
        leaf,
        whole_nodes(depth - 1),
        st.builds(lambda o, a, b: Arithmetic(0, 0, o, a, b), st.sampled_from("+-*"), number, number),
        st.builds(lambda o, a, b: Arithmetic(0, 0, o, a, b), st.sampled_from("/%"), number, _macro("@N", "@Nn")),
        st.builds(lambda o, a: Sign(0, 0, o, a), st.sampled_from("+-"), number),
        st.builds(lambda a, n: _call("ROUND", a, _whole(n)), number, st.integers(-3, 4)),
        st.builds(lambda a: _call("ABS", a), number),
        st.builds(lambda a: _cast(a, "DECIMAL", 12, 3), st.one_of(number, text)),
        st.builds(lambda a: _cast(a, "INT"), st.one_of(number, text)),
        _shared(depth, number),
    )


@cache
def date_nodes(depth: int):
    leaf = st.one_of(
        _macro("@D", "@Dn"), st.just(_call("GETDATE")), _dates.map(lambda d: _cast(_text(d.isoformat()), "DATE"))
    )
    if depth <= 0:
        return leaf
    date = date_nodes(depth - 1)
    return st.one_of(
        leaf,
        st.builds(
            lambda p, n, a: _call("DATEADD", Name(0, 0, p), _whole(n), a),
            st.sampled_from(["year", "qq", "month", "week", "day"]),
            st.integers(-99_999, 99_999),
            date,
        ),
        st.builds(lambda a, n: _call("EOMONTH", a, _whole(n)), date, st.integers(-30, 30)),
        st.builds(lambda a: _cast(a, "DATE"), text_nodes(depth - 1)),
        _shared(depth, date),
    )


def _shared(depth: int, same):
    """Forms that give the kind of their parts."""
    condition = condition_nodes(depth - 1)
    return st.one_of(
        st.builds(lambda c, a, b: _call("IIF", c, a, b), condition, same, same),
        st.builds(lambda a, b: _call("ISNULL", a, b), same, same),
        st.builds(lambda a, b, c: _call("COALESCE", a, b, c), same, same, same),
        st.builds(lambda a, b: _call("NULLIF", a, b), same, same),
        st.builds(
            lambda pairs, other: Case(0, 0, None, tuple(When(0, 0, c, v) for c, v in pairs), other),
            st.lists(st.tuples(condition, same), min_size=1, max_size=2),
            st.none() | same,
        ),
        st.builds(
            lambda subject, w, v, other: Case(0, 0, subject, (When(0, 0, w, v),), other),
            same,
            same,
            same,
            same | st.just(Null(0, 0)),
        ),
    )


@cache
def condition_nodes(depth: int):
    shallow = max(depth - 1, 0)
    pair = st.one_of(
        st.tuples(text_nodes(shallow), text_nodes(shallow)),
        st.tuples(number_nodes(shallow), number_nodes(shallow)),
        st.tuples(date_nodes(shallow), date_nodes(shallow)),
    )
    one = st.one_of(text_nodes(shallow), number_nodes(shallow), date_nodes(shallow))
    patterns = st.sampled_from(
        ["%", "P%", "%n_", "_LN", "[a-p]%", "[^0-9]%", "a!%b", "%-2-%", "", "ł", "%a%b%", "[", "x[]y"]
    )
    leaf = st.one_of(
        st.builds(lambda o, p: Comparison(0, 0, o, *p), st.sampled_from(["=", "<>", "<", ">", "<=", ">="]), pair),
        st.builds(lambda a, n: IsNull(0, 0, a, negated=n), one, st.booleans()),
        st.builds(
            lambda a, p, e, n: Like(0, 0, a, p, e, negated=n),
            text_nodes(shallow),
            patterns.map(_text) | text_nodes(0),
            st.none() | st.just(_text("!")),
            st.booleans(),
        ),
        st.builds(
            lambda a, more, n: InList(0, 0, a, tuple(more), negated=n),
            text_nodes(shallow),
            st.lists(text_nodes(0) | st.just(Null(0, 0)), min_size=1, max_size=3),
            st.booleans(),
        ),
        st.builds(
            lambda a, b, c, n: Between(0, 0, a, b, c, negated=n),
            number_nodes(shallow),
            number_nodes(shallow),
            number_nodes(shallow),
            st.booleans(),
        ),
    )
    if depth <= 0:
        return leaf
    condition = condition_nodes(depth - 1)
    several = st.lists(condition, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        leaf,
        st.builds(lambda a: Negation(0, 0, a), condition),
        st.builds(lambda a: AnyOf(0, 0, a), several),
        st.builds(lambda a: AllOf(0, 0, a), several),
    )


# --- documents of the VAT registers

_money = st.integers(-10_000_00, 10_000_00).map(lambda cents: f"{Decimal(cents) / 100:.2f}")
_code = st.sampled_from(["ALOZA", "KLON", "NOWY", "", "Ż 1"])
_account = st.sampled_from(["401-01-03", "401-01-05", "501", "", "nie ma"])


@st.composite
def vat_documents(draw, kind: str = "vat_purchase"):
    """A document of a VAT register, of any shape that the model allows."""
    currency = draw(st.sampled_from(["PLN", "PLN", "EUR"]))
    category = st.none() | st.fixed_dictionaries({"code": st.sampled_from(["A", "MAT"]), "debit_account": _account})
    element = st.fixed_dictionaries(
        {
            "rate": st.sampled_from(["23", "8", "zw", "np", "0 WDT"]),
            "net": _money,
            "vat": _money,
            "category": category,
            "description": st.sampled_from(["", "opis", "O'Neil"]),
        }
    )
    data = {
        "type": kind,
        "number": draw(st.sampled_from(["FZ/1", "FV 2/2026", "ł"])),
        "issue_date": draw(_dates).isoformat(),
        "operation_date": draw(st.none() | _dates.map(dt.date.isoformat)),
        "receipt_date": draw(st.none() | _dates.map(dt.date.isoformat)),
        "party": {"code": draw(_code), "tax_id": "6736819308"},
        "category": draw(category),
        "currency": currency,
        "exchange_rate": None if currency == "PLN" else "4.2515",
        "kind": draw(st.sampled_from(["ordinary", "advance", "final"])),
        "elements": draw(st.lists(element, min_size=1, max_size=3)),
        "total": draw(st.none() | _money),
        "additional_amounts": draw(
            st.lists(
                st.fixed_dictionaries({"amount": _money, "debit_account": _account, "credit_account": _account}),
                max_size=2,
            )
        ),
        "analytic_rows": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"amount": _money, "dimensions": st.just({"BUDOWY": {"code": "1_19", "account": "501"}})}
                ),
                max_size=2,
            )
        ),
        "settled_advances": draw(
            st.lists(st.fixed_dictionaries({"number": st.just("Z"), "net": st.none() | _money}), max_size=2)
        ),
    }
    return read_document(data)
