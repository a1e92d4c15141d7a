"""The tables of the demo database, as data: read from `rules/demo/baza/tabele.txt`, where all said of them stands.

A column knows how we know of it: by the sheet of the schema (its marks), by the manuals (M), by public code that the
sheet does not name (W), or by inference alone (I), when its name may be another one. Statements are made from the same
rows that `dekret docs baza` shows.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dekret import assets
from dekret.text.wording import Wording

SCHEMA = "CDN"
FOLDER = "baza"
FILE = "tabele.txt"
INFERRED = "I"

_TYPES: Mapping[str, str] = {
    "key": "INTEGER NOT NULL",
    "id": "INTEGER",
    "int": "INTEGER NOT NULL DEFAULT 0",
    "small": "SMALLINT NOT NULL DEFAULT 0",
    "tiny": "TINYINT NOT NULL DEFAULT 0",
    "flag": "TINYINT NOT NULL DEFAULT 0",
    "money": "DECIMAL(15,2) NOT NULL DEFAULT 0",
    "qty": "DECIMAL(15,4) NOT NULL DEFAULT 0",
    "price": "DECIMAL(17,4) NOT NULL DEFAULT 0",
    "one": "DECIMAL(15,2) NOT NULL DEFAULT 1",
    "pct": "DECIMAL(5,2) NOT NULL DEFAULT 0",
    "ratel": "DECIMAL(15,4) NOT NULL DEFAULT 1",
    "ratem": "DECIMAL(5,0) NOT NULL DEFAULT 1",
    "date": "TIMESTAMP",
    "txt": "VARCHAR NOT NULL DEFAULT ''",
    "txt?": "VARCHAR",
}
"""Types of the file and what DuckDB calls them. Dates, ids and `txt?` may be NULL; the rest is filled, as in Optima."""

_AUDIT = (
    "OpeZalID OpeModID id >Operatorzy O-sql",
    "StaZalId StaModId id O-sql",
    "TS_Zal TS_Mod date O-sql = założono, zmieniono / created, changed",
    "OpeZalKod OpeModKod txt(20) O-sql",
    "OpeZalNazwisko OpeModNazwisko txt(50) O-sql",
)
"""What `@audit` stands for."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column under its real name; `target` is the table whose key it holds."""

    name: str
    type: str
    length: int
    target: str
    marks: tuple[str, ...]
    text: Wording

    @property
    def inferred(self) -> bool:
        """Whether no source has its name."""
        return self.marks == (INFERRED,)

    @property
    def sql(self) -> str:
        """Its type in DuckDB, with what it holds where nothing is given."""
        sized = f"VARCHAR({self.length})" if self.length else "VARCHAR"
        return _TYPES[self.type].replace("VARCHAR", sized)

    @property
    def shown(self) -> str:
        """Its type without the rest."""
        return self.sql.partition(" ")[0]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or a view; `marks` are those of its name."""

    name: str
    prefix: str
    view: bool
    section: Wording
    text: Wording
    marks: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def inferred(self) -> bool:
        return self.marks == (INFERRED,)

    @property
    def key(self) -> Column | None:
        """The column that tells its rows apart."""
        return next((column for column in self.columns if column.type == "key"), None)

    @property
    def ddl(self) -> str:
        """The statement that creates it."""
        assert not self.view
        columns = ",\n    ".join(f"{column.name} {column.sql}" for column in self.columns)
        return f"CREATE TABLE {SCHEMA}.{self.name} (\n    {columns}\n)"


@cache
def tables() -> tuple[Table, ...]:
    """All tables and views, by section."""
    text = (assets.folder("rules") / "demo" / FOLDER / FILE).read_text(encoding="utf-8")
    return tuple(_tables(text))


def _tables(text: str) -> Iterator[Table]:
    section = Wording("", "")
    for block in re.split(r"^(?=\[|## )", text, flags=re.MULTILINE)[1:]:
        head, *rows = [line for line in block.splitlines() if line.strip()]
        if head.startswith("## "):
            section = _wording(head[3:])
        else:
            yield _table(section, head, rows)


_HEAD = re.compile(r"\[(?P<view>widok )?(?P<name>\w+) (?P<prefix>\w+)(?P<marks>[^\]]+)\] (?P<text>.+)")


def _table(section: Wording, head: str, rows: list[str]) -> Table:
    found = _HEAD.fullmatch(head)
    assert found, head
    own, _, of_columns = found["marks"].partition(";")
    marks, prefix = tuple((of_columns or own).split()), found["prefix"]
    written = [line for row in rows for line in (_AUDIT if row == "@audit" else (row,))]
    columns = tuple(column for line in written for column in _columns(line, prefix, marks))
    return Table(
        found["name"], prefix, bool(found["view"]), section, _wording(found["text"]), tuple(own.split()), columns
    )


_TYPE = re.compile(r"(?P<type>[a-z]+\??)(\((?P<length>\d+)\))?")


def _columns(line: str, prefix: str, marks: tuple[str, ...]) -> Iterator[Column]:
    """The columns of a row: names, their type, the table behind `>`, marks, what they hold behind `=`."""
    said, _, meaning = line.partition(" = ")
    words = said.split()
    matches = [_TYPE.fullmatch(word) for word in words]
    place = next(n for n, match in enumerate(matches) if match and match["type"] in _TYPES)
    type_ = matches[place]
    assert type_
    assert place, line
    rest = words[place + 1 :]
    target = next((word[1:] for word in rest if word.startswith(">")), "")
    own = tuple(word for word in rest if not word.startswith(">")) or marks
    for name in words[:place]:
        length = int(type_["length"] or 0)
        yield Column(f"{prefix}_{name}", type_["type"], length, target, own, _wording(meaning))


def _wording(text: str) -> Wording:
    """Polish and English parted by a slash; one text where they are the same."""
    polish, _, english = text.partition(" / ")
    return Wording(polish, english or polish)
