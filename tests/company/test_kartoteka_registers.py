"""Bank registers and accounts of the company's file, and payments completed from it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekret.company.payments import completed_payment, payer_of
from dekret.errors import UsageError
from dekret.model.payments import Payer, Payment
from dekret.packs.library import load_sources
from dekret.text.source import Source

OWN, EURO, FEES = "32998100180000202600000001", "05998100180000202600000002", "31998100180000202600000019"
ALOZA = "78997200433098554356866297"
FILE = f"""kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
nazwa 2 = Oddział w Zmyślonem
nip = 5580730219
ulica = ul. Zmyślona 1
kod pocztowy = 00-000
miasto = Zmyślone
kraj = pl
[Rejestry]
| Rejestr | Nazwa    | Rachunek | Waluta | Bank         | SWIFT    | Format przelewów | Format MPP | Format US | \
Format ZUS | Format SEPA | Format zagraniczny | Rachunek opłat |
|--|--|--|--|--|--|--|--|--|--|--|--|--|
| BANK    | Bieżący  | {OWN}    |        | Zmyślony S.A.| zmysplpw | ELIXIR           | ELIXIR-MPP | ELIXIR-US | \
ELIXIR-ZUS | SEPA        | MT103              | {FEES}         |
| Dewizy  |          | PL {EURO}| eur    |              |          |                  |            |           | \
           |             | MT103              |                |
[Podmioty]
| Kod   | Nazwa            | Nazwa 2 | NIP        | Rodzaj    | Ulica   | Kod pocztowy | Miasto | Kraj | \
Rachunek                         | SWIFT       |
|--|--|--|--|--|--|--|--|--|--|--|
| ALOZA | Aloza sp. z o.o. |         | 6736819308 |           | Polna 2 | 00-001       | Łąki   | PL   | \
78 9972 0043 3098 5543 5686 6297 | ZMYSPLPWXXX |
| WILK  | Wilk             | Adam    |            | pracownik |         |              |        |      | \
{FEES}                           |             |
| HANSA | Hansekontor GmbH |         |            |           |         |              | Lübeck | DE   | \
DE89 3704 0044 0532 0130 00      | ZMYSDEFF    |
| OREG  | Oregon LLC       |         |            |           |         |              |        | US   | \
110-234/7                        |             |
| PUSTY |                  |         |            |           |         |              |        |      | \
                                 |             |
