"""Symbols of a library: two definitions of one kind and symbol must not hold on the same day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dekret.model.accounts import AccountPlan
from dekret.model.directory import Directory
from dekret.packs import problems
from dekret.packs.library import Library
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording


def check_symbols(library: Library) -> None:
    """Two definitions of one kind and symbol must not hold on the same day; the findings go to the report."""
    schemes = [
        _Held(c.scheme.symbol, c.scheme.span, c.scheme.valid_from, c.scheme.valid_until) for c in library.schemes
    ]
    named = (*library.plans, *library.directories)
    others = {
        kind: [_Held(d.symbol, r.span, r.valid_from, r.valid_until) for r, d in named if isinstance(d, kind)]
        for kind in (AccountPlan, Directory)
    }
    formats = [_Held(r.symbol.text, r.span, r.valid_from, r.valid_until) for r in library.formats]
    lines = [_Held(c.rules.symbol, c.rules.span, c.rules.valid_from, c.rules.valid_until) for c in library.lines]
    of_charts: dict[type, list[_Held]] = {}
    for reading, definition in library.charts:
        held_as = _Held(definition.symbol, reading.symbol.span, reading.valid_from, reading.valid_until)
        of_charts.setdefault(type(definition), []).append(held_as)
    maps = [_Held(m.symbol, m.span, m.valid_from, m.valid_until) for m in library.maps]
    shapes = [_Held(s.symbol, s.span, s.valid_from, s.valid_until) for s in library.shapes]
    templates = [_Held(t.symbol, t.place, r.valid_from, r.valid_until) for r, t in library.templates]
    for held in (schemes, formats, lines, maps, shapes, templates, *others.values(), *of_charts.values()):
        _check_held(held, library.report)


@dataclass(frozen=True, slots=True)
class _Held:
    """A definition with the days it holds on."""

    symbol: str
    span: Span
    since: dt.date | None
    until: dt.date | None


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
