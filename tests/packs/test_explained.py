"""Explanations of documents: as text, as JSON, as a page that stands alone."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import batches
import frames
import strategies
from batches import UNKNOWN, invoice
from dekret import api
from dekret.intake.received import Received
from dekret.model.documents import KINDS, encode
from dekret.model.faults import read_document
from dekret.packs.explained import explained
from dekret.packs.library import load_sources
from dekret.packs.outcome import By
from dekret.packs.poster import Poster
from dekret.text.source import Source

SCHEME = """schemat "ZAKUP"
[Nagłówek]
nazwa = Zakup <wszystko> & reszta
typ = Rejestr VAT zakupu
dziennik = ZAKUP
data księgowania = EOMONTH(@DataOperacji)
opis = 'FV ' + @Dokument
warunek = @Netto > 0 AND NOT @Waluta = 'USD'
[Pozycje]
| Konto Wn | Konto Ma | Słownik  | Kwota   | Opis | Warunek |
| 401      | 202-2-1  | Podmioty | @Netto  | @OpisElem | @StawkaVat = '23' OR @StawkaVat = '8' |
| 221-1    | 202-2-1  | Podmioty | @Vat * 1 |     | |
| 401      | 221-1    |          | @Netto  | | @DataWplywu > '2020-01-01' |
| 401      | 221-1    |          | @Vat - @Vat | | |
| 401      | 221-1    |          | @KwotaDodat | | |
| 401      | 221-1    |          | @Netto | | @CzyKorekta = 'TAK' |
"""
ELEMENTS = [
    {"rate": "23", "net": "100.00", "vat": "23.00", "description": "<b>papier</b>"},
    {"rate": "zw", "net": "5.00"},
]


class Page(HTMLParser):
    """The texts of a page, and whether its elements close in order."""

    VOID = ("meta", "link", "br", "hr", "img", "input")

    def __init__(self, html):
        super().__init__()
        self.open, self.texts, self.tags = [], [], []
        self.feed(html)
        self.close()
        assert self.open == []
        self.text = " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts.append(data)


def explanation(data, scheme=SCHEME):
    sources = [Source("z.schemat", scheme), Source("p", frames.PLAN), Source("k", frames.DIRECTORY)]
    library = load_sources(sources)
    assert not library.report.has_errors, [each.message.pl for each in library.report.diagnostics]
    document = read_document(data)
    received = Received(document, encode(document), Source("d", document.number).span())
    return explained(Poster(library, By("ZAKUP", batches.TODAY)), received)


def text(data, form="text", language="pl", scheme=SCHEME):
    return api.explanation_text(explanation(data, scheme), form, language)


def test_every_row_over_every_part_with_its_outcome():
    found = explanation(invoice(1, elements=ELEMENTS))
    rows = found.explanation.rows
    assert [[part.outcome for part in row.parts] for row in rows] == [
        ["posted", "condition"], ["posted"], ["unknown"], ["zero"], [], ["condition"],
    ]  # fmt: skip
    assert found.entry.lines == tuple(made.line for row in rows for part in row.parts for made in part.lines)


def test_the_text_tells_values_truths_and_accounts():
    said = text(invoice(1, elements=ELEMENTS))
    for part in (
        "# FZ/1",
        "Zapis ZAKUP 2026-03-31: Wn 123,00 = Ma 123,00",
        "@DataOperacji = 2026-03-05, EOMONTH(@DataOperacji) = 2026-03-31",
        "+ pozycja rejestru VAT 1 z 2: księguje",
        "- pozycja rejestru VAT 2 z 2: nie księguje: warunek nie jest spełniony",
        "@StawkaVat = '8': nie   (@StawkaVat = 'zw')",
        "202-2-1 jest kontem słownikowym (Podmioty); dopisano kod ALOZA",
        "konta 202-2-1-ALOZA nie było w planie RAMA: założono je w PLN",
        "warunek jest nieznany (NULL)",
        "@DataWplywu > '2020-01-01': nieznane   (@DataWplywu = NULL)",
        "nie księguje: kwota jest zerem",
        "dokument nie ma takiej części: kwota dodatkowa",
        "@Vat = 23.00, @Vat * 1 = 23.00",
    ):
        assert part in said, part


def test_the_text_in_english():
    said = text(invoice(1, elements=ELEMENTS), language="en")
    assert "Entry ZAKUP 2026-03-31: Wn 123.00 = Ma 123.00" in said
    assert "does not post: the condition is unknown (NULL), which is not met" in said
    assert "unknown   (@DataWplywu = NULL)" in said


@pytest.mark.parametrize("language", ["pl", "en"])
def test_json_has_the_entry_and_every_row(language):
    data = json.loads(text(invoice(1, elements=ELEMENTS), "json", language))
    assert data["number"] == "FZ/1"
    assert data["refusals"] == []
    assert [line["amount"] for line in data["entry"]["lines"]] == ["100.00", "100.00", "23.00", "23.00"]
    rows = data["explanation"]["rows"]
    assert [row["label"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[2]["parts"][0]["condition"]["truth"] == "unknown"
    assert rows[0]["parts"][0]["title"].startswith("pozycja" if language == "pl" else "VAT-register")


def test_the_page_parses_stands_alone_and_has_every_row():
    page = Page(text(invoice(1, elements=ELEMENTS), "html"))
    assert "script" not in [tag for tag, _ in page.tags]
    assert not [attributes for _, attributes in page.tags if {"src", "href"} & set(attributes)]
    for label in "123456":
        assert f"wiersz {label} " in page.text
    for said in (
        "FZ/1",
        "202-2-1-ALOZA",
        "Zakup <wszystko> & reszta",
        "<b>papier</b>",
        "@DataWplywu = NULL",
        "nieznane",
    ):
        assert said in page.text, said
    assert page.text.count("202-2-1 jest kontem słownikowym") == 2


def test_amounts_in_currency_stand_with_their_rate():
    scheme = SCHEME.replace("| Opis |", "| Waluta | Opis |").replace("| @OpisElem |", "| tak | @OpisElem |")
    scheme = (
        scheme.replace("@Vat * 1 |", "@Vat * 1 | nie |").replace("| | @", "| | | @").replace("| | |\n", "| | | |\n")
    )
    euro = invoice(1, elements=ELEMENTS, currency="EUR", exchange_rate="4.2500")
    assert "Wn 401 425,00 (100,00 EUR × 4.25)" in text(euro, scheme=scheme)
    assert "100,00 EUR × 4.25" in Page(text(euro, "html", scheme=scheme)).text


def test_a_refused_row_says_why_in_every_form():
    scheme = SCHEME.replace("| 221-1    | 202-2-1  |", "| 221-8    | 202-2-1  |")
    found = explanation(invoice(1, elements=ELEMENTS), scheme)
    assert found.entry is None
    assert [part.outcome for part in found.explanation.rows[1].parts] == ["refused"]
    said = text(invoice(1, elements=ELEMENTS), scheme=scheme)
    assert "Odmowa: Wiersz 2, strona Wn: konto 221-8 jest nieaktywne w planie RAMA. [posting/inactive-account]" in said
    assert "! dokument: odmowa" in said
    page = Page(text(invoice(1, elements=ELEMENTS), "html", scheme=scheme))
    assert "konto 221-8 jest nieaktywne" in page.text
    data = json.loads(text(invoice(1, elements=ELEMENTS), "json", scheme=scheme))
    assert (data["entry"], [each["id"] for each in data["refusals"]]) == (None, ["posting/inactive-account"])


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_document_that_no_rule_was_asked_of(form):
    said = text(invoice(1, **UNKNOWN), form)
    assert "NIKT" in said
    found = explanation(invoice(1, **UNKNOWN))
    assert (found.entry, found.explanation) == (None, None)
    if form == "html":
        Page(said)


def test_a_condition_of_the_scheme_is_followed_branch_by_branch():
    said = text(invoice(1, elements=ELEMENTS, currency="USD", exchange_rate="4"))
    assert "@Netto > 0 AND NOT @Waluta = 'USD': nie" in said
    assert "        @Waluta = 'USD': tak   (@Waluta = 'USD')" in said
    assert "[posting/condition-not-met]" in said


@settings(max_examples=max(1, settings.default.max_examples // 10))
@given(st.data())
def test_every_form_of_every_document_can_be_written(data):
    kind = data.draw(st.sampled_from(KINDS))
    sources = [
        Source("s", data.draw(strategies.schemes(kind))),
        Source("p", strategies.CHART.format(opens="tak")),
    ]
    document = data.draw(strategies.documents(kind))
    found = explained(
        Poster(load_sources(sources), By("S", batches.TODAY)),
        Received(document, encode(document), Source("d", document.number).span()),
    )
    assert api.explanation_text(found, "text", "pl").startswith(f"# {document.number}\n")
    record = json.loads(api.explanation_text(found, "json", "en"))
    assert (record["entry"] is None) == bool(record["refusals"])
    page = Page(api.explanation_text(found, "html", "pl"))
    for row in found.explanation.rows if found.explanation else ():
        assert f"wiersz {row.label}" in page.text
