"""The manifest of a pack, `pakiet.toml`: name, version, language version, dependencies, validity, sources."""

import datetime as dt
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dekret.packs import problems
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.source import Source, Span
from dekret.text.wording import Wording

FILE_NAME = "pakiet.toml"
LANGUAGE_VERSION = "1"
"""The version of the rule languages that this engine reads."""
_KEYS: dict[str, type] = {
    "nazwa": str,
    "wersja": str,
    "jezyk": str,
    "opis": str,
    "zaleznosci": list,
    "obowiazuje_od": dt.date,
    "obowiazuje_do": dt.date,
    "zrodla": list,
    "plan": str,
}
_KIND_WORDS = {
    str: Wording("tekst w cudzysłowie", "a text in quotes"),
    list: Wording("lista w nawiasach [ ]", "a list in [ ]"),
    dt.date: Wording("data RRRR-MM-DD bez cudzysłowu", "a date YYYY-MM-DD without quotes"),
}
_REQUIRED = ("nazwa", "wersja")
_PLACE = re.compile(r"at line (\d+), column (\d+)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """A pack as its manifest describes it."""

    name: str
    version: str
    depends: tuple[str, ...]
    depends_place: Span
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    sources: tuple[str, ...] = ()
    plan: str | None = None
    """The chart of accounts that is meant where the pack has several."""


def read_manifest(source: Source, report: Report) -> Manifest | None:
    """The manifest, as far as it could be read; what is wrong stands in the report."""
    try:
        data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else len(source.line_starts)
        start = source.line_starts[line - 1] + (int(place[2]) - 1 if place else 0)
        report.add(problems.BAD_MANIFEST.at(source.span(min(start, len(source.text))), reason=str(error)))
        return None
    for key, value in data.items():
        wanted = _KEYS.get(key)
        if wanted is None:
            near = nearest(key, _KEYS)
            advice = Wording(f"Czy chodziło o „{near}”? ", f"Did you mean '{near}'? ") if near else Wording("", "")
            known = ", ".join(_KEYS)
            report.add(problems.UNKNOWN_MANIFEST_KEY.at(_key(source, key), word=key, advice=advice, known=known))
        elif not isinstance(value, wanted) or isinstance(value, dt.datetime):
            kind = _KIND_WORDS[wanted]
            report.add(problems.MANIFEST_VALUE.at(_key(source, key), word=key, kind=kind))
            return None
    for key in _REQUIRED:
        if key not in data:
            report.add(problems.MISSING_MANIFEST_KEY.at(source.span(), word=key))
            return None
    if data.get("jezyk", LANGUAGE_VERSION) != LANGUAGE_VERSION:
        version, known = str(data["jezyk"]), LANGUAGE_VERSION
        report.add(problems.OTHER_LANGUAGE_VERSION.at(_key(source, "jezyk"), version=version, known=known))
    return Manifest(
        data["nazwa"],
        data["wersja"],
        tuple(str(name) for name in data.get("zaleznosci", ())),
        _key(source, "zaleznosci"),
        data.get("obowiazuje_od"),
        data.get("obowiazuje_do"),
        tuple(str(text) for text in data.get("zrodla", ())),
        data.get("plan"),
    )


def _key(source: Source, key: str) -> Span:
    found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?", source.text, re.MULTILINE)
    return source.span(found.start(), found.end()) if found else source.span()


class Manifests:
    """The manifests of the folders that rule files lie in, each read once; `source` gives the text of a file."""

    def __init__(self, source: Callable[[Path], Source], report: Report) -> None:
        self._source = source
        self._report = report
        self._by_folder: dict[Path, Manifest | None] = {}

    def at(self, folder: Path) -> Manifest | None:
        """The manifest of a folder, if it has one."""
        key = folder.resolve()
        if key not in self._by_folder:
            path = folder / FILE_NAME
            self._by_folder[key] = read_manifest(self._source(path), self._report) if path.is_file() else None
        return self._by_folder[key]

    def of(self, path: Path) -> Manifest | None:
        """The nearest manifest above a file."""
        return next((found for folder in path.absolute().parents if (found := self.at(folder))), None)

    def found(self) -> list[Manifest]:
        return [manifest for manifest in self._by_folder.values() if manifest]
