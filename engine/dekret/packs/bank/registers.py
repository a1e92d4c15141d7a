"""The company's file and the bank register that a command works with."""

import datetime as dt

from dekret.errors import UsageError
from dekret.model.directory import BankRegister, Directory
from dekret.packs.library import Library
from dekret.text.wording import listed


def directory_of(library: Library, symbol: str | None, today: dt.date) -> Directory | None:
    """The company's file of a symbol, or the only one there is; None where there is none.

    Raises `UsageError` where there are several and none is named, or no such one.
    """
    known = library.directory_symbols()
    if symbol is None and len(known) > 1:
        raise UsageError(
            f"Kartoteki są {len(known)}: {listed(known)}. Wskaż jedną: --directory.",
            f"There are {len(known)} company's files: {listed(known)}. Name one: --directory.",
        )
    chosen = symbol or (known[0] if known else None)
    found = library.any_directory(chosen, today) if chosen else None
    if symbol and found is None:
        raise UsageError(
            f"Nie ma kartoteki {symbol}; są: {listed(known) or '–'}.",
            f"There is no company's file {symbol}; there are: {listed(known) or '–'}.",
        )
    return found


def register_of(directory: Directory | None, code: str) -> BankRegister:
    """The register of a code, the only one where it is empty; one made up, in PLN, where the company names none.

    Raises `UsageError` where there are several and none is named, or no such one.
    """
    registers = directory.registers if directory else {}
    known = listed([register.code for register in registers.values()])
    if not registers:
        return BankRegister(code or "BANK")
    if not code and len(registers) > 1:
        raise UsageError(f"Wskaż rejestr bankowy (-r); są: {known}.", f"Name a bank register (-r); there are: {known}.")
    found = registers.get(code.casefold()) if code else next(iter(registers.values()))
    if found is None:
        raise UsageError(f"Nie ma rejestru bankowego {code}; są: {known}.", f"No bank register {code}: {known}.")
    return found
