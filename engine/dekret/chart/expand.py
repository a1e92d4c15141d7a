"""The first pass: inserts, conditional text and X-parameters are replaced (seeds/001:1842-1938)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from dekret.chart import problems
from dekret.chart.nodes import Conditional, Given, Insert, Parts, Piece, Words, XReference
from dekret.chart.parse import parse_inserts
from dekret.chart.sourcemap import Call, Fragment, Origin, Run, Traced
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.wording import Value, Wording

_LONGEST, _OF_A_CALL = 4_000_000, 400
"""Characters of an expanded text: nested inserts can double it at every level. A call counts as some, or inserts of
next to no text could call each other for ever."""
_DEEPEST = 60
"""Inserts in each other."""


class Inserts(Protocol):
    """Where inserts are looked for: a user's first, then standard ones, as the chart may (seeds/001:1882)."""

    def content(self, name: str) -> Fragment | None:
        """The text of an insert; letter case is no matter."""

    def names(self) -> list[str]:
        """The names of all inserts, for advice."""

    def is_broken(self, name: str) -> bool:
        """Whether there is an insert of this name that cannot be used, for its file has errors."""


@dataclass(frozen=True, slots=True)
class Forced:
    """A condition held otherwise than the parameters say: to try the text with it and without."""

    fragment: Fragment
    start: int
    kept: bool


@dataclass(frozen=True, slots=True)
class Expanded:
    """A text without inserts, or why there is none. `used` are the inserts met, folded; `tested` every condition."""

    text: Traced
    diagnostics: tuple[Diagnostic, ...]
    used: frozenset[str]
    tested: tuple["Tested", ...]

    @property
    def is_whole(self) -> bool:
        return not self.diagnostics


@dataclass(frozen=True, slots=True)
class Tested:
    """A condition of a conditional text or a sub-insert that was held: what it asked for, what was given."""

    fragment: Fragment
    start: int
    end: int
    segments: tuple[str, ...]
    given: frozenset[str]
    kept: bool


def expand(fragment: Fragment, inserts: Inserts, forced: Forced | None = None, *, graphic: bool = False) -> Expanded:
    """The text with everything of the first pass replaced; what cannot be is in the diagnostics, all of it.

    A `graphic` text is no SQL, nor is what is inserted there.
    """
    expansion = _Expansion(inserts, forced, graphic)
    runs = tuple(expansion.of(fragment, _Context(frozenset(), {}, None)))
    if not runs:
        runs = (Run("", Origin(fragment, 0, None)),)
    diagnostics = tuple(expansion.report.diagnostics)
    return Expanded(Traced(runs), diagnostics, frozenset(expansion.used), tuple(expansion.tested))


@dataclass(frozen=True, slots=True)
class _Context:
    """What an insert was given: ordinary parameters, folded, and X-parameters, by folded name."""

    given: frozenset[str]
    x: Mapping[str, tuple[Run, ...]]
    call: Call | None


