"""The language `reguly`: its sections, keys and columns."""

from collections.abc import Mapping

from dekret.documents.document_types import RULED_TYPES, DocumentType
from dekret.expr import cells as expressions
from dekret.syntax import cells
from dekret.syntax.schema import CellKind, Field, Language, Parsed, SectionSchema, Word, find
from dekret.text.diagnostic import Finding, Severity
from dekret.text.wording import Wording
from dekret.validation.messages import MESSAGE
from dekret.validation.subjects import SUBJECTS, Subject

_TYPES: Mapping[Word, DocumentType] = {known.word: known for known in RULED_TYPES}


def _read_types(text: str) -> Parsed[tuple[DocumentType, ...]]:
    types: dict[str, DocumentType] = {}
    findings: list[Finding] = []
    start = 0
    for piece in text.split(","):
        name = piece.strip()
        word = find(_TYPES, name)
        if word:
            types[_TYPES[word].kind] = _TYPES[word]
        else:
            place = start + len(piece) - len(piece.lstrip())
            unknown = cells.unknown_choice(name, tuple(_TYPES))
            findings.append(Finding(place, place + max(len(name), 1), unknown.problem, unknown.values))
        start += len(piece) + 1
    return Parsed(None if findings else tuple(types.values()), tuple(findings))


def _tidy_types(text: str) -> str:
    words = [(find(_TYPES, name.strip()), name.strip()) for name in text.split(",")]
    return ", ".join(word.pl if word else name for word, name in words)


NAME = Field(Word("nazwa", "name"), cells.TEXT, Wording("nazwa reguł", "name of the rules"), required=True)
TYPE: Field[tuple[DocumentType, ...]] = Field(
    Word("typ", "type"),
    CellKind(
        Wording("typy dokumentów po przecinku", "types of documents, with commas"),
        _read_types,
        _tidy_types,
        tuple(_TYPES),
    ),
    Wording("typ dokumentów, których reguły dotyczą; kilka po przecinku", "types of documents that the rules are for"),
    required=True,
)
OPERATION = Field(
    Word("operacja", "operation"),
    cells.TEXT,
    Wording(
        "przed czym reguły mają zachodzić, np. eksport EDI, kilka po przecinku (dekret validate --operation); bez "
        "niej zawsze",
        "before what the rules have to hold, such as eksport EDI, several with commas (dekret validate --operation); "
        "without it always",
    ),
)

CODE = Field(Word("Kod", "Code"), cells.TEXT, Wording("kod reguły, jeden na regułę", "code of the rule"), required=True)
SUBJECT: Field[Subject] = Field(
    Word("Dla", "For"),
    cells.choice(Wording("dokument albo jego części", "the document or its parts"), SUBJECTS),
    Wording(
        "co warunek ma spełniać: dokument (także bez tej kolumny), każda, żadna albo jakaś część",
        "what has to meet the condition: the document (also without this column), every, no or some part",
    ),
)
APPLIES = Field(
    Word("Jeżeli", "If"),
    expressions.CONDITION,
    Wording(
        "kiedy reguła w ogóle dotyczy dokumentu, a w regule o częściach: których części; pusty: zawsze",
        "when the rule is about the document at all, in a rule on parts: about which of them; empty: always",
    ),
)
CONDITION = Field(
    Word("Warunek", "Condition"), expressions.CONDITION, Wording("co ma być prawdą", "what has to hold"), required=True
)
LEVELS: Mapping[Word, Severity] = {
    Word("błąd", "error"): Severity.ERROR,
    Word("ostrzeżenie", "warning"): Severity.WARNING,
    Word("informacja", "note"): Severity.INFO,
}
LEVEL: Field[Severity] = Field(
    Word("Poziom", "Level"),
    cells.choice(Wording("poziom", "level"), LEVELS),
    Wording("jak poważne jest to, że warunek nie zachodzi", "how grave it is that the condition does not hold"),
    required=True,
)
MESSAGE_TEXT = Field(
    Word("Komunikat", "Message"),
    MESSAGE,
    Wording(
        "co powiedzieć, gdy warunek nie zachodzi; {wyrażenie} daje wartość, {{ i }} to klamry",
        "what to say where it does not hold; {expression} gives a value, {{ and }} are braces",
    ),
    required=True,
)
REMEDY = Field(Word("Rada", "Help"), cells.TEXT, Wording("co zrobić", "what to do"))
RULE_BASIS = Field(
    Word("Podstawa", "Basis"), cells.TEXT, Wording("przepis albo źródło reguły", "law or source of the rule")
)
REMARK = Field(Word("Uwagi", "Remarks"), cells.TEXT, Wording("objaśnienie dla czytających", "a note for readers"))


RULE_CODE = Field(
    Word("Kod", "Code"), cells.TEXT, Wording("kod reguły z [Reguły]", "code of a rule of [Reguły]"), required=True
)


def level_word(severity: Severity) -> Word:
    """The word of a level."""
    return next(word for word, known in LEVELS.items() if known is severity)


HEADER = SectionSchema(
    Word("Nagłówek", "Header"),
    Wording("nazwa, typy dokumentów, operacja", "name, types of documents, operation"),
    keys=(NAME, TYPE, OPERATION),
    required=True,
)
RULES = SectionSchema(
    Word("Reguły", "Rules"),
    Wording(
        "tabela reguł; każda mówi, co ma zachodzić, i co powiedzieć, gdy nie zachodzi",
        "the rules; each says what has to hold, and what to say where it does not",
    ),
    columns=(CODE, SUBJECT, APPLIES, CONDITION, LEVEL, MESSAGE_TEXT, REMEDY, RULE_BASIS, REMARK),
    required=True,
)
ENGLISH = SectionSchema(
    Word("Po angielsku", "In English"),
    Wording(
        "komunikaty, rady i podstawy tych samych reguł po angielsku, dla --lang en; czego tu nie ma, zostaje po polsku",
        "messages, help and basis of the same rules in English, for --lang en; what is not here stays Polish",
    ),
    columns=(RULE_CODE, MESSAGE_TEXT, REMEDY, RULE_BASIS),
)
LANGUAGE = Language(
    Word("reguly", "rules", ("reguły",)),
    "reguly",
    Wording(
        "reguły sprawdzania dokumentów: co musi zachodzić, żeby dokument był poprawny albo nadawał się do operacji",
        "rules for documents: what has to hold for a document to be right, or to be fit for an operation",
    ),
    (HEADER, RULES, ENGLISH),
)
