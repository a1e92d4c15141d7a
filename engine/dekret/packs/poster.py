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
        kind = library.scheme_kind(by.scheme)
        if kind is None:
            raise _unknown(by.scheme, library.scheme_symbols(), _SCHEME)
        self.kind = kind
        """The type of document that the scheme posts."""
        self._plan = _chosen(by.plan, library.plan_symbols(), _PLAN) or ""
        self._directory = _chosen(by.directory, library.directory_symbols(), _DIRECTORY)

    def remarks(self) -> list[Diagnostic]:
        """What is to be said before anything is posted: that a user's scheme stands for a standard one."""
        wanted = self.by.scheme.casefold()
        below = self.library.below.schemes if self.library.below else []
        standard = [checked.scheme for checked in below if checked.scheme.symbol.casefold() == wanted]
        own = [checked.scheme for checked in self.library.schemes if checked.scheme.symbol.casefold() == wanted]
        if not standard or not own:
            return []
        where = Related(standard[0].span, Wording("schemat standardowy", "the standard scheme"))
        return [problems.OVERRIDDEN.at(own[0].span, related=(where,), symbol=own[0].symbol)]

    @cached_property
    def own_tax_id(self) -> str:
        """The company's NIP, which tells sales from purchases; empty where there is no company's file."""
        directory = self.library.directory(self._directory, self.by.today) if self._directory else None
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
        plan = self.library.plan(self._plan, day)
        if plan is None:
            return Refused((problems.NO_PLAN.at(received.span, day=day.isoformat()),))
        directory = self.library.directory(self._directory, day) if self._directory else None
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


def _chosen(symbol: str | None, known: list[str], what: Wording) -> str | None:
    """The symbol that was named, or the only one there is."""
    if symbol is None:
        if len(known) > 1:
            pl = f"Jest ich kilka: {what.pl} {', '.join(known)}. Wskaż jeden symbol."
            raise UsageError(pl, f"There are several: {what.en} {', '.join(known)}. Name one.")
        return known[0] if known else None
    if symbol.casefold() not in (word.casefold() for word in known):
        raise _unknown(symbol, known, what)
    return symbol


def _unknown(symbol: str, known: list[str], what: Wording) -> UsageError:
    near = nearest(symbol, known)
    pl = f"Czy chodziło o {near}? " if near else ""
    en = f"Did you mean {near}? " if near else ""
    all_ = listed(known) or "–"
    return UsageError(f"Nie ma {what.pl} {symbol}. {pl}Znane: {all_}.", f"No {what.en} {symbol}. {en}Known: {all_}.")


_SCHEME = Wording("schematu", "scheme")
_PLAN = Wording("planu kont", "chart of accounts")
_DIRECTORY = Wording("kartoteki", "company's file")
