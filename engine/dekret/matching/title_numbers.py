"""The numbers that a title names: those that somebody knows, and those that look like numbers and nobody knows.

Every run of neighbouring words of a title is looked up, the longest first, so that numbers of any make are found. Two
words parted by a blank alone may be one that the bank broke at the end of a line: 1/20 26. Lists and ranges are
`title_runs`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dekret.matching.invoice_numbers import LEAST_DIGITS, LEAST_NAMED, Key, Likeness, is_year, key_of, ksef_numbers
from dekret.matching.title_runs import Run, carried, is_behind_prefix, is_of_other, ranges, runs_of
from dekret.matching.title_words import PREFIXES, Gap, Word, amount_behind, folded, words_of

Known = Callable[[Key], int]
"""How like a number a key is, at its best (`Likeness`); 0 of a key that is nobody's."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A number named by a title: `start` and `end` are its characters there, `written` what stands there.

    It is `sure` behind a word such as FV, with letters of its own, or where it can be no month and no date; never as a
    piece of a longer number. `amount` is what the title says is paid of it: `FV 1/2026 - 500,00`.
    """

    start: int
    end: int
    key: Key
    written: str
    sure: bool
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a title names: numbers that are known, in its order, and what is written where the others stand."""

    hits: tuple[Hit, ...] = ()
    unknown: tuple[str, ...] = ()


_JOINED = (Gap.NONE, Gap.SIGN)
_AS_IT_IS, _CARRIED, _BROKEN, _RANGE = range(4)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of words and a key it may stand for, of a range several; `rank` orders them, the lowest first.

    `unknown` are the numbers of a range that are nobody's; where its first or last is, it is `doubtful`.
    """

    start: int
    end: int
    keys: tuple[Key, ...]
    rank: tuple[int, ...]
    unknown: tuple[str, ...] = ()
    doubtful: bool = False


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
    runs = runs_of(words)
    found = (
        *_known_candidates(words, runs, known=known, longest=longest),
        *_known_ranges(words, runs, text, known=known),
    )
    chosen = _chosen(found)
    hits += [hit for each in chosen for hit in _hits(title, words, runs, each)]
    unknown += [number for each in chosen for number in each.unknown]
    unknown += [
        title[words[run.start].start : words[run.end - 1].end]
        for run in runs
        if run.named and _means(words, run.start, run.end, named=True) and not _overlaps(run, chosen)
    ]
    hits.sort(key=lambda hit: hit.start)
    return Named(tuple(_with_amounts(hits, title)), tuple(unknown))


def _with_amounts(hits: Sequence[Hit], title: str) -> Iterator[Hit]:
    """The numbers with the amounts right behind them, each before the next number."""
    for place, hit in enumerate(hits):
        end = hits[place + 1].start if place + 1 < len(hits) else len(title)
        yield replace(hit, amount=amount_behind(title[hit.end : end])) if end > hit.end else hit


def _overlaps(run: Run, chosen: Sequence[_Candidate]) -> bool:
    return any(each.start < run.end and run.start < each.end for each in chosen)


# --- candidates


def _known_candidates(
    words: Sequence[Word], runs: Sequence[Run], *, known: Known, longest: int
) -> Iterator[_Candidate]:
    for start in range(len(words)):
        digits = False
        for end in range(start + 1, min(len(words), start + longest + 1) + 1):
            if end - start > 1 and words[end - 1].gap in (Gap.LIST, Gap.BREAK):
                break
            digits = digits or words[end - 1].is_digits
            for key, how in _of_window(words, start, end) if digits else ():
                if (like := known(key)) and _means(words, start, end, named=_is_named(words, runs, start)):
                    yield _Candidate(start, end, (key,), _rank(words, start, end, like=like, how=how))
    for run, key in carried(words, runs):
        if like := known(key):
            rank = _rank(words, run.start, run.end, like=like, how=_CARRIED)
            yield _Candidate(run.start, run.end, (key,), rank)


def _known_ranges(words: Sequence[Word], runs: Sequence[Run], text: str, *, known: Known) -> Iterator[_Candidate]:
    """Ranges of which a number is known; a number that is written so goes before."""
    for run, written, keys in ranges(words, runs, text):
        likes = [known(key) for key in keys]
        if not any(likes):
            continue
        yield _Candidate(
            run.start,
            run.end,
            tuple(key for key, like in zip(keys, likes, strict=True) if like),
            _rank(words, run.start, run.end, like=max(likes), how=_RANGE),
            tuple(number for number, like in zip(written, likes, strict=True) if not like),
            doubtful=not (likes[0] and likes[-1]),
        )


def _rank(words: Sequence[Word], start: int, end: int, *, like: int, how: int) -> tuple[int, ...]:
    """The longest, but for words such as FV; the most like; as it is written; then with FV; then from the left."""
    inner = sum(not word.is_prefix for word in words[start:end])
    return (-inner, like == Likeness.PART, how, start - end, start)


def _of_window(words: Sequence[Word], start: int, end: int) -> Iterator[tuple[Key, int]]:
    """The words as they are, without FV in the middle, then with two of a kind, parted by a blank alone, as one."""
    written = [word.written for word in words[start:end]]
    yield key_of(written), _AS_IT_IS
    within = any(word.is_prefix for word in words[start + 1 : end - 1]) and not words[start].is_prefix
    if within and all(word.gap is Gap.SIGN for word in words[start + 1 : end]):
        yield key_of([word for word in written if word not in PREFIXES]), _AS_IT_IS
    for place in range(1, end - start):
        word, before = words[start + place], words[start + place - 1]
        if word.gap is Gap.BLANK and word.is_digits is before.is_digits:
            broken = [*written[: place - 1], written[place - 1] + written[place], *written[place + 1 :]]
            yield key_of(broken), _BROKEN


def _chosen(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that do not overlap, the longest first."""
    found: list[_Candidate] = []
    for each in sorted(candidates, key=lambda candidate: candidate.rank):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return found


