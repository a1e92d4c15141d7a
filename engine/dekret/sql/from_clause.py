"""The FROM of a SELECT: tables, queries, VALUES, joins and APPLY, and the scope that comes of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlglot import exp

from dekret.sql import tsql
from dekret.sql.expressions import condition, value
from dekret.sql.functions import unified
from dekret.sql.kinds import Columns, Kind, Table
from dekret.sql.said import NotFaithful, NotThere, Said, marked, name, refuse
from dekret.sql.scopes import Query, Saying, Scope, Source, column
from dekret.text.nearest import nearest
from dekret.text.wording import Wording

Inside = Callable[[exp.Query, Scope, Saying], Query]
_HINTS = {"NOLOCK", "READUNCOMMITTED", "READPAST", "HOLDLOCK", "ROWLOCK"}


def from_text(node: exp.Select, scope: Scope, saying: Saying, inside: Inside) -> tuple[str, Scope]:
    """` FROM …`, empty without one, and the scope in which the rest of the SELECT stands."""
    clause = node.args.get("from_")
    if clause is None:
        return "", scope
    text, scope = _relation(clause.this, scope, saying, inside)
    for join in node.args.get("joins") or ():
        said, scope = _join(join, scope, saying, inside)
        text += said
    return f" FROM {text}", scope


def star(node: exp.Expr, scope: Scope) -> Iterator[tuple[str, Said]]:
    """The columns of `*` or `t.*`."""
    wanted = node.text("table").casefold()
    for source in scope.sources:
        if wanted in ("", source.called):
            for real, _ in source.columns.values():
                yield real, column(real, source.called, replace(scope, sources=(source,)))


def _relation(node: exp.Expr, scope: Scope, saying: Saying, inside: Inside) -> tuple[str, Scope]:
    try:
        text, scope = _plain_relation(node, scope, saying, inside)
    except NotFaithful as error:
        error.place = error.place or tsql.place(node)
        raise
    for join in node.args.get("joins") or ():
        said, scope = _join(join, scope, saying, inside)
        text += said
    return (f"({text})" if node.args.get("joins") else text), scope


def _plain_relation(node: exp.Expr, scope: Scope, saying: Saying, inside: Inside) -> tuple[str, Scope]:
    if node.args.get("pivots"):
        raise refuse("PIVOT")
    match node:
        case exp.Table() if isinstance(node.this, exp.Identifier | exp.Parameter):
            return _table(node, scope, saying)
        case exp.Table():
            raise refuse(f"{node.text('db') + '.' if node.text('db') else ''}{node.this.name}()")
        case exp.Subquery() if isinstance(node.this, exp.Query):
            said = inside(node.this, Scope(outer=Scope(outer=scope.outer, named=scope.named)), saying)
            return _derived(node, said, scope, "")
        case exp.Subquery() if not node.args.get("alias"):
            text, scope = _relation(node.this, scope, saying, inside)
            return f"({text})" if not text.startswith("(") else text, scope
        case exp.Values():
            return _values(node, scope, saying)
        case exp.Lateral() if isinstance(node.this, exp.Subquery):
            said = inside(node.this.this, Scope(outer=scope), saying)
            return _derived(node, said, scope, "LATERAL ")
        case exp.Lateral():
            raise refuse(f"{node.this.sql('tsql').split('(')[0]}()")
        case _:
            raise refuse(node.key.upper())


def _table(node: exp.Table, scope: Scope, saying: Saying) -> tuple[str, Scope]:
    called = node.name
    for hint in node.args.get("hints") or ():
        if any(each.name.upper() not in _HINTS for each in hint.expressions):
            raise refuse(f"WITH ({hint.expressions[0].name})")
    if node.args.get("catalog"):
        raise refuse(f"{node.text('catalog')}.{node.text('db')}.{called}", "inna baza", "another database")
    found = _known(node, scope, saying)
    schema = f"{name(found.schema)}." if found.schema else ""
    alias = node.alias or called
    written = name(alias)
    source = Source(alias.casefold(), written, found.columns)
    text = marked(f"{schema}{name(found.name)}", tsql.place(node))
    return f"{text} AS {written}", scope.with_sources(source)


def _known(node: exp.Table, scope: Scope, saying: Saying) -> Table:
    called, schema = node.name, node.text("db")
    if isinstance(node.this, exp.Parameter):
        found = saying.temporary.get(f"@{called}".casefold())
    elif node.this.args.get("temporary"):
        found = saying.temporary.get(f"#{called}".casefold())
    else:
        found = (None if schema else scope.query_named(called)) or saying.schema.table(schema, called)
    if found is None:
        shown = f"{schema}.{called}" if schema else called
        near = nearest(shown, [f"{each.schema}.{each.name}" for each in saying.schema.tables.values()])
        raise NotThere(
            Wording(
                f"nie ma tabeli {shown}" + (f"; najbliższa to {near}" if near else ""),
                f"there is no table {shown}" + (f"; the nearest is {near}" if near else ""),
            )
        )
    return found


def _derived(node: exp.Expr, said: Query, scope: Scope, before: str) -> tuple[str, Scope]:
    alias, columns = node.alias, [each.name for each in node.args["alias"].columns] if node.args.get("alias") else []
    names = columns or [each or "" for each in said.names]
    if not alias or "" in names or len(names) != len(said.kinds):
        raise refuse(
            "(SELECT …)", "zapytanie i każda jego kolumna mają mieć nazwę", "a query and its columns need names"
        )
    known: Columns = {each.casefold(): (each, kind) for each, kind in zip(names, said.kinds, strict=True)}
    if len(known) < len(names):
        raise refuse(alias, "dwie kolumny nazywają się tak samo", "two columns have one name")
    listed = f"({', '.join(name(each) for each in names)})"
    return f"{before}({said.text}) AS {name(alias)}{listed}", scope.with_sources(
        Source(alias.casefold(), name(alias), known)
    )


def _values(node: exp.Values, scope: Scope, saying: Saying) -> tuple[str, Scope]:
    rows = [[value(cell, Scope(), saying) for cell in row.expressions] for row in node.expressions]
    columns = [unified([row[i] for row in rows], saying.dialect) for i in range(len(rows[0]))]
    kinds: list[Kind] = [kind for _, kind in columns]
    shown = [f"({', '.join(columns[i][0][r].text for i in range(len(columns)))})" for r in range(len(rows))]
    names = [each.name for each in node.args["alias"].columns] if node.args.get("alias") else []
    return _derived(node, Query(f"VALUES {', '.join(shown)}", tuple(names), tuple(kinds)), scope, "")


def _join(join: exp.Join, scope: Scope, saying: Saying, inside: Inside) -> tuple[str, Scope]:
    if join.args.get("using") or join.args.get("method"):
        raise refuse("JOIN USING")
    said, wider = _relation(join.this, scope, saying, inside)
    if isinstance(join.this, exp.Lateral):
        cross = join.this.args.get("cross_apply")
        return (f" CROSS JOIN {said}" if cross else f" LEFT JOIN {said} ON TRUE"), wider
    side, kind, on = join.side.upper(), join.kind.upper(), join.args.get("on")
    if on is None:
        return (f" CROSS JOIN {said}" if kind == "CROSS" else f", {said}"), wider
    if kind not in ("", "INNER", "OUTER") or side not in ("", "LEFT", "RIGHT", "FULL"):
        raise refuse(f"{side} {kind} JOIN".strip())
    return f" {side or 'INNER'} JOIN {said} ON {condition(on, wider, saying)}", wider
