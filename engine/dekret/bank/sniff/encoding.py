"""Which encoding a file is in: every code page reads it, and Polish words tell which reading makes sense (6.4)."""

import re
from collections import Counter
from dataclasses import dataclass

from dekret.bank.charsets import FLAT, ISO_8859_2, LATIN_II, MAZOVIA, UTF8, WINDOWS_1250, Charset
from dekret.bank.sniff.polish import sense
from dekret.bank.sniff.proposal import Guess
from dekret.text.wording import Wording

_PAGES = (WINDOWS_1250, ISO_8859_2, LATIN_II, MAZOVIA)
"""The likeliest first: between equals the first one is taken."""
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_UTF8_LETTER = re.compile(rb"[\xc3-\xc5][\x80-\xbf]")
_WORDS_LOOKED_AT = 4000
_CHECK = Wording(
    "Otwórz plik w podglądzie (dekret bank preview) i zobacz, czy polskie litery są w porządku.",
    "Look at the file with dekret bank preview: are the Polish letters right?",
)
_ENCODING = Wording("kodowanie", "encoding")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file in the encoding found, and what is to be said of it."""

    charset: Charset
    text: str
    guess: Guess


def decode(data: bytes, given: Charset | None = None) -> Decoded:
    """The text of a file, in the encoding `given` or the likeliest one. Never fails: strange bytes become U+FFFD."""
    charset, guess = (given, _said(given)) if given else sniff_encoding(data)
    return Decoded(charset, _lenient(data, charset), guess)


def _said(charset: Charset) -> Guess:
    return Guess(_ENCODING, _name(charset), 100, Wording("podane w poleceniu", "given in the command"))


def _name(charset: Charset) -> Wording:
    return Wording(charset.word.pl, charset.word.en)


def _lenient(data: bytes, charset: Charset) -> str:
    """The text of bytes, those that mean nothing replaced one by one."""
    try:
        return charset.decode(data)
    except UnicodeDecodeError:
        if charset is UTF8:
            return data.decode("utf-8", errors="replace").removeprefix("\ufeff")
        meaning = [_meaning(charset, byte) for byte in range(256)]
        return "".join(meaning[byte] for byte in data)


def _meaning(charset: Charset, byte: int) -> str:
    try:
        return charset.decode(bytes([byte]))
    except UnicodeDecodeError:
        return "\ufffd"


def sniff_encoding(data: bytes) -> tuple[Charset, Guess]:
    """The likeliest encoding of a file.

    >>> [sniff_encoding("Opłata za książkę".encode(page))[0].word.pl for page in ("cp1250", "cp852", "utf-8")]
    ['Windows 1250', 'Latin II', 'UTF8']
    >>> sniff_encoding(b"Oplata")[1].value.pl
    'Windows 1250 (plik ma tylko znaki ASCII)'
    """
    if data.startswith(b"\xef\xbb\xbf"):
        why = Wording(
            "plik zaczyna się znakiem kolejności bajtów EF BB BF", "it begins with the byte order mark EF BB BF"
        )
        return UTF8, Guess(_ENCODING, _name(UTF8), 100, why)
    if data.isascii():
        return WINDOWS_1250, _ascii()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _page(data)
    at = next(index for index, byte in enumerate(data) if byte > 127)
    place = _place(data, at)
    why = Wording(
        f"wszystkie bajty powyżej 7F tworzą znaki UTF-8; pierwszy {place.pl}",
        f"all bytes above 7F form characters of UTF-8; the first {place.en}",
    )
    return UTF8, Guess(_ENCODING, _name(UTF8), 99, why)


def _ascii() -> Guess:
    return Guess(
        _ENCODING,
        Wording(
            f"{WINDOWS_1250.word.pl} (plik ma tylko znaki ASCII)", f"{WINDOWS_1250.word.en} (the file has only ASCII)"
        ),
        99,
        Wording(
            "polskich liter nie ma, więc ten plik każde kodowanie czyta tak samo; kodowanie pokaże dopiero plik z "
            f"nimi, a jeśli bank ich nie pisze, wystarczy {FLAT.word.pl}",
            "there are no Polish letters: any encoding reads this file alike; one with such letters will tell which it "
            f"is, and {FLAT.word.en} will do if the bank writes none",
        ),
    )


SURE_ENOUGH = 60


def _page(data: bytes) -> tuple[Charset, Guess]:
    """The code page in which the words of a file read best."""
    words = Counter(found[0] for _, found in zip(range(_WORDS_LOOKED_AT), _WORD.finditer(data), strict=False))
    senses = {page: {word: sense(word, page) * min(count, 9) for word, count in words.items()} for page in _PAGES}
    scores = {page: sum(found.values()) for page, found in senses.items()}
    best, second = sorted(_PAGES, key=lambda page: -scores[page])[:2]
    deciding = _deciding(data, best, second)
    apart = [word for word in words if senses[best][word] != senses[second][word]]
    better = sum(senses[best][word] > senses[second][word] for word in apart)
    confidence = _confidence(scores[best], better, len(apart), decided=deciding is not None)
    mixed = bool(_UTF8_LETTER.search(data)) and scores[best] <= 0
    check = _MIXED if mixed else None if confidence > 90 else _CHECK
    return best, Guess(_ENCODING, _name(best), confidence, _reason(data, best, second, deciding), check)


_MIXED = Wording(
    "Część pliku wygląda na UTF-8, a część nie: sprawdź, czy nie sklejono go z dwóch.",
    "Part of the file looks like UTF-8 and part does not: was it put together of two?",
)


def _confidence(score: int, better: int, apart: int, *, decided: bool) -> int:
    """How certain a page is of whose words `better` of those `apart` make more sense than in the next one."""
    if score <= 0:
        return 20
    if not decided or not apart:
        return SURE_ENOUGH
    return SURE_ENOUGH + round((99 - SURE_ENOUGH) * max(0, 2 * better - apart) / apart * (1 - 0.5**better))


def _deciding(data: bytes, best: Charset, second: Charset) -> int | None:
    """The offset of the first byte that the two likeliest pages read differently; None where there is none."""
    differ = {byte for byte in range(128, 256) if _meaning(best, byte) != _meaning(second, byte)}
    return next((index for index, byte in enumerate(data) if byte in differ), None)


def _reason(data: bytes, best: Charset, second: Charset, deciding: int | None) -> Wording:
    if deciding is None:
        pl = f"{best.word.pl} i {second.word.pl} czytają ten plik tak samo: nie ma w nim ą, ś ani ź"
        return Wording(pl, f"{best.word.en} and {second.word.en} read this file alike: it has no ą, ś or ź")
    place = _place(data, deciding)
    here, there = _meaning(best, data[deciding]), _meaning(second, data[deciding])
    return Wording(
        f"{place.pl} to „{here}”, a w {second.word.pl} byłby to „{_visible(there)}”",
        f"{place.en} is '{here}'; in {second.word.en} it would be '{_visible(there)}'",
    )


def _visible(character: str) -> str:
    return character if character.isprintable() and character != "\ufffd" else f"U+{ord(character):04X}"


def _place(data: bytes, offset: int) -> Wording:
    line = data.count(b"\n", 0, offset) + 1
    return Wording(
        f"bajt {data[offset]:02X} (wiersz {line}, bajt pliku {offset})",
        f"byte {data[offset]:02X} (line {line}, byte {offset} of the file)",
    )
