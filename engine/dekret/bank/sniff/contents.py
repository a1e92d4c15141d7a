"""What the contents of a column speak for: dates, accounts, tax numbers, currencies, names, titles, references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dekret.bank.fields import OTHER
from dekret.bank.sniff.cells import account_in
from dekret.bank.sniff.columns import Column, Columns, Kind
from dekret.bank.sniff.movement import Money
from dekret.bank.sniff.proposal import SURE
from dekret.text.wording import Wording

_COMPANY = re.compile(
    r"\b(sp\.? ?z ?o\.? ?o\.?|s\.? ?a\.|sp\.? ?[jkp]\.|s\.c\.|p\.?h\.?u\.?|f\.?h\.?u\.?|spółka|spółdzielnia|zakład|"
    r"urząd|przedsiębiorstwo|fundacja|gmb\w|ltd|s\.r\.o)(?!\w)|^(hurtownia|firma|sklep|biuro|bank|gmina) ",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][\wąćęłńóśźż]+ [A-ZĄĆĘŁŃÓŚŹŻ][\wąćęłńóśźż-]+( [A-ZĄĆĘŁŃÓŚŹŻ][\wąćęłńóśźż-]+)?")
_OPERATION = re.compile(
    r"(przelew|opłata|prowizja|wypłata|wpłata|transakcja|zlecenie|płatność|operacja|obciążenie|uznanie|odsetki|podatek|"
    r"blik|spłata|zakup|transfer|fee|payment|card|interest)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(fv|fa|faktur\w*|fz|fs|rach\w*|za|tyt\w*|zapłata|rata|czynsz|składk\w*|invoice|zwrot|umow\w*)\b|/"
)
_ADDRESS = re.compile(r"\d\d-\d{3}|\b(ul|al|os|pl)\. ", re.IGNORECASE)
_REFERENCE = re.compile(r"(?=.*\d)[\w/.:+-]{6,35}")
ONLY_DATE = Wording("jedyna data w wierszu; import jej wymaga", "the only date; an import needs it")  # 002:1434


@dataclass(frozen=True, slots=True)
class Candidate:
    """A field that a column may be, how certain that is, and why."""

    column: Column
    field: str
    sure: int
    why: Wording
    check: Wording | None = None


def by_contents(column: Column, columns: Columns, money: Money) -> Iterator[Candidate]:
    """The fields that the contents of a column speak for."""
    yield from _money(column, money)
    match column.kind:
        case Kind.DATE:
            yield from _dates(column, columns)
        case Kind.ACCOUNT:
            yield _changing_sides(column, columns) or _account(column, columns)
        case Kind.TAX_ID if not column.constant:
            yield Candidate(column, "NIP podmiotu", 85, Wording("NIP-y z dobrą cyfrą kontrolną", "NIPs that check"))
        case Kind.CURRENCY:
            yield Candidate(column, "Waluta", 90, Wording("kody walut", "codes of currencies"))
        case Kind.TEXT:
            yield from _texts(column, columns)


def _money(column: Column, money: Money) -> Iterator[Candidate]:
    movement, running = money.movement, money.running
    roles = (
        (movement.amount, "Kwota płatności"), (movement.debit, "Kwota obciążenia"), (movement.credit, "Kwota uznania"),
        (movement.side, "Strona operacji"),
    )  # fmt: skip
    for role, field in roles:
        if role is column:
            yield Candidate(column, field, max(money.sure, SURE), money.why, money.check)
    if running and running.balance is column:
        why = Wording(
            f"suma narastająca kwot: zgadza się w {running.fits} z {running.steps} wierszy",
            f"the running sum of the amounts, in {running.fits} of {running.steps} rows",
        )
        yield Candidate(column, "Saldo po operacji", 99 if running.certain else 80, why)


def _dates(column: Column, columns: Columns) -> Iterator[Candidate]:
    found = columns.of(Kind.DATE)
    if len(found) == 1:
        yield Candidate(column, "Data dokumentu", 80, ONLY_DATE)
    elif column is found[0]:
        why = Wording("pierwsza data w wierszu", "the first date of the row")
        check = Wording(
            "Sprawdź, czy to data operacji, czy księgowania.", "Is it the day of the operation or of booking?"
        )
        yield Candidate(column, "Data operacji", 60, why, check)
    elif column is found[1]:
        why = Wording("druga data w wierszu", "the second date of the row")
        check = Wording("Sprawdź, czy to data waluty, czy księgowania.", "Is it the value date or that of booking?")
        yield Candidate(column, "Data waluty", 50, why, check)


def _changing_sides(column: Column, columns: Columns) -> Candidate | None:
    """A column of payers or payees: one account is in every line, now here, now in the other column."""
    for other in columns.of(Kind.ACCOUNT):
        pairs = [{account_in(one), account_in(two)} for one, two in zip(column.texts, other.texts, strict=True)]
        own = set.intersection(*pairs) - {""}
        apart = other is not column and not column.constant and not other.constant
        if own and apart and len(column.texts) > 1:
            return Candidate(column, OTHER.word.pl, 100, _SENDERS, _NO_SENDERS)
    return None


_SENDERS = Wording("raz rachunek własny, raz podmiotu, zależnie od strony", "now the own account, now the party's")
_NO_SENDERS = Wording(
    "Formatem nie da się wybrać rachunku podmiotu z kolumn nadawcy i odbiorcy: podmioty poznaje się po nazwie.",
    "A format cannot choose the party's account out of columns of payer and payee: parties are known by their names.",
)


def _account(column: Column, columns: Columns) -> Candidate:
    others = [each for each in columns.of(Kind.ACCOUNT) if each is not column]
    if column.constant and (len(column.texts) > 2 or any(not each.constant for each in others)):
        why = Wording("ten sam NRB we wszystkich wierszach", "the same NRB in all rows")
        return Candidate(column, "Pełny numer rachunku własnego", 85, why)
    right = sum(bool(account_in(text)) for text in column.filled)
    why = Wording(
        f"numery rachunków, {right} z {len(column.filled)} z dobrymi cyframi kontrolnymi",
        f"account numbers, {right} of {len(column.filled)} with the right check digits",
    )
    sure = 90 if column.distinct > 1 else 65
    most = max((each.distinct for each in others), default=0)
    return Candidate(column, "Pełny numer rachunku podmiotu", sure if column.distinct >= most else 40, why)


def _texts(column: Column, columns: Columns) -> Iterator[Candidate]:
    """Texts: names, kinds of operations, titles, addresses, references."""
    names = _share(column, _COMPANY) + _whole_share(column, _PERSON) / 2
    if names >= 0.3:
        why = Wording("nazwy firm i osób", "names of companies and persons")
        yield Candidate(column, "Nazwa podmiotu", min(80, 55 + int(30 * names)), why)
    operations = sum(bool(_OPERATION.match(text)) for text in column.filled) / max(len(column.filled), 1)
    if (
        operations > 0.6
        and (column.distinct * 2 <= len(column.filled) or len(column.filled) < 4)
        and column.length < 40
    ):
        why = Wording("powtarzające się rodzaje operacji", "kinds of operations that come again")
        yield Candidate(column, "Nazwa operacji", 60, why)
    if _share(column, _ADDRESS) > 0.5 and names < 0.5:
        yield Candidate(column, "Adres podmiotu", 65, Wording("kody pocztowe i ulice", "postcodes and streets"))
    if column.distinct == len(column.filled) > 1 and _whole_share(column, _REFERENCE) > 0.95:
        why = Wording("w każdym wierszu inny numer bez spacji", "another number without blanks in every row")
        yield Candidate(column, "Referencja banku", 52, why)
    texts = [each for each in columns.of(Kind.TEXT) if not each.constant]
    longest = max(texts, key=lambda each: (each.length * each.distinct, each.index), default=None)
    titles = _share(column, _TITLE)
    if column is longest or titles > 0.3:
        why = Wording("najdłuższy swobodny tekst", "the longest free text")
        if titles > 0.3:
            why = Wording("słowa tytułów przelewów", "words of titles")
        yield Candidate(column, "Tytuł przelewu", min(75, 55 + int(20 * titles) + 5 * (column is longest)), why)


def _share(column: Column, pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.search(text)) for text in column.filled) / max(len(column.filled), 1)


def _whole_share(column: Column, pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.fullmatch(text)) for text in column.filled) / max(len(column.filled), 1)
