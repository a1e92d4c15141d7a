"""What the columns mean: by their names and by their contents, each field given to the column that fits it best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dekret.bank.field import Shape
from dekret.bank.fields import OTHER, field_named
from dekret.bank.sniff.cells import account_in
from dekret.bank.sniff.columns import Column, Columns, Kind
from dekret.bank.sniff.movement import Money
from dekret.bank.sniff.proposal import SURE, ColumnGuess
from dekret.bank.sniff.titles import by_title
from dekret.text.wording import Wording

_DATES = ("Data księgowania", "Data operacji", "Data dokumentu", "Data waluty")
_MONEY = ("Kwota płatności", "Kwota obciążenia", "Kwota uznania", "Saldo po operacji")
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


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A field that a column may be, how certain that is, and why."""

    column: Column
    field: str
    sure: int
    why: Wording
    check: Wording | None = None


def meanings(columns: Columns, money: Money, widths: Sequence[int] = ()) -> tuple[ColumnGuess, ...]:
    """The meaning of every column; those that are not certain are Inne informacje, with what they might be."""
    candidates = sorted(_candidates(columns, money), key=lambda found: (-found.sure, found.column.index))
    chosen: dict[int, _Candidate] = {}
    used: set[str] = set()
    for found in candidates:
        if found.sure >= SURE and found.column.index not in chosen and found.field not in used:
            chosen[found.column.index] = found
            used |= {found.field} - {OTHER.word.pl}
    _booked(chosen)
    return tuple(
        _guess(column, chosen.get(column.index), candidates, widths[column.index] if widths else None)
        for column in columns.all
    )


def _booked(chosen: dict[int, _Candidate]) -> None:
    """Of two dates the day of booking is that of the line: the reader takes the first that the row has."""
    found = {each.field: each for each in chosen.values() if each.field in _DATES}
    if set(found) == {"Data waluty"}:
        given = found["Data waluty"]
        chosen[given.column.index] = _Candidate(given.column, "Data dokumentu", 80, _ONLY_DATE)
    if "Data księgowania" in found and "Data operacji" in found:
        column = found["Data operacji"].column
        chosen[column.index] = _Candidate(column, OTHER.word.pl, 90, _NOT_BOOKED, _CHOOSE_DATE)


_ONLY_DATE = Wording("jedyna data w wierszu; import jej wymaga (002:1434)", "the only date; an import needs it")
_NOT_BOOKED = Wording(
    "data operacji, a jest też data księgowania", "the day of the operation; there is that of booking"
)
_CHOOSE_DATE = Wording(
    "Datą zapisu będzie data księgowania; jeśli ma być data operacji, zamień te dwa pola miejscami.",
    "The date of the line is that of booking; if it should be this one, change the two fields.",
)


def _guess(
    column: Column, chosen: _Candidate | None, candidates: Sequence[_Candidate], width: int | None
) -> ColumnGuess:
    number = column.index + 1
    if chosen and chosen.field != OTHER.word.pl:
        field = field_named(chosen.field)
        full = len(column.filled) == len(column.texts)
        required = chosen.field in (*_DATES[:3], "Kwota płatności") and full
        return ColumnGuess(
            number, column.title, field, column.quoted, chosen.sure, chosen.why, chosen.check, width, required=required
        )
    why, check = _ignored(column, chosen, [found for found in candidates if found.column is column])
    sure = chosen.sure if chosen else 100 if column.kind is Kind.EMPTY else 30
    return ColumnGuess(number, column.title, OTHER, column.quoted, sure, why, check, width)


def _ignored(
    column: Column, chosen: _Candidate | None, candidates: Sequence[_Candidate]
) -> tuple[Wording, Wording | None]:
    """Why a column is passed over, and what it might be."""
    if chosen:
        return chosen.why, chosen.check
    match column.kind:
        case Kind.EMPTY:
            return Wording("pusta we wszystkich wierszach", "empty in all rows"), None
        case Kind.TIME:
            return Wording("data z godziną, której formaty nie czytają", "a date with time, which is not read"), None
        case Kind.OTHER_DATE:
            return _OTHER_MASK, None
        case Kind.ODD_AMOUNT:
            return _ODD, Wording("Wybierz w banku plik z samymi liczbami.", "Choose a file with bare numbers.")
    if column.constant:
        text = column.texts[0][:30]
        return Wording(f"we wszystkich wierszach „{text}”", f"'{text}' in all rows"), None
    if candidates:
        word = field_named(candidates[0].field).word
        return (
            Wording("znaczenie niepewne albo pole już zajęte", "uncertain, or the field is taken already"),
            Wording(f"Może to być {word.pl}: {candidates[0].why.pl}.", f"It may be {word.en}: {candidates[0].why.en}."),
        )
    return Wording("nie wiadomo, co znaczy", "its meaning is not known"), _LOOK


