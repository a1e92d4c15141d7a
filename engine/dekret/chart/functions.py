"""Functions of `{expressions}` (seeds/001:1832-1842), by names whose letter case is no matter."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Protocol

from dekret.chart.asked import query_of
from dekret.chart.computed import Computed, is_plain
from dekret.chart.literals import literal
from dekret.text.wording import Wording
from dekret.values.clarion import date_picture, day_number, day_of, number_picture


class Scope(Protocol):
    """What expressions may ask of the run."""

    @property
    def today(self) -> dt.date: ...

    @property
    def allowed(self) -> frozenset[str]:
        """The tables that queries of expressions may read, folded; all where there are none."""

    def application(self, name: str) -> str | None:
        """A variable of the application; None where there is none."""

    @property
    def untold(self) -> str | None:
        """What stands for an answer that nobody gives; None where that is refused."""

    def answer(self, query: str) -> str | None:
        """The first value that a query gives; None where there is no database."""

    def selection(self) -> Sequence[int] | None:
        """The identifiers of the records marked on a list; None where the list gives none."""

    def records(self) -> int | None:
        """The number of rows of the result; None before it is there."""

    def word(self, name: str) -> Computed | None:
        """What a bare word stands for: a variable of the application, in conditions of connections; else None."""


class Refusal(Exception):  # noqa: N818 - says that a value is refused; no error of the program
    """An argument that a function cannot take, in words."""

    def __init__(self, pl: str, en: str) -> None:
        super().__init__(pl)
        self.reason = Wording(pl, en)


Arguments = Sequence[Computed]


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments it takes, what it gives, and an example with its value on 2026-03-31."""

    name: str
    least: int
    most: int
    doc: Wording
    example: tuple[str, str]
    run: Callable[[Arguments, Scope], Computed]


def number_of(given: Computed) -> Decimal:
    """A number: numbers in texts count, days are their Clarion numbers."""
    match given.value:
        case bool():
            return Decimal(int(given.value))
        case Decimal():
            return given.value
        case dt.date():
            return Decimal(day_number(given.value))
        case None:
            return Decimal(0)
        case str():
            try:
                found = Decimal(given.value.strip().replace(",", ".") or "0")
            except ArithmeticError:
                found = Decimal("NaN")
            if is_plain(found):
                return found
    raise Refusal(f"„{given.text}” to nie liczba", f"'{given.text}' is no number")


def day_value(given: Computed) -> dt.date:
    """A day: also a Clarion day number, and a text 2026-01-31."""
    match given.value:
        case dt.date():
            return given.value
        case str():
            picture = date_picture("D17")
            assert picture
            found = picture.read(given.value)
        case _:
            number = number_of(given)
            found = day_of(int(number)) if number == number.to_integral_value() else None
    if found is None:
        raise Refusal(f"„{given.text}” to nie data", f"'{given.text}' is no date")
    return found


def _foreign(arguments: Arguments) -> bool:
    return any(argument.foreign for argument in arguments)


def _today(_: Arguments, scope: Scope) -> Computed:
    return Computed(scope.today)


