"""Verbs on rules for documents: which documents meet them, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.packs.library import Library
from dekret.packs.validation.rule_sets import ValidateBy

if TYPE_CHECKING:
    from dekret.packs.validation.validator import Validated, Validator


def open_validator(rules: Library, by: ValidateBy) -> Validator:
    """What checks documents by rules. Raises `UsageError` for an unknown symbol or operation."""
    from dekret.packs.validation.validator import Validator

    return Validator(rules, by)


def validate(validator: Validator, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Validated]:
    """What the rules say of every document in files, in order; `-` is standard input. Raises `FileError`."""
    from dekret.packs.validation.validator import validated

    return validated(validator, inputs, standard_input)
