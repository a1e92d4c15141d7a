"""Rules for the lines of statements as they were written: nodes with their places, expressions not checked yet."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from dekret.banklines.language import Choice, Direction, TextColumn
from dekret.banklines.patterns import Pattern
from dekret.expr.cells import Formula
from dekret.syntax.nodes import Cell
from dekret.text.source import Span


@dataclass(frozen=True, slots=True)
class Look:
    """A cell of patterns: one that is not negated has to fit, if there are such, and none that is negated may."""

    column: TextColumn
    cell: Cell
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule: its conditions, then what it proposes. `least` and `most` are amounts without their sign.

    It `is_whole` where every condition that was written could be read; of another nothing certain can be said.
    """

    span: Span = field(compare=False)
    code: str
    code_place: Span = field(compare=False)
    is_whole: bool
    direction: Direction | None
    looks: tuple[Look, ...]
    least: Decimal | None
    most: Decimal | None
    condition: Formula | None
    points: int
    account: Formula | None
    category: str | None
    party: str | None
    description: Formula | None

    @property
    def takes_all(self) -> bool:
        """Whether the rule has no condition at all."""
        conditions = (self.direction, self.condition, self.least, self.most)
        return self.is_whole and not self.looks and all(each is None for each in conditions)


@dataclass(frozen=True, slots=True)
class LineRules:
    """The rules of one symbol, as the table has them. `version` is the hash of the file's text."""

    span: Span = field(compare=False)
    symbol: str
    name: str
    choice: Choice
    rules: tuple[LineRule, ...]
    version: str
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None

    @property
    def tried(self) -> tuple[LineRule, ...]:
        """The rules in the order in which the first that fits is taken: as written, or those with most points first."""
        if self.choice is Choice.FIRST:
            return self.rules
        return tuple(sorted(self.rules, key=lambda rule: -rule.points))
