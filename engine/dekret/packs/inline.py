"""Documents written in a case as tables: their keys and columns are the Polish titles of the model's fields.

How fields are named and what may stand in them is the business of `model.leaves`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, get_args, get_origin

from dekret.intake.family_problems import reason_of
from dekret.intake.json_reader import shown_path
from dekret.model.base import Record as ModelRecord
from dekret.model.documents import DOCUMENTS, MODELS, Document
from dekret.model.family import Family, R
from dekret.model.faults import FieldError, Path, fields_of, read_record
from dekret.model.leaves import Leaf, leaves_of, put
from dekret.model.named import named
from dekret.packs import problems
from dekret.syntax import cells
from dekret.syntax.read import Part, Reading, Record
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.text.wording import Wording

_ENTRY_COLUMN = Field(
    Word("Numer zapisu", "Entry"),
    cells.TEXT,
    Wording("w raportach K/B: numer zapisu, którego kwota dotyczy", "in cash reports: the entry of the amount"),
)


@dataclass(frozen=True, slots=True, eq=False)
class _List:
    """A section whose rows are the parts of a document."""

    schema: SectionSchema
    name: str
    leaves: tuple[Leaf, ...]


def _lists(model: type[ModelRecord]) -> Iterator[_List]:
    for name, shape in fields_of(model).items():
        item = get_args(shape.plain)[0] if get_origin(shape.plain) is tuple else None
        if isinstance(item, type) and issubclass(item, ModelRecord):
            leaves = tuple(leaves_of(item))
            columns = [leaf.field for leaf in leaves]
            if name == "additional_amounts":
                columns.append(_ENTRY_COLUMN)
            word = Word(shape.title, name)
            schema = SectionSchema(word, Wording(f"tabela: {shape.title}", f"table: {name}"), columns=tuple(columns))
            yield _List(schema, name, leaves)


def _all_leaves() -> dict[str, Leaf]:
    """The keys of all documents by their titles; the same title leads to the same field in all of them."""
    found: dict[str, Leaf] = {}
    for model in MODELS.values():
        for leaf in leaves_of(model):
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
        return InlineRecord({"type": kind, **self.data}, self.places, self.span, DOCUMENTS).read()


@dataclass(frozen=True, slots=True)
class InlineRecord(Generic[R]):
    """A record of a family written in a case: its data as JSON would have it, and where its fields stand."""

    data: dict[str, object]
    places: Mapping[Path, Span]
    span: Span
    family: Family[R]

    def read(self) -> R | list[Diagnostic]:
        """The record; or what is wrong with its fields."""
        found = read_record(self.data, self.family)
        if not isinstance(found, tuple):
            return found
        return [self._diagnostic(error) for error in found]

    def _diagnostic(self, error: FieldError) -> Diagnostic:
        ways = (error.path[:end] for end in range(len(error.path), 0, -1))
        place = next((self.places[way] for way in ways if way in self.places), self.span)
        model, reason = self.family.model_of(self.data), reason_of(error)
        title: str | Wording = named(model, error.path).capital if model else error.title
        return problems.INLINE_FIELD.at(place, title=title, reason=reason, path=shown_path(error.path))


def record_of(record: Record, span: Span, leaves: tuple[Leaf, ...], family: Family[R]) -> InlineRecord[R]:
    """A record of a family from the keys of a section or the cells of a row."""
    data: dict[str, object] = {}
    places: dict[Path, Span] = {}
    fill(data, places, record, leaves)
    return InlineRecord(data, places, span, family)


def read_inline(reading: Reading) -> Inline | None:
    """The document of a case; None where the case has none."""
    part = reading.part(DOCUMENT)
    if part.span is reading.span:
        return None
    data: dict[str, object] = {}
    places: dict[Path, Span] = {}
    fill(data, places, part.keys, _HEADER)
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
    fill(item, places, row, each.leaves, (each.name, index))
    return item


def fill(
    data: dict[str, object], places: dict[Path, Span], record: Record, leaves: tuple[Leaf, ...], at: Path = ()
) -> None:
    """Puts the keys of a section, or the cells of a row, where they belong in the data of a record."""
    for leaf in leaves:
        value = record.get(leaf.field)
        if value is not None:
            put(data, leaf, value)
            places[*at, *leaf.path] = record.place(leaf.field)


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