"""


def read(text):
    library = load_sources([Source("f", text)])
    return library, [diagnostic.id for diagnostic in library.report.diagnostics]


LIBRARY, FOUND = read(FILE)
DIRECTORY = LIBRARY.directories[0][1]


def payment(**fields):
    usual = {"type": "payment", "number": "FZ/1", "state": "approved", "amount": "10.00"}
    return msgspec.convert({**usual, **fields}, Payment, strict=False)


def completed(**fields):
    return completed_payment(payment(**fields), DIRECTORY)


# --- the file


def test_the_file_is_clean():
    assert FOUND == []


def test_registers_are_found_by_their_codes_in_small_letters():
    assert list(DIRECTORY.registers) == ["bank", "dewizy"]
    bank, euro = DIRECTORY.registers.values()
    assert (bank.code, bank.name, bank.account, bank.currency) == ("BANK", "Bieżący", OWN, "PLN")
    assert (bank.bank_name, bank.bic, bank.fee_account) == ("Zmyślony S.A.", "ZMYSPLPW", FEES)
    assert bank.formats == {
        "ordinary": "ELIXIR",
        "mpp": "ELIXIR-MPP",
        "tax": "ELIXIR-US",
        "zus": "ELIXIR-ZUS",
        "sepa": "SEPA",
        "foreign": "MT103",
    }
    assert (euro.account, euro.currency, euro.formats) == (EURO, "EUR", {"foreign": "MT103"})


def test_accounts_of_parties():
    accounts = {party.code: party.account for party in DIRECTORY.parties.values()}
    assert accounts["ALOZA"] == ALOZA
    assert accounts["HANSA"] == "DE89370400440532013000"
    assert accounts["OREG"] == "110-234/7", "no IBAN, and of a country that may have others"


def with_row(kind, row):
    head = 'kartoteka "F"\n[Firma]\nnazwa = F\n'
    tables = {
        "register": "[Rejestry]\n| Rejestr | Rachunek | Rachunek opłat |\n",
        "party": "[Podmioty]\n| Kod | Kraj | Rachunek |\n",
        "currency": "[Rejestry]\n| Rejestr | Waluta |\n",
        "bic": "[Podmioty]\n| Kod | SWIFT |\n",
    }
    return read(f"{head}{tables[kind]}{row}\n")[1]


@pytest.mark.parametrize(
    ("kind", "row", "found"),
    [
        ("register", f"| B | {OWN} | |", []),
        ("register", f"| B | PL{OWN} | |", []),
        ("register", "| B | DE89370400440532013000 | |", []),
        ("register", "| B | | |", []),
        ("register", "| B | 33998100180000202600000001 | |", ["kartoteka/bad-bank-account"]),
        ("register", "| B | PL33998100180000202600000001 | |", ["kartoteka/bad-bank-account"]),
        ("register", "| B | DE88370400440532013000 | |", ["kartoteka/bad-bank-account"]),
        ("register", "| B | 3299810018000020260000000 | |", ["kartoteka/no-bank-account"]),
        ("register", "| B | PL3299810018000020260000000 | |", ["kartoteka/no-bank-account"]),
        ("register", "| B | 131 | |", ["kartoteka/no-bank-account"]),
        ("register", "| B | 07998100190000202600000001 | |", ["kartoteka/bad-routing-number"]),
        ("register", f"| B | {OWN} | 33998100180000202600000001 |", ["kartoteka/bad-bank-account"]),
        ("register", f"| B | {OWN} | |\n| b | {EURO} | |", ["kartoteka/code-repeated"]),
        ("party", "| P | | 33998100180000202600000001 |", ["kartoteka/bad-bank-account"]),
        ("party", "| P | DE | 33998100180000202600000001 |", ["kartoteka/bad-bank-account"]),
        ("party", "| P | pl | 3299810018 |", ["kartoteka/no-bank-account"]),
        ("party", "| P | | 3299810018 |", ["kartoteka/no-bank-account"]),
        ("party", "| P | US | 3299810018 |", []),
        ("party", "| P | | 07998100190000202600000001 |", ["kartoteka/bad-routing-number"]),
        ("currency", "| B | euro |", ["kartoteka/bad-currency"]),
        ("bic", "| P | ZMYSPLP |", ["kartoteka/bad-bic"]),
    ],
)
def test_what_is_wrong_with_a_row(kind, row, found):
    assert with_row(kind, row) == found


def test_the_country_of_the_company():
    assert DIRECTORY.country == "PL"
    assert read('kartoteka "F"\n[Firma]\nnazwa = F\nkraj = Polska\n')[1] == ["kartoteka/bad-country"]


# --- the payer


def test_the_payer_is_the_company_and_the_account_of_the_register():
    assert payer_of(DIRECTORY, "bank") == Payer(
        name="Bursztyn sp. z o.o.",
        name2="Oddział w Zmyślonem",
        street="ul. Zmyślona 1",
        postal_code="00-000",
        city="Zmyślone",
        country="PL",
        tax_id="5580730219",
        register="BANK",
        account=OWN,
        bank_name="Zmyślony S.A.",
        bic="ZMYSPLPW",
        fee_account=FEES,
    )
    assert payer_of(DIRECTORY, " DEWIZY ").currency == "EUR"


def test_a_register_that_is_not_there_or_not_named():
    with pytest.raises(UsageError) as refused:
        payer_of(DIRECTORY, "KASA")
    assert "są tam: BANK, Dewizy." in refused.value.pl
    with pytest.raises(UsageError):
        payer_of(DIRECTORY, "")


def test_the_only_register_needs_no_name():
    library, _ = read(f'kartoteka "F"\n[Firma]\nnazwa = F\n[Rejestry]\n| Rejestr | Rachunek |\n| B | {OWN} |\n')
    assert payer_of(library.directories[0][1], "").account == OWN
    with pytest.raises(UsageError):
        payer_of(read('kartoteka "F"\n[Firma]\nnazwa = F\n')[0].directories[0][1], "")


# --- the payee


@pytest.mark.parametrize(
    "party", [{"code": "aloza"}, {"tax_id": "673-681-93-08"}, {"code": "?", "tax_id": "6736819308"}]
)
def test_a_payee_named_alone_is_completed(party):
    found = completed(party=party)
    payee = found.party
    assert (found.account, found.bic) == (ALOZA, "ZMYSPLPWXXX")
    assert (payee.name, payee.street, payee.postal_code, payee.city) == (
        "Aloza sp. z o.o.",
        "Polna 2",
        "00-001",
        "Łąki",
    )
    assert (payee.country, payee.code) == ("PL", party.get("code", "ALOZA"))
    assert payee.tax_id == party.get("tax_id", "6736819308")


def test_an_employee():
    payee = completed(party={"code": "WILK"}).party
    assert (payee.kind, payee.name, payee.name2) == ("employee", "Wilk", "Adam")
    assert completed(party={"code": "WILK", "name": "Adam Wilk"}).party.name2 == "", (
        "not joined with a name that is said"
    )


@pytest.mark.parametrize("party", [{}, {"code": "NIKT"}, {"name": "Nikt"}, {"code": "ALOZA", "tax_id": "4642621295"}])
def test_an_unknown_payee_stays_as_it_is(party):
    alone = payment(party=party)
    assert completed_payment(alone, DIRECTORY) is alone


def test_another_account_gets_no_bic_of_the_known_one():
    found = completed(party={"code": "HANSA"}, account="DE75512108001245126199")
    assert (found.account, found.bic) == ("DE75512108001245126199", "")
    same = completed(party={"code": "HANSA"}, account="DE89 3704 0044 0532 0130 00")
    assert (same.account, same.bic) == ("DE89 3704 0044 0532 0130 00", "ZMYSDEFF")


def test_another_bank_gets_no_account():
    assert completed(party={"code": "ALOZA"}, bic="OBCYDEFF").account == ""
    assert completed(party={"code": "WILK"}, bic="OBCYDEFF").account == ""
    found = completed(party={"code": "ALOZA"}, bic="ZMYSPLPW")
    assert (found.account, found.bic) == (ALOZA, "ZMYSPLPW")


@pytest.mark.parametrize("said", [{"street": "Inna 3"}, {"city": "Gdańsk"}, {"country": "DE"}])
def test_an_address_is_never_joined_of_two(said):
    payee = completed(party={"code": "ALOZA", **said}).party
    whole = (payee.street, payee.postal_code, payee.city, payee.country)
    assert whole == tuple(said.get(name, "") for name in ("street", "postal_code", "city", "country"))


def test_the_same_country_is_no_other_address():
    assert completed(party={"code": "ALOZA", "country": "PL"}).party.city == "Łąki"


def test_a_payment_that_lacks_nothing_is_the_same_payment():
    whole = completed(party={"code": "ALOZA"})
    assert completed_payment(whole, DIRECTORY) is whole
    empty = payment(party={"code": "PUSTY"})
    assert completed_payment(empty, DIRECTORY) is empty


_FIELDS = {
    "code": st.sampled_from(["", "ALOZA", "wilk", "HANSA", "PUSTY", "X"]),
    "tax_id": st.sampled_from(["", "6736819308", "4642621295"]),
    "kind": st.sampled_from(["contractor", "office", "employee"]),
    **{name: st.sampled_from(["", "Inne"]) for name in ("name", "name2", "name3", "street", "postal_code", "city")},
    "country": st.sampled_from(["", "PL", "DE"]),
}


@given(st.fixed_dictionaries(_FIELDS), st.sampled_from(["", OWN, ALOZA]), st.sampled_from(["", "ZMYSPLPW", "OBCYDEFF"]))
def test_nothing_that_the_payment_says_is_changed(party, account, bic):
    found = completed(party=party, account=account, bic=bic)
    assert found.account in ((account,) if account else ("", *(known.account for known in DIRECTORY.parties.values())))
    assert found.bic == bic or not bic
    for name, said in party.items():
        assert getattr(found.party, name) == said or not said or (name, said) == ("kind", "contractor")
    assert completed_payment(found, DIRECTORY) is found, "completed once is completed"
    assert msgspec.convert(msgspec.to_builtins(found), Payment, strict=False) == found, "it can be written and read"
