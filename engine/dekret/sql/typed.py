"""A whole text of T-SQL in the SQL of another engine, by the kinds of its tables; what would change is refused by name.

Variables are put where they are used. Tables `#name` and `@name` become temporary ones. The last statement gives rows.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlglot import exp

from dekret.sql import engine_words as words
from dekret.sql import tsql
from dekret.sql.column_types import kind_of_type
from dekret.sql.conversions import converted
from dekret.sql.expressions import value
from dekret.sql.kinds import Kind, Schema, Sort, Table, text
from dekret.sql.queries import final_query, query
from dekret.sql.said import NotFaithful, NotThere, Origin, Said, finished, name, refuse
from dekret.sql.scopes import PackFunction, Query, Saying, Scope
from dekret.sql.tsql import Statement
from dekret.sql.words import SqlFault

_LONGEST_VALUE = 100_000
_IDLE = {"NOCOUNT", "ANSI_WARNINGS", "ANSI_NULLS", "QUOTED_IDENTIFIER", "ARITHABORT"}


@dataclass(frozen=True, slots=True)
class Translated:
    """A query in another dialect. `faults` are constructs that it cannot be said in, `doubts` what depends on kinds.

    `unknown` are names that the database lacks; there are no statements then, either.
    `origins` says for every statement where its parts are from, as far as that is known.
    """

    statements: tuple[str, ...]
    faults: tuple[SqlFault, ...]
    doubts: tuple[SqlFault, ...] = ()
    origins: tuple[tuple[Origin, ...], ...] = ()
    unknown: tuple[SqlFault, ...] = ()

    @property
    def text(self) -> str:
        return ";\n".join(self.statements)

    def place(self, statement: int, offset: int) -> tuple[int, int] | None:
        """Where in the author's text a place in a statement is from; None where that is not known.

        The engine's place counts if it points at, or shortly behind, something that the author wrote.
        """
        if not -len(self.origins) <= statement < len(self.origins):
            return None
        before = [each for each in self.origins[statement] if each.offset <= offset]
        return (before[-1].start, before[-1].end) if before else None


def typed(
    text: str,
    dialect: str,
    schema: Schema,
    functions: Mapping[str, PackFunction] | None = None,
    today: dt.date | None = None,
) -> Translated:
    """A query, its values in it, in DuckDB's or PostgreSQL's SQL, for the tables of one database.

    `functions` are those of the pack by their names in lower case, `cdn.name`. `today` is the day of GETDATE; its time,
    and without it the day, too, are of the database's clock.
    """
    statements = tsql.parse(text, plain=True)
    if isinstance(statements, SqlFault):
        return Translated((), (statements,))
    saying = Saying(dialect, schema, query, functions or {}, today)
    said, faults, unknown = list[str](), list[SqlFault](), list[SqlFault]()
    for number, statement in enumerate(statements):
        try:
            is_last = number == len(statements) - 1
            said += _statement(statement.tree, saying, is_last=is_last)
        except NotFaithful as error:
            start, end = error.place or (statement.start, statement.end)
            (unknown if isinstance(error, NotThere) else faults).append(SqlFault(start, end, error.reason))
            if not isinstance(statement.tree, exp.Query):
                break
        except RecursionError:
            faults.append(_too_deep(statement))
    ready = [finished(each) for each in said]
    if faults or unknown:
        return Translated((), tuple(faults), unknown=tuple(unknown))
    return Translated(tuple(each for each, _ in ready), (), (), tuple(origins for _, origins in ready))


def _too_deep(statement: Statement) -> SqlFault:
    return SqlFault(statement.start, statement.end, refuse("SELECT", "zbyt głęboko zagnieżdżone", "too deep").reason)


def _statement(tree: exp.Expr, saying: Saying, *, is_last: bool) -> Iterator[str]:
    match tree:
        case exp.Declare():
            yield from _declared(tree, saying)
        case exp.Set():
            _set(tree, saying)
        case exp.Create():
            yield _created(tree, saying)
        case exp.Insert():
            yield _inserted(tree, saying)
        case exp.Drop():
            yield from (_dropped(table, saying) for table in tree.args["tables"])
        case exp.IfBlock():
            yield from _if_there(tree, saying)
        case exp.Query():
            if _assigned(tree):
                _assign(tree, saying)
            elif tree.find(exp.Into):
                yield from _selected_into(tree, saying)
            elif is_last:
                yield final_query(tree, saying).text
            else:
                raise refuse("SELECT", "tylko ostatnie zapytanie daje wiersze", "only the last query gives rows")
        case _:
            raise refuse(tree.key.upper())


# --- variables


def _declared(tree: exp.Declare, saying: Saying) -> Iterator[str]:
    for item in tree.expressions:
        for parameter in item.this if isinstance(item.this, list) else [item.this]:
            called = parameter.name.casefold()
            if isinstance(item.args.get("kind"), exp.Schema):
                yield _made(f"@{called}", item.args["kind"].expressions, saying)
                continue
            kind = kind_of_type(item.args["kind"], unsaid_size=1)
            default = item.args.get("default")
            given = value(default, Scope(), saying) if default else Said("NULL", Kind(Sort.NULL))
            _keep(called, given, kind, default or None, saying)


def _keep(called: str, given: Said, kind: Kind, tree: exp.Expr | None, saying: Saying) -> None:
    """A variable's value is put where the variable stands; one that reads a table that changes would become another."""
    if tree is not None and any(_is_temporary(table) for table in tree.find_all(exp.Table)):
        raise refuse(f"@{called}", "czyta tabelę tymczasową", "reads a temporary table")
    kept = converted(given, kind, saying.dialect)
    if len(kept.text) > _LONGEST_VALUE:
        raise refuse(f"@{called}", "wartość jest zbyt złożona", "the value is too complex")
    saying.variables[called] = kept


