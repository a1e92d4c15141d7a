"""The keys of [Ogólne] and the guesses they rest on: ends of rows, separators, delimiter, dates, numbers, sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dekret.bank.numbers import amount_and_currency
from dekret.bank.separators import shown
from dekret.bank.sniff.columns import Columns, Kind
from dekret.bank.sniff.encoding import Decoded
from dekret.bank.sniff.frame import Frame
from dekret.bank.sniff.movement import Money
from dekret.bank.sniff.proposal import Guess
from dekret.bank.sniff.rows import Table
from dekret.text.wording import Wording


def keys_of(decoded: Decoded, table: Table, columns: Columns, extension: str) -> Iterator[tuple[str, str]]:
    """The keys of a format in their order; the name is left to the one who writes it."""
    yield "nazwa", ""
    yield "format do", "import"
    yield "rozszerzenie", extension
    yield "kodowanie", decoded.charset.word.pl
    if table.widths:
        yield "oddzielaj pola", "nie"
        yield "zmienna szerokość pola", "nie"
    else:
        yield "separator pól", shown(table.separator)
    yield "separator wierszy", "<Enter>"
    if table.delimiter:
        yield "ogranicznik tekstu", shown(table.delimiter)
        if table.delimiter == "'":  # what the delimiter becomes by default
            yield "zamiana ogranicznika", "<Spacja>"
    yield "format daty", columns.mask
    yield "separator dziesiętny", shown(columns.form.decimal)
    if columns.form.thousands:
        yield "separator tysięcy", shown(columns.form.thousands)


def side_keys(money: Money) -> Iterator[tuple[str, str]]:
    """The keys that tell money out from money in."""
    movement = money.movement
    if movement.side:
        for key, texts in (("obciążenia", movement.debits), ("uznania", movement.credits)):
            if texts:
                yield key, ", ".join(map(_side, texts))
    elif movement.unsigned:
        yield "kwoty bez znaku", "uznania" if movement.unsigned > 0 else "obciążenia"


def _side(text: str) -> str:
    return f'"{text}"' if not text.isalnum() else text


def guesses_of(decoded: Decoded, table: Table, frame: Frame, columns: Columns, money: Money) -> Iterator[Guess]:
    """What the keys rest on."""
    yield decoded.guess
    yield _row_ends(decoded.text)
    yield _separator(table, frame)
    if table.delimiter:
        yield _delimiter(table, frame)
    yield _dates(columns, frame)
    yield _numbers(columns, money)


_ROW_END = Wording("separator wierszy", "row separator")
_LONG_ROW = 200
_ONE_ROW = Wording("cały plik to jeden wiersz", "the file is a single row")
_ONE_ROW_CHECK = Wording(
    "Jeśli operacje oddziela inny znak niż Enter, wpisz go w kluczu „separator wierszy”.",
    "Where another character than Enter parts the lines, write it in the key 'separator wierszy'.",
)


def _row_ends(text: str) -> Guess:
    found = {
        "CR LF": text.count("\r\n"),
        "LF": len(re.findall("(?<!\r)\n", text)),
        "CR": len(re.findall("\r(?!\n)", text)),
    }
    best = max(found, key=lambda end: found[end])
    if not any(found.values()) and len(text) > _LONG_ROW:
        return Guess(_ROW_END, Wording("<Enter>", "<Enter>"), 40, _ONE_ROW, _ONE_ROW_CHECK)
    mixed = sum(1 for count in found.values() if count) > 1
    why = Wording("czyta się każdy z trzech rodzajów", "any of the three kinds is read")
    value = Wording(f"<Enter> ({best})", f"<Enter> ({best})")
    check = Wording("Końce wierszy są różne: to może być plik sklejony.", "Ends of rows differ: a file put together?")
    return Guess(_ROW_END, value, 99, why, check if mixed else None)


def _separator(table: Table, frame: Frame) -> Guess:
    if table.widths:
        widths = ", ".join(map(str, table.widths))
        return Guess(
            Wording("szerokości pól", "widths of fields"),
            Wording(widths, widths),
            min(85, 40 + 3 * len(frame.lines)),
            Wording(
                "daty, rachunki i spacje stoją w tych samych miejscach", "dates, accounts, blanks at the same places"
            ),
            Wording("Porównaj szerokości z opisem banku: tekst pełnej długości nie ma po sobie spacji.", _WIDTHS_EN),
        )
    same = sum(len(row.cells) == frame.width for row in frame.lines)
    word = Wording(shown(table.separator), shown(table.separator))
    why = Wording(
        f"{same} z {len(frame.lines)} operacji ma pól: {frame.width}, z datą i kwotą osobno",
        f"{same} of {len(frame.lines)} lines have {frame.width} fields, date and amount apart",
    )
    sure = 98 if same == len(frame.lines) else 80
    return Guess(Wording("separator pól", "field separator"), word, sure if len(frame.lines) > 1 else 90, why)


_WIDTHS_EN = "Compare the widths with the bank's description: a text of full length has no blank behind it."


def _delimiter(table: Table, frame: Frame) -> Guess:
    quoted = [
        index + 1
        for index in range(frame.width)
        if any(index < len(row.cells) and row.cells[index].quoted for row in frame.lines)
    ]
    numbers = ", ".join(map(str, quoted))
    why = (
        Wording(f"stoją w nim wartości kolumn: {numbers}", f"values of columns stand in it: {numbers}")
        if quoted
        else Wording("stoi w nagłówku", "it stands in the header")
    )
    word = shown(table.delimiter)
    return Guess(Wording("ogranicznik tekstu", "text delimiter"), Wording(word, word), 97, why)


_DATE = Wording("format daty", "date format")


def _dates(columns: Columns, frame: Frame) -> Guess:
    count = len(columns.of(Kind.DATE)[0].filled)
    value = Wording(columns.mask, columns.mask)
    others = [mask for mask in columns.other_masks if "MM" in mask]
    if not others:
        why = Wording(
            f"żadna inna maska nie daje dat z tych lat (dat: {count})",
            f"no other mask gives dates of these years ({count} dates)",
        )
        return Guess(_DATE, value, 98, why)
    listed = ", ".join(others)
    day = frame.lines[0].cell(frame.date)
    why = Wording(
        f"pasuje też {listed}; według tej daty leżą bliżej siebie", f"{listed} fits, too; by this one they are nearer"
    )
    check = Wording(f"Sprawdź w banku, którego dnia była operacja „{day}”.", f"Which day was the line of '{day}'?")
    return Guess(_DATE, value, 70 if len(frame.lines) > 1 else 60, why, check)


def _currency(text: str) -> str:
    return amount_and_currency(text)[1]


_DECIMAL = Wording("separator dziesiętny, tysięcy", "decimal, thousands separator")


def _numbers(columns: Columns, money: Money) -> Guess:
    form = columns.form
    both = f"{shown(form.decimal)}, {shown(form.thousands)}"
    value = Wording(both, both.replace("brak", "none").replace("Spacja", "Space"))
    if money.kind is Kind.WHOLE:
        why = Wording("kwoty nie mają części dziesiętnej: to grosze", "amounts have no decimals: they are grosze")
        check = Wording(
            "Sprawdź na znanej operacji, czy 12300 to 123,00. Jeśli to złote: separator dziesiętny = przecinek.",
            "Check with a known line that 12300 is 123.00. If it is złoty: 'separator dziesiętny = przecinek'.",
        )
        return Guess(_DECIMAL, value, 60, why, check)
    others = [other for other in columns.other_forms if other.decimal != form.decimal]
    if others:
        why = Wording("kwoty da się przeczytać na dwa sposoby", "the amounts can be read in two ways")
        check = Wording("Sprawdź na znanej operacji, czy kwota jest dobra.", "Check the amount of a known line.")
        return Guess(_DECIMAL, value, 55, why, check)
    why = Wording("wszystkie kwoty są tak zapisane", "all amounts are written so")
    beside = sorted({code for column in columns.of(Kind.AMOUNT) for code in map(_currency, column.filled) if code})
    if beside:
        codes = ", ".join(beside)
        why = Wording(f"{why.pl}, z walutą za liczbą ({codes})", f"{why.en}, with a currency behind them ({codes})")
    return Guess(_DECIMAL, value, 97, why)
