"""Cases: documents of every type written in them, what is compared, what `--update` writes, what coverage counts."""

import datetime as dt
import re

import pytest

import booking
from dekret import api
from dekret.packs.coverage import coverage
from dekret.packs.library import load

TODAY = dt.date(2026, 3, 31)
CHART = booking.CHART.format(general="")
COMPANY = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
[Podmioty]
| Kod   | Rodzaj    |
|-------|-----------|
| ALOZA |           |
| KLON  |           |
| WILK  | pracownik |
"""


def scheme(symbol, type_, *rows):
    return (
        f'schemat "{symbol}"\n'
        + booking.HEAD.format(type=type_, header="").split("\n", 1)[1]
        + (booking.COLUMNS + "".join(rows))
    )


SCHEMES = {
    "ZAKUP": scheme(
        "ZAKUP",
        "Rejestr VAT zakupu",
        booking.row("401", "202", "@Netto", split="Podmioty", condition="@StawkaVat <> ''"),
        booking.row("221", "202", "@Vat", split="Podmioty"),
        booking.row("501", "490", "@OpisAnalitycznyKwota"),
    ),
    "SPRZEDAZ": scheme("SPRZEDAZ", "Rejestr VAT sprzedaży", booking.row("201", "731", "@Brutto", split="Podmioty")),
    "FZ": scheme("FZ", "Faktury zakupu", booking.row("301", "202", "@PozNetto", split="Podmioty")),
    "FS": scheme("FS", "Faktury sprzedaży", booking.row("201", "730", "@PozNetto", split="Towary")),
    "RKB": scheme(
        "RKB",
        "Raporty kasowe/bankowe",
        booking.row("@KontoRach", "203", "@Przychod", split="Podmioty", currency="tak"),
        booking.row("@KontoDodatWn", "@KontoDodatMa", "@KwotaDodat"),
    ),
    "ROZ": scheme(
        "ROZ",
        "Rozliczenia",
        booking.row("202", "", "@KwotaRoz1", split="Podmioty"),
        booking.row("", "201", "@KwotaRoz1", split="Podmioty2"),
    ),
}
SCHEMES["FS"] = SCHEMES["FS"].replace("| 201 | 730 |", "| 301 | 730 |")
PURCHASE = """[Dokument]
Numer dokumentu = FZ/1
Data wystawienia = 5.03.2026
Podmiot = ALOZA
[Pozycje rejestru]
| Stawka VAT | Netto  | VAT   | Kategoria |
| 23         | 100,00 | 23,00 | A         |
| 8          | 50,00  | 4,00  | B         |
"""
PURCHASE_LINES = """[Dekrety]
| Konto Wn | Konto Ma  | Kwota  |
| 401      | 202-ALOZA | 100,00 |
| 401      | 202-ALOZA | 50,00  |
| 221      | 202-ALOZA | 27,00  |
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "p.plan").write_text(CHART, encoding="utf-8")
    (tmp_path / "k.kartoteka").write_text(COMPANY, encoding="utf-8")
    for symbol, text in SCHEMES.items():
        (tmp_path / f"{symbol}.schemat").write_text(text, encoding="utf-8")
    return tmp_path


def library(folder):
    found = load([folder])
    assert not found.report.has_errors, [(each.id, each.message.pl) for each in found.report.diagnostics]
    return found


def run(folder, *cases):
    (folder / "c.przypadek").write_text("\n".join(cases), encoding="utf-8")
    return api.run_cases(library(folder), TODAY)


def case(symbol, document, result, *, name="c", head=""):
    return f'przypadek "{name}"\nschemat = {symbol}\n{head}{document}{result}'


def said(folder, *cases):
    """Of every case the ids of what is wrong."""
    return [[found.id for found in result.diagnostics] for result in run(folder, *cases)]


# --- documents of every type

