"""What the manual says of the chart language besides its tutorial: pictures, options, functions, graphic parameters."""

from dekret.chart.computed import plain
from dekret.chart.functions import FUNCTIONS
from dekret.chart.graphics import GRAPHICS
from dekret.chart.literals import literal
from dekret.chart.parameters import OPTIONS
from dekret.packs.chart.shown import control_name
from dekret.text.table import worded
from dekret.text.wording import Language, Wording
from dekret.values.pictures import Control, Misfit, Picture, picture

PICTURES: tuple[tuple[str, str, str], ...] = (
    ("s20", "", "O'Hara"),
    ("n5", "", "202"),
    ("n14.2", "", "1 234,50"),
    ("n-14.2", "", "-0,5"),
    ("D17", "", "4.05.2026"),
    ("D10-", "", "2026-05-04"),
    ("D17", "", ""),
    ("X", "", "tak"),
    ("O", "Kasa:1|Bank:2", "Bank"),
    ("O", "Polska:'PL'|Unia:'DE','FR'", "Unia"),
    ("R", "SELECT ID=BRa_BRaID, KOD=BRa_Symbol FROM CDN.BnkRachunki", "7"),
    ("R", "SELECT Kat_KodSzczegol, Kat_Opis FROM CDN.Kategorie", "ADM_ENERGIA"),
    ("LS20", "SELECT Knt_KntID, Knt_Kod FROM CDN.Kontrahenci|GENERICLOOKUP('Kontrahenci',0,1)", "3"),
    ("ABC", "'Zakres danych'", ""),
)
"""A picture, what stands in its parenthesis, and a value as it is typed."""


def reference_parts(language: Language) -> tuple[str, ...]:
    """Titles and tables of the language, from what the engine itself works by."""
    return (
        Wording("## Postaci parametrów", "## Pictures of parameters").in_(language),
        _PICTURES.in_(language),
        worded(_PICTURES_HEADER, [_picture_row(*each, language) for each in PICTURES], language),
        Wording("## Opcje deklaracji", "## Options of a declaration").in_(language),
        worded(_OPTIONS_HEADER, [[f"@{name}(…)", doc.in_(language)] for name, doc in OPTIONS.items()], language),
        Wording("## Wyrażenia i funkcje", "## Expressions and functions").in_(language),
        _EXPRESSIONS.in_(language),
        worded(_FUNCTIONS_HEADER, [[*f.example, f.doc.in_(language)] for f in FUNCTIONS], language),
        Wording("## Parametry graficzne", "## Graphic parameters").in_(language),
        _GRAPHICS.in_(language),
        worded(
            _GRAPHICS_HEADER,
            [[f"/@{g.symbol}", g.doc.in_(language), _default(g.absent), _default(g.bare)] for g in GRAPHICS],
            language,
        ),
        _MORE.in_(language),
    )


def _picture_row(written: str, inside: str, typed: str, language: Language) -> list[str]:
    known = picture(written, inside, in_parenthesis=bool(inside))
    assert known, written
    shown = f"{written}({inside})" if inside else written
    fits = known.describe().in_(language)
    return [shown, control_name(known.control).in_(language), fits, typed, _in_query(known, typed)]


def _in_query(known: Picture, typed: str) -> str:
    """What a typed value becomes in a query."""
    value = known.read(typed)
    assert not isinstance(value, Misfit), (known.written, typed)
    if known.control is Control.LABEL:
        return ""
    chosen = known.choice(plain(value))
    return chosen.written if chosen else literal(value)


def _default(value: str | None) -> str:
    return "–" if value is None else value or "''"


_PICTURES = Wording(
    """Postać mówi, o co pytać, co pasuje i jak wartość wchodzi w zapytanie. Liczba przy s to najwięcej znaków; przy n
najwięcej znaków razem z przecinkiem, a za kropką miejsca po przecinku; minus pozwala na liczby ujemne; D to postaci
dat Clariona. Przed postacią może stać H (ukryty), za nią _Q albo _NQ. Pusta data jest dniem zero SQL Servera, więc
warunek ??Od=0 wtedy zachodzi.""",
    """A picture says what to ask, what fits, and how the value goes into the query. The number of s is the most
characters; that of n the most characters with the point, then the places behind it; a minus allows negative numbers;
D are Clarion's pictures of dates. H (hidden) may stand before a picture, _Q or _NQ behind it. An empty date is day
zero of SQL Server, so that ??Od=0 holds then.""",
)
_PICTURES_HEADER = (
    Wording("Postać", "Picture"),
    Wording("Kontrolka", "Control"),
    Wording("Pasuje", "Fits"),
    Wording("Wpisano", "Typed"),
    Wording("W zapytaniu", "In the query"),
)
_OPTIONS_HEADER = (Wording("Opcja", "Option"), Wording("Znaczy", "Meaning"))
_EXPRESSIONS = Wording(
    """W klamrach: teksty w apostrofach, liczby, ??Nazwa, funkcje i operatory, od najsłabiej wiążących: OR, AND, NOT,
porównania (= <> < > <= >=), & (łączy teksty), + - (także dni do daty), * / % ^. Wyniki są z dnia 2026-03-31.""",
    """In braces: texts in quotes, numbers, ??Name, functions and operators, from the loosest: OR, AND, NOT, comparisons
(= <> < > <= >=), & (joins texts), + - (also days to a date), * / % ^. The results are of 2026-03-31.""",
)
_FUNCTIONS_HEADER = (
    Wording("Wyrażenie", "Expression"),
    Wording("Wynik", "Result"),
    Wording("Co daje", "What it gives"),
)
_GRAPHICS = Wording(
    """W wartości mogą stać parametry i wyrażenia, a w nich @RECORDS: liczba wierszy wyniku. Kreska znaczy: parametru
wtedy nie ma.""",
    """A value may hold parameters and expressions, and these @RECORDS: the number of rows of the result. A dash means:
there is no such parameter then.""",
)
_GRAPHICS_HEADER = (
    Wording("Parametr", "Parameter"),
    Wording("Znaczy", "Meaning"),
    Wording("Gdy go nie ma", "Where absent"),
    Wording("Gdy nie ma wartości", "Without a value"),
)
_MORE = Wording(
    """Sekcje i klucze plików: dekret docs wykres, wstawka, filtr, kolumny, przypadek. Objaśnienie komunikatu:
dekret check --explain chart/value-refused.""",
    """Sections and keys of files: dekret docs chart, insert, filter, columns, case. A message explained:
dekret check --explain chart/value-refused.""",
)
