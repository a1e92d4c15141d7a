"""The price list of one contractor as a file: made from the company's file and written as any other document."""

from collections.abc import Iterable
from dataclasses import dataclass

from dekret.edi.prices import Scope, price_list
from dekret.errors import UsageError
from dekret.intake.received import Received
from dekret.model.directory import Directory, KnownParty
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.model.parties import code_key
from dekret.model.trade import PriceList
from dekret.packs.edi.by import Exported
from dekret.packs.edi.export import Exporter
from dekret.packs.outcome import Refused
from dekret.text.nearest import did_you_mean
from dekret.text.source import Source
from dekret.text.wording import listed
from dekret.values.rounding import HALF_UP, rounded


def price_file(exporter: Exporter, party: str, scope: Scope, *, number: str) -> Exported | Refused:
    """The file of the price list for a contractor (001:547–570), of the exporter's day, or why there is none.

    Raises `UsageError` for a contractor, a group of prices or of goods that is not on file, where no goods have a
    price, and where the contractor has no GLN or goods no EAN.
    """
    directory = exporter.directory
    known = _party(directory, party)
    goods = directory.trade.goods.values()
    _need("grupy cenowej", "price group", scope.price_group, (name for each in goods for name in each.prices))
    if scope.goods_group:
        _need("grupy towarów", "group of goods", scope.goods_group, (each.group for each in goods if each.group))
    found = price_list(directory, known, scope, number=number, day=exporter.by.today)
    if found is None:
        raise UsageError(
            f"W kartotece {directory.symbol} nie ma towarów z taką ceną; nieaktywne dodaje --inactive.",
            f"The company's file {directory.symbol} has no goods with such a price; --inactive adds idle ones.",
        )
    _need_codes(directory, known, found)
    place = Source(directory.symbol, "").span()
    item: Received[AnyDocument] = Received(found, ALL_DOCUMENTS.encode(found), place)
    return exporter.exported(item)


@dataclass(frozen=True, slots=True)
class PriceNotes:
    """Goods of a price list that have no price, by code, and prices that the file holds rounded."""

    unpriced: tuple[str, ...]
    rounded: tuple[str, ...]


def price_notes(exporter: Exporter, party: str, scope: Scope) -> PriceNotes:
    """What a price list leaves out for want of a price, and what it rounds.

    Raises `UsageError` for a contractor that is not on file.
    """
    directory = exporter.directory
    found = price_list(directory, _party(directory, party), scope, number="", day=exporter.by.today)
    positions = found.positions if found else ()
    group, priced = scope.goods_group.casefold(), {each.goods.code for each in positions}
    wanted = [
        each.code
        for each in directory.trade.goods.values()
        if (each.active or scope.inactive) and group in ("", each.group.casefold())
    ]
    rounded_ = tuple(
        f"{each.goods.code} {each.price:f} → {grosze:f}"
        for each in positions
        if (grosze := rounded(each.price, mode=HALF_UP)) != each.price
    )
    return PriceNotes(tuple(code for code in wanted if code not in priced), rounded_)


def _need_codes(directory: Directory, party: KnownParty, found: PriceList) -> None:
    """Raises `UsageError` for a contractor without GLN and goods without EAN: files know them so (001:514–530)."""
    if not party.gln:
        raise UsageError(
            f"Kontrahent {party.code} nie ma GLN; wpisz go w [Podmioty] kartoteki {directory.symbol}.",
            f"The contractor {party.code} has no GLN; write it in [Podmioty] of the company's file {directory.symbol}.",
        )
    without = [each.goods.code for each in found.positions if not each.goods.ean]
    if without:
        raise UsageError(
            f"Towary bez kodu EAN: {listed(without)}. Wpisz go w [Towary] kartoteki {directory.symbol}.",
            f"Goods without EAN: {listed(without)}. Write it in [Towary] of the company's file {directory.symbol}.",
        )


def _party(directory: Directory, code: str) -> KnownParty:
    found = directory.parties.get(code_key(code))
    if found is None:
        codes = [each.code for each in directory.parties.values()]
        near = did_you_mean(code, codes)
        raise UsageError(
            f"W kartotece {directory.symbol} nie ma kontrahenta {code}. {near.pl}Są: {listed(codes)}.",
            f"The company's file {directory.symbol} has no contractor {code}. {near.en}There are: {listed(codes)}.",
        )
    return found


def _need(pl: str, en: str, name: str, known: Iterable[str]) -> None:
    names = sorted({each.casefold() for each in known})
    if name.casefold() not in names:
        near, there = did_you_mean(name, names), listed(names) or "–"
        raise UsageError(
            f"Nie ma {pl} „{name}”. {near.pl}Są: {there}.", f"There is no {en} '{name}'. {near.en}There are: {there}."
        )
