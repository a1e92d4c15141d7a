"""Names and codes of the KSeF structures FA(2) and FA(3), as tables."""

from collections.abc import Sequence
from dataclasses import dataclass

NAMESPACES = {
    "http://crd.gov.pl/wzor/2025/06/25/13775/": "FA (3)",
    "http://crd.gov.pl/wzor/2023/06/29/12648/": "FA (2)",
}
INVOICE_KINDS = ("VAT", "KOR", "ZAL", "ROZ", "UPR", "KOR_ZAL", "KOR_ROZ")
ADVANCE_KINDS = ("ZAL", "KOR_ZAL")
FINAL_KINDS = ("ROZ", "KOR_ROZ")
PAYMENT_METHODS = {
    "1": "gotówka",
    "2": "karta",
    "3": "bon",
    "4": "czek",
    "5": "kredyt",
    "6": "przelew",
    "7": "mobilna",
}
ELEMENTS_OF_FIELDS = {
    "number": "P_2",
    "issue_date": "P_1",
    "operation_date": "P_6",
    "currency": "KodWaluty",
    "exchange_rate": "KodWaluty",
    "total": "P_15",
    "corrected_numbers": "DaneFaKorygowanej/NrFaKorygowanej",
    "charges": "Rozliczenie/SumaObciazen",
    "deductions": "Rozliczenie/SumaOdliczen",
    "payments": "Platnosc",
    "settled_advances": "FakturaZaliczkowa",
    "description": "FaWiersz/P_7",
}
"""Below `Fa`, where the fields of a document come from."""


@dataclass(frozen=True, slots=True)
class RateGroup:
    """A pair of sums: the fields of net and tax, the P_12 codes that belong there, the rate of the register."""

    net: str
    vat: str
    codes: tuple[str, ...]
    usual: str

    def rate(self, codes: Sequence[str]) -> str:
        """The rate of the group: that of its lines where they agree, else the usual one."""
        found = {code for code in codes if code in self.codes}
        return found.pop() if len(found) == 1 else self.usual


RATE_GROUPS: tuple[RateGroup, ...] = (
    RateGroup("P_13_1", "P_14_1", ("23", "22"), "23"),
    RateGroup("P_13_2", "P_14_2", ("8", "7"), "8"),
    RateGroup("P_13_3", "P_14_3", ("5",), "5"),
    RateGroup("P_13_4", "P_14_4", ("4", "3"), "4"),
    RateGroup("P_13_5", "P_14_5", (), "OSS"),
    RateGroup("P_13_6_1", "", ("0 KR", "0"), "0 KR"),
    RateGroup("P_13_6_2", "", ("0 WDT",), "0 WDT"),
    RateGroup("P_13_6_3", "", ("0 EX",), "0 EX"),
    RateGroup("P_13_7", "", ("zw",), "zw"),
    RateGroup("P_13_8", "", ("np I", "np"), "np I"),
    RateGroup("P_13_9", "", ("np II",), "np II"),
    RateGroup("P_13_10", "", ("oo",), "oo"),
    RateGroup("P_13_11", "", (), "marża"),
)
"""Sums per rate, in the order of the file."""
