"""T-SQL by its tree: the one module that knows sqlglot. It checks and looks; it never re-prints what runs.

Places are offsets in the text that was given. The last trees are kept, and what was told of more texts, for a tree is
a hundred times as large as its text.
"""

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import sqlglot
from sqlglot import exp
from sqlglot.dialects.tsql import TSQL
from sqlglot.errors import ParseError, SqlglotError
from sqlglot.parsers.tsql import TSQLParser
from sqlglot.tokenizer_core import Token, TokenType

from dekret.text.wording import Wording

logging.getLogger("sqlglot").addHandler(logging.NullHandler())
_TSQL = TSQL()


class _PlainParser(TSQLParser):
    FUNCTIONS: ClassVar[dict[str, Callable[..., exp.Expr]]] = {}
    FUNCTION_PARSERS: ClassVar[dict[str, Callable[..., exp.Expr]]] = {
        name: TSQLParser.FUNCTION_PARSERS[name] for name in ("CAST", "CONVERT", "TRY_CAST", "TRY_CONVERT", "STRING_AGG")
    }


class _Plain(TSQL):
    """T-SQL whose functions stay as they are written, name and arguments; sqlglot makes some into others."""

    Parser = _PlainParser


_PLAIN = _Plain()
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
_NEVER = {
    *("EXEC", "EXECUTE", "COMMIT", "ROLLBACK", "SHUTDOWN", "CHECKPOINT", "RECONFIGURE", "REVERT", "KILL", "BACKUP"),
    *("RESTORE", "GRANT", "REVOKE", "DENY", "ALTER", "TRUNCATE", "MERGE", "BULK", "DBCC", "USE", "WAITFOR", "GOTO"),
    *("RAISERROR", "WRITETEXT", "UPDATETEXT", "READTEXT", "SAVE", "PRINT", "RETURN", "TRAN", "TRANSACTION", "PROC"),
    *("PROCEDURE", "TRIGGER", "DEALLOCATE", "CURSOR", "LOAD", "DUMP", "SETUSER", "BREAK", "CONTINUE"),
    *("OPENROWSET", "OPENQUERY", "OPENDATASOURCE"),
}
"""Words that no query needs and that T-SQL takes for statements or for ways out of the server, wherever they stand."""
_HINTS = {"MERGE": ("JOIN", "UNION"), "USE": ("HINT", "PLAN")}
_CHANGES = (exp.Insert, exp.Update, exp.Delete, exp.Merge, exp.Drop, exp.Create, exp.Alter, exp.TruncateTable)


@dataclass(frozen=True, slots=True)
class SqlFault:
    """Where a text is no T-SQL, or T-SQL that may not run here, and why."""

    start: int
    end: int
    reason: Wording


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


@dataclass(frozen=True, slots=True)
class TableName:
    """A table that a query reads: `CDN.BnkZapisy`, as written, with its place."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=32)
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
    if not statements:
        return SqlFault(0, len(text), Wording("nie ma tu zapytania", "there is no query here"))
    return statements


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
        reason = Wording(
            "tej instrukcji nie da się sprawdzić; rozdziel instrukcje średnikami albo usuń ją",
            "this statement cannot be looked at; part statements with semicolons, or remove it",
        )
        raise _Unreadable(SqlFault(tokens[0].start, tokens[0].end + 1, reason))
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

    Told twice, by words and by trees: what one of them overlooks the other finds.
    """
    statements = parse(text)
    if isinstance(statements, SqlFault):
        return (statements,)
    found = list(_forbidden_words(_TSQL.tokenize(text)))
    for statement in statements:
        if not any(statement.start <= fault.start < statement.end for fault in found):
            found += list(_forbidden_trees(statement))[:1]
    last = statements[-1]
    if found:
        return tuple(found)
    if not isinstance(last.tree, exp.Query) or _assigns(last.tree):
        reason = Wording("ostatnią instrukcją ma być SELECT", "the last statement has to be a SELECT")
        found.append(SqlFault(last.start, last.end, reason))
    return tuple(found)


def _forbidden_words(tokens: list[Token]) -> Iterator[SqlFault]:
    for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
        word = token.text.upper()
        if word not in _NEVER or token.token_type in (TokenType.STRING, TokenType.NATIONAL_STRING):
            continue
        if (before is not None and before.token_type is TokenType.DOT) or _is_quoted_name(token):
            continue
        if after is not None and after.text.upper() in _HINTS.get(word, ()):
            continue
        yield SqlFault(token.start, token.end + 1, _may_not(word))


def _is_quoted_name(token: Token) -> bool:
    return token.end - token.start + 1 > len(token.text)


def _may_not(word: str) -> Wording:
    return Wording(f"{word}: zapytanie wykresu tylko czyta dane", f"{word}: a query of a chart only reads data")


