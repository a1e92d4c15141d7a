"""What a name means where it stands: tables of a FROM with their columns, queries named by WITH, the query around.

Names are looked for without letter case. Text made here is the name as the database has it.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dekret.sql.kinds import Columns, Kind, Schema, Sort, Table
from dekret.sql.said import NotThere, Said, bare, name, refuse
from dekret.text.nearest import nearest
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from sqlglot import exp


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was said: its text and its columns; a column without a name is None."""

    text: str
    names: tuple[str | None, ...]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A table of a FROM: what it is called there, how that is written, its columns."""

    called: str
    written: str
    columns: Columns


@dataclass(frozen=True, slots=True)
class Scope:
    """The tables that names may mean. `groups`: what is grouped by, and what says it where rows are gone."""

    sources: tuple[Source, ...] = ()
    outer: "Scope | None" = None
    named: Mapping[str, Table] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)

    def with_sources(self, *sources: Source) -> "Scope":
        return replace(self, sources=(*self.sources, *sources))

    @property
    def rows(self) -> "Scope":
        """The same scope, where rows are still there: in an aggregate, in WHERE."""
        return replace(self, groups={}) if self.groups else self

    def query_named(self, called: str) -> Table | None:
        scope: Scope | None = self
        while scope is not None:
            if called.casefold() in scope.named:
                return scope.named[called.casefold()]
            scope = scope.outer
        return None


@dataclass(frozen=True, slots=True)
class PackFunction:
    """A function `CDN.…` of a pack: an expression of T-SQL over its parameters, written `@name`."""

    parameters: tuple[str, ...]
    expression: str


@dataclass(slots=True)
class Saying:
    """What a translation needs everywhere: the engine's words, the tables, variables with their values.

    `query` says a query inside another one; it is given by the module of queries, which comes after expressions.
    """

    dialect: str
    schema: Schema
    query: "Callable[[exp.Query, Scope, Saying], Query]"
    functions: Mapping[str, PackFunction] = field(default_factory=dict)
    today: dt.date | None = None
    variables: dict[str, Said | None] = field(default_factory=dict)
    temporary: dict[str, Table] = field(default_factory=dict)


def column(called: str, table: str | None, scope: Scope) -> Said:
    """A column by its name; one that is there twice, or not at all, is told."""
    where: Scope | None = scope
    while where is not None:
        found = [(source, *source.columns[called.casefold()]) for source in _candidates(called, table, where)]
        if len(found) > 1:
            raise refuse(called, "tę nazwę ma kilka tabel", "several tables have a column of this name")
        if found:
            source, real, kind = found[0]
            if kind is None:
                raise refuse(called, "kolumny tego rodzaju nie da się użyć", "a column of this kind cannot be used")
            text = f"{source.written}.{name(real)}"
            if where.groups and text in where.groups:
                text = where.groups[text]
            elif kind.sort is Sort.BIT:
                return Said(f"CAST({text} AS INTEGER)", kind, is_column=True)
            return Said(text, kind, is_column=True)
        where = where.outer
    known = sorted({real for source in scope.sources for real, _ in source.columns.values()})
    near = nearest(called, known)
    shown = f"{table}.{called}" if table else called
    raise NotThere(
        Wording(
            f"nie ma kolumny {shown}" + (f"; najbliższa to {near}" if near else ""),
            f"there is no column {shown}" + (f"; the nearest is {near}" if near else ""),
        )
    )


def _candidates(called: str, table: str | None, scope: Scope) -> Iterator[Source]:
    for source in scope.sources:
        if (table is None or source.called == table.casefold()) and called.casefold() in source.columns:
            yield source


def grouped(said: Said, groups: Mapping[str, str]) -> Said | None:
    """What stands for an expression that rows are grouped by."""
    found = groups.get(bare(said.text))
    return None if found is None else Said(found, said.kind)
