"""Parties of orders: completed from the company's file, and told apart."""

import pytest

from dekret.despatch.parties import filled, known_party, same_party, shown_party
from dekret.model.directory import Directory, KnownParty, TradeFile
from dekret.model.parties import Party

MARKET = KnownParty("MARKET", "Market Dom", "6736819308", country="PL", city="Opole", gln="5900000000015")
DIRECTORY = Directory(
    "F",
    parties={"market": MARKET},
    parties_by_tax_id={"6736819308": MARKET},
    trade=TradeFile(parties_by_gln={MARKET.gln: MARKET}),
)


@pytest.mark.parametrize(
    "party",
    [
        Party(code="market"),
        Party(gln="5900000000015"),
        Party(tax_id="673-681-93-08"),
        Party(code="X", tax_id="6736819308"),
    ],
)
def test_a_party_is_known_by_code_gln_or_nip(party):
    assert known_party(party, DIRECTORY) == MARKET
    assert (filled(party, DIRECTORY).name, filled(party, DIRECTORY).city) == ("Market Dom", "Opole")


@pytest.mark.parametrize("party", [Party(), Party(code="X"), Party(name="Market Dom")])
def test_an_unknown_party_stays_as_it_is(party):
    assert known_party(party, DIRECTORY) is None
    assert filled(party, DIRECTORY) == party
    assert filled(Party(code="market"), None) == Party(code="market")


def test_what_is_said_stays_and_what_no_field_takes_is_left_out():
    party = filled(Party(code="MARKET", city="Brzeg"), DIRECTORY)
    assert (party.city, party.name) == ("Brzeg", "Market Dom")
    long = KnownParty("LONG", "N" * 600, country="Polska", city="Opole")
    party = filled(Party(code="LONG"), Directory("F", parties={"long": long}))
    assert (party.name, party.country, party.city) == ("", "", "Opole")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Party(), Party(), True),
        (Party(code="A", name="x"), Party(code="a", name="y"), True),
        (Party(code="A", gln="1" * 13), Party(code="B", gln="1" * 13), False),
        (Party(gln="1" * 13), Party(code="B", gln="1" * 13), True),
        (Party(tax_id="673-681-93-08"), Party(tax_id="PL6736819308"), True),
        (Party(name="Market"), Party(name="MARKET", gln="1" * 13), True),
        (Party(name="Market"), Party(gln="1" * 13), False),
    ],
)
def test_the_first_that_both_have_decides(one, other, same):
    assert same_party(one, other) is same
    assert same_party(other, one) is same


def test_what_a_party_is_called():
    assert [shown_party(each) for each in (Party(), Party(name="N"), Party(code="K", name="N"))] == ["–", "N", "K"]
