"""A second language needs a table of fields and the grammar of its cells, no structure parser of its own."""

from dekret.expr import cells as expressions
from dekret.expr.nodes import Comparison
from dekret.syntax import cells
from dekret.syntax.format import format_source
from dekret.syntax.rulefile import read_file
from dekret.syntax.schema import Field, Language, SectionSchema, Word
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Wording

W = Wording("x", "x")
COLOUR = Field(Word("kolor", "colour"), cells.choice(W, {Word("zielony", "green"): 1, Word("żółty", "yellow"): 2}), W)
NAME = Field(Word("Owoc", "Fruit"), cells.TEXT, W, required=True)
WHEN = Field(Word("Kiedy", "When"), expressions.CONDITION, W)
PRICE = Field(Word("Cena", "Price"), cells.AMOUNT, W)
BASKET = SectionSchema(Word("Kosz", "Basket"), W, keys=(COLOUR,), columns=(NAME, WHEN, PRICE))
NOTE = SectionSchema(Word("Notatka", "Note"), W, text=True)
LANGUAGE = Language(Word("sad", "orchard"), "sad", W, (BASKET, NOTE))

TEXT = '''sad "JESIEŃ"
[Kosz]
kolor = Zolty
| Cena | Owoc | Kiedy |
| 1 234,50 | gruszka | @Miesiac=9 |
[Notatka]
"""
dowolny tekst
"""
'''


def read(text):
    report = Report()
    return read_file(Source("x.sad", text), [LANGUAGE], report).definitions, report


def test_reading():
    ((language, reading),), report = read(TEXT)
    assert not report.diagnostics
    assert language is LANGUAGE
    basket = reading.part(BASKET)
    assert basket.keys.get(COLOUR) == 2
    assert basket.rows[0].get(NAME) == "gruszka"
    assert str(basket.rows[0].get(PRICE)) == "1234.50"
    assert isinstance(basket.rows[0].get(WHEN), Comparison)
    assert reading.part(NOTE).text.text == "dowolny tekst"


def test_reading_in_english():
    ((_, reading),), report = read('orchard "X"\n[Basket]\ncolour = green\n| Fruit |\n| plum |\n')
    assert not report.diagnostics
    assert reading.part(BASKET).rows[0].get(NAME) == "plum"


def test_unknown_words_get_the_nearest():
    _, report = read('sad "X"\n[Koszyk]\n[Kosz]\nkolorr = zielony\n| Owoce | Cennaa |\n| a | 1 |\n')
    remedies = {found.id: found.remedy.pl for found in report.diagnostics}
    assert "„Kosz”" in remedies["rulefile/unknown-section"]
    assert "„kolor”" in remedies["rulefile/unknown-key"]
    assert "„Cena”" in remedies["rulefile/unknown-column"]
    assert "rulefile/missing-column" not in report.ids()


def test_a_missing_word_is_missed_unless_misspelt():
    _, report = read('sad "X"\n[Kosz]\n| Cena |\n| 1 |\n')
    assert report.ids() == {"rulefile/missing-column"}


def test_formatting():
    formatted = format_source(Source("x", TEXT), [LANGUAGE])
    assert (
        formatted
        == '''sad "JESIEŃ"

[Kosz]
kolor = żółty
| Cena     | Owoc    | Kiedy        |
|----------|---------|--------------|
| 1 234,50 | gruszka | @Miesiac = 9 |

[Notatka]
"""
dowolny tekst
"""
'''
    )