# --- what a run of words may mean


def _is_named(words: Sequence[Word], runs: Sequence[Run], start: int) -> bool:
    return (
        (words[start].is_prefix and not is_of_other(words, start + 1))
        or is_behind_prefix(words, start)
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
    if start and words[start - 1].is_digits and words[start].gap in _JOINED:
        return True
    if end == len(words) or not words[end].is_digits:
        return False
    return words[end].gap in _JOINED or (words[end].gap is Gap.BLANK and is_year(words[end].written))


def _hits(title: str, words: Sequence[Word], runs: Sequence[Run], each: _Candidate) -> list[Hit]:
    start, end = words[each.start].start, words[each.end - 1].end
    told = not is_of_other(words, each.start) and not _may_be_date(words[each.start : each.end])
    sure = (told or _is_named(words, runs, each.start)) and not each.doubtful and not _is_cut(words, each)
    return [Hit(start, end, key, title[start:end], sure=sure) for key in each.keys]


def _is_cut(words: Sequence[Word], each: _Candidate) -> bool:
    """Whether a longer number goes on before or behind it: 345/2026 of 12/345/2026, of KRK/345/2026."""
    begins = each.start > 0 and not words[each.start - 1].is_prefix and _is_tight(words, each.start)
    return begins or (each.end < len(words) and words[each.end].is_digits and _is_tight(words, each.end))


def _is_tight(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    return word.gap in _JOINED and word.start - words[place - 1].end <= 1


def _may_be_date(words: Sequence[Word]) -> bool:
    """Whether words may be a month or a day, or are digits that anything may be: 01/2026, 15/01/2026, 12345."""
    if len(words) == 1 or any(word.gap is Gap.BLANK for word in words[1:]):
        return True
    if len(words) > 3 or not all(word.is_digits and len(word.written) <= 4 for word in words):
        return False
    numbers = [int(word.written) for word in words]
    year_first = numbers[0] >= 2000
    day_and_month = numbers[1:] if year_first else numbers[:-1][::-1]
    return day_and_month[0] <= 12 and (len(day_and_month) < 2 or day_and_month[1] <= 31)
