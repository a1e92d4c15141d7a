"""Titles of transfers: those made of tags (tax, split payment, direct debit), and how a title is cut into lines.

A title with tags is data: `build` writes it, `parse` reads it, `faults` tells what a bank or an office would refuse.
Lengths are counted in characters: a format exchanges what its encoding lacks before the lines are cut. Whose account
a title goes to, and the amount of the order, are not here.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, assert_never

from dekret.values.identifiers import is_nip, is_pesel, is_regon
from dekret.values.rounding import DOWN, ZERO, rounded


@dataclass(frozen=True, slots=True)
class TaxTitle:
    """What a transfer to the tax office pays: /TI/ /OKR/ /SFP/ /TXT/ (KAS; Santander's Elixir for tax).

    `id_type` is N (NIP), R (REGON), P (PESEL), 1 (identity card), 2 (passport) or 3 (other), `id` at most 14 letters
    and digits. `period` is a year 26R, half 26P01, quarter 26K03, month 26M12, ten days 26D0305 (the third ten of
    May), day 26J0504 (5 April) or 0. `form` is the symbol of the form or due, of at most seven characters (PIT37 is as
    good as PIT-37); the fuel fee adds two slashes and three digits: PAL//800. `liability`, of at most 20, is optional.
    """

    id_type: str
    id: str
    period: str
    form: str
    liability: str = ""


@dataclass(frozen=True, slots=True)
class SplitTitle:
    """What a split payment says (MPP, art. 108a of the VAT act): /VAT/ /IDC/ /INV/ /TXT/.

    `vat` is in PLN. `tax_id` is the supplier's: a NIP, or up to 14 letters and digits with letters among them.
    `invoice` is one number of at most 35 characters, or the period of a collective payment. `text`, of at most 33,
    is optional.
    """

    vat: Decimal
    tax_id: str
    invoice: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class DirectDebitTitle:
    """What a direct debit says: /NIP/ of the creditor, /IDP/ the payment identifier, /TXT/.

    NOT VERIFIED: the tags are general knowledge, the structure of no bank could be read. Only the NIP and the whole
    length (four lines of 35) are checked.
    """

    tax_id: str
    payment_id: str
    text: str = ""


Title = TaxTitle | SplitTitle | DirectDebitTitle

Reason = Literal["missing", "too-long", "shape", "check-digit", "tag"]
"""Why a part would be refused: absent; longer than its limit; not written as such a part is; the check digit of a NIP,
PESEL or REGON; a tag inside it, at which a reader would end the part."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a title: the field of it, why, and how many characters it may have where it is too long."""

    part: str
    reason: Reason
    limit: int = 0


# --- tags

_TAX = ("TI", "OKR", "SFP", "TXT")
_SPLIT = ("VAT", "IDC", "INV", "TXT")
_DEBIT = ("NIP", "IDP", "TXT")
_STRUCTURED = re.compile(r"/[A-Z]{2,4}/")
_VAT = re.compile(r"[0-9]{1,10},[0-9]{2}")


def build(title: Title) -> str:
    """The text of a title; what `faults` says of it is not looked at.

    >>> build(TaxTitle("N", "5250000009", "26M01", "VAT-7"))
    '/TI/N5250000009/OKR/26M01/SFP/VAT-7'
    >>> build(SplitTitle(Decimal(23), "5250000009", "FV 1/2026", "zapłata"))
    '/VAT/23,00/IDC/5250000009/INV/FV 1/2026/TXT/zapłata'
    """
    match title:
        case TaxTitle():
            return _tagged(_TAX, (f"{title.id_type}{title.id}", title.period, title.form, title.liability))
        case SplitTitle():
            vat = f"{title.vat or ZERO:.2f}".replace(".", ",")
            return _tagged(_SPLIT, (vat, title.tax_id, title.invoice, title.text))
        case DirectDebitTitle():
            return _tagged(_DEBIT, (title.tax_id, title.payment_id, title.text))
        case _:
            assert_never(title)


def _tagged(tags: tuple[str, ...], values: tuple[str, ...]) -> str:
    """Each value behind its tag; the last one, where it is empty, without."""
    shown = len(tags) if values[-1] else len(tags) - 1
    return "".join(f"/{tag}/{value}" for tag, value in zip(tags[:shown], values[:shown], strict=True))


def parse(text: str) -> Title | None:
    """The title that the text is; None of a free text. What stands behind the tags may have faults.

    Tags are read left to right, each in its turn: a slash in an invoice number is part of the number.

    >>> parse("/VAT/23,00/IDC/5250000009/INV/FV 1/2026/TXT/za towar")
    SplitTitle(vat=Decimal('23.00'), tax_id='5250000009', invoice='FV 1/2026', text='za towar')
    >>> parse("FV 1/2026")
    """
    if values := _untagged(_SPLIT, text):
        vat, tax_id, invoice, free = values
        return SplitTitle(Decimal(vat.replace(",", ".")), tax_id, invoice, free) if _VAT.fullmatch(vat) else None
    if values := _untagged(_TAX, text):
        identifier, period, form, liability = values
        return TaxTitle(identifier[:1], identifier[1:], period, form, liability)
    if values := _untagged(_DEBIT, text):
        tax_id, payment_id, free = values
        return DirectDebitTitle(tax_id, payment_id, free)
    return None


def _untagged(tags: tuple[str, ...], text: str) -> list[str]:
    """What stands behind each tag; nothing where one is absent, but for the last."""
    nothing, begun, rest = text.partition(f"/{tags[0]}/")
    if nothing or not begun:
        return []
    values = []
    for tag in tags[1:]:
        value, found, rest = rest.partition(f"/{tag}/")
        if not found and tag != tags[-1]:
            return []
        values.append(value)
    return [*values, rest]


def is_structured(text: str) -> bool:
    """Whether a title is made of tags: it begins with one, whichever it is.

    >>> is_structured("/TI/N5250000009/OKR/26M01/SFP/VAT-7"), is_structured("FV 1/2026")
    (True, False)
    """
    return _STRUCTURED.match(text) is not None


# --- what is wrong

_ID_LENGTH = 14
_FORM_LENGTH = 7
_LIABILITY_LENGTH = 20
_INVOICE_LENGTH = 35
_TEXT_LENGTH = 33
_VAT_LENGTH = 13
_TITLE_LENGTH = 4 * 35
_VAT_END = Decimal(10**10)

# a digit somewhere, lest BRAK pass for a number
_PLAIN_ID = re.compile(r"(?=[A-Za-z]*[0-9])[A-Za-z0-9]+")
_FORM = re.compile(r"([^\s/]+)(?://[0-9]{3})?")
_DAY_PERIOD = re.compile(r"([0-9]{2})J([0-9]{2})([0-9]{2})")
_MONTH = "(?:0[1-9]|1[0-2])"
_PERIOD = re.compile(rf"0|[0-9]{{2}}(?:R|P0[12]|K0[1-4]|M{_MONTH}|D0[1-3]{_MONTH})")
_CHECKED = {"N": (is_nip, (10,)), "P": (is_pesel, (11,)), "R": (is_regon, (9, 14))}


def faults(title: Title) -> tuple[Fault, ...]:
    """What a bank or an office would refuse of a title, part by part in their order.

    A title without faults comes back from its own text: `parse(build(title)) == title`.

    >>> faults(TaxTitle("N", "5250000009", "26M01", "VAT-7"))
    ()
    >>> faults(TaxTitle("N", "5250000008", "26M13", "VAT-7"))
    (Fault(part='id', reason='check-digit', limit=0), Fault(part='period', reason='shape', limit=0))
    """
    match title:
        case TaxTitle():
            found = (
                *_id_faults(title),
                *_period_faults(title.period),
                *_form_faults(title.form),
                *_text_faults("liability", title.liability, most=_LIABILITY_LENGTH, tags=_TAX),
            )
        case SplitTitle():
            found = (
                *_vat_faults(title.vat),
                *_supplier_faults(title.tax_id),
                *(() if title.invoice.strip() else (Fault("invoice", "missing"),)),
                *_text_faults("invoice", title.invoice, most=_INVOICE_LENGTH, tags=_SPLIT[-1:]),
                *_text_faults("text", title.text, most=_TEXT_LENGTH, tags=_SPLIT),
            )
        case DirectDebitTitle():
            found = _debit_faults(title)
        case _:
            assert_never(title)
    return found


def _id_faults(title: TaxTitle) -> tuple[Fault, ...]:
    if title.id_type not in ("N", "P", "R", "1", "2", "3"):
        return (Fault("id_type", "shape" if title.id_type else "missing"),)
    if title.id_type in _CHECKED:
        return _checked_faults("id", title.id, title.id_type)
    return _plain_faults("id", title.id)


def _supplier_faults(tax_id: str) -> tuple[Fault, ...]:
    """Without letters it has to be a NIP; the number of another country is told by its letters."""
    nip = tax_id.removeprefix("PL")
    return _checked_faults("tax_id", nip, "N") if nip.isdecimal() else _plain_faults("tax_id", tax_id)


def _checked_faults(part: str, value: str, id_type: str) -> tuple[Fault, ...]:
    if not value:
        return (Fault(part, "missing"),)
    is_right, lengths = _CHECKED[id_type]
    if len(value) not in lengths or not (value.isascii() and value.isdigit()):
        return (Fault(part, "shape"),)
    return () if is_right(value) else (Fault(part, "check-digit"),)


def _plain_faults(part: str, value: str) -> tuple[Fault, ...]:
    if not value:
        return (Fault(part, "missing"),)
    if len(value) > _ID_LENGTH:
        return (Fault(part, "too-long", _ID_LENGTH),)
    return () if _PLAIN_ID.fullmatch(value) else (Fault(part, "shape"),)


def _period_faults(period: str) -> tuple[Fault, ...]:
    if not period:
        return (Fault("period", "missing"),)
    day = _DAY_PERIOD.fullmatch(period)
    right = _is_day(*map(int, day.groups())) if day else _PERIOD.fullmatch(period) is not None
    return () if right else (Fault("period", "shape"),)


def _is_day(year: int, day: int, month: int) -> bool:
    try:
        dt.date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def _form_faults(form: str) -> tuple[Fault, ...]:
    if not form:
        return (Fault("form", "missing"),)
    parts = _FORM.fullmatch(form)
    if parts is None:
        return (Fault("form", "shape"),)
    return (Fault("form", "too-long", _FORM_LENGTH),) if len(parts[1]) > _FORM_LENGTH else ()


def _vat_faults(vat: Decimal) -> tuple[Fault, ...]:
    if not vat.is_finite() or vat < 0:
        return (Fault("vat", "shape"),)
    if vat >= _VAT_END:
        return (Fault("vat", "too-long", _VAT_LENGTH),)
    return () if rounded(vat, mode=DOWN) == vat else (Fault("vat", "shape"),)


def _debit_faults(title: DirectDebitTitle) -> tuple[Fault, ...]:
    found = (
        *_checked_faults("tax_id", title.tax_id, "N"),
        *(() if title.payment_id.strip() else (Fault("payment_id", "missing"),)),
        *_text_faults("payment_id", title.payment_id, most=_TITLE_LENGTH, tags=_DEBIT[-1:]),
        *_text_faults("text", title.text, most=_TITLE_LENGTH, tags=_DEBIT),
    )
    over = len(build(title)) - _TITLE_LENGTH
    if found or over <= 0:
        return found
    part, value = ("text", title.text) if title.text else ("payment_id", title.payment_id)
    return (Fault(part, "too-long", max(0, len(value) - over)),)


def _text_faults(part: str, value: str, *, most: int, tags: tuple[str, ...]) -> tuple[Fault, ...]:
    """Of a part that may hold anything: its length, and those tags in it at which a reader would stop.

    The slashes around it count: an invoice TXT/1 would stand in the title as /INV/TXT/1.
    """
    if len(value) > most:
        return (Fault(part, "too-long", most),)
    between = f"/{value}/"
    return (Fault(part, "tag"),) if any(f"/{tag}/" in between for tag in tags) else ()


# --- lines


def lines_of(text: str, width: int, count: int, *, hard: bool) -> tuple[str, ...] | None:
    """A title in at most `count` lines of `width` characters; None where it does not fit, never less than the whole.

    Hard: cut every `width` characters and nothing added, as titles with tags are (`is_structured`). Else free text:
    wrapped at blanks, those around it and at its breaks dropped; a word longer than a line begins one and is cut.
    An empty text has no lines.

    >>> lines_of("/VAT/23,00/IDC/5250000009/INV/FV 1/2026", 35, 4, hard=True)
    ('/VAT/23,00/IDC/5250000009/INV/FV 1/', '2026')
    >>> lines_of("faktura 12/2026 za towar", 16, 4, hard=False), lines_of("faktura 12/2026", 8, 1, hard=False)
    (('faktura 12/2026', 'za towar'), None)
    """
    plain = text if hard else text.strip(" ")
    if len(plain) <= width:
        return _one_line(plain, count)
    return _cut(plain, width, count) if hard else _wrapped(plain, width, count)


def _one_line(text: str, count: int) -> tuple[str, ...] | None:
    if not text:
        return ()
    return (text,) if count >= 1 else None


def _cut(text: str, width: int, count: int) -> tuple[str, ...] | None:
    if len(text) > width * count:
        return None
    return tuple(text[start : start + width] for start in range(0, len(text), width))


def _wrapped(text: str, width: int, count: int) -> tuple[str, ...] | None:
    lines: list[str] = []
    while len(text) > width:
        if len(lines) == count:
            return None
        # a blank right behind a full line ends it too
        end = text.rfind(" ", 0, width + 1)
        end = end if end > 0 else width
        lines.append(text[:end].rstrip(" "))
        text = text[end:].lstrip(" ")
    lines.append(text)
    return tuple(lines) if len(lines) <= count else None


def joined(lines: tuple[str, ...], width: int) -> str:
    """The title that the lines of a file hold.

    Titles with tags are joined with nothing. Free text gets a blank between two lines, unless the first of them is
    full: then a word was cut there, or the blank after it is lost, which the file does not tell.

    >>> joined(("/VAT/23,00/IDC/5250000009/INV/FV 1/", "2026"), 35)
    '/VAT/23,00/IDC/5250000009/INV/FV 1/2026'
    >>> joined(("faktura 12/2026", "za towar", ""), 35)
    'faktura 12/2026 za towar'
    """
    full = [line for line in lines if line]
    if len(full) <= 1:
        return full[0] if full else ""
    if is_structured(full[0]):
        return "".join(full)
    return "".join(line if len(line) == width else f"{line} " for line in full[:-1]) + full[-1]
