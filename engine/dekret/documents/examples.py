"""Example documents of every type, and how a macro is given a value on them.

What a scheme does is tried out on them before any document comes: every combination of the values that its conditions
speak of, on a document with one part of every kind.
"""

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from dekret.documents.macros import PARTY_KINDS
from dekret.documents.order_macros import STATUSES
from dekret.documents.trade_macros import CORRECTION_KINDS, MARGINS, TRANSACTIONS
from dekret.expr.kinds import Value

Data: TypeAlias = dict[str, object]
Step: TypeAlias = str | int

_KINDS = {"TAK": "advance", "FINALNA": "final", "NIE": "ordinary"}
_FLAGS: Mapping[str, object] = {"TAK": True, "NIE": False}
_PARTIES = {word: kind for kind, word in PARTY_KINDS.items()}


@dataclass(frozen=True, slots=True)
class Setter:
    """Where a macro reads its value on an example. `words` are all the values that it can have, if they are few."""

    path: tuple[Step, ...]
    words: Mapping[str, object] | None = None
    write: Callable[[Data, object], None] | None = None

    def set(self, data: Data, value: Value) -> bool:
        """Gives the macro a value; False where it cannot have it."""
        given: object = value
        if self.words is not None:
            word = next((word for word in self.words if word.casefold() == str(value).casefold()), None)
            if word is None:
                return False
            given = self.words[word]
        elif isinstance(value, Decimal):
            given = f"{value:.2f}"
        elif value is not None and not isinstance(value, str):
            given = value.isoformat()
        if self.write:
            self.write(data, given)
        else:
            _put(data, self.path, given)
        return True


def _put(data: object, path: tuple[Step, ...], value: object) -> None:
    *way, last = path
    for step in way:
        data = data[step]  # type: ignore[index]
    data[last] = value  # type: ignore[index]


def _currency(data: Data, value: object) -> None:
    data["currency"] = value
    if value != "PLN":
        data["exchange_rate"] = "4.25"


def _rounding(lines: str) -> Callable[[Data, object], None]:
    def write(data: Data, value: object) -> None:
        found = data[lines]
        assert isinstance(found, list)
        gross = sum((Decimal(line["net"]) + Decimal(line["vat"]) for line in found), Decimal(0))
        data["total"] = f"{gross + Decimal(str(value)):.2f}"

    return write


def _holder(data: Data, value: object) -> None:
    if value == "":
        data.pop("advance_holder", None)
        data.pop("employee_advances", None)
    else:
        data["advance_holder"] = {"code": "NOWAK", "kind": value}


def _deduction(data: Data, value: object) -> None:
    """Tax that is not deducted is part of the cost, which the analytic description then speaks of (004:381–390)."""
    _put(data, ("elements", 0, "deduction"), value)
    if value == "no":
        rows = data["analytic_rows"]
        assert isinstance(rows, list)
        rows[0] |= {"position": "cost:1", "amount": "123.00"}


def _kinds(data: Data, value: object) -> None:
    left, _, right = str(value).partition("-")
    _put(data, ("left", "kind"), left or "XX")
    _put(data, ("right", "kind"), right or "YY")


def _difference(sign: int) -> Callable[[Data, object], None]:
    def write(data: Data, value: object) -> None:
        difference = sign * Decimal(str(value))
        data["difference"] = f"{difference:.2f}"
        _put(data, ("left", "amount_pln"), f"{100 + difference:.2f}")
        _put(data, ("right", "amount_pln"), "100.00")

    return write


_PARTY = {
    "code": "ALOZA",
    "name": "Aloza sp. z o.o.",
    "tax_id": "6736819308",
    "country": "PL",
    "gln": "5900000000015",
}


def _category(number: int) -> Data:
    return {
        "code": f"KAT{number}",
        "general_code": "OGÓLNA",
        "description": "kategoria",
        "debit_account": f"40{number}",
        "credit_account": f"70{number}",
    }


def _line() -> Data:
    return {
        "rate": "23",
        "net": "100.00",
        "vat": "23.00",
        "category": _category(2),
        "category2": _category(3),
        "description": "pozycja",
    }


