"""The conditions of a rule as Python: a piece of source for every cell, and the names that it uses.

`compile` joins the pieces of all rules into one function, `explain` runs each piece by itself, so that both say the
same. Source is made here, of the table of columns alone; what a user wrote stands in the names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import localcontext
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from dekret.banklines import language
from dekret.banklines.language import TEXT_COLUMNS, Direction
from dekret.banklines.macros import Reader, readers_of
from dekret.banklines.patterns import Form, Pattern, folded, like, phrase, pieces
from dekret.expr import compile as expressions
from dekret.expr.compile import Layout
from dekret.values.rounding import CONTEXT

if TYPE_CHECKING:
    from dekret.banklines.check import CheckedRule
    from dekret.banklines.macros import Around
    from dekret.banklines.nodes import Look
    from dekret.expr.check import Checked
    from dekret.expr.compile import Row
    from dekret.expr.kinds import Value
    from dekret.model.statements import BankLine
    from dekret.syntax.schema import Word

T = TypeVar("T")
Of: TypeAlias = "Callable[[BankLine, Around], T]"
"""What is computed of a line and of what is around it."""

_KEPT: Mapping[str, str] = {
    "into": "line.amount > 0",
    "out": "line.amount < 0",
    "size": "line.amount.copy_abs()",
    **{
        f"text_{source}": f"folded(line.{source})" if column.folded else f"line.{source}"
        for column in TEXT_COLUMNS
        for source in column.sources
    },
}
"""What is computed of a line once, when the first rule that looks at it is reached: its variable, its Python."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition of a rule: the column it stands in, Python over variables of `_KEPT`, and the names in it."""

    word: Word
    source: str
    needs: tuple[str, ...] = ()
    names: Mapping[str, object] = field(default_factory=dict)

    def function(self) -> Of[bool]:
        """The condition as a function of its own."""
        return cast("Of[bool]", function([([self], Result("True"))], "False"))


@dataclass(frozen=True, slots=True)
class Result:
    """What is returned where clauses hold: Python over `line` and `around`, and the names in it."""

    source: str
    names: Mapping[str, object] = field(default_factory=dict)


def function(steps: Iterable[tuple[Sequence[Clause], Result]], otherwise: str) -> Of[object]:
    """A function of `line` and `around` that returns what stands with the first clauses all of which hold."""
    lines = ["def chosen(line, around):"]
    names: dict[str, object] = {"folded": folded}
    kept: set[str] = set()
    for clauses, result in steps:
        for clause in clauses:
            lines += [f"    {need} = {_KEPT[need]}" for need in clause.needs if need not in kept]
            kept.update(clause.needs)
            names |= clause.names
        condition = " and ".join(clause.source for clause in clauses) or "True"
        lines += [f"    if {condition}:", f"        return {result.source}"]
        names |= result.names
    lines.append(f"    return {otherwise}")
    exec(compile("\n".join(lines), "<wyciag>", "exec"), names)  # noqa: S102 - made here, see above
    return cast("Of[object]", names["chosen"])


def clauses_of(checked: CheckedRule, number: int) -> Iterator[Clause]:
    """The conditions of a rule, the cheapest first; the number keeps the names of its rules apart."""
    rule = checked.rule
    if rule.direction:
        kept = "into" if rule.direction is Direction.IN else "out"
        yield Clause(language.DIRECTION.word, kept, (kept,))
    if rule.least is not None:
        name = f"least{number}"
        yield Clause(language.LEAST.word, f"size >= {name}", ("size",), {name: rule.least})
    if rule.most is not None:
        name = f"most{number}"
        yield Clause(language.MOST.word, f"size <= {name}", ("size",), {name: rule.most})
    for place, look in enumerate(rule.looks):
        yield _look(look, f"{number}_{place}")
    if checked.condition:
        name = f"holds{number}"
        yield Clause(language.CONDITION.word, f"{name}(line, around)", (), {name: holds(checked.condition)})


def _look(look: Look, number: str) -> Clause:
    """A cell of patterns over all the fields of its column."""
    names: dict[str, object] = {}
    texts = tuple(f"text_{source}" for source in look.column.sources)
    wanted: list[str] = []
    excluded: list[str] = []
    for place, pattern in enumerate(look.patterns):
        name = f"{number}_{place}"
        (excluded if pattern.negated else wanted).extend(_found(pattern, text, name) for text in texts)
        names |= _names(pattern, name)
    parts = [f"({' or '.join(wanted)})"] if wanted else []
    parts += [f"not ({' or '.join(excluded)})"] if excluded else []
    return Clause(look.column.field.word, " and ".join(parts), texts, names)


def _found(pattern: Pattern, text: str, name: str) -> str:
    """Python that says whether a text fits a pattern, whether negated aside.

    A regular expression is asked only where a piece that every fitting text has is there.
    """
    match pattern.form:
        case Form.WITHIN:
            return f"n{name} in {text}"
        case Form.FIRST:
            return f"{text}.startswith(n{name})"
        case Form.LAST:
            return f"{text}.endswith(n{name})"
        case Form.WHOLE:
            return f"{text} == n{name}"
        case Form.PHRASE | Form.LIKE:
            return f"(n{name} in {text} and m{name}({text}))"


def _names(pattern: Pattern, name: str) -> dict[str, object]:
    match pattern.form:
        case Form.PHRASE:
            return {f"n{name}": pattern.text, f"m{name}": phrase(pattern.text).search}
        case Form.LIKE:
            return {f"n{name}": max(pieces(pattern), key=len), f"m{name}": like(pattern.text).match}
        case _:
            return {f"n{name}": pattern.text}


# --- expressions


def holds(checked: Checked) -> Of[bool]:
    """Whether a condition is true; unknown is not true."""
    layout = Layout()
    return _over(expressions.compile_condition(checked.condition, layout), layout)


def fails(checked: Checked) -> Of[bool]:
    """Whether a condition is false; neither true nor false is unknown."""
    layout = Layout()
    return _over(expressions.compile_refutation(checked.condition, layout), layout)


def value_of(checked: Checked) -> Of[Value]:
    """The value of an expression."""
    layout = Layout()
    return _over(expressions.compile_value(checked.value, layout), layout)


def _over(compiled: Callable[[Row], T], layout: Layout) -> Of[T]:
    """A compiled expression with what fetches the values it takes, in the arithmetic of the house."""
    readers: Sequence[Reader] = readers_of(layout)

    def run(line: BankLine, around: Around) -> T:
        with localcontext(CONTEXT):
            return compiled([read(line, around) for read in readers])

    return run
