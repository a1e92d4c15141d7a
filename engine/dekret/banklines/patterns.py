"""Patterns in the cells Tytuł, Kontrahent, Operacja and Rachunek: how they are written, and which of two is wider.

How a text is looked through for them is the business of `compile`. Why a pattern without `%` is a phrase and `nie`
excludes: engine/decisions/0014.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from dekret.banklines import problems
from dekret.expr import collation
from dekret.expr.collation import fold
from dekret.syntax.schema import CellKind, Parsed
from dekret.text.diagnostic import Finding
from dekret.text.wording import Wording
from dekret.values.identifiers import is_iban, is_nrb


class Form(Enum):
    """Where the text of a pattern has to stand."""

    PHRASE = "anywhere, with no letter or digit right before or behind it"
    WITHIN = "anywhere"
    FIRST = "at the beginning"
    LAST = "at the end"
    WHOLE = "as the whole text"
    LIKE = "as LIKE has it: % any text, _ one character"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of a cell, ready to be compared with a `folded` text; `start` and `end` are places in the cell."""

    start: int = field(compare=False)
    end: int = field(compare=False)
    form: Form
    text: str
    negated: bool


def folded(text: str) -> str:
    r"""A text as it is searched: without letter case, with one blank for every run of blanks and line breaks.

    >>> folded("  OPŁATA \n za   przelew ")
    'opłata za przelew'
    """
    plain = " ".join(text.split())
    return plain.lower() if plain.isascii() else fold(plain)


# --- reading

_NOT = re.compile(r"(?:nie|not)\s+", re.IGNORECASE)
_PERCENTS = re.compile("%{2,}")


@dataclass(frozen=True, slots=True)
class _Written:
    """One of the patterns of a cell as it was written, without its `nie`."""

    start: int
    end: int
    text: str
    negated: bool


def read_texts(text: str) -> Parsed[tuple[Pattern, ...]]:
    """The patterns of a text cell.

    >>> read_texts("prowizja, %opłat%, nie zwrot%").value[2]
    Pattern(start=19, end=29, form=<Form.FIRST: 'at the beginning'>, text='zwrot', negated=True)
    >>> read_texts("prowizja, nie %").findings[0].problem.id
    'lines/matches-nothing'
    """
    return _read(text, _text_pattern)


def read_accounts(text: str) -> Parsed[tuple[Pattern, ...]]:
    """The patterns of account numbers, blanks and hyphens left out: a whole number, or a part of one and `%`.

    >>> read_accounts("61 1090 1014 0000 0712 1981 2874").value[0].form, read_accounts("__10100071%").value[0].form
    (<Form.WHOLE: 'as the whole text'>, <Form.LIKE: 'as LIKE has it: % any text, _ one character'>)
    >>> read_accounts("62 1090 1014 0000 0712 1981 2874").findings[0].problem.id
    'lines/account-never'
    """
    return _read(text, _account_pattern)


def _read(text: str, read: Callable[[_Written], Pattern | Finding]) -> Parsed[tuple[Pattern, ...]]:
    patterns: list[Pattern] = []
    findings: list[Finding] = []
    for written in _parts(text):
        found = read(written)
        if isinstance(found, Pattern):
            patterns.append(found)
        else:
            findings.append(found)
    excluded = [pattern for pattern in patterns if pattern.negated]
    lost = [found for found in patterns if not found.negated and any(covers(each, found) for each in excluded)]
    findings += [problems.MATCHES_NOTHING.found(f.start, f.end, pattern=text[f.start : f.end]) for f in lost]
    return Parsed(None if findings else tuple(patterns), tuple(findings))


def _parts(text: str) -> Iterator[_Written]:
    place = 0
    for part in text.split(","):
        start = place + len(part) - len(part.lstrip())
        end = max(start, place + len(part.rstrip()))
        said = text[start:end]
        without = _NOT.match(said)
        yield _Written(start, end, said[without.end() :] if without else said, without is not None)
        place += len(part) + 1


def _text_pattern(written: _Written) -> Pattern | Finding:
    body = _PERCENTS.sub("%", folded(written.text))
    if not body:
        return problems.EMPTY_PATTERN.found(written.start, written.end)
    if "%" not in body:
        return Pattern(written.start, written.end, Form.PHRASE, body, written.negated)
    return _with_percents(written, body)


def _with_percents(written: _Written, body: str) -> Pattern | Finding:
    if body == "%":
        problem = problems.MATCHES_NOTHING if written.negated else problems.MATCHES_ALL
        return problem.found(written.start, written.end, pattern=("nie " if written.negated else "") + written.text)
    inner = body.strip("%")
    if "%" in inner or "_" in inner:
        return Pattern(written.start, written.end, Form.LIKE, body, written.negated)
    forms = {(True, True): Form.WITHIN, (False, True): Form.FIRST, (True, False): Form.LAST}
    form = forms[body.startswith("%"), body.endswith("%")]
    return Pattern(written.start, written.end, form, inner, written.negated)


