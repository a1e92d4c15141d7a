"""Characters of a user's file that a terminal would obey, such as ESC: shown as a dot instead."""

import re

_SIGN = "·"
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, ends of lines, and those that turn the direction of writing."""


def visible(line: str) -> str:
    r"""A line as it may be shown: a blank for a tab, a dot for what is no letter and no sign.

    >>> visible("FV\t1 \x1b[31m\x07"), visible("zażółć")
    ('FV 1 ·[31m·', 'zażółć')
    """
    return line if line.isprintable() else _OBEYED.sub(_SIGN, line.replace("\t", " "))


def visible_lines(text: str) -> str:
    r"""As `visible`, of a text whose lines are ended by LF.

    >>> visible_lines("a\x1b[2J\nb\n")
    'a·[2J\nb\n'
    """
    return "\n".join(map(visible, text.split("\n")))


def escaped(json: str) -> str:
    r"""A JSON text with the same characters as escapes, which says the same.

    >>> escaped('["\x9b"]\n')
    '["\\u009b"]\n'
    """
    return _OBEYED.sub(lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", json)
