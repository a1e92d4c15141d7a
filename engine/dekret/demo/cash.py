"""Cash and bank reports with their entries: in PLN, in currencies, and in PLN settling documents in currencies."""

from collections.abc import Iterator

from dekret.demo.chance import Chance
from dekret.demo.parties import Sample
from dekret.demo.period import Day
from dekret.demo.source import CURRENCIES, Company, money
from dekret.demo.words import words


def bank_reports(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Statements of the account in złotys: customers pay, suppliers are paid, cash goes to the till, cards are used."""
    accounts = words().accounts
    for number, day in company.numbered(count):
        entries = []
        for place in range(1, chance.between(3, 8)):
            how = chance.below(20)
            name = f"{number}/{place}/{day.month}"
            if how < 11:
                customer = chance.often(company.parties.customers)
                paid = _paid(chance, "FV", number, day)
                entries.append(_entry("in", name, day, _big(chance), accounts["customers"], customer, paid))
            elif how < 17:
                supplier = chance.often(company.parties.suppliers)
                paid = _paid(chance, "FA", number, day)
                entries.append(_entry("out", name, day, _big(chance), accounts["suppliers"], supplier, paid))
            elif how < 18:
                amount = chance.between(5, 30) * 10_000
                rest = ', "description": "Zasilenie kasy"'
                entries.append(_entry("out", name, day, amount, accounts["in_transit"], None, rest))
            elif how < 19:
                entries.append(_by_place(chance, name, day, accounts["card_cost"], "Płatność kartą"))
            else:
                holder = chance.of(company.parties.employees)
                amount, rest = chance.between(2, 20) * 20_000, ', "description": "Zaliczka na wyjazd"'
                entries.append(_entry("out", name, day, amount, accounts["employees"], holder, rest))
        yield _report("RB", "BANK", accounts["bank"], number, day, entries, "")


def cash_reports(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Reports of the till: cash from the bank, advances paid out and given back, small costs, cash sales."""
    accounts = words().accounts
    for number, day in company.numbered(count):
        rest = ', "description": "Zasilenie kasy"'
        amount = chance.between(5, 30) * 10_000
        entries = [_entry("in", f"{number}/0/{day.month}", day, amount, accounts["in_transit"], None, rest)]
        for place in range(1, chance.between(2, 6)):
            how = chance.below(10)
            name = f"{number}/{place}/{day.month}"
            if how < 3:
                holder = chance.of(company.parties.employees)
                amount, rest = chance.between(2, 12) * 5_000, ', "description": "Zaliczka pracownika"'
                entries.append(_entry("out", name, day, amount, accounts["employees"], holder, rest))
            elif how < 5:
                holder = chance.of(company.parties.employees)
                amount, rest = chance.between(500, 20_000), ', "description": "Zwrot zaliczki"'
                entries.append(_entry("in", name, day, amount, accounts["employees"], holder, rest))
            elif how < 8:
                entries.append(_by_place(chance, name, day, accounts["cash_cost"], "Zakup za gotówkę"))
            else:
                customer = chance.often(company.parties.customers)
                paid = _paid(chance, "FV", number, day)
                entries.append(
                    _entry("in", name, day, chance.between(1_000, 90_000), accounts["customers"], customer, paid)
                )
        yield _report("RK", "KASA", accounts["cash"], number, day, entries, "")


def currency_reports(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Statements of accounts in currencies: contractors abroad, and money changed by way of money in transit."""
    accounts = words().accounts
    for number, day in company.numbered(count):
        currency = chance.of(CURRENCIES)
        parties = company.foreign[currency]
        entries = []
        for place in range(1, chance.between(2, 5)):
            how = chance.below(10)
            name = f"{number}/{place}/{day.month}"
            if how < 5:
                paid = _paid(chance, "FS", number, day)
                entries.append(
                    _entry("in", name, day, _big(chance), accounts["foreign_customers"], chance.of(parties), paid)
                )
            elif how < 8:
                paid = _paid(chance, "FZ", number, day)
                entries.append(
                    _entry("out", name, day, _big(chance), accounts["foreign_suppliers"], chance.of(parties), paid)
                )
            else:
                rate = f', "exchange_rate": "{day.rate_texts[currency]}", "description": "Przewalutowanie"'
                amount = chance.between(1, 40) * 10_000
                way = "in" if how == 8 else "out"
                entries.append(_entry(way, name, day, amount, accounts["in_transit"], None, rate))
        fields = f', "currency": "{currency}", "exchange_rate": "{day.rate_texts[currency]}"'
        yield _report("RW", currency, accounts["foreign_bank"], number, day, entries, fields)


def mixed_reports(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Statements that settle documents in złotys and in currencies, on accounts in złotys and in euros."""
    accounts = words().accounts
    for number, day in company.numbered(count):
        in_euros = chance.below(2)
        entries = []
        for place in range(1, chance.between(3, 7)):
            way = "in" if chance.below(5) < 3 else "out"
            foreign = in_euros or chance.below(2)
            if foreign:
                party, rest = chance.of(company.foreign["EUR"]), "" if in_euros else ', "settled_currency": "EUR"'
            else:
                home = company.parties.customers if way == "in" else company.parties.suppliers
                party, rest = chance.often(home), ""
            rest += _paid(chance, "FS" if way == "in" else "FZ", number, day)
            entries.append(_entry(way, f"{number}/{place}/{day.month}", day, _big(chance), "", party, rest))
        if in_euros:
            account = accounts["foreign_bank"] if chance.below(4) else accounts["bank"]
            rate = day.rate_texts["EUR"]
            fields = f', "currency": "EUR", "exchange_rate": "{rate}"'
            yield _report("RM", "EUR", account, number, day, entries, fields)
        else:
            yield _report("RM", "BANK", accounts["bank"], number, day, entries, "")


def _big(chance: Chance) -> int:
    return chance.between(2_000, 900_000)


def _paid(chance: Chance, kind: str, number: int, day: Day) -> str:
    paid = number + chance.below(number)
    return f', "foreign_number": "{kind}/{paid}/{day.month}"'


def _by_place(chance: Chance, name: str, day: Day, account: str, what: str) -> str:
    """A cost written down by its place too, as an additional amount."""
    accounts = words().accounts
    amount = chance.between(1_000, 40_000)
    where = f'"debit_account": "{accounts["by_place"]}", "credit_account": "{accounts["settled_costs"]}"'
    rest = f', "description": "{what}", "additional_amounts": [{{"amount": "{money(amount)}", {where}}}]'
    return _entry("out", name, day, amount, account, None, rest)


def _entry(  # noqa: PLR0913, PLR0917 - the fields in their order
    way: str, name: str, day: Day, amount: int, account: str, party: Sample | None, rest: str
) -> str:
    whose = f', "party": {party.by_code}' if party else ""
    contra = f', "contra_account": "{account}"' if account else ""
    kind = "KP" if way == "in" else "KW"
    return (
        f'{{"number": "{kind}/{name}", "date": "{day.iso}", "direction": "{way}", "amount": "{money(amount)}"'
        f"{whose}{contra}{rest}}}"
    )


def _report(  # noqa: PLR0913, PLR0917 - the fields in their order
    kind: str, register: str, account: str, number: int, day: Day, entries: list[str], fields: str
) -> str:
    return (
        f'{{"type": "cash_report", "number": "{kind}/{register}/{number}/{day.month}", "date": "{day.iso}", '
        f'"register_name": "{register}", "account": "{account}"{fields}, "entries": [{", ".join(entries)}]}}\n'
    )
