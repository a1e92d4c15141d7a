"""Bytes of a tag as text, whatever they are: what an encoding does not have becomes `�`, and the first such is told."""

import re

from dekret.bank.charsets import Charset
from dekret.bank.mt940 import file_problems as problems
from dekret.bank.read import Remark
from dekret.bank.rows import FileRow
from dekret.text.wording import Value, Wording

_MOST_REPLACED = 100
_MOST_SHOWN = 4096
_REPLACED = "\ufffd"
_ENVELOPE = re.compile(
    r"^[ \t\r]*-(?:\}|\x03|(?=[ \t\r]*$))|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\{[1-5]:|\x01[^\n]*|[\x00\x03\x1a]",
    re.MULTILINE,
)
"""What may stand between messages: ends, blocks, SOH and ETX, the mark of the end of a DOS file, blanks."""


def decoded(charset: Charset, data: bytes) -> tuple[str, int | None]:
    r"""The text of these bytes, and the offset of the first that means nothing.

    >>> from dekret.bank.charsets import FLAT, UTF8
    >>> decoded(UTF8, "łan".encode()), decoded(FLAT, b"a\xb3b\xb3")
    (('łan', None), ('a�b�', 1))
    """
    first: int | None = None
    parts: list[str] = []
    place = 0
    while True:
        try:
            parts.append(charset.decode(data[place:]))
            break
        except UnicodeDecodeError as error:
            bad, end = place + error.start, place + error.end
        first = bad if first is None else first
        parts.append(charset.decode(data[place:bad]) + _REPLACED)
        place = end
        if len(parts) > _MOST_REPLACED:
            parts.append("".join(chr(byte) if byte < 0x80 else _REPLACED for byte in data[place:]))
            break
    return "".join(parts), first


def undecodable(charset: Charset, data: bytes, bad: int, *, prefix: str, place: tuple[int, int]) -> Remark:
    """What is to be said of a byte of a tag that begins at this line and byte; `prefix` stands before it."""
    begin = data.rfind(b"\n", 0, bad) + 1
    end = data.find(b"\n", bad)
    shown, _ = decoded(charset, data[begin : end if end >= 0 else len(data)])
    before, _ = decoded(charset, data[begin:bad])
    start = place[1] + len(prefix)
    row = FileRow(
        ("" if begin else prefix) + shown.rstrip("\r"),
        place[0] + data.count(b"\n", 0, bad),
        start + begin if begin else place[1],
    )
    values: dict[str, Value] = {
        "byte": f"{data[bad]:02X}",
        "offset": start + bad,
        "encoding": Wording(charset.word.pl, charset.word.en),
    }
    return Remark(row, problems.UNDECODABLE, values, len(before) + (0 if begin else len(prefix)))


def outside(charset: Charset, text: str, place: tuple[int, int]) -> FileRow | None:
    r"""What is left of a text between messages without that which may stand there; None where nothing is.

    >>> from dekret.bank.charsets import FLAT
    >>> outside(FLAT, "-}{5:{CHK:1}}\n{1:F01}{4:\n", (7, 90))
    >>> outside(FLAT, "-\x03\n\x01\nKoniec\n", (7, 90))
    FileRow(text='Koniec', line=9, offset=95, bad=None)
    """
    left = _ENVELOPE.sub("", text).strip()[:_MOST_SHOWN]
    if not left:
        return None
    before = text[: _begin(text)]
    return FileRow(left, place[0] + before.count("\n"), place[1] + length(charset, before))


def _begin(text: str) -> int:
    """Where that begins which may not stand between messages."""
    begin = 0
    for found in _ENVELOPE.finditer(text):
        if text[begin : found.start()].strip():
            break
        begin = found.end()
    return len(text) - len(text[begin:].lstrip())


def length(charset: Charset, text: str) -> int:
    """How many bytes of a file a text was."""
    data = charset.encode(text)
    return len(text if data is None else data)
