"""Runs of words in a title that may be numbers, and the lists they stand in.

In a list what is said once holds for all: FV 1, 2 i 3/2026; FS/KRK/1/2026, 2/2026. A range is such a list: FV 1-3/2026.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dekret.matching.invoice_numbers import LEAST_NAMED, Key, key_of
from dekret.matching.title_words import Gap, Word

_AFTER_LIST = frozenset(("ZA", "Z", "NA", "OD", "DO", "ZGODNIE"))
"""Words that may follow the last number of a list; behind others 5 is rather 5 pieces."""
_NUMBER_WORDS = frozenset(("NR", "NRY", "NUMER", "NUMERY", "NO"))
_OTHERS = frozenset(
    (
        *("UMOWA", "UMOWY", "UMOWE", "UM", "ANEKS", "ANEKSU", "ZAMOWIENIE", "ZAMOWIENIA", "ZAM", "ZLECENIE"),
        *("ZLECENIA", "ZLEC", "POLISA", "POLISY", "RATA", "RATY", "OFERTA", "OFERTY", "PROFORMA", "PROFORMY", "PF"),
        *("WZ", "KLIENT", "KLIENTA", "SPRAWA", "SPRAWY", "DECYZJA", "DECYZJI", "KARTA", "KARTY", "PROJEKT"),
    )
)
"""Words before numbers that are no invoices; such a number is looked up all the same, but never sure."""
_LONGEST_RANGE = 50
"""More numbers no transfer pays: what looks like such a range is a number."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words joined by signs, digits among them, without the words such as FV before it.

    `chain` is the list it belongs to; `named` where a word such as FV stands before the list.
    """

    start: int
    end: int
    chain: int
    named: bool


def runs_of(words: Sequence[Word]) -> list[Run]:
    """The runs of a title, from the left."""
    runs: list[Run] = []
    place = 0
    while place < len(words):
        start = place
        place += 1
        while place < len(words) and words[place].gap in (Gap.NONE, Gap.SIGN):
            place += 1
        while start < place and words[start].is_prefix:
            start += 1
        if any(word.is_digits for word in words[start:place]):
            runs.append(_run(words, start, place, runs))
    return runs


def _run(words: Sequence[Word], start: int, end: int, before: Sequence[Run]) -> Run:
    named = is_behind_prefix(words, start)
    last = before[-1] if before else None
    if last and _goes_on(words, last.end, start):
        return Run(start, end, last.chain, named or last.named)
    return Run(start, end, len(before), named)


def _goes_on(words: Sequence[Word], end: int, start: int) -> bool:
    """Whether a list goes on: a comma or `i`, perhaps FV again; or digits behind digits, with a blank alone."""
    if start == end and words[end].gap is Gap.BLANK:
        return words[end].is_digits and words[end - 1].is_digits
    return words[end].gap is Gap.LIST and all(word.is_prefix for word in words[end:start])


def is_behind_prefix(words: Sequence[Word], start: int) -> bool:
    """Whether a word such as FV stands before a number, and it is not that of a contract."""
    if start == 0 or not words[start - 1].is_prefix or words[start].gap is Gap.BREAK:
        return False
    return not is_of_other(words, start)


def is_of_other(words: Sequence[Word], start: int) -> bool:
    """Whether a number is that of a contract or an order, as in `umowa nr 12/2026`."""
    while start and words[start - 1].written in _NUMBER_WORDS:
        start -= 1
    return start > 0 and words[start - 1].written in _OTHERS


def carried(words: Sequence[Word], runs: Sequence[Run]) -> Iterator[tuple[Run, Key]]:
    """Members of a list that leave out what its longest number says: 1 and 2 of `1, 2 i 3/2026`."""
    chains: dict[int, list[Run]] = {}
    for run in runs:
        chains.setdefault(run.chain, []).append(run)
    for chain in chains.values():
        whole = max(chain, key=lambda run: run.end - run.start)
        model = [word.written for word in words[whole.start : whole.end]]
        for run in chain if len(chain) > 1 else []:
            member = [word.written for word in words[run.start : run.end]]
            if run.named and len(member) < len(model) and all(map(str.isdigit, member)) and _ends_here(words, run):
                for key in _filled(model, member):
                    yield run, key


def _ends_here(words: Sequence[Word], run: Run) -> bool:
    if run.end == len(words) or run.end - run.start > 1:
        return True
    return words[run.end].gap in (Gap.LIST, Gap.BREAK) or words[run.end].written in _AFTER_LIST


def _filled(model: Sequence[str], member: Sequence[str]) -> Iterator[Key]:
    """The number of a list's member: the model with its digits, from the first or up to the last, put in."""
    digits = [place for place, word in enumerate(model) if word.isdigit()]
    if len(member) > len(digits):
        return
    for places in dict.fromkeys((tuple(digits[: len(member)]), tuple(digits[-len(member) :]))):
        filled = list(model)
        for place, word in zip(places, member, strict=True):
            filled[place] = word
        yield key_of(filled)


def ranges(words: Sequence[Word], runs: Sequence[Run], text: str) -> Iterator[tuple[Run, tuple[str, ...], list[Key]]]:
    """Ranges behind a word such as FV, with their members as they would be written, and as keys.

    What parts the two numbers is a hyphen, and nothing else in the run is one: 1-3/2026, 2026/01/5-7, and
    1/2026-3/2026, whose ends are the same but for one number. Whether 1-3/2026 is not a number of its own is for the
    one who looks to see.
    """
    for run in runs:
        if not run.named:
            continue
        inner = words[run.start : run.end]
        hyphens = [place for place, gap in enumerate(_signs(inner, text), start=1) if gap in _HYPHENS]
        if len(hyphens) != 1:
            continue
        opened = list(_opened(inner, hyphens[0]))
        if opened:
            yield run, tuple("/".join(member) for member in opened), [key_of(member) for member in opened]


_HYPHENS = ("-", "–")


def _signs(words: Sequence[Word], text: str) -> Iterator[str]:
    """What stands between words."""
    return (text[one.end : other.start].strip() for one, other in pairwise(words))


def _opened(words: Sequence[Word], hyphen: int) -> Iterator[list[str]]:
    """The members of a range whose second number begins at a place; none where it is no range."""
    written = [word.written for word in words]
    before, behind = written[:hyphen], written[hyphen:]
    if len(before) == len(behind) > 1:
        differing = [place for place, (one, other) in enumerate(zip(before, behind, strict=True)) if one != other]
        if len(differing) != 1:
            return
        place, model = differing[0], before
    else:
        place, model = hyphen - 1, [*before, *behind[1:]]
    first, last = before[place], behind[place] if model is before else behind[0]
    told = sum(word.isdigit() for word in model) > 1 or len(first) >= LEAST_NAMED
    if told and first.isdigit() and last.isdigit() and int(first) < int(last) < int(first) + _LONGEST_RANGE:
        for number in range(int(first), int(last) + 1):
            yield [*model[:place], str(number), *model[place + 1 :]]
