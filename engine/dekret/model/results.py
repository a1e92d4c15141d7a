"""The rows that a query gives: columns with their kinds, values as Python has them. Money is Decimal, never a float."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

Cell: TypeAlias = str | int | Decimal | dt.date | dt.datetime | bool | None
"""A value of a result. A datetime is also a date; its time counts where the column is of that kind."""


class ColumnKind(Enum):
    """What a column holds; what is none of these is shown as text."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column: its name as the query gives it."""

    name: str
    kind: ColumnKind


@dataclass(frozen=True, slots=True)
class ResultTable:
    """The rows of a query. `cut`: there are more, the limit was reached."""

    columns: tuple[ResultColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False

    def row(self, index: int) -> dict[str, Cell]:
        """One row by the names of its columns."""
        return {column.name: cell for column, cell in zip(self.columns, self.rows[index], strict=True)}
