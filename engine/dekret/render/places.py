"""Where the nodes of a template stand: Jinja knows lines alone, here every line number carries its offset, too.

The lexer's tokens, put together, are the text; so each is found behind the one before it.
"""

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.lexer import Lexer

RawToken = tuple[int, str, str]


class Line(int):
    """The number of a line, and the offset in the text of what stands there."""

    offset: int

    @classmethod
    def at(cls, line: int, offset: int) -> "Line":
        found = cls(line)
        found.offset = offset
        return found


def placed(lexer: Lexer, text: str, name: str | None, filename: str | None) -> Iterator[RawToken]:
    """The raw tokens of a text with their offsets. Raises `TemplateSyntaxError`, whose line has one, too."""
    done = 0
    try:
        for line, kind, value in lexer.tokeniter(text, name, filename):
            start = max(text.find(value, done), done)
            yield Line.at(line, start + len(value) - len(value.lstrip())), kind, value
            done = start + len(value)
    except TemplateSyntaxError as error:
        error.lineno = Line.at(error.lineno, done)
        raise


def offset_of(node: nodes.Node) -> int:
    """The offset of the token that a node was told by: its name, its dot, its operator."""
    return node.lineno.offset if isinstance(node.lineno, Line) else 0
