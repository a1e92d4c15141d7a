"""A text made as long as its position wants it: checked, cut where the definition says so, broken in lines, filled."""

from collections.abc import Callable

from dekret.bank import payment_problems
from dekret.bank.characters import MisfitError
from dekret.bank.fields import Shape
from dekret.bank.language import Align, Form, Overflow
from dekret.bank.nodes import BankFormat, Position
from dekret.text.diagnostic import Problem
from dekret.text.wording import Value, Wording
from dekret.values.transfer_titles import is_structured, lines_of

Remark = Callable[[Position, Problem, dict[str, Value]], None]


def fitter(position: Position, format_: BankFormat, remark: Remark) -> Callable[[str], str]:
    """The function that gives a text its width; it raises `MisfitError` where it is too long and may not be cut.

    Variable widths are counted in characters, fixed ones in bytes of the encoding.
    """
    width = position.width
    if position.lines > 1 and width:
        return _in_lines(position, format_, remark)
    if not format_.variable and width:
        return _fixed(position, format_, remark)
    if width is None:
        return lambda text: text

    def fit(text: str) -> str:
        return text if len(text) <= width else _too_long(position, text, text[:width], remark)

    return fit


def _too_long(position: Position, text: str, shortened: str, remark: Remark) -> str:
    values: dict[str, Value] = {
        "name": Wording(position.field.word.pl, position.field.word.en),
        "text": text,
        "length": len(text),
        "width": (position.width or 0) * position.lines,
    }
    if position.overflow is not Overflow.CUT or position.field.shape is not Shape.TEXT:
        raise MisfitError(payment_problems.TOO_LONG, **values)
    remark(position, payment_problems.SHORTENED, values)
    return shortened


def _in_lines(position: Position, format_: BankFormat, remark: Remark) -> Callable[[str], str]:
    width, count, part = position.width or 0, position.lines, format_.separators.part
    empty = [""] * count

    def fit(text: str) -> str:
        tagged = position.field.title and is_structured(text)
        lines = lines_of(text, width, count, hard=tagged)
        if lines is None:
            shortened = lines_of(text, width, count * len(text) + 1, hard=tagged) or ()
            cut = "\n".join(shortened[:count])
            if tagged:
                values: dict[str, Value] = {"length": len(text), "width": width * count, "text": text}
                raise MisfitError(payment_problems.TITLE_TOO_LONG, **values)
            lines = tuple(_too_long(position, text, cut, remark).split("\n"))
        if not format_.empty_parts:
            return part.join(lines)
        return part.join((*lines, *empty[len(lines) :]))

    return fit


def _fixed(position: Position, format_: BankFormat, remark: Remark) -> Callable[[str], str]:
    width = position.width or 0
    number = position.form is not Form.TEXT
    right = position.align is Align.RIGHT or (position.align is None and number)
    amount = position.field.shape in (Shape.AMOUNT, Shape.VAT_AMOUNT, Shape.COUNT)
    fill = position.fill or ("0" if number and amount else " ")
    encode = format_.charset.encode

    def fit(text: str) -> str:
        length = len(text) if text.isascii() else len(encode(text) or text)
        if length > width:
            text = _too_long(position, text, _cut(text, width, format_), remark)
            length = len(encode(text) or text)
        filling = fill * (width - length)
        return filling + text if right else text + filling

    return fit


def _cut(text: str, width: int, format_: BankFormat) -> str:
    """As much of a text as its bytes allow."""
    while len(format_.charset.encode(text) or text) > width:
        text = text[:-1]
    return text
