"""Cells that hold expressions: conditions and values, and accounts, which may also stand bare."""

import re
from dataclasses import dataclass

from dekret.expr import problems
from dekret.expr.check import Checked, check
from dekret.expr.format import format_expression
from dekret.expr.kinds import Kind
from dekret.expr.nodes import Arithmetic, Node, Text
from dekret.expr.parse import parse
from dekret.expr.vocabulary import Vocabulary
from dekret.syntax.nodes import Cell
from dekret.syntax.problems import PASTED_CHARACTERS
from dekret.syntax.read import Record
from dekret.syntax.schema import CellKind, Field, Parsed
from dekret.text.report import Report
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression and the cell it stands in."""

    cell: Cell
    node: Node


def formula_of(record: Record, field: Field[Node]) -> Formula | None:
    """The expression of a field; None where it is empty or wrong."""
    cell, node = record.cell(field), record.get(field)
    return Formula(cell, node) if cell and node else None


def check_formula(formula: Formula | None, words: Vocabulary, kind: Kind | None, report: Report) -> Checked | None:
    """An expression checked; what is wrong with it goes to the report, at its place in the cell."""
    if formula is None:
        return None
    checked = check(formula.node, words, kind)
    report.extend(finding.at(formula.cell.place(finding.start, finding.end)) for finding in checked.findings)
    return checked


_DASHES = "–—−‐‑"
_PLAIN_DASHES = str.maketrans(dict.fromkeys(_DASHES, "-"))
_BARE = re.compile(rf"[^\W_][\w./\-{_DASHES}]*")
_WITH_BLANKS = re.compile(rf"\d[\w./\-{_DASHES}]*(?:\s+[\w./\-{_DASHES}]+)+")
_WITH_MACRO = re.compile(rf"(?!(?:CASE|NOT)\b)([^\W_][\w./\-{_DASHES}]*)\s*(@\w+)", re.IGNORECASE)


def read_account(text: str) -> Parsed[Node]:
    """An account: bare as 202-2-1, or an expression that gives one.

    What reads as arithmetic that starts with a bare word or number was meant for an account all the same.

    >>> read_account("202-2-1").value
    Text(start=0, end=7, value='202-2-1')
    >>> read_account("501-@KategoriaNag").findings[0].problem.id
    'expr/account-with-macro'
    """
    if _BARE.fullmatch(text):
        pasted = tuple(
            PASTED_CHARACTERS.found(place, place + 1) for place, letter in enumerate(text) if letter in _DASHES
        )
        return Parsed(Text(0, len(text), text.translate(_PLAIN_DASHES)), pasted)
    parsed = parse(text)
    if parsed.value is not None and not isinstance(parsed.value, Arithmetic):
        return parsed
    if found := _WITH_MACRO.match(text):
        bare = found[1].translate(_PLAIN_DASHES)
        return Parsed(None, (problems.ACCOUNT_WITH_MACRO.found(0, len(text), bare=f"'{bare}'", macro=found[2]),))
    if _WITH_BLANKS.fullmatch(text):
        return Parsed(None, (problems.ACCOUNT_WITH_BLANKS.found(0, len(text), account="".join(text.split())),))
    return parsed


def tidy_expression(text: str) -> str:
    """The expression written the one way; untouched where it cannot be read."""
    parsed = parse(text)
    return text if parsed.value is None else format_expression(parsed.value)


def tidy_account(text: str) -> str:
    return text.translate(_PLAIN_DASHES) if _BARE.fullmatch(text) else tidy_expression(text)


CONDITION = CellKind(Wording("warunek", "condition"), parse, tidy_expression)
AMOUNT = CellKind(Wording("wyrażenie dające liczbę", "expression that gives a number"), parse, tidy_expression)
TEXT = CellKind(Wording("wyrażenie dające tekst", "expression that gives a text"), parse, tidy_expression)
DATE = CellKind(Wording("wyrażenie dające datę", "expression that gives a date"), parse, tidy_expression)
ACCOUNT = CellKind(
    Wording("konto albo wyrażenie dające konto", "account, or expression that gives one"), read_account, tidy_account
)
