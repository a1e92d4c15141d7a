"""Filters of a library by symbol, and filters typed by hand: as a table of conditions, as SQL, as JSON, as a file.

A filter of scope user is seen where its file lies: in the rules of the run. Of the standard packs, which everybody has,
only global ones are seen (seeds/001:3958: a user's filter stays at the workstation it was made on).
"""

import datetime as dt
import json
import re
from dataclasses import dataclass

from dekret.chart import language as words
from dekret.chart.definitions import Filter
from dekret.chart.filter_parse import NoTree, Tree, tree_of
from dekret.chart.filter_tree import Branch, Held, Joined, text_of, to_rows
from dekret.chart.language import Scope
from dekret.errors import UsageError
from dekret.packs.chart.charts import LibraryInserts, check_charts, inserts_for, of_kind
from dekret.packs.library import LANGUAGES, Library, load_sources
from dekret.syntax.format import format_source
from dekret.syntax.schema import Word
from dekret.text.nearest import nearest
from dekret.text.source import Source
from dekret.text.table import cell_text, titled
from dekret.text.wording import Language, Wording, listed

_TYPED = "FILTR"
"""The symbol of a filter that was typed."""


@dataclass(frozen=True, slots=True)
class ShownFilter:
    """A filter to be shown: the definition, and its condition as a tree, or why it is none."""

    filter: Filter
    tree: Tree | NoTree
    inserts: LibraryInserts

    @property
    def sql(self) -> str:
        """The condition as SQL text: of a tree in the one way that the tree has, else as it was written."""
        if isinstance(self.tree, NoTree):
            return self.filter.condition.text.strip()
        return "\n".join([*self.tree.declarations, text_of(self.tree.branch)])


def visible_filters(library: Library, day: dt.date | None = None) -> list[tuple[Filter, bool]]:
    """The filters that a run may use, each with whether it is a standard one; the user's first."""
    own = [(each, False) for each in of_kind(library.charts, Filter, day)]
    below = [(each, True) for each in of_kind(library.charts_below, Filter, day) if each.scope is Scope.GLOBAL]
    return own + below


def find_filter(library: Library, symbol: str, day: dt.date) -> tuple[Filter, LibraryInserts]:
    """The filter of a symbol that holds on a day, and the inserts it may use. Raises `UsageError`."""
    for found, standard in visible_filters(library, day):
        if found.symbol.casefold() == symbol.casefold():
            return found, inserts_for(library, standard=standard, day=day)
    hidden = next(
        (each for each in of_kind(library.charts_below, Filter, day) if each.symbol.casefold() == symbol.casefold()),
        None,
    )
    if hidden:
        raise UsageError(
            f"Filtr {hidden.symbol} jest filtrem użytkownika w pakiecie standardowym; stąd widać tylko globalne.",
            f"The filter {hidden.symbol} is a user's own in a standard pack; only global ones are seen from here.",
        )
    known = sorted({each.symbol for each, _ in visible_filters(library)})
    near = nearest(symbol, known)
    raise UsageError(
        f"Nie ma filtra {symbol}." + (f" Czy chodziło o {near}?" if near else f" Są: {listed(known) or '–'}."),
        f"There is no filter {symbol}."
        + (f" Did you mean {near}?" if near else f" There are: {listed(known) or '–'}."),
    )


def shown_filter(library: Library, symbol: str, day: dt.date) -> ShownFilter:
    """A filter of a library by its symbol. Raises `UsageError`."""
    found, inserts = find_filter(library, symbol, day)
    return ShownFilter(found, tree_of(found.condition.text), inserts)


_HEAD = f'filtr "{_TYPED}"\n[Ogólne]\nnazwa = {_TYPED}\n'
_WHOLE_FILE = re.compile(r"(?:\s*(?:#[^\n]*)?\n)*\s*(?:filtr|filter)\s+\"", re.IGNORECASE)


def typed_filter(text: str, name: str = "-") -> tuple[ShownFilter | None, Library]:
    """A filter from a text: a condition, a table of conditions, sections of a rule file, or a whole one.

    What is wrong with it stands in the report of the library, at the lines of the text.
    """
    head = _HEAD
    if _WHOLE_FILE.match(text):
        head = ""
    elif text.lstrip().startswith("|"):
        head += "[Warunki]\n"
    elif not text.lstrip().startswith(tuple(_SECTIONS)):
        head, text = f'{_HEAD}[Warunek]\n"""\n', f'{text.rstrip()}\n"""\n'
    library = load_sources([Source(name, head + text, first_line=1 - head.count("\n"))])
    if not library.report.has_errors:
        check_charts(library)
    found = of_kind(library.charts, Filter)
    if library.report.has_errors or not found:
        return None, library
    return ShownFilter(found[0], tree_of(found[0].condition.text), LibraryInserts(())), library


_SECTIONS = [f"[{word}" for schema in words.FILTER.sections for word in (schema.word.pl, schema.word.en)]


