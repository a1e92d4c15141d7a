"""Filters on documents: the tree of conditions asked of documents of a type, as SQL asks it of rows.

A field of the tree is a macro of the document, with its @ or without, or the way to a field of its JSON (`party.code`).
Comparisons are those of expressions: texts as Polish_CI_AS has them, three truth values, unknown chooses nothing. A
value is read as the field is: what is held against a text is a text, also where it looks like a number. What a document
as a whole does not have, such as a field of its elements, is refused by name.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from dekret.chart.definitions import Filter
from dekret.chart.expand import Inserts
from dekret.chart.filter_parse import NoTree, tree_of
from dekret.chart.filter_problems import NOT_FOR_DOCUMENTS, UNKNOWN_DOCUMENT_TYPE
from dekret.chart.filter_tree import Branch, Held, Joined, Said, sql_value, text_of, unquoted
from dekret.chart.values import Sources
from dekret.documents.document_types import DOCUMENT_TYPES, DocumentType
from dekret.documents.macros import Macro, Reader, Scope
from dekret.documents.readers import readers_of
from dekret.errors import UsageError
from dekret.expr.check import check
from dekret.expr.compile import Layout, Row, compile_condition, compile_refutation
from dekret.expr.kinds import Kind, Type, Value
from dekret.expr.parse import parse
from dekret.expr.vocabulary import MacroSpec
from dekret.intake.received import Received, Rejected
from dekret.model.base import Record
from dekret.model.documents import MODELS, Document
from dekret.model.faults import fields_of
from dekret.packs.chart.charts import ANY_DAY, expanded, inserts_for, of_kind
from dekret.packs.chart.filters import find_filter
from dekret.packs.library import Library
from dekret.packs.outcome import By
from dekret.syntax.cells import read_date
from dekret.syntax.schema import find
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.table import worded
from dekret.text.wording import Language, Wording


@dataclass(frozen=True, slots=True)
class Predicate:
    """A filter ready to be asked of documents of a type. `said` is what it became as an expression."""

    symbol: str
    type: DocumentType
    said: str
    today: dt.date
    _readers: tuple[Reader, ...] = field(repr=False)
    _true: Callable[[Row], bool] = field(repr=False)
    _false: Callable[[Row], bool] = field(repr=False)

    def answer(self, document: Document) -> bool | None:
        """Whether the filter holds; None where that is unknown."""
        row = [read(document, document, self.today) for read in self._readers]
        return True if self._true(row) else False if self._false(row) else None


def document_type(written: str) -> DocumentType | None:
    """The type of document of a word, in either language, or of the name that files have for it."""
    word = find([type_.word for type_ in DOCUMENT_TYPES], written)
    return next((type_ for type_ in DOCUMENT_TYPES if type_.word is word or type_.kind == written), None)


def predicate(named: tuple[Filter, Inserts], sources: Sources, type_: DocumentType) -> Predicate | Wording:
    """A filter with its values as a question to documents; or why it is none."""
    filter_, inserts = named
    if filter_.document_type is not None:
        own = document_type(filter_.document_type.text)
        if own is not None and own is not type_:
            return Wording(f"jest do typu {own.word.pl}", f"it is for the type {own.word.en}")
    report = Report()
    expansion = expanded(filter_, inserts, sources, report)
    if expansion is None or expansion.query is None:
        first = next(each for each in report.diagnostics if each.severity is Severity.ERROR)
        return _inner(first.message)
    tree = tree_of(expansion.query.text)
    if isinstance(tree, NoTree):
        construct = " ".join(tree.construct.split())
        return Wording(
            f"warunek nie jest drzewem: {construct} – {tree.reason.pl}",
            f"the condition is no tree: {construct} – {tree.reason.en}",
        )
    return _predicate(filter_.symbol, tree.branch, type_, sources.today)


def check_filters(library: Library) -> None:
    """The filters of a library that are for documents; what is wrong with them goes to its report."""
    if library.report.has_errors:
        return
    inserts = inserts_for(library, standard=False)
    for filter_ in of_kind(library.charts, Filter):
        check_for_documents(filter_, inserts, Sources(ANY_DAY, tried=True), library.report)


def check_for_documents(filter_: Filter, inserts: Inserts, sources: Sources, report: Report) -> None:
    """A filter that says which documents it is for must be one that they can be asked; what is wrong is reported."""
    written = filter_.document_type
    if written is None:
        return
    type_ = document_type(written.text)
    if type_ is None:
        words = [known.word.pl for known in DOCUMENT_TYPES]
        near = nearest(written.text, words)
        advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
        found = UNKNOWN_DOCUMENT_TYPE.at(written.span, word=written.text, advice=advice, known=", ".join(words))
        report.add(found)
        return
    reason = predicate((filter_, inserts), sources, type_)
    if isinstance(reason, Wording):
        report.add(NOT_FOR_DOCUMENTS.at(filter_.condition.cell.span, filter=filter_.symbol, reason=reason))


def _inner(sentence: Wording) -> Wording:
    """A sentence within another one."""
    return Wording(sentence.pl.rstrip("."), sentence.en.rstrip("."))


def _predicate(symbol: str, branch: Branch, type_: DocumentType, today: dt.date) -> Predicate | Wording:
    found: dict[str, Macro] = {}
    for name in dict.fromkeys(held.field for held in _conditions(branch)):
        macro = _macro(name, type_)
        if isinstance(macro, Wording):
            return macro
        found[name] = macro
    known = {macro.spec.name: macro for macro in (*type_.macros, *found.values())}
    whole = replace(type_, macros=tuple(known.values()))
    words = _said(found)
    for held in _conditions(branch):
        reason = _wrong(text_of(held, words), whole)
        if reason is not None:
            return reason
    said = text_of(branch, words)
    parsed = parse(said)
    if parsed.value is None:
        return Wording("grup w grupach jest za wiele", "there are too many groups in groups")
    checked = check(parsed.value, whole.words, Kind.CONDITION)
    layout = Layout()
    true = compile_condition(checked.condition, layout)
    false = compile_refutation(checked.condition, layout)
    return Predicate(symbol, type_, said, today, readers_of(whole, Scope.DOCUMENT, layout), true, false)


def _wrong(said: str, type_: DocumentType) -> Wording | None:
    """Why a condition is none of documents: kinds that do not go together, a text that is too deep."""
    parsed = parse(said)
    found = parsed.findings if parsed.value is None else check(parsed.value, type_.words, Kind.CONDITION).findings
    first = next((each for each in found if each.severity is Severity.ERROR), None)
    if first is None:
        return None
    told = _inner(first.problem.message.fill(dict(first.values)))
    return Wording(f"{said}: {told.pl}", f"{said}: {told.en}")


def _conditions(branch: Branch) -> Iterator[Held]:
    match branch:
        case Held():
            yield branch
        case Joined(_, parts):
            for part in parts:
                yield from _conditions(part)


def named_predicate(library: Library, by: By, type_: DocumentType) -> Predicate:
    """The filter that a run of posting names, for documents of a type.

    Raises `UsageError` for an unknown one, and for one that documents cannot be asked, with the reason.
    """
    assert by.filter is not None
    found = find_filter(library, by.filter, by.today)
    sources = Sources(by.today, given=dict(by.filter_values))
    return _asked(found, sources, type_)


@dataclass(frozen=True, slots=True)
class Answered:
    """A document and whether a filter holds for it (None: unknown); or why its file has none that can be asked."""

    number: str
    holds: bool | None
    rejected: tuple[Diagnostic, ...] = ()


def answers(
    named: tuple[Filter, Inserts], sources: Sources, documents: Iterable[Received[Document] | Rejected]
) -> Iterator[Answered]:
    """What documents answer to a filter, each as the type that it is of. They are asked as they stand in their files.

    Raises `UsageError` where a filter cannot be asked of a type.
    """
    asked: dict[str, Predicate] = {}
    for item in documents:
        if isinstance(item, Rejected):
            yield Answered("", None, item.diagnostics)
            continue
        kind = item.document.type
        if kind not in asked:
            type_ = document_type(kind)
            assert type_
            asked[kind] = _asked(named, sources, type_)
        yield Answered(item.document.number, asked[kind].answer(item.document))


def _asked(named: tuple[Filter, Inserts], sources: Sources, type_: DocumentType) -> Predicate:
    found = predicate(named, sources, type_)
    if isinstance(found, Wording):
        said = NOT_FOR_DOCUMENTS.message.fill({"filter": named[0].symbol, "reason": found})
        raise UsageError(said.pl, said.en)
    return found


def answers_table(found: Iterable[Answered], language: Language) -> str:
    """Documents with what they answered."""
    header = (Wording("Dokument", "Document"), Wording("Filtr", "Filter"))
    rows = [[answered.number, _TRUTHS[answered.holds].in_(language)] for answered in found]
    return worded(header, rows, language) + "\n"


_TRUTHS = {
    True: Wording("tak", "yes"),
    False: Wording("nie", "no"),
    None: Wording("nieznane", "unknown"),
}


# --- fields


def _macro(name: str, type_: DocumentType) -> Macro | Wording:
    """What a field of a tree reads of a document; or why it reads nothing."""
    by_name = {macro.spec.name.casefold(): macro for macro in type_.macros}
    macro = by_name.get(f"@{name.removeprefix('@')}".casefold())
    if macro is None:
        return _json_field(name, type_)
    if macro.spec.argument is not None:
        return Wording(f"{macro.spec.name} wymaga argumentu", f"{macro.spec.name} needs an argument")
    if macro.scope is not Scope.DOCUMENT:
        part = macro.scope.value
        return Wording(
            f"{macro.spec.name} ma {part.pl}, a nie cały dokument",
            f"{macro.spec.name} belongs to the {part.en}, not to the whole document",
        )
    return macro


def _json_field(name: str, type_: DocumentType) -> Macro | Wording:
    """A field of the record of a document, `party.code`, as a macro of its own."""
    path = tuple(part.strip("[]") for part in name.split("."))
    model: type[Record] | None = MODELS[type_.kind]
    plain: object = None
    for place, part in enumerate(path):
        shape = fields_of(model).get(part) if model else None
        if shape is None:
            return _unknown(name, type_)
        plain, several = _inner_type(shape.plain)
        if several:
            shown = ".".join(path[: place + 1])
            return Wording(
                f"{shown} to lista, a filtr pyta o cały dokument",
                f"{shown} is a list, and a filter asks of the whole document",
            )
        model = plain if isinstance(plain, type) and issubclass(plain, Record) else None
    kind = _kind(plain)
    if kind is None or model is not None:
        return Wording(f"{name} to nie pojedyncza wartość", f"{name} is no single value")
    spec = MacroSpec("@" + "_".join(path), Type(kind, nullable=kind is not Kind.TEXT), Wording(name, name))
    return Macro(spec, Scope.DOCUMENT, {Scope.DOCUMENT: _reader(path, kind)})


def _unknown(name: str, type_: DocumentType) -> Wording:
    known = [macro.spec.name for macro in type_.macros if macro.scope is Scope.DOCUMENT]
    near = nearest(f"@{name.lstrip('@')}", known)
    kind_pl, kind_en = type_.word.pl, type_.word.en
    return Wording(
        f"dokument typu {kind_pl} nie ma pola {name}" + (f" (najbliższe: {near})" if near else ""),
        f"a document of the type {kind_en} has no field {name}" + (f" (the nearest: {near})" if near else ""),
    )


def _inner_type(annotation: object) -> tuple[object, bool]:
    """The type of a field without None; a record where it may be one; and whether there are several of it."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        options = [option for option in get_args(annotation) if option is not NoneType]
        records = [option for option in options if isinstance(option, type) and issubclass(option, Record)]
        return _inner_type((records or options)[0])
    return annotation, get_origin(annotation) in (tuple, dict)


