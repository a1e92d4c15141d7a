"""Parsing by the grammars of `grammars/`: the lexer and the LALR loop over the tables of `tables`.

A grammar's builder has a method for every alias; it takes the list of children (lexemes, and what builders made)
and gives the value of the node.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from dekret.syntax.tables import END, Rule, Tables, load


class Lexeme(str):
    """A token: its text, with its name and the offset where it starts."""

    __slots__ = ("start", "type")
    type: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self)


@dataclass(frozen=True, slots=True)
class Fault:
    """The first token that fits nowhere: its place, its text (empty at the end) and what would have fitted."""

    start: int
    end: int
    text: str
    expected: frozenset[str]


def parse(name: str, text: str, builder: object, *, by_state: bool = False) -> object:
    """What the builder makes of a text, or a `Fault`.

    `by_state` tries only the tokens that fit where the parser stands; a grammar needs it where one text is one
    token here and another there.
    """
    return _parser(name, builder, by_state=by_state).parse(text)


def tokens(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Names and texts of all tokens by the lexer alone; together they are the text.

    Blanks are tokens here, and a character that is no token of the grammar is one named BAD.
    """
    match = _scanner(load(name), None)
    place = 0
    while place < len(text):
        found = match(text, place)
        end = found.end() if found else place + 1
        yield (found.lastgroup or "" if found else "BAD"), text[place:end]
        place = end


def terminal(name: str, terminal_name: str) -> str:
    """The regular expression of a token of a grammar, for who looks for that alone."""
    return dict(load(name).terminals)[terminal_name]


_Match = Callable[[str, int], "re.Match[str] | None"]


@cache
def _scanner(tables: Tables, allowed: frozenset[str] | None) -> _Match:
    """What matches one token at a place: any, or one of those allowed."""
    tried = [f"(?P<{name}>{pattern})" for name, pattern in tables.terminals if allowed is None or name in allowed]
    return re.compile("|".join(tried)).match


@cache
def _parser(name: str, builder: object, *, by_state: bool) -> "_Parser":
    return _Parser(load(name), builder, by_state=by_state)


class _Inlined(list[object]):
    """Children that take the place of the node they are the children of."""


class _Parser:
    """The loop of an LALR parser."""

    def __init__(self, tables: Tables, builder: object, *, by_state: bool) -> None:
        self.tables = tables
        self.by_state = by_state
        self.reductions = [(rule.size, rule.name, _reduction(rule, builder)) for rule in tables.rules]
        terminals = {name for name, _ in tables.terminals}
        self.allowed = [frozenset(actions) & terminals | tables.ignored for actions in tables.actions]

    def parse(self, text: str) -> object:
        tables, actions = self.tables, self.tables.actions
        states, values = [tables.start], list[object]()
        match = _scanner(tables, None)
        place, length = 0, len(text)
        while True:
            lexeme = Lexeme()
            if place < length:
                if self.by_state:
                    match = _scanner(tables, self.allowed[states[-1]])
                found = match(text, place)
                if found is None:
                    return Fault(place, place + 1, text[place], self.allowed[states[-1]])
                kind, start, place = found.lastgroup or "", place, found.end()
                if kind in tables.ignored:
                    continue
                lexeme = Lexeme(found.group())
                lexeme.type, lexeme.start = kind, start
            else:
                kind, start = END, length
            action = actions[states[-1]].get(kind)
            while action is not None and action < 0:
                size, name, reduce = self.reductions[-1 - action]
                if size:
                    children = values[-size:]
                    del values[-size:], states[-size:]
                else:
                    children = []
                values.append(reduce(children) if reduce else children[0])
                states.append(actions[states[-1]][name])
                if kind == END and states[-1] == tables.end:
                    return values[-1]
                action = actions[states[-1]].get(kind)
            if action is None:
                return Fault(start, start + len(lexeme), str(lexeme), frozenset(actions[states[-1]]))
            states.append(action)
            values.append(lexeme)


def _reduction(rule: Rule, builder: object) -> Callable[[list[object]], object] | None:
    """What makes the value of a node of its symbols' values; None where that is the value of its only symbol."""
    build: Callable[[list[object]], object] = _Inlined
    if rule.alias and not rule.expand:
        build = getattr(builder, rule.alias)
    elif rule.alias:
        node = getattr(builder, rule.alias, list)
        build = lambda children: children[0] if len(children) == 1 else node(children)  # noqa: E731 - one of three
    if rule.size == 1 and rule.expand and rule.children and not rule.inlined:
        return None
    if len(rule.children) == rule.size and not rule.inlined:
        return build
    if build is _Inlined and rule.inlined and rule.children[0] == rule.inlined[0]:
        return _repetition(rule)

    def reduce(symbols: list[object]) -> object:
        children: list[object] = []
        for place in rule.children:
            _add(children, symbols[place])
        return build(children)

    return reduce


def _repetition(rule: Rule) -> Callable[[list[object]], object]:
    """What adds one more to the children of a repetition. They are not copied for it, as there may be a million."""
    first, *others = rule.children

    def reduce(symbols: list[object]) -> object:
        children = symbols[first]
        assert isinstance(children, _Inlined)
        for place in others:
            _add(children, symbols[place])
        return children

    return reduce


def _add(children: list[object], value: object) -> None:
    if isinstance(value, _Inlined):
        children.extend(value)
    else:
        children.append(value)
