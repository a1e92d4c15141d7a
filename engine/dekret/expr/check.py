"""From nodes to a checked expression: kinds, conversions, macros. Finds every error before anything runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from dekret.expr import calls, problems, runtime
from dekret.expr.collation import fold
from dekret.expr.core import (
    NULL,
    All,
    Any,
    Apply,
    Choose,
    Compare,
    Condition,
    Constant,
    Core,
    Given,
    Let,
    Load,
    Matches,
    Missing,
    Not,
    OneOf,
    Operator,
    once,
)
from dekret.expr.kinds import Form, Kind, Type, unified
from dekret.expr.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Call,
    Case,
    Cast,
    Comparison,
    InList,
    IsNull,
    Like,
    Located,
    Macro,
    Name,
    Negation,
    Node,
    Null,
    Number,
    Parenthesis,
    Sign,
    Text,
)
from dekret.expr.vocabulary import MacroSpec, Vocabulary
from dekret.text.diagnostic import Finding, Problem, Severity
from dekret.text.wording import Value, Wording

_LONGEST_NUMBER = 38
_ARITHMETIC = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "%": "remainder"}


@dataclass(frozen=True, slots=True)
class Use:
    """A macro where it is used."""

    spec: MacroSpec
    argument: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Checked:
    """An expression after the check: `core` is None where an error was found. `uses` are its macros."""

    core: Core | Condition | None
    type: Type
    uses: tuple[Use, ...]
    findings: tuple[Finding, ...]

    @property
    def value(self) -> Core:
        """The core of an expression that is not a condition."""
        assert isinstance(self.core, Core)
        return self.core

    @property
    def condition(self) -> Condition:
        """The core of a condition."""
        assert isinstance(self.core, Condition)
        return self.core


def check(node: Node, words: Vocabulary, expected: Kind | None) -> Checked:
    """The checked expression, and all that is wrong with it.

    `expected` is the kind its place needs: CONDITION, or the kind of a value; None for a value of any kind.
    """
    checker = Checker(words)
    if expected is Kind.CONDITION:
        condition = checker.condition(node)
        return checker.result(condition, Type(Kind.CONDITION))
    value = checker.value(node)
    if value is not None and expected is not None:
        value = checker.fitted(value, node, expected)
    return checker.result(value, value.type if value else Type(expected or Kind.UNKNOWN))


class Checker:
    """Checks one expression; everything found on the way is kept in it."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.uses: list[Use] = []
        self.findings: list[Finding] = []
        self.kept = 0

    def fresh(self) -> int:
        """A number for a value that is kept."""
        self.kept += 1
        return self.kept

    def error(self, problem: Problem, node: Located, **values: Value) -> None:
        self.findings.append(problem.found(node.start, node.end, **values))

    def result(self, core: Core | Condition | None, type_: Type) -> Checked:
        wrong = any(finding.severity is Severity.ERROR for finding in self.findings)
        return Checked(None if wrong else core, type_, tuple(self.uses), tuple(self.findings))

    def fitted(self, value: Core, node: Node, expected: Kind) -> Core | None:
        """The value if its place takes its kind."""
        kind = value.type.kind
        if kind is expected or kind is Kind.UNKNOWN:
            return value
        if value.type.is_text and expected in (Kind.TEXT, Kind.ACCOUNT):
            return value
        if expected is Kind.DATE and (date := calls.as_date(value)):
            return date
        self.error(problems.WRONG_KIND, node, found=kind.value, wanted=expected.value)
        return None

    # --- values

    def value(self, node: Node) -> Core | None:
        match node:
            case Number():
                return self._number(node)
            case Text(value=text):
                return Constant(Type(Kind.TEXT), text)
            case Null():
                return NULL
            case Macro():
                return self._macro(node)
            case Name():
                self._unknown_name(node)
                return None
            case Call():
                return calls.call(self, node)
            case Cast():
                return calls.converted(self, node)
            case Case():
                return self._case(node)
            case Arithmetic():
                return self._arithmetic(node)
            case Sign():
                return self._sign(node)
            case Parenthesis(inner=inner):
                return self.value(inner)
            case _:
                self.condition(node)
                self.error(problems.NOT_A_VALUE, node)
                return None

    def _number(self, node: Number) -> Core | None:
        if len(node.value.as_tuple().digits) > _LONGEST_NUMBER or node.end - node.start > 2 * _LONGEST_NUMBER:
            self.error(problems.NUMBER_TOO_LONG, node, limit=_LONGEST_NUMBER)
            return None
        return Constant(Type(Kind.NUMBER, whole=node.whole), node.value)

    def _macro(self, node: Macro) -> Core | None:
        spec = self.words.find(node.name)
        if spec is None:
            self._unknown_macro(node)
            return None
        argument: str | None = None
        if spec.argument:
            match node.arguments:
                case (Text(value=text),):
                    argument = text
                case _:
                    self.error(problems.MACRO_ARGUMENT, node, name=spec.name, argument=spec.argument)
                    return None
        elif node.arguments:
            self.error(problems.NO_MACRO_ARGUMENT, node, name=spec.name)
            return None
        self.uses.append(Use(spec, argument, node.start, node.end))
        return Load(spec.type, spec.name, argument)

    def _unknown_macro(self, node: Macro) -> None:
        elsewhere = self.words.elsewhere.get(node.name.casefold())
        if elsewhere:
            self.error(problems.UNAVAILABLE_MACRO, node, name=node.name, where=elsewhere)
            return
        near = self.words.nearest(node.name)
        advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
        self.error(problems.UNKNOWN_MACRO, node, name=node.name, advice=advice, page=self.words.page)

    def _unknown_name(self, node: Name) -> None:
        near = self.words.nearest(node.name)
        advice = Wording("", "")
        if near:
            advice = Wording(f"Makro zaczyna się od @: {near}? ", f"A macro starts with @: {near}? ")
        self.error(problems.UNKNOWN_NAME, node, name=node.name, advice=advice)

    def _case(self, node: Case) -> Core | None:
        subject = self.value(node.subject) if node.subject else None
        conditions: list[Condition | None] = []
        values: list[Core | None] = []
        for branch in node.branches:
            if node.subject is None:
                conditions.append(self.condition(branch.condition))
            else:
                other = self.value(branch.condition)
                conditions.append(self.compared("=", (subject, node.subject), (other, branch.condition)))
            values.append(self.value(branch.value))
        otherwise = self.value(node.otherwise) if node.otherwise else NULL
        nodes = [*(branch.value for branch in node.branches), node.otherwise or node]
        type_ = self.united([*values, otherwise], nodes)
        if type_ is None or otherwise is None or None in conditions:
            return None
        if node.subject is None:
            return Choose(type_, _branches(conditions, values), otherwise)
        place = self.fresh()
        kept, pairs = once(cast("list[Compare]", conditions), place)
        chosen = Choose(type_, _branches(pairs, values), otherwise)
        return Let(type_, place, kept, chosen) if kept else chosen

    def united(self, values: Iterable[Core | None], nodes: Iterable[Node]) -> Type | None:
        """The type of one of several values; an error at the first that does not go with those before."""
        so_far: Type | None = None
        for value, node in zip(values, nodes, strict=True):
            if value is None:
                return None
            together = unified((so_far, value.type)) if so_far else value.type
            if together is None:
                assert so_far
                self.error(problems.RESULTS_DIFFER, node, kind=value.type.kind.value, other=so_far.kind.value)
                return None
            so_far = together
        return so_far

    def _arithmetic(self, node: Arithmetic) -> Core | None:
        left, right = self.value(node.left), self.value(node.right)
        if left is None or right is None:
            return None
        kinds = {left.type.kind, right.type.kind} - {Kind.UNKNOWN}
        nullable = left.type.nullable or right.type.nullable
        if node.operator == "+" and kinds <= {Kind.TEXT, Kind.ACCOUNT} and kinds:
            return Apply(Type(Kind.TEXT, nullable), "join", (left, right))
        if not kinds <= {Kind.NUMBER}:
            self._mixed(node, left, right)
            return None
        whole = left.type.whole and right.type.whole
        if node.operator in "/%" and isinstance(right, Constant) and right.value == 0:
            self.error(problems.DIVISION_BY_ZERO, node.right)
            return None
        if node.operator == "/" and whole:
            self.error(problems.INTEGER_DIVISION, node)
            return None
        both = unified((left.type, right.type))
        form = both.form if both else Form.EXACT
        if node.operator == "/" and form is Form.EXACT:
            form = Form.QUOTIENT
        return Apply(Type(Kind.NUMBER, True, whole, form), _ARITHMETIC[node.operator], (left, right))

    def _mixed(self, node: Arithmetic, left: Core, right: Core) -> None:
        kinds = {left.type.kind, right.type.kind}
        if Kind.DATE in kinds:
            advice = Wording(
                "Datę przesuwa DATEADD, różnicę dat liczy DATEDIFF, tekst z daty robi CONVERT(VARCHAR(10), data, 104).",
                "DATEADD moves a date, DATEDIFF counts between dates, CONVERT(VARCHAR(10), date, 104) writes one.",
            )
        elif node.operator == "+":
            advice = Wording(
                "Liczbę w tekście zapisuje CAST(liczba AS VARCHAR(20)) albo CONCAT(…).",
                "CAST(number AS VARCHAR(20)) or CONCAT(…) writes a number into a text.",
            )
        else:
            advice = Wording("Działania wymagają liczb.", "Arithmetic needs numbers.")
        self.error(
            problems.MIXED_KINDS,
            node,
            operator=node.operator,
            left=left.type.kind.value,
            right=right.type.kind.value,
            advice=advice,
        )

    def _sign(self, node: Sign) -> Core | None:
        operand = self.value(node.operand)
        if operand is None:
            return None
        if operand.type.kind not in (Kind.NUMBER, Kind.UNKNOWN):
            self.error(problems.WRONG_KIND, node.operand, found=operand.type.kind.value, wanted=Kind.NUMBER.value)
            return None
        return operand if node.operator == "+" else Apply(operand.type, "negative", (operand,))

    # --- conditions

    def condition(self, node: Node) -> Condition | None:
        match node:
            case AnyOf(operands=operands):
                found = [self.condition(operand) for operand in operands]
                return None if None in found else Any(tuple(c for c in found if c))
            case AllOf(operands=operands):
                found = [self.condition(operand) for operand in operands]
                return None if None in found else All(tuple(c for c in found if c))
            case Negation(operand=operand):
                inner = self.condition(operand)
                return Not(inner) if inner else None
            case Parenthesis(inner=inside):
                return self.condition(inside)
            case Comparison():
                left, right = self.value(node.left), self.value(node.right)
                return self.compared(cast("Operator", node.operator), (left, node.left), (right, node.right))
            case IsNull():
                value = self.value(node.operand)
                return _negated(Missing(value), node.negated) if value else None
            case Like():
                return self._like(node)
            case InList():
                return self._in_list(node)
            case Between():
                return self._between(node)
            case _:
                if self.value(node) is not None:
                    self.error(problems.NOT_A_CONDITION, node)
                return None

    def compared(
        self, operator: Operator, left: tuple[Core | None, Node], right: tuple[Core | None, Node]
    ) -> Compare | None:
        """A comparison of two values, brought to one kind and to the form in which they compare."""
        pair = self._brought_together(left, right)
        if pair is None:
            return None
        a, b = pair
        if a.type.is_text:
            form = "fold" if operator in ("=", "<>") else "sort_key"
            return Compare(operator, _formed(form, a), _formed(form, b))
        return Compare(operator, a, b)

    def _brought_together(
        self, left: tuple[Core | None, Node], right: tuple[Core | None, Node]
    ) -> tuple[Core, Core] | None:
        (a, left_node), (b, right_node) = left, right
        for value, node in (left, right):
            if value is NULL:
                self.error(problems.COMPARE_NULL, node)
                return None
        if a is None or b is None:
            return None
        if a.type.kind is b.type.kind or (a.type.is_text and b.type.is_text):
            return a, b
        converted_a = self.like_the_other(a, b, left_node)
        converted_b = self.like_the_other(b, a, right_node)
        if converted_a or converted_b:
            return converted_a or a, converted_b or b
        kinds = {"left": a.type.kind.value, "right": b.type.kind.value}
        self.error(problems.KINDS_DIFFER, right_node, **kinds, advice=_comparison_advice(a, b, left_node, right_node))
        return None

    def like_the_other(self, value: Core, other: Core, node: Node) -> Core | None:
        """A constant text read as a date or a number, where the other side is one."""
        if not isinstance(value, Constant) or not isinstance(value.value, str):
            return None
        if other.type.kind is Kind.DATE:
            return calls.as_date(value)
        if other.type.kind is Kind.NUMBER:
            number = runtime.text_as_number(value.value)
            if number is not None:
                self.error(problems.NUMBER_IN_TEXT, node, number=f"{number:f}")
                return Constant(Type(Kind.NUMBER, whole="." not in value.value), number)
        return None

    def _like(self, node: Like) -> Condition | None:
        operand, pattern = self.value(node.operand), self.value(node.pattern)
        escape: str | None = None
        if node.escape:
            match node.escape:
                case Text(value=text) if len(text) == 1:
                    escape = text
                case _:
                    self.error(problems.BAD_ESCAPE, node.escape)
                    return None
        for value, part in ((operand, node.operand), (pattern, node.pattern)):
            if value is not None and not value.type.is_text:
                self.error(problems.WRONG_KIND, part, found=value.type.kind.value, wanted=Kind.TEXT.value)
                return None
        if operand is None or pattern is None:
            return None
        return _negated(Matches(operand, pattern, escape), node.negated)

    def _in_list(self, node: InList) -> Condition | None:
        operand = self.value(node.operand)
        options = [(self.value(option), option) for option in node.options]
        if operand is None or any(option is None for option, _ in options):
            return None
        compared = [self.compared("=", (operand, node.operand), option) for option in options if option[0] is not NULL]
        if None in compared:
            return None
        with_null = any(option is NULL for option, _ in options)
        pairs = tuple(condition for condition in compared if condition)
        constants = [pair.right.value for pair in pairs if isinstance(pair.right, Constant)]
        if len(constants) == len(pairs) and pairs:
            values = frozenset(value for value in constants if value is not None)
            return _negated(OneOf(pairs[0].left, values, with_null), node.negated)
        place = self.fresh()
        kept, pairs = once(pairs, place)
        unknown = [OneOf(pairs[0].left if pairs else operand, frozenset(), with_null=True)] if with_null else []
        found = Any((*pairs, *unknown))
        return _negated(Given(place, kept, found) if kept else found, node.negated)

    def _between(self, node: Between) -> Condition | None:
        operand = self.value(node.operand)
        low, high = self.value(node.low), self.value(node.high)
        above = self.compared(">=", (operand, node.operand), (low, node.low))
        below = self.compared("<=", (operand, node.operand), (high, node.high))
        if above is None or below is None:
            return None
        place = self.fresh()
        kept, pairs = once((above, below), place)
        return _negated(Given(place, kept, All(pairs)) if kept else All(pairs), node.negated)


