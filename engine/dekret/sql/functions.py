"""The functions of T-SQL in the words of another engine: one table, and nothing beside it is run.

Arguments are said already; units of dates and masks come as they were written.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from dekret.sql import engine_words as words
from dekret.sql.conversions import ZERO, as_timestamp, converted, date_operand
from dekret.sql.kinds import BIGINT, DATE, DATETIME, FLOAT, INT, NULL, Kind, Sort, common, decimal, text
from dekret.sql.said import Said, quoted, refuse

Say = Callable[[Sequence[Said], str], Said]
UNITS = {
    **dict.fromkeys(("year", "yy", "yyyy"), "year"),
    **dict.fromkeys(("quarter", "qq", "q"), "quarter"),
    **dict.fromkeys(("month", "mm", "m"), "month"),
    **dict.fromkeys(("dayofyear", "dy", "y"), "dayofyear"),
    **dict.fromkeys(("day", "dd", "d"), "day"),
    **dict.fromkeys(("week", "wk", "ww"), "week"),
    **dict.fromkeys(("iso_week", "isowk", "isoww"), "iso_week"),
    **dict.fromkeys(("weekday", "dw", "w"), "weekday"),
    **dict.fromkeys(("hour", "hh"), "hour"),
    **dict.fromkeys(("minute", "mi", "n"), "minute"),
    **dict.fromkeys(("second", "ss", "s"), "second"),
    **dict.fromkeys(("millisecond", "ms"), "millisecond"),
}
"""Names of date parts, as T-SQL abbreviates them."""


def unified(values: Sequence[Said], dialect: str) -> tuple[list[Said], Kind]:
    """Several values as the one kind that holds them all."""
    kind = NULL
    for each in values:
        kind = common(kind, each.kind)
    return [each if each.kind == kind else converted(each, kind, dialect) for each in values], kind


def as_text(said: Said, dialect: str) -> Said:
    return said if said.kind.sort is Sort.TEXT else converted(said, text(None), dialect)


def _whole(said: Said, dialect: str) -> str:
    return converted(said, INT, dialect).text


# --- texts


def _len(a: Sequence[Said], d: str) -> Said:
    return Said(f"length(rtrim({as_text(a[0], d).text}, ' '))", INT)


def _upper(a: Sequence[Said], d: str) -> Said:
    return _with_letters("upper", a[0], d)


def _lower(a: Sequence[Said], d: str) -> Said:
    return _with_letters("lower", a[0], d)


def _with_letters(function: str, said: Said, d: str) -> Said:
    value = as_text(said, d)
    collated = value.text if d == words.DUCKDB else f"{value.text} COLLATE {words.POLISH}"
    return Said(f"{function}({collated})", value.kind)


def _ltrim(a: Sequence[Said], d: str) -> Said:
    return Said(f"ltrim({as_text(a[0], d).text}, ' ')", as_text(a[0], d).kind)


def _rtrim(a: Sequence[Said], d: str) -> Said:
    return Said(f"rtrim({as_text(a[0], d).text}, ' ')", as_text(a[0], d).kind)


def _trim(a: Sequence[Said], d: str) -> Said:
    return Said(f"trim({as_text(a[0], d).text}, ' ')", as_text(a[0], d).kind)


def _side(side: str) -> Say:
    def say(a: Sequence[Said], d: str) -> Said:
        value, count = as_text(a[0], d), _whole(a[1], d)
        if not isinstance(a[1].constant, int):
            failed = words.fail("Invalid length parameter passed to the LEFT or RIGHT function.", count, d)
            count = f"CASE WHEN {count} < 0 THEN {failed} ELSE {count} END"
        elif a[1].constant < 0:
            raise refuse(f"{side.upper()}(…, {a[1].constant})", "długość ujemna", "a negative length")
        return Said(f"{side}({value.text}, CAST({count} AS INTEGER))", text(value.kind.size))

    return say


def _substring(a: Sequence[Said], d: str) -> Said:
    value, start, length = as_text(a[0], d), _whole(a[1], d), _whole(a[2], d)
    if not isinstance(a[2].constant, int):
        failed = words.fail("Invalid length parameter passed to the substring function.", length, d)
        length = f"(CASE WHEN {length} < 0 THEN {failed} ELSE {length} END)"
    elif a[2].constant < 0:
        raise refuse(f"SUBSTRING(…, {a[2].constant})", "długość ujemna", "a negative length")
    if isinstance(a[1].constant, int) and a[1].constant >= 1:
        return Said(f"substr({value.text}, {start}, CAST({length} AS INTEGER))", text(value.kind.size))
    first = f"greatest({start}, 1)"
    rest = f"CAST(greatest({start} + {length} - {first}, 0) AS INTEGER)"
    null = f"CASE WHEN {start} IS NULL OR {length} IS NULL THEN NULL ELSE substr({value.text}, {first}, {rest}) END"
    return Said(null, text(value.kind.size))


def _charindex(a: Sequence[Said], d: str) -> Said:
    part, value = as_text(a[0], d).text, as_text(a[1], d).text
    guard = f"CASE WHEN {part} = '' THEN 0 * length({value}) ELSE " if a[0].constant in (None, "") else ""
    end = " END" if guard else ""
    if len(a) == 2:
        return Said(f"{guard}{words.position(part, value, d)}{end}", INT)
    start = f"greatest({_whole(a[2], d)}, 1)"
    found = words.position(part, f"substr({value}, CAST({start} AS INTEGER))", d)
    return Said(f"{guard}CASE WHEN {found} = 0 THEN 0 ELSE {found} + {start} - 1 END{end}", INT)


def _replace(a: Sequence[Said], d: str) -> Said:
    value = as_text(a[0], d)
    pattern, by = as_text(a[1], d), as_text(a[2], d)
    if not isinstance(pattern.constant, str):
        raise refuse("REPLACE", "szukany tekst nie jest stały", "what is looked for is no literal")
    if not pattern.constant:
        return value
    if isinstance(by.constant, str):
        return Said(words.replace_any_case(value.text, pattern.constant, by.constant, d), text(None))
    if pattern.constant != pattern.constant.swapcase():
        raise refuse("REPLACE", "wstawiany tekst nie jest stały", "what is put in is no literal")
    return Said(f"replace({value.text}, {pattern.text}, {by.text})", text(None))


def _stuff(a: Sequence[Said], d: str) -> Said:
    value, start, length = as_text(a[0], d).text, _whole(a[1], d), _whole(a[2], d)
    by = f"coalesce({as_text(a[3], d).text}, '')"
    rest = f"substr({value}, CAST({start} + {length} AS INTEGER))"
    if a[1].constant == 1 and isinstance(a[2].constant, int) and a[2].constant >= 0:
        return Said(f"({by} || substr(nullif({value}, ''), {a[2].constant + 1}))", text(None))
    whole = f"left({value}, CAST({start} - 1 AS INTEGER)) || {by} || {rest}"
    fits = f"{start} >= 1 AND {length} >= 0 AND {start} <= length({value})"
    return Said(f"CASE WHEN {fits} THEN {whole} END", text(None))


def _concat(a: Sequence[Said], d: str) -> Said:
    parts = [f"coalesce({as_text(each, d).text}, '')" for each in a]
    return Said(f"({' || '.join(parts)})", text(None))


def _concat_ws(a: Sequence[Said], d: str) -> Said:
    parts = ", ".join(as_text(each, d).text for each in a[1:])
    return Said(f"concat_ws(coalesce({as_text(a[0], d).text}, ''), {parts})", text(None))


def _replicate(a: Sequence[Said], d: str) -> Said:
    count = _whole(a[1], d)
    return Said(f"CASE WHEN {count} >= 0 THEN repeat({as_text(a[0], d).text}, {count}) END", text(None))


def _space(a: Sequence[Said], d: str) -> Said:
    return _replicate([Said("' '", text(1), " "), a[0]], d)


def _char(a: Sequence[Said], _: str) -> Said:
    code = a[0].constant
    if not isinstance(code, int) or not 0 < code < 128:
        raise refuse("CHAR", "tylko stałe 1–127", "only literals 1 to 127")
    return Said(quoted(chr(code)) if code >= 32 else f"chr({code})", text(1), chr(code))


def _str(a: Sequence[Said], d: str) -> Said:
    sizes = [each.constant for each in a[1:]]
    if any(not isinstance(each, int) for each in sizes) or a[0].kind.sort is Sort.FLOAT:
        raise refuse("STR", "tylko liczby stałoprzecinkowe i stałe długości", "only exact numbers and literal lengths")
    length = int(str(sizes[0])) if sizes else 10
    decimals = int(str(sizes[1])) if len(sizes) > 1 else 0
    value = converted(a[0], decimal(38, a[0].kind.scale), d) if not a[0].kind.is_number else a[0]
    shown = f"CAST(CAST(round({value.text}, {decimals}) AS DECIMAL(38,{decimals})) AS VARCHAR)"
    wide = f"CASE WHEN length({shown}) > {length} THEN {quoted('*' * length)} ELSE lpad({shown}, {length}, ' ') END"
    return Said(wide, text(length))


_DATE_MASK = re.compile(r"yyyy|yy|MM|dd|HH|mm|ss|fff|[-. :]")
_ONE_LETTER = {"", "-", ".", ":", " "}


def _format(a: Sequence[Said], d: str) -> Said:
    value, mask = a[0], a[1].constant if len(a) > 1 else None
    if not isinstance(mask, str) or len(a) > 2:
        raise refuse("FORMAT", "tylko stała maska bez kultury", "only a literal mask without a culture")
    if value.kind.is_date:
        pieces = tuple(_DATE_MASK.findall(mask))
        if "".join(pieces) != mask or mask in _ONE_LETTER:
            raise refuse(f"FORMAT(…, '{mask}')")
        return Said(words.dated(value.text, pieces, d), text(None))
    if not re.fullmatch("0+", mask) or not value.kind.is_number or value.kind.sort is Sort.FLOAT:
        raise refuse(f"FORMAT(…, '{mask}')", "zależy od języka serwera", "depends on the language of the server")
    shown = f"CAST(CAST(round(abs({value.text}), 0) AS DECIMAL(38,0)) AS VARCHAR)"
    padded = f"lpad({shown}, CAST(greatest(length({shown}), {len(mask)}) AS INTEGER), '0')"
    sign = f"CASE WHEN round({value.text}, 0) < 0 THEN '-' ELSE '' END"
    return Said(f"({sign} || {padded})", text(None))


# --- choices


def _isnull(a: Sequence[Said], d: str) -> Said:
    """The kind is that of the first argument, and its length where it is known."""
    first, second = a
    if first.kind.sort is Sort.NULL:
        return second
    return Said(f"coalesce({first.text}, {converted(second, first.kind, d).text})", first.kind)


def _coalesce(a: Sequence[Said], d: str) -> Said:
    values, kind = unified(a, d)
    return Said(f"coalesce({', '.join(each.text for each in values)})", kind)


def _choose(a: Sequence[Said], d: str) -> Said:
    values, kind = unified(a[1:], d)
    index = _whole(a[0], d)
    arms = " ".join(f"WHEN {number} THEN {each.text}" for number, each in enumerate(values, 1))
    return Said(f"CASE {index} {arms} END", kind)


# --- numbers


def _round(a: Sequence[Said], d: str) -> Said:
    value, digits = a[0], a[1].constant
    cut = len(a) > 2 and a[2].constant != 0
    if not isinstance(digits, int) or (len(a) > 2 and not isinstance(a[2].constant, int)):
        raise refuse("ROUND", "liczba cyfr nie jest stała", "the number of digits is no literal")
    if not value.kind.is_number:
        value = converted(value, FLOAT, d)
    if value.kind.sort is Sort.FLOAT:
        if cut:
            raise refuse("ROUND(float, …, 1)")
        inside = f"CAST({value.text} AS NUMERIC)" if d == words.POSTGRES else value.text
        return Said(words.cast(f"round({inside}, {digits})", FLOAT, d), FLOAT)
    if digits >= value.kind.scale and value.kind.sort is Sort.DECIMAL:
        return value
    number = value.text
    if cut:
        half = f"{Decimal(5).scaleb(-digits - 1):f}"
        number = f"({number} - sign({number}) * {half})"
    inside = words.cast(number, decimal(38, value.kind.scale + (1 if cut else 0)), d)
    return Said(words.cast(f"round({inside}, {digits})", value.kind, d), value.kind)


def _abs(a: Sequence[Said], d: str) -> Said:
    return Said(f"abs({_number(a[0], d).text})", _number(a[0], d).kind)


def _sign(a: Sequence[Said], d: str) -> Said:
    value = _number(a[0], d)
    return Said(words.cast(f"sign({value.text})", value.kind, d), value.kind)


def _number(said: Said, d: str) -> Said:
    return said if said.kind.is_number else converted(said, FLOAT, d)


def _to_whole(function: str) -> Say:
    def say(a: Sequence[Said], d: str) -> Said:
        value = _number(a[0], d)
        if value.kind.sort is Sort.INT:
            return value
        kind = decimal(value.kind.precision, 0) if value.kind.sort is Sort.DECIMAL else value.kind
        return Said(words.cast(f"{function}({value.text})", kind, d), kind)

    return say


def _power(a: Sequence[Said], d: str) -> Said:
    value, exponent = _number(a[0], d), a[1]
    if value.kind.sort is not Sort.FLOAT and not (isinstance(exponent.constant, int) and exponent.constant >= 0):
        raise refuse("POWER", "z wykładnikiem, który nie jest stały i całkowity", "with an exponent that is no literal")
    if value.kind.sort is Sort.FLOAT:
        return Said(f"power({value.text}, {converted(exponent, FLOAT, d).text})", FLOAT)
    product = " * ".join([value.text] * int(str(exponent.constant))) or "1"
    return Said(words.cast(f"({product})", value.kind, d), value.kind)


def _sqrt(a: Sequence[Said], d: str) -> Said:
    return Said(f"sqrt({converted(a[0], FLOAT, d).text})", FLOAT)


# --- dates


def _part(unit: str) -> Say:
    return lambda a, d: datepart(unit, a[0], d)


def _eomonth(a: Sequence[Said], d: str) -> Said:
    start = words.start_of("month", as_timestamp(a[0], d))
    months = f"({_whole(a[1], d)} + 1)" if len(a) > 1 else "1"
    after = words.added(start, months, "month", d)
    return Said(words.cast(words.added(after, "(-1)", "day", d), DATE, d), DATE)


def _datefromparts(a: Sequence[Said], d: str) -> Said:
    return Said(f"make_date({', '.join(_whole(each, d) for each in a)})", DATE)


def datepart(unit: str, date: Said, d: str) -> Said:
    """DATEPART, YEAR, MONTH, DAY. What depends on the language of the server is refused."""
    found = UNITS.get(unit.lower())
    if found is None or found in ("week", "weekday"):
        raise refuse(f"DATEPART({unit}, …)", "zależy od DATEFIRST serwera", "depends on DATEFIRST of the server")
    value = date_operand(date, d)
    if found in ("hour", "minute", "second", "millisecond"):
        value = converted(value, DATETIME, d)
    name = {"dayofyear": "doy", "iso_week": "week"}.get(found, found)
    return Said(words.part(name, value.text), INT)


def dateadd(unit: str, count: Said, date: Said, d: str) -> Said:
    """DATEADD; the count is cut off to a whole number, the kind is that of the date."""
    found = UNITS.get(unit.lower())
    if found is None or found == "iso_week":
        raise refuse(f"DATEADD({unit}, …)")
    value = date_operand(date, d)
    number = f"({_whole(count, d)} * 3)" if found == "quarter" else _whole(count, d)
    name = {"quarter": "month", "dayofyear": "day", "weekday": "day"}.get(found, found)
    moved = words.added(as_timestamp(value, d), number, name, d)
    return Said(moved if value.kind.sort is Sort.DATETIME else words.cast(moved, value.kind, d), value.kind)


_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_A_SUNDAY = "TIMESTAMP '1899-12-31 00:00:00'"


def datediff(unit: str, start: Said, end: Said, d: str) -> Said:
    """DATEDIFF counts boundaries between two dates, not spans; a week begins on Sunday whatever DATEFIRST is."""
    found = UNITS.get(unit.lower())
    one, other = as_timestamp(start, d), as_timestamp(end, d)
    match found:
        case "year":
            said = f"{words.part('year', other)} - {words.part('year', one)}"
        case "quarter" | "month":
            per = 4 if found == "quarter" else 12
            years = f"({words.part('year', other)} - {words.part('year', one)}) * {per}"
            said = f"{years} + {words.part(found, other)} - {words.part(found, one)}"
        case "day" | "dayofyear" | "weekday":
            said = words.days_between(one, other, d)
        case "week":
            weeks = [f"CAST(floor({words.days_between(_A_SUNDAY, each, d)} / 7.0) AS INTEGER)" for each in (other, one)]
            said = " - ".join(weeks)
        case "hour" | "minute" | "second":
            span = words.seconds_between(words.start_of(found, one), words.start_of(found, other))
            said = f"{span} / {_SECONDS[found]}" if d == words.POSTGRES else f"{span} // {_SECONDS[found]}"
        case "millisecond":
            said = f"{words.milliseconds(other, d)} - {words.milliseconds(one, d)}"
        case _:
            raise refuse(f"DATEDIFF({unit}, …)")
    return Said(f"CAST({said} AS INTEGER)", INT)


def plus_days(date: Said, days: Said, sign: str, d: str) -> Said:
    """`data + 1` and `data - 1`."""
    if days.kind.sort is not Sort.INT:
        raise refuse(f"data {sign} liczba", "liczba dni z ułamkiem", "a number of days with a fraction")
    count = f"(-{days.text})" if sign == "-" else days.text
    return dateadd("day", Said(count, INT), date, d)


def days_apart(end: Said, start: Said, d: str) -> Said:
    """`data - data` is a datetime counted from day 0, as T-SQL has it."""
    span = f"({as_timestamp(end, d)} - {as_timestamp(start, d)})"
    return Said(f"({ZERO} + {span})", DATETIME)


TABLE: dict[str, tuple[int, int, Say]] = {
    "LEN": (1, 1, _len),
    "UPPER": (1, 1, _upper),
    "LOWER": (1, 1, _lower),
    "LTRIM": (1, 1, _ltrim),
    "RTRIM": (1, 1, _rtrim),
    "TRIM": (1, 1, _trim),
    "LEFT": (2, 2, _side("left")),
    "RIGHT": (2, 2, _side("right")),
    "SUBSTRING": (3, 3, _substring),
    "CHARINDEX": (2, 3, _charindex),
    "REPLACE": (3, 3, _replace),
    "STUFF": (4, 4, _stuff),
    "CONCAT": (2, 99, _concat),
    "CONCAT_WS": (3, 99, _concat_ws),
    "REPLICATE": (2, 2, _replicate),
    "SPACE": (1, 1, _space),
    "CHAR": (1, 1, _char),
    "STR": (1, 3, _str),
    "FORMAT": (2, 2, _format),
    "ISNULL": (2, 2, _isnull),
    "COALESCE": (2, 99, _coalesce),
    "CHOOSE": (2, 99, _choose),
    "ROUND": (2, 3, _round),
    "ABS": (1, 1, _abs),
    "SIGN": (1, 1, _sign),
    "FLOOR": (1, 1, _to_whole("floor")),
    "CEILING": (1, 1, _to_whole("ceil")),
    "POWER": (2, 2, _power),
    "SQRT": (1, 1, _sqrt),
    "YEAR": (1, 1, _part("year")),
    "MONTH": (1, 1, _part("month")),
    "DAY": (1, 1, _part("day")),
    "EOMONTH": (1, 2, _eomonth),
    "DATEFROMPARTS": (3, 3, _datefromparts),
}
"""Functions by name: how many arguments they take, and how they are said."""


# --- aggregates


def summed(value: Said, distinct: str) -> tuple[str, Kind]:
    """SUM: whole numbers stay whole, decimals keep their decimals."""
    if value.kind.sort is Sort.BIT or not value.kind.is_number:
        raise refuse("SUM", "tego rodzaju nie da się sumować", "this kind cannot be summed")
    kind = decimal(38, value.kind.scale) if value.kind.sort is Sort.DECIMAL else value.kind
    if kind.sort is Sort.INT:
        kind = BIGINT if kind.precision == 19 else INT
    return f"sum({distinct}{value.text})", kind


def average_kind(kind: Kind) -> Kind:
    return decimal(38, max(kind.scale, 6)) if kind.sort is Sort.DECIMAL else kind
