"""Parameters as data: what a chart asks for, gathered from its query and its graphics (seeds/001:1752-1842)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dekret.chart import parameter_problems as problems
from dekret.chart.nodes import (
    Declaration,
    Default,
    Definition,
    Element,
    Option,
    Quoting,
    Reference,
    expressions,
)
from dekret.chart.parse import all_expressions
from dekret.chart.sourcemap import Traced
from dekret.text.diagnostic import Related
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import Wording, listed
from dekret.values.pictures import Control, Misfit, Picture, picture


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as it is asked for. `key` is what references find it by (`key_of`).

    One without a name is known by its prompt. `traced` is the text that its definition stands in.
    """

    span: Span = field(compare=False)
    definition: Definition = field(compare=False, repr=False)
    traced: Traced = field(compare=False, repr=False)
    name: str
    prompt: str
    hot_key: str
    picture: Picture
    hidden: bool
    quoting: Quoting | None
    default: Default
    least: Decimal | None = None
    most: Decimal | None = None
    upper: bool = False
    message: str = ""
    tip: str = ""
    graphic: bool = False
    declared: bool = False
    key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", key_of(self.definition))

    @property
    def shown(self) -> str:
        """The name, and the prompt where it says more."""
        return f"{self.name} ({self.prompt})" if self.prompt not in ("", self.name) else self.name

    def refusal(self, value: Decimal) -> Misfit | None:
        """What is wrong with a number that is beyond the limits of the declaration."""
        if (self.least is None or value >= self.least) and (self.most is None or value <= self.most):
            return None
        example = self.least if self.least is not None else self.most
        return Misfit(self._limits(), str(example).replace(".", ","))

    def describe(self) -> Wording:
        """What fits, in words: the picture and the limits."""
        picture, limits = self.picture.describe(), self._limits()
        return Wording(f"{picture.pl}, {limits.pl}", f"{picture.en}, {limits.en}") if limits.pl else picture

    def _limits(self) -> Wording:
        said = [Wording(f"nie mniej niż {self.least}", f"not less than {self.least}")] if self.least is not None else []
        if self.most is not None:
            said.append(Wording(f"nie więcej niż {self.most}", f"not more than {self.most}"))
        return Wording(" i ".join(each.pl for each in said), " and ".join(each.en for each in said))


OPTIONS: Mapping[str, Wording] = {
    "RL": Wording("najmniejsza wartość", "the lowest value"),
    "RH": Wording("największa wartość", "the highest value"),
    "U": Wording("tekst staje się wielkimi literami: @U()", "the text becomes capital letters: @U()"),
    "MSG": Wording("komunikat przy złej wartości", "message for a wrong value"),
    "TIP": Wording("dymek", "tip"),
}
"""Options of a declaration, `@RL(1)`."""


def key_of(definition: Definition) -> str:
    """The name that a definition is known by, folded: its own, or its prompt's. One without is known to nobody else."""
    name = definition.name or plain_prompt(definition.prompt)
    return name.casefold() if name else f"{definition.picture} {id(definition)}".casefold()


def plain_prompt(prompt: str) -> str:
    """A prompt without the mark of its hot key and without line breaks.

    >>> plain_prompt("&Typ rachunku")
    'Typ rachunku'
    """
    return " ".join(prompt.replace("&", "", 1).split())


def definitions(elements: Iterable[Element]) -> Iterator[tuple[Definition, Declaration | None]]:
    """All definitions of a text, those in expressions, too, with their declarations."""
    for element in elements:
        if isinstance(element, Declaration):
            yield element.definition, element
        for root in all_expressions((element,)):
            inner = (part for part in expressions(root) if isinstance(part, Definition))
            yield from ((part, None) for part in inner if not isinstance(element, Declaration) or part is not root)


def references(elements: Iterable[Element]) -> Iterator[Reference]:
    """All references of a text: in the query itself, in expressions, in defaults, in the queries of lists."""
    for root in all_expressions(tuple(elements)):
        yield from (part for part in expressions(root) if isinstance(part, Reference))


