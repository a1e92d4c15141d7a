"""Contractors as the THTG Integrator sends them to Optima: one for each contractor and agreement (000:59–91)."""

from typing import Annotated

from msgspec import Meta

from dekret.model.base import Date, Number, Record, Text
from dekret.model.parties import Party


class Contractor(Record, frozen=True, kw_only=True, tag_field="type", tag="contractor"):
    """A contractor to be made in Optima, or found there by NIP or PESEL.

    `number` is the code that the rules give it: K_ and the id of a client, KT_ and that of a contractor (000:79–87).
    Of an agreement with several clients there is one contractor with the data of all of them (000:68): `party` is the
    first, `clients` are all. `issue_date` is the day of signing or of change; rules are chosen by it.
    """

    number: Annotated[Number, Meta(title="Kod kontrahenta")]
    issue_date: Annotated[Date, Meta(title="Data zmiany")]
    party: Annotated[Party, Meta(title="Podmiot")]
    clients: Annotated[tuple[Party, ...], Meta(title="Klienci umowy")] = ()
    description: Annotated[Text, Meta(title="Opis")] = ""

    @property
    def type(self) -> str:
        """The type of the record, as its file names it."""
        return str(self.__struct_config__.tag)

    @property
    def people(self) -> tuple[Party, ...]:
        """All whose data the contractor has: the clients of an agreement, or the one party."""
        return self.clients or (self.party,)
