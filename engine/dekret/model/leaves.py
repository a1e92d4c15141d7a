"""The fields of a record as keys or columns written by hand: named by their Polish titles, filled with Polish words.

A field of a record within another is named by both titles: `Podmiot NIP`; the title alone, `Podmiot`, is its code.
The English name of each is its way through the JSON: `party.tax_id`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

from dekret.model.base import Record
from dekret.model.faults import Shape, fields_of, required_of, shape_of
from dekret.model.parties import Category
from dekret.syntax import cells
from dekret.syntax.schema import CellKind, Field, Word
from dekret.text.wording import Wording

_POLISH: Mapping[str, tuple[str, ...]] = {
    "contractor": ("kontrahent",),
    "employee": ("pracownik",),
    "office": ("urząd",),
    "bank": ("bank",),
    "partner": ("wspólnik",),
    "ordinary": ("zwykła",),
    "advance": ("zaliczkowa",),
    "final": ("końcowa", "finalna"),
    "in": ("przychód", "KP"),
    "out": ("rozchód", "KW"),
    "yes": ("tak",),
    "no": ("nie",),
    "conditional": ("warunkowo",),
    "goods": ("towar",),
    "service": ("usługa",),
    "draft": ("bufor",),
    "approved": ("do realizacji", "zatwierdzone do realizacji"),
    "sent": ("wysłane",),
    "tax": ("US",),
    "zus": ("ZUS",),
    "mpp": ("MPP",),
    "sepa": ("SEPA",),
    "foreign": ("zagraniczny",),
    "direct_debit": ("polecenie zapłaty",),
    "partly": ("częściowo",),
    "wholly": ("całkowicie",),
    "exempt": ("nie podlega",),
    "normal": ("normalny",),
    "high": ("wysoki", "pilny"),
    "net": ("netto",),
    "gross": ("brutto",),
    "travel": ("biura podróży",),
    "used_goods": ("towary używane",),
    "art": ("dzieła sztuki",),
    "antiques": ("przedmioty kolekcjonerskie i antyki",),
    "quantity": ("ilości",),
    "value": ("wartości",),
    "rate": ("stawki VAT",),
    "data": ("danych",),
    "collective": ("zbiorcza", "rabat"),
    "exchange_rate": ("kursu",),
    "open": ("niezrealizowane",),
    "done": ("zrealizowane",),
    "closed": ("zamknięte",),
    "cancelled": ("anulowane",),
    "domestic": ("krajowa", "krajowy"),
    "eu": ("wewnątrzunijna", "wewnątrzunijny"),
    "triangular": ("wewnątrzunijna trójstronna", "trójstronna"),
    "outside": ("pozaunijna", "pozaunijny"),
    "outside_refund": ("pozaunijna zwrot VAT", "pozaunijna – zwrot VAT"),
    **{code: (code,) for code in ("OUR", "SHA", "BEN", "N", "R", "P", "1", "2", "3")},
}
"""Words of fields that hold one of a few; the English ones are those of JSON."""
_POLISH_OF: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Rodzaj przelewu", "ordinary"): ("zwykły",),
    ("Rozliczone", "no"): ("nierozliczone",),
    ("Status", "partly"): ("zrealizowane częściowo",),
    ("Typ transportu", "10"): ("morski",),
    ("Typ transportu", "20"): ("kolejowy",),
    ("Typ transportu", "30"): ("drogowy",),
    ("Typ transportu", "40"): ("lotniczy",),
    ("Typ transportu", "60"): ("łączony",),
}
"""By the title of their field those words that mean another thing there."""
_FORMER: Mapping[str, tuple[str, ...]] = {"Należność ogółem": ("Do zapłaty według dokumentu",)}
"""What titles of fields were before, which files of users may still say."""
DIMENSIONS = "dimensions"


def polish_words(title: str, word: str) -> tuple[str, ...]:
    """How the word of a field of JSON is written in Polish.

    >>> polish_words("Rodzaj przelewu", "tax"), polish_words("Numer", "7/2026")
    (('US',), ())
    """
    return _POLISH_OF.get((title, word)) or _POLISH.get(word, ())


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A key or column, and where its value goes in the data of a record."""

    field: Field[object]
    path: tuple[str, ...]
    separator: str = ""
    """What stands between the values of a field that holds several."""
    money: bool = False