def collect(texts: Iterable[tuple[Traced, tuple[Element, ...], bool]], report: Report) -> dict[str, Parameter]:
    """The parameters of a chart by their keys, in the order in which they stand; `texts` tell which is graphic.

    What is wrong with them goes to the report: unknown pictures, two pictures of one name, options that mean nothing.
    """
    found: dict[str, Parameter] = {}
    for traced, elements, graphic in texts:
        for definition, declaration in definitions(elements):
            parameter = _parameter(traced, definition, declaration, report, graphic=graphic)
            if parameter is None:
                continue
            known = found.get(parameter.key)
            if known is None:
                found[parameter.key] = parameter
            elif not _same_picture(known, parameter) and not (graphic and not known.graphic):
                where = Related(known.span, Wording("pierwsza z nich", "the first one"))
                report.add(
                    problems.PICTURES_DIFFER.at(
                        parameter.span,
                        related=(where,),
                        name=parameter.name,
                        first=known.picture.written,
                        second=parameter.picture.written,
                    )
                )
            elif declaration and not known.declared:
                found[parameter.key] = parameter
    _references_known(texts, found, report)
    return found


def _same_picture(one: Parameter, other: Parameter) -> bool:
    return (
        one.picture.written.casefold() == other.picture.written.casefold()
        and one.picture.inside.split() == other.picture.inside.split()
    )


def _references_known(
    texts: Iterable[tuple[Traced, tuple[Element, ...], bool]], found: dict[str, Parameter], report: Report
) -> None:
    for traced, elements, _ in texts:
        for reference in references(elements):
            place = traced.span(reference.start, reference.end)
            parameter = found.get(reference.name.casefold())
            if parameter is None:
                near = nearest(reference.name, [known.name for known in found.values()])
                advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
                report.add(
                    problems.UNDEFINED.at(
                        place, related=traced.related(reference.start), name=reference.name, advice=advice
                    )
                )
            elif reference.second and parameter.picture.control is not Control.LIST:
                report.add(problems.NO_SECOND_COLUMN.at(place, name=parameter.name))


def _parameter(
    traced: Traced, definition: Definition, declaration: Declaration | None, report: Report, *, graphic: bool
) -> Parameter | None:
    span = traced.span(definition.start, definition.end)
    picture = picture_of(definition, traced.text)
    if picture is None:
        place = traced.span(*definition.picture_at)
        report.add(
            problems.UNKNOWN_PICTURE.at(place, related=traced.related(definition.start), picture=definition.picture)
        )
        return None
    prompt = definition.prompt
    mark = prompt.find("&")
    parameter = Parameter(
        span,
        definition,
        traced,
        definition.name or plain_prompt(prompt) or picture.inside.strip("'’"),
        plain_prompt(prompt) or picture.inside.strip("'’"),
        prompt[mark + 1 : mark + 2].upper() if mark >= 0 else "",
        picture,
        definition.hidden,
        definition.quoting,
        definition.default,
        graphic=graphic,
    )
    return _with_options(parameter, declaration, traced, report) if declaration else parameter


def _with_options(parameter: Parameter, declaration: Declaration, traced: Traced, report: Report) -> Parameter:
    limits: dict[str, Decimal | None] = {"RL": None, "RH": None}
    texts = {"MSG": "", "TIP": ""}
    upper = False
    for option in declaration.options:
        match option.name:
            case "RL" | "RH":
                limits[option.name] = _limit(option, traced, report)
            case "U":
                upper = True
            case "MSG" | "TIP":
                texts[option.name] = option.argument
            case _:
                known = listed([f"@{name}" for name in OPTIONS])
                place = traced.span(option.start, option.end)
                report.add(problems.UNKNOWN_OPTION.at(place, option=option.name, known=known))
    return replace(
        parameter,
        least=limits["RL"],
        most=limits["RH"],
        upper=upper,
        message=texts["MSG"],
        tip=texts["TIP"],
        declared=True,
    )


def _limit(option: Option, traced: Traced, report: Report) -> Decimal | None:
    written = option.argument.replace(" ", "").replace(",", ".").replace("−", "-")
    try:
        found = Decimal(written)
    except ArithmeticError:
        found = Decimal("NaN")
    if found.is_finite():
        return found
    report.add(problems.BAD_LIMIT.at(traced.span(option.start, option.end), option=option.name, text=option.argument))
    return None


def picture_of(definition: Definition, text: str) -> Picture | None:
    """The picture of a definition; `text` is the whole text it stands in. None for one that is unknown."""
    inside = text[definition.inside_start : definition.inside_end] if definition.inside is not None else ""
    return picture(definition.picture, inside, in_parenthesis=definition.inside is not None)
