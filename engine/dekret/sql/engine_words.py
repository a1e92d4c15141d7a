"""The same in the words of DuckDB and of PostgreSQL: what the two engines call things, and where they differ.

Arguments and results are SQL texts that stand as one operand. What T-SQL means by them is decided by the callers.
"""

import datetime as dt
import re

from dekret.sql.kinds import Kind, Sort
from dekret.sql.said import bare, quoted

DUCKDB, POSTGRES = "duckdb", "postgres"
_NOT_ZERO = re.compile(r"[1-9][0-9]*(?:\.[0-9]+)?|CAST\([1-9][0-9]*(?:\.[0-9]+)?(?: \* 10+)? AS HUGEINT\)")
_A_NAME = re.compile(r'"[^"]+"\."[^"]+"')
POLISH = '"pl-x-icu"'


def type_name(kind: Kind, dialect: str) -> str:
    match kind.sort:
        case Sort.TEXT | Sort.NULL:
            return "VARCHAR"
        case Sort.INT | Sort.BIT:
            return "BIGINT" if kind.precision > 10 else "SMALLINT" if 1 < kind.precision <= 5 else "INTEGER"
        case Sort.DECIMAL:
            return f"DECIMAL({kind.precision},{kind.scale})"
        case Sort.FLOAT:
            return "DOUBLE" if dialect == DUCKDB else "DOUBLE PRECISION"
        case Sort.DATE:
            return "DATE"
        case Sort.DATETIME:
            return "TIMESTAMP"


def cast(text: str, kind: Kind, dialect: str) -> str:
    return f"CAST({text} AS {type_name(kind, dialect)})"


def fail(message: str, witness: str, dialect: str) -> str:
    """An expression of no kind that ends the query; `witness` keeps PostgreSQL from seeing that before it runs."""
    if dialect == DUCKDB:
        return f"error({quoted(message)})"
    return f"CAST({quoted(message + ' ')} || coalesce(CAST({witness} AS VARCHAR), '') AS INTEGER)"


# --- texts


def key(text: str, dialect: str) -> str:
    """What two texts share that are equal in Polish_CI_AS: letter case and blanks at the end do not count."""
    shown = unpadded(text, dialect)
    return f"lower({shown})" if dialect == DUCKDB else f"lower({shown} COLLATE {POLISH})"


def unpadded(text: str, dialect: str) -> str:
    """A text without blanks at the end. DuckDB's rtrim is slow: of a column it is asked where there are any."""
    if dialect == DUCKDB and _A_NAME.fullmatch(bare(text)):
        return f"CASE WHEN ends_with({text}, ' ') THEN rtrim({text}, ' ') ELSE {text} END"
    return f"rtrim({text}, ' ')"


def order_keys(text: str, dialect: str) -> list[str]:
    """What puts texts in the order of Polish_CI_AS: as Windows sorts, hyphens and apostrophes count only in the end.

    The second key holds where those stand: the earlier, the lower; none is lowest.
    """
    if dialect == DUCKDB:
        return [f"({_letters(text, dialect)} || ' ' || {_hyphens(text, dialect)})"]
    return [_letters(text, dialect), f'({_hyphens(text, dialect)} COLLATE "C")']


def in_order(sign: str, left: str, right: str, dialect: str) -> str:
    """`left < right` of two texts. DuckDB is slow at hyphens: it looks at them where the letters are the same."""
    if dialect == DUCKDB:
        letters, hyphens = ([say(each, dialect) for each in (left, right)] for say in (_letters, _hyphens))
        unlike = f"{letters[0]} <> {letters[1]} THEN {letters[0]} {sign[0]} {letters[1]}"
        return f"(CASE WHEN {unlike} ELSE {hyphens[0]} {sign} {hyphens[1]} END)"
    keys = [", ".join(order_keys(each, dialect)) for each in (left, right)]
    return f"(ROW({keys[0]}) {sign} ROW({keys[1]}))"


def _letters(text: str, dialect: str) -> str:
    """The first key: letters and digits in Polish order."""
    letters = _replaced(_replaced(key(text, dialect), "-"), "'")
    return f"icu_sort_key({letters}, 'pl')" if dialect == DUCKDB else f"({letters} COLLATE {POLISH})"


def _replaced(text: str, gone: str) -> str:
    return f"replace({text}, {quoted(gone)}, '')"


