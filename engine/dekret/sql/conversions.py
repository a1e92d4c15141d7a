"""Values from one kind to another as SQL Server does it: CAST, CONVERT with its styles, and what happens unasked.

Literals are converted here, so that a text that is no date is told before anything runs.
"""

import datetime as dt
import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation

from dekret.sql import engine_words as words
from dekret.sql.kinds import BIT, DATETIME, INT, Kind, Sort, decimal, text
from dekret.sql.said import Said, quoted, refuse

ZERO = "TIMESTAMP '1900-01-01 00:00:00'"
"""Day 0 of SQL Server."""
_DAY, _TIME, _THOUSANDTHS = ("yyyy", "-", "MM", "-", "dd"), ("HH", ":", "mm", ":", "ss"), (".", "fff")
STYLES: dict[int, tuple[str, ...]] = {
    1: ("MM", "/", "dd", "/", "yy"),
    2: ("yy", ".", "MM", ".", "dd"),
    3: ("dd", "/", "MM", "/", "yy"),
    4: ("dd", ".", "MM", ".", "yy"),
    5: ("dd", "-", "MM", "-", "yy"),
    8: _TIME,
    10: ("MM", "-", "dd", "-", "yy"),
    11: ("yy", "/", "MM", "/", "dd"),
    12: ("yy", "MM", "dd"),
    20: (*_DAY, " ", *_TIME),
    21: (*_DAY, " ", *_TIME, *_THOUSANDTHS),
    23: _DAY,
    101: ("MM", "/", "dd", "/", "yyyy"),
    102: ("yyyy", ".", "MM", ".", "dd"),
    103: ("dd", "/", "MM", "/", "yyyy"),
    104: ("dd", ".", "MM", ".", "yyyy"),
    105: ("dd", "-", "MM", "-", "yyyy"),
    108: _TIME,
    110: ("MM", "-", "dd", "-", "yyyy"),
    111: ("yyyy", "/", "MM", "/", "dd"),
    112: ("yyyy", "MM", "dd"),
    114: (*_TIME, ":", "fff"),
    120: (*_DAY, " ", *_TIME),
    121: (*_DAY, " ", *_TIME, *_THOUSANDTHS),
}
"""Styles of CONVERT whose text depends on no language (Transact-SQL, "CAST and CONVERT")."""
_FULL = {*(20, 21, 120, 121)}
_ISO = re.compile(r"(\d{4})(?:-(\d\d)-|(\d\d))(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?")
_ISO_SHAPE = r"([0-9]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2})([ t][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?"


def literal_date(value: dt.datetime) -> str:
    return f"TIMESTAMP '{value.isoformat(sep=' ')}'"


def date_of(value: str) -> dt.datetime:
    """A text as a date: `20260131`, `2026-01-31`, both with a time; an empty one is day 0. Raises `NotFaithful`."""
    if not value.strip():
        return dt.datetime(1900, 1, 1)  # noqa: DTZ001 - SQL Server's datetime has no zone
    found = _ISO.fullmatch(value.strip())
    if found:
        year, month, other, day, hour, minute, second, rest = found.groups()
        try:
            return dt.datetime(  # noqa: DTZ001
                *(int(year), int(month or other), int(day)),
                *(int(hour or 0), int(minute or 0), int(second or 0), int((rest or "0").ljust(6, "0"))),
            )
        except ValueError:
            pass
    raise refuse(
        quoted(value),
        "takiej daty nie da się odczytać pewnie; zapisz ją jako '20260131' albo podaj styl CONVERT",
        "this cannot be read as a date with certainty; write it like '20260131', or give CONVERT a style",
    )


