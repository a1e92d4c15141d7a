"""The page of the manual on templates, from the tables they are checked by."""

from decimal import Decimal

from dekret import assets
from dekret.model.base import Record
from dekret.packs.printouts.listed import standard_table
from dekret.render.environment import TESTS
from dekret.render.filters import FILTERS, Filter, tak_nie
from dekret.render.names import Kind, Value, names_of
from dekret.render.records import AS_READ, PREPARED
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording


def templates_page(language: Language) -> str:
    """The tutorial, then the printouts of the program, filters, tests, records with their fields."""
    words = (
        Wording("## Wydruki programu", "## Printouts of the program"),
        Wording("## Filtry", "## Filters"),
        Wording("## Rekordy", "## Records"),
        Wording("Testy (is …): ", "Tests (is …): "),
    )
    printouts, filters, records, tests = (word.in_(language) for word in words)
    parts = [
        (assets.folder("templates") / "docs" / f"szablony.{language}.md").read_text(encoding="utf-8").rstrip(),
        printouts,
        standard_table(language).rstrip(),
        filters,
        _filters(language),
        f"{tests}{', '.join(TESTS)}.",
        records,
        *_records(language),
    ]
    return "\n\n".join(parts) + "\n"


def _filters(language: Language) -> str:
    rows = [[_call(each), each.doc.in_(language), _example(each)] for each in FILTERS]
    header = (Wording("Filtr", "Filter"), Wording("Co daje", "What it gives"), Wording("Przykład", "Example"))
    return "\n".join(titled([word.in_(language) for word in header], rows))


def _call(each: Filter) -> str:
    names = " / ".join((each.name, *each.also))
    return f"{names}({', '.join(each.arguments)})" if each.arguments else names


def _example(each: Filter) -> str:
    value, call, shown = each.example
    written = f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)
    if isinstance(value, tuple):
        written = ", ".join(value)
    elif isinstance(value, bool):
        written = tak_nie(value)
    return cell_text(f"{written} · {call} → {shown}")


def _records(language: Language) -> list[str]:
    """Every record once: the prepared ones with all records within them, then the names of those that are as read."""
    parts: list[str] = []
    seen: set[type[Record]] = set()
    for kind in PREPARED:
        name = kind.word.pl if language == "pl" else kind.word.en
        parts.append(f"### rekord = {kind.word.pl}" + (f" ({name})" if language == "en" else ""))
        parts.append(f"{kind.doc.in_(language)}; `{kind.variable}.…`")
        parts += _fields(kind.record, seen, language)
    names = ", ".join(kind.word.pl for kind in AS_READ)
    said = Wording(
        f"Dokumenty tak, jak je odczytano (`dokument.…`, pola jak w „dekret docs dokument”): {names}.",
        f"Documents as read (`dokument.…`, fields as in 'dekret docs dokument'): {names}.",
    )
    return [*parts, said.in_(language)]


def _fields(record: type[Record], seen: set[type[Record]], language: Language) -> list[str]:
    if record in seen:
        return []
    seen.add(record)
    rows: list[list[str]] = []
    inner: list[type[Record]] = []
    for name, named in names_of(record).items():
        rows.append([name, named.title, _described(named.value, language)])
        found = named.value.of or (named.value.item.of if named.value.item else None)
        if found:
            inner.append(found)
    header = (Wording("Pole", "Field"), Wording("Tytuł", "Title"), Wording("Co to jest", "What it is"))
    table = "\n".join(titled([word.in_(language) for word in header], rows))
    parts = [table]
    for each in dict.fromkeys(inner):
        found_parts = _fields(each, seen, language)
        if found_parts:
            where = ", ".join(row[0] for row in rows if _leads_to(names_of(record)[row[0]].value, each))
            parts += [f"`{where}`:", *found_parts]
    return parts


def _leads_to(value: Value, record: type[Record]) -> bool:
    return value.of is record or (value.item is not None and value.item.of is record)


def _described(value: Value, language: Language) -> str:
    text = value.describe().in_(language)
    missing = Wording(", może nie być", ", may be missing").in_(language)
    return text + (missing if value.optional and value.kind is not Kind.NOTHING else "")
