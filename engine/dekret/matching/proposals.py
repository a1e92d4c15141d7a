"""What is proposed for a bank line: records with Polish titles, which can be written as JSON. They settle nothing."""

from typing import Annotated

from msgspec import Meta

from dekret.matching.open_items import OpenItem
from dekret.model.base import Money, Record
from dekret.model.statements import BankLine
from dekret.text.wording import Wording


class Part(Record, frozen=True, kw_only=True):
    """How much of an item a line settles; below zero of one that is set against the others, as a correction is."""

    item: Annotated[OpenItem, Meta(title="Pozycja")]
    amount: Annotated[Money, Meta(title="Kwota rozliczana")]


class Proposal(Record, frozen=True, kw_only=True):
    """The items that a line may settle, with a score from 0 to 100 and the reasons for it.

    The amounts of the parts and `rest`, what the line has above them, add up to the amount of the line.
    """

    parts: Annotated[tuple[Part, ...], Meta(title="Pozycje")]
    score: Annotated[int, Meta(title="Ocena")]
    reasons: Annotated[tuple[Wording, ...], Meta(title="Powody")]
    rest: Annotated[Money, Meta(title="Pozostaje")]


class Match(Record, frozen=True, kw_only=True):
    """A line with the best proposal, the others, the best of them first, and what else there is to say.

    Without a proposal the remarks say why.
    """

    line: Annotated[BankLine, Meta(title="Pozycja wyciągu")]
    proposal: Annotated[Proposal | None, Meta(title="Propozycja")] = None
    alternatives: Annotated[tuple[Proposal, ...], Meta(title="Inne propozycje")] = ()
    remarks: Annotated[tuple[Wording, ...], Meta(title="Uwagi")] = ()
