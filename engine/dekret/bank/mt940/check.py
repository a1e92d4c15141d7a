"""Static checks of a format whose files are MT940: only what it needs is there, and every row can be told apart."""

import re

from dekret.bank import language
from dekret.bank.field import Scope
from dekret.bank.fields import OTHER
from dekret.bank.mt940 import language as words
from dekret.bank.mt940 import problems
from dekret.bank.mt940.language import CODE_MARK, SEPARATED, START_MARK, Form86
from dekret.bank.mt940.nodes import Mt940Rules, Subfield
from dekret.bank.targets import TARGETS
from dekret.syntax.read import Reading
from dekret.syntax.schema import Field
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.wording import Wording

_KEYS: tuple[Field[object], ...] = (*language.NEEDED, language.EXTENSION, words.FILE_KIND)
"""Keys of [Ogólne] that concern such a file."""
_ELSEWHERE = frozenset({"date", "value_date", "amount", "credit", "debit", "side", "balance", "currency", "account"})
"""What a line has from `:61:` and from the balances."""
_SHAPES = {
    **dict.fromkeys(SEPARATED, re.compile(rf"\d\d(\s*[-–]\s*\d\d)?|{CODE_MARK}|{START_MARK}")),
    Form86.LABELS: re.compile(r"[^;:/]*[^\W\d_][^;:/]*"),
    Form86.KEYWORDS: re.compile(rf"/[A-Z0-9]{{1,8}}/|{CODE_MARK}|{START_MARK}"),
}
"""What a mark of each form looks like."""


def check_sections(reading: Reading, report: Report) -> None:
    """A format of MT940 has no sections and keys of records; one of records none of MT940."""
    general = reading.part(language.GENERAL).keys
    told = general.get(words.FILE_KIND) is words.FileKind.MT940
    for schema in (*language.TABLES, language.CHARACTER_TABLE) if told else (words.MT940, words.FIELD_86):
        part = reading.part(schema)
        if part.rows or part.keys.cells:
            problem = problems.SECTION_OF_RECORDS if told else problems.SECTION_OF_MT940
            report.add(problem.at(part.span, name=Wording(schema.word.pl, schema.word.en)))
    if not told:
        return
    use = general.get(language.USE)
    if use and use.writes:
        report.add(problems.NOT_WRITTEN.at(general.place(language.USE)))
    for key, cell in general.cells.items():
        if key not in _KEYS:
            report.add(problems.KEY_OF_RECORDS.at(cell.span, name=Wording(key.word.pl, key.word.en)))


def check_rules(rules: Mt940Rules, report: Report) -> None:
    """The rows of [Pole 86]: each of the right shape, for a field of a line, told once."""
    if rules.form is not Form86.TEXT:
        known = {row.form for row in rules.subfields}
        if not known or (rules.form is not Form86.DETECT and rules.form not in known):
            report.add(problems.NO_ROWS.at(rules.form_span))
    seen: dict[tuple[Form86, str, str], Subfield] = {}
    for row in rules.subfields:
        _check_row(row, report)
        for mark in row.marks:
            for code in sorted(row.codes) or ("",):
                first = seen.setdefault((row.form, mark.casefold(), code), row)
                if first is not row:
                    where = Related(first.span, Wording("pierwszy raz tutaj", "first here"))
                    report.add(problems.MARK_TWICE.at(row.mark_span or row.span, related=(where,), mark=mark))


def _check_row(row: Subfield, report: Report) -> None:
    if not _SHAPES[row.form].fullmatch(row.mark) or not row.marks:
        report.add(problems.BAD_MARK.at(row.mark_span or row.span, mark=row.mark))
    text = row.gives.scope in (Scope.PAYMENT, Scope.LINE) and row.gives.written is None
    if row.gives is not OTHER and (not text or TARGETS.get(row.gives) in _ELSEWHERE):
        name = Wording(row.gives.word.pl, row.gives.word.en)
        report.add(problems.FIELD_NOT_IN_86.at(row.span, name=name))
