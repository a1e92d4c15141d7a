"""What the XML parser complains of, Polish and English: by the code of the complaint, with names out of its sentence.

Reasons end a sentence; pieces of advice are sentences without their point. A complaint that is not listed is named
by its code.
"""

import re
from collections.abc import Mapping

from dekret.text.wording import Wording

_FETCH = Wording(
    "Plik jest uszkodzony albo ucięty; pobierz fakturę z KSeF jeszcze raz",
    "The file is damaged or cut off; fetch the invoice from KSeF again",
)
_NAMES = re.compile(
    r"mismatch: (?P<open>\S+) line (?P<line>\d+) and (?P<close>[^\s,]+)"
    r"|in tag (?P<unended>\S+) line (?P<from>\d+)|Tag (?P<start>[^\s,]+),? line"
    r"|Entity '(?P<entity>[^']*)'|prefix (?P<prefix>\S+) |Attribute (?P<attribute>\S+) |encoding: (?P<encoding>[^\s,]+)"
)
_NO_NAME, _LONE_AMPERSAND = 68, 23
"""A name is missing after `<` or `&`, which have one code; what is wrong with `&` has another."""
_CUT = (
    Wording("plik jest ucięty, element {name} nie ma zakończenia", "the file is cut off, {name} has no end"),
    _FETCH,
)
_TAG = (
    Wording(
        "znacznik nie kończy się znakiem >; plik może być ucięty", "a tag does not end with >; the file may be cut off"
    ),
    _FETCH,
)
_CUT_WITHIN = 73
"""A tag without its end: the parser names its element, or does not know it."""
EMPTY = (Wording("plik jest pusty", "the file is empty"), _FETCH)
_QUOTE = (
    Wording("atrybut nie stoi w cudzysłowie", "an attribute has no quotes"),
    Wording('Wartości atrybutów pisz w cudzysłowie: xmlns="…"', 'Write attributes in quotes: xmlns="…"'),
)
_AMPERSAND = (
    Wording("znak & nie zaczyna żadnej encji", "the sign & starts no entity"),
    Wording("Znak & zapisuje się w XML jako &amp;", "The sign & is written &amp; in XML"),
)
_CHARACTER = (
    Wording("stoi tu znak sterujący, którego XML nie dopuszcza", "a control character stands here, which XML forbids"),
    Wording(
        "Usuń go; jeśli plik jest w UTF-16, zapisz go w UTF-8", "Remove it; if the file is UTF-16, save it as UTF-8"
    ),
)
_ENCODING = (
    Wording("bajty nie są w kodowaniu, które plik podaje", "the bytes are not in the encoding that the file names"),
    Wording(
        "Faktura KSeF jest w UTF-8: zapisz plik ponownie w UTF-8 albo pobierz go z KSeF",
        "A KSeF invoice is UTF-8: save the file as UTF-8, or fetch it from KSeF",
    ),
)
_MARKUP = (
    Wording("po znaku < nie ma nazwy elementu", "no name of an element follows <"),
    Wording("Znak < w tekście zapisuje się jako &lt;", "The sign < is written &lt; within a text"),
)
_HUGE = (
    Wording("tekst lub atrybut jest dłuższy, niż może być", "a text or attribute is longer than it may be"),
    Wording("Sprawdź, czy to na pewno jedna faktura", "See whether this really is one invoice"),
)

SENTENCES: Mapping[int, tuple[Wording, Wording]] = {
    4: (Wording("plik jest pusty lub nie zaczyna się od <", "the file is empty, or does not start with <"), _FETCH),
    5: (
        Wording("po zakończeniu dokumentu stoi coś jeszcze", "something follows the end of the document"),
        Wording("W pliku może stać jedna faktura; resztę usuń", "A file may hold one invoice; remove the rest"),
    ),
    9: _CHARACTER,
    23: _AMPERSAND,
    26: (
        Wording("encja &{name}; nie jest znana", "the entity &{name}; is not known"),
        Wording("Wpisz znak wprost, w UTF-8", "Write the character itself, in UTF-8"),
    ),
    31: _ENCODING,
    32: (
        Wording("plik podaje nieznane kodowanie {name}", "the file names an unknown encoding {name}"),
        _ENCODING[1],
    ),
    38: (
        Wording("znak < stoi wewnątrz atrybutu", "the sign < stands within an attribute"),
        _MARKUP[1],
    ),
    39: _QUOTE,
    40: _QUOTE,
    41: _QUOTE,
    42: (
        Wording("atrybut {name} podano dwa razy", "the attribute {name} is given twice"),
        Wording("Zostaw jeden z nich", "Keep one of the two"),
    ),
    45: (Wording("komentarz nie ma zakończenia", "a comment has no end"), _FETCH),
    62: (
        Wording("znaki ]]> stoją w zwykłym tekście", "the signs ]]> stand in plain text"),
        Wording("Zapisz > jako &gt;", "Write > as &gt;"),
    ),
    63: (Wording("sekcja CDATA nie ma zakończenia", "a CDATA section has no end"), _FETCH),
    64: (
        Wording("deklaracja <?xml … ?> nie stoi na początku pliku", "<?xml … ?> does not stand at the very beginning"),
        Wording("Usuń wszystko, co stoi przed nią", "Remove everything before it"),
    ),
    65: (
        Wording(
            "deklaracja <?xml … ?> jest błędna albo podaje inne kodowanie niż to, w którym jest plik",
            "<?xml … ?> is wrong, or names another encoding than the file is in",
        ),
        _ENCODING[1],
    ),
    68: _MARKUP,
    _CUT_WITHIN: _CUT,
    76: (
        Wording(
            "element {open} z wiersza {line} zamyka znacznik {close}",
            "the element {open} of line {line} is closed by {close}",
        ),
        Wording(
            "Popraw znacznik zamykający na {open} albo pobierz fakturę jeszcze raz",
            "Close it as {open}, or fetch the invoice again",
        ),
    ),
    77: _CUT,
    81: _ENCODING,
    114: _HUGE,
    201: (
        Wording("przedrostek {name} nie jest zadeklarowany", "the prefix {name} is not declared"),
        Wording('Dopisz xmlns:{name}="…" w elemencie Faktura', 'Declare xmlns:{name}="…" in the element Faktura'),
    ),
}


def said(code: int, sentence: str) -> tuple[Wording, Wording]:
    """Reason and advice for a complaint of the parser.

    >>> said(76, "Opening and ending tag mismatch: b line 1 and a, line 1, column 11")[0].pl
    'element b z wiersza 1 zamyka znacznik a'
    >>> said(999, "Something new")[0].pl
    'błąd składni nr 999'
    """
    found = _NAMES.search(sentence)
    groups = {key: name for key, name in (found.groupdict() if found else {}).items() if name}
    if "line" in groups and "open" in groups:
        name = groups["open"]
    else:
        name = next((value for key, value in groups.items() if key != "from"), "…")
    if code == _NO_NAME and "EntityRef" in sentence:
        code = _LONE_AMPERSAND
    if code == _CUT_WITHIN and not groups:
        return _TAG
    reason, advice = SENTENCES.get(code, (Wording(f"błąd składni nr {code}", f"syntax error {code}"), _FETCH))
    values = {"open": "…", "close": "…", "line": "…", **groups, "name": name}
    return reason.fill(dict(values)), advice.fill(dict(values))
