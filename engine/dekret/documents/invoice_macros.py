"""Macros of documents with tax: entries of the VAT registers and invoices with goods positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from dekret.documents import trade_macros
from dekret.documents.macros import (
    ACCOUNT,
    DATE,
    DATE_OR_NULL,
    NUMBER,
    NUMBER_OR_NULL,
    PARTY_KINDS,
    TEXT,
    WHOLE,
    Macro,
    Of,
    Reader,
    Scope,
    category_macros,
)
from dekret.expr.kinds import Type, Value
from dekret.expr.vocabulary import MacroSpec
from dekret.text.wording import Wording

if TYPE_CHECKING:
    from dekret.model.invoices import Invoice
    from dekret.model.parts import AdditionalAmount, AnalyticRow

_KINDS = {"advance": "TAK", "final": "FINALNA", "ordinary": "NIE"}
_DEDUCTIONS = {"yes": "TAK", "no": "NIE", "conditional": "WARUNKOWO"}
_header = Of(Scope.DOCUMENT)
_of_element = Of(Scope.ELEMENT)
_of_position = Of(Scope.POSITION)
_of_analytic = Of(Scope.ANALYTIC)


def _settled(d: Invoice, field: str) -> Decimal | None:
    """The sum of the settled advances; NULL where the document does not tell one of them."""
    amounts = [getattr(advance, field) for advance in d.settled_advances]
    return None if None in amounts else sum(amounts, Decimal("0.00"))


def _yes(*, flag: bool) -> str:
    return "TAK" if flag else "NIE"


_TEXTS = (
    _header("@Dokument", TEXT, lambda d, _: d.number, "numer dokumentu (obcy przy zakupie)", "number of the document"),
    _header(
        "@NumerPelny",
        TEXT,
        lambda d, _: d.own_number or d.number,
        "numer w rejestrze, a gdy go nie ma, numer dokumentu",
        "number in the register, else that of the document",
    ),
    _header("@NumerKSeF", TEXT, lambda d, _: d.ksef_number, "numer KSeF albo tekst pusty", "KSeF number, or empty"),
    _header("@Rejestr", TEXT, lambda d, _: d.register_name, "nazwa rejestru VAT", "name of the VAT register"),
    _header("@Opis", TEXT, lambda d, _: d.description, "opis dokumentu", "description of the document"),
    _header("@KodPodmiotu", TEXT, lambda d, _: d.party.code, "kod (akronim) podmiotu", "code of the party"),
    _header("@NazwaPodmiotu", TEXT, lambda d, _: d.party.name, "nazwa podmiotu", "name of the party"),
    _header("@NipPodmiotu", TEXT, lambda d, _: d.party.tax_id, "numer podatkowy podmiotu", "tax number of the party"),
    _header("@KrajPodmiotu", TEXT, lambda d, _: d.party.country, "kraj podmiotu, dwie litery", "country of the party"),
    _header(
        "@TypPodmiotu",
        TEXT,
        lambda d, _: PARTY_KINDS[d.party.kind],
        "kontrahent, pracownik, urząd, bank albo wspólnik",
        "kind of the party: kontrahent, pracownik, urząd, bank or wspólnik",
    ),
    _header(
        "@TypZaliczkobiorcy",
        TEXT,
        lambda d, _: PARTY_KINDS[d.advance_holder.kind] if d.advance_holder else "",
        "rodzaj podmiotu, którego zaliczką zapłacono; tekst pusty, gdy nikogo takiego nie ma",
        "kind of the entity whose advance paid; empty where there is none",
    ),
    _header(
        "@KodZaliczkobiorcy",
        TEXT,
        lambda d, _: d.advance_holder.code if d.advance_holder else "",
        "kod zaliczkobiorcy albo tekst pusty",
        "code of the entity whose advance paid, or empty",
    ),
    _header("@Waluta", TEXT, lambda d, _: d.currency, "waluta dokumentu", "currency of the document"),
    _header(
        "@CzyZaliczkowa",
        TEXT,
        lambda d, _: _KINDS[d.kind],
        "TAK faktura zaliczkowa, FINALNA końcowa, NIE zwykła",
        "TAK advance invoice, FINALNA final, NIE ordinary",
    ),
    _header(
        "@CzyKorekta",
        TEXT,
        lambda d, _: _yes(flag=d.correction),
        "TAK korekta, NIE inny",
        "TAK for a correction",
    ),
    _header(
        "@CzyMPP",
        TEXT,
        lambda d, _: _yes(flag=d.split_payment),
        "TAK mechanizm podzielonej płatności, NIE inny",
        "TAK for split payment",
    ),
)
_CATEGORIES = (
    *category_macros(_header, "Nag", lambda d, _: d.category, Wording("nagłówka", "of the header")),
    *category_macros(_header, "Nag2", lambda d, _: d.category2, Wording("drugiej nagłówka", "(second) of the header")),
)
_DATES = (
    _header("@DataWystawienia", DATE, lambda d, _: d.issue_date, "data wystawienia", "date of issue"),
    _header(
        "@DataOperacji",
        DATE,
        lambda d, _: d.operation_date or d.issue_date,
        "data operacji (sprzedaży), a gdy jej nie ma, data wystawienia",
        "date of the operation (sale), else of issue",
    ),
)


def _summed(name: str, field: str, pl: str, en: str, *, scope: Scope) -> Macro:
    """An amount of the document, and of its line in the scope of lines."""

    def whole(d: Invoice, _: object) -> Value:
        return _amount(d, f"{field}_pln")

    def foreign(d: Invoice, _: object) -> Value:
        return _amount(d, field)

    return Macro(
        MacroSpec(name, NUMBER, Wording(pl, en)),
        Scope.DOCUMENT,
        {Scope.DOCUMENT: whole, scope: _LINES[field]},
        {Scope.DOCUMENT: foreign, scope: _FOREIGN_LINES[field]},
    )


def _amount(of: object, field: str) -> Decimal:
    found = getattr(of, field)
    assert isinstance(found, Decimal)
    return found


_LINES: dict[str, Reader] = {
    "net": lambda d, line: d.line_net_pln(line),
    "vat": lambda d, line: d.line_vat_pln(line),
    "gross": lambda d, line: d.line_gross_pln(line),
}
_FOREIGN_LINES: dict[str, Reader] = {
    "net": lambda _, line: line.net,
    "vat": lambda _, line: line.vat,
    "gross": lambda _, line: line.gross,
}
_SUMS = (
    ("@Netto", "net", "netto", "net"),
    ("@Vat", "vat", "VAT", "tax"),
    ("@Brutto", "gross", "brutto (netto i VAT razem)", "gross (net and tax together)"),
)
_REGISTER_SUMS = tuple(
    _summed(
        name,
        field,
        f"{pl} dokumentu albo pozycji; w PLN, w wierszu walutowym w walucie",
        f"{en} of the document or element; in PLN, in a currency row in its currency",
        scope=Scope.ELEMENT,
    )
    for name, field, pl, en in _SUMS
)
_INVOICE_SUMS = tuple(
    _header(
        name,
        NUMBER,
        lambda d, _, field=field: _amount(d, f"{field}_pln"),
        f"{pl} dokumentu; w PLN, w wierszu walutowym w walucie",
        f"{en} of the document; in PLN, in a currency row in its currency",
        foreign=lambda d, _, field=field: _amount(d, field),
    )
    for name, field, pl, en in _SUMS
)
_AMOUNTS = (
    _header(
        "@Zaokraglenie",
        NUMBER,
        lambda d, _: d.rounding_pln,
        "o ile kwota należności na dokumencie różni się od sumy pozycji",
        "what the document asks for above the sum of its elements",
        foreign=lambda d, _: d.rounding,
    ),
    _header(
        "@Obciazenia",
        NUMBER,
        lambda d, _: d.in_pln(d.charges),
        "kwoty doliczone do zapłaty poza fakturą, np. kaucja (KSeF: Rozliczenie/Obciazenia)",
        "charges beside the invoice, such as a deposit (KSeF: Rozliczenie/Obciazenia)",
        foreign=lambda d, _: d.charges,
    ),
    _header(
        "@Odliczenia",
        NUMBER,
        lambda d, _: d.in_pln(d.deductions),
        "kwoty odjęte od zapłaty poza fakturą, np. nadpłata (KSeF: Rozliczenie/Odliczenia)",
        "deductions beside the invoice, such as an overpayment (KSeF: Rozliczenie/Odliczenia)",
        foreign=lambda d, _: d.deductions,
    ),
    _header(
        "@Kurs",
        NUMBER,
        lambda d, _: d.effective_rate,
        "kurs waluty dokumentu, 1 dla PLN",
        "exchange rate, 1 for PLN",
        foreign=lambda d, _: d.effective_rate,
    ),
    *(
        _header(
            f"@Zal{word}",
            NUMBER_OR_NULL,
            lambda d, _, field=field: _settled(d, field),
            f"{pl} zaliczek rozliczonych fakturą końcową, w PLN; NULL, gdy dokument ich nie podaje",
            f"{en} of the advances that a final invoice settles, in PLN; NULL where it does not tell",
        )
        for word, field, pl, en in (
            ("Netto", "net", "netto", "net"),
            ("Vat", "vat", "VAT", "tax"),
            ("Brutto", "gross", "brutto", "gross"),
        )
    ),
)
_ELEMENTS = (
    _of_element("@StawkaVat", TEXT, lambda _, e: e.rate, "stawka VAT pozycji", "VAT rate of the element"),
    _of_element("@OpisElem", TEXT, lambda _, e: e.description, "opis pozycji", "description of the element"),
    *category_macros(_of_element, "Elem", lambda _, e: e.category, Wording("pozycji", "of the element")),
    *category_macros(
        _of_element, "Elem2", lambda _, e: e.category2, Wording("drugiej pozycji", "(second) of the element")
    ),
)


def _position_amount(field: str) -> Macro:
    word, pl, en = {
        "net": ("Netto", "netto", "net"),
        "vat": ("Vat", "VAT", "tax"),
        "gross": ("Brutto", "brutto", "gross"),
    }[field]
    about = (
        f"{pl} pozycji faktury; w PLN, w wierszu walutowym w walucie",
        f"{en} of the position; in PLN, in a currency row in its currency",
    )
    return _of_position(f"@Poz{word}", NUMBER, _LINES[field], *about, foreign=_FOREIGN_LINES[field])


_POSITIONS = (
    *(_position_amount(field) for field in ("net", "vat", "gross")),
    _of_position(
        "@PozStawkaVat",
        TEXT,
        lambda _, p: p.rate,
        "stawka VAT pozycji; wiersz schematu, który o nią pyta, widzi korektę stawki jako dwie pozycje: dawną i nową",
        "VAT rate of the position; a row of a scheme that asks for it sees a corrected rate as two: the old, the new",
    ),
    _of_position("@PozOpis", TEXT, lambda _, p: p.description, "opis pozycji", "description of the position"),
    _of_position("@KodTowaru", TEXT, lambda _, p: p.goods.code, "kod towaru", "code of the goods"),
    _of_position("@NazwaTowaru", TEXT, lambda _, p: p.goods.name, "nazwa towaru", "name of the goods"),
    _of_position(
        "@TypTowaru",
        TEXT,
        lambda _, p: "usługa" if p.goods.kind == "service" else "towar",
        "towar albo usługa",
        "towar (goods) or usługa (service)",
    ),
    _of_position(
        "@PozIlosc",
        NUMBER,
        lambda _, p: p.quantity,
        "ilość na pozycji",
        "quantity of the position",
        foreign=lambda _, p: p.quantity,
    ),
    *category_macros(_of_position, "Poz", lambda _, p: p.category, Wording("pozycji faktury", "of the position")),
    *category_macros(
        _of_position, "Poz2", lambda _, p: p.category2, Wording("drugiej pozycji faktury", "(second) of the position")
    ),
)


def _additional_description(d: Invoice, a: AdditionalAmount) -> str:
    return a.description or d.description


_of_additional = Of(Scope.ADDITIONAL)
_ADDITIONAL = (
    _of_additional("@KwotaDodat", NUMBER, lambda _, a: a.amount, "kwota dodatkowa, w PLN", "additional amount, in PLN"),
    _of_additional(
        "@KontoDodatWn", ACCOUNT, lambda _, a: a.debit_account, "konto Wn kwoty dodatkowej", "its debit account"
    ),
    _of_additional(
        "@KontoDodatMa", ACCOUNT, lambda _, a: a.credit_account, "konto Ma kwoty dodatkowej", "its credit account"
    ),
    _of_additional("@OpisDodat", TEXT, _additional_description, "opis kwoty dodatkowej", "its description"),
)
_ADVANCES = (
    Of(Scope.ADVANCE)(
        "@PlatZaliczka",
        NUMBER,
        lambda _, advance: advance.amount,
        "kwota zapłacona z zaliczki pracownika, w PLN",
        "amount paid from an employee's advance, in PLN",
    ),
    Of(Scope.ADVANCE)(
        "@NumerZaliczki", TEXT, lambda _, advance: advance.number, "numer dokumentu zaliczki", "number of the advance"
    ),
)
_of_payment = Of(Scope.PAYMENT)
_PAYMENTS = (
    _of_payment("@FormaPlatnosci", TEXT, lambda _, p: p.method, "forma płatności", "method of payment"),
    _of_payment("@TerminPlatnosci", DATE_OR_NULL, lambda _, p: p.due_date, "termin płatności", "due date, or NULL"),
    _of_payment("@DataZaplaty", DATE_OR_NULL, lambda _, p: p.paid_date, "data zapłaty", "date paid, or NULL"),
    _of_payment(
        "@KwotaPlatnosci",
        NUMBER_OR_NULL,
        lambda d, p: None if p.amount is None else d.in_pln(p.amount),
        "kwota płatności, w PLN; NULL, gdy dokument jej nie podaje",
        "amount of the payment, in PLN; NULL where the document does not tell",
        foreign=lambda _, p: p.amount,
    ),
    _of_payment("@RachunekPlatnosci", TEXT, lambda _, p: p.account, "rachunek płatności", "account of the payment"),
)
_DIMENSION = Wording("kod wymiaru", "code of a dimension")


def _analytic(field: str) -> Reader:
    def read(_: object, row: AnalyticRow, dimension: str) -> str:
        element = row.element(dimension)
        return getattr(element, field) if element else ""

    return read


def _about_dimension(name: str, type_: Type, field: str, pl: str, en: str) -> Macro:
    example = f"np. {name}('BUDOWY')", f"as in {name}('BUDOWY')"
    about = Wording(f"{pl}, {example[0]}", f"{en}, {example[1]}")
    return _of_analytic.named(name, type_, _analytic(field), about, _DIMENSION)


_ANALYTIC = (
    _about_dimension("@OpisAnalitycznyElement", TEXT, "code", "kod elementu wymiaru", "code of a dimension's element"),
    _about_dimension("@OpisAnalitycznyKonto1", ACCOUNT, "account", "konto elementu wymiaru", "account of the element"),
    _of_analytic(
        "@OpisAnalitycznyKwota",
        NUMBER_OR_NULL,
        lambda _, row: row.amount,
        "kwota wiersza opisu analitycznego, w PLN",
        "amount of the row of the analytic description, in PLN",
    ),
    _of_analytic(
        "@OpisAnalitycznyPozycja",
        TEXT,
        lambda _, row: row.position,
        "co opisuje wiersz: document, line:1, cost:1, vat_cost:1 albo additional:1",
        "what the row describes: document, line:1, cost:1, vat_cost:1 or additional:1",
    ),
)
_OF_PURCHASE = (
    _header(
        "@DataWplywu",
        DATE_OR_NULL,
        lambda d, _: d.receipt_date,
        "data wpływu, może być NULL",
        "date received, or NULL",
    ),
)
_DEDUCTION = _of_element(
    "@OdliczenieElem",
    TEXT,
    lambda _, e: _DEDUCTIONS[e.deduction],
    "odliczenie VAT: TAK, NIE albo WARUNKOWO",
    "deduction of the tax: TAK, NIE or WARUNKOWO",
)

_COMMON: tuple[Macro, ...] = (*_TEXTS, *_DATES, *_CATEGORIES)
_TAIL: tuple[Macro, ...] = (*_AMOUNTS, *trade_macros.INVOICE, *_ADDITIONAL, *_ADVANCES, *_PAYMENTS, *_ANALYTIC)
VAT_SALE: tuple[Macro, ...] = (*_COMMON, *_REGISTER_SUMS, *_ELEMENTS, *trade_macros.VAT_DOCUMENT, *_TAIL)
VAT_PURCHASE: tuple[Macro, ...] = (*VAT_SALE, *_OF_PURCHASE, _DEDUCTION)
SALE_INVOICE: tuple[Macro, ...] = (*_COMMON, *_INVOICE_SUMS, *_POSITIONS, *trade_macros.TRADE_INVOICE, *_TAIL)
_OF_PURCHASE_INVOICES = (
    _header(
        "@NumerFSW", TEXT, lambda d, _: d.internal_sale, "numer utworzonego FSW albo tekst pusty", "number of the FSW"
    ),
    _header(
        "@Status", TEXT, lambda d, _: d.status, "W, gdy z faktury utworzono FSW; inaczej tekst pusty", "W, or empty"
    ),
    _header(
        "@CzyKorektaGraniczna",
        TEXT,
        lambda d, _: _yes(flag=d.border_correction),
        "TAK korekta graniczna (FZKG), NIE inny",
        "TAK for a border correction (FZKG)",
    ),
)
_OF_INTERNAL_SALES = (
    _header(
        "@DokumentZrodlowy",
        TEXT,
        lambda d, _: d.source_numbers[0] if d.source_numbers else "",
        "numer faktury zakupu, z której powstał FSW, albo tekst pusty",
        "number of the purchase invoice it was made of, or empty",
    ),
    _header(
        "@LiczbaZrodel",
        WHOLE,
        lambda d, _: Decimal(len(d.source_numbers)),
        "ile dokumentów źródłowych",
        "how many sources",
    ),
    _header(
        "@OdliczenieVat",
        TEXT,
        lambda d, _: _DEDUCTIONS[d.deduction],
        "odliczenie VAT naliczonego: TAK, NIE albo WARUNKOWO",
        "deduction of the tax: TAK, NIE or WARUNKOWO",
    ),
    _header(
        "@CzyZatwierdzony", TEXT, lambda d, _: _yes(flag=d.approved), "TAK zatwierdzony, NIE w buforze", "approved"
    ),
)
PURCHASE_INVOICE: tuple[Macro, ...] = (*SALE_INVOICE, *_OF_PURCHASE, *_OF_PURCHASE_INVOICES)
INTERNAL_SALE: tuple[Macro, ...] = (*SALE_INVOICE, *_OF_INTERNAL_SALES)


def of_sale_invoices(names: Iterable[str]) -> Iterator[Macro]:
    """The macros of these names: other documents whose records have the same fields share them."""
    by_name = {macro.spec.name: macro for macro in SALE_INVOICE}
    return (by_name[name] for name in names)
