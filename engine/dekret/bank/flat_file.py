"""The Ministry's flat file (plik płaski) as it lies on the disk: where its members stand, and a search in its lists.

The file has hundreds of megabytes, nearly all of them two sorted lists of hashes, `"…128 hex digits…"` at equal
distances. They are never read: the file is mapped, and a search looks at some twenty places of it. The rest, a header
and a list of masks, is small. Not here: what the hashes are made of (`dekret.bank.white_list`).
"""

import json
import mmap
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dekret.errors import FileError
from dekret.text.wording import Wording

LISTS = ("skrotyPodatnikowCzynnych", "skrotyPodatnikowZwolnionych")
"""The members that are lists of hashes: of active taxpayers and of those exempt."""
HEADER = "naglowek"
MASKS = "maski"

_ARCHIVE = b"7z\xbc\xaf\x27\x1c"
_WINDOW = 4096
"""No name, number or blank space between two values is longer."""
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*")
_KEY = re.compile(rb'\s*"(\w+)"\s*:\s*')
_SCALAR = re.compile(rb'"(?:[^"\\]|\\.)*"|[-+.\w]+')
_NEXT = re.compile(rb"\s*,")
_END = re.compile(rb"\s*\}\s*")
_LIST_END = re.compile(rb"\s*\]")
_HASH = re.compile(rb'"([0-9a-f]{128})"')
_HASH_LENGTH = 130
_SAMPLES = 64

_PACKED = Wording(
    "Plik {path} jest spakowany (7z). Rozpakuj go i podaj plik JSON, który jest w środku.",
    "{path} is packed (7z). Unpack it and give the JSON file that is inside.",
)
_UNEXPECTED = Wording(
    "{path} nie jest rozpakowanym plikiem płaskim Ministerstwa albo jest uszkodzony: {what}. "
    "Pobierz plik ponownie, rozpakuj go i niczego w nim nie zmieniaj.",
    "{path} is not the Ministry's own unpacked flat file, or it is damaged: {what}. "
    "Download the file again, unpack it and change nothing in it.",
)
_EMPTY = Wording("plik jest pusty", "the file is empty")
_NO_JSON = Wording("bajt {at} nie pasuje do JSON", "byte {at} does not fit JSON")
_TWICE = Wording("element „{name}” jest w nim dwa razy", "the member '{name}' is there twice")
_MISSING = Wording("nie ma w nim elementu „{name}”", "the member '{name}' is missing")
_NO_HASH = Wording(
    "w bajcie {at} nie zaczyna się skrót (128 cyfr szesnastkowych), choć skróty stoją w równych odstępach",
    "no hash (128 hexadecimal digits) begins at byte {at}, though hashes stand at equal distances",
)
_UNSORTED = Wording("skrót w bajcie {at} nie jest w porządku rosnącym", "the hash at byte {at} is not in rising order")


@dataclass(frozen=True, slots=True)
class FlatFile:
    """A flat file mapped into memory, of which nothing is known yet."""

    path: Path
    data: mmap.mmap

    @classmethod
    def open(cls, path: Path) -> "FlatFile":
        """Maps a file. Raises `FileError` for one that cannot be read, is empty or packed."""
        try:
            with path.open("rb") as stream:
                data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError as error:
            raise FileError.reading(path, error) from error
        except ValueError:
            raise unexpected(path, _EMPTY) from None
        if data[: len(_ARCHIVE)] == _ARCHIVE:
            data.close()
            packed = _PACKED.fill({"path": str(path)})
            raise FileError(packed.pl, packed.en)
        return cls(path, data)

    def at(self, start: int) -> bytes:
        """A window on the file."""
        return self.data[start : start + _WINDOW]


