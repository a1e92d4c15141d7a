"""Problems of printing: a document that a printout cannot be made of, answers of a dialog, templates that stop."""

from dekret.text.diagnostic import Problem
from dekret.text.wording import Wording

_INVOICE = """{"type": "sale_invoice", "number": "FS/1/2026", "issue_date": "2026-03-05", "party": {"code": "ALOZA"},
 "positions": [{"goods": {"code": "KUBEK"}, "rate": "23", "net": "100.00", "vat": "23.00"}]}
"""
_CORRECTION = _INVOICE.replace('"FS/1/2026"', '"FSK/1/2026", "correction": true, "corrected_numbers": ["FS/1/2026"]')
_BEFORE = '"before": {"quantity": "2", "price": "100", "rate": "23", "net": "200.00", "vat": "46.00"}, '
OTHER_DOCUMENT = Problem(
    "render/other-document",
    Wording(
        "Szablon {template} drukuje: {wanted}. Dokument {number} jest inny ({kind}).",
        "The template {template} prints: {wanted}. The document {number} is another ({kind}).",
    ),
    Wording("Wskaż inny szablon („dekret render”) albo inny plik.", "Name another template ('dekret render') or file."),
    bad="wydruk FAKTURA-VAT: " + _INVOICE.replace("sale_invoice", "purchase_invoice"),
    good="wydruk FAKTURA-VAT: " + _INVOICE,
)
NO_BEFORE = Problem(
    "render/no-before",
    Wording(
        "Korekta {number}, pozycja {line}: nie wiadomo, co było przed korektą.",
        "Correction {number}, position {line}: what was before is not known.",
    ),
    Wording(
        "Dopisz w pozycji pole before albo podaj obok plik dokumentu korygowanego.",
        "Add the field before to the position, or give the file of the corrected document, too.",
    ),
    bad="wydruk KOREKTA-VAT: " + _CORRECTION,
    good="wydruk KOREKTA-VAT: "
    + _CORRECTION.replace('"rate": "23", "net": "100.00"', _BEFORE + '"rate": "23", "net": "100.00"'),
)
STOPPED = Problem(
    "render/stopped",
    Wording("Szablon {template} zatrzymał się: {reason}", "The template {template} stopped: {reason}"),
    Wording("Popraw szablon; „dekret check” pokaże, czego mu brakuje.", "Correct the template; 'dekret check' tells."),
    bad="wydruk PETLA: "
    + _INVOICE
    + '=== petla.szablon\n{#\nszablon "PETLA"\n\n[Ogólne]\nnazwa = Pętla\nrodzaj = tekst\nrekord = faktura\n#}\n'
    + "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(faktura.numer) }}\n",
    good="wydruk FAKTURA-VAT: " + _INVOICE,
)
MISSING_ANSWER = Problem(
    "render/missing-answer",
    Wording("Nie podano parametru „{name}”.", "The parameter '{name}' was not given."),
    Wording('Podaj: --set "{name}=…" ({wanted}).', 'Give it: --set "{name}=…" ({wanted}).'),
    bad="wydruk HDI: " + _INVOICE,
    good="wydruk FAKTURA-VAT: " + _INVOICE,
)
UNFIT_ANSWER = Problem(
    "render/unfit-answer",
    Wording("Parametr „{name}”: „{text}” nie pasuje.", "The parameter '{name}': '{text}' does not fit."),
    Wording("Ma to być {wanted}, np. {example}.", "It has to be {wanted}, such as {example}."),
    bad="wydruk HDI rynek=księżyc: " + _INVOICE,
    good="wydruk FAKTURA-VAT: " + _INVOICE,
)
NOT_FOREIGN = Problem(
    "render/not-foreign",
    Wording(
        "Dokument {number} jest w złotych, a szablon {template} drukuje tylko dokumenty w walucie obcej.",
        "The document {number} is in PLN; the template {template} prints documents in a foreign currency alone.",
    ),
    Wording("Użyj szablonu złotowego, np. FAKTURA-VAT.", "Use a template for PLN, such as FAKTURA-VAT."),
    bad="wydruk FAKTURA-VAT-UE: " + _INVOICE,
    good="wydruk FAKTURA-VAT-UE: "
    + _INVOICE.replace('"positions"', '"currency": "EUR", "exchange_rate": "4.25", "positions"'),
)
PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
