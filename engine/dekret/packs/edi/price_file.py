"""The price list of one contractor as a file: made from the company's file and written as any other document."""

from collections.abc import Iterable

from dekret.edi.prices import Scope, price_list
from dekret.errors import UsageError
from dekret.intake.received import Received
from dekret.model.directory import Directory, KnownParty
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.model.parties import code_key
from dekret.packs.edi.by import Exported
from dekret.packs.edi.export import Exporter
from dekret.packs.outcome import Refused
from dekret.text.nearest import did_you_mean
from dekret.text.source import Source
from dekret.text.wording import listed


def price_file(exporter: Exporter, party: str, scope: Scope, *, number: str) -> Exported | Refused:
    """The file of the price list for a contractor (001:547–570), of the exporter's day, or why there is none.

    Raises `UsageError` for a contractor, a group of prices or of goods that is not on file, and where no goods have
    a price.
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
    place = Source(directory.symbol, "").span()
    item: Received[AnyDocument] = Received(found, ALL_DOCUMENTS.encode(found), place)
    return exporter.exported(item)


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
