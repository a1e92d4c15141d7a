"""What field 61 says beside field 86: references, the type and the code and name of the operation below it.

What field 86 says comes first; where field 61 says something else, that is kept among `others` under a name of its own.
"""

import re
from decimal import Decimal

from dekret.bank.mt940.language import Supplement
from dekret.bank.mt940.line import code_and_name
from dekret.bank.mt940.values import read_amount

TYPE, SECOND, OWN, BANKS, NOTE = (
    "61: typ", "61: drugi wiersz", "61: referencja klienta", "61: referencja banku", "NS",
)  # fmt: skip
"""Names of what field 61 says besides, where field 86 says something else of it."""
_CODE = "86: kod"
_AMOUNT = re.compile(r"\d+[.,]?\d*", re.ASCII)
_NO_REFERENCE = "NONREF"


def references_of(text: str) -> tuple[str, str]:
    """The reference of the customer and that of the bank.

    >>> references_of("FV 1//BR0001"), references_of("NONREF"), references_of("FV 1//NONREF")
    (('FV 1', 'BR0001'), ('', ''), ('FV 1', ''))
    """
    own, _, of_bank = text.partition("//")
    return "" if own == _NO_REFERENCE else own.strip(), "" if of_bank == _NO_REFERENCE else of_bank.strip()


def preferred(said: str, text: str, name: str, others: dict[str, str]) -> str:
    """What field 86 said; this text of field 61 where it said nothing."""
    if not said:
        return text
    if text and text != said:
        others[name] = text
    return said


def type_preferred(said: str, text: str, others: dict[str, str]) -> str:
    """The type as the code of the operation, where the format takes it first."""
    if said:
        others[_CODE] = said
    return text


def named(code: str, operation: str, below: str, others: dict[str, str], *, supplement: Supplement) -> tuple[str, str]:
    """Code and name of the operation: those of field 86, then the line below field 61."""
    found_code = found_name = ""
    match supplement:
        case Supplement.DETECT:
            found_code, found_name = code_and_name(below)
        case Supplement.CODE:
            found_code = below
        case Supplement.NAME:
            found_name = below
    code = code or found_code
    known = found_code in ("", code)
    if known:
        operation = operation or found_name
    if not known or found_name not in ("", operation) or not (found_code or found_name):
        others[SECOND] = below
    return code, operation


def of_split(written: str, invoices: str, others: dict[str, str]) -> tuple[Decimal | None, tuple[str, ...]]:
    """The VAT amount and the invoices that field 86 has in subfields of their own."""
    amount = read_amount(written) if _AMOUNT.fullmatch(written) else None
    if written and amount is None:
        others["86: kwota VAT"] = written
    return amount, tuple(part for each in invoices.split(",") if (part := each.strip()))
