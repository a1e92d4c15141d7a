"""`+ - * / %` of values that were said already: by their kinds numbers, texts that are joined, or dates and days."""

from dekret.sql import engine_words as words
from dekret.sql import functions
from dekret.sql.conversions import converted
from dekret.sql.kinds import FLOAT, NULL, Kind, Sort, combined, text
from dekret.sql.said import Said, quoted, refuse


def reckoned(sign: str, left: Said, right: Said, d: str) -> Said:
    """`left sign right` as SQL Server takes it. Raises `NotFaithful`."""
    if left.kind.is_date or right.kind.is_date:
        return _days(sign, left, right, d)
    sorts = {left.kind.sort, right.kind.sort}
    if sorts <= {Sort.TEXT, Sort.NULL} and Sort.TEXT in sorts:
        if sign != "+":
            raise refuse(sign, "to są teksty, nie liczby", "these are texts, no numbers")
        return _joined(left, right)
    if sorts == {Sort.NULL}:
        return Said("NULL", NULL)
    left, right = _as_numbers(left, right, d)
    kind = combined(sign, _counted(left), _counted(right))
    return Said(_said(sign, left, right, kind, d), kind, _known(sign, left, right))


def _known(sign: str, left: Said, right: Said) -> int | None:
    """The result where both are whole numbers that are written: TOP and the like need it."""
    if not isinstance(left.constant, int) or not isinstance(right.constant, int):
        return None
    match sign:
        case "+":
            return left.constant + right.constant
        case "-":
            return left.constant - right.constant
        case "*":
            return left.constant * right.constant
        case _:
            return None


def _joined(left: Said, right: Said) -> Said:
    size = None if left.kind.size is None or right.kind.size is None else left.kind.size + right.kind.size
    if isinstance(left.constant, str) and isinstance(right.constant, str):
        both = left.constant + right.constant
        return Said(quoted(both), text(len(both)), both)
    return Said(f"({left.text} || {right.text})", text(size))


def _as_numbers(left: Said, right: Said, d: str) -> tuple[Said, Said]:
    """A text beside a number becomes a number of its kind."""
    kind = left.kind if left.kind.is_number else right.kind
    return (
        left if left.kind.is_number else converted(left, kind, d),
        right if right.kind.is_number else converted(right, kind, d),
    )


def _counted(said: Said) -> Kind:
    """A whole number that is written counts with the digits it has, as beside a decimal SQL Server does."""
    if said.kind.sort is Sort.INT and isinstance(said.constant, int):
        return Kind(Sort.INT, len(str(abs(said.constant))))
    return said.kind


def _said(sign: str, left: Said, right: Said, kind: Kind, d: str) -> str:
    if kind.sort is Sort.FLOAT:
        one, other = words.cast(left.text, FLOAT, d), words.cast(right.text, FLOAT, d)
        if sign == "%":
            raise refuse("float %")
        return f"({one} / {words.guarded(other, d)})" if sign == "/" else f"({one} {sign} {other})"
    if sign == "/" and kind.sort is Sort.INT:
        return words.whole_quotient(left.text, right.text, d)
    if sign == "/":
        return words.exact_quotient((left.text, _counted(left)), (right.text, _counted(right)), kind.scale, d)
    if sign == "%":
        return f"({left.text} % {words.guarded(right.text, d)})"
    exact = left.kind.scale + right.kind.scale if sign == "*" else max(left.kind.scale, right.kind.scale)
    if kind.scale < exact:
        return words.cast(f"({left.text} {sign} {right.text})", kind, d)
    return f"({left.text} {sign} {right.text})"


def _days(sign: str, left: Said, right: Said, d: str) -> Said:
    if sign == "-" and left.kind.is_date and right.kind.is_date:
        return functions.days_apart(left, right, d)
    if sign in "+-" and left.kind.is_date and right.kind.is_number:
        return functions.plus_days(left, right, sign, d)
    if sign == "+" and right.kind.is_date and left.kind.is_number:
        return functions.plus_days(right, left, sign, d)
    raise refuse(f"data {sign} …")
