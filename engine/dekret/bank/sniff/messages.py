"""Files of messages with tags (MT940, MT942): which they are, their framing, the form of field 86 (3.3–3.6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dekret.bank.sniff.encoding import Decoded
from dekret.bank.sniff.proposal import Excerpt, Guess, Proposal
from dekret.bank.sniff.rows import lines_of
from dekret.text.wording import Wording

_TAG = re.compile(r"^\s*:(\d\d[A-Z]?|NS):", re.MULTILINE)
_DETAILS = re.compile(r"^:86:(.*?)(?=^:(?:\d\d[A-Z]?|NS):|^-|\Z|^\{)", re.MULTILINE | re.DOTALL)
_SUBFIELD = re.compile(r"(?:\d{3})?\s*(?:\d{3})?([~<^+?])\d\d")
_KEYWORD = re.compile(r"/[A-Z]{2,4}/")
_FORMS = {
    "~": Wording("tylda: ~20, ~32, ~38", "tilde: ~20, ~32, ~38"),
    "<": Wording("ostry nawias: <20, <27, <38", "angle: <20, <27, <38"),
    "^": Wording("daszek: ^20, ^32, ^38", "caret: ^20, ^32, ^38"),
    "+": Wording("plus: +20, +32, +38", "plus: +20, +32, +38"),
    "?": Wording("pytajnik: ?20, ?32, ?38", "question mark: ?20, ?32, ?38"),
    ";": Wording("etykiety ze średnikiem: TYT., TNR", "labels with semicolons: TYT., TNR"),
    "/": Wording("słowa kluczowe: /BE/, /PT/", "keywords: /BE/, /PT/"),
    "": Wording("zwykły tekst", "plain text"),
}
_EXCERPT_LINES = 60


def are_messages(text: str) -> bool:
    r"""Whether a text is messages with tags.

    >>> are_messages(":20:1\n:25:PL1\n:61:2601150115D1,00NTRF"), are_messages("Data;Kwota")
    (True, False)
    """
    tags = set(_TAG.findall(text))
    return "20" in tags and bool(tags & {"61", "60F", "62F", "60M", "34F", "90D"})


def propose_messages(decoded: Decoded) -> Proposal:
    """A format based on the one whose form field 86 has."""
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    forms = Counter(_form(details) for details in _details(text))
    form, seen = forms.most_common(1)[0] if forms else ("", 0)
    blocks, framed = bool(re.search(r"\{1:", text)), "\x01" in text
    base = _base(form, text, blocks=blocks, framed=framed)
    kind = "MT942" if _interim(text) else "MT940"
    items, statements = len(re.findall(r"^:61:", text, re.MULTILINE)), len(re.findall(r"^:20:", text, re.MULTILINE))
    guesses = (
        decoded.guess,
        Guess(
            Wording("rodzaj pliku", "kind of file"),
            Wording(
                f"{kind}, wyciągów: {statements}, operacji: {items}", f"{kind}, {statements} statements, {items} lines"
            ),
            99,
            Wording("znaczniki :20:, :25:, :61: na początku wierszy", "tags :20:, :25:, :61: at the beginning of rows"),
        ),
        _form_guess(form, seen, forms.total(), several=len(forms) > 1),
        _frame_guess(blocks=blocks, framed=framed),
        Guess(
            Wording("na podstawie", "based on"),
            Wording(base, base),
            90 if form else 60,
            Wording("tak dobrano do postaci pola 86 i oprawy", "by the form of field 86 and the framing"),
            None
            if form
            else Wording("Porównaj tytuły i nazwy w podglądzie.", "Compare titles and names in a preview."),
        ),
    )
    general = (("nazwa", ""), ("kodowanie", decoded.charset.word.pl))
    return Proposal(decoded.charset, guesses, general, base=base, excerpt=_excerpt(text))


def _details(text: str) -> Iterator[str]:
    for found in _DETAILS.finditer(text):
        yield found[1].replace("\n", "")


def _form(details: str) -> str:
    """The mark of the form of a field 86; nothing for plain text."""
    found = _SUBFIELD.match(details.strip())
    if found:
        return found[1]
    if ";" in details and re.search(r"TNR:|TYT\.|Z RACH|NA RACH", details, re.IGNORECASE):
        return ";"
    return "/" if _KEYWORD.match(details.strip()) else ""


def _interim(text: str) -> bool:
    return bool(re.search(r"^:(34F|90[DC]|13D):", text, re.MULTILINE)) and not re.search(
        r"^:6[02][FM]:", text, re.MULTILINE
    )


def _base(form: str, text: str, *, blocks: bool, framed: bool) -> str:
    """The standard format that reads such a file."""
    if form == ";" or framed:
        return "MT940-BRE"
    if form == "/":
        return "MT940-CITI"
    if form == "^" or (blocks and not _interim(text)):
        return "MT940-BGZ"
    return "MT942" if _interim(text) else "MT940"


def _form_guess(form: str, seen: int, total: int, *, several: bool) -> Guess:
    what, share = Wording("postać pola 86", "form of field 86"), 100 * seen // max(total, 1)
    why = Wording(f"tak wygląda {seen} z {total} pól 86", f"so look {seen} of {total} fields 86")
    check = Wording("Część pól wygląda inaczej: porównaj je w podglądzie.", "Some look otherwise: compare them.")
    return Guess(what, _FORMS[form], min(97, share) if form else 50, why, check if several or not form else None)


def _frame_guess(*, blocks: bool, framed: bool) -> Guess:
    value = (
        Wording("bloki SWIFT {1: … -}", "SWIFT blocks {1: … -}")
        if blocks
        else Wording("znaki SOH i ETX", "characters SOH and ETX")
        if framed
        else Wording("goła, od :20:", "bare, from :20:")
    )
    return Guess(Wording("oprawa", "framing"), value, 95, Wording("tak zaczyna się plik", "so the file begins"))


def _excerpt(text: str) -> Excerpt:
    """The first message, where it is short enough for a case."""
    lines = [line for _, line in lines_of(text)]
    ends = [index for index, line in enumerate(lines) if line.strip("\x03").endswith("-}") or line.strip("\x03") == "-"]
    starts = [index for index, line in enumerate(lines) if ":20:" in line[:30]]
    end = min([index + 1 for index in ends] + starts[1:2] + [len(lines)])
    return Excerpt((), tuple(lines[:end]), ()) if end <= _EXCERPT_LINES else Excerpt((), (), ())
