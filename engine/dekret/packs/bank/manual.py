"""Formats and fields of bank files as the manual shows them."""

import datetime as dt
from collections.abc import Iterator

from dekret.bank.check import CheckedFormat, CheckedPosition
from dekret.bank.field import BankField, Scope
from dekret.bank.fields import FIELDS
from dekret.bank.language import ALL_CURRENCIES, JOIN, OVERFLOW, TYPE, Form, Join, Overflow, Use
from dekret.bank.mt940.language import (
    CODE_FROM,
    ENVELOPE,
    FIELD_86,
    FILE_KIND,
    FORM,
    LINES_GAP,
    PARTS_GAP,
    ROW_FORM,
    ROW_GAP,
    SEPARATED,
    SUPPLEMENT,
    CodeFrom,
    Envelope,
    FileKind,
    Form86,
    Gap,
    Supplement,
)
from dekret.bank.mt940.nodes import Mt940Rules
from dekret.bank.nodes import BankFormat
from dekret.bank.separators import shown
from dekret.model.payments import KIND_WORDS
from dekret.packs.bank.formats import known_formats
from dekret.packs.library import Library
from dekret.store.imported_line_rows import Imported
from dekret.store.payment_rows import Export
from dekret.syntax.schema import Word
from dekret.text.table import worded
from dekret.text.wording import Language, Wording, amount_wording

_USES = {
    Use.EXPORT: Wording("eksport", "export"),
    Use.IMPORT: Wording("import", "import"),
    Use.BOTH: Wording("eksport i import", "export and import"),
}
_SCOPES = (Scope.PAYMENT, Scope.PAYER, Scope.FILE, Scope.LINE, Scope.STATEMENT)


def formats_table(library: Library, day: dt.date, language: Language) -> str:
    """All formats that hold on a day: symbol, name, use, extension, encoding."""
    header = (
        Wording("Symbol", "Symbol"),
        Wording("Nazwa", "Name"),
        Wording("Do czego", "Use"),
        Wording("Plik", "File"),
        Wording("Kodowanie", "Encoding"),
    )
    rows = [
        [
            each.format.symbol,
            each.format.name,
            _USES[each.format.use].in_(language),
            f".{each.format.extension}",
            _word(each.format.charset.word, language),
        ]
        for each in known_formats(library, day)
    ]
    return worded(header, rows, language) + "\n"


def format_page(checked: CheckedFormat, language: Language) -> str:
    """One format: what it is, its parameters, its positions."""
    format_, separators = checked.format, checked.format.separators
    if format_.mt940:
        return mt940_page(format_, format_.mt940, language)
    about = [f"# {format_.symbol}: {format_.name}"]
    about += [format_.opis] if format_.opis else []
    facts = (
        (_USE, _USES[format_.use].in_(language)),
        (_FILE, f".{format_.extension}"),
        (_ENCODING, _word(format_.charset.word, language)),
        (Wording("Separator pól", "Field separator"), shown(separators.field)),
        (Wording("Separator wierszy", "Row separator"), shown(separators.row)),
        (Wording("Ogranicznik tekstu", "Text delimiter"), shown(separators.delimiter)),
        (Wording("Sekwencja podziału", "Part separator"), shown(separators.part)),
        (Wording("Separator dziesiętny", "Decimal separator"), shown(separators.decimal)),
        (Wording("Rodzaje przelewów", "Kinds of payments"), _kinds(format_.kinds, language)),
        (Wording("Waluty", "Currencies"), _currencies(format_)),
        (Wording("Format daty", "Date format"), format_.dates.text if format_.dates else "–"),
    )
    about.append(worded((_PARAMETER, _VALUE), [[word.in_(language), text] for word, text in facts], language))
    sections = ((_HEADER, checked.header), *_records(checked), (_FOOTER, checked.footer))
    for title, positions in sections:
        if positions:
            about += [f"## {title.in_(language)}", _positions(positions, language)]
    mapped = format_.characters.mapped
    if mapped:
        pairs = [[shown(mark), shown(becomes)] for mark, becomes in mapped.items()]
        about += [f"## {_CHARACTERS.in_(language)}", worded((_CHARACTER, _BECOMES), pairs, language)]
    return "\n\n".join(about) + "\n"


