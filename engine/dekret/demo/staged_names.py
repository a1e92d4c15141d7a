"""The numbers that parties, accounts and categories of the sample company have in the demo database."""

from collections.abc import Iterator

from dekret.demo.chance import Chance
from dekret.demo.history import History, Made, settings
from dekret.demo.parties import Sample
from dekret.demo.words import words
from dekret.model.accounts import PLN, Account
from dekret.model.entries import EntryLine
from dekret.model.invoices import Invoice
from dekret.model.parties import category_code

Row = tuple[object, ...]
_TYPES = {"contractor": 1, "bank": 2, "employee": 3, "office": 5}
_KPIR = {"TOWARY": 10, "TRANSPORT": 11, "KURIER": 11, "WYNAGRODZENIA": 12}
_OTHER_COSTS, _SALES = 14, 7
_FIRST_CONTRACTOR = 2
"""Contractor 1 is the unspecified one."""


class Names:
    """What the history of a company names, and its numbers."""

    def __init__(self, history: History) -> None:
        self.plan = history.plan
        roster = history.parties
        self._parties = (*roster.contractors, *roster.employees, *roster.others)
        self.parties = {party.code: p for p, party in enumerate(self._parties, 1)}
        self.samples = {party.code: party for party in self._parties}
        self._accounts = {(account.code, account.currency): a for a, account in enumerate(self._chart(), 1)}
        self._split: dict[tuple[str, str], tuple[int, int | None]] = {}

    def _chart(self) -> list[Account]:
        """The chart without accounts of single parties."""
        return [account for account in self.plan.accounts if not self._above(account.code)]

    def _above(self, code: str) -> Account | None:
        above = self.plan.nearest_above(code)
        return above if above and above.dictionary else None

    def account(self, code: str, currency: str) -> tuple[int, int | None]:
        """The number of the account in the chart, and of the party whose code it ends with."""
        key = (code, currency)
        if key not in self._split:
            above = self._above(code)
            if above:
                self._split[key] = self._accounts[above.code, currency], self.parties[code[len(above.code) + 1 :]]
            else:
                self._split[key] = self._accounts[key], None
        return self._split[key]

    def open_line(self, made: Made) -> EntryLine | None:
        """The line that an invoice is paid by."""
        return next((line for line in made.entry.lines if line.settlement and self._above(line.account)), None)

    def category(self, number: int, made: Made) -> str:
        """The category of a document: its own, that of its first line, and one of sales where sales have none."""
        document = made.document
        if not isinstance(document, Invoice):
            return ""
        if made.kind in ("vat_sale", "sale_invoice"):
            found: str = Chance("kategoria", number).of(settings()["sale_categories"])
            return found
        own = category_code(document.category) or category_code(document.lines[0].category)
        party = self.samples.get(made.entry.document.party)
        return own or (party.category.code if party and party.category else "")

    def party_rows(self) -> Iterator[Row]:
        counts = dict.fromkeys(_TYPES.values(), 0) | {1: _FIRST_CONTRACTOR - 1}
        for p, party in enumerate(self._parties, 1):
            type_ = _TYPES[party.kind]
            counts[type_] += 1
            category = party.category.code if party.category else ""
            sells = bool(party.category)
            told = (party.code, party.name, party.tax_id, party.country)
            yield (p, type_, counts[type_], *told, _class(party), category, party.buys, sells, party.nrb)

    def category_rows(self) -> Iterator[Row]:
        """General categories, then detailed ones; `first` is the one that an account stands for."""
        found = [(2, each.general, each.code, each.name, each.account) for each in words().categories]
        found += [
            (kind, general, code, name, account) for kind, general, code, name, account in settings()["categories"]
        ]
        generals = {general: kind for kind, general, *_ in found}
        numbers = {general: k for k, general in enumerate(generals, 1)}
        for general, kind in generals.items():
            yield (
                numbers[general],
                None,
                kind,
                general,
                general,
                general.capitalize(),
                "",
                _KPIR.get(general, 0),
                False,
            )
        accounts: set[str] = set()
        for k, (kind, general, code, name, account) in enumerate(found, len(numbers) + 1):
            kpir = _SALES if kind == 1 else _KPIR.get(code, _OTHER_COSTS)
            yield (k, numbers[general], kind, general, code, name, account, kpir, account not in accounts)
            accounts.add(account)

    def chart_rows(self) -> Iterator[Row]:
        for a, account in enumerate(self._chart(), 1):
            currency = "" if account.currency == PLN else account.currency
            split = account.dictionary.value.pl if account.dictionary else ""
            yield (a, account.code, currency, account.name, split, account.settlement, account.off_balance)


def _class(party: Sample) -> str:
    """Parties of one class may stand for each other."""
    return f"{party.kind} {party.currency} {party.country == ''} {party.buys} {bool(party.category)}"
