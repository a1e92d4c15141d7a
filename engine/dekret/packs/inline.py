"""Documents written in a case as tables: their keys and columns are the Polish titles of the model's fields.

A field of a record within another is named by both titles: `Podmiot NIP`; the title alone, `Podmiot`, is its code.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

from dekret.model.base import Record as ModelRecord
from dekret.model.documents import MODELS, Document
from dekret.model.faults import FieldError, Path, fields_of, read_document
from dekret.model.parties import Category
from dekret.packs import problems
from dekret.syntax import cells
from dekret.syntax.read import Part, Reading, Record
from dekret.syntax.schema import CellKind, Field, SectionSchema, Word
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import Wording

_POLISH: Mapping[str, tuple[str, ...]] = {
    "contractor": ("kontrahent",),
    "employee": ("pracownik",),
    "office": ("urząd",),
    "bank": ("bank",),
    "partner": ("wspólnik",),
    "ordinary": ("zwykła",),
    "advance": ("zaliczkowa",),
    "final": ("końcowa", "finalna"),
    "in": ("przychód", "KP"),
    "out": ("rozchód", "KW"),
    "yes": ("tak",),
    "no": ("nie",),
    "conditional": ("warunkowo",),
    "goods": ("towar",),
    "service": ("usługa",),
}
"""Words of fields that hold one of a few; the English ones are those of JSON."""
_ENTRY_COLUMN = Field(
    Word("Numer zapisu", "Entry"),
    cells.TEXT,
    Wording("w raportach K/B: numer zapisu, którego kwota dotyczy", "in cash reports: the entry of the amount"),
)
_DIMENSIONS = "dimensions"


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    """A key or column, and where its value goes in the data of a document."""

    field: Field[object]
    path: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _List:
    """A section whose rows are the parts of a document."""

    schema: SectionSchema
    name: str
    leaves: tuple[_Leaf, ...]


def _optional(annotation: object) -> object:
    """The type that is meant where None may stand, too; a category, of which the code may stand for the whole."""
    if get_origin(annotation) not in (Union, UnionType):
        return annotation
    options = [option for option in get_args(annotation) if option is not NoneType]
    return Category if Category in options else options[0]


def _leaves(model: type[ModelRecord], path: tuple[str, ...] = (), title: str = "") -> Iterator[_Leaf]:
    for name, shape in fields_of(model).items():
        plain = _optional(shape.plain)
        while get_origin(plain) is not None and hasattr(plain, "__metadata__"):
            plain = get_args(plain)[0]
        words = f"{title} {shape.title}".strip()
        here = (*path, name)
        if isinstance(plain, type) and issubclass(plain, ModelRecord):
            inner = "code" if "code" in fields_of(plain) else next(iter(fields_of(plain)))
            short = here if plain is Category else (*here, inner)
            yield _leaf(words, short, cells.TEXT)
            yield from (leaf for leaf in _leaves(plain, here, words) if leaf.path != short)
        elif get_origin(plain) is tuple:
            if get_args(plain)[0] is str:
                yield _leaf(words, here, cells.TEXT, several=True)
        elif name == _DIMENSIONS:
            yield _leaf(words, here, cells.TEXT)
        else:
            yield _leaf(words, here, _kind(plain))


def _leaf(title: str, path: tuple[str, ...], kind: CellKind[object], *, several: bool = False) -> _Leaf:
    field = Field(Word(title, ".".join(path)), kind, Wording(title, ".".join(path)))
    return _Leaf(field, path, several)


def _kind(plain: object) -> CellKind[object]:
    if plain is Decimal:
        return cells.AMOUNT
    if plain is dt.date:
        return cells.DATE
    if plain is bool:
        return cells.FLAG
    if get_origin(plain) is Literal:
        words = {Word(_POLISH[word][0], word, _POLISH[word][1:]): word for word in get_args(plain)}
        return cells.choice(Wording("jedno ze słów", "one of the words"), words)
    return cells.TEXT


def _lists(model: type[ModelRecord]) -> Iterator[_List]:
    for name, shape in fields_of(model).items():
        item = get_args(shape.plain)[0] if get_origin(shape.plain) is tuple else None
        if isinstance(item, type) and issubclass(item, ModelRecord):
            leaves = tuple(_leaves(item))
            columns = [leaf.field for leaf in leaves]
            if name == "additional_amounts":
                columns.append(_ENTRY_COLUMN)
            word = Word(shape.title, name)
            schema = SectionSchema(word, Wording(f"tabela: {shape.title}", f"table: {name}"), columns=tuple(columns))
            yield _List(schema, name, leaves)


def _all_leaves() -> dict[str, _Leaf]:
    """The keys of all documents by their titles; the same title leads to the same field in all of them."""
    found: dict[str, _Leaf] = {}
    for model in MODELS.values():
        for leaf in _leaves(model):
            known = found.setdefault(leaf.field.word.pl, leaf)
            assert known.path == leaf.path, leaf.path
    return found


def _all_lists() -> dict[str, _List]:
    found: dict[str, _List] = {}
    for model in MODELS.values():
        for each in _lists(model):
            found.setdefault(each.name, each)
    return found


_HEADER = tuple(_all_leaves().values())
_PARTS = tuple(_all_lists().values())
DOCUMENT = SectionSchema(
    Word("Dokument", "Document"),
    Wording("dokument wpisany w przypadku zamiast pliku", "the document, written in the case instead of a file"),
    keys=tuple(leaf.field for leaf in _HEADER),
)
SECTIONS: tuple[SectionSchema, ...] = (DOCUMENT, *(each.schema for each in _PARTS))
"""The sections that an inline document may have."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A document written in a case: its data as JSON would have it, and where its fields stand."""

    data: dict[str, object]
    places: Mapping[Path, Span]
    span: Span

    def read(self, kind: str) -> Document | list[Diagnostic]:
        """The document, of the type of the scheme that it is posted by; or what is wrong with its fields."""
        found = read_document({"type": kind, **self.data})
        if not isinstance(found, tuple):
            return found
        return [self._diagnostic(error) for error in found]

    def _diagnostic(self, error: FieldError) -> Diagnostic:
        ways = (error.path[:end] for end in range(len(error.path), 0, -1))
        place = next((self.places[way] for way in ways if way in self.places), self.span)
        reason = problems.FAULTS[error.fault]
        path = ".".join(str(step + 1 if isinstance(step, int) else step) for step in error.path)
        return problems.INLINE_FIELD.at(place, title=error.title or path, reason=reason, path=path)


