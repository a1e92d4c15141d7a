"""Parties as files of EDI name them: the company itself, contractors, the place of a delivery."""

from collections.abc import Mapping

from dekret.model.directory import Directory
from dekret.model.edi import Cut, EdiParty
from dekret.model.parties import Party
from dekret.values.identifiers import plain_tax_id

HOME = "PL"
_NAME, _ORDER_STREET, _INVOICE_STREET, _CITY, _POSTAL_CODE, _CODE = 175, 35, 140, 35, 9, 35


FIELDS: Mapping[str, str] = {
    "Numer zamówienia": "order number",
    "Numer dostawy": "number of the delivery",
    "Numer wydania": "number of the goods issue",
    "Numer faktury korygowanej": "number of the corrected invoice",
    "Numer zawiadomienia o zwrotach": "number of the returns notice",
    "Przyczyna korekty": "reason of the correction",
    "Opis": "description",
    "Kod towaru": "code of the goods",
    "Nazwa towaru": "name of the goods",
    "Typ opakowania": "type of the package",
    "Nazwa": "name",
    "Ulica i numer": "street and number",
    "Miasto": "town",
    "Kod pocztowy": "postal code",
    "Nazwa firmy": "name of the company",
    "Ulica firmy": "street of the company",
    "Miasto firmy": "town of the company",
    "Kod pocztowy firmy": "postal code of the company",
    "Sąd rejestrowy": "court",
}
"""What fields of texts that were cut are called in English; codes of attributes have one name."""


def _in_a_line(text: str) -> str:
    """Every stretch of blanks made one; most texts are so already, which is seen sooner than done.

    >>> _in_a_line(" a   b "), _in_a_line("a b")
    ('a b', 'a b')
    """
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


class Texts:
    """Texts of one file: each in a line, and no longer than its element; what was cut is kept."""

    def __init__(self, *, street: int = _INVOICE_STREET) -> None:
        self.cuts: list[Cut] = []
        self.street = street

    def fit(self, field: str, text: str, most: int) -> str:
        """The text in one line of at most so many characters (comarch-edi 0.1, trap 14)."""
        if not text:
            return ""
        plain = _in_a_line(text)
        if len(plain) > most:
            self.cuts.append(Cut(field, plain, most))
            plain = plain[:most].rstrip()
        return plain

    def number(self, field: str, text: str, most: int) -> str:
        """A number, or a code, in one line. It is never cut: what is left of a number is another number."""
        if not text:
            return ""
        plain = _in_a_line(text)
        if len(plain) > most:
            self.cuts.append(Cut(field, plain, most, is_number=True))
        return plain

    def party(self, party: Party, *, code: str = "") -> EdiParty:
        """A contractor of a document, with the code that the company has there or it has here."""
        return EdiParty(
            party.gln,
            plain_tax_id(party.tax_id).removeprefix(HOME),
            self.fit("Nazwa", party.name, _NAME),
            self.fit("Ulica i numer", party.street, self.street),
            self.fit("Miasto", party.city, _CITY),
            self.fit("Kod pocztowy", party.postal_code, _POSTAL_CODE),
            party.country or HOME,
            code_by_buyer=self.number("CODEBYBUYER", code, _CODE),
        )

    def company(self, directory: Directory, *, account: str = "", code: str = "") -> EdiParty:
        """The company itself, with the account it is paid to and the code it has at the contractor."""
        name = " ".join(each for each in (directory.company, directory.name2) if each)
        return EdiParty(
            directory.trade.gln,
            directory.tax_id,
            self.fit("Nazwa firmy", name, _NAME),
            self.fit("Ulica firmy", directory.street, self.street),
            self.fit("Miasto firmy", directory.city, _CITY),
            self.fit("Kod pocztowy firmy", directory.postal_code, _POSTAL_CODE),
            directory.country or HOME,
            account,
            self.number("CODEBYBUYER", code, _CODE),
            directory.trade.waste_number,
            self.fit("Sąd rejestrowy", directory.trade.court, 350),
        )


def account_of(directory: Directory, given: str, *, chain: str = "") -> str:
    """The account that an invoice names, else that of the first register in PLN; for TESCO letters and digits alone.

    Blanks and special characters are left out for TESCO (001:163).
    """
    registers = (each.account for each in directory.registers.values() if each.currency == "PLN" and each.account)
    account = given or next(registers, "")
    return "".join(filter(str.isalnum, account)) if chain == "TESCO" else account
