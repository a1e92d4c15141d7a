"""Expressions and conditions of T-SQL, with their kinds, in the words of another engine.

A construct that has no arm here is refused by its name. Queries inside expressions are said by `Saying.query`.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from dekret.sql import engine_words as words
from dekret.sql import functions, tsql
from dekret.sql.arithmetic import reckoned
from dekret.sql.column_types import kind_of_type
from dekret.sql.comparisons import compared, in_values, like
from dekret.sql.conversions import converted, literal_number, styled
from dekret.sql.kinds import BIGINT, DATETIME, INT, NULL, TEXT, Kind, Sort, text
from dekret.sql.said import NotFaithful, Said, bare, marked, quoted, refuse
from dekret.sql.scopes import Query, Saying, Scope, column, grouped
from dekret.sql.words import SqlFault

_SIGNS: dict[type[exp.Expr], str] = {exp.Add: "+", exp.Sub: "-", exp.Mul: "*", exp.Div: "/", exp.Mod: "%"}
_BITS: dict[type[exp.Expr], str] = {exp.BitwiseAnd: "&", exp.BitwiseOr: "|", exp.BitwiseXor: "^"}
_COMPARED: dict[type[exp.Expr], str] = {
    exp.EQ: "=",
    exp.NEQ: "<>",
    exp.LT: "<",
    exp.LTE: "<=",
    exp.GT: ">",
    exp.GTE: ">=",
}
AGGREGATES = {"SUM", "AVG", "MIN", "MAX", "COUNT", "COUNT_BIG"}
_RANKS = {"ROW_NUMBER", "RANK", "DENSE_RANK", "NTILE"}
_NEIGHBOURS = {"LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE"}


def value(node: exp.Expr, scope: Scope, saying: Saying) -> Said:
    """An expression. Raises `NotFaithful`."""
    if scope.groups and not isinstance(node, exp.Literal | exp.Null | exp.Subquery):
        found = _grouped(node, scope, saying)
        if found is not None:
            return found
    try:
        said = _value(node, scope, saying)
    except NotFaithful as error:
        error.place = error.place or tsql.place(node)
        raise
    return Said(marked(said.text, tsql.place(node)), said.kind, said.constant, is_column=said.is_column)


def _grouped(node: exp.Expr, scope: Scope, saying: Saying) -> Said | None:
    if any(isinstance(each, exp.Window) or _is_aggregate(each) for each in node.walk()):
        return None
    return grouped(value(node, scope.rows, saying), scope.groups)


def _is_aggregate(node: exp.Expr) -> bool:
    return isinstance(node, exp.GroupConcat) or (isinstance(node, exp.Anonymous) and node.name.upper() in AGGREGATES)


def _value(node: exp.Expr, scope: Scope, saying: Saying) -> Said:
    match node:
        case exp.Column() if node.args.get("db") is None or node.args.get("table"):
            return column(node.name, node.text("table") or None, scope)
        case exp.Identifier():
            return column(node.name, None, scope)
        case exp.Literal() if node.is_string:
            return _text(node.name)
        case exp.National():
            return _text(node.name)
        case exp.Literal():
            return literal_number(node.name)
        case exp.Null():
            return Said("NULL", NULL)
        case exp.Paren():
            return value(node.this, scope, saying)
        case exp.Neg():
            return _negative(value(node.this, scope, saying))
        case exp.Parameter():
            return _variable(node, saying)
        case exp.Add() | exp.Sub() | exp.Mul() | exp.Div() | exp.Mod():
            return _arithmetic(node, scope, saying)
        case exp.BitwiseAnd() | exp.BitwiseOr() | exp.BitwiseXor():
            return _bits(node, scope, saying)
        case exp.Case() | exp.If():
            return _case(node, scope, saying)
        case exp.TryCast():
            raise refuse("TRY_CAST")
        case exp.Cast():
            return converted(value(node.this, scope, saying), kind_of_type(node.args["to"]), saying.dialect)
        case exp.Convert():
            return _convert(node, scope, saying)
        case exp.Date() | exp.Timestamp():
            return converted(value(node.this, scope, saying), DATETIME, saying.dialect)
        case exp.CurrentTimestamp():
            return Said(words.moment(saying.today, saying.dialect), DATETIME)
        case exp.Subquery():
            return _scalar(saying.query(_inner(node), Scope(outer=scope), saying))
        case exp.Concat():
            parts = [value(each, scope, saying) for each in node.expressions]
            return Said(f"({' || '.join(each.text for each in parts)})", TEXT)
        case exp.Collate():
            return _collated(node, scope, saying)
        case exp.Window():
            return _window(node, scope, saying)
        case exp.GroupConcat():
            return _string_agg(node, scope, saying)
        case exp.Anonymous():
            return _function(node, scope, saying)
        case exp.Dot():
            return _dotted(node, scope, saying)
        case _:
            raise refuse(_construct(node))


def _construct(node: exp.Expr) -> str:
    return node.key.upper()


def _inner(node: exp.Subquery) -> exp.Query:
    inside = node.this
    while isinstance(inside, exp.Subquery) and not inside.args.get("alias"):
        inside = inside.this
    if not isinstance(inside, exp.Query):
        raise refuse(_construct(node))
    return inside


def _text(written: str) -> Said:
    return Said(quoted(written), text(len(written)), written)


def _negative(said: Said) -> Said:
    constant = -said.constant if isinstance(said.constant, int) and not isinstance(said.constant, bool) else None
    if not said.kind.is_number:
        raise refuse("-", "tu nie ma liczby", "there is no number here")
    return Said(f"(-{said.text})", said.kind, constant)


def _variable(node: exp.Parameter, saying: Saying) -> Said:
    called = node.name.casefold()
    if called not in saying.variables:
        raise refuse(f"@{node.name}", "ta zmienna nie jest zadeklarowana", "this variable is not declared")
    found = saying.variables[called]
    return Said("NULL", NULL) if found is None else found


def _scalar(query: Query) -> Said:
    if len(query.kinds) != 1:
        raise refuse("(SELECT …)", "ma dać jedną kolumnę", "has to give one column")
    return Said(f"({query.text})", query.kinds[0])


def _collated(node: exp.Collate, scope: Scope, saying: Saying) -> Said:
    named = node.expression.name.upper()
    if named not in ("POLISH_CI_AS", "DATABASE_DEFAULT"):
        raise refuse(f"COLLATE {named}")
    return value(node.this, scope, saying)


# --- arithmetic


def _arithmetic(node: exp.Expr, scope: Scope, saying: Saying) -> Said:
    sign, d = _SIGNS[type(node)], saying.dialect
    left, right = (value(node.args[side], scope, saying) for side in ("this", "expression"))
    return reckoned(sign, left, right, d)


def _bits(node: exp.Expr, scope: Scope, saying: Saying) -> Said:
    sides = (node.args["this"], node.args["expression"])
    if any(isinstance(each, exp.Add | exp.Sub) for each in sides):
        raise refuse(_BITS[type(node)], "użyj nawiasów", "use parentheses")
    left, right = (value(each, scope, saying) for each in sides)
    if {left.kind.sort, right.kind.sort} - {Sort.INT, Sort.BIT}:
        raise refuse(_BITS[type(node)])
    kind = BIGINT if 19 in (left.kind.precision, right.kind.precision) else INT
    sign = _BITS[type(node)]
    if sign == "^":
        shown = f"xor({left.text}, {right.text})" if saying.dialect == words.DUCKDB else f"({left.text} # {right.text})"
        return Said(shown, kind)
    return Said(f"({left.text} {sign} {right.text})", kind)


# --- choices and conversions


def _case(node: exp.Expr, scope: Scope, saying: Saying) -> Said:
    tested = node.this if isinstance(node, exp.Case) else None
    arms = node.args.get("ifs") or [node]
    ends = [value(each.args["true"], scope, saying) for each in arms]
    default = node.args.get("default") if isinstance(node, exp.Case) else node.args.get("false")
    ends.append(value(default, scope, saying) if default else Said("NULL", NULL))
    shown, kind = functions.unified(ends, saying.dialect)
    said = []
    for arm, end in zip(arms, shown, strict=False):
        when = condition(exp.EQ(this=tested, expression=arm.this) if tested else arm.this, scope, saying)
        said.append(f"WHEN {when} THEN {end.text}")
    return Said(f"CASE {' '.join(said)} ELSE {shown[-1].text} END", kind)


def _convert(node: exp.Convert, scope: Scope, saying: Saying) -> Said:
    if node.args.get("safe"):
        raise refuse("TRY_CONVERT")
    style, given = node.args.get("style"), value(node.expression, scope, saying)
    kind = _char_as_text(node.this, given)
    if style is None:
        return converted(given, kind, saying.dialect)
    number = value(style, scope, saying).constant
    if not isinstance(number, int):
        raise refuse("CONVERT", "styl nie jest stały", "the style is no literal")
    return styled(given, kind, number, saying.dialect)


def _char_as_text(node: exp.DataType, given: Said) -> Kind:
    """`CONVERT(char(10), data, 120)` fills all its letters, so it is a varchar."""
    if node.this in (exp.DType.CHAR, exp.DType.NCHAR) and given.kind.is_date and node.expressions:
        size = int(node.expressions[0].this.name)
        if size <= 10:
            return text(size)
    return kind_of_type(node)


# --- functions


def _function(node: exp.Anonymous, scope: Scope, saying: Saying) -> Said:
    called, d = node.name.upper(), saying.dialect
    if called in AGGREGATES:
        return aggregate(called, node.expressions, scope, saying)
    if called in ("DATEADD", "DATEDIFF", "DATEPART"):
        unit, *rest = node.expressions
        given = [value(each, scope, saying) for each in rest]
        if called == "DATEADD" and len(given) == 2:
            return functions.dateadd(unit.name, given[0], given[1], d)
        if called == "DATEDIFF" and len(given) == 2:
            return functions.datediff(unit.name, given[0], given[1], d)
        if called == "DATEPART" and len(given) == 1:
            return functions.datepart(unit.name, given[0], d)
    if called in ("GETDATE", "SYSDATETIME") and not node.expressions:
        return Said(words.moment(saying.today, d), DATETIME)
    if called == "IIF" and len(node.expressions) == 3:
        test, yes, no = node.expressions
        return _case(exp.If(this=test, true=yes, false=no), scope, saying)
    if called == "NULLIF" and len(node.expressions) == 2:
        first, second = (value(each, scope, saying) for each in node.expressions)
        return Said(f"CASE WHEN {compared('=', first, second, d)} THEN NULL ELSE {first.text} END", first.kind)
    if called == "CONVERT":
        raise refuse("CONVERT")
    least, most, say = functions.TABLE.get(called, (0, -1, None))
    if say is None or not least <= len(node.expressions) <= most:
        raise refuse(f"{node.name}()")
    return say([value(each, scope, saying) for each in node.expressions], d)


def _dotted(node: exp.Dot, scope: Scope, saying: Saying) -> Said:
    call = node.expression
    if isinstance(node.this, exp.Identifier) and isinstance(call, exp.Identifier):
        return column(call.name, node.this.name, scope)
    if isinstance(call, exp.Anonymous) and isinstance(node.this, exp.Subquery) and call.name.lower() == "value":
        return _scalar(saying.query(_inner(node.this), Scope(outer=scope), saying))
    if isinstance(call, exp.Anonymous) and isinstance(node.this, exp.Identifier):
        return _pack_function(node.this.name, call, scope, saying)
    raise refuse(f"{node.this.name}.{call.name}()")


def _pack_function(schema: str, call: exp.Anonymous, scope: Scope, saying: Saying) -> Said:
    called = f"{schema}.{call.name}"
    found = saying.functions.get(called.casefold())
    if found is None or len(found.parameters) != len(call.expressions):
        raise refuse(f"{called}()", "pakiet nie zna takiej funkcji", "the pack knows no such function")
    statements = tsql.parse(f"SELECT {found.expression}\n AS x", plain=True)
    if isinstance(statements, SqlFault):
        raise refuse(f"{called}()")
    given = [value(each, scope, saying) for each in call.expressions]
    names = (each.casefold() for each in found.parameters)
    inside = replace(saying, variables=dict(zip(names, given, strict=True)))
    try:
        said = value(statements[0].tree.expressions[0].this, Scope(), inside)
    except NotFaithful as error:
        error.place = None
        raise
    return Said(bare(said.text), said.kind)


# --- aggregates and windows


def aggregate(called: str, given: Sequence[exp.Expr], scope: Scope, saying: Saying, over: str = "") -> Said:
    """SUM, AVG, MIN, MAX, COUNT, with DISTINCT; `over` is the window."""
    rows, d = (scope.rows if not over else scope), saying.dialect
    if len(given) != 1:
        raise refuse(f"{called}()")
    argument, distinct = given[0], ""
    if isinstance(argument, exp.Distinct):
        argument, distinct = argument.expressions[0], "DISTINCT "
    if called in ("COUNT", "COUNT_BIG"):
        kind = INT if called == "COUNT" else BIGINT
        if isinstance(argument, exp.Star):
            return Said(f"count(*){over}", kind)
        counted = value(argument, rows, saying)
        shown = words.key(counted.text, d) if distinct and counted.kind.sort is Sort.TEXT else counted.text
        return Said(f"count({distinct}{shown}){over}", kind)
    said = value(argument, rows, saying)
    if called in ("MIN", "MAX"):
        if said.kind.sort is not Sort.TEXT:
            return Said(f"{called.lower()}({said.text}){over}", said.kind)
        if over:
            raise refuse(f"{called}(tekst) OVER")
        return Said(words.first_in_order(said.text, d, last=called == "MAX"), said.kind)
    total, kind = functions.summed(said, distinct)
    if called == "SUM":
        shown = f"{total}{over}"
        return Said(words.cast(shown, kind, d) if kind.sort is Sort.INT else shown, kind)
    return _average(Said(f"{total}{over}", kind), f"nullif(count({distinct}{said.text}){over}, 0)", said.kind, d)


def _average(total: Said, count: str, kind: Kind, d: str) -> Said:
    """AVG is the sum by the count: cut off to whole for whole numbers, to six decimals for decimals."""
    result = functions.average_kind(kind)
    match kind.sort:
        case Sort.INT:
            divided = words.cast(f"({total.text} {'//' if d == words.DUCKDB else '/'} {count})", result, d)
        case Sort.DECIMAL:
            divided = words.exact_quotient((total.text, total.kind), (count, BIGINT), result.scale, d)
        case _:
            divided = f"({total.text} / {count})"
    return Said(divided, result)


def _string_agg(node: exp.GroupConcat, scope: Scope, saying: Saying) -> Said:
    inside, d = node.this, saying.dialect
    order: list[str] = []
    if isinstance(inside, exp.Order):
        order = ordered(inside.expressions, scope.rows, saying)
        inside = inside.this
    item = functions.as_text(value(inside, scope.rows, saying), d)
    separator = value(node.args["separator"], scope.rows, saying)
    return Said(words.joined(item.text, separator.text, order), TEXT)


def ordered(items: Sequence[exp.Expr], scope: Scope, saying: Saying) -> list[str]:
    """What an ORDER BY inside an expression sorts by; a NULL is lowest, texts go by the Polish order."""
    found = []
    for item in items:
        assert isinstance(item, exp.Ordered)
        if isinstance(item.this, exp.Subquery) and not item.this.find(exp.From):
            continue
        found += order_texts(value(item.this, scope, saying), saying.dialect, descending=bool(item.args.get("desc")))
    return found


def order_texts(said: Said, d: str, *, descending: bool) -> list[str]:
    keys = words.order_keys(said.text, d) if said.kind.sort is Sort.TEXT else [said.text]
    return [f"{each} {'DESC NULLS LAST' if descending else 'ASC NULLS FIRST'}" for each in keys]


def _window(node: exp.Window, scope: Scope, saying: Saying) -> Said:
    call, order = node.this, node.args.get("order")
    if not isinstance(call, exp.Anonymous) or node.args.get("alias") or node.args.get("first"):
        raise refuse("OVER")
    parts = []
    if node.args.get("partition_by"):
        keys = [equal_key(value(each, scope, saying), saying.dialect) for each in node.args["partition_by"]]
        parts.append(f"PARTITION BY {', '.join(keys)}")
    keys = ordered(order.expressions, scope, saying) if order else []
    if keys:
        parts.append(f"ORDER BY {', '.join(keys)}")
    if node.args.get("spec"):
        parts.append(_frame(node.args["spec"]))
    over, called = f" OVER ({' '.join(parts)})", call.name.upper()
    if called in AGGREGATES:
        return aggregate(called, call.expressions, scope, saying, over)
    given = [value(each, scope, saying) for each in call.expressions]
    shown = ", ".join(each.text for each in given)
    if called in _RANKS:
        return Said(f"{call.name.lower()}({shown}){over}", BIGINT)
    if called in _NEIGHBOURS and given:
        if len(given) == 3:
            shown = f"{given[0].text}, {given[1].text}, {converted(given[2], given[0].kind, saying.dialect).text}"
        return Said(f"{call.name.lower()}({shown}){over}", given[0].kind)
    raise refuse(f"{call.name}() OVER")


def _frame(spec: exp.Expr) -> str:
    said = []
    for end in ("start", "end"):
        bound, side = spec.args.get(end), spec.args.get(f"{end}_side") or ""
        if bound is None:
            continue
        number = bound if isinstance(bound, str) else bound.name
        said.append(f"{number} {side}".strip())
    between = f"BETWEEN {said[0]} AND {said[1]}" if len(said) == 2 else said[0]
    return f"{spec.args['kind']} {between}"


def equal_key(said: Said, d: str) -> str:
    return words.key(said.text, d) if said.kind.sort is Sort.TEXT else said.text


# --- conditions


def condition(node: exp.Expr, scope: Scope, saying: Saying) -> str:
    """A condition, in parentheses. Raises `NotFaithful`."""
    try:
        return _condition(node, scope, saying)
    except NotFaithful as error:
        error.place = error.place or tsql.place(node)
        raise


def _condition(node: exp.Expr, scope: Scope, saying: Saying) -> str:
    d = saying.dialect
    match node:
        case exp.And() | exp.Or():
            sign = "AND" if isinstance(node, exp.And) else "OR"
            parts = [condition(each, scope, saying) for each in _flat(node)]
            return f"({f' {sign} '.join(parts)})"
        case exp.Not():
            return f"(NOT {condition(node.this, scope, saying)})"
        case exp.Paren():
            return condition(node.this, scope, saying)
        case exp.EQ() | exp.NEQ() | exp.LT() | exp.LTE() | exp.GT() | exp.GTE():
            sides = (value(node.left, scope, saying), value(node.right, scope, saying))
            return compared(_COMPARED[type(node)], *sides, d)
        case exp.Between():
            given, low, high = (value(node.args[each], scope, saying) for each in ("this", "low", "high"))
            return f"({compared('>=', given, low, d)} AND {compared('<=', given, high, d)})"
        case exp.Is() if isinstance(node.expression, exp.Null):
            return f"({value(node.this, scope, saying).text} IS NULL)"
        case exp.In():
            return _in(node, scope, saying)
        case exp.Like():
            return like(value(node.this, scope, saying), value(node.expression, scope, saying), None, d)
        case exp.Escape() if isinstance(node.this, exp.Like):
            shape = node.this
            escape = value(node.expression, scope, saying).constant
            if not isinstance(escape, str):
                raise refuse("ESCAPE")
            return like(value(shape.this, scope, saying), value(shape.expression, scope, saying), escape, d)
        case exp.Exists() if isinstance(node.this, exp.Query):
            return f"EXISTS ({saying.query(node.this, Scope(outer=scope), saying).text})"
        case _:
            raise refuse(_construct(node))


def _flat(node: exp.Expr) -> list[exp.Expr]:
    """The conditions that one word ties; a filter of the application may have thousands."""
    found, waiting = [], [node]
    while waiting:
        each = waiting.pop()
        if type(each) is type(node):
            waiting += [each.args["expression"], each.args["this"]]
        else:
            found.append(each)
    return found


def _in(node: exp.In, scope: Scope, saying: Saying) -> str:
    given, query = value(node.this, scope, saying), node.args.get("query")
    if query is not None:
        inside = _inner(query) if isinstance(query, exp.Subquery) else query
        said = saying.query(inside, Scope(outer=scope), saying)
        return in_values(given, said, saying.dialect)
    values = [value(each, scope, saying) for each in node.expressions]
    return in_values(given, values, saying.dialect)
