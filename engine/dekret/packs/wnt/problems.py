"""Problems of internal sales (FSW) made of purchase invoices (001:50–89); what rules say stands in `rules/faktury`."""

from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_FZ = """{"type": "purchase_invoice", "number": "R-17/2026", "issue_date": "2026-03-05", "party": {"code": "NORD"},
 "currency": "EUR", "exchange_rate": "4.25", "category": "TOWARY",
 "positions": [{"goods": {"code": "DESKA"}, "quantity": "10", "rate": "0", "net": "1000.00"}]}"""
_CORRECTION = """{"type": "purchase_invoice", "number": "K-1", "issue_date": "2026-03-09", "party": {"code": "NORD"},
 "currency": "EUR", "exchange_rate": "4.25", "correction": true, "corrected_numbers": ["R-17/2026"],
 "correction_kind": "quantity",
 "positions": [{"goods": {"code": "DESKA"}, "quantity": "-1", "rate": "0", "net": "-100.00"}]}"""
_FSW = """{"type": "internal_sale", "number": "FAWFZ/1/2026", "issue_date": "2026-03-31", "party": {"code": "NORD"},
 "source_numbers": ["R-17/2026"],
 "positions": [{"goods": {"code": "DESKA"}, "quantity": "10", "rate": "23", "net": "4250.00", "vat": "977.50"}]}"""
_FSW_CORRECTION = """{"type": "internal_sale", "number": "FAWKOR/1/2026", "issue_date": "2026-04-02",
 "party": {"code": "NORD"}, "source_numbers": ["R-17/2026", "K-1"],
 "correction": true, "corrected_numbers": ["FAWFZ/1/2026"],
 "positions": [{"goods": {"code": "DESKA"}, "quantity": "-1", "rate": "23", "net": "-425.00", "vat": "-97.75"}]}"""
_FSW_WITH_K1 = _FSW.replace('"R-17/2026"', '"R-17/2026", "K-1"')
_FZKG = """{"type": "purchase_invoice", "number": "K-1", "issue_date": "2026-03-09", "party": {"code": "ALOZA"},
 "border_correction": true, "correction": true, "corrected_numbers": ["R-17/2026"],
 "positions": [{"goods": {"code": "DESKA"}, "quantity": "0", "rate": "0", "net": "300.00"}]}"""
_GOOD = f"wnt: [{_FZ}, {_CORRECTION}]"
_CANCEL = f"wnt cancel FAWFZ/1/2026: [{_FZ}, {_FSW}]"

