"""What is wrong with a text that is no JSON, told from the place where reading stopped and what stands there.

Every fault is a pair of wordings: the reason, which ends a sentence, and the advice, which is one.
"""

import json
import re
from dataclasses import dataclass
from typing import TypeAlias

from dekret.intake import problems
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source
from dekret.text.wording import Wording

_TOKEN = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"?|[\[\]{}]')
_WORD = re.compile(r"[^\W\d]\w*")
_CLOSING = {"{": "}", "[": "]"}
_TYPOGRAPHIC = "„”“‟«»‘’‚‛"
_CLOSED_BY_TYPOGRAPHIC = re.compile(r"[”“]\s*[,:}\]]|[”“]\s*$")
_CONSTANTS = {
    "true": "true", "prawda": "true", "tak": "true", "false": "false", "fałsz": "false", "nie": "false",
    "none": "null", "nil": "null", "null": "null", "undefined": "null", "brak": "null",
}  # fmt: skip

Fault: TypeAlias = tuple[int, Wording, Wording]
"""Where, why, and what to do."""

_QUOTES = Wording(
    'Zamień cudzysłowy „ ” ‘ ’ na proste " " (edytory tekstu zamieniają je same)',
    'Replace the quotes „ ” ‘ ’ by straight ones " " (word processors change them unasked)',
)
_BY_MESSAGE = {
    "Invalid \\escape": (
        Wording("po znaku \\ w tekście stoi coś, co nic nie znaczy", "what follows \\ in a text means nothing"),
        Wording('Znak \\ pisz w tekście podwójnie: "C:\\\\faktury"', 'Write \\ twice within a text: "C:\\\\invoices"'),
    ),
    "Invalid \\u": (
        Wording("po \\u nie ma czterech cyfr szesnastkowych", "four hexadecimal digits do not follow \\u"),
        Wording(
            'Wpisz znak wprost, a \\ w tekście podwójnie: "\\\\u"',
            'Write the character itself, and \\ in a text twice: "\\\\u"',
        ),
    ),
    "Expecting ':'": (
        Wording("po nazwie pola nie ma dwukropka", "no colon follows the name of the field"),
        Wording('Napisz dwukropek między nazwą a wartością: "net": "100.00"', 'Write a colon: "net": "100.00"'),
    ),
}


@dataclass(frozen=True, slots=True)
class _State:
    """What is open at a place: brackets, the text that starts somewhere and does not end, the last text before."""

    open: tuple[str, ...]
    text: int | None
    last: str

    @property
    def closing(self) -> str:
        return "".join(_CLOSING[bracket] for bracket in reversed(self.open))


def broken(source: Source, error: json.JSONDecodeError, *, line: bool = False) -> Diagnostic:
    """What `json` complains of, in words of our own; `line` says that the text is one line of a file."""
    what = Wording("wiersz", "line") if line else Wording("plik", "file")
    place, reason, advice = _fault(source.text, error.msg, min(error.pos, len(source.text)), what)
    end = min(place + 1, len(source.text))
    return problems.BAD_JSON.at(source.span(place, end), reason=reason, advice=advice)


def too_deep(source: Source, start: int = 0) -> Diagnostic:
    """A text whose brackets are nested beyond measure."""
    reason = Wording("nawiasy są zagnieżdżone zbyt głęboko", "brackets are nested too deep")
    advice = Wording(
        "Sprawdź, co zapisało ten plik; dokument tak nie wygląda", "See what wrote this; no document is so"
    )
    return problems.BAD_JSON.at(source.span(start), reason=reason, advice=advice)


def no_number(source: Source, word: str, start: int, end: int) -> Diagnostic:
    """NaN and Infinity, which Python would read."""
    place = source.text.find(word, start, end)
    reason = Wording(f"{word} nie jest liczbą", f"{word} is no number")
    advice = Wording("Wpisz liczbę albo usuń pole", "Write a number, or leave the field out")
    return problems.BAD_JSON.at(source.span(place, place + len(word)), reason=reason, advice=advice)


def half_character(source: Source, place: tuple[int, int]) -> Diagnostic:
    """An escape that is half a character."""
    half = source.text[slice(*place)]
    reason = Wording(f"{half} to połowa znaku", f"{half} is half a character")
    advice = Wording("Wpisz znak wprost, w UTF-8, albo usuń tę połowę", "Write the character itself, or drop the half")
    return problems.BAD_JSON.at(source.span(*place), reason=reason, advice=advice)


