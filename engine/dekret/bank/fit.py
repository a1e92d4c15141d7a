"""A text made as long as its position wants it: checked, cut where the definition says so, broken in lines, filled."""

from collections.abc import Callable

from dekret.bank import payment_problems
from dekret.bank.characters import MisfitError
from dekret.bank.field import Shape
from dekret.bank.language import Align, Form, Overflow
from dekret.bank.nodes import BankFormat, Position
from dekret.text.diagnostic import Problem
from dekret.text.wording import Value
from dekret.values.transfer_titles import is_structured, lines_of

Remark = Callable[[Position, Problem, dict[str, Value]], None]


def fitter(position: Position, format_: BankFormat, remark: Remark, *, padded: bool = True) -> Callable[[str], str]:
    """The function that gives a text its width; it raises `MisfitError` where it is too long and may not be cut.

    Variable widths are counted in characters, fixed ones in bytes of the encoding.
    """
    width = position.width
    if position.lines > 1 and width:
        in_lines = liner(position, format_, remark, padded=padded)
        return lambda text: in_lines((text,))
    if not format_.variable and width:
        return _fixed(position, format_, remark)
    if width is None:
        return lambda text: text

    def fit(text: str) -> str:
        return text if len(text) <= width else _too_long(position, text, text[:width].rstrip(" "), remark)

    return fit


def _too_long(position: Position, text: str, shortened: str, remark: Remark) -> str:
    values: dict[str, Value] = {
        "name": position.name,
        "text": text,
        "length": len(text),
        "width": (position.width or 0) * position.lines,
    }
    if position.overflow is not Overflow.CUT or position.field.shape is not Shape.TEXT:
        raise MisfitError(payment_problems.TOO_LONG, **values)
    remark(position, payment_problems.SHORTENED, values)
    return shortened


def liner(position: Position, format_: BankFormat, remark: Remark, *, padded: bool) -> Callable[[tuple[str, ...]], str]:
    """The function that puts a text in the lines of its position, parted by the part separator.

    Lines that it has of itself are kept where they fit; else all is broken anew, at words, or anywhere where that
    does not do, and in a title with tags, which the bank joins again with nothing between. Where `padded`, there are
    always as many as it has.
    """
    width, count, part = position.width or 0, position.lines, format_.separators.part
    empty = [""] * count

    def fit(given: tuple[str, ...]) -> str:
        own = _without_end(given)
        if len(own) > count or any(len(line) > width for line in own):
            own = _broken(own, position, remark)
        if not padded:
            return part.join(own)
        return part.join((*own, *empty[len(own) :]))

    return fit


def _without_end(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines without the empty ones after the last."""
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def _broken(given: tuple[str, ...], position: Position, remark: Remark) -> tuple[str, ...]:
    """A text broken anew in the lines of its position."""
    width, count = position.width or 0, position.lines
    tagged = position.field.title and bool(given) and is_structured(given[0])
    text = ("" if tagged else " ").join(line for line in given if line)
    lines = lines_of(text, width, count, hard=tagged)
    if lines is not None:
        return lines
    if tagged:
        raise MisfitError(payment_problems.TITLE_TOO_LONG, length=len(text), width=width * count, text=text)
    if anywhere := lines_of(text, width, count, hard=True):
        return anywhere
    shortened = lines_of(text, width, len(text), hard=False) or ()
    return tuple(_too_long(position, text, "\n".join(shortened[:count]), remark).split("\n"))


def _fixed(position: Position, format_: BankFormat, remark: Remark) -> Callable[[str], str]:
    width = position.width or 0
    number = position.form is not Form.TEXT
    right = position.align is Align.RIGHT or (position.align is None and number)
    amount = position.field.shape in (Shape.AMOUNT, Shape.VAT_AMOUNT, Shape.COUNT)
    fill = position.fill or ("0" if number and amount and right else " ")
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
    """As much of a text as its bytes allow; a character has one at least."""
    text = text[:width]
    while len(format_.charset.encode(text) or text) > width:
        text = text[:-1]
    return text