def mt940_page(format_: BankFormat, rules: Mt940Rules, language: Language) -> str:
    """A format of MT940 files: what it is, how it reads messages, what the marks of field 86 mean."""
    about = [f"# {format_.symbol}: {format_.name}", *([format_.opis] if format_.opis else [])]
    keys = (
        (FILE_KIND, FileKind.MT940, tuple(FileKind)),
        (ENVELOPE, rules.envelope, tuple(Envelope)),
        (FORM, rules.form, tuple(Form86)),
        (LINES_GAP, rules.lines_gap, _GAPS),
        (PARTS_GAP, rules.parts_gap, _GAPS),
        (SUPPLEMENT, rules.supplement, tuple(Supplement)),
        (CODE_FROM, rules.code_from, (CodeFrom.FIELD_86, CodeFrom.FIELD_61)),
    )
    facts = [
        [_USE.in_(language), _USES[format_.use].in_(language)],
        [_FILE.in_(language), f".{format_.extension}"],
        [_ENCODING.in_(language), _word(format_.charset.word, language)],
        *([_word(key.word, language), _choice(key.kind.words, values, value, language)] for key, value, values in keys),
    ]
    header = tuple(Wording(column.word.pl, column.word.en) for column in FIELD_86.columns)
    rows = [
        [
            _choice(ROW_FORM.kind.words, _ROW_FORMS, row.form, language),
            row.mark,
            _word(row.gives.word, language),
            _choice(ROW_GAP.kind.words, tuple(Gap), row.gap, language) if row.gap else "",
            ", ".join(sorted(row.codes)),
            row.remark,
        ]
        for row in rules.subfields
        if rules.form in (Form86.DETECT, row.form)
    ]
    title = f"## {_word(FIELD_86.word, language)}"
    return (
        "\n\n".join([*about, worded((_PARAMETER, _VALUE), facts, language), title, worded(header, rows, language)])
        + "\n"
    )


_GAPS = (Gap.NOTHING, Gap.BLANK)
_ROW_FORMS = (*SEPARATED, Form86.LABELS, Form86.KEYWORDS)
_USE, _FILE, _ENCODING = Wording("Do czego", "Use"), Wording("Plik", "File"), Wording("Kodowanie", "Encoding")
_CHARACTERS = Wording("Znaki", "Characters")
_CHARACTER = Wording("Znak", "Character")
_BECOMES = Wording("Na", "Becomes")


def _currencies(format_: BankFormat) -> str:
    """The currencies of the kinds that a format writes."""
    known = [format_.currencies[kind] for kind in format_.kinds]
    codes = sorted({code for each in known if each for code in each})
    return ", ".join([*codes, *([ALL_CURRENCIES.pl] if None in known else [])])


def _kinds(kinds: frozenset[str], language: Language) -> str:
    return ", ".join(_word(word, language) for kind, word in KIND_WORDS.items() if kind in kinds)


_PARAMETER = Wording("Parametr", "Parameter")
_VALUE = Wording("Wartość", "Value")
_HEADER = Wording("Nagłówek", "Header")
_FOOTER = Wording("Stopka", "Footer")


def _records(checked: CheckedFormat) -> Iterator[tuple[Wording, tuple[CheckedPosition, ...]]]:
    for kind, positions in checked.records.items():
        name = f" ({kind})" if kind else ""
        yield Wording(f"Pozycje{name}", f"Positions{name}"), positions


def _positions(positions: tuple[CheckedPosition, ...], language: Language) -> str:
    header = (
        Wording("Pole", "Field"),
        Wording("Typ", "Type"),
        Wording("Wartość", "Value"),
        Wording("Szerokość", "Width"),
        Wording("Opcje", "Options"),
        Wording("Wymagane", "Required"),
        Wording("Warunek", "Condition"),
        Wording("Uwagi", "Remarks"),
    )
    rows = []
    for each in positions:
        position = each.position
        width = str(position.width or "")
        options = [] if position.join is Join.NEW else [_choice(JOIN.kind.words, _JOINS, position.join, language)]
        if position.overflow is Overflow.CUT:
            options.append(_choice(OVERFLOW.kind.words, tuple(Overflow), Overflow.CUT, language))
        rows.append(
            [
                _word(position.field.word, language),
                _choice(TYPE.kind.words, tuple(Form), position.form, language),
                position.text,
                f"{position.lines}×{width}" if position.lines > 1 else width,
                ", ".join(options),
                Wording("tak", "yes").in_(language) if position.required else "",
                position.condition.cell.text if position.condition else "",
                position.remark,
            ]
        )
    return worded(header, rows, language)


_JOINS = (Join.NEW, Join.PLAIN, Join.BLANK, Join.PART, Join.RECORD)