_INVOICE: Data = {
    "number": "PRZYKŁAD/1",
    "own_number": "REJ/1",
    "issue_date": "2026-03-05",
    "operation_date": "2026-03-05",
    "register_name": "REJ",
    "description": "opis",
    "party": dict(_PARTY),
    "category": _category(1),
    "category2": _category(4),
    "additional_amounts": [{"amount": "10.00", "debit_account": "501", "credit_account": "490", "description": "kd"}],
    "analytic_rows": [
        {
            "percent": "100",
            "amount": "100.00",
            "dimensions": {name: {"code": "E1", "account": "411"} for name in ("BUDOWY", "KONTA_4")},
        }
    ],
    "settled_advances": [{"number": "ZAL/1", "net": "40.00", "vat": "9.20", "gross": "49.20"}],
    "advance_holder": {"code": "NOWAK", "kind": "employee"},
    "employee_advances": [{"number": "KW/1", "amount": "50.00"}],
    "payments": [{"method": "przelew", "due_date": "2026-03-19", "amount": "123.00"}],
}
_GOODS: Data = {"code": "TOWAR1", "name": "Towar", "kind": "goods", "ean": "2900000000018"}
_ORDER: Data = {
    "number": "RO/1",
    "issue_date": "2026-03-05",
    "party": dict(_PARTY),
    "order_number": "Z/1",
    "description": "opis",
    "payments": [{"method": "przelew", "due_date": "2026-03-19"}],
    "positions": [{"goods": _GOODS, "quantity": "2", "price": "50.00"}],
}
_AWIZO: Data = {
    "number": "AW/1",
    "issue_date": "2026-03-05",
    "delivery_date": "2026-03-06",
    "party": dict(_PARTY),
    "receiver": dict(_PARTY),
    "supplier_code": "D-17",
    "positions": [{"goods": _GOODS, "quantity": "2", "order_number": "Z/1", "reservation": "RO/1"}],
    "packages": [{"number": 1, "type": "PALETA", "contents": [{"position": 1, "quantity": "2"}]}],
}
_PRICE_LIST: Data = {
    "number": "CENNIK/1",
    "issue_date": "2026-03-05",
    "party": dict(_PARTY),
    "price_group": "HURT",
    "positions": [{"goods": _GOODS, "price": "50.00"}],
}
EXAMPLES: Mapping[str, tuple[Data, ...]] = {
    "vat_purchase": ({**_INVOICE, "receipt_date": "2026-03-06", "elements": [_line()]},),
    "vat_sale": ({**_INVOICE, "elements": [_line()]},),
    "purchase_invoice": ({**_INVOICE, "receipt_date": "2026-03-06", "positions": [{**_line(), "goods": _GOODS}]},),
    "sale_invoice": ({**_INVOICE, "positions": [{**_line(), "goods": _GOODS}]},),
    "internal_sale": (
        {**_INVOICE, "source_numbers": ["FZ/1"], "positions": [{**_line(), "goods": _GOODS, "price": "50.00"}]},
    ),
    "cash_report": tuple(
        {
            "number": "RKB/1",
            "date": "2026-03-05",
            "register_name": "KASA",
            "account": "100",
            "description": "opis",
            "exchange_rate": "4.25",
            "entries": [
                {
                    "number": f"{word}/1",
                    "date": "2026-03-05",
                    "direction": direction,
                    "amount": "100.00",
                    "party": dict(_PARTY),
                    "contra_account": "201-1",
                    "description": "zapis",
                    "foreign_number": "OBCY/1",
                    "category": _category(2),
                    "additional_amounts": [{"amount": "10.00", "debit_account": "501", "credit_account": "490"}],
                }
            ],
        }
        for direction, word in (("in", "KP"), ("out", "KW"))
    ),
    "settlement": tuple(
        {
            "number": "ROZ/1",
            "date": "2026-03-05",
            "difference": difference,
            "description": "opis",
            "left": {
                "kind": "FZ",
                "number": "FZ/1",
                "party": dict(_PARTY),
                "amount": "100.00",
                "amount_pln": left,
                "category": _category(1),
            },
            "right": {
                "kind": "FS",
                "number": "FS/1",
                "party": {**_PARTY, "code": "KLON"},
                "amount": "100.00",
                "amount_pln": "100.00",
            },
        }
        for difference, left in (("5.00", "105.00"), ("-5.00", "95.00"))
    ),
    **dict.fromkeys(("customer_order", "supplier_order"), (_ORDER,)),
    "despatch_advice": (_AWIZO,),
    "price_list": (_PRICE_LIST,),
    "contractor": (
        {
            "number": "K_1",
            "issue_date": "2026-03-05",
            "party": {**_PARTY, "pesel": "90021512347"},
            "clients": [{**_PARTY, "code": "K_1", "pesel": "90021512347"}],
        },
    ),
}
"""Documents with one part of every kind, as JSON would have them."""


