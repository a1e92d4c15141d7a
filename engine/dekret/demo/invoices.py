"""Invoices with goods positions: purchases and sales, advances and final invoices, corrections, currencies."""

from collections import deque
from collections.abc import Iterator

from dekret.demo.chance import Chance
from dekret.demo.goods import Item, price_list
from dekret.demo.period import Day
from dekret.demo.source import CURRENCIES, Company, in_currency, money, named, tax, vat_of
from dekret.demo.words import words

_OPEN_ADVANCES = 16


def sales(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Of every hundred some eight advances, as many final invoices, four corrections, eight in a currency."""
    latest: tuple[str, str, Item] | None = None
    advances: deque[tuple[str, str, int]] = deque(maxlen=_OPEN_ADVANCES)
    for number, day in company.numbered(count):
        how = chance.below(100)
        customer = chance.often(company.parties.customers)
        if how < 4 and latest:
            name, party, item = latest
            latest = None
            rest = f', "correction": true, "corrected_numbers": ["{name}"]'
            yield _invoice("sale", f"FSK/{number}/{day.month}", day, party + rest, _position(item, -1, "23"))
        elif how < 12:
            name = f"FSZ/{number}/{day.month}"
            item, pieces = chance.of(price_list()), chance.between(1, 9)
            advances.append((name, customer.by_code, item.price * pieces))
            party = f'{customer.by_code}, "kind": "advance"'
            yield _invoice("sale", name, day, party, _position(item, pieces, "23"))
        elif how < 20 and advances:
            yield _final(chance, number, day, advances.popleft())
        elif how >= 92:
            currency = chance.of(CURRENCIES)
            buyer = chance.of(company.foreign[currency])
            party = f"{buyer.by_code}{in_currency(currency, day)}"
            rate = "0 WDT" if buyer.country != "US" else "0 EX"
            yield _invoice("sale", f"FS/{number}/{day.month}", day, party, _positions(chance, rate))
        else:
            name, party = f"FS/{number}/{day.month}", named(chance, customer)
            if how > 80:
                item = chance.of(price_list())
                latest = (name, party, item)
                yield _invoice("sale", name, day, party, _position(item, chance.between(2, 20), "23"))
            else:
                yield _invoice("sale", name, day, party, _positions(chance, "23" if how > 30 else "8"))


def purchases(company: Company, chance: Chance, count: int) -> Iterator[str]:
    """Goods bought, at times returned, at times in a currency."""
    for number, day in company.numbered(count):
        how = chance.below(100)
        rate, name = "23", f"FZ/{number}/{day.month}"
        if how < 10:
            currency = chance.of(CURRENCIES)
            seller, rate = chance.of(company.foreign[currency]), "oo"
            party = f"{seller.by_code}{in_currency(currency, day)}"
        else:
            seller = chance.often(company.parties.suppliers)
            party = named(chance, seller)
        party = f'{party}, "receipt_date": "{day.iso}", "category": "{words().goods_category}"'
        if how > 95:
            party += f', "correction": true, "corrected_numbers": ["{name}"]'
            position = _position(chance.of(price_list()), -chance.between(1, 3), rate)
            yield _invoice("purchase", f"FZK/{number}/{day.month}", day, party, position)
        else:
            yield _invoice("purchase", name, day, party, _positions(chance, rate))


def _final(chance: Chance, number: int, day: Day, advance: tuple[str, str, int]) -> str:
    name, party, net = advance
    vat = vat_of(net, "23")
    settled = f'{{"number": "{name}", "net": "{money(net)}", "vat": "{money(vat)}", "gross": "{money(net + vat)}"}}'
    party = f'{party}, "kind": "final", "settled_advances": [{settled}]'
    return _invoice("sale", f"FSF/{number}/{day.month}", day, party, _positions(chance, "23"))


def _invoice(side: str, number: str, day: Day, party: str, positions: str) -> str:
    """`party` is its JSON with the fields after it."""
    return (
        f'{{"type": "{side}_invoice", "number": "{number}", "issue_date": "{day.iso}", "party": {party}, '
        f'"positions": [{positions}]}}\n'
    )


def _positions(chance: Chance, rate: str) -> str:
    """One to four positions of goods, each of another row of the price list."""
    items = price_list()
    first, step = chance.below(len(items)), chance.between(1, 15)
    return ", ".join(
        [
            _position(items[(first + step * place) % len(items)], chance.between(1, 12), rate)
            for place in range(chance.between(1, 4))
        ]
    )


def _position(item: Item, pieces: int, rate: str) -> str:
    """Pieces of goods; fewer than none on a correction."""
    net = item.price * pieces
    vat = vat_of(net, rate) if net > 0 else -vat_of(-net, rate)
    quantity = "" if pieces == 1 else f', "quantity": "{pieces}"'
    return f'{{"goods": {item.json}, "rate": "{rate}", "net": "{money(net)}"{tax(vat)}{quantity}{item.unit}}}'
