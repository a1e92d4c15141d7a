"""Writing what came out into the tables of cases that expected something else."""

import re
from collections.abc import Iterable, Mapping

from dekret.model.entries import Entry, EntryLine
from dekret.packs.run_case import CaseResult
from dekret.text.source import Source, Span
from dekret.text.table import cell_text
from dekret.text.wording import amount_wording


def updated(results: Iterable[CaseResult]) -> Mapping[Source, str]:
    """The new text of every file with a case whose lines differ; not yet formatted.

    A case that was refused, or expects a refusal, is left as it is: what is right has to be decided by a person.
    """
    changes: dict[Source, list[tuple[Span, str]]] = {}
    for result in results:
        place = result.case.table_place
        if result.diagnostics and result.entry and place:
            changes.setdefault(place.source, []).append((place, _table(result.entry)))
    return {source: _replaced(source.text, found) for source, found in changes.items()}


def _replaced(text: str, changes: list[tuple[Span, str]]) -> str:
    for span, new in sorted(changes, key=lambda change: -change[0].start):
        header = text.rfind("\n[", 0, span.start)
        table = re.compile(r"^[ \t]*\|", re.MULTILINE).search(text, header + 1)
        start = table.start() if table else span.start
        text = text[:start] + new + "\n" + text[span.end :].removeprefix("\n")
    return text


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
