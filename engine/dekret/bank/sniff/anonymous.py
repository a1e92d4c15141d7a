"""Rows of a sample without what tells whose they are: invented accounts and tax numbers, names and texts by words.

What is the same stays the same. Amounts, dates, codes and the shape of the rows are kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from dekret.bank.fields import CONSTANT
from dekret.bank.separators import read_separator
from dekret.bank.sniff.cells import account_in, is_amount_like, is_tax_id, masks_of, plain_cell
from dekret.bank.sniff.header import rows_of
from dekret.bank.sniff.proposal import ColumnGuess, Excerpt, HeaderCell, Proposal
from dekret.bank.sniff.rows import fields
from dekret.values.identifiers import nip_of, nrb_of

_ACCOUNT = re.compile(r"(?<!\d)\d{2}(?:[ -]?\d{4}){6}(?!\d)")
_TAX_ID = re.compile(r"(?<!\d)\d{10}(?!\d)|(?<!\d)\d{3}-\d{2,3}-\d{2}-\d{2,3}(?!\d)")
_BANK = "1140200"
_KEPT = (
    "Data dokumentu", "Data operacji", "Data księgowania", "Data waluty", "Kwota płatności", "Kwota uznania",
    "Kwota obciążenia", "Saldo po operacji", "Waluta", "Strona operacji", "Kod operacji", "Nazwa operacji", "Kwota VAT",
)  # fmt: skip
"""Fields that tell nothing of anybody."""
_WORDS = {
    "Nazwa podmiotu": "Kontrahent {} sp. z o.o.",
    "Tytuł przelewu": "faktura {}/2026",
    "Opis do banku": "faktura {}/2026",
    "Adres podmiotu": "ul. Krzywa {}, 30-002 Kraków",
}
_PARTS = re.compile(r"([~<^+?]\d\d|/[A-Z]{2,4}/|; ?(?:TYT\.|OD|DLA|NA RACH\.?|Z RACH\.?|TNR):? )")

_CODE = re.compile(r":86:(\d{3}(?!\d))?")


@dataclass(slots=True)
class _Names:
    """What every number and text becomes; counted from 1 for each kind."""

    known: dict[tuple[str, str], str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def number(self, kind: str) -> int:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]

    def account(self, found: re.Match[str]) -> str:
        plain = re.sub(r"[ -]", "", found[0])
        if not account_in(plain):
            return re.sub(r"\d", "0", found[0])
        if ("nrb", plain) not in self.known:
            self.known["nrb", plain] = nrb_of(_BANK, f"{9 * 10**15 + self.number('nrb')}")
        digits = iter(self.known["nrb", plain])
        return re.sub(r"\d", lambda _: next(digits), found[0])

    def tax_id(self, found: re.Match[str]) -> str:
        plain = found[0].replace("-", "")
        if not is_tax_id(plain):
            return found[0]
        while ("nip", plain) not in self.known:
            invented = nip_of(f"5250{self.number('nip'):05}")
            if invented:
                self.known["nip", plain] = invented
        digits = iter(self.known["nip", plain])
        return re.sub(r"\d", lambda _: next(digits), found[0])

    def numbers(self, text: str) -> str:
        """A text with other accounts and tax numbers."""
        return _TAX_ID.sub(self.tax_id, _ACCOUNT.sub(self.account, text))

    def text(self, name: str, text: str) -> str:
        """What stands for a text of a field."""
        if (name, text) not in self.known:
            self.known[name, text] = _WORDS.get(name, "tekst {}").format(self.number(name))
        return self.known[name, text]


def anonymous(proposal: Proposal) -> Excerpt:
    """The excerpt of a proposal without names, accounts, tax numbers and titles."""
    names, rows = _Names(), proposal.excerpt
    if proposal.base:
        return replace(rows, lines=tuple(_messages(rows.lines, names)))
    separators = {key: read_separator(value).value or "" for key, value in proposal.general if "ogranicznik" in key}
    separator = next(
        (read_separator(value).value or "" for key, value in proposal.general if key == "separator pól"), ""
    )
    delimiter = separators.get("ogranicznik tekstu", "")
    titles = rows.before[-1:] if any(column.title for column in proposal.columns) else ()
    laid_out = rows_of(proposal.header)
    above = rows.before[: len(rows.before) - len(titles)]
    before = (
        *(
            _header_row(row, laid_out[index], separator, delimiter, names)
            if index < len(laid_out) and any(cell.field is not CONSTANT for cell in laid_out[index])
            else masked(names.numbers(row), separator)
            for index, row in enumerate(above)
        ),
        *titles,
    )
    lines = tuple(_line(row, proposal.columns, separator, delimiter, names) for row in rows.lines)
    return Excerpt(before, lines, tuple(masked(names.numbers(row), separator) for row in rows.behind))


def masked(text: str, separator: str) -> str:
    """A row of a header with the letters and digits of all but its first field made x and 0.

    >>> masked("Klient;Jan Nowak;2026", ";")
    'Klient;xxx xxxxx;0000'
    """
    first, mark, rest = text.partition(separator) if separator else ("", "", text)
    return first + mark + _hidden(rest)


def _hidden(text: str) -> str:
    return re.sub(r"\d", "0", re.sub(r"[^\W\d_]", "x", text))


def _header_row(row: str, laid_out: Sequence[HeaderCell], separator: str, delimiter: str, names: _Names) -> str:
    """A row of a header that something is read of: names and values stay, accounts are others, all else is hidden."""
    written = []
    for cell, position in zip_longest(fields(row, separator, delimiter), laid_out):
        if cell is None:
            break
        read = position is not None and position.field is not CONSTANT
        text = names.numbers(cell.text) if read else cell.text if position and position.text else _hidden(cell.text)
        written.append(_written(text, delimiter, quoted=cell.quoted))
    return separator.join(written)


def _written(text: str, delimiter: str, *, quoted: bool) -> str:
    kept = text.replace(delimiter, delimiter * 2) if delimiter else text
    return f"{delimiter}{kept}{delimiter}" if quoted else text


def _line(row: str, columns: Sequence[ColumnGuess], separator: str, delimiter: str, names: _Names) -> str:
    """A line with other texts in the fields that tell of somebody."""
    if not separator:
        return "".join(_fixed(row, columns, names))
    cells = fields(row, separator, delimiter)
    written = []
    for index, cell in enumerate(cells):
        column = columns[index] if index < len(columns) else None
        written.append(_written(_cell(cell.text, column, names), delimiter, quoted=cell.quoted))
    return separator.join(written)


def _fixed(row: str, columns: Sequence[ColumnGuess], names: _Names) -> Iterator[str]:
    place = 0
    for column in columns:
        text = row[place : place + (column.width or 0)]
        place += len(text)
        changed = _cell(text.strip(), column, names)
        yield text if changed == text.strip() else changed[: len(text)].ljust(len(text))


def _cell(text: str, column: ColumnGuess | None, names: _Names) -> str:
    """The text of a field, changed where it might tell whose it is."""
    plain = plain_cell(text)
    name = column.field.word.pl if column else ""
    if not plain or name in _KEPT or masks_of(plain):
        return text
    changed = names.numbers(text)
    if changed != text or account_in(plain):
        return changed
    if is_amount_like(plain) and len(plain) < 8:
        return text
    return names.text(name, plain)


def _messages(lines: Sequence[str], names: _Names) -> Iterator[str]:
    """Messages with the texts of field 86 made x and 0; other tags stay as they are but for their accounts."""
    details = False
    for line in lines:
        if line.startswith((":", "-", "{")):
            details = line.startswith(":86:")
        changed = _ACCOUNT.sub(names.account, line)
        yield "".join(_masked_parts(changed)) if details else changed


def _masked_parts(line: str) -> Iterator[str]:
    """The parts of a line of field 86: its marks, its code and its accounts stay."""
    for index, part in enumerate(_PARTS.split(line)):
        code = _CODE.match(part)
        kept = code[0] if code else ""
        stays = index % 2 or _ACCOUNT.search(part)
        yield part if stays else kept + _hidden(part[len(kept) :])
