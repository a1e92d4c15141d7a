"""A definition with an error is not missing: nothing else is said of whatever names it."""

import pytest

import frames
from dekret import api

CASE = 'przypadek "a"\nschemat = RAMA\ndokument = d.json\n[Dekrety]\n| Konto Wn | Kwota |\n| 401 | 1,00 |\n'
FORMAT = (
    'format "{symbol}"\n{base}[Ogólne]\nnazwa = Mój\nformat do = eksport\nseparator wierszy = <Enter>\n{more}'
    "[Pozycje]\n| Pole | Typ | Szerokość |\n| Kwota płatności | Liczba | 15 |\n"
)
REGISTER = (
    'kartoteka "MOJA"\n[Firma]\nnazwa = Bursztyn\n[Rejestry]\n'
    "| Rejestr | Nazwa | Rachunek | Format przelewów |\n| B | Bank | PL61109010140000071219812874 | MOJ |\n"
)
CHART = (
    'wykres "A"\n[Ogólne]\nnazwa = A\nakcja = SQL\ntylko tabela = tak\n'
    '[Zapytanie]\n"""\nSELECT Rok=1 FROM CDN.BnkRaporty WHERE @INS WARUNEK||X INS@\n"""\n'
)
INSERT = 'wstawka "WARUNEK"\n[Ogólne]\nnazwaa = W\n[Treść]\n"""\nBRp_Zamkniety=1\n"""\n'


def said(folder, **files):
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    (folder / "d.json").write_text("{}", encoding="utf-8")
    return sorted(found.id for found in api.check([folder]).report.diagnostics if found.severity is api.Severity.ERROR)


def test_a_scheme(tmp_path):
    broken = frames.POSTING_SCHEME.replace("nazwa", "nazwaa")
    assert said(tmp_path, a_schemat=broken, a_przypadek=CASE) == ["rulefile/unknown-key"]


def test_a_scheme_that_is_not_there_is_still_told(tmp_path):
    assert said(tmp_path, a_przypadek=CASE) == ["case/unknown-symbol"]


@pytest.mark.parametrize("named", ["base", "register"])
def test_a_format(tmp_path, named):
    broken = FORMAT.format(symbol="MOJ", base="", more="kolor = czarny\n")
    other = FORMAT.format(symbol="DRUGI", base="na podstawie = MOJ\n", more="")
    files = {"b_format": other} if named == "base" else {"k_kartoteka": REGISTER}
    assert said(tmp_path, a_format=broken, **files) == ["rulefile/unknown-key"]


def test_a_chart_says_that_its_insert_has_errors(tmp_path):
    found = said(tmp_path, a_wykres=CHART, w_wstawka=INSERT)
    assert "chart/broken-insert" in found
    assert "chart/unknown-insert" not in found
