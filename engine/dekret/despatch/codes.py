"""The lists that an awizo chooses from: modes of transport, terms of delivery, types of packages.

Codes as in orders of Comarch EDI 2.2 and in EANCOM (comarch-edi.md 5.6–5.8); the terms are Incoterms 2020, and the two
older ones that orders name.
"""

from collections.abc import Mapping
from typing import TypeVar

from dekret.model.trade import ModeOfTransport
from dekret.text.wording import Wording

K = TypeVar("K", bound=str)

TRANSPORT: Mapping[ModeOfTransport, Wording] = {
    "30": Wording("drogowy", "road"),
    "20": Wording("kolejowy", "rail"),
    "10": Wording("morski", "sea"),
    "40": Wording("lotniczy", "air"),
    "60": Wording("kombinowany", "multimodal"),
}
DELIVERY_TERMS: Mapping[str, Wording] = {
    "DDP": Wording("Dostarczone, cło opłacone", "Delivered duty paid"),
    "DAP": Wording("Dostarczone do miejsca", "Delivered at place"),
    "DPU": Wording("Dostarczone do miejsca, rozładowane", "Delivered at place unloaded"),
    "CPT": Wording("Przewoźne opłacone do", "Carriage paid to"),
    "CIP": Wording("Przewoźne i ubezpieczenie opłacone do", "Carriage and insurance paid to"),
    "FCA": Wording("Franco przewoźnik", "Free carrier"),
    "EXW": Wording("Z zakładu", "Ex works"),
    "FAS": Wording("Franco wzdłuż burty statku", "Free alongside ship"),
    "FOB": Wording("Franco statek", "Free on board"),
    "CFR": Wording("Koszt i fracht", "Cost and freight"),
    "CIF": Wording("Koszt, ubezpieczenie i fracht", "Cost, insurance and freight"),
    "DAT": Wording("Dostarczone do terminalu (Incoterms 2010)", "Delivered at terminal (Incoterms 2010)"),
    "FOR": Wording("Przekazane przewoźnikowi w oznaczonym miejscu", "Handed to the carrier at a named place"),
}
PACKAGE_TYPES: Mapping[str, Wording] = {
    "201": Wording("paleta EUR 80×120", "EUR pallet 80×120"),
    "200": Wording("półpaleta EUR 80×60", "half EUR pallet 80×60"),
    "202": Wording("paleta 100×120", "pallet 100×120"),
    "CT": Wording("karton", "carton"),
    "BX": Wording("skrzynia, pudło", "box"),
    "PK": Wording("paczka", "package"),
    "PX": Wording("paleta", "pallet"),
}


def code_with_words(code: K, codes: Mapping[K, Wording]) -> Wording:
    """`30 – drogowy`; the code alone where it is none of the list."""
    words = codes.get(code)
    return Wording(f"{code} – {words.pl}", f"{code} – {words.en}") if words else Wording(code, code)
