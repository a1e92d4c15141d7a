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


# --- documents of every type, of any shape that the model allows

_amounts = st.one_of(_money, st.sampled_from(["0.00", "0.01", "-0.01", "-10.00", "9999999999999.99"]))
_rates = st.sampled_from(["4.2515", "0.0271", "1", "3.98765432"])
_currencies = st.sampled_from(["PLN", "PLN", "EUR", "USD"])
_descriptions = st.sampled_from(["", "opis", "O'Neil | x", '="1"', "12.50"])
_party_kinds = st.sampled_from(["contractor", "employee", "office", "bank", "partner"])
_parties = st.fixed_dictionaries(
    {"code": _code},
    optional={
        "kind": _party_kinds,
        "name": st.just("Aloza sp. z o.o."),
        "tax_id": st.just("6736819308"),
        "country": st.sampled_from(["PL", "DE"]),
    },
)
_categories = st.one_of(
    st.sampled_from(["A", "mat"]),
    st.fixed_dictionaries(
        {"code": st.sampled_from(["A", "MAT", "ą"])},
        optional={
            "debit_account": _account,
            "credit_account": _account,
            "general_code": st.sampled_from(["OG", "BUDOWY"]),
            "description": _descriptions,
        },
    ),
)
_two_categories = {"category": _categories, "category2": _categories}
_written_dates = _dates.map(dt.date.isoformat)
_vat_rates = st.sampled_from(["23", "8", "zw", "np", "np II", "oo", "marża", "0 WDT"])
_additional = st.fixed_dictionaries(
    {"amount": _amounts},
    optional={"debit_account": _account, "credit_account": _account, "description": _descriptions},
)
_dimensions = st.dictionaries(
    st.sampled_from(["BUDOWY", "KONTA_4"]),
    st.sampled_from(["1_19", {"code": "2_19", "account": "501"}, {"code": "", "account": ""}]),
    max_size=2,
)
_positions = st.sampled_from(["document", "line:1", "cost:1", "vat_cost:9", "additional:1"])
_analytic_rows = st.one_of(
    st.fixed_dictionaries({"amount": _amounts, "dimensions": _dimensions}, optional={"position": _positions}),
    st.fixed_dictionaries(
        {"percent": st.sampled_from(["100", "33.33", "-5"]), "dimensions": _dimensions},
        optional={"position": _positions, "amount": _amounts},
    ),
)
_payments = st.fixed_dictionaries({}, optional={"amount": _amounts, "due_date": _written_dates, "method": st.just("x")})


def _lists(items, most: int = 2):
    return st.lists(items, max_size=most)


def _lines(of_line: dict[str, object], *, stated: bool):
    """Elements or positions; with `stated` some of them give their amounts in PLN themselves."""
    in_pln = {"net_pln": _amounts, "vat_pln": _amounts} if stated else {}
    line = st.fixed_dictionaries(
        {"rate": _vat_rates, "net": _amounts, **of_line},
        optional={"vat": _amounts, "description": _descriptions, **_two_categories, **in_pln},
    )
    return st.lists(line, min_size=1, max_size=3)


def _advances(kind: str, *, final: bool):
    """Settled advances; a final invoice of the trade module knows the net and tax of each."""
    if final and kind in ("purchase_invoice", "sale_invoice", "internal_sale"):
        return _lists(st.fixed_dictionaries({"net": _amounts, "vat": _amounts}, optional={"gross": _amounts}))
    return _lists(st.fixed_dictionaries({"number": st.just("Z")}, optional={"net": _amounts, "vat": _amounts}))


