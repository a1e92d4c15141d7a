"""The options of an export as they were written: the choices of the manual's export window (002:1100–1124)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWords:
    """The options of `dekret bank export` as they were written."""

    today: dt.date
    register: str = ""
    directory: str | None = None
    formats: Sequence[str] = ()
    transfer_date: str = ""
    next_bank_day: bool = False
    past_today: bool = False
    group: bool = False
    by_day: bool = False
    all_lines: bool = False
    split: bool = False
    split_period: str = ""
    only: Sequence[str] | None = None
    resend: bool = False
    white_list: Path | None = None
    unlisted: bool = False
    always_listed: bool = False
    database: Path | None = None
    data: Path | None = None
