"""Problems of what the company's file holds for trade: GLN, EAN, goods, prices, discounts, SSCC."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_TRADE = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
gln = 5900000000015
[Podmioty]
| Kod   | NIP        |
|-------|------------|
| ALOZA | 6736819308 |
[Towary]
| Kod  | Nazwa        | EAN           | Stawka VAT |
|------|--------------|---------------|------------|
| GUMA | Guma arabska | 2900000000018 | 23         |
| KLEJ | Klej biurowy | 2900000000025 | 23         |
"""
BAD_GLN = Problem(
    "kartoteka/bad-gln",
    Wording("„{gln}” nie jest numerem GLN (ILN).", "'{gln}' is no GLN (ILN)."),
    Wording("Wpisz 13 cyfr; ostatnia to cyfra kontrolna.", "Write 13 digits; the last is the check digit."),
    bad=_TRADE.replace("5900000000015", "5900000000016"),
    good=_TRADE,
)
BAD_EAN = Problem(
    "kartoteka/bad-ean",
    Wording("„{ean}” nie jest kodem EAN ani kodem AAP.", "'{ean}' is neither an EAN nor an AAP code."),
    Wording(
        "Kod EAN ma 8, 12, 13 albo 14 cyfr, z których ostatnia jest kontrolna; kod AAP nadany przez sieć – 5 cyfr.",
        "An EAN has 8, 12, 13 or 14 digits, the last a check digit; an AAP code of a chain has 5.",
    ),
    bad=_TRADE.replace("2900000000025", "2900000000026"),
    good=_TRADE.replace("2900000000025", "12345"),
)
EAN_REPEATED = Problem(
    "kartoteka/ean-repeated",
    Wording("Kod EAN {ean} ma już towar {code}.", "The goods {code} have the EAN {ean} already."),
    Wording(
        "Popraw jeden z kodów: towary z plików poznaje się po EAN.",
        "Correct one of the codes: goods of files are known by their EAN.",
    ),
    bad=_TRADE.replace("2900000000025", "2900000000018"),
    good=_TRADE,
)
GLN_REPEATED = Problem(
    "kartoteka/gln-repeated",
    Wording("GLN {gln} ma już podmiot {code}.", "The party {code} has the GLN {gln} already."),
    Wording(
        "Popraw jeden z numerów: podmioty z plików poznaje się po GLN.",
        "Correct one of them: parties of files are known by their GLN.",
    ),
    bad='kartoteka "F"\n[Firma]\nnazwa = F\n[Podmioty]\n| Kod | GLN |\n| A | 5900000000015 |\n| B | 5900000000015 |\n',
    good='kartoteka "F"\n[Firma]\nnazwa = F\n[Podmioty]\n| Kod | GLN |\n| A | 5900000000015 |\n| B | 5900000000022 |\n',
)
BAD_VAT_RATE = Problem(
    "kartoteka/bad-vat-rate",
    Wording("„{rate}” nie jest stawką VAT.", "'{rate}' is no VAT rate."),
    Wording("Wpisz np. 23, 8, 5, 0, zw, np, oo.", "Write 23, 8, 5, 0, zw, np, oo and the like."),
    bad=_TRADE.replace("| 23         |", "| zwolniona  |", 1),
    good=_TRADE.replace("| 23         |", "| zw         |", 1),
)
NOT_ON_FILE = Problem(
    "kartoteka/not-on-file",
    Wording("W kartotece nie ma kodu {code}.", "The code {code} is not on file."),
    Wording("Popraw kod albo dopisz go w [Podmioty] lub [Towary].", "Correct it, or add it to [Podmioty] or [Towary]."),
    bad=_TRADE + "[Ceny]\n| Towar | Grupa cenowa | Cena |\n| GUMKA | hurtowa | 12,50 |\n",
    good=_TRADE + "[Ceny]\n| Towar | Grupa cenowa | Cena |\n| GUMA | hurtowa | 12,50 |\n",
)
BAD_DISCOUNT = Problem(
    "kartoteka/bad-discount",
    Wording(
        "Wiersz rabatu ma mieć albo procent od 0 do 100, albo stałą cenę towaru, nieujemną.",
        "A row of discounts has either a percentage from 0 to 100 or the fixed price of goods, not below zero.",
    ),
    Wording(
        "Wypełnij Rabat albo Towar i Stała cena; stała cena idzie przed rabatem.",  # 001:569
        "Fill in 'Rabat', or 'Towar' and 'Stała cena'; a fixed price goes before a discount.",
    ),
    bad=_TRADE + "[Rabaty]\n| Podmiot | Towar | Rabat | Stała cena |\n| ALOZA | GUMA | 5 | 11,00 |\n",
    good=_TRADE + "[Rabaty]\n| Podmiot | Towar | Rabat | Stała cena |\n| ALOZA | | 5 | |\n| ALOZA | GUMA | | 11,00 |\n",
)
_DISCOUNT = "[Rabaty]\n| Podmiot | Towar | Grupa | Rabat |\n| ALOZA | | KLEJE | 5 |\n"
_GROUPED = _TRADE.replace("Stawka VAT |", "Stawka VAT | Grupa |").replace("| 23         |", "| 23 | KLEJE |")
_GROUPED = _GROUPED.replace("|------------|\n| GUMA", "|------------|-------|\n| GUMA")
UNKNOWN_GROUP = Problem(
    "kartoteka/unknown-group",
    Wording("Żaden towar nie ma grupy „{group}”.", "No goods have the group '{group}'."),
    Wording(
        "{advice}Popraw grupę albo wpisz ją towarom w [Towary]; grupy towarów: {known}.",
        "{advice}Correct it, or give it to goods of [Towary]; the groups of goods: {known}.",
    ),
    bad=_GROUPED + _DISCOUNT.replace("KLEJE", "Brak"),
    good=_GROUPED + _DISCOUNT,
)
DISCOUNT_REPEATED = Problem(
    "kartoteka/discount-repeated",
    Wording(
        "Podmiot {party} ma tu już inny rabat albo inną stałą cenę na to samo.",
        "The party {party} has another discount or fixed price on the same already.",
    ),
    Wording("Zostaw jeden z tych wierszy.", "Keep one of these rows."),
    bad=_GROUPED + _DISCOUNT + "| ALOZA | | KLEJE | 7 |\n",
    good=_GROUPED + _DISCOUNT + "| ALOZA | | | 2 |\n",
)
_SSCC = """[Kody SSCC]
cyfra uzupełniająca = 3
prefiks gs1 = 590
numer identyfikacyjny firmy = 1234
numer seryjny od = 000001
"""
BAD_SSCC_PART = Problem(
    "kartoteka/bad-sscc-part",
    Wording("„{text}” to nie od {least} do {most} cyfr.", "'{text}' is not {least} to {most} digits."),
    Wording("Wpisz cyfry z konfiguracji kodów SSCC.", "Write the digits of the settings of SSCC."),
    bad=_TRADE + _SSCC.replace("590", "59"),
    good=_TRADE + _SSCC,
)
SSCC_TOO_LONG = Problem(
    "kartoteka/sscc-too-long",
    Wording(
        "Prefiks, numer firmy i numer seryjny mają razem {length} cyfr, a mogą mieć 16.",
        "Prefix, number of the company and serial number have {length} digits, and may have 16.",
    ),
    Wording("Skróć numer seryjny.", "Shorten the serial number."),
    bad=_TRADE + _SSCC.replace("1234", "1234567").replace("000001", "0000001"),
    good=_TRADE + _SSCC,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