WHOLE = {
    "ZAKUP": (PURCHASE, PURCHASE_LINES),
    "SPRZEDAZ": (
        (
            "[Dokument]\nNumer dokumentu = FS/1\nData wystawienia = 2026-03-05\nPodmiot = KLON\nWaluta = EUR\n"
            "Kurs = 4,2515\nRodzaj faktury = zaliczkowa\nKorekta = tak\nDokumenty korygowane = FS/8, FS/9\n"
            "[Pozycje rejestru]\n| Stawka VAT | Netto |\n| zw | 10,00 |\n"
        ),
        "[Dekrety]\n| Konto Wn | Konto Ma | Kwota |\n| 201-KLON | 731 | 42,52 |\n",
    ),
    "FZ": (
        (
            "[Dokument]\nNumer dokumentu = FZ/2\nData wystawienia = 2026-03-05\nPodmiot = KLON\nZaliczkobiorca = WILK\n"
            "[Pozycje faktury]\n| Towar | Stawka VAT | Netto | VAT | Ilość |\n| DESKA | 23 | 600,00 | 138,00 | 2,5 |\n"
            "[Płatności]\n| Forma płatności | Kwota |\n| przelew | 738,00 |\n"
        ),
        "[Dekrety]\n| Konto Wn | Konto Ma | Kwota |\n| 301 | 202-KLON | 600,00 |\n",
    ),
    "FS": (
        (
            "[Dokument]\nNumer dokumentu = FS/2\nData wystawienia = 2026-03-05\nPodmiot = KLON\n"
            "Rodzaj faktury = końcowa\n"
            "[Pozycje faktury]\n| Towar | Towar Rodzaj | Stawka VAT | Netto |\n| DESKA | towar | 23 | 600,00 |\n"
            "[Rozliczone zaliczki]\n| Numer faktury zaliczkowej | Netto zaliczki | VAT zaliczki |\n"
            "| Z | 1,00 | 0,00 |\n"
        ),
        "[Dekrety]\n| Konto Wn | Konto Ma | Kwota |\n| 301 | 730-DESKA | 600,00 |\n",
    ),
    "RKB": (
        (
            "[Dokument]\nNumer raportu = RKB/1\nData zamknięcia = 2026-03-31\nKonto księgowe rejestru = 131\n"
            "Waluta rejestru = EUR\nKurs = 4\n"
            "[Zapisy]\n| Numer zapisu | Data operacji | direction | Kwota | Podmiot |\n"
            "| 1 | 2026-03-11 | przychód | 100,00 | ALOZA |\n| 2 | 2026-03-11 | KW | 50,00 | |\n"
            "[Kwoty dodatkowe]\n| Numer zapisu | Kwota | Konto Wn | Konto Ma |\n| 2 | 5,00 | 501 | 100 |\n"
        ),
        (
            "[Dekrety]\n| Konto Wn | Konto Ma | Kwota | Waluta | Kwota w walucie | Wiersz |\n"
            "| 131 | 203-ALOZA | 400,00 | EUR | 100,00 | 1 |\n| 501 | 100 | 5,00 | PLN | | 2 |\n"
        ),
    ),
    "ROZ": (
        (
            "[Dokument]\nNumer rozliczenia = R/1\nData rozliczenia = 2026-03-20\nDokument lewy = FZ\n"
            "Dokument lewy Numer dokumentu = FZ/1\nDokument lewy Podmiot = ALOZA\n"
            "Dokument lewy Kwota rozliczona = 120,00\nDokument prawy = FS\n"
            "Dokument prawy Numer dokumentu = FS/1\nDokument prawy Podmiot = KLON\n"
            "Dokument prawy Kwota rozliczona = 120,00\n"
        ),
        "[Dekrety]\n| Konto Wn | Konto Ma | Kwota |\n| 202-ALOZA | 201-KLON | 120,00 |\n",
    ),
}


@pytest.mark.parametrize("symbol", WHOLE)
def test_a_document_of_every_type_written_in_the_case(folder, symbol):
    (result,) = run(folder, case(symbol, *WHOLE[symbol]))
    assert [(found.id, found.message.pl) for found in result.diagnostics] == []


def test_the_analytic_description_in_a_case(folder):
    described = "[Opis analityczny]\n| Wartość | Wymiary |\n| 7,00 | BUDOWY = 1_19, KONTA_4 = 411 |\n"
    described = described.replace("7,00", "150,00")
    lines = PURCHASE_LINES + "| 501 | 490 | 150,00 |\n"
    (result,) = run(folder, case("ZAKUP", PURCHASE + described, lines))
    assert not result.diagnostics
    assert result.entry.lines[-1].dimension == "BUDOWY=1_19, KONTA_4=411"


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("Numer dokumentu = FZ/1\n", "", "number"),
        ("| 50,00  |", "|        |", "elements[2].net"),
        ("| 8   ", "| ósma", "elements[2].rate"),
        ("100,00", "100,0012", "elements[1]"),
    ],
)
def test_a_wrong_field_is_shown_where_it_stands(folder, before, after, field):
    ((found, *_),) = [
        each.diagnostics for each in run(folder, case("ZAKUP", PURCHASE.replace(before, after), PURCHASE_LINES))
    ]
    assert found.id == "case/inline-field"
    assert field in found.message.pl
    assert found.span.source.name.endswith("c.przypadek")


