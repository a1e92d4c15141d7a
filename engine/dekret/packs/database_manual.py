"""The tables of the demo database as the manual shows them."""

from dekret.store.tables import Column, Table, tables
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording

_HEAD = Wording(
    """# Baza przykładowa: dekret demo --db PLIK

Plik DuckDB z tabelami, na których działają wykresy, filtry i kolumny użytkownika: schemat CDN, kolumny pod nazwami
z bazy firmowej Optimy. Kolumna „Skąd” mówi, skąd znamy nazwę: O – dokumentacja producenta, O-sql, S – zapytania
raportów, D1–D11, P, W – publiczny kod, M – instrukcje, **I – wywnioskowana**: w prawdziwej bazie może być inna. Daty
są typu TIMESTAMP, waluta PLN jest pustym tekstem, strona pozycji, której nie ma, jest NULL. Są też CDN.NazwaDnia,
CDN.SplitString i CDN.Powiazania. Tabele Operatorzy i SekEtapy, w Optimie w bazie konfiguracyjnej, stoją tu obok innych.

Rozrachunek zostaje w roku swojego zapisu, a bilans otwarcia nowych nie tworzy; co i kiedy go rozliczyło, mówi
KsiRozliczenia.""",
    """# Demo database: dekret demo --db FILE

A DuckDB file with the tables that charts, filters and user columns work on: schema CDN, columns under their names in
a company database of Optima. The column "From" says how we know a name: O – the maker's documentation, O-sql, S –
queries of reports, D1–D11, P, W – public code, M – the manuals, **I – inferred**: it may be another one in a real
database. Dates are TIMESTAMP, the currency PLN is an empty text, the side that a line does not have is NULL. The file
has CDN.NazwaDnia, CDN.SplitString and CDN.Powiazania. Operatorzy and SekEtapy, in Optima in the configuration
database, stand here, too.

A settlement row stays in the year of its entry, opening balances make no new ones; KsiRozliczenia tells what settled
it and when.""",
)
_HEADER = (
    Wording("Kolumna", "Column"),
    Wording("Typ", "Type"),
    Wording("Skąd", "From"),
    Wording("Co zawiera", "What it holds"),
)
_KEY = Wording("klucz", "key")
_VIEW = Wording("widok", "view")


def database_page(language: Language) -> str:
    """All tables and columns, by section."""
    parts, section = [_HEAD.in_(language)], ""
    for table in tables():
        if section != table.section.in_(language):
            section = table.section.in_(language)
            parts.append(f"## {section}")
        parts += [_heading(table, language), _columns(table, language)]
    return "\n\n".join(parts) + "\n"


def _heading(table: Table, language: Language) -> str:
    marks = ", ".join(table.marks)
    view = f"{_VIEW.in_(language)}, " if table.view else ""
    return f"### CDN.{table.name}: {table.text.in_(language)} ({view}{marks})"


def _columns(table: Table, language: Language) -> str:
    rows = [[column.name, column.shown, ", ".join(column.marks), _holds(column, language)] for column in table.columns]
    header = [title.in_(language) for title in _HEADER]
    return "\n".join(titled(header, [[cell_text(cell) for cell in row] for row in rows]))


def _holds(column: Column, language: Language) -> str:
    said = column.text.in_(language) or (_KEY.in_(language) if column.type == "key" else "")
    return " ".join(part for part in (f"→ {column.target}" if column.target else "", said) if part)
