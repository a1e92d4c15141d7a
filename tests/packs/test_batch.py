"""Batches: documents that repeat or were posted before, numbers and dates, what refused documents bring along."""

import json

import pytest

import batches
from batches import UNKNOWN, ids, invoice, lay_out, write_jsonl
from dekret import api
from dekret.packs.batch import post_all, received
from dekret.packs.numbering import Journals


@pytest.fixture
def folder(tmp_path):
    return lay_out(tmp_path)


def posted(folder, documents, **how):
    return batches.posted(folder, [write_jsonl(folder / "d.jsonl", documents)], **how)


# --- the same document again


@pytest.mark.parametrize(
    "again",
    [
        invoice(1),
        invoice(1, elements=[{"rate": "8", "net": "1.00"}]),
        invoice(1, day="2026-12-31"),
        invoice(1, description="poprawiona"),
    ],
)
def test_a_document_is_told_by_its_number_party_and_year(folder, again):
    assert ids(posted(folder, [invoice(1), again])) == ["posted", "pack/document-repeated"]


@pytest.mark.parametrize(
    "other",
    [invoice(2), invoice(1, day="2025-03-05"), invoice(1, party={"code": "ALOZA", "tax_id": "6736819308"})],
)
def test_other_documents_are_not_the_same(folder, other):
    assert ids(posted(folder, [invoice(1), other])) == ["posted", "posted"]


def test_a_repeated_document_shows_where_it_was_first(folder):
    first = write_jsonl(folder / "a.jsonl", [invoice(1), invoice(2)])
    second = write_jsonl(folder / "b.jsonl", [invoice(3), invoice(2)])
    *_, refused = batches.posted(folder, [first, second])
    (diagnostic,) = refused.diagnostics
    assert (diagnostic.span.source.name, diagnostic.span.line) == (str(second), 2)
    (where,) = diagnostic.related
    assert (where.span.source.name, where.span.line) == (str(first), 2)


def test_a_document_that_was_refused_and_comes_again_is_repeated_all_the_same(folder):
    assert ids(posted(folder, [invoice(1, **UNKNOWN), invoice(1, **UNKNOWN)])) == [
        "kartoteka/unknown-party", "pack/document-repeated",
    ]  # fmt: skip


def test_the_same_file_twice_in_one_run(folder):
    path = write_jsonl(folder / "d.jsonl", [invoice(1)])
    assert ids(batches.posted(folder, [path, path])) == ["posted", "pack/document-repeated"]


# --- posted before


def test_what_is_posted_already_is_asked_in_groups_and_refused(folder):
    poster = batches.poster(folder)
    path = write_jsonl(folder / "d.jsonl", [invoice(1), "to nie jest JSON", invoice(2), invoice(3)])
    asked = []

    def known(identities):
        asked.append(list(identities))
        return {identities[1]}

    found = list(post_all(poster, received(poster, [path], None), Journals(poster.numbering), known))
    assert [len(group) for group in asked] == [3]
    assert ids(found)[0] == "posted"
    assert ids(found)[2:] == ["pack/posted-before", "posted"]
    assert [each.entry.number for each in found if isinstance(each, api.Posted)] == [1, 2]


# --- numbers and periods


def numbers(folder, documents):
    found = posted(folder, documents)
    return [each.entry.full_number for each in found if isinstance(each, api.Posted)]


def test_numbers_run_within_a_year(folder):
    days = ["2026-03-05", "2025-12-31", "2026-01-01", "2027-01-01"]
    found = numbers(folder, [invoice(number, day) for number, day in enumerate(days)])
    assert found == ["ZAKUP/1/2026", "ZAKUP/1/2025", "ZAKUP/2/2026", "ZAKUP/1/2027"]


def test_numbers_run_within_a_month_where_the_company_says_so(tmp_path):
    lay_out(tmp_path, company="numeracja dzienników = miesięczna\n")
    days = ["2026-03-05", "2026-04-01", "2026-03-31", "2025-03-01"]
    found = numbers(tmp_path, [invoice(number, day) for number, day in enumerate(days)])
    assert found == ["ZAKUP/1/03/2026", "ZAKUP/1/04/2026", "ZAKUP/2/03/2026", "ZAKUP/1/03/2025"]


