"""`dekret bank import`: statements of a bank to cash reports."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from dekret import api
from dekret.cli.arguments import Arguments, UnfitError
from dekret.cli.bank import ACTIONS
from dekret.cli.bank_options import LINE_RULES, REGISTER
from dekret.cli.console import Console, Texts
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
    date,
    day_of,
    open_rules,
    result_option,
)
from dekret.cli.texts import TEXTS

_LISTED = 20
"""Lines of one kind that are listed; the rest are counted."""
_STANDARD_OUTPUT = Path("-")


def run(words: list[str], console: Console) -> int:
    given = _arguments(console).parse(words)
    given.output = None if given.output == _STANDARD_OUTPUT else given.output
    rules = open_rules(given)
    if rules.report.has_errors:
        return say_broken(rules.report, given.messages, console)
    claim((given.output, given.rejects, given.db), files_read(filter(None, (*given.files, given.rates)), rules))
    by, report = _by(given)
    if report.has_errors:
        return say_broken(report, given.messages, console, what="broken rates")
    with api.open_output(given.output) as output, api.open_import(rules, by, output) as import_:
        found = api.Report(list(import_.findings))
        if found.has_errors:
            return say_broken(found, given.messages, console)
        return _imported(import_, given, console)


def _imported(import_: api.Import, given: Namespace, console: Console) -> int:
    result, progress = _Result(), Progress(console)
    with api.open_output(given.rejects) if given.rejects else nullcontext() as rejects:
        for done, item in enumerate(import_.run(given.files, console.input), start=1):
            result.take(item)
            if rejects and isinstance(item, api.Refused):
                rejects.write(reject_line(item, console.language))
            progress.step(done)
        progress.end()
        show_report(result.gathered.report, given.messages, console, data=False)
        if result.gathered.not_shown:
            console.err(console.text(TEXTS["not shown"], count=result.gathered.not_shown) + "\n")
        doubted = given.strict and result.gathered.report.count(api.Severity.WARNING)
        kept = bool(import_.reports.count) and (not (result.refused or doubted) or given.keep_going)
        if kept:
            import_.keep(console.out)
        if rejects:
            rejects.keep()
            console.err(console.text(TEXTS["written"], path=str(given.rejects)) + "\n")
    _say(import_, result, given, console, kept=kept)
    foreign = not import_.reports.count and result.left[api.Why.OTHER_ACCOUNT] and not result.left[api.Why.REPEATED]
    return 1 if result.refused or doubted or foreign else 0


@dataclass(slots=True)
class _Result:
    refused: int = 0
    left: Counter[api.Why] = field(default_factory=Counter)
    accounts: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    listed: dict[Texts, list[tuple[str, api.BankLine]]] = field(default_factory=dict)
    gathered: Gathered = field(default_factory=Gathered)

    def take(self, item: api.ImportOutcome) -> None:
        match item:
            case api.Taken():
                self.rules[item.rule or ""] += 1
                if item.remarks:
                    self.gathered.say(item.remarks)
                if item.rule is None and self.rules[""] <= _LISTED:
                    assert item.entry.bank_line
                    self._list(_NO_RULE, item.file, item.entry.bank_line)
            case api.Left():
                self.left[item.why] += 1
                self.gathered.say(item.remarks)
                if item.why is api.Why.OTHER_ACCOUNT:
                    self.accounts[item.account] += 1
                self._list((item.why.value.pl, item.why.value.en), item.file, item.line)
            case api.Refused():
                self.refused += 1
                self.gathered.say(item.diagnostics)
            case api.Said():
                self.gathered.say(item.remarks)

    def _list(self, title: Texts, file: str, line: api.BankLine) -> None:
        """Lines are listed one by one as long as there are not many."""
        listed = self.listed.setdefault(title, [])
        if len(listed) < _LISTED:
            listed.append((file, line))


def _say(import_: api.Import, result: _Result, given: Namespace, console: Console, *, kept: bool) -> None:
    """What was imported, what was left out and why, who was told by what, which rules were used."""
    reports, language = import_.reports, console.language
    receipts, payments = api.amount_text(reports.receipts, language), api.amount_text(reports.payments, language)
    sums = {"receipts": receipts, "payments": payments, "currency": import_.register.currency}
    console.err(console.text(_DONE if kept else _READ, count=reports.count, refused=result.refused, **sums) + "\n")
    left = _listed({why.value.in_(language): count for why, count in result.left.items()})
    passed = import_.passed
    rows = {_HEADER: passed.header, _FOOTER: passed.footer, _SKIPPED: passed.skipped}
    told = {told.value.in_(language): count for told, count in import_.told.items()}
    named = {rule: count for rule, count in result.rules.items() if rule}
    if left:
        console.err(console.text(_LEFT, left=left) + "\n")
        for why in result.left:
            console.err(_lines(result.listed[why.value.pl, why.value.en], result.left[why], language))
    if result.accounts:
        register = import_.register
        own = {"register": register.code, "account": register.account, "others": _listed(result.accounts)}
        console.err(console.text(_OTHER_ACCOUNTS, **own) + "\n")
    if any(rows.values()):
        shown = _listed({console.text(word): count for word, count in rows.items() if count})
        console.err(console.text(_ROWS, rows=shown) + "\n")
    if told:
        console.err(console.text(_TOLD, told=_listed(told)) + "\n")
    if import_.proposals and reports.count:
        rules = {**named, console.text(_NO_RULE): result.rules[""]}
        console.err(console.text(_RULES, rules=_listed(rules)) + "\n")
        console.err(_lines(result.listed.get(_NO_RULE, []), result.rules[""], language))
        if result.rules[""]:
            console.err(console.text(_WITHOUT_RULE) + "\n")
    if not kept:
        console.err(console.text(_why_nothing(result, entries=reports.count)) + "\n")
        return
    if given.output:
        console.err(console.text(_WRITTEN, path=str(given.output), numbers=", ".join(reports.numbers)) + "\n")
    if import_.number is not None:
        console.err(console.text(_NUMBER, number=import_.number, db=str(given.db)) + "\n")


def _why_nothing(result: _Result, *, entries: int) -> Texts:
    """Why no report was written, though so many entries were made."""
    if entries:
        return _NOTHING_KEPT if result.refused else _NOTHING_DOUBTED
    return _NOTHING_READ if result.refused else _NOTHING_THERE if result.left else _NO_LINES


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{word} {count}" for word, count in counts.items())


def _lines(listed: list[tuple[str, api.BankLine]], count: int, language: api.Language) -> str:
    """`  wyciag.csv:3  2026-01-15  -123,00 PLN  Aloza: FV 1/2026`"""
    amounts = [f"{api.amount_text(line.amount, language)} {line.currency}" for _, line in listed]
    width = max(map(len, amounts), default=0)
    rows = [
        f"  {file}:{line.file_line}  {line.date}  {amount:>{width}}  {_about(line)}"
        for (file, line), amount in zip(listed, amounts, strict=True)
    ]
    if count > len(listed):
        rows.append(f"  … +{count - len(listed)}")
    return "".join(f"{row}\n" for row in rows)


def _about(line: api.BankLine) -> str:
    text = ": ".join(part for part in (line.party_name, line.title or line.operation) if part)
    return f"{text[:_WIDTH]}…" if len(text) > _WIDTH else text


_WIDTH = 60


_DONE = (
    "Zaimportowano pozycji: {count} (wpływy {receipts}, wypływy {payments} {currency}); odmów: {refused}.",
    "Lines imported: {count} (in {receipts}, out {payments} {currency}); refused: {refused}.",
)
_READ = (
    "Odczytano pozycji: {count} (wpływy {receipts}, wypływy {payments} {currency}); odmów: {refused}.",
    "Lines read: {count} (in {receipts}, out {payments} {currency}); refused: {refused}.",
)
_LEFT = ("Pominięto pozycje: {left}.", "Lines left out: {left}.")
_OTHER_ACCOUNTS = (
    "Rejestr {register} to rachunek {account}, a te pozycje: {others}. Wskaż ich rejestr (-r) albo --other-accounts.",
    "{register} is the account {account}; these lines: {others}. Name their register (-r), or --other-accounts.",
)
_ROWS = ("Wiersze, które nie są operacjami: {rows}.", "Rows that are no lines: {rows}.")
_HEADER, _FOOTER, _SKIPPED = ("nagłówek", "header"), ("stopka", "footer"), ("pomijane przez format", "skipped")
_TOLD = ("Podmioty rozpoznano: {told}.", "Parties were told by: {told}.")
_RULES = ("Reguły: {rules}.", "Rules: {rules}.")
_WITHOUT_RULE = (
    "Pozycjom bez reguły brakuje konta przeciwstawnego: dopisz regułę (dekret docs wyciąg).",
    "Lines without a rule have no opposite account: add a rule (dekret docs wyciąg).",
)
_NO_RULE = ("bez reguły", "none")
_WRITTEN = ("Zapisano {path}: {numbers}.", "Written {path}: {numbers}.")
_NOTHING_KEPT = (
    "Niczego nie zapisano, bo są odmowy. Resztę zapisze opcja --keep-going.",
    "Nothing was written because lines were refused. The option --keep-going writes the rest.",
)
_NOTHING_DOUBTED = (
    "Niczego nie zapisano, bo są ostrzeżenia (--strict). Mimo nich zapisze opcja --keep-going.",
    "Nothing was written because there are warnings (--strict). The option --keep-going writes in spite of them.",
)
_NOTHING_THERE = ("Niczego nie zapisano: nie ma nowych pozycji.", "Nothing was written: there are no new lines.")
_NOTHING_READ = (
    "Niczego nie zapisano: są odmowy, a żadnej nowej pozycji nie wczytano.",
    "Nothing was written: something was refused, and no new line was read.",
)
_NO_LINES = ("Niczego nie zapisano: wyciąg nie ma żadnej pozycji.", "Nothing was written: the statement has no lines.")
_NUMBER = (
    "Import nr {number}; gdyby trzeba go cofnąć: dekret bank imported --db {db} --take-back {number}.",
    "Import {number}; to take it back: dekret bank imported --db {db} --take-back {number}.",
)


def _by(given: Namespace) -> tuple[api.ImportBy, api.Report]:
    """What the options mean, and what is wrong with the rates."""
    rates, report = api.exchange_rates(given.rates, before=given.rate_before)
    by = api.ImportBy(
        time=dt.datetime.now(dt.UTC),
        today=day_of(given),
        register=given.register,
        directory=given.directory,
        format=given.format,
        encoding=given.encoding,
        report=given.report,
        receipts=given.kp,
        payments=given.kw,
        since=given.since,
        until=given.until,
        balance=given.balance,
        rules=given.line_rules,
        every_account=given.other_accounts,
        everything=given.all,
        apart=given.per_statement,
        database=given.db,
        rates=rates,
    )
    return by, report


def _money(text: str) -> Decimal:
    unfit = UnfitError(
        f"kwota to liczba, np. 1234,50, a nie „{text}”", f"an amount is a number, as 1234.50, not '{text}'"
    )
    try:
        found = Decimal(text.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        raise unfit from None
    if not found.is_finite():
        raise unfit
    return found


_FLAG: dict[str, object] = {"action": "store_true"}
_OPTIONS: tuple[Option, ...] = (
    (
        ("-f", "--format"),
        {"default": "", "metavar": "SYMBOL"},
        ("format wyciągu (Format importu rejestru)", "format of the statement (that of the register)"),
    ),
    REGISTER,
    DIRECTORY,
    result_option(("raport kasowy w JSON (standardowe wyjście)", "the cash report as JSON (standard output)")),
    (
        ("--encoding",),
        {"default": "", "metavar": "KODOWANIE"},
        (
            "strona kodowa pliku, gdy inna niż w formacie: Windows 1250, Latin II, ISO 8859-2, Mazovia, UTF8",
            "code page of the file where it is not that of the format: Windows 1250, Latin II, Mazovia …",
        ),
    ),
    (
        ("--other-accounts",),
        _FLAG,
        ("dodawaj zapisy dotyczące innych rachunków", "import lines of other accounts, too"),
    ),
    (("--report",), {"default": "", "metavar": "NUMER"}, ("numer raportu", "number of the report")),
    (("--from",), {"dest": "since", "type": date, "metavar": "RRRR-MM-DD"}, ("otwarcie raportu", "first day")),
    (("--to",), {"dest": "until", "type": date, "metavar": "RRRR-MM-DD"}, ("zamknięcie raportu", "last day")),
    (
        ("--per-statement",),
        _FLAG,
        ("osobny raport na każdy wyciąg w pliku", "a report for every statement of the file"),
    ),
    (
        ("--balance",),
        {"type": _money, "metavar": "KWOTA"},
        ("stan początkowy raportu (z ostatniego importu w --db)", "opening balance (that of the last import in --db)"),
    ),
    (("--kp",), {"default": "KP", "metavar": "SYMBOL"}, ("definicja KP: numeracja przychodów", "symbol of receipts")),
    (("--kw",), {"default": "KW", "metavar": "SYMBOL"}, ("definicja KW: numeracja rozchodów", "symbol of payments")),
    LINE_RULES,
    (
        ("--rates",),
        {"type": Path, "metavar": "PLIK"},
        ("kursy walut w CSV: waluta;data;kurs", "exchange rates as CSV: currency;date;rate"),
    ),
    (
        ("--rate-before",),
        _FLAG,
        ("kurs z ostatniego dnia przed operacją, jak w ustawach", "rate of the last day before, as the law has it"),
    ),
    (
        ("--db",),
        RESULT_FILE,
        ("baza zaimportowanych: nic nie wejdzie drugi raz", "store of imported lines: nothing comes in twice"),
    ),
    (("--all",), _FLAG, ("wczytaj także to, co już zaimportowano", "import what was imported already, too")),
    (
        ("--strict",),
        _FLAG,
        ("ostrzeżenie (saldo się nie zgadza) jest odmową", "a warning (balances that differ) is a refusal"),
    ),
    (("--keep-going",), _FLAG, ("zapisz resztę mimo odmów", "write the rest although lines were refused")),
    (
        ("--rejects",),
        RESULT_FILE,
        ("plik JSONL z odmowami i przyczynami", "JSONL file of refused lines and the reasons"),
    ),
)


def _arguments(console: Console) -> Arguments:
    arguments = Arguments("bank import", ACTIONS["import"], console)
    add_files(arguments, ("wyciągi z banku; - to standardowe wejście", "bank statements; - is standard input"))
    add_options(arguments, _OPTIONS)
    add_rule_folders(arguments)
    add_messages(arguments)
    return arguments
