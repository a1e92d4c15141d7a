"""Checks of a scheme against a chart of accounts: accounts written in it must exist and go with their dictionary."""

from collections.abc import Sequence
from dataclasses import replace

from dekret.expr.cells import Formula
from dekret.expr.check import Checked
from dekret.expr.core import Constant
from dekret.model.accounts import PLN, AccountPlan
from dekret.posting import language, problems
from dekret.posting.accounts import NoAccount, Resolved, Wanted, resolve
from dekret.posting.check import CheckedRow, CheckedScheme
from dekret.text.report import Report
from dekret.text.wording import Wording

_ANY_CODE = "…"
"""Stands for the code of the party, which is known only on a document."""


def check_accounts(checked: CheckedScheme, plans: Sequence[AccountPlan], report: Report) -> None:
    """Looks at accounts that are written out; those that come from macros are known only on a document.

    An account is wrong where no chart has it; the first chart is spoken of.
    """
    for row in checked.rows:
        if row.row.split and row.row.split not in checked.scheme.type.splits:
            continue
        _check_split(row, plans, report)
        source = checked.scheme.type.splits.get(row.row.split) if row.row.split else None
        for side, formula, code in _written(row):
            fits = source.fits if source else frozenset()
            tried = [_found(plan, row, code, Wanted(_ANY_CODE if source else None, fits)) for plan in plans]
            first = tried[0]
            if isinstance(first, NoAccount) and all(isinstance(found, NoAccount) for found in tried):
                values = {**first.values, "row": row.row.label, "side": side}
                report.add(first.problem.filled(formula.cell.span, values))


def _check_split(row: CheckedRow, plans: Sequence[AccountPlan], report: Report) -> None:
    """A dictionary is of no use where the row posts to written accounts alone and none of them is split by one."""
    written = _written(row)
    sides = (row.row.debit is not None) + (row.row.credit is not None)
    if row.row.split is None or len(written) < sides:
        return
    accounts = [account for plan in plans for _, _, code in written if (account := plan.find(code))]
    above = [account for plan in plans for _, _, code in written if (account := plan.nearest_above(code))]
    if accounts and not any(account.dictionary for account in (*accounts, *above)):
        codes = ", ".join(code for _, _, code in written)
        word = language.split_word(row.row.split)
        split = Wording(word.pl, word.en)
        report.add(problems.SPLIT_UNUSED.at(row.row.span, row=row.row.label, split=split, accounts=codes))


def _found(plan: AccountPlan, row: CheckedRow, code: str, wanted: Wanted) -> Resolved | NoAccount:
    kept = plan.currencies(code)
    currency = kept[0] if row.row.currency and kept else PLN
    return resolve(replace(plan, opens_dictionary=True), code, replace(wanted, currency=currency))


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
