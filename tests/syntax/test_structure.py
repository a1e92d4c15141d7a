"""Lines and the structure they make."""

import pytest

from dekret import api
from dekret.syntax.lines import read_lines
from dekret.syntax.nodes import Blank, Comment, EntryLine, HeaderLine, Junk, MoreLine, RowLine, SectionLine, TextLines
from dekret.syntax.structure import read_structure
from dekret.text.report import Report
from dekret.text.source import Source

FILE = '''# Uwaga
schemat "RAPORTY-KB"
opis = pierwszy
… i drugi

[Zapytanie]
"""
SELECT a | b
# to nie komentarz
"""
[Pozycje]
| Lp | Wartość |
|----|---------|
| 1  | a \\| b  |
# komentarz w tabeli
| …  | i dalej |
| 2  |         |
???
'''


def read(text):
    source = Source("x", text)
    report = Report()
    return read_structure(source, read_lines(source), report), report


def test_every_line_has_its_kind():
    kinds = [type(line) for line in read_lines(Source("x", FILE))]
    assert kinds == [
        Comment, HeaderLine, EntryLine, MoreLine, Blank, SectionLine, TextLines, SectionLine,
        RowLine, RowLine, RowLine, Comment, RowLine, RowLine, Junk,
    ]  # fmt: skip


def test_definitions_hold_sections_tables_and_texts():
    (definition,), report = read(FILE)
    assert definition.keyword.text == "schemat"
    assert definition.symbol.text == "RAPORTY-KB"
    assert definition.preamble.entries[0].value.text == "pierwszy i drugi"
    query, rows = definition.sections
    assert query.texts[0].text == "SELECT a | b\n# to nie komentarz"
    assert [[cell.text for cell in row.cells] for row in rows.tables[0].rows] == [["1", "a | b i dalej"], ["2", ""]]
    assert [span.text for span in rows.loose] == ["???"]
    assert report.ids() == set()


def test_a_continued_cell_knows_the_places_of_its_parts():
    (definition,), _ = read(FILE)
    cell = definition.sections[1].tables[0].rows[0].cells[1]
    assert cell.place(0, 1).text == "a"
    assert cell.place(4, 5).text == "b"
    assert cell.place(6, 7).text == "i"
    assert cell.place(6, 7).line == 16


def test_the_delimiter_row_is_optional():
    with_, _ = read('a "A"\n[S]\n| x |\n|---|\n| 1 |\n')
    without, _ = read('a "A"\n[S]\n| x |\n| 1 |\n')
    assert with_ == without


def test_a_blank_line_does_not_end_a_table():
    (definition,), report = read('a "A"\n[S]\n| x |\n| 1 |\n\n| 2 |\n')
    assert len(definition.sections[0].tables[0].rows) == 2
    assert not report.diagnostics


def test_three_dots_continue_too():
    (definition,), _ = read('a "A"\n[S]\n| x | y |\n| 1 | 2 |\n| ... | 3 |\n')
    assert definition.sections[0].tables[0].rows[0].cells[1].text == "2 3"


def test_the_rest_is_read_after_a_broken_line():
    (definition,), report = read('a "A"\nnie wiadomo co\n[Sekcja\nb = 1\n[Druga]\nc = 2\n')
    assert report.ids() == {"rulefile/not-a-line", "rulefile/unclosed-section"}
    assert [section.name.text for section in definition.sections] == ["Druga"]


def test_an_open_text_ends_at_the_next_section():
    (definition,), report = read('a "A"\n[S]\n"""\nSELECT\n[T]\nb = 1\n')
    assert report.ids() == {"rulefile/unclosed-text"}
    assert definition.sections[1].entries[0].key.text == "b"


def test_typographic_quotes_around_the_symbol():
    (definition,), _ = read("a „B”\n")
    assert definition.symbol.text == "B"


def test_blank_lines_may_hold_any_blank():
    assert [type(line) for line in read_lines(Source("x", " \xa0\t"))] == [Blank]


QUERY = 'wykres "Q"\n[Ogólne]\nnazwa = Q\ntylko tabela = tak\n[Zapytanie]\n{}\n'


@pytest.mark.parametrize(
    "text",
    ["SELECT Rok=1 FROM CDN.BnkRaporty", "SELECT Rok\nFROM Tab\nWHERE a=1", "-- opis\nSELECT 1", "| a |\n| 1 |"],
)
def test_a_text_without_quotes_is_told_once_at_its_first_line(text):
    found = api.check_sources([Source("q.wykres", QUERY.format(text))]).report.diagnostics
    assert [(each.id, each.span.line) for each in found] == [("rulefile/text-without-quotes", 6)]


def test_lines_that_are_none_are_told_wherever_they_stand():
    lines = "???\n[Ogólne]\n???\n[Nieznana]\n???\n[Ogólne]\n???\n"
    found = api.check_sources([Source("q.wykres", f'wykres "Q"\n{lines}')]).report.sorted()
    assert [each.span.line for each in found if each.id == "rulefile/not-a-line"] == [2, 4, 6, 8]
    unknown = api.check_sources([Source("q.wykres", f'nic "Q"\n{lines}')]).report.sorted()
    assert [each.span.line for each in unknown if each.id == "rulefile/not-a-line"] == [2, 4, 6, 8]
