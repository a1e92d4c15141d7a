"""Verbs on rules for documents: which documents meet them, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.errors import UsageError
from dekret.packs.library import Library
from dekret.packs.validation.rule_sets import ValidateBy
from dekret.text.wording import Language

if TYPE_CHECKING:
    from dekret.packs.validation.explained import ValidationExplained
    from dekret.packs.validation.validator import Validated, Validator


def open_validator(rules: Library, by: ValidateBy) -> Validator:
    """What checks documents by rules. Raises `UsageError` for an unknown symbol or operation."""
    from dekret.packs.validation.validator import Validator

    return Validator(rules, by)


def validate(validator: Validator, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Validated]:
    """What the rules say of every document in files, in order; `-` is standard input. Raises `FileError`."""
    from dekret.packs.validation.validator import validated

    return validated(validator, inputs, standard_input)


def explain_validation(
    validator: Validator, inputs: Sequence[Path], standard_input: IO[bytes], number: str | None
) -> list[ValidationExplained]:
    """Why the rules say what they say of documents in files: those of a number, or all.

    Raises `UsageError` where there is none; `FileError`.
    """
    from dekret.intake.received import Received
    from dekret.packs.validation.explained import explained

    found = [
        explained(validator, item)
        for item in validator.received(inputs, standard_input)
        if isinstance(item, Received)
        and number in (None, item.document.number, getattr(item.document, "own_number", None))
    ]
    if not found:
        wanted = f" {number}" if number else ""
        raise UsageError(f"Nie ma dokumentu{wanted}.", f"There is no document{wanted}.")
    return found


def validation_text(found: ValidationExplained, form: str, language: Language) -> str:
    """An explanation as `text` or `json`."""
    from dekret.packs.validation import explained

    return (explained.as_json if form == "json" else explained.as_text)(found, language)
