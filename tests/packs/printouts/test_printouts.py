"""Every printout of the program, from documents of tests/cases/wydruki: what has to stand on it stands there."""

import datetime as dt
import io
import json
import re
from html import unescape
from pathlib import Path

import pytest

import ksef_frames
import pdfs
from dekret import api

CASES = Path(__file__).parents[2] / "cases" / "wydruki"
TEMPLATES = Path(__file__).parents[3] / "templates" / "wydruki"
DAY = dt.date(2026, 4, 30)
HDI = {
    "Numer HDI": "HDI/12/2026",
    "Numer weterynaryjny": "22610301",
    "rynek": "inne państwa",
    "Inne państwa": "Norwegia <i>",
    "transport": "GD 12345",
}


@pytest.fixture(scope="module")
def rules():
    return api.library([CASES])


def printed(rules, template, *files, answers=None):
    """What is printed of files, and what is refused."""
    printer = api.print_by(rules, api.PrintBy(template, DAY, None, answers or {}))
    assert not printer.report.has_errors, printer.report.diagnostics
    return list(printer.run([path if isinstance(path, Path) else CASES / path for path in files], io.BytesIO()))


def text_of(page):
    """The words that a reader sees, blanks made one kind."""
    body = re.sub(r"<style>.*?</style>|<title>.*?</title>", "", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    """A journal with two entries, one of them in a foreign currency."""
    folder = tmp_path_factory.mktemp("dziennik")
    rules = api.library([CASES])
    path = folder / "dziennik.jsonl"
    poster = api.open_poster(rules, api.By("KSEF-ZAKUP", DAY))

    posted = list(api.post(poster, [CASES / "zakupy.jsonl"], io.BytesIO()))
    assert all(isinstance(item, api.Posted) for item in posted), posted
    path.write_text("".join(api.journal_lines(item.entry) for item in posted), encoding="utf-8")
    return path


EXPECTED = {
    "FAKTURA-VAT": (
        ["faktura.json"],
        ["Faktura FS/128/2026", "Numer KSeF: 5580730219-20260312-0B20AA00BB11-2A", "Data sprzedaży 10.03.2026",
         "NIP: 558-073-02-19", "Zakład Stolarski Jan Klon", "Klon – magazyn Źrebce", "GLN: 5907654321012",
         "Blat dębowy 120 × 60 cm <klejony>", "64,3333 rabat 10%",
         "23% 1 990,83 457,89 2 448,72", "5% 119,97 6,00 125,97",
         "Razem 2 110,80 463,89 2 574,69", "2 574,69 PLN", "dwa tysiące pięćset siedemdziesiąt cztery złote 69/100",
         "Mechanizm podzielonej płatności",
         "31 9981 0018 0000 0000 0000 0001", "Przelew, termin 26.03.2026", "WZ/91/2026"],
    ),
    "KOREKTA-VAT": (
        ["korekta.json", "faktura.json"],
        ["Faktura korygująca FSK/7/2026", "Do faktury: FS/128/2026 z 12.03.2026", "zwrot towaru i zmiana stawki VAT",
         "przed 4 412,50 1 650,00 23% 379,50 2 029,50", "po 3 412,50 1 237,50 23% 284,62 1 522,12",
         "różnica -1 0,00 -412,50 23% -94,88 -507,38", "przed 3 39,99 119,97 5% 6,00 125,97",
         "po 3 39,99 119,97 8% 9,60 129,57", "8% 119,97 9,60 129,57", "5% -119,97 -6,00 -125,97",
         "Do zwrotu nabywcy 503,78 PLN",
         "pięćset trzy złote 78/100",
         "Zwrot otrzymuje: Zakład Stolarski Jan Klon 57 9972 0043 8750 6633 9894 5701"],
    ),
    "EKSPORT-PLN": (
        ["eksport.json"],
        ["Faktura eksportowa FS/131/2026", "618,91 7 426,96 0% 0,00 7 426,96", "8 788,14 PLN", "NIP: 558-073-02-19"],
    ),
    "EKSPORT-WALUTA-1": (["eksport.json"], ["145,50 7 426,96 0%", "8 788,14 PLN", "osiem tysięcy siedemset"]),
    "EKSPORT-WALUTA-2": (["eksport.json"], ["145,50 618,91 1 746,00 0%", "2 066,00 EUR"]),
    "EKSPORT-WALUTA-3": (["eksport.json"], ["145,50 1 746,00 0%", "Razem 2 066,00 0,00 2 066,00", "2 066,00 EUR"]),
    "FAKTURA-VAT-UE": (
        ["wdt.json"],
        ["Faktura VAT – UE FS/133/2026", "NIP: PL 558-073-02-19", "NIP: DE811234567", "692,70 EUR",
         "04 9981 0018 0000 0000 0000 0002 EUR", "31 9981 0018 0000 0000 0000 0001 PLN", "23% 383,50 88,20 471,70"],
    ),
    "KOMPENSATA": (
        ["kompensata.json"],
        ["Kompensata KOMP/3/2026", "FS FS/128/2026 1 230,00 PLN", "FZ FZ/9/2026",
         "jeden tysiąc dwieście trzydzieści złotych 00/100"],
    ),
    "POLECENIE-PRZELEWU": (
        ["przelewy.csv"],
        ["Trans-Bałtyk sp. z o.o.", "38 9972 0043 8750 6633 9894 5655", "1 845,60 PLN",
         "31 9981 0018 0000 0000 0000 0001",
         "Data realizacji 02.04.2026", "Faktura FZ/9/2026"],
    ),
    "STRUKTURA-WIEKOWA": (
        ["faktura.json", "eksport.json", "przelewy.csv"],
        ["Na dzień 30.04.2026", "Należności, PLN", "Zakład Stolarski Jan Klon – – 2 574,69 – – – – 2 574,69",
         "Należności, EUR", "Saltmarsh Textil Inc. – 2 066,00",
         "Zobowiązania, PLN", "Trans-Bałtyk sp. z o.o. – 1 845,60"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("template", EXPECTED)
def test_what_has_to_stand_on_it(rules, template):
    files, expected = EXPECTED[template]
    (found,) = printed(rules, template, *files)
    shown = text_of(found.text)
    assert [text for text in expected if text not in shown] == []


def test_the_second_export_form_has_no_vat_table(rules):
    (found,) = printed(rules, "EKSPORT-WALUTA-2", "eksport.json")
    assert "Stawka" not in text_of(found.text)


def test_triangular_trade_is_said_and_the_plain_invoice_has_no_prefix(rules):
    (found,) = printed(rules, "FAKTURA-VAT-UE", "trojstronna.json")
    shown = text_of(found.text)
    assert "VAT: Faktura WE uproszczona na mocy artykułu 141 dyrektywy 2006/112/WE" in shown
    assert "NIP: PL 558-073-02-19" in shown
    assert " PLN " not in shown.partition("Płatność")[2]


def test_hdi_has_goods_alone_and_the_answers_of_its_dialog(rules):
    (found,) = printed(rules, "HDI", "hdi.json", answers=HDI)
    shown = text_of(found.text)
    for text in (
        "nr HDI/12/2026",
        "inne państwa: Norwegia <i>",
        "Szynka wędzona tradycyjna",
        "250 kg 20 karton",
        "GD 12345",
    ):
        assert text in shown
    assert "Transport chłodniczy" not in shown


def test_hdi_asks_for_other_markets_and_takes_a_day_of_despatch(rules):
    del (answers := dict(HDI))["Inne państwa"]
    printer = api.print_by(rules, api.PrintBy("HDI", DAY, None, answers))
    assert [found.id for found in printer.report.diagnostics] == ["render/missing-answer"]
    assert "Inne państwa" in printer.report.diagnostics[0].message.pl
    at_home = api.print_by(rules, api.PrintBy("HDI", DAY, None, answers | {"rynek": "krajowy"}))
    assert not at_home.report.diagnostics
    (found,) = printed(rules, "HDI", "hdi.json", answers=HDI | {"Data wysyłki": "2026-03-31"})
    assert "Data wysyłki 31.03.2026" in text_of(found.text)


def test_journal_slip_and_balance(rules, journal):
    slips = printed(rules, "POLECENIE-KSIEGOWANIA", journal)
    assert len(slips) == 2
    shown = text_of(slips[0].text)
    for text in ("Polecenie księgowania ZAKUP/1/2026", "Razem 123,00 123,00", "sto dwadzieścia trzy złote 00/100"):
        assert text in shown
    (whole,) = printed(rules, "DZIENNIK", journal)
    assert "Obroty dziennika 1 968,00 1 968,00" in text_of(whole.text)
    (found,) = printed(rules, "OBROTY-I-SALDA", journal)
    shown = text_of(found.text)
    assert "Razem 1 968,00 1 968,00" in shown
    assert "202-2-1-KLON Zakład Stolarski Jan Klon" in shown


def test_a_document_as_read_becomes_lines_of_a_data_file(tmp_path):
    header = '{#\nszablon "PLIK"\n\n[Ogólne]\nnazwa = Plik\nrodzaj = {kind}\nrekord = dokument faktury sprzedaży\n#}\n'
    body = "{% for p in dokument.pozycje_faktury %}{{ p.towar.kod_towaru|kolumna(8) }}{{ p.netto|punkt }}\n{% endfor %}"
    (tmp_path / "plik.szablon").write_text(header.replace("{kind}", "tekst") + body, encoding="utf-8")
    (found,) = printed(api.library([CASES, tmp_path]), "PLIK", "eksport.json")
    assert found.text == "SKRZYNIA1746.00\nFRACHT  320.00\n"
    xml = '<nazwa typ="{{ dokument.podmiot.kod }}">{{ dokument.pozycje_faktury|length }}</nazwa>'
    (tmp_path / "plik.szablon").write_text(header.replace("{kind}", "XML") + xml, encoding="utf-8")
    (found,) = printed(api.library([CASES, tmp_path]), "PLIK", "eksport.json")
    assert found.text == '<nazwa typ="SALTMARSHTEX">2</nazwa>'


def test_all_standard_templates_are_clean_and_tidy():
    found = api.check([TEMPLATES])
    assert found.report.diagnostics == []
    assert len(found.templates) == len(list(TEMPLATES.iterdir()))
    for path in TEMPLATES.iterdir():
        assert not api.formatted(path).changed, path


def test_every_standard_template_is_tried_here():
    tried = {*EXPECTED, "HDI", "POLECENIE-KSIEGOWANIA", "DZIENNIK", "OBROTY-I-SALDA"}
    labels = {f"ETYKIETY{kind}" for kind in ("", "-JEDNA", "-ZBIORCZE", "-ZBIORCZE-JEDNA")}  # test_awizo_printouts
    below = (t for _, t in api.library([CASES]).templates_below if t.record)
    assert {t.symbol for t in below if Path(t.source.name).parent == TEMPLATES} == tried | labels


def test_pdf(rules):
    pdfs.weasyprint_or_skip()
    (found,) = printed(rules, "FAKTURA-VAT", "faktura.json")
    assert api.pdf_of([found.text]).startswith(b"%PDF-")


def test_a_page_fetches_nothing(tmp_path):
    weasyprint = pdfs.weasyprint_or_skip()
    from dekret.render.pdf import fetching_nothing

    (tmp_path / "inny.css").write_text("@page { size: 20mm 20mm; margin: 0 }")
    page = f'<link rel="stylesheet" href="{(tmp_path / "inny.css").as_uri()}"><p>x</p>'
    widths = [
        weasyprint.HTML(string=page, **fetcher).render().pages[0].width
        for fetcher in ({}, {"url_fetcher": fetching_nothing()})
    ]
    assert widths[0] < 100 < widths[1]


def test_a_payment_without_an_amount_is_for_the_rest(rules, tmp_path):
    text = (CASES / "faktura.json").read_text(encoding="utf-8")
    transfer = '{"method": "przelew", "due_date": "2026-03-26"}'
    assert transfer in text
    cash = '{"method": "gotówka", "paid_date": "2026-03-12"}'
    open_part = transfer.replace("}", ', "amount": "2000.00"}')
    (tmp_path / "dwie.json").write_text(text.replace(transfer, f"{cash}, {open_part}"), encoding="utf-8")
    (item,) = printed(rules, "FAKTURA-VAT", tmp_path / "dwie.json")
    said = text_of(item.text).replace("2 574,69", "")
    assert "574,69" in said


def test_the_margin_procedure_shows_neither_net_nor_tax(rules):
    (found,) = printed(rules, "FAKTURA-VAT", "marza.json")
    shown = text_of(found.text)
    assert found.remarks == ()
    for text in (
        "Cena brutto Wartość netto",
        "Strugarka używana 2 szt 750,00 – marża – 1 500,00",
        "marża – – 1 500,00 Razem – – 1 500,00",
        "Metoda kasowa Procedura marży – towary używane",
    ):
        assert text in shown
    assert "0,00" not in shown.replace("1 500,00", "").replace("750,00", "")


def test_a_mixed_invoice_adds_up_what_is_not_of_the_margin(rules):
    (found,) = printed(rules, "FAKTURA-VAT", "mieszana.json")
    shown = text_of(found.text)
    assert "marża – – 4 000,00 zw. 800,00 0,00 800,00 Razem 900,00 23,00 4 923,00" in shown
    assert "Zwolnienie z VAT: art. 43 ust. 1 pkt 26 lit. a ustawy o VAT" in shown
    assert "Procedura marży – przedmioty kolekcjonerskie i antyki" in shown


@pytest.mark.parametrize(
    ("field", "expected"), [("margin", "render/no-margin-kind"), ("exemption", "render/no-exemption")]
)
def test_words_that_an_invoice_lacks_are_told_and_it_is_printed(rules, tmp_path, field, expected):
    document = json.loads((CASES / "mieszana.json").read_text(encoding="utf-8"))
    del document[field]
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    (found,) = printed(rules, "FAKTURA-VAT", tmp_path / "a.json")
    assert [remark.id for remark in found.remarks] == [expected]
    assert "FS/141/2026" in found.text


def test_a_final_invoice_takes_advances_off_by_rate(rules):
    (found,) = printed(rules, "FAKTURA-VAT", "koncowa.json")
    shown = text_of(found.text)
    for text in (
        "23% 2 000,00 460,00 2 460,00 8% 10 000,00 800,00 10 800,00 Razem 12 000,00 1 260,00 13 260,00",
        "FZAL/3/2026 23% 500,00 115,00 615,00",
        "23% 1 500,00 345,00 1 845,00 8% 6 000,00 480,00 6 480,00 Razem 7 500,00 825,00 8 325,00",
        "Do zapłaty 8 325,00 PLN",
    ):
        assert text in shown


def settled(rate, net, vat, **more):
    return {"number": "FZAL/9", "rate": rate, "net": net, "vat": vat, **more}


@pytest.mark.parametrize(
    ("advances", "expected"),
    [
        ([settled("5", "50.00", "2.50")], ["render/advance-not-ordered"]),
        ([settled("23", "500.00", "115.00", gross="600.00")], ["render/advance-gross"]),
        ([settled("23", "2500.00", "575.00")], ["render/advances-above-order"]),
        ([settled("23", "10.00", "500.00")], ["render/advances-above-order"]),
        ([settled("23", "1500.00", "345.00")] * 2, ["render/advances-above-order"]),
        ([settled("5", "1.00", "0.05", gross="1.00")], ["render/advance-not-ordered", "render/advance-gross"]),
        ([settled("23", "2000.00", "460.01"), settled("8", "10000.00", "800.00")], []),
        ([settled("5", "0.00", "0.00")], []),
    ],
)
def test_advances_that_cannot_be_taken_off_are_refused(rules, tmp_path, advances, expected):
    """The order is 2 000 at 23% and 10 000 at 8%; a grosz of tax more comes of rounding."""
    document = json.loads((CASES / "koncowa.json").read_text(encoding="utf-8"))
    (tmp_path / "a.json").write_text(json.dumps(document | {"settled_advances": advances}), encoding="utf-8")
    (found,) = printed(rules, "FAKTURA-VAT", tmp_path / "a.json")
    assert [each.id for each in getattr(found, "diagnostics", ())] == expected


def test_advances_in_a_currency_leave_what_the_invoice_asks_for(rules, tmp_path):
    """Two rates, each rounded by itself: together they take off what the invoice does, to the grosz."""
    document = json.loads((CASES / "koncowa.json").read_text(encoding="utf-8"))
    document |= {"currency": "EUR", "exchange_rate": "4.2537"}
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    (found,) = printed(rules, "FAKTURA-VAT", tmp_path / "a.json")
    shown = text_of(found.text)
    left = re.search(r"Pozostaje po odliczeniu zaliczek .*? Razem (\S+ \S+ \S+ \S+ \S+ \S+)", shown)
    due = re.search(r"Do zapłaty (\S+ \S+) EUR", shown)
    assert left
    assert due
    assert left[1].endswith(due[1])


def test_every_term_of_an_invoice_is_aged_by_itself(rules):
    """1 230 less 130 paid: 500 since February, 400 since April, the rest in May; the correction is a liability."""
    (found,) = printed(rules, "STRUKTURA-WIEKOWA", "raty.json")
    shown = text_of(found.text)
    assert "Zakład Stolarski Jan Klon 200,00 400,00 – 500,00 – – – 1 100,00" in shown
    assert "Zobowiązania, PLN" in shown
    assert "Zakład Stolarski Jan Klon – – 123,00 – – – – 123,00" in shown


def aged(rules, folder, *rows):
    """What comes of the age structure of a sale of 1 230 to Klon, due in January, beside payments of a CSV."""
    document = {
        "type": "sale_invoice", "number": "FS/1", "issue_date": "2026-01-10", "party": {"code": "KLON"},
        "positions": [{"goods": {"code": "KUBEK"}, "rate": "23", "net": "1000.00", "vat": "230.00"}],
        "payments": [{"due_date": "2026-01-24"}],
    }  # fmt: skip
    (folder / "a.json").write_text(json.dumps(document), encoding="utf-8")
    head = "Numer dokumentu,Stan,Kwota,Podmiot Nazwa,Podmiot,Termin płatności,Kierunek,Rozliczone\n"
    (folder / "p.csv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return printed(rules, "STRUKTURA-WIEKOWA", folder / "a.json", folder / "p.csv")


def ages(rules, folder, *rows):
    return [text_of(each.text) for each in aged(rules, folder, *rows)]


SETTLED = "FS/1,do realizacji,1230.00,,KLON,2026-01-24,przychód"
OPEN = "FS/9,do realizacji,5.00,,KLON,2026-05-24,przychód,nierozliczone"


@pytest.mark.parametrize("settled", ["całkowicie", "nie podlega"])
def test_a_document_that_the_schedule_knows_as_settled_is_not_open(rules, tmp_path, settled):
    (refused,) = aged(rules, tmp_path, f"{SETTLED},{settled}")
    assert [each.id for each in refused.diagnostics] == ["render/nothing-open"]
    (shown,) = ages(rules, tmp_path, f"{SETTLED},{settled}", OPEN)
    assert "Zakład Stolarski Jan Klon 5,00 – – – – – – 5,00" in shown
    assert "Rozliczone częściowo" not in shown


def test_what_is_settled_in_part_is_said(rules, tmp_path):
    (shown,) = ages(rules, tmp_path, f"{SETTLED},częściowo")
    assert "Klon – – – – 1 230,00 – – 1 230,00" in shown
    assert "Rozliczone częściowo: FS/1 (Zakład Stolarski Jan Klon). Stoją tu całe kwoty" in shown


@pytest.mark.parametrize("other", ["Dostawca A,", ",INNY"])
def test_a_document_of_the_same_number_of_somebody_else_is_another(rules, tmp_path, other):
    (shown,) = ages(rules, tmp_path, f"FS/1,do realizacji,500.00,{other},2026-02-01,przychód,nierozliczone")
    assert "Razem – – – 500,00 1 230,00 – – 1 730,00" in shown


def test_a_payment_of_nobody_is_of_the_document_of_its_number(rules, tmp_path):
    (shown,) = ages(rules, tmp_path, "fs/1,do realizacji,500.00,,,2026-02-01,przychód,nierozliczone")
    assert "Razem – – – 500,00 – – – 500,00" in shown


def test_a_compensation_cancels_to_the_lower_claim(rules):
    (found,) = printed(rules, "KOMPENSATA", "kompensata-nierowna.json")
    shown = text_of(found.text)
    assert "Kwota kompensaty 1 845,60 PLN" in shown
    assert "Z naszej należności pozostaje do zapłaty 729,09 PLN" in shown
    assert "Z naszego zobowiązania" not in shown


def test_hdi_has_the_day_of_the_invoice_and_balances_their_period(rules, journal):
    """The day of despatch is the day of issue (002:219)."""
    (found,) = printed(rules, "HDI", "hdi.json", answers=HDI)
    issued = json.loads((CASES / "hdi.json").read_text(encoding="utf-8"))["issue_date"]
    assert f"Data wysyłki {'.'.join(reversed(issued.split('-')))}" in text_of(found.text)
    (balance,) = printed(rules, "OBROTY-I-SALDA", journal)
    assert "Zapisy od 05.03.2026 do 06.03.2026 Sporządzono 30.04.2026" in text_of(balance.text)


def test_the_first_export_form_has_instalments_in_pln(rules, tmp_path):
    """Everything but the unit price is in PLN (001:716)."""
    document = json.loads((CASES / "eksport.json").read_text(encoding="utf-8"))
    document["payments"] = [
        {"method": "przelew", "due_date": "2026-04-13", "amount": "1000.00"},
        {"method": "przelew", "due_date": "2026-05-13"},
    ]
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    (found,) = printed(rules, "EKSPORT-WALUTA-1", tmp_path / "a.json")
    shown = text_of(found.text)
    assert "termin 13.04.2026: 4 253,70 PLN" in shown
    assert "termin 13.05.2026: 4 534,44 PLN" in shown  # what is left of 8 788,14
    assert not re.search(r",\d\d EUR", shown.partition("Skrzynia")[2])


IN_EURO = {
    "goods": {"code": "KUBEK"}, "rate": "23", "quantity": "-5", "net": "-50.00", "vat": "-11.50",
    "net_pln": "-214.00", "vat_pln": "-49.22",
    "before": {"quantity": "10", "price": "10", "rate": "23", "net": "100.00", "vat": "23.00"},
}  # fmt: skip
NEW_RATE = IN_EURO | {"rate": "8", "quantity": "0", "net": "0.00", "vat": "-15.00", "net_pln": "2.00"}


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (IN_EURO, "23% -214,00 -49,22 -263,22 Razem -214,00 -49,22 -263,22"),
        (NEW_RATE, "23% -430,00 -98,90 -528,90 8% 432,00 49,68 481,68 Razem 2,00 -49,22 -47,22"),
    ],
)
def test_a_correction_prints_the_pln_that_it_states_as_it_is_posted(rules, tmp_path, position, expected):
    document = {
        "type": "sale_invoice", "number": "FSK/9", "issue_date": "2026-03-10", "correction": True,
        "corrected_numbers": ["FS/1"], "party": {"code": "KLON", "name": "Klon"},
        "currency": "EUR", "exchange_rate": "4.30", "positions": [position],
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    (found,) = printed(rules, "KOREKTA-VAT", tmp_path / "a.json")
    assert expected in text_of(found.text)


KSEF = Path(__file__).parents[3] / "rules" / "demo" / "ksef"


def test_an_invoice_of_ksef_is_printed_with_its_lines(rules):
    (found,) = printed(rules, "FAKTURA-VAT", KSEF / "sprzedaz-najem.xml")
    shown = text_of(found.text)
    for text in (
        "Marina Hotel S.A. al. Morska 100 81-222 Gdynia",
        "2 ubezpieczenie składu za luty 1 mies. 350,00 350,00 zw. 0,00 350,00",
        "Zwolnienie z VAT: art. 43 ust. 1 pkt 37 ustawy o VAT",
    ):
        assert text in shown


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("P_8B -5; P_9A 10; P_11 -50", "po 5 10,00 50,00 23% 11,50 61,50 różnica -5 0,00 -50,00"),
        ("P_8B 10; P_9A -5; P_11 -50", "po 10 5,00 50,00 23% 11,50 61,50 różnica 0 -5,00 -50,00"),
        ("P_11 -50", "po 10 5,00 50,00 23% 11,50 61,50 różnica 0 -5,00 -50,00"),
    ],
)
def test_a_correction_of_ksef_by_differences_is_held_against_its_invoice(rules, tmp_path, values, expected):
    line = ksef_frames.line
    original = ksef_frames.sale(
        "<P_13_1>100</P_13_1><P_14_1>23</P_14_1><P_15>123</P_15>", line("P_7 a; P_8B 10; P_9A 10; P_11 100; P_12 23")
    )
    corrected = "<DaneFaKorygowanej><NrFaKorygowanej>FS/12/2026</NrFaKorygowanej></DaneFaKorygowanej>"
    sums = "<P_13_1>-50</P_13_1><P_14_1>-11.50</P_14_1><P_15>-61.50</P_15>"
    correction = ksef_frames.sale(sums, corrected + line(f"P_7 a; P_12 23; {values}"), kind="KOR")
    (tmp_path / "a.xml").write_text(original, encoding="utf-8")
    (tmp_path / "b.xml").write_text(correction.replace("<P_2>FS/", "<P_2>FSK/"), encoding="utf-8")
    (found,) = printed(rules, "KOREKTA-VAT", tmp_path / "a.xml", tmp_path / "b.xml")
    assert f"przed 10 10,00 100,00 23% 23,00 123,00 {expected}" in text_of(found.text)


def test_terms_without_shares_have_no_amounts(rules):
    """KSeF gives days of payment without amounts: which is due when is not said, so no amount is."""
    (found,) = printed(rules, "FAKTURA-VAT", KSEF / "sprzedaz-koncowa.xml")
    shown = text_of(found.text)
    assert "termin 03.04.2026 Przelew, termin 17.04.2026" in shown
    assert "23% 7 560,98 1 739,02 9 300,00" in shown


def changed(tmp_path, **fields):
    """A file of the invoice FS/128/2026 (2 574,69) with other fields."""
    document = json.loads((CASES / "faktura.json").read_text(encoding="utf-8")) | fields
    path = tmp_path / "a.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"total": "2999.99"}, "render/wrong-total"),
        ({"total": "2576.00"}, "render/wrong-total"),
        ({"total": "2624.69", "charges": "50.00"}, "render/total-with-charges"),
        ({"total": "2625.00", "charges": "50.00"}, "render/total-with-charges"),
        ({"total": "2575.19", "charges": "0.50"}, "render/total-with-charges"),
        ({"total": "2544.69", "charges": "50.00", "deductions": "80.00"}, "render/total-with-charges"),
        ({"cancelled": True}, "render/cancelled"),
    ],
)
def test_what_speaks_against_an_invoice(rules, tmp_path, fields, expected):
    (refused,) = printed(rules, "FAKTURA-VAT", changed(tmp_path, **fields))
    assert isinstance(refused, api.Refused)
    assert [found.id for found in refused.diagnostics] == [expected]


