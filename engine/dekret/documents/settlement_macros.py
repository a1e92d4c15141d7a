"""Macros of settlements: compensations and exchange differences. The settlement is the document itself."""

from __future__ import annotations

from decimal import Decimal

from dekret.documents.macros import DATE, NUMBER, PARTY_KINDS, TEXT, Macro, Of, Scope
from dekret.values.rounding import ZERO

_header = Of(Scope.DOCUMENT)
_LEFT = ("rozliczanego (lewego)", "of the left document")
_RIGHT = ("rozliczającego (prawego)", "of the right document")


def _none(_document: object, _part: object) -> Decimal:
    """An exchange difference has no amount in the foreign currency."""
    return ZERO


SETTLEMENT: tuple[Macro, ...] = (
    _header(
        "@TypRozl",
        TEXT,
        lambda d, _: d.kinds,
        "rodzaj rozliczenia LEWY-PRAWY: FZ-FS, FZ-KW, FSK-FS …",
        "kind of settlement LEFT-RIGHT: FZ-FS, FZ-KW, FSK-FS …",
    ),
    _header(
        "@KwotaRoz1",
        NUMBER,
        lambda d, _: d.left.pln,
        f"kwota rozliczona dokumentu {_LEFT[0]}",
        f"settled amount {_LEFT[1]}",
        foreign=lambda d, _: d.left.amount,
    ),
    _header(
        "@KwotaRoz2",
        NUMBER,
        lambda d, _: d.right.pln,
        f"kwota rozliczona dokumentu {_RIGHT[0]}",
        f"settled amount {_RIGHT[1]}",
        foreign=lambda d, _: d.right.amount,
    ),
    _header(
        "@RoznicaPlus",
        NUMBER,
        lambda d, _: max(d.difference, ZERO),
        "dodatnia różnica kursowa, w PLN; inaczej zero",
        "positive exchange difference in PLN, else zero",
        foreign=_none,
    ),
    _header(
        "@RoznicaMinus",
        NUMBER,
        lambda d, _: max(-d.difference, ZERO),
        "ujemna różnica kursowa bez znaku, w PLN; inaczej zero",
        "negative exchange difference without its sign, in PLN, else zero",
        foreign=_none,
    ),
    _header("@Dokument", TEXT, lambda d, _: d.number, "numer rozliczenia", "number of the settlement"),
    _header("@NumerPelny", TEXT, lambda d, _: d.number, "numer rozliczenia", "number of the settlement"),
    _header("@Dokument1", TEXT, lambda d, _: d.left.number, f"numer dokumentu {_LEFT[0]}", f"number {_LEFT[1]}"),
    _header("@Dokument2", TEXT, lambda d, _: d.right.number, f"numer dokumentu {_RIGHT[0]}", f"number {_RIGHT[1]}"),
    _header("@TypDokumentu1", TEXT, lambda d, _: d.left.kind, f"rodzaj dokumentu {_LEFT[0]}", f"kind {_LEFT[1]}"),
    _header("@TypDokumentu2", TEXT, lambda d, _: d.right.kind, f"rodzaj dokumentu {_RIGHT[0]}", f"kind {_RIGHT[1]}"),
    _header("@Opis", TEXT, lambda d, _: d.description, "opis rozliczenia", "description of the settlement"),
    _header("@DataOperacji", DATE, lambda d, _: d.date, "data rozliczenia", "date of the settlement"),
    _header("@DataRozliczenia", DATE, lambda d, _: d.date, "data rozliczenia", "date of the settlement"),
    _header("@Waluta", TEXT, lambda d, _: d.currency, "waluta rozliczenia", "currency of the settlement"),
    _header("@RozliczenieWaluta", TEXT, lambda d, _: d.currency, "waluta rozliczenia", "currency of the settlement"),
    *(
        macro
        for suffix, side, whose in (("", "left", _LEFT), ("2", "right", _RIGHT))
        for macro in (
            _header(
                f"@KodPodmiotu{suffix}",
                TEXT,
                lambda d, _, side=side: getattr(d, side).party.code,
                f"kod podmiotu dokumentu {whose[0]}",
                f"code of the party {whose[1]}",
            ),
            _header(
                f"@NazwaPodmiotu{suffix}",
                TEXT,
                lambda d, _, side=side: getattr(d, side).party.name,
                f"nazwa podmiotu dokumentu {whose[0]}",
                f"name of the party {whose[1]}",
            ),
            _header(
                f"@TypPodmiotu{suffix}",
                TEXT,
                lambda d, _, side=side: PARTY_KINDS[getattr(d, side).party.kind],
                f"rodzaj podmiotu dokumentu {whose[0]}",
                f"kind of the party {whose[1]}",
            ),
        )
    ),
)