def _fault(text: str, message: str, place: int, what: Wording) -> Fault:
    state = _state(text, place + 1 if message.startswith("Unterminated") else place)
    if message.startswith("Unterminated"):
        return _unterminated(text, place, state, what)
    if message.startswith("Invalid control"):
        return _control(text, place, state)
    found = next((pair for start, pair in _BY_MESSAGE.items() if message.startswith(start)), None)
    rest = text[place:].strip()
    if not rest or (message == "Expecting value" and any(word.startswith(rest) for word in ("true", "false", "null"))):
        return _truncated(place, state, what)
    if message == "Extra data":
        return _quotes(text, place, state) or _extra(text, place)
    return (
        _quotes(text, place, state)
        or _comma(text, place, state)
        or _number(text, place, message)
        or ((place, *found) if found else None)
        or _word(text, place, message)
    )


def _state(text: str, place: int) -> _State:
    brackets: list[str] = []
    unended, last = None, ""
    for token in _TOKEN.finditer(text, 0, place):
        first = token[0][0]
        if first == '"':
            ended = len(token[0]) > 1 and token[0].endswith('"')
            unended, last = (None if ended else token.start()), token[0]
        elif first in _CLOSING:
            brackets.append(first)
        elif brackets:
            brackets.pop()
    return _State(tuple(brackets), unended, last)


def _truncated(place: int, state: _State, what: Wording) -> Fault:
    lacking = state.closing or "…"
    reason = Wording(
        f"{what.pl} jest ucięty albo brakuje zamknięcia {lacking}",
        f"the {what.en} is cut off, or the closing {lacking} is missing",
    )
    advice = Wording(
        "Pobierz plik jeszcze raz, bo zapis urwał się w tym miejscu; pisany ręcznie domknij",
        "Fetch the file again, for it breaks off here; close it where it was written by hand",
    )
    return place, reason, advice


def _unterminated(text: str, place: int, state: _State, what: Wording) -> Fault:
    rest = text[place:].rstrip()
    if _CLOSED_BY_TYPOGRAPHIC.search(rest):
        return _typographic(text, place, place + rest.rindex(_CLOSED_BY_TYPOGRAPHIC.findall(rest)[-1]))
    if not rest.endswith(("}", "]")):
        return _truncated(len(text.rstrip()), state, what)
    return (place, *_UNENDED)


_UNENDED = (
    Wording("zaczęty tutaj tekst nie ma końca", "the text that starts here has no end"),
    Wording('Dopisz cudzysłów zamykający tekst: "', 'Write the quote that ends the text: "'),
)


def _control(text: str, place: int, state: _State) -> Fault:
    if text[place] == "\n":
        start = place if state.text is None else state.text
        found = _CLOSED_BY_TYPOGRAPHIC.search(text, start, place)
        return _typographic(text, start, found.start()) if found else (start, *_UNENDED)
    name = "tabulator" if text[place] == "\t" else f"U+{ord(text[place]):04X}"
    written = "\\t" if text[place] == "\t" else f"\\u{ord(text[place]):04x}"
    reason = Wording(f"w tekście stoi znak sterujący ({name})", f"a control character stands in a text ({name})")
    return place, reason, Wording(f"Usuń go albo zapisz jako {written}", f"Remove it, or write it as {written}")


def _typographic(text: str, start: int, place: int) -> Fault:
    """A typographic quote where a straight one is needed; `start` is where it is shown if it is not found."""
    place = place if text[place : place + 1] in _TYPOGRAPHIC else start
    sign = text[place]
    reason = Wording(f'cudzysłów {sign} zamiast prostego "', f'the quote {sign} instead of a straight "')
    return place, reason, _QUOTES


def _quotes(text: str, place: int, state: _State) -> Fault | None:
    sign = text[place]
    if sign in _TYPOGRAPHIC:
        return _typographic(text, place, place)
    if sign in "'`":
        reason = Wording(f'{sign} zamiast cudzysłowu "', f'{sign} instead of the quote "')
        return (
            place,
            reason,
            Wording('Nazwy i teksty pisz w cudzysłowie: "net"', 'Write names and texts in quotes: "net"'),
        )
    before = text.rfind(state.last, 0, place) if state.last else -1
    found = _CLOSED_BY_TYPOGRAPHIC.search(text, before, before + len(state.last)) if before >= 0 else None
    return _typographic(text, place, found.start()) if found else None


