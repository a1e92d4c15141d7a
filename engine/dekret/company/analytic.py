"""The analytic description of a document: completed by the company's dimensions, percents made amounts (004:330–400).

The parts of one position must make up all of it, in percent or in amounts; the penny that rounding leaves goes to the
last of them.
"""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from dekret.company import problems
from dekret.model.accounts import AccountPlan, ancestors
from dekret.model.directory import Dimension, DimensionKind, Directory
from dekret.model.invoices import Invoice, InvoicePosition, VatElement
from dekret.model.parties import code_key
from dekret.model.parts import AnalyticElement, AnalyticRow
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.values.rounding import HALF_UP, ZERO, rounded

_HUNDRED = Decimal(100)


def described(
    document: Invoice, directory: Directory | None, plan: AccountPlan | None, span: Span
) -> tuple[AnalyticRow, ...] | list[Diagnostic]:
    """The rows of the analytic description, complete, or everything that is wrong with them."""
    rows = document.analytic_rows
    faults: list[Diagnostic] = []
    amounts: list[Decimal] = [ZERO] * len(rows)
    for position in dict.fromkeys(row.position for row in rows):
        places = [index for index, row in enumerate(rows) if row.position == position]
        base = _base(document, position)
        if base is None:
            faults.append(problems.NO_SUCH_POSITION.at(span, position=position))
            continue
        contrary = [rows[index] for index in places if _contradicts(rows[index], base)]
        if contrary:
            faults.extend(_contrary(row, base, span) for row in contrary)
            continue
        shares = _shares([rows[index] for index in places], base)
        if isinstance(shares, Decimal):
            faults.append(_not_whole(rows[places[0]], position, base, shares, span))
            continue
        for index, share in zip(places, shares, strict=True):
            amounts[index] = share
    dimensions = _of_type(directory, document.type)
    elements = [_elements(row, dimensions, directory, plan, span, faults) for row in rows]
    if faults:
        return faults
    whole = zip(rows, amounts, elements, strict=True)
    return tuple(replace(row, amount=amount, dimensions=found) for row, amount, found in whole)


def _contradicts(row: AnalyticRow, base: Decimal) -> bool:
    """Whether a row says a percent and an amount that is not so much, but for a grosz of rounding."""
    if row.percent is None or row.amount is None:
        return False
    return abs(rounded(base * row.percent / _HUNDRED, mode=HALF_UP) - row.amount) > Decimal("0.01")


def _contrary(row: AnalyticRow, base: Decimal, span: Span) -> Diagnostic:
    assert row.percent is not None
    return problems.CONTRADICTION.at(
        span,
        position=row.position,
        percent=f"{row.percent.normalize():f}",
        amount=f"{row.amount:.2f}",
        base=f"{base:.2f}",
    )


def _base(document: Invoice, position: str) -> Decimal | None:
    """The amount that a position stands for, in PLN; None where the document has no such position.

    `cost` is the net, and the gross where the tax is not deducted; `vat_cost` is that tax (004:381–390).
    """
    what, _, number = position.partition(":")
    if what == "document":
        return document.net_pln
    index = int(number) - 1
    if what == "additional":
        return document.additional_amounts[index].amount if index < len(document.additional_amounts) else None
    if index >= len(document.lines):
        return None
    line = document.lines[index]
    lost = _lost_tax(document, line)
    if what == "vat_cost":
        return lost
    return document.line_net_pln(line) + (lost if what == "cost" else ZERO)


def _lost_tax(document: Invoice, line: VatElement | InvoicePosition) -> Decimal:
    not_deducted = isinstance(line, VatElement) and line.deduction == "no"
    return document.line_vat_pln(line) if not_deducted else ZERO


def _shares(rows: Sequence[AnalyticRow], base: Decimal) -> list[Decimal] | Decimal:
    """What every row of a position describes; where they do not make up all of it, the sum of what they say.

    The sum is in percent where all rows speak in percent. A row with both has the amount it says (004:352).

    >>> rows = [AnalyticRow(percent=Decimal("33.33")), AnalyticRow(percent=Decimal("66.67"))]
    >>> _shares(rows, Decimal("10.01"))
    [Decimal('3.34'), Decimal('6.67')]
    """
    by_percent = all(row.percent is not None and row.amount is None for row in rows)
    if by_percent:
        total = sum((row.percent for row in rows if row.percent is not None), ZERO)
        if total != _HUNDRED:
            return total
    shares = [
        row.amount if row.amount is not None else rounded(base * (row.percent or ZERO) / _HUNDRED, mode=HALF_UP)
        for row in rows
    ]
    left = base - sum(shares, ZERO)
    if left:
        computed = [index for index, row in enumerate(rows) if row.amount is None]
        if not computed or abs(left) > Decimal("0.005") * len(computed):
            return sum(shares, ZERO)
        last = computed[-1]
        shares[last] += left
    return shares


