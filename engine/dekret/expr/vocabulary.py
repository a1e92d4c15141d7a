"""The macros that an expression may use: their names and kinds. What they read is the business of their owner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dekret.expr.kinds import Type
from dekret.expr.macro_names import meant
from dekret.text.nearest import nearest, plain
from dekret.text.wording import Wording

_OF_DOCUMENTS = Wording("makra", "macros")
_NEAR = 0.7


@dataclass(frozen=True, slots=True)
class MacroSpec:
    """A macro as the checker sees it. `argument` says what its text argument names; None for a macro without."""

    name: str
    type: Type
    doc: Wording
    argument: Wording | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Macros by name in small letters; `elsewhere` knows where else a macro would be available.

    `page` is the page of the manual that lists them.
    """

    macros: Mapping[str, MacroSpec]
    elsewhere: Mapping[str, Wording] = field(default_factory=dict)
    page: Wording = _OF_DOCUMENTS

    def find(self, name: str) -> MacroSpec | None:
        return self.macros.get(name.casefold())

    def nearest(self, name: str) -> str | None:
        """The macro that a name means: by its words, else by its letters."""
        specs = self.macros.values()
        found = meant(name, [(spec.name, spec.doc.pl) for spec in specs])
        return found or nearest("@" + plain(name).lstrip("@"), [spec.name for spec in specs], cutoff=_NEAR)


def vocabulary(
    specs: Iterable[MacroSpec], elsewhere: Mapping[str, Wording] | None = None, *, page: Wording = _OF_DOCUMENTS
) -> Vocabulary:
    """A vocabulary of these macros."""
    return Vocabulary({spec.name.casefold(): spec for spec in specs}, elsewhere or {}, page)
