"""Verbs on documents: posting, explaining, taking back, the journal and its balance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.api.rules import standard_rules
from dekret.errors import UsageError
from dekret.packs.library import Library
from dekret.packs.outcome import By, Posted, PostedText, Refused
from dekret.store.files import Output
from dekret.text.diagnostic import Diagnostic
from dekret.text.wording import Language

if TYPE_CHECKING:
    from dekret.model.entries import Entry
    from dekret.packs.explained import Explained
    from dekret.packs.mapping.run import Mapping as Mapped
    from dekret.packs.parallel import RulesFrom
    from dekret.packs.poster import Poster
    from dekret.store.balance import Balance
    from dekret.store.ledger import Ledger
    from dekret.store.queries import Unposted

DOCUMENT_KINDS = (
    "vat_purchase",
    "vat_sale",
    "purchase_invoice",
    "sale_invoice",
    "internal_sale",
    "cash_report",
    "settlement",
)
"""Types of documents, as their files name them."""


def open_poster(rules: Library, by: By) -> Poster:
    """What posts documents by rules. Raises `UsageError` for an unknown symbol."""
    from dekret.packs.poster import Poster

    return Poster(rules, by)


def post(  # noqa: PLR0913 - the way of a batch
    poster: Poster,
    inputs: Sequence[Path],
    standard_input: IO[bytes],
    *,
    ledger: Ledger | None = None,
    jobs: int = 1,
    rules: RulesFrom | None = None,
    mapping: Mapped | None = None,
) -> Iterator[Posted | PostedText | Refused]:
    """What becomes of every document in files, in order; `-` is standard input. Raises `FileError`.

    `ledger` is where entries are to be kept: documents posted there are refused, and numbers go on from there.
    With several `jobs` the documents of JSONL files are posted in as many processes, by `rules`. `mapping` reads files
    that are no documents yet (`open_posting_map`).
    """
    from dekret.packs import batch
    from dekret.packs.numbering import Journals

    last = (lambda journal, period: ledger.next_number(journal, period) - 1) if ledger else None
    journals = Journals(poster.numbering, last)
    if jobs > 1 and rules and ledger is None and mapping is None:
        from dekret.packs.parallel import Parallel

        return Parallel(poster, rules, journals, jobs).post(inputs, standard_input)
    documents = batch.received(poster, inputs, standard_input, mapping)
    return batch.post_all(poster, documents, journals, ledger.posted if ledger else None)


def rules_from(paths: Iterable[Path], *, standard: bool = True) -> RulesFrom:
    """Where another process finds the rules that `library` loads."""
    from dekret.packs.parallel import RulesFrom

    return RulesFrom(tuple(paths), tuple(standard_rules()) if standard else ())


def processors() -> int:
    """How many processors there are for `jobs`."""
    from dekret.packs.parallel import processors

    return processors()


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """A store of entries, with a transaction begun; what is not committed is forgotten. Raises `FileError`."""
    from dekret.store.ledger import Ledger

    with Ledger.open(path) as ledger:
        ledger.begin()
        yield ledger


def approve(path: Path, *, journal: str | None = None, monthly: bool = False) -> int:
    """Takes the entries of a store out of the buffer and numbers them, yearly or monthly; how many there were.

    Raises `FileError`.
    """
    from dekret.model.directory import Numbering

    form = (Numbering.MONTHLY if monthly else Numbering.YEARLY).value
    with open_ledger(path) as ledger:
        count = ledger.approve(lambda day: day.strftime(form), journal)
        ledger.commit()
        return count


def unpost(path: Path, number: str, *, kind: str | None = None, party: str = "", approved: bool = False) -> Unposted:
    """Takes back the posting of a document, told by its number (and type and party) or by its identity.

    An entry that has its number in the journal goes only if `approved` ones may: books kept by a computer are corrected
    by correcting entries alone (art. 25 ust. 2 of the accounting act).
    Raises `UsageError` where it is not posted, or where several types of document have the number; `FileError`.
    """
    from dekret.store.queries import DocumentKey

    with open_ledger(path) as ledger:
        keys = [DocumentKey(each, number, party) for each in ([kind] if kind else DOCUMENT_KINDS)]
        known = [key for key in keys if ledger.knows(key)]
        if len(known) > 1:
            kinds = ", ".join(key.type for key in known)
            pl = f"Numer {number} mają dokumenty kilku typów: {kinds}. Wskaż jeden: --type."
            raise UsageError(pl, f"Documents of several types have the number {number}: {kinds}. Name one: --type.")
        removed = ledger.unpost(known[0] if known else keys[0] if kind else number)
        if not removed.buffer and not approved:
            raise _approved(removed)
        ledger.commit()
        return removed


def _approved(entry: Unposted) -> UsageError:
    name = f"{entry.journal}/{entry.number}/{entry.period}"
    return UsageError(
        f"Zapis {name} dokumentu {entry.document.number} jest zatwierdzony: ma numer w dzienniku. "
        "Poprawia się go stornem (art. 25 ust. 2 ustawy o rachunkowości). Jeśli mimo to ma zniknąć: --approved.",
        f"The entry {name} of the document {entry.document.number} is approved: it has its number in the journal. "
        "It is corrected by a reversing entry (art. 25(2) of the Accounting Act). To remove it all the same: "
        "--approved.",
    )


def explain(poster: Poster, inputs: Sequence[Path], standard_input: IO[bytes], number: str | None) -> Explained:
    """Why a document was posted as it was, or refused: the one of a number, or the only one there is.

    Raises `UsageError` where the files have several documents, or none of the number; `FileError`.
    """
    from dekret.intake.received import Received
    from dekret.packs import batch
    from dekret.packs.explained import Explained, explained

    numbers: list[str] = []
    rejected: list[Diagnostic] = []
    found: Explained | None = None
    for item in batch.received(poster, inputs, standard_input):
        if not isinstance(item, Received):
            rejected += item.diagnostics
        elif number in (None, item.document.number, getattr(item.document, "own_number", None)):
            numbers.append(item.document.number)
            found = found or explained(poster, item)
    if number is None and len(numbers) > 1:
        shown = ", ".join(numbers[:8]) + (" …" if len(numbers) > _SHOWN_NUMBERS else "")
        pl = f"Dokumentów jest {len(numbers)}. Wskaż jeden: --number NUMER. Są: {shown}"
        raise UsageError(pl, f"There are {len(numbers)} documents. Name one: --number NUMBER. There are: {shown}")
    if found:
        return found
    if rejected:
        return Explained("–", None, tuple(rejected), None)
    wanted = number or ""
    raise UsageError(f"Nie ma dokumentu {wanted}.", f"There is no document {wanted}.")


_SHOWN_NUMBERS = 8


def explanation_text(found: Explained, form: str, language: Language) -> str:
    """An explanation as `text`, `json` or `html`."""
    from dekret.packs import explained, explained_page

    forms = {"text": explained.as_text, "json": explained.as_json, "html": explained_page.as_html}
    return forms[form](found, language)


def journal_lines(entry: Entry) -> str:
    """The JSONL lines of an entry."""
    from dekret.store.journal import jsonl

    return jsonl(entry)


def journal_table(entry: Entry, language: Language) -> str:
    """An entry as a table."""
    from dekret.store.journal import table

    return table(entry, language)


def open_output(path: Path | None) -> Output:
    """Where results are gathered until they may be kept: a file, or standard output."""
    return Output(path)


def csv_header(language: Language) -> str:
    """The first row of a journal as CSV."""
    from dekret.store import journal

    return journal.csv_header(language)


def journal_csv(entry: Entry) -> str:
    """The CSV rows of an entry."""
    from dekret.store import journal

    return journal.csv_rows(entry)


def trial_balance(source: Path, names: Mapping[str, str], *, through_buffer: bool = True) -> Balance:
    """The trial balance of a journal file (.jsonl) or a store, with the entries in the buffer or without.

    `names` are those of accounts, by code, for a journal file; a store has its own. Raises `FileError`.
    """
    from dekret.store import balance

    if balance.is_store(source):
        return balance.of_store(source, through_buffer=through_buffer)
    return balance.of_journal(source, names, through_buffer=through_buffer)


def balance_text(found: Balance, form: str, language: Language) -> str:
    """A trial balance as `text`, `csv` or `json`."""
    from dekret.store import balance

    return balance.shown(found.rows, form, language)