def _is_temporary(table: exp.Table) -> bool:
    return isinstance(table.this, exp.Parameter) or bool(table.this.args.get("temporary"))


def _kept(called: str, saying: Saying) -> Kind:
    found = saying.variables.get(called.casefold())
    if found is None:
        raise refuse(f"@{called}", "ta zmienna nie jest zadeklarowana", "this variable is not declared")
    return found.kind


def _set(tree: exp.Set, saying: Saying) -> None:
    for item in tree.expressions:
        inside = item.this
        if isinstance(inside, exp.EQ) and isinstance(inside.this, exp.Parameter):
            given = value(inside.expression, Scope(), saying)
            _keep(inside.this.name.casefold(), given, _kept(inside.this.name, saying), inside.expression, saying)
        elif not isinstance(inside, exp.EQ) or inside.this.name.upper() not in _IDLE:
            raise refuse(f"SET {inside.this.name if isinstance(inside, exp.EQ) else ''}".strip())


def _assigned(tree: exp.Expr) -> bool:
    return isinstance(tree, exp.Select) and any(
        isinstance(each, exp.EQ) and isinstance(each.this, exp.Parameter) for each in tree.expressions
    )


def _assign(tree: exp.Expr, saying: Saying) -> None:
    """`SELECT @a = …`: without FROM, or of aggregates over all rows, which give one row for certain."""
    assert isinstance(tree, exp.Select)
    if tree.args.get("from_") and (tree.args.get("group") or tree.args.get("having")):
        raise refuse("SELECT @zmienna = …", "z GROUP BY", "with GROUP BY")
    for each in tree.expressions:
        if not isinstance(each, exp.EQ) or not isinstance(each.this, exp.Parameter):
            raise refuse("SELECT @zmienna = …", "obok innych kolumn", "beside other columns")
        called = each.this.name
        if not tree.args.get("from_"):
            given = value(each.expression, Scope(), saying)
        elif isinstance(each.expression, exp.Anonymous) and each.expression.name.upper() in _ONE_ROW:
            one = tree.copy()
            one.set("expressions", [each.expression.copy()])
            given = _only(query(one, Scope(), saying))
        else:
            raise refuse("SELECT @zmienna = …", "bierze ostatni z wierszy", "takes the last one of the rows")
        _keep(called.casefold(), given, _kept(called, saying), tree, saying)


_ONE_ROW = {"SUM", "AVG", "MIN", "MAX", "COUNT", "COUNT_BIG"}


def _only(said: Query) -> Said:
    return Said(f"({said.text})", said.kinds[0])


# --- temporary tables


def _made(called: str, definitions: list[exp.Expr], saying: Saying) -> str:
    columns, shown = dict[str, tuple[str, Kind | None]](), []
    for each in definitions:
        if not isinstance(each, exp.ColumnDef) or each.args.get("kind") is None:
            raise refuse(f"CREATE TABLE {called}", "tylko kolumny z typem", "only columns with a type")
        for constraint in each.args.get("constraints") or ():
            if not isinstance(constraint.args["kind"], _CONSTRAINTS):
                raise refuse(constraint.sql("tsql"))
        kind = kind_of_type(each.args["kind"], unsaid_size=1)
        columns[each.name.casefold()] = (each.name, kind)
        shown.append(f"{name(each.name)} {words.type_name(kind, saying.dialect)}")
    saying.temporary[called.casefold()] = Table("", called, columns)
    return f"CREATE TEMP TABLE {name(called)} ({', '.join(shown)})"