def examples(kind: str) -> tuple[Data, ...]:
    """Documents of a type: those without additional amounts first, then those with one part of every kind."""
    return (*(_bare(base) for base in EXAMPLES[kind]), *EXAMPLES[kind])


def _bare(base: Data) -> Data:
    bare = copy.deepcopy(base)
    bare.pop("additional_amounts", None)
    entries = bare.get("entries", [])
    assert isinstance(entries, list)
    for entry in entries:
        entry.pop("additional_amounts", None)
    return bare


def _category_code(data: Data, value: object) -> None:
    """A header without a code has no category at all."""
    if value == "":
        data.pop("category", None)
    else:
        _put(data, ("category", "code"), value)


_HEADER_SETTERS: Mapping[str, Setter] = {
    "@Dokument": Setter(("number",)),
    "@NumerPelny": Setter(("own_number",)),
    "@NumerKSeF": Setter(("ksef_number",)),
    "@Rejestr": Setter(("register_name",)),
    "@Opis": Setter(("description",)),
    "@KodPodmiotu": Setter(("party", "code")),
    "@NazwaPodmiotu": Setter(("party", "name")),
    "@NipPodmiotu": Setter(("party", "tax_id")),
    "@KrajPodmiotu": Setter(("party", "country")),
    "@TypPodmiotu": Setter(("party", "kind"), _PARTIES),
    "@TypZaliczkobiorcy": Setter((), {**_PARTIES, "": ""}, _holder),
    "@Waluta": Setter((), None, _currency),
    "@CzyZaliczkowa": Setter(("kind",), _KINDS),
    "@CzyKorekta": Setter(("correction",), _FLAGS),
    "@CzyMPP": Setter(("split_payment",), _FLAGS),
    "@DataWystawienia": Setter(("issue_date",)),
    "@DataOperacji": Setter(("operation_date",)),
    "@DataWplywu": Setter(("receipt_date",)),
    "@KategoriaNag": Setter((), None, _category_code),
    "@KategoriaOgolnaNag": Setter(("category", "general_code")),
    "@KatNagKontoWn": Setter(("category", "debit_account")),
    "@KatNagKontoMa": Setter(("category", "credit_account")),
    "@ZalNetto": Setter(("settled_advances", 0, "net")),
    "@GlnPodmiotu": Setter(("party", "gln")),
    "@PeselPodmiotu": Setter(("party", "pesel")),
    "@RodzajTransakcji": Setter(("party", "transaction"), {word: kind for kind, word in TRANSACTIONS.items()}),
    "@Naleznosc": Setter(("total",)),
    "@FormaPlatnosci": Setter(("payments", 0, "method")),
    "@TerminPlatnosci": Setter(("payments", 0, "due_date")),
    "@DataZaplaty": Setter(("payments", 0, "paid_date")),
    "@KwotaPlatnosci": Setter(("payments", 0, "amount")),
    "@RachunekPlatnosci": Setter(("payments", 0, "account")),
    "@Obciazenia": Setter(("charges",)),
    "@Odliczenia": Setter(("deductions",)),
}


def _lines(name: str, suffix: str) -> Mapping[str, Setter]:
    """Setters of the lines of an invoice: elements of a register, or positions."""
    at = (name, 0)
    return {
        f"@Kategoria{suffix}": Setter((*at, "category", "code")),
        f"@KategoriaOgolna{suffix}": Setter((*at, "category", "general_code")),
        f"@Kat{suffix}KontoWn": Setter((*at, "category", "debit_account")),
        f"@Kat{suffix}KontoMa": Setter((*at, "category", "credit_account")),
        "@Zaokraglenie": Setter((), None, _rounding(name)),
        "@StawkaPozycji": Setter((*at, "rate")),
        "@NettoPozycji": Setter((*at, "net")),
        "@VatPozycji": Setter((*at, "vat")),
        "@Netto": Setter((*at, "net")),
        "@Vat": Setter((*at, "vat")),
    }


