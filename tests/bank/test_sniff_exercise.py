"""The exercise of the manual: a format for reading payments of a bank (002:1215–1268, 1425–1433)."""

import io

import pytest

from bank_samples import TODAY
from dekret import api
from dekret.bank.charsets import WINDOWS_1250
from dekret.bank.sniff.proposal import Proposal
from dekret.bank.sniff.sample import Sample
from dekret.bank.sniff.sniff import propose
from dekret.bank.sniff.writing import format_text
from dekret.packs.bank.run_sniff import How, Sniffed, sniffed
from dekret.packs.library import Library
from dekret.text.source import Source

HEADER = "Data;Typ;Nadawca/Odbiorca;Rachunek;Opis;Kwota;Saldo"
FIRST = (
    '2013-01-03;przelew zewnętrzny; ABC sp. z o.o.;"61114020044000000000001234";"za FV/02/01/2013";252,53;622,92',
    '2013-01-03;przelew zewnętrzny;Wąs S.A.;"37114020040000000012345678";"za FV/03/01/2013 książki";-297,49;325,43',
)
QUOTED = FIRST[0].replace(";252,53;", '; "252,53";'), FIRST[1].replace(";-297,49;", '; "-297,49";')


def proposed(*rows):
    found = propose(Sample("przelewy.txt", "\r\n".join([*rows, ""]).encode("cp1250")), TODAY)
    assert isinstance(found, Proposal), found
    return found


def test_the_first_tab_is_as_the_manual_has_it():
    found = proposed(HEADER, *FIRST)
    assert dict(found.general) == {
        "nazwa": "",
        "format do": "import",
        "rozszerzenie": "txt",
        "kodowanie": "Windows 1250",
        "separator pól": '";"',
        "separator wierszy": "<Enter>",
        "ogranicznik tekstu": "'\"'",
        "format daty": "RRRR-MM-DD",
        "separator dziesiętny": '","',
    }
    assert found.charset is WINDOWS_1250


def test_the_header_has_as_many_constants_as_the_file_and_none_is_a_text():
    found = proposed(HEADER, *FIRST)
    assert [(cell.field.word.pl, cell.text, cell.quoted) for cell in found.header] == [
        ("Stała wartość", title, False) for title in HEADER.split(";")
    ]


@pytest.mark.parametrize(("rows", "texts"), [(FIRST, {4, 5}), (QUOTED, {4, 5, 6})])
def test_the_positions_are_those_of_the_manual_and_texts_are_those_in_quotes(rows, texts):
    """What the manual passes over has a field of its own in statements: the kind of operation, the balance."""
    found = proposed(HEADER, *rows)
    assert [column.field.word.pl for column in found.columns] == [
        "Data dokumentu",
        "Nazwa operacji",
        "Nazwa podmiotu",
        "Pełny numer rachunku podmiotu",
        "Tytuł przelewu",
        "Kwota płatności",
        "Saldo po operacji",
    ]
    assert {column.number for column in found.columns if column.quoted} == texts


def test_without_a_header_the_contents_say_the_same():
    named, bare = proposed(HEADER, *FIRST), proposed(*FIRST)
    assert [column.field for column in bare.columns] == [column.field for column in named.columns]


def test_a_single_line_gives_no_balance_as_nothing_proves_it():
    found = proposed(FIRST[0])
    assert [column.field.word.pl for column in found.columns][-2:] == ["Kwota płatności", "Inne informacje"]
    assert found.columns[-2].check is not None


@pytest.mark.parametrize("rows", [FIRST, QUOTED])
def test_the_sample_is_read_back_whole(rows):
    data = "\r\n".join([HEADER, *rows, ""]).encode("cp1250")
    found = sniffed(Sample("przelewy.txt", data), Library(), How(TODAY))
    assert isinstance(found, Sniffed)
    assert (found.lines, found.unread, found.report.diagnostics) == (2, 0, [])
    assert "| 252,53  |" in found.case


def test_the_text_passes_the_check_and_stays_as_the_formatter_leaves_it():
    found = sniffed(Sample("p.txt", "\r\n".join([HEADER, *FIRST]).encode("cp1250")), Library(), How(TODAY))
    assert isinstance(found, Sniffed)
    library = api.check_sources([Source("p.format", found.format)])
    assert library.report.diagnostics == []
    assert format_text(found.proposal, "P", "p.txt", TODAY).split()[:4] == found.format.split()[:4]


def test_amounts_in_grosze_have_no_decimal_separator():
    """002:1433: 18450 is 184,50."""
    found = proposed("2013-01-03;18450;FV 1", "2013-01-04;-1250;FV 2")
    general = dict(found.general)
    assert general["separator dziesiętny"] == "brak"
    (amount,) = (column for column in found.columns if column.field.word.pl == "Kwota płatności")
    assert amount.number == 2
    assert any(guess.check and "12300" in guess.check.pl for guess in found.guesses)


def test_columns_of_a_file_may_be_read_from_a_stream(tmp_path):
    path = tmp_path / "przelewy.txt"
    path.write_bytes("\r\n".join([HEADER, *FIRST]).encode("cp1250"))
    found = api.sniff(path, io.BytesIO(), TODAY, rows=100)
    assert not isinstance(found, api.Diagnostic)
    assert found.symbol == "PRZELEWY"