def converted(said: Said, to: Kind, dialect: str) -> Said:
    """A value as another kind, by the rules of a conversion that nobody wrote down or of CAST. Raises `NotFaithful`."""
    if said.kind.sort is Sort.NULL:
        return Said(words.cast(said.text, to, dialect), to)
    if isinstance(said.constant, str | int | Decimal) and (folded := _folded(said, to)):
        return folded
    match said.kind.sort, to.sort:
        case (one, Sort.NULL):
            assert one
            return said
        case (Sort.TEXT, Sort.TEXT):
            return _shortened(said, to)
        case (Sort.TEXT, Sort.DATE | Sort.DATETIME):
            return Said(_date_in_text(said.text, to, dialect), to)
        case (Sort.TEXT, _):
            return Said(_number_in_text(said.text, to, dialect), to)
        case (Sort.DATE | Sort.DATETIME, Sort.DATE | Sort.DATETIME):
            return said if said.kind.sort is to.sort else Said(words.cast(said.text, to, dialect), to)
        case (Sort.DATE | Sort.DATETIME, Sort.TEXT):
            return _shortened(_plain_date(said, dialect), to)
        case (Sort.DATE | Sort.DATETIME, _):
            return _day_number(said, to, dialect)
        case (_, Sort.DATE | Sort.DATETIME):
            return Said(_day_of_number(said, to, dialect), to)
        case (_, Sort.TEXT):
            return _number_as_text(said, to, dialect)
        case _:
            return _number(said, to, dialect)


def _folded(said: Said, to: Kind) -> Said | None:
    """A literal as another kind."""
    value = said.constant
    if to.is_date:
        if isinstance(value, str):
            day = date_of(value)
        elif isinstance(value, int):
            day = dt.datetime(1900, 1, 1) + dt.timedelta(days=value)  # noqa: DTZ001
        else:
            return None
        if to.sort is Sort.DATE:
            return Said(f"DATE '{day.date().isoformat()}'", to)
        return Said(literal_date(day), to, day)
    if isinstance(value, str) and to.sort is Sort.TEXT:
        short = value if to.size is None else value[: to.size]
        return Said(quoted(short), to, short)
    if isinstance(value, str) and to.sort in (Sort.INT, Sort.DECIMAL):
        return _number_of_literal(value, to)
    return None


def _number_of_literal(value: str, to: Kind) -> Said:
    plain = value.strip()
    whole = to.sort is Sort.INT
    if not plain and whole:
        return Said("0", to, 0)
    if not re.fullmatch(r"[+-]?\d+" if whole else r"[+-]?(\d+\.?\d*|\.\d+)", plain):
        raise refuse(quoted(value), "ten tekst nie jest liczbą", "this text is no number")
    if whole:
        return Said(_signed(str(int(plain))), to, int(plain))
    number = Decimal(plain).quantize(Decimal(1).scaleb(-to.scale), ROUND_HALF_UP)
    return Said(f"CAST('{number:f}' AS DECIMAL({to.precision},{to.scale}))", to)


def _signed(number: str) -> str:
    return f"({number})" if number.startswith("-") else number


def _shortened(said: Said, to: Kind) -> Said:
    if to.size is None or (said.kind.size is not None and said.kind.size <= to.size):
        return Said(said.text, to if to.size is None else text(said.kind.size), said.constant)
    return Said(f"left({said.text}, {to.size})", to)


def _date_in_text(value: str, to: Kind, dialect: str) -> str:
    """A text that is told when the query runs: ISO or eight digits, else the query ends."""
    compact = words.read_date(f"left(trim({value}), 8)", ("yyyy", "MM", "dd"), dialect)
    time = f"CAST('1900-01-01 ' || substr(trim({value}), 10) AS TIMESTAMP) - {ZERO}"
    eight = f"CASE WHEN length(trim({value})) > 8 THEN {compact} + ({time}) ELSE {compact} END"
    iso = f"CAST(trim({value}) AS TIMESTAMP)"
    failed = words.fail("Conversion failed when converting date and/or time from character string:", value, dialect)
    if dialect == words.POSTGRES:
        failed = f"CAST('epoch' AS TIMESTAMP) + {failed} * INTERVAL '1 day'"
    return words.cast(
        f"CASE WHEN trim({value}) = '' THEN {ZERO}"
        f" WHEN NOT {words.matches(f'trim({value})', _ISO_SHAPE, dialect)} THEN {failed}"
        f" WHEN substr(trim({value}), 5, 1) = '-' THEN {iso} ELSE {eight} END",
        to,
        dialect,
    )