@dataclass(frozen=True, slots=True)
class Hashes:
    """A sorted list of hashes in a flat file: `count` of them, each `stride` bytes after the one before."""

    file: FlatFile
    start: int
    stride: int
    count: int

    def at(self, index: int) -> bytes:
        """One hash. Raises `FileError` where something else stands in its place."""
        start = self._place(index)
        found = _hash_at(self.file, start)
        if found is None:
            raise unexpected(self.file.path, _NO_HASH, at=start)
        return found

    def __contains__(self, wanted: str) -> bool:
        """Whether a hash is in the list. Raises `FileError` where what is read on the way is no sorted list."""
        sought = wanted.encode()
        low, high = 0, self.count
        least, most = b"0", b"g"
        while low < high:
            middle = (low + high) // 2
            found = self.at(middle)
            if not least <= found <= most:
                raise unexpected(self.file.path, _UNSORTED, at=self._place(middle))
            if found == sought:
                return True
            if found < sought:
                low, least = middle + 1, found
            else:
                high, most = middle, found
        return False

    def check_order(self) -> None:
        """Raises `FileError` where a few hashes, spread over the list and with its ends, do not rise."""
        last = self.count - 1
        before = b""
        for index in sorted({last * sample // _SAMPLES for sample in range(_SAMPLES + 1)} if self.count else ()):
            found = self.at(index)
            if found < before:
                raise unexpected(self.file.path, _UNSORTED, at=self._place(index))
            before = found

    def _place(self, index: int) -> int:
        return self.start + index * self.stride


@dataclass(frozen=True, slots=True)
class Members:
    """What a flat file holds: its lists by their names, and its small members as JSON has them."""

    lists: dict[str, Hashes]
    small: dict[str, object]


def read_members(file: FlatFile) -> Members:
    """Finds all members, in any order. Raises `FileError` where it is no flat file.

    The end of a list is first looked for by halves. Where the hashes of two lists happen to stand in step, that may
    step over what lies between them; then a member is missing, and the lists are read through.
    """
    members = _members(file, _end_by_halves)
    if _missing(members):
        members = _members(file, _end_by_reading)
    for name in _missing(members):
        raise unexpected(file.path, _MISSING, name=name)
    for hashes in members.lists.values():
        hashes.check_order()
    return members


def _missing(members: Members) -> list[str]:
    return [name for name in (HEADER, *LISTS, MASKS) if name not in members.lists and name not in members.small]


def unexpected(path: Path, what: Wording, **values: str | int) -> FileError:
    """The error of a file that is not as the Ministry makes it."""
    told = _UNEXPECTED.fill({"path": str(path), "what": what.fill(dict(values))})
    return FileError(told.pl, told.en)


_Ending = Callable[[FlatFile, int, int], int]
"""Where the last hash of a list ends, of the start of its first one and the stride."""


def _members(file: FlatFile, ending: _Ending) -> Members:
    lists: dict[str, Hashes] = {}
    small: dict[str, object] = {}
    start = _START.match(file.at(0))
    if start is None:
        raise unexpected(file.path, _NO_JSON, at=0)
    at = start.end()
    while key := _KEY.match(file.at(at)):
        at += key.end()
        name = key[1].decode()
        if name in lists or name in small:
            raise unexpected(file.path, _TWICE, name=name)
        if name in LISTS:
            lists[name], at = _list_at(file, at, ending)
        else:
            small[name], at = _small_at(file, at)
        comma = _NEXT.match(file.at(at))
        if comma is None:
            break
        at += comma.end()
    end = _END.match(file.at(at))
    if end is None or at + end.end() != len(file.data):
        raise unexpected(file.path, _NO_JSON, at=at)
    return Members(lists, small)


def _small_at(file: FlatFile, at: int) -> tuple[object, int]:
    """A value that is no list of hashes: a word, a number, or an object or list of such."""
    match file.data[at : at + 1]:
        case b"{":
            end = file.data.find(b"}", at) + 1
        case b"[":
            end = file.data.find(b"]", at) + 1
        case _:
            scalar = _SCALAR.match(file.at(at))
            end = at + scalar.end() if scalar else 0
    try:
        return json.loads(file.data[at:end]), end
    except ValueError:
        raise unexpected(file.path, _NO_JSON, at=at) from None


def _list_at(file: FlatFile, at: int, ending: _Ending) -> tuple[Hashes, int]:
    """A list of hashes and the place after it."""
    opening = re.match(rb"\[\s*", file.at(at))
    if opening is None:
        raise unexpected(file.path, _NO_JSON, at=at)
    first = at + opening.end()
    if file.data[first : first + 1] == b"]":
        return Hashes(file, first, _HASH_LENGTH, 0), first + 1
    if _hash_at(file, first) is None:
        raise unexpected(file.path, _NO_HASH, at=first)
    between = re.match(rb"\s*,\s*", file.at(first + _HASH_LENGTH))
    stride = _HASH_LENGTH + (between.end() if between else 0)
    last_end = ending(file, first, stride) if between else first + _HASH_LENGTH
    count, rest = divmod(last_end - first - _HASH_LENGTH, stride)
    closing = _LIST_END.match(file.at(last_end))
    if closing is None or rest:
        raise unexpected(file.path, _NO_HASH, at=first + (count + 1) * stride)
    return Hashes(file, first, stride, count + 1), last_end + closing.end()


def _end_by_halves(file: FlatFile, first: int, stride: int) -> int:
    """Halves the file after the first hash until the last that stands in step is found."""
    there, beyond = 0, (len(file.data) - first) // stride + 1
    while beyond - there > 1:
        middle = (there + beyond) // 2
        if _hash_at(file, first + middle * stride) is None:
            beyond = middle
        else:
            there = middle
    return first + there * stride + _HASH_LENGTH


def _end_by_reading(file: FlatFile, first: int, _stride: int) -> int:
    """Reads on to the bracket that closes the list."""
    bracket = file.data.find(b"]", first)
    return max(file.data.rfind(b'"', first, max(bracket, first)) + 1, first)


def _hash_at(file: FlatFile, start: int) -> bytes | None:
    found = _HASH.fullmatch(file.data[start : start + _HASH_LENGTH])
    return found[1] if found else None