def _hyphens(text: str, dialect: str) -> str:
    """The second key: where hyphens and apostrophes stand. DuckDB makes it of texts that have any."""
    letters = f"regexp_replace(rtrim({text}, ' '), '[^''-]', 'N', 'g')"
    shown = f"rtrim(replace({letters}, '''', '-'), 'N')"
    if dialect != DUCKDB:
        return shown
    return f"CASE WHEN strpos({text}, '-') + strpos({text}, '''') = 0 THEN '' ELSE {shown} END"


def lowest(text: str, *, is_text: bool, dialect: str) -> str:
    """One of several texts that are equal; the same one in both engines."""
    return f'min({text} COLLATE "C")' if is_text and dialect == POSTGRES else f"min({text})"


def first_in_order(text: str, dialect: str, *, last: bool) -> str:
    """MIN and MAX of texts, in the order of letters."""
    keys, direction = order_keys(text, dialect), " DESC" if last else ""
    if dialect == DUCKDB:
        return f"{'arg_max' if last else 'arg_min'}({text}, {keys[0]})"
    order = ", ".join(f"{each}{direction}" for each in keys)
    return f"(array_agg({text} ORDER BY {order}) FILTER (WHERE {text} IS NOT NULL))[1]"


def replace_any_case(text: str, pattern: str, by: str, dialect: str) -> str:
    """`by` in the place of a pattern that is known, whatever its letters' case."""
    if pattern == pattern.swapcase():
        return f"replace({text}, {quoted(pattern)}, {quoted(by)})"
    escaped = "".join(f"\\{each}" if not each.isalnum() and not each.isspace() else each for each in pattern)
    sample = quoted(by.replace("\\", "\\\\"))
    where = text if dialect == DUCKDB else f"{text} COLLATE {POLISH}"
    return f"regexp_replace({where}, {quoted(escaped)}, {sample}, 'gi')"


def position(part: str, text: str, dialect: str) -> str:
    return f"strpos({key_in(text, dialect)}, {key_in(part, dialect)})"


def key_in(text: str, dialect: str) -> str:
    """As `key`, but blanks count: for looking inside a text."""
    return f"lower({text})" if dialect == DUCKDB else f"lower({text} COLLATE {POLISH})"


def like(text: str, pattern: str, escape: str | None, dialect: str) -> str:
    """LIKE without letter case; `pattern` is a literal or an expression. Digits need no lower case."""
    mark = f" ESCAPE {quoted(escape)}" if escape else "" if dialect == DUCKDB else " ESCAPE ''"
    if dialect == DUCKDB and pattern.startswith("'") and pattern == pattern.swapcase():
        return f"({text} LIKE {pattern}{mark})"
    return f"({key_in(text, dialect)} LIKE {key_in(pattern, dialect)}{mark})"


def matches(text: str, pattern: str, dialect: str) -> str:
    """A regular expression that has to cover the whole text, in lower case."""
    if dialect == DUCKDB:
        return f"regexp_full_match({key_in(text, dialect)}, {quoted(pattern)}, 's')"
    return f"({key_in(text, dialect)} ~ {quoted('^(?:' + pattern + ')$')})"


def joined(text: str, separator: str, order: list[str]) -> str:
    return f"string_agg({text}, {separator}{' ORDER BY ' + ', '.join(order) if order else ''})"


# --- numbers


def whole_quotient(left: str, right: str, dialect: str) -> str:
    return f"({left} // {guarded(right, dialect)})" if dialect == DUCKDB else f"({left} / {right})"


def guarded(divisor: str, dialect: str) -> str:
    """A divisor; zero ends the query, as it does in SQL Server. PostgreSQL does that by itself."""
    if dialect == POSTGRES or _NOT_ZERO.fullmatch(bare(divisor)):
        return divisor
    return (
        f"CASE WHEN {divisor} = 0 THEN {fail('Divide by zero error encountered.', divisor, dialect)} ELSE {divisor} END"
    )


def exact_quotient(left: tuple[str, Kind], right: tuple[str, Kind], scale: int, dialect: str) -> str:
    """The quotient of two decimals, cut off behind `scale` digits as SQL Server does."""
    (one, kind1), (other, kind2) = left, right
    up = "1" + "0" * (scale + kind2.scale - kind1.scale)
    unit = f"0.{'0' * (scale - 1)}1"
    if dialect == POSTGRES:
        return f"(div(CAST({one} AS NUMERIC) * 1{'0' * scale}, {other}) * {unit})"
    quotient = f"(({_digits(one, kind1)} * {up}) // {guarded(_digits(other, kind2), dialect)})"
    return f"(CAST({quotient} AS DECIMAL(38,0)) * CAST('{unit}' AS DECIMAL({scale},{scale})))"


