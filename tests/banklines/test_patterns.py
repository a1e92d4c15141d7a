"""Patterns: what an accountant writes, what it finds, which is wider."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from dekret.banklines.patterns import ACCOUNTS, TEXTS, all_covered, covers, folded, read_accounts, read_texts
from dekret.packs.bank.lines_manual import PATTERNS
from line_rules import fits_cell, fits_pattern


@pytest.mark.parametrize(
    ("cell", "title", "found"),
    [
        ("zus", "SKŁADKI ZUS 01/26", True),
        ("zus", "ZUSE", False),
        ("zus", "nr_zus_1", True),
        ("sp. z o.o.", "Aloza Sp. z o.o. Radom", True),
        ("opłata za kartę", "OPŁATA\r\n  ZA KARTĘ", True),
        ("opłata", "oplata", False),
        ("%prowizj%", "NIENALEŻNE PROWIZJE", True),
        ("prowizj%", "nienależne prowizje", False),
        ("prowizj%", " Prowizja", True),
        ("%przelew", "za przelew  ", True),
        ("%przelew", "za przelewy", False),
        ("a%c", "abc", True),
        ("a%c", "abcd", False),
        ("%f_ 1%", "FV 1/26", True),
        ("%1_50%", "kwota 1,50 zł", True),
        ("[fv]", "[FV] 1", True),
        ("%[f%", "x [fv]", True),
        ("zus, prowizja", "prowizja", True),
        ("opłata, nie zwrot", "opłata", True),
        ("opłata, nie zwrot", "zwrot: opłata", False),
        ("nie zwrot", "cokolwiek", True),
        ("NIE  zwrot, not karta", "za kartami", True),
        ("not %karta%", "za kartami", False),
        ("niebo", "niebo", True),
    ],
)
def test_titles(cell, title, found):
    assert fits_cell(read_texts(cell).value, [title]) is found


@pytest.mark.parametrize(("cell", "fits", "others"), PATTERNS)
def test_the_examples_of_the_manual(cell, fits, others):
    patterns = read_texts(cell).value
    assert fits_cell(patterns, [fits])
    assert not any(fits_cell(patterns, [other]) for other in others.split(","))


@pytest.mark.parametrize(
    ("cell", "id_"),
    [
        ("zus,", "lines/empty-pattern"),
        (", zus", "lines/empty-pattern"),
        ("%", "lines/matches-all"),
        ("%%", "lines/matches-all"),
        ("nie %", "lines/matches-nothing"),
        ("zus, nie zus", "lines/matches-nothing"),
        ("opłaty bankowe, nie %opłat%", "lines/matches-nothing"),
    ],
)
def test_wrong_texts(cell, id_):
    parsed = read_texts(cell)
    assert (parsed.value, [finding.problem.id for finding in parsed.findings]) == (None, [id_])


NRB = "61109010140000071219812874"


@pytest.mark.parametrize(
    ("cell", "account", "found"),
    [
        ("61 1090 1014 0000 0712 1981 2874", NRB, True),
        ("PL61 1090 1014 0000 0712 1981 2874", NRB, True),
        ("61-1090-1014%", NRB, True),
        ("PL61%", NRB, True),
        ("%2874", NRB, True),
        ("%1014%", NRB, True),
        ("__10901014%", NRB, True),
        ("__10901015%", NRB, False),
        ("nie 61 1090%", NRB, False),
        ("nie 61 1090%", "", True),
        ("de89 3704 0044 0532 0130 00", "DE89370400440532013000", True),
        ("DE%", "DE89370400440532013000", True),
        ("00%, 61%", NRB, True),
    ],
)
def test_accounts(cell, account, found):
    assert fits_cell(read_accounts(cell).value, [account]) is found


@pytest.mark.parametrize(
    ("cell", "id_"),
    [
        ("61 1090 1014", "lines/part-of-account"),
        ("62 1090 1014 0000 0712 1981 2874", "lines/account-never"),
        ("DE88370400440532013000", "lines/account-never"),
        ("rachunek żony", "lines/account-never"),
        ("1234567890 1234567890 1234567%", "lines/account-never"),
        ("%", "lines/matches-all"),
        ("61%, nie 6%", "lines/matches-nothing"),
    ],
)
def test_wrong_accounts(cell, id_):
    parsed = read_accounts(cell)
    assert (parsed.value, [finding.problem.id for finding in parsed.findings]) == (None, [id_])


@given(strategies.hostile_text)
def test_reading_patterns_never_raises_and_tidying_changes_nothing(text):
    for kind in (TEXTS, ACCOUNTS):
        parsed = kind.read(text)
        assert (parsed.value is None) == bool(parsed.findings)
        assert all(0 <= finding.start <= finding.end <= len(text) for finding in parsed.findings)
        once = kind.tidy(text)
        assert kind.tidy(once) == once
        assert kind.read(once).value == parsed.value


_LETTERS = st.text("ab ł%_-1", min_size=1, max_size=6)
_CELLS = st.lists(st.tuples(st.booleans(), _LETTERS), min_size=1, max_size=3).map(
    lambda parts: ", ".join(f"{'nie ' if negated else ''}{text}" for negated, text in parts)
)


@given(_CELLS, _CELLS, st.lists(st.text("ab ł-1_", max_size=8), min_size=1, max_size=2))
def test_a_wider_cell_takes_all_that_a_narrower_takes(one, other, texts):
    wide, narrow = read_texts(one).value, read_texts(other).value
    if wide and narrow:
        if all_covered(wide, narrow) and fits_cell(narrow, texts):
            assert fits_cell(wide, texts)
        for a in wide:
            for b in narrow:
                if covers(a, b):
                    assert all(fits_pattern(a, text) for text in texts if fits_pattern(b, text))


def test_what_is_folded():
    assert folded(" Zażółć\u00a0GĘŚLĄ\n\tjaźń ") == "zażółć gęślą jaźń"
    assert not re.search(r"\s\s", folded("a \r\n b"))
