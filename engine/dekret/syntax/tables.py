"""Grammars of `grammars/` as LALR tables: made by Lark, kept in a file beside this one (engine/decisions/0003).

Lark is imported only when tables have to be made, which is on the first run after a grammar changed.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from dekret import assets

_FOLDER = Path(__file__).with_name("kept")
END = "$END"
"""The name of the token after the last one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A production: how many symbols it takes, which of them become children, and what is made of those.

    `children` are the places of the symbols that are kept, `inlined` those whose own children stand for them.
    `alias` names the builder's method; without one, the children of an `expand`ed rule stand for it where they
    are a single one.
    """

    name: str
    size: int
    children: tuple[int, ...]
    inlined: tuple[int, ...]
    alias: str
    expand: bool


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What runs a grammar.

    `terminals` are names and regular expressions in the order in which they are tried. In `actions` of a state a
    terminal shifts to a state (0 and up) or reduces by a rule (-1 for rule 0); a rule's name goes to a state.
    """

    terminals: tuple[tuple[str, str], ...]
    ignored: frozenset[str]
    rules: tuple[Rule, ...]
    actions: tuple[dict[str, int], ...]
    start: int
    end: int


_Kept: TypeAlias = tuple[
    str,
    list[tuple[str, str]],
    list[str],
    list[tuple[str, int, tuple[int, ...], tuple[int, ...], str, bool]],
    list[dict[str, int]],
    int,
    int,
]
"""Tables as they lie in a file: the stamp, then the fields of `Tables`."""


@cache
def load(name: str) -> Tables:
    """The tables of a grammar: from their file where it is of this grammar and this Lark, else made anew."""
    text = assets.grammar(name) + assets.grammar("lexical")
    stamp = sha256(text.encode() + _lark_itself()).hexdigest()
    path = _FOLDER / f"{name}.json"
    with suppress(OSError, ValueError):
        kept: _Kept = json.loads(path.read_bytes())
        if kept[0] == stamp:
            return _from_kept(kept)
    tables = make(name)
    with suppress(OSError):
        _FOLDER.mkdir(exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_text(json.dumps(_to_kept(stamp, tables)), encoding="utf-8")
        partial.replace(path)
    return tables


def _lark_itself() -> bytes:
    """What changes when Lark does: the module that holds its version. Asking for the version takes 30 ms."""
    found = find_spec("lark")
    return Path(found.origin).read_bytes() if found and found.origin else b""


def _to_kept(stamp: str, tables: Tables) -> _Kept:
    rules = [(rule.name, rule.size, rule.children, rule.inlined, rule.alias, rule.expand) for rule in tables.rules]
    ignored = sorted(tables.ignored)
    return stamp, list(tables.terminals), ignored, rules, list(tables.actions), tables.start, tables.end


def _from_kept(kept: _Kept) -> Tables:
    _, terminals, ignored, rules, actions, start, end = kept
    return Tables(
        tuple((name, pattern) for name, pattern in terminals),
        frozenset(ignored),
        tuple(
            Rule(name, size, tuple(kids), tuple(inner), alias, expand)
            for name, size, kids, inner, alias, expand in rules
        ),
        tuple(actions),
        start,
        end,
    )


def make(name: str) -> Tables:
    """The tables of a grammar as Lark makes them."""
    from lark import Lark  # noqa: PLC0415 - 100 ms that a run with kept tables does not need
    from lark.parsers.lalr_analysis import Shift  # noqa: PLC0415 - as above

    parser = Lark(
        assets.grammar(name),
        parser="lalr",
        lexer="basic",
        maybe_placeholders=False,
        import_paths=[str(assets.folder("grammars"))],
    )
    table = parser.parser.parser._parse_table  # noqa: SLF001 - Lark has no public way to its tables
    places = {id(rule): place for place, rule in enumerate(parser.rules)}
    order = {state: place for place, state in enumerate(table.states)}
    actions = tuple(
        {symbol: order[to] if action is Shift else -1 - places[id(to)] for symbol, (action, to) in choices.items()}
        for choices in table.states.values()
    )
    terminals = sorted(
        parser.terminals, key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name)
    )
    (start,), (end,) = table.start_states.values(), table.end_states.values()
    rules = []
    for rule in parser.rules:
        kept = [place for place, symbol in enumerate(rule.expansion) if not getattr(symbol, "filter_out", False)]
        inlined = [
            place for place in kept if rule.expansion[place].name.startswith("_") and not rule.expansion[place].is_term
        ]
        alias = rule.alias or ("" if rule.origin.name.startswith("_") else str(rule.origin.name))
        expand = bool(rule.options.expand1) and not rule.alias
        rules.append(Rule(str(rule.origin.name), len(rule.expansion), tuple(kept), tuple(inlined), str(alias), expand))
    return Tables(
        tuple((str(terminal.name), terminal.pattern.to_regexp()) for terminal in terminals),
        frozenset(str(name) for name in parser.ignore_tokens),
        tuple(rules),
        actions,
        order[start],
        order[end],
    )
