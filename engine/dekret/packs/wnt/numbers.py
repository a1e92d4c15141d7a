"""Numbers of internal sales and their corrections: FAWFZ/1/2026, behind those that are there already."""

import re
from collections.abc import Iterable

from dekret.packs.wnt.by import Documents, WntBy
from dekret.packs.wnt.held import texts_of


class Numbers:
    """Gives the numbers of a series in the year of a run. Those of documents that could not be read are taken, too."""

    def __init__(self, by: WntBy, documents: Documents) -> None:
        form = re.compile(rf"{re.escape(by.series)}/(\d{{1,9}})/{by.today.year}")
        used = [int(found[1]) for number in _there(documents) if (found := form.fullmatch(number))]
        self._by = by
        self._count = max(used, default=0) + 1 if by.first is None else by.first

    @property
    def next(self) -> str:
        return f"{self._by.series}/{self._count}/{self._by.today.year}"

    def take(self) -> None:
        self._count += 1


def _there(documents: Documents) -> Iterable[str]:
    yield from (sale.number for sale in documents.sales)
    for item in documents.rejected:
        yield from texts_of(item)
