"""Which rows of schemes the cases reach."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dekret.packs.library import Library
from dekret.packs.run_case import CaseResult
from dekret.posting.nodes import SchemeRow
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording


@dataclass(frozen=True, slots=True)
class RowCoverage:
    """A row of a scheme and how many cases made a line by it."""

    scheme: str
    row: SchemeRow
    cases: int


def coverage(library: Library, results: Iterable[CaseResult]) -> list[RowCoverage]:
    """Every row of the library's own schemes."""
    reached: Counter[tuple[str, str]] = Counter()
    for result in results:
        if result.entry:
            reached.update({(line.rule.scheme, row) for line in result.entry.lines for row in line.rule.row.split("+")})
    return [
        RowCoverage(checked.scheme.symbol, row, reached[checked.scheme.symbol, row.label])
        for checked in library.schemes
        for row in checked.scheme.rows
    ]


def coverage_table(found: list[RowCoverage], language: Language) -> str:
    """A line for every scheme, with the rows that no case reaches, and the total."""
    header = [
        word.in_(language)
        for word in (
            Wording("Schemat", "Scheme"),
            Wording("Wiersze", "Rows"),
            Wording("Sprawdzone", "Reached"),
            Wording("Bez przypadku", "Without a case"),
        )
    ]
    rows = []
    for scheme in dict.fromkeys(each.scheme for each in found):
        own = [each for each in found if each.scheme == scheme]
        missed = [each for each in own if not each.cases]
        places = ", ".join(each.row.label for each in missed)
        if missed:
            places += f" ({missed[0].row.span.source.name}:{missed[0].row.span.line})"
        rows.append([cell_text(scheme), str(len(own)), str(len(own) - len(missed)), cell_text(places)])
    reached = sum(1 for each in found if each.cases)
    percent = f"{100 * reached // len(found)}%" if found else "–"
    rows.append([Wording("Razem", "Total").in_(language), str(len(found)), str(reached), percent])
    return "\n".join(titled(header, rows, right=frozenset({1, 2}))) + "\n"
