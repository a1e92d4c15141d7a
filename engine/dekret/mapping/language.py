"""The language `mapa`: its sections, keys and columns."""

import re
from dataclasses import dataclass
from enum import Enum

from dekret.expr.format import format_expression
from dekret.expr.nodes import Macro, Node
from dekret.expr.parse import parse
from dekret.mapping import cell_problems as problems
from dekret.mapping.paths import is_bare
from dekret.mapping.targets import POSITIONS, targets
from dekret.syntax import cells
from dekret.syntax.problems import UNKNOWN_CHOICE
from dekret.syntax.schema import CellKind, Field, Language, Parsed, SectionSchema, Word, advice, find
from dekret.text.diagnostic import Finding
from dekret.text.wording import Wording


class Direction(Enum):
    """Where a map leads."""

    READ = Word("odczyt", "read")
    WRITE = Word("zapis", "write")


class FileKind(Enum):
    """What a map reads."""

    XML = Word("XML", "XML")
    JSON = Word("JSON", "JSON")
    CSV = Word("CSV", "CSV")


class Dictionary(Enum):
    """Where the company keeps what a file names."""

    PARTIES = Word("podmioty", "parties", ("podmiot", "kontrahenci", "kontrahent"))
    GOODS = Word("towary", "goods", ("towar", "cennik"))


class Key(Enum):
    """By what a dictionary is looked up."""

    GLN = Word("GLN", "GLN", ("ILN",))
    TAX_ID = Word("NIP", "tax id")
    PESEL = Word("PESEL", "PESEL")
    CODE = Word("kodu", "code", ("kod",))
    EAN = Word("EAN", "EAN", ("GTIN",))


@dataclass(frozen=True, slots=True)
class Lookup:
    """A dictionary and the key by which it is looked up: `towary wg EAN`."""

    dictionary: Dictionary
    key: Key

    @property
    def word(self) -> Wording:
        """How the cell says it."""
        pl = f"{self.dictionary.value.pl} wg {self.key.value.pl}"
        return Wording(pl, f"{self.dictionary.value.en} by {self.key.value.en}")


KEYS_OF = {Dictionary.PARTIES: (Key.GLN, Key.TAX_ID, Key.PESEL, Key.CODE), Dictionary.GOODS: (Key.EAN, Key.CODE)}
"""By what each dictionary may be looked up."""


class Missing(Enum):
    """What becomes of a value that its dictionary does not have (001: import of orders)."""

    REFUSE = Word("odmów", "refuse")
    CREATE = Word("utwórz", "create")
    UNSPECIFIED = Word("!NIEOKREŚLONY!", "!UNSPECIFIED!", ("nieokreślony", "!Nieokreślony!"))


@dataclass(frozen=True, slots=True)
class Written:
    """An expression of a cell, its offset there; `bare` where it is nothing but a path without brackets."""

    node: Node
    start: int
    bare: bool


Sources = tuple[Written, ...]
_SEPARATOR = ";"


def _split(text: str) -> list[tuple[int, str]]:
    """The parts of a chain of sources, each with its offset; quotes and brackets keep what is in them together."""
    found, start = [], 0
    for match in re.finditer(r"'(?:[^']|'')*'|\[[^\]]*\]|;", text):
        if match.group() == _SEPARATOR:
            found.append((start, text[start : match.start()]))
            start = match.end()
    found.append((start, text[start:]))
    return [(at + len(part) - len(part.lstrip()), part.strip()) for at, part in found]


def _one(text: str, at: int) -> tuple[Written | None, list[Finding]]:
    if is_bare(text):
        return Written(Macro(0, len(text), f"[{text}]", ()), at, bare=True), []
    parsed = parse(text)
    found = [Finding(f.start + at, f.end + at, f.problem, f.values) for f in parsed.findings]
    if parsed.value is None:
        return None, found
    lone = isinstance(parsed.value, Macro) and parsed.value.name.startswith("[")
    return Written(parsed.value, at, bare=lone), found


def _read_sources(text: str) -> Parsed[Sources]:
    found: list[Finding] = []
    sources: list[Written] = []
    for at, part in _split(text):
        if not part:
            found.append(problems.EMPTY_SOURCE.found(max(at - 1, 0), at))
            continue
        source, wrong = _one(part, at)
        found += wrong
        if source:
            sources.append(source)
    return Parsed(tuple(sources) if len(sources) == len(_split(text)) else None, tuple(found))


