"""The values of parameters, and where a first value comes from, in the manual's order (seeds/001:1770-1822)."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple, TypeVar

from dekret.chart import parameter_problems as problems
from dekret.chart.computed import Computed, is_plain, plain
from dekret.chart.evaluate import Refused, evaluate
from dekret.chart.nodes import Definition, Expression, Reference
from dekret.chart.origins import Origin
from dekret.chart.parameters import Parameter, key_of
from dekret.text.diagnostic import Diagnostic, Problem
from dekret.text.nearest import nearest
from dekret.text.source import Span
from dekret.text.wording import Wording, listed
from dekret.values.clarion import day_of
from dekret.values.pictures import Control, Misfit, Picture, Value, unquoted


@dataclass(frozen=True, slots=True)
class Sources:
    """What the run knows: by name, letter case being no matter. Texts are read by the picture of their parameter.

    A start chart has `application`, a sub-chart `row` and `parent` (for graphic parameters: `parent_graphic`).
    """

    today: dt.date
    given: Mapping[str, Value] = field(default_factory=dict)
    row: Mapping[str, Value] = field(default_factory=dict)
    parent: Mapping[str, Value] = field(default_factory=dict)
    parent_graphic: Mapping[str, Value] = field(default_factory=dict)
    application: Mapping[str, Value] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)
    selection: Sequence[int] | None = None
    records: int | None = None
    answer: Callable[[str], str | None] | None = None
    second: Mapping[str, Value] = field(default_factory=dict)
    """The second columns of the rows chosen in lists R."""
    tried: bool = False
    """Whether a check tries the chart out: what the application or a database would say is then 1."""
    allowed: frozenset[str] = frozenset()
    """The tables that may be read, folded; all where there are none."""

    def names(self) -> Iterable[str]:
        return self.given


class Holding(NamedTuple):
    """A parameter's value, and where it is from."""

    value: Value
    origin: Origin


_OWN = (Control.CHOICE, Control.CHECK)
"""Controls whose values are all the author's."""


class ParameterValues:
    """The values of the parameters of one chart in one run; what expressions ask (`evaluate.Values`)."""

    def __init__(self, parameters: Mapping[str, Parameter], sources: Sources) -> None:
        self._parameters = parameters
        self._sources = sources
        self._application = _folded(sources.application)
        self._remembered = _folded(sources.remembered)
        self._second = _folded(sources.second)
        given, row, parent = _folded(sources.given), _folded(sources.row), _folded(sources.parent)
        found = (
            (Origin.GIVEN, given, given),
            (Origin.ROW, row, row),
            (Origin.PARENT, parent, _folded(sources.parent_graphic)),
            (Origin.APPLICATION, self._application, self._application),
        )
        self._by_origin = tuple(each for each in found if each[1] or each[2])
        """Where values come from, in order, with those for parameters of the query and of the graphics."""
        self._held: dict[str, Holding] = {}
        self._asked: list[str] = []

    @property
    def today(self) -> dt.date:
        return self._sources.today

    @property
    def allowed(self) -> frozenset[str]:
        return self._sources.allowed

    def application(self, name: str) -> str | None:
        found = self._application.get(name.casefold())
        return self.untold if found is None else plain(found)

    @property
    def untold(self) -> str | None:
        return "1" if self._sources.tried else None

    def answer(self, query: str) -> str | None:
        return self._sources.answer(query) if self._sources.answer else None

    def selection(self) -> Sequence[int] | None:
        return self._sources.selection

    def records(self) -> int | None:
        return self._sources.records

    def word(self, name: str) -> Computed | None:  # noqa: ARG002 - words mean nothing in queries but columns
        return None

    def parameter(self, asked: Reference | Definition) -> Computed:
        key = asked.name.casefold() if isinstance(asked, Reference) else key_of(asked)
        parameter = self._parameters[key]
        value = self.holding(parameter).value
        if isinstance(asked, Reference) and asked.second:
            value = self._second.get(key, value)
        return Computed(value, parameter.picture.control not in _OWN)

    def holding(self, parameter: Parameter) -> Holding:
        """The value of a parameter and where it is from. Raises `Refused`."""
        held = self._held.get(parameter.key)
        if held is None:
            try:
                held = self._found(parameter)
            except Refused as refused:
                raise Refused(refused.at(parameter.traced)) from None
            self._held[parameter.key] = held
        return held

    def _found(self, parameter: Parameter) -> Holding:
        for origin, for_query, for_graphics in self._by_origin:
            here = for_graphics if parameter.graphic else for_query
            if parameter.key in here:
                given = here[parameter.key]
                found = adopted(parameter, given)
                if isinstance(found, Misfit):
                    raise self._refused(problems.VALUE_REFUSED, parameter, plain(given), found)
                return Holding(found, origin)
        if parameter.default.remembered and parameter.key in self._remembered:
            value = adopted(parameter, self._remembered[parameter.key])
            if not isinstance(value, Misfit):
                return Holding(value, Origin.REMEMBERED)
        return Holding(self._default(parameter), Origin.DEFAULT)

    def _default(self, parameter: Parameter) -> Value:
        default = parameter.default
        written: Value = unquoted(default.literal) if default.literal is not None else ""
        if default.expression is not None:
            written = self._computed(parameter, default.expression)
        elif not written and parameter.picture.control is Control.CHOICE and parameter.picture.choices:
            written = parameter.picture.choices[0].value
        found = adopted(parameter, written)
        if isinstance(found, Misfit):
            raise self._refused(problems.DEFAULT_REFUSED, parameter, plain(written), found)
        return found

    def _computed(self, parameter: Parameter, default: Expression) -> Value:
        if parameter.key in self._asked:
            chain = [self._parameters[key].name for key in (*self._asked, parameter.key)]
            raise Refused(problems.DEFAULTS_IN_CIRCLE.at(parameter.span, chain=" → ".join(chain)))
        self._asked.append(parameter.key)
        try:
            computed = evaluate(default, self).value
        except RecursionError:
            reason = Wording("wartości domyślne zależą od siebie zbyt głęboko", "the defaults lean on too many others")
            raise Refused(problems.NOT_COMPUTED.at(parameter.span, reason=reason)) from None
        finally:
            self._asked.pop()
        return plain(computed) if isinstance(computed, bool) else computed

    def _refused(self, problem: Problem, parameter: Parameter, value: str, misfit: Misfit) -> Refused:
        found = problem.at(
            parameter.span,
            related=parameter.traced.related(parameter.definition.start),
            value=value,
            name=parameter.shown,
            picture=parameter.picture.written,
            wanted=misfit.wanted,
            example=misfit.example,
        )
        said = Wording(parameter.message, parameter.message) if parameter.message else None
        return Refused(replace(found, detail=said))

    def all(self) -> dict[str, Holding]:
        """Every parameter with its value, by name. Raises `Refused`."""
        held = self._held
        return {each.name: held.get(each.key) or self.holding(each) for each in self._parameters.values()}