def _branches(
    conditions: Iterable[Condition | None], values: Iterable[Core | None]
) -> tuple[tuple[Condition, Core], ...]:
    return cast("tuple[tuple[Condition, Core], ...]", tuple(zip(conditions, values, strict=True)))


def _negated(condition: Condition, negated: bool) -> Condition:  # noqa: FBT001 - a field of the node
    return Not(condition) if negated else condition


def _formed(form: str, value: Core) -> Core:
    """A text in the form in which it compares; constants at once."""
    if form == "fold" and isinstance(value, Constant) and isinstance(value.value, str):
        return Constant(value.type, fold(value.value))
    return Apply(value.type, form, (value,))


def _comparison_advice(a: Core, b: Core, left: Node, right: Node) -> Wording:
    for value, node, other in ((a, left, b), (b, right, a)):
        if isinstance(node, Number) and other.type.is_text:
            text = f"'{node.value}'"
            return Wording(f"Tekst zapisuje się w apostrofach: {text}.", f"A text stands in apostrophes: {text}.")
        if other.type.kind is Kind.DATE and value.type.is_text:
            return Wording("Datę zapisuje się jako '2026-01-31'.", "A date is written '2026-01-31'.")
    return Wording("Porównuj wartości tego samego rodzaju.", "Compare values of the same kind.")
