"""What stands around the examples of the problem catalogue, so that each of them can be run.

An example is a cell (`warunek: …`), a document (`dokument: …`), rates (`kursy: …`), bytes (`bytes: …`), several files
(`=== name`; of those `edi-eksport` is exported, `edi-import` imported), or one rule file, after which a line `===` may
bring a document that is posted by it. Examples of payments and of bank formats are the business of `bank_frames`,
those of awizos of `awizo_frames`.
"""

import datetime as dt
import io
import re
from pathlib import Path

import awizo_frames
import bank_frames
import thtg_frames
import wnt_frames
from dekret import api
from dekret.company.rates import read_rates
from dekret.packs import batch
from dekret.packs.numbering import Journals
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Source

TODAY = dt.date(2026, 3, 31)
PLAN = """plan "RAMA"
[Konta]
| Konto   | Nazwa      | Słownik  | Nieaktywne | Waluta |
|---------|------------|----------|------------|--------|
| 135     | Bank EUR   |          |            | EUR    |
| 202     | Dostawcy   |          |            |        |
| 202-2   | Krajowi    |          |            |        |
| 202-2-1 | Krajowi    | Podmioty |            |        |
| 221     | VAT        |          |            |        |
| 221-1   | Naliczony  |          |            |        |
| 221-8   | Dawny      |          | tak        |        |
| 401     | Materiały  |          |            |        |
| 402     | Usługi     |          |            |        |
| 402-01  | Transport  |          |            |        |
"""
DIRECTORY = """kartoteka "RAMA"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
[Podmioty]
| Kod   | Nazwa            | NIP        |
|-------|------------------|------------|
| ALOZA | Aloza sp. z o.o. | 6736819308 |
"""
SCHEME = """schemat "RAMA"
[Nagłówek]
nazwa = Rama
typ = Rejestr VAT zakupu
{opis}[Pozycje]
| Konto Wn | Konto Ma | Kwota | Warunek |
|----------|----------|-------|---------|
| {konto} | 202-2-1 | {kwota} | {warunek} |
"""
POSTING_SCHEME = """schemat "RAMA"
[Nagłówek]
nazwa = Rama
typ = Rejestr VAT zakupu
[Pozycje]
| Konto Wn | Konto Ma | Słownik  | Kwota  |
|----------|----------|----------|--------|
| 221-1    | 202-2-1  | Podmioty | @Vat   |
| 401      | 202-2-1  | Podmioty | @Netto |
"""
SETTLEMENT_SCHEME = """schemat "RAMA"
[Nagłówek]
nazwa = Rama
typ = Rozliczenia
[Pozycje]
| Konto Wn | Konto Ma | Kwota      |
|----------|----------|------------|
| 401      | 221-1    | @KwotaRoz1 |
"""
_SCHEME_BYTES = POSTING_SCHEME.encode()
_OWN_NAMES = (".plan", ".kartoteka", ".przypadek", ".wykres", ".wstawka", ".filtr", ".kolumny", ".funkcja")
_OWN_NAMES += (".mapa", ".ksztalt")
_MANY, _PADDING = "<!--17 MB-->", f"<!--{'x' * 1000}-->"
"""What stands in an example for more than a document may be long, and what it is made of."""
EXCHANGED = ("edi-eksport", "edi-import")
"""Files of an example that are exported or imported; those that begin with `edi-znane` are known beforehand."""
CELLS = ("warunek", "kwota", "konto", "opis")


def cell_file(example: str) -> str:
    """The scheme that an example of one cell stands in."""
    column, _, text = example.partition(": ")
    parts = {"opis": "", "konto": "401", "kwota": "@Netto", "warunek": ""}
    parts[column] = f"opis = {text}\n" if column == "opis" else text.replace("|", "\\|")
    return SCHEME.format(**parts)


def run(example: str, folder: Path) -> list[Diagnostic]:
    """Everything that is said of an example, by the check, by the cases and by posting, or against its payments."""
    if example.startswith("wydruk "):
        return _printed(example.removeprefix("wydruk "), folder)
    if bank_frames.is_of_banks(example):
        return bank_frames.run(example, folder)
    if awizo_frames.is_of_awizos(example):
        return awizo_frames.run(example)
    if thtg_frames.is_of_thtg(example):
        return thtg_frames.run(example, folder)
    if wnt_frames.is_of_wnt(example):
        return wnt_frames.run(example, folder)
    if example.startswith("kursy: "):
        report = api.Report()
        read_rates(Source("kursy.csv", example.removeprefix("kursy: ")), report)
        return list(report.diagnostics)
    for index, (name, data) in enumerate(_files(example)):
        (folder / f"{index}-{name}" if name.startswith(".") else folder / name).write_bytes(data)
    library = api.check([folder, *folder.glob("*.sta")])
    found = list(library.report.diagnostics)
    if library.report.has_errors:
        return found
    of_others = (
        *api.run_bank_cases(library, TODAY),
        *api.run_line_cases(library, TODAY),
        *api.run_chart_cases(library, TODAY),
        *api.run_rule_set_cases(library, TODAY),
    )
    for result in (*api.run_cases(library, TODAY), *of_others):
        found += result.diagnostics
    for mapped in api.run_map_cases(library, TODAY):
        found += [*mapped.diagnostics, *(() if mapped.case.refusal else mapped.said)]
    return found + _exchanged(folder) + _posted(library, folder)


