"""What stands open in XML while it is written piece by piece, so that every value knows its element."""

import re
from collections.abc import Callable

Leaf = Callable[[str], Callable[[str], bool] | None]
"""By the path of an element below the root, what its text has to keep to; None where there is nothing to ask."""
_MARKUP = re.compile(r"<(?:!--.*?-->|\?.*?\?>|!\[CDATA\[.*?\]\]>|(/?)([^\s<>/!?]+)[^<>]*?(/?)>)", re.DOTALL)


class NotCompiled(Exception):  # noqa: N818 - says that another way is to be taken
    """A construct, or a value, that is left to Jinja."""


class OpenElements:
    """The elements around what comes next. Raises `NotCompiled` where that cannot be known."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._unfinished = ""
        """A tag whose end is to come."""
        self._text = False
        """Whether there was text since the last tag."""
        self._whole = False
        """Whether a value was written that has to be all of its element."""

    def write(self, text: str) -> None:
        """A text of the template itself."""
        if not text:
            return
        if self._whole and not text.startswith("<"):
            raise NotCompiled
        self._whole = False
        text, end = self._unfinished + text, 0
        for found in _MARKUP.finditer(text):
            end = found.end()
            closing, name, empty = found.groups()
            if closing:
                if not self._open or self._open.pop() != name:
                    raise NotCompiled
            elif name and not empty:
                self._open.append(name)
        rest = text[end:]
        tag = rest.find("<")
        self._unfinished = rest[tag:] if tag >= 0 else ""
        after = rest[:tag] if tag >= 0 else rest
        self._text = bool(after) or (self._text and not end)

    def value(self, leaf: Leaf) -> Callable[[str], bool] | None:
        """What the value that is written here has to keep to."""
        if self._unfinished:
            raise NotCompiled
        check = leaf("/".join(self._open[1:]))
        if check is None:
            self._text = True
            return None
        if self._text or self._whole:
            raise NotCompiled
        self._whole = True
        return check

    def here(self) -> tuple[str, ...]:
        """The elements that are open, where a branch or a loop begins or ends."""
        if self._unfinished or self._whole:
            raise NotCompiled
        self._text = True
        return tuple(self._open)
