"""The dimensions of the analytic description as the company's file defines them (004:240–320)."""

import re
from dataclasses import replace

from dekret.company import problems
from dekret.company.plan import DICTIONARY_WORDS
from dekret.model.directory import Dimension, DimensionKind
from dekret.syntax import cells
from dekret.syntax.read import Record
from dekret.syntax.schema import Field, SectionSchema, Word
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.wording import Wording

RESERVED = ("WYDZIAŁ", "PROJEKT", "LOKALIZACJA")
"""Codes that the payroll's own analytic description uses (004:286)."""
_FORBIDDEN_WORDS = {"and", "or", "all", "not", "null", "in", "like", "between"}
_REPLACED = re.compile(r"[,\-'‘’\"<>\[\]()^~!?@#%&$*|/\\+=\s]")

KIND_WORDS = {
    Word("opisowy", "descriptive"): DimensionKind.DESCRIPTIVE,
    Word("z planu kont", "from the chart of accounts", ("plan kont",)): DimensionKind.ACCOUNTS,
    Word("kategoria", "category"): DimensionKind.CATEGORY,
    Word("słownik", "dictionary"): DimensionKind.DICTIONARY,
}
DOCUMENT_WORDS = {
    Word("Rejestr VAT zakupu", "VAT purchase register"): "vat_purchase",
    Word("Rejestr VAT sprzedaży", "VAT sale register"): "vat_sale",
    Word("Faktury zakupu", "Purchase invoices"): "purchase_invoice",
    Word("Faktury sprzedaży", "Sale invoices"): "sale_invoice",
    Word("Dowody wewnętrzne sprzedaży", "Internal sales"): "internal_sale",
}

CODE = Field(
    Word("Kod", "Code"),
    cells.TEXT,
    Wording("kod wymiaru; znaki inne niż litery i cyfry zmieniają się w _", "code; signs become _"),
    required=True,
)
NAME = Field(Word("Nazwa", "Name"), cells.TEXT, Wording("nazwa", "name"))
KIND = Field(
    Word("Typ", "Kind"),
    cells.choice(Wording("typ wymiaru", "kind of dimension"), KIND_WORDS),
    Wording("opisowy (domyślnie), z planu kont, kategoria albo słownik", "descriptive, accounts, category, dictionary"),
)
WITHIN = Field(
    Word("Zakres", "Within"),
    cells.TEXT,
    Wording(
        "konto, kategoria ogólna albo słownik, do którego zawężają się elementy",
        "the account, general category or dictionary that the elements are narrowed to",
    ),
)
REQUIRED = Field(
    Word("Wymagany", "Required"),
    cells.FLAG,
    Wording("czy każdy wiersz opisu musi mieć jego element", "whether every row must have an element of it"),
)
DOCUMENTS = Field(
    Word("Dokumenty", "Documents"),
    cells.choice(Wording("typ dokumentu", "type of document"), DOCUMENT_WORDS),
    Wording("typ dokumentów, które opisuje; pusty: wszystkie", "the type of documents it describes; empty: all"),
)
ELEMENT_OF = Field(
    Word("Wymiar", "Dimension"), cells.TEXT, Wording("kod wymiaru opisowego", "code of its dimension"), required=True
)
ELEMENT_CODE = Field(Word("Kod", "Code"), cells.TEXT, Wording("kod elementu", "code of the element"), required=True)
ELEMENT_ACCOUNT = Field(
    Word("Konto", "Account"),
    cells.TEXT,
    Wording("konto księgowe elementu; nie musi być w planie", "its account; need not be in the chart"),
)

DIMENSIONS = SectionSchema(
    Word("Wymiary", "Dimensions"),
    Wording("wymiary opisu analitycznego", "dimensions of the analytic description"),
    columns=(CODE, NAME, KIND, WITHIN, REQUIRED, DOCUMENTS),
)
ELEMENTS = SectionSchema(
    Word("Elementy wymiarów", "Elements of dimensions"),
    Wording("elementy wymiarów opisowych i ich konta", "elements of descriptive dimensions and their accounts"),
    columns=(ELEMENT_OF, ELEMENT_CODE, NAME, ELEMENT_ACCOUNT),
)


def dimension_code(written: str) -> str:
    """The code of a dimension as it is kept: signs and blanks become underscores (004:256).

    >>> dimension_code("KONTA-4 nowe")
    'KONTA_4_nowe'
    """
    return _REPLACED.sub("_", written.strip())


def read_dimensions(rows: list[Record], elements: list[Record], report: Report) -> dict[str, Dimension]:
    """The dimensions by code in small letters; what is wrong goes to the report."""
    found: dict[str, Dimension] = {}
    places: dict[str, Record] = {}
    for row in rows:
        dimension = _dimension(row, report)
        if dimension is None:
            continue
        key = dimension.code.casefold()
        if key in found:
            first = Related(places[key].place(CODE), Wording("pierwszy raz tutaj", "first here"))
            report.add(problems.CODE_REPEATED.at(row.place(CODE), related=(first,), code=dimension.code))
            continue
        found[key], places[key] = dimension, row
    for row in elements:
        _add_element(row, found, report)
    return found


def _dimension(row: Record, report: Report) -> Dimension | None:
    written = row.get(CODE)
    if written is None:
        return None
    code = dimension_code(written)
    if code.upper() in RESERVED:
        report.add(problems.RESERVED_DIMENSION.at(row.place(CODE), code=code))
        return None
    if code[:1].isdigit() or code.casefold() in _FORBIDDEN_WORDS:
        report.add(problems.BAD_DIMENSION.at(row.place(CODE), code=code))
        return None
    if code != written:
        report.add(problems.DIMENSION_CHANGED.at(row.place(CODE), written=written, code=code))
    kind = row.get(KIND) or DimensionKind.DESCRIPTIVE
    within = row.get(WITHIN) or ""
    dictionary = None
    if kind is DimensionKind.DICTIONARY:
        dictionary = next((known for known, word in DICTIONARY_WORDS.items() if word.is_(within)), None)
        if dictionary is None:
            known = ", ".join(word.pl for word in DICTIONARY_WORDS.values())
            report.add(problems.NO_SUCH_DICTIONARY.at(row.place(WITHIN), given=within or "–", known=known))
    documents = row.get(DOCUMENTS)
    return Dimension(
        code,
        kind,
        row.get(NAME) or "",
        row.get(REQUIRED) is True,
        within,
        dictionary,
        frozenset({documents} if documents else ()),
    )


def _add_element(row: Record, dimensions: dict[str, Dimension], report: Report) -> None:
    of, code = row.get(ELEMENT_OF), row.get(ELEMENT_CODE)
    if of is None or code is None:
        return
    key = dimension_code(of).casefold()
    dimension = dimensions.get(key)
    if dimension is None or dimension.kind is not DimensionKind.DESCRIPTIVE:
        known = ", ".join(d.code for d in dimensions.values() if d.kind is DimensionKind.DESCRIPTIVE) or "–"
        report.add(problems.NO_SUCH_DIMENSION.at(row.place(ELEMENT_OF), dimension=of, known=known))
        return
    if code.casefold() in dimension.elements:
        report.add(problems.CODE_REPEATED.at(row.place(ELEMENT_CODE), code=code))
        return
    account = row.get(ELEMENT_ACCOUNT) or ""
    dimensions[key] = replace(dimension, elements={**dimension.elements, code.casefold(): (code, account)})
