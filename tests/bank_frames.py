"""What stands around the examples of bank problems, so that each of them can be run.

An example is a file of payments (`płatności: …`), payments, one a line, to be sent on a day (`przelewy: …`, or
`przelewy zbiorczo: …` as collective ones; a line before them may name another payer), or a format, after which a line
`===` may bring payments that are written by it, and a line `=== plik` a file that is read by it, `=== wyciąg` a
statement; `import: …` brings a statement into a cash report, `rozliczenia: …` matches an entry with a payment.
`próbka: …` is a file that a format is proposed for, its characters one byte each.
"""

import datetime as dt
import io
import re
from decimal import Decimal
from pathlib import Path

import msgspec

from dekret import api
from dekret.bank.charsets import CHARSETS
from dekret.bank.file import BankFile
from dekret.bank.grouping import Collective, groups
from dekret.bank.line_reader import LineReader
from dekret.bank.orders import FileFacts
from dekret.bank.problem_examples import GOOD, statement
from dekret.bank.read import Remark, Unread
from dekret.bank.selection import objections
from dekret.bank.sniff.sample import Sample
from dekret.bank.sniff.sniff import propose
from dekret.bank.transfer_day import TransferDate, transfer_day
from dekret.bank.white_list import Standing
from dekret.company.rates import Rates
from dekret.errors import QueryError
from dekret.intake.payments import read_payments_stream
from dekret.intake.received import Received
from dekret.model.payments import KIND_WORDS, Payer, Payment
from dekret.packs.bank import preview as bank_preview
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.run_match import MatchBy, match, settlements
from dekret.packs.bank.statements import diagnostic_of, statement_reader
from dekret.packs.bank.transfers import How, Transfers
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source

SENT_ON = dt.date(2026, 1, 15)
PAYER = Payer(name="Bursztyn sp. z o.o.", tax_id="5580730219", register="BANK", account="24101000000000123456789012")


def is_of_banks(example: str) -> bool:
    """Whether an example is for this module."""
    kinds = ("płatności: ", "przelewy", "zleceniodawca: ", "format ", "import: ", "rozliczenia: ", "próbka: ")
    return example.startswith(kinds)


def run(example: str, folder: Path) -> list[Diagnostic]:
    """Everything that is said of an example."""
    if example.startswith("płatności: "):
        return _payments(example.removeprefix("płatności: "))
    if example.startswith("próbka: "):
        sample = Sample("probka", example.removeprefix("próbka: ").encode("latin-1"))
        proposed = propose(sample, SENT_ON)
        return [proposed] if isinstance(proposed, Diagnostic) else []
    if example.startswith("format "):
        return _formatted(example, folder)
    if example.startswith("rozliczenia: "):
        return _matched(example, folder)
    if example.startswith("import: "):
        return _imported(example, folder)
    if example.startswith(("przelewy spoza wykazu: ", "przelewy mimo wykazu: ", "przelewy wysłane: ")):
        return _looked_up(example, folder)
    return _said_of_payments(example)


def _payments(text: str) -> list[Diagnostic]:
    """What is said of a file of payments."""
    found: list[Diagnostic] = []
    for item in read_payments_stream("platnosci", io.BytesIO(text.encode())):
        found += item.warnings if isinstance(item, Received) else item.diagnostics
    return found


def _said_of_payments(example: str) -> list[Diagnostic]:
    """What is said against the payments of an example, each at its line, and against collective ones, at the first."""
    before, way, lines = re.fullmatch(r"(?:zleceniodawca: (.*)\n)?przelewy( zbiorczo)?: ((?s:.*))", example).groups()
    payer = msgspec.json.decode(before, type=Payer) if before else PAYER
    source = Source("przelewy.jsonl", lines)
    found, dated, start = [], [], 0
    for line in lines.splitlines(keepends=True):
        payment = msgspec.json.decode(line, type=Payment)
        day, of_day = transfer_day(payment, TransferDate(), today=SENT_ON)
        said = (*objections(payment, payer, today=SENT_ON), *of_day)
        found += [objection.at(source.span(start, start + len(line.rstrip()))) for objection in said]
        dated.append((payment, day or SENT_ON))
        start += len(line)
    how = Collective(all_lines=True) if way else None
    return found + [objection.at(source.span()) for group in groups(dated, how) for objection in group.objections]


def _formatted(example: str, folder: Path) -> list[Diagnostic]:
    """What is said of a format, of payments that are written by it, of a file that is read by it."""
    rules, divider, rest = example.partition("===")
    (folder / "plik.format").write_text(rules, encoding="utf-8", newline="\n")
    library = api.check([folder])
    found = list(library.report.diagnostics)
    if library.report.has_errors or not divider:
        return found
    checked, _ = format_of(library, library.formats[-1].symbol.text, SENT_ON)
    if rest.startswith(" plik\n"):
        data = rest.removeprefix(" plik\n").encode("cp852")
        if checked.format.mt940:
            events = statement_reader(checked).read(io.BytesIO(data))
            odd = (event for event in events if isinstance(event, Unread | Remark))
            return found + [diagnostic_of(event, "plik") for event in odd]
        return found + bank_preview.preview(checked, "plik", io.BytesIO(data), 100).diagnostics
    if rest.startswith(" wyciąg\n"):
        read = LineReader(checked).read(io.BytesIO(rest.removeprefix(" wyciąg\n").encode("cp852")))
        return found + [diagnostic_of(item, "plik") for item in read if isinstance(item, Unread | Remark)]
    file = BankFile(checked, PAYER, FileFacts(SENT_ON, "plik"), _asked if "nigdzie" in rules else None)
    how = How(PAYER, {} if "brak formatu" in rules else dict.fromkeys(KIND_WORDS, checked), SENT_ON)
    received = read_payments_stream("platnosci", io.BytesIO(rest.encode()))
    for item in Transfers(how, lambda _payment, _checked: file).run(received):
        found += item.diagnostics if isinstance(item, api.Refused) else item.remarks
    return found


