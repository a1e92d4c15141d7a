"""`dekret post`: documents become entries of the journal."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments, UnfitError
from dekret.cli.console import Console
from dekret.cli.outputs import claim, files_read
from dekret.cli.progress import Progress
from dekret.cli.rejects import reject_line
from dekret.cli.reports import add_format, say_broken, show_report
from dekret.cli.rules_options import (
    DOCUMENTS,
    KEEP_GOING,
    PAIRS,
    RESULT_FILE,
    Option,
    add_files,
    add_options,
    add_rules,
    by,
    open_rules,
    result_option,
    rule_paths,
)
from dekret.cli.texts import COMMANDS, TEXTS

_SHOWN = 200
"""Refusals that are shown one by one; the rest are counted, and stand in the file of rejects."""


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.format, console)
    _check_outputs(given, rules)
    poster = api.open_poster(rules, by(given))
    result = _Result(report=api.Report(poster.remarks()))
    mapping = None
    if given.map:
        mapping, said = api.open_posting_map(rules, given.map, poster, given.directory)
        if mapping is None:
            return say_broken(said, given.format, console)
    form = _form(given, console)
    with ExitStack() as opened:
        ledger = opened.enter_context(api.open_ledger(given.db)) if given.db else None
        jobs = given.jobs if form == "jsonl" else 1
        found = api.post(
            poster,
            given.files,
            console.input,
            ledger=ledger,
            jobs=jobs,
            rules=api.rules_from(rule_paths(given), standard=not given.no_standard),
            mapping=mapping,
        )
        writes = given.output or given.table or not ledger
        output = opened.enter_context(api.open_output(given.output) if writes else nullcontext())
        rejects = opened.enter_context(api.open_output(given.rejects) if given.rejects else nullcontext())
        writer = _Writer(result, form, output, rejects, console)
        if ledger:
            ledger.add_accounts(poster.accounts())
            ledger.add(item.entry for item in writer.taken(found) if isinstance(item, api.Posted))
        else:
            for _ in writer.taken(found):
                pass
        _show(result, given, console)
        kept = result.posted and (not result.refused or given.keep_going)
        if kept and ledger:
            ledger.commit()
        if kept and output:
            output.keep(console.out)
        if rejects:
            rejects.keep()
        notes = []
        if poster.standard_plan:
            notes.append(console.text(TEXTS["standard plan"], plan=poster.standard_plan))
        if not poster.has_directory:
            notes.append(console.text(TEXTS["no directory"]))
        _say(result, given, notes, console, kept=bool(kept))
    return 1 if result.refused or result.found_nothing else 0


def _form(given: Namespace, console: Console) -> str:
    """Tables on a terminal; else what the name of the file says."""
    if given.table or (given.output is None and given.db is None and console.shows_output):
        return "table"
    if given.db:
        return "entries" if given.output is None else _form_of(given.output)
    return _form_of(given.output)


def _form_of(path: Path | None) -> str:
    return "csv" if path and path.suffix.lower() == ".csv" else "jsonl"


def _check_outputs(given: Namespace, rules: api.Library) -> None:
    """An output must not be one of the inputs, a file of the rules or another output; its ending tells its form."""
    claim((given.output, given.rejects, given.db), files_read(given.files, rules))
    if given.output and given.table:
        raise api.UsageError(
            "Tabele do czytania są na ekran, a plik z -o to dziennik: podaj --table albo -o.",
            "Tables to read are for the screen, and the file of -o is a journal: give --table or -o.",
        )
    if given.output and given.output.suffix.lower() not in ("", ".jsonl", ".csv"):
        raise api.UsageError(
            f"Dziennik zapisuje się jako .jsonl albo .csv (dla arkusza), nie {given.output.suffix}.",
            f"A journal is written as .jsonl or .csv (for a spreadsheet), not {given.output.suffix}.",
        )


@dataclass(slots=True)
class _Result:
    posted: int = 0
    lines: int = 0
    refused: int = 0
    passed_over: int = 0
    left_out: int = 0
    not_shown: int = 0
    opened: dict[str, None] = field(default_factory=dict)
    report: api.Report = field(default_factory=api.Report)

    def take(self, item: api.Posted | api.PostedText) -> None:
        self.posted += 1
        if isinstance(item, api.Posted):
            self.lines += len(item.entry.lines)
            for account in item.entry.opened:
                self.opened[account.code] = None
        else:
            self.lines += item.lines
            if item.opened:
                self.opened.update(dict.fromkeys(item.opened))
        if item.remarks:
            self._report(item.remarks)

    def refuse(self, item: api.Refused) -> None:
        if item.left_out:
            self.left_out += 1
            return
        self._report(item.diagnostics)
        if item.nothing_there:
            return
        if item.passed_over:
            self.passed_over += 1
        else:
            self.refused += 1

    @property
    def found_nothing(self) -> bool:
        """Whether there was not a single document to be posted."""
        return not (self.posted or self.refused or self.passed_over or self.left_out)

    def _report(self, found: tuple[api.Diagnostic, ...]) -> None:
        if len(self.report.diagnostics) < _SHOWN:
            self.report.extend(found)
        else:
            self.not_shown += 1


class _Writer:
    """Writes what comes: journal lines to the output, refused documents with their reasons to the rejects."""

    def __init__(
        self,
        result: _Result,
        form: str,
        output: api.Output | None,
        rejects: api.Output | None,
        console: Console,
    ) -> None:
        self.result = result
        self.form = form
        self.output = output
        self.rejects = rejects
        self.console = console
        self.progress = Progress(console)

    def taken(
        self, found: Iterator[api.Posted | api.PostedText | api.Refused]
    ) -> Iterator[api.Posted | api.PostedText]:
        """Everything that was posted, once it is written."""
        if self.form == "csv" and self.output:
            self.output.write(api.csv_header(self.console.language))
        for item in found:
            if isinstance(item, api.Refused):
                self.result.refuse(item)
                if self.rejects and not item.passed_over:
                    self.rejects.write(reject_line(item, self.console.language))
            else:
                self.result.take(item)
                if self.output:
                    self.output.write(self._text(item))
                yield item
            self.progress.step(self.result.posted + self.result.refused)
        self.progress.end()

    def _text(self, item: api.Posted | api.PostedText) -> str:
        if isinstance(item, api.PostedText):
            return item.text
        if self.form == "table":
            return api.journal_table(item.entry, self.console.language) + "\n"
        return api.journal_csv(item.entry) if self.form == "csv" else api.journal_lines(item.entry)


def _show(result: _Result, given: Namespace, console: Console) -> None:
    show_report(result.report, given.format, console, data=False)
    if result.not_shown:
        console.err(console.text(TEXTS["not shown"], count=result.not_shown) + "\n")


def _say(result: _Result, given: Namespace, notes: list[str], console: Console, *, kept: bool) -> None:
    console.err(
        console.text(
            TEXTS["posted" if kept else "would be posted"],
            posted=result.posted,
            lines=result.lines,
            refused=result.refused,
            passed=result.passed_over,
        )
        + "\n"
    )
    if given.filter:
        console.err(console.text(TEXTS["left out"], filter=given.filter, count=result.left_out) + "\n")
    for note in notes if kept else ():
        console.err(note + "\n")
    if given.rejects:
        console.err(console.text(TEXTS["written"], path=str(given.rejects)) + "\n")
    if not kept:
        reason = (
            "nothing written" if result.refused else "nothing to post" if result.found_nothing else "nothing posted"
        )
        console.err(console.text(TEXTS[reason]) + "\n")
        return
    if result.opened:
        names = list(result.opened)
        more = f" … (+{len(names) - 20})" if len(names) > 20 else ""
        console.err(console.text(TEXTS["opened"], accounts=", ".join(names[:20]) + more) + "\n")
    for path in (given.output, given.db):
        if path:
            console.err(console.text(TEXTS["written"], path=str(path)) + "\n")


def _jobs(text: str) -> int:
    if text == "auto":
        return api.processors()
    if not text.isdigit() or not 1 <= int(text) <= 64:
        raise UnfitError(
            f"ma tu stać liczba od 1 do 64 albo auto, a nie „{text}”",
            f"a number from 1 to 64 or auto has to stand here, not '{text}'",
        )
    return int(text)


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("post", COMMANDS["post"], console)
    add_files(arguments, DOCUMENTS)
    add_rules(arguments)
    add_options(arguments, _OPTIONS)
    add_format(arguments)
    return arguments


_OPTIONS: tuple[Option, ...] = (
    (
        ("--filter",),
        {"metavar": "SYMBOL"},
        (
            "tylko dokumenty, dla których zachodzi ten filtr (dekret docs filtr)",
            "only documents for which this filter holds (dekret docs filter)",
        ),
    ),
    (("--set",), PAIRS, ("wartość parametru filtra; można powtarzać", "the value of a parameter of the filter")),
    result_option(("plik dziennika: .jsonl albo .csv", "file of the journal: .jsonl or .csv")),
    (
        ("--db",),
        RESULT_FILE,
        (
            "baza zapisów (.duckdb): zaksięgowanego dokumentu nie księguje drugi raz",
            "store of entries (.duckdb): a document that is posted there is refused",
        ),
    ),
    (
        ("--map",),
        {"metavar": "SYMBOL"},
        (
            "mapa, która czyta te pliki (dekret docs mapa); bez niej są to dokumenty",
            "map that reads these files (dekret docs map); without it they are documents",
        ),
    ),
    KEEP_GOING,
    (
        ("--rejects",),
        RESULT_FILE,
        (
            "plik JSONL z odrzuconymi dokumentami i przyczynami",
            "JSONL file of refused documents and the reasons",
        ),
    ),
    (
        ("--jobs",),
        {"type": _jobs, "default": 1, "metavar": "N"},
        (
            "liczba procesów dla plików JSONL (1); auto: tyle, ile procesorów",
            "number of processes for JSONL files (1); auto: as many as processors",
        ),
    ),
    (
        ("--table",),
        {"action": "store_true"},
        ("tabele do czytania zamiast JSONL, także z --db", "tables to read instead of JSONL, with --db, too"),
    ),
)
