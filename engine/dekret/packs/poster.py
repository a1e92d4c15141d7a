"""Documents posted by the rules of a library: the version of the day, the party, the chart, the scheme."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from dekret.company.complete import Completion
from dekret.documents.document_types import DocumentType
from dekret.errors import UsageError
from dekret.intake.received import Received
from dekret.model.accounts import Account, AccountPlan
from dekret.model.cash import CashReport
from dekret.model.directory import Directory, Numbering, PostingDate
from dekret.model.documents import Document
from dekret.model.settlement import Settlement
from dekret.packs import problems
from dekret.packs.library import Library, stands_below
from dekret.packs.outcome import By, Posted, Refused
from dekret.packs.remarks import remarks
from dekret.packs.seen import SeenInFiles
from dekret.posting.check import CheckedScheme
from dekret.posting.compile import CompiledScheme, compile_scheme
from dekret.posting.post import Posting, Reason, Refusal, wrong_type
from dekret.posting.problems import WRONG_DOCUMENT_TYPE
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.nearest import nearest
from dekret.text.source import Source, Span
from dekret.text.wording import Wording, listed

if TYPE_CHECKING:
    from dekret.packs.chart.filter_documents import Predicate


class Poster:
    """Posts documents one after the other by one scheme; the version that holds on the document's date is taken."""

    def __init__(self, library: Library, by: By) -> None:
        """Raises `UsageError` where a symbol means nothing."""
        self.library = library
        self.by = by
        self._days: dict[dt.date, _Rules | Diagnostic] = {}
        self._rules: dict[tuple[int, int, int], _Rules] = {}
        self._seen = SeenInFiles()
        type_ = library.scheme_type(by.scheme)
        if type_ is None:
            raise _unknown(by.scheme, library.scheme_symbols(), _SCHEME)
        self.type = type_
        """The type of document that the scheme posts."""
        known = by.plan and library.any_plan(by.plan, by.today)
        self._plan = known.symbol if known else chosen(by.plan, library.plan_symbols(), PLAN) or ""
        self._directory = chosen(by.directory, library.directory_symbols(), DIRECTORY)
        self._filter = _predicate(library, by, type_) if by.filter else None

    @property
    def kind(self) -> str:
        """The type of the records that the scheme posts."""
        return self.type.kind

    @property
    def standard_plan(self) -> str | None:
        """The symbol of the chart, where it is a standard one, the user having none."""
        own = [plan.symbol for _, plan in self.library.plans]
        return self._plan if self._plan not in own else None

    @property
    def has_directory(self) -> bool:
        return self._directory is not None

    def remarks(self) -> list[Diagnostic]:
        """What is to be said before anything is posted: that a user's scheme stands for a standard one."""
        wanted = self.by.scheme.casefold()
        own = [checked.scheme for checked in self.library.schemes if checked.scheme.symbol.casefold() == wanted]
        if not own or not stands_below(self.library, self.by.scheme) or not self.library.below:
            return []
        below = self.library.below.schemes
        standard = [checked.scheme for checked in below if checked.scheme.symbol.casefold() == wanted]
        where = Related(standard[0].span, Wording("schemat standardowy", "the standard scheme"))
        return [problems.OVERRIDDEN.at(own[0].span, related=(where,), symbol=own[0].symbol)]

    @cached_property
    def own_directory(self) -> Directory | None:
        """The company's file of today; any version of it where none holds today."""
        return self.library.any_directory(self._directory, self.by.today) if self._directory else None

    @property
    def own_tax_id(self) -> str:
        """The company's NIP, which tells sales from purchases; empty where there is no company's file."""
        return self.own_directory.tax_id if self.own_directory else ""

    def accounts(self) -> tuple[Account, ...]:
        """The chart of accounts of today, or any version of it."""
        plan = self.library.any_plan(self._plan, self.by.today)
        return plan.accounts if plan else ()

    @property
    def numbering(self) -> Numbering:
        return self.own_directory.numbering if self.own_directory else Numbering.YEARLY

    def leaves_out(self, received: Received[Document]) -> bool:
        """Whether the filter of the run is one that does not hold for a document, or of which that is unknown.

        It is asked of the document with what the company's file adds to it. One that cannot be completed is not left
        out, so that it is refused with the reason.
        """
        document = received.document
        if self._filter is None or document.type != self.kind:
            return False
        rules = self.rules_of(document)
        if isinstance(rules, Diagnostic):
            return False
        whole = rules.completion.completed(document, lambda: received.span)
        return not isinstance(whole, list) and self._filter.answer(whole) is not True

    def post(self, received: Received[Document]) -> Posted | Refused:
        """The entry of a document, or why it was refused."""
        digest = identity_of(received)
        repeated = self.repeated(received, digest)
        return repeated or self.post_new(received, digest)

    def repeated(self, received: Received[Document], identity: str) -> Refused | None:
        """The refusal of a document that this run has seen before."""
        first = self.seen_before(identity, *received.place)
        return already_seen(received.span, received.document.number, first) if first else None

    def seen_before(self, identity: str, name: str, line: int) -> Span | None:
        """Where a document was first seen in this run; None where it is new, and then it is remembered."""
        return self._seen.first(int(identity[:16], 16), name, line)

    def post_new(self, received: Received[Document], identity: str) -> Posted | Refused:
        """As `post`, of a document that was not there before."""
        document = received.document
        if document.type != self.kind:
            schemes = self.library.schemes_of(document.type)
            values = wrong_type(self.by.scheme, self.type, document.type, schemes)
            return Refused((WRONG_DOCUMENT_TYPE.filled(received.span, values),))
        if getattr(document, "cancelled", False):
            return Refused((problems.CANCELLED.at(received.span, number=document.number),))
        rules = self.rules_of(document)
        if isinstance(rules, Diagnostic):
            return Refused((_moved(rules, received.span),))
        whole = rules.completion.completed(document, lambda: received.span)
        if isinstance(whole, list):
            return Refused(tuple(whole))
        result = rules.posting.post(whole, identity)
        if isinstance(result, Refusal):
            return Refused(tuple(_diagnostic(reason, received.span) for reason in result.reasons))
        said = remarks(whole, rules.completion.directory, lambda: received.span, scheme=rules.checked)
        return Posted(result, (*received.warnings, *said) if said else received.warnings)

    def rules_of(self, document: Document) -> "_Rules | Diagnostic":
        """What holds on the day of a document; where something does not, a diagnostic without a place."""
        day = self.type.date(document)
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = self._on(day)
        return found

    def _on(self, day: dt.date) -> "_Rules | Diagnostic":
        nowhere = Source("", "").span()
        checked = self.library.scheme(self.by.scheme, day)
        if checked is None:
            return problems.NO_VERSION.at(nowhere, symbol=self.by.scheme, day=day.isoformat())
        plan = self.library.plan(self._plan, day)
        if plan is None:
            return problems.NO_PLAN.at(nowhere, day=day.isoformat())
        directory = self.library.directory(self._directory, day) if self._directory else None
        if self._directory and directory is None:
            return problems.NO_DIRECTORY.at(nowhere, symbol=self._directory, day=day.isoformat())
        key = (id(checked), id(plan), id(directory))
        if key not in self._rules:
            self._rules[key] = _Rules(checked, plan, directory, self.by.today)
        return self._rules[key]


