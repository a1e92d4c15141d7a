"""Verbs on awizos: made of orders, packed, checked, approved, numbered with SSCC, shown, made labels of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dekret.errors import UsageError
from dekret.packs.library import Library
from dekret.text.report import Report
from dekret.text.wording import Language, listed

if TYPE_CHECKING:
    from dekret.despatch.edits import PackageEdit, PositionEdit
    from dekret.packs.despatch.place import Place
    from dekret.packs.despatch.printed import Labels
    from dekret.packs.despatch.run import Awizo


def create_awizo(  # noqa: PLR0913 - the options of a command
    rules: Library,
    files: Sequence[Path],
    standard_input: IO[bytes],
    *,
    existing: Sequence[Path],
    directory: str | None,
    today: dt.date,
    delivery_date: dt.date | None = None,
    transport: str = "30",
    delivery_terms: str = "DDP",
) -> Awizo:
    """The awizo of all orders of files; `existing` are files and folders of the awizos that there are.

    Raises `FileError`, and `UsageError` for a transport, terms or a company's file that do not exist.
    """
    from dekret.despatch.codes import DELIVERY_TERMS, TRANSPORT
    from dekret.despatch.create import Wanted
    from dekret.packs.bank.registers import directory_of
    from dekret.packs.despatch.run import make

    mode = next((each for each in TRANSPORT if each == transport), None)
    if mode is None:
        raise _not_listed("typu transportu", "mode of transport", transport, list(TRANSPORT))
    if delivery_terms not in DELIVERY_TERMS:
        raise _not_listed("warunków dostawy", "delivery terms", delivery_terms, list(DELIVERY_TERMS))
    wanted = Wanted(issue_date=today, delivery_date=delivery_date, transport=mode, delivery_terms=delivery_terms)
    company = directory_of(rules, directory, today)
    return make(files, standard_input, wanted, existing=existing, directory=company)


def _not_listed(pl: str, en: str, given: str, known: list[str]) -> UsageError:
    words = listed(known, limit=20)
    return UsageError(f"Nie ma {pl} {given}; są: {words}.", f"There is no {en} {given}; there are: {words}.")


def open_awizo(path: Path, standard_input: IO[bytes]) -> Awizo:
    """The one awizo of a file, or why there is none; `-` is standard input. Raises `FileError`."""
    from dekret.packs.despatch.run import open_awizo

    return open_awizo(path, standard_input)


def awizo_place(path: Path | None, source: Path | None) -> Place:
    """Where the awizo of the file `source`, or one made anew (None), will be written: `place.write(text, show)`.

    Raises `UsageError` for a file that may not be replaced, `FileError` for one that cannot be written.
    """
    from dekret.packs.despatch.place import place_for

    return place_for(path, source)


def labels_place(path: Path | None) -> Place:
    """Where labels will be written, over labels alone. Raises `UsageError`, `FileError` as `awizo_place` does."""
    from dekret.packs.despatch.place import labels_place_for

    return labels_place_for(path)


def add_package(opened: Awizo, fields: PackageEdit) -> Awizo:
    """The awizo with one more package. Raises `UsageError` for a value that its field does not take."""
    from dekret.despatch.editing import add_package
    from dekret.packs.despatch.run import change

    return change(opened, lambda advice: add_package(advice, fields))


def edit_package(opened: Awizo, package: int, fields: PackageEdit) -> Awizo:
    """The awizo with a package changed. Raises `UsageError` for a value that its field does not take."""
    from dekret.despatch.editing import edit_package
    from dekret.packs.despatch.run import change

    return change(opened, lambda advice: edit_package(advice, package, fields))


def remove_package(opened: Awizo, package: int) -> Awizo:
    """The awizo without a package, its goods and the packages within."""
    from dekret.despatch.editing import remove_package
    from dekret.packs.despatch.run import change

    return change(opened, lambda advice: remove_package(advice, package))


def edit_position(opened: Awizo, position: int, fields: PositionEdit) -> Awizo:
    """The awizo with a position changed. Raises `UsageError` for a value that its field does not take."""
    from dekret.despatch.editing import edit_position
    from dekret.packs.despatch.run import change

    return change(opened, lambda advice: edit_position(advice, position, fields))


def pack_goods(opened: Awizo, package: int, positions: Sequence[int], quantity: Decimal | None) -> Awizo:
    """The awizo with goods packed: a quantity of every position, without one all that is left of it.

    Without positions all that agree with the package. Raises `UsageError` for a quantity that is none above zero.
    """
    from dekret.despatch.packing import fitting_positions, pack
    from dekret.packs.despatch.run import change

    return change(
        opened,
        lambda advice: pack(advice, package, dict.fromkeys(positions or fitting_positions(advice, package), quantity)),
    )


def set_quantity(opened: Awizo, package: int, position: int, quantity: Decimal) -> Awizo:
    """The awizo with another quantity of a position in a package; zero unpacks it. Raises `UsageError`."""
    from dekret.despatch.packing import set_quantity
    from dekret.packs.despatch.run import change

    return change(opened, lambda advice: set_quantity(advice, package, position, quantity))


def unpack_goods(opened: Awizo, package: int, positions: Sequence[int]) -> Awizo:
    """The awizo with positions taken out of a package, all of them where none is named."""
    from dekret.despatch.packing import unpack
    from dekret.packs.despatch.run import change

    return change(opened, lambda advice: unpack(advice, package, tuple(positions)))


def number_packages(  # noqa: PLR0913 - the options of a command
    opened: Awizo,
    rules: Library,
    database: Path,
    *,
    directory: str | None,
    today: dt.date,
    time: dt.datetime,
    packages: Sequence[int] = (),
) -> tuple[Awizo, int]:
    """The awizo with SSCC on packages that have none, or new ones on those named; how many were given.

    The store remembers them when this returns. Raises `FileError`, `UsageError` for an unknown company's file.
    """
    from dekret.packs.bank.registers import directory_of
    from dekret.packs.despatch.numbers import number_packages

    company = directory_of(rules, directory, today)
    settings = company.trade.sscc if company else None
    numbered = number_packages(opened, settings, database, time, tuple(packages))
    return numbered.awizo, numbered.count


def numbers_table(database: Path, language: Language) -> str:
    """The SSCC that a store knows of. Raises `FileError`."""
    from dekret.packs.despatch.numbers import numbers_table

    return numbers_table(database, language)


def print_labels(  # noqa: PLR0913 - the options of a command
    opened: Awizo, rules: Library, *, directory: str | None, today: dt.date, portrait: bool, collective: bool
) -> Labels:
    """The labels of an awizo with its waybill, as a record for templates; what is said of them.

    Raises `UsageError` for an unknown company's file.
    """
    from dekret.despatch.labels import LabelsWanted
    from dekret.packs.bank.registers import directory_of
    from dekret.packs.despatch.printed import labels_of

    wanted = LabelsWanted(layout="portrait" if portrait else "landscape", collective=collective)
    return labels_of(opened, wanted, directory_of(rules, directory, today))


def approve_awizo(opened: Awizo, existing: Sequence[Path], standard_input: IO[bytes]) -> Awizo:
    """The awizo approved, with what ought to be looked at. Raises `FileError`."""
    from dekret.packs.despatch.files import read_awizos
    from dekret.packs.despatch.run import approved

    return approved(opened, read_awizos(existing, standard_input))


def restore_awizo(opened: Awizo) -> Awizo:
    """The awizo in the buffer again."""
    from dekret.despatch.approval import restore
    from dekret.packs.despatch.run import change

    return change(opened, restore)


def delete_awizo(path: Path, standard_input: IO[bytes]) -> Awizo:
    """Deletes the file of an awizo in the buffer; what is said against it. Raises `FileError`, `UsageError`."""
    from dekret.packs.despatch.run import delete

    if str(path) == "-":
        raise UsageError("Wskaż plik awiza, nie standardowe wejście.", "Name the file of an awizo, not standard input.")
    return delete(path, standard_input)


def check_awizos(files: Sequence[Path], existing: Sequence[Path], standard_input: IO[bytes]) -> tuple[int, Report]:
    """How many awizos files hold, and all that is said of them. Raises `FileError`."""
    from dekret.packs.despatch.files import read_awizos
    from dekret.packs.despatch.run import checked

    found = read_awizos(files, standard_input)
    return len(found.advices), checked(found, read_awizos(existing, standard_input))


def awizo_page(opened: Awizo, language: Language, *, hidden: bool) -> str:
    """The awizo as tables, with the columns that the form hides at first, too."""
    from dekret.packs.despatch.shown import advice_page

    assert opened.advice
    return advice_page(opened.advice, language, hidden=hidden)
