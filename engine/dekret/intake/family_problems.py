"""Problems of records of any family: one of another family in its place, as an invoice among payments; empty fields."""

from collections.abc import Mapping

from dekret.intake.problems import FAULTS
from dekret.model.faults import FieldError
from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording
from dekret.values.vat import percent_meant

_GOOD = """{"type": "vat_purchase", "number": "FZ/12/2026", "issue_date": "2026-03-05",
 "party": {"code": "ALOZA", "name": "Aloza sp. z o.o."},
 "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}]}
"""
OTHER_FAMILY = Problem(
    "intake/other-family",
    Wording(
        "Tu potrzeba: {wanted}, a {number} to {found} typu „{kind}”.",
        "Wanted here: {wanted}; {number} is {found} of the type '{kind}'.",
    ),
    Wording("{advice}Czytane są tu pliki {files}.", "{advice}Files that are read here: {files}."),
    bad='dokument: {"type": "payment", "number": "FZ/12/2026", "state": "approved", "amount": "123.00"}\n',
    good="dokument: " + _GOOD,
)
EMPTY_FIELD = Problem(
    "intake/empty-field",
    Wording("Pole {path}{title} jest puste.", "The field {path}{title} is empty."),
    Wording("Uzupełnij je.{more}", "Fill it in.{more}"),
    bad="dokument: " + _GOOD.replace("FZ/12/2026", ""),
    good="dokument: " + _GOOD,
)
WHERE_TO: Mapping[str, Wording] = {
    "documents": Wording(
        "Dokument księguje dekret post, do rozliczeń podaje się go opcją --invoices; płatność ma number, state "
        "i amount (dekret docs przelew). ",
        "A document is posted by dekret post, and given by --invoices to be settled; a payment has number, state and "
        "amount (dekret docs payment). ",
    ),
    "payments": Wording(
        "Płatności zapisuje do pliku banku dekret bank export. ",
        "Payments are written to the file of a bank by dekret bank export. ",
    ),
}
"""What records of a family are for, where they are given in the place of others."""
OF_CORRECTION = Wording(
    ' Korekta danych też ma pozycje: z quantity, net i vat "0", a w before z tym, co zostaje (dekret docs dokument).',
    ' A correction of data has positions, too: quantity, net and vat "0", in before what stays (dekret docs document).',
)
"""What is to be known of the positions of a correction that has none."""
FORMS: Mapping[str, Wording] = {
    "": Wording("tekst w jednym wierszu", "a text of one line"),
    "vat_rate": Wording(
        "procent bez znaku % (23, 8, 5.5, 0), a nie ułamek 0.23, albo kod: 0 KR, 0 WDT, 0 EX, zw, np, np I, np II, oo, "
        "marża, OSS",
        "a percentage without % (23, 8, 5.5, 0), and no fraction such as 0.23, or a code: 0 KR, 0 WDT, 0 EX, zw, np, "
        "np I, np II, oo, marża, OSS",
    ),
    "currency": Wording("waluta jako trzy wielkie litery: PLN, EUR", "a currency as three capitals: PLN, EUR"),
    "country": Wording("kraj jako dwie wielkie litery: PL, DE", "a country as two capitals: PL, DE"),
    "gln": Wording("numer GLN (ILN) z trzynastu cyfr", "a GLN (ILN) of thirteen digits"),
    "sscc": Wording("numer SSCC z osiemnastu cyfr", "an SSCC of eighteen digits"),
    "settled_kind": Wording(
        "skrót rodzaju dokumentu: FS (faktura sprzedaży), FSK (jej korekta), FZ (faktura zakupu), FZK (jej korekta), "
        "KP (wpłata), KW (wypłata) albo inny, z samych wielkich liter",
        "the short name of a kind of document: FS (sale invoice), FSK (its correction), FZ (purchase invoice), FZK (of "
        "it), KP (receipt), KW (payment) or another one, in capitals",
    ),
    "analytic_position": Wording(
        "document, line:2, cost:2, vat_cost:2 albo additional:1 (numer liczony od jedynki)",
        "document, line:2, cost:2, vat_cost:2 or additional:1 (counted from one)",
    ),
}
"""What may stand in a field of a form, by the name of the form (`extra` of its type)."""


def reason_of(error: FieldError) -> Wording:
    """What is wrong with a field, as the end of a sentence where keys and cells are spoken of."""
    reason = FAULTS[error.fault].fill({"given": error.given, "form": FORMS[error.form]})
    meant = percent_meant(error.given) if error.form == "vat_rate" else ""
    return Wording(f"{reason.pl} (czy chodziło o {meant}?)", f"{reason.en} ({meant}?)") if meant else reason


PROBLEMS = (OTHER_FAMILY, EMPTY_FIELD)