def _predicate(library: Library, by: By, type_: DocumentType) -> "Predicate":
    from dekret.packs.chart.filter_documents import named_predicate  # noqa: PLC0415 - sqlglot is slow to load

    return named_predicate(library, by, type_)


class _Rules:
    """What a document of a day is posted by."""

    def __init__(self, checked: CheckedScheme, plan: AccountPlan, directory: Directory | None, today: dt.date) -> None:
        self.checked = checked
        self.plan = plan
        self.compiled: CompiledScheme = compile_scheme(checked)
        self.completion = Completion(directory, plan)
        usual = _DATES[directory.posting_date] if directory else None
        self.posting = Posting(self.compiled, plan, today, usual)


def _field_date(name: str) -> Callable[[Document, dt.date], dt.date | None]:
    def date(document: Document, _: dt.date) -> dt.date | None:
        if not hasattr(document, "issue_date"):
            return getattr(document, "date", None)
        found = getattr(document, name) or getattr(document, "operation_date", None)
        return found or getattr(document, "issue_date", None)

    return date


_DATES: Mapping[PostingDate, Callable[[Document, dt.date], dt.date | None]] = {
    PostingDate.OPERATION: _field_date("operation_date"),
    PostingDate.ISSUE: _field_date("issue_date"),
    PostingDate.RECEIPT: _field_date("receipt_date"),
    PostingDate.TODAY: lambda _, today: today,
}


