"""What the manual says of maps besides their tutorial: keys, columns, types of record with their parts, look-ups."""

from collections.abc import Callable, Iterable

from dekret.mapping import language as mapping
from dekret.mapping.language import KEYS_OF, Lookup
from dekret.mapping.targets import targets
from dekret.packs.mapping import cases
from dekret.syntax.schema import Field
from dekret.text.table import worded
from dekret.text.wording import Language, Wording

ShowFields = Callable[[Iterable[Field[object]], Language], str]
"""How the manual shows fields."""
_HEADER = Wording("## 6. Klucze sekcji [Nagłówek]", "## 6. Keys of [Nagłówek]")
_COLUMNS = Wording("## 7. Kolumny [Pola] i tabel części", "## 7. Columns of [Pola] and of the tables of parts")
_PARTS = Wording("Klucze tabeli części:", "Keys of the table of a part:")
_RECORDS = Wording("## 8. Typy dokumentów i tabele ich części", "## 8. Types of documents and tables of their parts")
_LOOKUPS = Wording(
    """## 9. Słowniki

Podmioty i towary są w kartotece firmy (--directory): [Podmioty], [Towary], [Jednostki i kody]. To, co mówi o nich
kartoteka, jest ważniejsze od tego, co mówi plik, a jednostka jest ta, której dotyczy kod EAN. Gdy brak = utwórz: nowy
podmiot albo towar ma za kod to, czego szukano, a resztę z pól tego samego rekordu (Towar Nazwa). NIP nowego podmiotu z
Polski i PESEL muszą mieć dobre cyfry kontrolne, jak w kartotece.""",
    """## 9. Dictionaries

Parties and goods stand in the company's file (--directory). What it says of them counts more than the file that is
read, and the unit is the one of the EAN. If missing = create: a new party or goods has for its code what was looked up,
and the rest from the fields of the same record. The NIP of a new party of Poland and a PESEL need right check
digits, as in the company's file.""",
)
_CASES = Wording("## 10. Klucze i sekcja [Rekord] przypadków", "## 10. Keys and the section [Rekord] of cases")


def map_parts(show: ShowFields, language: Language) -> tuple[str, ...]:
    """The tables of the language."""
    kinds = [
        [target.word.pl, target.word.en, ", ".join(p.title for p in target.parts)] for target in targets().values()
    ]
    lookups = [[word.pl, word.en] for word in _lookups()]
    return (
        _HEADER.in_(language),
        show(mapping.GENERAL.keys, language),
        _COLUMNS.in_(language),
        show(mapping.FIELDS.columns, language),
        _PARTS.in_(language),
        show(mapping.PARTS[0].keys, language),
        _RECORDS.in_(language),
        worded(
            (Wording("Polski", "Polish"), Wording("Angielski", "English"), Wording("Części", "Parts")), kinds, language
        ),
        _LOOKUPS.in_(language),
        worded((Wording("Polski", "Polish"), Wording("Angielski", "English")), lookups, language),
        _CASES.in_(language),
        show((cases.MAP, cases.NAMED_FILE, cases.ENCODING, *cases.RECORD.keys, *cases.RECORD.columns), language),
    )


def _lookups() -> Iterable[Wording]:
    return (Lookup(dictionary, key).word for dictionary, keys in KEYS_OF.items() for key in keys)
