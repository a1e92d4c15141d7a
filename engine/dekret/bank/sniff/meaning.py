"""What the columns mean: by their names and by their contents, each field given to the column that fits it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dekret.bank.field import Shape
from dekret.bank.fields import OTHER, field_named
from dekret.bank.sniff.cells import account_in
from dekret.bank.sniff.columns import Column, Columns, Kind
from dekret.bank.sniff.contents import ONLY_DATE, Candidate, by_contents
from dekret.bank.sniff.movement import Money
from dekret.bank.sniff.proposal import SURE, ColumnGuess
from dekret.bank.sniff.titles import by_title
from dekret.text.wording import Wording

_DATES = ("Data księgowania", "Data operacji", "Data dokumentu", "Data waluty")
_MONEY = ("Kwota płatności", "Kwota obciążenia", "Kwota uznania", "Saldo po operacji")


def meanings(columns: Columns, money: Money, widths: Sequence[int] = ()) -> tuple[ColumnGuess, ...]:
    """The meaning of every column; those that are not certain are Inne informacje, with what they might be."""
    candidates = sorted(_candidates(columns, money), key=lambda found: (-found.sure, found.column.index))
    chosen: dict[int, Candidate] = {}
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


def _booked(chosen: dict[int, Candidate]) -> None:
    """Of two dates the day of booking is that of the line: the reader takes the first that the row has."""
    found = {each.field: each for each in chosen.values() if each.field in _DATES}
    if set(found) == {"Data waluty"}:
        given = found["Data waluty"]
        chosen[given.column.index] = Candidate(given.column, "Data dokumentu", 80, ONLY_DATE)
    if "Data księgowania" in found and "Data operacji" in found:
        column = found["Data operacji"].column
        chosen[column.index] = Candidate(column, OTHER.word.pl, 90, _NOT_BOOKED, _CHOOSE_DATE)


_NOT_BOOKED = Wording(
    "data operacji, a jest też data księgowania", "the day of the operation; there is that of booking"
)
_CHOOSE_DATE = Wording(
    "Datą zapisu będzie data księgowania; jeśli ma być data operacji, zamień te dwa pola miejscami.",
    "The date of the line is that of booking; if it should be this one, change the two fields.",
)


def _guess(column: Column, chosen: Candidate | None, candidates: Sequence[Candidate], width: int | None) -> ColumnGuess:
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
    column: Column, chosen: Candidate | None, candidates: Sequence[Candidate]
) -> tuple[Wording, Wording | None]:
    """Why a column is passed over, and what it might be."""
    if chosen:
        return chosen.why, chosen.check
    match column.kind:
        case Kind.EMPTY:
            return Wording("pusta we wszystkich wierszach", "empty in all rows"), None
        case Kind.TIME:
            return Wording(
                "data z godziną zapisaną tak, że jej się nie odczyta", "a date with a time that is not read"
            ), None
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
    "kwota ze znakiem albo literami za liczbą, której formaty nie czytają",
    "an amount with a sign or letters behind it, which is not read",
)
_LOOK = Wording("Zobacz w opisie banku, co to jest.", "See in the bank's description what it is.")


def _candidates(columns: Columns, money: Money) -> Iterator[Candidate]:
    """Every field that a column may be; what name and contents both say is more certain."""
    for column in columns.all:
        contents = {found.field: found for found in by_contents(column, columns, money)}
        named = by_title(column.title)
        if named and _allowed(named[0], column, money):
            field, sure = named
            sure = min(sure, 60) if column.kind is Kind.EMPTY else sure
            why = Wording("nazwa kolumny", "name of the column")
            other = contents.pop(field, None)
            if other:
                sure = 100 - (100 - sure) * (100 - other.sure) // 100
                why = Wording(f"{why.pl}; {other.why.pl}", f"{why.en}; {other.why.en}")
            yield Candidate(column, field, sure, why, other.check if other and sure < 90 else None)
            if field in ("Tytuł przelewu", "Nazwa operacji") and column.kind is Kind.TEXT:
                yield Candidate(column, "Opis do banku", sure - 20, why)
        yield from contents.values()


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