def test_a_total_is_without_charges_and_may_be_rounded(rules, tmp_path):
    (found,) = printed(rules, "FAKTURA-VAT", changed(tmp_path, total="2575.00", charges="50.00"))
    shown = text_of(found.text)
    assert "Do zapłaty 2 625,00 PLN" in shown
    assert "w tym obciążenia: 50,00 PLN w tym zaokrąglenie: 0,31 PLN" in shown


def test_a_correction_is_refused_for_its_total_too(rules, tmp_path):
    document = json.loads((CASES / "korekta.json").read_text(encoding="utf-8")) | {"total": "-900.00"}
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    (refused,) = printed(rules, "KOREKTA-VAT", tmp_path / "a.json", "faktura.json")
    assert [found.id for found in refused.diagnostics] == ["render/wrong-total"]


ADVANCE = {"kind": "advance", "number": "FZAL/1/2026"}


@pytest.mark.parametrize(
    "fields",
    [
        {"operation_date": "2026-03-11", "payments": [{"method": "przelew", "due_date": "2026-03-26"}]},
        {"payments": [{"method": "przelew", "paid_date": "2026-03-11"}]},
    ],
)
def test_an_advance_tells_when_it_was_received(rules, tmp_path, fields):
    (found,) = printed(rules, "FAKTURA-VAT", changed(tmp_path, **ADVANCE, **fields))
    shown = text_of(found.text)
    assert found.remarks == ()
    assert "Data otrzymania zapłaty 11.03.2026" in shown
    assert "Otrzymana zapłata 2 574,69 PLN" in shown
    assert "Przelew, zapłacono 11.03.2026" in shown
    for text in ("Data sprzedaży", "Do zapłaty", "pozostaje", "termin"):
        assert text not in shown