def _date(arguments: Arguments, _: Scope) -> Computed:
    month, day, year = (int(number_of(argument)) for argument in arguments)
    months = year * 12 + month - 1
    if not 1 <= months // 12 <= 9998:
        raise Refusal(f"nie ma roku {year}", f"there is no year {year}")
    first = dt.date(months // 12, months % 12 + 1, 1)
    if abs(day) > 100_000:
        raise Refusal(f"nie ma dnia {day}", f"there is no day {day}")
    return Computed(first + dt.timedelta(days=day - 1), _foreign(arguments))


def _part(part: str) -> Callable[[Arguments, Scope], Computed]:
    def run(arguments: Arguments, _: Scope) -> Computed:
        return Computed(Decimal(getattr(day_value(arguments[0]), part)), _foreign(arguments))

    return run


def _period(arguments: Arguments, scope: Scope) -> tuple[dt.date, dt.date]:
    """The first day of the period meant, and that of the next one."""
    day = scope.today
    match arguments[0].text.strip().casefold():
        case "m":
            first = day.replace(day=1)
            return first, (first + dt.timedelta(days=31)).replace(day=1)
        case "y" | "r":
            first = day.replace(month=1, day=1)
            return first, first.replace(year=first.year + 1)
        case other:
            raise Refusal(f"okres to 'm' albo 'y', nie „{other}”", f"a period is 'm' or 'y', not '{other}'")


def _first_day(arguments: Arguments, scope: Scope) -> Computed:
    return Computed(_period(arguments, scope)[0])


def _last_day(arguments: Arguments, scope: Scope) -> Computed:
    return Computed(_period(arguments, scope)[1] - dt.timedelta(days=1))


def _date_sql(arguments: Arguments, _: Scope) -> Computed:
    return Computed(literal(day_value(arguments[0])))


def _choose(arguments: Arguments, _: Scope) -> Computed:
    """Clarion's CHOOSE: by a condition the first or the second, by a number that one; beyond them the last."""
    index, *options = arguments
    if isinstance(index.value, bool):
        return options[0] if index.value or len(options) == 1 else options[1]
    place = int(number_of(index).to_integral_value(rounding=ROUND_DOWN))
    return options[place - 1] if 1 <= place <= len(options) else options[-1]


def _variable(name: str) -> Callable[[Arguments, Scope], Computed]:
    def run(_: Arguments, scope: Scope) -> Computed:
        found = scope.application(name)
        if found is None:
            raise Refusal(f"aplikacja nie podała wartości {name}", f"the application gave no value of {name}")
        digits = found.strip()
        return Computed(Decimal(digits) if digits.isascii() and digits.isdigit() else found, foreign=True)

    return run


def _asked(argument: Computed, scope: Scope) -> str | None:
    """The answer to a query; None where there is no database. Raises `Refusal` for one that may not be asked."""
    query = query_of(argument.pieces, scope.allowed)
    if isinstance(query, Wording):
        raise Refusal(query.pl, query.en)
    return scope.answer(query)


def _get_sql(arguments: Arguments, scope: Scope) -> Computed:
    found = _asked(arguments[0], scope)
    return arguments[1] if found is None else Computed(found, foreign=True)


def _q_get_sql(arguments: Arguments, scope: Scope) -> Computed:
    found = _asked(arguments[0], scope)
    found = scope.untold if found is None else found
    if found is None:
        raise Refusal("bez bazy nie ma odpowiedzi na zapytanie", "without a database the query has no answer")
    return Computed(found, foreign=True)


def _selection(arguments: Arguments, scope: Scope) -> Computed:
    """`column IN (1,2)`; nothing marked means no row, and a list that gives no marks all rows (seeds/001:2003-2018)."""
    column = arguments[0].text
    chosen = scope.selection()
    if chosen is None:
        return Computed("1=1")
    if not chosen:
        return Computed("1=0")
    return Computed(f"{column} IN ({','.join(str(int(each)) for each in chosen)})")


def _text(change: Callable[[str], str]) -> Callable[[Arguments, Scope], Computed]:
    def run(arguments: Arguments, _: Scope) -> Computed:
        return Computed(change(arguments[0].text), _foreign(arguments))

    return run


def _sub(arguments: Arguments, _: Scope) -> Computed:
    start = int(number_of(arguments[1]))
    length = int(number_of(arguments[2])) if len(arguments) > 2 else 1
    begin = max(start - 1, 0)
    return Computed(arguments[0].text[begin : begin + max(length, 0)], _foreign(arguments))


def _len(arguments: Arguments, _: Scope) -> Computed:
    return Computed(Decimal(len(arguments[0].text)), _foreign(arguments))


def _int(arguments: Arguments, _: Scope) -> Computed:
    return Computed(number_of(arguments[0]).to_integral_value(rounding=ROUND_DOWN), _foreign(arguments))


def _abs(arguments: Arguments, _: Scope) -> Computed:
    return Computed(abs(number_of(arguments[0])), _foreign(arguments))


def _round(arguments: Arguments, _: Scope) -> Computed:
    """To the nearest multiple of the second argument, as Clarion's ROUND(n, .01)."""
    value, order = number_of(arguments[0]), number_of(arguments[1])
    if order <= 0:
        raise Refusal("rząd zaokrąglenia musi być większy od zera", "the order of rounding has to be above zero")
    try:
        return Computed((value / order).quantize(Decimal(1), rounding=ROUND_HALF_UP) * order, _foreign(arguments))
    except ArithmeticError:
        raise Refusal("liczby są za duże", "the numbers are too large") from None


def _format(arguments: Arguments, _: Scope) -> Computed:
    written = arguments[1].text.strip().lstrip("@")
    if picture := date_picture(written):
        return Computed(picture.write(day_value(arguments[0])), _foreign(arguments))
    if numbers := number_picture(written):
        return Computed(numbers.write(number_of(arguments[0])), _foreign(arguments))
    raise Refusal(f"„{written}” to nie postać liczby ani daty", f"'{written}' is no picture of a number or a date")


FUNCTIONS: tuple[Function, ...] = (
    Function("Today", 0, 0, Wording("dzień bieżący", "the current day"), ("Today()", "2026-03-31"), _today),
    Function(
        "Date",
        3,
        3,
        Wording("data z miesiąca, dnia i roku", "a date of month, day and year"),
        ("Date(2, 1, 2026)", "2026-02-01"),
        _date,
    ),
    Function("Day", 1, 1, Wording("dzień miesiąca", "day of the month"), ("Day(Today())", "31"), _part("day")),
    Function("Month", 1, 1, Wording("numer miesiąca", "number of the month"), ("Month(Today())", "3"), _part("month")),
    Function("Year", 1, 1, Wording("rok", "year"), ("Year(Today())", "2026"), _part("year")),
    Function(
        "DateClwFirstDay",
        1,
        1,
        Wording("pierwszy dzień bieżącego miesiąca ('m') lub roku ('y')", "first day of the month ('m') or year ('y')"),
        ("DateClwFirstDay('y')", "2026-01-01"),
        _first_day,
    ),
    Function(
        "DateClwLastDay",
        1,
        1,
        Wording("ostatni dzień bieżącego miesiąca ('m') lub roku ('y')", "last day of the month ('m') or year ('y')"),
        ("DateClwLastDay('m')", "2026-03-31"),
        _last_day,
    ),
    Function(
        "DateSQL",
        1,
        1,
        Wording("data jako literał SQL", "a date as a literal of SQL"),
        ("DateSQL(Today())", "CONVERT(DATETIME,'2026-03-31',120)"),
        _date_sql,
    ),
    Function(
        "CHOOSE",
        2,
        250,
        Wording(
            "wartość o podanym numerze; poza zakresem ostatnia; przy warunku pierwsza albo druga",
            "the value of this number, beyond them the last; by a condition the first or the second",
        ),
        ("CHOOSE(2, 'a', 'b', 'c')", "b"),
        _choose,
    ),
    Function(
        "IF",
        3,
        3,
        Wording(
            "druga wartość, gdy warunek zachodzi, inaczej trzecia",
            "the second value if the condition holds, else the third",
        ),
        ("IF(Month(Today()) = 3, 'marzec', 'inny')", "marzec"),
        _choose,
    ),
    Function(
        "OperatorID",
        0,
        0,
        Wording("identyfikator operatora, od aplikacji", "identifier of the operator, from the application"),
        ("OperatorID()", "1"),
        _variable("OperatorID"),
    ),
    Function(
        "OPBK",
        0,
        0,
        Wording("bieżący okres obrachunkowy, od aplikacji", "the current accounting period, from the application"),
        ("OPBK()", "7"),
        _variable("OPBK"),
    ),
    Function(
        "GetSql",
        2,
        2,
        Wording(
            "pierwsza wartość, którą daje zapytanie; bez bazy wartość domyślna",
            "the first value that a query gives; without a database the default",
        ),
        ("GetSql('SELECT 1', 'brak')", "brak"),
        _get_sql,
    ),
    Function(
        "_QGetSQL",
        1,
        1,
        Wording("pierwsza wartość, którą daje zapytanie, w apostrofach", "the first value that a query gives, quoted"),
        ("_QGetSQL('SELECT 1')", ""),
        _q_get_sql,
    ),
    Function(
        "Zaznaczenia",
        2,
        2,
        Wording(
            "warunek na rekordy zaznaczone na liście: kolumna IN (…)",
            "a condition for the records marked on a list: column IN (…)",
        ),
        ("Zaznaczenia(Knt_KntID, 1)", "Knt_KntID IN (3,5)"),
        _selection,
    ),
    Function("Upper", 1, 1, Wording("wielkie litery", "capital letters"), ("Upper('abc')", "ABC"), _text(str.upper)),
    Function("Lower", 1, 1, Wording("małe litery", "small letters"), ("Lower('ABC')", "abc"), _text(str.lower)),
    Function(
        "Clip",
        1,
        1,
        Wording("bez spacji na końcu", "without blanks at the end"),
        ("Clip('a ')", "a"),
        _text(str.rstrip),
    ),
    Function(
        "Left",
        1,
        1,
        Wording("bez spacji na początku", "without blanks at the start"),
        ("Left(' a')", "a"),
        _text(str.lstrip),
    ),
    Function(
        "Sub",
        2,
        3,
        Wording("część tekstu od znaku o tym numerze", "part of a text from the character of this number"),
        ("Sub('202-2-1', 1, 3)", "202"),
        _sub,
    ),
    Function("Len", 1, 1, Wording("liczba znaków", "number of characters"), ("Len('abc')", "3"), _len),
    Function("Int", 1, 1, Wording("część całkowita", "whole part"), ("Int(2.7)", "2"), _int),
    Function("Abs", 1, 1, Wording("wartość bez znaku", "value without its sign"), ("Abs(-2)", "2"), _abs),
    Function(
        "Round",
        2,
        2,
        Wording("do wielokrotności drugiej liczby", "to a multiple of the second number"),
        ("Round(2.345, 0.01)", "2.35"),
        _round,
    ),
    Function(
        "Format",
        2,
        2,
        Wording("liczba lub data według postaci", "a number or date by a picture"),
        ("Format(Today(), 'D10-')", "2026-03-31"),
        _format,
    ),
)
"""All functions, for checker, evaluation, help and documentation."""
BY_NAME = {function.name.casefold(): function for function in FUNCTIONS}
