"""What the options of an export mean, in Polish and English."""

import datetime as dt
from decimal import Decimal

from dekret.bank.grouping import Collective
from dekret.bank.transfer_day import DateChoice, Move, Past, TransferDate
from dekret.errors import UsageError
from dekret.packs.bank.export import ExportBy, kind_named
from dekret.packs.bank.export_words import ExportWords
from dekret.values.transfer_titles import SplitTitle, faults

_DATES = {
    "realizacji": DateChoice.EXECUTION, "execution": DateChoice.EXECUTION,
    "termin": DateChoice.DUE, "due": DateChoice.DUE,
    "dokumentu": DateChoice.DOCUMENT, "document": DateChoice.DOCUMENT,
    "dzis": DateChoice.TODAY, "dziś": DateChoice.TODAY, "today": DateChoice.TODAY,
}  # fmt: skip


def export_by(words: ExportWords) -> ExportBy:
    """What the options mean. Raises `UsageError`."""
    joined = words.group or words.by_day or words.all_lines or words.split or bool(words.split_period)
    if found := _period_faults(words.split_period):
        raise UsageError(
            f"Okres „{words.split_period}” nie może stać w tytule za /INV/: najwyżej 35 znaków, bez /TXT/ ({found}).",
            f"The period '{words.split_period}' cannot stand behind /INV/: 35 characters at most, no /TXT/ ({found}).",
        )
    collective = Collective(
        by_day=words.by_day,
        all_lines=words.all_lines,
        split_by_length=words.split,
        split_period=words.split_period,
    )
    return ExportBy(
        today=words.today,
        register=words.register,
        directory=words.directory,
        formats=dict(_format(word) for word in words.formats),
        date=_date(words),
        collective=collective if joined else None,
        only=None if words.only is None else tuple(words.only),
        resend=words.resend,
        white_list=words.white_list,
        unlisted=words.unlisted,
        always_listed=words.always_listed,
        database=words.database,
        data=words.data,
    )


def _period_faults(period: str) -> str:
    """Why a period cannot stand in the title of a split payment in the place of the invoice; empty where it can."""
    title = SplitTitle(Decimal(0), "", period)
    return next((fault.reason for fault in faults(title) if period and fault.part == "invoice"), "")


def _format(word: str) -> tuple[str, str]:
    """`PLI-KRAJOWE` is the format of ordinary transfers, `US=PLI-US` that of a kind."""
    kind, separator, symbol = word.partition("=")
    return (kind_named(kind), symbol) if separator else ("ordinary", word)


def _date(words: ExportWords) -> TransferDate:
    move = Move.NEXT if words.next_bank_day else Move.NONE
    past = Past.TODAY if words.past_today else Past.REFUSE
    written = words.transfer_date
    if not written:
        return TransferDate(move=move, past=past)
    if written.casefold() in _DATES:
        return TransferDate(_DATES[written.casefold()], None, move, past)
    try:
        return TransferDate(DateChoice.GIVEN, dt.date.fromisoformat(written), move, past)
    except ValueError:
        raise UsageError(
            f"Data przelewu „{written}”: realizacji, termin, dokumentu, dziś albo RRRR-MM-DD.",
            f"The date of transfers '{written}': execution, due, document, today or YYYY-MM-DD.",
        ) from None