@st.composite
def _invoices(draw, kind: str, *, stated: bool):
    currency = draw(_currencies)
    final = draw(st.sampled_from(["ordinary", "advance", "final"]))
    usual = {
        "own_number": st.sampled_from(["", "ZAK/1/2026"]),
        "operation_date": _written_dates,
        "receipt_date": _written_dates,
        **_two_categories,
        "description": _descriptions,
        "correction": st.booleans(),
        "split_payment": st.booleans(),
        "total": _amounts,
        "charges": _amounts,
        "deductions": _amounts,
        "additional_amounts": _lists(_additional),
        "analytic_rows": _lists(_analytic_rows),
        "payments": _lists(_payments),
        "advance_holder": _parties,
        "employee_advances": _lists(st.fixed_dictionaries({"number": st.just("KW/1"), "amount": _amounts})),
    }
    if stated:
        usual["settled_advances"] = _advances(kind, final=final == "final")
    data = draw(
        st.fixed_dictionaries(
            {
                "number": st.sampled_from(["FZ/1", "FV 2/2026", "ł"]),
                "issue_date": _written_dates,
                "party": _parties,
            },
            optional=usual,
        )
    )
    if kind in ("vat_purchase", "vat_sale"):
        deduction = {"deduction": st.sampled_from(["yes", "no", "conditional"])}
        data["elements"] = draw(_lines(deduction, stated=stated))
    else:
        goods = st.fixed_dictionaries(
            {"code": st.sampled_from(["DESKA", "Ż/1"])}, optional={"kind": st.sampled_from(["goods", "service"])}
        )
        quantity = st.sampled_from(["1", "0", "-2.5", "0.0001"])
        data["positions"] = draw(_lines({"goods": goods, "quantity": quantity}, stated=stated))
    rate = {} if currency == "PLN" else {"exchange_rate": draw(_rates)}
    return {**data, "type": kind, "kind": final, "currency": currency, **rate}


@st.composite
def _cash_reports(draw, *, stated: bool):
    currency = draw(_currencies)
    of_report = currency != "PLN" and draw(st.booleans())
    needed = {} if currency == "PLN" or of_report else {"exchange_rate": _rates}
    possible = {} if needed else {"exchange_rate": _rates}
    entry = st.fixed_dictionaries(
        {
            "number": st.sampled_from(["1", "KP/2", "KW/3"]),
            "date": _written_dates,
            "direction": st.sampled_from(["in", "out"]),
            "amount": _amounts,
            **needed,
        },
        optional={
            "party": _parties,
            "contra_account": st.sampled_from(["149", "201-1", "203", "402", ""]),
            "foreign_number": st.sampled_from(["", "WB 1"]),
            "description": _descriptions,
            "settled_currency": _currencies,
            "category": _categories,
            "additional_amounts": _lists(_additional),
            **possible,
            **({"amount_pln": _amounts} if stated else {}),
        },
    )
    data = draw(
        st.fixed_dictionaries(
            {
                "number": st.sampled_from(["RKB/1", "RKB/2/2026"]),
                "date": _written_dates,
                "account": st.sampled_from(["131", "135", "100"]),
                "entries": st.lists(entry, min_size=1, max_size=3),
            },
            optional={"register_name": st.just("BANK"), "opening_date": _written_dates, "description": _descriptions},
        )
    )
    rate = {"exchange_rate": draw(_rates)} if of_report else {}
    return {**data, "type": "cash_report", "currency": currency, **rate}


@st.composite
def _settlements(draw):
    currency = draw(_currencies)
    in_pln = {} if currency == "PLN" else {"amount_pln": _amounts}
    side = st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["FZ", "FS", "FZK", "KP", "KW"]),
            "number": st.sampled_from(["FZ/1", "FS/2"]),
            "party": _parties,
            "amount": _amounts,
            **in_pln,
        },
        optional={"category": _categories},
    )
    plain = {"number": st.just("ROZ/1"), "date": _written_dates, "left": side, "right": side}
    data = draw(st.fixed_dictionaries(plain, optional={"description": _descriptions}))
    left, right = (Decimal(data[name].get("amount_pln", "0")) for name in ("left", "right"))
    differences = _amounts if currency == "PLN" else st.sampled_from([left - right, right - left, Decimal("0.00")])
    difference = draw(st.just({}) | st.fixed_dictionaries({"difference": differences}))
    return {**data, **difference, "type": "settlement", "currency": currency}


@cache
def documents(kind: str, *, stated: bool = True):
    """Documents of a type, as records; without `stated` none gives an amount in PLN beside that in its currency."""
    if kind == "cash_report":
        data = _cash_reports(stated=stated)
    elif kind == "settlement":
        data = _settlements()
    else:
        data = _invoices(kind, stated=stated)
    return data.map(_read)