def _read_source(text: str) -> Parsed[Sources]:
    """A single source; `;` is for the chain of fallbacks alone."""
    parts = _split(text)
    if len(parts) > 1:
        place = parts[1][0]
        return Parsed(None, (problems.SEVERAL_SOURCES.found(place, len(text)),))
    return _read_sources(text)


def _tidy(text: str) -> str:
    """The sources written the one way; untouched where one cannot be read."""
    parsed = _read_sources(text)
    if parsed.value is None:
        return text
    parts = [part for _, part in _split(text)]
    shown = zip(parts, parsed.value, strict=True)
    return "; ".join(part if is_bare(part) else format_expression(source.node) for part, source in shown)


_WG = re.compile(r"(.*?)\s+(?:wg|według|by)\s+(.+)", re.IGNORECASE)


def _read_lookup(text: str) -> Parsed[Lookup]:
    found = _WG.fullmatch(text)
    name, key = (found[1], found[2]) if found else (text, "")
    words = {dictionary.value: dictionary for dictionary in Dictionary}
    word = find(words, name)
    if word is None:
        known = advice(name, words)
        return Parsed(None, (UNKNOWN_CHOICE.found(0, len(name), word=name, advice=known.near, known=known.known),))
    dictionary = words[word]
    keys = {each.value: each for each in KEYS_OF[dictionary]}
    example = Lookup(dictionary, KEYS_OF[dictionary][0]).word
    if not key:
        return Parsed(None, (problems.LOOKUP_WITHOUT_KEY.found(0, len(text), name=word.pl, example=example),))
    meant = find(keys, key)
    if meant is None:
        known = advice(key, keys)
        start = len(text) - len(key)
        return Parsed(None, (UNKNOWN_CHOICE.found(start, len(text), word=key, advice=known.near, known=known.known),))
    return Parsed(Lookup(dictionary, keys[meant]))


def _tidy_lookup(text: str) -> str:
    parsed = _read_lookup(text)
    return parsed.value.word.pl if parsed.value else text


_SOURCE = CellKind(Wording("ścieżka albo wyrażenie", "path or expression"), _read_source, _tidy)
_CHAIN = CellKind(Wording("źródła zastępcze po średniku", "fallbacks with semicolons"), _read_sources, _tidy)
_LOOKUPS = tuple(Lookup(dictionary, key) for dictionary, keys in KEYS_OF.items() for key in keys)
_LOOKUP = CellKind(
    Wording("słownik i klucz", "dictionary and key"),
    _read_lookup,
    _tidy_lookup,
    tuple(Word(lookup.word.pl, lookup.word.en) for lookup in _LOOKUPS),
)

