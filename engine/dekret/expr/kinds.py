"""Kinds of value: what a text, a number or a condition is to the checker."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from dekret.text.wording import Wording

Value: TypeAlias = str | Decimal | dt.date | None
"""What an expression gives: text and account as `str`, NULL as None; conditions are never values."""


class Kind(Enum):
    TEXT = Wording("tekst", "text")
    ACCOUNT = Wording("konto", "account")
    NUMBER = Wording("liczba", "number")
    DATE = Wording("data", "date")
    CONDITION = Wording("warunek", "condition")
    UNKNOWN = Wording("NULL", "NULL")
    """The kind of a bare NULL: fits anywhere."""


class Form(Enum):
    """How a number is written where it becomes a text; its value has all its digits in every form."""

    EXACT = "with the decimal places that it has"
    MONEY = "with two, as T-SQL writes MONEY"
    QUOTIENT = "with six, the others cut, as T-SQL divides short decimals"


@dataclass(frozen=True, slots=True)
class Type:
    """The kind of a value, whether it may be NULL; of a number whether it is surely whole, and its form."""

    kind: Kind
    nullable: bool = False
    whole: bool = False
    form: Form = Form.EXACT

    def or_null(self) -> "Type":
        return replace(self, nullable=True)

    @property
    def is_text(self) -> bool:
        return self.kind in (Kind.TEXT, Kind.ACCOUNT)


def shown(value: Value) -> str:
    """A value as an explanation shows it: 'text', 12.50, 2026-03-05, NULL."""
    match value:
        case None:
            return "NULL"
        case str():
            return f"'{value}'"
        case Decimal():
            return f"{value:f}"
        case _:
            return value.isoformat()


def unified(types: "tuple[Type, ...]") -> Type | None:
    """The type of a value that is one of these (CASE, COALESCE); None where they do not go together.

    >>> unified((Type(Kind.NUMBER), Type(Kind.UNKNOWN, nullable=True))).nullable
    True
    >>> unified((Type(Kind.NUMBER), Type(Kind.TEXT))) is None
    True
    """
    known = [type_ for type_ in types if type_.kind is not Kind.UNKNOWN]
    nullable = any(type_.nullable for type_ in types)
    kinds = {type_.kind for type_ in known}
    if not kinds:
        return Type(Kind.UNKNOWN, nullable=True)
    if kinds == {Kind.TEXT, Kind.ACCOUNT}:
        kinds = {Kind.TEXT}
    if len(kinds) > 1 or Kind.CONDITION in kinds:
        return None
    return Type(kinds.pop(), nullable, whole=all(type_.whole for type_ in known), form=_form(known))


def _form(types: list[Type]) -> Form:
    """MONEY gives way to decimals, but not to whole numbers; one that was divided stays so."""
    forms = {type_.form for type_ in types if not type_.whole}
    if Form.QUOTIENT in forms:
        return Form.QUOTIENT
    return Form.MONEY if forms == {Form.MONEY} else Form.EXACT
