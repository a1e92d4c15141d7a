"""T-SQL by its tree: the one module that knows sqlglot. It checks and looks; it never re-prints what runs.

Places are offsets in the text that was given. The last trees are kept, and what was told of more texts, for a tree is
a hundred times as large as its text.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import sqlglot
from sqlglot import exp
from sqlglot.dialects.tsql import TSQL
from sqlglot.errors import ParseError, SqlglotError
from sqlglot.tokenizer_core import Token, TokenType

from dekret.sql.plain_tsql import PlainTsql
from dekret.sql.words import Kind, Lexeme, SqlFault, forbidden_words, lexemes, may_not
from dekret.text.wording import Wording

logging.getLogger("sqlglot").addHandler(logging.NullHandler())
_TSQL = TSQL()
_PLAIN = PlainTsql()
_DEEPEST_TEXT = 400_000
_STARTERS = {
    "SELECT",
    "WITH",
    "INSERT",
    "UPDATE",
    "DELETE",
    "DROP",
    "CREATE",
    "DECLARE",
    "SET",
    "IF",
    "EXEC",
    "EXECUTE",
}
_CHANGES = (exp.Insert, exp.Update, exp.Delete, exp.Merge, exp.Drop, exp.Create, exp.Alter, exp.TruncateTable)


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One statement: where it stands, and its tree."""

    start: int
    end: int
    tree: exp.Expr


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the result: its name (None where it has none), its place, and what is known of it."""

    name: str | None
    start: int
    end: int
    constant: bool
    is_text: bool
    is_star: bool


@lru_cache(maxsize=256)
def parse(text: str, *, plain: bool = False) -> tuple[Statement, ...] | SqlFault:
    """The statements of a text. Between two a semicolon may be missing, as T-SQL allows; never raises.

    `plain`: functions stay names with arguments.
    """
    dialect = _PLAIN if plain else _TSQL
    try:
        tokens = dialect.tokenize(text)
        statements = tuple(_statements(text, tokens, dialect))
    except _Unreadable as found:
        return found.fault
    except (SqlglotError, RecursionError) as error:
        return _fault(text, error)
    except Exception:  # noqa: BLE001 - what sqlglot stumbles over, it did not read
        return SqlFault(0, len(text), _NOT_LOOKED_AT)
    if not statements:
        return SqlFault(0, len(text), Wording("nie ma tu zapytania", "there is no query here"))
    return statements


_NOT_LOOKED_AT = Wording(
    "tej instrukcji nie da się sprawdzić; rozdziel instrukcje średnikami albo usuń ją",
    "this statement cannot be looked at; part statements with semicolons, or remove it",
)


class _Unreadable(Exception):  # noqa: N818 - carries a fault out of the loop below
    def __init__(self, fault: SqlFault) -> None:
        super().__init__(fault.reason.en)
        self.fault = fault


def _statements(text: str, tokens: list[Token], dialect: TSQL) -> Iterator[Statement]:
    waiting: list[Token] = []
    for token in (*tokens, None):
        if token is not None and token.token_type is not TokenType.SEMICOLON:
            waiting.append(token)
        elif waiting:
            yield from _split(text, waiting, dialect)
            waiting = []


def _split(text: str, tokens: list[Token], dialect: TSQL) -> Iterator[Statement]:
    """The statements between two semicolons: cut where one cannot go on and a word begins another.

    Behind the first one not all is looked at again and again, but some times as much as the last one took; more
    where that does not tell.
    """
    start, width = 0, len(tokens)
    while start < len(tokens):
        window = tokens[start : start + width]
        found = _first_of(text, window, dialect)
        is_all = start + width >= len(tokens)
        if not is_all and (isinstance(found, SqlFault) or 2 * found[0] > width):
            width *= 4
            continue
        if isinstance(found, SqlFault):
            raise _Unreadable(found)
        upto, tree = found
        yield Statement(window[0].start, window[upto - 1].end + 1, tree)
        start, width = start + upto, 8 * upto


def _first_of(text: str, tokens: list[Token], dialect: TSQL) -> tuple[int, exp.Expr] | SqlFault:
    """How many tokens the first statement has, and its tree."""
    upto, beginnings = len(tokens), _beginnings(tokens)
    while True:
        try:
            return upto, _parsed(text, tokens[:upto], dialect)
        except ParseError as error:
            at = _token_at(tokens, error)
            cut = next((each for each in reversed(beginnings) if at - 3 < each <= at), None)
            fault = _fault_at(tokens[at], error)
        except _Unreadable as error:
            cut, fault = next(iter(beginnings), None), error.fault
        if cut is None or cut >= upto:
            return fault
        upto = cut


def _beginnings(tokens: list[Token]) -> list[int]:
    """Where a statement could begin behind the first one: at a word that begins one, with no parenthesis open."""
    found, depth = [], 0
    for place, token in enumerate(tokens):
        if token.token_type is TokenType.L_PAREN:
            depth += 1
        elif token.token_type is TokenType.R_PAREN:
            depth -= 1
        elif place and depth == 0 and token.token_type is not TokenType.STRING and token.text.upper() in _STARTERS:
            found.append(place)
    return found


def _parsed(text: str, tokens: list[Token], dialect: TSQL) -> exp.Expr:
    found = dialect.parser(error_level=sqlglot.ErrorLevel.RAISE).parse(tokens, text)
    tree = found[0] if len(found) == 1 else None
    if tree is None or isinstance(tree, exp.Command) or tree.find(exp.Command):
        raise _Unreadable(SqlFault(tokens[0].start, tokens[0].end + 1, _NOT_LOOKED_AT))
    return _with_nots(tree)


def _with_nots(tree: exp.Expr) -> exp.Expr:
    """The tree with `NOT LIKE` as every other negation stands in it, a node above: sqlglot hides it in an argument."""
    for like in list(tree.find_all(exp.Like)):
        if like.args.get("negate"):
            like.set("negate", None)
            whole = like.parent if isinstance(like.parent, exp.Escape) else like
            negation = exp.Not(this=whole.copy())
            tree = negation if whole is tree else tree
            whole.replace(negation)
    return tree


def _token_at(tokens: list[Token], error: ParseError) -> int:
    """The place in the list of the token that an error speaks of; the last one if it says none."""
    said = error.errors[0] if error.errors else {}
    line, column = said.get("line"), said.get("col")
    return next((i for i, token in enumerate(tokens) if (token.line, token.col) == (line, column)), len(tokens) - 1)


def _fault_at(token: Token, error: ParseError) -> SqlFault:
    said = error.errors[0].get("description", "") if error.errors else ""
    return SqlFault(
        token.start,
        token.end + 1,
        Wording(
            f"„{_shown(token)}” tu nie pasuje{_wanted(said, ', oczekiwano')}",
            f"'{_shown(token)}' does not fit here{_wanted(said, ', expected is')}",
        ),
    )


def _shown(token: Token) -> str:
    return token.text if len(token.text) < 30 else token.text[:29] + "…"


def _wanted(said: object, word: str) -> str:
    """`Expecting )` of sqlglot behind a word; its other sentences say nothing to a person."""
    found = re.match(r"Expecting (\S+)", str(said))
    return f"{word} {found[1]}" if found else ""


def _fault(text: str, error: Exception) -> SqlFault:
    start = getattr(error, "start", None)
    place = start if isinstance(start, int) else 0
    if isinstance(error, RecursionError):
        reason = Wording("zapytanie jest zbyt głęboko zagnieżdżone", "the query is nested too deeply")
    else:
        reason = Wording(
            "tekst albo komentarz nie jest zamknięty, albo stoi tu znak, którego SQL nie zna",
            "a text or a comment is not closed, or a character stands here that SQL does not know",
        )
    return SqlFault(min(place, len(text)), min(place + 1, len(text)), reason)


# --- what a query may do


@lru_cache(maxsize=64)
def forbidden(text: str) -> tuple[SqlFault, ...]:
    """Everything in a text that is not reading, but for temporary tables and variables of the session.

    Told twice, by words (`words`, which knows nothing of sqlglot) and by trees: what one overlooks the other finds.
    """
    said = lexemes(text)
    if isinstance(said, SqlFault):
        return (said,)
    found = list(forbidden_words(said))
    statements = parse(text)
    if isinstance(statements, SqlFault):
        return (*found, statements)[:1]
    for statement in statements:
        if not any(statement.start <= fault.start < statement.end for fault in found):
            found += list(_forbidden_trees(statement))[:1]
    last = statements[-1]
    if not found and (not isinstance(last.tree, exp.Query) or _assigns(last.tree)):
        reason = Wording("ostatnią instrukcją ma być SELECT", "the last statement has to be a SELECT")
        found.append(SqlFault(last.start, last.end, reason, forbidden=True))
    return tuple(found)


def _forbidden_trees(statement: Statement) -> Iterator[SqlFault]:
    for node in statement.tree.walk():
        if isinstance(node, _CHANGES):
            if not _is_temporary(node):
                yield may_not(statement.start, statement.end, node.key.upper())
        elif isinstance(node, exp.Into):
            if not node.args.get("temporary"):
                yield may_not(statement.start, statement.end, "SELECT … INTO")
        elif isinstance(node, exp.NextValueFor):
            yield may_not(statement.start, statement.end, "NEXT VALUE FOR")
        elif isinstance(node, exp.WhileBlock | exp.Execute | exp.Use | exp.Command | exp.Transaction):
            yield may_not(statement.start, statement.end, node.key.upper())
    tree = statement.tree
    if not isinstance(tree, (exp.Query, exp.Declare, exp.Set, exp.IfBlock, *_CHANGES)):
        yield may_not(statement.start, statement.end, tree.key.upper())


def _is_temporary(node: exp.Expr) -> bool:
    """Whether what a statement changes is a table `#name` of the session, or a variable `@name`."""
    if isinstance(node, exp.Create | exp.Drop) and str(node.args.get("kind") or "TABLE").upper() != "TABLE":
        return False
    target = node.args.get("this")
    named = node.args.get("tables") or ([target] if isinstance(target, exp.Expr) else [])
    tables = [table for each in named for table in each.find_all(exp.Table)]
    first = tables[: len(named)] if named else []
    return bool(first) and all(is_temporary_name(table) for table in first)


def is_temporary_name(table: exp.Table) -> bool:
    """Whether a table is one of the session: `#name` or a variable."""
    name = table.this
    if isinstance(name, exp.Parameter):
        return True
    return isinstance(name, exp.Identifier) and bool(name.args.get("temporary"))


def _assigns(tree: exp.Expr) -> bool:
    """`SELECT @x = 1` gives no rows."""
    return any(isinstance(each, exp.EQ) and isinstance(each.this, exp.Parameter) for each in _selects(tree))


def condition_fault(text: str) -> Wording | None:
    """Why a text is not one condition of SQL that could stand in parentheses; None where it is."""
    if len(text) > _DEEPEST_TEXT:
        return Wording("jest za długi", "it is too long")
    said = lexemes(text)
    if isinstance(said, SqlFault):
        return said.reason
    if any(each.kind is Kind.COMMENT or each.text == ";" for each in said):
        return Wording("ma komentarz albo średnik", "it has a comment or a semicolon")
    if not _balanced(said):
        return Wording("nawiasy nie są w parach", "its parentheses are not in pairs")
    found = parse(f"SELECT 1 AS a WHERE ({text})")
    if isinstance(found, SqlFault):
        return Wording(f"to nie SQL: {found.reason.pl}", f"it is no SQL: {found.reason.en}")
    where = found[0].tree.args.get("where")
    used = {name for name, value in found[0].tree.args.items() if value} - {"expressions", "where"}
    if len(found) != 1 or not isinstance(where, exp.Where) or used:
        return Wording("to więcej niż jeden warunek", "it is more than one condition")
    if not isinstance(where.this, exp.Paren) or not _is_condition(where.this):
        return Wording(
            "to wartość, lista albo zapytanie, nie warunek; warunek coś porównuje",
            "it is a value, a list or a query, no condition; a condition compares something",
        )
    wrong = forbidden(f"SELECT 1 AS a WHERE ({text})")
    return wrong[0].reason if wrong else None


_SEARCHES = ("CONTAINS", "FREETEXT")


def _is_condition(node: exp.Expr) -> bool:
    """Whether T-SQL takes a tree for true or false: it has no kind for that, so `WHERE a` is an error there."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, exp.Connector):
            waiting += [each.left, each.right]
        elif isinstance(each, exp.Paren | exp.Not | exp.Escape):
            waiting.append(each.this)
        elif not isinstance(each, exp.Predicate | exp.Contains) and each.name.upper() not in _SEARCHES:
            return False
    return True