def _number_in_text(value: str, to: Kind, dialect: str) -> str:
    if to.sort is Sort.BIT:
        raise refuse("CAST(… AS bit)", "z tekstu", "of a text")
    plain = f"trim({value})"
    if to.sort is Sort.FLOAT:
        return f"CASE WHEN {plain} = '' THEN 0 ELSE {words.cast(plain, to, dialect)} END"
    shape = r"[+-]?[0-9]+" if to.sort is Sort.INT else r"[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)"
    failed = words.fail("Conversion failed when converting the varchar value to a number:", value, dialect)
    empty = f"WHEN {plain} = '' THEN 0 " if to.sort is Sort.INT else ""
    number = words.cast(plain, to, dialect)
    return f"CASE {empty}WHEN NOT {words.matches(plain, shape, dialect)} THEN {failed} ELSE {number} END"


def _plain_date(said: Said, dialect: str) -> Said:
    if said.kind.sort is Sort.DATE:
        return Said(words.dated(said.text, _DAY, dialect), text(10))
    raise refuse(
        "CONVERT(varchar, data)",
        "bez stylu wynik zależy od języka serwera; podaj styl, na przykład 104 albo 120",
        "without a style it depends on the language of the server; give one, such as 104 or 120",
    )


def _day_number(said: Said, to: Kind, dialect: str) -> Said:
    days = words.days_between(ZERO, said.text, dialect)
    if said.kind.sort is Sort.DATE:
        raise refuse("CAST(date AS int)", "SQL Server tego nie zna", "SQL Server has no such conversion")
    midnight = words.start_of("day", said.text)
    part = f"({words.milliseconds(said.text, dialect)} - {words.milliseconds(midnight, dialect)})"
    match to.sort:
        case Sort.INT:
            return Said(f"CAST({days} + CASE WHEN {part} >= 43200000 THEN 1 ELSE 0 END AS INTEGER)", to)
        case Sort.FLOAT:
            return Said(words.cast(f"{days} + {words.cast(part, to, dialect)} / 86400000", to, dialect), to)
        case _:
            raise refuse("CAST(datetime AS decimal)")


def _day_of_number(said: Said, to: Kind, dialect: str) -> str:
    if said.kind.sort is not Sort.INT:
        raise refuse("CAST(… AS datetime)", "z liczby z ułamkiem", "of a number with a fraction")
    moved = words.added(ZERO, said.text, "day", dialect)
    return moved if to.sort is Sort.DATETIME else words.cast(moved, to, dialect)


def _number_as_text(said: Said, to: Kind, dialect: str) -> Said:
    kind = said.kind
    if kind.sort is Sort.FLOAT:
        raise refuse("CONVERT(varchar, float)", "użyj STR albo decimal", "use STR or a decimal")
    shown = said.text if said.is_column and kind.sort is Sort.INT else words.cast(said.text, kind, dialect)
    written = f"CAST({shown} AS VARCHAR)"
    longest = kind.precision + 1 + (2 if kind.sort is Sort.DECIMAL else 0)
    if to.size is None or to.size >= longest:
        return Said(written, text(longest))
    too_long = (
        quoted("*")
        if kind.sort is not Sort.DECIMAL
        else words.fail("Arithmetic overflow error converting numeric to data type varchar:", said.text, dialect)
    )
    if kind.sort is Sort.DECIMAL and dialect == words.POSTGRES:
        too_long = f"CAST({too_long} AS VARCHAR)"
    return Said(f"CASE WHEN length({written}) > {to.size} THEN {too_long} ELSE {written} END", to)


def _number(said: Said, to: Kind, dialect: str) -> Said:
    kind = said.kind
    if to.sort is Sort.BIT:
        return (
            said if kind.sort is Sort.BIT else Said(f"CASE WHEN {said.text} <> 0 THEN 1 ELSE {said.text} * 0 END", BIT)
        )
    if kind == to or (kind.sort in (Sort.BIT, Sort.INT) and to.sort is Sort.INT and kind.precision <= to.precision):
        return Said(said.text, to, said.constant)
    if to.sort is Sort.INT and kind.sort in (Sort.DECIMAL, Sort.FLOAT):
        if isinstance(said.constant, Decimal):
            whole = int(said.constant.to_integral_value(ROUND_DOWN))
            return Said(_signed(str(whole)), to, whole)
        return Said(words.cast(f"trunc({said.text})", to, dialect), to)
    return Said(words.cast(said.text, to, dialect), to)


