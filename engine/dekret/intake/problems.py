"""Problems of documents and payments that come in."""

from collections.abc import Mapping
from dataclasses import dataclass

from dekret.model.faults import Fault
from dekret.text.diagnostic import Problem, Severity
from dekret.text.wording import Wording

_GOOD = """{"type": "vat_purchase", "number": "FZ/12/2026", "issue_date": "2026-03-05",
 "party": {"code": "ALOZA", "name": "Aloza sp. z o.o."},
 "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}]}
"""
_KSEF = """<Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
 <Podmiot1><DaneIdentyfikacyjne><NIP>6736819308</NIP><Nazwa>Aloza</Nazwa></DaneIdentyfikacyjne></Podmiot1>
 <Podmiot2><DaneIdentyfikacyjne><NIP>5580730219</NIP><Nazwa>Bursztyn</Nazwa></DaneIdentyfikacyjne></Podmiot2>
 <Fa><KodWaluty>PLN</KodWaluty><P_1>2026-03-05</P_1><P_2>FV/12/2026</P_2>
  <P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_15>123</P_15><RodzajFaktury>VAT</RodzajFaktury></Fa>
</Faktura>
"""

_PAYMENT = '{"number": "FZ/12/2026", "state": "approved", "amount": "123.00"}\n'
_SHEET = "Numer dokumentu;Stan;Kwota;Podmiot Nazwa\nFZ/12/2026;do realizacji;1 123,00;Aloza sp. z o.o.\n"
_CONFIG = Wording("Konfiguracja ThtgEsb", "The configuration of ThtgEsb")


@dataclass(frozen=True, slots=True)
class Nouns:
    """How the records of a family are named in these sentences, and in which files they come."""

    one: Wording
    a_kind: Wording
    many: Wording
    none: Wording
    files: Wording


NOUNS: Mapping[str, Nouns] = {
    "documents": Nouns(
        Wording("Dokument", "A document"),
        Wording("dokument", "a document"),
        Wording("dokumenty", "documents"),
        Wording("żadnego dokumentu", "no document"),
        Wording(
            ".json, .jsonl (dokumenty) i .xml (faktury KSeF FA(2), FA(3))",
            ".json, .jsonl (documents) and .xml (KSeF invoices FA(2), FA(3))",
        ),
    ),
    "any_documents": Nouns(
        Wording("Dokument", "A document"),
        Wording("dokument", "a document"),
        Wording("dokumenty", "documents"),
        Wording("żadnego dokumentu", "no document"),
        Wording(
            ".json, .jsonl (dokumenty, także zamówienia) i .xml (faktury KSeF FA(2), FA(3))",
            ".json, .jsonl (documents, orders among them) and .xml (KSeF invoices FA(2), FA(3))",
        ),
    ),
    "payments": Nouns(
        Wording("Płatność", "A payment"),
        Wording("płatność", "a payment"),
        Wording("płatności", "payments"),
        Wording("żadnej płatności", "no payment"),
        Wording(
            ".json, .jsonl i .csv, którego pierwszy wiersz nazywa kolumny: Numer dokumentu;Stan;Kwota",
            ".json, .jsonl and .csv, of which the first line names the columns: Numer dokumentu;Stan;Kwota",
        ),
    ),
    "thtg_config": Nouns(_CONFIG, _CONFIG, _CONFIG, _CONFIG, Wording("config.json", "config.json")),
}
"""By the name of the family."""

