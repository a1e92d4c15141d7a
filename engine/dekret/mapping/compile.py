"""Sources of a map as functions over a place of a file."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from dekret.expr import compile as expressions
from dekret.expr.calls import TODAY
from dekret.expr.collation import fold
from dekret.expr.compile import Layout
from dekret.expr.kinds import Kind
from dekret.mapping.check import CheckedMap, CheckedRow, CheckedSource
from dekret.mapping.csv_tree import CsvTree
from dekret.mapping.formats import as_date, as_number
from dekret.mapping.json_tree import JsonTree
from dekret.mapping.kinds_by_use import amounts_in
from dekret.mapping.nodes import Part
from dekret.mapping.paths import Tree, Way, values_at, way
from dekret.syntax import cells
from dekret.text.wording import Wording

Got: TypeAlias = str | Decimal | dt.date | bool | None
"""What a source gives; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a table stands: the document, the part of it, the day that GETDATE() gives."""

    document: Tree
    part: Tree
    today: dt.date

    def at(self, path: Way) -> Tree:
        """The place that a path starts from."""
        return self.document if path.absolute else self.part


class UnreadError(Exception):
    """A value that cannot be taken: the path, the place, the text; or the different values of one path.

    Of different values `other` is the place of the second.
    """

    def __init__(self, path: str, place: Tree, text: str, reason: Wording | None, other: Tree | None = None) -> None:
        super().__init__(path)
        self.path = path
        self.place = place
        self.text = text
        self.reason = reason
        self.other = other


Compute: TypeAlias = Callable[[Scope], Got]


@dataclass(frozen=True, slots=True)
class CompiledRow:
    """A row with its sources as functions, in their order, and the paths that they read."""

    checked: CheckedRow
    sources: tuple[tuple[Compute, tuple[Way, ...]], ...]


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A table of a part that repeats."""

    part: Part
    rows: tuple[CompiledRow, ...]


@dataclass(frozen=True, slots=True)
class CompiledMap:
    """A map ready to run."""

    checked: CheckedMap
    rows: tuple[CompiledRow, ...]
    parts: tuple[CompiledPart, ...]


def compile_map(checked: CheckedMap) -> CompiledMap:
    """The map as functions. Only for a map that was checked without errors."""
    return CompiledMap(
        checked,
        tuple(_row(row) for row in checked.rows),
        tuple(CompiledPart(part.part, tuple(_row(row) for row in part.rows)) for part in checked.parts),
    )


def _row(row: CheckedRow) -> CompiledRow:
    return CompiledRow(row, tuple(_source(source, row) for source in row.chain))


def _source(source: CheckedSource, row: CheckedRow) -> tuple[Compute, tuple[Way, ...]]:
    kind = row.kind
    if source.path is not None:
        path, amount = source.path, _read_as(kind, is_money=row.leaf.money)
        return (lambda scope: value_at(scope, path, amount)), (path,)
    assert source.formula
    layout = Layout()
    compiled: Callable[[list[object]], Got]
    if kind is Kind.CONDITION:
        compiled = expressions.compile_condition(source.formula.condition, layout)
    else:
        compiled = expressions.compile_value(source.formula.value, layout)
    money = frozenset(amounts_in(source.source.written.node)) if row.leaf.money else frozenset()
    readers = tuple(_reader(name, source, money, folded=folded) for name, _, folded in layout.slots)
    ways = tuple(way(path) for path in source.kinds)
    return (lambda scope: compiled([read(scope) for read in readers])), ways


def _reader(name: str, source: CheckedSource, money: frozenset[str], *, folded: bool) -> Compute:
    """What fetches a value that an expression takes; `money` are the paths whose values are amounts."""
    if name == TODAY.macro:
        return lambda scope: scope.today
    path = name[1:-1].strip()
    found, as_ = way(path), _read_as(source.kinds[path], is_money=path in money)

    def read(scope: Scope) -> Got:
        value = value_at(scope, found, as_)
        return fold(value) if folded and isinstance(value, str) else value

    return read


def value_at(scope: Scope, path: Way, read_as: "ReadAs") -> Got:
    """The value at a path, read so; None where there is none. Raises `UnreadError`.

    Where a path leads to several values they have to be the same.
    """
    values = values_at(scope.at(path), path)
    if not values:
        return None
    first = values[0]
    texts = list(dict.fromkeys(value.text for value in values))
    if len(texts) > 1:
        other = next(value.place for value in values if value.text != first.text)
        raise UnreadError(path.text, first.place, ", ".join(texts[:4]), None, other)
    read = read_as(first.text, first.place)
    if isinstance(read, Decimal) and isinstance(first.place, CsvTree):
        read = _beside_thousands(first.text, first.place.grouped) or read
    if isinstance(read, Wording):
        raise UnreadError(path.text, first.place, first.text, read)
    return read


def _as_text(text: str, place: Tree) -> Got | Wording:
    del place
    return text


def _as_number(text: str, place: Tree) -> Got | Wording:
    """A number with a point; in CSV one as an accountant writes it."""
    number = cells.AMOUNT.read(text).value if isinstance(place, CsvTree) else as_number(text)
    return number if number is not None else Wording("nie jest liczbą", "is no number")


def _as_money(text: str, place: Tree) -> Got | Wording:
    """An amount: two places, as of three nobody knows whether they are thousands; a number of JSON has none."""
    if reason := cells.three_places(text):
        return cells.THREE_PLACES if isinstance(place, JsonTree) and isinstance(place.value, Decimal) else reason
    return _as_number(text, place)


def _beside_thousands(text: str, grouped: str) -> Wording | None:
    """What is wrong with three places that may be thousands in a column that has separated thousands elsewhere."""
    if not grouped or cells.three_places(text) in (None, cells.THREE_PLACES):
        return None
    return Wording(
        f"to może być tysiąc albo jeden z ułamkiem: w tej kolumnie jest i {grouped}",
        f"may be thousands or a number with three places: the column has {grouped}, too",
    )


def _as_date(text: str, place: Tree) -> Got | Wording:
    date = cells.read_date(text) if isinstance(place, CsvTree) else as_date(text)
    return date or Wording("nie jest datą", "is no date")


_YES, _NO = ("tak", "yes", "true", "1", "t", "y"), ("nie", "no", "false", "0", "n")


def _as_flag(text: str, place: Tree) -> Got | Wording:
    del place
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    return Wording("nie znaczy ani tak, ani nie", "means neither yes nor no")


ReadAs: TypeAlias = Callable[[str, Tree], Got | Wording]
"""How the text of a value is read at its place: the value, or why it is none."""
_AS: dict[Kind, ReadAs] = {
    Kind.TEXT: _as_text,
    Kind.ACCOUNT: _as_text,
    Kind.NUMBER: _as_number,
    Kind.DATE: _as_date,
    Kind.CONDITION: _as_flag,
}


def _read_as(kind: Kind, *, is_money: bool) -> ReadAs:
    return _as_money if is_money and kind is Kind.NUMBER else _AS[kind]
