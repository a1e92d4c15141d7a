"""Checks of the definitions of a library against each other: symbols, what cases and packs name, accounts."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dekret import assets
from dekret.banklines import language as banklines
from dekret.banklines.check_accounts import check_accounts as check_line_accounts
from dekret.model.accounts import AccountPlan
from dekret.model.directory import Directory
from dekret.packs import problems
from dekret.packs.library import Library, same_symbol
from dekret.packs.validation.rule_sets import rule_set_symbols
from dekret.posting import language as posting
from dekret.posting.check_accounts import check_accounts
from dekret.syntax.schema import Language
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording
from dekret.validation import language as validation


def check_together(library: Library) -> None:
    """Checks the definitions against each other; the findings go to the report of the library."""
    check_symbols(library)
    _check_dependencies(library)
    _check_cases(library)
    plans = [plan for _, plan in library.plans]
    if plans:
        for checked in (*library.schemes, *library.broken_schemes):
            check_accounts(checked, plans, library.report)
        for lines in library.lines:
            check_line_accounts(lines, plans, library.report)


def _check_cases(library: Library) -> None:
    """The rules and the file of a document that a case names must be there."""
    for of_lines in library.line_cases:
        known = library.line_rules_symbols()
        if not _is_there(library, banklines.LANGUAGE, of_lines.rules, known):
            what = Wording("reguł wyciągu", "rules of statements")
            library.report.add(_unknown(what, of_lines.rules, of_lines.rules_place, known))
    for of_rules in library.rule_set_cases:
        symbols = rule_set_symbols(library)
        if not _is_there(library, validation.LANGUAGE, of_rules.rules, symbols):
            what = Wording("reguł dokumentów", "rules for documents")
            library.report.add(_unknown(what, of_rules.rules, of_rules.rules_place, symbols))
    for case in library.cases:
        if not _is_there(library, posting.LANGUAGE, case.scheme, library.scheme_symbols()):
            what = Wording("schematu", "scheme")
            library.report.add(_unknown(what, case.scheme, case.scheme_place, library.scheme_symbols()))
        if isinstance(case.document, str) and not (Path(case.span.source.name).parent / case.document).is_file():
            missing = Wording("nie ma takiego pliku", "there is no such file")
            library.report.add(problems.NO_DOCUMENT.at(case.document_place, path=case.document, reason=missing))


def _is_there(library: Library, language: Language, symbol: str, known: list[str]) -> bool:
    """Whether a symbol is known, or defined in a file whose errors are told already."""
    return any(same_symbol(symbol, each) for each in known) or library.is_broken(language, symbol)


def _unknown(what: Wording, symbol: str, place: Span, known: list[str]) -> Diagnostic:
    near = nearest(symbol, known)
    advice = Wording(f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else Wording("", "")
    reason = Wording(f"Nie ma {what.pl} {symbol}.{advice.pl}", f"No {what.en} {symbol}.{advice.en}")
    return problems.UNKNOWN_SYMBOL.at(place, reason=reason)


def _check_dependencies(library: Library) -> None:
    """Packs that others depend on must be among those read, or standard ones."""
    standard = [folder.name for folder in assets.folder("rules").iterdir() if folder.is_dir()]
    known = sorted({*standard, *(manifest.name for manifest in library.manifests)})
    for manifest in library.manifests:
        for name in manifest.depends:
            if name not in known:
                place = manifest.depends_place
                library.report.add(problems.UNKNOWN_DEPENDENCY.at(place, name=name, known=", ".join(known)))


def check_symbols(library: Library) -> None:
    """Two definitions of one kind and symbol must not hold on the same day; the findings go to the report."""
    schemes = [_held(checked.scheme) for checked in library.schemes]
    named = (*library.plans, *library.directories)
    others = {
        kind: [_Held(d.symbol, r.span, r.valid_from, r.valid_until) for r, d in named if isinstance(d, kind)]
        for kind in (AccountPlan, Directory)
    }
    formats = [_Held(r.symbol.text, r.span, r.valid_from, r.valid_until) for r in library.formats]
    lines = [_held(checked.rules) for checked in library.lines]
    sets = [_held(checked.rules) for checked in library.rule_sets]
    templates = [_Held(t.symbol, t.place, r.valid_from, r.valid_until) for r, t in library.templates]
    maps = [*map(_held, library.maps)], [*map(_held, library.shapes)]
    of_charts: dict[type, list[_Held]] = {}
    for reading, definition in library.charts:
        held_as = _Held(definition.symbol, reading.symbol.span, reading.valid_from, reading.valid_until)
        of_charts.setdefault(type(definition), []).append(held_as)
    for held in (schemes, formats, lines, sets, templates, *maps, *others.values(), *of_charts.values()):
        _check_held(held, library.report)


@dataclass(frozen=True, slots=True)
class _Held:
    """A definition with the days it holds on."""

    symbol: str
    span: Span
    since: dt.date | None
    until: dt.date | None


class _HasDays(Protocol):
    """A definition that knows its symbol, its place and its days."""

    @property
    def symbol(self) -> str: ...
    @property
    def span(self) -> Span: ...
    @property
    def valid_from(self) -> dt.date | None: ...
    @property
    def valid_until(self) -> dt.date | None: ...


def _held(definition: _HasDays) -> _Held:
    return _Held(definition.symbol, definition.span, definition.valid_from, definition.valid_until)


def _check_held(definitions: Iterable[_Held], report: Report) -> None:
    seen: dict[str, list[_Held]] = {}
    for definition in definitions:
        others = seen.setdefault(definition.symbol.casefold(), [])
        for other in others:
            since = max(definition.since or dt.date.min, other.since or dt.date.min)
            until = min(definition.until or dt.date.max, other.until or dt.date.max)
            if since <= until:
                where = Related(other.span, Wording("pierwsza z nich", "the first one"))
                symbol = definition.symbol
                report.add(problems.SYMBOL_REPEATED.at(definition.span, related=(where,), symbol=symbol))
        others.append(definition)
