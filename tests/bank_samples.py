"""Samples of bank files, made in code for the tests of sniffing: the same lines in whatever shape. All is invented."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from dekret.bank.charsets import WINDOWS_1250, Charset
from dekret.bank.dates import read_mask
from dekret.bank.language import Form
from dekret.bank.numbers import amount_writer
from dekret.values.identifiers import nrb_of

TODAY = dt.date(2026, 3, 1)
OWN = nrb_of("1010000", f"{123456789012:016}")


@dataclass(frozen=True)
class Line:
    """What a line of a sample says."""

    date: dt.date
    amount: Decimal
    operation: str
    party: str
    account: str
    title: str


def _line(day, amount, operation, party, number, title):
    account = nrb_of("1140200", f"{number:016}") if number else ""
    return Line(dt.date(2026, 1, day), Decimal(amount), operation, party, account, title)


LINES = (
    _line(2, "1234.50", "przelew przychodzący", "Aloza sp. z o.o.", 1, "zapłata za FV 1/2026 zgodnie z umową, część 1"),
    _line(5, "-297.49", "przelew wychodzący", "Śnieżka i Wąsowski S.A.", 2, "FV/02/01/2026 za książki; reszta"),
    _line(7, "-2.50", "prowizja", "", 0, "opłata za przelew wychodzący w styczniu"),
    _line(13, "15000.00", "przelew przychodzący", "Hurtownia Dąb sp. j.", 3, "zwrot za środki trwałe, źródło: umowa 7"),
    _line(20, "-1000.00", "przelew wychodzący", "Jan Kowalski", 4, "wynagrodzenie za grudzień, część ostatnia"),
    _line(28, "-33.10", "przelew wychodzący", "Łódzka Spółdzielnia Żuraw", 5, "FV 33/01/2026 artykuły na święta"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """How a sample is written. `signs` is how money out is told: by a minus, a side, two columns."""

    separator: str = ";"
    delimiter: str = '"'
    charset: Charset = WINDOWS_1250
    mask: str = "RRRR-MM-DD"
    decimal: str = ","
    thousands: str = ""
    signs: str = "minus"
    header: str = "titles"
    balance: bool = True
    footer: bool = False
    newest_first: bool = False
    end: str = "\r\n"
    sides: tuple[str, str] = ("D", "C")

    def __str__(self):
        plain = Shape()
        names = [name for name in self.__slots__ if getattr(self, name) != getattr(plain, name)]
        said = {name: getattr(self, name) for name in names}
        return (
            ",".join(f"{name}={value.word.pl if name == 'charset' else value}" for name, value in said.items())
            or "usual"
        )


_TITLES = ("Data operacji", "Rodzaj operacji", "Nazwa kontrahenta", "Numer rachunku kontrahenta", "Tytuł")
_LONG = (("Historia rachunku",), ("Właściciel:", "Bursztyn sp. z o.o."), ("Rachunek:", OWN), ("Okres:", "styczeń"))


def sample(shape, lines=LINES):
    """The bytes of a sample."""
    data = shape.charset.encode(shape.end.join(rows(shape, lines)) + shape.end)
    assert data is not None
    return data


def rows(shape, lines=LINES):
    """The rows of a sample as texts."""
    written = []
    if shape.header == "long":
        written += [shape.separator.join(row) for row in _LONG]
    titles = [*_TITLES, *money_titles(shape)]
    if shape.header != "none":
        written.append(_row(titles, shape, quoted=False))
    balance, found = Decimal("1000.00"), []
    for line in lines:
        balance += line.amount
        found.append(_row(list(_cells(line, balance, shape)), shape, quoted=True))
    written += reversed(found) if shape.newest_first else found
    if shape.footer:
        written.append(shape.separator.join(["Saldo końcowe", _amount(balance, shape)]))
    return written


def money_titles(shape):
    own = {"minus": ["Kwota"], "side": ["Kwota", "Wn/Ma"], "pair": ["Obciążenia", "Uznania"]}[shape.signs]
    return [*own, *(["Saldo po operacji"] if shape.balance else [])]


def _cells(line, balance, shape):
    yield read_mask(shape.mask).value.write(line.date)
    yield from (line.operation, line.party, line.account, line.title)
    match shape.signs:
        case "minus":
            yield _amount(line.amount, shape)
        case "side":
            yield from (_amount(abs(line.amount), shape), shape.sides[line.amount > 0])
        case "pair":
            written = _amount(abs(line.amount), shape)
            yield from (written, "") if line.amount < 0 else ("", written)
    if shape.balance:
        yield _amount(balance, shape)


def _amount(amount, shape):
    return amount_writer(Form.TWO, shape.decimal, shape.thousands)(amount)


def _row(cells, shape, *, quoted):
    if not shape.delimiter:
        return shape.separator.join(cell.replace(shape.separator, "/") for cell in cells)
    texts = {3, 4} if quoted else set()
    kept = [cell.replace(shape.delimiter, "") for cell in cells]
    bare = [index not in texts and shape.separator not in cell for index, cell in enumerate(kept)]
    marks = ["" if each else shape.delimiter for each in bare]
    return shape.separator.join(f"{mark}{cell}{mark}" for mark, cell in zip(marks, kept, strict=True))