# --- CONVERT with a style


def styled(said: Said, to: Kind, style: int, dialect: str) -> Said:
    """CONVERT with a style: a date to a text, or a text to a date; for others a style says nothing here."""
    if said.kind.is_date and to.sort is Sort.TEXT:
        if style not in STYLES:
            raise refuse(f"CONVERT(…, {style})")
        return _shortened(Said(words.dated(said.text, STYLES[style], dialect), text(30)), to)
    if said.kind.sort is Sort.TEXT and to.is_date:
        return _date_by_style(said, to, style, dialect)
    if (
        style == 0
        or said.kind.sort is Sort.NULL
        or (said.kind.is_date == to.is_date and said.kind.sort is not Sort.FLOAT)
    ):
        return converted(said, to, dialect)
    raise refuse(f"CONVERT(…, {style})")


def _date_by_style(said: Said, to: Kind, style: int, dialect: str) -> Said:
    if style in _FULL or style in (112, 126, 23) or said.constant == "":
        return converted(said, to, dialect)
    if style not in STYLES or "yyyy" not in STYLES[style]:
        raise refuse(f"CONVERT(…, {style})")
    mask = STYLES[style]
    if isinstance(said.constant, str):
        pattern = "".join(_GROUPS.get(each, re.escape(each)) for each in mask)
        found = re.fullmatch(pattern, said.constant.strip())
        if not found:
            raise refuse(quoted(said.constant), f"to nie data stylu {style}", f"this is no date of style {style}")
        return converted(Said("", text(8), f"{found['y']}{found['m']}{found['d']}"), to, dialect)
    value = f"trim({said.text})"
    shape = "".join(_SHAPES.get(each, f"[{each}]") for each in mask)
    failed = words.fail("Conversion failed when converting date and/or time from character string:", said.text, dialect)
    if dialect == words.POSTGRES:
        failed = f"{ZERO} + {failed} * INTERVAL '1 day'"
    read = words.read_date(value, mask, dialect)
    wrong = f"NOT {words.matches(value, shape, dialect)}"
    found_text = f"CASE WHEN {value} = '' THEN {ZERO} WHEN {wrong} THEN {failed} ELSE {read} END"
    return Said(words.cast(found_text, to, dialect), to)


_GROUPS = {"yyyy": r"(?P<y>\d{4})", "MM": r"(?P<m>\d\d)", "dd": r"(?P<d>\d\d)"}
_SHAPES = {"yyyy": "[0-9]{4}", "MM": "[0-9]{2}", "dd": "[0-9]{2}"}


def literal_number(written: str) -> Said:
    """A number as it is written: whole, decimal, or with an exponent a float."""
    if "e" in written.lower():
        return Said(f"CAST('{float(written)!r}' AS DOUBLE PRECISION)", Kind(Sort.FLOAT, 53))
    try:
        value = Decimal(written)
    except InvalidOperation:
        raise refuse(written) from None
    if "." not in written:
        whole = int(value)
        if abs(whole) < 2**31:
            return Said(str(whole), INT, whole)
        return Said(f"CAST('{whole}' AS DECIMAL({len(str(whole))},0))", decimal(len(str(whole)), 0), Decimal(whole))
    _, digits, exponent = value.as_tuple()
    scale = -int(exponent)
    return Said(f"{value:f}", decimal(max(len(digits), scale), scale), value)


def date_operand(said: Said, dialect: str) -> Said:
    """An argument of a date function: texts and day numbers become timestamps; a date stays one."""
    return said if said.kind.is_date else converted(said, DATETIME, dialect)


def as_timestamp(said: Said, dialect: str) -> str:
    return converted(said, DATETIME, dialect).text
