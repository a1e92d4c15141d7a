"""Numbers with check digits: NIP. The checks themselves are python-stdnum's."""


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