def _read(data: dict[str, object]):
    document = read_document(data)
    assert not isinstance(document, tuple), document
    return document


# --- schemes of every type: rows whose cells belong to one part of the document

CHART = """plan "P"
[Ogólne]
zakładanie kont słownikowych = tak
zakładanie kont niesłownikowych = {opens}
[Konta]
| Konto     | Słownik    | Waluta | Pozabilansowe | Nieaktywne |
|-----------|------------|--------|---------------|------------|
| 100       |            |        |               |            |
| 131       |            |        |               |            |
| 131       |            | EUR    |               |            |
| 135       |            | EUR    |               |            |
| 149       |            |        |               |            |
| 201       |            |        |               |            |
| 201-1     | Podmioty   |        |               |            |
| 201-1-KLON |           | EUR    |               |            |
| 203       | Podmioty   |        |               |            |
| 203-ALOZA |            |        |               |            |
| 203-ALOZA |            | EUR    |               |            |
| 221       |            |        |               |            |
| 234       | Pracownicy |        |               |            |
| 401       |            |        |               |            |
| 401-01    |            |        |               |            |
| 401-01-03 |            |        |               |            |
| 402       | Kategorie  |        |               |            |
| 501       |            |        |               |            |
| 700       |            |        |               |            |
| 730       | Towary     |        |               |            |
| 740       |            |        |               | tak        |
| 910       |            |        |               |            |
"""
_PLAIN = ("221", "700", "501", "'131'", "401-01-03") * 3
_ACCOUNTS = (*_PLAIN, "135", "'nie ma'", "910", "740", "401", "NULLIF('221', '221')")
_COMMON_CELLS = {
    "account": _ACCOUNTS,
    "foreign": (),
    "amount": ("100", "1.005"),
    "condition": ("@Waluta = 'PLN'", "@DataOperacji > '2020-01-01'", "@Dokument LIKE 'F%'"),
    "text": ("@NumerPelny", "'x' + @Dokument", "LEFT(@Opis, 2)"),
    "split": (),
}
_INVOICE_CELLS = {
    "account": ("@KatNagKontoWn", "@KatNag2KontoMa", "401-01-03", "'401-' + @KodPodmiotu"),
    "foreign": ("@Netto", "@Vat", "@Brutto", "-@Netto"),
    "amount": ("@ZalNetto", "@Netto / @Vat", "ROUND(@Netto * 0.33, 2)", "@Netto * @Netto * @Netto", "@Zaokraglenie"),
    "condition": ("@Netto > 0", "@CzyZaliczkowa <> 'TAK'", "@TypZaliczkobiorcy = 'pracownik'", "@Kurs > 4"),
    "text": ("CONCAT(@Netto, @KategoriaOgolnaNag)",),
    "split": (("201-1", "Podmioty"), ("203", "Podmioty"), ("234", "Zaliczkobiorcy"), ("234", "Pracownicy")),
}


def _filled(cell, word: str):
    return cell.format(word) if isinstance(cell, str) else cell


