"""From the fields of a rule file to rules for the lines of statements."""

from dekret.banklines import language, problems
from dekret.banklines.language import Choice
from dekret.banklines.nodes import LineRule, LineRules, Look
from dekret.expr.cells import formula_of
from dekret.syntax.read import VALID_FROM, VALID_UNTIL, Reading, Record
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.wording import Wording, amount_wording


def read_line_rules(reading: Reading, report: Report) -> LineRules:
    """The rules, as far as they could be read. What is wrong stands in the report."""
    general, part = reading.part(language.GENERAL).keys, reading.part(language.RULES)
    choice = general.get(language.CHOICE) or Choice.FIRST
    if not part.rows and part.span is not reading.span:
        report.add(problems.NO_RULES.at(part.span))
    for row in part.rows:
        if row.cell(language.POINTS) and choice is Choice.FIRST:
            report.add(problems.POINTS_UNUSED.at(row.place(language.POINTS)))
    return LineRules(
        reading.span,
        reading.symbol.text,
        general.get(language.NAME) or "",
        choice,
        tuple(_rule(row, report) for row in part.rows),
        reading.span.source.version,
        reading.preamble.get(VALID_FROM),
        reading.preamble.get(VALID_UNTIL),
    )


def _rule(row: Record, report: Report) -> LineRule:
    results = (language.ACCOUNT, language.CATEGORY, language.PARTY_CODE, language.DESCRIPTION)
    if not any(row.cell(column) for column in results):
        report.add(problems.NO_RESULT.at(row.span))
    _amounts(row, report)
    return LineRule(
        row.span,
        row.get(language.CODE) or "",
        row.place(language.CODE),
        all(row.get(column) is not None for column in language.CONDITIONS if row.cell(column)),
        row.get(language.DIRECTION),
        tuple(_looks(row)),
        row.get(language.LEAST),
        row.get(language.MOST),
        formula_of(row, language.CONDITION),
        row.get(language.POINTS) or 0,
        formula_of(row, language.ACCOUNT),
        row.get(language.CATEGORY),
        row.get(language.PARTY_CODE),
        formula_of(row, language.DESCRIPTION),
    )


def _amounts(row: Record, report: Report) -> None:
    least, most = row.get(language.LEAST), row.get(language.MOST)
    for column, amount in ((language.LEAST, least), (language.MOST, most)):
        if amount is not None and amount < 0:
            report.add(problems.NEGATIVE_AMOUNT.at(row.place(column), amount=amount_wording(amount)))
    if least is not None and most is not None and least > most:
        values = {"least": amount_wording(least), "most": amount_wording(most)}
        other = Related(row.place(language.MOST), Wording("a tu mniej", "and less here"))
        report.add(problems.AMOUNTS_REVERSED.at(row.place(language.LEAST), related=(other,), **values))


def _looks(row: Record) -> list[Look]:
    found = []
    for column in language.TEXT_COLUMNS:
        cell, patterns = row.cell(column.field), row.get(column.field)
        if cell and patterns:
            found.append(Look(column, cell, patterns))
    return found