UNKNOWN_FORMAT = Problem(
    "intake/unknown-format",
    Wording("Nie wiadomo, jakie {many} są w tym pliku.", "It cannot be told what {many} this file holds."),
    Wording("Czytane są: {files}.", "These are read: {files}."),
    bad="dokument: numer;kwota\n",
    good="dokument: " + _GOOD,
)
NO_DOCUMENTS = Problem(
    "intake/no-documents",
    Wording("{where} nie ma {none}.", "{where} holds {none}."),
    Wording(
        "Sprawdź, czy plik zapisał się lub pobrał do końca.", "See whether the file was saved or downloaded to its end."
    ),
    bad="dokument: []\n",
    good="dokument: " + _GOOD,
    severity=Severity.WARNING,
)
NOT_UTF8 = Problem(
    "intake/not-utf8",
    Wording(
        "Wiersz nie jest w UTF-8: bajt {byte} na pozycji {position}; wygląda na {encoding}.",
        "The line is not UTF-8: byte {byte} at position {position}; it looks like {encoding}.",
    ),
    Wording(
        "Dokumenty pisane po jednym w wierszu (JSONL) czyta się w UTF-8. Zapisz plik ponownie w UTF-8 (Notatnik: "
        "Zapisz jako, Kodowanie: UTF-8) albo przekoduj: iconv -f {code} -t UTF-8 {name} > nowy.jsonl",
        "Documents written one a line (JSONL) are read as UTF-8. Save the file as UTF-8 (Notepad: Save as, Encoding: "
        "UTF-8) or convert it: iconv -f {code} -t UTF-8 {name} > new.jsonl",
    ),
    bad='bytes: dokumenty.jsonl {"type": "\\xbf"}',
    good='bytes: dokumenty.jsonl {"type": "vat_sale", "number": "1", "issue_date": "2026-01-01", '
    '"party": {"code": "ALOZA"}, "elements": [{"rate": "zw", "net": "1.00"}]}',
)
LEGACY_ENCODING = Problem(
    "intake/legacy-encoding",
    Wording("Plik odczytano jako {encoding}, a nie UTF-8.", "The file was read as {encoding}, not UTF-8."),
    Wording(
        "Sprawdź polskie litery w dokumentach; następny plik zapisz w UTF-8 (Notatnik: Zapisz jako, Kodowanie: UTF-8).",
        "Check the Polish letters of the documents; save the next file as UTF-8 (Notepad: Save as, Encoding: UTF-8).",
    ),
    bad="bytes: dokumenty.jsonl \\xff\\xfe{\\x00}\\x00",
    good='bytes: dokumenty.jsonl {"type": "vat_sale", "number": "1", "issue_date": "2026-01-01", '
    '"party": {"code": "ALOZA"}, "elements": [{"rate": "zw", "net": "1.00"}]}',
    severity=Severity.WARNING,
)
BAD_JSON = Problem(
    "intake/bad-json",
    Wording("To nie jest poprawny JSON: {reason}.", "This is not valid JSON: {reason}."),
    Wording("{advice}.", "{advice}."),
    bad="dokument: " + _GOOD.replace("]}", "}"),
    good="dokument: " + _GOOD,
)
REPEATED_FIELD = Problem(
    "intake/repeated-field",
    Wording("Pole „{name}” podano dwa razy.", "The field '{name}' is given twice."),
    Wording("Zostaw jedno z nich.", "Keep one of the two."),
    bad="dokument: " + _GOOD.replace('"number": "FZ/12/2026"', '"number": "FZ/12/2026", "number": "FZ/13/2026"'),
    good="dokument: " + _GOOD,
)
NOT_AN_OBJECT = Problem(
    "intake/not-an-object",
    Wording("{one} musi być obiektem JSON.", "{one} has to be a JSON object."),
    Wording('Zapis obiektu: {{"pole": wartość, …}}.', 'Write it as {{"field": value, …}}.'),
    bad="dokument: [12, 13]\n",
    good="dokument: " + _GOOD,
)
UNKNOWN_FIELD = Problem(
    "intake/unknown-field",
    Wording("Nieznane pole {path}.", "Unknown field {path}."),
    Wording("{advice}Pola w tym miejscu: {known}.", "{advice}Fields here: {known}."),
    bad="dokument: " + _GOOD.replace('"vat"', '"vta"'),
    good="dokument: " + _GOOD,
)
MISSING_FIELD = Problem(
    "intake/missing-field",
    Wording("Brak pola {path}{title}.", "The field {path}{title} is missing."),
    Wording("Uzupełnij je.", "Fill it in."),
    bad="dokument: " + _GOOD.replace('"number": "FZ/12/2026", ', ""),
    good="dokument: " + _GOOD,
)
BAD_DATE = Problem(
    "intake/bad-date",
    Wording("Pole {path}{title}: „{given}” nie jest datą.", "{path}{title}: '{given}' is not a date."),
    Wording("Wpisz datę jako RRRR-MM-DD.", "Write the date as YYYY-MM-DD."),
    bad="dokument: " + _GOOD.replace("2026-03-05", "2026-13-05"),
    good="dokument: " + _GOOD,
)
BAD_NUMBER = Problem(
    "intake/bad-number",
    Wording(
        "Pole {path}{title}: „{given}” nie jest dopuszczalną liczbą.", "{path}{title}: '{given}' is no such number."
    ),
    Wording(
        'Wpisz liczbę z kropką, bez odstępów: "1234.50"; kurs jest większy od zera.',
        'Write a number with a point, without blanks: "1234.50"; a rate is above zero.',
    ),
    bad="dokument: " + _GOOD.replace('"100.00"', '"100,00"'),
    good="dokument: " + _GOOD,
)
NOT_POSITIVE = Problem(
    "intake/not-positive",
    Wording(
        "Pole {path}{title}: „{given}” – kwota musi być większa od zera.",
        "{path}{title}: '{given}' – the amount has to be above zero.",
    ),
    Wording(
        "Popraw kwotę; to, co ma wpłynąć, oznacza pole direction o wartości in, a nie znak minus.",
        "Correct the amount; what is to come in is told by the field direction with the value in, not by a minus.",
    ),
    bad="płatności: " + _PAYMENT.replace("123.00", "0.00"),
    good="płatności: " + _PAYMENT,
)
TOO_MANY_PLACES = Problem(
    "intake/too-many-places",
    Wording(
        "Pole {path}{title}: {given} ma za dużo miejsc po przecinku.",
        "{path}{title}: {given} has too many decimal places.",
    ),
    Wording(
        "Kwoty mają dwa miejsca, ilości, ceny i wagi najwyżej cztery, kursy osiem. "
        "Długi ogon cyfr to ślad liczb przybliżonych: niech program, "
        'który zapisuje plik, zaokrągla kwoty i pisze je w cudzysłowie: "123.45".',
        "Amounts have two places, quantities, prices and weights four at most, rates eight. "
        "A long tail of digits comes of approximate numbers: let the "
        'program that writes the file round amounts and write them in quotes: "123.45".',
    ),
    bad="dokument: " + _GOOD.replace('"100.00"', "0.30000000000000004"),
    good="dokument: " + _GOOD,
)
UNKNOWN_VALUE = Problem(
    "intake/unknown-value",
    Wording("Pole {path}{title}: nieznana wartość „{given}”.", "{path}{title}: unknown value '{given}'."),
    Wording("{advice}Do wyboru: {known}.", "{advice}One of: {known}."),
    bad="dokument: " + _GOOD.replace("vat_purchase", "vat_purchse"),
    good="dokument: " + _GOOD,
)
TOO_LONG = Problem(
    "intake/too-long",
    Wording("Pole {path}{title} jest za długie.", "{path}{title} is too long."),
    Wording("Skróć tekst.", "Shorten the text."),
    bad="dokument: " + _GOOD.replace("ALOZA", "ALOZA" * 20),
    good="dokument: " + _GOOD,
)
BAD_FORM = Problem(
    "intake/bad-form",
    Wording("Pole {path}{title}: „{given}” ma złą postać.", "{path}{title}: '{given}' has the wrong form."),
    Wording("{advice}Może tu stać {form}.", "{advice}What may stand here: {form}."),
    bad="dokument: " + _GOOD.replace('"party"', '"currency": "euro", "party"'),
    good="dokument: " + _GOOD,
)
NO_RATE = Problem(
    "intake/no-rate",
    Wording("Dokument w walucie obcej nie ma kursu.", "A document in a foreign currency has no exchange rate."),
    Wording('Podaj kurs: "exchange_rate": "4.2512".', 'Give the rate: "exchange_rate": "4.2512".'),
    bad="dokument: " + _GOOD.replace('"party"', '"currency": "EUR", "party"'),
    good="dokument: " + _GOOD.replace('"party"', '"currency": "EUR", "exchange_rate": "4.2512", "party"'),
)
_SETTLEMENT = """dokument: {"type": "settlement", "number": "RK/1", "date": "2026-03-31", "currency": "EUR",
 "difference": "5.00",
 "left": {"kind": "FZ", "number": "FZ/1", "party": {"code": "ALOZA"}, "amount": "100.00", "amount_pln": "430.00"},
 "right": {"kind": "KW", "number": "KW/1", "party": {"code": "ALOZA"}, "amount": "100.00", "amount_pln": "425.00"}}
"""
OTHER_DIFFERENCE = Problem(
    "intake/other-difference",
    Wording(
        "Różnica kursowa nie zgadza się z kwotami w PLN obu dokumentów.",
        "The exchange difference does not agree with the amounts in PLN of the two documents.",
    ),
    Wording(
        'Popraw "difference" albo "amount_pln" dokumentów: różnica to to, czym się różnią.',
        'Correct "difference" or the "amount_pln" of the documents: it is what they differ by.',
    ),
    bad=_SETTLEMENT.replace("5.00", "50.00", 1),
    good=_SETTLEMENT,
)
WRONG_KIND = Problem(
    "intake/wrong-kind",
    Wording("Pole {path}{title} ma wartość złego rodzaju.", "{path}{title} has a value of the wrong kind."),
    Wording(
        "Teksty, kwoty i daty pisz w cudzysłowie, tak/nie jako true/false, listy w [ ].",
        "Write texts, amounts and dates in quotes, flags as true or false, lists in [ ].",
    ),
    bad="dokument: " + _GOOD.replace('"FZ/12/2026"', '["FZ/12/2026"]'),
    good="dokument: " + _GOOD,
)
XML_PAYMENTS = Problem(
    "intake/xml-payments",
    Wording("Plik XML nie jest plikiem płatności.", "An XML file is no file of payments."),
    Wording(
        "Płatności czyta się z plików: {files}. Faktury KSeF się księguje; płatności powstają z ich terminów.",
        "Payments are read from: {files}. KSeF invoices are posted; payments come of their terms.",
    ),
    bad="płatności: " + _KSEF,
    good="płatności: " + _PAYMENT,
)
SHEET_CELL = Problem(
    "intake/sheet-cell",
    Wording("Kolumna „{column}”: {reason}", "Column '{column}': {reason}"),
    Wording("{remedy}", "{remedy}"),
    bad="płatności: " + _SHEET.replace("1 123,00", "1.123,00"),
    good="płatności: " + _SHEET,
)
SHEET_COLUMNS = Problem(
    "intake/sheet-columns",
    Wording("Komórek w wierszu: {count}, kolumn w nagłówku: {expected}.", "Cells: {count}, columns: {expected}."),
    Wording(
        "Wartość, w której jest znak {separator} rozdzielający kolumny, weź w cudzysłów; wiersz ma mieć tyle komórek, "
        "co nagłówek.",
        "Put a value in quotes that holds the mark {separator} between columns; a line has as many cells as the first.",
    ),
    bad="płatności: " + _SHEET.replace("1 123,00", "1 123;00"),
    good="płatności: " + _SHEET.replace("Aloza sp. z o.o.", '"Aloza; sp. z o.o."'),
)
SHEET_QUOTES = Problem(
    "intake/sheet-quotes",
    Wording(
        "Cudzysłów na początku wartości nie ma pary na jej końcu w tym samym wierszu.",
        "The quote at the beginning of a value has no fellow at its end in the same line.",
    ),
    Wording(
        'Wartość z cudzysłowem zapisz jako """Kos"" sp. z o.o."; wiersze w jednej komórce zastąp znakiem |.',
        'Write a value with quotes as """Kos"" sp. z o.o."; put | where a cell has several lines.',
    ),
    bad="płatności: " + _SHEET.replace("Aloza", '"Aloza"'),
    good="płatności: " + _SHEET.replace("Aloza sp. z o.o.", '"""Aloza"" sp. z o.o."'),
)
CORRECT_CELL = Wording(
    "Popraw tę komórkę w arkuszu i zapisz plik na nowo.", "Correct the cell in the spreadsheet and save the file anew."
)
DIGITS_LOST = Wording(
    "arkusz zamienił numer „{text}” na przybliżoną liczbę i zgubił jego cyfry.",
    "the spreadsheet made '{text}' of a number and lost its digits.",
)
WITH_BLANKS = Wording(
    "Tysiące oddziela odstęp, a nie kropka; po przecinku są dwie cyfry: 12 500,00.",
    "A blank parts thousands, not a point; two digits stand behind the comma: 12 500,00.",
)
AS_TEXT = Wording(
    "Sformatuj kolumnę jako tekst, wpisz numer jeszcze raz i zapisz plik na nowo.",
    "Format the column as text, write the number again and save the file anew.",
)
FAULTS: Mapping[Fault, Wording] = {
    "unknown-field": Wording("ten dokument nie ma takiego pola", "this document has no such field"),
    "missing": Wording("brakuje wartości", "the value is missing"),
    "date": Wording("to nie jest data", "this is no date"),
    "number": Wording("to nie jest dopuszczalna liczba", "this is no possible number"),
    "positive": Wording("kwota musi być większa od zera", "the amount has to be above zero"),
    "places": Wording("kwota ma więcej niż dwa miejsca po przecinku", "the amount has more than two places"),
    "finer": Wording(
        "liczba ma za dużo miejsc po przecinku; ilości, ceny i wagi mają najwyżej cztery, kursy osiem",
        "the number has too many places; quantities, prices and weights have four at most, rates eight",
    ),
    "choice": Wording("nie ma takiej wartości do wyboru", "there is no such choice"),
    "length": Wording("tekst jest za długi", "the text is too long"),
    "pattern": Wording(
        "„{given}” ma złą postać, może tu stać {form}", "'{given}' has a wrong form; what may stand here: {form}"
    ),
    "rate": Wording("waluta obca wymaga kursu", "a foreign currency needs its rate"),
    "difference": Wording(
        "różnica kursowa nie zgadza się z kwotami w PLN obu dokumentów",
        "the exchange difference does not agree with the amounts in PLN of the documents",
    ),
    "kind": Wording("to wartość niewłaściwego rodzaju", "this is a value of a wrong kind"),
}
"""What is wrong with a field where keys and cells are spoken of: in a spreadsheet, in a case."""

