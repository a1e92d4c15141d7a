"""T-SQL cut into tokens character by character, as SQL Server does it: a judge that owes nothing to the engine.

Texts nest no quotes but doubled ones, and lose a backslash with the end of its line; comments nest; names stand in
brackets or double quotes. A token is (kind, start, end, value): kinds are text, name, word, number, sign.
"""

import re

_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|\d+\.?\d*(?:[eE][-+]?\d+)?")


def tokens(text):
    found, place = [], 0
    while place < len(text):
        start, sign = place, text[place]
        if sign.isspace() or ord(sign) < 32:
            place += 1
            continue
        if text.startswith("--", place):
            while place < len(text) and text[place] not in "\r\n":
                place += 1
            continue
        if text.startswith("/*", place):
            place = _comment(text, place)
            continue
        if sign == "'" or text[place : place + 2] in ("N'", "n'"):
            place, value = _delimited(text, place + (sign != "'"), "'")
            value = value.replace("\\\r\n", "").replace("\\\n", "")
            found.append(("text", start, place, value))
        elif sign in '["':
            place, value = _delimited(text, place, {"[": "]", '"': '"'}[sign])
            found.append(("name", start, place, value))
        elif sign.isdecimal():
            place = _NUMBER.match(text, place).end()
            found.append(("number", start, place, text[start:place]))
        elif sign.isalpha() or sign in "_@#$":
            while place < len(text) and (text[place].isalnum() or text[place] in "_@#$"):
                place += 1
            found.append(("word", start, place, text[start:place].upper()))
        else:
            place += 1
            found.append(("sign", start, place, sign))
    return found


def _delimited(text, place, closing):
    value, place = "", place + 1
    while True:
        assert place < len(text), "something never ends"
        if text[place] == closing:
            if text[place + 1 : place + 2] != closing:
                return place + 1, value
            place += 1
        value += text[place]
        place += 1


def _comment(text, place):
    depth = 0
    while True:
        assert place < len(text), "a comment never ends"
        if text.startswith("/*", place):
            depth, place = depth + 1, place + 2
        elif text.startswith("*/", place):
            depth, place = depth - 1, place + 2
            if depth == 0:
                return place
        else:
            place += 1


def said(text):
    """The value that a literal stands for: a text, the digits of a number, the day of a date."""
    found = [(kind, value) for kind, _, _, value in tokens(text)]
    match found:
        case [("text" | "number", value)]:
            return value
        case [("sign", "("), ("sign", "-"), ("number", value), ("sign", ")")]:
            return f"-{value}"
        case [("word", "CONVERT"), *_, ("text", value), ("sign", ","), ("number", "120"), ("sign", ")")]:
            return value
        case [("sign", "("), *inner, ("sign", ")")]:
            return _joined(inner)
    raise AssertionError(text)


def _joined(inner):
    """`'a'+CHAR(10)+'b'`; the first may be `CAST('' AS NVARCHAR(MAX))`."""
    value, rest = "", inner
    while rest:
        match rest:
            case [("word", "CAST"), ("sign", "("), ("text", ""), ("word", "AS"), _, _, _, _, _, *after]:
                rest = after
            case [("word", "CHAR"), ("sign", "("), ("number", code), ("sign", ")"), *after]:
                value, rest = value + chr(int(code)), after
            case [("text", part), *after]:
                value, rest = value + part, after
            case _:
                raise AssertionError(rest)
        if rest:
            assert rest[0] == ("sign", "+")
            rest = rest[1:]
    return value


def around(text, stretches):
    """The tokens of a text with every stretch as one mark; none may begin inside a token, or end there."""
    found, places = [], list(stretches)
    for kind, start, end, value in tokens(text):
        holder = next(((s, e) for s, e in places if s < end and start < e), None)
        if holder is None:
            found.append((kind, value))
            continue
        assert holder[0] <= start, f"{text[start:end]!r} begins before a value"
        assert end <= holder[1], f"{text[start:end]!r} ends behind a value"
        if not found or found[-1] != ("value", holder[0]):
            found.append(("value", holder[0]))
    order = iter(range(len(found)))
    return [(kind, next(order)) if kind == "value" else (kind, value) for kind, value in found]
