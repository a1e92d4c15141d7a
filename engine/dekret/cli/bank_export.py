"""`dekret bank export`: payments to the files of a bank."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.bank import ACTIONS
from dekret.cli.bank_options import REGISTER
from dekret.cli.console import Console
from dekret.cli.outputs import claim, files_read
from dekret.cli.progress import Progress
from dekret.cli.rejects import reject_line
from dekret.cli.reports import Gathered, add_messages, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    RESULT_FILE,
    Option,
    add_files,
    add_options,
    add_rule_folders,
    day_of,
    open_rules,
    result_option,
)
from dekret.cli.texts import TEXTS


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.messages, console)
    names = api.file_names(
        given.output,
        separate=given.separate,
        together=given.one_file,
        append=given.append,
        force=given.force,
        used=_used(given, rules),
    )
    with api.open_export(rules, _words(given), names) as export:
        found = api.Report(list(export.findings))
        if found.has_errors:
            return say_broken(found, given.messages, console)
        return _exported(export, given, console)


def _exported(export: api.Export, given: Namespace, console: Console) -> int:
    result = _Result()
    progress, done = Progress(console), 0
    with api.open_output(given.rejects) if given.rejects else nullcontext() as rejects:
        for item in export.run(given.files, console.input):
            if isinstance(item, api.Refused):
                result.refuse(item)
                if rejects and not item.passed_over:
                    rejects.write(reject_line(item, console.language))
            else:
                result.gathered.say(item.remarks)
            done += 1
            progress.step(done)
        progress.end()
        wrong = export.finish()
        result.gathered.report.extend(wrong)
        kept = bool(export.files) and not wrong and (not result.refused or given.keep_going)
        show_report(result.gathered.report, given.messages, console, data=False)
        if result.gathered.not_shown:
            console.err(console.text(TEXTS["not shown"], count=result.gathered.not_shown) + "\n")
        number = export.keep(dt.datetime.now(dt.UTC)) if kept else None
        if rejects:
            rejects.keep()
            console.err(console.text(TEXTS["written"], path=str(given.rejects)) + "\n")
    _say(export, result, console, kept=kept)
    if number is not None:
        console.err(console.text(_NUMBER, number=number, db=str(given.db)) + "\n")
    return 0 if kept and not result.refused else 1


def _used(given: Namespace, rules: api.Library) -> frozenset[Path]:
    """Everything besides the files of transfers that is read or written. Raises `UsageError` for what would be both."""
    used = files_read(filter(None, (*given.files, given.data, given.white_list)), rules)
    if given.db and given.data and given.db.resolve() == given.data.resolve():
        used.remove(given.db.resolve())
    claim((given.rejects, given.db), used)
    return frozenset(used)


@dataclass(slots=True)
class _Result:
    refused: int = 0
    gathered: Gathered = field(default_factory=Gathered)

    def refuse(self, item: api.Refused) -> None:
        self.gathered.say(item.diagnostics)
        self.refused += not item.passed_over


def _say(export: api.Export, result: _Result, console: Console, *, kept: bool) -> None:
    """What was written: every file with its transfers and their sums."""
    count = sum(making.count for making in export.files)
    refused = result.refused
    console.err(console.text(_DONE if kept else _READY, count=count, refused=refused) + "\n")
    if not kept:
        reason = _NOTHING_THERE if not count else _NOTHING_KEPT if refused else _NOTHING_AROUND
        console.err(console.text(reason) + "\n")
        return
    for making in export.files:
        sums = ", ".join(f"{total:.2f} {currency}" for currency, total in making.totals.items())
        sums = sums.replace(".", ",") if console.language == "pl" else sums
        symbol = making.format.format.symbol
        console.err(console.text(_FILE, path=str(making.path), count=making.count, sums=sums, format=symbol) + "\n")


_DONE = ("Przelewów: {count}; odmów: {refused}.", "Transfers: {count}; refused: {refused}.")
_READY = ("Przelewów do zapisania: {count}; odmów: {refused}.", "Transfers to be written: {count}; refused: {refused}.")
_NOTHING_KEPT = (
    "Niczego nie zapisano, bo są odmowy. Resztę zapisze opcja --keep-going.",
    "Nothing was written because payments were refused. The option --keep-going writes the rest.",
)
_NOTHING_AROUND = (
    "Niczego nie zapisano, bo nie da się zapisać nagłówka albo stopki.",
    "Nothing was written because the header or the footer cannot be.",
)
_NOTHING_THERE = ("Niczego nie zapisano: nie ma przelewów.", "Nothing was written: there are no payments.")
_FILE = ("Zapisano {path}: {count}, razem {sums} ({format}).", "Written {path}: {count}, {sums} in all ({format}).")
_NUMBER = (
    "Eksport nr {number}; gdyby bank go nie przyjął: dekret bank sent --db {db} --take-back {number}.",
    "Export {number}; if the bank does not take it: dekret bank sent --db {db} --take-back {number}.",
)


def _words(given: Namespace) -> api.ExportWords:
    return api.ExportWords(
        today=day_of(given),
        register=given.register,
        directory=given.directory,
        formats=given.formats,
        transfer_date=given.transfer_date,
        next_bank_day=given.next_bank_day,
        past_today=given.past_today,
        group=given.group,
        by_day=given.by_day,
        all_lines=given.all_lines,
        split=given.split,
        split_period=given.split_period,
        only=given.only,
        resend=given.resend,
        white_list=given.white_list,
        unlisted=given.unlisted,
        always_listed=given.always_listed,
        database=given.db,
        data=given.data,
    )


_FLAG: dict[str, object] = {"action": "store_true"}
_OPTIONS: tuple[Option, ...] = (
    result_option(
        ("plik przelewów zwykłych; US, ZUS i MPP trafiają obok", "file of ordinary transfers; others go beside it"),
        required=True,
    ),
    REGISTER,
    (
        ("-f", "--format"),
        {"dest": "formats", "action": "append", "default": [], "metavar": "[RODZAJ=]SYMBOL"},
        (
            "format zamiast podanego na karcie banku: PLI-KRAJOWE, US=PLI-US; można powtarzać",
            "format instead of that of the bank: PLI-KRAJOWE, US=PLI-US; may be repeated",
        ),
    ),
    DIRECTORY,
    (
        ("--transfer-date",),
        {"default": "", "metavar": "DATA"},
        (
            "data przelewu: realizacji (tak jest domyślnie), termin, dokumentu, dziś, RRRR-MM-DD",
            "date of transfers: execution (the default), due, document, today, YYYY-MM-DD",
        ),
    ),
    (
        ("--next-bank-day",),
        _FLAG,
        ("przesuń na następny dzień bankowy", "move to the next bank day"),
    ),
    (("--past-today",), _FLAG, ("daty minione zamień na dzisiejszą", "dates gone by become today")),
    (
        ("--only",),
        {"action": "append", "metavar": "NUMER"},
        ("tylko te płatności: numer albo id, można powtarzać", "these payments alone: number or id, may be repeated"),
    ),
    (
        ("--group",),
        _FLAG,
        ("przelewy zbiorczo: podmiot, rachunek, waluta", "collective transfers: payee, account, currency"),
    ),
    (("--by-day",), _FLAG, ("zbiorczo, osobno na każdą datę", "collective, apart for every date")),
    (("--all-lines",), _FLAG, ("zbiorczo, ze wszystkimi liniami opisu", "collective, with all lines of description")),
    (("--split",), _FLAG, ("zbiorczo, dzielone według długości opisu", "collective, split by length of description")),
    (
        ("--split-period",),
        {"default": "", "metavar": "OKRES"},
        ("zbiorczo także MPP, za ten okres", "collective split payments, too, for this period"),
    ),
    (("--separate",), _FLAG, ("każdy przelew w osobnym pliku", "every transfer in a file of its own")),
    (
        ("--one-file",),
        _FLAG,
        ("wszystkie rodzaje tego samego formatu w jednym pliku", "all kinds of one format in one file"),
    ),
    (("--append",), _FLAG, ("dopisz do pliku, który już jest", "append to a file that is there")),
    (("--force",), _FLAG, ("nadpisz plik, który już jest", "overwrite a file that is there")),
    (
        ("--db",),
        RESULT_FILE,
        ("baza wysłanych: nie wysyła drugi raz", "store of what was sent: nothing is sent twice"),
    ),
    (("--resend",), _FLAG, ("wyślij także to, co już wysłano", "send what was sent already, too")),
    (
        ("--white-list",),
        {"type": Path, "metavar": "PLIK"},
        (
            "rozpakowany plik płaski Wykazu podatników VAT z dnia zlecenia",
            "unpacked flat file of the list of VAT taxpayers of the day",
        ),
    ),
    (("--unlisted",), _FLAG, ("wyślij mimo braku rachunku w Wykazie", "send although an account is not on the list")),
    (
        ("--always-listed",),
        _FLAG,
        ("sprawdzaj w Wykazie niezależnie od kwoty (od 15 000 zł)", "look up every amount (15,000 PLN and more)"),
    ),
    (
        ("--data",),
        {"type": Path, "metavar": "PLIK"},
        ("baza DuckDB dla pól Zapytanie SQL", "DuckDB database for fields Zapytanie SQL"),
    ),
    (("--keep-going",), _FLAG, ("zapisz resztę mimo odmów", "write the rest although payments were refused")),
    (
        ("--rejects",),
        RESULT_FILE,
        ("plik JSONL z odmowami i przyczynami", "JSONL file of refused payments and the reasons"),
    ),
)


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("bank export", ACTIONS["export"], console)
    add_files(
        arguments,
        (
            "płatności: .json, .jsonl, .csv; - to standardowe wejście",
            "payments: .json, .jsonl, .csv; - is standard input",
        ),
    )
    add_options(arguments, _OPTIONS)
    add_rule_folders(arguments)
    add_messages(arguments)
    return arguments
