"""What every change of an awizo has in common: it is in the buffer, and breaks no rule that it kept before."""

from dataclasses import dataclass

from msgspec.structs import replace

from dekret.despatch import problems
from dekret.despatch.check import standing_objections
from dekret.despatch.objections import Objections, against, errors
from dekret.despatch.packages import package_at
from dekret.model.trade import DespatchAdvice, Package
from dekret.text.wording import listed


@dataclass(frozen=True, slots=True)
class Found:
    """A package of an awizo and its place."""

    at: int
    package: Package


def in_buffer(advice: DespatchAdvice) -> Objections:
    """What is said against changing an awizo that is approved."""
    return (against(problems.APPROVED, "approved", number=advice.number),) if advice.approved else ()


def find(advice: DespatchAdvice, number: int) -> Found | Objections:
    """The package of an awizo in the buffer."""
    if said := in_buffer(advice):
        return said
    found = package_at(advice, number)
    if found is None:
        known = listed([str(each.number) for each in advice.packages]) or "–"
        return (against(problems.NO_SUCH_PACKAGE, "packages", package=number, known=known),)
    return Found(*found)


def put(advice: DespatchAdvice, at: int, package: Package) -> DespatchAdvice:
    """The awizo with a package in the place of another one."""
    return replace(advice, packages=(*advice.packages[:at], package, *advice.packages[at + 1 :]))


def allowed(before: DespatchAdvice, after: DespatchAdvice) -> DespatchAdvice | Objections:
    """The awizo after a change, or the rules that it breaks by it; those broken before stand in nobody's way."""
    known = [each.said for each in standing_objections(before)]
    return tuple(each for each in errors(standing_objections(after)) if each.said not in known) or after
