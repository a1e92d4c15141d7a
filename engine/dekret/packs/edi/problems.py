"""Problems of the exchange of documents in Comarch EDI."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

OTHER_TYPE = Problem(
    "edi/other-type",
    Wording("Dokumentu {number} (typ {kind}) nie zapisuje się w plikach EDI.", "{number} ({kind}) has no file in EDI."),
    Wording(
        "Zapisywane są: faktury i korekty sprzedaży (sale_invoice), zamówienia u dostawców (supplier_order), awiza "
        "wysyłki (despatch_advice) i cenniki (price_list).",
        "There are files for sales invoices and corrections (sale_invoice), orders to suppliers (supplier_order), "
        "despatch advices (despatch_advice) and price lists (price_list).",
    ),
    bad="edi: FZ/1/2026 purchase_invoice",
    good="edi: FS/1/2026 sale_invoice",
)
NO_OWN_GLN = Problem(
    "edi/no-own-gln",
    Wording("Kartoteka {symbol} nie ma własnego numeru GLN firmy.", "The file {symbol} has no GLN of the company."),
    Wording(
        "Wpisz w [Firma]: gln = …, a gdy rozliczenia idą przez centralę, także gln centrali (001:133–137).",
        "Write gln = … in [Firma], and gln centrali where a head office settles.",
    ),
    bad="edi: bez gln",
    good="edi: FS/1/2026 sale_invoice",
)
SAME_FILE = Problem(
    "edi/same-file",
    Wording(
        "Plik {path} ma już dokument {other} z tego eksportu.", "The file {path} has {other} of this export already."
    ),
    Wording(
        "Plik nosi numer dokumentu, a znaki niedozwolone w nazwach są w nim podkreśleniem; zmień jeden z numerów.",
        "A file has the number of its document, with _ for what names cannot hold; change one of the numbers.",
    ),
    bad="edi: FS/1/2026 FS_1_2026",
    good="edi: FS/1/2026 FS/2/2026",
)
TEXT_CUT = Problem(
    "edi/text-cut",
    Wording(
        "{number}: {field} „{text}” – w pliku mieści się {left} znaków.",
        "{number}: {field} '{text}': the file holds {left} characters of it.",
    ),
    Wording("Skróć tekst, jeśli początek nie wystarcza.", "Shorten the text where its beginning does not do."),
    bad="edi: FS/1/2026 długa nazwa",
    good="edi: FS/1/2026 sale_invoice",
    severity=Severity.WARNING,
)
NOT_IN_SHAPE = Problem(
    "edi/not-in-shape",
    Wording(
        "Plik dokumentu {number} byłby niezgodny z kształtem {shape}: {reason}",
        "The file of {number} would not keep to the shape {shape}: {reason}",
    ),
    Wording(
        "Uzupełnij dokument albo kartotekę; gdy to szablon pisze co innego, popraw szablon {template}.",
        "Complete the document or the company's file; where the template writes otherwise, correct {template}.",
    ),
    bad="edi: FS/1/2026 bez terminu",
    good="edi: FS/1/2026 sale_invoice",
)
STOPPED = Problem(
    "edi/stopped",
    Wording("Szablon {template} zatrzymał się: {reason}", "The template {template} stopped: {reason}"),
    Wording("Popraw szablon; dekret check go sprawdza.", "Correct the template; dekret check looks at it."),
    bad="edi: zły szablon",
    good="edi: FS/1/2026 sale_invoice",
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
