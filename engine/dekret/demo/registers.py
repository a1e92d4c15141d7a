"""Documents of the VAT registers: purchases and sales, advances and final invoices, corrections, currencies."""

from collections import deque
from collections.abc import Iterator

from dekret.demo.chance import Chance
from dekret.demo.parties import Sample
from dekret.demo.period import Day
from dekret.demo.source import CURRENCIES, Company, in_currency, money, named, price, tax, vat_of
from dekret.demo.words import words

_SPLIT_PAYMENT_FROM = 1_500_000
"""Domestic invoices above 15 000 zł are paid by split payment."""
_PRICES = (10_000, 900_000)
"""Of what the company sells, in grosze."""
_OPEN_ADVANCES = 16
"""So many advance invoices wait for their final ones; older ones stay open."""


def purchases(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Of every hundred some eight in a currency, three corrections, three with a total rounded to złotys."""
    latest: tuple[str, str, str] | None = None
    for number, day in company.numbered(count):
        how = chance.below(100)
        if how < 3 and latest:
            name, party, element = latest
            latest = None
            yield _purchase(f"FK/{number}/{day.month}", day, party, f"[{element}]", _corrects(name))
            continue
        if how >= 92:
            yield _foreign_purchase(company, chance, number, day)
            continue
        supplier = chance.often(company.parties.suppliers)
        elements, gross = _elements(company, chance, supplier)
        name, party = f"FA/{number}/{day.month}", named(chance, supplier)
        if 3 <= how < 6:
            rest = f', "total": "{money((gross + 50) // 100 * 100)}"'
        else:
            rest = ', "split_payment": true' if gross > _SPLIT_PAYMENT_FROM else ""
        if how > 85:
            latest = (name, party, _less(chance))
        yield _purchase(name, day, party, f"[{elements}]", rest + _transfer(chance, supplier, day))


def purchases_by_place(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Purchases whose additional amounts write the cost down by its place too."""
    accounts = words().accounts
    where = f'"debit_account": "{accounts["by_place"]}", "credit_account": "{accounts["settled_costs"]}"'
    for number, day in company.numbered(count):
        supplier = chance.often(company.parties.suppliers)
        assert supplier.category
        net = price(chance, supplier.category)
        element = _element(net, chance.of(company.rates), f', "category": "{supplier.category.code}"')
        part = net * chance.between(20, 80) // 100
        amounts = "".join(
            f'{{"amount": "{money(amount)}", {where}, "description": "{what}"}}, '
            for amount, what in ((part, "biuro"), (net - part, "warsztat"))
        )
        rest = f', "additional_amounts": [{amounts[:-2]}]{_transfer(chance, supplier, day)}'
        yield _purchase(f"FR/{number}/{day.month}", day, named(chance, supplier), f"[{element}]", rest)


def purchases_by_employees(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Small purchases that an employee paid for, wholly or in part, from one or two advances."""
    for number, day in company.numbered(count):
        supplier = chance.often(company.parties.suppliers)
        holder = chance.of(company.parties.employees)
        assert supplier.category
        net, rate = chance.between(2_000, 60_000), chance.of(company.rates)
        gross = net + vat_of(net, rate)
        element = _element(net, rate, f', "category": "{supplier.category.code}"')
        paid = gross if chance.below(3) else gross * chance.between(30, 90) // 100
        parts = [paid] if chance.below(4) else [paid // 2, paid - paid // 2]
        advances = ", ".join(
            f'{{"number": "KW/{number + place}/{day.month}", "amount": "{money(part)}"}}'
            for place, part in enumerate(parts)
        )
        rest = f', "advance_holder": {holder.by_code}, "employee_advances": [{advances}]'
        yield _purchase(f"FP/{number}/{day.month}", day, named(chance, supplier), f"[{element}]", rest)


def purchases_by_site(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Purchases for two building sites, described in percent or in amounts."""
    building = words().building
    (sites, _, _, _), (costs, _, _, _) = building.dimensions
    (first, _), (second, _) = building.sites
    for number, day in company.numbered(count):
        supplier = chance.often(company.parties.suppliers)
        net = price(chance, words().category(building.category))
        share = chance.between(1, 19) * 5
        by_percent = chance.below(2)
        said = "percent" if by_percent else "amount"
        shares = ((first, share, net * share // 100), (second, 100 - share, net - net * share // 100))
        cost = chance.of(building.costs)
        rows = ", ".join(
            f'{{"{said}": "{percent if by_percent else money(part)}", '
            f'"dimensions": {{"{sites}": "{site}", "{costs}": "{cost}"}}}}'
            for site, percent, part in shares
        )
        rest = f', "category": "{building.category}", "analytic_rows": [{rows}]{_transfer(chance, supplier, day)}'
        element = _element(net, "23", "")
        yield _purchase(f"FB/{number}/{day.month}", day, named(chance, supplier), f"[{element}]", rest)


def sales(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Of every hundred some five advances, as many final invoices, four corrections, six in a currency."""
    latest: tuple[str, str, str] | None = None
    advances: deque[tuple[str, str, int]] = deque(maxlen=_OPEN_ADVANCES)
    for number, day in company.numbered(count):
        how = chance.below(100)
        customer = chance.often(company.parties.customers)
        party = named(chance, customer)
        if how < 4 and latest:
            name, party, element = latest
            latest = None
            yield _sale(f"KOR/{number}/{day.month}", day, party, f"[{element}]", _corrects(name))
        elif how < 9:
            net = chance.between(*_PRICES)
            name = f"FZL/{number}/{day.month}"
            advances.append((name, customer.by_code, net))
            yield _sale(name, day, customer.by_code, f"[{_element(net, '23', '')}]", ', "kind": "advance"')
        elif how < 14 and advances:
            yield _final(chance, number, day, advances.popleft())
        elif how >= 94:
            currency = chance.of(CURRENCIES)
            buyer = chance.of(company.foreign[currency])
            rate = "0 WDT" if buyer.country != "US" else "0 EX"
            element = _element(chance.between(*_PRICES), rate, "")
            yield _sale(f"FV/{number}/{day.month}", day, buyer.by_code, f"[{element}]", in_currency(currency, day))
        else:
            name = f"FV/{number}/{day.month}"
            elements, gross = _sold(company, chance)
            rest = ', "split_payment": true' if gross > _SPLIT_PAYMENT_FROM else ""
            if how > 90:
                rest += f', "total": "{money((gross + 50) // 100 * 100)}"'
            elif how > 80:
                latest = (name, party, _less(chance))
            yield _sale(name, day, party, f"[{elements}]", f"{rest}{_due(chance, day)}")


def _final(chance: Chance, number: int, day: Day, advance: tuple[str, str, int]) -> str:
    """The final invoice of what is left after an advance."""
    name, party, net = advance
    vat = vat_of(net, "23")
    settled = f'{{"number": "{name}", "net": "{money(net)}", "vat": "{money(vat)}", "gross": "{money(net + vat)}"}}'
    element = _element(net * chance.between(1, 4) + chance.below(100), "23", "")
    rest = f', "kind": "final", "settled_advances": [{settled}]{_due(chance, day)}'
    return _sale(f"FKN/{number}/{day.month}", day, party, f"[{element}]", rest)


def _purchase(number: str, day: Day, party: str, elements: str, rest: str) -> str:
    return (
        f'{{"type": "vat_purchase", "number": "{number}", "register_name": "ZAKUP", "issue_date": "{day.iso}", '
        f'"receipt_date": "{day.iso}", "party": {party}{rest}, "elements": {elements}}}\n'
    )


def _sale(number: str, day: Day, party: str, elements: str, rest: str) -> str:
    return (
        f'{{"type": "vat_sale", "number": "{number}", "register_name": "SPRZEDAZ", "issue_date": "{day.iso}", '
        f'"party": {party}{rest}, "elements": {elements}}}\n'
    )


def _foreign_purchase(company: Company, chance: Chance, number: int, day: Day) -> str:
    """An invoice in a currency, whose tax the buyer accounts for."""
    currency = chance.of(CURRENCIES)
    seller = chance.of(company.foreign[currency])
    assert seller.category
    element = _element(price(chance, seller.category), "oo", "")
    return _purchase(f"INV/{number}/{day.month}", day, seller.by_code, f"[{element}]", in_currency(currency, day))


def _elements(company: Company, chance: Chance, supplier: Sample) -> tuple[str, int]:
    """One or two elements of a purchase, at times with their category, and their gross."""
    assert supplier.category
    category = f', "category": "{supplier.category.code}"' if chance.below(2) else ""
    net, rate = price(chance, supplier.category), chance.of(company.rates)
    text, gross = _element(net, rate, category), net + vat_of(net, rate)
    if chance.below(3):
        return text, gross
    other = words().categories[chance.below(4)]
    net = price(chance, other)
    category = f', "category": "{other.code}"'
    return f"{text}, {_element(net, '23', category)}", gross + net + vat_of(net, "23")


def _sold(company: Company, chance: Chance) -> tuple[str, int]:
    """One to three elements of a sale and their gross."""
    net, rate = chance.between(*_PRICES), chance.of(company.rates)
    text, gross = _element(net, rate, ""), net + vat_of(net, rate)
    for _ in range(chance.below(3)):
        net, rate = chance.between(*_PRICES), chance.of(company.rates)
        text, gross = f"{text}, {_element(net, rate, '')}", gross + net + vat_of(net, rate)
    return text, gross


def _element(net: int, rate: str, category: str) -> str:
    return f'{{"rate": "{rate}", "net": "{money(net)}"{tax(vat_of(net, rate))}{category}}}'


def _less(chance: Chance) -> str:
    """What a correction takes away from an invoice."""
    net = chance.between(100, 5_000)
    return f'{{"rate": "23", "net": "{money(-net)}", "vat": "{money(-vat_of(net, "23"))}"}}'


def _corrects(name: str) -> str:
    return f', "correction": true, "corrected_numbers": ["{name}"]'


def _transfer(chance: Chance, supplier: Sample, day: Day) -> str:
    return f', "payments": [{{"method": "przelew", "due_date": "{chance.of(day.terms)}", "account": "{supplier.nrb}"}}]'


def _due(chance: Chance, day: Day) -> str:
    return f', "payments": [{{"method": "przelew", "due_date": "{chance.of(day.terms)}"}}]'
