"""Bars of GS1-128: Code 128 with FNC1 at its beginning, digits in pairs (ISO/IEC 15417).

Only data of an even number of digits, as an SSCC with its identifier is; a template draws the widths.
"""

_WIDTHS = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222"
    "123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321"
    "232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121"
    "313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224"
    "111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111"
    "111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113"
    "1143114111134113111131411141313111414111312114122112142112322331112"
)
"""The widths of every symbol, bar and space in turn, six of each; the last one, which stops, has a seventh bar."""
_OF_A_SYMBOL = 6
_FNC1, _START, _STOP = 102, 105, 106
_MODULUS = 103


def gs1_128_symbols(digits: str) -> tuple[int, ...]:
    """The symbols of element strings of an even number of digits: start C, FNC1, the pairs, the check symbol, stop.

    >>> gs1_128_symbols("00359012345670000429")[:4]
    (105, 102, 0, 35)
    """
    assert digits.isascii()
    assert digits.isdigit()
    assert len(digits) % 2 == 0
    data = [_FNC1, *(int(digits[place : place + 2]) for place in range(0, len(digits), 2))]
    check = (_START + sum(place * value for place, value in enumerate(data, start=1))) % _MODULUS
    return (_START, *data, check, _STOP)


def gs1_128_widths(digits: str) -> tuple[int, ...]:
    """The widths of bars and spaces in modules, the first one a bar; quiet zones of ten modules are not among them."""
    found = ""
    for symbol in gs1_128_symbols(digits):
        start = symbol * _OF_A_SYMBOL
        found += _WIDTHS[start:] if symbol == _STOP else _WIDTHS[start : start + _OF_A_SYMBOL]
    return tuple(map(int, found))


def bars_path(widths: tuple[int, ...]) -> str:
    """The bars as the path of an SVG picture, one high and as wide as the sum of the widths.

    >>> bars_path((2, 1, 3))
    'M0 0h2v1h-2zM3 0h3v1h-3z'
    """
    path, place = "", 0
    for index, width in enumerate(widths):
        if index % 2 == 0:
            path += f"M{place} 0h{width}v1h-{width}z"
        place += width
    return path
