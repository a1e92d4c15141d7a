"""`dekret bank match`: what entries of cash reports may settle."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments, UnfitError
from dekret.cli.bank import ACTIONS
from dekret.cli.bank_options import REPORTS
from dekret.cli.console import Console
from dekret.cli.outputs import claim, files_read
from dekret.cli.reports import add_messages, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    add_files,
    add_options,
    add_rule_folders,
    day_of,
    open_rules,
    result_option,
)

_BEST = 100
_STANDARD_OUTPUT = Path("-")


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    if not given.payments and not given.invoices:
        raise api.UsageError(
            "Podaj, z czym porównać zapisy: --payments albo --invoices.",
            "Name what the entries are held against: --payments or --invoices.",
        )
    to_output = given.output is not None
    output = None if given.output == _STANDARD_OUTPUT else given.output
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.messages, console)
    claim((output,), files_read((*given.files, *given.payments, *given.invoices), rules))
    matched = api.match_entries(
        rules,
        given.files,
        console.input,
        payments=given.payments,
        invoices=given.invoices,
        direction=given.register,
        directory=given.directory,
        today=day_of(given),
    )
    report = api.Report(matched.said.diagnostics)
    lines: list[str] = []
    if given.settle is not None:
        lines, said = api.settlement_lines(matched, given.settle, day_of(given))
        report.extend(said.diagnostics)
    elif to_output:
        lines = list(api.match_lines(matched))
    show_report(report, given.messages, console, data=False)
    refused = any(not each.passed_over for each in matched.said.refused)
    kept = not refused or given.keep_going
    if not to_output and given.settle is None:
        console.out("".join(api.match_text(matched, console.language)))
    elif kept and lines:
        with api.open_output(output) as file:
            file.write("".join(f"{line}\n" for line in lines))
            file.keep(console.out)
    _say(matched, given, console, settled=len(lines) if given.settle is not None and kept else None)
    if to_output and not (kept and lines):
        why = _NOTHING_THERE if kept else _NOTHING_KEPT
        console.err(console.text(why) + "\n")
    return 1 if refused or not matched.entries else 0


def _say(matched: api.Matched, given: Namespace, console: Console, *, settled: int | None) -> None:
    if not matched.entries:
        console.err(console.text(_NO_ENTRIES) + "\n")
        return
    proposed = sum(1 for each in matched.entries if each.match.proposal)
    counts = {"entries": len(matched.entries), "items": matched.items, "proposed": proposed}
    console.err(console.text(_DONE, **counts, none=len(matched.entries) - proposed) + "\n")
    if settled is not None:
        console.err(console.text(_SETTLED, count=settled, least=given.settle) + "\n")
    elif given.settle is None:
        console.err(console.text(_NOT_SETTLED) + "\n")


_DONE = (
    "Zapisów: {entries}, otwartych pozycji: {items}; z propozycją: {proposed}, bez: {none}.",
    "Entries: {entries}, open items: {items}; with a proposal: {proposed}, without: {none}.",
)
_NOT_SETTLED = (
    "To tylko propozycje: rozliczenia zapisze --settle OCENA.",
    "These are proposals alone: --settle SCORE writes settlements.",
)
_SETTLED = ("Rozliczenia o ocenie od {least}: {count}.", "Settlements with a score from {least}: {count}.")
_NO_ENTRIES = (
    "W raportach nie ma żadnego zapisu: nie ma czego rozliczać.",
    "The reports have no entries: there is nothing to settle.",
)
_NOTHING_THERE = ("Niczego nie zapisano: nie ma czego.", "Nothing was written: there is nothing to write.")
_NOTHING_KEPT = (
    "Niczego nie zapisano, bo są odmowy. Resztę zapisze opcja --keep-going.",
    "Nothing was written because records were refused. The option --keep-going writes the rest.",
)


def _score(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= _BEST):
        raise UnfitError(
            f"ocena to liczba od 1 do 100, a nie „{text}”", f"a score is a number from 1 to 100, not '{text}'"
        )
    return int(text)


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("bank match", ACTIONS["match"], console)
    file = "PLIK" if console.language == "pl" else "FILE"
    add_files(arguments, REPORTS)
    add = arguments.option.add_argument
    add(
        "--payments",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar=file,
        help=console.text(("płatności: .json, .jsonl, .csv", "payments: .json, .jsonl, .csv")),
    )
    add(
        "--invoices",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar=file,
        help=console.text(("faktury: .json, .jsonl, KSeF .xml", "invoices: .json, .jsonl, KSeF .xml")),
    )
    add(
        "--register",
        choices=("vat_purchase", "vat_sale"),
        help=console.text(("rejestr faktur KSeF, gdy NIP firmy go nie rozstrzyga", "register of KSeF invoices")),
    )
    add_options(
        arguments,
        [DIRECTORY, result_option(("propozycje w JSON, zapis w wierszu", "proposals as JSON, an entry a line"))],
    )
    add(
        "--settle",
        type=_score,
        metavar="OCENA",
        help=console.text(
            (
                "zamiast propozycji zapisz rozliczenia tych o ocenie co najmniej takiej (1–100)",
                "write settlements instead, of proposals with at least this score (1-100)",
            )
        ),
    )
    add("--keep-going", action="store_true", help=console.text(("pomiń to, czego nie da się odczytać", "go on")))
    add_rule_folders(arguments)
    add_messages(arguments)
    return arguments
