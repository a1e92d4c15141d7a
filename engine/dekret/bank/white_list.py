"""The white list (wykaz podatników VAT, art. 96b of the VAT act) from the Ministry's flat file, offline.

Whether an account belongs to a taxpayer, and which payments have to be asked about. Not here: the file itself
(`dekret.bank.flat_file`), and what becomes of a payment whose account is not found.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from hashlib import sha512
from pathlib import Path
from types import TracebackType
from typing import Self

from dekret.bank.flat_file import HEADER, LISTS, MASKS, FlatFile, Hashes, read_members, unexpected
from dekret.errors import FileError
from dekret.model.payments import Payment
from dekret.text.wording import Wording
from dekret.values.identifiers import is_nip, plain_tax_id
from dekret.values.rounding import HALF_UP, rounded

THRESHOLD = Decimal(15000)
"""In PLN, of a whole document (004:537; art. 117ba of the Tax Ordinance)."""

_NRB = re.compile(r"[0-9]{26}")
_NIP = re.compile(r"[0-9]{10}")
_MASK = re.compile(r"[0-9XY]{26}")
_DAY = re.compile(r"[0-9]{8}")
_ROUNDS = re.compile(r"[1-9][0-9]{0,5}")
_BANK = slice(2, 10)
"""Where the routing number of the bank stands in an account number."""

_BAD_DAY = Wording(
    "nagłówek nie ma daty „dataGenerowaniaDanych” RRRRMMDD", "the header has no date 'dataGenerowaniaDanych' YYYYMMDD"
)
_BAD_ROUNDS = Wording(
    "nagłówek nie ma liczby „liczbaTransformacji” (1–999999)",
    "the header has no number 'liczbaTransformacji' (1–999999)",
)
_BAD_MASK = Wording(
    "„maski” to nie same maski o 26 znakach: cyfry, X, Y", "'maski' are not all masks of 26 characters: digits, X, Y"
)


class Standing(Enum):
    """What the list says of a taxpayer with an account. Not found is no proof that something is wrong."""

    ACTIVE = Wording("podatnik VAT czynny", "active VAT taxpayer")
    EXEMPT = Wording("podatnik VAT zwolniony", "exempt VAT taxpayer")
    NOT_FOUND = Wording("brak w wykazie", "not found in the list")


def digest(day: dt.date, tax_id: str, nrb: str, rounds: int) -> str:
    """The hash under which a taxpayer with an account stands in the file of a day.

    SHA-512 of date, NIP and account number (8 + 10 + 26 characters), then of its own 128 lower-case hexadecimal
    digits, so many rounds in all; 5000 of them take some 7 ms.

    >>> digest(dt.date(2024, 1, 2), "5250000009", "61114020044000000000001234", 5000)[:16]
    'b0f5f8c38863e0c9'
    """
    assert rounds > 0
    text = f"{day:%Y%m%d}{tax_id}{nrb}".encode("ascii")
    for _ in range(rounds):
        text = sha512(text).hexdigest().encode("ascii")
    return text.decode("ascii")


def masked(mask: str, nrb: str) -> str | None:
    """A virtual account as the file has it; None where the mask is of other accounts.

    A digit of the mask must be the account's, for Y stands the account's digit, X stays.

    >>> masked("XX11402004YYYYXXXXXXXXXXXX", "61114020044000000000001234")
    'XX114020044000XXXXXXXXXXXX'
    >>> masked("XX10200000YYYYXXXXXXXXXXXX", "61114020044000000000001234") is None
    True
    """
    pairs = list(zip(mask, nrb, strict=True))
    if any(want not in ("X", "Y", digit) for want, digit in pairs):
        return None
    return "".join(digit if want == "Y" else want for want, digit in pairs)


@dataclass(frozen=True, slots=True)
class WhiteList:
    """The list of one day. Holds for that day alone: the hashes of another day are all different.

    `masks` are kept by the routing number of the bank, those without one under no number. The file stays mapped until
    `close`, or the end of a `with`.
    """

    day: dt.date
    rounds: int
    masks: Mapping[str, tuple[str, ...]]
    active: Hashes
    exempt: Hashes

    @classmethod
    def open(cls, path: Path) -> "WhiteList":
        """The list of an unpacked flat file. Reads the header and the masks alone.

        Raises `FileError` for a file that cannot be read, is still packed, damaged or no flat file.
        """
        file = FlatFile.open(path)
        try:
            members = read_members(file)
            day, rounds = _header(path, members.small[HEADER])
            active, exempt = (members.lists[name] for name in LISTS)
            return cls(day, rounds, _by_bank(path, members.small[MASKS]), active, exempt)
        except FileError:
            file.data.close()
            raise

    def check(self, tax_id: str, nrb: str) -> Standing:
        """What the list says; both numbers may hold blanks, hyphens and PL. What is no such number is not found.

        First the account as it is, then as every mask that fits it shows it. Raises `FileError` where the file is
        found damaged on the way.
        """
        tax_id, nrb = plain_tax_id(tax_id), _plain_nrb(nrb)
        if not _NIP.fullmatch(tax_id) or not _NRB.fullmatch(nrb):
            return Standing.NOT_FOUND
        for account in dict.fromkeys(self._forms(nrb)):
            wanted = digest(self.day, tax_id, account, self.rounds)
            if wanted in self.active:
                return Standing.ACTIVE
            if wanted in self.exempt:
                return Standing.EXEMPT
        return Standing.NOT_FOUND

    def close(self) -> None:
        self.active.file.data.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _forms(self, nrb: str) -> Iterator[str]:
        """The account number, then what the masks make of it."""
        yield nrb
        for mask in (*self.masks.get(nrb[_BANK], ()), *self.masks.get("", ())):
            form = masked(mask, nrb)
            if form:
                yield form


def needs_check(
    payment: Payment, *, threshold: Decimal = THRESHOLD, inclusive: bool = True, always: bool = False
) -> bool:
    """Whether the payee's account has to be looked up before the payment goes out (004:535–539).

    So it is where the payee has a Polish NIP with the right check digit, an account is given and the document is of
    the threshold or more; `inclusive=False` is the law's "over the threshold", `always` asks whatever the amount.
    An amount in currency without a rate has to be looked up. Money that comes in and payments to offices, tax and
    ZUS have not: the manual speaks of contractors.
    """
    if payment.direction == "in" or payment.kind in ("tax", "zus") or payment.party.kind == "office":
        return False
    if not payment.account.strip() or not is_nip(plain_tax_id(payment.party.tax_id)):
        return False
    total = payment.total_pln
    if always or total is None:
        return True
    total = rounded(total, mode=HALF_UP)
    return total >= threshold if inclusive else total > threshold


def _plain_nrb(text: str) -> str:
    return "".join(character for character in text.upper() if character.isalnum()).removeprefix("PL")


def _header(path: Path, header: object) -> tuple[dt.date, int]:
    """The day of the file and the rounds of its hashes."""
    values = header if isinstance(header, dict) else {}
    day, rounds = str(values.get("dataGenerowaniaDanych")), str(values.get("liczbaTransformacji"))
    if not _ROUNDS.fullmatch(rounds):
        raise unexpected(path, _BAD_ROUNDS)
    try:
        return dt.date.fromisoformat(day if _DAY.fullmatch(day) else ""), int(rounds)
    except ValueError:
        raise unexpected(path, _BAD_DAY) from None


def _by_bank(path: Path, masks: object) -> dict[str, tuple[str, ...]]:
    """Masks by the routing number of their bank; those that leave some of its digits open under no number."""
    found: dict[str, tuple[str, ...]] = {}
    if not isinstance(masks, list):
        raise unexpected(path, _BAD_MASK)
    for mask in dict.fromkeys(map(str, masks)):
        if not _MASK.fullmatch(mask):
            raise unexpected(path, _BAD_MASK)
        bank = mask[_BANK] if mask[_BANK].isdigit() else ""
        found[bank] = (*found.get(bank, ()), mask)
    return found
