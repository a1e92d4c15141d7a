"""Whether a file that an export would replace is of the same document: files are named by numbers alone (001:252)."""

from pathlib import Path

from dekret.errors import FileError
from dekret.markup.xml import XmlFault, parse

_IDENTITY = ("{0}-Header/{0}Number", "{0}-Parties/Buyer/ILN", "{0}-Parties/Seller/ILN")


def is_of_another(path: Path, text: str) -> bool:
    """Whether the file that is there is of another document than the text, or no such file at all.

    Awizos of two buyers may have one number, their delivery date. A document is the same where the kind of file, the
    number and both partners are; exported again it replaces its file. Raises `FileError`.
    """
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise FileError.reading(path, error) from error
    return _identity(there) != _identity(text.encode())


def _identity(data: bytes) -> tuple[str, ...]:
    """The kind of file, the number, buyer and seller; empty where it is no XML."""
    root = parse(data)
    if isinstance(root, XmlFault):
        return ()
    kind = root.name.removeprefix("Document-")
    return (kind, *(root.value(each.format(kind)) for each in _IDENTITY))
