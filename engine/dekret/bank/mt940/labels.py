"""Pieces of field 86 that labels tell: `TYT.: FV 1; TNR: 1.2` (bank fact sheet 3.6); and its beginning in any form."""

import re
from collections.abc import Iterable, Mapping, Sequence

from dekret.bank.mt940.language import CODE_MARK, START_MARK

Pieces = tuple[tuple[str, ...], Sequence[str]]
"""The marks as the table [Pole 86] has them, in the order of the text, and what stands behind each of them, or ""."""

EMPTY = " \xa0\u02d9\xff\t\n"
"""A piece of these alone is empty: FF is a no-break space in CP852, and ˙ or ÿ in other pages (fact sheet 3.5)."""
_LEAD = re.compile(r"\s*(?:(\d{3,4})(?!\d))?\s*(.*)", re.ASCII | re.DOTALL)
_ANY_LABEL = re.compile(r"\s*([^\W\d_][^:;]{0,24}?)\s*:\s*(.*)", re.DOTALL)
_BLANKS = re.compile(r"\s+")


def lead(text: str) -> Pieces:
    """The beginning of a field 86: the code, where there are digits, and the text behind it.

    >>> lead("944 PRZELEW"), lead("ODSETKI"), lead("")
    ((('kod', 'początek'), ['944', 'PRZELEW']), (('początek',), ['ODSETKI']), ((), []))
    """
    found = _LEAD.fullmatch(text)
    assert found
    pieces = [(mark, piece) for mark, piece in ((CODE_MARK, found[1]), (START_MARK, found[2])) if piece]
    return tuple(mark for mark, _ in pieces), [piece for _, piece in pieces]


def blank_is_empty(text: str) -> str:
    """The text, or nothing where it is filling alone."""
    return text if text.strip(EMPTY) else ""


class Labels:
    """Labels with semicolons between their parts; letter case and blanks in a label are of no matter."""

    def __init__(self, marks: Iterable[str]) -> None:
        labels = [mark for mark in marks if mark not in (CODE_MARK, START_MARK)]
        self._marks: Mapping[str, str] = {_squeezed(mark): mark for mark in labels}
        longest = sorted(labels, key=len, reverse=True)
        written = "|".join(_loose(mark) for mark in longest)
        dotted = "|".join(_loose(mark) for mark in longest if mark.endswith(".")) or "(?!)"
        self._known = re.compile(rf"\s*(?:({written or '(?!)'})\s*:|({dotted}))\s*(.*)", re.DOTALL | re.IGNORECASE)

    def pieces(self, text: str) -> Pieces:
        """The pieces of a text; one without a label goes on with the piece before."""
        first, *parts = text.split(";")
        marks, texts = ([], []) if self._known.match(first) else _begun(first)
        for part in parts if texts or not first.strip() else [first, *parts]:
            found = self._labelled(part)
            if found:
                marks.append(found[0])
                texts.append([found[1]])
            elif texts:
                texts[-1].append(part)
            elif part.strip():
                marks, texts = _begun(part)
        return tuple(marks), [blank_is_empty(";".join(each)) for each in texts]

    def _labelled(self, part: str) -> tuple[str, str] | None:
        known = self._known.match(part)
        if known:
            label: str = known[1] or known[2]
            return self._marks.get(_squeezed(label), label), known[3]
        found = _ANY_LABEL.match(part)
        return (found[1], found[2]) if found else None


def _begun(part: str) -> tuple[list[str], list[list[str]]]:
    """The beginning of a text, its pieces each in parts to be joined."""
    marks, texts = lead(part)
    return list(marks), [[text] for text in texts]


def _loose(label: str) -> str:
    return r"\s*".join(map(re.escape, label.split()))


def _squeezed(label: str) -> str:
    return _BLANKS.sub("", label).casefold()