NAME = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa mapy", "name of the map"), required=True)
DIRECTION: Field[Direction] = Field(
    Word("kierunek", "direction"),
    cells.choice(Wording("kierunek", "direction"), {each.value: each for each in Direction}),
    Wording(
        "odczyt: z pliku do dokumentów; zapis: z dokumentu do rekordu dla szablonu",
        "read: from a file to documents; write: from a document to the record of a template",
    ),
    required=True,
)
FROM = Field(
    Word("z", "from"),
    cells.TEXT,
    Wording("odczyt: XML, JSON albo CSV; zapis: typ dokumentu", "read: XML, JSON or CSV; write: type of document"),
    required=True,
)
TO = Field(
    Word("do", "to"),
    cells.TEXT,
    Wording(
        "odczyt: typ dokumentu; zapis: nazwa szablonu albo nic", "read: type of document; write: a template, or nothing"
    ),
)
SHAPE = Field(
    Word("kształt", "shape"),
    cells.TEXT,
    Wording("symbol kształtu, z którym porównuje się ścieżki", "symbol of the shape that paths are held against"),
)
DOCUMENT = Field(
    Word("dokument", "document"),
    cells.TEXT,
    Wording(
        "gdzie zaczyna się jeden dokument: /Document-Order; w JSON droga do listy; w CSV kolumna, po której wiersze "
        "łączą się w dokument",
        "where one document begins: /Document-Order; in JSON the way to a list; in CSV the column by whose value "
        "rows are one document",
    ),
)
TARGET = Field(
    Word("Cel", "Target"),
    cells.TEXT,
    Wording(
        "pole dokumentu, po polsku (dekret docs dokument); przy zapisie nazwa w rekordzie szablonu",
        "field of the document by its Polish title (dekret docs dokument); in writing the name for the template",
    ),
    required=True,
)
SOURCE: Field[Sources] = Field(
    Word("Źródło", "Source"),
    _SOURCE,
    Wording(
        "ścieżka (Order-Header/OrderNumber) albo wyrażenie, w którym ścieżki stoją w nawiasach: LEFT([EAN], 3)",
        "a path (Order-Header/OrderNumber), or an expression with paths in brackets: LEFT([EAN], 3)",
    ),
)
FALLBACKS: Field[Sources] = Field(
    Word("Domyślnie", "Default"),
    _CHAIN,
    Wording(
        "co, gdy źródło jest puste: jedno albo kilka źródeł po średniku, pierwsze niepuste się liczy",
        "what else where the source is empty: sources with semicolons, the first that is not empty counts",
    ),
)
REQUIRED = Field(
    Word("Wymagane", "Required"),
    cells.FLAG,
    Wording("tak: dokument bez tej wartości jest odmawiany", "yes: a document without it is refused"),
)
LOOKUP: Field[Lookup] = Field(
    Word("Słownik", "Dictionary"),
    _LOOKUP,
    Wording(
        "gdzie szukać wartości, gdy celem jest podmiot albo towar: podmioty wg GLN, towary wg EAN",
        "where to look a party or goods up: parties by GLN, goods by EAN",
    ),
)
MISSING: Field[Missing] = Field(
    Word("Gdy brak", "If missing"),
    cells.choice(Wording("postępowanie z brakiem", "what to do"), {each.value: each for each in Missing}),
    Wording(
        "co, gdy słownik wartości nie ma: odmów (tak jest bez tej kolumny), utwórz, !NIEOKREŚLONY!",
        "what where the dictionary has no such value: refuse (the default), create, !UNSPECIFIED!",
    ),
)
REMARK = Field(Word("Uwagi", "Remarks"), cells.TEXT, Wording("objaśnienie dla czytających", "a note for readers"))
FOR = Field(
    Word("dla", "for"),
    cells.TEXT,
    Wording(
        "odczyt: ścieżka części, która się powtarza (w CSV: wiersze)",
        "read: the path of the part that repeats (in CSV: wiersze)",
    ),
)
AS = Field(
    Word("jako", "as"),
    cells.TEXT,
    Wording("zapis: nazwa listy w rekordzie szablonu", "write: name of the list in the record of the template"),
)
_COLUMNS: tuple[Field[object], ...] = (TARGET, SOURCE, FALLBACKS, REQUIRED, LOOKUP, MISSING, REMARK)

GENERAL = SectionSchema(
    Word("Nagłówek", "Header"),
    Wording("skąd, dokąd i w którą stronę", "from where, to where, and which way"),
    keys=(NAME, DIRECTION, FROM, TO, SHAPE, DOCUMENT),
    required=True,
)
FIELDS = SectionSchema(
    Word("Pola", "Fields"),
    Wording("pola dokumentu, każde ze swoim źródłem", "the fields of the document, each with its source"),
    columns=_COLUMNS,
    required=True,
)


def _parts() -> tuple[SectionSchema, ...]:
    """A section for every list of parts that some record has; several records share a title."""
    words: dict[str, Word] = {POSITIONS.pl: POSITIONS}
    for target in targets().values():
        for part in target.parts:
            words.setdefault(part.title, Word(part.title, part.name))
    return tuple(
        SectionSchema(
            word,
            Wording(f"części dokumentu: {word.pl}", f"parts of the document: {word.en}"),
            keys=(FOR, AS),
            columns=_COLUMNS,
        )
        for word in words.values()
    )


PARTS = _parts()
"""The sections of what repeats."""
LANGUAGE = Language(
    Word("mapa", "map"),
    "mapa",
    Wording(
        "mapa pól: jak plik XML, JSON albo CSV staje się dokumentem, a dokument rekordem dla szablonu",
        "field mapping: how a file becomes documents, and a document the record of a template",
    ),
    (GENERAL, FIELDS, *PARTS),
)
