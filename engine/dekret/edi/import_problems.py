"""Problems of documents that come as files of Comarch EDI, beyond those of maps and of the rules for documents."""

from dekret.edi import examples
from dekret.edi.examples import CORRECTION, INVOICE, ORDER, correction_example, invoice_example, order_example
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_ASK = ("Poproś nadawcę o poprawny plik.", "Ask the sender for a right file.")

_OTHER_REFERENCE = (
    "<Line-Reference><InvoiceReferenceNumber>F/8</InvoiceReferenceNumber>"
    "<InvoiceReferenceDate>2026-03-20</InvoiceReferenceDate></Line-Reference>"
)

_IN_KILOGRAMS = "<InvoiceQuantity>10.000</InvoiceQuantity><UnitOfMeasure>KGM</UnitOfMeasure>"

OTHER_DOCUMENT = Problem(
    "edi/other-document",
    Wording(
        "Korzeń {root}: to nie jest zamówienie ani faktura Comarch EDI.",
        "Root {root}: this is neither an order nor an invoice of Comarch EDI.",
    ),
    Wording(
        "Wczytywane są Document-Order i Document-Invoice; faktury KSeF bierze dekret post, inny XML dekret map.",
        "Document-Order and Document-Invoice are read; dekret post takes invoices of KSeF, dekret map any other XML.",
    ),
    bad=order_example(("Document-Order", "Document-Orders")),
    good=ORDER,
)
OTHER_FUNCTION = Problem(
    "edi/other-function",
    Wording(
        "DocumentFunctionCode „{code}” nie mówi, czy to faktura, czy korekta.",
        "DocumentFunctionCode '{code}' does not tell an invoice from a correction.",
    ),
    Wording(
        "Faktura ma O albo D (duplikat), korekta C albo R (duplikat). Poproś nadawcę o poprawny plik.",
        "An invoice has O or D (duplicate), a correction C or R (duplicate). Ask the sender for a right file.",
    ),
    bad=invoice_example((">O</DocumentFunctionCode>", ">X</DocumentFunctionCode>")),
    good=INVOICE,
)
COPY = Problem(
    "edi/copy",
    Wording(
        "{number}: {code} znaczy, że nadawca przysyła ten dokument po raz drugi.",
        "{number}: {code} says that the sender sends this document a second time.",
    ),
    Wording(
        "Sprawdź, czy pierwszy już jest. Zamówienie zastępcze (R) zastępuje poprzednie: popraw tamtą rezerwację.",
        "See whether the first is there. An order that replaces another (R): correct that reservation.",
    ),
    bad=invoice_example((">O</DocumentFunctionCode>", ">D</DocumentFunctionCode>")),
    good=INVOICE,
    severity=Severity.WARNING,
)
ALREADY_THERE = Problem(
    "edi/already-there",
    Wording(
        "Zamówienie {number} ({party}) już jest: {there} z {day}, w {file}.",
        "The order {number} ({party}) is there already: {there} of {day}, in {file}.",
    ),
    Wording(
        "Porównaj oba; ten sam numer kontrahenta nie powinien wejść dwa razy.",
        "Compare the two; the same number of a contractor should not come in twice.",
    ),
    bad=examples.KNOWN_ORDER,
    good=examples.ORDER,
    severity=Severity.WARNING,
)
INVOICE_THERE = Problem(
    "edi/invoice-there",
    Wording(
        "Faktura {number} ({party}) już jest: z {day}, w {file}.",
        "The invoice {number} ({party}) is there already: of {day}, in {file}.",
    ),
    Wording(
        "Porównaj obie: dwa razy wczytana byłaby dwa razy w kosztach i w VAT. Resztę wczyta --keep-going.",
        "Compare the two: read twice, it would be twice in costs and VAT. --keep-going reads the rest.",
    ),
    bad=examples.KNOWN_INVOICE,
    good=INVOICE,
)
OWN_DOCUMENT = Problem(
    "edi/own-document",
    Wording(
        "{number} wystawiła sama firma ({who}), więc nie może tu wejść.",
        "{number} was issued by the company itself ({who}), and cannot come in here.",
    ),
    Wording(
        "Wczytaj plik, który przyszedł od kontrahenta; czyja jest kartoteka, mówi --directory.",
        "Import the file that came from the other side; whose company's file it is --directory says.",
    ),
    bad=invoice_example(
        ("<Buyer><ILN>5900000000015</ILN><TaxID>5580730219", "<Buyer><ILN>5900000000022</ILN><TaxID>6736819308"),
        ("<Seller><ILN>5900000000022</ILN><TaxID>6736819308", "<Seller><ILN>5900000000015</ILN><TaxID>5580730219"),
    ),
    good=INVOICE,
)
NO_RATE = Problem(
    "edi/no-rate",
    Wording(
        "{number} jest w {currency}, a plik nie podaje kursu do PLN.",
        "{number} is in {currency}, and the file gives no rate to PLN.",
    ),
    Wording(
        "Kurs to TargetCurrency PLN i CurrencyExchangeRate: poproś o nie nadawcę albo wprowadź dokument ręcznie.",
        "The rate is TargetCurrency PLN and CurrencyExchangeRate: ask the sender for it, or enter it by hand.",
    ),
    bad=invoice_example(("Currency>PLN<", "Currency>EUR<")),
    good=INVOICE,
)
OTHER_COMPANY = Problem(
    "edi/other-company",
    Wording(
        "{number} jest dla firmy o GLN {gln}, a kartoteka {symbol} ma {own}.",
        "{number} is for the company with the GLN {gln}; the file {symbol} has {own}.",
    ),
    Wording(
        "Sprawdź, czy plik nie jest dla innej firmy i czy wskazano właściwą kartotekę (--directory).",
        "See whether the file is for another company, and whether the right company's file was named (--directory).",
    ),
    bad=invoice_example(("<Buyer><ILN>5900000000015", "<Buyer><ILN>5900000000039")),
    good=INVOICE,
    severity=Severity.WARNING,
)
CANNOT_CREATE = Problem(
    "edi/cannot-create",
    Wording(
        "{number}: towaru o kodzie EAN „{ean}” nie ma w kartotece i nie da się go założyć.",
        "{number}: goods with the EAN '{ean}' are not on file, and cannot be created.",
    ),
    Wording(
        "Kod ma złą cyfrę kontrolną albo długość. Dopisz towar do kartoteki sam albo poproś nadawcę o poprawny kod.",
        "The code has a wrong check digit or length. Add the goods yourself, or ask the sender for the right code.",
    ),
    bad=invoice_example(("2900000000018", "2900000000019")),
    good=INVOICE,
)
OTHER_TOTAL = Problem(
    "edi/other-total",
    Wording(
        "{number}: {name} w pliku to {found}, a z pozycji wychodzi {wanted}.",
        "{number}: {name} of the file is {found}; its lines give {wanted}.",
    ),
    Wording("Sprawdź, czy plik jest cały. " + _ASK[0], "See whether the file is whole. " + _ASK[1]),
    bad=invoice_example(("<TotalLines>1", "<TotalLines>2")),
    good=INVOICE,
    severity=Severity.WARNING,
)
OTHER_VALUE = Problem(
    "edi/other-value",
    Wording(
        "{number}, pozycja {position}: {quantity} po {price} to {wanted}, a wartość netto w pliku to {found}.",
        "{number}, position {position}: {quantity} at {price} is {wanted}; the net of the file is {found}.",
    ),
    Wording(
        "Wartość jest z pliku, nieliczona. Sprawdź ilość i cenę z dostawą; różni je nieopisany rabat?",
        "The net is that of the file. See quantity and price with the delivery: is there a discount it does not tell?",
    ),
    bad=invoice_example((">12.50<", ">12.60<")),
    good=INVOICE,
    severity=Severity.WARNING,
)
OTHER_UNIT = Problem(
    "edi/other-unit",
    Wording(
        "{number}, pozycja {position}: plik podaje ilość w {code}, a towar {goods} ma jednostkę {unit}.",
        "{number}, position {position}: the file gives the quantity in {code}, and the unit of {goods} is {unit}.",
    ),
    Wording(
        "Zapytaj nadawcę, o jaką jednostkę chodzi; inną jednostkę towaru z jej kodem EAN wpisz w [Jednostki i kody].",
        "Ask the sender which unit is meant; write another unit of the goods, with its EAN, in [Jednostki i kody].",
    ),
    bad=invoice_example(("<InvoiceQuantity>10.000</InvoiceQuantity>", _IN_KILOGRAMS)),
    good=INVOICE,
)
UNKNOWN_UNIT = Problem(
    "edi/unknown-unit",
    Wording(
        "{number}, pozycja {position}: jednostki {code} nie ma w tabeli kodów; towar {goods} ma tu {unit}.",
        "{number}, position {position}: the unit {code} is not in the table of codes; {goods} have {unit} here.",
    ),
    Wording(
        "Porównaj ilość z dostawą: nie przelicza się jej.",
        "Compare the quantity with the delivery: it is not converted.",
    ),
    bad=invoice_example(("<InvoiceQuantity>10.000</InvoiceQuantity>", _IN_KILOGRAMS.replace("KGM", "CT"))),
    good=INVOICE,
    severity=Severity.WARNING,
)
OTHER_DIFFERENCE = Problem(
    "edi/other-difference",
    Wording(
        "{number}, pozycja {position}: {name} {now} to nie {before} przed korektą i {difference} różnicy.",
        "{number}, position {position}: {name} {now} is not {before} before and a difference of {difference}.",
    ),
    Wording(*_ASK),
    bad=correction_example(("-50.00", "-51.00")),
    good=CORRECTION,
)
NO_CORRECTED = Problem(
    "edi/no-corrected",
    Wording(
        "Korekta {number}: nie ma faktury zakupu {corrected} ({party}).",
        "Correction {number}: there is no purchase invoice {corrected} ({party}).",
    ),
    Wording(
        "Wczytaj fakturę razem z korektą albo wskaż plik, w którym jest (--documents).",
        "Import the invoice together with it, or name the file that holds it (--documents).",
    ),
    bad=correction_example((">F/7<", ">F/8<")),
    good=CORRECTION,
)
SEVERAL_CORRECTED = Problem(
    "edi/several-corrected",
    Wording(
        "Korekta {number} dotyczy kilku faktur: {corrected}.",
        "Correction {number} is of several invoices: {corrected}.",
    ),
    Wording(
        "Taką korektę wprowadź ręcznie, osobno do każdej faktury.", "Enter it by hand, for each of the invoices apart."
    ),
    bad=correction_example(("</Line-Item></Line>", f"</Line-Item>{_OTHER_REFERENCE}</Line>")),
    good=CORRECTION,
)
LATER_CORRECTION = Problem(
    "edi/later-correction",
    Wording(
        "Korekta {number}: do {corrected} jest już późniejsza korekta {later} z {day}.",
        "Correction {number}: there is already a later correction {later} of {day} to {corrected}.",
    ),
    Wording(
        "Korekty wczytuje się w kolejności wystawienia: usuń późniejszą i wczytaj obie po kolei.",  # 001:545
        "Corrections are imported in the order of their issue: remove the later one, and import both in order.",
    ),
    bad=examples.AFTER_LATER,
    good=CORRECTION,
)
NO_LINE = Problem(
    "edi/no-line",
    Wording(
        "Korekta {number}: na fakturze {corrected} nie ma pozycji {position}.",
        "Correction {number}: the invoice {corrected} has no position {position}.",
    ),
    Wording(
        "Pozycji wczytanej faktury nie usuwa się ani nie dodaje; przywróć ją z pliku.",  # 001:542
        "Positions of an imported invoice must not be removed or added; import it again from its file.",
    ),
    bad=correction_example(("<LineNumber>1", "<LineNumber>2")),
    good=CORRECTION,
)
DOUBLED_LINE = Problem(
    "edi/doubled-line",
    Wording(
        "{number}: numer {position} (LineNumber) ma kilka pozycji.",
        "{number}: several positions have the number {position} (LineNumber).",
    ),
    Wording(
        "Po tym numerze pozycję poznaje korekta, więc nie może się powtarzać. " + _ASK[0],  # 001:542
        "A correction knows the position by this number, which must not be there twice. " + _ASK[1],
    ),
    bad=invoice_example(("</Invoice-Lines>", examples.SECOND_LINE + "</Invoice-Lines>")),
    good=INVOICE,
)
OTHER_GOODS = Problem(
    "edi/other-goods",
    Wording(
        "Korekta {number}: pozycja {position} faktury {corrected} to {goods}, a plik ma tam EAN {ean}.",
        "Correction {number}: position {position} of {corrected} is {goods}, and the file has the EAN {ean} there.",
    ),
    Wording(
        "Pozycji wczytanej faktury nie usuwa się ani nie dodaje. Sprawdź, czy to ta faktura.",  # 001:542
        "Positions of an imported invoice must not be removed or added. See whether it is this invoice.",
    ),
    bad=correction_example(
        ("<EAN>2900000000018", "<EAN>2900000000025"),
        known=examples.KNOWN_WITH_EAN,
    ),
    good=CORRECTION,
)
OTHER_BEFORE = Problem(
    "edi/other-before",
    Wording(
        "Korekta {number}: pozycja {position} miała przed nią według pliku {was}, a na fakturze {corrected} "
        "z dotychczasowymi korektami ma {now}.",
        "Correction {number}: by the file position {position} had {was} before it; on the invoice {corrected} with the "
        "corrections so far it has {now}.",
    ),
    Wording(
        "Wczytaj najpierw wcześniejsze korekty tej faktury, razem z tą albo przez --documents. Jeżeli ich nie było, "
        "poproś dostawcę o poprawną korektę.",  # 001:545
        "Import the earlier corrections of the invoice first, together with this one or by --documents. Where there "
        "were none, ask the supplier for a right correction.",
    ),
    bad=correction_example(
        ("10.000</PreviousInvoiceQuantity>", "9.000</PreviousInvoiceQuantity>"), ("-4.000", "-3.000")
    ),
    good=CORRECTION,
)
NO_METHOD = Problem(
    "edi/no-method",
    Wording(
        "{number}: karta kontrahenta {party} nie ma formy płatności; faktura jest bez niej.",
        "{number}: the card of {party} has no payment method; the invoice is without one.",
    ),
    Wording(
        "Wpisz Forma płatności w [Podmioty] kartoteki.", "Write Forma płatności in [Podmioty] of the company's file."
    ),
    bad=invoice_example(company=(("| przelew         |", "|                 |"),)),
    good=INVOICE,
    severity=Severity.WARNING,
)
PRICE_PROPOSED = Problem(
    "edi/price-proposed",
    Wording(
        "{number}, pozycja {position}: bez ceny; towar {goods} ma u tego kontrahenta {price}.",
        "{number}, position {position}: without a price; {goods} cost this contractor {price}.",
    ),
    Wording("Nic, jeżeli cena jest dobra.", "Nothing, where the price is right."),  # 001:483
    bad=order_example(("<OrderedUnitNetPrice>12.50</OrderedUnitNetPrice>", "")),
    good=ORDER,
    severity=Severity.INFO,
)
NO_PRICE = Problem(
    "edi/no-price",
    Wording(
        "{number}, pozycja {position}: ani plik, ani kartoteka nie ma ceny towaru {goods}.",
        "{number}, position {position}: neither the file nor the company has a price of {goods}.",
    ),
    Wording(
        "Wpisz grupę cenową kontrahenta i cenę w [Ceny] albo uzupełnij rezerwację.",
        "Write the price group of the contractor and the price in [Ceny], or complete the reservation.",
    ),
    bad=order_example(
        ("<OrderedUnitNetPrice>12.50</OrderedUnitNetPrice>", ""),
        company=(("hurtowa      | 12,50", "detal        | 12,50"),),
    ),
    good=ORDER,
    severity=Severity.WARNING,
)
CODE_NEW = Problem(
    "edi/code-new",
    Wording(
        "{number}: towar {goods} ma u kontrahenta {party} kod {value}; w kartotece go nie ma.",
        "{number}: the goods {goods} have the code {value} at {party}, which is not on file.",
    ),
    Wording(
        "Dopisz atrybut BUYERITEMCODE w [Atrybuty]; wiersz wypisano.",
        "Add the attribute BUYERITEMCODE in [Atrybuty]; its row was printed.",
    ),
    bad=order_example(company=(("| towar   | GUMA | BUYERITEMCODE | ALOZA      | 998877  |\n", ""),)),
    good=ORDER,
    severity=Severity.INFO,
)
CODE_KEPT = Problem(
    "edi/code-kept",
    Wording(
        "{number}: towar {goods} ma w pliku kod {value}, a w kartotece {kept}; kartoteki się nie zmienia.",
        "{number}: the goods {goods} have the code {value} in the file and {kept} on file, which stays.",
    ),
    Wording(
        "Popraw atrybut BUYERITEMCODE, jeżeli kontrahent zmienił kod.",  # 001:489
        "Correct the attribute BUYERITEMCODE where the contractor changed the code.",
    ),
    bad=order_example(("998877", "112233")),
    good=ORDER,
    severity=Severity.WARNING,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