_OF_LINES = {
    "account": ("@Kat{0}KontoWn", "@Kat{0}KontoMa", "@Kat{0}2KontoWn"),
    "condition": ("@Kategoria{0} IN ('A', 'MAT')", "@KategoriaOgolna{0} = ''"),
    "split": (("402", "Kategorie"),),
}
_ELEMENT_CELLS = {
    **{name: tuple(_filled(cell, "Elem") for cell in cells) for name, cells in _OF_LINES.items()},
    "text": ("@OpisElem",),
}
_POSITION_CELLS = {
    **{name: tuple(_filled(cell, "Poz") for cell in cells) for name, cells in _OF_LINES.items()},
    "foreign": ("@PozNetto", "@PozVat", "@PozBrutto"),
    "amount": ("@PozNetto * @PozIlosc",),
    "split": (("402", "Kategorie"), ("730", "Towary")),
    "text": ("@PozOpis + @KodTowaru",),
}
_OTHER_PARTS = {
    "additional": {
        "account": ("@KontoDodatWn", "@KontoDodatMa"),
        "amount": ("@KwotaDodat", "-@KwotaDodat"),
        "condition": ("@KwotaDodat <> 0",),
        "text": ("@OpisDodat",),
    },
    "analytic": {
        "account": ("@OpisAnalitycznyKonto1('BUDOWY')", "'501-' + @OpisAnalitycznyElement('KONTA_4')"),
        "amount": ("@OpisAnalitycznyKwota",),
        "condition": ("@OpisAnalitycznyPozycja = 'document'",),
    },
    "advance": {"amount": ("@PlatZaliczka",), "condition": ("@NumerZaliczki LIKE 'KW%'",)},
}
_CASH_ENTRY = {
    "account": ("@KontoPrzeciw", "@KontoPrzeciw", "@KatZapisKontoWn"),
    "foreign": ("@Przychod", "@Rozchod", "@Przychod - @Rozchod"),
    "amount": ("@Przychod * @Kurs",),
    "condition": ("@RozliczenieWaluta <> 'PLN'", "@TypZapisu = 'KP'", "@KontoPrzeciw = '149'"),
    "text": ("@NumerObcy",),
    "split": (("201-1", "Podmioty"), ("203", "Podmioty"), ("234", "Pracownicy"), ("402", "Kategorie")),
}
_SETTLEMENT_CELLS = {
    "foreign": ("@KwotaRoz1", "@KwotaRoz2", "@RoznicaPlus", "@RoznicaMinus"),
    "condition": ("@TypRozl = 'FZ-KW' OR @TypRozl = 'FS-KP'", "@KodPodmiotu = @KodPodmiotu2"),
    "split": (("201-1", "Podmioty"), ("203", "Podmioty2")),
}

_VAT_PARTS = {"element": _ELEMENT_CELLS, **_OTHER_PARTS}
_TRADE_PARTS = {"position": _POSITION_CELLS, **_OTHER_PARTS}
_CASH_PARTS = {"entry": _CASH_ENTRY, "additional": {**_OTHER_PARTS["additional"], "split": _CASH_ENTRY["split"]}}
CELLS = {
    "vat_purchase": ("Rejestr VAT zakupu", _INVOICE_CELLS, _VAT_PARTS),
    "vat_sale": ("Rejestr VAT sprzedaży", _INVOICE_CELLS, _VAT_PARTS),
    "purchase_invoice": ("Faktury zakupu", _INVOICE_CELLS, _TRADE_PARTS),
    "sale_invoice": ("Faktury sprzedaży", _INVOICE_CELLS, _TRADE_PARTS),
    "internal_sale": ("Dowody wewnętrzne sprzedaży", _INVOICE_CELLS, _TRADE_PARTS),
    "cash_report": ("Raporty kasowe/bankowe", {"account": ("@KontoRach",)}, _CASH_PARTS),
    "settlement": ("Rozliczenia", _SETTLEMENT_CELLS, {}),
}
"""Of every type: its word, the cells of the whole document, the cells of each of its parts."""


def _cells(kind: str, part: str | None) -> dict[str, list[object]]:
    """The cells that a row over a part of a document may have: those of the part first."""
    _, whole, parts = CELLS[kind]
    found: dict[str, list[object]] = {}
    for name, common in _COMMON_CELLS.items():
        own = list(parts[part].get(name, ())) if part else []
        fitting = own * 3 if part == "additional" and name == "amount" else own
        entry = list(_CASH_ENTRY.get(name, ())) if kind == "cash_report" and part == "additional" else []
        found[name] = [*fitting, *whole.get(name, ()), *(entry if name != "foreign" else ()), *common]
    return found


