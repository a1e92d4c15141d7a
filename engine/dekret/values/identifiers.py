"""Numbers with check digits: NIP, PESEL, REGON, NRB, IBAN, BIC, EAN-13, and what an account number tells of its owner.

The checks are python-stdnum's but for the account numbers of payments, which are met by the million. Besides the
checks of documents there are makers of numbers, for samples: they add the check digits to digits given. What is laid
down of the accounts stands in the regulation on numbers of banks (Dz.U. 2022 poz. 1181) and in PN-F-01102.
"""

import re
from functools import lru_cache


@lru_cache(maxsize=4096)
def plain_tax_id(text: str) -> str:
    """A tax number without blanks, hyphens and the prefix PL.

    >>> plain_tax_id("PL 558-073-02-19")
    '5580730219'
    """
    plain = "".join(character for character in text.upper() if character.isalnum())
    return plain.removeprefix("PL") if plain[2:].isdigit() else plain


def is_nip(text: str) -> bool:
    """Whether the text is a Polish tax number with the right check digit (weights 6 5 7 2 3 4 5 6 7 modulo 11).

    >>> is_nip("558-073-02-19"), is_nip("558-073-02-18")
    (True, False)
    """
    return _is_nip(text)


@lru_cache(maxsize=4096)
def _is_nip(text: str) -> bool:
    from stdnum.pl import nip  # noqa: PLC0415 - 60 ms that most runs do not need

    return bool(nip.is_valid(text))


def nip_of(digits: str) -> str | None:
    """The NIP of its first nine digits; None for the one in eleven that no check digit fits.

    >>> nip_of("558073021"), nip_of("100001000")
    ('5580730219', None)
    """
    from stdnum.pl import nip  # noqa: PLC0415 - as in `is_nip`

    check = nip.checksum(digits)
    return f"{digits}{check}" if check < 10 else None


def is_pesel(text: str) -> bool:
    """Whether the text is a PESEL: eleven digits, a day of birth that exists, the check digit right.

    >>> is_pesel("90021512347"), is_pesel("90021512348"), is_pesel("90023012349")
    (True, False, False)
    """
    from stdnum.pl import pesel  # noqa: PLC0415 - as in `is_nip`

    return bool(pesel.is_valid(text))


def is_regon(text: str) -> bool:
    """Whether the text is a REGON of nine digits, or of fourteen whose first nine are right too.

    >>> is_regon("012345675"), is_regon("01234567500015"), is_regon("012345676")
    (True, True, False)
    """
    from stdnum.pl import regon  # noqa: PLC0415 - as in `is_nip`

    return bool(regon.is_valid(text))


_BETWEEN_DIGITS = re.compile(r"[\s.\-\u2010-\u2013]+")
_POLISH = re.compile(r"(?:PL)?([0-9]{26})")


def plain_account(text: str) -> str:
    """An account number without blanks, hyphens and dots, in capitals; of a Polish one the 26 digits alone.

    >>> plain_account("PL 61 1090 1014 0000 0712 1981 2874"), plain_account("de89-3704-0044-0532-0130-00")
    ('61109010140000071219812874', 'DE89370400440532013000')
    """
    if len(text) == 26 and text.isascii() and text.isdigit():
        return text
    return _plain_account(text)


@lru_cache(maxsize=4096)
def _plain_account(text: str) -> str:
    plain = _BETWEEN_DIGITS.sub("", text).upper()
    polish = _POLISH.fullmatch(plain)
    return polish[1] if polish else plain


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


@lru_cache(maxsize=4096)
def is_nrb(text: str) -> bool:
    """Whether the text is a Polish account number: 26 digits, the two first of them right modulo 97 (PN-F-01102).

    Blanks between the digits are forgiven. Not by stdnum: a microsecond instead of a hundred.

    >>> is_nrb("61 1090 1014 0000 0712 1981 2874"), is_nrb("62 1090 1014 0000 0712 1981 2874")
    (True, False)
    """
    plain = text.replace(" ", "")
    return len(plain) == 26 and _digits(plain) and int(f"{plain[2:]}2521{plain[:2]}") % 97 == 1


