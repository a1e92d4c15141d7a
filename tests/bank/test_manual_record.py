"""The record that the manual shows (002:1348–1351), byte for byte, by the format that the manual makes of its table.

The typographic quotes that the manual's page made of the delimiters are put right. Its account numbers have wrong check
digits, so an export would refuse them: the record is written without one.
"""

import datetime as dt
import io
from decimal import Decimal

import pytest
from msgspec.structs import replace

from dekret import assets
from dekret.bank.check import CheckedFormat
from dekret.bank.file import BankFile, Written
from dekret.bank.orders import FileFacts
from dekret.bank.read import Reader, ReadRecord
from dekret.model.payments import Payee, Payer, Payment
from dekret.packs.bank.formats import format_of
from dekret.packs.library import RULES, load

DAY = dt.date(2000, 1, 21)
RECORD = (
    '110,20000121,555500,12401066,0,"27124010661111222233339999","79106000761234123412341234",'
    '"1_PODPOLE-NAZWA_ZLECENIODAWCY|2_PODPOLE-NAZWA_ZLECENIODAWCY|3_PODPOLE-ULICA_ZLECENIODAWCY|'
    '4_PODPOLE-MIEJSCOWOSC_ZLECENIODAWCY",'
    '"1_PODPOLE-NAZWA KONTRAHENTA|2_PODPOLE-NAZWA_KONTRAHENTA|3_PODPOLE-ULICA KONTRAHENTA|'
    '4_PODPOLE-MIEJSCOWOSC_KONTRAHENTA",0,10600076,'
    '"1_PODPOLE-SZCZEGOLY PLATNOSCI|2_PODPOLE-SZCZEGOLY_PLATNOSCI|3_PODPOLE-SZCZEGOLY PLATNOSCI|'
    '4_PODPOLE-SZCZEGOLY_PLATNOSCI","","","51",'
    '"1_PODPOLE-INFORMACJE_KLIENT-BANK|2_PODPOLE-INFORMACJE_KLIENT-BANK|3_PODPOLE-INFORMACJE_KLIENT-BANK|'
    '4_PODPOLEINFORMACJE_KLIENT-BANK|5_PODPOLE-INFORMACJE_KLIENT-BANK|6_PODPOLE-INFORMACJE_KLIENT-BANK"\r\n'
)
PAYER = Payer(
    name="1_PODPOLE-NAZWA_ZLECENIODAWCY",
    name2="2_PODPOLE-NAZWA_ZLECENIODAWCY",
    street="3_PODPOLE-ULICA_ZLECENIODAWCY",
    city="4_PODPOLE-MIEJSCOWOSC_ZLECENIODAWCY",
    account="27124010661111222233339999",
)
PAYMENT = Payment(
    number="FZ/1/2000",
    state="approved",
    amount=Decimal("5555.00"),
    account="79 1060 0076 1234 1234 1234 1234",
    party=Payee(
        name="1_PODPOLE-NAZWA KONTRAHENTA",
        name2="2_PODPOLE-NAZWA_KONTRAHENTA",
        street="3_PODPOLE-ULICA KONTRAHENTA",
        city="4_PODPOLE-MIEJSCOWOSC_KONTRAHENTA",
    ),
    description=(
        "1_PODPOLE-SZCZEGOLY PLATNOSCI",
        "2_PODPOLE-SZCZEGOLY_PLATNOSCI",
        "3_PODPOLE-SZCZEGOLY PLATNOSCI",
        "4_PODPOLE-SZCZEGOLY_PLATNOSCI",
    ),
    info=(
        "1_PODPOLE-INFORMACJE_KLIENT-BANK",
        "2_PODPOLE-INFORMACJE_KLIENT-BANK",
        "3_PODPOLE-INFORMACJE_KLIENT-BANK",
        "4_PODPOLEINFORMACJE_KLIENT-BANK",
        "5_PODPOLE-INFORMACJE_KLIENT-BANK",
        "6_PODPOLE-INFORMACJE_KLIENT-BANK",
    ),
)


@pytest.fixture(scope="module")
def domestic() -> CheckedFormat:
    checked, report = format_of(load([assets.folder("rules") / "banki"], languages=RULES), "PLI-KRAJOWE", DAY)
    assert checked
    assert not report.has_errors
    return checked


def written(checked: CheckedFormat, payment: Payment) -> bytes:
    file = BankFile(checked, PAYER, FileFacts(DAY))
    found = file.add(payment, DAY)
    assert isinstance(found, Written), found
    assert not found.remarks
    return b"".join(part for part in (file.header(), found.data, file.footer()) if isinstance(part, bytes))


def test_the_record_of_the_manual(domestic: CheckedFormat) -> None:
    assert written(domestic, PAYMENT) == RECORD.encode("cp852")


def test_the_record_of_the_manual_is_read(domestic: CheckedFormat) -> None:
    (record,) = Reader(domestic).read(io.BytesIO(RECORD.encode("cp852")))
    assert isinstance(record, ReadRecord)
    assert record.kinds == ("ordinary", "zus")
    values = record.values()
    assert (values["Data operacji"], values["Kwota płatności"]) == (DAY, PAYMENT.amount)
    assert values["Pełny numer rachunku podmiotu"] == "79106000761234123412341234"
    assert values["Opis do banku (czwarta linijka)"] == PAYMENT.description[3]
    assert values["Informacje klient-bank (szósta linijka)"] == PAYMENT.info[5]


def test_polish_letters_have_the_bytes_of_latin_ii(domestic: CheckedFormat) -> None:
    letters = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
    data = written(domestic, replace(PAYMENT, description=(letters,), info=()))
    assert letters.encode("cp852") in data
    assert data.endswith(b',"","","51",""\r\n')
