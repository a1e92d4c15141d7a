"""What single columns and rows are taken for: dates, amounts, sides, headers, footers, accounts."""

import io
from decimal import Decimal

import pytest

from bank_samples import OWN, TODAY
from dekret.bank.line_reader import LineReader
from dekret.bank.sniff.proposal import Proposal
from dekret.bank.sniff.sample import Sample
from dekret.bank.sniff.sniff import propose
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.run_sniff import How, sniffed
from dekret.packs.library import Library, load_sources
from dekret.text.source import Source
from dekret.values.identifiers import nrb_of

ACCOUNTS = [nrb_of("1140200", f"{number:016}") for number in range(6)]


def proposed(*rows, name="p.csv"):
    found = propose(Sample(name, "\n".join([*rows, ""]).encode("cp1250")), TODAY)
    assert isinstance(found, Proposal), found
    return found


def fields(found):
    return [column.field.word.pl for column in found.columns]


def key(found, name):
    return dict(found.general).get(name)


def guess(found, what):
    return next(each for each in found.guesses if each.what.pl == what)


@pytest.mark.parametrize(
    ("dates", "mask", "sure"),
    [
        (("2026-01-15", "2026-01-16"), "RRRR-MM-DD", True),
        (("15.01.2026", "16.01.2026"), "DD.MM.RRRR", True),
        (("01/15/2026", "01/16/2026"), "MM/DD/RRRR", True),
        (("5.1.2026", "16.1.2026"), "D.M.RRRR", True),
        (("02-01-2026", "03-01-2026"), "DD-MM-RRRR", False),
        (("01-02-2026", "01-03-2026"), "MM-DD-RRRR", False),
        (("02.01.2026", "03.01.2026"), "DD.MM.RRRR", True),
        (("01.02.2026", "01.03.2026"), "DD.MM.RRRR", True),
        (("1.2.2026", "1.3.2026"), "D.M.RRRR", True),
        (("01.15.2026", "01.16.2026"), "MM.DD.RRRR", True),
        (("26-01-15", "26-01-31"), "RR-MM-DD", True),
        (("15-01-26", "31-01-26"), "DD-MM-RR", True),
        (("20260115", "20260116"), "RRRRMMDD", True),
        (("260115", "260116"), "RRMMDD", False),
    ],
)
def test_the_mask_is_the_one_by_which_dates_are_of_our_days_and_near_to_each_other(dates, mask, sure):
    found = proposed(*(f"{date};{number},50;FV {number}" for number, date in enumerate(dates, start=1)))
    assert key(found, "format daty") == mask
    assert (guess(found, "format daty").check is None) == sure


def test_days_and_months_that_may_be_changed_are_said_to_be():
    found = guess(proposed("02-01-2026;1,00;a", "03-01-2026;2,00;b"), "format daty")
    assert "MM-DD-RRRR" in found.why.pl
    assert found.check is not None


@pytest.mark.parametrize(
    ("amounts", "decimal", "thousands"),
    [
        (("1,00", "-2,50"), '","', None),
        (("1.00", "-2.50"), '"."', None),
        (("1 234,00", "-2,50"), '","', "<Spacja>"),
        (("1.234,00", "-2,50"), '","', '"."'),
        (("1,234.00", "-2.50"), '"."', '","'),
        (("123400", "-250"), "brak", None),
    ],
)
def test_the_form_of_numbers_is_the_simplest_that_all_amounts_have(amounts, decimal, thousands):
    found = proposed(*(f"2026-01-1{number};{amount};x" for number, amount in enumerate(amounts)))
    assert (key(found, "separator dziesiętny"), key(found, "separator tysięcy")) == (decimal, thousands)


def test_a_constant_account_is_the_own_one_and_a_changing_one_that_of_the_party():
    rows = [f"2026-01-1{n};{n},50;{OWN};{account}" for n, account in enumerate(ACCOUNTS)]
    assert fields(proposed(*rows))[2:] == ["Pełny numer rachunku własnego", "Pełny numer rachunku podmiotu"]


def test_accounts_with_blanks_and_apostrophes_are_accounts():
    rows = [f"2026-01-1{n};{n},50;'{a[:2]} {a[2:6]} {a[6:]}" for n, a in enumerate(ACCOUNTS)]
    assert fields(proposed(*rows))[2] == "Pełny numer rachunku podmiotu"


def test_a_balance_proves_the_side_whatever_its_codes():
    rows = ["2026-01-10;10,00;X;90,00", "2026-01-11;5,00;Y;95,00", "2026-01-12;1,00;X;94,00", "2026-01-13;2,00;X;92,00"]
    found = proposed(*rows)
    assert fields(found) == ["Data dokumentu", "Kwota płatności", "Strona operacji", "Saldo po operacji"]
    assert (key(found, "obciążenia"), key(found, "uznania")) == ("X", "Y")
    assert found.columns[2].confidence > 90


