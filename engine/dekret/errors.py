"""What the engine raises. Errors of the user's files are not here: they are `Diagnostic` values in a `Report`.

    DekretError             whatever is wrong with the world or with the call
    ├── UsageError          the call cannot mean anything: an unknown option, symbol or format (exit code 2)
    └── FileError           a file cannot be read or written: missing, no permission, disk full (exit code 1)

A mistake of our own is an `AssertionError`.
"""

from dekret.text.wording import Language, Wording


class DekretError(Exception):
    """The root; carries its sentence in both languages."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.en)
        self.wording = wording

    def in_(self, language: Language) -> str:
        return self.wording.in_(language)


class UsageError(DekretError):
    """The caller asked for something that does not exist or does not go together."""


class FileError(DekretError):
    """The file system said no."""
