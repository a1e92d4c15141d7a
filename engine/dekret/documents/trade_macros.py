"""Macros of what rules ask of invoices besides amounts: addresses, GLN, attributes, orders, deliveries, positions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from dekret.documents.macros import (
    DATE_OR_NULL,
    NUMBER,
    NUMBER_OR_NULL,
    TEXT,
    WHOLE,
    Macro,
    Of,
    Reader,
    Scope,
)
from dekret.expr.kinds import Value
from dekret.model.parties import Attribute, Party, attribute
from dekret.text.wording import Wording
from dekret.values.rounding import HALF_UP, ZERO, rounded
from dekret.values.vat import percent_of

if TYPE_CHECKING:
    from dekret.model.invoices import Invoice, InvoiceLine, TradeInvoice
    from dekret.model.parts import Delivery, OrderReference

TRANSACTIONS = {
    "domestic": "krajowa",
    "eu": "wewnątrzunijna",
    "triangular": "trójstronna",
    "outside": "pozaunijna",
    "outside_refund": "pozaunijna zwrot VAT",
    None: "",
}
"""The words of kinds of trade with a party; an empty text where nobody tells."""
_header = Of(Scope.DOCUMENT)
_of_position = Of(Scope.POSITION)
_ATTRIBUTE = Wording("kod atrybutu", "code of an attribute")
_ALGORITHMS = {"net": "netto", "gross": "brutto"}
CORRECTION_KINDS = {
    "quantity": "ilości",
    "value": "wartości",
    "rate": "stawki VAT",
    "data": "danych",
    "collective": "zbiorcza",
    "exchange_rate": "kursu",
    None: "",
}
"""The words of kinds of correction; an empty text where the document does not tell."""
MARGINS = {
    "travel": "biura podróży",
    "used_goods": "towary używane",
    "art": "dzieła sztuki",
    "antiques": "przedmioty kolekcjonerskie i antyki",
    None: "",
}
"""The words of the margin procedures (art. 119, 120 of the VAT act); an empty text where there is none."""


def _attribute(of: Of, name: str, get: Callable[..., Iterable[Attribute]], pl: str, en: str) -> Macro:
    """A macro that gives the value of an attribute, an empty text where there is none."""

    def read(document: object, part: object, code: str) -> str:
        return attribute(get(document, part), code)

    about = Wording(f"wartość atrybutu {pl}, np. {name}('CODEBYBUYER')", f"value of an attribute {en}")
    return of.named(name, TEXT, read, about, _ATTRIBUTE)


PARTY: tuple[Macro, ...] = (
    _header("@GlnPodmiotu", TEXT, lambda d, _: d.party.gln, "GLN (ILN) podmiotu", "GLN of the party"),
    _header("@UlicaPodmiotu", TEXT, lambda d, _: d.party.street, "ulica i numer podmiotu", "street of the party"),
    _header("@MiastoPodmiotu", TEXT, lambda d, _: d.party.city, "miasto podmiotu", "town of the party"),
    _header("@KodPocztowyPodmiotu", TEXT, lambda d, _: d.party.postal_code, "kod pocztowy podmiotu", "postal code"),
    _header("@PeselPodmiotu", TEXT, lambda d, _: d.party.pesel, "PESEL podmiotu albo tekst pusty", "PESEL, or empty"),
    _header(
        "@RodzajTransakcji",
        TEXT,
        lambda d, _: TRANSACTIONS[d.party.transaction],
        "krajowa, wewnątrzunijna, trójstronna, pozaunijna, pozaunijna zwrot VAT; tekst pusty, gdy nieznany",
        "what trade with the party is, in Polish; empty where nobody tells",
    ),
    _attribute(_header, "@AtrybutPodmiotu", lambda d, _: d.party.attributes, "podmiotu", "of the party"),
)
"""Of documents that have one party."""


def number_of_line(lines: Iterable[InvoiceLine], line: InvoiceLine) -> Decimal:
    """The place of a line among those of its document, from one; half a line (`posted_lines`) has that of the whole."""
    before = getattr(line, "before", None)
    return Decimal(
        next(
            number
            for number, each in enumerate(lines, start=1)
            if each is line or (before is not None and getattr(each, "before", None) is before)
        )
    )


def tax_deviation(lines: Iterable[InvoiceLine], line: InvoiceLine) -> Decimal | None:
    """What the tax of a line has above its net times its rate, rounded; None for rates that are words.

    Of a position whose rate a correction changes: above the tax at the new rate less that at the old one. Half of such
    a position (`posted_lines`), which is none of the document's `lines`, has one rate.
    """
    before = getattr(line, "before", None)
    if before is None or before.rate == line.rate or all(each is not line for each in lines):
        percent = percent_of(line.rate)
        return None if percent is None else tax_above(line.net, line.vat, percent)
    old, new = _charged(before.rate), _charged(line.rate)
    if old is None or new is None:
        return None
    return tax_above(before.net + line.net, before.vat + line.vat, new) - tax_above(before.net, before.vat, old)


def _rate_before(line: InvoiceLine) -> str:
    before = getattr(line, "before", None)
    return before.rate if before else ""


def tax_above(net: Decimal, vat: Decimal, percent: Decimal) -> Decimal:
    """What a tax has above a percentage of its net, rounded."""
    return vat - rounded(net * percent / 100, mode=HALF_UP)


def _charged(rate: str) -> Decimal | None:
    """The percentage of a rate, zero for words that say that nothing is charged; None for marża and OSS."""
    percent = percent_of(rate)
    return ZERO if percent is None and rate not in UNTOLD else percent


UNTOLD = frozenset({"marża", "OSS"})
"""Rates that do not tell the percentage."""
LINE = (
    ("@Lp", WHOLE, lambda d, line: number_of_line(d.lines, line), "numer pozycji, od 1", "number of the line, from 1"),
    ("@StawkaPozycji", TEXT, lambda _, line: line.rate, "stawka VAT pozycji", "VAT rate of the line"),
    ("@NettoPozycji", NUMBER, lambda _, line: line.net, "netto w walucie dokumentu", "net in the document's currency"),
    ("@VatPozycji", NUMBER, lambda _, line: line.vat, "VAT w walucie dokumentu", "tax in the document's currency"),
    (
        "@StawkaPrzed",
        TEXT,
        lambda _, line: _rate_before(line),
        "stawka VAT pozycji przed korektą albo tekst pusty",
        "VAT rate of the line before the correction, or empty",
    ),
    (
        "@OdchylenieVat",
        NUMBER_OR_NULL,
        lambda d, line: tax_deviation(d.lines, line),
        "o ile VAT pozycji różni się od netto razy stawka, na korekcie stawki od różnicy dwóch podatków; NULL dla słów",
        "what the tax has above net times rate, of a corrected rate above the difference of two taxes; NULL for words",
    ),
)
"""Of elements and positions alike."""


def line_macros(scope: Scope) -> tuple[Macro, ...]:
    """The macros of elements of a register, or of positions of an invoice."""
    return tuple(Of(scope)(*row) for row in LINE)


INVOICE: tuple[Macro, ...] = (
    *PARTY,
    _header("@LiczbaPozycji", WHOLE, lambda d, _: Decimal(len(d.lines)), "ile pozycji", "how many lines"),
    _header("@LiczbaPlatnosci", WHOLE, lambda d, _: Decimal(len(d.payments)), "ile płatności", "how many payments"),
    _header(
        "@Naleznosc",
        NUMBER_OR_NULL,
        lambda d, _: d.total,
        "należność ogółem, którą podaje sam dokument, bez obciążeń i odliczeń, w jego walucie; NULL, gdy jej nie ma",
        "total that the document itself gives, without charges and deductions, in its currency, or NULL",
    ),
    _header(
        "@KursDokumentu",
        NUMBER_OR_NULL,
        lambda d, _: d.exchange_rate,
        "kurs, który podaje dokument, także dla PLN; NULL, gdy go nie podaje",
        "the rate that the document gives, for PLN, too; or NULL",
    ),
    _header(
        "@NumerKorygowanego",
        TEXT,
        lambda d, _: d.corrected_numbers[0] if d.corrected_numbers else "",
        "numer (pierwszego) dokumentu korygowanego albo tekst pusty",
        "number of the (first) document corrected, or empty",
    ),
    _header(
        "@LiczbaKorygowanych",
        WHOLE,
        lambda d, _: Decimal(len(set(d.corrected_numbers))),
        "ilu dokumentów dotyczy korekta",
        "how many documents are corrected",
    ),
)
"""Of entries of the VAT registers and of invoices."""


def _of_order(get: Callable[[OrderReference], Value]) -> Reader:
    """Reads the first order that an invoice realises; None where it realises none."""
    return lambda d, _: get(d.orders[0]) if d.orders else None


def _of_delivery(get: Callable[[Delivery], Value]) -> Reader:
    return lambda d, _: get(d.deliveries[0]) if d.deliveries else None


def _receiver(d: TradeInvoice) -> Party:
    return d.receiver or d.party


def _order_attributes(d: TradeInvoice) -> Iterable[Attribute]:
    return (each for order in d.orders for each in order.attributes)


def _without_gln(d: TradeInvoice) -> str:
    """The first receiver of a delivery, or of the document, that has no GLN; empty where there is none."""
    receivers = [each.receiver or d.receiver for each in d.deliveries] or [d.receiver]
    return next((each.name or each.code or "?" for each in receivers if each and not each.gln), "")


def _belongs(named: str, numbers: Iterable[str]) -> str:
    """Whether a position that names an order (a delivery), or none, belongs to one of those that there are."""
    known = set(numbers)
    return _yes(flag=named in known if named else len(known) < 2)


def _yes(*, flag: bool) -> str:
    return "TAK" if flag else "NIE"


def _text(name: str, read: Reader, pl: str, en: str) -> Macro:
    """A macro of the document, an empty text where there is none."""
    return _header(name, TEXT, lambda d, part: read(d, part) or "", pl, en)


def _algorithm(d: Invoice) -> str:
    return _ALGORITHMS[getattr(d, "algorithm", "net")]


TRADE_INVOICE: tuple[Macro, ...] = (
    _header("@GlnOdbiorcy", TEXT, lambda d, _: _receiver(d).gln, "GLN odbiorcy albo podmiotu", "GLN of the receiver"),
    _header("@KodOdbiorcy", TEXT, lambda d, _: _receiver(d).code, "kod odbiorcy albo podmiotu", "code of the receiver"),
    _header(
        "@NazwaOdbiorcy", TEXT, lambda d, _: _receiver(d).name, "nazwa odbiorcy albo podmiotu", "name of the receiver"
    ),
    _header(
        "@OdbiorcaBezGln",
        TEXT,
        lambda d, _: _without_gln(d),
        "nazwa pierwszego odbiorcy (wydania albo dokumentu), który nie ma GLN; tekst pusty, gdy każdy go ma",
        "name of the first receiver, of a delivery or of the document, without a GLN; or empty",
    ),
    _header("@LiczonaOd", TEXT, lambda d, _: _algorithm(d), "algorytm: netto albo brutto", "netto or brutto"),
    _header(
        "@RodzajKorekty",
        TEXT,
        lambda d, _: CORRECTION_KINDS[d.correction_kind],
        "korekta: ilości, wartości, stawki VAT, danych, zbiorcza, kursu; tekst pusty, gdy dokument nie mówi",
        "kind of the correction, in Polish; empty where the document does not tell",
    ),
    _header("@PrzyczynaKorekty", TEXT, lambda d, _: d.correction_reason, "korekta z tytułu", "reason given"),
    _header(
        "@DataKorygowanego",
        DATE_OR_NULL,
        lambda d, _: d.corrected_date,
        "data dokumentu korygowanego albo NULL",
        "date of the document corrected, or NULL",
    ),
    _header("@CzyAnulowany", TEXT, lambda d, _: _yes(flag=d.cancelled), "TAK anulowany, NIE inny", "cancelled"),
    _header(
        "@PodstawaZwolnienia",
        TEXT,
        lambda d, _: d.exemption,
        "przepis, na podstawie którego sprzedaż jest zwolniona z VAT, albo tekst pusty",
        "the provision that the sale is exempt by, or empty",
    ),
    _header(
        "@ProceduraMarzy",
        TEXT,
        lambda d, _: MARGINS[d.margin],
        "biura podróży, towary używane, dzieła sztuki, przedmioty kolekcjonerskie i antyki; tekst pusty, gdy żadna",
        "the margin procedure, in Polish; empty where there is none",
    ),
    _header("@Magazyn", TEXT, lambda d, _: d.warehouse, "symbol magazynu", "symbol of the warehouse"),
    _header("@LiczbaZamowien", WHOLE, lambda d, _: Decimal(len(d.orders)), "ile zamówień (RO)", "how many orders"),
    _text("@NumerZamowienia", _of_order(lambda o: o.number), "numer pierwszego zamówienia", "number of the first"),
    _header(
        "@DataZamowienia",
        DATE_OR_NULL,
        _of_order(lambda o: o.issue_date),
        "data wystawienia pierwszego zamówienia albo NULL",
        "date of the first order, or NULL",
    ),
    _header(
        "@ZamowienieBezDaty",
        TEXT,
        lambda d, _: next((each.number or "?" for each in d.orders if each.issue_date is None), ""),
        "numer pierwszego zamówienia, które nie ma daty wystawienia; tekst pusty, gdy każde ją ma",
        "number of the first order without a date of issue; or empty",
    ),
    _attribute(_header, "@AtrybutZamowienia", lambda d, _: _order_attributes(d), "zamówienia", "of an order"),
    _header("@LiczbaWydan", WHOLE, lambda d, _: Decimal(len(d.deliveries)), "ile wydań (WZ)", "how many deliveries"),
    _text("@NumerDostawy", _of_delivery(lambda w: w.number), "numer pierwszego wydania", "number of the first"),
    _header(
        "@DataDostawy",
        DATE_OR_NULL,
        _of_delivery(lambda w: w.delivery_date),
        "data dostawy pierwszego wydania albo NULL",
        "day of the first delivery, or NULL",
    ),
    _attribute(_header, "@AtrybutDokumentu", lambda d, _: d.attributes, "dokumentu", "of the document"),
    *line_macros(Scope.POSITION),
    _of_position("@EanTowaru", TEXT, lambda _, p: p.goods.ean, "kod EAN towaru", "EAN of the goods"),
    _of_position("@Pkwiu", TEXT, lambda _, p: p.goods.pkwiu, "PKWiU towaru", "PKWiU of the goods"),
    _of_position("@Jednostka", TEXT, lambda _, p: p.unit, "jednostka miary", "unit"),
    _of_position(
        "@PozCena",
        NUMBER_OR_NULL,
        lambda _, p: p.price,
        "cena netto w walucie dokumentu, po rabacie; NULL, gdy pozycja jej nie podaje",
        "net price in the currency of the document, after the discount; or NULL",
    ),
    _of_position("@PozRabat", NUMBER_OR_NULL, lambda _, p: p.discount, "rabat w procentach albo NULL", "discount, %"),
    _of_position("@KodUKupujacego", TEXT, lambda _, p: p.buyer_item_code, "kod towaru u kupującego", "buyer's code"),
    _of_position("@OplataCukrowa", NUMBER, lambda _, p: p.sugar_fee, "opłata cukrowa w netto", "sugar fee in the net"),
    *(
        _of_position(
            f"@{word}Przed",
            NUMBER_OR_NULL,
            lambda _, p, field=field: getattr(p.before, field) if p.before else None,
            f"{pl} pozycji przed korektą, w walucie dokumentu, albo NULL",
            f"{en} of the position before the correction, in the currency of the document, or NULL",
        )
        for word, field, pl, en in (
            ("Ilosc", "quantity", "ilość", "quantity"),
            ("Cena", "price", "cena netto", "net price"),
            ("Netto", "net", "netto", "net"),
            ("Vat", "vat", "VAT", "tax"),
        )
    ),
    _of_position(
        "@OplataCukrowaPrzed",
        NUMBER,
        lambda _, p: p.before.sugar_fee if p.before else ZERO,
        "opłata cukrowa sprzed korekty, 0 na fakturze",
        "sugar fee before the correction, 0 on an invoice",
    ),
    _of_position(
        "@CzyZamowieniePozycji",
        TEXT,
        lambda d, p: _belongs(p.order_number, (each.number for each in d.orders)),
        "TAK, gdy wiadomo, którego z zamówień dokumentu jest pozycja, albo dokument żadnego nie ma; inaczej NIE",
        "TAK where the order of the position is one of the document, or the only one, or there is none; else NIE",
    ),
    _of_position(
        "@CzyDostawaPozycji",
        TEXT,
        lambda d, p: _belongs(p.delivery_number, (each.number for each in d.deliveries)),
        "TAK, gdy wiadomo, którego z wydań dokumentu jest pozycja, albo dokument żadnego nie ma; inaczej NIE",
        "TAK where the delivery of the position is one of the document, or the only one, or there is none; else NIE",
    ),
    _attribute(_of_position, "@AtrybutTowaru", lambda _, p: p.goods.attributes, "towaru", "of the goods"),
)
"""Of invoices of the trade module alone."""
VAT_DOCUMENT: tuple[Macro, ...] = line_macros(Scope.ELEMENT)
"""Of entries of the VAT registers alone."""
