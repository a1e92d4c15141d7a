"""Functions made for the rows of marks that most items of a file have: from pieces of field 86 to a line, in one call.

Such a function does just what `item` does with the shape of any row of marks. Nothing is decided here.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TypeAlias, cast

from dekret.bank.mt940.beside import BANKS, OWN, TYPE, named, of_split, preferred, references_of, type_preferred
from dekret.bank.mt940.language import CodeFrom
from dekret.bank.mt940.nodes import Mt940Rules
from dekret.bank.mt940.shape import Shape, put_together
from dekret.bank.mt940.values import read_account
from dekret.model.statements import BankLine

MadeLine: TypeAlias = Callable[
    [Sequence[str], Sequence[str], tuple[dt.date, dt.date], Decimal, str, str, tuple[int, int]], BankLine
]
"""Makes a line of the pieces of field 86, the parts of field 61 as `line.LINE` has them, value and booking date,
amount, currency, the own account, and line and byte in the file."""
_NAMES: Mapping[str, object] = {
    "BankLine": BankLine,
    "of_split": of_split,
    "preferred": preferred,
    "put_together": put_together,
    "read_account": read_account,
    "references_of": references_of,
    "type_preferred": type_preferred,
}
_APART, _SPLIT = {"party_routing", "party_rest"}, {"vat_amount", "invoices"}
"""Texts of field 86 that are no attributes of a line as they stand."""


def made(shape: Shape, rules: Mt940Rules) -> MadeLine | None:
    """The function of a shape; None for one whose texts are joined with a gap or give way to each other."""
    slots = [slot for slot, _ in shape.others]
    if any(slot.attribute or slot.gap for slot in slots) or len({slot.name for slot in slots}) < len(slots):
        return None
    names = {**_NAMES, "named": partial(named, supplement=rules.supplement)}
    body = "".join(f"\n    {row}" for row in _rows(shape, rules.code_from))
    source = f"def line(pieces, fields, days, amount, currency, account, place):{body}"
    exec(source, names)  # noqa: S102 - written below: places of pieces, names of attributes, texts as literals
    return cast("MadeLine", names["line"])


def _rows(shape: Shape, code_from: CodeFrom) -> Iterator[str]:
    """The rows of a function, in the order in which `item` goes."""
    texts = {attribute: _text(places) for attribute, places in shape.plain}
    if shape.account is not None:
        texts["party_account"] = f"read_account(text)[0] if (text := pieces[{shape.account}].strip()) else ''"
    given = set(texts)
    if given & _APART:
        texts |= {name: "''" for name in _APART | {"party_account"} if name not in given}
    texts |= {name: "''" for name in ("code", "operation", "vat_amount", "invoices") if name not in given}
    yield "mark, type_, references, below = fields[2], fields[5], fields[6], fields[7]"
    yield "others = {}"
    yield from (f"{name} = {text}" for name, text in texts.items())
    yield from (f"if text := {_text(places)}: others[{slot.name!r}] = text" for slot, places in shape.others)
    if given & _APART:
        yield "if party_routing or party_rest:"
        yield "    party_account = put_together(party_routing, party_rest, party_account, others)"
    yield "own, of_bank = references_of(references)"
    yield f"reference = {_preferred('reference', 'own', OWN, given)}"
    yield f"bank_reference = {_preferred('bank_reference', 'of_bank', BANKS, given)}"
    yield "if below and (below := below.strip()):"
    yield "    code, operation = named(code, operation, below, others)"
    first = "type_preferred(code, type_, others)"
    yield f"if type_: code = {first if code_from is CodeFrom.FIELD_61 else f'preferred(code, type_, {TYPE!r}, others)'}"
    split = bool(given & _SPLIT)
    if split:
        yield "vat_amount, invoices = of_split(vat_amount, invoices, others)"
    attributes = set(texts) - _APART - (set() if split else _SPLIT) | {"reference", "bank_reference"}
    yield (
        "return BankLine(account=account, date=days[1], value_date=days[0], amount=amount, currency=currency,"
        " reversal=mark[0] == 'R', expected=mark[0] == 'E', details=others, file_line=place[0], offset=place[1], "
        f"{', '.join(f'{name}={name}' for name in sorted(attributes))})"
    )


def _text(places: Sequence[int]) -> str:
    """The text of the pieces at these places."""
    pieces = " + ".join(f"pieces[{place}]" for place in places)
    return f"{pieces}.strip()" if len(places) == 1 else f"({pieces}).strip()"


def _preferred(attribute: str, text: str, name: str, given: set[str]) -> str:
    """What is known of a reference: where field 86 has none of its kind, that of field 61."""
    return f"preferred({attribute}, {text}, {name!r}, others)" if attribute in given else text
