"""Speed of the export of EDI, beside the same files built with lxml; memory of the command.

python tests/benchmarks/edi_export.py [INVOICES]

Invoices of twenty lines out of a catalogue of 500 goods, quantities, prices and amounts of many values. In memory our
side makes the record of a document that the company's file has completed, writes it by the template and holds it
against the shape; lxml builds the tree and holds it against nothing, from the same documents (their records made by
the same code), and from records that are finished already. Then the whole command, JSON lines to files, with the rules
for documents, for a tenth of the invoices and for all of them.
"""

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from edi_lxml import invoice_file
from lxml import etree
from measure import in_turn, seconds

from dekret import api
from dekret.intake.received import Received
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.model.edi import EdiInvoice
from dekret.model.invoices import SaleInvoice
from dekret.packs.edi.kinds import KINDS, Made
from dekret.text.source import Source
from dekret.values.gs1 import check_digit

DAY = dt.date(2026, 3, 31)
GOODS, LINES, IN_MEMORY, ROUNDS = 500, 20, 300, 5
RATES = ("23", "8", "5", "zw")
COMPANY = """kartoteka "F"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
ulica = Portowa 1
kod pocztowy = 80-001
miasto = Gdańsk
kraj = PL
gln = 5900000000015
[Rejestry]
| Rejestr | Rachunek                   | Waluta |
|---------|----------------------------|--------|
| BANK    | 31998100180000000000000001 | PLN    |
[Podmioty]
| Kod   | Nazwa            | NIP        | GLN           | Ulica   | Kod pocztowy | Miasto | Forma płatności |
|-------|------------------|------------|---------------|---------|--------------|--------|-----------------|
| ALOZA | Aloza sp. z o.o. | 6736819308 | 5900000000022 | Polna 3 | 81-001       | Sopot  | przelew         |
"""


def company() -> str:
    """The company's file with its catalogue."""
    rows = [
        f"| T{n:03} | Towar numer {n} & spółka | {ean(n)} | {RATES[n % 4]} | 20.{n % 90:02} |" for n in range(GOODS)
    ]
    return "\n".join([COMPANY + "[Towary]", "| Kod | Nazwa | EAN | Stawka VAT | PKWiU |", *rows]) + "\n"


def ean(number: int) -> str:
    digits = f"29{number:010}"
    return digits + check_digit(digits)


def documents(count: int) -> Iterator[dict[str, object]]:
    """Invoices as JSON would have them."""
    for number in range(count):
        yield {
            "type": "sale_invoice",
            "number": f"FS/{number}/2026",
            "issue_date": (DAY - dt.timedelta(days=number % 28)).isoformat(),
            "party": {"code": "ALOZA"},
            "payments": [{"method": "przelew", "due_date": "2026-04-14"}],
            "orders": [{"number": f"ZAM/{number}", "issue_date": "2026-03-01"}],
            "deliveries": [{"number": f"WZ/{number}", "issue_date": "2026-03-02", "delivery_date": "2026-03-03"}],
            "positions": [position(number * LINES + place) for place in range(LINES)],
        }


def position(number: int) -> dict[str, object]:
    goods = number * 7919 % GOODS
    quantity, price = Decimal(number * 31 % 997 + 1), Decimal(number * 104_729 % 99_999 + 1) / 100
    net = quantity * price
    rate = RATES[goods % 4]
    vat = Decimal(0) if rate == "zw" else (net * Decimal(rate) / 100).quantize(Decimal("0.01"))
    return {
        "goods": {"code": f"T{goods:03}"}, "rate": rate, "net": str(net), "vat": str(vat), "quantity": str(quantity),
        "price": str(price),
    }  # fmt: skip


def in_memory(rules: Path) -> None:
    """Both sides in turn, every round with documents that it has not seen."""
    exporter = api.open_edi_export(api.library([rules]), api.ExchangeBy(DAY))
    kind = KINDS["sale_invoice"]
    files = exporter.opened(kind)
    place = Source("faktury.jsonl", "").span()
    whole = [exporter.completed(read(each)) for each in documents((4 * ROUNDS + 1) * IN_MEMORY)]

    def made(document: AnyDocument) -> Made:
        return kind.make(document, exporter.directory)

    def written(ready: Made, document: AnyDocument) -> str:
        text = files.text(ready, exporter.shape(ready), Received(document, b"", place))
        assert isinstance(text, str), text
        return text

    for document in whole[:IN_MEMORY]:
        ready = made(document)
        assert isinstance(ready.record, EdiInvoice)
        assert plain(written(ready, document).encode()) == plain(invoice_file(ready.record))
    parts = iter([whole[start : start + IN_MEMORY] for start in range(IN_MEMORY, len(whole), IN_MEMORY)])
    chunks = [[next(parts) for _ in range(ROUNDS)] for _ in range(4)]
    finished = [[made(each).record for each in chunk] for chunk in chunks[1]]
    ready_made = iter([[(made(each), each) for each in chunk] for chunk in chunks[2]])
    first, same, other = iter(chunks[0]), iter(chunks[3]), iter(finished)
    own, with_records = in_turn(
        lambda: [written(made(each), each) for each in next(first)],
        lambda: [invoice_file(made(each).record) for each in next(same)],
        rounds=ROUNDS,
    )
    ready, peer = in_turn(
        lambda: [written(*each) for each in next(ready_made)],
        lambda: [invoice_file(each) for each in next(other)],
        rounds=ROUNDS,
    )
    line("from the document", own, "lxml from the same", with_records)
    line("from the document", own, "lxml from finished records", peer)
    line("from finished records", ready, "lxml from the same", peer)


def line(name: str, own: float, peer: str, beside: float) -> None:
    print(  # noqa: T201 - the result
        f"{name:<22} {IN_MEMORY / own:>7,.0f} documents/s ({seconds(own / IN_MEMORY)} a document)  "
        f"{peer}: {IN_MEMORY / beside:,.0f}  {beside / own:.2f} times as fast, wanted ≥ 3"
    )


def read(data: dict[str, object]) -> SaleInvoice:
    found = ALL_DOCUMENTS.decode(json.dumps(data).encode())
    assert found
    assert isinstance(found[0], SaleInvoice)
    return found[0]


def plain(data: bytes) -> bytes:
    """The document without the blanks between elements."""
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, method="c14n")


def command(rules: Path, count: int) -> None:
    source, output = rules / f"{count}.jsonl", rules / f"pliki-{count}"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in documents(count))
    words = [sys.executable, "-m", "dekret", "edi", "export", str(source), "-o", str(output), "--rules", str(rules)]
    start = os.times()
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, code, used = os.wait4(process.pid, 0)
    wall = os.times().elapsed - start.elapsed
    assert code == 0
    assert sum(1 for _ in output.iterdir()) == count
    print(  # noqa: T201 - the result
        f"command, {count:>6,} invoices       {count / wall:>7,.0f} documents/s  {wall:.1f} s  "
        f"peak {used.ru_maxrss / 1024:.0f} MiB"
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        rules = Path(name)
        (rules / "firma.kartoteka").write_text(company(), encoding="utf-8")
        in_memory(rules)
        command(rules, count // 10)
        command(rules, count)


if __name__ == "__main__":
    main()
