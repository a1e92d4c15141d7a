"""What a line of a statement says between the lines: the kind of transfer, by its title and the account it went to.

Titles of split payments and of transfers to the tax office and to ZUS are taken apart to fields; the text stays as it
is.
"""

from typing import Literal

from msgspec.structs import replace

from dekret.model.payments import TaxLiability
from dekret.model.statements import BankLine
from dekret.values.identifiers import TAX_BRANCH, ZUS_BRANCH, is_tax_account, is_zus_account, owner_of
from dekret.values.transfer_titles import SplitTitle, TaxTitle, parse
from dekret.values.zus_titles import read_zus_title

_ID_TYPES: tuple[Literal["N", "R", "P", "1", "2", "3"], ...] = ("N", "R", "P", "1", "2", "3")


def understood(line: BankLine) -> BankLine:
    """The line with the kind of its transfer, the same one where it is an ordinary one.

    What the bank has given in fields of its own is not changed.
    """
    if line.title[:1] != "/":
        return _paid_to_an_office(line)
    title = parse(line.title)
    if isinstance(title, SplitTitle):
        return replace(
            line,
            kind="mpp",
            vat_amount=title.vat if line.vat_amount is None else line.vat_amount,
            party_tax_id=line.party_tax_id or title.tax_id,
            invoices=line.invoices or (title.invoice.strip(),) if title.invoice.strip() else line.invoices,
        )
    if isinstance(title, TaxTitle):
        return replace(line, kind="tax", tax=_liability(title))
    return _paid_to_an_office(line)


def _paid_to_an_office(line: BankLine) -> BankLine:
    """The line with its kind where the account is that of an office, as the bank's branch in it tells."""
    account = line.party_account
    if not account or (len(account) == 26 and account[2:10] not in (TAX_BRANCH, ZUS_BRANCH)):
        return line
    if is_zus_account(account):
        return replace(line, kind="zus", tax=_contributions(line))
    return replace(line, kind="tax") if is_tax_account(account) else line


def _contributions(line: BankLine) -> TaxLiability | None:
    """What the title says of the declaration paid, the payer told by the account; None where it says nothing."""
    title = read_zus_title(line.title)
    if title is None:
        return None
    payer = owner_of(line.party_account) or ""
    return TaxLiability(id=payer, period=title.period, form=title.declaration, liability=title.number)


def _liability(title: TaxTitle) -> TaxLiability | None:
    """The parts of the title; None where its type of identifier is none, as a later reader would refuse it."""
    kind = next((each for each in _ID_TYPES if each == title.id_type), None)
    if kind is None:
        return None
    return TaxLiability(
        id_type=kind,
        id=title.id.strip()[:50].strip(),
        period=title.period.strip()[:50].strip(),
        form=title.form.strip()[:50].strip(),
        liability=title.liability[:255],
    )