_OTHER_MASK = Wording("data inną maską niż pozostałe; format ma jedną", "a date by another mask; a format has only one")
_ODD = Wording(
    "kwota z walutą albo znakiem za liczbą, której formaty nie czytają",
    "an amount with a currency or a sign behind it, which is not read",
)
_LOOK = Wording("Zobacz w opisie banku, co to jest.", "See in the bank's description what it is.")


def _candidates(columns: Columns, money: Money) -> Iterator[_Candidate]:
    """Every field that a column may be; what name and contents both say is more certain."""
    for column in columns.all:
        by_contents = {found.field: found for found in _by_contents(column, columns, money)}
        named = by_title(column.title)
        if named and _allowed(named[0], column, money):
            field, sure = named
            sure = min(sure, 60) if column.kind is Kind.EMPTY else sure
            why = Wording("nazwa kolumny", "name of the column")
            other = by_contents.pop(field, None)
            if other:
                sure = 100 - (100 - sure) * (100 - other.sure) // 100
                why = Wording(f"{why.pl}; {other.why.pl}", f"{why.en}; {other.why.en}")
            yield _Candidate(column, field, sure, why, other.check if other and sure < 90 else None)
            if field in ("Tytuł przelewu", "Nazwa operacji") and column.kind is Kind.TEXT:
                yield _Candidate(column, "Opis do banku", sure - 20, why)
        yield from by_contents.values()


def _allowed(field: str, column: Column, money: Money) -> bool:
    """Whether the contents of a column do not contradict its name; amounts are settled by `money` alone."""
    kind = column.kind
    if field == OTHER.word.pl:
        return True
    if field in (*_MONEY[:3], "Strona operacji"):
        return False
    shape = field_named(field).shape
    if field == "Saldo po operacji":
        used = (money.movement.amount, money.movement.debit, money.movement.credit)
        return kind in (Kind.AMOUNT, Kind.WHOLE) and column not in used
    if kind is Kind.EMPTY:
        return True
    match shape:
        case Shape.DATE:
            return kind is Kind.DATE
        case Shape.AMOUNT | Shape.VAT_AMOUNT:
            return kind in (Kind.AMOUNT, Kind.WHOLE)
        case Shape.ACCOUNT:
            return kind is Kind.ACCOUNT or any(map(account_in, column.filled))
    if field == "Waluta":
        return kind is Kind.CURRENCY
    return kind not in (Kind.DATE, Kind.TIME, Kind.OTHER_DATE, Kind.AMOUNT, Kind.ODD_AMOUNT)


def _by_contents(column: Column, columns: Columns, money: Money) -> Iterator[_Candidate]:
    """The fields that the contents of a column speak for."""
    yield from _money(column, money)
    match column.kind:
        case Kind.DATE:
            yield from _dates(column, columns)
        case Kind.ACCOUNT:
            yield _changing_sides(column, columns) or _account(column, columns)
        case Kind.TAX_ID if not column.constant:
            yield _Candidate(column, "NIP podmiotu", 85, Wording("NIP-y z dobrą cyfrą kontrolną", "NIPs that check"))
        case Kind.CURRENCY:
            yield _Candidate(column, "Waluta", 90, Wording("kody walut", "codes of currencies"))
        case Kind.TEXT:
            yield from _texts(column, columns)


def _money(column: Column, money: Money) -> Iterator[_Candidate]:
    movement, running = money.movement, money.running
    roles = (
        (movement.amount, "Kwota płatności"), (movement.debit, "Kwota obciążenia"), (movement.credit, "Kwota uznania"),
        (movement.side, "Strona operacji"),
    )  # fmt: skip
    for role, field in roles:
        if role is column:
            yield _Candidate(column, field, max(money.sure, SURE), money.why, money.check)
    if running and running.balance is column:
        why = Wording(
            f"suma narastająca kwot: zgadza się w {running.fits} z {running.steps} wierszy",
            f"the running sum of the amounts, in {running.fits} of {running.steps} rows",
        )
        yield _Candidate(column, "Saldo po operacji", 99 if running.certain else 80, why)


