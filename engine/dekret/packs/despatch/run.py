"""The verbs on awizos as commands need them: files in, the new document or what is said against it out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dekret.despatch.approval import approve, objections
from dekret.despatch.change import in_buffer
from dekret.despatch.create import Wanted, create
from dekret.despatch.objections import Objections
from dekret.model.directory import Directory
from dekret.model.trade import DespatchAdvice
from dekret.packs.despatch.files import Awizos, advice_text, no_orders, not_one, placed, read_awizos
from dekret.store.files import remove_file
from dekret.text.report import Report
from dekret.text.source import Span


@dataclass(frozen=True, slots=True)
class Awizo:
    """An awizo that was read, made or changed, None where an error stood in the way; and all that is said of it."""

    advice: DespatchAdvice | None
    report: Report
    region: Span | None = None
    """Where it was read from."""

    @property
    def text(self) -> str:
        """The awizo as its file holds it."""
        assert self.advice
        return advice_text(self.advice)


Change = Callable[[DespatchAdvice], DespatchAdvice | Objections]


def make(
    paths: Sequence[Path],
    standard_input: IO[bytes],
    wanted: Wanted,
    *,
    existing: Sequence[Path] = (),
    directory: Directory | None = None,
) -> Awizo:
    """The awizo of all orders of files. `existing` are files and folders of other awizos. Raises `FileError`."""
    read = read_awizos(paths, standard_input)
    known = read_awizos(existing, standard_input)
    report = Report([*read.report.diagnostics, *known.report.diagnostics])
    if not read.orders and not report.has_errors:
        report.add(no_orders(paths[0]))
    if report.has_errors:
        return Awizo(None, report)
    orders = [order for order, _ in read.orders]
    advices = [advice for advice, _ in (*read.advices, *known.advices)]
    made = create(orders, wanted, known=advices, directory=directory)
    if isinstance(made, DespatchAdvice):
        return Awizo(made, report)
    report.extend(placed(made, [region for _, region in read.orders]))
    return Awizo(None, report)


def open_awizo(path: Path, standard_input: IO[bytes]) -> Awizo:
    """The one awizo of a file, which holds nothing else: it is to be written over. Raises `FileError`.

    `-` is standard input.
    """
    read = read_awizos([path], standard_input)
    others = read.others + len(read.orders)
    if not read.report.has_errors and (len(read.advices) != 1 or others):
        read.report.add(not_one(path, len(read.advices), others))
    if read.report.has_errors:
        return Awizo(None, read.report)
    return Awizo(read.advices[0][0], read.report, read.advices[0][1])


def change(opened: Awizo, by: Change) -> Awizo:
    """The awizo of a file changed; None where that is not allowed, or it could not be read."""
    if opened.advice is None or opened.region is None:
        return opened
    after = by(opened.advice)
    if isinstance(after, DespatchAdvice):
        return Awizo(after, opened.report, opened.region)
    return Awizo(None, Report([*opened.report.diagnostics, *placed(after, [opened.region])]))


def delete(path: Path, standard_input: IO[bytes]) -> Awizo:
    """Deletes the file of an awizo in the buffer (001:277); None where it is approved. Raises `FileError`."""
    opened = open_awizo(path, standard_input)
    if opened.advice is None or opened.region is None:
        return opened
    if said := in_buffer(opened.advice):
        return Awizo(None, Report([*opened.report.diagnostics, *placed(said, [opened.region])]))
    remove_file(path)
    return opened


def approved(opened: Awizo, others: Awizos) -> Awizo:
    """The awizo of a file approved, with what ought to be looked at."""
    if opened.advice is None or opened.region is None:
        return opened
    after, found = approve(opened.advice, [advice for advice, _ in others.advices])
    said = [*opened.report.diagnostics, *others.report.diagnostics, *placed(found, [opened.region])]
    return Awizo(after, Report(said), opened.region)


def checked(found: Awizos, others: Awizos) -> Report:
    """All that is said of awizos: each by its own rules, and beside all others."""
    report = Report([*found.report.diagnostics, *others.report.diagnostics])
    for at, (advice, region) in enumerate(found.advices):
        before = [each for each, _ in found.advices[:at]]
        beside: Iterable[DespatchAdvice] = (*before, *(each for each, _ in others.advices))
        report.extend(placed(objections(advice, beside), [region]))
    return report