def _forbidden_trees(statement: Statement) -> Iterator[SqlFault]:
    for node in statement.tree.walk():
        if isinstance(node, _CHANGES):
            if not _is_temporary(node):
                yield SqlFault(statement.start, statement.end, _may_not(node.key.upper()))
        elif isinstance(node, exp.Into):
            if not node.args.get("temporary"):
                yield SqlFault(statement.start, statement.end, _may_not("SELECT … INTO"))
        elif isinstance(node, exp.NextValueFor):
            yield SqlFault(statement.start, statement.end, _may_not("NEXT VALUE FOR"))
        elif isinstance(node, exp.WhileBlock | exp.Execute | exp.Use | exp.Command | exp.Transaction):
            yield SqlFault(statement.start, statement.end, _may_not(node.key.upper()))
    tree = statement.tree
    if not isinstance(tree, (exp.Query, exp.Declare, exp.Set, exp.IfBlock, *_CHANGES)):
        yield SqlFault(statement.start, statement.end, _may_not(tree.key.upper()))


def _is_temporary(node: exp.Expr) -> bool:
    """Whether what a statement changes is a table `#name` of the session, or a variable `@name`."""
    if isinstance(node, exp.Create | exp.Drop) and str(node.args.get("kind") or "TABLE").upper() != "TABLE":
        return False
    target = node.args.get("this")
    named = node.args.get("tables") or ([target] if isinstance(target, exp.Expr) else [])
    tables = [table for each in named for table in each.find_all(exp.Table)]
    first = tables[: len(named)] if named else []
    return bool(first) and all(_temporary_name(table) for table in first)


def _temporary_name(table: exp.Table) -> bool:
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
    if _LOOSE.search(_OPAQUE.sub(" ", text)):
        return Wording("ma komentarz, średnik albo niezamknięty tekst", "it has a comment, a semicolon or an open text")
    try:
        tokens = _TSQL.tokenize(f"({text})")
    except (SqlglotError, RecursionError):
        return Wording("tekst w nim nie jest zamknięty", "a text in it is not closed")
    if any(token.comments for token in tokens):
        return Wording("ma komentarz", "it has a comment")
    if not _balanced(tokens):
        return Wording("nawiasy nie są w parach", "its parentheses are not in pairs")
    found = parse(f"SELECT 1 AS a WHERE ({text})")
    if isinstance(found, SqlFault):
        return Wording(f"to nie SQL: {found.reason.pl}", f"it is no SQL: {found.reason.en}")
    if len(found) != 1 or not isinstance(found[0].tree, exp.Select):
        return Wording("to więcej niż jeden warunek", "it is more than one condition")
    where = found[0].tree.args.get("where")
    extra = set(found[0].tree.args) - {
        "expressions",
        "where",
        "kind",
        "distinct",
        "hint",
        "limit",
        "operation_modifiers",
    }
    used = {name for name in extra if found[0].tree.args.get(name)}
    if not isinstance(where, exp.Where) or not isinstance(where.this, exp.Paren | exp.Tuple) or used:
        return Wording("to więcej niż jeden warunek", "it is more than one condition")
    if isinstance(where.this, exp.Tuple):
        return Wording("to lista, nie warunek", "it is a list, no condition")
    wrong = forbidden(f"SELECT 1 AS a WHERE ({text})")
    return wrong[0].reason if wrong else None


_OPAQUE = re.compile(r"'(?:[^']|'')*'|\[(?:[^\]]|\]\])*\]|\"(?:[^\"]|\"\")*\"")
_LOOSE = re.compile(r"--|/\*|\*/|;|['\"\[\]‘’‚‛“”„′″ʹʻʼˈ＇\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def _balanced(tokens: list[Token]) -> bool:
    """Whether the first parenthesis is closed by the last one alone."""
    depth = 0
    for place, token in enumerate(tokens):
        if token.token_type is TokenType.L_PAREN:
            depth += 1
        elif token.token_type is TokenType.R_PAREN:
            depth -= 1
            if depth == 0 and place < len(tokens) - 1:
                return False
    return depth == 0


# --- what a query gives and reads


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
    name = projection.alias_or_name if isinstance(projection, exp.Alias | exp.Column) and not is_star else None
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


def tables(text: str) -> tuple[TableName, ...]:
    """The tables that a text reads, with those it makes itself left out: `#name`, `@name`, names of WITH."""
    statements = parse(text)
    if isinstance(statements, SqlFault):
        return ()
    found: list[TableName] = []
    for statement in statements:
        own = {cte.alias_or_name.casefold() for cte in statement.tree.find_all(exp.CTE)}
        for table in statement.tree.find_all(exp.Table):
            if _temporary_name(table) or (not table.db and table.name.casefold() in own) or not table.name:
                continue
            name = ".".join(part for part in (table.catalog, table.db, table.name) if part)
            start, end = place(table) or (statement.start, statement.end)
            found.append(TableName(name, start, end))
    return tuple(found)


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
    """A negative number stands in parentheses; that is no other shape than a positive one."""
    if isinstance(node, exp.Paren) and isinstance(node.this, exp.Neg) and isinstance(node.this.this, exp.Literal):
        return node.this.this
    return node


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