def _exchanged(folder: Path) -> list[Diagnostic]:
    """What the export and the import of EDI say of the files of an example."""
    outgoing, incoming, known = (sorted(folder.glob(f"{name}.*")) for name in (*EXCHANGED, "edi-znane"))
    if not outgoing and not incoming:
        return []
    rules, by, found = api.library([folder]), api.ExchangeBy(TODAY), []
    if outgoing:
        exporter = api.open_edi_export(rules, by)
        found += exporter.report.diagnostics
        for exported in exporter.run(outgoing, io.BytesIO()):
            found += exported.diagnostics if isinstance(exported, api.Refused) else exported.remarks
    if incoming:
        importer = api.open_edi_import(rules, by)
        found += importer.remember(known)
        for imported in importer.run(incoming, io.BytesIO()):
            found += imported.diagnostics if isinstance(imported, api.Refused) else imported.remarks
    return found


def _files(example: str) -> list[tuple[str, bytes]]:
    """The files of an example; a chart and a company's file are added where it posts something."""
    around = [("plan-ramy.plan", PLAN.encode()), ("kartoteka-ramy.kartoteka", DIRECTORY.encode())]
    column = example.partition(": ")[0]
    if column in CELLS:
        return [("rama.schemat", cell_file(example).encode())]
    if column == "bytes":
        raw = _unescaped(example.removeprefix("bytes: "))
        if raw.startswith(b"dokumenty.jsonl "):
            scheme = ("rama.schemat", POSTING_SCHEME.replace("zakupu", "sprzedaży").encode())
            return [("dokument.jsonl", raw.removeprefix(b"dokumenty.jsonl ")), *around, scheme]
        return [("plik.schemat", raw)]
    if column == "dokument":
        scheme = SETTLEMENT_SCHEME if '"settlement"' in example else POSTING_SCHEME
        return [
            ("dokument", example.removeprefix("dokument: ").encode()),
            *around,
            ("rama.schemat", scheme.encode()),
        ]
    if example.startswith("=== "):
        example = example.replace(_MANY, _PADDING * 17_000)
        parts = [part.partition("\n") for part in example.removeprefix("=== ").split("\n=== ")]
        files = [(name, (text + "\n").encode()) for name, _, text in parts]
        whole = any(name.endswith(".plan") or name.startswith(EXCHANGED) for name, _ in files)
        return files if whole else [*files, *around]
    rules, divider, document = example.partition("===\n")
    if rules.startswith("reguly "):
        return [("plik.reguly", rules.encode()), *([("dokument", document.encode())] if divider else [])]
    name = f"plik.{rules.split(maxsplit=1)[0].strip()}"
    name = name if name.endswith(_OWN_NAMES) else "plik.schemat"
    if not divider:
        return [(name, rules.encode())]
    if name.endswith(".kartoteka"):
        return [(name, rules.encode()), ("dokument", document.encode()), around[0], ("rama.schemat", _SCHEME_BYTES)]
    return [(name, rules.encode()), ("dokument", document.encode()), around[0]]


def _unescaped(text: str) -> bytes:
    r"""`\xbf` as that byte, `\n` as a newline, everything else as UTF-8."""
    data = b""
    for plain, code in re.findall(r"((?:[^\\]|\\(?!x|n))*)(\\x[0-9a-f]{2}|\\n)?", text):
        data += plain.encode()
        data += b"\n" if code == "\\n" else bytes.fromhex(code[2:])
    return data


def _printed(example: str, folder: Path) -> list[Diagnostic]:
    """What is said of a document printed by a template: `SYMBOL answer=text: document`, and files below `===`."""
    words, _, rest = example.partition(": ")
    document, *files = rest.split("=== ")
    symbol, *answers = words.split()
    for file in files:
        name, _, text = file.partition("\n")
        (folder / name).write_text(text, encoding="utf-8")
    if not list(folder.glob("*.kartoteka")):
        (folder / "rama.kartoteka").write_text(DIRECTORY, encoding="utf-8")
    (folder / "dokument.json").write_text(document, encoding="utf-8")
    given = dict(answer.split("=") for answer in answers)
    printer = api.print_by(api.library([folder]), api.PrintBy(symbol, TODAY, None, given))
    found = list(printer.report.diagnostics)
    if not printer.report.has_errors:
        for item in printer.run([folder / "dokument.json"], io.BytesIO()):
            found += item.diagnostics if isinstance(item, api.Refused) else item.remarks
    return found


def _posted(library: api.Library, folder: Path) -> list[Diagnostic]:
    """What posting says of the document that no case speaks of."""
    documents = [path for path in folder.iterdir() if path.name.startswith("dokument") and not library.cases]
    found: list[Diagnostic] = []
    if library.rule_sets and not library.schemes:
        operations = [name for checked in library.rule_sets for name in checked.rules.operations]
        by = api.ValidateBy(TODAY, operations[0] if operations else "")
        validator = api.open_validator(api.library([folder], standard=False), by)
        return [said for each in api.validate(validator, documents, io.BytesIO()) for said in each.diagnostics]
    for path in documents:
        symbol = library.schemes[-1].scheme.symbol
        poster = api.open_poster(api.library([folder]), api.By(symbol, TODAY))
        found += poster.remarks()
        received = batch.received(poster, [path], io.BytesIO())
        known = set if path.name == "dokument-w-bazie.json" else None
        for item in batch.post_all(poster, received, Journals(poster.numbering), known):
            found += item.remarks if isinstance(item, api.Posted) else item.diagnostics
    return found
