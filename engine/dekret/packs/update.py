"""Writing what came out into the tables of cases that expected something else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from dekret.banklines.language import NOTHING
from dekret.model.entries import Entry, EntryLine
from dekret.packs.bank.run_line_case import LineCaseResult
from dekret.packs.run_case import CaseResult
from dekret.packs.validation.case_problems import FINDINGS_DIFFER
from dekret.packs.validation.cases import COLUMNS
from dekret.packs.validation.cases import NOTHING as RULE_NOTHING
from dekret.packs.validation.run_case import RuleSetCaseResult, row_of
from dekret.text.source import Source, Span
from dekret.text.table import cell_text
from dekret.text.wording import amount_wording

UpdatableResult: TypeAlias = CaseResult | LineCaseResult | RuleSetCaseResult
"""The result of a case whose tables can be written anew."""


class _Change(NamedTuple):
    """What stands at some place of a file from now on."""

    start: int
    end: int
    new: str


def updated(results: Iterable[UpdatableResult]) -> Mapping[Source, str]:
    """The new text of every file with a case whose lines or proposals differ; not yet formatted.

    A case that was refused, or expects a refusal, is left as it is: what is right has to be decided by a person.
    """
    changes: dict[Source, list[_Change]] = {}
    for result in results:
        for source, change in _changes(result):
            changes.setdefault(source, []).append(change)
    return {source: _replaced(source.text, found) for source, found in changes.items()}


def _changes(result: UpdatableResult) -> Iterator[tuple[Source, _Change]]:
    match result:
        case LineCaseResult():
            return _proposals(result)
        case RuleSetCaseResult():
            return _findings(result)
        case _:
            return _entry(result)


def _replaced(text: str, changes: list[_Change]) -> str:
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


# --- proposals for lines of statements


def _proposals(result: LineCaseResult) -> Iterator[tuple[Source, _Change]]:
    """The cells that say something else than what came out; those that are left empty say nothing.

    A cell that goes on in another row of its table is left: other cells stand between.
    """
    for expected, made in result.differing:
        for text, place, new in zip(expected.cells, expected.places, made, strict=True):
            if text is None or text == new or (_is_row(expected.place) and "\n" in place.text):
                continue
            written = cell_text(new) if _is_row(expected.place) else " ".join(new.split())
            yield place.source, _Change(place.start, place.end, written or NOTHING.pl)


def _is_row(place: Span) -> bool:
    return place.text.lstrip().startswith("|")


# --- lines of an entry


def _entry(result: CaseResult) -> Iterator[tuple[Source, _Change]]:
    """The whole table."""
    place = result.case.table_place
    if result.diagnostics and result.entry and place:
        write = _whole_table if result.case.lines else _first_table
        yield write(place, _table(result.entry))


def _whole_table(place: Span, table: str) -> tuple[Source, _Change]:
    """A table written in the place of the one whose rows stand here."""
    text = place.source.text
    header = text.rfind("\n[", 0, place.start)
    first = re.compile(r"^[ \t]*\|", re.MULTILINE).search(text, header + 1)
    start = first.start() if first else place.start
    end = place.end + text.startswith("\n", place.end)
    return place.source, _Change(start, end, table + "\n")


_NEXT = re.compile(r'^[ \t]*(?:\[|\w+[ \t]+")', re.MULTILINE)
"""The line that ends a section: the name of another one, or the header of another definition."""
_TITLES = re.compile(r"(?:^[ \t]*\|[^\n]*\n?)+", re.MULTILINE)


def _first_table(name: Span, table: str) -> tuple[Source, _Change]:
    """A table written in the section of this name that has no rows: over the titles of columns, or behind its keys."""
    text = name.source.text
    start = text.find("\n", name.end) + 1 or len(text)
    next_ = _NEXT.search(text, start)
    stop = next_.start() if next_ else len(text)
    if titles := _TITLES.search(text, start, stop):
        return name.source, _Change(titles.start(), titles.end(), table + "\n")
    end = start + len(text[start:stop].rstrip())
    newline = "" if text[:end].endswith("\n") else "\n"
    return name.source, _Change(end, end, f"{newline}{table}\n")


def _table(entry: Entry) -> str:
    foreign = any(line.currency_amount is not None for line in entry.lines)
    header = ["Konto Wn", "Konto Ma", "Kwota", *(["Waluta", "Kwota w walucie"] if foreign else [])]
    rows = [header, ["---"] * len(header), *(_cells(line, foreign=foreign) for line in entry.lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(line: EntryLine, *, foreign: bool) -> list[str]:
    account = cell_text(line.account)
    cells = [account, ""] if line.side == "Wn" else ["", account]
    cells.append(amount_wording(line.amount).in_("pl"))
    if foreign:
        amount = line.currency_amount
        cells += ["", ""] if amount is None else [line.currency, amount_wording(amount).in_("pl")]
    return cells


# --- findings of rules for documents


def _findings(result: RuleSetCaseResult) -> Iterator[tuple[Source, _Change]]:
    """The whole table, where the rules said something else; columns that nothing stands in are left out."""
    if not any(each.problem is FINDINGS_DIFFER for each in result.diagnostics):
        return
    header = [column.word.pl for column in COLUMNS]
    rows = [row_of(each) for each in result.found] or [[RULE_NOTHING.pl, *[""] * (len(header) - 1)]]
    kept = [index for index in range(len(header)) if any(row[index] for row in rows)]
    table = [header, ["---"] * len(header), *([cell_text(cell) for cell in row] for row in rows)]
    lines = (f"| {' | '.join(row[index] for index in kept)} |" for row in table)
    yield _whole_table(result.case.table_place, "\n".join(lines))
