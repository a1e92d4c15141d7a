"""Orders and awizos from files, what is said of them at its place there, and how an awizo is written.

Documents of other types that stand in the same files are passed over.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import msgspec

from dekret.despatch import creation_problems, problems
from dekret.despatch.objections import Objection, Place
from dekret.errors import FileError
from dekret.intake.locate import locate
from dekret.intake.read import read_any, read_any_stream
from dekret.intake.received import Received, Rejected
from dekret.model.documents import ALL_DOCUMENTS, AnyDocument
from dekret.model.trade import CustomerOrder, DespatchAdvice
from dekret.text.diagnostic import Diagnostic, Related
from dekret.text.report import Report
from dekret.text.source import Source, Span

_STDIN = Path("-")
_ENDINGS = (".json", ".jsonl")


@dataclass(slots=True)
class Awizos:
    """What files of documents hold for awizos, and what was said while they were read."""

    orders: list[tuple[CustomerOrder, Span]] = field(default_factory=list)
    advices: list[tuple[DespatchAdvice, Span]] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    others: int = 0
    """How many documents of other types were passed over."""


def read_awizos(paths: Iterable[Path], standard_input: IO[bytes]) -> Awizos:
    """The orders and awizos of files and of all JSON files of folders; `-` is standard input. Raises `FileError`."""
    found = Awizos()
    for path in paths:
        for item in _read(path, standard_input):
            if isinstance(item, Rejected):
                found.report.add(*item.diagnostics)
                continue
            found.report.add(*item.warnings)
            match item.document:
                case CustomerOrder() as order:
                    found.orders.append((order, item.region))
                case DespatchAdvice() as advice:
                    found.advices.append((advice, item.region))
                case _:
                    found.others += 1
    return found


def _read(path: Path, standard_input: IO[bytes]) -> Iterator[Received[AnyDocument] | Rejected]:
    if path == _STDIN:
        yield from read_any_stream("-", standard_input, None, "")
    elif path.is_dir():
        try:
            inside = sorted(each for each in path.iterdir() if each.suffix.lower() in _ENDINGS)
        except OSError as error:
            raise FileError.reading(path, error) from error
        for each in inside:
            yield from read_any(each, None, "")
    else:
        yield from read_any(path, None, "")


def placed(found: Iterable[Objection], regions: Sequence[Span]) -> list[Diagnostic]:
    """Objections at their places in the files; where a place is not written there, at what stands around it."""
    said = []
    for each in found:
        related = tuple(Related(_span(place, regions), label) for place, label in each.also)
        said.append(each.problem.filled(_span(each.place, regions), dict(each.values), related))
    return said


def _span(place: Place, regions: Sequence[Span]) -> Span:
    region = regions[place.document]
    return region.source.span(*locate(region.source.text, place.path, start=region.start))


def no_orders(path: Path) -> Diagnostic:
    """That files hold no order."""
    return creation_problems.NO_ORDERS.at(Source(str(path), "").span())


def not_one(path: Path, count: int, others: int) -> Diagnostic:
    """That a file does not hold one awizo and nothing else."""
    return problems.NOT_ONE_ADVICE.at(Source(str(path), "").span(), count=count, others=others)


def advice_text(advice: DespatchAdvice) -> str:
    """An awizo as its file holds it: JSON with indents."""
    return msgspec.json.format(ALL_DOCUMENTS.encode(advice), indent=1).decode() + "\n"
