"""The parties of the sample company: contractors, employees, an office and a bank, and the file they stand in.

The first so many contractors are the same however many there are. All names are composed of words and all numbers
are made up; only their check digits are right.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import count as numbers
from itertools import islice

from dekret.demo.chance import Chance
from dekret.demo.words import CostCategory, Words, words
from dekret.text.table import titled
from dekret.values.identifiers import nip_of, nrb_of

CONTRACTORS = 40
"""How many contractors the file in rules/demo has."""
_MOST = 2000
_DOCUMENTS_EACH = 50
_PLAIN = str.maketrans("ĄĆĘŁŃÓŚŹŻÈŘ", "ACELNOSZZER")
_BANKS = ("9981001", "9972004", "9963000")


def contractors_for(documents: int) -> int:
    """How many contractors so many documents are spread over.

    >>> contractors_for(300), contractors_for(50_000), contractors_for(1_000_000)
    (40, 1000, 2000)
    """
    return max(CONTRACTORS, min(_MOST, documents // _DOCUMENTS_EACH))


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A party, with the JSON that documents name it by: by its code, in full, by its NIP without the code.

    A supplier has the category of what it sells, `nrb` is the number of its bank account.
    """

    code: str
    name: str
    tax_id: str = ""
    kind: str = "contractor"
    country: str = ""
    currency: str = "PLN"
    category: CostCategory | None = None
    buys: bool = False
    nrb: str = ""

    @cached_property
    def by_code(self) -> str:
        kind = "" if self.kind == "contractor" else f'"kind": "{self.kind}", '
        return f'{{{kind}"code": {_text(self.code)}}}'

    @cached_property
    def in_full(self) -> str:
        if self.kind != "contractor" or not self.tax_id:
            return self.by_code
        return f'{{"code": {_text(self.code)}, "name": {_text(self.name)}, "tax_id": "{self.tax_id}"}}'

    @cached_property
    def by_tax_id(self) -> str:
        if self.kind != "contractor" or not self.tax_id:
            return self.by_code
        return f'{{"name": {_text(self.name)}, "tax_id": "{self.tax_id}"}}'

    @cached_property
    def names(self) -> tuple[str, ...]:
        """How documents name it: of every ten, seven by its code, two in full, one by its NIP."""
        return (*[self.by_code] * 7, *[self.in_full] * 2, self.by_tax_id)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True)
class Roster:
    """All parties; suppliers and customers are the home ones, `foreign` both sell and buy."""

    contractors: tuple[Sample, ...]
    employees: tuple[Sample, ...]
    others: tuple[Sample, ...]

    @cached_property
    def suppliers(self) -> tuple[Sample, ...]:
        return tuple(party for party in self.contractors if party.category and party.currency == "PLN")

    @cached_property
    def customers(self) -> tuple[Sample, ...]:
        return tuple(party for party in self.contractors if party.buys and party.currency == "PLN")

    @cached_property
    def both(self) -> tuple[Sample, ...]:
        """Those with whom debts can be set off against each other."""
        return tuple(party for party in self.suppliers if party.buys)

    def foreign(self, currency: str) -> tuple[Sample, ...]:
        return tuple(party for party in self.contractors if party.currency == currency)


@lru_cache(maxsize=4)
def roster(contractors: int = CONTRACTORS) -> Roster:
    """The parties of the company with so many contractors."""
    data = words()
    known = [
        Sample(
            code=each.code,
            name=each.name,
            tax_id=each.tax_id,
            category=data.category(each.category) if each.category else None,
            buys=each.buys,
            nrb=_nrb(Chance("rachunek", each.code)),
        )
        for each in data.known
    ]
    taken = {party.code for party in known} | {party.tax_id for party in known} | {data.tax_id}
    found = tuple(islice(_contractors(data, known, taken), contractors))
    return Roster(found, tuple(_employees(data)), _others())


