"""Grammars of `grammars/` as parsers, their tables kept in a folder beside this file (engine/decisions/0003).

Nothing of Lark shows outside: a parse gives what the builder made, or a `Fault`.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lark import Lark, Token, UnexpectedCharacters, UnexpectedToken

from dekret import assets

_TABLES = Path(__file__).with_name("tables")

Lexeme = Token
"""A token as a builder gets it: a `str` with `type`, `start_pos` and `end_pos`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first token that fits nowhere: its place, its text (empty at the end) and what would have fitted."""

    start: int
    end: int
    text: str
    expected: frozenset[str]


@cache
def load(name: str, builder: object = None) -> Lark:
    """The LALR parser of a grammar.

    `builder` has a method for every alias of the grammar, called with the list of children; without one the
    parser gives Lark's trees. Building tables takes some 100 ms, so they are kept in a file; it is made anew when
    the grammar, Lark or Python is another one, and done without where the folder is read-only.
    """
    with suppress(OSError):
        _TABLES.mkdir(exist_ok=True)
    return Lark(
        assets.grammar(name),
        parser="lalr",
        maybe_placeholders=False,
        propagate_positions=False,
        import_paths=[str(assets.folder("grammars"))],
        transformer=builder,
        cache=str(_TABLES / f"{name}.lark.tables"),
    )


def parse(name: str, text: str, builder: object) -> object:
    """What the builder makes of a text, or a `Fault`."""
    try:
        return load(name, builder).parse(text)
    except UnexpectedCharacters as error:
        place = error.pos_in_stream
        assert place is not None
        return Fault(place, place + 1, text[place], frozenset(error.allowed or ()))
    except UnexpectedToken as error:
        token = error.token
        start = len(text) if token.type == "$END" else token.start_pos or 0
        return Fault(start, start + len(token), str(token), frozenset(error.accepts or error.expected))


def alternatives(name: str, text: str) -> Iterator[tuple[str, list[Lexeme]]]:
    """The top of a text's tree: for every branch its alias and its tokens, for a token alone its name.

    For grammars of which every text is a sentence.
    """
    for child in load(name).parse(text).children:
        if isinstance(child, Token):
            yield child.type, [child]
        else:
            yield str(child.data), [token for token in child.children if isinstance(token, Token)]


def parsed_tokens(name: str, text: str) -> Iterator[str]:
    """The tokens of a text as its parser sees them; for grammars of which every text is a sentence."""
    for token in load(name).parse_interactive(text).iter_parse():
        yield str(token)


def tokens(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Names and texts of the tokens by the grammar's lexer alone; together they are the text.

    Blanks are tokens here, and a character that is no token of the grammar is one named BAD.
    """
    place = 0
    while place < len(text):
        try:
            for token in load(name).lex(text[place:], dont_ignore=True):
                yield token.type, str(token)
                place += len(token)
        except UnexpectedCharacters:
            yield "BAD", text[place]
            place += 1
