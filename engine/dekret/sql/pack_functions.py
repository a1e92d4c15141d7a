"""Functions `CDN.…` that a pack says in T-SQL: what their expressions may hold, and which others they call."""

from collections.abc import Iterator

from sqlglot import exp

from dekret.sql import tsql
from dekret.sql.words import SqlFault
from dekret.text.wording import Wording

_BEFORE = "SELECT A=("


def expression_faults(expression: str, parameters: tuple[str, ...]) -> Iterator[SqlFault]:
    """What keeps a text from being an expression over parameters, written `@name`; places are those of the text.

    >>> [fault.reason.en for fault in expression_faults("ROUND(@a, 2) + b", ("a",))]
    ['b is a column; a function knows its parameters alone']
    """
    text = f"{_BEFORE}{expression}\n)"
    faults = tsql.forbidden(text)
    if faults:
        yield from (_moved(fault, len(expression)) for fault in faults[:1])
        return
    statements = tsql.parse(text)
    assert not isinstance(statements, SqlFault)
    tree = statements[0].tree
    bare = tsql.parse(f"SELECT {expression}\n AS A")
    several = isinstance(bare, SqlFault) or len(statements) != 1
    if several or not isinstance(tree, exp.Select) or len(tree.selects) != 1:
        yield SqlFault(0, len(expression), Wording("to więcej niż jedno wyrażenie", "it is more than one expression"))
        return
    known = {name.casefold() for name in parameters}
    for node in tree.selects[0].walk():
        reason = _refused(node, known)
        if reason is not None:
            start, end = tsql.place(node) or (len(_BEFORE), len(_BEFORE) + len(expression))
            yield _moved(SqlFault(start, end, reason), len(expression))
            return


def _moved(fault: SqlFault, length: int) -> SqlFault:
    start = min(max(fault.start - len(_BEFORE), 0), length)
    return SqlFault(start, min(max(fault.end - len(_BEFORE), start), length), fault.reason, fault.forbidden)


def _refused(node: exp.Expr, known: set[str]) -> Wording | None:
    match node:
        case exp.Tuple():
            return Wording("to kilka wyrażeń", "it is several expressions")
        case exp.Query() | exp.Exists():
            return Wording("funkcja nie ma zapytań", "a function has no queries")
        case exp.Column():
            return Wording(
                f"{node.name} to kolumna; funkcja zna tylko swoje parametry",
                f"{node.name} is a column; a function knows its parameters alone",
            )
        case exp.Parameter() if node.name.casefold() not in known:
            return Wording(f"nie ma parametru @{node.name}", f"there is no parameter @{node.name}")
        case exp.AggFunc() | exp.Window():
            return Wording("funkcja nie liczy wierszy", "a function counts no rows")
        case _:
            return None


def called(text: str) -> tuple[tuple[str, int, int], ...]:
    """The functions of a schema that a text calls for a value, `CDN.Fn`, with their places.

    Methods of XML, as `x.value(…)`, are none; T-SQL knows them in small letters alone.

    >>> called("SELECT a=CDN.Fn(b), c=x.value('a', 'int') FROM t")
    (('CDN.Fn', 9, 17),)
    """
    statements = tsql.parse(text)
    if isinstance(statements, SqlFault):
        return ()
    found = []
    for statement in statements:
        for node in statement.tree.find_all(exp.Dot):
            if isinstance(node.expression, exp.Func) and not isinstance(node.parent, exp.Table | exp.Lateral):
                names = [part.name for part in node.this.find_all(exp.Identifier)] if node.this else []
                if not names or node.expression.name in _OF_XML:
                    continue
                start, end = tsql.place(node) or (statement.start, statement.end)
                found.append((".".join([*names, node.expression.name]), start, end))
    return tuple(sorted(found, key=lambda each: each[1]))


_OF_XML = ("value", "query", "exist", "nodes", "modify")