# --- what is compared


def test_partial_and_contains_and_opened_and_date(folder):
    some = (
        "[Dekrety]\ndata = 2026-03-05\nzałożone konta = 202-ALOZA\n| Konto Wn | Konto Ma | Kwota |\n| 221 | | 27,00 |\n"
    )
    wrong_account = "[Odmowa]\nproblem = posting/no-code\n{}"
    nobody = PURCHASE.replace("Podmiot = ALOZA", "Podmiot Nazwa = Nikt")
    unknown = "[Odmowa]\nproblem = kartoteka/unknown-party\n{}"
    assert said(
        folder,
        case("ZAKUP", PURCHASE, some, head="częściowo = tak\n"),
        case("ZAKUP", PURCHASE, some),
        case("ZAKUP", PURCHASE, some.replace("2026-03-05", "2026-03-06"), head="częściowo = tak\n"),
        case("ZAKUP", PURCHASE, some.replace("202-ALOZA", "202-ALOZA, 401"), head="częściowo = tak\n"),
        case("ZAKUP", PURCHASE, some.replace("= 202-ALOZA", "= –"), head="częściowo = tak\n"),
        case("ZAKUP", PURCHASE, some.replace("27,00", "27,01"), head="częściowo = tak\n"),
        case("ZAKUP", nobody, unknown.format("zawiera = Nikt\n")),
        case("ZAKUP", nobody, unknown.format("zawiera = Ktoś\n")),
        case("ZAKUP", nobody, wrong_account.format("")),
        case("ZAKUP", nobody, PURCHASE_LINES),
        case("ZAKUP", PURCHASE, unknown.format("")),
    ) == [
        [], ["case/lines-differ"], ["case/date-differs"], ["case/opened-differ"], ["case/opened-differ"],
        ["case/lines-differ"], [], ["case/other-words"], ["case/other-refusal"], ["case/refused"],
        ["case/not-refused"],
    ]  # fmt: skip


def test_cells_that_say_more_choose_their_line_first(folder):
    lines = PURCHASE_LINES.replace("| Kwota  |", "| Kwota  | Kategoria | Wiersz |").replace("100,00 |", "100,00 | | |")
    lines = lines.replace("50,00  |", "50,00  | B | 1 |").replace("27,00  |", "27,00 | | 2 |")
    assert said(folder, case("ZAKUP", PURCHASE, lines), case("ZAKUP", PURCHASE, lines.replace("| B |", "| A |"))) == [
        [], ["case/lines-differ"],
    ]  # fmt: skip


def test_the_same_line_twice_is_expected_twice(folder):
    twice = PURCHASE.replace("| 50,00  |", "| 100,00 |")
    once = PURCHASE_LINES.replace("| 401      | 202-ALOZA | 50,00  |\n", "")
    both = PURCHASE_LINES.replace("50,00 ", "100,00")
    assert said(folder, case("ZAKUP", twice, once), case("ZAKUP", twice, both)) == [["case/lines-differ"], []]


def test_lines_stand_beside_those_they_probably_stand_for(folder):
    wrong = PURCHASE_LINES.replace("50,00 ", "51,00 ").replace("| 221 ", "| 222 ") + "| 100 | | 1,00 |\n"
    ((found,),) = [each.diagnostics for each in run(folder, case("ZAKUP", PURCHASE, wrong))]
    marks = [line.split("|")[1].strip() for line in found.detail.pl.splitlines()[2:]]
    rows = [[cell.strip() for cell in line.split("|")[2:-1]] for line in found.detail.pl.splitlines()[2:]]
    assert marks == ["=", "=", "!", "!", "!", "=", "-"]
    assert rows[2] == ["Wn", "401", "51,00", "Wn", "401", "50,00"]
    assert rows[4] == ["Wn", "222", "27,00", "Wn", "221", "27,00"]
    assert rows[6] == ["Wn", "100", "1,00", "", "", ""]


def test_lines_that_nobody_expected_stand_at_the_end(folder):
    few = PURCHASE_LINES.replace("| 221      | 202-ALOZA | 27,00  |\n", "")
    ((found,),) = [each.diagnostics for each in run(folder, case("ZAKUP", PURCHASE, few))]
    marks = [line.split("|")[1].strip() for line in found.detail.pl.splitlines()[2:]]
    assert marks == ["=", "=", "=", "=", "+", "+"]