def test_a_refused_document_takes_no_number(folder):
    documents = [invoice(1), invoice(2, **UNKNOWN), "{", invoice(1), invoice(3)]
    assert numbers(folder, documents) == ["ZAKUP/1/2026", "ZAKUP/2/2026"]


def test_the_buffer_has_no_numbers_and_no_periods(tmp_path):
    lay_out(tmp_path, scheme=batches.SCHEME.replace("[Pozycje]", "bufor = tak\n[Pozycje]"))
    found = posted(tmp_path, [invoice(1), invoice(2)])
    assert [(each.entry.buffer, each.entry.number, each.entry.period) for each in found] == [(True, 0, "")] * 2
    assert [each.entry.full_number for each in found] == ["ZAKUP", "ZAKUP"]


def test_numbers_go_on_from_those_given_before(folder):
    poster = batches.poster(folder)
    path = write_jsonl(folder / "d.jsonl", [invoice(1), invoice(2), invoice(3, "2025-01-01")])
    journals = Journals(poster.numbering, lambda journal, period: {("ZAKUP", "2026"): 41}.get((journal, period), 0))
    found = [each.entry.number for each in post_all(poster, received(poster, [path], None), journals)]
    assert found == [42, 43, 1]


# --- the date that a scheme leaves to the settings


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", "2026-03-03"),
        ("data operacji", "2026-03-03"),
        ("data wystawienia", "2026-03-05"),
        ("data wpływu", "2026-03-09"),
        ("dzień księgowania", "2026-03-31"),
    ],
)
@pytest.mark.parametrize("written", ["", "data księgowania = z konfiguracji\n"])
def test_the_posting_date_is_that_of_the_companys_file(tmp_path, setting, expected, written):
    company = f"data księgowania = {setting}\n" if setting else ""
    lay_out(tmp_path, scheme=batches.SCHEME.replace("dziennik", f"{written}dziennik"), company=company)
    dated = invoice(1, operation_date="2026-03-03", receipt_date="2026-03-09")
    (found,) = posted(tmp_path, [dated])
    assert found.entry.date.isoformat() == expected


def test_a_date_that_the_document_does_not_have_is_the_nearest_that_it_has(tmp_path):
    lay_out(tmp_path, company="data księgowania = data wpływu\n")
    documents = [invoice(1, operation_date="2026-03-03"), invoice(2)]
    assert [each.entry.date.isoformat() for each in posted(tmp_path, documents)] == ["2026-03-03", "2026-03-05"]


def test_a_date_in_the_scheme_stands_before_the_settings(tmp_path):
    scheme = batches.SCHEME.replace("dziennik", "data księgowania = @DataWystawienia\ndziennik")
    lay_out(tmp_path, scheme=scheme, company="data księgowania = dzień księgowania\n")
    assert [each.entry.date.isoformat() for each in posted(tmp_path, [invoice(1)])] == ["2026-03-05"]


# --- what refused documents bring along


def test_a_refused_document_brings_its_own_text(folder):
    written = '{"number": "FZ/1",  "type": "vat_purchase", "issue_date": "2026-03-05", "party": {"code": "NIKT"},'
    written += ' "elements": [{"rate": "zw", "net": 5.00}]}'
    posted_, refused, repeated = posted(folder, [invoice(9), written, written])
    assert isinstance(posted_, api.Posted)
    assert refused.source == repeated.source == written
    assert not refused.passed_over


def test_a_refused_document_of_an_array_is_told_apart(folder):
    path = folder / "d.json"
    path.write_text(json.dumps([invoice(1), invoice(2, **UNKNOWN)]), encoding="utf-8")
    _, refused = batches.posted(folder, [path])
    assert json.loads(refused.source)["number"] == "FZ/2"


def test_what_is_no_document_has_no_text(folder):
    first, second = posted(folder, ['{"type": "vat_purchase"}', "{"])
    assert (first.source, second.source) == ("", "")


def test_a_scheme_that_does_not_mean_a_document_passes_it_over(tmp_path):
    lay_out(tmp_path, scheme=batches.SCHEME.replace("[Pozycje]", "warunek = @Waluta = 'EUR'\n[Pozycje]"))
    (refused,) = posted(tmp_path, [invoice(1)])
    assert refused.passed_over
    assert ids([refused]) == ["posting/condition-not-met"]
