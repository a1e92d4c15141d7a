"""Documents posted by the rules of a library: the version of the day, the party, the chart, the scheme."""

from functools import cached_property
from hashlib import blake2b

from dekret.company.complete import completed
from dekret.errors import UsageError
from dekret.intake.received import Received
from dekret.model.accounts import AccountPlan
from dekret.packs import problems
from dekret.packs.library import Library
from dekret.packs.outcome import By, Posted, Refused
from dekret.posting.check import CheckedScheme
from dekret.posting.compile import compile_scheme
from dekret.posting.post import Posting, Reason, Refusal
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.nearest import nearest
from dekret.text.source import Span
from dekret.text.wording import Wording, listed


class Poster:
    """Posts documents one after the other by one scheme; the version that holds on the document's date is taken."""

    def __init__(self, library: Library, by: By) -> None:
        """Raises `UsageError` where a symbol means nothing."""
        self.library = library
        self.by = by
        self._postings: dict[tuple[int, int], Posting] = {}
        self._seen: dict[str, Span] = {}
        self._require(by.scheme, [checked.scheme.symbol for checked in library.schemes], _SCHEME)
        if by.plan:
            self._require(by.plan, [plan.symbol for _, plan in library.plans], _PLAN)
        if by.directory:
            self._require(by.directory, [directory.symbol for _, directory in library.directories], _DIRECTORY)

    @staticmethod
    def _require(symbol: str, known: list[str], what: Wording) -> None:
        if symbol.casefold() in (word.casefold() for word in known):
            return
        near = nearest(symbol, known)
        pl = f"Czy chodziło o {near}? " if near else ""
        en = f"Did you mean {near}? " if near else ""
        all_ = listed(sorted(set(known))) or "–"
        raise UsageError(f"Nie ma {what.pl} {symbol}. {pl}Znane: {all_}.", f"No {what.en} {symbol}. {en}Known: {all_}.")

    @cached_property
    def kind(self) -> str:
        """The type of document that the scheme posts."""
        wanted = self.by.scheme.casefold()
        return next(c.scheme.type.kind for c in self.library.schemes if c.scheme.symbol.casefold() == wanted)

    @cached_property
    def own_tax_id(self) -> str:
        """The company's NIP, which tells sales from purchases; empty where there is no company's file."""
        directory = self.library.directory(self.by.directory, self.by.today)
        return directory.tax_id if directory else ""

    def post(self, received: Received) -> Posted | Refused:
        """The entry of a document, or why it was refused."""
        document, region = received.document, received.region
        identity = blake2b(document.model_dump_json(exclude_defaults=True).encode(), digest_size=10).hexdigest()
        first = self._seen.setdefault(identity, region)
        if first is not region:
            where = Related(first, Wording("pierwszy raz tutaj", "first here"))
            return Refused((problems.DOCUMENT_REPEATED.at(received.span, related=(where,), number=document.number),))
        day = document.operation_date or document.issue_date
        checked = self.library.scheme(self.by.scheme, day)
        if checked is None:
            return Refused((problems.NO_VERSION.at(received.span, symbol=self.by.scheme, day=day.isoformat()),))
        plan = self.library.plan(self.by.plan, day)
        if plan is None:
            return Refused((problems.NO_PLAN.at(received.span, day=day.isoformat()),))
        directory = self.library.directory(self.by.directory, day)
        whole = completed(document, directory, received.span)
        if isinstance(whole, Diagnostic):
            return Refused((whole,))
        result = self._posting(checked, plan).post(whole, identity)
        if isinstance(result, Refusal):
            return Refused(tuple(_diagnostic(reason, received.span) for reason in result.reasons))
        return Posted(result, received.warnings)

    def _posting(self, checked: CheckedScheme, plan: AccountPlan) -> Posting:
        key = (id(checked), id(plan))
        known = self._postings.get(key)
        if known is None:
            known = self._postings[key] = Posting(compile_scheme(checked), plan, self.by.today)
        return known


def _diagnostic(reason: Reason, span: Span) -> Diagnostic:
    rule = (Related(reason.rule, Wording("reguła", "the rule")),) if reason.rule else ()
    return reason.problem.filled(span, reason.values, rule)


_SCHEME = Wording("schematu", "scheme")
_PLAN = Wording("planu kont", "chart of accounts")
_DIRECTORY = Wording("kartoteki", "company's file")