_REGISTER: Mapping[str, Setter] = {
    **_HEADER_SETTERS,
    **_lines("elements", "Elem"),
    "@StawkaVat": Setter(("elements", 0, "rate")),
    "@OpisElem": Setter(("elements", 0, "description")),
    "@OdliczenieElem": Setter((), {"TAK": "yes", "NIE": "no", "WARUNKOWO": "conditional"}, _deduction),
}
_POSITIONS: Mapping[str, Setter] = {
    **_HEADER_SETTERS,
    **_lines("positions", "Poz"),
    "@PozStawkaVat": Setter(("positions", 0, "rate")),
    "@KodTowaru": Setter(("positions", 0, "goods", "code")),
    "@NazwaTowaru": Setter(("positions", 0, "goods", "name")),
    "@TypTowaru": Setter(("positions", 0, "goods", "kind"), {"towar": "goods", "usługa": "service"}),
    "@LiczonaOd": Setter(("algorithm",), {"netto": "net", "brutto": "gross"}),
    "@RodzajKorekty": Setter(("correction_kind",), {word: kind for kind, word in CORRECTION_KINDS.items()}),
    "@PrzyczynaKorekty": Setter(("correction_reason",)),
    "@PodstawaZwolnienia": Setter(("exemption",)),
    "@ProceduraMarzy": Setter(("margin",), {word: kind for kind, word in MARGINS.items()}),
    "@Magazyn": Setter(("warehouse",)),
    "@CzyAnulowany": Setter(("cancelled",), _FLAGS),
    "@EanTowaru": Setter(("positions", 0, "goods", "ean")),
    "@Jednostka": Setter(("positions", 0, "unit")),
    "@PozIlosc": Setter(("positions", 0, "quantity")),
    "@PozCena": Setter(("positions", 0, "price")),
    "@PozNetto": Setter(("positions", 0, "net")),
    "@PozVat": Setter(("positions", 0, "vat")),
}
_OF_ORDERS = (
    *("@Dokument", "@Opis", "@KodPodmiotu", "@NazwaPodmiotu", "@NipPodmiotu", "@KrajPodmiotu", "@GlnPodmiotu"),
    *("@TypPodmiotu", "@DataWystawienia", "@LiczonaOd", "@Magazyn", "@FormaPlatnosci", "@TerminPlatnosci"),
    *("@RachunekPlatnosci", "@KodTowaru", "@NazwaTowaru", "@TypTowaru", "@EanTowaru", "@Jednostka"),
    *("@PozIlosc", "@PozCena"),
)
"""Macros of orders that are set as on invoices."""
_ORDERS: Mapping[str, Setter] = {
    **{name: _POSITIONS[name] for name in _OF_ORDERS},
    "@NumerZamowienia": Setter(("order_number",)),
    "@DataRealizacji": Setter(("delivery_date",)),
    "@StatusZamowienia": Setter(("status",), {word: status for status, word in STATUSES.items()}),
    "@Waluta": Setter(("currency",)),
    "@StawkaPozycji": Setter(("positions", 0, "rate")),
}
_OF_PARTY_AND_GOODS = (
    *("@Dokument", "@KodPodmiotu", "@NazwaPodmiotu", "@NipPodmiotu", "@KrajPodmiotu", "@GlnPodmiotu", "@TypPodmiotu"),
    *("@DataWystawienia", "@KodTowaru", "@NazwaTowaru", "@TypTowaru", "@EanTowaru", "@Jednostka"),
)
"""Macros of awizos and price lists that are set as on invoices."""
_OF_CONTRACTORS = ("@Dokument", "@NazwaPodmiotu", "@NipPodmiotu", "@PeselPodmiotu", "@KrajPodmiotu", "@DataWystawienia")
_ENTRY = ("entries", 0)
SETTERS: Mapping[str, Mapping[str, Setter]] = {
    "vat_purchase": _REGISTER,
    "vat_sale": _REGISTER,
    "purchase_invoice": {
        **_POSITIONS,
        "@NumerFSW": Setter(("internal_sale",)),
        "@Status": Setter(("internal_sale",), {"W": "FAWFZ/1", "": ""}),
        "@CzyKorektaGraniczna": Setter(("border_correction",), _FLAGS),
    },
    "sale_invoice": _POSITIONS,
    "internal_sale": {
        **_POSITIONS,
        "@OdliczenieVat": Setter(("deduction",), {"TAK": "yes", "NIE": "no", "WARUNKOWO": "conditional"}),
        "@CzyZatwierdzony": Setter(("approved",), _FLAGS),
    },
    "cash_report": {
        "@Dokument": Setter(("number",)),
        "@Rejestr": Setter(("register_name",)),
        "@Waluta": Setter(("currency",)),
        "@KontoRach": Setter(("account",)),
        "@KontoPrzeciw": Setter((*_ENTRY, "contra_account")),
        "@RozliczenieWaluta": Setter((*_ENTRY, "settled_currency")),
        "@KodPodmiotu": Setter((*_ENTRY, "party", "code")),
        "@NazwaPodmiotu": Setter((*_ENTRY, "party", "name")),
        "@TypPodmiotu": Setter((*_ENTRY, "party", "kind"), _PARTIES),
        "@TypZapisu": Setter((*_ENTRY, "direction"), {"KP": "in", "KW": "out"}),
        "@NumerObcy": Setter((*_ENTRY, "foreign_number")),
        "@KategoriaZapis": Setter((*_ENTRY, "category", "code")),
        "@KategoriaOgolnaZapis": Setter((*_ENTRY, "category", "general_code")),
        "@KontoDodatWn": Setter((*_ENTRY, "additional_amounts", 0, "debit_account")),
        "@KontoDodatMa": Setter((*_ENTRY, "additional_amounts", 0, "credit_account")),
    },
    "contractor": {
        **{name: _HEADER_SETTERS[name] for name in _OF_CONTRACTORS},
        "@NazwaKlienta": Setter(("clients", 0, "name")),
        "@NipKlienta": Setter(("clients", 0, "tax_id")),
        "@PeselKlienta": Setter(("clients", 0, "pesel")),
        "@KrajKlienta": Setter(("clients", 0, "country")),
    },
    "despatch_advice": {
        **{name: _POSITIONS[name] for name in (*_OF_PARTY_AND_GOODS, "@PozIlosc")},
        "@DataDostawy": Setter(("delivery_date",)),
        "@KodDostawcy": Setter(("supplier_code",)),
        "@TypTransportu": Setter(("transport",), {code: code for code in ("10", "20", "30", "40", "60")}),
        "@CzyZatwierdzony": Setter(("approved",), _FLAGS),
        "@NumerZamowienia": Setter(("positions", 0, "order_number")),
        "@NumerRezerwacji": Setter(("positions", 0, "reservation")),
        "@TypOpakowania": Setter(("packages", 0, "type")),
        "@WagaOpakowania": Setter(("packages", 0, "weight")),
        "@ObjetoscOpakowania": Setter(("packages", 0, "volume")),
    },
    "price_list": {
        **{name: _POSITIONS[name] for name in (*_OF_PARTY_AND_GOODS, "@PozCena")},
        "@GrupaCenowa": Setter(("price_group",)),
        "@Waluta": Setter(("currency",)),
        "@StawkaPozycji": Setter(("positions", 0, "rate")),
    },
    "customer_order": _ORDERS,
    "supplier_order": _ORDERS,
    "settlement": {
        "@TypRozl": Setter((), None, _kinds),
        "@TypDokumentu1": Setter(("left", "kind")),
        "@TypDokumentu2": Setter(("right", "kind")),
        "@Waluta": Setter(("currency",)),
        "@RozliczenieWaluta": Setter(("currency",)),
        "@KodPodmiotu": Setter(("left", "party", "code")),
        "@KodPodmiotu2": Setter(("right", "party", "code")),
        "@TypPodmiotu": Setter(("left", "party", "kind"), _PARTIES),
        "@TypPodmiotu2": Setter(("right", "party", "kind"), _PARTIES),
        "@RoznicaPlus": Setter((), None, _difference(1)),
        "@RoznicaMinus": Setter((), None, _difference(-1)),
    },
}
"""For every type of document the macros whose value can be chosen on its examples."""


def example(base: Data, kind: str, settings: Mapping[str, Value]) -> Data | None:
    """The data of an example with macros set to these values; None where one of them cannot have its value."""
    data = copy.deepcopy(base)
    data["type"] = kind
    for name, value in settings.items():
        if not SETTERS[kind][name].set(data, value):
            return None
    if data.get("kind") == "final" and "positions" in data:
        positions = data["positions"]
        assert isinstance(positions, list)
        positions[0] |= {"net": "140.00", "vat": "32.20"}
    if data.get("kind") != "final":
        data.pop("settled_advances", None)
    return data
