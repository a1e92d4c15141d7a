"""From the fields of a rule file to the nodes of rules."""

from collections.abc import Mapping

from dekret.expr.cells import formula_of
from dekret.syntax.read import BASIS, VALID_FROM, VALID_UNTIL, Reading, Record
from dekret.text.diagnostic import Severity
from dekret.text.report import Report
from dekret.validation import language, problems
from dekret.validation.nodes import English, Rule, RuleSet
from dekret.validation.subjects import WHOLE


def read_rule_set(reading: Reading, report: Report) -> RuleSet | None:
    """The rules, as far as they could be read; None without a type. What is wrong stands in the report."""
    header, part = reading.part(language.HEADER).keys, reading.part(language.RULES)
    if not part.rows and part.span is not reading.span:
        report.add(problems.NO_RULES.at(part.span))
    types = header.get(language.TYPE)
    if types is None:
        return None
    english = tuple(map(_english, reading.part(language.ENGLISH).rows))
    by_code = {each.code.casefold(): each for each in english}
    return RuleSet(
        reading.span,
        reading.symbol.text,
        header.get(language.NAME) or "",
        types,
        tuple(name.strip() for name in (header.get(language.OPERATION) or "").split(",") if name.strip()),
        reading.preamble.get(BASIS) or "",
        tuple(_rule(row, by_code) for row in part.rows),
        english,
        reading.span.source.version,
        reading.preamble.get(VALID_FROM),
        reading.preamble.get(VALID_UNTIL),
    )


def _english(row: Record) -> English:
    return English(
        row.get(language.RULE_CODE) or "",
        row.place(language.RULE_CODE),
        row.get(language.MESSAGE_TEXT) or (),
        row.cell(language.MESSAGE_TEXT),
        row.get(language.REMEDY) or "",
        row.get(language.RULE_BASIS) or "",
    )


def _rule(row: Record, english: Mapping[str, English]) -> Rule:
    return Rule(
        row.span,
        row.get(language.CODE) or "",
        row.place(language.CODE),
        row.get(language.SUBJECT) or WHOLE,
        row.place(language.SUBJECT),
        row.get(language.SUBJECT) is not None or row.cell(language.SUBJECT) is None,
        formula_of(row, language.APPLIES),
        formula_of(row, language.CONDITION),
        row.get(language.LEVEL) or Severity.ERROR,
        row.get(language.MESSAGE_TEXT) or (),
        row.cell(language.MESSAGE_TEXT),
        row.get(language.REMEDY) or "",
        row.get(language.RULE_BASIS) or "",
        english.get((row.get(language.CODE) or "").casefold()),
    )
