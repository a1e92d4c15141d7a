"""Aliases of the application in user columns: `#CDN_DataBiezaca#` (OPT074, seeds/002:3017-3027).

The manual inserts them from two menus, of standard parameters and of those of a list's filter panel; the menus stand in
pictures that the text has lost. What its examples name is known here; a definition may name others ([Aliasy]).

An alias becomes a hidden parameter of the chart language under its own name, so that its value is a literal of its
kind. `#Name#` and `??Name` are as long as each other, which keeps every place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dekret.chart.expand import Inserts
from dekret.chart.language import AliasKind
from dekret.chart.sourcemap import Fragment
from dekret.syntax.nodes import Cell
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Alias:
    """A value that the application gives. Without a default it has to be given; `{…}` is computed when it is asked."""

    name: str
    kind: AliasKind
    default: str | None
    doc: Wording

    @property
    def declaration(self) -> str:
        """It as a hidden parameter of the chart language."""
        return f"@PAR ?@{_PICTURES[self.kind]}|{self.name}|{self.name}:{self.default or _EMPTY[self.kind]}@? PAR@"


_PICTURES = {AliasKind.DATE: "HD17", AliasKind.NUMBER: "Hn-15.4", AliasKind.TEXT: "Hs255"}
_EMPTY = {AliasKind.DATE: "{Today()}", AliasKind.NUMBER: "0", AliasKind.TEXT: "''"}
STANDARD: tuple[Alias, ...] = (
    Alias(
        "CDN_DataBiezaca",
        AliasKind.DATE,
        "{Today()}",
        Wording("data bieżąca programu", "the current date of the program"),  # 002:3021
    ),
    Alias(
        "filtr_dtDataAkt",
        AliasKind.DATE,
        "{Today()}",
        Wording("data aktualności listy pracowników", "the day that a list of employees holds for"),  # 002:3540
    ),
    Alias(
        "filtrMagazynGridLookup_ID",
        AliasKind.NUMBER,
        "0",
        Wording("magazyn wybrany na liście zasobów; 0: wszystkie", "the warehouse chosen; 0: all of them"),  # 002:3052
    ),
    Alias(
        "filtr_LookupListaPlac_ID",
        AliasKind.NUMBER,
        None,
        Wording("lista płac wybrana na liście wypłat", "the payroll list that was chosen"),  # 002:3597
    ),
)
"""What the manual's examples name. Days are today, and all warehouses are meant, until somebody chooses otherwise."""

_TOKEN = re.compile(
    r"(?P<quoted>'(?:[^']|'')*'|\"[^\"]*\"|\[[^\]]*\]|--[^\n]*|/\*.*?\*/)|#(?P<name>[^\W\d]\w*)#", re.DOTALL
)
_NAMED = re.compile(r"#(?P<name>[^\W\d]\w*)#")


@dataclass(frozen=True, slots=True)
class Use:
    """An alias met in a text; `quoted` where it stands in a text of T-SQL and stays one."""

    start: int
    end: int
    name: str
    quoted: bool


def uses(text: str) -> Iterator[Use]:
    """The aliases of a text, those in comments left out.

    >>> [use.name for use in uses("TwZ_MagId = #filtrMagazynGridLookup_ID# -- #x#")]
    ['filtrMagazynGridLookup_ID']
    """
    for found in _TOKEN.finditer(text):
        if found["name"]:
            yield Use(found.start(), found.end(), found["name"], quoted=False)
        elif found["quoted"].startswith("'"):
            for inner in _NAMED.finditer(text, found.start(), found.end()):
                yield Use(inner.start(), inner.end(), inner["name"], quoted=True)


def as_references(text: str) -> str:
    """The text with references in the place of its aliases; no shorter and no longer.

    >>> as_references("ATH_DataOd <= #filtr_dtDataAkt#")
    'ATH_DataOd <= ??filtr_dtDataAkt'
    """
    return _TOKEN.sub(lambda found: f"??{found['name']}" if found["name"] else found[0], text)


def neutral(text: str) -> str:
    """The text with a zero in the place of each alias: for looking at its shape."""
    return _TOKEN.sub(lambda found: "0".ljust(len(found[0])) if found["name"] else found[0], text)


def declaring(fragment: Fragment, declarations: Iterable[str]) -> Fragment:
    """A text with its aliases as references, and their declarations behind it, all of them in its last place."""
    text = as_references(fragment.text)
    pieces = list(fragment.cell.pieces or ((0, fragment.cell.span.start),))
    end = fragment.cell.place(len(text), len(text)).start
    for each in declarations:
        pieces += [(len(text) + at, end) for at in range(len(each) + 1)]
        text += f"\n{each}"
    return Fragment(Cell(fragment.cell.span, text, tuple(pieces)), fragment.title, fragment.insert, fragment.whole)


def known(own: Iterable[Alias]) -> Mapping[str, Alias]:
    """The aliases of a definition by name, folded: the standard ones, and its own before them."""
    return {alias.name.casefold(): alias for alias in (*STANDARD, *own)}


class InsertsWithReferences(Inserts):
    """Inserts whose aliases are references; each text is made once, as it is known by itself."""

    def __init__(self, inserts: Inserts) -> None:
        self._inserts = inserts
        self._made: dict[int, tuple[Fragment, Fragment]] = {}

    def content(self, name: str) -> Fragment | None:
        found = self._inserts.content(name)
        if found is None or "#" not in found.text:
            return found
        if id(found) not in self._made:
            cell = Cell(found.cell.span, as_references(found.text), found.cell.pieces)
            self._made[id(found)] = found, Fragment(cell, found.title, found.insert, found.whole)
        return self._made[id(found)][1]

    def names(self) -> list[str]:
        return self._inserts.names()

    def is_broken(self, name: str) -> bool:
        return self._inserts.is_broken(name)
