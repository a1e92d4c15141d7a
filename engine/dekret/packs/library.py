"""Everything that a set of rule files defines, checked, and found by symbol and date."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dekret import assets
from dekret.company import kartoteka, plan
from dekret.company.kartoteka import read_directory
from dekret.company.plan import read_plan
from dekret.errors import FileError
from dekret.model.accounts import AccountPlan
from dekret.model.directory import Directory
from dekret.packs import cases, problems
from dekret.packs.cases import CaseRule
from dekret.packs.manifest import FILE_NAME, Manifest, read_manifest
from dekret.posting import language as posting
from dekret.posting.check import CheckedScheme, check_scheme
from dekret.posting.check_accounts import check_accounts
from dekret.posting.parse import read_scheme
from dekret.syntax.read import Reading, validity_holds
from dekret.syntax.rulefile import read_file
from dekret.syntax.schema import Language
from dekret.text.diagnostic import Related
from dekret.text.encoding import read_source
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Wording

LANGUAGES: tuple[Language, ...] = (posting.LANGUAGE, plan.LANGUAGE, kartoteka.LANGUAGE, cases.LANGUAGE)
"""All languages of rule files."""
_ENDINGS = tuple(f".{language.extension}" for language in LANGUAGES)


@dataclass(slots=True)
class Library:
    """The definitions of some rule files; what is broken is left out and stands in the report.

    `below` are the standard packs, whose definitions hold where there is none of the same symbol here. Broken
    schemes are kept to be checked further; nothing runs them.
    """

    report: Report = field(default_factory=Report)
    sources: list[Source] = field(default_factory=list)
    schemes: list[CheckedScheme] = field(default_factory=list)
    broken_schemes: list[CheckedScheme] = field(default_factory=list)
    plans: list[tuple[Reading, AccountPlan]] = field(default_factory=list)
    directories: list[tuple[Reading, Directory]] = field(default_factory=list)
    cases: list[CaseRule] = field(default_factory=list)
    manifests: list[Manifest] = field(default_factory=list)
    below: "Library | None" = None

    def scheme(self, symbol: str, day: dt.date) -> CheckedScheme | None:
        """The scheme of a symbol that holds on a day; a user's before a standard one."""
        wanted = symbol.casefold()
        for checked in self.schemes:
            scheme = checked.scheme
            if scheme.symbol.casefold() == wanted and validity_holds(scheme.valid_from, scheme.valid_until, day):
                return checked
        return self.below.scheme(symbol, day) if self.below else None

    def scheme_kind(self, symbol: str) -> str | None:
        """The kind of document that the scheme of a symbol posts; None for an unknown symbol."""
        found = (c.scheme.type.kind for c in self.schemes if c.scheme.symbol.casefold() == symbol.casefold())
        kind = next(found, None)
        return self.below.scheme_kind(symbol) if kind is None and self.below else kind

    def plan(self, symbol: str, day: dt.date) -> AccountPlan | None:
        """The chart of accounts of a symbol that holds on a day."""
        for reading, found in self.plans:
            if found.symbol.casefold() == symbol.casefold() and reading.holds_on(day):
                return found
        return self.below.plan(symbol, day) if self.below else None

    def directory(self, symbol: str, day: dt.date) -> Directory | None:
        """The company's file of a symbol that holds on a day."""
        for reading, found in self.directories:
            if found.symbol.casefold() == symbol.casefold() and reading.holds_on(day):
                return found
        return self.below.directory(symbol, day) if self.below else None

    def scheme_symbols(self) -> list[str]:
        """Symbols of all schemes, standard ones, too."""
        own = [checked.scheme.symbol for checked in self.schemes]
        return sorted(dict.fromkeys([*own, *(self.below.scheme_symbols() if self.below else [])]))

    def plan_symbols(self) -> list[str]:
        """Symbols of the user's charts of accounts; of the standard ones where the user has none."""
        own = sorted({plan.symbol for _, plan in self.plans})
        return own or (self.below.plan_symbols() if self.below else [])

    def directory_symbols(self) -> list[str]:
        """Symbols of the user's company files; the standard packs' own is a sample and does not count."""
        return sorted({directory.symbol for _, directory in self.directories})


