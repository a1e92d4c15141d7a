"""Bars of GS1-128, read back by the rules of the standard."""

from hypothesis import given
from hypothesis import strategies as st

from dekret.values.code128 import bars_path, gs1_128_symbols, gs1_128_widths

pairs = st.integers(1, 12).flatmap(lambda count: st.text("0123456789", min_size=2 * count, max_size=2 * count))


@given(pairs)
def test_symbols_give_the_digits_back(digits):
    start, fnc1, *data, check, stop = gs1_128_symbols(digits)
    assert (start, fnc1, stop) == (105, 102, 106)
    assert "".join(f"{value:02d}" for value in data) == digits
    assert check == (start + fnc1 + sum(place * value for place, value in enumerate(data, start=2))) % 103


@given(pairs)
def test_every_symbol_is_eleven_modules_with_an_even_number_of_bars(digits):
    widths = gs1_128_widths(digits)
    symbols = [widths[start : start + 6] for start in range(0, len(widths) - 7, 6)]
    for symbol in symbols:
        assert sum(symbol) == 11
        assert sum(symbol[::2]) % 2 == 0
        assert max(symbol) <= 4
    assert widths[-7:] == (2, 3, 3, 1, 1, 1, 2)
    assert len(symbols) + 1 == len(gs1_128_symbols(digits))


def test_no_two_symbols_look_the_same():
    seen = {gs1_128_widths(f"{value:02d}")[12:18] for value in range(100)}
    assert len(seen) == 100


def test_an_sscc_begins_as_other_programs_write_it():
    """Start C, FNC1, 00, 35: the patterns of ISO/IEC 15417, as the package python-barcode has them."""
    assert gs1_128_widths("0035")[:24] == (
        *(2, 1, 1, 2, 3, 2),
        *(4, 1, 1, 1, 3, 1),
        *(2, 1, 2, 2, 2, 2),
        *(1, 3, 1, 3, 2, 1),
    )


@given(pairs)
def test_the_picture_is_as_wide_as_the_bars(digits):
    widths = gs1_128_widths(digits)
    path = bars_path(widths)
    assert path.count("M") == (len(widths) + 1) // 2
    last = path.rpartition("M")[2]
    place, width = last.partition(" ")[0], widths[-1]
    assert int(place) + width == sum(widths)
