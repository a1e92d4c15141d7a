"""What the engine raises. Errors of the user's files are not here: they are `Diagnostic` values in a `Report`.

    DekretError           whatever is wrong with the world or with the call
    ├── UsageError        the call cannot mean anything: an unknown symbol, topic or id (exit code 2)
    └── FileError         a file cannot be read or written: missing, no permission, disk full (exit code 1)

A mistake of our own is an `AssertionError`.
"""


class DekretError(Exception):
    """The root; carries its sentence in Polish and in English."""

    def __init__(self, pl: str, en: str) -> None:
        super().__init__(en)
        self.pl = pl
        self.en = en


class UsageError(DekretError):
    """The caller asked for something that does not exist or does not go together."""


class FileError(DekretError):
    """The file system said no."""

    @classmethod
    def reading(cls, path: object, error: OSError) -> "FileError":
        """A file that cannot be read, with the system's reason."""
        reason = error.strerror or str(error)
        return cls(f"Nie można odczytać {path}: {reason}.", f"{path} cannot be read: {reason}.")

    @classmethod
    def writing(cls, path: object, error: OSError) -> "FileError":
        """A file or folder that cannot be written, with the system's reason."""
        reason = error.strerror or str(error)
        return cls(f"Nie można zapisać {path}: {reason}.", f"{path} cannot be written: {reason}.")
