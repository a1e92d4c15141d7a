"""A folder of rules with documents for tests of batches: a scheme, a chart, a company's file, invoices as JSONL."""

import datetime as dt
import io
import json

import frames
from dekret import api

TODAY = dt.date(2026, 3, 31)
SYMBOL = "ZAKUP"
SCHEME = (
    f'schemat "{SYMBOL}"\n[Nagłówek]\nnazwa = Zakup\ntyp = Rejestr VAT zakupu\ndziennik = ZAKUP\n'
    + frames.POSTING_SCHEME.split("zakupu\n")[1]
)
STANDARD = False
"""These rules stand alone: nothing of the standard packs is loaded."""


def lay_out(folder, *, scheme=SCHEME, company=""):
    (folder / "zakup.schemat").write_text(scheme, encoding="utf-8")
    (folder / "p.plan").write_text(frames.PLAN, encoding="utf-8")
    directory = frames.DIRECTORY.replace("nip = ", f"{company}nip = ")
    (folder / "k.kartoteka").write_text(directory, encoding="utf-8")
    return folder


def invoice(number, day="2026-03-05", **fields):
    return {
        "type": "vat_purchase",
        "number": f"FZ/{number}",
        "issue_date": day,
        "party": {"code": "ALOZA"},
        "elements": [{"rate": "23", "net": "100.00", "vat": "23.00"}],
        **fields,
    }


UNKNOWN = {"party": {"code": "NIKT"}}


def write_jsonl(path, documents):
    """A line for each; texts are written as they are."""
    lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in documents]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def poster(folder, symbol=SYMBOL):
    library = api.library([folder], standard=STANDARD)
    assert not library.report.has_errors, library.report.ids()
    return api.open_poster(library, api.By(symbol, TODAY))


def posted(folder, paths, **how):
    """What becomes of the documents of files."""
    return list(api.post(poster(folder), paths, io.BytesIO(), **how))


def ids(found):
    """Of every document its ids of refusals, or the word that it was posted."""
    return ["posted" if isinstance(each, api.Posted) else _ids(each) for each in found]


def _ids(refused):
    return ", ".join(diagnostic.id for diagnostic in refused.diagnostics)
