"""Contractors of the Integrator for Optima: read by a map, checked by rules, found by NIP or PESEL or to be created.

What the languages say stands in `rules/thtg`: the codes K_ and KT_ in the map THTG-KONTRAHENCI, what a contractor has
to have in the rules THTG-KONTRAHENT. Here is the search, which asks two keys of several people at once (000:59–91).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec
from msgspec.structs import replace

from dekret.intake.received import Received, Rejected
from dekret.model.contractors import Contractor
from dekret.model.documents import AnyDocument
from dekret.model.parties import Party, code_key
from dekret.model.thtg import ThtgContractor
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.thtg import problems
from dekret.packs.thtg.book import Book
from dekret.packs.thtg.by import Reading, ThtgBy, is_refused
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.source import Span
from dekret.text.wording import Wording

MAP = "THTG-KONTRAHENCI"
OPERATION = "THTG kontrahenci"
_LONGEST_NAME = 512
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Sent:
    """A contractor with what becomes of it, and what is to be said of it all the same."""

    contractor: ThtgContractor
    remarks: tuple[Diagnostic, ...]

    @property
    def text(self) -> str:
        """The contractor as JSON."""
        return msgspec.json.encode(self.contractor).decode()


class Contractors:
    """Finds contractors one after the other; one that is to be created is found by those behind it."""

    def __init__(self, library: Library, by: ThtgBy) -> None:
        """Raises `UsageError` where there is no company's file; errors of the map stand in `report`."""
        self._reading = Reading(library, by, (MAP,), OPERATION)
        self.report = self._reading.report
        self.book = Book.of(self._reading.directory)
        self._sent_before: dict[str, Span] = {}

    def run(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Sent | Refused]:
        """What becomes of every contractor of files, in order; `-` is standard input. Raises `FileError`."""
        for path in inputs:
            for item in self._reading.read(path, standard_input):
                yield Refused(item.diagnostics) if isinstance(item, Rejected) else self._sent(item)

    def _sent(self, item: Received[AnyDocument]) -> Sent | Refused:
        contractor = item.document
        assert isinstance(contractor, Contractor)
        said = self._reading.said(item)
        if is_refused(said):
            return Refused(said)
        code = found_code(self.book, contractor.number, contractor.people, item.span)
        if isinstance(code, Diagnostic):
            return Refused((*said, code))
        known = self.book.has_code(code)
        self.book.add(code, contractor.people)
        party = replace(together(contractor), code=code)
        sent = ThtgContractor(
            action="exists" if known else "create",
            code=code,
            integrator_code=contractor.number,
            party=party,
            clients=contractor.clients if len(contractor.clients) > 1 else (),
        )
        return Sent(sent, (*said, *self._again(contractor.number, item.span)))

    def _again(self, code: str, place: Span) -> Iterator[Diagnostic]:
        """That a contractor was sent before in this run: its card is made once, and the first data are in it."""
        first = self._sent_before.setdefault(code_key(code), place)
        if first is not place:
            where = Related(first, Wording("pierwszy z nich", "the first of them"))
            yield problems.CONTRACTOR_TWICE.at(place, related=(where,), code=code)


def found_code(book: Book, code: str, people: Sequence[Party], place: Span) -> str | Diagnostic:
    """The code in Optima of a contractor: of the one that has a number of these people, else its own code.

    One on file under the same code without NIP and PESEL is the same: the codes hold the ids of the Integrator. One
    that has other numbers is not: its NIP was changed, and a person has to say where it is right.
    """
    found = book.find(people)
    if len(found) > 1:
        return problems.SEVERAL_FOUND.at(place, code=code, codes=", ".join(found))
    if found:
        return found[0]
    if book.has_code(code) and book.has_numbers(code):
        return problems.CODE_TAKEN.at(place, code=code)
    return code


def together(contractor: Contractor) -> Party:
    """One party with the data of all clients of an agreement (000:68): all names, the first number of each kind.

    The address is that of the first; the source does not tell, so that the agreement's first client leads.
    """
    people = contractor.people
    if len(people) == 1:
        return contractor.party
    names = [person.name for person in people]
    while len(_BETWEEN.join(names)) > _LONGEST_NAME:
        names.pop()
    return replace(
        contractor.party,
        name=_BETWEEN.join(names),
        tax_id=next((person.tax_id for person in people if person.tax_id), ""),
        pesel=next((person.pesel for person in people if person.pesel), ""),
    )
