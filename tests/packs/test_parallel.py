"""Posting in two processes gives what posting in one gives, to the byte."""

import json
import random

import pytest

import batches
from batches import SCHEME, UNKNOWN, invoice, lay_out, write_jsonl
from dekret import api

CHANCE = random.Random(7)  # noqa: S311 - the same documents in every run


def told(found):
    """Every document as text: its journal lines with what is said of them, or its refusal."""
    texts = []
    for each in found:
        if isinstance(each, api.Refused):
            reasons = [(d.id, d.message.pl, d.span.source.name, d.span.line, _related(d)) for d in each.diagnostics]
            texts.append(("refused", reasons, each.source, each.passed_over))
        elif isinstance(each, api.PostedText):
            texts.append((each.text, each.lines, each.opened, [remark.id for remark in each.remarks]))
        else:
            opened = tuple(account.code for account in each.entry.opened)
            lines = len(each.entry.lines)
            texts.append((api.journal_lines(each.entry), lines, opened, [remark.id for remark in each.remarks]))
    return texts


def _related(diagnostic):
    return [(where.span.source.name, where.span.line, where.label.pl) for where in diagnostic.related]


def both(folder, paths):
    rules = api.rules_from([folder], standard=batches.STANDARD)
    return told(batches.posted(folder, paths)), told(batches.posted(folder, paths, jobs=2, rules=rules))


def many(count):
    """Documents of two years, some of them refused, broken, repeated near or far; a number that looks like one."""
    found = []
    for number in range(count):
        document = invoice(number, f"{2025 + number % 2}-0{1 + number % 9}-05", description='x"number":0,"y')
        choice = CHANCE.random()
        if choice < 0.02:
            document = invoice(number, **UNKNOWN)
        elif choice < 0.03:
            document = '{"type": "vat_purchase", "number": '
        elif choice < 0.04:
            document = ""
        elif choice < 0.06 and found:
            document = CHANCE.choice(found)
        elif choice < 0.07:
            document |= {"elements": [{"rate": "23", "net": "0.00"}]}
        found.append(document)
    return [*found, found[0], found[-1]]


def test_numbers_refusals_and_duplicates_across_chunks(tmp_path):
    lay_out(tmp_path, company="numeracja dzienników = miesięczna\n")
    path = write_jsonl(tmp_path / "d.jsonl", many(1700))
    one, two = both(tmp_path, [path])
    assert one == two
    assert sum(1 for each in one if each[0] == "refused") > 50
    journal = [json.loads(line) for each in one if each[0] != "refused" for line in each[0].splitlines()]
    numbers = {}
    for line in journal:
        numbers.setdefault((line["journal"], line["period"]), []).append(line["number"])
    for found in numbers.values():
        assert sorted(set(found)) == list(range(1, len(set(found)) + 1))


def test_several_files_of_several_kinds_with_repeated_documents(tmp_path):
    lay_out(tmp_path)
    first = write_jsonl(tmp_path / "a.jsonl", [invoice(number) for number in range(900)])
    single = tmp_path / "b.json"
    single.write_text(json.dumps([invoice(3), invoice(1000)]), encoding="utf-8")
    last = write_jsonl(tmp_path / "c.jsonl", [invoice(1000), invoice(1001), invoice(899)])
    one, two = both(tmp_path, [first, single, last, first])
    assert one == two
    assert sum(1 for each in one if each[0] == "refused") == 903


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"\xef\xbb\xbf%s\n",
        b"%s\r\n\r\n%s",
        b"\n %s\n",
        b"%s\n\xb1\xe6\n",
        b"[%s]\n",
        "%s".encode("utf-16"),
    ],
    ids=["empty", "blank", "bom", "crlf", "blanks first", "not utf-8", "array", "utf-16"],
)
def test_files_that_begin_or_end_oddly(tmp_path, data):
    lay_out(tmp_path, scheme=SCHEME.replace("[Pozycje]", "bufor = tak\n[Pozycje]"))
    document = json.dumps(invoice(1)).encode()
    path = tmp_path / "d.jsonl"
    if data.startswith(b"\xff\xfe"):
        path.write_bytes(document.decode().encode("utf-16"))
    else:
        path.write_bytes(data.replace(b"%s", document))
    one, two = both(tmp_path, [path])
    assert one == two
    assert one


def test_a_file_that_is_not_there(tmp_path):
    lay_out(tmp_path)
    rules = api.rules_from([tmp_path], standard=batches.STANDARD)
    with pytest.raises(api.FileError):
        batches.posted(tmp_path, [tmp_path / "nie-ma.jsonl"], jobs=2, rules=rules)
