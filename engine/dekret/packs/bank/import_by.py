"""What an import goes by, and what becomes of every line of a statement in it."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from dekret.company.bank_lines import ToldBy
from dekret.company.rates import Rates
from dekret.model.cash import CashEntry
from dekret.model.statements import BankLine
from dekret.packs.outcome import Refused
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBy:
    """What to import by; empty where the company's file or the format says it.

    `since` and `until` are the period of the report, `balance` its opening one; `every_account` takes lines of other
    accounts, too (`Dodawaj zapisy dotyczące innych rachunków`), `everything` those imported before; `apart` makes a
    report of every statement. `database` remembers what was imported. `time` is when.
    """

    time: dt.datetime
    today: dt.date
    register: str = ""
    directory: str | None = None
    format: str = ""
    encoding: str = ""
    report: str = ""
    receipts: str = "KP"
    payments: str = "KW"
    since: dt.date | None = None
    until: dt.date | None = None
    balance: Decimal | None = None
    rules: str = ""
    rates: Rates = field(default_factory=Rates)
    every_account: bool = False
    everything: bool = False
    apart: bool = False
    database: Path | None = None


class Why(Enum):
    """Why a line was left out that nothing is wrong with."""

    REPEATED = Wording("już zaimportowane", "imported already")
    TWICE = Wording("wyciągu, który jest w pliku drugi raz", "of a statement that the file holds twice")
    OTHER_ACCOUNT = Wording("innych rachunków", "of other accounts")
    EXPECTED = Wording("oczekiwane, jeszcze nie zaksięgowane", "expected, not booked yet")
    __hash__ = object.__hash__  # of each there is one alone; lines are counted by it


class Taken(Struct, frozen=True, gc=False):
    """A line of a file that became an entry: what told its party, the rule that proposed its account."""

    entry: CashEntry
    file: str
    told: ToldBy
    rule: str | None
    remarks: tuple[Diagnostic, ...] = ()


class Left(Struct, frozen=True, gc=False):
    """A line of a file that was left out; `account` is the company's own, as the line or its statement has it.

    `remarks` tell of one that was imported before in other words.
    """

    line: BankLine
    file: str
    why: Why
    account: str = ""
    remarks: tuple[Diagnostic, ...] = ()


class Said(Struct, frozen=True):
    """What is said of the file itself, or of a statement."""

    remarks: tuple[Diagnostic, ...]


Outcome: TypeAlias = Taken | Left | Refused | Said