NO_RATE = Problem(
    "wnt/no-rate",
    Wording(
        "{number}, pozycja {line}: towaru {text} nie ma w kartotece albo jego stawka (0 WDT, 0 EX, oo, np, marża) "
        "nie jest stawką nabycia, więc nie wiadomo, jaki jest podatek.",
        "{number}, position {line}: {text} is not on file, or its rate (0 WDT, 0 EX, oo, np, marża) is none "
        "of purchases, so nobody knows the tax.",
    ),
    Wording(
        "Podaj w sekcji [Towary] kartoteki stawkę krajową (23, 8, 5, 0, 0 KR, zw): "
        "FSW nalicza podatek według karty towaru.",  # 001:81
        "Give it a domestic rate in [Towary] of the company's file, by which the tax is computed.",  # 001:81
    ),
    bad=_GOOD.replace("DESKA", "LISTWA"),
    good=_GOOD,
)
UNPLACED = Problem(
    "wnt/unplaced",
    Wording(
        "Korekta {number}, pozycja {line}: nie wiadomo, którą pozycję faktury z towarem {text} poprawia.",
        "The correction {number}, position {line}: nobody knows which position with {text} it corrects.",
    ),
    Wording(
        'Podaj "line_number", numer pozycji na fakturze zakupu.',
        'Give "line_number", the place of the position on the purchase invoice.',
    ),
    bad=f"wnt: [{_FZ}, {_CORRECTION.replace('DESKA', 'TRANSPORT')}]",
    good=_GOOD,
)
NEGATIVE = Problem(
    "wnt/negative",
    Wording(
        "{number}, pozycja {line}: po korektach ilość i wartość to {text}; z tego nie ma pozycji FSW.",
        "{number}, position {line}: with its corrections quantity and value are {text}, which no position can have.",
    ),
    Wording(
        "Popraw korekty: wartość nie może spaść poniżej zera ani zostać bez ilości.",  # 001:39–44
        "Correct the corrections: a value cannot fall below zero, nor be left without a quantity.",  # 001:39–44
    ),
    bad=_GOOD.replace('"-100.00"', '"-1100.00"'),
    good=_GOOD,
)
NOTHING_LEFT = Problem(
    "wnt/nothing-left",
    Wording("{number}: po korektach nic nie zostało.", "{number}: nothing is left after its corrections."),
    Wording("FSW nie jest potrzebny.", "No internal sale is needed."),
    bad=_GOOD.replace('"-1"', '"-10"').replace('"-100.00"', '"-1000.00"'),
    good=_GOOD,
)
OTHER_CURRENCY = Problem(
    "wnt/other-currency",
    Wording(
        "Korekta {number} i jej faktura są w różnych walutach: {text}.",
        "The correction {number} and its invoice are in different currencies: {text}.",
    ),
    Wording(
        "Wpisz korektę w walucie faktury: FSW przelicza obie po kursie faktury.",  # 001:70
        "Enter it in the currency of the invoice, by whose rate both are converted.",  # 001:70
    ),
    bad=f"wnt: [{_FZ}, {_CORRECTION.replace('EUR', 'USD')}]",
    good=_GOOD,
)
TWO_TAX_POINTS = Problem(
    "wnt/two-tax-points",
    Wording(
        "{number}: podatek od towarów i od usługi (pozycja {line}) przypada w różnych miesiącach: {text}.",
        "{number}: the tax of the goods and that of the service (position {line}) are due in different months: {text}.",
    ),
    Wording(
        "Wprowadź usługi jako osobną fakturę zakupu, bo FSW ma jedną datę; usługa będąca częścią dostawy ma stawkę 0%.",
        "Enter the services as a purchase invoice of their own, as an FSW has one date; those of a delivery are at 0%.",
    ),
    bad=_GOOD.replace('"2026-03-05"', '"2026-03-05", "operation_date": "2026-02-27"', 1).replace(
        '"net": "1000.00"}', '"net": "1000.00"}, {"goods": {"code": "TRANSPORT"}, "rate": "np", "net": "50.00"}'
    ),
    good=_GOOD,
)
SERVICE_ADVANCE = Problem(
    "wnt/service-advance",
    Wording(
        "{number}, pozycja {line}: usługa {text} na fakturze końcowej, a podatek od zaliczki powstał przy zapłacie.",
        "{number}, position {line}: the service {text} is on a final invoice; the tax of advances was due when paid.",
    ),
    Wording(
        "Wpisz FSW ręcznie, od tego, co zostało po zaliczkach (art. 19a ust. 8 uVAT): ich podziału faktura nie podaje.",
        "Enter the FSW by hand, of what the advances left (art. 19a(8) of the VAT act): their split is not told.",
    ),
    bad=_GOOD.replace('"category"', '"kind": "final", "settled_advances": [{"net": "50.00", "vat": "0"}], "category"')
    .replace("DESKA", "TRANSPORT")
    .replace('"rate": "0"', '"rate": "np"'),
    good=_GOOD,
)
SAME_NUMBER = Problem(
    "wnt/same-number",
    Wording(
        "Korekta {number} ({party}): FSW {sale} podaje ten numer bez wystawcy, a mają go korekty kilku wystawców.",
        "Correction {number} of {party}: {sale} has this number without its issuer, and several corrections have it.",
    ),
    Wording(
        'Dopisz w FSW pole "source_parties": wystawców dokumentów z "source_numbers", w tej samej kolejności.',
        'Give the FSW the field "source_parties": who issued each of "source_numbers", in the same order.',
    ),
    bad=f"wnt correct: [{_FZ}, {_FSW_WITH_K1}, {_CORRECTION}, {_FZKG}]",
    good=f"wnt correct: [{_FZ}, {_FSW}, {_CORRECTION}]",
)
CORRECTION_LATE = Problem(
    "wnt/correction-late",
    Wording(
        "Korekty {number} nie ma w {sale}, bo wystawiono ją po przekształceniu.",
        "The correction {number} is not in {sale}: it came after that was made.",
    ),
    Wording(
        "Wystaw korektę FSW (dekret wnt correct z tymi samymi plikami i plikiem FSW): sam się nie zmieni.",  # 001:73–76
        "Issue a correction of it (dekret wnt correct with these files and its own): nothing changes it.",  # 001:73–76
    ),
    bad=f"wnt: [{_FZ}, {_FSW}, {_CORRECTION}]",
    good=_GOOD,
    severity=Severity.WARNING,
)
HELD_BACK = Problem(
    "wnt/held-back",
    Wording(
        "Nic nie powstaje z faktury {number}: odmówiono dokumentu, który może być jej korektą.",
        "Nothing is made of the invoice {number}: a document that may be its correction was refused.",
    ),
    Wording(
        "Popraw ten dokument i powtórz: FSW obejmuje wszystkie korekty wystawione przed przekształceniem.",  # 001:75
        "Correct that document and try again: an internal sale has all corrections issued before it.",  # 001:75
    ),
    bad=_GOOD.replace('"-100.00"', '"sto"'),
    good=_GOOD,
)
NO_SALE = Problem(
    "wnt/no-sale",
    Wording(
        "W tych plikach nie ma FSW z faktury {number}, więc nie ma czego korygować.",
        "The internal sale of {number} is not among these files, so there is nothing to correct.",
    ),
    Wording(
        "Podaj plik z FSW albo utwórz go: dekret wnt create bierze korekty razem z fakturą.",
        "Give its file, or make it: dekret wnt create takes corrections together with the invoice.",
    ),
    bad=f"wnt correct: [{_FZ}, {_CORRECTION}]",
    good=f"wnt correct: [{_FZ}, {_FSW}, {_CORRECTION}]",
)
NOTHING_CHANGES = Problem(
    "wnt/nothing-changes",
    Wording(
        "{number} nie zmienia ilości ani wartości, więc FSW zostaje bez korekty.",
        "{number} changes neither quantities nor values, so the internal sale needs no correction.",
    ),
    Wording("Sprawdź, czy to korekta danych.", "See whether it is a correction of data."),
    bad=f"wnt correct: [{_FZ}, {_FSW}, {_CORRECTION}]".replace('"-1"', '"0"').replace('"-100.00"', '"0.00"'),
    good=f"wnt correct: [{_FZ}, {_FSW}, {_CORRECTION}]",
    severity=Severity.INFO,
)
HAS_CORRECTION = Problem(
    "wnt/has-correction",
    Wording("{number} ma korektę {correction}.", "{number} has the correction {correction}."),
    Wording("Anuluj najpierw korektę.", "Cancel the correction first."),
    bad=f"wnt cancel FAWFZ/1/2026: [{_FZ}, {_FSW}, {_FSW_CORRECTION}]",
    good=_CANCEL,
)
NOTHING_CORRECTED = Problem(
    "wnt/nothing-corrected",
    Wording("Korekta {number} nie podaje, którą fakturę poprawia.", "The correction {number} names no invoice."),
    Wording(
        'Wpisz numer faktury zakupu: "corrected_numbers": ["…"].',
        'Write the number of the purchase invoice: "corrected_numbers": ["…"].',
    ),
    bad=_GOOD.replace(' "corrected_numbers": ["R-17/2026"],', ""),
    good=_GOOD,
)
SEVERAL_INVOICES = Problem(
    "wnt/several-invoices",
    Wording(
        "Korekta {number} poprawia kilka faktur: {wanted}; nie wiadomo, ile z niej przypada na którą.",
        "The correction {number} corrects several invoices: {wanted}; how much of it belongs to which is not told.",
    ),
    Wording(
        "Podziel ją: jedna korekta na fakturę, każda ze swoimi pozycjami.",
        "Split it: one correction for an invoice, each with its own positions.",
    ),
    bad=_GOOD.replace('"corrected_numbers": ["R-17/2026"]', '"corrected_numbers": ["R-17/2026", "R-18/2026"]'),
    good=_GOOD,
)
WHICH_INVOICE = Problem(
    "wnt/which-invoice",
    Wording(
        "Korekta graniczna {number} dotyczy faktury {wanted}, a numer ten mają faktury kilku dostawców.",
        "The border correction {number} is of the invoice {wanted}, a number that invoices of several suppliers have.",
    ),
    Wording(
        "Podaj ją w osobnym przebiegu, tylko z tą fakturą, której dotyczy: inaczej koszt liczyłby się w obu.",
        "Give it in a run of its own, with its invoice alone: else its costs would count in both.",
    ),
    bad=f"wnt: [{_FZ}, {_FZ.replace('NORD', 'SUD')}, {_FZKG}]",
    good=f"wnt: [{_FZ}, {_FZKG}]",
)
OTHER_PARTY = Problem(
    "wnt/other-party",
    Wording(
        "Korekta {number} (kontrahent {party}) poprawia {wanted}, a w tych plikach to faktura innego kontrahenta.",
        "The correction {number} of {party} corrects {wanted}, which in these files is an invoice of somebody else.",
    ),
    Wording(
        "Popraw kontrahenta albo numer; jeśli to inna faktura o tym samym numerze, podaj ją także.",
        "Correct the party or the number; if it is another invoice of the same number, give that, too.",
    ),
    bad=f"wnt: [{_FZ}, {_CORRECTION.replace('NORD', 'ALOZA')}]",
    good=_GOOD,
)
CORRECTION_ALONE = Problem(
    "wnt/correction-alone",
    Wording(
        "Faktury {wanted}, którą poprawia {number}, nie ma w tych plikach.",
        "The invoice {wanted} that {number} corrects is not among these files.",
    ),
    Wording(
        "Podaj ją razem z korektą, inaczej korekta niczego nie zmieni.",
        "Give it together with the correction, which changes nothing else.",
    ),
    bad=f"wnt: [{_FZ}, {_CORRECTION.replace('R-17', 'R-18')}]",
    good=_GOOD,
    severity=Severity.WARNING,
)
TWICE = Problem(
    "wnt/twice",
    Wording("{number} jest w tych plikach dwa razy.", "{number} is among these files twice."),
    Wording(
        "Podaj go raz: z jednej faktury powstaje jeden FSW, a każda jej korekta liczy się raz.",  # 001:60
        "Give it once: one invoice makes one internal sale, and each of its corrections counts once.",  # 001:60
    ),
    bad=f"wnt: [{_FZ}, {_FZ}]",
    good=_GOOD,
)
OTHER_TYPE = Problem(
    "wnt/other-type",
    Wording(
        "{number} nie jest ani fakturą zakupu, ani FSW.", "{number} is neither a purchase invoice nor an internal sale."
    ),
    Wording(
        "FSW powstają z faktur zakupu (purchase_invoice) i ich korekt.",
        "Internal sales are made of purchase invoices (purchase_invoice) and their corrections.",
    ),
    bad=_GOOD.replace('"type": "purchase_invoice", "number": "K-1"', '"type": "sale_invoice", "number": "K-1"'),
    good=_GOOD,
    severity=Severity.WARNING,
)
CANCELLED_BEFORE = Problem(
    "wnt/cancelled-before",
    Wording("{number} jest już anulowany.", "{number} was cancelled before."),
    Wording("Wskaż inny dokument.", "Name another document."),
    bad=_CANCEL.replace('"source_numbers"', '"cancelled": true, "source_numbers"'),
    good=_CANCEL,
)
INVOICE_ELSEWHERE = Problem(
    "wnt/invoice-elsewhere",
    Wording(
        "Faktury {invoice}, z której powstał {number}, nie ma w tych plikach, więc zachowa status W.",
        "The invoice {invoice} of {number} is not among these files, so it keeps its status W.",
    ),
    Wording(
        'Podaj ją razem z FSW albo usuń z niej pole "internal_sale".',
        'Give it together with the internal sale, or remove its field "internal_sale".',
    ),
    bad=f"wnt cancel FAWFZ/1/2026: [{_FSW}]",
    good=_CANCEL,
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