_LONG_SCALE = 9


def _digits(number: str, kind: Kind) -> str:
    """A decimal without its point. DuckDB multiplies within 38 digits, so one of many decimals goes by its text."""
    if kind.scale > _LONG_SCALE:
        return f"CAST(replace(CAST(CAST({number} AS DECIMAL(38,{kind.scale})) AS VARCHAR), '.', '') AS HUGEINT)"
    return f"CAST({number} * 1{'0' * kind.scale} AS HUGEINT)" if kind.scale else f"CAST({number} AS HUGEINT)"


# --- dates


def moment(day: dt.date | None, dialect: str) -> str:
    """GETDATE: the clock of the database; with a day, that time of that day."""
    now = _clock(dialect)
    if day is None:
        return now
    return f"(TIMESTAMP '{day.isoformat()} 00:00:00' + ({now} - {start_of('day', now)}))"


def _clock(dialect: str) -> str:
    return "CAST(current_localtimestamp() AS TIMESTAMP)" if dialect == DUCKDB else "CAST(localtimestamp AS TIMESTAMP)"


def part(unit: str, date: str) -> str:
    """A part of a date as a whole number; `unit` in the words both engines share."""
    if unit == "second":
        return f"CAST(floor(extract(second FROM {date})) AS INTEGER)"
    if unit == "millisecond":
        return f"CAST(floor(extract(millisecond FROM {date})) % 1000 AS INTEGER)"
    return f"CAST(extract({unit} FROM {date}) AS INTEGER)"


def start_of(unit: str, date: str) -> str:
    return f"CAST(date_trunc('{unit}', {date}) AS TIMESTAMP)"


def added(date: str, count: str, unit: str, dialect: str) -> str:
    """A timestamp some units later; a day that a month lacks becomes its last one, in both engines and in T-SQL."""
    if dialect == DUCKDB:
        return f"({date} + {count} * INTERVAL 1 {unit})"
    return f"({date} + {count} * INTERVAL '1 {unit}')"


def days_between(start: str, end: str, dialect: str) -> str:
    """Midnights between two dates."""
    if dialect == DUCKDB:
        return f"date_diff('day', CAST({start} AS DATE), CAST({end} AS DATE))"
    return f"(CAST({end} AS DATE) - CAST({start} AS DATE))"


def seconds_between(start: str, end: str) -> str:
    return f"CAST(extract(epoch FROM {end}) - extract(epoch FROM {start}) AS BIGINT)"


def milliseconds(date: str, dialect: str) -> str:
    if dialect == DUCKDB:
        return f"epoch_ms({date})"
    return f"CAST(floor(extract(epoch FROM {date}) * 1000) AS BIGINT)"


_PIECES = {
    "yyyy": ("%Y", "YYYY"),
    "yy": ("%y", "YY"),
    "MM": ("%m", "MM"),
    "dd": ("%d", "DD"),
    "HH": ("%H", "HH24"),
    "mm": ("%M", "MI"),
    "ss": ("%S", "SS"),
    "fff": ("%g", "MS"),
}


def dated(date: str, mask: tuple[str, ...], dialect: str) -> str:
    """A date as text by pieces: names of `_PIECES`, or what stands between them."""
    if dialect == DUCKDB:
        written = "".join(_PIECES[each][0] if each in _PIECES else each.replace("%", "%%") for each in mask)
        return f"strftime({date}, {quoted(written)})"
    written = "".join(_PIECES[each][1] if each in _PIECES else f'"{each}"' for each in mask)
    return f"to_char({date}, {quoted(written)})"


def read_date(text: str, mask: tuple[str, ...], dialect: str) -> str:
    """A text read as a date by pieces."""
    if dialect == DUCKDB:
        written = "".join(_PIECES[each][0] if each in _PIECES else each for each in mask)
        return f"CAST(strptime({text}, {quoted(written)}) AS TIMESTAMP)"
    written = "".join(_PIECES[each][1] if each in _PIECES else each for each in mask)
    return f"CAST(to_timestamp({text}, {quoted(written)}) AS TIMESTAMP)"
