"""A map made ready to run, of either direction, and what it makes as JSON."""

import datetime as dt

import msgspec

from dekret.errors import UsageError
from dekret.mapping.check_prepared import CheckedPrepared
from dekret.model.directory import Directory
from dekret.packs.library import Library
from dekret.packs.mapping.dictionaries import lookups_of
from dekret.packs.mapping.maps import find_map
from dekret.packs.mapping.prepared import Prepared, Preparing
from dekret.packs.mapping.run import Mapped, Mapping
from dekret.packs.poster import Poster
from dekret.text.diagnostic import Diagnostic
from dekret.text.nearest import did_you_mean
from dekret.text.report import Report

_ENCODER = msgspec.json.Encoder(decimal_format="string")


def open_map(
    library: Library, symbol: str, day: dt.date, directory: str | None, *, tells_again: bool = False
) -> tuple[Mapping | Preparing, Report]:
    """A map ready to run, and what is wrong with it: where the report has errors it must not run.

    `tells_again`: see `Mapping`. Raises `UsageError` for an unknown symbol.
    """
    found = find_map(library, symbol, day)
    known = directory_of(library, directory, day)
    if isinstance(found.checked, CheckedPrepared):
        return Preparing(found.checked, day, known.tax_id if known else ""), found.report
    return Mapping(found.checked, lookups_of(known), day, tells_again=tells_again), found.report


def open_posting_map(
    library: Library, symbol: str, poster: Poster, directory: str | None
) -> tuple[Mapping | None, Report]:
    """A map whose documents a poster takes; None where it has errors. Raises `UsageError` for any other map."""
    by, report = open_map(library, symbol, poster.by.today, directory)
    if report.has_errors:
        return None, report
    target = by.checked.map.target
    if not isinstance(by, Mapping) or target.kind != poster.kind:
        wanted = poster.type.word
        made = "szablonu" if isinstance(by, Preparing) else target.word.pl
        made_en = "a template" if isinstance(by, Preparing) else target.word.en
        raise UsageError(
            f"Mapa {symbol} prowadzi do: {made}, a schemat {poster.by.scheme} księguje: {wanted.pl}.",
            f"The map {symbol} leads to: {made_en}, and the scheme {poster.by.scheme} posts: {wanted.en}.",
        )
    return by, report


def directory_of(library: Library, symbol: str | None, day: dt.date) -> Directory | None:
    """The company's file of a symbol, or the only one there is. Raises `UsageError`."""
    symbols = library.directory_symbols()
    if symbol is None:
        if len(symbols) > 1:
            there = ", ".join(symbols)
            raise UsageError(
                f"Kartotek jest kilka: {there}. Wskaż: --directory.",
                f"There are several company's files: {there}. Name one: --directory.",
            )
        return library.any_directory(symbols[0], day) if symbols else None
    found = library.any_directory(symbol, day)
    if found is None:
        near = did_you_mean(symbol, symbols)
        raise UsageError(f"Nie ma kartoteki {symbol}. {near.pl}", f"There is no company's file {symbol}. {near.en}")
    return found


def json_of(item: Mapped | Prepared) -> str:
    """A document, or the record of a template, as one line of JSON."""
    if isinstance(item, Mapped):
        return item.received.canonical.decode()
    return _ENCODER.encode(item.record).decode()


def remarks_of(item: Mapped | Prepared) -> tuple[Diagnostic, ...]:
    """What is to be said of a document all the same."""
    return item.received.warnings if isinstance(item, Mapped) else item.remarks