def _balanced(said: tuple[Lexeme, ...]) -> bool:
    """Whether every parenthesis is closed, and none that stands outside."""
    depth = 0
    for each in said:
        depth += {"(": 1, ")": -1}.get(each.text, 0)
        if depth < 0:
            return False
    return depth == 0


# --- what a query gives


def columns(text: str) -> tuple[Column, ...]:
    """The columns of the last SELECT; empty for a text that is none."""
    statements = parse(text)
    if isinstance(statements, SqlFault) or not isinstance(statements[-1].tree, exp.Query):
        return ()
    last = statements[-1]
    return tuple(_column(each, last) for each in _selects(last.tree))


def _selects(tree: exp.Expr) -> list[exp.Expr]:
    while isinstance(tree, exp.SetOperation | exp.Subquery):
        tree = tree.this
    return list(tree.expressions) if isinstance(tree, exp.Select) else []


def _column(projection: exp.Expr, statement: Statement) -> Column:
    start, end = place(projection) or (statement.start, statement.end)
    is_star = projection.is_star
    named = isinstance(projection, exp.Alias | exp.Column | exp.Subquery) and not is_star
    name = projection.alias_or_name if named else None
    value = projection.this if isinstance(projection, exp.Alias) else projection
    is_constant = isinstance(value, exp.Literal | exp.National) or (
        isinstance(value, exp.Neg) and isinstance(value.this, exp.Literal)
    )
    is_text = isinstance(value, exp.National) or (isinstance(value, exp.Literal) and value.is_string)
    return Column(name or None, start, end, is_constant, is_text, is_star)


