"""`dekret bank sent`: exports that a store knows of, and taking back one that the bank refused."""

from dekret import api
from dekret.cli.console import Console
from dekret.cli.stored_runs import list_or_take_back


def run(words: list[str], console: Console) -> int:
    return list_or_take_back(
        words,
        console,
        name="sent",
        database=("baza wysłanych (.duckdb)", "store of what was sent (.duckdb)"),
        back=("cofnij eksport: bank go nie przyjął", "take back an export: the bank refused it"),
        done=("Cofnięto eksport {number}; przelewów: {count}.", "Export {number} was taken back; payments: {count}."),
        table=api.sent_table,
        take_back=api.take_back_export,
    )
