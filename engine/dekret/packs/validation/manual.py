"""What the manual says of rules for documents besides their sections: what they may ask, and how they decide."""

from dekret.documents.document_types import RULED_TYPES
from dekret.text.table import worded
from dekret.text.wording import Language, Wording, listed
from dekret.validation.subjects import SUBJECTS, Subject

_DECIDING = Wording(
    """## Jak reguła rozstrzyga

Warunek mówi, co ma być prawdą. Jeżeli zawęża regułę: do dokumentów, a w regule o częściach do tych części, dla których
zachodzi. Makra w obu kolumnach widzą dokument i tę część, o którą reguła pyta.

- dokument, każda …: gdzie zachodzi Jeżeli, ma zachodzić Warunek. Każda część osobno, ze swoim numerem.
- żadna …: gdzie zachodzi Jeżeli, Warunek ma nie zachodzić. Każda część osobno.
- jakaś …: wśród części, dla których zachodzi Jeżeli, choć jedna ma spełniać Warunek; komunikat jest jeden i mówi o
  dokumencie. Gdy Jeżeli nie zachodzi dla żadnej, reguła nie dotyczy dokumentu. Bez Jeżeli dokument, który takich części
  nie ma, narusza regułę.

NULL (brak daty, kwoty) daje wynik nieznany. Reguła, której nie da się rozstrzygnąć, jest zgłaszana na swoim poziomie
jako validation/undecided, z nazwami makr bez wartości; nigdy nie przechodzi po cichu. Rozstrzyga ją jednak jedna znana
strona: gdy Warunek zachodzi albo Jeżeli nie zachodzi, druga kolumna nie ma znaczenia. Jeśli brak wartości jest
w porządku, mówi się to wprost: Jeżeli = @TerminPlatnosci IS NOT NULL.

W komunikacie {wyrażenie} daje wartość: kwoty jak 1 234,50 (od dwóch do sześciu miejsc), liczby całkowite bez miejsc,
daty jak 31.03.2026, NULL jako (brak). Inną postać daje FORMAT(wartość, wzór, 'pl-PL'). Bez Rady i Podstawy wiersza
„rada” nie ma. Dla --lang en komunikat, radę i podstawę podaje sekcja [Po angielsku] (Kod, Komunikat, Rada, Podstawa);
czego w niej nie ma, zostaje po polsku.

Sprawdza: dekret validate PLIK …; reguły bez operacji obowiązują zawsze, inne z --operation; --set bierze tylko nazwane.
Dlaczego: dekret validate --explain. Własne reguły o symbolu standardowych zastępują je. Kod wyjścia 1: jest błąd.""",
    """## How a rule decides

Warunek says what has to be true. Jeżeli narrows the rule: to documents, and in a rule on parts to those parts for which
it holds. Macros in both columns see the document and the part that the rule asks about.

- document, every …: where Jeżeli holds, Warunek has to hold. Every part by itself, with its number.
- no …: where Jeżeli holds, Warunek must not. Every part by itself.
- some …: of the parts for which Jeżeli holds one at least has to meet Warunek; the one message is about the document.
  Where Jeżeli holds for none, the rule is not about the document. Without Jeżeli a document that has no such parts
  breaks the rule.

NULL (no date, no amount) makes a result unknown. A rule that cannot be decided is told on its own level, as
validation/undecided with the macros that have no value; it never passes silently. One known side decides it all the
same: where Warunek holds or Jeżeli does not, the other column does not matter. Where a missing value is fine, say so:
Jeżeli = @TerminPlatnosci IS NOT NULL.

In a message {expression} gives a value: amounts as 1,234.50 (two to six places), whole numbers without places, dates as
2026-03-31, NULL as (none). FORMAT(value, pattern, 'pl-PL') gives another form. Without Rada and Podstawa there is no
line 'help'. For --lang en the section [Po angielsku] (Kod, Komunikat, Rada, Podstawa) gives message, help and basis;
what is not in it stays Polish.

Checked by: dekret validate FILE …; rules without an operation hold always, others with --operation; --set takes those
named alone. Why: dekret validate --explain. Your rules of a standard symbol stand for the standard ones. Exit code 1:
there is an error.""",
)
_PARTS = Wording("## O co reguła może pytać: kolumna Dla", "## What a rule may ask about: the column Dla")


def rule_set_parts(language: Language) -> tuple[str, ...]:
    """Titles, paragraphs and a table, for the page of the language."""
    header = (Wording("Dla", "For"), Wording("Typy dokumentów", "Types of document"))
    rows = [[subject.word.pl if language == "pl" else subject.word.en, _types(subject, language)] for subject in _ALL]
    return _DECIDING.in_(language), _PARTS.in_(language), worded(header, rows, language)


_ALL = tuple(SUBJECTS.values())


def _types(subject: Subject, language: Language) -> str:
    """The types of document that have such parts."""
    words = [type_.word for type_ in RULED_TYPES if subject.scope(type_) is not None]
    return listed([word.pl if language == "pl" else word.en for word in words])
