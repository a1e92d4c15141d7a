"""Where the values of fields go when a file is read: which attribute of a line of a statement they give.

Several fields may give one attribute: texts are then joined in the order of the format with a blank between, of dates
and accounts the first that the file has is taken. A field that stands nowhere here goes to `details` by its name.
"""

from collections.abc import Mapping

from dekret.bank.field import BankField
from dekret.bank.fields import FIELDS

_BY_ATTRIBUTE: Mapping[str, tuple[str, ...]] = {
    "date": ("Data księgowania", "Data operacji", "Data dokumentu"),
    "value_date": ("Data waluty",),
    "amount": ("Kwota płatności",),
    "credit": ("Kwota uznania",),
    "debit": ("Kwota obciążenia",),
    "side": ("Strona operacji",),
    "currency": ("Waluta", "Waluta wyciągu"),
    "account": ("Pełny numer rachunku własnego", "Rachunek własny IBAN"),
    "party_account": ("Pełny numer rachunku podmiotu", "Rachunek podmiotu IBAN"),
    "party_routing": ("Numer rozliczeniowy banku podmiotu",),
    "party_rest": ("Dalsze cyfry rachunku podmiotu",),
    "party_code": ("Akronim podmiotu",),
    "party_name": ("Nazwa podmiotu", "Nazwa podmiotu 1", "Nazwa podmiotu 2", "Nazwa podmiotu 3"),
    "party_address": (
        "Adres podmiotu",
        "Adres podmiotu – ulica",
        "Adres podmiotu – kod i miasto",
        "Adres podmiotu – kod",
        "Adres podmiotu – miasto",
    ),
    "party_tax_id": ("NIP podmiotu",),
    "title": (
        "Tytuł przelewu",
        "Opis do banku",
        "Opis do banku (pierwsza linijka)",
        "Opis do banku (druga linijka)",
        "Opis do banku (trzecia linijka)",
        "Opis do banku (czwarta linijka)",
    ),
    "code": ("Kod operacji",),
    "operation": ("Nazwa operacji",),
    "reference": ("Referencja klienta",),
    "bank_reference": ("Referencja banku",),
    "balance": ("Saldo po operacji",),
    "vat_amount": ("Kwota VAT",),
    "invoices": ("Numery faktur", "Numer dokumentu"),
    "number": ("Numer wyciągu",),
    "opening": ("Saldo początkowe",),
    "closing": ("Saldo końcowe",),
    "from_date": ("Wyciąg od dnia",),
    "until_date": ("Wyciąg do dnia",),
}
_TARGETS = {name: attribute for attribute, names in _BY_ATTRIBUTE.items() for name in names}
TARGETS: Mapping[BankField, str] = {field: _TARGETS[field.word.pl] for field in FIELDS if field.word.pl in _TARGETS}
"""The attribute that a field gives. An amount may come as `amount` with or without a `side`, or as `credit` or `debit`;
an account whole or as `party_routing` and `party_rest`; the last five attributes are those of the statement."""
assert len(TARGETS) == len(_TARGETS)
