"""Rows on their way into a temporary table of an open database: as JSON, which DuckDB takes apart by itself."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from dekret.store.bulk import shaped
from dekret.store.database import Database

_AT_ONCE = 5_000


def stage(database: Database, name: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> None:
    """Makes a temporary table of these columns and types and fills it; values are texts, numbers, dates, None."""
    database.rows(f"CREATE TEMP TABLE {name} ({', '.join(f'{column} {type_}' for column, type_ in columns.items())})")
    waiting = iter(rows)
    insert = f"INSERT INTO {name} SELECT unnest(row) FROM {shaped(columns, 'row')}"
    while chunk := list(islice(waiting, _AT_ONCE)):
        lines = (json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str) for row in chunk)
        database.rows(insert, {"rows": "\n".join(lines)})
