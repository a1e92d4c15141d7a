"""Texts that are to be one part of a query and no more: a value of SELECT, what stands behind FROM, an ORDER BY.

What is told apart here is the shape alone; whether the part reads only, is the business of `tsql.forbidden`.
"""

from collections.abc import Iterator

from sqlglot import exp

from dekret.sql.tsql import Statement, parse
from dekret.sql.words import Kind, SqlFault, lexemes
from dekret.text.wording import Wording

_MORE = Wording("to więcej niż jedna część zapytania", "it is more than one part of a query")
_BARE = Wording("zapytanie, które daje wartość, stoi w nawiasach", "a query that gives a value stands in parentheses")


def value_fault(text: str) -> Wording | None:
    """Why a text is not one value of a SELECT; None where it is.

    >>> value_fault("Twr_Kod"), value_fault("Twr_Kod, Twr_Nazwa").en
    (None, 'these are several values; a column has one')
    >>> value_fault("(SELECT MAX(a) FROM b)"), value_fault("SELECT MAX(a) FROM b").en
    (None, 'a query that gives a value stands in parentheses')
    """
    if fault := _unclosed(text):
        return fault
    select = _select(f"SELECT ({text}\n) AS a")
    if isinstance(select, Wording):
        return select
    wrapped = select.expressions[0]
    inside = wrapped.this if isinstance(wrapped, exp.Alias) else wrapped
    if len(select.expressions) != 1 or _used(select) - {"expressions"}:
        return _MORE
    if isinstance(inside, exp.Tuple):
        return Wording("to kilka wartości; kolumna ma jedną", "these are several values; a column has one")
    if isinstance(inside, exp.Subquery) and not isinstance(inside.this, exp.Subquery):
        return _BARE
    value = inside.this if isinstance(inside, exp.Paren) else inside
    if value.is_star:
        return Wording("gwiazdka to wszystkie kolumny", "a star is all columns")
    if isinstance(value, exp.Alias) or (isinstance(value, exp.EQ | exp.Predicate) and not isinstance(value, exp.Query)):
        return Wording(
            "to warunek albo wartość z nazwą; nazwa kolumny stoi w kolumnie Nazwa",
            "it is a condition, or a value with a name; the name of the column stands in Nazwa",
        )
    return None


def from_fault(text: str) -> Wording | None:
    """Why a text cannot stand behind FROM alone; None where it can."""
    if fault := _unclosed(text):
        return fault
    select = _select(f"SELECT a=1 FROM {text}\n")
    if isinstance(select, Wording):
        return select
    if "from_" not in _used(select) or _used(select) - {"expressions", "from_", "joins", "laterals"}:
        return Wording("tu stoją same tabele i ich złączenia", "only tables and joins stand here")
    return None


def table_fault(text: str) -> Wording | None:
    """Why a text is not the name of one table, or one query in parentheses; None where it is."""
    if found := from_fault(text):
        return found
    select = _select(f"SELECT a=1 FROM {text}\n")
    if isinstance(select, Wording) or select.args.get("joins") or select.args["from_"].this.args.get("joins"):
        return Wording("to więcej niż jedna tabela", "it is more than one table")
    return None


def order_fault(text: str) -> Wording | None:
    """Why a text cannot stand behind ORDER BY; None where it can."""
    if fault := _unclosed(text):
        return fault
    select = _select(f"SELECT a=1 FROM b ORDER BY {text}\n")
    if isinstance(select, Wording):
        return select
    return _MORE if _used(select) - {"expressions", "from_", "order"} else None


def _unclosed(text: str) -> Wording | None:
    """What would reach out of its place: a semicolon, a parenthesis or a comment that is not closed."""
    said = lexemes(text)
    if isinstance(said, SqlFault):
        return said.reason
    depth = 0
    for each in said:
        if each.kind is not Kind.COMMENT:
            depth += {"(": 1, ")": -1}.get(each.text, 0)
        if depth < 0 or each.text == ";":
            return _MORE
    return Wording("nawiasy nie są w parach", "its parentheses are not in pairs") if depth else None


def _select(text: str) -> exp.Select | Wording:
    found = parse(text)
    if isinstance(found, SqlFault):
        return Wording(f"to nie SQL: {found.reason.pl}", f"it is no SQL: {found.reason.en}")
    tree = found[0].tree
    return tree if len(found) == 1 and isinstance(tree, exp.Select) else _MORE


def _used(select: exp.Select) -> set[str]:
    return {name for name, value in select.args.items() if value}


# --- what a part names


def called(text: str) -> str:
    """What the first table of a FROM is called in it: its alias, else its name; empty where that cannot be read.

    >>> called("CDN.Towary A LEFT JOIN CDN.KodyCN ON Twr_KCNId=KCN_KCNId"), called("CDN.TraElem")
    ('A', 'TraElem')
    """
    select = _select(f"SELECT a=1 FROM {text}\n")
    return "" if isinstance(select, Wording) or "from_" not in select.args else str(select.args["from_"].alias_or_name)


def own_alias(text: str) -> str:
    """The alias that a table is written with; empty for none."""
    select = _select(f"SELECT a=1 FROM {text}\n")
    return "" if isinstance(select, Wording) or "from_" not in select.args else str(select.args["from_"].this.alias)


def bare_name(text: str) -> str:
    """The last part of a table's name, folded; empty for a query or a function.

    >>> bare_name("[CDN].[KodyCN]")
    'kodycn'
    """
    select = _select(f"SELECT a=1 FROM {text}\n")
    table = None if isinstance(select, Wording) or "from_" not in select.args else select.args["from_"].this
    return str(table.name).casefold() if isinstance(table, exp.Table) else ""


def tied(condition: str, key: frozenset[str]) -> frozenset[str]:
    """The columns of a key, folded, that a condition sets equal to something that is none of them.

    >>> sorted(tied("TwC_TwrId=Twr_TwrId AND TwC_TwCNumer=2", frozenset({"twc_twrid", "twc_twcnumer"})))
    ['twc_twcnumer', 'twc_twrid']
    """
    found = parse(f"SELECT a=1 FROM b WHERE {condition}\n")
    if isinstance(found, SqlFault):
        return frozenset()
    return frozenset(name for name in _tied(found[0], key))


def _tied(statement: Statement, key: frozenset[str]) -> Iterator[str]:
    where = statement.tree.args.get("where")
    waiting = [where.this] if where else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, exp.And):
            waiting += [node.left, node.right]
        elif isinstance(node, exp.Paren):
            waiting.append(node.this)
        elif isinstance(node, exp.EQ):
            for side, other in ((node.left, node.right), (node.right, node.left)):
                named = side.name.casefold() if isinstance(side, exp.Column) else ""
                if named in key and not any(each.name.casefold() in key for each in other.find_all(exp.Column)):
                    yield named