def place(node: exp.Expr) -> tuple[int, int] | None:
    """Where a node stands, by the names in it; None where there are none."""
    found = [
        (part.meta["start"], part.meta["end"] + 1)
        for part in node.walk()
        if "start" in part.meta and "end" in part.meta
    ]
    return (min(start for start, _ in found), max(end for _, end in found)) if found else None


# --- shapes


@lru_cache(maxsize=512)
def shape(text: str) -> str:
    """The tree of a text with its literals left out: equal for texts that differ in values alone."""
    statements = parse(text)
    if isinstance(statements, SqlFault):
        return f"? {statements.start}"
    return ";".join(_shape(statement.tree) for statement in statements)


def _shape(node: object) -> str:
    if isinstance(node, list):
        return "[" + ",".join(_shape(each) for each in node) + "]"
    if not isinstance(node, exp.Expr):
        return repr(node)
    plain = _unwrapped(node)
    if isinstance(plain, exp.Literal | exp.National):
        return "text" if isinstance(plain, exp.National) or plain.is_string else "number"
    inside = ",".join(f"{name}={_shape(value)}" for name, value in plain.args.items() if value)
    return f"{plain.key}({inside})"


def _unwrapped(node: exp.Expr) -> exp.Expr:
    """A negative number, and a text with ends of lines, stand in parentheses; that is no other shape (`literals`)."""
    if not isinstance(node, exp.Paren):
        return node
    if isinstance(node.this, exp.Neg) and isinstance(node.this.this, exp.Literal):
        return node.this.this
    parts = list(node.this.flatten()) if isinstance(node.this, exp.Add) else [node.this]
    if any(isinstance(part, exp.Chr) for part in parts) and all(isinstance(part, _JOINED) for part in parts):
        return exp.Literal.string("")
    return node


_JOINED = (exp.Literal, exp.National, exp.Chr, exp.Cast)


@lru_cache(maxsize=512)
def bindable(text: str, marks: tuple[str, ...]) -> frozenset[str]:
    """Those of some literals in a text that a parameter of the driver may stand for: not in ORDER BY, TOP or a type."""
    statements = parse(text)
    if isinstance(statements, SqlFault):
        return frozenset()
    found: set[str] = set()
    for literal in (node for s in statements for node in s.tree.find_all(exp.Literal)):
        if literal.name in marks and not _is_fixed(literal):
            found.add(literal.name)
    return frozenset(found)


def _is_fixed(literal: exp.Literal) -> bool:
    above = literal.parent
    while above is not None and not isinstance(above, exp.Query):
        if isinstance(above, exp.Order | exp.Group | exp.Limit | exp.Fetch | exp.Offset | exp.DataType | exp.Declare):
            return True
        if isinstance(above, exp.Convert) and literal is above.args.get("style"):
            return True
        above = above.parent
    return False
