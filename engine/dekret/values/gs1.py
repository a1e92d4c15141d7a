"""Numbers of GS1: GLN, GTIN (EAN), SSCC and their check digit (GS1 General Specifications, 7.9.1)."""

GTIN_LENGTHS = (8, 12, 13, 14)
GLN_LENGTH = 13
SSCC_LENGTH = 18


def check_digit(digits: str) -> str:
    """The digit that ends a number of GS1 of any length: weights 3 and 1 from the right.

    >>> check_digit("590000000001"), check_digit("35900000000000001")
    ('5', '6')
    """
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def _is_number(text: str, lengths: tuple[int, ...]) -> bool:
    return len(text) in lengths and text.isascii() and text.isdigit() and check_digit(text[:-1]) == text[-1]


def is_gln(text: str) -> bool:
    """Whether the text is a GLN (ILN) of thirteen digits with the right check digit.

    >>> is_gln("5900000000015"), is_gln("5900000000016")
    (True, False)
    """
    return _is_number(text, (GLN_LENGTH,))


def is_gtin(text: str) -> bool:
    """Whether the text is an EAN-8, UPC, EAN-13 or GTIN-14 with the right check digit."""
    return _is_number(text, GTIN_LENGTHS)


def is_sscc(text: str) -> bool:
    """Whether the text is an SSCC of eighteen digits with the right check digit."""
    return _is_number(text, (SSCC_LENGTH,))


def gln_of(digits: str) -> str:
    """The GLN of its first twelve digits.

    >>> gln_of("590000000001")
    '5900000000015'
    """
    assert len(digits) == GLN_LENGTH - 1
    return digits + check_digit(digits)
