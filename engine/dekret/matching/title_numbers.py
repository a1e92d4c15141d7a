"""The numbers that a title names: those that somebody knows, and those that look like numbers and nobody knows.

Every run of neighbouring words of a title is looked up, the longest first, so that numbers of any make are found. Two
words parted by a blank alone may be one that the bank broke at the end of a line: 1/20 26. In a list what is said once
holds for all: FV 1, 2 i 3/2026, FS/KRK/1/2026, 2/2026. Ranges (1-3/2026) are not opened.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dekret.matching.invoice_numbers import LEAST_DIGITS, LEAST_NAMED, Key, Likeness, is_year, key_of, ksef_numbers
from dekret.matching.title_words import Gap, Word, folded, words_of

_AFTER_LIST = frozenset(("ZA", "Z", "NA", "OD", "DO", "ZGODNIE"))
"""Words that may follow the last number of a list; behind others 5 is rather 5 pieces."""


_NUMBER_WORDS = frozenset(("NR", "NRY", "NUMER", "NUMERY", "NO"))
_OTHERS = frozenset(
    (
        *(
            "UMOWA",
            "UMOWY",
            "UMOWE",
            "UM",
            "ANEKS",
            "ANEKSU",
            "ZAMOWIENIE",
            "ZAMOWIENIA",
            "ZAM",
            "ZLECENIE",
            "ZLECENIA",
        ),
        *("ZLEC", "POLISA", "POLISY", "RATA", "RATY", "OFERTA", "OFERTY", "PROFORMA", "PROFORMY", "PF", "WZ", "KLIENT"),
        *("KLIENTA", "SPRAWA", "SPRAWY", "DECYZJA", "DECYZJI", "KARTA", "KARTY", "PROJEKT", "PROJEKTU"),
    )
)
"""Words before numbers that are no invoices; such a number is looked up all the same, but never sure."""


Known = Callable[[Key], int]
"""How like a number a key is, at its best (`Likeness`); 0 of a key that is nobody's."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A number named by a title: `start` and `end` are its characters there, `written` what stands there.

    It is `sure` behind a word such as FV, with letters of its own, or where it can be no month and no date; never as a
    piece of a longer number.
    """

    start: int
    end: int
    key: Key
    written: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Named:
    """What a title names: numbers that are known, in its order, and what is written where the others stand."""

    hits: tuple[Hit, ...] = ()
    unknown: tuple[str, ...] = ()


_AS_IT_IS, _CARRIED, _BROKEN = range(3)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of words and a key it may stand for; `rank` orders them, the lowest first."""

    start: int
    end: int
    key: Key
    rank: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Words joined by signs, digits among them, without the words such as FV before it.

    `chain` is the list it belongs to; `named` where a word such as FV stands before the list.
    """

    start: int
    end: int
    chain: int
    named: bool


def named_in(title: str, *, known: Known, longest: int) -> Named:
    """The numbers of a title: those that somebody knows have at most `longest` words.

    >>> def known(key):
    ...     return 2 if key in {("1", "2026"), ("2", "2026")} else 0
    >>> found = named_in("za FV 1/20 26, 2/2026 i 9/2026 z dn. 2.03.2026", known=known, longest=2)
    >>> [hit.key for hit in found.hits], found.unknown
    ([('1', '2026'), ('2', '2026')], ('9/2026',))
    >>> named_in("czynsz", known=known, longest=2)
    Named(hits=(), unknown=())
    """
    text = folded(title)
    if not any("0" <= character <= "9" for character in text):
        return Named()
    hits: list[Hit] = []
    unknown: list[str] = []
    for start, end, key in ksef_numbers(text):
        if known(key):
            hits.append(Hit(start, end, key, title[start:end], sure=True))
        else:
            unknown.append(title[start:end])
        text = f"{text[:start]},{' ' * (end - start - 2)},{text[end:]}"
    words = words_of(text)
    runs = _runs(words)
    chosen = _chosen(_known_candidates(words, runs, known=known, longest=longest))
    hits += [_hit(title, words, runs, each) for each in chosen]
    unknown += [
        title[words[run.start].start : words[run.end - 1].end]
        for run in runs
        if run.named and _means(words, run.start, run.end, named=True) and not _overlaps(run, chosen)
    ]
    return Named(tuple(sorted(hits, key=lambda hit: hit.start)), tuple(unknown))


# --- runs and lists


def _runs(words: Sequence[Word]) -> list[_Run]:
    runs: list[_Run] = []
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


def _run(words: Sequence[Word], start: int, end: int, before: Sequence[_Run]) -> _Run:
    named = _is_behind_prefix(words, start)
    last = before[-1] if before else None
    if last and _goes_on(words, last.end, start):
        return _Run(start, end, last.chain, named or last.named)
    return _Run(start, end, len(before), named)


def _goes_on(words: Sequence[Word], end: int, start: int) -> bool:
    """Whether a list goes on: a comma or `i`, perhaps FV again; or digits behind digits, with a blank alone."""
    if start == end and words[end].gap is Gap.BLANK:
        return words[end].is_digits and words[end - 1].is_digits
    return words[end].gap is Gap.LIST and all(word.is_prefix for word in words[end:start])


def _is_behind_prefix(words: Sequence[Word], start: int) -> bool:
    if start == 0 or not words[start - 1].is_prefix or words[start].gap is Gap.BREAK:
        return False
    return not _is_of_other(words, start)


def _is_of_other(words: Sequence[Word], start: int) -> bool:
    """Whether a number is that of a contract or an order, as in `umowa nr 12/2026`."""
    while start and words[start - 1].written in _NUMBER_WORDS:
        start -= 1
    return start > 0 and words[start - 1].written in _OTHERS


def _overlaps(run: _Run, chosen: Sequence[_Candidate]) -> bool:
    return any(each.start < run.end and run.start < each.end for each in chosen)


# --- candidates


def _known_candidates(
    words: Sequence[Word], runs: Sequence[_Run], *, known: Known, longest: int
) -> Iterator[_Candidate]:
    for start in range(len(words)):
        digits = False
        for end in range(start + 1, min(len(words), start + longest + 1) + 1):
            if end - start > 1 and words[end - 1].gap in (Gap.LIST, Gap.BREAK):
                break
            digits = digits or words[end - 1].is_digits
            for key, how in _of_window(words, start, end) if digits else ():
                if (like := known(key)) and _means(words, start, end, named=_is_named(words, runs, start)):
                    yield _Candidate(start, end, key, _rank(words, start, end, like=like, how=how))
    for run, key in _carried(words, runs):
        if like := known(key):
            rank = _rank(words, run.start, run.end, like=like, how=_CARRIED)
            yield _Candidate(run.start, run.end, key, rank)


def _rank(words: Sequence[Word], start: int, end: int, *, like: int, how: int) -> tuple[int, ...]:
    """The longest, but for words such as FV; the most like; as it is written; then with FV; then from the left."""
    inner = sum(not word.is_prefix for word in words[start:end])
    return (-inner, like == Likeness.PART, how, start - end, start)


def _of_window(words: Sequence[Word], start: int, end: int) -> Iterator[tuple[Key, int]]:
    """The words as they are, then with two of a kind, parted by a blank alone, as one."""
    written = [word.written for word in words[start:end]]
    yield key_of(written), _AS_IT_IS
    for place in range(1, end - start):
        word, before = words[start + place], words[start + place - 1]
        if word.gap is Gap.BLANK and word.is_digits is before.is_digits:
            broken = [*written[: place - 1], written[place - 1] + written[place], *written[place + 1 :]]
            yield key_of(broken), _BROKEN


def _carried(words: Sequence[Word], runs: Sequence[_Run]) -> Iterator[tuple[_Run, Key]]:
    """Members of a list that leave out what its longest number says: 1 and 2 of `1, 2 i 3/2026`."""
    chains: dict[int, list[_Run]] = {}
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


def _ends_here(words: Sequence[Word], run: _Run) -> bool:
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


def _chosen(candidates: Iterator[_Candidate]) -> list[_Candidate]:
    """Those that do not overlap, the longest first."""
    found: list[_Candidate] = []
    for each in sorted(candidates, key=lambda candidate: candidate.rank):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return found


# --- what a run of words may mean


def _is_named(words: Sequence[Word], runs: Sequence[_Run], start: int) -> bool:
    return (
        (words[start].is_prefix and not _is_of_other(words, start + 1))
        or _is_behind_prefix(words, start)
        or any(run.named and run.start <= start < run.end for run in runs)
    )


def _means(words: Sequence[Word], start: int, end: int, *, named: bool) -> bool:
    """Whether a run says enough to be a number: 12 alone does not."""
    inner = [word for word in words[start:end] if not word.is_prefix]
    digits = [word.written for word in inner if word.is_digits]
    if len(digits) != 1:
        return bool(digits)
    if len(inner) > 1:
        return named or sum(len(word.written) for word in inner) >= LEAST_DIGITS
    return len(digits[0]) >= (LEAST_NAMED if named else LEAST_DIGITS) and not _goes_with_digits(words, start, end)


def _goes_with_digits(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether digits alone are but a piece: 123 of 123/2025, or of 123 2025."""
    joined = (Gap.NONE, Gap.SIGN)
    if start and words[start - 1].is_digits and words[start].gap in joined:
        return True
    if end == len(words) or not words[end].is_digits:
        return False
    return words[end].gap in joined or (words[end].gap is Gap.BLANK and is_year(words[end].written))


