"""Numbers with check digits: NIP, NRB, EAN-13. The checks themselves are python-stdnum's.

Besides the checks of documents there are makers of numbers, for samples: they add the check digits to digits given.
"""


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


_SORT_CODE_WEIGHTS = (3, 9, 7, 1, 3, 9, 7)


def is_nrb(text: str) -> bool:
    """Whether the text is a Polish account number: 26 digits, the two first of them right modulo 97 (PN-F-01102).

    >>> is_nrb("61 1090 1014 0000 0712 1981 2874"), is_nrb("62 1090 1014 0000 0712 1981 2874")
    (True, False)
    """
    from stdnum import iban  # noqa: PLC0415 - as in `is_nip`

    plain = text.replace(" ", "")
    return len(plain) == 26 and plain.isdigit() and bool(iban.is_valid(f"PL{plain}"))


def routing_number(nrb: str) -> str:
    """The eight digits of an account number that name the branch of a bank (digits 3–10).

    >>> routing_number("61 1090 1014 0000 0712 1981 2874")
    '10901014'
    """
    return nrb.replace(" ", "")[2:10]


def is_routing_number(text: str) -> bool:
    """Whether the text is eight digits, the last of them right (weights 3 9 7 1 3 9 7 modulo 10).

    >>> is_routing_number("10901014"), is_routing_number("10901015")
    (True, False)
    """
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return False
    return sum(weight * int(digit) for weight, digit in zip((*_SORT_CODE_WEIGHTS, 1), text, strict=True)) % 10 == 0


def plain_account(text: str) -> str:
    """An account number without blanks and hyphens, an IBAN of Poland without its PL.

    >>> plain_account("PL 61 1090 1014 0000 0712 1981 2874")
    '61109010140000071219812874'
    """
    plain = "".join(text.upper().replace("-", "").split())
    return plain.removeprefix("PL") if plain[2:].isdigit() and len(plain) == 28 else plain


def is_iban(text: str) -> bool:
    """Whether the text is an IBAN of the length of its country, its check digits right modulo 97 (ISO 13616).

    >>> is_iban("DE89 3704 0044 0532 0130 00"), is_iban("DE88 3704 0044 0532 0130 00")
    (True, False)
    """
    from stdnum import iban  # noqa: PLC0415 - as in `is_nip`

    return bool(iban.is_valid(text))


def is_bic(text: str) -> bool:
    """Whether the text has the form of a BIC, which banks call SWIFT: 8 or 11 characters (ISO 9362).

    >>> is_bic("DEUTDEFF"), is_bic("DEUTDEF")
    (True, False)
    """
    from stdnum import bic  # noqa: PLC0415 - as in `is_nip`

    return bool(bic.is_valid(text))


def nrb_of(bank: str, account: str) -> str:
    """The account number of the seven digits of a bank's branch and the sixteen of the account with it.

    The branch gets its own check digit (weights 3 9 7 1 3 9 7 modulo 10), the whole its two (modulo 97).

    >>> nrb_of("1090101", "0000071219812874")
    '61109010140000071219812874'
    """
    from stdnum import iban  # noqa: PLC0415 - as in `is_nip`

    branch = -sum(weight * int(digit) for weight, digit in zip(_SORT_CODE_WEIGHTS, bank, strict=True)) % 10
    number = f"{bank}{branch}{account}"
    return f"{iban.calc_check_digits(f'PL00{number}')}{number}"


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
