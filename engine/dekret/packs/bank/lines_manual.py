"""What the manual says of rules for lines besides their sections: patterns by example, and the macros of a line."""

from dekret.banklines.macros import WORDS
from dekret.expr.vocabulary import MacroSpec
from dekret.text.table import worded
from dekret.text.wording import Language, Wording

PATTERNS = (
    ("zus", "Składki ZUS 01/26", "zuse, składki"),
    ("opłata za kartę", "OPŁATA  ZA KARTĘ nr 1", "oplata za karte"),
    ("%prowizj%", "Nienależne prowizje", "opłata"),
    ("prowizj%", "Prowizja za przelew", "zwrot prowizji"),
    ("%za przelew", "opłata za przelew", "za przelewy"),
    ("%zwrot%vat%", "Zwrot podatku VAT 12/25", "VAT: zwrot"),
    ("%op_ata%", "OPLATA ZA KARTE", "op-at"),
    ("opłata, prowizja", "prowizja", "odsetki"),
    ("opłata, nie zwrot", "opłata za kartę", "zwrot: opłata"),
    ("nie zwrot, nie storno", "opłata", "storno"),
    ("%nie dotyczy%", "PIT nie dotyczy", "PIT dotyczy"),
)
"""A cell of patterns, a title that fits, titles (with commas) that do not; tests/banklines holds them to it."""
_ABOUT = Wording(
    """Wzorce w kolumnach tytułu, kontrahenta i operacji. Wielkość liter nie ma znaczenia, polskie litery mają; kilka
spacji i koniec wiersza to jedna spacja. Po przecinku: którykolwiek; z „nie”: żaden z tych.""",
    """Patterns in the columns of title, contractor and operation. Letter case does not matter, Polish letters do;
several blanks and the end of a line are one blank. With commas: any of them; with 'nie' or 'not': none of these.""",
)


def line_rules_parts(language: Language) -> tuple[str, ...]:
    """Titles, paragraphs and tables, for the page of the language."""
    patterns = (Wording("Wzorzec", "Pattern"), Wording("Pasuje", "Fits"), Wording("Nie pasuje", "Does not fit"))
    macros = (Wording("Makro", "Macro"), Wording("Rodzaj", "Kind"), Wording("Co daje", "What it gives"))
    rows = [
        [_name(spec, language), kind_text(spec, language), spec.doc.in_(language)] for spec in WORDS.macros.values()
    ]
    return (
        Wording("## Wzorce", "## Patterns").in_(language),
        _ABOUT.in_(language),
        worded(patterns, [list(row) for row in PATTERNS], language),
        Wording("## Makra pozycji wyciągu", "## Macros of a line of a statement").in_(language),
        worded(macros, rows, language),
    )


def kind_text(spec: MacroSpec, language: Language) -> str:
    """The kind of a macro, and whether it may be NULL."""
    return spec.type.kind.value.in_(language) + (" / NULL" if spec.type.nullable else "")


def _name(spec: MacroSpec, language: Language) -> str:
    return f"{spec.name}('{spec.argument.in_(language)}')" if spec.argument else spec.name
