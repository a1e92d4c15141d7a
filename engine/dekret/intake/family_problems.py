"""Problems of records of any family: one of another family in its place, as an invoice among payments; empty fields."""

from collections.abc import Mapping

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

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
    Wording("Uzupełnij je.", "Fill it in."),
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

PROBLEMS = (OTHER_FAMILY, EMPTY_FIELD)
