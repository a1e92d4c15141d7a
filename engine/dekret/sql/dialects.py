"""T-SQL said in the SQL of another engine, or refused by name where it would come to mean something else.

With the tables of a database everything is decided by kinds (`sql.typed`), and that is what runs. Without them, for
reading alone, sqlglot prints it here; what depends on kinds (`a + b`, `a / b`, letter case of texts) is told.
"""

import re
from collections.abc import Callable

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from dekret.sql import tsql
from dekret.sql.typed import Translated
from dekret.sql.words import SqlFault
from dekret.text.wording import Wording

DIALECTS = ("tsql", "duckdb", "postgres")
_FUNCTIONS = {"ROUND", "FLOOR", "CEILING", "SIGN", "POWER", "SQRT", "LTRIM", "RTRIM", "REVERSE", "CONCAT", "NULLIF"}


def translated(text: str, dialect: str) -> Translated:
    """A query, its values in it, in a dialect of `DIALECTS`, where the tables are not known."""
    statements = tsql.parse(text)
    if isinstance(statements, SqlFault):
        return Translated((), (statements,), ())
    faults: list[SqlFault] = []
    doubts: list[SqlFault] = []
    said: list[str] = []
    for statement in statements:
        here = (statement.start, statement.end)
        for node in statement.tree.walk():
            faults += [_at(node, here, reason) for reason in _refused(node, dialect)]
            doubts += [_at(node, here, reason) for reason in _doubted(node)]
        if not faults:
            try:
                tree = _faithful(statement.tree.copy())
                said.append(tree.sql(dialect=dialect, unsupported_level=sqlglot.ErrorLevel.RAISE))
            except RecursionError:
                reason = Wording("zapytanie jest zbyt głęboko zagnieżdżone", "the query is nested too deeply")
                faults.append(SqlFault(statement.start, statement.end, reason))
            except SqlglotError as error:
                reason = Wording(f"{dialect}: {error}", f"{dialect}: {error}")
                faults.append(SqlFault(statement.start, statement.end, reason))
    return Translated(() if faults else tuple(said), tuple(faults), tuple(doubts))


def _at(node: exp.Expr, statement: tuple[int, int], reason: Wording) -> SqlFault:
    start, end = tsql.place(node) or statement
    return SqlFault(start, end, reason)


_KINDS: tuple[tuple[type[exp.Expr], str], ...] = (
    (exp.Declare, "DECLARE"),
    (exp.Set, "SET"),
    (exp.Parameter, "@zmienna"),
    (exp.IfBlock, "IF"),
    (exp.QueryOption, "OPTION"),
    (exp.Pivot, "PIVOT"),
    (exp.Stuff, "STUFF"),
)


def _refused(node: exp.Expr, dialect: str) -> list[Wording]:
    """Why a construct cannot be said in another dialect; nothing where it can."""
    found = [_no(name, dialect) for kind, name in _KINDS if isinstance(node, kind)]
    if isinstance(node, exp.Select) and node.args.get("for_"):
        found.append(_no("FOR XML", dialect))
    if isinstance(node, exp.Dot) and isinstance(node.expression, exp.Anonymous):
        schema = f"{node.this.name}." if isinstance(node.this, exp.Expr) else ""
        found.append(_no(f"{schema}{node.expression.name}()", dialect))
    elif (
        isinstance(node, exp.Anonymous) and node.name.upper() not in _FUNCTIONS and not isinstance(node.parent, exp.Dot)
    ):
        found.append(_no(f"{node.name}()", dialect))
    if isinstance(node, exp.Limit) and node.args.get("limit_options"):
        found.append(_no("TOP … PERCENT, WITH TIES", dialect))
    if isinstance(node, exp.DateDiff) and dialect == "postgres" and node.text("unit").upper() not in ("DAY", ""):
        found.append(_no(f"DATEDIFF({node.text('unit')}, …)", dialect))
    if isinstance(node, exp.Convert) and node.args.get("style") and not _is_date_literal(node):
        found.append(_no(f"CONVERT(…, {node.args['style'].sql()})", dialect))
    return found


def _no(name: str, dialect: str) -> Wording:
    return Wording(
        f"{name}: nie da się tego wiernie zapisać w {dialect}", f"{name} cannot be said faithfully in {dialect}"
    )


def _doubted(node: exp.Expr) -> list[Wording]:
    """What comes out the same only for some kinds of columns."""
    if isinstance(node, exp.Div) and not any(_is_fraction(side) for side in (node.left, node.right)):
        return [Wording("/ dzieli liczby całkowite bez reszty w T-SQL", "/ of whole numbers drops the rest in T-SQL")]
    if isinstance(node, exp.Add) and not any(
        isinstance(side, exp.Literal | exp.Chr) for side in (node.left, node.right)
    ):
        return [Wording("+ łączy teksty, jeśli kolumny są tekstami", "+ joins texts if the columns are texts")]
    return []


def _is_fraction(side: exp.Expr) -> bool:
    return isinstance(side, exp.Literal) and not side.is_string and "." in side.name


def _is_date_literal(node: exp.Convert) -> bool:
    style, value = node.args.get("style"), node.args.get("expression")
    is_iso = isinstance(style, exp.Literal) and style.name in ("120", "121", "23")
    return is_iso and isinstance(value, exp.Literal) and value.is_string


def _faithful(tree: exp.Expr) -> exp.Expr:
    """The tree with the few constructs changed whose meaning sqlglot would change: inner ones first, all of them."""
    for node in reversed(list(tree.walk())):
        for kind, change in _CHANGES:
            if isinstance(node, kind) and (changed := change(node)) is not node:
                tree = changed if node is tree else tree
                node.replace(changed)
    return tree


_CONTINUED = re.compile(r"\\\r?\n")


def _text(node: exp.Expr) -> exp.Expr:
    """SQL Server drops a backslash with the end of its line from texts; no other engine does."""
    if isinstance(node, exp.Literal) and node.is_string and _CONTINUED.search(node.name):
        return exp.Literal.string(_CONTINUED.sub("", node.name))
    return node


def _date(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.Convert) and _is_date_literal(node):
        return exp.Cast(this=node.args["expression"].copy(), to=exp.DataType.build("timestamp"))
    return node


def _join(node: exp.Expr) -> exp.Expr:
    """`+` beside a text, or beside texts already joined, joins texts."""
    assert isinstance(node, exp.Add)
    if any(isinstance(side, exp.DPipe | exp.Chr) or _is_text(side) for side in (node.left, node.right)):
        return exp.DPipe(this=node.left, expression=node.right, safe=True)
    return node


def _is_text(side: exp.Expr) -> bool:
    return isinstance(side, exp.Literal) and side.is_string


def _like(node: exp.Expr) -> exp.Expr:
    """Texts compare with no letter case in Polish_CI_AS."""
    assert isinstance(node, exp.Like)
    return exp.ILike(**node.args)


_CHANGES: tuple[tuple[type[exp.Expr], Callable[[exp.Expr], exp.Expr]], ...] = (
    (exp.Literal, _text),
    (exp.Convert, _date),
    (exp.Add, _join),
    (exp.Like, _like),
)