def leaves_of(
    model: type[Record], path: tuple[str, ...] = (), title: str = "", *, separator: str = ","
) -> Iterator[Leaf]:
    """The fields of a record that a key or a cell can hold; several values of one are parted by the separator."""
    for name, shape in fields_of(model).items():
        if shape.extra.get("read_only"):
            continue
        inner = _meant(shape)
        plain = inner.plain
        words = f"{title} {shape.title}".strip()
        here = (*path, name)
        if isinstance(plain, type) and issubclass(plain, Record):
            short = _short(plain)
            if short is not None:
                short = here if plain is Category else (*here, *short)
                yield _leaf(words, short, cells.TEXT, also=_written_out(words, plain, short))
            yield from (leaf for leaf in leaves_of(plain, here, words, separator=separator) if leaf.path != short)
        elif get_origin(plain) is tuple:
            if shape_of(get_args(plain)[0]).plain is str:
                yield _leaf(words, here, cells.TEXT, separator=separator)
        elif name == DIMENSIONS:
            yield _leaf(words, here, cells.TEXT)
        else:
            money = inner.extra.get("fault") == "places"
            also = tuple(f"{title} {each}".strip() for each in _FORMER.get(shape.title, ()))
            yield Leaf(_field(words, here, _kind(plain, shape.title, is_money=money), also), here, money=money)


def _meant(shape: Shape) -> Shape:
    """The type that is meant where None may stand, too; a category, of which the code may stand for the whole."""
    if get_origin(shape.plain) not in (Union, UnionType):
        return shape
    options = [shape_of(option) for option in get_args(shape.plain)]
    known = [option for option in options if option.plain is not NoneType]
    return next((option for option in known if option.plain is Category), known[0])


def _short(model: type[Record]) -> tuple[str, ...] | None:
    """The field within a record that the title of the record alone stands for; None where there is none such.

    That is its code, else its first field where that is a text it needs, such as a number.
    """
    fields = fields_of(model)
    name = "code" if "code" in fields else next(iter(fields))
    return (name,) if name == "code" or (name in required_of(model) and fields[name].plain is str) else None


def _written_out(title: str, model: type[Record], path: tuple[str, ...]) -> tuple[str, ...]:
    """The whole name of a field that has a short one: `Podmiot Kod`."""
    inner = fields_of(model).get(path[-1])
    return (f"{title} {inner.title}",) if inner else ()


def _leaf(
    title: str, path: tuple[str, ...], kind: CellKind[object], *, separator: str = "", also: tuple[str, ...] = ()
) -> Leaf:
    return Leaf(_field(title, path, kind, also), path, separator)


def _field(title: str, path: tuple[str, ...], kind: CellKind[object], also: tuple[str, ...] = ()) -> Field[object]:
    return Field(Word(title, ".".join(path), also), kind, Wording(title, ".".join(path)))


def _kind(plain: object, title: str, *, is_money: bool) -> CellKind[object]:
    if plain is Decimal:
        return cells.MONEY if is_money else cells.AMOUNT
    if plain is dt.date:
        return cells.DATE
    if plain is bool:
        return cells.FLAG
    if plain is int:
        return cells.WHOLE
    if get_origin(plain) is Literal:
        polish = {word: _POLISH_OF.get((title, word)) or _POLISH[word] for word in get_args(plain)}
        words = {Word(forms[0], word, forms[1:]): word for word, forms in polish.items()}
        return cells.choice(Wording("jedno ze słów", "one of the words"), words)
    return cells.TEXT


def put(data: dict[str, object], leaf: Leaf, value: object) -> None:
    """Sets what a key or cell holds in the data of a record, as JSON would have it."""
    within = data
    for step in leaf.path[:-1]:
        below = within.get(step)
        found: dict[str, object] = below if isinstance(below, dict) else {"code": below} if below else {}
        within[step] = found
        within = found
    within[leaf.path[-1]] = _json_value(value, leaf)


def _json_value(value: object, leaf: Leaf) -> object:
    if leaf.path[-1] == DIMENSIONS:
        pairs = (pair.partition("=") for pair in str(value).split(","))
        return {name.strip(): code.strip() for name, _, code in pairs}
    if leaf.separator:
        return [part.strip() for part in str(value).split(leaf.separator)]
    return value.isoformat() if isinstance(value, dt.date) else value
