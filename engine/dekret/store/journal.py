"""The journal: one record for every line of every entry, as JSONL, as CSV for spreadsheets, as tables to be read."""

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from json.encoder import encode_basestring as _quoted

import msgspec

from dekret.model.entries import Entry, RuleRef
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording, amount_text


class JournalLine(msgspec.Struct, frozen=True):
    """A line of the journal, on its own: the entry it belongs to, and the rule that made it.

    Amounts and rates are texts: no program then rounds them. `number` is 0 in the buffer.
    """

    journal: str
    number: int
    period: str
    date: str
    document_type: str
    document_number: str
    party: str
    side: str
    account: str
    account_currency: str
    amount: str
    currency: str
    currency_amount: str | None
    exchange_rate: str | None
    description: str
    category: str
    dimension: str
    settlement: bool
    off_balance: bool
    buffer: bool
    scheme: str
    row: str
    rule_file: str
    rule_line: int
    rule_version: str
    document_id: str


_TITLES: Mapping[str, Wording] = {
    "journal": Wording("Dziennik", "Journal"),
    "number": Wording("Numer", "Number"),
    "period": Wording("Okres", "Period"),
    "date": Wording("Data", "Date"),
    "document_type": Wording("Typ dokumentu", "Type of document"),
    "document_number": Wording("Dokument", "Document"),
    "party": Wording("Podmiot", "Party"),
    "side": Wording("Strona", "Side"),
    "account": Wording("Konto", "Account"),
    "account_currency": Wording("Waluta konta", "Currency of the account"),
    "amount": Wording("Kwota PLN", "Amount in PLN"),
    "currency": Wording("Waluta", "Currency"),
    "currency_amount": Wording("Kwota w walucie", "Amount in currency"),
    "exchange_rate": Wording("Kurs", "Rate"),
    "description": Wording("Opis", "Description"),
    "category": Wording("Kategoria", "Category"),
    "dimension": Wording("Wymiary", "Dimensions"),
    "settlement": Wording("Rozrachunek", "Settlement"),
    "off_balance": Wording("Pozabilansowe", "Off balance"),
    "buffer": Wording("Bufor", "Buffer"),
    "scheme": Wording("Schemat", "Scheme"),
    "row": Wording("Wiersz", "Row"),
    "rule_file": Wording("Plik reguły", "File of the rule"),
    "rule_line": Wording("Linia reguły", "Line of the rule"),
    "rule_version": Wording("Wersja reguły", "Version of the rule"),
    "document_id": Wording("Identyfikator", "Identity"),
}
_NUMBERS = frozenset({"amount", "currency_amount", "exchange_rate"})


def lines(entry: Entry) -> list[JournalLine]:
    """The journal lines of an entry."""
    document, date, journal = entry.document, entry.date.isoformat(), entry.journal
    return [
        JournalLine(
            journal,
            entry.number,
            entry.period,
            date,
            document.type,
            document.number,
            document.party,
            line.side,
            line.account,
            line.account_currency,
            f"{line.amount:.2f}",
            line.currency,
            None if line.currency_amount is None else f"{line.currency_amount:.2f}",
            None if line.exchange_rate is None else f"{line.exchange_rate:f}",
            line.description,
            line.category,
            line.dimension,
            line.settlement,
            line.off_balance,
            entry.buffer,
            line.rule.scheme,
            line.rule.row,
            line.rule.file,
            line.rule.line,
            line.rule.version,
            document.identity,
        )
        for line in entry.lines
    ]


_CACHED_RULES = 10_000
_rules: dict[RuleRef, str] = {}


def _rule(rule: RuleRef) -> str:
    """The fields of a rule, which many lines share."""
    if len(_rules) >= _CACHED_RULES:
        _rules.clear()
    found = _rules[rule] = (
        f'"scheme":{_quoted(rule.scheme)},"row":{_quoted(rule.row)},"rule_file":{_quoted(rule.file)},'
        f'"rule_line":{rule.line},"rule_version":{_quoted(rule.version)},"document_id":"'
    )
    return found


def _number(value: Decimal | None) -> str:
    return "null" if value is None else f'"{value:f}"'


