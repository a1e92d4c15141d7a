"""Problems of cash reports that are matched or explained, and of what their entries are held against."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_MATCHED = "rozliczenia: 50\nKP;PLN;123,00;FS/1/2026"
NO_REPORT = Problem(
    "wyciag/no-report",
    Wording(
        "Dokument {number} nie jest raportem kasowym, a tu podaje się raporty.",
        "The document {number} is no cash report, and reports are what is given here.",
    ),
    Wording(
        "Podaj raport, który zapisało „dekret bank import WYCIĄG -o raport.json”{other}.",
        "Give the report that 'dekret bank import STATEMENT -o report.json' has written{other}.",
    ),
    bad=_MATCHED.replace("KP;PLN;123,00", "FS;PLN;123,00"),
    good=_MATCHED,
)
NO_REPORT_FILE = Problem(
    "wyciag/no-report-file",
    Wording("To nie jest raport kasowy w JSON.", "This is no cash report in JSON."),
    Wording(
        "Wyciąg z banku trzeba najpierw wczytać: dekret bank import {file} -o raport.json. Potem podaj ten raport.",
        "Import a statement of the bank first: dekret bank import {file} -o report.json. Then give that report.",
    ),
    bad=_MATCHED.replace("KP;PLN;123,00", "MT940;PLN;123,00"),
    good=_MATCHED,
)
NO_INVOICE = Problem(
    "wyciag/no-invoice",
    Wording(
        "Dokument {number} nie jest fakturą ani zapisem rejestru VAT: nie ma w nim czego rozliczyć.",
        "The document {number} is neither an invoice nor an entry of a VAT register: nothing of it can be settled.",
    ),
    Wording(
        "Opcja --invoices bierze faktury, --payments płatności, a raporty z „dekret bank import” stoją bez opcji.",
        "--invoices takes invoices and --payments payments; reports of 'dekret bank import' stand without an option.",
    ),
    bad=_MATCHED.replace("KP;PLN;123,00", "RAPORT;PLN;123,00"),
    good=_MATCHED,
)
NOT_SETTLED = Problem(
    "wyciag/not-settled",
    Wording(
        "Zapis {number} w walucie {currency} nie został rozliczony: nie wiadomo, ile dokument wynosi w PLN.",
        "The entry {number} in {currency} was not settled: what the document is in PLN is not known.",
    ),
    Wording("Rozlicz go ręcznie, z kursem dokumentu.", "Settle it by hand, with the rate of the document."),
    bad=_MATCHED.replace("PLN", "EUR"),
    good=_MATCHED,
    severity=Severity.WARNING,
)

PROBLEMS: tuple[Problem, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Problem))
"""All problems of this module, in order."""
