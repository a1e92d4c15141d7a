"""Problems of printing: a document that a printout cannot be made of, answers of a dialog, templates that stop."""

from dekret.text.diagnostic import Problem, Severity
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
NOT_XML = Problem(
    "render/not-xml",
    Wording(
        "To, co szablon {template} napisał o dokumencie {number}, nie jest XML, wiersz {line}: {reason}.",
        "What the template {template} wrote of the document {number} is no XML, line {line}: {reason}.",
    ),
    Wording(
        "Popraw szablon; każdy znacznik <a> musi mieć zakończenie </a>, a wszystko stoi w jednym elemencie.",
        "Correct the template; every tag <a> needs its end </a>, and all stands within one element.",
    ),
    bad="wydruk ZLY: "
    + _INVOICE
    + '=== zly.szablon\n{#\nszablon "ZLY"\n\n[Ogólne]\nnazwa = Zły\nrodzaj = XML\nrekord = faktura\n#}\n'
    + "<a>{{ faktura.numer }}\n",
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
OTHER_TEMPLATE = Problem(
    "render/other-template",
    Wording(
        "Dokument {number} to {kind}; szablon {template} go nie drukuje.",
        "The document {number} is a {kind}; the template {template} does not print it.",
    ),
    Wording("Użyj szablonu {fit}.", "Use the template {fit}."),
    bad="wydruk FAKTURA-VAT: " + _CORRECTION,
    good="wydruk FAKTURA-VAT: " + _INVOICE,
)
NO_ADVICE = Problem(
    "render/no-advice",
    Wording(
        "Szablon {template} drukuje etykiety zatwierdzonego awiza wysyłki, a w tym pliku go nie ma.",
        "The template {template} prints labels of an approved despatch advice; this file holds none.",
    ),
    Wording(
        "Podaj plik awiza („dekret awizo create”), nie wynik „dekret awizo labels” ani inny dokument.",
        "Give the file of an awizo ('dekret awizo create'), not the result of 'dekret awizo labels', nor another.",
    ),
    bad="wydruk ETYKIETY: " + _INVOICE,
    good="wydruk FAKTURA-VAT: " + _INVOICE,
)
UNKNOWN_PARTY = Problem(
    "render/unknown-party",
    Wording(
        "Dokument {number}: podmiotu {party} nie ma w kartotece, a dokument nie podaje jego nazwy.",
        "Document {number}: the party {party} is not in the company's file; the document does not give its name.",
    ),
    Wording(
        "Dopisz podmiot w sekcji [Podmioty] kartoteki albo podaj na dokumencie nazwę i adres (art. 106e ust. 1 pkt 3).",
        "Add the party to [Podmioty] of the company's file, or its name and address to the document (art. 106e).",
    ),
    bad="wydruk FAKTURA-VAT: " + _INVOICE.replace("ALOZA", "NIKT"),
    good="wydruk FAKTURA-VAT: " + _INVOICE,
)
_EXEMPT = _INVOICE.replace('"rate": "23"', '"rate": "zw"').replace('"vat": "23.00"', '"vat": "0.00"')
_MARGIN = _INVOICE.replace('"rate": "23"', '"rate": "marża"').replace('"vat": "23.00"', '"vat": "0.00"')
NO_EXEMPTION = Problem(
    "render/no-exemption",
    Wording(
        "Faktura {number} ma stawkę zw, a nie podaje podstawy zwolnienia (art. 106e ust. 1 pkt 19 ustawy o VAT).",
        "Invoice {number} has the rate zw and does not give the provision (art. 106e ust. 1 pkt 19 of the VAT act).",
    ),
    Wording(
        "Wpisz w polu exemption przepis ustawy, dyrektywy albo inną podstawę, np. art. 43 ust. 1 pkt 19.",
        "Give in the field exemption the provision of the act or the directive, such as art. 43 ust. 1 pkt 19.",
    ),
    bad="wydruk FAKTURA-VAT: " + _EXEMPT,
    good="wydruk FAKTURA-VAT: "
    + _EXEMPT.replace('"positions"', '"exemption": "art. 43 ust. 1 pkt 19 ustawy o VAT", "positions"'),
    severity=Severity.WARNING,
)
NO_MARGIN_KIND = Problem(
    "render/no-margin-kind",
    Wording(
        "Faktura {number} ma stawkę marża, a nie podaje, która to procedura (art. 106e ust. 2 i 3 ustawy o VAT).",
        "Invoice {number} has the rate marża and does not say which procedure (art. 106e ust. 2, 3 of the VAT act).",
    ),
    Wording(
        "Wpisz w polu margin: travel (biura podróży), used_goods (towary używane), art (dzieła sztuki) albo antiques "
        "(przedmioty kolekcjonerskie i antyki).",
        "Give the field margin: travel, used_goods, art or antiques.",
    ),
    bad="wydruk FAKTURA-VAT: " + _MARGIN,
    good="wydruk FAKTURA-VAT: " + _MARGIN.replace('"positions"', '"margin": "used_goods", "positions"'),
    severity=Severity.WARNING,
)
_FINAL = """{"type": "sale_invoice", "number": "FS/2/2026", "issue_date": "2026-03-05", "party": {"code": "ALOZA"},
 "kind": "final", "settled_advances": [{"number": "FZAL/1", "net": "50.00", "vat": "11.50"}],
 "positions": [{"goods": {"code": "KUBEK"}, "rate": "23", "net": "100.00", "vat": "23.00"},
  {"goods": {"code": "MAPA"}, "rate": "8", "net": "100.00", "vat": "8.00"}]}
"""
NO_ADVANCE_RATE = Problem(
    "render/no-advance-rate",
    Wording(
        "Faktura końcowa {number} ma kilka stawek VAT, a zaliczka {advance} nie podaje, której dotyczy.",
        "The final invoice {number} has several VAT rates; the advance {advance} does not say which it was of.",
    ),
    Wording(
        "Dopisz w settled_advances pole rate, a zaliczkę o kilku stawkach podaj osobno dla każdej (art. 106f ust. 3).",
        "Add the field rate in settled_advances; an advance of several rates once for each (art. 106f ust. 3).",
    ),
    bad="wydruk FAKTURA-VAT: " + _FINAL,
    good="wydruk FAKTURA-VAT: " + _FINAL.replace('"FZAL/1",', '"FZAL/1", "rate": "23",'),
)
ADVANCE_NOT_ORDERED = Problem(
    "render/advance-not-ordered",
    Wording(
        "Faktura końcowa {number}: zaliczka {advance} ma stawkę {rate}, której nie ma żadna pozycja (są: {rates}).",
        "Final invoice {number}: the advance {advance} is at the rate {rate}, which no position has ({rates}).",
    ),
    Wording(
        "Popraw stawkę w settled_advances albo w pozycjach, które obejmują całe zamówienie (art. 106f ust. 3 ustawy "
        "o VAT); zaliczkę wystawioną ze złą stawką skoryguj.",
        "Correct the rate in settled_advances or in the positions, which are the whole order (art. 106f ust. 3 of the "
        "VAT act); an advance invoice of a wrong rate needs a correction.",
    ),
    bad="wydruk FAKTURA-VAT: " + _FINAL.replace('"FZAL/1",', '"FZAL/1", "rate": "5",'),
    good="wydruk FAKTURA-VAT: " + _FINAL.replace('"FZAL/1",', '"FZAL/1", "rate": "23",'),
)
ADVANCE_GROSS = Problem(
    "render/advance-gross",
    Wording(
        "Faktura końcowa {number}: zaliczka {advance} ma brutto {gross}, a netto {net} i VAT {vat} dają {sum}.",
        "Final invoice {number}: the advance {advance} has the gross {gross}; net {net} and VAT {vat} make {sum}.",
    ),
    Wording(
        "Podaj w settled_advances kwoty z faktury zaliczkowej; pole gross można pominąć.",
        "Give in settled_advances the amounts of the advance invoice; the field gross may be left out.",
    ),
    bad="wydruk FAKTURA-VAT: " + _FINAL.replace('"FZAL/1",', '"FZAL/1", "rate": "23", "gross": "60.00",'),
    good="wydruk FAKTURA-VAT: " + _FINAL.replace('"FZAL/1",', '"FZAL/1", "rate": "23", "gross": "61.50",'),
)
ADVANCES_ABOVE_ORDER = Problem(
    "render/advances-above-order",
    Wording(
        "Faktura końcowa {number}: zaliczki w stawce {rate} ({advances} {currency}) są większe niż zamówienie "
        "({ordered} {currency}).",
        "Final invoice {number}: the advances at {rate} ({advances} {currency}) are above the order ({ordered} "
        "{currency}).",
    ),
    Wording(
        "Nadwyżkę oddaje korekta faktury zaliczkowej (art. 106j ust. 1 ustawy o VAT): wystaw ją i podaj w "
        "settled_advances zaliczki po korekcie. Zaliczka w walucie potrzebuje też swojego kursu (exchange_rate).",
        "A correction of the advance invoice gives the rest back (art. 106j ust. 1 of the VAT act): issue it, and give "
        "the advances after it in settled_advances. An advance in a currency needs its own rate, too (exchange_rate).",
    ),
    bad="wydruk FAKTURA-VAT: "
    + _FINAL.replace(
        '"FZAL/1", "net": "50.00", "vat": "11.50"', '"FZAL/1", "rate": "23", "net": "150.00", "vat": "34.50"'
    ),
    good="wydruk FAKTURA-VAT: " + _FINAL.replace('"FZAL/1",', '"FZAL/1", "rate": "23",'),
)
_FINAL_IN_EUR = _FINAL.replace('"FZAL/1",', '"FZAL/1", "rate": "23",').replace(
    '"kind"', '"currency": "EUR", "exchange_rate": "4.20", "kind"'
)
NO_ADVANCES = Problem(
    "render/no-advances",
    Wording(
        "Faktura końcowa {number} nie podaje rozliczonych zaliczek, więc wydrukowano całą kwotę jako do zapłaty.",
        "The final invoice {number} tells no settled advances; the whole amount was printed as due.",
    ),
    Wording(
        "Wpisz faktury zaliczkowe w settled_advances (art. 106f ust. 3 i 4 ustawy o VAT).",
        "Give the advance invoices in settled_advances (art. 106f ust. 3, 4 of the VAT act).",
    ),
    bad="wydruk FAKTURA-VAT: " + _INVOICE.replace('"positions"', '"kind": "final", "positions"'),
    good="wydruk FAKTURA-VAT: " + _FINAL.replace('"FZAL/1",', '"FZAL/1", "rate": "23",'),
    severity=Severity.WARNING,
)
_ADVANCE = _INVOICE.replace('"positions"', '"kind": "advance", "positions"')
ADVANCE_RATE = Problem(
    "render/advance-rate",
    Wording(
        "Faktura końcowa {number}: zaliczka {advance} nie podaje swojego kursu; odjęto ją kursem faktury.",
        "The final invoice {number}: the advance {advance} does not tell its rate; that of the invoice was taken.",
    ),
    Wording(
        "Dopisz w settled_advances pole exchange_rate: kurs z faktury zaliczkowej.",
        "Add the field exchange_rate to settled_advances: the rate of the advance invoice.",
    ),
    bad="wydruk FAKTURA-VAT: " + _FINAL_IN_EUR,
    good="wydruk FAKTURA-VAT: " + _FINAL_IN_EUR.replace('"net"', '"exchange_rate": "4.30", "net"', 1),
    severity=Severity.WARNING,
)
NO_RECEIPT_DAY = Problem(
    "render/no-receipt-day",
    Wording(
        "Faktura zaliczkowa {number} nie podaje dnia otrzymania zapłaty (art. 106e ust. 1 pkt 6 ustawy o VAT).",
        "The advance invoice {number} does not tell the day of payment (art. 106e ust. 1 pkt 6 of the VAT act).",
    ),
    Wording(
        "Wpisz ten dzień w polu paid_date płatności albo w operation_date; bez niego drukuje się kwota do zapłaty.",
        "Give it as paid_date of the payment, or as operation_date; without it the amount is printed as due.",
    ),
    bad="wydruk FAKTURA-VAT: " + _ADVANCE,
    good="wydruk FAKTURA-VAT: " + _ADVANCE.replace('"positions"', '"operation_date": "2026-03-04", "positions"'),
    severity=Severity.WARNING,
)
_IN_EUR = _INVOICE.replace(
    '"positions"',
    '"currency": "EUR", "exchange_rate": "4.25", "payments": [{"method": "przelew", "due_date": "2026-03-19"}], '
    '"positions"',
)
NO_ACCOUNT = Problem(
    "render/no-account",
    Wording(
        "Faktura {number} jest płatna przelewem, a nie ma na niej rachunku w walucie {currency}.",
        "Invoice {number} is to be paid by transfer and has no bank account in {currency} on it.",
    ),
    Wording(
        "Dopisz w sekcji [Rejestry] kartoteki rejestr w tej walucie z rachunkiem albo podaj rachunek w płatności.",
        "Add a register of this currency with its account to [Rejestry], or give the account in the payment.",
    ),
    bad="wydruk FAKTURA-VAT: " + _IN_EUR,
    good="wydruk FAKTURA-VAT: " + _IN_EUR.replace("przelew", "gotówka"),
    severity=Severity.WARNING,
)
CANCELLED = Problem(
    "render/cancelled",
    Wording(
        "Dokument {number} jest anulowany, więc się go nie drukuje.",
        "The document {number} is cancelled, so it is not printed.",
    ),
    Wording(
        "Wydrukuj dokument, który go zastąpił, albo usuń pole cancelled, jeżeli dokument jest ważny.",
        "Print the document that took its place, or remove the field cancelled where the document is valid.",
    ),
    bad="wydruk FAKTURA-VAT: " + _INVOICE.replace('"positions"', '"cancelled": true, "positions"'),
    good="wydruk FAKTURA-VAT: " + _INVOICE,
)
WRONG_TOTAL = Problem(
    "render/wrong-total",
    Wording(
        "Dokument {number}: należność ogółem (total) {total} różni się od sumy pozycji {gross} o {over}, "
        "a zaokrąglenie to najwyżej 1,00.",
        "Document {number}: the total {total} differs from the sum of the positions, {gross}, by {over}; "
        "a rounding is at most 1.00.",
    ),
    Wording(
        "Popraw pozycje albo total; kwoty spoza faktury podaj w polach charges (obciążenia) i deductions (odliczenia).",
        "Correct the positions or total; what is beside the invoice goes to the fields charges and deductions.",
    ),
    bad="wydruk FAKTURA-VAT: " + _INVOICE.replace('"positions"', '"total": "999.99", "positions"'),
    good="wydruk FAKTURA-VAT: " + _INVOICE.replace('"positions"', '"total": "123.50", "positions"'),
)
TOTAL_WITH_CHARGES = Problem(
    "render/total-with-charges",
    Wording(
        "Dokument {number}: total {total} to suma pozycji {gross} już z obciążeniami i odliczeniami ({beside}), "
        "które doliczono by drugi raz.",
        "Document {number}: the total {total} is the sum of the positions, {gross}, with charges and deductions "
        "({beside}), which would be added a second time.",
    ),
    Wording(
        "Podaj w total należność z samej faktury, bez pól charges i deductions (w KSeF: P_15), albo usuń total.",
        "Give as total what the invoice itself comes to, without charges and deductions (P_15 of KSeF), or no total.",
    ),
    bad="wydruk FAKTURA-VAT: " + _INVOICE.replace('"positions"', '"charges": "50.00", "total": "173.00", "positions"'),
    good="wydruk FAKTURA-VAT: " + _INVOICE.replace('"positions"', '"charges": "50.00", "total": "123.00", "positions"'),
)
_TWO = f"[{_INVOICE}, {_INVOICE}]"
AGAIN = Problem(
    "render/again",
    Wording(
        "{number} jest w podanych plikach po raz drugi; policzono raz.",
        "{number} is in the files a second time; it was counted once.",
    ),
    Wording("Podaj każdy dokument i każdą płatność raz.", "Give every document and every payment once."),
    bad="wydruk STRUKTURA-WIEKOWA: " + _TWO,
    good="wydruk STRUKTURA-WIEKOWA: " + _INVOICE,
    severity=Severity.WARNING,
)
OTHER_AGAIN = Problem(
    "render/other-again",
    Wording(
        "Dokument {number} jest w podanych plikach po raz drugi, z innymi kwotami albo terminami.",
        "The document {number} is in the files a second time, with other amounts or terms.",
    ),
    Wording(
        "Zostaw ten z dwóch zapisów, który jest aktualny, albo popraw numer drugiego dokumentu.",
        "Keep the one of the two that holds, or correct the number of the other document.",
    ),
    bad="wydruk STRUKTURA-WIEKOWA: " + _TWO.replace("23.00", "23.01", 1),
    good="wydruk STRUKTURA-WIEKOWA: " + _TWO.replace("FS/1/2026", "FS/2/2026", 1),
)
NOTHING_OPEN = Problem(
    "render/nothing-open",
    Wording(
        "Nie ma czego dzielić według wieku: w podanych plikach nie ma niezapłaconych dokumentów ani płatności.",
        "There is nothing to age: the files hold no documents or payments that are open.",
    ),
    Wording(
        "Podaj faktury, zapisy rejestrów VAT albo płatności, które nie są zapłacone ani anulowane.",
        "Give invoices, entries of VAT registers or payments that are neither paid nor cancelled.",
    ),
    bad="wydruk STRUKTURA-WIEKOWA: " + _INVOICE.replace('"positions"', '"cancelled": true, "positions"'),
    good="wydruk STRUKTURA-WIEKOWA: " + _INVOICE,
)
_LINE = """{"journal":"SPRZEDAŻ","number":1,"period":"2026","date":"2026-03-05","document_type":"vat_sale",
"document_number":"FS/1","party":"ALOZA","side":"Wn","account":"201-1","account_currency":"PLN","amount":"1.00",
"currency":"PLN","currency_amount":null,"exchange_rate":null,"description":"","category":"","dimension":"",
"settlement":false,"off_balance":false,"buffer":false,"scheme":"S","row":"1","rule_file":"s.schemat","rule_line":1,
"rule_version":"1","document_id":"a1"}"""
NO_ENTRIES = Problem(
    "render/no-entries",
    Wording("W tym pliku nie ma zapisów księgowych.", "This file holds no entries."),
    Wording(
        "Podaj dziennik z „dekret post … -o dziennik.jsonl” albo bazę, w której są zapisy.",
        "Give a journal of 'dekret post … -o journal.jsonl', or a store with entries.",
    ),
    bad="wydruk OBROTY-I-SALDA: ",
    good="wydruk OBROTY-I-SALDA: " + _LINE.replace("\n", ""),
)
_SETTLEMENT = """{"type": "settlement", "number": "KOMP/1/2026", "date": "2026-03-31",
 "left": {"kind": "FZ", "number": "FZ/1", "party": {"code": "ALOZA"}, "amount": "100.00"},
 "right": {"kind": "FS", "number": "FS/1", "party": {"code": "ALOZA"}, "amount": "100.00"}}
"""
OTHER_PARTY = Problem(
    "render/other-party",
    Wording(
        "Kompensata {number}: wierzytelności nie są wzajemne, bo dokumenty mają różne podmioty: {left} i {right}.",
        "Compensation {number}: the claims are not mutual, the documents are of different parties: {left} and {right}.",
    ),
    Wording(
        "Potrącić można tylko własne wierzytelności dwóch osób wobec siebie (art. 498 § 1 k.c.); popraw podmiot.",
        "Only claims of two persons against each other are set off (art. 498 § 1 of the Civil Code).",
    ),
    bad="wydruk KOMPENSATA: "
    + _SETTLEMENT.replace('"FS/1", "party": {"code": "ALOZA"}', '"FS/1", "party": {"code": "INNY", "name": "Inny"}'),
    good="wydruk KOMPENSATA: " + _SETTLEMENT,
)
NO_SET_OFF = Problem(
    "render/no-set-off",
    Wording(
        "Kompensata {number}: dokumenty {left} i {right} to nie należność i zobowiązanie.",
        "Compensation {number}: of the documents {left} and {right} one has to be a claim and the other a debt.",
    ),
    Wording(
        "Kompensuje się fakturę sprzedaży (FS) albo korektę zakupu (FZK) z fakturą zakupu (FZ) albo korektą sprzedaży "
        "(FSK); popraw kind.",
        "A sale invoice (FS) or a correction of a purchase (FZK) is set off against a purchase invoice (FZ) or a "
        "correction of a sale (FSK); correct kind.",
    ),
    bad="wydruk KOMPENSATA: " + _SETTLEMENT.replace('"kind": "FZ"', '"kind": "FS"'),
    good="wydruk KOMPENSATA: " + _SETTLEMENT,
)
NO_CLAIM = Problem(
    "render/no-claim",
    Wording(
        "Kompensata {number}: kwota rozliczana dokumentu {side} to {amount}, a ma być większa od zera.",
        "Compensation {number}: the settled amount of {side} is {amount}; it has to be above zero.",
    ),
    Wording(
        "Podaj wierzytelność jako kwotę dodatnią; korektę do zwrotu oznacza rodzaj FSK albo FZK.",
        "Give the claim as an amount above zero; a correction that gives money back is of the kind FSK or FZK.",
    ),
    bad="wydruk KOMPENSATA: " + _SETTLEMENT.replace('"amount": "100.00"}}', '"amount": "0.00"}}'),
    good="wydruk KOMPENSATA: " + _SETTLEMENT,
)
_TRANSFER = """{"number": "FZ/9/2026", "kind": "ordinary", "amount": "10.00", "register": "BANK", "state": "approved",
 "party": {"name": "Trans-Bałtyk sp. z o.o."}, "account": "38997200438750663398945655"}
=== konta.kartoteka
"""
_PAYER = """kartoteka "FIRMA"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
[Rejestry]
| Rejestr | Rachunek                   | Waluta |
|---------|----------------------------|--------|
| BANK    | 31998100180000000000000001 | PLN    |
"""
INCOMING = Problem(
    "render/incoming",
    Wording(
        "Płatność {number} to przychód: pieniądze wpływają do firmy, więc nie ma czego przelać.",
        "Payment {number} comes in: the company is paid, so there is nothing to transfer.",
    ),
    Wording("Wybierz płatności rozchodowe (direction: out).", "Choose payments that go out (direction: out)."),
    bad="wydruk POLECENIE-PRZELEWU: " + _TRANSFER.replace('"state"', '"direction": "in", "state"') + _PAYER,
    good="wydruk POLECENIE-PRZELEWU: " + _TRANSFER + _PAYER,
)
NO_PAYEE_ACCOUNT = Problem(
    "render/no-payee-account",
    Wording(
        "Przelew {number}: nie ma rachunku odbiorcy ({party}).",
        "Transfer {number}: there is no account of the payee ({party}).",
    ),
    Wording(
        "Podaj rachunek podmiotu na płatności albo w kolumnie Rachunek sekcji [Podmioty] kartoteki.",
        "Give the account on the payment, or in the column Rachunek of [Podmioty] in the company's file.",
    ),
    bad="wydruk POLECENIE-PRZELEWU: " + _TRANSFER.replace("38997200438750663398945655", "") + _PAYER,
    good="wydruk POLECENIE-PRZELEWU: " + _TRANSFER + _PAYER,
)
NO_PAYER_ACCOUNT = Problem(
    "render/no-payer-account",
    Wording(
        "Przelew {number}: rejestr {register} nie ma rachunku, z którego można zapłacić.",
        "Transfer {number}: the register {register} has no account to pay from.",
    ),
    Wording(
        "Wpisz rachunek w sekcji [Rejestry] kartoteki albo podaj na płatności inny rejestr.",
        "Give the account in [Rejestry] of the company's file, or another register on the payment.",
    ),
    bad="wydruk POLECENIE-PRZELEWU: " + _TRANSFER + _PAYER.replace("31998100180000000000000001", " " * 26),
    good="wydruk POLECENIE-PRZELEWU: " + _TRANSFER + _PAYER,
)
PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
