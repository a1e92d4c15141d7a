"""The text of a proposed format and of its case, not yet laid out in columns: the formatter does that."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from dekret.bank.field import Shape
from dekret.bank.sniff.proposal import ColumnGuess, HeaderCell, Proposal
from dekret.model.faults import fields_of
from dekret.model.statements import BankLine
from dekret.text.nearest import plain
from dekret.text.table import cell_text
from dekret.text.wording import Language, Wording

NEW_ROW = "nowy wiersz"
_QUOTES = str.maketrans({'"': "”", "“": "”", "„": "”"})


def symbol_of(name: str) -> str:
    """A symbol of the name of a file: capitals and digits of ASCII, with hyphens.

    >>> symbol_of("Historia rachunku_2026.csv"), symbol_of("łąka.sta"), symbol_of("-")
    ('HISTORIA-RACHUNKU-2026', 'LAKA', 'WYCIAG')
    """
    stem = re.split(r"[\\/]", name)[-1].rpartition(".")[0] or re.split(r"[\\/]", name)[-1]
    return "-".join(re.findall(r"[A-Z0-9]+", plain(stem).upper()))[:40].strip("-") or "WYCIAG"


def format_text(proposal: Proposal, symbol: str, file: str, day: dt.date, *, language: Language = "pl") -> str:
    """The text of the format: what to check in comments, the keys, the header, the positions.

    What is written for people is in the language asked for; the words of the format itself are Polish.
    """
    file = cell_text(file).replace("\\|", "|").translate(_QUOTES)
    said = {"file": file, "day": day.isoformat(), "confidence": proposal.confidence}
    lines = [_PROPOSED.in_(language).format(**said)]
    checks = list(_checks(proposal, language))
    lines += [_CHECK_FIRST.in_(language), *(f"# - {check}" for check in checks)] if checks else []
    lines += [f'format "{symbol}"']
    if proposal.base:
        lines += [f"na podstawie = {proposal.base}"]
    lines += [f"opis = {_ABOUT.in_(language).format(**said)}", "", "[Ogólne]"]
    lines += [f"{key} = {value or _NAME.in_(language).format(**said)}" for key, value in proposal.general]
    if proposal.header:
        lines += ["", "[Nagłówek]", *_header(proposal.header)]
    if proposal.columns:
        lines += ["", "[Pozycje]", *_positions(proposal.columns, language)]
    return "\n".join(lines) + "\n"


_PROPOSED = Wording(
    "# Propozycja z pliku {file}, {day} (dekret bank sniff). Pewność całości: {confidence} %.",
    "# Proposed from the file {file}, {day} (dekret bank sniff). Confidence of the whole: {confidence} %.",
)
_CHECK_FIRST = Wording("# Przed użyciem sprawdź:", "# Check before use:")
_ABOUT = Wording(
    "Propozycja z pliku {file} z dnia {day}; porównaj z opisem banku",
    "Proposed from the file {file} on {day}; compare with the description of the bank",
)
_NAME = Wording("Wyciągi: {file}", "Statements: {file}")


def _checks(proposal: Proposal, language: Language) -> Iterator[str]:
    """What a person should look at, one thing a line."""
    for guess in proposal.guesses:
        if guess.check:
            what, value, why, check = (each.in_(language) for each in (guess.what, guess.value, guess.why, guess.check))
            yield _one_line(f"{what} = {value}, {guess.confidence} %: {why}. {check}")
    for column in proposal.columns:
        if column.check:
            name = f"{column.number}. {column.field.word.pl}"
            why, check = column.why.in_(language), column.check.in_(language)
            yield _one_line(f"{name}, {column.confidence} %: {why}. {check}")


def _one_line(text: str) -> str:
    return " ".join(cell_text(text).replace("\\|", "|").split())


def _header(header: Sequence[HeaderCell]) -> Iterator[str]:
    rows = any(cell.begins for cell in header)
    yield "| Pole | Typ | Wartość |" + (" Opcje |" if rows else "")
    yield "|---|---|---|" + ("---|" if rows else "")
    for cell in header:
        option = f" {NEW_ROW if cell.begins else ''} |" if rows else ""
        kind = "Tekst" if cell.quoted else "Liczba <#.##" if cell.field.shape is Shape.AMOUNT else "Liczba"
        yield f"| {cell.field.word.pl} | {kind} | {cell_text(cell.text)} |{option}"


def _positions(columns: Sequence[ColumnGuess], language: Language) -> Iterator[str]:
    fixed = any(column.width is not None for column in columns)
    yield "| Pole | Typ | " + ("Szerokość | " if fixed else "") + "Wymagane | Uwagi |"
    yield "|---|---|" + ("---|" if fixed else "") + "---|---|"
    for column in columns:
        width = f" {column.width} |" if fixed else ""
        required = "tak" if column.required else ""
        remark = _one_line(f"{column.confidence} %, {titled_reason(column).in_(language)}").replace("|", "\\|")
        yield f"| {column.field.word.pl} | {_type(column, fixed=fixed)} |{width} {required} | {remark} |"


def _type(column: ColumnGuess, *, fixed: bool) -> str:
    """The type of a position: text within delimiters, amounts with grosze, bare otherwise."""
    amount = column.field.shape in (Shape.AMOUNT, Shape.VAT_AMOUNT)
    if column.quoted or (fixed and not amount and column.field.shape is not Shape.DATE):
        return "Tekst"
    return "Liczba <#.##" if amount else "Liczba"


def titled_reason(column: ColumnGuess) -> Wording:
    """Why a column means what it is said to, after its name in the file."""
    if not column.title:
        return column.why
    return Wording(f"„{column.title}”: {column.why.pl}", f"'{column.title}': {column.why.en}")


# --- the case


_INVENTED = Wording(
    "# Nazwy, rachunki i tytuły są zmyślone; kwoty, daty i kody są z pliku.",
    "# Names, accounts and titles are invented; amounts, dates and codes are those of the file.",
)
_REAL = Wording(
    "# UWAGA: są tu prawdziwe dane z pliku. Zanim oddasz ten plik innym, zanonimizuj go (--anonymize).",
    "# NOTE: real data of the file stand here. Before you give this file to others, anonymise it (--anonymize).",
)
_COMPARE = Wording(
    "# Co znaczą wiersze, mówi proponowany format: porównaj to z wyciągiem, zanim uznasz za dobre.",
    "# What the rows mean is said by the proposed format: compare it with the statement before you take it for right.",
)


def case_text(  # noqa: PLR0913 - what a case is made of
    symbol: str,
    rows: Sequence[str],
    lines: Sequence[BankLine],
    stated: Mapping[str, str],
    *,
    anonymous: bool,
    language: Language = "pl",
) -> str:
    """A case of the format: the first rows of the file and what they mean; `stated` is what the header says."""
    columns = [name for name in _COLUMNS if any(_said(line, name) for line in lines)]
    table = [[_said(line, name) for name in columns] for line in lines]
    return (
        "\n".join(
            [
                (_INVENTED if anonymous else _REAL).in_(language),
                _COMPARE.in_(language),
                f'przypadek "{symbol}: pierwsze wiersze pliku"',
                f"format = {symbol}",
                "",
                "[Plik]",
                '"""',
                *rows,
                '"""',
                *(["", "[Wyciąg]", *(f"{key} = {value}" for key, value in stated.items())] if stated else []),
                "",
                "[Pozycje wyciągu]",
                "| " + " | ".join(_COLUMNS[name] for name in columns) + " |",
                "|" + "---|" * len(columns),
                *("| " + " | ".join(cell_text(cell) for cell in row) + " |" for row in table),
            ]
        )
        + "\n"
    )


_LEFT_OUT = ("file_line", "offset", "kind", "tax", "vat_amount", "invoices", "details", "reversal", "expected")
_COLUMNS = {name: shape.title for name, shape in fields_of(BankLine).items() if name not in _LEFT_OUT}
"""Attributes of a line with their titles; what is made of a title or of the place in the file is not among them."""


def _said(line: BankLine, name: str) -> str:
    """What a line says, as a case has it."""
    value = getattr(line, name)
    if value is None:
        return ""
    return f"{value:.2f}".replace(".", ",") if _COLUMNS[name] in ("Kwota", "Saldo po operacji") else str(value)
