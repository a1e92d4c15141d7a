"""Which rows of schemes, which rules for lines and for documents the cases reach."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dekret.packs.bank.run_line_case import LineCaseResult
from dekret.packs.library import Library
from dekret.packs.run_case import CaseResult
from dekret.packs.validation.run_case import RuleSetCaseResult
from dekret.text.source import Span
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording


@dataclass(frozen=True, slots=True)
class RowCoverage:
    """A row of a definition, by its number or code, and how many cases it worked in."""

    symbol: str
    label: str
    span: Span
    cases: int


def coverage(library: Library, results: Iterable[CaseResult | LineCaseResult | RuleSetCaseResult]) -> list[RowCoverage]:
    """Every row of the library's own schemes, rules for lines and for documents."""
    reached: Counter[tuple[str, str]] = Counter()
    for result in results:
        reached.update(set(_reached(result)))
    return [
        *(
            RowCoverage(symbol, row.label, row.span, reached[symbol, row.label])
            for checked in library.schemes
            for symbol in (checked.scheme.symbol,)
            for row in checked.scheme.rows
        ),
        *(
            RowCoverage(lines.rules.symbol, rule.code, rule.span, reached[lines.rules.version, rule.code])
            for lines in library.lines
            for rule in lines.rules.rules
        ),
        *(
            RowCoverage(checked.rules.symbol, rule.code, rule.span, reached[checked.rules.version, rule.code])
            for checked in library.rule_sets
            for rule in checked.rules.rules
        ),
    ]


def _reached(result: CaseResult | LineCaseResult | RuleSetCaseResult) -> Iterator[tuple[str, str]]:
    """The rows that worked in a case: the symbol of the scheme, or the version of the rules, and the row.

    A rule for documents works where it finds something.
    """
    if isinstance(result, LineCaseResult):
        yield from ((reached.rules.rules.version, reached.code) for reached in result.reached)
    elif isinstance(result, RuleSetCaseResult):
        yield from ((each.rules.version, each.found.rule.code) for each in result.found)
    elif result.entry:
        yield from ((line.rule.scheme, row) for line in result.entry.lines for row in line.rule.row.split("+"))


def coverage_table(found: list[RowCoverage], language: Language) -> str:
    """A line for every definition, with the rows that no case reaches, and the total."""
    header = [
        word.in_(language)
        for word in (
            Wording("Definicja", "Definition"),
            Wording("Wiersze", "Rows"),
            Wording("Sprawdzone", "Reached"),
            Wording("Bez przypadku", "Without a case"),
        )
    ]
    rows = []
    for symbol in dict.fromkeys(each.symbol for each in found):
        own = [each for each in found if each.symbol == symbol]
        missed = [each for each in own if not each.cases]
        places = ", ".join(each.label for each in missed)
        if missed:
            places += f" ({missed[0].span.source.name}:{missed[0].span.line})"
        rows.append([cell_text(symbol), str(len(own)), str(len(own) - len(missed)), cell_text(places)])
    reached = sum(1 for each in found if each.cases)
    percent = f"{100 * reached // len(found)}%" if found else "–"
    rows.append([Wording("Razem", "Total").in_(language), str(len(found)), str(reached), percent])
    return "\n".join(titled(header, rows, right=frozenset({1, 2}))) + "\n"