def already_seen(span: Span, number: str, first: Span) -> Refused:
    """The refusal of a document that stands in the batch a second time."""
    where = Related(first, Wording("pierwszy raz tutaj", "first here"))
    return Refused((problems.DOCUMENT_REPEATED.at(span, related=(where,), number=number),))


def identity_of(received: Received[Document]) -> str:
    """What is the same for the same document alone: 20 hexadecimal digits.

    A document is told by its type, number, party and year (a cash report by its register), not by all that stands
    on it: an invoice that was corrected by hand and sent again is the same invoice.
    """
    document = received.document
    if isinstance(document, CashReport):
        key = ("cash_report", document.number, document.register_name, document.date.year)
    elif isinstance(document, Settlement):
        key = ("settlement", document.number, document.left.number, document.date.year)
    else:
        party = document.party
        key = (document.type, document.number, party.tax_id or party.code, document.issue_date.year)
    return blake2b(repr(key).encode(), digest_size=10).hexdigest()


def _moved(found: Diagnostic, span: Span) -> Diagnostic:
    return Diagnostic(span, found.problem, found.message, found.remedy, found.related)


def _diagnostic(reason: Reason, span: Span) -> Diagnostic:
    rule = (Related(reason.rule, Wording("reguła", "the rule")),) if reason.rule else ()
    return reason.problem.filled(span, reason.values, rule)


def chosen(symbol: str | None, known: list[str], what: "_What") -> str | None:
    """The symbol that was named, or the only one there is."""
    if symbol is None:
        if len(known) > 1:
            pl = f"{what.several.pl}: {', '.join(known)}. Wskaż: {what.option} {known[0]}."
            raise UsageError(pl, f"{what.several.en}: {', '.join(known)}. Name one: {what.option} {known[0]}.")
        return known[0] if known else None
    if symbol.casefold() not in (word.casefold() for word in known):
        raise _unknown(symbol, known, what)
    return symbol


def _unknown(symbol: str, known: list[str], what: "_What") -> UsageError:
    near = nearest(symbol, known)
    pl = f"Czy chodziło o {near}? " if near else ""
    en = f"Did you mean {near}? " if near else ""
    all_ = listed(known) or "–"
    return UsageError(
        f"Nie ma {what.name.pl} {symbol}. {pl}Znane: {all_}.", f"No {what.name.en} {symbol}. {en}Known: {all_}."
    )


class _What:
    """How a kind of definition is spoken of."""

    def __init__(self, name: Wording, several: Wording, option: str) -> None:
        self.name = name
        self.several = several
        self.option = option


_SCHEME = _What(Wording("schematu", "scheme"), Wording("Jest kilka schematów", "There are several schemes"), "-s")
PLAN = _What(
    Wording("planu kont", "chart of accounts"),
    Wording("Jest kilka planów kont", "There are several charts of accounts"),
    "--plan",
)
DIRECTORY = _What(
    Wording("kartoteki", "company's file"),
    Wording("Jest kilka kartotek", "There are several company's files"),
    "--directory",
)