def conditions_table(branch: Branch, language: Language) -> str:
    """A tree as the table of a rule file; columns that would be empty are left out."""

    def said(word: Word) -> str:
        return word.pl if language == "pl" else word.en

    joins = {True: words.CONNECTOR.kind.words[1], False: words.CONNECTOR.kind.words[0]}
    rows = []
    for row in to_rows(branch):
        held = row.held
        rows.append(
            [
                row.group,
                "" if row.any_of is None else said(joins[row.any_of]),
                held.field if held else "",
                said(held.operator.value) if held else "",
                "; ".join(held.values) if held else "",
            ]
        )
    fields = (words.GROUP, words.CONNECTOR, words.FIELD, words.OPERATOR, words.HELD_VALUE)
    kept = [place for place in range(len(fields)) if any(row[place] for row in rows)]
    head = [said(fields[place].word) for place in kept]
    cells = [[cell_text(row[place]) for place in kept] for row in rows]
    return "\n".join(titled(head, cells)) + "\n"


def sections_text(tree: Tree, language: Language) -> str:
    """A tree as sections of a rule file: its table, and the declarations of its parameters, if there are any."""

    def title(word: Word) -> str:
        return f"[{word.pl if language == 'pl' else word.en}]\n"

    declared = ""
    if tree.declarations:
        lines = "\n".join(tree.declarations)
        declared = f'{title(words.PARAMETERS.word)}"""\n{lines}\n"""\n\n'
    return f"{declared}{title(words.CONDITIONS.word)}{conditions_table(tree.branch, language)}"


def in_a_table(tree: Tree) -> bool:
    """Whether a table of conditions says the tree and nothing else, invisible signs of its values included."""
    again, _ = typed_filter(sections_text(tree, "pl"))
    return again is not None and isinstance(again.tree, Tree) and text_of(again.tree.branch) == text_of(tree.branch)


def as_json(shown: ShownFilter) -> str:
    """A filter as JSON: the tree with the words of the window, the SQL text, why it is no tree."""
    found: dict[str, object] = {
        "symbol": shown.filter.symbol,
        "name": shown.filter.name,
        "scope": shown.filter.scope.value.en,
        "table": shown.filter.table,
        "sql": shown.sql,
    }
    match shown.tree:
        case Tree(branch, declarations):
            found |= {"tree": _plain(branch), "declarations": list(declarations)}
        case NoTree(construct, reason):
            found |= {"tree": None, "construct": construct, "reason": {"pl": reason.pl, "en": reason.en}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _plain(branch: Branch) -> dict[str, object]:
    match branch:
        case Held(field, operator, values):
            return {"field": field, "operator": operator.value.en, "values": list(values)}
        case Joined(any_of, parts):
            return {"joined": "or" if any_of else "and", "parts": [_plain(part) for part in parts]}


def as_file(shown: ShownFilter) -> str:
    """A filter as a whole rule file: its tree as a table where it is one, else its text."""
    found = shown.filter
    keys = [
        ("nazwa", found.name),
        ("lista", found.list_name),
        ("tabela", found.table),
        ("zakres", found.scope.value.pl),
    ]
    head = "".join(f"{key} = {value}\n" for key, value in keys if value)
    is_table = isinstance(shown.tree, Tree) and in_a_table(shown.tree)
    body = sections_text(shown.tree, "pl") if is_table and isinstance(shown.tree, Tree) else ""
    body = body or f'[Warunek]\n"""\n{found.condition.text.strip()}\n"""\n'
    text = f'filtr "{found.symbol}"\n\n[Ogólne]\n{head}\n{body}'
    return format_source(Source(f"{found.symbol}.filtr", text), LANGUAGES)


_LOST = Wording(
    "wartość ma znaki, których komórka tabeli nie zachowa", "a value has signs that the cell of a table does not keep"
)


def in_form(shown: ShownFilter, form: str, language: Language) -> tuple[str, Wording | None]:
    """A filter as text, table, sql, json or file; and why there is no table, where there is none."""
    tree = shown.tree
    if isinstance(tree, Tree) and not in_a_table(tree):
        tree = NoTree(shown.sql, _LOST)
    reason = None if isinstance(tree, Tree) else _no_tree(tree)
    match form:
        case "json":
            return as_json(shown), None
        case "file":
            return as_file(shown), reason
        case "sql":
            return shown.sql + "\n", None
        case _:
            table = sections_text(tree, language) if isinstance(tree, Tree) else ""
            return (table if form == "table" else _both(shown, table)), reason


def _both(shown: ShownFilter, table: str) -> str:
    named = f"# {shown.filter.symbol}: {shown.filter.name}\n\n" if shown.filter.symbol != _TYPED else ""
    return f"{named}{table}{table and chr(10)}# SQL\n{shown.sql}\n"


def _no_tree(found: NoTree) -> Wording:
    construct = " ".join(found.construct.split())
    return Wording(
        f"Warunek zostaje tekstem, bo tabela warunków go nie powie: {construct} – {found.reason.pl}.",
        f"The condition stays a text, as no table of conditions says it: {construct} – {found.reason.en}.",
    )