def rule_files(paths: Iterable[Path]) -> list[Path]:
    """The rule files of folders, by their endings and in order of their names; files that were named, as they are.

    Folders whose names start with a dot are passed over. Raises `FileError` for a path that does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(file for file in _within(path) if file.name.endswith(_ENDINGS))
        elif path.exists():
            found.append(path)
        else:
            raise FileError(f"Nie ma pliku ani folderu {path}.", f"There is no file or folder {path}.")
    return list(dict.fromkeys(found))


def _within(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in files if not name.startswith("."))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises `FileError` with the system's reason."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError.reading(path, error) from error


def load(paths: Iterable[Path], below: Library | None = None) -> Library:
    """The definitions of the rule files at these paths, each file checked by itself.

    A manifest counts for all files of its folder and below, but for folders with a manifest of their own.
    """
    library = Library(below=below)
    roots = list(paths)
    manifests: dict[Path, Manifest] = {}
    for path in (file for root in roots if root.is_dir() for file in sorted(_within(root)) if file.name == FILE_NAME):
        manifest = read_manifest(_source(library, path), library.report)
        if manifest:
            manifests[path.parent] = manifest
    library.manifests = list(manifests.values())
    for path in rule_files(roots):
        pack = next((manifests[folder] for folder in path.parents if folder in manifests), None)
        add_source(library, _source(library, path), pack)
    return library


def _source(library: Library, path: Path) -> Source:
    source, warnings = read_source(path.as_posix() if path.is_absolute() else str(path), read_bytes(path))
    library.report.extend(warnings)
    return source


def load_sources(sources: Iterable[Source]) -> Library:
    """As `load`, from texts at hand."""
    library = Library()
    for source in sources:
        add_source(library, source)
    return library


def add_source(library: Library, source: Source, pack: Manifest | None = None) -> None:
    """Reads one file into the library; a definition is added only where its file has no errors.

    A definition without dates of its own holds as long as its pack.
    """
    if not source.text and any(found.span.source is source for found in library.report.diagnostics):
        return
    report = Report()
    reading = read_file(source, LANGUAGES, report)
    library.sources.append(source)
    for language, definition in reading.definitions:
        if pack:
            definition.hold_within(pack.valid_from, pack.valid_until)
        _add(library, language, definition, report)
    library.report.extend(report.diagnostics)


def _add(library: Library, language: Language, reading: Reading, report: Report) -> None:
    if language is posting.LANGUAGE:
        scheme = read_scheme(reading, report)
        if scheme:
            checked = check_scheme(scheme, report)
            (library.broken_schemes if report.has_errors else library.schemes).append(checked)
    elif language is plan.LANGUAGE:
        chart = read_plan(reading, report)
        if not report.has_errors:
            library.plans.append((reading, chart))
    elif language is kartoteka.LANGUAGE:
        directory = read_directory(reading, report)
        if not report.has_errors:
            library.directories.append((reading, directory))
    else:
        case = cases.read_case(reading, report)
        if case and not report.has_errors:
            library.cases.append(case)


def check_together(library: Library) -> None:
    """Checks the definitions against each other; the findings go to the report of the library."""
    check_symbols(library)
    _check_dependencies(library)
    if len(library.plans) == 1:
        for checked in (*library.schemes, *library.broken_schemes):
            check_accounts(checked, library.plans[0][1], library.report)


def _check_dependencies(library: Library) -> None:
    """Packs that others depend on must be among those read, or standard ones."""
    standard = [folder.name for folder in assets.folder("rules").iterdir() if folder.is_dir()]
    known = sorted({*standard, *(manifest.name for manifest in library.manifests)})
    for manifest in library.manifests:
        for name in manifest.depends:
            if name not in known:
                place = manifest.depends_place
                library.report.add(problems.UNKNOWN_DEPENDENCY.at(place, name=name, known=", ".join(known)))


def check_symbols(library: Library) -> None:
    """Two schemes of one symbol must not hold on the same day; the findings go to the report of the library."""
    seen: dict[str, list[CheckedScheme]] = {}
    for checked in library.schemes:
        scheme = checked.scheme
        others = seen.setdefault(scheme.symbol.casefold(), [])
        for other in others:
            first = other.scheme
            since = max(scheme.valid_from or dt.date.min, first.valid_from or dt.date.min)
            until = min(scheme.valid_until or dt.date.max, first.valid_until or dt.date.max)
            if since <= until:
                where = Related(first.span, Wording("pierwszy z nich", "the first one"))
                library.report.add(problems.SYMBOL_REPEATED.at(scheme.span, related=(where,), symbol=scheme.symbol))
        others.append(checked)
