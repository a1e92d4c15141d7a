"""Rules for lines as one function: what runs for every line of a statement.

All conditions of all rules are one generated function, in the order in which the rules are tried: a text is folded
once, when the first rule that looks at it is reached, and the first rule that fits ends it. Holds nothing of how the
lines were read or what becomes of the proposals.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, cast

from dekret.banklines.check import CheckedRule, CheckedRules
from dekret.banklines.conditions import Result, clauses_of, function, value_of
from dekret.banklines.macros import Around
from dekret.expr.check import Checked
from dekret.expr.core import Constant
from dekret.expr.kinds import Value
from dekret.model.accounts import is_code
from dekret.model.statements import BankLine


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a rule proposes for a line; None leaves what is there.

    An account that cannot be one, as it was put together of an empty code, is left out.
    """

    rule: str
    account: str | None
    category: str | None
    party: str | None
    description: str | None


_Made: TypeAlias = Callable[[BankLine, Around], Proposed]
_Choice: TypeAlias = Callable[[BankLine, Around], Proposed | None]


@dataclass(frozen=True, slots=True)
class Proposer:
    """Rules ready to run."""

    checked: CheckedRules
    propose: _Choice
    """What the rule that is taken proposes for a line; None where no rule fits."""


def compile_rules(checked: CheckedRules) -> Proposer:
    """The rules as functions. Only for rules that were checked without errors."""
    steps = [(list(clauses_of(rule, number)), _result(rule, number)) for number, rule in enumerate(checked.tried)]
    return Proposer(checked, cast("_Choice", function(steps, "None")))


def _result(checked: CheckedRule, number: int) -> Result:
    """The proposal of a rule: one for all lines where nothing of it depends on the line, else what makes it."""
    made = _made(checked)
    name = f"result{number}"
    return Result(name if isinstance(made, Proposed) else f"{name}(line, around)", {name: made})


def _made(checked: CheckedRule) -> Proposed | _Made:
    rule = checked.rule
    account, description = _text_of(checked.account), _text_of(checked.description)
    if not callable(account) and not callable(description):
        return Proposed(rule.code, account, rule.category, rule.party, description)

    def make(line: BankLine, around: Around) -> Proposed:
        return Proposed(
            rule.code,
            _account(account(line, around)) if callable(account) else account,
            rule.category,
            rule.party,
            description(line, around) if callable(description) else description,
        )

    return make


def _account(code: str | None) -> str | None:
    return code if code and is_code(code) else None


def _text_of(checked: Checked | None) -> str | Callable[[BankLine, Around], str | None] | None:
    """The text of a cell, or what computes it; None where it is empty or NULL."""
    if checked is None:
        return None
    if isinstance(checked.core, Constant):
        return _said(checked.core.value)
    compute = value_of(checked)
    return lambda line, around: _said(compute(line, around))


def _said(value: Value) -> str | None:
    """A text as a proposal has it; the check has made sure that it is one."""
    assert value is None or isinstance(value, str)
    return (value.strip() or None) if value else None
