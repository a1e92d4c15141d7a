"""Cells that hold a separator or a few characters: quoted, bare, or by name, as `<Enter>`."""

import re
from collections.abc import Mapping

from dekret.bank import problems
from dekret.syntax.schema import CellKind, Parsed
from dekret.text.nearest import plain
from dekret.text.wording import Wording

ENTER = "\r\n"
"""What `<Enter>` writes; when a file is read, any end of a line will do."""
_NAMED: Mapping[str, str] = {
    "enter": ENTER, "tab": "\t", "tabulator": "\t", "spacja": " ", "space": " ", "blank": " ",
    "przecinek": ",", "comma": ",", "srednik": ";", "semicolon": ";", "kropka": ".", "point": ".", "dot": ".",
    "dwukropek": ":", "colon": ":", "cudzyslow": '"', "quote": '"', "apostrof": "'", "apostrophe": "'",
    "cr": "\r", "lf": "\n", "pipe": "|", "brak": "", "puste": "", "none": "", "empty": "",
}  # fmt: skip
_NAME = re.compile(r"<\s*([^<>]+?)\s*>")
_QUOTES = {'"': '"', "'": "'", "„": "”", "“": "”", "”": "”"}
_TYPED = str.maketrans("„”“’‘\u00a0", '"""\'\' ')


def read_separator(text: str) -> Parsed[str]:
    r"""The characters that a cell means.

    >>> [read_separator(text).value for text in ('";"', ";", "<Enter>", "przecinek", "'\"'", "brak")]
    [';', ';', '\r\n', ',', '"', '']
    """
    text = text.replace(r"\|", "|")
    inner = _unquoted(text)
    if inner is not None:
        return Parsed(_with_names(inner))
    named = _NAMED.get(plain(text))
    if named is not None:
        return Parsed(named)
    found = _with_names(text.translate(_TYPED))
    if re.search(r"\w", found) and found == text:
        return Parsed(None, (problems.BAD_SEPARATOR.found(0, len(text), text=text),))
    return Parsed(found)


def read_characters(text: str) -> Parsed[str]:
    """A set of characters, quoted or bare."""
    inner = _unquoted(text)
    return Parsed((text if inner is None else inner).replace(r"\|", "|").translate(_TYPED))


def _unquoted(text: str) -> str | None:
    """What stands between quotes; a lone quote is itself."""
    if len(text) > 2 and _QUOTES.get(text[0]) is not None and text[-1] in ('"', "'", "”", "“"):
        return text[1:-1].translate(_TYPED)
    return None


def _with_names(text: str) -> str:
    """`<Tab>` and the like within a separator become what they stand for; unknown ones stay."""
    return _NAME.sub(lambda found: _NAMED.get(plain(found[1]), found[0]), text)


def shown(characters: str) -> str:
    r"""A separator as a message or a table writes it.

    >>> shown("\r\n"), shown(";"), shown("")
    ('<Enter>', '";"', 'brak')
    """
    if not characters:
        return "brak"
    words = characters.replace(ENTER, "<Enter>").replace("\t", "<Tab>").replace("\r", "<CR>").replace("\n", "<LF>")
    if words == " ":
        return "<Spacja>"
    return words if words.startswith("<") and words.endswith(">") else f"'{words}'" if '"' in words else f'"{words}"'


SEPARATOR = CellKind(
    Wording('znak w cudzysłowie (";"), <Enter>, <Tab>, <Spacja> albo brak', 'a quoted character (";"), <Enter>, none'),
    read_separator,
)
CHARACTERS = CellKind(Wording("znaki w cudzysłowie", "quoted characters"), read_characters)
