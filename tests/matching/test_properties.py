"""What holds of all proposals, whatever the items and the lines."""

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from dekret.matching.assign import propose_all
from dekret.matching.index import Items
from dekret.matching.look import MOST_LIKE, MOST_WALKED
from dekret.matching.open_items import OpenItem
from dekret.matching.propose import MOST_PROPOSALS, propose
from dekret.matching.sums import MOST_ITEMS, choose
from dekret.model.statements import BankLine

ACCOUNTS = ["", "61109010140000071219812874", "24101000000000123456789012"]
TAX_IDS = ["", "5250000009", "5580730219"]
NUMBERS = ["FV 1/2026", "FV 2/2026", "FS/3/2026/MAG", "KOR 1/2026", "12345"]
TITLES = ["zapłata", "FV 1/2026", "fv 1, 2/2026", "FV 1/2026 KOR 1/2026", "12345", "za 01/2026", "NIP 5250000009"]
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 2, 28))
AMOUNTS = st.sampled_from([Decimal(text) for text in ("10", "20", "30", "12.30", "0.01", "50")])


@st.composite
def items(draw):
    return [
        OpenItem(
            id=str(place),
            number=draw(st.sampled_from(NUMBERS)),
            direction=draw(st.sampled_from(["in", "out"])),
            amount=draw(AMOUNTS),
            currency=draw(st.sampled_from(["PLN", "PLN", "EUR"])),
            partly=draw(st.booleans()),
            accounts=tuple(filter(None, [draw(st.sampled_from(ACCOUNTS))])),
            party_tax_id=draw(st.sampled_from(TAX_IDS)),
            due_date=draw(st.none() | DAYS),
        )
        for place in range(draw(st.integers(0, 8)))
    ]


@st.composite
def lines(draw):
    return BankLine(
        date=draw(DAYS),
        amount=draw(AMOUNTS) * draw(st.sampled_from([1, -1, 2, 3])),
        currency=draw(st.sampled_from(["PLN", "PLN", "EUR"])),
        title=draw(st.sampled_from(TITLES)),
        party_account=draw(st.sampled_from(ACCOUNTS)),
        party_tax_id=draw(st.sampled_from(TAX_IDS)),
    )


def all_of(match):
    return [*([match.proposal] if match.proposal else []), *match.alternatives]


FEWER = settings(max_examples=max(10, settings().max_examples // 3))


@FEWER
@given(items(), lines())
def test_a_proposal_adds_up_and_keeps_to_its_side(some, line):
    match = propose(line, Items(some))
    for proposal in all_of(match):
        assert sum(part.amount for part in proposal.parts) + proposal.rest == abs(line.amount)
        assert proposal.rest >= 0
        assert 0 < proposal.score <= 100
        assert proposal.reasons
        for part in proposal.parts:
            assert part.item.currency == line.currency
            assert 0 < abs(part.amount) <= part.item.amount
            assert (part.amount > 0) == (part.item.direction == ("in" if line.amount > 0 else "out"))
    scores = [proposal.score for proposal in all_of(match)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= MOST_PROPOSALS
    assert match.proposal or match.remarks


@FEWER
@given(items(), lines(), st.randoms(use_true_random=False))
def test_the_order_of_items_does_not_matter(some, line, chance):
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert propose(line, Items(some)) == propose(line, Items(shuffled))


@FEWER
@given(items(), st.lists(lines(), max_size=6))
def test_nothing_is_handed_out_twice(some, several):
    settled = {}
    for match in propose_all(several, Items(some)):
        for part in match.proposal.parts if match.proposal else ():
            settled[part.item.id] = settled.get(part.item.id, 0) + abs(part.amount)
    amounts = {item.id: item.amount for item in some}
    assert all(amount <= amounts[id_] for id_, amount in settled.items())


@FEWER
@given(items(), st.lists(lines(), max_size=6))
def test_many_lines_have_the_proposals_of_each(some, several):
    index = Items(some)
    for line, match in zip(several, propose_all(several, index), strict=True):
        alone = propose(line, index)
        assert match.line is line
        assert sorted(map(repr, all_of(match))) == sorted(map(repr, all_of(alone)))


@given(st.lists(st.integers(-5000, 5000), max_size=MOST_ITEMS), st.integers(1, 20000))
def test_a_choice_adds_up(amounts, wanted):
    choice = choose(amounts, wanted)
    if choice.places:
        assert sum(amounts[place] for place in choice.places) == wanted
        assert len(set(choice.places)) == len(choice.places) > 1


@given(st.lists(st.integers(1, 5000), min_size=2, max_size=10), st.data())
def test_a_sum_that_is_there_is_found(amounts, data):
    taken = data.draw(st.lists(st.sampled_from(range(len(amounts))), min_size=2, unique=True))
    assert choose(amounts, sum(amounts[place] for place in taken)).places


class Counted(Items):
    """Counts how often an item is looked at."""

    looks = 0

    def __getitem__(self, place):
        self.looks += 1
        return super().__getitem__(place)


def test_a_line_does_not_walk_all_items():
    many = Counted(
        OpenItem(
            id=str(place),
            number=f"FV {place}/2026",
            direction="in",
            amount=Decimal((100, 200, place + 1)[place % 3]),
            accounts=(ACCOUNTS[1 + place % 2],),
        )
        for place in range(8_000)
    )
    for title in ("FV 7999/2026", "zapłata", "FV 1/2026, 2/2026", "zapłata 00001"):
        for account in ACCOUNTS:
            for amount in (100, 7, 123_456):
                many.looks = 0
                propose(
                    BankLine(date=dt.date(2026, 1, 1), amount=Decimal(amount), title=title, party_account=account), many
                )
                assert many.looks < 5 * (MOST_LIKE + MOST_WALKED)
