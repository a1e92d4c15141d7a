"""Templates as they were read: kind, record and dialog of each, told by its header; found by symbol, parts likewise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dekret.render import language, problems
from dekret.render.kinds import TemplateKind
from dekret.render.names import Kind, Value, name_of
from dekret.render.records import RecordKind
from dekret.syntax.read import Reading, Record
from dekret.text.report import Report
from dekret.text.source import Source, Span
from dekret.values.pictures import Control, Misfit, Picture
from dekret.values.pictures import Value as PictureValue


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a dialog asks for. `name` is as templates name it, `title` as the header does."""

    span: Span
    name: str
    title: str
    prompt: str
    picture: Picture
    default: str = ""
    required: bool | tuple[str, PictureValue] = False
    """Whether it has to be given; a name and a value: where that parameter, above this one, has the value."""
    remembered: bool = False

    @property
    def value(self) -> Value:
        """What stands in `parametry.name`."""
        kind = _KINDS[self.picture.control]
        return Value(kind, optional=kind is Kind.DATE)


_KINDS = {
    Control.TEXT: Kind.TEXT,
    Control.CHOICE: Kind.TEXT,
    Control.NUMBER: Kind.AMOUNT,
    Control.DATE: Kind.DATE,
    Control.CHECK: Kind.FLAG,
}


@dataclass(frozen=True, slots=True)
class Template:
    """A template, or a part of templates where it has no record."""

    source: Source
    place: Span
    symbol: str
    name: str
    kind: TemplateKind
    record: RecordKind | None
    parameters: tuple[Parameter, ...]
    foreign_only: bool = False
    """Whether only documents in a foreign currency are printed by it."""


def read_template(source: Source, reading: Reading, report: Report) -> Template | None:
    """The template of a header that has no errors."""
    general = reading.part(language.GENERAL).keys
    kind = general.get(language.KIND)
    if kind is None:
        return None
    place = Span(source, reading.symbol.span.start, reading.symbol.span.end)
    parameters = _parameters(source, reading, report)
    name = general.get(language.NAME) or ""
    record, only = general.get(language.RECORD), general.get(language.ONLY) or False
    return Template(source, place, reading.symbol.text, name, kind, record, parameters, only)


def _parameters(source: Source, reading: Reading, report: Report) -> tuple[Parameter, ...]:
    found: dict[str, Parameter] = {}
    for row in reading.part(language.PARAMETERS).rows:
        title, picture = row.get(language.PARAMETER), row.get(language.PICTURE)
        if not title or picture is None:
            continue
        cell = row.place(language.PARAMETER)
        span = Span(source, cell.start, cell.end)
        default = row.get(language.DEFAULT) or ""
        name = name_of(title)
        if name in found or not name.isidentifier():
            report.add(problems.PARAMETER_NAME.at(span, name=title, short=name))
            continue
        if default and not picture.fits_text(default):
            where = row.place(language.DEFAULT)
            what = picture.describe()
            report.add(problems.BAD_DEFAULT.at(Span(source, where.start, where.end), text=default, wanted=what))
        prompt = row.get(language.PROMPT) or title
        found[name] = Parameter(
            span,
            name,
            title,
            prompt.replace("&", ""),
            picture,
            default,
            required=_required(row, source, found, report),
            remembered=bool(row.get(language.REMEMBERED)),
        )
    return tuple(found.values())


def _required(
    row: Record, source: Source, known: Mapping[str, Parameter], report: Report
) -> bool | tuple[str, PictureValue]:
    """When a parameter has to be given; a condition on what is not asked before is told."""
    required = row.get(language.REQUIRED)
    if not isinstance(required, language.When):
        return bool(required)
    name = name_of(required.parameter)
    if name not in known or not known[name].picture.fits_text(required.value):
        cell = row.place(language.REQUIRED)
        report.add(problems.REQUIRED_WHEN.at(Span(source, cell.start, cell.end), name=required.parameter))
        return False
    value = known[name].picture.read(required.value)
    assert not isinstance(value, Misfit)
    return name, value


def by_symbol(templates: Iterable[Template]) -> Mapping[str, Template]:
    """Templates by symbol, letter case being no matter; of two of one symbol the first."""
    found: dict[str, Template] = {}
    for template in templates:
        found.setdefault(template.symbol.casefold(), template)
    return found