V = TypeVar("V")


def _folded(values: Mapping[str, V]) -> dict[str, V]:
    return {name.casefold(): value for name, value in values.items()} if values else {}


_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, as bytes come in that are no UTF-8: no file and no database takes them."""
_DAMAGED = Misfit(Wording("tekst bez uszkodzonych znaków", "a text without damaged characters"), "abc")


def adopted(parameter: Parameter, value: Value) -> Value | Misfit:
    """A value as the picture of its parameter wants it; or what does not fit."""
    picture = parameter.picture
    if isinstance(value, str):
        found = _DAMAGED if not value.isascii() and _SURROGATE.search(value) else picture.read(value)
    elif isinstance(value, Decimal) and not is_plain(value):
        return Misfit(picture.describe(), picture.example)
    else:
        found = _as_kind(picture, value)
    if isinstance(found, Decimal):
        return parameter.refusal(found) or found
    return found.upper() if parameter.upper and isinstance(found, str) else found


def _as_kind(picture: Picture, value: Decimal | dt.date | None) -> Value | Misfit:
    if (picture.number and isinstance(value, Decimal)) or (picture.date and isinstance(value, dt.date)):
        return value
    match picture.control, value:
        case Control.NUMBER, dt.date():
            return Misfit(picture.describe(), picture.example)
        case Control.DATE, Decimal():
            day = day_of(int(value)) if value == value.to_integral_value() and value else None
            return day if day or not value else Misfit(picture.describe(), picture.example)
        case ((Control.TEXT | Control.CHOICE), _):
            return picture.read(plain(value))
        case Control.CHECK, Decimal():
            return value if picture.fits(value) else Misfit(picture.describe(), picture.example)
        case ((Control.LIST | Control.LOOKUP), (dt.date() | None)):
            return plain(value)
        case _:
            return value if picture.fits(value) else picture.read(plain(value))


def unknown_names(parameters: Mapping[str, Parameter], sources: Sources, place: Span) -> tuple[Diagnostic, ...]:
    """Values given for parameters that are not there."""
    found: list[Diagnostic] = []
    for name in [name for name in sources.names() if name.casefold() not in parameters]:
        known = [parameter.name for parameter in parameters.values()]
        near = nearest(name, known)
        advice = Wording(f"Czy chodziło o {near}? ", f"Did you mean {near}? ") if near else Wording("", "")
        found.append(problems.UNKNOWN_PARAMETER.at(place, name=name, advice=advice, known=listed(known) or "–"))
    return tuple(found)
