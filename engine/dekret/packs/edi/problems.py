"""Problems of the exchange of documents in Comarch EDI."""

from dekret.edi.examples import BROKEN_TEMPLATE, EXPORT, SAME_NAME, TWO_SALES, export_example
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

OTHER_TYPE = Problem(
    "edi/other-type",
    Wording("Dokumentu {number} (typ {kind}) nie zapisuje się w plikach EDI.", "{number} ({kind}) has no file in EDI."),
    Wording(
        "Zapisywane są: faktury i korekty sprzedaży (sale_invoice), zamówienia u dostawcy (supplier_order), awiza "
        "wysyłki (despatch_advice) i cenniki (price_list).",
        "There are files for sales invoices and corrections (sale_invoice), orders to suppliers (supplier_order), "
        "despatch advices (despatch_advice) and price lists (price_list).",
    ),
    bad=export_example(("sale_invoice", "purchase_invoice")),
    good=EXPORT,
)
NO_OWN_GLN = Problem(
    "edi/no-own-gln",
    Wording("Kartoteka {symbol} nie ma własnego numeru GLN firmy.", "The file {symbol} has no GLN of the company."),
    Wording(
        "Wpisz w [Firma]: gln = …, a gdy rozliczenia idą przez centralę, także gln centrali.",  # 001:133–137
        "Write gln = … in [Firma], and gln centrali where a head office settles.",
    ),
    bad=export_example(company=(("gln = 5900000000015\n", ""),)),
    good=EXPORT,
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
    bad=SAME_NAME,
    good=TWO_SALES,
)
TEXT_CUT = Problem(
    "edi/text-cut",
    Wording(
        "{number}: {field} „{text}” – w pliku mieści się {left} znaków.",
        "{number}: {field} '{text}': the file holds {left} characters of it.",
    ),
    Wording("Skróć tekst, jeśli początek nie wystarcza.", "Shorten the text where its beginning does not do."),
    bad=export_example(company=(("Guma arabska |", f"{'Guma arabska ' * 6}|"),)),
    good=EXPORT,
    severity=Severity.WARNING,
)
NO_UNIT_CODE = Problem(
    "edi/no-unit-code",
    Wording(
        "{number}: jednostka „{unit}” (pozycje: {positions}) nie ma kodu; w pliku stanie {code}, czyli sztuka.",
        "{number}: the unit '{unit}' (positions: {positions}) has no code; the file calls it {code}, a piece.",
    ),
    Wording(
        "Ilości się nie przelicza. Sprawdź, czy EAN jest kodem tej jednostki, albo podaj ilość w szt, kg, m, m2, l, "
        "parach albo t.",
        "The quantity stays as it is. See whether the EAN is that of this unit, or give it in szt, kg, m, m2, l, "
        "para or t.",
    ),
    bad=export_example(('"quantity": "10"', '"quantity": "10", "unit": "karton"')),
    good=EXPORT,
    severity=Severity.WARNING,
)
NUMBER_TOO_LONG = Problem(
    "edi/number-too-long",
    Wording(
        "{number}: {field} „{text}” nie mieści się w pliku: może mieć {left} znaków.",
        "{number}: {field} '{text}' does not fit into the file: it may have {left} characters.",
    ),
    Wording(
        "Numeru ani kodu się nie skraca: skrócony byłby innym numerem. Uzgodnij z odbiorcą krótszy.",
        "Numbers and codes are not cut: one that was cut is another. Agree upon a shorter one with the receiver.",
    ),
    bad=export_example(('"party"', f'"orders": [{{"number": "{"Z" * 36}", "issue_date": "2026-03-20"}}], "party"')),
    good=EXPORT,
)
NO_BEFORE = Problem(
    "edi/no-before",
    Wording(
        "Korekta {number}, pozycja {line}: nie wiadomo, co było przed korektą.",
        "Correction {number}, position {line}: what was before is not known.",
    ),
    Wording(
        "Dopisz w pozycji pole before: ilość, cenę, stawkę, netto i VAT sprzed korekty (dekret docs dokument).",
        "Add the field before to the position: quantity, price, rate, net and VAT (dekret docs document).",
    ),
    bad=export_example(('"party"', '"correction": true, "corrected_numbers": ["FS/9/2026"], "party"')),
    good=EXPORT,
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
    bad=export_example((', "due_date": "2026-04-13"', "")),
    good=EXPORT,
)
STOPPED = Problem(
    "edi/stopped",
    Wording("Szablon {template} zatrzymał się: {reason}", "The template {template} stopped: {reason}"),
    Wording("Popraw szablon; dekret check go sprawdza.", "Correct the template; dekret check looks at it."),
    bad=BROKEN_TEMPLATE,
    good=EXPORT,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
