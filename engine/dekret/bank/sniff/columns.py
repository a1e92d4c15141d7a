"""The columns of a sample and what their values are; the one date mask and the one form of numbers of the file."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property

from dekret.bank.language import Form
from dekret.bank.numbers import CURRENCIES, read_amount
from dekret.bank.sniff.cells import (
    NumberForm,
    account_in,
    bare_amount,
    best_mask,
    has_time,
    is_amount_like,
    is_odd_amount,
    is_tax_id,
    looks_like_account,
    mask_of,
    masks_of,
    number_forms,
    plain_cell,
)
from dekret.bank.sniff.frame import Frame

_NEARLY_ALL = 0.9
_DECIMALS = re.compile(r".*[.,]\d{1,2}")
_SIDES = re.compile(r"[A-ZŁĄa-złą]{1,3}|[-+]|[Dd]ebit|[Cc]redit|DBIT|CRDT|(?i:obciążenie|uznanie)")


class Kind(Enum):
    """What the values of a column are."""

    EMPTY = "empty"
    DATE = "date"
    OTHER_DATE = "other date"
    TIME = "time"
    AMOUNT = "amount"
    WHOLE = "whole"
    ODD_AMOUNT = "odd amount"
    ACCOUNT = "account"
    TAX_ID = "tax id"
    CURRENCY = "currency"
    SIDE = "side"
    TEXT = "text"


@dataclass(frozen=True)
class Column:
    """A column: its place from 0, its title, the texts of its cells line by line, what they are."""

    index: int
    title: str
    texts: tuple[str, ...]
    quoted: bool
    kind: Kind

    @cached_property
    def filled(self) -> tuple[str, ...]:
        """The texts that are not empty."""
        return tuple(text for text in self.texts if text)

    @cached_property
    def distinct(self) -> int:
        return len(set(self.filled))

    @property
    def constant(self) -> bool:
        """Whether every line says the same; that a single line does means nothing."""
        return len(self.texts) > 1 and self.distinct == 1 and len(self.filled) == len(self.texts)

    @cached_property
    def length(self) -> float:
        """The mean length of the texts that are not empty."""
        return sum(map(len, self.filled)) / max(len(self.filled), 1)


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns, and how their dates and numbers are written; `other_masks` and `other_forms` would fit as well."""

    all: tuple[Column, ...]
    mask: str
    other_masks: tuple[str, ...]
    form: NumberForm
    other_forms: tuple[NumberForm, ...]

    def of(self, *kinds: Kind) -> list[Column]:
        """The columns of some kinds."""
        return [column for column in self.all if column.kind in kinds]

    def amounts(self, column: Column) -> list[Decimal | None]:
        """The amounts of a column, line by line; None where it is empty."""
        return [read_amount(bare_amount(text), Form.TWO, *self._separators) if text else None for text in column.texts]

    @property
    def _separators(self) -> tuple[str, str]:
        return self.form.decimal, self.form.thousands


def columns_of(frame: Frame, today: dt.date) -> Columns:
    """The columns of the lines of a sample."""
    texts = [tuple(plain_cell(row.cell(index)) for row in frame.lines) for index in range(frame.width)]
    dates = [index for index, each in enumerate(texts) if _mostly(each, lambda text: bool(masks_of(text)))]
    dates = _apart(dates, texts, frame.date)
    mask, other_masks = _mask([texts[index] for index in dates], texts[frame.date], today)
    rest = [each for index, each in enumerate(texts) if index not in dates]
    form, other_forms = _form(rest)
    found = []
    for index, each in enumerate(texts):
        kind = _kind(each, mask, form)
        if kind is Kind.DATE and index not in dates:
            kind = _number_kind(each, form)
        quoted = _quoted(frame, index)
        found.append(Column(index, frame.titles[index], each, quoted, kind))
    return Columns(tuple(found), mask, other_masks, form, other_forms)


