"""Everything that a set of rule files defines, checked, and found by symbol and date."""

import datetime as dt
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import assert_never

from dekret import assets
from dekret.bank import language as bank
from dekret.banklines import language as banklines
from dekret.banklines.check import CheckedRules, check_line_rules
from dekret.banklines.parse import read_line_rules
from dekret.chart import definitions as chart_definitions
from dekret.chart import language as charts
from dekret.chart.definitions import ChartDefinition
from dekret.company import kartoteka, plan
from dekret.company.kartoteka import read_directory
from dekret.company.plan import read_plan
from dekret.documents.document_types import DocumentType
from dekret.errors import FileError
from dekret.mapping import language as mapping
from dekret.mapping import shape_language
from dekret.mapping.nodes import Map
from dekret.mapping.parse import read_map
from dekret.mapping.shapes import Shape, read_shape
from dekret.model.accounts import AccountPlan
from dekret.model.directory import Directory
from dekret.packs import cases
from dekret.packs.bank.cases import BankCase
from dekret.packs.bank.line_cases import LineCase
from dekret.packs.bank.statement_cases import StatementCase
from dekret.packs.cases import Case, CaseRule
from dekret.packs.chart.cases import ChartCase
from dekret.packs.manifest import FILE_NAME, Manifest, Manifests
from dekret.packs.mapping.cases import MapCase
from dekret.packs.validation.cases import RuleSetCase
from dekret.posting import language as posting
from dekret.posting.check import CheckedScheme, check_scheme
from dekret.posting.check_examples import check_examples
from dekret.posting.parse import read_scheme
from dekret.render import language as templates
from dekret.render.problems import NO_HEADER as NO_TEMPLATE_HEADER
from dekret.render.templates import Template, read_template
from dekret.syntax.problems import OTHER_FILE
from dekret.syntax.read import Reading, validity_holds
from dekret.syntax.rulefile import FileReading, read_file
from dekret.syntax.schema import Language
from dekret.text.encoding import read_source
from dekret.text.report import Report
from dekret.text.source import Source, Span
from dekret.validation import language as validation
from dekret.validation.check import CheckedRuleSet, check_rule_set
from dekret.validation.check_examples import check_rule_examples
from dekret.validation.parse import read_rule_set

LANGUAGES: tuple[Language, ...] = (
    posting.LANGUAGE,
    plan.LANGUAGE,
    kartoteka.LANGUAGE,
    bank.LANGUAGE,
    banklines.LANGUAGE,
    *charts.LANGUAGES,
    templates.LANGUAGE,
    mapping.LANGUAGE,
    shape_language.LANGUAGE,
    validation.LANGUAGE,
    cases.LANGUAGE,
)
"""All languages of rule files."""
RULES: tuple[Language, ...] = tuple(language for language in LANGUAGES if language is not cases.LANGUAGE)
"""Those of rules that run, without their cases."""
_TEMPLATES = tuple(assets.folder("templates") / each for each in ("wydruki", "edi"))
_MAPPING: tuple[Language, ...] = (mapping.LANGUAGE, shape_language.LANGUAGE)
_POSTING: tuple[Language, ...] = (posting.LANGUAGE, plan.LANGUAGE, kartoteka.LANGUAGE)
APART = ".dekret-osobno"
"""A folder with a file of this name is not read as part of the folder it lies in, as that of `dekret demo`."""
_CASES = f".{cases.LANGUAGE.extension}"
_ENDINGS = tuple(f".{language.extension}" for language in LANGUAGES)


