"""What a rule asks: the document as a whole, or every, no or some part of one kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from dekret.documents.document_types import DocumentType
from dekret.documents.macros import Scope
from dekret.syntax.schema import Word
from dekret.text.wording import Wording


class Quantifier(Enum):
    """How many of the parts have to meet the condition."""

    EVERY = "every"
    NO = "no"
    SOME = "some"


_FORMS: Mapping[str, Mapping[Quantifier, str]] = {
    "m": {Quantifier.EVERY: "każdy", Quantifier.NO: "żaden", Quantifier.SOME: "jakiś"},
    "f": {Quantifier.EVERY: "każda", Quantifier.NO: "żadna", Quantifier.SOME: "jakaś"},
    "n": {Quantifier.EVERY: "każde", Quantifier.NO: "żadne", Quantifier.SOME: "jakieś"},
}
"""The Polish quantifiers by the gender of the noun."""


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of part: its noun, its gender, the scopes that it is in the types of document."""

    name: Wording
    gender: str
    scopes: tuple[Scope, ...]


PARTS: tuple[Part, ...] = (
    Part(Wording("pozycja", "position"), "f", (Scope.POSITION, Scope.ELEMENT)),
    Part(Wording("płatność", "payment"), "f", (Scope.PAYMENT,)),
    Part(Wording("zapis", "entry"), "m", (Scope.ENTRY,)),
    Part(Wording("kwota dodatkowa", "additional amount"), "f", (Scope.ADDITIONAL,)),
    Part(Wording("zaliczka", "advance"), "f", (Scope.ADVANCE,)),
    Part(Wording("klient", "client"), "m", (Scope.CLIENT,)),
    Part(Wording("opakowanie", "package"), "n", (Scope.PACKAGE,)),
    Part(Wording("wiersz opisu analitycznego", "analytic row"), "m", (Scope.ANALYTIC,)),
)
"""The parts that rules may run over; a position is that of an invoice, or an element of a VAT register."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule asks; without a part the document as a whole, once."""

    word: Word
    quantifier: Quantifier = Quantifier.EVERY
    part: Part | None = None

    def scope(self, type_: DocumentType) -> Scope | None:
        """The scope of the subject in a type of document; None where the type has no such part."""
        if self.part is None:
            return Scope.DOCUMENT
        return next((scope for scope in self.part.scopes if scope in type_.parts), None)

    @property
    def is_some(self) -> bool:
        return self.quantifier is Quantifier.SOME


WHOLE = Subject(Word("dokument", "document"))


def _subjects() -> Iterator[Subject]:
    yield WHOLE
    for part in PARTS:
        for quantifier, form in _FORMS[part.gender].items():
            word = Word(f"{form} {part.name.pl}", f"{quantifier.value} {part.name.en}")
            yield Subject(word, quantifier, part)


SUBJECTS: Mapping[Word, Subject] = {subject.word: subject for subject in _subjects()}
