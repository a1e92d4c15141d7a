"""Queries of T-SQL in the words of another engine: SELECT, UNION, WITH, and what follows them.

Rows that T-SQL takes for equal (texts without letter case) are brought together here; expressions are said elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from dekret.sql import engine_words as words
from dekret.sql.conversions import converted
from dekret.sql.expressions import condition, equal_key, order_texts, value
from dekret.sql.from_clause import from_text, star
from dekret.sql.functions import as_text
from dekret.sql.kinds import TEXT, Kind, Sort, Table, common
from dekret.sql.said import Said, bare, name, refuse
from dekret.sql.scopes import Query, Saying, Scope

_HELD = {"expressions", "from_", "joins", "where", "group", "having", "order", "limit", "offset", "distinct", "for_"}
_HELD |= {"with_", "operation_modifiers", "kind", "options", "into", "hint"}
_NAMES = {"pivots": "PIVOT", "laterals": "LATERAL", "windows": "WINDOW", "qualify": "QUALIFY", "sample": "TABLESAMPLE"}


@dataclass(frozen=True, slots=True)
class _Key:
    """One item of an ORDER BY; `index` where it is a column of the result."""

    said: Said
    descending: bool
    index: int | None


@dataclass(frozen=True, slots=True)
class _Select:
    """A SELECT in its parts. `rest` is what stands from FROM to HAVING."""

    names: tuple[str | None, ...]
    columns: tuple[Said, ...]
    rest: str
    order: tuple[_Key, ...]


def query(node: exp.Query, scope: Scope, saying: Saying) -> Query:
    """A query inside another one; `scope` is what it may see of that. Raises `NotFaithful`."""
    return _query(node, scope, saying, final=False)


def final_query(node: exp.Query, saying: Saying) -> Query:
    """The query whose rows are the result: decimals have the digits that T-SQL gives them, bits are true or false."""
    return _query(node, Scope(), saying, final=True)


def _query(node: exp.Query, scope: Scope, saying: Saying, *, final: bool) -> Query:
    if isinstance(node, exp.Subquery) and not node.args.get("alias"):
        return _query(node.this, scope, saying, final=final)
    before, scope = _with(node, scope, saying)
    if isinstance(node, exp.SetOperation):
        said = _set_operation(node, scope, saying, final=final)
    elif isinstance(node, exp.Select):
        said = _aggregated_text(node, scope, saying) if node.args.get("for_") else _select(node, scope, saying, final)
    else:
        raise refuse(node.key.upper())
    return replace(said, text=before + said.text)


def _with(node: exp.Query, scope: Scope, saying: Saying) -> tuple[str, Scope]:
    """The named queries before a query, and the scope that knows them."""
    clause = node.args.get("with_")
    if clause is None:
        return "", scope
    parts, recursive = [], False
    for each in clause.expressions:
        called, columns = each.alias, [one.name for one in each.args["alias"].columns]
        itself = any(table.name.casefold() == called.casefold() for table in each.this.find_all(exp.Table))
        if itself and isinstance(each.this, exp.Union) and not each.this.args.get("distinct"):
            recursive = True
            first = query(each.this.this, scope, saying)
            scope = _knowing(scope, called, columns, first)
            after = query(each.this.expression, scope, saying)
            if [one.sort for one in after.kinds] != [one.sort for one in first.kinds]:
                raise refuse(f"WITH {called}", "obie części mają różne rodzaje", "its parts have different kinds")
            text = f"{first.text} UNION ALL {_recast(after, first.kinds, saying)}"
        else:
            found = query(each.this, scope, saying)
            scope = _knowing(scope, called, columns, found)
            text = found.text
        names = ", ".join(name(real) for real, _ in scope.named[called.casefold()].columns.values())
        parts.append(f"{name(called)} ({names}) AS ({text})")
    return f"WITH {'RECURSIVE ' if recursive else ''}{', '.join(parts)} ", scope


def _recast(said: Query, kinds: Sequence[Kind], saying: Saying) -> str:
    names = [name(f"c{number}") for number in range(len(kinds))]
    shown = [words.cast(each, kind, saying.dialect) for each, kind in zip(names, kinds, strict=True)]
    return f'SELECT {", ".join(shown)} FROM ({said.text}) AS "q"({", ".join(names)})'


def _knowing(scope: Scope, called: str, columns: Sequence[str], said: Query) -> Scope:
    names = list(columns) or [each or "" for each in said.names]
    if len(names) != len(said.kinds) or "" in names or len({each.casefold() for each in names}) < len(names):
        raise refuse(f"WITH {called}", "każda kolumna ma mieć własną nazwę", "every column has to have its own name")
    table = Table("", called, {each.casefold(): (each, kind) for each, kind in zip(names, said.kinds, strict=True)})
    return replace(scope, named={**scope.named, called.casefold(): table})


# --- SELECT


def _select(node: exp.Select, scope: Scope, saying: Saying, final: bool) -> Query:  # noqa: FBT001
    parts = _parts(node, scope, saying)
    distinct, limit = node.args.get("distinct"), _limit(node, saying)
    if distinct is not None and distinct.args.get("on"):
        raise refuse("DISTINCT ON")
    if distinct is not None:
        return _distinct(parts, limit, saying, final=final)
    options = node.args["limit"].args.get("limit_options") if isinstance(node.args.get("limit"), exp.Limit) else None
    if options is not None and (options.args.get("percent") or options.args.get("with_ties")):
        return _top(parts, options, node.args["limit"], saying, final=final)
    body = _listed(parts.names, parts.columns, saying, final=final)
    text = f"SELECT {body}{parts.rest}{_order(parts.order, parts.columns, saying)}{limit}"
    return Query(text, parts.names, tuple(each.kind for each in parts.columns))


def _parts(node: exp.Select, scope: Scope, saying: Saying) -> _Select:
    for called, held in node.args.items():
        if held and called not in _HELD:
            raise refuse(_NAMES.get(called, called.strip("_").upper()))
    said_from, scope = from_text(node, scope, saying, query)
    rest = said_from
    if node.args.get("where"):
        rest += f" WHERE {condition(node.args['where'].this, scope, saying)}"
    group = node.args.get("group")
    groups, keys = _groups(group, scope, saying) if group else ({}, [])
    rest += f" GROUP BY {', '.join(keys)}" if keys else ""
    scope = replace(scope, groups=groups)
    names, columns = _columns(node, scope, saying)
    if node.args.get("having"):
        rest += f" HAVING {condition(node.args['having'].this, scope, saying)}"
    order = node.args.get("order")
    items = tuple(_key(each, names, columns, scope, saying) for each in order.expressions) if order else ()
    return _Select(tuple(names), tuple(columns), rest, tuple(each for each in items if each is not None))


def _groups(group: exp.Group, scope: Scope, saying: Saying) -> tuple[dict[str, str], list[str]]:
    for called in ("rollup", "cube", "grouping_sets", "totals", "all"):
        if group.args.get(called):
            raise refuse(f"GROUP BY {called.upper()}")
    groups, keys = dict[str, str](), list[str]()
    for each in group.expressions:
        said = value(each, scope, saying)
        keys.append(equal_key(said, saying.dialect))
        if said.kind.sort is Sort.TEXT:
            groups[bare(said.text)] = words.lowest(said.text, is_text=True, dialect=saying.dialect)
    return groups, keys


def _columns(node: exp.Select, scope: Scope, saying: Saying) -> tuple[list[str | None], list[Said]]:
    names, columns = list[str | None](), list[Said]()
    for each in node.expressions:
        if each.is_star:
            for called, said in star(each, scope):
                names.append(called)
                columns.append(said)
            continue
        if isinstance(each, exp.EQ) and isinstance(each.this, exp.Parameter):
            raise refuse("SELECT @zmienna =")
        inside = each.this if isinstance(each, exp.Alias) else each
        columns.append(value(inside, scope, saying))
        names.append(each.alias if isinstance(each, exp.Alias) else each.name if _is_name(each) else None)
    return names, columns


def _is_name(node: exp.Expr) -> bool:
    return isinstance(node, exp.Column | exp.Identifier)


def _key(
    item: exp.Expr, names: Sequence[str | None], columns: Sequence[Said], scope: Scope, saying: Saying
) -> _Key | None:
    assert isinstance(item, exp.Ordered)
    descending, inside = bool(item.args.get("desc")), item.this
    if isinstance(inside, exp.Literal) and not inside.is_string:
        index = int(inside.name) - 1
        if not 0 <= index < len(columns):
            raise refuse(f"ORDER BY {inside.name}", "nie ma takiej kolumny", "there is no such column")
        return _Key(columns[index], descending, index)
    if isinstance(inside, exp.Column) and not inside.args.get("table"):
        found = [i for i, each in enumerate(names) if each is not None and each.casefold() == inside.name.casefold()]
        if found:
            return _Key(columns[found[0]], descending, found[0])
    if isinstance(inside, exp.Subquery) and not inside.find(exp.From):
        return None
    said = value(inside, scope, saying)
    same = [i for i, each in enumerate(columns) if bare(each.text) == bare(said.text)]
    return _Key(said, descending, same[0] if same else None)


def _limit(node: exp.Query, saying: Saying) -> str:
    """TOP, or OFFSET … FETCH, as LIMIT; what is neither a number nor a variable with one is refused."""
    found, offset = node.args.get("limit"), node.args.get("offset")
    text = ""
    if isinstance(found, exp.Fetch):
        text = f" LIMIT {_number(found.args['count'], saying, 'FETCH')}"
    elif isinstance(found, exp.Limit) and not found.args.get("limit_options"):
        text = f" LIMIT {_number(found.expression, saying, 'TOP')}"
    if offset is not None:
        text += f" OFFSET {_number(offset.expression, saying, 'OFFSET')}"
    return text


def _number(node: exp.Expr, saying: Saying, called: str) -> int:
    constant = None if isinstance(node, exp.Query) else value(node, Scope(), saying).constant
    if not isinstance(constant, int) or constant < 0:
        raise refuse(f"{called} (…)", "liczba wierszy nie jest stała", "the number of rows is no literal")
    return constant


def _order(keys: Sequence[_Key], columns: Sequence[Said], saying: Saying) -> str:
    shown = []
    for key in keys:
        if key.index is not None and key.said.kind.sort is not Sort.TEXT and len(columns) > key.index:
            direction = "DESC NULLS LAST" if key.descending else "ASC NULLS FIRST"
            shown.append(f"{key.index + 1} {direction}")
        else:
            shown += order_texts(key.said, saying.dialect, descending=key.descending)
    return f" ORDER BY {', '.join(shown)}" if shown else ""


def _listed(names: Sequence[str | None], columns: Sequence[Said], saying: Saying, *, final: bool) -> str:
    shown = []
    for called, said in zip(names, columns, strict=True):
        text = _finished(said, saying.dialect) if final else said.text
        shown.append(f"{text} AS {name(called)}" if called else text)
    return ", ".join(shown)


def _finished(said: Said, dialect: str) -> str:
    match said.kind.sort:
        case Sort.BIT:
            return f"CAST({said.text} AS BOOLEAN)"
        case Sort.DECIMAL if not said.is_column:
            return words.cast(said.text, said.kind, dialect)
        case Sort.FLOAT | Sort.DATETIME | Sort.DATE if not said.is_column:
            return words.cast(said.text, said.kind, dialect)
        case Sort.TEXT if said.constant is not None:
            return words.cast(said.text, said.kind, dialect)
        case _:
            return said.text


# --- queries around queries


def _numbered(count: int) -> list[str]:
    return [f"c{number}" for number in range(count)]


def _outside(columns: Sequence[Said]) -> list[Said]:
    """Columns of a query as the one around it sees them."""
    return [Said(f'"q".{name(f"c{i}")}', each.kind) for i, each in enumerate(columns)]


def _around(keys: Sequence[_Key], outside: Sequence[Said], called: str) -> list[_Key]:
    """Keys of an ORDER BY that a query around has to sort by: they are columns of the result, as T-SQL wants, too."""
    found = []
    for key in keys:
        if key.index is None:
            raise refuse(f"{called} … ORDER BY", "sortuje spoza listy SELECT", "sorts by what is not selected")
        found.append(_Key(outside[key.index], key.descending, key.index))
    return found


def _distinct(parts: _Select, limit: str, saying: Saying, *, final: bool) -> Query:
    inner = f"SELECT {_listed(_numbered(len(parts.columns)), parts.columns, saying, final=False)}{parts.rest}"
    kinds = [each.kind for each in parts.columns]
    return _once(inner, (parts.names, kinds), (parts.order, limit), saying, final=final)


def _once(
    inner: str,
    shape: tuple[tuple[str | None, ...], Sequence[Kind]],
    end: tuple[Sequence[_Key], str],
    saying: Saying,
    *,
    final: bool,
) -> Query:
    """Rows of a query whose columns are c0, c1 …, each of them once; of texts that are equal one is shown."""
    (names, kinds), (keys, limit) = shape, end
    columns = [Said(f'"q".{name(f"c{i}")}', kind) for i, kind in enumerate(kinds)]
    grouped = [
        Said(words.lowest(each.text, is_text=True, dialect=saying.dialect), each.kind)
        if each.kind.sort is Sort.TEXT
        else each
        for each in columns
    ]
    by = ", ".join(equal_key(each, saying.dialect) for each in columns)
    order = _order(_around(keys, grouped, "DISTINCT"), grouped, saying)
    body = _listed(names, grouped, saying, final=final)
    return Query(f'SELECT {body} FROM ({inner}) AS "q" GROUP BY {by}{order}{limit}', names, tuple(kinds))


def _top(parts: _Select, options: exp.Expr, limit: exp.Limit, saying: Saying, *, final: bool) -> Query:
    """TOP … PERCENT, rounded up, and TOP … WITH TIES."""
    percent, ties = options.args.get("percent"), options.args.get("with_ties")
    if percent and ties:
        raise refuse("TOP … PERCENT WITH TIES")
    count = value(limit.expression, Scope(), saying)
    if count.constant is None or isinstance(count.constant, str):
        raise refuse("TOP (…)", "liczba wierszy nie jest stała", "the number of rows is no literal")
    order = _order(parts.order, (), saying).strip()
    inner_columns = _listed(_numbered(len(parts.columns)), parts.columns, saying, final=False)
    counted = f'{"rank" if ties else "row_number"}() OVER ({order}) AS "n", count(*) OVER () AS "of"'
    inner = f"SELECT {inner_columns}, {counted}{parts.rest}"
    test = f'"q"."n" <= {count.text}' if ties else f'"q"."n" <= ceil({count.text} * "q"."of" / 100.0)'
    outside = _outside(parts.columns)
    body = _listed(parts.names, outside, saying, final=final)
    text = f'SELECT {body} FROM ({inner}) AS "q" WHERE {test} ORDER BY "q"."n"'
    return Query(text, parts.names, tuple(each.kind for each in parts.columns))


# --- UNION


def _set_operation(node: exp.SetOperation, scope: Scope, saying: Saying, *, final: bool) -> Query:
    below = Scope(outer=scope.outer, named=scope.named)
    left, right = query(node.this, below, saying), query(node.expression, below, saying)
    if len(left.kinds) != len(right.kinds):
        raise refuse(node.key.upper(), "obie części mają różną liczbę kolumn", "its parts differ in columns")
    kinds = [common(one, other) for one, other in zip(left.kinds, right.kinds, strict=True)]
    inner_names = _numbered(len(kinds))
    sides = [_as_kinds(each, kinds, saying) for each in (left, right)]
    columns = [Said(f'"q".{name(each)}', kind) for each, kind in zip(inner_names, kinds, strict=True)]
    keys = [
        key
        for each in (node.args["order"].expressions if node.args.get("order") else ())
        if (key := _key(each, left.names, columns, scope, saying))
    ]
    limit = _limit(node, saying)
    distinct = node.args.get("distinct", True)
    if isinstance(node, exp.Union):
        inner = f"{sides[0]} UNION ALL {sides[1]}"
        if distinct:
            return _once(inner, (left.names, kinds), (keys, limit), saying, final=final)
    elif any(kind.sort is Sort.TEXT for kind in kinds) or not distinct:
        raise refuse(node.key.upper(), "z tekstami", "of texts")
    else:
        inner = f"{sides[0]} {node.key.upper()} {sides[1]}"
    body = _listed(left.names, columns, saying, final=final)
    order = _order(_around(keys, columns, "UNION"), columns, saying)
    return Query(f'SELECT {body} FROM ({inner}) AS "q"{order}{limit}', left.names, tuple(kinds))


def _as_kinds(said: Query, kinds: Sequence[Kind], saying: Saying) -> str:
    """A query whose columns are c0, c1 … of given kinds."""
    names = [name(each) for each in _numbered(len(kinds))]
    shown = []
    for called, has, wanted in zip(names, said.kinds, kinds, strict=True):
        cell = Said(f'"s".{called}', has, is_column=True)
        shown.append(f"{converted(cell, wanted, saying.dialect).text} AS {called}")
    return f'SELECT {", ".join(shown)} FROM ({said.text}) AS "s"({", ".join(names)})'


# --- FOR XML PATH('')


def _aggregated_text(node: exp.Select, scope: Scope, saying: Saying) -> Query:
    """`SELECT ',' + x … FOR XML PATH('')`: texts of all rows one behind another, in the order of the rows."""
    escaped = _path_options(node.args["for_"])
    parts = _parts(node, scope, saying)
    if len(parts.columns) != 1 or parts.names[0] is not None:
        raise refuse("FOR XML", "tylko jedno wyrażenie bez nazwy", "only one expression without a name")
    d, item = saying.dialect, as_text(parts.columns[0], saying.dialect)
    shown = Said(_entities(item.text) if escaped else item.text, TEXT)
    order = [text for key in parts.order for text in order_texts(key.said, d, descending=key.descending)]
    limit = _limit(node, saying)
    if not node.args.get("distinct") and not limit and not node.args.get("group"):
        joined = words.joined(shown.text, "''", order)
        return Query(f"SELECT {joined}{parts.rest}", (None,), (TEXT,))
    if node.args.get("distinct"):
        inner = replace(parts, columns=(shown,), order=tuple(replace(key, said=shown) for key in parts.order))
        rows = _distinct(inner, limit, saying, final=False)
        keys = order_texts(Said('"r"."x"', TEXT), d, descending=bool(parts.order and parts.order[0].descending))
        joined = words.joined('"r"."x"', "''", keys if parts.order else [])
        return Query(f'SELECT {joined} FROM ({rows.text}) AS "r"("x")', (None,), (TEXT,))
    over = f"ORDER BY {', '.join(order)}" if order else ""
    rows_text = f"SELECT {shown.text}, row_number() OVER ({over}){parts.rest}{f' {over}' if limit else ''}{limit}"
    joined = words.joined('"r"."x"', "''", ['"r"."n"'] if order else [])
    return Query(f'SELECT {joined} FROM ({rows_text}) AS "r"("x", "n")', (None,), (TEXT,))


def _path_options(clause: exp.Expr) -> bool:
    """Whether `<`, `>` and `&` are shown as XML shows them; all but PATH('') and TYPE are refused."""
    options = [each.this for each in clause.expressions]
    paths = [each for each in options if isinstance(each, exp.XMLKeyValueOption)]
    others = {each.name.upper() for each in options if not isinstance(each, exp.XMLKeyValueOption)}
    is_plain = len(paths) == 1 and paths[0].this.name.upper() == "PATH" and paths[0].expression.name == ""
    if clause.args.get("kind") != "XML" or not is_plain or others - {"TYPE"}:
        raise refuse("FOR XML", "tylko PATH('')", "only PATH('')")
    return "TYPE" not in others


def _entities(text: str) -> str:
    for letter, shown in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = f"replace({text}, '{letter}', '{shown}')"
    return text