def read_inline(reading: Reading) -> Inline | None:
    """The document of a case; None where the case has none."""
    part = reading.part(DOCUMENT)
    if part.span is reading.span:
        return None
    data: dict[str, object] = {}
    places: dict[Path, Span] = {}
    _fill(data, places, part.keys, _HEADER, ())
    for each in _PARTS:
        rows = reading.part(each.schema)
        if rows.rows:
            data[each.name] = [_item(row, each, index, places) for index, row in enumerate(rows.rows)]
            places[(each.name,)] = rows.span
    _to_entries(data, reading)
    return Inline(data, places, part.span)


def _item(row: Record, each: _List, index: int, places: dict[Path, Span]) -> dict[str, object]:
    item: dict[str, object] = {}
    places[each.name, index] = row.span
    _fill(item, places, row, each.leaves, (each.name, index))
    return item


def _fill(
    data: dict[str, object], places: dict[Path, Span], record: Record, leaves: tuple[_Leaf, ...], at: Path
) -> None:
    for leaf in leaves:
        value = record.get(leaf.field)
        if value is None:
            continue
        within = data
        for step in leaf.path[:-1]:
            below = within.get(step)
            found: dict[str, object] = below if isinstance(below, dict) else {"code": below} if below else {}
            within[step] = found
            within = found
        within[leaf.path[-1]] = _json_value(value, leaf)
        places[*at, *leaf.path] = record.place(leaf.field)


def _json_value(value: object, leaf: _Leaf) -> object:
    if leaf.path[-1] == _DIMENSIONS:
        pairs = (pair.partition("=") for pair in str(value).split(","))
        return {name.strip(): code.strip() for name, _, code in pairs}
    if leaf.several:
        return [part.strip() for part in str(value).split(",")]
    return value.isoformat() if isinstance(value, dt.date) else value


def _to_entries(data: dict[str, object], reading: Reading) -> None:
    """Additional amounts of a cash report go to the entries they belong to."""
    entries, amounts = data.get("entries"), data.get("additional_amounts")
    if not isinstance(entries, list) or not isinstance(amounts, list):
        return
    schema = next(each.schema for each in _PARTS if each.name == "additional_amounts")
    part: Part = reading.part(schema)
    by_number = {entry.get("number"): entry for entry in entries}
    left = []
    for row, amount in zip(part.rows, amounts, strict=True):
        named = row.get(_ENTRY_COLUMN)
        entry = by_number.get(named) if named else entries[0] if len(entries) == 1 else None
        if entry is None:
            left.append(amount)
        else:
            entry.setdefault("additional_amounts", []).append(amount)
    del data["additional_amounts"]
    if left:
        data["additional_amounts"] = left
