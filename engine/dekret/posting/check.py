"""Static checks of a scheme: kinds, macros, scopes of rows. What passes here cannot fail on a document."""

from collections.abc import Iterable
from dataclasses import dataclass

from dekret.documents.macros import Scope
from dekret.expr.cells import Formula, check_formula
from dekret.expr.check import Checked
from dekret.expr.kinds import Kind
from dekret.posting import language, problems
from dekret.posting.nodes import Scheme, SchemeRow
from dekret.syntax.schema import Word
from dekret.text.diagnostic import Related
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row whose expressions are checked; `scope` is the part of the document that it runs over."""

    row: SchemeRow
    scope: Scope
    debit: Checked | None
    credit: Checked | None
    amount: Checked | None
    description: Checked | None
    condition: Checked | None


@dataclass(frozen=True, slots=True)
class CheckedScheme:
    scheme: Scheme
    date: Checked | None
    description: Checked | None
    condition: Checked | None
    rows: tuple[CheckedRow, ...]

    @property
    def macros(self) -> frozenset[str]:
        """The names of all macros that the scheme asks for."""
        own = (self.date, self.description, self.condition)
        rows = ((row.debit, row.credit, row.amount, row.description, row.condition) for row in self.rows)
        return frozenset(use.spec.name for part in (own, *rows) for each in part if each for use in each.uses)


def check_scheme(scheme: Scheme, report: Report) -> CheckedScheme:
    """The scheme with every expression checked; it may run only where the report has no errors."""
    checker = _SchemeChecker(scheme, report)
    return CheckedScheme(
        scheme,
        checker.of_header(scheme.date, Kind.DATE),
        checker.of_header(scheme.description, Kind.TEXT),
        checker.of_header(scheme.condition, Kind.CONDITION),
        tuple(checker.row(row) for row in scheme.rows),
    )


class _SchemeChecker:
    def __init__(self, scheme: Scheme, report: Report) -> None:
        self.type = scheme.type
        self.report = report

    def of_header(self, formula: Formula | None, kind: Kind) -> Checked | None:
        """An expression of the header, which knows the document as a whole alone."""
        checked = self._checked(formula, kind)
        if checked and formula:
            for use in checked.uses:
                scope = self.type.by_name[use.spec.name].scope
                if scope is not Scope.DOCUMENT:
                    place = formula.cell.place(use.start, use.end)
                    self.report.add(problems.PART_IN_HEADER.at(place, name=use.spec.name, part=scope.value))
        return checked

    def row(self, row: SchemeRow) -> CheckedRow:
        debit = self._checked(row.debit, Kind.ACCOUNT)
        credit = self._checked(row.credit, Kind.ACCOUNT)
        amount = self._checked(row.amount, Kind.NUMBER)
        description = self._checked(row.description, Kind.TEXT)
        condition = self._checked(row.condition, Kind.CONDITION)
        self._foreign(row, amount)
        pairs = (
            (row.debit, debit),
            (row.credit, credit),
            (row.amount, amount),
            (row.description, description),
            (row.condition, condition),
        )
        scope = self._scope(row, [(formula, checked) for formula, checked in pairs if formula and checked])
        return CheckedRow(row, scope, debit, credit, amount, description, condition)

    def _checked(self, formula: Formula | None, kind: Kind) -> Checked | None:
        return check_formula(formula, self.type.words, kind, self.report)

    def _scope(self, row: SchemeRow, formulas: Iterable[tuple[Formula, Checked]]) -> Scope:
        """The finest scope that the macros and the dictionary of a row need; two side by side are an error."""
        first: dict[Scope, tuple[Span, Wording]] = {}
        for formula, checked in formulas:
            for use in checked.uses:
                scope = self.type.by_name[use.spec.name].scope
                place = formula.cell.place(use.start, use.end)
                first.setdefault(scope, (place, Wording(use.spec.name, use.spec.name)))
        if row.split:
            source = self.type.splits.get(row.split)
            word = language.split_word(row.split)
            if source:
                first.setdefault(source.scope, (row.span, Wording(f"Słownik {word.pl}", f"Dictionary {word.en}")))
            else:
                self._no_split(row, word)
        finest = max(first, key=lambda scope: len(self.type.chain(scope)), default=Scope.DOCUMENT)
        chain = self.type.chain(finest)
        outside = next((scope for scope in first if scope not in chain), None)
        if outside:
            (place, name), (other, other_name) = first[finest], first[outside]
            label = Wording(f"{other_name.pl}: {outside.value.pl}", f"{other_name.en}: {outside.value.en}")
            self.report.add(
                problems.MIXED_SCOPES.at(
                    place,
                    related=(Related(other, label),),
                    first=name,
                    second=other_name,
                    one=finest.value,
                    two=outside.value,
                )
            )
        return finest

    def _no_split(self, row: SchemeRow, word: Word) -> None:
        known = [language.split_word(split) for split in self.type.splits]
        self.report.add(
            problems.SPLIT_UNAVAILABLE.at(
                row.span,
                split=Wording(word.pl, word.en),
                type=Wording(self.type.word.pl, self.type.word.en),
                known=Wording(", ".join(w.pl for w in known), ", ".join(w.en for w in known)),
            )
        )

    def _foreign(self, row: SchemeRow, checked: Checked | None) -> None:
        """The amount of a currency row must be known in the currency."""
        if not row.currency or not checked or not row.amount:
            return
        if not any(self.type.by_name[use.spec.name].foreign for use in checked.uses):
            cell = row.amount.cell
            self.report.add(problems.NO_CURRENCY_AMOUNT.at(cell.span, name=cell.text))
            return
        for use in checked.uses:
            macro = self.type.by_name[use.spec.name]
            if macro.spec.type.kind is Kind.NUMBER and not macro.foreign:
                place = row.amount.cell.place(use.start, use.end)
                self.report.add(problems.NO_CURRENCY_AMOUNT.at(place, name=use.spec.name))
