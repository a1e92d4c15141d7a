"""`dekret edi import`: orders, invoices and corrections from files of XML, all of them or none."""

from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments
from dekret.cli.console import Console, Texts
from dekret.cli.edi import ACTIONS
from dekret.cli.outputs import DocumentWriter, claim, files_read
from dekret.cli.progress import Progress
from dekret.cli.reports import Gathered, add_format, say_broken, show_report
from dekret.cli.rules_options import (
    DIRECTORY,
    KEEP_GOING,
    RECORDS,
    RESULT_FILE,
    Option,
    add_files,
    add_options,
    add_rule_folders,
    day_of,
    open_rules,
)
from dekret.cli.texts import TEXTS

_READ: Texts = (
    "Wczytano dokumentów: {count} ({kinds}); odmów: {refused}.",
    "Read: {count} ({kinds}); refused: {refused}.",
)
_NO_FILES: Texts = ("Nie ma czego wczytać.", "There is nothing to read.")
_CARDS: Texts = (
    "Założone towary i kody u kontrahentów, do wpisania w kartotece:",
    "Goods and codes of buyers that were created, for the company's file:",
)
_CARDS_IN: Texts = (
    "Założone towary i kody u kontrahentów zapisano w {path}; wpisz je do kartoteki.",
    "Goods and codes of buyers that were created are in {path}; put them into the company's file.",
)
_KINDS: dict[str, Texts] = {
    "customer_order": ("rezerwacje odbiorcy: {count}", "customer orders: {count}"),
    "purchase_invoice": ("faktury zakupu z korektami: {count}", "purchase invoices with corrections: {count}"),
}


@dataclass(slots=True)
class _Result:
    """What a run gave: what is said, how many documents of each type, what they created."""

    said: Gathered = field(default_factory=Gathered)
    refused: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    goods: list[api.NewGoods] = field(default_factory=list)
    codes: list[api.BuyerCode] = field(default_factory=list)

    @property
    def read(self) -> int:
        return sum(self.counts.values())

    def take(self, item: api.Imported | api.Refused) -> None:
        if isinstance(item, api.Refused):
            self.said.say(item.diagnostics)
            self.refused += 1
            return
        self.said.say(item.remarks)
        self.counts[item.kind] = self.counts.get(item.kind, 0) + 1
        self.goods += item.goods
        self.codes += item.codes


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console)
    within = [each for path in given.files if path.is_dir() for each in path.iterdir()]
    claim((given.output, given.created), files_read((*given.files, *within, *given.documents), rules))
    importer = api.open_edi_import(rules, api.ExchangeBy(day_of(given), given.directory))
    result, progress = _Result(), Progress(console)
    known = tuple(importer.remember(given.documents))
    if any(each.severity is api.Severity.ERROR for each in known):
        result.said.say(known)
        return say_broken(result.said.report, given.format, console, what="broken documents")
    result.said.say(known)
    with api.open_output(given.output) as output:
        writer = DocumentWriter(output, given.output, console)
        for item in importer.run(given.files, console.input):
            result.take(item)
            if isinstance(item, api.Imported):
                writer.write(item.text)
            progress.step(result.read + result.refused)
        progress.end()
        writer.end()
        show_report(result.said.report, given.format, console, data=False)
        kept = result.read > 0 and (not result.refused or given.keep_going)
        if kept:
            _write_cards(result, given, console)
            output.keep(console.out)
    _say(result, given, console, kept=kept)
    return 1 if result.refused or not result.read else 0


def _write_cards(result: _Result, given: Namespace, console: Console) -> None:
    """What was created, in the file asked for, else behind the report."""
    rows = api.card_rows(result.goods, result.codes)
    if not rows:
        return
    if given.created is None:
        console.err(console.text(_CARDS) + "\n" + rows)
        return
    with api.open_output(given.created) as file:
        file.write(rows)
        file.keep()
    console.err(console.text(_CARDS_IN, path=str(given.created)) + "\n")


def _say(result: _Result, given: Namespace, console: Console, *, kept: bool) -> None:
    if result.said.not_shown:
        console.err(console.text(TEXTS["findings not shown"], count=result.said.not_shown) + "\n")
    if result.read + result.refused:
        kinds = "; ".join(console.text(_KINDS[kind], count=count) for kind, count in result.counts.items()) or "–"
        console.err(console.text(_READ, count=result.read, kinds=kinds, refused=result.refused) + "\n")
    if not kept:
        console.err(console.text(TEXTS["refused, not written"] if result.refused else _NO_FILES) + "\n")
    elif given.output:
        console.err(console.text(TEXTS["written"], path=str(given.output)) + "\n")


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("edi import", ACTIONS["import"], console)
    add_files(
        arguments,
        (
            "pliki Document-Order i Document-Invoice albo foldery z nimi; - to standardowe wejście",
            "files of Document-Order and Document-Invoice, or folders of them; - is standard input",
        ),
    )
    file = "PLIK" if console.language == "pl" else "FILE"
    options: tuple[Option, ...] = (
        RECORDS,
        (
            ("--documents",),
            {"type": Path, "action": "append", "default": [], "metavar": file},
            (
                "dokumenty, które już są: faktury do korekt i powtórki; można powtarzać",
                "documents that are there: invoices to be corrected, repeated ones; may be repeated",
            ),
        ),
        (
            ("--created",),
            RESULT_FILE,
            (
                "plik na wiersze kartoteki z założonymi towarami (bez niego są w komunikatach)",
                "file for the rows of goods that were created (without it they stand in the messages)",
            ),
        ),
        DIRECTORY,
        KEEP_GOING,
    )
    add_options(arguments, options)
    add_rule_folders(arguments)
    add_format(arguments)
    return arguments