@dataclass(slots=True)
class _Expansion:
    inserts: Inserts
    forced: Forced | None
    graphic: bool = False
    report: Report = field(default_factory=Report)
    used: set[str] = field(default_factory=set)
    tested: list[Tested] = field(default_factory=list)
    length: int = 0
    too_long: bool = False

    def of(self, fragment: Fragment, context: _Context) -> Iterator[Run]:
        parsed = parse_inserts(fragment.text, graphic=self.graphic)
        if parsed.value is None:
            finding = parsed.findings[0]
            related = context.call.related() if context.call else ()
            self.report.add(
                finding.problem.filled(fragment.span(finding.start, finding.end), dict(finding.values), related)
            )
            return
        yield from self.pieces(parsed.value, fragment, context)

    def pieces(self, pieces: tuple[Piece, ...], fragment: Fragment, context: _Context) -> Iterator[Run]:
        waiting = list(reversed(pieces))
        while waiting:
            piece = waiting.pop()
            match piece:
                case Words():
                    yield self.run(piece, fragment, context)
                case XReference():
                    yield from self.x_value(piece, fragment, context)
                case Conditional():
                    kept = piece.test.holds(piece.segments, context.given)
                    if self.keeps(piece, piece.segments, fragment, context, kept=kept):
                        waiting.extend(reversed(piece.body))
                case Insert():
                    yield from self.insert(piece, fragment, context)

    def run(self, words: Words, fragment: Fragment, context: _Context) -> Run:
        self.length += words.end - words.start
        return Run(fragment.text[words.start : words.end], Origin(fragment, words.start, context.call))

    def keeps(
        self,
        piece: Conditional | Insert,
        segments: tuple[str, ...],
        fragment: Fragment,
        context: _Context,
        *,
        kept: bool,
    ) -> bool:
        """Whether a conditional text or a sub-insert stays; remembered, for the check wants to know."""
        if context.call is None and (segments or isinstance(piece, Conditional)):
            self.say(problems.OUTSIDE_INSERT, fragment, piece.start, piece.end, context, word=_word(piece))
            return False
        self.tested.append(Tested(fragment, piece.start, piece.end, segments, context.given, kept))
        if self.forced and self.forced.fragment.cell is fragment.cell and self.forced.start == piece.start:
            return self.forced.kept
        return kept

    def x_value(self, reference: XReference, fragment: Fragment, context: _Context) -> Iterator[Run]:
        if context.call is None:
            self.say(problems.OUTSIDE_INSERT, fragment, reference.start, reference.end, context, word="@INSP")
            return
        value = context.x.get(reference.name.casefold())
        if value is None:
            self.say(
                problems.MISSING_X,
                fragment,
                reference.start,
                reference.end,
                context,
                name=reference.name,
                insert=context.call.name,
                chain=_chain(context.call),
            )
            return
        self.length += sum(len(run.text) for run in value)
        if not self.is_too_long(fragment, reference.start, reference.end, context):
            yield from value

    def insert(self, insert: Insert, fragment: Fragment, context: _Context) -> Iterator[Run]:
        kept = not insert.segments or not context.given.isdisjoint(insert.segments)
        if insert.segments and not self.keeps(insert, insert.segments, fragment, context, kept=kept):
            return
        self.length += _OF_A_CALL
        if self.is_too_long(fragment, insert.start, insert.end, context):
            return
        call = Call(fragment, insert.start, insert.end, insert.name, context.call)
        content = self.inserts.content(insert.name)
        if content is None and self.inserts.is_broken(insert.name):
            self.say(
                problems.BROKEN_INSERT,
                fragment,
                insert.start,
                insert.end,
                context,
                name=insert.name,
                chain=_chain(call),
            )
            return
        if content is None:
            near = nearest(insert.name, self.inserts.names())
            advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
            self.say(
                problems.UNKNOWN_INSERT,
                fragment,
                insert.start,
                insert.end,
                context,
                name=insert.name,
                advice=advice,
                chain=_chain(call),
            )
            return
        if insert.name.casefold() in {name.casefold() for name in (context.call.chain() if context.call else [])}:
            self.say(
                problems.INSERT_CYCLE, fragment, insert.start, insert.end, context, name=insert.name, chain=_chain(call)
            )
            return
        self.used.add(insert.name.casefold())
        if call.depth > _DEEPEST:
            self.say(problems.TOO_DEEP, fragment, insert.start, insert.end, context, limit=_DEEPEST)
            return
        given = frozenset(self.plain(part, fragment, context).strip().casefold() for part in insert.parameters)
        x = {each.name.casefold(): tuple(self.given(each, fragment, context)) for each in insert.given}
        yield from self.of(content, _Context(given - {""}, x, call))

    def is_too_long(self, fragment: Fragment, start: int, end: int, context: _Context) -> bool:
        """Whether there is so much text that no more is added; said once."""
        if self.length > _LONGEST and not self.too_long:
            self.too_long = True
            self.say(problems.TOO_LONG, fragment, start, end, context, limit=_LONGEST)
        return self.too_long

    def given(self, given: Given, fragment: Fragment, context: _Context) -> Iterator[Run]:
        yield from self.parts(given.value, fragment, context)

    def parts(self, parts: Parts, fragment: Fragment, context: _Context) -> Iterator[Run]:
        for part in parts:
            if isinstance(part, Words):
                yield self.run(part, fragment, context)
            else:
                yield from self.x_value(part, fragment, context)

    def plain(self, parts: Parts, fragment: Fragment, context: _Context) -> str:
        return "".join(run.text for run in self.parts(parts, fragment, context))

    def say(
        self, problem: Problem, fragment: Fragment, start: int, end: int, context: _Context, **values: Value
    ) -> None:
        related = context.call.related() if context.call else ()
        self.report.add(problem.at(fragment.span(start, end), related=related, **values))


def _chain(call: Call) -> str:
    return " → ".join(call.chain())


def _word(piece: Conditional | Insert) -> str:
    return "@INS …|…|" if isinstance(piece, Insert) else f"@{piece.test.value}"
