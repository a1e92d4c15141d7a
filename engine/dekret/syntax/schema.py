"""What a language is made of: words, fields, sections. A table of these and a grammar of cells is a language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dekret.text.diagnostic import Finding
from dekret.text.nearest import nearest, plain
from dekret.text.wording import Wording, listed

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword: Polish, English, and spellings that are also understood."""

    pl: str
    en: str
    also: tuple[str, ...] = ()

    def is_(self, written: str) -> bool:
        """Whether this word was meant; letter case and Polish diacritics are forgiven.

        >>> Word("Nagłówek", "Header").is_("naglowek")
        True
        """
        return plain(written) in {plain(form) for form in (self.pl, self.en, *self.also)}


def find(words: Iterable["Word"], written: str) -> "Word | None":
    """The word that was meant, if any."""
    return next((word for word in words if word.is_(written)), None)


@dataclass(frozen=True, slots=True)
class Advice:
    """For a message about an unknown word: the nearest known one, a sentence with it, and the list of all."""

    meant: Word | None
    near: Wording
    known: Wording


def advice(written: str, words: Iterable[Word]) -> Advice:
    """What to say about a word that is none of these."""
    known = tuple(words)
    near = nearest(written, [form for word in known for form in (word.pl, word.en)])
    sentence = Wording(f"Czy chodziło o „{near}”? ", f"Did you mean '{near}'? ") if near else Wording("", "")
    return Advice(
        find(known, near) if near else None,
        sentence,
        Wording(listed([word.pl for word in known]), listed([word.en for word in known])),
    )


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T_co]):
    """What a cell means, if anything, and what is wrong with it."""

    value: T_co | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class CellKind(Generic[T_co]):
    """What may stand in a cell: how it is read, and how the formatter writes it."""

    name: Wording
    read: Callable[[str], Parsed[T_co]]
    tidy: Callable[[str], str] = field(default=lambda text: text)
    words: tuple[Word, ...] = ()
    """All that may stand there, where it is one of a few words."""


@dataclass(frozen=True, slots=True, eq=False)
class Field(Generic[T_co]):
    """A key of a section or a column of a table."""

    word: Word
    kind: CellKind[T_co]
    doc: Wording
    required: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SectionSchema:
    """A section: its keys, the columns of its table, whether it holds a text, and what that text is read as.

    A text is as long as it was written, whatever it is read as.
    """

    word: Word
    doc: Wording
    keys: tuple[Field[object], ...] = ()
    columns: tuple[Field[object], ...] = ()
    text: bool = False
    required: bool = False
    content: "CellKind[str] | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language of rule files. `preamble` are the keys that may stand before the first section."""

    keyword: Word
    extension: str
    doc: Wording
    sections: tuple[SectionSchema, ...]
    preamble: tuple[Field[object], ...] = ()
    several: bool = False
