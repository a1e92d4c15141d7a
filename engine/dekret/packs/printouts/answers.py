"""The answers of a dialog: given, remembered, default; each read by the picture of its parameter."""

from collections.abc import Mapping
from decimal import Decimal

from dekret.errors import UsageError
from dekret.packs.printouts import problems
from dekret.render.names import name_of
from dekret.render.templates import Parameter, Template
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.values.pictures import Control, Misfit, Value

Answer = Value | bool


def answers_of(
    template: Template, given: Mapping[str, str], remembered: Mapping[str, str], report: Report
) -> tuple[dict[str, Answer], dict[str, str]]:
    """The values of all parameters by name, and the texts of those to be remembered.

    What does not fit, or is missing and has to be given, goes to the report. Raises `UsageError` for an unknown name.
    """
    texts = {_known(template, name): text for name, text in given.items()}
    values: dict[str, Answer] = {}
    kept: dict[str, str] = {}
    for parameter in template.parameters:
        text = texts.get(parameter.name)
        if text is None and parameter.remembered:
            text = remembered.get(parameter.name)
        text = parameter.default if text is None else text
        if not text.strip() and _is_required(parameter, values):
            wanted = parameter.picture.describe()
            report.add(problems.MISSING_ANSWER.at(parameter.span, name=parameter.title, wanted=wanted))
            continue
        values[parameter.name] = _read(parameter, text, report)
        if parameter.remembered:
            kept[parameter.name] = text
    return values, kept


def _is_required(parameter: Parameter, values: Mapping[str, Answer]) -> bool:
    """Whether a parameter has to be given, by the answers to those above it."""
    if isinstance(parameter.required, bool):
        return parameter.required
    name, value = parameter.required
    return values.get(name) == value


def _known(template: Template, written: str) -> str:
    known = [parameter.name for parameter in template.parameters]
    name = name_of(written)
    if name in known:
        return name
    near = nearest(name, known)
    listed = ", ".join(known) or "–"
    pl, en = (f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else ("", "")
    raise UsageError(
        f"Szablon {template.symbol} nie ma parametru „{written}”.{pl} Są: {listed}.",
        f"The template {template.symbol} has no parameter '{written}'.{en} There are: {listed}.",
    )


def _read(parameter: Parameter, text: str, report: Report) -> Answer:
    picture = parameter.picture
    if picture.control is Control.CHOICE and not text:
        return picture.choices[0].value
    value = picture.read(text)
    if isinstance(value, Misfit):
        report.add(
            problems.UNFIT_ANSWER.at(
                parameter.span, name=parameter.title, text=text, wanted=value.wanted, example=value.example
            )
        )
        return ""
    if picture.control is Control.CHECK:
        return value == Decimal(1)
    return value
