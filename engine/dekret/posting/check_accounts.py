"""Checks of a scheme against a chart of accounts: accounts written in it must exist and go with their dictionary."""

from dataclasses import replace

from dekret.expr.check import Checked
from dekret.expr.core import Constant
from dekret.model.accounts import PLN, AccountPlan
from dekret.posting.accounts import NoAccount, Wanted, resolve
from dekret.posting.check import CheckedRow, CheckedScheme
from dekret.posting.nodes import Formula
from dekret.text.report import Report

_ANY_CODE = "…"
"""Stands for the code of the party, which is known only on a document."""


def check_accounts(checked: CheckedScheme, plan: AccountPlan, report: Report) -> None:
    """Looks at accounts that are written out; those that come from macros are known only on a document."""
    with_all_parties = replace(plan, opens_dictionary=True)
    for row in checked.rows:
        source = checked.scheme.type.splits.get(row.row.split) if row.row.split else None
        for side, formula, code in _written(row):
            fits = source.fits if source else frozenset()
            kept = plan.currencies(code)
            currency = kept[0] if row.row.currency and kept else PLN
            found = resolve(with_all_parties, code, Wanted(_ANY_CODE if source else None, fits, currency))
            if isinstance(found, NoAccount):
                values = {**found.values, "row": row.row.label, "side": side}
                report.add(found.problem.filled(formula.cell.span, values))


def _written(row: CheckedRow) -> list[tuple[str, Formula, str]]:
    """The accounts of a row that are constant, with their sides and places."""
    sides: tuple[tuple[str, Formula | None, Checked | None], ...] = (
        ("Wn", row.row.debit, row.debit),
        ("Ma", row.row.credit, row.credit),
    )
    return [
        (side, formula, checked.core.value)
        for side, formula, checked in sides
        if formula and checked and isinstance(checked.core, Constant) and isinstance(checked.core.value, str)
    ]