def _not_whole(row: AnalyticRow, position: str, base: Decimal, described: Decimal, span: Span) -> Diagnostic:
    in_percent = row.percent is not None and row.amount is None
    whole = "100%" if in_percent else f"{base:.2f}"
    given = f"{described.normalize():f}%" if in_percent else f"{described:.2f}"
    return problems.NOT_WHOLE.at(span, position=position, described=given, whole=whole)


def _of_type(directory: Directory | None, type_: str) -> list[Dimension]:
    known = directory.dimensions.values() if directory else ()
    return [dimension for dimension in known if not dimension.documents or type_ in dimension.documents]


def _elements(  # noqa: PLR0913, PLR0917 - one row against everything that is known
    row: AnalyticRow,
    dimensions: Sequence[Dimension],
    directory: Directory | None,
    plan: AccountPlan | None,
    span: Span,
    faults: list[Diagnostic],
) -> dict[str, AnalyticElement]:
    """The elements of a row with their accounts, by the codes of their dimensions."""
    found: dict[str, AnalyticElement] = {}
    known = {dimension.code.casefold(): dimension for dimension in dimensions}
    for code in row.dimensions:
        element = row.element(code)
        assert element
        dimension = known.get(code.casefold())
        if dimension is None or directory is None:
            if directory and directory.dimensions:
                names = ", ".join(each.code for each in dimensions) or "–"
                faults.append(problems.UNKNOWN_DIMENSION.at(span, dimension=code, known=names))
            found[code] = element
            continue
        completed = _completed(element, dimension, directory, plan)
        if completed is None:
            where, kind = dimension.code, dimension.kind.value
            faults.append(problems.UNKNOWN_ELEMENT.at(span, element=element.code, dimension=where, kind=kind))
        else:
            found[dimension.code] = completed
    for dimension in dimensions:
        chosen = row.element(dimension.code)
        if dimension.required and not (chosen and chosen.code):
            faults.append(problems.INCOMPLETE_DESCRIPTION.at(span, dimension=dimension.code))
    if not any(element.code for element in found.values()) and not faults:
        faults.append(problems.NO_ELEMENTS.at(span, position=row.position))
    return found


def _completed(
    element: AnalyticElement, dimension: Dimension, directory: Directory, plan: AccountPlan | None
) -> AnalyticElement | None:
    """The element as its dimension knows it, with its account; None where the dimension does not have it."""
    code = element.code
    if not code:
        return element
    match dimension.kind:
        case DimensionKind.DESCRIPTIVE:
            known = dimension.elements.get(code.casefold())
            return AnalyticElement(code=known[0], account=element.account or known[1]) if known else None
        case DimensionKind.ACCOUNTS:
            return _of_chart(element, dimension, plan)
        case DimensionKind.CATEGORY:
            category = directory.categories.get(code_key(code))
            if category is None or (dimension.within and _outside(category.general_code, category.code, dimension)):
                return None
            account = element.account or category.debit_account or category.credit_account
            return AnalyticElement(code=category.code, account=account)
        case DimensionKind.DICTIONARY:
            return AnalyticElement(code=code, account=element.account or code)


def _outside(general_code: str, code: str, dimension: Dimension) -> bool:
    return dimension.within.casefold() not in (general_code.casefold(), code.casefold())


def _of_chart(element: AnalyticElement, dimension: Dimension, plan: AccountPlan | None) -> AnalyticElement | None:
    """An account of the chart, within the account that the dimension names."""
    account = plan.find(element.code) if plan else None
    if account is None:
        return None
    within = dimension.within.casefold()
    above = [code.casefold() for code in (account.code, *ancestors(account.code))]
    if within and within not in above:
        return None
    return AnalyticElement(code=account.code, account=element.account or account.code)