@st.composite
def _scheme_rows(draw, kind: str, *, in_currency: bool):
    """A row; with `in_currency` it posts a bare amount of the document in its currency."""
    part = draw(st.sampled_from([None, *CELLS[kind][2]]))
    cells = _cells(kind, part)
    currency = in_currency or (bool(cells["foreign"]) and draw(st.booleans()))
    if in_currency and not cells["foreign"]:
        cells = _cells(kind, next(iter(CELLS[kind][2])))
    amount = draw(st.sampled_from(cells["foreign"] if currency else [*cells["foreign"], *cells["amount"]]))
    accounts = st.sampled_from(cells["account"])
    split, debit = "", draw(accounts)
    if cells["split"] and draw(st.booleans()):
        debit, split = draw(st.sampled_from(cells["split"]))
    credit = draw(accounts)
    debit, credit = draw(st.sampled_from([(debit, credit), (credit, debit), (debit, credit), (debit, "")]))
    condition = draw(st.sampled_from(["", "", *cells["condition"]]))
    text = draw(st.sampled_from(["", *cells["text"]]))
    flags = ("tak" if currency else "nie", draw(st.sampled_from(["tak", "nie"])))
    return " | ".join(("", debit, credit, split, amount, *flags, text, condition, "")).strip()


SCHEME_HEAD = """schemat "S"
[Nagłówek]
nazwa = S
typ = {type}
data księgowania = {date}
opis = {text}
scalaj = {merge}
może nic nie zaksięgować = {nothing}
[Pozycje]
| Konto Wn | Konto Ma | Słownik | Kwota | Waluta | Rozrachunek | Opis | Warunek |
|----------|----------|---------|-------|--------|-------------|------|---------|
"""


@st.composite
def schemes(draw, kind: str, *, in_currency: bool = False, merge: str | None = None):
    """The text of a scheme for documents of a type."""
    head = SCHEME_HEAD.format(
        type=CELLS[kind][0],
        date=draw(st.sampled_from(["@DataOperacji", "z konfiguracji", "GETDATE()", "EOMONTH(@DataOperacji)"])),
        text=draw(st.sampled_from(["@NumerPelny", "'x' + @Opis"])),
        merge=merge or draw(st.sampled_from(["tak", "nie"])),
        nothing=draw(st.sampled_from(["tak", "nie"])),
    )
    rows = draw(st.lists(_scheme_rows(kind, in_currency=in_currency), min_size=1, max_size=4))
    return head + "\n".join(dict.fromkeys(rows)) + "\n"


# --- values and conditions that would break out of a query

_OUT = st.sampled_from(
    [
        *("'", "''", '"', "[", "]", "]]", "(", ")", "--", "/*", "*/", "/*+", ";", ",", ".", "=", "?", "??", "\\", "`"),
        *("\n", "\r\n", "\r", "\\\n", "\t", " ", "\xa0", "\u200b", "\u2028", "\x00", "\x01", "\x0b", "\x85", "\x7f"),
        *("’", "ʼ", "＇", "″", "；", "\nGO\n", "\n:!! x\n", "$(x)", "N'", "0x", "1e", "-", "--5", "{", "}", "{d '"),
        *("??Tekst", "??_NQTekst", "?@s5|A|A:1@?", "@PAR ", " PAR@", "@INS X|| INS@", "{Today()}", "@INSP(X)"),
        *("/@Type=4", ":r", " OR 1=1", " AND a=1", " UNION SELECT 1", " ORDER BY 1", "SELECT ", "DROP TABLE x"),
        *("DELETE FROM x", "EXEC x", "a", "b=2", "a=1", "a IN (1,2)", "a LIKE 'x'", "NOT ", "EXISTS(SELECT 1)"),
        *("NULL", "9870001", "1", "5.5", "#t"),
    ]
)
break_out = st.one_of(st.lists(_OUT, max_size=8).map("".join), st.text(st.characters(exclude_categories=["Cs"])))
"""Texts made of what ends a text, a name, a comment, a statement or a batch, and of the chart language itself."""
_ATOMS = st.sampled_from(
    ["a=1", "b<>'x;--'", "[c]]]=2", "d IS NULL", "e IN (1,2)", "EXISTS(SELECT 1 FROM t)", "f LIKE N'x'"]
)
conditions = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" AND ", " OR ", "\nAND\n"]), inner).map("".join),
        inner.map("({})".format),
        inner.map("NOT ({})".format),
    ),
    max_leaves=6,
)
"""Conditions of SQL, most of them right."""


# --- charts: any text with a liking for the chart language, and inserts in each other

