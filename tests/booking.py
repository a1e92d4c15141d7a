"""A chart and a scheme around the rows and documents of posting tests of every type."""

import datetime as dt
from dataclasses import dataclass

from dekret.model.faults import read_document
from dekret.packs.library import load_sources
from dekret.posting.compile import compile_scheme
from dekret.posting.explain import explain
from dekret.posting.post import Posting, Refusal
from dekret.text.source import Source

TODAY = dt.date(2026, 3, 31)
CHART = """plan "P"
[Ogólne]
{general}
[Konta]
| Konto     | Słownik    | Waluta |
|-----------|------------|--------|
| 100       |            |        |
| 131       |            |        |
| 131       |            | EUR    |
| 135       |            | EUR    |
| 135       |            | USD    |
| 149       |            |        |
| 201       | Podmioty   |        |
| 202       | Podmioty   |        |
| 203       | Podmioty   |        |
| 203-ALOZA |            |        |
| 203-ALOZA |            | EUR    |
| 204       | Podmioty   |        |
| 204-ALOZA |            | EUR    |
| 221       |            |        |
| 234       | Pracownicy |        |
| 301       |            |        |
| 401       |            |        |
| 402       | Kategorie  |        |
| 490       |            |        |
| 501       |            |        |
| 730       | Towary     |        |
| 731       |            |        |
| 751       |            |        |
| 752       |            |        |
| 842       |            |        |
"""
HEAD = 'schemat "S"\n[Nagłówek]\nnazwa = S\ntyp = {type}\n{header}\n[Pozycje]\n'
COLUMNS = "| Konto Wn | Konto Ma | Słownik | Kwota | Waluta | Warunek | Opis |\n"


def row(debit="", credit="", amount="@Netto", split="", currency="", condition="", text=""):
    return f"| {debit} | {credit} | {split} | {amount} | {currency} | {condition} | {text} |\n"


@dataclass(frozen=True)
class Book:
    """Posts documents of one type: `word` is how a scheme names it, `usual` are the fields of its documents."""

    word: str
    usual: dict[str, object]

    def document(self, **fields):
        found = read_document({**self.usual, **fields})
        assert not isinstance(found, tuple), found
        return found

    def ids(self, *rows, header=""):
        """Problems that the check of a scheme finds, with their Polish sentences."""
        text = HEAD.format(type=self.word, header=header) + COLUMNS + "".join(rows)
        found = load_sources([Source("s", text)]).report.diagnostics
        return {diagnostic.id: diagnostic.message.pl for diagnostic in found}

    def checked(self, *rows, header=""):
        text = HEAD.format(type=self.word, header=header) + COLUMNS + "".join(rows)
        scheme = load_sources([Source("s", text)])
        assert not scheme.report.has_errors, [found.message.pl for found in scheme.report.diagnostics]
        return scheme.schemes[0]

    def posting(self, *rows, header="", general=""):
        plan = load_sources([Source("p", CHART.format(general=general))]).plans[0][1]
        return Posting(compile_scheme(self.checked(*rows, header=header)), plan, TODAY)

    def post(self, *rows, header="", general="", **fields):
        return self.posting(*rows, header=header, general=general).post(self.document(**fields), "id")

    def entry(self, *rows, **how):
        found = self.post(*rows, **how)
        assert not isinstance(found, Refusal), [(r.problem.id, r.values) for r in found.reasons]
        return found

    def lines(self, *rows, **how):
        return [(line.side, line.account, str(line.amount)) for line in self.entry(*rows, **how).lines]

    def foreign(self, *rows, **how):
        """Lines with what they are in currency: side, account and its currency, PLN, currency, amount, rate."""
        return [
            (line.side, line.account, line.account_currency, str(line.amount), line.currency, *map(_plain, _in(line)))
            for line in self.entry(*rows, **how).lines
        ]

    def refusals(self, *rows, **how):
        found = self.post(*rows, **how)
        assert isinstance(found, Refusal), found.lines
        return [reason.problem.id for reason in found.reasons]

    def explained(self, *rows, header="", **fields):
        return explain(self.posting(*rows, header=header), self.document(**fields))


def _in(line):
    return line.currency_amount, line.exchange_rate


def _plain(value):
    return None if value is None else str(value)


_ALOZA = {"code": "ALOZA"}
PURCHASE = Book(
    "Rejestr VAT zakupu",
    {
        "type": "vat_purchase",
        "number": "FZ/1",
        "issue_date": "2026-03-05",
        "party": _ALOZA,
        "elements": [{"rate": "23", "net": "100.00", "vat": "23.00", "category": "MAT"}],
    },
)
SALE = Book(
    "Faktury sprzedaży",
    {
        "type": "sale_invoice",
        "number": "FS/1",
        "issue_date": "2026-03-05",
        "party": _ALOZA,
        "positions": [
            {"goods": {"code": "DESKA"}, "rate": "23", "net": "600.00", "vat": "138.00"},
            {"goods": {"code": "LISTWA"}, "rate": "23", "net": "400.00", "vat": "92.00"},
        ],
    },
)
CASH = Book(
    "Raporty kasowe/bankowe",
    {
        "type": "cash_report",
        "number": "RKB/1",
        "date": "2026-03-31",
        "account": "131",
        "entries": [
            {
                "number": "1",
                "date": "2026-03-11",
                "direction": "in",
                "amount": "100.00",
                "party": _ALOZA,
                "contra_account": "201",
            },
            {
                "number": "2",
                "date": "2026-03-12",
                "direction": "out",
                "amount": "30.00",
                "party": {"code": "KLON"},
                "contra_account": "202",
            },
        ],
    },
)
SETTLEMENT = Book(
    "Rozliczenia",
    {
        "type": "settlement",
        "number": "ROZ/1",
        "date": "2026-03-20",
        "left": {"kind": "FZ", "number": "FZ/1", "party": _ALOZA, "amount": "120.00"},
        "right": {"kind": "FS", "number": "FS/1", "party": {"code": "KLON"}, "amount": "120.00"},
    },
)
