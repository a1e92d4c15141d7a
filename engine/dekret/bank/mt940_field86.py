"""Field 86 of MT940: which form it has, and its text cut into subfields, labels or keywords (bank fact sheet 3.5–3.7).

What the pieces mean is the business of `mt940_meaning`; here a piece is a mark and its text as it stands.
"""

import re
from collections.abc import Iterable, Mapping

from dekret.bank.mt940_language import CODE_MARK, SEPARATED, START_MARK, Form86, Gap
from dekret.bank.mt940_nodes import Mt940Rules

Piece = tuple[str, str]
"""A mark as the table [Pole 86] has it, and the text behind it."""

_DETECTED = re.compile(r"\d{3}\s*([~<^+?])\s*\d\s*\d", re.ASCII)
_KEYWORD = re.compile(r"/[A-Z]{2,4}/")
_LEAD = re.compile(r"\s*(?:(\d{3,4})(?!\d))?\s*(.*)", re.ASCII | re.DOTALL)
_ANY_LABEL = re.compile(r"\s*([^\W\d_][^:;]{0,24}?)\s*:\s*(.*)", re.DOTALL)
_STRUCTURED = re.compile(r"/(?:VAT|TI)/")
"""The beginning of titles that no blank may break."""
_BLANKS = re.compile(r"\s+")
_IN_TEXTS = (Form86.PLUS, Form86.QUESTION)
"""Separators that stand in ordinary texts, too."""


class Splitter:
    """Cuts fields 86 into pieces by the marks of a format."""

    def __init__(self, rules: Mt940Rules) -> None:
        marks: dict[Form86, dict[str, str]] = {}
        for row in rules.subfields:
            marks.setdefault(row.form, {}).update((mark, mark) for mark in row.marks)
        self._rules = rules
        self._separated = {form: _codes(form, marks[form]) for form in SEPARATED if form in marks}
        self._labels = _Labels(marks.get(Form86.LABELS, ()))
        self._keywords = _keywords(marks.get(Form86.KEYWORDS, ()))
        self._known = frozenset(marks)

    def split(self, texts: list[str]) -> tuple[Form86, list[Piece]]:
        """The form of the fields 86 of a line, and their pieces in order."""
        text = texts[0] if len(texts) == 1 else _together(texts)
        if "\r" in text:
            text = text.replace("\r", "")
        form = self._rules.form
        if form is Form86.DETECT:
            form = self._detected(text)
        if form in _IN_TEXTS and form in self._separated:
            return form, _ascending(self._separated[form], text)
        text = self._one_line(text, form)
        match form:
            case Form86.LABELS:
                return form, self._labels.pieces(text)
            case Form86.TEXT:
                return form, [(START_MARK, text)]
            case Form86.KEYWORDS:
                pieces = _pieces(self._keywords.split(text))
                return (form, pieces) if len(pieces) > 1 else (Form86.TEXT, [(START_MARK, text)])
            case _:
                return form, _pieces(self._separated[form].split(text))

    def _detected(self, text: str) -> Form86:
        """What a text looks like, of the forms that the format knows."""
        found = _DETECTED.match(text)
        if found and (form := _FORMS[found[1]]) in self._known:
            return form
        if Form86.LABELS in self._known and ";" in text and "TNR:" in text.replace("\n", "").upper():
            return Form86.LABELS
        if Form86.KEYWORDS in self._known and _KEYWORD.match(text):
            return Form86.KEYWORDS
        return Form86.TEXT

    def _one_line(self, text: str, form: Form86) -> str:
        if "\n" not in text:
            return text
        if self._rules.lines_gap is Gap.BLANK and not _STRUCTURED.search(text):
            separator = re.escape(form.value) if form in self._separated else "/"
            text = re.sub(rf"\n(?!{separator})", " ", text)
        return text.replace("\n", "")


_FORMS = {form.value: form for form in SEPARATED}


