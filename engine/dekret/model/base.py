"""What all records share: frozen, no unknown field, money as `Decimal` and never as a float."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from dekret.values.rounding import GROSZ


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _no_float(value: object) -> object:
    """Refuses numbers that went through binary fractions; a number in quotes or a whole number passes."""
    if isinstance(value, float):
        raise ValueError("float")  # noqa: TRY004 - pydantic takes a ValueError for a wrong value
    return value


def _two_places(value: Decimal) -> Decimal:
    return value if value.as_tuple().exponent == -2 else value.quantize(GROSZ)


Money = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    Field(max_digits=18, decimal_places=2, allow_inf_nan=False),
    AfterValidator(_two_places),
]
"""An amount with two decimal places, up to 16 digits before them."""

Rate = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    Field(gt=0, max_digits=22, decimal_places=8, allow_inf_nan=False),
]
"""An exchange rate: PLN for one unit of the currency."""

Date = dt.date
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Symbol = Annotated[str, Field(min_length=1, max_length=50)]
