"""The language `szablon`: the header of a template, which stands in a comment at its beginning, `{# … #}`."""

import re
from dataclasses import dataclass, replace

from dekret.render import problems
from dekret.render.kinds import TemplateKind
from dekret.render.records import RECORDS, RecordKind
from dekret.syntax import cells
from dekret.syntax.schema import CellKind, Field, Language, Parsed, SectionSchema, Word
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source, Span
from dekret.text.wording import Wording
from dekret.values.pictures import Control, Picture, picture

NAME = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa wydruku", "name of the printout"), required=True)
KIND: Field[TemplateKind] = Field(
    Word("rodzaj", "kind"),
    cells.choice(Wording("rodzaj szablonu", "kind of template"), {kind.value: kind for kind in TemplateKind}),
    Wording(
        "HTML, XML albo tekst; w HTML i XML teksty są zabezpieczane", "HTML, XML or text; HTML and XML are escaped"
    ),
    required=True,
)
RECORD: Field[RecordKind] = Field(
    Word("rekord", "record"),
    cells.choice(Wording("rekord szablonu", "record of a template"), {kind.word: kind for kind in RECORDS}),
    Wording(
        "co szablon drukuje; bez tego klucza plik jest częścią dla innych szablonów (include, import)",
        "what the template prints; without it the file is a part for other templates (include, import)",
    ),
)
ONLY: Field[bool] = Field(
    Word("tylko", "only"),
    cells.choice(
        Wording("ograniczenie dokumentów", "limit of documents"),
        {Word("w walucie obcej", "in a foreign currency"): True, Word("wszystkie", "all"): False},
    ),
    Wording("które dokumenty wolno nim drukować: w walucie obcej albo wszystkie", "in a foreign currency, or all"),
)
PARAMETER = Field(
    Word("Nazwa", "Name"),
    cells.TEXT,
    Wording("nazwa; „Numer HDI” to w szablonie parametry.numer_hdi", "name; 'Numer HDI' is parametry.numer_hdi"),
    required=True,
)
PROMPT = Field(
    Word("Pytanie", "Prompt"), cells.TEXT, Wording("co pokazać w oknie; bez tego nazwa", "what the dialog says")
)
_ASKED = (Control.TEXT, Control.NUMBER, Control.DATE, Control.CHECK, Control.CHOICE)
_IN_PARENTHESIS = re.compile(r"(\w+)\((.*)\)", re.DOTALL)


def _read_picture(text: str) -> Parsed[Picture]:
    """`s20`, `n14.2`, `D10`, `X`, `O(Polska:1|Unia:2)`.

    >>> _read_picture("O(tak:1|nie:0)").value.control
    <Control.CHOICE: 'opcje'>
    """
    inside = _IN_PARENTHESIS.fullmatch(text.removeprefix("@"))
    found = picture(inside[1], inside[2], in_parenthesis=True) if inside else picture(text.removeprefix("@"))
    if found is None or found.control not in _ASKED:
        return Parsed(None, (problems.UNKNOWN_PICTURE.found(0, len(text), picture=text),))
    return Parsed(found)


PICTURE: Field[Picture] = Field(
    Word("Postać", "Picture"),
    CellKind(
        Wording("postać: s20, n14.2, D10, X, O(Polska:1\\|Unia:2)", "picture: s20, n14.2, D10, X, O(Poland:1\\|EU:2)"),
        _read_picture,
    ),
    Wording("co można wpisać, jak w parametrach wykresów", "what may be typed, as in parameters of charts"),
    required=True,
)
DEFAULT = Field(
    Word("Domyślnie", "Default"), cells.TEXT, Wording("wartość, gdy nie podano innej", "value where none is given")
)


@dataclass(frozen=True, slots=True)
class When:
    """That a parameter has to be given where another one has a value."""

    parameter: str
    value: str


def _read_required(text: str) -> Parsed[bool | When]:
    """`tak`, `nie`, or `Rynek = inne państwa`: where the answer to that parameter is this one.

    >>> _read_required("Rynek = inne państwa").value
    When(parameter='Rynek', value='inne państwa')
    """
    parameter, equals, value = (part.strip() for part in text.partition("="))
    if equals and parameter and value:
        return Parsed(When(parameter, value))
    found = cells.FLAG.read(text)
    return Parsed(found.value, found.findings)


REQUIRED: Field[bool | When] = Field(
    Word("Wymagany", "Required"),
    CellKind(
        Wording("tak, nie albo warunek: Rynek = inne państwa", "tak, nie, or a condition: Rynek = inne państwa"),
        _read_required,
    ),
    Wording(
        "czy musi być podany; albo przy jakiej odpowiedzi na wcześniejszy parametr",
        "whether it has to be given; or with which answer to an earlier parameter",
    ),
)
REMEMBERED = Field(
    Word("Zapamiętaj", "Remember"),
    cells.FLAG,
    Wording("czy podpowiadać ostatnią odpowiedź", "whether the last answer is the default"),  # 002:235
)
GENERAL = SectionSchema(
    Word("Ogólne", "General"),
    Wording("co to za szablon", "what kind of template it is"),
    keys=(NAME, KIND, RECORD, ONLY),
    required=True,
)
PARAMETERS = SectionSchema(
    Word("Parametry", "Parameters"),
    Wording("o co program pyta przed wydrukiem", "what is asked for before printing"),
    columns=(PARAMETER, PROMPT, PICTURE, DEFAULT, REQUIRED, REMEMBERED),
)
LANGUAGE = Language(
    Word("szablon", "template"),
    "szablon",
    Wording(
        "szablon wydruku albo pliku: Jinja z nagłówkiem w komentarzu",
        "a template of a printout or a file: Jinja with a header",
    ),
    (GENERAL, PARAMETERS),
)

_OPENED = re.compile(r"\s*\{#[-+]?")
_CLOSED = re.compile(r"[-+]?#\}")


def is_template(source: Source) -> bool:
    """Whether a file is a template: by its ending, or as it begins with a comment of Jinja."""
    return source.name.lower().endswith(f".{LANGUAGE.extension}") or bool(_OPENED.match(source.text))


def header_of(source: Source) -> Source:
    """The header alone, every character at its own offset: what stands around it is blanks."""
    opened = _OPENED.match(source.text)
    closed = _CLOSED.search(source.text, opened.end()) if opened else None
    if not opened or not closed:
        return Source(source.name, "", source.encoding, source.newline)
    before = re.sub(r"[^\n]", " ", source.text[: opened.end()])
    return Source(source.name, before + source.text[opened.end() : closed.start()], source.encoding, source.newline)


def missing_mark(source: Source) -> str:
    """The mark that the header of a template lacks, the first of `{#` and `#}`; empty where both are there."""
    opened = _OPENED.match(source.text)
    if not opened:
        return "{#"
    return "" if _CLOSED.search(source.text, opened.end()) else "#}"


def with_header(source: Source, header: str) -> str:
    """The text of a template with another header."""
    opened = _OPENED.match(source.text)
    closed = _CLOSED.search(source.text, opened.end()) if opened else None
    if not opened or not closed:
        return source.text
    return f"{source.text[: opened.end()]}\n{header.strip()}\n{source.text[closed.start() :]}"


def moved(diagnostic: Diagnostic, source: Source) -> Diagnostic:
    """What was found in a header, at its place in the whole template."""

    def there(span: Span) -> Span:
        return Span(source, span.start, span.end)

    related = tuple(replace(each, span=there(each.span)) for each in diagnostic.related)
    return replace(diagnostic, span=there(diagnostic.span), related=related)