def _quoted(frame: Frame, index: int) -> bool:
    cells = [row.cells[index] for row in frame.lines if index < len(row.cells)]
    return sum(cell.quoted for cell in cells) * 2 > len(cells)


def _mostly(texts: Sequence[str], fits: Callable[[str], object]) -> bool:
    """Whether nearly all texts that are not empty fit."""
    filled = [text for text in texts if text]
    return bool(filled) and sum(bool(fits(text)) for text in filled) >= _NEARLY_ALL * len(filled)


def _apart(dates: list[int], texts: Sequence[Sequence[str]], main: int) -> list[int]:
    """Without columns of bare digits where the main date has separators: those are numbers."""
    bare = all(text.isdigit() for text in texts[main] if text)
    return [
        index for index in dates if index == main or bare or not all(text.isdigit() for text in texts[index] if text)
    ]


def _mask(columns: list[tuple[str, ...]], main: tuple[str, ...], today: dt.date) -> tuple[str, tuple[str, ...]]:
    """The mask of all dates, or of the main ones where they differ, or of most of those."""
    dates = [tuple(text for text in column if masks_of(text)) for column in columns]
    found = best_mask(dates, today) or best_mask([main], today)
    if found:
        return found
    counts = Counter(mask for text in main for mask in masks_of(text))
    return (counts.most_common(1)[0][0] if counts else "RRRR-MM-DD"), ()


def _form(columns: list[tuple[str, ...]]) -> tuple[NumberForm, tuple[NumberForm, ...]]:
    """The form of all columns of amounts, or of the most there are."""
    money = [each for each in columns if _mostly(each, is_amount_like) and _mostly_not_account(each)]
    decimal = [each for each in money if any(_DECIMALS.fullmatch(bare_amount(text)) for text in each)]
    chosen = (
        decimal or [each for each in money if any(not text.lstrip("+-").isdigit() for text in each if text)] or money
    )
    every = number_forms(text for each in chosen for text in each if is_amount_like(text))
    if every:
        return every[0], every[1:]
    votes = Counter(form for each in chosen for form in number_forms(filter(is_amount_like, each)))
    return (votes.most_common(1)[0][0] if votes else NumberForm(",", "")), ()


def _mostly_not_account(texts: Sequence[str]) -> bool:
    return not _mostly(texts, lambda text: bool(account_in(text)) or looks_like_account(text))


def _kind(texts: Sequence[str], mask: str, form: NumberForm) -> Kind:
    """What the values of a column are, by nearly all of them."""
    if not any(texts):
        return Kind.EMPTY
    if _mostly(texts, lambda text: mask_of(mask).read(text) is not None):
        return Kind.DATE
    if _mostly(texts, has_time):
        return Kind.TIME
    if _mostly(texts, lambda text: bool(masks_of(text))) and not all(text.isdigit() for text in texts if text):
        return Kind.OTHER_DATE
    if _mostly(texts, lambda text: bool(account_in(text))):
        return Kind.ACCOUNT
    if _mostly(texts, is_tax_id):
        return Kind.TAX_ID
    if _mostly(texts, lambda text: text.upper() in CURRENCIES or text.casefold() == "zł"):
        return Kind.CURRENCY
    if len(set(filter(None, texts))) <= 4 and _mostly(texts, _SIDES.fullmatch):
        return Kind.SIDE
    return _number_kind(texts, form)


def _number_kind(texts: Sequence[str], form: NumberForm) -> Kind:
    if _mostly(texts, form.fits):
        decimal = form.decimal and any(_DECIMALS.fullmatch(bare_amount(text)) for text in texts)
        return Kind.AMOUNT if decimal else Kind.WHOLE
    if _mostly(texts, lambda text: is_odd_amount(text) or is_amount_like(text)):
        return Kind.WHOLE if all(text.lstrip("+-").isdigit() for text in texts if text) else Kind.ODD_AMOUNT
    return Kind.ACCOUNT if _mostly(texts, looks_like_account) else Kind.TEXT