def _kind(plain: object) -> Kind | None:
    if get_origin(plain) is Literal:
        return Kind.TEXT
    known: Mapping[object, Kind] = {
        str: Kind.TEXT,
        Decimal: Kind.NUMBER,
        int: Kind.NUMBER,
        bool: Kind.NUMBER,
        dt.date: Kind.DATE,
    }
    return known.get(plain)


def _reader(path: Iterable[str], kind: Kind) -> Callable[..., Value]:
    way = tuple(path)

    def read(_document: object, part: object) -> Value:
        found: object = part
        for name in way:
            # a category may stand there by its code alone (`model.parties.CategoryOrCode`)
            found = (found if name == "code" else "") if isinstance(found, str) else getattr(found, name, None)
        match found:
            case None:
                return "" if kind is Kind.TEXT else None
            case bool() | int():
                return Decimal(int(found))
            case str() | Decimal() | dt.date():
                return found
            case _:
                raise AssertionError(way)

    return read


# --- words


def _said(found: Mapping[str, Macro]) -> Said:
    """The words of expressions for the fields of a tree."""
    kinds = {macro.spec.name: macro.spec.type for macro in found.values()}

    def value(name: str, written: str) -> str:
        type_ = found[name].spec.type
        if type_.is_text:
            return _quoted(unquoted(written))
        if type_.kind is Kind.DATE and (day := read_date(unquoted(written))):
            return f"CAST('{day.isoformat()}' AS DATE)"
        said = sql_value(written)
        return said if _is_number(said) else _quoted(unquoted(written))

    def blank(name: str) -> str:
        return f"({name} IS NULL OR {name}='')" if kinds[name].is_text else f"{name} IS NULL"

    def filled(name: str) -> str:
        return f"({name} IS NOT NULL AND {name}<>'')" if kinds[name].is_text else f"{name} IS NOT NULL"

    return Said(value, _quoted, blank, filled, lambda name: found[name].spec.name)


def _is_number(said: str) -> bool:
    return said.lstrip("-").replace(".", "", 1).isdecimal()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
