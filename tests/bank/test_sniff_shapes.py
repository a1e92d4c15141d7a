"""One statement in many shapes: whatever the shape, the proposed format reads the same lines."""

import io
from itertools import product

import pytest

from bank_samples import LINES, TODAY, Shape, sample
from dekret import assets
from dekret.bank.charsets import ISO_8859_2, LATIN_II, MAZOVIA, UTF8, WINDOWS_1250
from dekret.bank.line_reader import LineReader
from dekret.bank.sniff.sample import read_sample
from dekret.model.statements import BankLine
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.run_sniff import How, Sniffed, sniffed
from dekret.packs.library import RULES, load

CHARSETS = (WINDOWS_1250, LATIN_II, ISO_8859_2, MAZOVIA, UTF8)
NUMBERS = {";": ((",", ""), (",", " "), (",", "."), (".", ""), (".", ","), ("", "")), "\t": ((",", "\xa0"), (".", " "))}
MASKS = ("DD-MM-RRRR", "DD.MM.RRRR", "DD/MM/RR", "RR-MM-DD", "RRRRMMDD", "D.M.RRRR", "MM/DD/RRRR", "RRMMDD", "DDMMRRRR")
SIDES = (("Wn", "Ma"), ("OBC", "UZN"), ("-", "+"), ("DT", "CT"))
BOTH = ((True, False), (True, False))
SHAPES = [
    *(Shape(separator, charset=charset) for separator, charset in product(";\t|", CHARSETS)),
    *(Shape(",", charset=charset, decimal=".") for charset in CHARSETS),
    *(
        Shape(mask=mask, header=header)
        for mask, header in product(
            MASKS,
            ("titles", "none"),
        )
    ),
    *(
        Shape(separator, decimal=decimal, thousands=thousands)
        for separator, forms in NUMBERS.items()
        for decimal, thousands in forms
    ),
    *(
        Shape(signs=signs, header=header, balance=balance, newest_first=newest)
        for signs, header, balance, newest in product(("minus", "side", "pair"), ("titles", "none"), *BOTH)
    ),
    *(Shape(signs="side", sides=sides, header="none") for sides in SIDES),
    *(
        Shape(header=header, footer=footer, delimiter=mark)
        for header, footer, mark in product(("none", "titles", "long"), (True, False), ('"', "'", ""))
    ),
    *(Shape(end=end) for end in ("\n", "\r")),
]  # fmt: skip


def rules():
    return load([], [assets.folder("rules") / "banki"], languages=RULES)


def read(shape, lines=LINES):
    """What sniffing a sample gives, and the lines that it reads by that."""
    data = sample(shape, lines)
    library = rules()
    found = sniffed(read_sample("historia.csv", io.BytesIO(data)), library, How(TODAY))
    assert isinstance(found, Sniffed), found
    assert not found.report.has_errors, [each.message.pl for each in found.report.diagnostics]
    checked, _ = format_of(library, found.symbol, TODAY)
    return found, [event for event in LineReader(checked).read(io.BytesIO(data)) if isinstance(event, BankLine)]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_whatever_the_shape_the_lines_are_the_same(shape):
    found, lines = read(shape)
    assert found.unread == 0
    wanted = list(reversed(LINES)) if shape.newest_first else list(LINES)
    assert [(each.date, abs(each.amount), each.party_account) for each in lines] == [
        (each.date, abs(each.amount), each.account) for each in wanted
    ]
    if shape.signs != "pair" or shape.header != "none" or shape.balance:
        assert [each.amount for each in lines] == [each.amount for each in wanted]
    if shape.header != "none":
        title = [each.title.replace(shape.separator, "/") if not shape.delimiter else each.title for each in wanted]
        assert [each.title for each in lines] == title
        assert [each.party_name for each in lines] == [each.party for each in wanted]
    if shape.balance:
        assert lines[-1 if not shape.newest_first else 0].balance == 1000 + sum(each.amount for each in LINES)


@pytest.mark.parametrize("charset", CHARSETS, ids=lambda charset: charset.word.pl)
def test_the_encoding_is_told_by_its_words(charset):
    found, _ = read(Shape(charset=charset))
    assert found.proposal.charset is charset
    assert found.proposal.guesses[0].confidence > 80
