"""Verbs of the sample company."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from dekret.demo.result import Demo
from dekret.text.wording import Language, Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from dekret.demo.database import Filled
    from dekret.model.entries import Entry


def run_demo(folder: Path, month: dt.date, count: int, official: Path | None, *, force: bool = False) -> Demo:
    """Lays out the sample company in a folder and posts its month; files that were changed only by `force`.

    Raises `FileError`.
    """
    from dekret.demo.run import run_demo

    return run_demo(folder, month, count, official, force=force)


def fill_demo_database(  # noqa: PLR0913 - size and way of one file
    path: Path,
    last: dt.date,
    *,
    years: int,
    lines: int,
    force: bool,
    progress: Callable[[int, int], None] | None = None,
) -> list[Filled]:
    """Fills a DuckDB file with the tables of the sample company; tells the rows of each. Raises `FileError`.

    `last` is a day of the last year, `lines` about how many journal lines; `progress` is told steps made and all.
    """
    from dekret.demo.database import fill_database

    return fill_database(path, last, years=years, lines=lines, force=force, progress=progress)


def filled_table(filled: list[Filled], language: Language) -> str:
    """How many rows every table of the demo database has."""
    from dekret.demo.show import filled_table

    return filled_table([(each.table, each.rows) for each in filled], language)


def demo_explanation(demo: Demo, language: Language) -> str:
    """Why a final invoice of KSeF was posted as it was, its heading a step lower."""
    from dekret.demo.run import explained_sample
    from dekret.packs.explained import as_text

    return as_text(explained_sample(demo), language).replace("# ", "## ", 1)


def demo_balance(demo: Demo, language: Language) -> str:
    """The trial balance of the demo, and whether it balances."""
    from dekret.demo.show import balance

    return balance(demo, language)


def demo_table(demo: Demo, language: Language) -> str:
    """A row for every set of documents of the demo."""
    from dekret.demo.show import summary_table

    return summary_table(demo, language)


def demo_examples(demo: Demo) -> list[tuple[Wording, Entry]]:
    """A few entries worth a look, with headings."""
    from dekret.demo.show import examples

    return examples(demo)
