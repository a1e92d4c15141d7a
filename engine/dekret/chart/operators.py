"""Operators of filters: the words of the window (seeds/001:3942)."""

from enum import Enum

from dekret.syntax.schema import Word


class Operator(Enum):
    """How a field is held against values; the words are those of the window."""

    EQUAL = Word("Jest równe", "Equals", ("=",))
    NOT_EQUAL = Word("Nie jest równe", "Does not equal", ("<>",))
    GREATER = Word("Jest większe niż", "Is greater than", (">",))
    AT_LEAST = Word("Jest większe lub równe", "Is greater than or equal to", (">=",))
    LESS = Word("Jest mniejsze niż", "Is less than", ("<",))
    AT_MOST = Word("Jest mniejsze lub równe", "Is less than or equal to", ("<=",))
    BETWEEN = Word("Między", "Between", ("Jest między",))
    NOT_BETWEEN = Word("Nie między", "Not between")
    CONTAINS = Word("Zawiera", "Contains")
    NOT_CONTAINS = Word("Nie zawiera", "Does not contain")
    BEGINS = Word("Zaczyna się od", "Begins with")
    ENDS = Word("Kończy się na", "Ends with")
    LIKE = Word("Jest jak", "Is like", ("LIKE",))
    NOT_LIKE = Word("Nie jest jak", "Is not like", ("NOT LIKE",))
    EMPTY = Word("Jest puste", "Is blank")
    NOT_EMPTY = Word("Nie jest puste", "Is not blank")
    ONE_OF = Word("Jest jednym z", "Is any of", ("IN",))
    NONE_OF = Word("Nie jest żadnym z", "Is none of", ("NOT IN",))


def value_counts(operator: Operator) -> tuple[int, int]:
    """How many values an operator takes, at least and at most."""
    match operator:
        case Operator.EMPTY | Operator.NOT_EMPTY:
            return 0, 0
        case Operator.BETWEEN | Operator.NOT_BETWEEN:
            return 2, 2
        case Operator.ONE_OF | Operator.NONE_OF:
            return 1, 1000
        case _:
            return 1, 1
