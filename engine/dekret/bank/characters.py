"""Texts made fit for a bank file: replacements, the encoding, separators that must not stand within a field."""

import re
from collections.abc import Callable

from dekret.bank import payment_problems
from dekret.bank.charsets import Charset
from dekret.bank.language import Simplify
from dekret.bank.nodes import BankFormat, Characters
from dekret.bank.separators import ENTER, shown
from dekret.text.diagnostic import Problem
from dekret.text.wording import Value, Wording

_CONTROL = r"[\x00-\x1f\x7f-\x9f\u2028\u2029]"
_CONTROLS = re.compile(rf"\r\n|{_CONTROL}")


class MisfitError(Exception):
    """A value that a format cannot write: the problem and what its sentences name."""

    def __init__(self, problem: Problem, **values: Value) -> None:
        super().__init__(problem.id)
        self.problem = problem
        self.values: dict[str, Value] = values


Cleaner = Callable[[str], str]


def cleaner(format_: BankFormat, *, bare: bool) -> Cleaner:
    """The function that makes a text fit; `bare` for fields that stand without delimiters.

    It raises `MisfitError` for what cannot be made fit. Texts that need nothing come back as they are.
    """
    charset, characters, separators = format_.charset, format_.characters, format_.separators
    breaking = [mark for mark in _breaking(format_, bare=bare) if mark]
    special = _special(format_, breaking)
    outside = outside_of(characters)
    inner = _replaced(format_)

    def clean(text: str) -> str:
        if not special.search(text) and (text.isascii() or charset.holds(text) is None):
            return text.strip(" ")
        for character, becomes in characters.mapped.items():
            text = text.replace(character, becomes)
        text = _encodable(text, charset, characters.simplify)
        text = _CONTROLS.sub(" ", text)
        if outside:
            text = _allowed(text, outside, characters.becomes, inner)
        if separators.delimiter and separators.delimiter in text:
            if separators.delimiter_becomes is None:
                raise MisfitError(payment_problems.FORBIDDEN_CHARACTER, character=separators.delimiter, text=text)
            text = text.replace(separators.delimiter, separators.delimiter_becomes)
        if separators.part:
            text = text.replace(separators.part, separators.part_becomes)
        text = text.strip(" ")
        for mark in breaking:
            if mark in text:
                raise MisfitError(payment_problems.SEPARATOR_IN_TEXT, text=text, character=shown(mark))
        return text

    return clean


def _breaking(format_: BankFormat, *, bare: bool) -> tuple[str, ...]:
    """What must not stand in a text, as it would end the field or the row."""
    separators = format_.separators
    row = "" if separators.row == ENTER else separators.row
    field = separators.field if bare and format_.variable else ""
    return (field, row)


def _special(format_: BankFormat, breaking: list[str]) -> re.Pattern[str]:
    """Finds whatever a text might have to be changed or refused for."""
    separators, characters = format_.separators, format_.characters
    marks = [separators.delimiter, separators.part, *breaking, *characters.mapped]
    found = [re.escape(mark) for mark in marks if mark]
    found.append(_CONTROL)
    outside = outside_of(characters)
    if outside:
        found.append(outside.pattern)
    return re.compile("|".join(found))


def outside_of(characters: Characters) -> re.Pattern[str] | None:
    """Finds a character that the bank does not take."""
    forbidden = "".join(re.escape(mark) for mark in sorted(characters.forbidden))
    if characters.allowed is not None:
        besides = "".join(re.escape(mark) for mark in sorted(characters.allowed))
        taken = rf"[^\w {besides}]|_" if "_" not in characters.allowed else rf"[^\w {besides}]"
        return re.compile(f"{taken}|[{forbidden}]" if forbidden else taken)
    return re.compile(f"[{forbidden}]") if forbidden else None


def _encodable(text: str, charset: Charset, simplify: Simplify) -> str:
    if simplify is Simplify.SIMPLIFY:
        text = charset.simplified(text)
    bad = charset.holds(text)
    if bad is not None:
        word = Wording(charset.word.pl, charset.word.en)
        raise MisfitError(payment_problems.UNENCODABLE, character=text[bad], text=text, encoding=word)
    return text


def _replaced(format_: BankFormat) -> frozenset[str]:
    """Single characters that are replaced later on, so that they need not be allowed, unless they are forbidden."""
    separators = format_.separators
    marks = {separators.part} | ({separators.delimiter} if separators.delimiter_becomes is not None else set())
    return frozenset(marks - format_.characters.forbidden)


def _allowed(text: str, outside: re.Pattern[str], becomes: str | None, inner: frozenset[str]) -> str:
    """The text without characters that the bank does not take; `inner` are those that are replaced later on."""
    if becomes is not None:
        return outside.sub(lambda found: found[0] if found[0] in inner else becomes, text)
    found = next((each for each in outside.finditer(text) if each[0] not in inner), None)
    if found:
        raise MisfitError(payment_problems.FORBIDDEN_CHARACTER, character=found[0], text=text)
    return text