def _choice(words: tuple[Word, ...], values: tuple[object, ...], value: object, language: Language) -> str:
    """The word of a choice; words and values stand in the same order."""
    return _word(words[values.index(value)], language)


def exports_table(exports: list[Export], language: Language) -> str:
    """The exports of a store, file by file."""
    header = (
        Wording("Nr", "No"),
        Wording("Kiedy", "When"),
        Wording("Plik", "File"),
        Wording("Format", "Format"),
        Wording("Przelewów", "Payments"),
        Wording("Suma", "Sum"),
        Wording("Stan", "State"),
    )
    back, sent = Wording("cofnięty", "taken back"), Wording("wysłany", "sent")
    rows = [
        [
            str(each.id),
            f"{each.file.time:%Y-%m-%d %H:%M}",
            each.file.name,
            each.file.format,
            str(each.count),
            "; ".join(f"{amount_wording(total).in_(language)} {currency}" for currency, total in each.sums),
            (back if each.taken_back else sent).in_(language),
        ]
        for each in exports
    ]
    return worded(header, rows, language) + "\n"


def imports_table(imports: list[Imported], language: Language) -> str:
    """The imports of a store."""
    header = (
        Wording("Nr", "No"),
        Wording("Kiedy", "When"),
        Wording("Plik", "File"),
        Wording("Rejestr", "Register"),
        Wording("Wyciąg", "Statement"),
        Wording("Pozycji", "Lines"),
        Wording("Saldo końcowe", "Closing balance"),
        Wording("Stan", "State"),
    )
    back, there = Wording("cofnięty", "taken back"), Wording("zaimportowany", "imported")
    rows = [
        [
            str(each.id),
            f"{each.time:%Y-%m-%d %H:%M}",
            each.bank_import.file,
            each.bank_import.register,
            each.bank_import.statement or "–",
            str(each.count),
            "–" if each.bank_import.closing is None else amount_wording(each.bank_import.closing).in_(language),
            (back if each.taken_back else there).in_(language),
        ]
        for each in imports
    ]
    return worded(header, rows, language) + "\n"


def fields_page(language: Language) -> str:
    """All fields of bank formats, by what has to be at hand for them."""
    title = Wording("# Pola formatów bankowych", "# Fields of bank formats").in_(language)
    header = (
        Wording("Pole", "Field"),
        Wording("Makro", "Macro"),
        Wording("Rodzaj", "Kind"),
        Wording("Skąd (JSON)", "Source (JSON)"),
        Wording("Co daje", "What it gives"),
        Wording("Przykład", "Example"),
    )
    parts = [title, _ABOUT.in_(language)]
    for scope in _SCOPES:
        own = [field for field in FIELDS if field.scope is scope and field.written is None]
        parts += [
            f"## {_SECTIONS[scope].in_(language)}",
            worded(header, [_row(field, language) for field in own], language),
        ]
    special = [field for field in FIELDS if field.written]
    parts += [f"## {_SPECIAL.in_(language)}", worded(header, [_row(field, language) for field in special], language)]
    return "\n\n".join(parts) + "\n"


_ABOUT = Wording(
    "Nazwy stoją w kolumnie Pole; w wyrażeniach i warunkach to samo dają makra. Skąd: pole płatności w JSON\n"
    "(„dekret docs przelew”).",
    "Names stand in the column Pole; in expressions and conditions the macros give the same. Source: the field of the\n"
    "payment in JSON (“dekret docs payment”).",
)
_SECTIONS = {
    Scope.PAYMENT: Wording("Przelew (sekcje pozycji)", "Payment (sections of positions)"),
    Scope.PAYER: Wording("Zleceniodawca (wszędzie)", "Payer (everywhere)"),
    Scope.FILE: Wording("Plik (nagłówek i stopka)", "File (header and footer)"),
    Scope.LINE: Wording("Pozycja wyciągu (tylko import)", "Line of a statement (import alone)"),
    Scope.STATEMENT: Wording("Wyciąg (tylko import)", "Statement (import alone)"),
}
_SPECIAL = Wording("Pola, których wartość podaje format", "Fields whose value the format gives")


def _row(field: BankField, language: Language) -> list[str]:
    kind = field.shape.value.in_(language) if field.written is None else "–"
    return [_word(field.word, language), field.macro, kind, field.source, field.doc.in_(language), field.example]


def _word(word: Word, language: Language) -> str:
    return word.pl if language == "pl" else word.en
