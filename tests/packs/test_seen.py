"""The table of documents seen already, against a dictionary."""

import random

from dekret.packs.seen import Seen

SPREAD = random.Random(20260331)  # noqa: S311 - the same numbers in every run


def both(pairs):
    """What `Seen` and a dictionary say of digests and places, one after the other."""
    seen, known = Seen(), {}
    for digest, place in pairs:
        yield seen.first(digest, place), known.get(digest)
        known.setdefault(digest, place)


def agree(pairs):
    return all(found == wanted for found, wanted in both(pairs))


def test_two_hundred_thousand_digests_zero_among_them():
    digests = [SPREAD.getrandbits(64) | 2 for _ in range(200_000)]
    digests[777] = digests[150_000] = 0
    digests[1000:2000] = digests[:1000]
    assert agree((digest, place) for place, digest in enumerate(digests))


def test_digests_that_fall_into_one_slot():
    same = [step << 40 | 7 for step in range(400)]
    assert agree((digest, place) for place, digest in enumerate([*same, *same]))


def test_the_largest_digest_and_the_largest_place():
    last = (1 << 64) - 1
    assert agree([(last, last), (last, 1), (last - 1, 0), (last - 1, 5)])


def test_a_place_of_zero_is_a_place():
    seen = Seen()
    assert seen.first(5, 0) is None
    assert seen.first(5, 9) == 0


def test_growing_forgets_nothing():
    seen = Seen()
    digests = [SPREAD.getrandbits(64) | 2 for _ in range(20_000)]
    assert not any(seen.first(digest, place) for place, digest in enumerate(digests, start=1))
    assert [seen.first(digest, 0) for digest in digests] == list(range(1, 20_001))