def test_amounts_without_side_whose_balance_goes_up_and_down_are_said_to_be_useless():
    rows = ["2026-01-10;10,00;90,00", "2026-01-11;5,00;95,00", "2026-01-12;1,00;94,00"]
    found = proposed(*rows)
    (amount,) = (column for column in found.columns if column.field.word.pl == "Kwota płatności")
    assert "saldo raz rośnie" in amount.why.pl
    assert amount.check is not None


def test_two_columns_of_which_one_is_filled_are_debits_and_credits():
    rows = ["2026-01-10;10,00;;a", "2026-01-11;;5,00;b", "2026-01-12;1,00;;c"]
    found = proposed(*rows)
    assert fields(found)[1:3] == ["Kwota obciążenia", "Kwota uznania"]
    assert found.columns[1].check is not None
    titled = proposed("Data;Uznania;Obciążenia;Tytuł", *rows)
    assert fields(titled)[1:3] == ["Kwota uznania", "Kwota obciążenia"]


def test_long_headers_end_with_a_pattern_and_short_ones_are_counted():
    rows = ["2026-01-10;10,00;x", "2026-01-11;-5,00;y"]
    long = proposed("Wyciąg", "Rachunek;1", "Okres;styczeń", "#Data;#Kwota;#Tytuł", *rows)
    assert key(long, "nagłówek do") == '"#Data;#Kwota;#Tytuł%"'
    short = proposed("Wyciąg", "Data;Kwota;Tytuł", *rows)
    assert key(short, "wierszy nagłówka") == "2"
    assert fields(short) == ["Data dokumentu", "Kwota płatności", "Tytuł przelewu"]


HEADED = (
    "Historia rachunku",
    "Właściciel;Bursztyn sp. z o.o.",
    f"Rachunek:;{OWN[:2]} {OWN[2:]}",
    "Okres;2026-01-01;2026-01-31",
    "Waluta;EUR;Numer wyciągu;7/2026",
    "Saldo początkowe;1 000,00 EUR",
    "Saldo końcowe;1 005,00",
    "Data;Kwota;Tytuł",
    "2026-01-10;10,00;x",
    "2026-01-11;-5,00;y",
)


def test_names_and_values_above_the_lines_are_read():
    found = proposed(*HEADED)
    assert [cell.field.word.pl for cell in found.header if cell.field.written is None] == [
        "Pełny numer rachunku własnego", "Wyciąg od dnia", "Wyciąg do dnia", "Waluta wyciągu", "Numer wyciągu",
        "Saldo początkowe", "Saldo końcowe",
    ]  # fmt: skip
    assert [cell.text for cell in found.header if cell.text] == [
        "Rachunek:", "Okres", "Waluta", "Numer wyciągu", "Saldo początkowe", "Saldo końcowe",
    ]  # fmt: skip
    assert sum(cell.begins for cell in found.header) == 6
    assert "3, 4, 5, 6, 7" in guess(found, "dane w nagłówku").why.pl


def test_the_proposed_format_reads_the_header(tmp_path):
    made = sniffed(Sample("p.csv", "\n".join([*HEADED, ""]).encode("cp1250")), Library(), How(TODAY))
    assert not made.report.diagnostics
    checked, _ = format_of(load_sources([Source("p.format", made.format)]), made.symbol, TODAY)
    head, *lines, foot = LineReader(checked).read(io.BytesIO("\n".join(HEADED).encode("cp1250")))
    assert (head.account, head.number, head.currency, str(head.opening.date)) == (OWN, "7/2026", "EUR", "2026-01-01")
    assert [each.currency for each in lines] == ["EUR", "EUR"]
    assert (head.opening.amount, foot.closing.amount) == (Decimal(1000), Decimal(1005))
    assert f"rachunek = {OWN}" in made.case


def test_a_header_without_values_is_passed_over():
    found = proposed("Wyciąg", "Rachunek;własny", "Saldo początkowe 1,00", "Data;Kwota;Tytuł", *HEADED[-2:])
    assert found.header == ()


def test_times_and_currencies_beside_values_are_read_over():
    found = proposed("Kiedy;Ile;Tytuł", "2026-01-10 12:33;1 234,50 PLN;x", "2026-01-11 07:05:59;-5,00 PLN;y")
    assert fields(found)[:2] == ["Data dokumentu", "Kwota płatności"]
    assert (key(found, "format daty"), key(found, "separator tysięcy")) == ("RRRR-MM-DD", "<Spacja>")
    assert "(PLN)" in guess(found, "separator dziesiętny, tysięcy").why.pl