_BETWEEN = re.compile(r"[\s.\-\u2010-\u2013]+")
_ACCOUNT = re.compile(r"[0-9A-Z%_]+")
_LONGEST_ACCOUNT = 34
_NRB = 26


def _account_pattern(written: _Written) -> Pattern | Finding:
    body = _PERCENTS.sub("%", _BETWEEN.sub("", written.text).upper())
    if body[:2] == "PL" and body[2:3].isdigit():
        body = body[2:]
    if not body:
        return problems.EMPTY_PATTERN.found(written.start, written.end)
    if reason := _never(body):
        return problems.ACCOUNT_NEVER.found(written.start, written.end, text=written.text, reason=reason)
    if "%" in body:
        return _with_percents(written, body)
    if body.isdigit() and len(body) != _NRB:
        return problems.PART_OF_ACCOUNT.found(written.start, written.end, text=written.text, digits=len(body))
    form = Form.LIKE if "_" in body else Form.WHOLE
    return Pattern(written.start, written.end, form, body, written.negated)


def _never(body: str) -> Wording | None:
    """Why no account can be like this."""
    fixed = body.replace("%", "")
    if not _ACCOUNT.fullmatch(body):
        return Wording("ma znaki, których rachunki nie mają", "it has characters that accounts do not have")
    if len(fixed) > (_NRB if fixed.isdigit() else _LONGEST_ACCOUNT):
        return Wording("jest za długi", "it is too long")
    if "_" in body or "%" in body:
        return None
    if (body.isdigit() and len(body) == _NRB and not is_nrb(body)) or (body[:2].isalpha() and not is_iban(body)):
        return Wording("cyfry kontrolne się nie zgadzają", "its check digits are wrong")
    return None


def tidy(text: str) -> str:
    """The patterns of a cell with one comma and blank between them; the patterns themselves as they are written."""
    return ", ".join(part.strip() for part in text.split(","))


TEXTS = CellKind(Wording("wzorce, po przecinku", "patterns, with commas"), read_texts, tidy)
ACCOUNTS = CellKind(
    Wording("rachunki albo ich początki z %, po przecinku", "accounts or beginnings with %"), read_accounts, tidy
)


# --- which is wider


def phrase(text: str) -> re.Pattern[str]:
    """What finds a phrase in a folded text: no letter or digit right before or behind it.

    >>> bool(phrase("zus").search("składki zus 01/26")), bool(phrase("zus").search("zuse"))
    (True, False)
    """
    before = r"(?<![^\W_])" if text[0].isalnum() else ""
    behind = r"(?![^\W_])" if text[-1].isalnum() else ""
    return re.compile(before + re.escape(text) + behind)


def like(text: str) -> re.Pattern[str]:
    """What matches a text that is LIKE this one; brackets mean themselves, as titles are full of them."""
    found = collation.pattern(text.replace("[", "[[]"), None)
    assert found
    return found


def covers(wide: Pattern, narrow: Pattern) -> bool:
    """Whether every text that fits the narrow pattern surely fits the wide one, too; whether negated aside.

    >>> opłata, opłaty = read_texts("%opłat%, opłaty za kartę").value
    >>> covers(opłata, opłaty), covers(opłaty, opłata)
    (True, False)
    """
    if (wide.form, wide.text) == (narrow.form, narrow.text):
        return True
    match wide.form:
        case Form.WITHIN:
            return any(wide.text in piece for piece in pieces(narrow))
        case Form.FIRST:
            return narrow.form in (Form.FIRST, Form.WHOLE, Form.LIKE) and pieces(narrow)[0].startswith(wide.text)
        case Form.LAST:
            return narrow.form in (Form.LAST, Form.WHOLE, Form.LIKE) and pieces(narrow)[-1].endswith(wide.text)
        case Form.PHRASE:
            return narrow.form is Form.PHRASE and phrase(wide.text).search(narrow.text) is not None
        case Form.LIKE:
            return narrow.form is Form.WHOLE and like(wide.text).match(narrow.text) is not None
        case _:
            return False


def pieces(pattern: Pattern) -> Sequence[str]:
    """What stands in every text that fits a pattern."""
    return re.split("[%_]", pattern.text) if pattern.form is Form.LIKE else (pattern.text,)


def all_covered(wide: Sequence[Pattern], narrow: Sequence[Pattern]) -> bool:
    """Whether every text that fits a cell of narrow patterns surely fits one of wide ones."""
    wanted = [pattern for pattern in wide if not pattern.negated]
    given = [pattern for pattern in narrow if not pattern.negated]
    if wanted and not given:
        return False
    if wanted and not all(any(covers(each, pattern) for each in wanted) for pattern in given):
        return False
    excluded = [pattern for pattern in narrow if pattern.negated]
    return all(any(covers(each, pattern) for each in excluded) for pattern in wide if pattern.negated)
