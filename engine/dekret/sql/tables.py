"""Tables that a query reads: by name, beyond a list of allowed ones, and joined with no condition."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from dekret.sql.pack_functions import called
from dekret.sql.tsql import Statement, is_temporary_name, parse, place
from dekret.sql.words import SqlFault


@dataclass(frozen=True, slots=True)
class TableName:
    """A table that a query reads, or a function that gives rows: `CDN.BnkZapisy`, as written, with its place."""

    name: str
    start: int
    end: int


def tables(text: str) -> tuple[TableName, ...]:
    """The tables that a text reads, with those it makes itself left out: `#name`, `@name`, names of WITH.

    Functions that give rows are among them, but for those that only take apart what they are given (STRING_SPLIT).

    >>> [table.name for table in tables("WITH a AS (SELECT x FROM CDN.Knt) SELECT x FROM a JOIN Db..b ON 1=1")]
    ['Db..b', 'CDN.Knt']
    """
    statements = parse(text)
    if isinstance(statements, SqlFault):
        return ()
    return tuple(found for statement in statements for found in _tables(statement))


def _tables(statement: Statement) -> Iterator[TableName]:
    for node in statement.tree.find_all(exp.Table, exp.Lateral):
        if isinstance(node, exp.Table):
            name = "" if is_temporary_name(node) or _is_of_with(node) else _name(node)
        else:
            name = _function(node.this)
        if name:
            start, end = place(node) or (statement.start, statement.end)
            yield TableName(name, start, end)


def _name(table: exp.Table) -> str:
    """All parts of the name: `Db..Tab` is no table of a schema Db."""
    before = [table.args.get("catalog"), table.args.get("db")]
    while before and before[0] is None:
        before.pop(0)
    parts = ["" if part is None else _part(part) for part in before]
    if isinstance(table.this, exp.Func):
        return _function(table.this, parts)
    return ".".join([*parts, *_dotted(table.this)])


def _dotted(node: object) -> list[str]:
    if isinstance(node, exp.Dot):
        return [*_dotted(node.this), *_dotted(node.expression)]
    return [_part(node)]


def _part(node: object) -> str:
    """A part of a name; one that holds a dot or a bracket stays in brackets, as it is no two parts."""
    name = node.name if isinstance(node, exp.Expr) else str(node)
    return f"[{name}]" if set(name) & set(".[]") else name


_OF_XML = "nodes"


def _function(node: exp.Expr, parts: list[str] | None = None) -> str:
    """A function by name: one of a schema, or of the system (`fn_dblog`). Empty for what the language itself has."""
    before = list(parts or ())
    while isinstance(node, exp.Dot):
        before += _dotted(node.this)
        node = node.expression
    is_method = len(before) == 1 and node.name.casefold() == _OF_XML
    if not isinstance(node, exp.Func) or is_method or (not before and not node.name.casefold().startswith("fn_")):
        return ""
    return ".".join([*before, node.name])


def _is_of_with(table: exp.Table) -> bool:
    """Whether a name is one that WITH gives here. In the text of one such name only itself and earlier ones are known.

    So `WITH a AS (SELECT x FROM b), b AS (…)` reads the table b of the database.
    """
    if table.db or table.catalog:
        return False
    name = table.name.casefold()
    child: exp.Expr = table
    grandchild, node = child, table.parent
    while node is not None:
        given = node.args.get("with_")
        if isinstance(given, exp.With):
            known = list(given.expressions)
            if child is given:
                known = known[: next(i for i, each in enumerate(known) if each is grandchild) + 1]
            if any(each.alias_or_name.casefold() == name for each in known):
                return True
        grandchild, child, node = child, node, node.parent
    return False


def beyond(text: str, allowed: frozenset[str]) -> tuple[TableName, ...]:
    """The tables of a text that are not among those allowed, whose names are folded; all are where there are none.

    Functions of a schema that are called for a value count, too, for they may read whatever they like.

    A name without a schema allows the table in any schema, not in other databases.

    >>> [table.name for table in beyond("SELECT a FROM CDN.Knt JOIN Inna.CDN.Knt b ON 1=1", frozenset({"knt"}))]
    ['Inna.CDN.Knt']
    """
    if not allowed:
        return ()
    functions = tuple(TableName(*found) for found in called(text))
    return tuple(each for each in (*tables(text), *functions) if not _is_allowed(each.name.casefold(), allowed))


def _is_allowed(name: str, allowed: frozenset[str]) -> bool:
    last = name.rpartition(".")[2]
    return name in allowed or (name.count(".") <= 1 and "[" not in name and last in allowed)


def cross_joins(text: str) -> tuple[TableName, ...]:
    """Tables joined with no condition: CROSS JOIN, and a comma with no WHERE that could tie them."""
    statements = parse(text)
    if isinstance(statements, SqlFault):
        return ()
    found: list[TableName] = []
    for select in (node for statement in statements for node in statement.tree.find_all(exp.Select)):
        for join in select.args.get("joins") or ():
            tied = join.args.get("on") or join.args.get("using") or isinstance(join.this, exp.Lateral)
            if tied or not isinstance(join.this, exp.Table):
                continue
            if join.kind == "CROSS" or not select.args.get("where"):
                start, end = place(join) or (0, 0)
                found.append(TableName(join.this.name, start, end))
    return tuple(found)
