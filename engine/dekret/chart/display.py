"""How a column is shown: its type of format and its format as a display format (seeds/002:2899-2985)."""

from typing import cast

from dekret.chart.definitions import UserColumn
from dekret.values.display_formats import DisplayFormat, FormatType, display_format


def format_of(column: UserColumn) -> DisplayFormat | None:
    """The format of a column; None where what was written is no format of its type."""
    return display_format(cast("FormatType", column.format_type.value.pl), column.format)
