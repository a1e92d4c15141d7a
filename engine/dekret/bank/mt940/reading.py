"""The state of reading an MT940 file: its tags become heads, lines and feet of statements, and what is said of them.

Whatever the bytes are, they give events: what cannot be read is an `Unread`, what is strange or does not agree a
`Remark`. Of a file no more is kept than the line at hand and how the statements of its accounts ended.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from dekret.bank.mt940 import file_problems as problems
from dekret.bank.mt940.beside import NOTE
from dekret.bank.mt940.item import Items
from dekret.bank.mt940.statement import EXPECTED, HEAD_TAGS, STARTS, Statement
from dekret.bank.mt940.tags import END, LONGEST, MORE, OUTSIDE, UNKNOWN
from dekret.bank.mt940.text import decoded, length, outside, undecodable
from dekret.bank.mt940.totals import Accounts, Difference
from dekret.bank.read import Remark, StatementEvent, Unread
from dekret.bank.rows import FileRow
from dekret.model.statements import BankLine
from dekret.text.diagnostic import Severity

if TYPE_CHECKING:
    from dekret.bank.charsets import Charset
    from dekret.text.wording import Value

Place: TypeAlias = tuple[int, int]
"""Line and byte in the file."""
_SHOWN = 60


class FileReading:
    """A file as far as it was read; `events` are those not yet given away."""

    def __init__(self, items: Items, charset: Charset) -> None:
        self.events: list[StatementEvent] = []
        self._items = items
        self._charset = charset
        self._accounts = Accounts()
        self._statement: Statement | None = None
        self._item: tuple[str, Place] | None = None
        self._whole: BankLine | None = None
        """What was made of an item with which nothing goes on, until it is given away."""
        self._texts: list[str] = []
        """The fields 86 of the item."""
        self._tail: list[str] = []
        """Lines that begin with a colon and go on with the last of these, or with field 61."""
        self._note = ""
        self._size = 0
        self._last = OUTSIDE
        self._unknown: set[str] = set()
        self._first: FileRow | None = None
        """The text before the first tag."""
        self._any = False

    def take(self, tag: str, data: bytes, place: Place) -> None:
        """A tag; what it ends goes to the events."""
        text = data.decode("ascii") if data.isascii() else self._decoded(tag, data, place)
        if tag == MORE or (tag == UNKNOWN and self._last == "86"):
            self._take_more(f":{text}", place)
            return
        if self._tail:
            self._settle()
        if tag == "61":
            self._close_item()
            if self._statement is None or not self._statement.headed:
                self._begun(place, tag)
            self._item, self._size = (text, place), 0
        elif tag == "86":
            self._take_86(text, place)
        else:
            self._take_other(tag, text, place)
        self._last = tag

    def take_pair(self, pair: tuple[str, ...], place: Place) -> bool:
        """The parts of a field 61 and the one field 86 of it, before another 61; what `take` makes of them in turn.

        False where the line cannot be read: then `take` has to say why.
        """
        if self._whole:
            self.events.append(self._whole)
            self._whole = None
        else:
            self._settle()
            self._close_item()
        statement = self._statement
        if statement is None or not statement.headed:
            statement = self._begun(place, "61")
        line = self._items.line(pair, pair[8:], account=statement.account, currency=statement.currency, place=place)
        if line is None:
            return False
        statement.add(line)
        self._whole = line
        self._last = "86"
        return True

    def end(self) -> None:
        """The end of the file."""
        self._settle()
        self._close_statement()
        if not self._any:
            self.events.append(Unread(self._first or FileRow("", 1, 0), problems.NOT_A_STATEMENT, {}, 0))

    # --- tags

    def _take_86(self, text: str, place: Place) -> None:
        """Of the item before it; of the statement where there is none, as behind the closing balance."""
        statement = self._statement
        if statement is None or not statement.headed:
            statement = self._begun(place, "86")
        if not self._fits(text, place):
            return
        if self._item:
            self._texts.append(text)
        else:
            statement.information.append(text.replace("\r", ""))

    def _take_more(self, text: str, place: Place) -> None:
        """A line that begins with a colon and is no tag."""
        if self._item and self._last in ("61", "86"):
            if self._fits(text, place):
                self._tail.append(text)
        elif self._statement and self._last == "86":
            if self._fits(text, place):
                self._statement.information.append(text.replace("\r", ""))
        else:
            self._outside(text, place)

    def _take_other(self, tag: str, text: str, place: Place) -> None:
        if tag == "NS":
            self._note = f"{self._note} {text.strip()}".strip() if self._item else ""
        elif tag == UNKNOWN:
            name = f":{text.partition(':')[0]}:"
            if name not in self._unknown:
                self._unknown.add(name)
                self.events.append(Remark(FileRow(f":{text}", *place), problems.UNKNOWN_TAG, {"tag": name}, 0))
        elif tag in (END, OUTSIDE):
            self._close_statement()
            # the end of the line before its place
            self._outside(text.removeprefix("\n") if tag == END else text, place)
        else:
            self._close_item()
            statement = self._begun(place, tag)
            text, newline, rest = text.partition("\n")
            if newline:
                begin = len(tag) + 2 + length(self._charset, text + newline)
                self._outside(rest, (place[0] + 1, place[1] + begin))
            text = text.replace("\r", "")
            row = FileRow(f":{tag}:{text}", *place)
            statement.rows[tag if tag[0] == "9" else tag[:2]] = row
            if not statement.take(tag, text):
                values: dict[str, Value] = {"tag": f":{tag}:", "what": EXPECTED[tag]}
                self.events.append(Unread(row, problems.BAD_TAG, values, len(tag) + 2))

    # --- statements

    def _begun(self, place: Place, tag: str) -> Statement:
        """The statement that a tag is of: a new one where the tag begins one; its head given away where it is over."""
        statement = self._statement
        if statement and tag in STARTS and (statement.headed or tag == "20"):
            self._close_statement()
            statement = None
        if statement is None:
            if self._first:
                self._outside_row(self._first)
                self._first = None
            self._any = True
            self._size = 0
            self._statement = statement = Statement(place)
        if not statement.headed and tag not in HEAD_TAGS:
            self._give_head(statement)
        return statement

    def _give_head(self, statement: Statement) -> None:
        self.events.append(statement.head())
        self._remark(statement, statement.differences_of_head(self._accounts))

    def _close_statement(self) -> None:
        self._close_item()
        statement = self._statement
        if statement is None:
            return
        self._statement = None
        if not statement.headed:
            self._give_head(statement)
        self._remark(statement, statement.differences())
        self.events.append(statement.foot())
        if statement.account and not statement.interim:
            self._accounts.ended(statement.account, statement.closing, statement.number)

    def _close_item(self) -> None:
        """Gives away the line that field 61 began."""
        if self._whole:
            self.events.append(self._whole)
            self._whole = None
        if self._item is None:
            return
        statement = self._statement
        assert statement
        (text, place), texts = self._item, self._texts
        self._item = None
        if texts:
            self._texts = []
        line = self._items.line_of(text, texts, account=statement.account, currency=statement.currency, place=place)
        if isinstance(line, Unread):
            statement.unread = True
        else:
            statement.add(line)
            if self._note:
                line.details[NOTE] = self._note
        self._note = ""
        self.events.append(line)

    # --- texts

    def _decoded(self, tag: str, data: bytes, place: Place) -> str:
        text, bad = decoded(self._charset, data)
        if bad is not None:
            prefix = "" if tag in (END, OUTSIDE) else ":" if tag in (MORE, UNKNOWN) else f":{tag}:"
            before = tag == END and data.startswith(b"\n")  # the end of the line before its place
            self.events.append(undecodable(self._charset, data[before:], bad - before, prefix=prefix, place=place))
        return text

    def _fits(self, text: str, place: Place) -> bool:
        """Whether an item may go on with a text; of one that is too long the rest is left out."""
        before, self._size = self._size, self._size + len(text)
        if before <= LONGEST < self._size:
            self._outside_row(FileRow(text, *place))
        return self._size <= LONGEST

    def _settle(self) -> None:
        """Puts lines that begin with a colon where they belong."""
        more = "".join(f"\n{line}" for line in self._tail)
        self._tail.clear()
        if more and self._texts:
            self._texts[-1] += more
        elif more and self._item:
            self._item = (self._item[0] + more, self._item[1])

    def _outside(self, text: str, place: Place) -> None:
        row = outside(self._charset, text, place)
        if row is None:
            return
        if self._statement is None and self._last == OUTSIDE and self._first is None:
            self._first = row
        else:
            self._outside_row(row)

    def _outside_row(self, row: FileRow) -> None:
        shown = row.text[:_SHOWN].replace("\n", " ")
        self.events.append(Remark(row, problems.OUTSIDE, {"text": shown}, 0))

    def _remark(self, statement: Statement, differences: Iterable[Difference]) -> None:
        for tag, problem, values in differences:
            row = statement.rows.get(tag) or FileRow("", *statement.place)
            kind = Remark if problem.severity is Severity.WARNING else Unread
            self.events.append(kind(row, problem, values, 0))
