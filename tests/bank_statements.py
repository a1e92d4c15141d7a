"""Statements in MT940 for tests: read by a format of the pack, or by a small one; one item, or a whole file."""

import datetime as dt
import io
from functools import cache
from pathlib import Path

from dekret.bank.language import LANGUAGE
from dekret.bank.mt940.reader import Mt940Reader
from dekret.bank.read import Remark, Unread
from dekret.model.statements import BankLine, StatementFoot, StatementHead
from dekret.packs.bank.formats import format_of
from dekret.packs.library import load, load_sources
from dekret.text.source import Source

PACK = Path(__file__).parents[1] / "rules" / "banki"
DAY = dt.date(2026, 1, 15)
OWN, PARTY = "24101000000000123456789012", "61114020044000000000001234"


@cache
def reader(symbol="MT940"):
    """The reader of a format of the pack."""
    checked, _ = format_of(load([PACK], languages=(LANGUAGE,)), symbol, DAY)
    return Mt940Reader(checked)


def reader_of(text):
    """The reader of a format that a test writes."""
    library = load_sources([Source("f.format", text)])
    checked, report = format_of(library, library.formats[-1].symbol.text, DAY)
    assert not report.diagnostics, report.diagnostics
    assert not library.report.diagnostics, library.report.diagnostics
    return Mt940Reader(checked)


def events(file, by="MT940"):
    """Everything that a file gives; a text is in the encoding of the format."""
    by = reader(by) if isinstance(by, str) else by
    data = file if isinstance(file, bytes) else by.format.charset.encode(file)
    return list(by.read(io.BytesIO(data)))


def lines(file, by="MT940"):
    return [event for event in events(file, by) if isinstance(event, BankLine)]


def heads(file, by="MT940"):
    return [event for event in events(file, by) if isinstance(event, StatementHead)]


def feet(file, by="MT940"):
    return [event for event in events(file, by) if isinstance(event, StatementFoot)]


def odd(file, by="MT940"):
    """The ids of what could not be read or is strange, in order."""
    return [event.problem.id for event in events(file, by) if isinstance(event, Unread | Remark)]


def item(field_61, *fields_86, by="MT940"):
    """The line of fields 61 and 86 in a report of the account."""
    more = "".join(f":86:{text}\n" for text in fields_86)
    (line,) = lines(f":20:A\n:25:{OWN}\n:28C:1/1\n:34F:PLN0,00\n:61:{field_61}\n{more}-\n", by)
    return line


def described(text, *more, by="MT940"):
    """The line of an ordinary field 61 and these fields 86."""
    return item("2601150115D1,00NTRFNONREF", text, *more, by=by)


def statement(body, *, opening="C260114PLN1000,00", closing="C260115PLN1000,00", number="7/1", account=OWN):
    """A statement of these lines."""
    return f":20:A\n:25:{account}\n:28C:{number}\n:60F:{opening}\n{body}:62F:{closing}\n-\n"