def _together(texts: list[str]) -> str:
    """Several fields 86 of one line; a code that each of them repeats is taken once."""
    code = texts[0][:3]
    repeated = len(code) == 3 and code.isascii() and code.isdigit()
    further = (text[3:] if repeated and text.startswith(code) else text for text in texts[1:])
    return "\n".join((texts[0], *further))


def _pieces(parts: list[str]) -> list[Piece]:
    """What `re.split` gives: the text before the first mark, then marks and texts in turn."""
    return [*_lead(parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]


def _lead(text: str) -> list[Piece]:
    if len(text) == 3 and text.isdigit():
        return [(CODE_MARK, text)]
    found = _LEAD.fullmatch(text)
    assert found
    return [(mark, piece) for mark, piece in ((CODE_MARK, found[1]), (START_MARK, found[2])) if piece]


def _codes(form: Form86, marks: Iterable[str]) -> re.Pattern[str]:
    """The separator of a form with a code that the format knows; breaks within it where they are not taken away."""
    codes = sorted(mark for mark in marks if mark.isdigit())
    if form in _IN_TEXTS:
        inner = "|".join(rf"{code[0]}\n?{code[1]}" for code in codes)
        return re.compile(rf"(\n?){re.escape(form.value)}\n?({inner})")
    return re.compile(rf"{re.escape(form.value)}({'|'.join(codes)})")


def _ascending(pattern: re.Pattern[str], text: str) -> list[Piece]:
    """Pieces by a separator that texts hold, too: a code counts at the start of a line, or above the one before."""
    place, last = 0, "-1"
    pieces: list[Piece] = []
    mark = ""
    for found in pattern.finditer(text):
        code = found[2].replace("\n", "")
        if not found[1] and int(code) <= int(last):
            continue
        _put(pieces, mark, text[place : found.start()])
        mark, last, place = code, code, found.end()
    _put(pieces, mark, text[place:])
    return pieces


def _put(pieces: list[Piece], mark: str, text: str) -> None:
    text = text.replace("\n", "")
    pieces.extend([(mark, text)] if mark else _lead(text))


def _keywords(marks: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(mark) for mark in marks if mark.startswith("/"))
    return re.compile(f"/?({words})" if words else r"(?!)()")


class _Labels:
    """Labels with semicolons between their parts; letter case and blanks in a label are of no matter."""

    def __init__(self, marks: Iterable[str]) -> None:
        labels = [mark for mark in marks if mark not in (CODE_MARK, START_MARK)]
        self._marks: Mapping[str, str] = {_squeezed(mark): mark for mark in labels}
        longest = sorted(labels, key=len, reverse=True)
        written = "|".join(_loose(mark) for mark in longest)
        dotted = "|".join(_loose(mark) for mark in longest if mark.endswith(".")) or "(?!)"
        self._known = re.compile(rf"\s*(?:({written or '(?!)'})\s*:|({dotted}))\s*(.*)", re.DOTALL | re.IGNORECASE)

    def pieces(self, text: str) -> list[Piece]:
        """The pieces of a text; one without a label goes on with the piece before."""
        first, *parts = text.split(";")
        pieces = [self._labelled(first)] if self._known.match(first) else _lead(first)
        for part in parts:
            if self._known.match(part) or _ANY_LABEL.match(part):
                pieces.append(self._labelled(part))
            elif pieces:
                mark, before = pieces[-1]
                pieces[-1] = (mark, f"{before};{part}")
            else:
                pieces = _lead(part)
        return pieces

    def _labelled(self, part: str) -> Piece:
        known = self._known.match(part)
        if known:
            return self._marks[_squeezed(known[1] or known[2])], known[3]
        found = _ANY_LABEL.match(part)
        assert found
        return found[1], found[2]


def _loose(label: str) -> str:
    return r"\s*".join(map(re.escape, label.split()))


def _squeezed(label: str) -> str:
    return _BLANKS.sub("", label).casefold()