def test_an_advance_issued_before_its_payment_is_due(rules, tmp_path):
    (found,) = printed(rules, "FAKTURA-VAT", changed(tmp_path, **ADVANCE, operation_date=None))
    assert [remark.id for remark in found.remarks] == ["render/no-receipt-day"]
    shown = text_of(found.text)
    assert "Do zapłaty 2 574,69 PLN" in shown
    assert "Data sprzedaży" not in shown


def test_a_final_invoice_without_advances_and_one_without_an_account_are_told(rules, tmp_path):
    (found,) = printed(rules, "FAKTURA-VAT", changed(tmp_path, kind="final"))
    assert [remark.id for remark in found.remarks] == ["render/no-advances"]
    (found,) = printed(rules, "FAKTURA-VAT", changed(tmp_path, currency="USD", exchange_rate="3.95"))
    assert [remark.id for remark in found.remarks] == ["render/no-account"]


def test_a_document_given_twice_is_aged_once(rules, tmp_path):
    (found,) = printed(rules, "STRUKTURA-WIEKOWA", "faktura.json", "faktura.json", "przelewy.csv", "przelewy.csv")
    assert {remark.id for remark in found.remarks} == {"render/again"}
    shown = text_of(found.text)
    assert "Razem – – 2 574,69" in shown
    assert "Trans-Bałtyk sp. z o.o. – 1 845,60" in shown
    other = changed(tmp_path, payments=[{"method": "przelew", "due_date": "2026-04-26"}])
    refused, found = printed(rules, "STRUKTURA-WIEKOWA", "faktura.json", other)
    assert [each.id for each in refused.diagnostics] == ["render/other-again"]
    assert "Razem – – 2 574,69" in text_of(found.text)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({"cancelled": True}, "render/nothing-open"), ({"total": "9999.99"}, "render/wrong-total")],
)
def test_what_cannot_be_aged_is_told(rules, tmp_path, fields, expected):
    (refused,) = printed(rules, "STRUKTURA-WIEKOWA", changed(tmp_path, **fields))
    assert [found.id for found in refused.diagnostics] == [expected]


@pytest.mark.parametrize("template", ["OBROTY-I-SALDA", "DZIENNIK", "POLECENIE-KSIEGOWANIA"])
def test_a_journal_with_an_entry_twice_is_refused(rules, journal, tmp_path, template):
    doubled = tmp_path / "dwa.jsonl"
    doubled.write_bytes(journal.read_bytes() * 2)
    with pytest.raises(api.FileError, match="a second time"):
        printed(rules, template, doubled)
    (tmp_path / "pusty.jsonl").write_text("", encoding="utf-8")
    (refused,) = printed(rules, template, tmp_path / "pusty.jsonl")
    assert [found.id for found in refused.diagnostics] == ["render/no-entries"]


def test_one_journal_given_twice_is_refused(rules, journal):
    with pytest.raises(api.FileError, match="a second time"):
        printed(rules, "DZIENNIK", journal, journal)
