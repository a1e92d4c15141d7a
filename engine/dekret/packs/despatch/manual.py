"""What the page on awizos has behind its text: rules, lists of codes, fields of orders and awizos; from our tables."""

from collections.abc import Iterator, Mapping, Sequence

from dekret.despatch import approval_problems, creation_problems, label_problems, problems, sscc_problems
from dekret.despatch.codes import DELIVERY_TERMS, PACKAGE_TYPES, TRANSPORT
from dekret.packs.document_fields import field_rows
from dekret.text.diagnostic import Problem
from dekret.text.excerpt import SEVERITY_WORDS
from dekret.text.table import worded
from dekret.text.wording import Language, Wording

_RULES: Sequence[tuple[Wording, Sequence[Problem]]] = (
    (Wording("Rezerwacje, z których powstaje awizo", "Orders that an awizo is made of"), creation_problems.PROBLEMS),
    (Wording("Awizo w każdej chwili i jego zmiany", "An awizo at any time, and its changes"), problems.PROBLEMS),
    (
        Wording("Przed zatwierdzeniem i eksportem", "Before approval and export"),
        approval_problems.PROBLEMS,
    ),
    (Wording("Numery SSCC", "SSCC"), sscc_problems.PROBLEMS),
    (Wording("Etykiety", "Labels"), label_problems.PROBLEMS),
)
_LISTS: Sequence[tuple[Wording, Mapping[str, Wording]]] = (
    (Wording("Typ transportu", "Transport"), {str(code): words for code, words in TRANSPORT.items()}),
    (Wording("Warunki dostawy", "Delivery terms"), DELIVERY_TERMS),
    (Wording("Typ opakowania", "Type of package"), PACKAGE_TYPES),
)
_FIELDS = (
    ("customer_order", Wording("Rezerwacja odbiorcy", "Order of a customer")),
    ("despatch_advice", Wording("Awizo", "Despatch advice")),
)


def awizo_parts(language: Language) -> Iterator[str]:
    """The parts of the page, in order."""
    yield Wording("## Reguły", "## Rules").in_(language)
    header = (Wording("Problem", "Problem"), Wording("Waga", "Severity"), Wording("Co mówi", "What it says"))
    for title, found in _RULES:
        yield f"### {title.in_(language)}"
        rows = [[each.id, SEVERITY_WORDS[each.severity].in_(language), each.message.in_(language)] for each in found]
        yield worded(header, rows, language)
    yield Wording("## Listy", "## Lists").in_(language)
    for title, codes in _LISTS:
        rows = [[code, words.in_(language)] for code, words in codes.items()]
        yield worded((title, Wording("Znaczenie", "Meaning")), rows, language)
    yield Wording("## Pola w JSON", "## Fields in JSON").in_(language)
    fields = (Wording("Pole", "Field"), Wording("Tytuł", "Title"), Wording("Wartość", "Value"))
    for kind, title in _FIELDS:
        yield f'### {title.in_(language)}: "type": "{kind}"'
        rows = [[".".join(row.path), row.title, row.value.in_(language)] for row in field_rows(kind)]
        yield worded(fields, rows, language)
