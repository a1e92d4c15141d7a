"""What the company's file holds for trade: goods with their codes, prices, discounts, attributes; GLNs; SSCC.

Exchange of documents finds contractors by GLN and goods by EAN (001:474–490, 514–530); price lists take prices and
discounts (001:556–573).
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from dekret.company import goods_problems as wrong
from dekret.company import problems
from dekret.model.directory import KnownDiscount, KnownGoods, KnownParty, SsccSettings, TradeFile
from dekret.model.parties import Attribute, code_key
from dekret.syntax import cells
from dekret.syntax.read import Reading, Record
from dekret.syntax.schema import CellKind, Field, Parsed, SectionSchema, Word
from dekret.text.diagnostic import Related
from dekret.text.nearest import did_you_mean
from dekret.text.report import Report
from dekret.text.wording import Wording, listed
from dekret.values.gs1 import is_gln, is_gtin
from dekret.values.rounding import ZERO

_RATE = re.compile(r"(\d{1,2}(\.\d{1,2})?|0 (KR|WDT|EX)|zw|np( I| II)?|oo|marża|OSS)")
_AAP = re.compile(r"\d{5}")
"""The code of five digits that a chain gives to goods without EAN (001:167)."""
BUYER_ITEM_CODE = "BUYERITEMCODE"
_DIGITS = {"extension": (1, 1), "prefix": (3, 3), "company": (4, 7), "first serial": (1, 9)}
_LONGEST_SSCC = 16


def _read_gln(text: str) -> Parsed[str]:
    plain = "".join(text.split())
    return Parsed(plain) if is_gln(plain) else Parsed(None, (wrong.BAD_GLN.found(0, len(text), gln=text),))


def _read_ean(text: str) -> Parsed[str]:
    plain = "".join(text.split())
    if is_gtin(plain) or _AAP.fullmatch(plain):
        return Parsed(plain)
    return Parsed(None, (wrong.BAD_EAN.found(0, len(text), ean=text),))


def _read_rate(text: str) -> Parsed[str]:
    rate = text.removesuffix("%").strip().replace(",", ".")
    return Parsed(rate) if _RATE.fullmatch(rate) else Parsed(None, (wrong.BAD_VAT_RATE.found(0, len(text), rate=text),))


GLN_KIND = CellKind(Wording("GLN (ILN), 13 cyfr", "GLN (ILN), 13 digits"), _read_gln)
EAN_KIND = CellKind(Wording("EAN albo pięć cyfr kodu AAP", "EAN, or the five digits of an AAP code"), _read_ean)
RATE_KIND = CellKind(Wording("stawka VAT", "VAT rate"), _read_rate)

GLN = Field(Word("gln", "gln", ("iln",)), GLN_KIND, Wording("własny numer ILN/GLN firmy", "the company's own GLN"))
HEAD_GLN = Field(
    Word("gln centrali", "head gln", ("iln centrali",)),
    GLN_KIND,
    Wording("ILN/GLN centrali, jeśli rozliczenia idą przez nią (własny)", "GLN of the head office (the own one)"),
)
WASTE_NUMBER = Field(Word("bdo", "bdo"), cells.TEXT, Wording("numer rejestrowy BDO", "number of the waste register"))
COURT = Field(
    Word("sąd rejestrowy", "court"),
    cells.TEXT,
    Wording("sąd, KRS i kapitał, jak na fakturach", "court, register number and capital, as on invoices"),
)
WAREHOUSE = Field(
    Word("magazyn główny", "main warehouse"),
    cells.TEXT,
    Wording("magazyn dokumentów wczytanych z plików", "warehouse of documents that are read from files"),
)
COMPANY_KEYS = (GLN, HEAD_GLN, WASTE_NUMBER, COURT, WAREHOUSE)
PARTY_GLN = Field(Word("GLN", "GLN", ("ILN",)), GLN_KIND, Wording("numer ILN/GLN podmiotu", "GLN of the party"))
PAYMENT_METHOD = Field(
    Word("Forma płatności", "Payment method"), cells.TEXT, Wording("zwykła forma płatności", "usual payment method")
)
PRICE_GROUP = Field(
    Word("Grupa cenowa", "Price group"), cells.TEXT, Wording("ceny, które ma podmiot", "the prices that the party has")
)
PARTY_COLUMNS = (PARTY_GLN, PAYMENT_METHOD, PRICE_GROUP)

CODE = Field(Word("Kod", "Code"), cells.TEXT, Wording("kod towaru", "code of the goods"), required=True)
NAME = Field(Word("Nazwa", "Name"), cells.TEXT, Wording("nazwa", "name"))
KIND = Field(
    Word("Rodzaj", "Kind"),
    cells.choice(Wording("rodzaj", "kind"), {Word("towar", "goods"): "goods", Word("usługa", "service"): "service"}),
    Wording("towar (tak jest domyślnie) albo usługa", "goods (the default) or service"),
)
UNIT = Field(Word("Jednostka", "Unit"), cells.TEXT, Wording("jednostka miary (szt)", "unit (szt)"))
EAN = Field(Word("EAN", "EAN"), EAN_KIND, Wording("kod EAN albo AAP", "EAN or AAP code"))
RATE = Field(Word("Stawka VAT", "VAT rate"), RATE_KIND, Wording("stawka sprzedaży (23)", "rate of sales (23)"))
PURCHASE_RATE = Field(
    Word("Stawka VAT zakupu", "Purchase VAT rate"), RATE_KIND, Wording("stawka zakupu (jak sprzedaży)", "of purchases")
)
PKWIU = Field(Word("PKWiU", "PKWiU"), cells.TEXT, Wording("symbol PKWiU", "PKWiU"))
GROUP = Field(Word("Grupa", "Group"), cells.TEXT, Wording("grupa towarowa", "group of goods"))
ACTIVE = Field(Word("Aktywny", "Active"), cells.FLAG, Wording("czy towar jest w obrocie (tak)", "is it sold (yes)"))
GOODS_CODE = Field(Word("Towar", "Goods"), cells.TEXT, Wording("kod towaru", "code of the goods"), required=True)
SOME_GOODS = Field(
    Word("Towar", "Goods"), cells.TEXT, Wording("kod towaru; pusty: wszystkie", "code of the goods; empty: all")
)
FURTHER_EAN = Field(Word("EAN", "EAN"), EAN_KIND, Wording("kod jednostki", "code of the unit"), required=True)
PRICE_OF_GROUP = Field(
    Word("Grupa cenowa", "Price group"), cells.TEXT, Wording("nazwa ceny sprzedaży", "name of the price"), required=True
)
PRICE = Field(Word("Cena", "Price"), cells.AMOUNT, Wording("cena netto", "net price"), required=True)
PARTY = Field(Word("Podmiot", "Party"), cells.TEXT, Wording("kod podmiotu", "code of the party"), required=True)
PERCENT = Field(Word("Rabat", "Discount"), cells.AMOUNT, Wording("rabat w procentach", "discount in percent"))
FIXED = Field(
    Word("Stała cena", "Fixed price"), cells.AMOUNT, Wording("cena niezależna od grupy", "price whatever the group")
)
OF = Field(
    Word("Dotyczy", "Of"),
    cells.choice(
        Wording("czego dotyczy", "of what"), {Word("podmiot", "party"): "party", Word("towar", "goods"): "goods"}
    ),
    Wording("podmiot albo towar", "party or goods"),
    required=True,
)
OWNER = Field(Word("Kod", "Code"), cells.TEXT, Wording("kod podmiotu albo towaru", "code of it"), required=True)
ATTRIBUTE = Field(Word("Atrybut", "Attribute"), cells.TEXT, Wording("kod atrybutu", "its code"), required=True)
FOR_PARTY = Field(
    Word("Kontrahent", "Contractor"),
    cells.TEXT,
    Wording("atrybut towaru zależny od kontrahenta: jego kod", "for an attribute that depends on it: its code"),
)
VALUE = Field(Word("Wartość", "Value"), cells.TEXT, Wording("wartość atrybutu", "the value"))

GOODS = SectionSchema(
    Word("Towary", "Goods"),
    Wording("towary i usługi", "goods and services"),
    columns=(CODE, NAME, KIND, UNIT, EAN, RATE, PURCHASE_RATE, PKWIU, GROUP, ACTIVE),
)
UNITS = SectionSchema(
    Word("Jednostki i kody", "Units and codes"),
    Wording("dalsze kody EAN towarów i ich jednostki", "further EANs of goods and their units"),
    columns=(GOODS_CODE, FURTHER_EAN, UNIT),
)
PRICES = SectionSchema(
    Word("Ceny", "Prices"), Wording("ceny sprzedaży netto", "net prices"), columns=(GOODS_CODE, PRICE_OF_GROUP, PRICE)
)
DISCOUNTS = SectionSchema(
    Word("Rabaty", "Discounts"),
    Wording(
        "rabaty i stałe ceny kontrahentów; stała cena idzie przed rabatem, rabat na towar przed rabatem na jego grupę, "
        "a ten przed rabatem na wszystkie towary",
        "discounts and fixed prices of contractors; a fixed price goes before a discount, a discount on goods before "
        "one on their group, and that before one on all goods",
    ),  # 001:569
    columns=(PARTY, SOME_GOODS, GROUP, PERCENT, FIXED),
)
ATTRIBUTES = SectionSchema(
    Word("Atrybuty", "Attributes"),
    Wording("atrybuty podmiotów i towarów", "attributes of parties and goods"),
    columns=(OF, OWNER, ATTRIBUTE, FOR_PARTY, VALUE),
)


def _digits(pl: str, en: str, doc: Wording) -> Field[str]:
    least, most = _DIGITS[en]

    def read(text: str) -> Parsed[str]:
        if text.isascii() and text.isdigit() and least <= len(text) <= most:
            return Parsed(text)
        finding = wrong.BAD_SSCC_PART.found(0, len(text), text=text, least=str(least), most=str(most))
        return Parsed(None, (finding,))

    return Field(Word(pl, en), CellKind(Wording("cyfry", "digits"), read), doc, required=True)


EXTENSION = _digits("cyfra uzupełniająca", "extension", Wording("0–9: więcej numerów", "0–9: more numbers"))
PREFIX = _digits("prefiks gs1", "prefix", Wording("prefiks kraju, np. 590", "prefix of the country, such as 590"))
COMPANY_NUMBER = _digits(
    "numer identyfikacyjny firmy", "company", Wording("numer jednostki kodującej", "number of the company")
)
FIRST_SERIAL = _digits("numer seryjny od", "first serial", Wording("pierwszy numer", "the first number"))
SSCC = SectionSchema(
    Word("Kody SSCC", "SSCC"),
    Wording("numery jednostek wysyłkowych", "numbers of logistic units"),
    keys=(EXTENSION, PREFIX, COMPANY_NUMBER, FIRST_SERIAL),
)
CHAIN = Field(
    Word("Sieć", "Chain"), cells.TEXT, Wording("nazwa sieci: TESCO, MAKRO …", "name of the chain"), required=True
)
CHAIN_GLN = Field(Word("GLN", "GLN", ("ILN",)), GLN_KIND, Wording("GLN kontrahenta z sieci", "its GLN"), required=True)
CHAINS = SectionSchema(
    Word("Sieci", "Chains"),
    Wording("sieci handlowe poznawane po GLN", "chains of shops, known by GLN"),  # 001:239
    columns=(CHAIN, CHAIN_GLN),
)
SECTIONS = (GOODS, UNITS, PRICES, DISCOUNTS, ATTRIBUTES, CHAINS, SSCC)


@dataclass(frozen=True, slots=True)
class _Attributes:
    """The attributes of the file: those of parties and of goods by code, BUYERITEMCODE by goods and contractor."""

    parties: Mapping[str, tuple[Attribute, ...]]
    goods: Mapping[str, tuple[Attribute, ...]]
    buyer_codes: Mapping[str, Mapping[str, str]]


def with_attributes(reading: Reading, parties: Mapping[str, KnownParty]) -> dict[str, KnownParty]:
    """The parties with the attributes that the file gives them."""
    attributes = _attributes(reading.part(ATTRIBUTES).rows)
    return {
        key: replace(party, attributes=attributes.parties[key]) if key in attributes.parties else party
        for key, party in parties.items()
    }


def read_trade(
    reading: Reading,
    company: Record,
    parties: Mapping[str, tuple[KnownParty, Record]],
    lost_parties: frozenset[str],
    report: Report,
) -> TradeFile:
    """What the file holds for trade; what is wrong with it goes to the report.

    Of codes that stand in rows of a wrong length (`lost_parties`; those of goods) nothing is said: the row was told.
    """
    attributes = _attributes(reading.part(ATTRIBUTES).rows)
    rows = _goods_rows(reading.part(GOODS).rows, report)
    goods_codes, party_codes = rows.keys() | reading.part(GOODS).codes(CODE), parties.keys() | lost_parties
    for row in reading.part(ATTRIBUTES).rows:
        _known(row, OWNER, goods_codes if row.get(OF) == "goods" else party_codes, report)
        _known(row, FOR_PARTY, party_codes, report)
    units = _units((row for row in reading.part(UNITS).rows if _known(row, GOODS_CODE, goods_codes, report)), rows)
    prices: dict[str, dict[str, Decimal]] = {}
    for row in reading.part(PRICES).rows:
        code, group, price = row.get(GOODS_CODE), row.get(PRICE_OF_GROUP), row.get(PRICE)
        if _known(row, GOODS_CODE, goods_codes, report) and code and group and price is not None:
            prices.setdefault(code_key(code), {})[group.casefold()] = price
    groups = sorted({*(row.get(GROUP) or "" for row in rows.values()), *reading.part(GOODS).codes(GROUP)} - {""})
    goods = {key: _goods(row, key, units.get(key, {}), prices.get(key, {}), attributes) for key, row in rows.items()}
    own = company.get(GLN) or ""
    return TradeFile(
        own,
        company.get(HEAD_GLN) or own,
        company.get(WASTE_NUMBER) or "",
        company.get(COURT) or "",
        company.get(WAREHOUSE) or "",
        goods,
        _by_ean(goods, rows, report),
        _by_gln(parties, report),
        tuple(_discounts(reading.part(DISCOUNTS).rows, goods_codes, party_codes, groups, report)),
        _sscc(reading, report),
        {row.get(CHAIN_GLN) or "": (row.get(CHAIN) or "").upper() for row in reading.part(CHAINS).rows},
    )


def _goods_rows(rows: Iterable[Record], report: Report) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for row in rows:
        code = row.get(CODE)
        if code is None:
            continue
        first = found.setdefault(code_key(code), row)
        if first is not row:
            where = Related(first.place(CODE), Wording("pierwszy raz tutaj", "first here"))
            report.add(problems.CODE_REPEATED.at(row.place(CODE), related=(where,), code=code))
    return found


def _goods(
    row: Record, key: str, units: Mapping[str, str], prices: Mapping[str, Decimal], attributes: _Attributes
) -> KnownGoods:
    ean, unit, rate = row.get(EAN) or "", row.get(UNIT) or "szt", row.get(RATE) or "23"
    kind: Literal["goods", "service"] = "service" if row.get(KIND) == "service" else "goods"
    return KnownGoods(
        row.get(CODE) or "",
        row.get(NAME) or "",
        kind,
        unit,
        ean,
        rate,
        row.get(PURCHASE_RATE) or rate,
        row.get(PKWIU) or "",
        row.get(GROUP) or "",
        row.get(ACTIVE) is not False,
        {**({ean: unit} if ean else {}), **units},
        prices,
        attributes.buyer_codes.get(key, {}),
        attributes.goods.get(key, ()),
    )


def _units(rows: Iterable[Record], goods: Mapping[str, Record]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        code, ean = row.get(GOODS_CODE), row.get(FURTHER_EAN)
        if code and ean and code_key(code) in goods:
            own = goods[code_key(code)].get(UNIT) or "szt"
            found.setdefault(code_key(code), {})[ean] = row.get(UNIT) or own
    return found


def _by_ean(goods: Mapping[str, KnownGoods], rows: Mapping[str, Record], report: Report) -> dict[str, KnownGoods]:
    found: dict[str, KnownGoods] = {}
    for key, each in goods.items():
        for ean in each.units:
            first = found.setdefault(ean, each)
            if first is not each:
                where = Related(
                    rows[code_key(first.code)].place(CODE), Wording("ma go ten towar", "these goods have it")
                )
                report.add(wrong.EAN_REPEATED.at(rows[key].place(CODE), related=(where,), ean=ean, code=first.code))
    return found


def _by_gln(parties: Mapping[str, tuple[KnownParty, Record]], report: Report) -> dict[str, KnownParty]:
    found: dict[str, KnownParty] = {}
    for party, row in parties.values():
        if not party.gln:
            continue
        first = found.setdefault(party.gln, party)
        if first is not party:
            where = Related(
                parties[code_key(first.code)][1].place(PARTY_GLN), Wording("ma go ten podmiot", "this party has it")
            )
            report.add(wrong.GLN_REPEATED.at(row.place(PARTY_GLN), related=(where,), gln=party.gln, code=first.code))
    return found


def _discounts(
    rows: Iterable[Record], goods: Container[str], parties: Container[str], groups: list[str], report: Report
) -> Iterator[KnownDiscount]:
    first: dict[tuple[str, str, str, bool], Record] = {}
    for row in rows:
        known = [_known(row, PARTY, parties, report), _known(row, SOME_GOODS, goods, report)]
        known.append(_known_group(row, groups, report))
        percent, fixed = row.get(PERCENT), row.get(FIXED)
        beyond = not ZERO <= (percent or ZERO) <= 100 or (fixed or ZERO) < 0
        if beyond or (percent is None) == (fixed is None) or (fixed is not None and not row.get(SOME_GOODS)):
            report.add(wrong.BAD_DISCOUNT.at(row.span))
        elif all(known):
            found = KnownDiscount(
                code_key(row.get(PARTY) or ""),
                code_key(row.get(SOME_GOODS) or ""),
                (row.get(GROUP) or "").casefold(),
                percent,
                fixed,
            )
            scope = (found.party, found.goods, "" if found.goods else found.group, fixed is not None)
            before = first.setdefault(scope, row)
            if (before.get(PERCENT), before.get(FIXED)) != (percent, fixed):
                where = Related(before.span, Wording("pierwszy raz tutaj", "first here"))
                report.add(wrong.DISCOUNT_REPEATED.at(row.span, related=(where,), party=row.get(PARTY) or ""))
            yield found


def _known_group(row: Record, groups: list[str], report: Report) -> bool:
    """Whether goods of the group of a discount are on file."""
    group = row.get(GROUP)
    if not group or group.casefold() in {each.casefold() for each in groups}:
        return True
    report.add(
        wrong.UNKNOWN_GROUP.at(
            row.place(GROUP), group=group, advice=did_you_mean(group, groups), known=listed(groups) or "–"
        )
    )
    return False


def _attributes(rows: Iterable[Record]) -> _Attributes:
    parties: dict[str, list[Attribute]] = {}
    goods: dict[str, list[Attribute]] = {}
    buyers: dict[str, dict[str, str]] = {}
    for row in rows:
        owner, code = code_key(row.get(OWNER) or ""), row.get(ATTRIBUTE)
        if not code:
            continue
        value, party = row.get(VALUE) or "", row.get(FOR_PARTY)
        if row.get(OF) == "party":
            parties.setdefault(owner, []).append(Attribute(code=code, value=value))
        elif not party:
            goods.setdefault(owner, []).append(Attribute(code=code, value=value))
        elif code.casefold() == BUYER_ITEM_CODE.casefold():
            buyers.setdefault(owner, {})[code_key(party)] = value
    return _Attributes(
        {key: tuple(each) for key, each in parties.items()},
        {key: tuple(each) for key, each in goods.items()},
        buyers,
    )


def _known(row: Record, field: Field[str], codes: Container[str], report: Report) -> bool:
    """Whether the code of a cell is on file; an empty one is no code, and no error."""
    code = row.get(field)
    if not code or code_key(code) in codes:
        return True
    report.add(wrong.NOT_ON_FILE.at(row.place(field), code=code))
    return False


def _sscc(reading: Reading, report: Report) -> SsccSettings | None:
    part = reading.part(SSCC)
    if part.span is reading.span:
        return None
    parts = [part.keys.get(each) for each in (EXTENSION, PREFIX, COMPANY_NUMBER, FIRST_SERIAL)]
    given = [each for each in parts if each]
    if len(given) < len(parts):
        return None
    extension, prefix, company, serial = given
    if len(prefix + company + serial) > _LONGEST_SSCC:
        report.add(wrong.SSCC_TOO_LONG.at(part.keys.place(FIRST_SERIAL), length=str(len(prefix + company + serial))))
        return None
    return SsccSettings(extension, prefix, company, serial)