def _comma(text: str, place: int, state: _State) -> Fault | None:
    """A comma before a closing bracket, and brackets that do not fit."""
    sign = text[place]
    before = text[:place].rstrip()[-1:]
    if (sign in "}]" and before == ",") or (sign == "," and text[place + 1 :].lstrip()[:1] in ("}", "]")):
        reason = Wording("po ostatniej pozycji stoi przecinek", "a comma follows the last item")
        return place, reason, Wording("Usuń przecinek przed nawiasem zamykającym", "Remove it")
    if sign in "}]" and state.open and _CLOSING[state.open[-1]] != sign:
        reason = Wording(f"{sign} nie zamyka {state.open[-1]}", f"{sign} does not close {state.open[-1]}")
        needed = _CLOSING[state.open[-1]]
        return place, reason, Wording(f"Najpierw zamknij {needed}", f"Close with {needed} first")
    if sign in "}],":
        reason = Wording(f"przed {sign} brakuje wartości", f"a value is missing before {sign}")
        return place, reason, Wording('Wpisz wartość albo "", albo usuń pole', 'Write a value or "", or drop the field')
    return None


def _number(text: str, place: int, message: str) -> Fault | None:
    """Numbers written in the Polish way, and texts without quotes that start as numbers."""
    before, sign = text[:place][-40:], text[place]
    if sign.isdigit() and re.search(r"\d,$", before):
        reason = Wording("w liczbie stoi przecinek", "there is a comma in a number")
        return place, reason, Wording("Grosze pisz po kropce: 100.01", "Write a point: 100.01")
    if sign.isdigit() and re.search(r"\d[ \t]+$", before):
        reason = Wording("w liczbie stoi odstęp", "there is a blank in a number")
        return place, reason, Wording("Pisz liczbę bez odstępów: 1234.50", "Write it without blanks: 1234.50")
    if sign.isdigit() and re.search(r"(^|[^\d.])0$", before):
        reason = Wording("liczba zaczyna się od zera", "a number starts with zero")
        return place, reason, Wording('Kod lub numer pisz w cudzysłowie: "007"', 'Write a code in quotes: "007"')
    if re.search(r"\d$", before) and sign not in '"{[}],:' and not sign.isspace():
        reason = Wording(f"zaraz po liczbie stoi {sign}", f"{sign} stands right after a number")
        advice = Wording('Datę i tekst pisz w cudzysłowie: "2026-03-05"', 'Write dates in quotes: "2026-03-05"')
        return place, reason, advice
    if message == "Expecting value" and sign in "+.-":
        reason = Wording(f"liczba nie może zaczynać się od {sign}", f"a number cannot start with {sign} like this")
        return place, reason, Wording("Pisz 0.50 i 100, a ujemną -100.00", "Write 0.50 and 100, below zero -100.00")
    return None


def _extra(text: str, place: int) -> Fault:
    if text[place] in "}]":
        reason = Wording(f"nawias {text[place]} niczego nie zamyka", f"{text[place]} closes nothing")
        return place, reason, Wording("Usuń go", "Remove it")
    reason = Wording("po dokumencie stoi coś jeszcze", "something follows the document")
    advice = Wording(
        "Kilka dokumentów ujmij w tablicę [ , ] albo pisz po jednym w wierszu i nazwij plik .jsonl",
        "Put several documents into an array [ , ], or write one a line and name the file .jsonl",
    )
    return place, reason, advice


def _word(text: str, place: int, message: str) -> Fault:
    sign = text[place]
    found = _WORD.match(text, place)
    word = found[0] if found else sign
    if not sign.isprintable():
        reason = Wording(f"stoi tu znak U+{ord(sign):04X}", f"the character U+{ord(sign):04X} stands here")
        return place, reason, Wording("Usuń go; odstęp to zwykła spacja", "Remove it; a blank is a plain space")
    if text.startswith(("//", "/*", "#"), place):
        reason = Wording("JSON nie ma komentarzy", "JSON has no comments")
        return place, reason, Wording("Usuń komentarz", "Remove the comment")
    if message.startswith("Expecting property"):
        reason = Wording(f"nazwa pola {word} stoi bez cudzysłowu", f"the name {word} has no quotes")
        if not found:
            reason = Wording(f"zamiast nazwy pola stoi {sign}", f"{sign} stands where a name should")
        return place, reason, Wording('Nazwy pól pisz w cudzysłowie: "net"', 'Write names in quotes: "net"')
    if message.startswith("Expecting ','"):
        reason = Wording(f"przed {word} brakuje przecinka", f"a comma is missing before {word}")
        return place, reason, Wording("Oddziel pola i pozycje przecinkiem", "Put commas between fields and items")
    if constant := _CONSTANTS.get(word.casefold()):
        reason = Wording(f"słowo {word} nic nie znaczy", f"the word {word} means nothing")
        return place, reason, Wording(f"Napisz {constant}, małymi literami", f"Write {constant}, in small letters")
    reason = Wording(f"tekst {word} stoi bez cudzysłowu", f"the text {word} has no quotes")
    return place, reason, Wording('Teksty i daty pisz w cudzysłowie: "FZ/1"', 'Write texts in quotes: "FZ/1"')