_CHART_PIECES = st.sampled_from(
    [
        *("@INS ", "@INS a||", "@INS B|X|", " INS@", "INS@", "@INSP(X)", "@INSP(", "^X=", "^", ",", "|", "||", "@ins"),
        *(
            "@IF(A) ",
            "@IFNOT(A,B)",
            "@IFANDNOT()",
            " IF@",
            "IFNOT@",
            "@IF",
            "@PAR ",
            " PAR@",
            "?@",
            "@?",
            "?@Hn3|A|a:1",
        ),
        *("?@n3|A|a:1@?", "?@s9_NQ|B|&b:@?", "?@R(SELECT 1,2)|C|c:@?", "?@O(a:1|b:2)|D|d:2@?", "?@ABC('x')@?", "?@X|"),
        *(
            "??A",
            "??_QA",
            "??_NQB",
            "??_RES2_C",
            "?? A",
            "??",
            "?@D17|E|e:{Today()}@?",
            "REG=",
            "@TIP(",
            "@RL(1)",
            "@U()",
        ),
        *(
            "{",
            "}",
            "{??A + 1}",
            "{'a' & ??B}",
            "{CHOOSE(1,",
            "{NOT 1 = 2}",
            "{Zaznaczenia(k, 1)}",
            "@RECORDS",
            "/@Type=",
        ),
        *(
            "'",
            "''",
            '"',
            "[",
            "]",
            "]]",
            "--",
            "/*",
            "*/",
            "(",
            ")",
            ";",
            "@",
            "?",
            "=",
            "<>",
            "&",
            "-",
            "1",
            "a@b.pl",
        ),
        *(
            "SELECT a=1 ",
            "FROM t ",
            "WHERE ",
            "{d '2026-01-01'}",
            "{fn ",
            "’",
            "ż",
            "\n",
            " ",
            "\xa0",
            "\t",
            "€",
            "漢",
            "\x00",
        ),
    ]
)
chart_text = st.lists(st.one_of(_CHART_PIECES, _CHART_PIECES, st.text(max_size=4)), max_size=25).map("".join)
"""Anything an author might write, and nothing that he should."""
plain_sql = st.lists(
    st.one_of(
        st.sampled_from(
            ["'a@b.pl'", "@x", "@@ROWCOUNT", "[a]", "[a b", "-- k\n", "/* k */", "ins", "if", "par", "i@", "'"]
        ),
        st.text(st.characters(exclude_characters="@?{", exclude_categories=["Cs"]), max_size=8),
    ),
    max_size=12,
).map(" ".join)
"""Text in which nothing is a marker."""

_chart_words = st.sampled_from(
    [
        "SELECT a=1 ",
        " ",
        ", ",
        "(x) ",
        "'to @INS x|| INS@ nie' ",
        "[@IF(K)] ",
        "-- ??nie\n",
        "/* @INSP(X) */ ",
        "żółw ",
        "1=1 ",
    ]
)
_segments = st.lists(st.sampled_from(["KASA", "bank", "Ż"]), max_size=2, unique=True).map(tuple)


def _chart_nodes(number, depth):
    """What may stand in insert `number` (-1: in the chart): inserts of higher numbers, so that none holds itself."""
    words = st.tuples(st.just("words"), _chart_words)
    kinds = [words, words]
    if number < 4:
        value = st.sampled_from(["a", "b+c", "Ż", *(["@INSP(X)", "x@INSP(Y)y"] if number >= 0 else [])])
        condition = _segments if number >= 0 else st.just(())
        called = st.integers(number + 1, 4)
        kinds.append(st.tuples(st.just("insert"), called, condition, _segments, value, value))
    if number >= 0:
        kinds.append(st.tuples(st.just("x"), st.sampled_from("XYxy")))
        if depth < 3:
            test = st.sampled_from(["IF", "IFNOT", "IFAND", "IFANDNOT"])
            body = st.deferred(lambda: _chart_nodes(number, depth + 1))
            kinds.append(st.tuples(st.just("if"), test, _segments, body))
    return st.lists(st.one_of(kinds), min_size=depth == 0, max_size=4).map(tuple)


chart_and_inserts = st.tuples(*(_chart_nodes(number, 0) for number in range(-1, 5)))
"""The pieces of a chart, and of the inserts W0 to W4, that it and the inserts before them call with X and Y."""