@lru_cache(maxsize=4096)
def is_iban(text: str) -> bool:
    """Whether the text is an IBAN: a country that has them, its length and shape, right modulo 97 (ISO 13616).

    >>> is_iban("PL61 1090 1014 0000 0712 1981 2874"), is_iban("DE89370400440532013000")
    (True, True)
    >>> is_iban("61 1090 1014 0000 0712 1981 2874"), is_iban("DE88370400440532013000")
    (False, False)
    """
    from stdnum import iban  # noqa: PLC0415 - as in `is_nip`

    return bool(iban.is_valid(text))


def is_bic(text: str) -> bool:
    """Whether the text is a BIC as files carry it: 8 or 11 capitals and digits, the country among them (ISO 9362).

    The shape alone is known: no list of banks stands behind it.

    >>> is_bic("BREXPLPWXXX"), is_bic("BREXPLPW"), is_bic("BREXPLP"), is_bic("BREX PL PW"), is_bic("BREXQQPW")
    (True, True, False, False, False)
    """
    from stdnum import bic  # noqa: PLC0415 - as in `is_nip`

    return len(text) in (8, 11) and text.isascii() and text == text.upper() and bool(bic.is_valid(text))


def printed_nrb(nrb: str) -> str:
    """A Polish account number as it is printed: two digits and six times four; any other text as it is.

    >>> printed_nrb("24101000000000123456789012"), printed_nrb("DE89370400440532013000")
    ('24 1010 0000 0000 1234 5678 9012', 'DE89370400440532013000')
    """
    plain = plain_account(nrb)
    if len(plain) != 26 or not _digits(plain):
        return nrb
    return " ".join((plain[:2], *(plain[place : place + 4] for place in range(2, 26, 4))))


def routing_number(nrb: str) -> str | None:
    """The eight digits of the bank's branch (numer rozliczeniowy): digits 3–10; None of what is no Polish account.

    >>> routing_number("61 1090 1014 0000 0712 1981 2874"), routing_number("DE89370400440532013000")
    ('10901014', None)
    """
    plain = plain_account(nrb)
    return plain[2:10] if len(plain) == 26 and _digits(plain) else None


_ROUTING_WEIGHTS = (3, 9, 7, 1, 3, 9, 7)


def _routing_check(digits: str) -> int:
    return -sum(weight * int(digit) for weight, digit in zip(_ROUTING_WEIGHTS, digits, strict=True)) % 10


@lru_cache(maxsize=4096)
def is_routing_number(text: str) -> bool:
    """Whether the text is eight digits with the right last one (weights 3 9 7 1 3 9 7 modulo 10).

    Official samples carry invented ones: a wrong digit is a reason to warn, not to refuse.

    >>> is_routing_number("11402004"), is_routing_number("11402005"), is_routing_number("1140200")
    (True, False, False)
    """
    return len(text) == 8 and _digits(text) and _routing_check(text[:7]) == int(text[7])


TAX_BRANCH, ZUS_BRANCH = "10100071", "60000002"
"""Routing numbers under which tax accounts and ZUS accounts are kept."""
_TAX_ACCOUNT = re.compile(rf"[0-9]{{2}}{TAX_BRANCH}222(?:1([0-9]{{11}})0|2([0-9]{{10}})00)")
_ZUS_ACCOUNT = re.compile(rf"[0-9]{{2}}{ZUS_BRANCH}[0-9]{{6}}([0-9]{{10}})")


