"""`dekret bank imported`: imports that a store knows of, and taking one back."""

from dekret import api
from dekret.cli.console import Console
from dekret.cli.stored_runs import list_or_take_back


def run(words: list[str], console: Console) -> int:
    return list_or_take_back(
        words,
        console,
        name="imported",
        database=("baza zaimportowanych pozycji (.duckdb)", "store of imported lines (.duckdb)"),
        back=("cofnij import: jego pozycje można wczytać znowu", "take back an import: its lines may come in again"),
        done=("Cofnięto import {number}; pozycji: {count}.", "Import {number} was taken back; lines: {count}."),
        table=api.imports_table,
        take_back=api.take_back_import,
    )
