"""What the engine raises. Errors of the user's files are not here: they are `Diagnostic` values in a `Report`.

    DekretError           whatever is wrong with the world or with the call
    ├── UsageError        the call cannot mean anything: an unknown symbol, topic or id (exit code 2)
    ├── FileError         a file cannot be read or written: missing, no permission, disk full (exit code 1)
    └── QueryError        a query of a rule file gives no value; it is told as a finding of that file

A mistake of our own is an `AssertionError`.
"""

import errno


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
        """A file that cannot be read, with the system's reason and a way out.

        >>> FileError.reading("a.json", FileNotFoundError(errno.ENOENT, "")).pl
        'Nie można odczytać a.json: nie ma takiego pliku ani folderu. Sprawdź ścieżkę.'
        """
        pl, en = _reason(error)
        return cls(f"Nie można odczytać {path}: {pl}", f"{path} cannot be read: {en}")

    @classmethod
    def writing(cls, path: object, error: OSError) -> "FileError":
        """A file or folder that cannot be written, with the system's reason and a way out.

        >>> FileError.writing("a.json", OSError(errno.ENOSPC, "")).en
        'a.json cannot be written: the disk is full. Make room or choose another disk.'
        """
        pl, en = _reason(error)
        return cls(f"Nie można zapisać {path}: {pl}", f"{path} cannot be written: {en}")


class QueryError(DekretError, LookupError):
    """A query gave no value. Its sentences are clauses, without a capital and a stop: they end another sentence."""


_REASONS = {
    errno.ENOENT: (
        "nie ma takiego pliku ani folderu. Sprawdź ścieżkę.",
        "there is no such file or folder. Check the path.",
    ),
    errno.EACCES: (
        "brak uprawnień. Zmień uprawnienia albo wybierz inne miejsce.",
        "permission denied. Change the permissions or choose another place.",
    ),
    errno.EISDIR: ("to jest folder. Podaj ścieżkę pliku.", "it is a folder. Give the path of a file."),
    errno.ENOTDIR: (
        "to, co w ścieżce stoi jako folder, jest plikiem. Sprawdź ścieżkę.",
        "what stands as a folder in the path is a file. Check the path.",
    ),
    errno.ENOSPC: (
        "brak miejsca na dysku. Zwolnij miejsce albo wybierz inny dysk.",
        "the disk is full. Make room or choose another disk.",
    ),
    errno.EROFS: ("dysk jest tylko do odczytu. Wybierz inne miejsce.", "the disk is read-only. Choose another place."),
    errno.EEXIST: (
        "taki plik albo folder już jest. Wybierz inną nazwę albo go usuń.",
        "such a file or folder is there already. Choose another name or remove it.",
    ),
    errno.EBUSY: (
        "jest używany przez inny program. Zamknij go i spróbuj ponownie.",
        "it is in use by another program. Close it and try again.",
    ),
}
"""The system says these in English, or in the language of Windows; here they are in both, with a remedy."""
_REASONS[errno.EPERM] = _REASONS[errno.EACCES]


def _reason(error: OSError) -> tuple[str, str]:
    """The reason of an error, Polish and English; the system's own words where it is a rare one."""
    known = _REASONS.get(error.errno or 0)
    if known:
        return known
    words = (error.strerror or str(error)).rstrip(".") + "."
    return words, words
