"""The files of a run of transfers in the making: their names, headers and footers; kept all together or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from decimal import Decimal
from os import SEEK_END
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dekret.bank.write import macros_of
from dekret.errors import FileError, UsageError
from dekret.model.payments import PAYMENTS
from dekret.packs.bank.transfers import How, Ordered, new_file
from dekret.store.files import Output
from dekret.store.payment_rows import SentFile, SentPayment, sent
from dekret.text.source import Source

if TYPE_CHECKING:
    from types import TracebackType

    from dekret.bank.assemble import Fault
    from dekret.bank.check import CheckedFormat
    from dekret.bank.compile import Query
    from dekret.bank.file import BankFile
    from dekret.model.payments import Payment
    from dekret.text.diagnostic import Diagnostic

_SUFFIXES = {
    "ordinary": "", "tax": "-US", "zus": "-ZUS", "mpp": "-MPP",
    "sepa": "-SEPA", "foreign": "-ZAGRANICZNE", "direct_debit": "-POLECENIA-ZAPLATY",
}  # fmt: skip
"""What the names of files end with, by the kind of their payments: banks want them apart (002:1106)."""
_DAY = len("2026-01-15")
_FORBIDDEN = '\\/:*?"<>|'
"""Characters that a file name must not have (002:1446)."""


@dataclass(frozen=True, slots=True)
class Names:
    """Where files go: the path that was given, whether each transfer gets its own or all kinds of one format go
    `together`, and what becomes of files that are there. None of those that the run has `used` otherwise is written.

    Raises `UsageError` for a name with characters that not every system takes.
    """

    path: Path
    separate: bool = False
    together: bool = False
    append: bool = False
    force: bool = False
    used: frozenset[Path] = frozenset()

    def __post_init__(self) -> None:
        bad = sorted(set(self.path.name) & set(_FORBIDDEN))
        if bad or self.path.name in ("", "-"):
            raise UsageError(
                f"W polu Nazwa pliku zastosowano niedozwolone znaki, np. {' '.join(_FORBIDDEN)}: {self.path.name}",
                f"The name of the file has characters that are not allowed, such as {' '.join(_FORBIDDEN)}: "
                f"{self.path.name}",
            )
        if self.separate and self.together:
            raise UsageError(
                "Każdy przelew w osobnym pliku i wszystkie w jednym to sprzeczne życzenia.",
                "Every transfer in a file of its own and all in one do not go together.",
            )
        if self.append and self.separate:
            raise UsageError(
                "Dopisać można do jednego pliku, a każdy przelew ma mieć własny.",
                "One file can be appended to, but every transfer is to have its own.",
            )

    def of(self, kind: str, extension: str, number: int) -> Path:
        """The path of the file of a kind; `number` is that of a transfer with a file of its own."""
        suffix = _SUFFIXES[kind] + (f"-{number:04}" if self.separate else "")
        ending = self.path.suffix if not suffix else ""
        return self.path.with_name(f"{self.path.stem}{suffix}{ending or f'.{extension}'}")


def _ends_with(path: Path, end: bytes) -> bool:
    """Whether the bytes of a file end so. Raises `FileError`."""
    try:
        with path.open("rb") as file:
            file.seek(-min(len(end), path.stat().st_size), SEEK_END)
            return file.read() == end
    except OSError as error:
        raise FileError.reading(path, error) from error


def _copied(path: Path) -> Output:
    """What a file holds, ready to stand in its place again."""
    copy = Output(path)
    copy.write_file(path)
    return copy


@dataclass(slots=True)
class InMaking:
    """A file with what it holds so far: how many transfers, their sums by currency. `body` waits for a late header."""

    path: Path
    format: CheckedFormat
    file: BankFile
    output: Output
    body: Output | None
    count: int = 0
    totals: dict[str, Decimal] = field(default_factory=dict)
    sent: Output | None = None
    """The payments that were written, one a line, where they are to be marked as sent."""

    def rest(self) -> None:
        """Lets go of the files of the system until more is written."""
        for output in self._outputs():
            output.let_go()

    def close(self) -> None:
        """Forgets what is not kept."""
        with ExitStack() as stack:
            for output in self._outputs():
                stack.push(output)

    def _outputs(self) -> Iterator[Output]:
        return (output for output in (self.output, self.body, self.sent) if output)


class Sending:
    """All files of a run. Nothing is in its place until `keep`."""

    def __init__(self, how: How, names: Names, query: Query | None = None, *, marks: bool = False) -> None:
        """`marks` keeps the payments of every file until they are marked as sent."""
        self.how = how
        self.marks = marks
        self.names = names
        self.query = query
        self.files: list[InMaking] = []
        self._by_file: dict[int, InMaking] = {}
        self._by_key: dict[tuple[str, str], InMaking] = {}

    def file_of(self, payment: Payment, checked: CheckedFormat) -> BankFile:
        """The file that a payment goes to: one for each kind; split payments go with ordinary ones by one format."""
        symbol = checked.format.symbol
        ordinary = self.how.formats.get("ordinary")
        joins = payment.kind == "mpp" or self.names.together
        kind: str = "ordinary" if joins and ordinary is checked else payment.kind
        if self.names.together:
            kind = next((known for known, same in self._by_key if same == symbol), kind)
        if self.names.separate:
            return self._begun(kind, checked).file
        if (kind, symbol) not in self._by_key:
            self._by_key[kind, symbol] = self._begun(kind, checked)
        return self._by_key[kind, symbol].file

    def write(self, ordered: Ordered) -> None:
        """Adds the record of a transfer to its file."""
        making = self._by_file[id(ordered.file)]
        (making.body or making.output).write_bytes(ordered.data)
        payment = ordered.group.payment
        making.count += 1
        making.totals[payment.currency] = making.totals.get(payment.currency, Decimal(0)) + payment.amount
        if making.sent:
            for part in ordered.group.parts:
                making.sent.write_bytes(ordered.group.day.isoformat().encode() + PAYMENTS.encode(part) + b"\n")
        self._rest(making)

    def _rest(self, making: InMaking) -> None:
        """Lets go of a file that no more transfers come to: there may be thousands."""
        if self.names.separate:
            making.rest()

    def finish(self) -> Iterator[Diagnostic]:
        """Writes late headers and footers; says what does not fit in them. Files that nothing was written to go."""
        for making in [making for making in self.files if not making.count]:
            self.files.remove(making)
            making.close()
        for making in self.files:
            if making.body:
                yield from self._rows(making, making.file.header())
                making.body.pour(making.output)
            yield from self._rows(making, making.file.footer())
            self._rest(making)

    def sent(self, export_id: int, time: dt.datetime) -> Iterator[SentPayment]:
        """The payments of all files, to be marked as sent once nothing more is written to them."""
        for making in self.files:
            if making.sent is None:
                continue
            format_ = making.format.format
            file = SentFile(
                export_id=export_id,
                time=time,
                name=making.path.name,
                sha256=making.output.sha256(),
                format=format_.symbol,
                format_version=format_.version,
            )
            for line in making.sent.lines():
                day, payment = dt.date.fromisoformat(line[:_DAY].decode()), PAYMENTS.decode(line[_DAY:])
                assert payment
                yield sent(payment[0], own_account=self.how.payer.account, day=day, file=file)

    def keep(self) -> None:
        """Puts all files in their places. Where one fails (`FileError`), what was there before is there again."""
        with ExitStack() as stack:
            former: list[tuple[Path, Output | None]] = []
            try:
                for making in self.files:
                    path = making.path.resolve()
                    if path.is_file() or not path.exists():
                        former.append((path, stack.enter_context(_copied(path)) if path.exists() else None))
                    making.output.keep()
            except BaseException:
                for path, copy in former:
                    with suppress(FileError):
                        copy.keep() if copy else path.unlink(missing_ok=True)
                raise

    def _begun(self, kind: str, checked: CheckedFormat) -> InMaking:
        """A new file with its header. Raises `UsageError` for one that is there, `FileError`."""
        path = self.names.of(kind, checked.format.extension, len(self.files) + 1)
        if path.resolve() in self.names.used:
            raise UsageError(
                f"{path} jest wśród plików wejściowych, reguł albo innych wyników; wybierz inną nazwę.",
                f"{path} is one of the input files, rules or other results; choose another name.",
            )
        there = path.exists()
        if there and not self.names.append and not self.names.force:
            raise UsageError(
                f"Plik {path} już jest. Dopisz do niego (--append), nadpisz go (--force) albo wybierz inną nazwę.",
                f"{path} is there already. Append to it (--append), overwrite it (--force) or choose another name.",
            )
        file = new_file(self.how, checked, path.name, self.query)
        late = file.header_is_late
        making = InMaking(path, checked, file, Output(path), Output(None) if late else None)
        making.sent = Output(None) if self.marks else None
        self.files.append(making)
        self._by_file[id(file)] = making
        if there and self.names.append and path.stat().st_size:
            self._appended(making, checked)
        elif not late:
            for found in self._rows(making, file.header()):
                raise UsageError(found.message.pl, found.message.en)
        self._rest(making)
        return making

    def _appended(self, making: InMaking, checked: CheckedFormat) -> None:
        """Begins with what the file holds already (002:1108)."""
        numbered = "@NumerKolejny" in macros_of(checked)
        if checked.footer or making.body or not checked.format.last_separator or numbered:
            symbol = checked.format.symbol
            raise UsageError(
                f"Do pliku formatu {symbol} nie można dopisywać: ma stopkę, sumy w nagłówku, numery kolejne albo nie "
                "kończy wiersza.",
                f"Files of the format {symbol} cannot be appended to: they have a footer, sums in the header, numbered "
                "payments, or no end of the last row.",
            )
        end = checked.format.charset.encode(checked.format.separators.row) or b""
        if not _ends_with(making.path, end):
            raise UsageError(
                f"Do pliku {making.path} nie można dopisać: ostatni wiersz nie kończy się separatorem wierszy formatu.",
                f"{making.path} cannot be appended to: its last row does not end with the row separator of the format.",
            )
        making.output.write_file(making.path)

    def _rows(self, making: InMaking, rows: bytes | tuple[Fault, ...]) -> Iterator[Diagnostic]:
        if isinstance(rows, bytes):
            if rows:
                making.output.write_bytes(rows)
            return
        span = Source(str(making.path), "").span()
        for fault in rows:
            yield fault.problem.filled(span, {"number": making.path.name, **fault.values})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for making in self.files:
            making.close()
