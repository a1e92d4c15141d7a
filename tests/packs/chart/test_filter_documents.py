"""Filters asked of documents: the same three truth values and the same comparisons as of rows of a database."""

import datetime as dt

import pytest

from dekret import api
from dekret.chart.values import Sources
from dekret.model.faults import read_document
from dekret.packs.chart.filter_documents import Predicate, document_type, predicate
from dekret.packs.chart.filters import find_filter
from dekret.packs.library import load_sources
from dekret.text.source import Source

TODAY = dt.date(2026, 3, 31)
PURCHASE = document_type("vat_purchase")
DOCUMENT = {
    "type": "vat_purchase",
    "number": "FZ/12/2026",
    "issue_date": "2026-03-05",
    "party": {"code": "ALOZA", "name": "Żółta Łódź sp. z o.o.", "country": "PL"},
    "category": "ENERGIA",
    "correction": True,
    "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}, {"rate": "8", "net": "50.00", "vat": "4.00"}],
}


def asked(condition, type_=PURCHASE, head="", **given):
    text = f'filtr "F"\n[Ogólne]\nnazwa = F\n{head}\n[Warunek]\n"""\n{condition}\n"""\n'
    library = load_sources([Source("f.filtr", text)])
    assert not library.report.has_errors, [str(each.message) for each in library.report.diagnostics]
    return predicate(find_filter(library, "F", TODAY), Sources(TODAY, given=given), type_)


def answer(condition, **changes):
    found = asked(condition)
    assert isinstance(found, Predicate), found
    return found.answer(read_document(DOCUMENT | changes))


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("@Netto=150", True),
        ("netto BETWEEN 100 AND 149.99", False),
        ("@Netto IN (1, 150)", True),
        ("@KodPodmiotu='aloza '", True),
        ("@NazwaPodmiotu LIKE '%łódź%'", True),
        ("@NazwaPodmiotu LIKE 'zolta%'", False),
        ("party.name LIKE 'Ż%' AND party.country<>'DE'", True),
        ("@Waluta=5", False),
        ("@DataWystawienia>=CONVERT(DATETIME,'2026-03-05',120)", True),
        ("issue_date<'2026-03-05'", False),
        ("category.code='energia'", True),
        ("@KategoriaNag='ENERGIA'", True),
        ("correction=1", True),
        ("split_payment=1", False),
        ("(@Opis IS NULL OR @Opis='')", True),
        ("(@Netto IS NULL OR @Netto='')", False),
        ("(description IS NOT NULL AND description<>'')", False),
        ("@Netto>1000 OR (@Vat=27 AND @CzyKorekta='TAK')", True),
    ],
)
def test_what_holds(condition, holds):
    assert answer(condition) is holds


def test_what_is_not_there_is_unknown_and_unknown_decides_nothing():
    assert answer("@DataWplywu='2026-03-06'") is None
    assert answer("@DataWplywu<>'2026-03-06'") is None
    assert answer("@DataWplywu='2026-03-06' OR @Netto=150") is True
    assert answer("@DataWplywu='2026-03-06' AND @Netto=1") is False
    assert answer("(@DataWplywu IS NULL OR @DataWplywu='')") is True
    assert answer("@DataWplywu='2026-03-06'", receipt_date="2026-03-06") is True


def test_a_table_and_parameters():
    rows = "| Lub | Netto | > | ??Od |\n| | party.code | Jest jednym z | X; Y |\n"
    table = f"[Warunki]\n| Łącznik | Pole | Operator | Wartość |\n|---|---|---|---|\n{rows}"
    text = f'filtr "F"\n[Ogólne]\nnazwa = F\n[Parametry]\n"""\n@PAR ?@n14.2|Od|&Od:100@? PAR@\n"""\n{table}'
    found = find_filter(load_sources([Source("f.filtr", text)]), "F", TODAY)
    document = read_document(DOCUMENT)
    assert predicate(found, Sources(TODAY), PURCHASE).answer(document) is True
    assert predicate(found, Sources(TODAY, given={"Od": "150"}), PURCHASE).answer(document) is False


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ("VaN_Detal=1", "dokument typu Rejestr VAT zakupu nie ma pola VaN_Detal"),
        ("@Nett=1", "dokument typu Rejestr VAT zakupu nie ma pola @Nett (najbliższe: @Netto)"),
        ("@StawkaVat='23'", "@StawkaVat ma pozycja rejestru VAT, a nie cały dokument"),
        ("elements.net=1", "elements to lista, a filtr pyta o cały dokument"),
        ("party='X'", "party to nie pojedyncza wartość"),
        ("LEN(@Opis)=3", "warunek nie jest drzewem: LEN(@Opis) – to funkcja"),
        ("@Netto='dużo'", "@Netto='dużo': Porównanie różnych rodzajów: liczba i tekst"),
        ("@Netto LIKE '1%'", "@Netto LIKE '1%': To jest liczba, a potrzeba: tekst"),
        ("@DataWystawienia='kiedyś'", "@DataWystawienia='kiedyś': Porównanie różnych rodzajów: data i tekst"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(condition, reason):
    assert asked(condition).pl == reason


def test_a_filter_of_one_type_is_not_for_another():
    assert asked("@Netto=1", head="typ = Rejestr VAT sprzedaży").pl == "jest do typu Rejestr VAT sprzedaży"
    assert isinstance(asked("@Netto=1", head="typ = VAT purchase register"), Predicate)


def test_a_number_held_against_a_text_is_a_text():
    assert asked("party.tax_id=5580730219").said == "@party_tax_id='5580730219'"
    assert asked("@KodPodmiotu IN ('007', 8)").said == "@KodPodmiotu IN ('007', '8')"


def test_the_check_asks_filters_that_name_a_type():
    text = 'filtr "F"\n[Ogólne]\nnazwa = F\ntyp = {}\n[Warunek]\n"""\n{}\n"""\n'

    def ids(type_, condition):
        library = api.check_sources([Source("f.filtr", text.format(type_, condition))])
        return [each.id for each in library.report.diagnostics]

    assert ids("Rejestr VAT zakupu", "@Netto>?@n5|Od|&Od:@?") == []
    assert ids("Rejestr VAT zakupu", "@Nett>1") == ["chart/not-for-documents"]
    assert ids("Rejestr zakupu", "@Netto>1") == ["chart/unknown-document-type"]