_CONSTRAINTS = (exp.NotNullColumnConstraint, exp.PrimaryKeyColumnConstraint, exp.CollateColumnConstraint)


def _created(tree: exp.Create, saying: Saying) -> str:
    schema = tree.this
    if not isinstance(schema, exp.Schema) or not schema.this.this.args.get("temporary"):
        raise refuse("CREATE")
    return _made(f"#{schema.this.name}", schema.expressions, saying)


def _dropped(table: exp.Table, saying: Saying) -> str:
    called = f"#{table.name}"
    saying.temporary.pop(called.casefold(), None)
    return f"DROP TABLE IF EXISTS {name(called)}"


def _if_there(tree: exp.IfBlock, saying: Saying) -> Iterator[str]:
    """`IF OBJECT_ID('tempdb..#t') IS NOT NULL DROP TABLE #t`: the one IF that every script has."""
    test, body = tree.this, tree.args.get("true")
    asks = isinstance(test, exp.Not) and isinstance(test.this, exp.Is) and test.this.this.name.upper() == "OBJECT_ID"
    steps = list(body.expressions) if isinstance(body, exp.Block) else []
    if not asks or tree.args.get("false") or not steps or not all(isinstance(each, exp.Drop) for each in steps):
        raise refuse("IF")
    tables = [table for each in steps for table in each.args["tables"]]
    named = test.this.this.expressions[0].name.rpartition(".")[2].strip("[]").casefold()
    if any(f"#{table.name}".casefold() != named for table in tables):
        raise refuse("IF", "pyta o inną tabelę", "asks for another table")
    yield from (_dropped(table, saying) for table in tables)


def _inserted(tree: exp.Insert, saying: Saying) -> str:
    target, chosen = tree.this, list[str]()
    if isinstance(target, exp.Schema):
        chosen, target = [each.name for each in target.expressions], target.this
    sign = "@" if isinstance(target.this, exp.Parameter) else "#"
    table = saying.temporary.get(f"{sign}{target.name}".casefold())
    if table is None:
        raise refuse(f"INSERT INTO {sign}{target.name}", "nie ma takiej tabeli", "there is no such table")
    columns = [table.columns[each.casefold()] for each in chosen] if chosen else list(table.columns.values())
    source = tree.expression
    said = _rows(source, saying) if isinstance(source, exp.Values) else query(source, Scope(), saying)
    if len(said.kinds) != len(columns):
        raise refuse(f"INSERT INTO {sign}{target.name}", "inna liczba kolumn", "another number of columns")
    cells = [name(f"c{number}") for number in range(len(columns))]
    shown = []
    for cell, has, (_, kind) in zip(cells, said.kinds, columns, strict=True):
        assert kind
        wanted = text(None) if kind.sort is Sort.TEXT else kind
        shown.append(converted(Said(f'"q".{cell}', has), wanted, saying.dialect).text)
    listed = ", ".join(name(real) for real, _ in columns)
    inside = f'SELECT {", ".join(shown)} FROM ({said.text}) AS "q"({", ".join(cells)})'
    return f"INSERT INTO {name(table.name)} ({listed}) {inside}"


def _rows(source: exp.Values, saying: Saying) -> Query:
    rows = [exp.Select(expressions=[each.copy() for each in row.expressions]) for row in source.expressions]
    tree: exp.Query = rows[0]
    for each in rows[1:]:
        tree = exp.Union(this=tree, expression=each, distinct=False)
    return query(tree, Scope(), saying)


def _selected_into(tree: exp.Query, saying: Saying) -> Iterator[str]:
    """`SELECT … INTO #t`; PostgreSQL makes the table without running the query, which runs where only reading may."""
    tree = tree.copy()
    into = next(iter(tree.find_all(exp.Into)))
    called = f"#{into.this.name}"
    into.pop()
    said = query(tree, Scope(), saying)
    if None in said.names:
        raise refuse(f"SELECT … INTO {called}", "każda kolumna ma mieć nazwę", "every column has to have a name")
    columns = {str(each).casefold(): (str(each), kind) for each, kind in zip(said.names, said.kinds, strict=True)}
    saying.temporary[called.casefold()] = Table("", called, columns)
    if saying.dialect == words.DUCKDB:
        yield f"CREATE TEMP TABLE {name(called)} AS {said.text}"
    else:
        yield f"CREATE TEMP TABLE {name(called)} AS {said.text} WITH NO DATA"
        yield f"INSERT INTO {name(called)} {said.text}"
