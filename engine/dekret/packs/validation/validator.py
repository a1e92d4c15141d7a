"""Documents checked by the rules of a library: the version of the day, all findings with their places."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import IO

from msgspec.structs import replace as replace_fields

from dekret.company.complete import Completion
from dekret.company.known_goods import with_trade
from dekret.documents.document_types import RULED_TYPES, DocumentType
from dekret.documents.macros import Scope
from dekret.intake.locate import locate
from dekret.intake.read import read_any, read_any_stream
from dekret.intake.received import Received, Rejected
from dekret.model.directory import Directory
from dekret.model.documents import AnyDocument, TradeDocument
from dekret.packs.library import Library
from dekret.packs.outcome import hold_none
from dekret.packs.poster import DIRECTORY, chosen
from dekret.packs.validation.rule_sets import ValidateBy, asked_for, holding, is_for
from dekret.text.diagnostic import Diagnostic, Problem, Related
from dekret.text.source import Span
from dekret.text.wording import Value, Wording
from dekret.validation import problems
from dekret.validation.compile import Found, Validation
from dekret.validation.nodes import RuleSet

_TYPES = {type_.kind: type_ for type_ in RULED_TYPES}
_FIELDS = {
    Scope.ELEMENT: "elements",
    Scope.POSITION: "positions",
    Scope.ENTRY: "entries",
    Scope.PAYMENT: "payments",
    Scope.ADVANCE: "employee_advances",
    Scope.ANALYTIC: "analytic_rows",
    Scope.ADDITIONAL: "additional_amounts",
    Scope.CLIENT: "clients",
    Scope.PACKAGE: "packages",
}
"""The field of a document in JSON that holds the parts of a scope."""


@dataclass(frozen=True, slots=True)
class RuleFound:
    """What one of the rules of a set says of a document."""

    rules: RuleSet
    found: Found


@dataclass(frozen=True, slots=True)
class Validated:
    """A document that was checked: what rules say of it, the same as diagnostics, those of the reader before them.

    `checked` is false where no rules are for documents of its type.
    """

    number: str
    found: tuple[RuleFound, ...]
    diagnostics: tuple[Diagnostic, ...]
    checked: bool = True

    @property
    def nothing_there(self) -> bool:
        """Whether it is no document at all, but a file that holds none."""
        return hold_none(self.diagnostics)


class Validator:
    """Checks documents one after the other; every document by the rules that hold on its date."""

    def __init__(self, library: Library, by: ValidateBy) -> None:
        """Raises `UsageError` where a symbol or an operation means nothing, or where there are no rules at all."""
        self.library = library
        self.by = by
        self.sets = asked_for(library, by)
        known = library.directory_symbols()
        self._directory = chosen(by.directory, known, DIRECTORY) if by.completes else None
        self._validations: dict[tuple[str, dt.date], tuple[Validation, ...]] = {}
        self._made: dict[tuple[int, str], Validation] = {}
        self._completions: dict[dt.date, Completion | None] = {}

    @property
    def kind(self) -> str | None:
        """What invoices of KSeF are read as: the register that was named, or the only one that rules are for.

        Where rules are for invoices and for no register, they are invoices with their lines.
        """
        if self.by.sales:
            return "vat_sale"
        kinds = {kind for each in self.sets for kind in each.by_type}
        for wanted in ({"vat_purchase", "vat_sale"}, {"purchase_invoice", "sale_invoice"}):
            if found := kinds & wanted:
                return found.pop() if len(found) == 1 else None
        return None

    @cached_property
    def own_tax_id(self) -> str:
        """The company's NIP, which tells sales from purchases; empty where there is no company's file."""
        own = self.library.any_directory(self._directory, self.by.today) if self._directory else None
        return own.tax_id if own else ""

    def received(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Received[AnyDocument] | Rejected]:
        """The documents of files, one after the other; `-` is standard input. Raises `FileError`."""
        for path in inputs:
            if str(path) == "-":
                yield from read_any_stream("-", standard_input, self.kind, self.own_tax_id)
            else:
                yield from read_any(path, self.kind, self.own_tax_id)

    def validate(self, received: Received[AnyDocument]) -> Validated:
        """What the rules say of a document."""
        validations = self.validations_of(received.document)
        unjudged = self._unjudged(received, validations)
        if not validations:
            return Validated(received.document.number, (), (*received.warnings, *unjudged), checked=False)
        whole = self.completed(received)
        found = tuple(RuleFound(each.rules, one) for each in validations for one in each.validate(whole))
        said = tuple(diagnostic_of(each, received) for each in found) if found else ()
        told = (*received.warnings, *unjudged, *said) if said or unjudged else received.warnings
        return Validated(received.document.number, found, told)

    def validations_of(self, document: AnyDocument) -> tuple[Validation, ...]:
        """The rules that hold for a document, compiled."""
        type_ = _TYPES.get(document.type)
        if type_ is None:
            return ()
        key = (type_.kind, type_.date(document))
        found = self._validations.get(key)
        if found is None:
            found = self._validations[key] = tuple(self._validations_on(type_, key[1]))
        return found

    def _validations_on(self, type_: DocumentType, day: dt.date) -> Iterator[Validation]:
        for checked in holding(self.sets, type_.kind, day):
            key = (id(checked), type_.kind)
            if key not in self._made:
                self._made[key] = Validation(checked, type_, self.by.today)
            yield self._made[key]

    def completed(self, received: Received[AnyDocument]) -> AnyDocument:
        """The document with what the company's file knows of its party, receivers and goods, as an export has it.

        As it is where the file knows nothing.
        """
        day = _day(received.document)
        if day not in self._completions:
            own = self._own_directory(day)
            self._completions[day] = Completion(own) if own else None
        completion = self._completions[day]
        if completion is None:
            return received.document
        document = received.document
        if isinstance(document, TradeDocument):
            party = completion.party(document.party)
            return with_trade(replace_fields(document, party=party) if party else document, completion)
        whole = completion.completed(document, lambda: received.span)
        return with_trade(document if isinstance(whole, list) else whole, completion)

    def _own_directory(self, day: dt.date) -> Directory | None:
        return self.library.directory(self._directory, day) if self._directory else None

    def _unjudged(self, received: Received[AnyDocument], validations: tuple[Validation, ...]) -> tuple[Diagnostic, ...]:
        """What is said of a document that no rules are for, or none of those of the operation asked for."""
        document, operation = received.document, "" if self.by.symbols else self.by.operation
        if validations and (not operation or any(is_for(each.rules, operation) for each in validations)):
            return ()
        type_, day = _TYPES.get(document.type), _day(document).isoformat()
        name = Wording(type_.word.pl, type_.word.en) if type_ else Wording(document.type, document.type)
        values: dict[str, Value] = {"number": document.number, "type": name, "day": day}
        if operation:
            return (problems.NO_OPERATION_RULES.filled(received.span, values | {"operation": operation}),)
        return (problems.UNRULED.filled(received.span, values),)


def _day(document: AnyDocument) -> dt.date:
    """The day whose rules a document is checked by."""
    type_ = _TYPES.get(document.type)
    if type_:
        return type_.date(document)
    assert isinstance(document, TradeDocument)
    return document.issue_date


def validated(validator: Validator, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Validated]:
    """What becomes of every document in files; what is no document is told as one without a number."""
    for item in validator.received(inputs, standard_input):
        if isinstance(item, Received):
            yield validator.validate(item)
        else:
            yield Validated("", (), item.diagnostics, checked=False)


def diagnostic_of(each: RuleFound, received: Received[AnyDocument]) -> Diagnostic:
    """What a rule says, with the place in the document and that of the rule."""
    found, rule = each.found, each.found.rule
    code = f"{each.rules.symbol}/{rule.code}"
    where = _where(found, received.document.number)
    related = (Related(rule.code_place, Wording(f"reguła {code}", f"rule {code}")),)
    span = _place(found, received)
    if found.truth == "unknown":
        undecided = replace(problems.UNDECIDED, severity=rule.level)
        missing = ", ".join(found.missing)
        return undecided.at(span, related=related, where=where, code=code, missing=missing, message=found.message)
    message = Wording(f"{where.pl}{found.message.pl}", f"{where.en}{found.message.en}")
    said = Problem(code, Wording("{message}", "{message}"), Wording("{remedy}", "{remedy}"), "", "", rule.level)
    return said.at(span, related=related, message=message, remedy=_remedy(each))


def _where(found: Found, number: str) -> Wording:
    """`FS/1/2026, pozycja 2: `"""
    if found.part is None:
        return Wording(f"{number}: ", f"{number}: ")
    part = found.rule.subject.part
    assert part
    return Wording(f"{number}, {part.name.pl} {found.part}: ", f"{number}, {part.name.en} {found.part}: ")


def _remedy(each: RuleFound) -> Wording:
    """What the rule advises and its basis; empty where it says neither."""
    rule = each.found.rule
    basis = rule.basis or each.rules.basis
    in_english = (rule.english and rule.english.basis) or basis
    law = Wording(f"Podstawa: {basis}.", f"Basis: {in_english}.") if basis else Wording("", "")
    advice = _sentence(rule.remedy)
    english = _sentence(rule.english.remedy) if rule.english else ""
    return Wording(f"{advice} {law.pl}".strip(), f"{english or advice} {law.en}".strip())


def _sentence(text: str) -> str:
    return f"{text}." if text and text[-1] not in ".!?" else text


def _place(found: Found, received: Received[AnyDocument]) -> Span:
    """The part in the text of the document, where that is JSON or tells of positions; else its number."""
    name = _FIELDS.get(found.scope)
    if found.part is None or name is None:
        return received.span
    if received.position and found.scope is Scope.POSITION:
        return received.position(found.part - 1)
    region = received.region
    if not region.source.text.startswith("{", region.start):
        return received.span
    try:
        start, end = locate(region.source.text, (name, found.part - 1), start=region.start)
    except json.JSONDecodeError:
        return received.span
    return Span(region.source, start, end) if end - start > 1 else received.span