@dataclass(slots=True)
class Library:
    """The definitions of some rule files; what is broken is left out and stands in the report.

    `standard` is where the standard packs are, whose definitions hold where there is none of the same symbol here;
    they are read when they are first asked for. Broken
    schemes are kept to be checked further; nothing runs them.
    """

    report: Report = field(default_factory=Report)
    sources: list[Source] = field(default_factory=list)
    schemes: list[CheckedScheme] = field(default_factory=list)
    broken_schemes: list[CheckedScheme] = field(default_factory=list)
    plans: list[tuple[Reading, AccountPlan]] = field(default_factory=list)
    directories: list[tuple[Reading, Directory]] = field(default_factory=list)
    formats: list[Reading] = field(default_factory=list)
    """Bank formats as they were read; `packs.bank.formats` makes them whole, as one may be based on another."""
    lines: list[CheckedRules] = field(default_factory=list)
    """Rules for the lines of statements."""
    charts: list[tuple[Reading, ChartDefinition]] = field(default_factory=list)
    """Charts, inserts, filters, columns of users, functions; `packs.chart.charts` holds them against each other."""
    templates: list[tuple[Reading, Template]] = field(default_factory=list)
    """Templates by their headers; `packs.printouts` looks at what stands below those."""
    maps: list[Map] = field(default_factory=list)
    """Maps as they were read; `packs.mapping.maps` holds them against their shapes."""
    shapes: list[Shape] = field(default_factory=list)
    rule_sets: list[CheckedRuleSet] = field(default_factory=list)
    """Rules that documents have to meet."""
    cases: list[CaseRule] = field(default_factory=list)
    bank_cases: list[BankCase | StatementCase] = field(default_factory=list)
    line_cases: list[LineCase] = field(default_factory=list)
    chart_cases: list[ChartCase] = field(default_factory=list)
    map_cases: list[MapCase] = field(default_factory=list)
    rule_set_cases: list[RuleSetCase] = field(default_factory=list)
    manifests: list[Manifest] = field(default_factory=list)
    standard: tuple[Path, ...] = ()
    aside: set[str] = field(default_factory=set)
    """Symbols of charts that their pack does not mean to be taken unless they are named."""
    beside: set[str] = field(default_factory=set)
    """Names of files that were not asked for, but that those asked for are held against."""
    broken: set[tuple[str, str]] = field(default_factory=set)
    """What is defined in files with errors: the ending of its language, its symbol. None of it is missing."""
    tries_schemes: bool = False
    """Whether schemes are tried out on example documents, too."""

    @property
    def below(self) -> "Library | None":
        """The standard packs: their schemes, charts and company's files alone."""
        return _standard(self.standard, _POSTING) if self.standard else None

    @property
    def formats_below(self) -> list[Reading]:
        """The bank formats of the standard packs."""
        return _standard(self.standard, (bank.LANGUAGE,)).formats if self.standard else []

    @property
    def lines_below(self) -> list[CheckedRules]:
        """The rules for lines of the standard packs."""
        return _standard(self.standard, (banklines.LANGUAGE,)).lines if self.standard else []

    @property
    def charts_below(self) -> list[tuple[Reading, ChartDefinition]]:
        """The charts, inserts, filters and columns of the standard packs."""
        return _standard(self.standard, charts.LANGUAGES).charts if self.standard else []

    @property
    def templates_below(self) -> list[tuple[Reading, Template]]:
        """The templates that come with the program."""
        return _standard(_TEMPLATES, (templates.LANGUAGE,)).templates

    @property
    def maps_below(self) -> list[Map]:
        """The maps of the standard packs."""
        return _standard(self.standard, _MAPPING).maps if self.standard else []

    @property
    def shapes_below(self) -> list[Shape]:
        """The shapes of the standard packs."""
        return _standard(self.standard, _MAPPING).shapes if self.standard else []

    @property
    def rule_sets_below(self) -> list[CheckedRuleSet]:
        """The rules for documents of the standard packs."""
        return _standard(self.standard, (validation.LANGUAGE,)).rule_sets if self.standard else []

    def is_broken(self, language: Language, symbol: str) -> bool:
        """Whether a symbol is defined, but in a file with errors, so that nothing more is to be said of it."""
        return (language.extension, symbol.casefold()) in self.broken

    def scheme(self, symbol: str, day: dt.date) -> CheckedScheme | None:
        """The scheme of a symbol that holds on a day; where the user has one of it, no standard one is taken."""
        own = [checked for checked in self.schemes if same_symbol(checked.scheme.symbol, symbol)]
        if not own and self.below:
            return self.below.scheme(symbol, day)
        holding = (c for c in own if validity_holds(c.scheme.valid_from, c.scheme.valid_until, day))
        return next(holding, None)

    def scheme_type(self, symbol: str) -> DocumentType | None:
        """The type of document that the scheme of a symbol posts; None for an unknown symbol."""
        found = next((c.scheme.type for c in self.schemes if same_symbol(c.scheme.symbol, symbol)), None)
        return self.below.scheme_type(symbol) if found is None and self.below else found

    def schemes_of(self, kind: str) -> list[str]:
        """Symbols of the schemes that post documents of a kind; of standard ones where the user has none."""
        own = sorted({checked.scheme.symbol for checked in self.schemes if checked.scheme.type.kind == kind})
        return own or (self.below.schemes_of(kind) if self.below else [])

    def line_rules(self, symbol: str, day: dt.date) -> CheckedRules | None:
        """The rules for lines of a symbol that hold on a day; where the user has some of it, no standard ones."""
        own = [checked for checked in self.lines if same_symbol(checked.rules.symbol, symbol)]
        found = own or [checked for checked in self.lines_below if same_symbol(checked.rules.symbol, symbol)]
        holding = (c for c in found if validity_holds(c.rules.valid_from, c.rules.valid_until, day))
        return next(holding, None)

    def has_line_rules(self, symbol: str) -> bool:
        """Whether there are rules for lines of a symbol, whenever they hold; standard ones are read only if need be."""
        own = any(same_symbol(checked.rules.symbol, symbol) for checked in self.lines)
        return own or any(same_symbol(checked.rules.symbol, symbol) for checked in self.lines_below)

    def line_rules_symbols(self) -> list[str]:
        """Symbols of all rules for lines, standard ones, too."""
        return sorted({checked.rules.symbol for checked in (*self.lines, *self.lines_below)})

    def plan(self, symbol: str, day: dt.date) -> AccountPlan | None:
        """The chart of accounts of a symbol that holds on a day."""
        own = [(reading, plan) for reading, plan in self.plans if same_symbol(plan.symbol, symbol)]
        if not own and self.below:
            return self.below.plan(symbol, day)
        return next((plan for reading, plan in own if reading.holds_on(day)), None)

    def directory(self, symbol: str, day: dt.date) -> Directory | None:
        """The company's file of a symbol that holds on a day."""
        own = [(reading, found) for reading, found in self.directories if same_symbol(found.symbol, symbol)]
        if not own and self.below:
            return self.below.directory(symbol, day)
        return next((found for reading, found in own if reading.holds_on(day)), None)

    def any_plan(self, symbol: str, day: dt.date) -> AccountPlan | None:
        """The chart of accounts of a symbol that holds on a day, else any version of it."""
        versions = [found for _, found in self.plans if same_symbol(found.symbol, symbol)]
        other = versions[0] if versions else self.below.any_plan(symbol, day) if self.below else None
        return self.plan(symbol, day) or other

    def account_names(self) -> dict[str, str]:
        """The names of the accounts of all charts, the user's before standard ones."""
        names = self.below.account_names() if self.below else {}
        for _, chart in self.plans:
            names |= {account.code: account.name for account in chart.accounts}
        return names

    def any_directory(self, symbol: str, day: dt.date) -> Directory | None:
        """The company's file of a symbol that holds on a day, else any version of it."""
        versions = [found for _, found in self.directories if same_symbol(found.symbol, symbol)]
        other = versions[0] if versions else self.below.any_directory(symbol, day) if self.below else None
        return self.directory(symbol, day) or other

    def scheme_symbols(self) -> list[str]:
        """Symbols of all schemes, standard ones, too."""
        own = [checked.scheme.symbol for checked in self.schemes]
        return sorted(dict.fromkeys([*own, *(self.below.scheme_symbols() if self.below else [])]))

    def plan_symbols(self) -> list[str]:
        """Symbols of the user's charts of accounts; of the standard ones where the user has none."""
        own = sorted({plan.symbol for _, plan in self.plans} - self.aside)
        return own or (self.below.plan_symbols() if self.below else [])

    def directory_symbols(self) -> list[str]:
        """Symbols of the user's company files; the standard packs' own is a sample and does not count."""
        return sorted({directory.symbol for _, directory in self.directories})