def _contractors(data: Words, known: list[Sample], taken: set[str]) -> Iterator[Sample]:
    yield from known
    chance = Chance("podmioty")
    for number in numbers(len(known)):
        if number % 6 == 0:
            yield _foreign(chance, data, taken, number // 6 - 1)
        else:
            yield _home(chance, data, taken, number)


def _home(chance: Chance, data: Words, taken: set[str], number: int) -> Sample:
    brand, (branch, category) = chance.of(data.lists["brands"]), chance.of(data.branches)
    sells, buys = number % 3 != 1, number % 3 != 0
    return Sample(
        code=_code(brand, branch, taken),
        name=f"{branch} {brand} {chance.of(data.lists['forms'])}",
        tax_id=_nip(chance, taken),
        category=data.category(category) if sells else None,
        buys=buys,
        nrb=_nrb(chance),
    )


def _foreign(chance: Chance, data: Words, taken: set[str], number: int) -> Sample:
    name = data.foreign[number * 5 % len(data.foreign)]
    branch, category = chance.of(data.foreign_branches)
    return Sample(
        code=_code(name.word, branch, taken),
        name=f"{name.word} {branch} {name.form}",
        country=name.country,
        currency=name.currency,
        category=data.category(category),
        buys=True,
    )


def _employees(data: Words) -> Iterator[Sample]:
    firsts, lasts = data.lists["first_names"], data.lists["last_names"]
    for number, last in enumerate(lasts):
        first = firsts[number * 7 % len(firsts)]
        code = f"{last}{first[0]}".upper().translate(_PLAIN)
        yield Sample(code=code, name=f"{first} {last}", kind="employee")


def _others() -> tuple[Sample, ...]:
    return (
        Sample(code="US", name="Urząd Skarbowy", kind="office"),
        Sample(code="BANK", name="Bank prowadzący rachunki", kind="bank"),
    )


def _code(word: str, branch: str, taken: set[str]) -> str:
    """A code without Polish letters, with a number where it is taken; codes never hold a hyphen."""
    plain = f"{word}{branch[:3]}".upper().translate(_PLAIN)
    code = next(each for n in numbers(1) if (each := plain if n == 1 else f"{plain}{n}") not in taken)
    taken.add(code)
    return code


def _nip(chance: Chance, taken: set[str]) -> str:
    while True:
        found = nip_of(chance.digits(9))
        if found and found not in taken:
            taken.add(found)
            return found


def _nrb(chance: Chance) -> str:
    return nrb_of(chance.of(_BANKS), chance.digits(16))


def own_nrb(number: int) -> str:
    """The account of one of the company's own registers."""
    return nrb_of(_BANKS[0], f"{number:016}")


_HEAD = """# Zmyślona firma polecenia „dekret demo”. Numery NIP i rachunków są poprawne, ale nikogo nie oznaczają.
kartoteka "{symbol}"

[Firma]
nazwa = {company}
nip = {tax_id}
nieznany podmiot = odmów
"""
REGISTERS = (("BANK", "PLN", "bank"), ("EUR", "EUR", "foreign_bank"), ("USD", "USD", "foreign_bank"))
"""The bank registers that reports and payments name, with their currencies and accounts."""
_KINDS = {"contractor": "", "employee": "pracownik", "office": "urząd", "bank": "bank"}


def kartoteka(parties: Roster) -> str:
    """The company's file with these parties."""
    data = words()
    rows = [
        [
            party.code,
            party.name,
            party.tax_id,
            _KINDS[party.kind],
            party.country,
            party.nrb,
            party.category.code if party.category else "",
        ]
        for party in (*parties.contractors, *parties.employees, *parties.others)
    ]
    categories = [[each.code, each.general, each.name, each.account] for each in data.categories]
    building = data.building
    described = ["Rejestr VAT zakupu"]
    registers = [
        [code, own_nrb(number), currency, data.accounts[account], "MT940", "WYCIAGI"]
        for number, (code, currency, account) in enumerate(REGISTERS, 1)
    ]
    sections = (
        ("Rejestry", ["Rejestr", "Rachunek", "Waluta", "Konto", "Format importu", "Reguły wyciągów"], registers),
        ("Podmioty", ["Kod", "Nazwa", "NIP", "Rodzaj", "Kraj", "Rachunek", "Kategoria zakupu"], rows),
        ("Kategorie", ["Kod", "Kod ogólny", "Opis", "Konto Wn"], categories),
        (
            "Wymiary",
            ["Kod", "Nazwa", "Typ", "Zakres", "Dokumenty"],
            [[*each, *described] for each in building.dimensions],
        ),
        (
            "Elementy wymiarów",
            ["Wymiar", "Kod", "Nazwa"],
            [[building.dimensions[0][0], *site] for site in building.sites],
        ),
    )
    head = _HEAD.format(symbol=data.symbol, company=data.company, tax_id=data.tax_id)
    tables = ["\n".join((f"\n[{title}]", *titled(header, body))) + "\n" for title, header, body in sections]
    return head + "".join(tables)