def test_a_file_of_ascii_leaves_no_doubt_about_itself():
    found = guess(proposed("Data;Kwota;Tytul", *HEADED[-2:]), "kodowanie")
    assert (found.confidence, found.check) == (99, None)
    assert "każde kodowanie czyta tak samo" in found.why.pl


def test_footers_and_rows_of_other_types_are_passed_over_by_pattern():
    found = proposed(
        "01;NAGLOWEK", "03;2026-01-10;10,00;x", "04;opis", "03;2026-01-11;-5,00;y", "03;2026-01-12;-5,00;z", "99;2;K"
    )  # fmt: skip
    assert key(found, "pomijaj wiersze") == '"04;%"'
    assert key(found, "wierszy nagłówka") == "1"
    assert key(found, "wierszy stopki") == "1"
    summed = proposed("2026-01-10;10,00;x", "2026-01-11;-5,00;y", "Saldo końcowe;5,00;")
    assert key(summed, "stopka od") == '"Saldo końcowe;%"'


@pytest.mark.parametrize(
    "odd",
    ["2026-01-16;-123,00;FZ 1/03/2026;ALOZA;więcej", "2026-01-16;Saldo na dzień;-118,00;;;", "2026-01-16;;;;;;opis"],
)
def test_no_date_is_a_pattern_of_rows_to_pass_over(odd):
    """All lines of that day would be lost, unsaid."""
    rows = [f"2026-01-{day};{day},00;tytuł {day};NAZWA" for day in (10, 11, 12)]
    found = proposed(*rows, odd, "2026-01-17;50,00;tytuł;NAZWA")
    assert key(found, "pomijaj wiersze") is None
    check = guess(found, "wiersze pomijane").check
    assert check
    assert "wiersze 4" in check.pl


def test_a_line_with_a_field_more_is_not_passed_over():
    rows = [f"X{day};2026-01-{day};{day},00;tytuł" for day in (10, 11, 12)]
    found = proposed(*rows, "Y1;2026-01-16;-123,00;FZ 1/2026;więcej", "X17;2026-01-17;50,00;tytuł")
    assert key(found, "pomijaj wiersze") is None


def test_rows_that_end_early_or_late_are_allowed_to():
    early = proposed("2026-01-10;10,00;x;1", "2026-01-11;-5,00;y;2", "2026-01-12;-5,00;z")
    assert key(early, "krótsze wiersze") == "tak"
    late = proposed("2026-01-10;10,00;x", "2026-01-11;-5,00;y", "2026-01-12;-5,00;z;")
    assert key(late, "dłuższe wiersze") == "tak"


def test_what_is_not_certain_is_passed_over_with_a_remark():
    found = proposed("2026-01-10;10,00;Q7;x y z", "2026-01-11;-5,00;Q8;v w", "2026-01-12;-5,00;Q7;u t")
    assert fields(found)[2] == "Inne informacje"
    assert found.columns[2].check is not None


def test_the_order_may_be_newest_first():
    found = proposed("2026-01-12;-5,00;85,00", "2026-01-11;-5,00;90,00", "2026-01-10;10,00;95,00")
    assert fields(found)[2] == "Saldo po operacji"
    assert found.columns[2].confidence == 99


def test_a_value_date_alone_is_the_date_of_the_line():
    found = proposed("Data waluty;Kwota;Tytuł", "2026-01-10;10,00;a", "2026-01-11;-5,00;b")
    assert fields(found)[0] == "Data dokumentu"


def test_the_day_of_booking_goes_before_that_of_the_operation():
    rows = "2026-01-10;2026-01-12;10,00;a", "2026-01-11;2026-01-12;-5,00;b"
    found = proposed("Data operacji;Data księgowania;Kwota;Tytuł", *rows)
    assert fields(found)[:2] == ["Inne informacje", "Data księgowania"]
    assert found.columns[0].check is not None


def test_columns_of_payers_and_payees_are_no_account_of_the_party():
    rows = [f"2026-01-1{n};{n},50;{OWN if n % 2 else a};{a if n % 2 else OWN}" for n, a in enumerate(ACCOUNTS)]
    found = proposed("Data;Kwota;Rachunek nadawcy;Rachunek odbiorcy", *rows)
    assert fields(found)[2:] == ["Inne informacje", "Inne informacje"]


def test_a_first_row_with_sums_is_no_line():
    rows = "07-01-2026,07-01-2026,a,1,10,5,00", "05-01-2026,05-01-2026,b,-2,50,6,00"
    quoted = [row.replace(",1,10,5,00", ',"1,10","5,00"').replace(",-2,50,6,00", ',"-2,50","6,00"') for row in rows]
    found = proposed('2026-01-31,01-01-2026,KONTO,"9,00","5,00"', *quoted, quoted[1].replace("b", "c"))
    assert key(found, "wierszy nagłówka") == "1"
    assert key(found, "format daty") == "DD-MM-RRRR"