BAD_XML = Problem(
    "ksef/bad-xml",
    Wording("To nie jest poprawny XML: {reason}.", "This is not valid XML: {reason}."),
    Wording("{advice}.", "{advice}."),
    bad="dokument: " + _KSEF.replace("</Fa>", ""),
    good="dokument: " + _KSEF,
)
FORBIDDEN_XML = Problem(
    "ksef/forbidden-xml",
    Wording("XML zawiera {what}, czego faktura mieć nie może.", "The XML holds {what}, which no invoice may."),
    Wording("Nie otwieraj tego pliku; sprawdź, skąd pochodzi.", "Do not open the file; find out where it came from."),
    bad='dokument: <!DOCTYPE Faktura [<!ENTITY x "y">]>\n' + _KSEF,
    good="dokument: " + _KSEF,
)
TOO_LARGE = Problem(
    "ksef/too-large",
    Wording(
        "Plik ma ponad {limit} bajtów, a faktura KSeF mieć tyle nie może.",
        "The file has more than {limit} bytes, which KSeF does not allow.",
    ),
    Wording("Sprawdź, czy to na pewno jedna faktura.", "See whether this really is one invoice."),
    bad="dokument: " + _KSEF.replace("Aloza", "Aloza" * 700_000),
    good="dokument: " + _KSEF,
)
UNKNOWN_NAMESPACE = Problem(
    "ksef/unknown-namespace",
    Wording("To nie jest faktura FA(2) ani FA(3): {namespace}.", "This is neither FA(2) nor FA(3): {namespace}."),
    Wording(
        "Przestrzeń nazw FA(3) to http://crd.gov.pl/wzor/2025/06/25/13775/, FA(2) .../2023/06/29/12648/.",
        "The namespace of FA(3) is http://crd.gov.pl/wzor/2025/06/25/13775/, of FA(2) .../2023/06/29/12648/.",
    ),
    bad="dokument: " + _KSEF.replace("13775", "13776"),
    good="dokument: " + _KSEF,
)
MISSING_ELEMENT = Problem(
    "ksef/missing-element",
    Wording("Brak elementu {path}.", "The element {path} is missing."),
    Wording("Faktura jest niepełna; pobierz ją ponownie.", "The invoice is incomplete; fetch it again."),
    bad="dokument: " + _KSEF.replace("<P_2>FV/12/2026</P_2>", ""),
    good="dokument: " + _KSEF,
)
BAD_VALUE = Problem(
    "ksef/bad-value",
    Wording("Element {path}: niedopuszczalna wartość „{given}”.", "{path}: the value '{given}' is not allowed."),
    Wording(
        "Faktura nie jest zgodna ze schematem FA; popraw ją u źródła.",
        "The invoice breaks the FA schema; correct it there.",
    ),
    bad="dokument: " + _KSEF.replace("<P_15>123<", "<P_15>123,00<"),
    good="dokument: " + _KSEF,
)
NO_AMOUNTS = Problem(
    "ksef/no-amounts",
    Wording(
        "Korekta samych danych: nie ma kwot, więc nie ma czego wpisać do rejestru VAT.",
        "A correction of data alone: it has no amounts, so there is nothing for the VAT register.",
    ),
    Wording(
        "Popraw dane przy fakturze {corrected}; księgować nie trzeba.",
        "Correct the data of {corrected}; nothing to post.",
    ),
    bad="dokument: "
    + _KSEF.replace("<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_15>123<", "<P_15>0<").replace(
        "<RodzajFaktury>VAT<", "<RodzajFaktury>KOR<"
    ),
    good="dokument: " + _KSEF,
    severity=Severity.WARNING,
)
NO_SPLIT = Problem(
    "ksef/no-split",
    Wording(
        "Faktura nie podaje sum netto i VAT ani jednej stawki, z której dałyby się policzyć.",
        "The invoice gives neither sums of net and tax nor a single rate to compute them by.",
    ),
    Wording("Wprowadź dokument ręcznie, z podziałem na stawki.", "Enter the document by hand, with its rates."),
    bad="dokument: " + _KSEF.replace("<P_13_1>100</P_13_1><P_14_1>23</P_14_1>", ""),
    good="dokument: " + _KSEF,
)
NO_EXCHANGE_RATE = Problem(
    "ksef/no-exchange-rate",
    Wording(
        "Faktura w {currency} nie podaje kursu, a bez VAT w PLN nie da się go odtworzyć.",
        "The invoice in {currency} gives no exchange rate, and without tax in PLN it cannot be derived.",
    ),
    Wording("Wprowadź dokument z kursem jako JSON.", "Enter the document with its rate as JSON."),
    bad="dokument: " + _KSEF.replace(">PLN<", ">EUR<"),
    good="dokument: "
    + _KSEF.replace(">PLN<", ">EUR<").replace("<P_14_1>23</P_14_1>", "<P_14_1>23</P_14_1><P_14_1W>98.90</P_14_1W>"),
)
VAGUE_RATE = Problem(
    "ksef/vague-rate",
    Wording(
        "Faktura w {currency} nie podaje kursu, a z podatku {tax} ({tax_pln} PLN) wychodzi on z błędem do {doubt} PLN "
        "na całej fakturze.",
        "The invoice in {currency} gives no exchange rate, and the tax {tax} ({tax_pln} PLN) tells it with an error of "
        "up to {doubt} PLN over the whole invoice.",
    ),
    Wording(
        "Dopuszczalny błąd to {limit} PLN; wprowadź dokument z kursem jako JSON.",
        "Up to {limit} PLN is let pass; enter the document with its rate as JSON.",
    ),
    bad="dokument: "
    + _KSEF.replace(">PLN<", ">EUR<")
    .replace(
        "<P_13_1>100</P_13_1><P_14_1>23</P_14_1>",
        "<P_13_1>0.22</P_13_1><P_14_1>0.05</P_14_1><P_14_1W>0.21</P_14_1W><P_13_7>10000</P_13_7>",
    )
    .replace("<P_15>123<", "<P_15>10000.27<"),
    good="dokument: "
    + _KSEF.replace(">PLN<", ">EUR<").replace("<P_14_1>23</P_14_1>", "<P_14_1>23</P_14_1><P_14_1W>98.90</P_14_1W>"),
)
_TWO_RATES = (
    _KSEF.replace(">PLN<", ">EUR<")
    .replace("<P_14_1>23</P_14_1>", "<P_14_1>23</P_14_1><P_14_1W>95.91</P_14_1W>")
    .replace(
        "</Fa>",
        "<FaWiersz><P_11>60</P_11><P_12>23</P_12><KursWaluty>4.15</KursWaluty></FaWiersz>"
        "<FaWiersz><P_11>40</P_11><P_12>23</P_12><KursWaluty>4.20</KursWaluty></FaWiersz></Fa>",
    )
)
DIFFERING_RATES = Problem(
    "ksef/differing-rates",
    Wording(
        "Pozycje faktury mają różne kursy ({rates}), a netto ze stawką {rate} nie da się przeliczyć na PLN: {why}.",
        "The lines have different exchange rates ({rates}), and the net at {rate} cannot be told in PLN: {why}.",
    ),
    Wording(
        "Wprowadź dokument jako JSON, z kwotami net_pln i vat_pln przy każdej stawce.",
        "Enter the document as JSON, with net_pln and vat_pln for every rate.",
    ),
    bad="dokument: " + _TWO_RATES.replace("<P_11>60<", "<P_11>500<"),
    good="dokument: " + _TWO_RATES,
)
OTHER_COMPANY = Problem(
    "ksef/other-company",
    Wording(
        "Firma o NIP {own} nie jest na tej fakturze ani sprzedawcą ({seller}), ani nabywcą ({buyer}).",
        "The company with NIP {own} is neither the seller ({seller}) nor the buyer ({buyer}) of this invoice.",
    ),
    Wording("Sprawdź, czy to faktura tej firmy.", "See whether the invoice is this company's."),
    bad="dokument: " + _KSEF.replace("5580730219", "4642621295"),
    good="dokument: " + _KSEF,
)
ROUNDED_TOTAL = Problem(
    "ksef/rounded-total",
    Wording(
        "Należność {total} różni się o {difference} od sumy pozycji {sum}.",
        "The total {total} differs by {difference} from the sum of the elements {sum}.",
    ),
    Wording(
        "Różnicę podaje makro @Zaokraglenie; schemat może ją zaksięgować osobnym wierszem.",
        "The macro @Zaokraglenie gives the difference; a row of the scheme can post it.",
    ),
    bad="dokument: " + _KSEF.replace("<P_15>123<", "<P_15>123.01<"),
    good="dokument: " + _KSEF,
    severity=Severity.INFO,
)

PROBLEMS = tuple(value for value in list(globals().values()) if isinstance(value, Problem))