def _hit(title: str, words: Sequence[Word], runs: Sequence[_Run], each: _Candidate) -> Hit:
    start, end = words[each.start].start, words[each.end - 1].end
    told = not _is_of_other(words, each.start) and not _may_be_date(words[each.start : each.end])
    sure = (told or _is_named(words, runs, each.start)) and not _is_cut(words, each)
    return Hit(start, end, each.key, title[start:end], sure=sure)


def _is_cut(words: Sequence[Word], each: _Candidate) -> bool:
    """Whether a longer number goes on before or behind it: 345/2026 of 12/345/2026, of KRK/345/2026."""
    begins = each.start > 0 and not words[each.start - 1].is_prefix and _is_tight(words, each.start)
    return begins or (each.end < len(words) and words[each.end].is_digits and _is_tight(words, each.end))


def _is_tight(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    return word.gap in (Gap.NONE, Gap.SIGN) and word.start - words[place - 1].end <= 1


def _may_be_date(words: Sequence[Word]) -> bool:
    """Whether words may be a month or a day, or are digits that anything may be: 01/2026, 15/01/2026, 12345."""
    if len(words) == 1 or any(word.gap is Gap.BLANK for word in words[1:]):
        return True
    numbers = [int(word.written) for word in words if word.is_digits]
    if len(numbers) < len(words) or len(numbers) > 3:
        return False
    year_first = numbers[0] >= 2000
    day_and_month = numbers[1:] if year_first else numbers[:-1][::-1]
    return day_and_month[0] <= 12 and (len(day_and_month) < 2 or day_and_month[1] <= 31)
