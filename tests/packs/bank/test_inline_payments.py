"""Payments and their payer written in a case."""

from decimal import Decimal

from dekret.model.payments import Payee, Payer, Payment, TaxLiability
from dekret.packs import inline
from dekret.packs.bank.inline_payments import SECTIONS, read_inline_payer, read_inline_payments
from dekret.packs.document_fields import field_rows
from dekret.syntax.rulefile import read_file
from dekret.syntax.schema import Language, Word
from dekret.text.nearest import plain
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Wording

LANGUAGE = Language(Word("wysyłka", "sending"), "wysylka", Wording("x", "x"), (*inline.SECTIONS, *SECTIONS))
KEYS = """[Przelew]
Numer dokumentu = US/1
Stan = do realizacji
Kwota = 1 234,50
Rodzaj przelewu = US
Podmiot = US-WOLA
Podmiot Rodzaj podmiotu = urząd
Rozliczone = nierozliczone
Kierunek = rozchód
Podatek Symbol formularza = VAT-7
Podatek Okres = 26M02
Termin płatności = 25.03.2026
Opis do banku = za luty, korekta | dziękujemy
"""
TABLE = r"""[Przelewy]
| Numer dokumentu | Stan    | Kwota  | Podmiot Nazwa | Rodzaj przelewu   | Rozliczone  | Opis do banku |
| FZ/1            | bufor   | 100,00 | Aloza         | zwykły            | częściowo   | a, b \| c     |
| FZ/2            | wysłane | 200,00 | Klon          | polecenie zapłaty | nie podlega |               |
"""
PAYER = """[Zleceniodawca]
Nazwa = Bursztyn sp. z o.o.
NIP = 5580730219
Rachunek = 61109010140000071219812874
"""


def reading(*sections):
    report = Report()
    source = Source("x", 'wysyłka "X"\n' + "".join(sections))
    ((_, found),) = read_file(source, [LANGUAGE], report).definitions
    assert not report.diagnostics, [each.message.pl for each in report.diagnostics]
    return found


def test_a_payment_in_keys():
    (found,) = read_inline_payments(reading(KEYS))
    payment = found.read()
    assert isinstance(payment, Payment)
    assert (payment.state, payment.kind, payment.settled, payment.direction) == ("approved", "tax", "no", "out")
    assert payment.party == Payee(code="US-WOLA", kind="office")
    assert payment.tax == TaxLiability(form="VAT-7", period="26M02")
    assert payment.amount == Decimal("1234.50")
    assert payment.description == ("za luty, korekta", "dziękujemy")
    assert payment.due_date.isoformat() == "2026-03-25"


def test_payments_in_a_table():
    first, second = (found.read() for found in read_inline_payments(reading(TABLE)))
    assert (first.kind, first.settled, first.description) == ("ordinary", "partly", ("a, b", "c"))
    assert (second.kind, second.settled, second.party.name) == ("direct_debit", "exempt", "Klon")


def test_keys_come_before_the_table():
    assert [found.read().number for found in read_inline_payments(reading(TABLE, KEYS))] == ["US/1", "FZ/1", "FZ/2"]


def test_a_case_without_payments():
    found = reading("[Dokument]\nNumer dokumentu = FZ/1\n")
    assert read_inline_payments(found) == ()
    assert read_inline_payer(found) is None


def test_a_payer():
    payer = Payer(name="Bursztyn sp. z o.o.", tax_id="5580730219", account="61109010140000071219812874")
    assert read_inline_payer(reading(PAYER)).read() == payer


def test_wrong_fields_are_shown_at_their_places():
    wrong = TABLE.replace("100,00", "0,00").replace("FZ/2 ", "     ")
    amount, number = (found for each in read_inline_payments(reading(wrong)) for found in each.read())
    assert (amount.id, amount.span.text, amount.span.line) == ("case/inline-field", "0,00", 4)
    assert "Kwota: kwota musi być większa od zera" in amount.message.pl
    assert (number.id, number.span.line) == ("case/inline-field", 5)
    assert "Numer dokumentu: brakuje wartości" in number.message.pl
    (country,) = read_inline_payer(reading(PAYER + "Kraj = Polska\n")).read()
    assert country.span.text == "Polska"


def test_sections_and_titles_are_told_apart():
    sections = (*inline.SECTIONS, *SECTIONS)
    for words in ([each.word for each in sections], *([field.word for field in each.keys] for each in SECTIONS)):
        forms = [form for word in words for form in {plain(word.pl), plain(word.en)}]
        assert len(forms) == len(set(forms))


def test_documents_keep_their_words():
    kinds = {field.word.pl: field.kind for field in inline.DOCUMENT.keys}
    assert "zwykła" in [word.pl for word in kinds["Rodzaj faktury"].words]
    assert kinds["Korekta"].read("nie").value is False


def test_the_manual_lists_payments_and_payers():
    rows = {".".join(row.path): row.title for row in field_rows("payment")}
    assert rows["number*"] == "Numer dokumentu"
    assert rows["party.tax_id"] == "NIP"
    assert rows["description[]"] == "Opis do banku"
    assert [row.title for row in field_rows("payer")][:2] == ["Nazwa", "Nazwa 2"]
