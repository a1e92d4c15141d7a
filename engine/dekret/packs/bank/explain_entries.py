"""Why the entries of a cash report got their accounts: every rule of statements over the line of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.banklines.explain import Explainer
from dekret.banklines.macros import Around
from dekret.packs.bank.lines_explained import line_text
from dekret.packs.bank.run_match import SaidOfFiles, line_of, read_reports

if TYPE_CHECKING:
    from dekret.packs.library import Library
    from dekret.text.wording import Language


def explained(  # noqa: PLR0913 - the options of a command
    library: Library,
    symbols: Sequence[str],
    reports: Sequence[Path],
    standard_input: IO[bytes],
    said: SaidOfFiles,
    *,
    number: str,
    numbers: list[str],
    today: dt.date,
    language: Language,
) -> Iterator[str]:
    """The explanation of every entry, or of that of a number, by the rules of each symbol. Raises `FileError`.

    The numbers of all entries are added to `numbers`.
    """
    explainers: dict[int, Explainer] = {}
    for report in read_reports(reports, standard_input, said):
        for entry in report.entries:
            numbers.append(entry.number)
            if number and entry.number.casefold() != number.casefold():
                continue
            line = line_of(report, entry)
            for symbol in symbols:
                rules = library.line_rules(symbol, entry.date)
                if rules:
                    if id(rules) not in explainers:
                        explainers[id(rules)] = Explainer(rules)
                    found = explainers[id(rules)].explain(line, Around(today, report.register_name))
                    yield f"{entry.number}\n{line_text(line, found, language)}\n"