# --- writing what came out


def updated(folder, text):
    """The file of cases after `--update`, and what a second run says of it."""
    path = folder / "c.przypadek"
    path.write_text(text, encoding="utf-8")
    changed = api.update_cases(api.run_cases(library(folder), TODAY))
    second = [[found.id for found in result.diagnostics] for result in api.run_cases(library(folder), TODAY)]
    return path.read_text(encoding="utf-8"), second, changed


def test_an_update_writes_what_came_out_and_then_passes(folder):
    wrong = case("ZAKUP", PURCHASE, PURCHASE_LINES.replace("50,00 ", "99,00 "), name="zły")
    right = case("ZAKUP", PURCHASE, PURCHASE_LINES, name="dobry")
    euro = case("RKB", WHOLE["RKB"][0], "[Dekrety]\n| Konto Wn | Kwota |\n| 131 | 1,00 |\n", name="euro")
    text, second, changed = updated(folder, f"{wrong}\n{right}\n{euro}")
    assert second == [[], [], []]
    assert [path.name for path in changed] == ["c.przypadek"]
    assert re.search(r"\| 131 +\| +\| +400,00 \| EUR +\| 100,00 +\|", text)
    again, _, unchanged = updated(folder, text)
    assert (again, unchanged) == (text, [])


def test_an_update_leaves_refusals_and_the_rest_of_the_file_alone(folder):
    refused = case("ZAKUP", PURCHASE.replace("ALOZA", "NIKT"), PURCHASE_LINES, name="odmowa")
    wrong = case("ZAKUP", PURCHASE, PURCHASE_LINES.replace("50,00 ", "99,00 "), name="zły")
    text, second, _ = updated(folder, f"# uwaga na górze\n{refused}\n# między\n{wrong}# na końcu\n")
    assert second == [["case/refused"], []]
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# uwaga na górze", "# między", "# na końcu",
    ]  # fmt: skip
    assert "| 401      | 202-ALOZA | 50,00  |" in text.partition("# między")[0]


def test_an_update_leaves_a_comment_with_a_bar_alone(folder):
    lines = PURCHASE_LINES.replace("[Dekrety]\n", "[Dekrety]\n# netto | VAT\n").replace("50,00 ", "99,00 ")
    text, second, _ = updated(folder, case("ZAKUP", PURCHASE, lines))
    assert "# netto | VAT\n" in text
    assert second == [[]]


# --- coverage


def test_coverage_counts_the_cases_that_reach_a_row(folder):
    (folder / "c.przypadek").write_text(
        "\n".join([case("ZAKUP", PURCHASE, PURCHASE_LINES), case("ROZ", *WHOLE["ROZ"])]), encoding="utf-8"
    )
    rules = library(folder)
    results = api.run_cases(rules, TODAY)
    found = {(each.symbol, each.label): each.cases for each in coverage(rules, results)}
    assert found["ZAKUP", "1"] == found["ZAKUP", "2"] == found["ROZ", "1"] == 1
    assert found["ZAKUP", "3"] == found["FS", "1"] == 0
    table = api.coverage_table(rules, results, "pl")
    assert re.search(r"\| ZAKUP +\| +3 \| +2 \| 3 \(.*ZAKUP\.schemat:\d+\)", table)
    assert re.search(r"\| Razem +\| +10 \| +4 \| 40%", table)


def test_coverage_sees_rows_behind_merged_lines(folder):
    merged = SCHEMES["SPRZEDAZ"].replace("[Pozycje]", "scalaj = tak\n[Pozycje]")
    merged += booking.row("201", "731", "@Brutto * 2", split="Podmioty")
    (folder / "SPRZEDAZ.schemat").write_text(merged, encoding="utf-8")
    lines = WHOLE["SPRZEDAZ"][1].replace("42,52", "127,56")
    (folder / "c.przypadek").write_text(case("SPRZEDAZ", WHOLE["SPRZEDAZ"][0], lines), encoding="utf-8")
    rules = library(folder)
    results = api.run_cases(rules, TODAY)
    assert not results[0].diagnostics, results[0].diagnostics[0].detail.pl
    assert {each.label: each.cases for each in coverage(rules, results) if each.symbol == "SPRZEDAZ"} == {
        "1": 1, "2": 1,
    }  # fmt: skip
