"""Which contractor of Optima somebody is: found by NIP or PESEL, on file or made earlier in the run (000:70–77)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dekret.model.directory import Directory
from dekret.model.parties import Party, code_key
from dekret.values.identifiers import plain_tax_id

_HOME = "PL"


@dataclass(slots=True)
class Book:
    """The codes of contractors by each of their numbers; and by their codes what numbers they have."""

    _codes: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, directory: Directory) -> "Book":
        """The contractors of a company's file."""
        book = cls()
        for known in directory.parties.values():
            book.add(
                known.code, (Party(code=known.code, tax_id=known.tax_id, country=known.country, pesel=known.pesel),)
            )
        return book

    def add(self, code: str, parties: Iterable[Party]) -> None:
        """Remembers a contractor with the numbers of all whose data it has; the first of a number keeps it."""
        numbers = set(_numbers(parties))
        self._numbers.setdefault(code_key(code), set()).update(numbers)
        for number in numbers:
            self._codes.setdefault(number, code)

    def find(self, parties: Iterable[Party]) -> tuple[str, ...]:
        """The codes of all contractors that have a number of one of these, each once; several mean a contradiction."""
        found = (self._codes[number] for number in _numbers(parties) if number in self._codes)
        return tuple(dict.fromkeys(found))

    def has_code(self, code: str) -> bool:
        """Whether a code is given to a contractor."""
        return code_key(code) in self._numbers

    def has_numbers(self, code: str) -> bool:
        """Whether the contractor of a code has a NIP or a PESEL by which it could be found."""
        return bool(self._numbers.get(code_key(code)))


def _numbers(parties: Iterable[Party]) -> Iterator[str]:
    """The numbers of parties, each with its kind and country: abroad one may have the digits of somebody's NIP."""
    for party in parties:
        if party.tax_id:
            number = plain_tax_id(party.tax_id)
            yield f"NIP {number if number[:2].isalpha() else (party.country or _HOME) + number}"
        if party.pesel:
            yield f"PESEL {''.join(party.pesel.split())}"