def same_symbol(one: str, other: str) -> bool:
    """Whether two symbols are one; letter case does not matter."""
    return one.casefold() == other.casefold()


def rule_files(paths: Iterable[Path]) -> list[Path]:
    """The rule files of folders, by their endings and in order of their names; files that were named, as they are.

    Folders whose names start with a dot are passed over. Raises `FileError` for a path that does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(file for file in _within(path) if file.name.lower().endswith(_ENDINGS))
        elif path.exists():
            found.append(path)
        else:
            raise FileError(f"Nie ma pliku ani folderu {path}.", f"There is no file or folder {path}.")
    return list(dict.fromkeys(found))


def _within(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and not Path(place, name, APART).exists()]
        yield from (Path(place, name) for name in files if not name.startswith("."))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises `FileError` with the system's reason."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError.reading(path, error) from error


def load(
    paths: Iterable[Path],
    standard: Iterable[Path] = (),
    *,
    trying: bool = False,
    languages: tuple[Language, ...] = LANGUAGES,
    around: Iterable[Path] = (),
) -> Library:
    """The definitions of the rule files at these paths, each file checked by itself; schemes tried out if `trying`.

    Only files of these `languages` are read; of what is `around` the paths, rules without their cases.

    A manifest counts for all files of its folder and below, but for folders with a manifest of their own.
    """
    library = Library(standard=tuple(standard), tries_schemes=trying)
    roots, beside = list(paths), list(around)
    packs = Manifests(lambda path: _source(library, path), library.report)
    wanted = {f".{language.extension}" for language in languages}
    for path in (
        file for root in (*roots, *beside) if root.is_dir() for file in sorted(_within(root)) if file.name == FILE_NAME
    ):
        packs.at(path.parent)
    read = [path for path in rule_files(roots) if languages is LANGUAGES or path.suffix.lower() in wanted]
    named = {path.resolve() for path in read} if beside else set()
    for path in read:
        add_source(library, _source(library, path), packs.of(path))
    for path in rule_files(beside):
        if path.suffix.lower() != _CASES and path.resolve() not in named:
            source = _source(library, path)
            library.beside.add(source.name)
            add_source(library, source, packs.of(path))
    library.manifests = packs.found()
    return library


@cache
def _standard(paths: tuple[Path, ...], languages: tuple[Language, ...]) -> Library:
    """The definitions of some languages in the standard packs, for few runs need all."""
    return load(paths, languages=languages)


def stands_below(library: Library, symbol: str) -> bool:
    """Whether a standard scheme has a symbol; told by the first lines of the files, which are not read for it."""
    wanted = re.compile(rf'^schemat\s+"{re.escape(symbol)}"', re.MULTILINE | re.IGNORECASE)
    files = (path for path in rule_files(library.standard) if path.suffix == f".{posting.LANGUAGE.extension}")
    return any(wanted.search(read_bytes(path).decode("utf-8", errors="replace")) for path in files)


def _source(library: Library, path: Path) -> Source:
    source, warnings = read_source(path.as_posix() if path.is_absolute() else str(path), read_bytes(path))
    library.report.extend(warnings)
    return source


def load_sources(sources: Iterable[Source], *, trying: bool = False) -> Library:
    """As `load`, from texts at hand."""
    library = Library(tries_schemes=trying)
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
    reading = read_rules(source, report)
    library.sources.append(source)
    for language, definition in reading.definitions:
        if pack:
            definition.hold_within(pack.valid_from, pack.valid_until)
        if pack and pack.plan and language is plan.LANGUAGE and definition.symbol.text != pack.plan:
            library.aside.add(definition.symbol.text)
        if language is templates.LANGUAGE:
            _add_template(library, source, definition, report)
        else:
            _add(library, language, definition, report)
    if report.has_errors:
        named = ((language.extension, definition.symbol.text) for language, definition in reading.definitions)
        library.broken.update((extension, symbol.casefold()) for extension, symbol in named)
    library.report.extend(report.diagnostics)


def _add_template(library: Library, source: Source, reading: Reading, report: Report) -> None:
    template = read_template(source, reading, report)
    if template and not report.has_errors:
        library.templates.append((reading, template))


def read_rules(source: Source, report: Report) -> FileReading:
    """The definitions of a file; of one that was named, and looks like none of rules, that is all that is said."""
    found = Report()
    if templates.is_template(source):
        if missing := templates.missing_mark(source):
            report.add(NO_TEMPLATE_HEADER.at(Span(source, 0, 0), missing=missing))
            return FileReading((), ())
        reading = read_file(templates.header_of(source), (templates.LANGUAGE,), found)
        report.extend(templates.moved(diagnostic, source) for diagnostic in found.diagnostics)
        return reading
    reading = read_file(source, LANGUAGES, found)
    if not reading.definitions and "rulefile/no-header" in found.ids() and not source.name.lower().endswith(_ENDINGS):
        found = Report([OTHER_FILE.at(source.span(), file=source.name)])
    report.extend(found.diagnostics)
    return reading


def _add(library: Library, language: Language, reading: Reading, report: Report) -> None:
    if language is posting.LANGUAGE:
        scheme = read_scheme(reading, report)
        if scheme:
            checked = check_scheme(scheme, report)
            if library.tries_schemes and not report.has_errors:
                check_examples(checked, report)
            (library.broken_schemes if report.has_errors else library.schemes).append(checked)
    elif language is plan.LANGUAGE:
        chart = read_plan(reading, report)
        if not report.has_errors:
            library.plans.append((reading, chart))
    elif language is kartoteka.LANGUAGE:
        directory = read_directory(reading, report)
        if not report.has_errors:
            library.directories.append((reading, directory))
    elif language is bank.LANGUAGE:
        if not report.has_errors:
            library.formats.append(reading)
    elif language is banklines.LANGUAGE:
        lines = check_line_rules(read_line_rules(reading, report), report)
        if not report.has_errors:
            library.lines.append(lines)
    elif language in charts.LANGUAGES:
        definition = _CHART_READERS[language](reading, report)
        if not report.has_errors:
            library.charts.append((reading, definition))
    elif language is mapping.LANGUAGE:
        found = read_map(reading, report)
        if found and not report.has_errors:
            library.maps.append(found)
    elif language is shape_language.LANGUAGE:
        shape = read_shape(reading, report)
        if not report.has_errors:
            library.shapes.append(shape)
    elif language is validation.LANGUAGE:
        rules = read_rule_set(reading, report)
        if rules:
            checked_rules = check_rule_set(rules, report)
            if library.tries_schemes and not report.has_errors:
                check_rule_examples(checked_rules, report)
            if not report.has_errors:
                library.rule_sets.append(checked_rules)
    else:
        case = cases.read_case(reading, report)
        if case and not report.has_errors:
            _add_case(library, case)


_CHART_READERS: dict[Language, Callable[[Reading, Report], ChartDefinition]] = {
    charts.CHART: chart_definitions.read_chart,
    charts.INSERT: chart_definitions.read_insert,
    charts.FILTER: chart_definitions.read_filter,
    charts.COLUMNS: chart_definitions.read_columns,
    charts.SETTINGS: chart_definitions.read_settings,
    charts.FUNCTION: chart_definitions.read_function,
}


def _add_case(library: Library, case: Case) -> None:
    match case:
        case CaseRule():
            library.cases.append(case)
        case BankCase() | StatementCase():
            library.bank_cases.append(case)
        case LineCase():
            library.line_cases.append(case)
        case ChartCase():
            library.chart_cases.append(case)
        case MapCase():
            library.map_cases.append(case)
        case RuleSetCase():
            library.rule_set_cases.append(case)
        case _:
            assert_never(case)