def _dates(column: Column, columns: Columns) -> Iterator[_Candidate]:
    found = columns.of(Kind.DATE)
    if len(found) == 1:
        yield _Candidate(column, "Data dokumentu", 80, _ONLY_DATE)
    elif column is found[0]:
        why = Wording("pierwsza data w wierszu", "the first date of the row")
        check = Wording(
            "Sprawdź, czy to data operacji, czy księgowania.", "Is it the day of the operation or of booking?"
        )
        yield _Candidate(column, "Data operacji", 60, why, check)
    elif column is found[1]:
        why = Wording("druga data w wierszu", "the second date of the row")
        check = Wording("Sprawdź, czy to data waluty, czy księgowania.", "Is it the value date or that of booking?")
        yield _Candidate(column, "Data waluty", 50, why, check)


def _changing_sides(column: Column, columns: Columns) -> _Candidate | None:
    """A column of payers or payees: one account is in every line, now here, now in the other column."""
    for other in columns.of(Kind.ACCOUNT):
        pairs = [{account_in(one), account_in(two)} for one, two in zip(column.texts, other.texts, strict=True)]
        own = set.intersection(*pairs) - {""}
        apart = other is not column and not column.constant and not other.constant
        if own and apart and len(column.texts) > 1:
            return _Candidate(column, OTHER.word.pl, 100, _SENDERS, _NO_SENDERS)
    return None


_SENDERS = Wording("raz rachunek własny, raz podmiotu, zależnie od strony", "now the own account, now the party's")
_NO_SENDERS = Wording(
    "Formatem nie da się wybrać rachunku podmiotu z kolumn nadawcy i odbiorcy: podmioty poznaje się po nazwie.",
    "A format cannot choose the party's account out of columns of payer and payee: parties are known by their names.",
)


def _account(column: Column, columns: Columns) -> _Candidate:
    others = [each for each in columns.of(Kind.ACCOUNT) if each is not column]
    if column.constant and (len(column.texts) > 2 or any(not each.constant for each in others)):
        why = Wording("ten sam NRB we wszystkich wierszach", "the same NRB in all rows")
        return _Candidate(column, "Pełny numer rachunku własnego", 85, why)
    right = sum(bool(account_in(text)) for text in column.filled)
    why = Wording(
        f"numery rachunków, {right} z {len(column.filled)} z dobrymi cyframi kontrolnymi",
        f"account numbers, {right} of {len(column.filled)} with the right check digits",
    )
    sure = 90 if column.distinct > 1 else 65
    most = max((each.distinct for each in others), default=0)
    return _Candidate(column, "Pełny numer rachunku podmiotu", sure if column.distinct >= most else 40, why)


def _texts(column: Column, columns: Columns) -> Iterator[_Candidate]:
    """Texts: names, kinds of operations, titles, addresses, references."""
    names = _share(column, _COMPANY) + _whole_share(column, _PERSON) / 2
    if names >= 0.3:
        why = Wording("nazwy firm i osób", "names of companies and persons")
        yield _Candidate(column, "Nazwa podmiotu", min(80, 55 + int(30 * names)), why)
    operations = sum(bool(_OPERATION.match(text)) for text in column.filled) / max(len(column.filled), 1)
    if (
        operations > 0.6
        and (column.distinct * 2 <= len(column.filled) or len(column.filled) < 4)
        and column.length < 40
    ):
        why = Wording("powtarzające się rodzaje operacji", "kinds of operations that come again")
        yield _Candidate(column, "Nazwa operacji", 60, why)
    if _share(column, _ADDRESS) > 0.5 and names < 0.5:
        yield _Candidate(column, "Adres podmiotu", 65, Wording("kody pocztowe i ulice", "postcodes and streets"))
    if column.distinct == len(column.filled) > 1 and _whole_share(column, _REFERENCE) > 0.95:
        why = Wording("w każdym wierszu inny numer bez spacji", "another number without blanks in every row")
        yield _Candidate(column, "Referencja banku", 52, why)
    texts = [each for each in columns.of(Kind.TEXT) if not each.constant]
    longest = max(texts, key=lambda each: (each.length * each.distinct, each.index), default=None)
    titles = _share(column, _TITLE)
    if column is longest or titles > 0.3:
        why = Wording("najdłuższy swobodny tekst", "the longest free text")
        if titles > 0.3:
            why = Wording("słowa tytułów przelewów", "words of titles")
        yield _Candidate(column, "Tytuł przelewu", min(75, 55 + int(20 * titles) + 5 * (column is longest)), why)


def _share(column: Column, pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.search(text)) for text in column.filled) / max(len(column.filled), 1)


def _whole_share(column: Column, pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.fullmatch(text)) for text in column.filled) / max(len(column.filled), 1)