def jsonl(entry: Entry) -> str:
    """The lines of a JSONL file for an entry: the fields of `JournalLine`, in their order."""
    document = entry.document
    head = (
        f'{{"journal":{_quoted(entry.journal)},"number":{entry.number},"period":"{entry.period}",'
        f'"date":"{entry.date.isoformat()}","document_type":"{document.type}",'
        f'"document_number":{_quoted(document.number)},"party":{_quoted(document.party)},"side":"'
    )
    buffer = f'"buffer":{"true" if entry.buffer else "false"},'
    end = f'{document.identity}"}}\n'
    made = []
    for line in entry.lines:
        foreign, rate = line.currency_amount, line.exchange_rate
        made.append(
            f'{head}{line.side}","account":{_quoted(line.account)},"account_currency":"{line.account_currency}",'
            f'"amount":"{line.amount}","currency":"{line.currency}","currency_amount":'
            f'{_number(foreign)},"exchange_rate":{_number(rate)},'
            f'"description":{_quoted(line.description)},"category":{_quoted(line.category)},'
            f'"dimension":{_quoted(line.dimension)},"settlement":{"true" if line.settlement else "false"},'
            f'"off_balance":{"true" if line.off_balance else "false"},'
            f"{buffer}{_rules.get(line.rule) or _rule(line.rule)}{end}"
        )
    return "".join(made)


def csv_header(language: Language) -> str:
    """The first row of a CSV file: titles, behind the byte order mark by which Excel knows UTF-8."""
    return "\ufeff" + _csv_row([_TITLES[field].in_(language) for field in JournalLine.__struct_fields__])


def csv_rows(entry: Entry) -> str:
    """The rows of a CSV file for an entry: semicolons and decimal commas, as a Polish spreadsheet reads them."""
    return "".join(
        _csv_row([_csv_cell(field, getattr(line, field)) for field in line.__struct_fields__]) for line in lines(entry)
    )


def _csv_row(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def _csv_cell(field: str, value: object) -> str:
    """A cell; a text that a spreadsheet would take for a formula is kept a text by an apostrophe."""
    match value:
        case None:
            return ""
        case bool():
            return "tak" if value else "nie"
        case str() if field in _NUMBERS:
            return value.replace(".", ",")
        case str() if value[:1] in ("=", "+", "-", "@", "\t"):
            return f"'{value}"
        case _:
            return str(value)


_COLUMNS = (
    Wording("Konto Wn", "Debit"),
    Wording("Konto Ma", "Credit"),
    Wording("Kwota", "Amount"),
    Wording("Wiersz", "Row"),
    Wording("Opis", "Description"),
)
_CURRENCY = Wording("W walucie", "In currency")


def table(entry: Entry, language: Language) -> str:
    """An entry as an accountant reads it: a heading and a table of its lines."""
    buffer = Wording("bufor", "buffer").in_(language) if entry.buffer else ""
    heading = " · ".join(
        cell_text(part)
        for part in (
            entry.date.isoformat(),
            entry.full_number,
            buffer,
            entry.document.number,
            entry.document.party,
        )
        if part
    )
    foreign = any(line.currency_amount is not None for line in entry.lines)
    rows = []
    for line in entry.lines:
        in_currency = ""
        if line.currency_amount is not None:
            rate = f" @ {line.exchange_rate.normalize():f}" if line.exchange_rate else ""
            in_currency = f"{amount_text(line.currency_amount, language)} {line.currency}{rate}"
        rows.append(
            [
                cell_text(line.account) if line.side == "Wn" else "",
                cell_text(line.account) if line.side == "Ma" else "",
                amount_text(line.amount, language),
                *([in_currency] if foreign else []),
                line.rule.row,
                cell_text(line.description),
            ]
        )
    header = [column.in_(language) for column in _COLUMNS]
    if foreign:
        header.insert(3, _CURRENCY.in_(language))
    return "\n".join([heading, *titled(header, rows, right=frozenset({2, 3} if foreign else {2}))]) + "\n"


class Turnovers:
    """The sums of both sides of every account, gathered entry by entry."""

    def __init__(self) -> None:
        self._sums: dict[str, list[Decimal]] = {}

    def add(self, entry: Entry) -> None:
        for line in entry.lines:
            sides = self._sums.setdefault(line.account, [Decimal("0.00"), Decimal("0.00")])
            sides[0 if line.side == "Wn" else 1] += line.amount

    def sums(self) -> Mapping[str, tuple[Decimal, Decimal]]:
        """Debit and credit by account, accounts in order."""
        return {account: (debit, credit) for account, (debit, credit) in sorted(self._sums.items())}
