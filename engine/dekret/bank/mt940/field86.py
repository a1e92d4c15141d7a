"""Field 86 of MT940: which form it has, and its text cut into subfields, labels or keywords (bank fact sheet 3.5–3.7).

What the pieces mean is the business of `meaning`; here a piece is a mark and its text as it stands.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dekret.bank.mt940.labels import EMPTY, Labels, Pieces, blank_is_empty, lead
from dekret.bank.mt940.language import CODE_MARK, SEPARATED, START_MARK, Form86, Gap
from dekret.bank.mt940.nodes import Mt940Rules

_DETECTED = re.compile(r"\d{3}\s*([~<^+?])\s*\d\s*\d", re.ASCII)
_KEYWORD = re.compile(r"/[A-Z]{2,4}/")
_STRUCTURED = re.compile(r"/(?:VAT|TI)/")
"""The beginning of titles that no blank may break."""
_IN_TEXTS = (Form86.PLUS, Form86.QUESTION)
"""Separators that stand in ordinary texts, too."""


_MOST_MET = 4


@dataclass(frozen=True, slots=True)
class _Met:
    """A row of marks that was met: most fields 86 of a bank have one of a few, and are taken apart by one pattern.

    `bare` is the pattern for a text without filling; it takes two thirds of the time. `filled` is a blank before the
    separator.
    """

    form: Form86
    marks: tuple[str, ...]
    pattern: re.Pattern[str]
    bare: re.Pattern[str]
    filled: str

    def pieces(self, text: str) -> Sequence[str] | None:
        """The pieces of a text in one line; None where its marks are others."""
        may_fill = self.filled in text or text[-1:] == " " or "\t" in text
        if not may_fill and not text.isascii():
            may_fill = "\xa0" in text or "\u02d9" in text or "\xff" in text
        found = (self.pattern if may_fill else self.bare).fullmatch(text)
        return found.groups() if found else None


class Splitter:
    """Cuts fields 86 into pieces by the marks of a format."""

    def __init__(self, rules: Mt940Rules) -> None:
        marks: dict[Form86, list[str]] = {}
        for row in rules.subfields:
            marks.setdefault(row.form, []).extend(row.marks)
        self._rules = rules
        self._known = frozenset(marks)
        self._met: list[_Met] = []
        self._most_met = _MOST_MET if rules.lines_gap is Gap.NOTHING else 0
        self._separated = {form: _separated(form, marks[form]) for form in SEPARATED if form in marks}
        self._labels = Labels(marks.get(Form86.LABELS, ()))
        self._keywords = _keywords(marks.get(Form86.KEYWORDS, ()))

    def split(self, texts: Sequence[str]) -> tuple[Form86, Pieces]:
        """The form of the fields 86 of a line, and their pieces."""
        text = texts[0] if len(texts) == 1 else _together(texts)
        if self._met:
            in_one_line = text.replace("\r\n", "")
            if "\n" in in_one_line:
                in_one_line = in_one_line.replace("\n", "")
            for met in self._met:
                if pieces := met.pieces(in_one_line):
                    return met.form, (met.marks, pieces)
        text = text.replace("\r", "").rstrip("\n")
        form = self._rules.form
        if form is Form86.DETECT:
            form = self._detected(text)
        if form in _IN_TEXTS:
            gap = "" if _STRUCTURED.search(text) else self._rules.lines_gap.value
            marks, parts = _ascending(self._separated[form], text, gap)
            if list(marks[1:]) == sorted(set(marks[1:])):  # then each counts, wherever lines are broken
                self._learn(form, marks, text)
            return form, (marks, parts)
        if "\n" in text:
            text = self._one_line(text, form)
        match form:
            case Form86.TILDE | Form86.ANGLE | Form86.CARET:
                marks, parts = _pieces(self._separated[form].split(text))
                self._learn(form, marks, text)
                return form, (marks, parts)
            case Form86.LABELS:
                return form, self._labels.pieces(text)
            case Form86.KEYWORDS:
                words = self._keywords.split(text)
                return (form, _pieces(words)) if len(words) > 1 else (Form86.TEXT, ((START_MARK,), [text]))
            case _:
                return form, ((START_MARK,), [text])

    def _learn(self, form: Form86, marks: tuple[str, ...], text: str) -> None:
        """Keeps the row of marks of a text; the first ones of a file are mostly all that it has."""
        if len(self._met) >= self._most_met or text.count(form.value) != len(marks) - 1:
            return
        if marks[0] == CODE_MARK and (form, marks) not in ((met.form, met.marks) for met in self._met):
            filling = f"(?:[{EMPTY}]+(?={re.escape(form.value)}|\\Z))?"
            patterns = _whole(form, marks[1:], filling), _whole(form, marks[1:], "")
            self._met.append(_Met(form, marks, *patterns, filled=f" {form.value}"))

    def _detected(self, text: str) -> Form86:
        """What a text looks like, of the forms that the format knows."""
        found = _DETECTED.match(text)
        if found and _FORMS[found[1]] in self._known:
            return _FORMS[found[1]]
        if Form86.LABELS in self._known and ";" in text and "TNR:" in text.replace("\n", "").upper():
            return Form86.LABELS
        if Form86.KEYWORDS in self._known and _KEYWORD.match(text):
            return Form86.KEYWORDS
        return Form86.TEXT

    def _one_line(self, text: str, form: Form86) -> str:
        if self._rules.lines_gap is Gap.BLANK and not _STRUCTURED.search(text):
            separator = re.escape(form.value) if form in SEPARATED else "/"
            text = re.sub(rf"\n(?!{separator})", " ", text)
        return text.replace("\n", "")


_FORMS = {form.value: form for form in SEPARATED}


def _together(texts: Sequence[str]) -> str:
    """Several fields 86 of one line; a code that each of them repeats is taken once."""
    code = texts[0][:3]
    repeated = len(code) == 3 and code.isascii() and code.isdigit()
    further = (text[3:] if repeated and text.startswith(code) else text for text in texts[1:])
    return "\n".join((texts[0], *further))


def _pieces(parts: list[str]) -> Pieces:
    """Of what `re.split` gives: the text before the first mark, then marks and texts in turn."""
    before = parts[0]
    if len(before) == 3 and before.isdigit():
        return (CODE_MARK, *parts[1::2]), parts[::2]
    marks, texts = lead(before)
    return (*marks, *parts[1::2]), [*texts, *parts[2::2]]


def _separated(form: Form86, marks: Iterable[str]) -> re.Pattern[str]:
    """The separator of a form with a code that the format knows, and the filling of an empty subfield.

    Where a separator stands in texts, too, breaks of lines are still there, and may stand in it and before it.
    """
    codes, gap = sorted(filter(str.isdigit, marks)), r"\n?" if form in _IN_TEXTS else ""
    tens = {code[0]: "".join(each[1] for each in codes if each[0] == code[0]) for code in codes}
    known = "|".join(f"{ten}{gap}[{units}]" for ten, units in tens.items()) or "(?!)"
    separator = re.escape(form.value)
    if form in _IN_TEXTS:
        return re.compile(rf"(\n?){separator}\n?({known})")
    return re.compile(rf"{separator}({known})(?:[{EMPTY}]+(?={separator}|\Z))?")


def _whole(form: Form86, codes: Iterable[str], filling: str) -> re.Pattern[str]:
    """A whole field 86 of a code and these subfields in their order, the separator standing nowhere else."""
    separator = re.escape(form.value)
    return re.compile(r"(\d{3})" + "".join(f"{separator}{code}{filling}([^{separator}]*)" for code in codes), re.ASCII)


def _ascending(pattern: re.Pattern[str], text: str, gap: str) -> Pieces:
    """Pieces by a separator that texts hold, too: a code counts at the start of a line, or above the one before."""
    parts, place, last = [], 0, -1
    for found in pattern.finditer(text):
        code = found[2].replace("\n", "")
        if found[1] or int(code) > last:
            parts += [text[place : found.start()], code]
            last, place = int(code), found.end()
    parts.append(text[place:])
    return _pieces([blank_is_empty(part.replace("\n", gap)) for part in parts])


def _keywords(marks: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(mark) for mark in marks if mark.startswith("/"))
    return re.compile(f"/?({words})" if words else r"(?!)()")
