"""Files of EDI for tests: those that Bursztyn writes, read by Aloza, whose company's file is here."""

import datetime as dt
import io
from pathlib import Path

from dekret import api
from dekret.model.documents import ALL_DOCUMENTS

DAY = dt.date(2026, 4, 30)
BUYER = """kartoteka "ALOZA"
[Firma]
nazwa = Aloza sp. z o.o.
nip = 6736819308
gln = 5900000000022
magazyn główny = MAG
[Podmioty]
| Kod      | Nazwa               | NIP        | GLN           | Forma płatności | Grupa cenowa |
|----------|---------------------|------------|---------------|-----------------|--------------|
| BURSZTYN | Bursztyn sp. z o.o. | 5580730219 | 5900000000015 | przelew         | hurtowa      |
[Towary]
| Kod  | Nazwa        | Jednostka | EAN           | Stawka VAT |
|------|--------------|-----------|---------------|------------|
| G-01 | Guma arabska | opak      | 2900000000018 | 23         |
[Jednostki i kody]
| Towar | EAN           | Jednostka |
|-------|---------------|-----------|
| G-01  | 2900000000032 | karton    |
"""


def library(folder: Path, company: str) -> api.Library:
    """The standard rules with a company's file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "firma.kartoteka").write_text(company, encoding="utf-8")
    found = api.library([folder])
    assert not found.report.has_errors, [each.message.pl for each in found.report.diagnostics]
    return found


def exported(folder: Path, company: str, documents) -> dict[str, str]:
    """The files of documents: texts by names."""
    rules = library(folder / "eksport", company)
    source = folder / "eksport" / "dokumenty.jsonl"
    source.write_bytes(b"\n".join(ALL_DOCUMENTS.encode(each) for each in documents))
    found = list(api.open_edi_export(rules, api.ExchangeBy(DAY)).run([source], io.BytesIO()))
    refused = [each.message.pl for item in found if isinstance(item, api.Refused) for each in item.diagnostics]
    assert not refused, refused
    return {item.name: item.text for item in found}


def imported(folder: Path, files, company: str = BUYER, known=()) -> list[api.Imported | api.Refused]:
    """What comes of texts of files by name; `known` are documents that are there."""
    rules = library(folder / "import", company)
    incoming = folder / "pliki"
    incoming.mkdir(exist_ok=True)
    for name, text in files.items():
        (incoming / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    importer = api.open_edi_import(rules, api.ExchangeBy(DAY))
    if known:
        there = folder / "znane.jsonl"
        there.write_bytes(b"\n".join(ALL_DOCUMENTS.encode(each) for each in known))
        assert list(importer.remember([there])) == []
    return list(importer.run([incoming], io.BytesIO()))


def document(item):
    """The document of an import that was not refused."""
    assert isinstance(item, api.Imported), [each.message.pl for each in item.diagnostics]
    found = ALL_DOCUMENTS.decode(item.text.encode())
    assert found
    return found[0]


def ids(item) -> list[str]:
    """The ids of what is said of a document."""
    return [each.id for each in (item.diagnostics if isinstance(item, api.Refused) else item.remarks)]