def tax_account_of(identifier: str) -> str | None:
    """The tax account (mikrorachunek podatkowy) of a NIP or a PESEL; None of what is neither.

    Bank and layout are the Ministry of Finance's, in force since 2020-01-01: 10100071, 222, then 1 and the PESEL or
    2 and the NIP, filled up with zeros.

    >>> tax_account_of("525-000-00-09"), tax_account_of("90021512347")
    ('14101000712222525000000900', '82101000712221900215123470')
    >>> tax_account_of("5250000008")
    """
    plain = plain_tax_id(identifier)
    if len(plain) == 10 and is_nip(plain):
        return nrb_of("1010007", f"2222{plain}00")
    if len(plain) == 11 and is_pesel(plain):
        return nrb_of("1010007", f"2221{plain}0")
    return None


def is_tax_account(text: str) -> bool:
    """Whether the text is an account number laid out as tax accounts are (`tax_account_of`).

    >>> is_tax_account("14 1010 0071 2222 5250 0000 0900"), is_tax_account("61 1090 1014 0000 0712 1981 2874")
    (True, False)
    """
    plain = plain_account(text)
    return _TAX_ACCOUNT.fullmatch(plain) is not None and is_nrb(plain)


def is_zus_account(text: str) -> bool:
    """Whether the text is an account number for contributions (NRS), which ZUS gives each payer since 2018-01-01.

    They are kept under the routing number 60000002.

    >>> is_zus_account("73 6000 0002 0260 0052 5000 0009"), is_zus_account("14101000712222525000000900")
    (True, False)
    """
    plain = plain_account(text)
    return _ZUS_ACCOUNT.fullmatch(plain) is not None and is_nrb(plain)


def owner_of(account: str) -> str | None:
    """Whose a tax or a ZUS account is: the NIP or PESEL in its digits; None of any other account.

    The digits are taken out as they stand. ZUS advises to compare the last ten with the payer's NIP.

    >>> owner_of("14101000712222525000000900"), owner_of("82101000712221900215123470")
    ('5250000009', '90021512347')
    >>> owner_of("73600000020260005250000009"), owner_of("61109010140000071219812874")
    ('5250000009', None)
    """
    plain = plain_account(account)
    found = (_TAX_ACCOUNT.fullmatch(plain) or _ZUS_ACCOUNT.fullmatch(plain)) if is_nrb(plain) else None
    return found[found.lastindex or 0] if found else None


def nrb_of(bank: str, account: str) -> str:
    """The account number of the seven digits of a bank's branch and the sixteen of the account with it.

    The branch gets its own check digit (weights 3 9 7 1 3 9 7 modulo 10), the whole its two (modulo 97).

    >>> nrb_of("1090101", "0000071219812874")
    '61109010140000071219812874'
    """
    from stdnum import iban  # noqa: PLC0415 - as in `is_nip`

    number = f"{bank}{_routing_check(bank)}{account}"
    return f"{iban.calc_check_digits(f'PL00{number}')}{number}"


def is_in_eu(country: str) -> bool:
    """Whether two letters are a member state of the EU; XI, Northern Ireland, counts as one in trade of goods.

    >>> is_in_eu("DE"), is_in_eu("EL"), is_in_eu("GB")
    (True, True, False)
    """
    from stdnum.eu.vat import MEMBER_STATES  # noqa: PLC0415 - as in `is_nip`

    return country.casefold() in {*MEMBER_STATES, "el"}


def is_ean13(text: str) -> bool:
    """Whether the text is an EAN-13 with the right check digit.

    >>> is_ean13("2900000000018"), is_ean13("2900000000019")
    (True, False)
    """
    from stdnum import ean  # noqa: PLC0415 - as in `is_nip`

    return len(text) == 13 and bool(ean.is_valid(text))


def ean13_of(digits: str) -> str:
    """The EAN-13 of its first twelve digits. Those that begin with 20–29 are never given to anyone's goods.

    >>> ean13_of("290000000001")
    '2900000000018'
    """
    from stdnum import ean  # noqa: PLC0415 - as in `is_nip`

    return f"{digits}{ean.calc_check_digit(digits)}"