def _matched(example: str, folder: Path) -> list[Diagnostic]:
    """What is said of an entry and the payment it settles: `rozliczenia: 50` and `KP;PLN;123,00;FS/1/2026`.

    Instead of the report (`KP`) there may be an invoice (`FS`) or a statement (`MT940`); with `RAPORT` it is given as
    an invoice, too.
    """
    head, _, row = example.partition("\n")
    kind, currency, written, number = row.split(";")
    amount, rate = written.replace(",", "."), {"exchange_rate": "4.25"} if currency != "PLN" else {}
    entry = {"number": "KP/1", "date": "2026-01-15", "direction": "in", "amount": amount, "description": number, **rate}
    report = {"type": "cash_report", "number": "WB/1", "date": "2026-01-15", "currency": currency, "entries": [entry]}
    written = {"FS": msgspec.json.encode(GOOD_SALE), "MT940": b":20:MT940\n"}
    (folder / "raport.json").write_bytes(written.get(kind) or msgspec.json.encode(report))
    payment = {"number": number, "state": "draft", "direction": "in", "currency": currency, "amount": amount, **rate}
    (folder / "p.json").write_bytes(msgspec.json.encode(payment))
    by = MatchBy(payments=[folder / "p.json"], invoices=[folder / "raport.json"] if kind == "RAPORT" else ())
    found = match([folder / "raport.json"], io.BytesIO(), by)
    _, said = settlements(found, int(head.removeprefix("rozliczenia: ")), SENT_ON)
    return [*said, *found.said.diagnostics]


GOOD_SALE = {
    "type": "vat_sale",
    "number": "FS/1/2026",
    "issue_date": "2026-01-02",
    "party": {"code": "ALOZA"},
    "elements": [{"net": "100.00", "vat": "23.00", "rate": "23"}],
}


def _imported(example: str, folder: Path) -> list[Diagnostic]:
    """What is said of a statement on its way into a report: `import: od=2026-01-01 saldo=900,00` and its rows.

    A line `===` parts the files of one command; with `numery=tak` the last column is the bank's reference.
    """
    head, _, rows = example.partition("\n")
    words = dict(word.split("=") for word in head.removeprefix("import:").split())
    format_ = statement("").partition("===")[0].replace("[Pozycje]", "krótsze wiersze = tak\n[Pozycje]")
    format_ += f"| {'Referencja banku' if 'numery' in words else 'Pełny numer rachunku podmiotu'} | Tekst |\n"
    (folder / "w.format").write_text(format_, encoding="utf-8", newline="\n")
    company = SHARED.format(currency=words.get("waluta", "PLN"))
    (folder / "f.kartoteka").write_text(company, encoding="utf-8", newline="\n")
    charset = next(each for each in CHARSETS.values() if each.word.pl == words.get("kodowanie", "Latin II"))
    rates = {("EUR", dt.date.fromisoformat(words["kurs"])): Decimal("4.25")} if "kurs" in words else {}
    by = api.ImportBy(
        time=dt.datetime(2026, 1, 31, tzinfo=dt.UTC),
        today=SENT_ON,
        format=words.get("format", ""),
        since=dt.date.fromisoformat(words["od"]) if "od" in words else None,
        until=dt.date.fromisoformat(words["do"]) if "do" in words else None,
        balance=Decimal(words["saldo"].replace(",", ".")) if "saldo" in words else None,
        rates=Rates(rates),
    )
    files = []
    for number, part in enumerate(rows.split("\n===\n")):
        files.append(folder / f"{number}.csv")
        files[-1].write_bytes(charset.encode(part))
    with api.open_output(None) as output, api.open_import(api.library([folder]), by, output) as import_:
        found = list(import_.run(files, io.BytesIO()))
    remarks = [item.diagnostics if isinstance(item, api.Refused) else getattr(item, "remarks", ()) for item in found]
    return [each for of_item in remarks for each in of_item]


SHARED = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
[Rejestry]
| Rejestr | Rachunek | Waluta | Format importu |
|---|---|---|---|
| BANK | | {currency} | WYCIAG |
[Podmioty]
| Kod | Rachunek |
|---|---|
| ALOZA | 78997200433098554356866297 |
| KLON | 43998100181306412222825701 |
| KLON2 | 43998100181306412222825701 |
"""


def _looked_up(example: str, folder: Path) -> list[Diagnostic]:
    """What is said of payments to accounts that the white list does not know, or that a store knows as sent."""
    (folder / "plik.format").write_text(GOOD, encoding="utf-8", newline="\n")
    checked, _ = format_of(api.check([folder]), "BANK", SENT_ON)
    file = BankFile(checked, PAYER, FileFacts(SENT_ON, "plik"))
    listed = None if example.startswith("przelewy wysłane") else NobodyListed()
    how = How(PAYER, {"ordinary": checked}, SENT_ON, white_list=listed, unlisted="mimo" in example, always_listed=True)
    sent = set if listed is None else None
    received = read_payments_stream("platnosci", io.BytesIO(example.partition(": ")[2].encode()))
    found = Transfers(how, lambda _payment, _checked: file, sent).run(received)
    return [each for item in found for each in (item.diagnostics if isinstance(item, api.Refused) else item.remarks)]


class NobodyListed:
    """A white list that has nobody on it."""

    day = SENT_ON

    def check(self, _tax_id: str, _nrb: str) -> Standing:
        return Standing.NOT_FOUND


def _asked(_statement: str, _identity: str) -> str:
    raise QueryError("nie ma tabeli nigdzie", "there is no table nigdzie")
