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
