"""From the fields of a rule file to the nodes of a scheme."""

from dekret.expr.cells import formula_of
from dekret.posting import language, problems
from dekret.posting.nodes import Scheme, SchemeRow
from dekret.syntax.read import VALID_FROM, VALID_UNTIL, Reading, Record
from dekret.text.report import Report


def read_scheme(reading: Reading, report: Report) -> Scheme | None:
    """The scheme, as far as it could be read; None without a type. What is wrong stands in the report."""
    header = reading.part(language.HEADER).keys
    type_ = header.get(language.TYPE)
    part = reading.part(language.ROWS)
    rows = [_row(record, number, report) for number, record in enumerate(part.rows, start=1)]
    if not part.rows and part.span is not reading.span:
        report.add(problems.NO_ROWS.at(part.span))
    if type_ is None:
        return None
    return Scheme(
        reading.span,
        reading.symbol.text,
        header.get(language.NAME) or "",
        type_,
        header.get(language.JOURNAL) or "",
        header.get(language.BUFFER) is True,
        formula_of(header, language.DATE),
        formula_of(header, language.DESCRIPTION),
        formula_of(header, language.CONDITION),
        header.get(language.MERGE) is True,
        header.get(language.MAY_POST_NOTHING) is True,
        tuple(rows),
        reading.span.source.version,
        reading.preamble.get(VALID_FROM),
        reading.preamble.get(VALID_UNTIL),
    )


def _row(record: Record, number: int, report: Report) -> SchemeRow:
    if not record.cell(language.DEBIT) and not record.cell(language.CREDIT):
        report.add(problems.NO_ACCOUNT.at(record.span))
    label = record.cell(language.NUMBER)
    return SchemeRow(
        record.span,
        label.text if label else str(number),
        formula_of(record, language.DEBIT),
        formula_of(record, language.CREDIT),
        record.get(language.SPLIT),
        formula_of(record, language.AMOUNT),
        record.get(language.CURRENCY) is True,
        record.get(language.SETTLEMENT) is True,
        formula_of(record, language.LINE_DESCRIPTION),
        formula_of(record, language.LINE_CONDITION),
    )
