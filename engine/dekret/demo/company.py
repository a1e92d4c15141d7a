"""The documents of the sample company: streams of JSONL, of any size, the same for the same seed on every machine.

A stream is what the company posts by one scheme. Nothing here grows with the number of documents.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace

from dekret.demo import cash, invoices, registers, settlements
from dekret.demo.chance import Chance
from dekret.demo.parties import contractors_for, roster
from dekret.demo.period import Period
from dekret.demo.source import Company
from dekret.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Stream:
    """Documents of one scheme: the name of their file, their type, how many of a hundred documents they are."""

    name: str
    kind: str
    scheme: str
    title: Wording
    weight: int
    make: Callable[[Company, Chance, int], Iterator[str]]


STREAMS: tuple[Stream, ...] = (
    Stream(
        "zakupy",
        "vat_purchase",
        "KSEF-ZAKUP",
        Wording("Rejestr zakupów", "Purchase register"),
        320,
        registers.purchases,
    ),
    Stream(
        "sprzedaz",
        "vat_sale",
        "KSEF-SPRZEDAZ",
        Wording("Rejestr sprzedaży", "Sale register"),
        280,
        registers.sales,
    ),
    Stream(
        "raporty-bankowe",
        "cash_report",
        "RAPORTY-KB",
        Wording("Raporty bankowe", "Bank reports"),
        75,
        cash.bank_reports,
    ),
    Stream(
        "zakupy-rozpisane",
        "vat_purchase",
        "ZAKUP-KATEGORIE",
        Wording("Zakupy z kwotami dodatkowymi", "Purchases with additional amounts"),
        60,
        registers.purchases_by_place,
    ),
    Stream(
        "faktury-sprzedazy",
        "sale_invoice",
        "FAKTURY-SPRZEDAZY",
        Wording("Faktury sprzedaży z towarami", "Sale invoices with goods"),
        60,
        invoices.sales,
    ),
    Stream(
        "faktury-zakupu",
        "purchase_invoice",
        "FAKTURY-ZAKUPU",
        Wording("Faktury zakupu z towarami", "Purchase invoices with goods"),
        50,
        invoices.purchases,
    ),
    Stream(
        "raporty-walutowe",
        "cash_report",
        "RAPORTY-KB-WALUTA",
        Wording("Raporty walutowe", "Reports in currencies"),
        35,
        cash.currency_reports,
    ),
    Stream(
        "zakupy-zaliczki",
        "vat_purchase",
        "ZALICZKI-PRZEKSIEGOWANIE",
        Wording("Zakupy z zaliczek pracowników", "Purchases from employees' advances"),
        30,
        registers.purchases_by_employees,
    ),
    Stream(
        "zakupy-opis",
        "vat_purchase",
        "OPIS-ANALITYCZNY",
        Wording("Zakupy z opisem analitycznym", "Purchases with an analytic description"),
        25,
        registers.purchases_by_site,
    ),
    Stream(
        "raporty-kasowe",
        "cash_report",
        "RAPORTY-KB",
        Wording("Raporty kasowe", "Cash reports"),
        20,
        cash.cash_reports,
    ),
    Stream(
        "raporty-pln-waluta",
        "cash_report",
        "RAPORTY-KB-PLN-WALUTA",
        Wording("Raporty, PLN i waluta", "Reports in PLN and currencies"),
        15,
        cash.mixed_reports,
    ),
    Stream(
        "kompensaty",
        "settlement",
        "KOMPENSATY",
        Wording("Kompensaty", "Compensations"),
        15,
        settlements.compensations,
    ),
    Stream(
        "roznice-kursowe",
        "settlement",
        "ROZNICE-KURSOWE",
        Wording("Różnice kursowe", "Exchange differences"),
        15,
        settlements.differences,
    ),
)
"""From the most common; the weights are thousandths."""


def shares(streams: Sequence[Stream], count: int) -> Mapping[str, int]:
    """How many of `count` documents every stream gets: by weight, at least one of each where there are enough.

    >>> shares(STREAMS[:3], 10)
    {'zakupy': 5, 'sprzedaz': 4, 'raporty-bankowe': 1}
    >>> shares(STREAMS[:3], 2)
    {'zakupy': 1, 'sprzedaz': 1, 'raporty-bankowe': 0}
    """
    if count < len(streams):
        return {stream.name: int(place < count) for place, stream in enumerate(streams)}
    spare, whole = count - len(streams), sum(stream.weight for stream in streams)
    found = {stream.name: 1 + spare * stream.weight // whole for stream in streams}
    for stream in streams[: count - sum(found.values())]:
        found[stream.name] += 1
    return found


def stream(found: Stream, *, period: Period, count: int, contractors: int | None = None) -> Iterator[str]:
    """The JSONL lines of one stream, by date. `contractors` for the number of parties; by the count where None."""
    parties = roster(contractors_for(count) if contractors is None else contractors)
    chance = Chance(found.name, period.first, period.months, count, period.seed)
    return found.make(Company(period, parties), chance, count)


def woven(streams: Sequence[Stream], *, period: Period, count: int) -> Iterator[str]:
    """So many JSONL lines of several streams, evenly mixed; dates run from the first day to the last."""
    contractors = contractors_for(count)
    wanted = shares(streams, count)
    made = [(each, wanted[each.name]) for each in streams if wanted[each.name]]
    lines = [stream(each, period=period, count=many, contractors=contractors) for each, many in made]
    due = [(0, place, 0) for place in range(len(made))]
    heapify(due)
    for _ in range(count):
        _, place, given = due[0]
        heapreplace(due, ((given + 1) * count // made[place][1], place, given + 1))
        yield next(lines[place])


def documents(kind: str, *, period: Period, count: int) -> Iterator[str]:
    """So many JSONL lines of documents of one type (`vat_purchase`, `cash_report`, …)."""
    return woven([each for each in STREAMS if each.kind == kind], period=period, count=count)


def mixed(*, period: Period, count: int) -> Iterator[str]:
    """So many JSONL lines of documents of all types, in the proportions of a company."""
    return woven(STREAMS, period=period, count=count)
