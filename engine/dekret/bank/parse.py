"""From the fields of a rule file to the nodes of a format."""

from dekret.bank import language, reading_language
from dekret.bank.fields import EXPRESSION
from dekret.bank.language import Form, Join, Overflow, Simplify
from dekret.bank.mt940.check import check_sections
from dekret.bank.mt940.language import FILE_KIND, FileKind
from dekret.bank.mt940.nodes import read_rules
from dekret.bank.nodes import BankFormat, Characters, Position, Separators
from dekret.bank.reading_language import USUAL_CREDITS, USUAL_DEBITS, ReadingRules
from dekret.bank.separators import ENTER
from dekret.expr.cells import Formula, formula_of
from dekret.expr.parse import parse
from dekret.model.payments import KIND_WORDS
from dekret.syntax.nodes import Cell
from dekret.syntax.problems import MISSING_KEY
from dekret.syntax.read import DESCRIPTION, Reading, Record
from dekret.syntax.schema import Field, SectionSchema
from dekret.text.report import Report
from dekret.text.wording import Wording

_APOSTROPHE = "'"


def base_of(reading: Reading) -> str | None:
    """The symbol of the format that this one is based on."""
    return reading.preamble.get(language.BASED_ON)


def read_format(reading: Reading, report: Report) -> BankFormat | None:
    """The format, as far as it could be read; None without a use or an encoding. What is wrong goes to the report."""
    general = reading.part(language.GENERAL).keys
    use, charset = general.get(language.USE), general.get(language.CHARSET)
    tables = {schema: _positions(reading, schema, report) for schema in language.TABLES}
    characters = _characters(reading, general)
    for key in language.NEEDED:
        if not general.cell(key):
            report.add(MISSING_KEY.at(general.span, word=Wording(key.word.pl, key.word.en), doc=key.doc))
    check_sections(reading, report)
    if use is None or charset is None:
        return None
    by_kind = {kind: tables[schema] for kind, schema in language.BY_KIND.items() if tables[schema]}
    return BankFormat(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        use,
        (general.get(language.EXTENSION) or "txt").lstrip("."),
        charset,
        _separators(general),
        general.get(language.VARIABLE) is not False,
        general.get(language.DATES),
        characters,
        general.get(language.EMPTY_PARTS) is not False,
        general.get(language.LAST_SEPARATOR) is not False,
        general.get(language.KINDS) or frozenset(KIND_WORDS if tables[language.POSITIONS] else by_kind),
        {kind: _currencies(general, by_kind.get(kind, tables[language.POSITIONS])) for kind in KIND_WORDS},
        general.get(language.SKIPPED_LINES),
        general.get(reading_language.FOOTER_LINES),
        _reading_rules(general),
        tables[language.HEADER],
        tables[language.POSITIONS],
        by_kind,
        tables[language.FOOTER],
        reading.span.source.version,
        general.span,
        {key.word.pl: cell.span for key, cell in general.cells.items()},
        reading.preamble.get(DESCRIPTION) or "",
        reading.valid_from,
        reading.valid_until,
        read_rules(reading) if general.get(FILE_KIND) is FileKind.MT940 else None,
    )


def _currencies(general: Record, positions: tuple[Position, ...]) -> frozenset[str] | None:
    """The currencies that a format writes: those it says, else all where these records name theirs, else PLN."""
    stated = general.get(language.CURRENCIES)
    if stated is not None:
        return stated or None
    named = any(position.field.macro == "@Waluta" for position in positions)
    in_formula = any("@waluta" in position.text.casefold() for position in positions if position.formula)
    return None if named or in_formula else frozenset({"PLN"})


def _separators(general: Record) -> Separators:
    def of(key: Field[str], usual: str = "") -> str:
        found = general.get(key)
        return usual if found is None else found

    separated = general.get(language.SEPARATED) is not False
    return Separators(
        field=of(language.FIELD_SEPARATOR) if separated else "",
        row=of(language.ROW_SEPARATOR, ENTER),
        delimiter=of(language.DELIMITER),
        delimiter_becomes=of(language.DELIMITER_BECOMES, _APOSTROPHE) or None,
        part=of(language.PART_SEPARATOR),
        part_becomes=of(language.PART_BECOMES, "/"),
        group=of(language.GROUP_SEPARATOR, " "),
        decimal=of(language.DECIMAL),
        vat_decimal=of(language.VAT_DECIMAL, ","),
        thousands=of(language.THOUSANDS),
    )


def _reading_rules(general: Record) -> ReadingRules:
    return ReadingRules(
        general.get(reading_language.HEADER_UNTIL),
        general.get(reading_language.FOOTER_FROM),
        general.get(reading_language.SKIPPED) or (),
        general.get(reading_language.SHORT_ROWS) is True,
        general.get(reading_language.LONG_ROWS) is True,
        general.get(reading_language.DEBITS) or USUAL_DEBITS,
        general.get(reading_language.CREDITS) or USUAL_CREDITS,
        general.get(reading_language.UNSIGNED) is True,
    )


def _characters(reading: Reading, general: Record) -> Characters:
    mapped = {
        row.get(language.CHARACTER) or "": row.get(language.BECOMES) or ""
        for row in reading.part(language.CHARACTER_TABLE).rows
    }
    allowed = general.get(language.ALLOWED)
    return Characters(
        {character: becomes for character, becomes in mapped.items() if character},
        None if allowed is None else frozenset(allowed),
        frozenset(general.get(language.FORBIDDEN) or ""),
        general.get(language.FORBIDDEN_BECOMES),
        general.get(language.MISSING_CHARACTER) or Simplify.SIMPLIFY,
    )


def _positions(reading: Reading, schema: SectionSchema, report: Report) -> tuple[Position, ...]:
    rows = reading.part(schema).rows
    found = (_position(row, number, report) for number, row in enumerate(rows, start=1))
    return tuple(position for position in found if position)


def _position(record: Record, number: int, report: Report) -> Position | None:
    field, form = record.get(language.FIELD), record.get(language.TYPE)
    if field is None:
        return None
    value = record.cell(language.VALUE)
    return Position(
        record.span,
        number,
        field,
        form or Form.TEXT,
        value,
        _formula(value, report) if field is EXPRESSION and value else None,
        record.get(language.WIDTH),
        record.place(language.WIDTH),
        record.get(language.JOIN) or Join.NEW,
        record.get(language.STRIP) is not False,
        record.get(language.REQUIRED) is True,
        record.get(language.ALIGN),
        record.get(language.FILL),
        record.get(language.LINES) or 1,
        record.get(language.EMPTY_LINES),
        record.get(language.OVERFLOW) or Overflow.REFUSE,
        formula_of(record, language.CONDITION),
        record.get(language.REMARK) or "",
    )


def _formula(cell: Cell, report: Report) -> Formula | None:
    """The expression of a position whose value is one; `Wartość` is otherwise plain text."""
    parsed = parse(cell.text)
    report.extend(found.at(cell.place(found.start, found.end)) for found in parsed.findings)
    return Formula(cell, parsed.value) if parsed.value else None
