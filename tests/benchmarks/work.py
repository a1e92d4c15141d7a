"""The work of the posting benchmark: purchases, the rules they are posted by, and both as the peers write them.

Every document has one element of one of 20 categories, so every entry has three lines: what is owed to one of 500
parties, the tax, the cost on the account of its category. Deterministic; written as streams.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CATEGORIES = tuple(f"K{n:02}" for n in range(1, 21))
ACCOUNTS = {category: f"401-{category[1:]}" for category in CATEGORIES}
PARTIES = 500
PAYABLE, TAX = "202-2-1", "221-1"
PLAN = f"""plan "BADANY"
[Ogólne]
nazwa = Plan badany
[Konta]
| Konto | Nazwa | Słownik |
|---|---|---|
| {PAYABLE} | Dostawcy | Podmioty |
| {TAX} | VAT naliczony | |
"""
_COLUMNS = "| Lp | Konto Wn | Konto Ma | Słownik | Kwota | Warunek |\n|---|---|---|---|---|---|\n"


@dataclass(frozen=True, slots=True)
class Purchase:
    """What all the programs are told of a document; amounts in grosze."""

    place: int
    date: str
    party: str
    category: str
    net: int

    @property
    def number(self) -> str:
        return f"FA/{self.place}/2026"

    @property
    def vat(self) -> int:
        return (self.net * 23 + 50) // 100

    @property
    def gross(self) -> int:
        return self.net + self.vat


def money(grosze: int) -> str:
    return f"{grosze // 100}.{grosze % 100:02}"


def purchases(count: int) -> Iterator[Purchase]:
    """So many documents, by date, from a generator of remainders that is the same everywhere."""
    state = 20260731
    for place in range(1, count + 1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        bits = state >> 24
        day = (place - 1) * 336 // count
        date = f"2026-{day // 28 + 1:02}-{day % 28 + 1:02}"
        net = 1000 + bits // 20 // PARTIES % 5_000_000
        yield Purchase(place, date, f"P{bits // 20 % PARTIES:04}", CATEGORIES[bits % 20], net)


# --- for Dekret


def scheme(symbol: str, rows: list[str], kind: str = "Rejestr VAT zakupu") -> str:
    numbered = "".join(f"| {n} | {row} |\n" for n, row in enumerate(rows, start=1))
    head = f'schemat "{symbol}"\n[Nagłówek]\nnazwa = {symbol}\ntyp = {kind}\ndziennik = ZAKUP\n[Pozycje]\n'
    return head + _COLUMNS + numbered


def write_rules(folder: Path) -> None:
    """A chart of accounts and a scheme of 22 rows: payable, tax, 20 costs by category."""
    folder.mkdir()
    costs = "".join(f"| {account} | Koszt {category} | |\n" for category, account in ACCOUNTS.items())
    (folder / "badany.plan").write_text(PLAN + costs, encoding="utf-8")
    rows = [f"| {PAYABLE} | Podmioty | @Brutto | ", f"{TAX} | | brak | @Vat | "]
    rows += [f"{account} | | brak | @Netto | @KategoriaElem = '{name}'" for name, account in ACCOUNTS.items()]
    (folder / "zakup.schemat").write_text(scheme("BADANY", rows), encoding="utf-8")


def write_documents(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for each in purchases(count):
            file.write(
                f'{{"type": "vat_purchase", "number": "{each.number}", "register_name": "ZAKUP", '
                f'"issue_date": "{each.date}", "receipt_date": "{each.date}", '
                f'"party": {{"code": "{each.party}", "name": "Dostawca {each.party}"}}, '
                f'"elements": [{{"rate": "23", "net": "{money(each.net)}", "vat": "{money(each.vat)}", '
                f'"category": "{each.category}"}}]}}\n'
            )


def write_many_rows(folder: Path, rows: int) -> None:
    """A pack of one scheme of many rows, each unlike the others, and a chart with all their accounts."""
    folder.mkdir()
    accounts = "".join(f"| 401-{n:04} | Koszt {n} | |\n" for n in range(rows))
    (folder / "duzy.plan").write_text(PLAN.replace("BADANY", "DUZY") + accounts, encoding="utf-8")
    made = [f"401-{n:04} | | brak | @Netto * {n}.5 | @KategoriaElem = 'K{n}' AND @Netto > {n}" for n in range(rows)]
    (folder / "duzy.schemat").write_text(scheme("DUZY", made), encoding="utf-8")


def write_reports(path: Path, reports: int, entries: int) -> None:
    """Cash reports of so many entries each, in and out in turn, for the standard scheme RAPORTY-KB-PLN-WALUTA."""
    with path.open("w", encoding="utf-8") as file:
        for report in range(1, reports + 1):
            date = f"2026-{report % 12 + 1:02}-{report % 28 + 1:02}"
            made = [
                {
                    "number": f"KP/{report}/{n}",
                    "date": date,
                    "direction": "in" if n % 2 else "out",
                    "amount": money(1000 + (report * 7919 + n * 104_729) % 900_000),
                    "party": {"code": f"P{n % PARTIES:04}"},
                    "description": f"Zapłata {n}",
                }
                for n in range(entries)
            ]
            head = {"type": "cash_report", "number": f"RB/{report}", "date": date, "register_name": "BANK"}
            file.write(json.dumps({**head, "account": "131", "entries": made}, ensure_ascii=False) + "\n")


# --- for the peers


def write_ledger(path: Path, count: int) -> None:
    """Twenty automated transactions, then every document with its category, whose cost they add."""
    with path.open("w", encoding="utf-8") as file:
        for category, account in ACCOUNTS.items():
            file.write(f"= /^Dok:{category}$/\n    ({account})  1\n\n")
        for each in purchases(count):
            file.write(
                f"{each.date.replace('-', '/')} ({each.number}) Dostawca {each.party}\n"
                f"    Dok:{each.category}  {money(each.net)} PLN\n    {TAX}  {money(each.vat)} PLN\n"
                f"    {PAYABLE}-{each.party}  -{money(each.gross)} PLN\n\n"
            )


def write_hledger(path: Path, count: int) -> None:
    """A CSV of documents; its rules choose the account of the cost by twenty conditions."""
    rules = (
        "fields date, code, party, category, net, vat, gross\ndate-format %Y-%m-%d\ndescription Dostawca %party\n"
        f"account1 {PAYABLE}-%party\namount1 -%gross PLN\naccount2 {TAX}\namount2 %vat PLN\namount3 %net PLN\n"
    )
    rules += "".join(f"if %category ^{name}$\n  account3 {account}\n" for name, account in ACCOUNTS.items())
    path.with_suffix(".csv.rules").write_text(rules, encoding="utf-8")
    with path.open("w", encoding="utf-8") as file:
        for each in purchases(count):
            amounts = f"{money(each.net)},{money(each.vat)},{money(each.gross)}"
            file.write(f"{each.date},{each.number},{each.party},{each.category},{amounts}\n")


def write_beancount(path: Path, count: int) -> None:
    """Every document with its category; the plugin `beancount_rules` puts the account of the cost in its place."""
    with path.open("w", encoding="utf-8") as file:
        file.write('plugin "beancount_rules"\n')
        owed = [f"Liabilities:{PAYABLE}-P{n:04}" for n in range(PARTIES)]
        for account in (f"Assets:{TAX}", *owed, *(f"Expenses:{account}" for account in ACCOUNTS.values())):
            file.write(f"2025-01-01 open {account}\n")
        for each in purchases(count):
            file.write(
                f'{each.date} * "Dostawca {each.party}" "{each.number}"\n'
                f"  Expenses:Dok:{each.category}  {money(each.net)} PLN\n  Assets:{TAX}  {money(each.vat)} PLN\n"
                f"  Liabilities:{PAYABLE}-{each.party}  -{money(each.gross)} PLN\n\n"
            )
