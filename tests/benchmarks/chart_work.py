"""The chart of the benchmark, and the template that writes the same text: one description in two languages."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dekret.chart.definitions import Chart
from dekret.packs.chart.charts import LibraryInserts, inserts_for, of_kind
from dekret.packs.library import Library, load_sources
from dekret.text.source import Source

KINDS = ("s40", "n9", "n14.2", "D17")
COLUMNS = ("BZp_KwotaSys", "BZp_Kwota", "BZp_KwotaRoz", "BZp_RozliczonoSys")
CALLED = {0: (4, 5), 1: (6,), 4: (7, 8), 6: (9,)}
"""The inserts that an insert holds; the query holds 0 to 3, so there are three levels."""
INSERTS, FROM_QUERY = 10, 4
PARAMETERS, LINES, PER_BLOCK = 20, 200, 19


def name(number: int) -> str:
    return f"Par{number}"


def kind(number: int) -> str:
    return KINDS[number % len(KINDS)]


def typed(number: int, turn: int) -> str:
    """A value as a person types it; another in every turn."""
    match kind(number):
        case "s40":
            return f"Spółka 'Ż{turn}' {number}"
        case "n9":
            return str(1000 + number * 7 + turn)
        case "n14.2":
            return f"{1000 + turn},{number:02}"
        case _:
            return dt.date(2026, 1, 1 + (number + turn) % 28).isoformat()


def meant(number: int, turn: int) -> object:
    """The same value as a program holds it."""
    text = typed(number, turn)
    match kind(number):
        case "s40":
            return text
        case "D17":
            return dt.date.fromisoformat(text)
        case _:
            return Decimal(text.replace(",", "."))


Given = Callable[[int, int], Mapping[str, object]]


class OfCharts:
    """The chart language."""

    def declared(self, number: int) -> str:
        return f"@PAR ?@{kind(number)}|{name(number)}|&Wartość {number}:@? PAR@"

    def defined(self, number: int) -> str:
        return f"?@{kind(number)}|{name(number)}|&Wartość {number}:@?"

    def value(self, number: int) -> str:
        return f"??{name(number)}"

    def column(self) -> str:
        return "@INSP(Kolumna)"

    def when(self, segment: str, text: str) -> str:
        return f"@IF({segment}){text} IF@"

    def insert(self, number: int, column: str, segment: str) -> str:
        return f"@INS Wstawka{number}||{segment} ^Kolumna={column} INS@"


class OfTemplates(OfCharts):
    """Jinja2 with a macro for every insert."""

    def declared(self, number: int) -> str:
        return ""

    def defined(self, number: int) -> str:
        return self.value(number)

    def value(self, number: int) -> str:
        return f"{{{{ {name(number)}|quoted }}}}"

    def column(self) -> str:
        return "{{ Kolumna }}"

    def when(self, segment: str, text: str) -> str:
        return f"{{% if given == '{segment}' %}}{text}{{% endif %}}"

    def insert(self, number: int, column: str, segment: str) -> str:
        given = "Kolumna" if column == self.column() else f"'{column}'"
        return f"{{{{ Wstawka{number}({given}, '{segment}') }}}}"


class OfIncludes(OfTemplates):
    """Jinja2 with a template for every insert."""

    def insert(self, number: int, column: str, segment: str) -> str:
        given = "Kolumna" if column == self.column() else f"'{column}'"
        return f"{{% with Kolumna={given}, given='{segment}' %}}{{% include 'Wstawka{number}' %}}{{% endwith %}}"


def content(of: OfCharts, number: int) -> str:
    """An insert: a condition of six lines with a column that is given, a value, and the inserts below it."""
    below = "".join(f"\n {of.insert(each, of.column(), 'BANK')}" for each in CALLED.get(number, ()))
    return (
        f"AND ISNULL({of.column()}, 0) <> {number} {of.when('KASA', 'AND BRa_Typ = 1')}"
        f"{of.when('BANK', 'AND BRa_Typ = 2')}\n"
        f" AND (BZp_Opis LIKE 'KP/%' OR BZp_Opis LIKE 'KW/%') /* @ {number} */{below}\n"
        f" AND {of.column()} BETWEEN {of.value(number * 4 % 20 + 1)} AND {of.value(2)}\n"
        f" AND [BZp_Waluta] IN ('PLN', 'EUR', 'USD') -- waluty\n"
    )


def query(of: OfCharts, size: int = 1, parameters: int = PARAMETERS) -> str:
    """`size` times 200 lines: declarations of half the parameters, then SELECTs of about twenty lines put together.

    The other half is defined where it stands; each block refers to a few of all, and the first blocks call the inserts.
    """
    declared = parameters // 2
    lines = [of.declared(number) for number in range(declared)]
    blocks = max((LINES * size - declared) // PER_BLOCK, 1)
    for block in range(blocks):
        own = range(declared + block, parameters, blocks)
        lines += [
            f"SELECT PunktID=BZp_BZpID, Numer={block}, Etykieta=BZp_NumerPelny,",
            *(f" Seria{n}=SUM(CASE WHEN BZp_Kierunek={n} THEN {COLUMNS[n % 4]} ELSE 0 END)," for n in range(8)),
            f" Razem=SUM(CASE WHEN BZp_DataDok >= {of.value(3)} THEN BZp_KwotaSys ELSE {of.value(2)} END)",
            "FROM CDN.BnkZapisy",
            " JOIN CDN.BnkRaporty ON BZp_BRpID = BRp_BRpID",
            " LEFT JOIN CDN.BnkRachunki [Rachunki] ON BRp_BRaID = BRa_BRaID",
            f"WHERE BZp_NumerPelny <> 'a@b.pl' AND BZp_Akronim <> {of.value(block * 4 % parameters)}",
            *(f" AND {COLUMNS[n % 4]} <> {of.defined(n)}" for n in own),
            f" {of.insert(block % FROM_QUERY, COLUMNS[block % 4], 'KASA')}" if block < FROM_QUERY * size else " -- @",
            "GROUP BY BZp_BZpID, BZp_NumerPelny",
            *(["UNION ALL"] if block + 1 < blocks else []),
        ]
    return "\n".join([*lines, *("-- koniec" for _ in range(LINES * size - len(lines)))])


@dataclass(frozen=True)
class Work:
    """A chart as a library has it."""

    library: Library
    chart: Chart
    inserts: LibraryInserts
    sources: tuple[Source, ...]


def charts(size: int = 1, parameters: int = PARAMETERS) -> Work:
    of = OfCharts()
    text = f'wykres "OBROTY"\n[Ogólne]\nnazwa = Obroty\n[Zapytanie]\n"""\n{query(of, size, parameters)}\n"""\n'
    texts = [Source("obroty.wykres", text)]
    for number in range(INSERTS):
        head = f'wstawka "Wstawka{number}"\n[Ogólne]\nnazwa = Wstawka {number}\n[Treść]\n"""\n'
        texts.append(Source(f"w{number}.wstawka", f'{head}{content(of, number)}\n"""\n'))
    library = load_sources(texts)
    assert not library.report.diagnostics, library.report.diagnostics
    return Work(library, of_kind(library.charts, Chart)[0], inserts_for(library, standard=False), tuple(texts))


def given(turn: int, parameters: int = PARAMETERS) -> dict[str, str]:
    """What a person typed, by name."""
    return {name(number): typed(number, turn) for number in range(parameters)}


def context(turn: int, parameters: int = PARAMETERS) -> dict[str, object]:
    """The same, typed, for the template."""
    return {name(number): meant(number, turn) for number in range(parameters)}


def templates() -> Mapping[str, str]:
    """The templates of Jinja2 by name: `macros`, `includes` and its parts."""
    of, other = OfTemplates(), OfIncludes()
    macros = "".join(
        f"{{% macro Wstawka{number}(Kolumna, given) %}}{content(of, number)}{{% endmacro %}}"
        for number in range(INSERTS)
    )
    parts = {f"Wstawka{number}": content(other, number) for number in range(INSERTS)}
    return {"macros": macros + query(of), "includes": query(other), **parts}
