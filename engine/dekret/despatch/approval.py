"""An awizo approved, and restored to the buffer (001:277, 379)."""

from collections.abc import Iterable

from msgspec.structs import replace

from dekret.despatch import problems
from dekret.despatch.change import in_buffer
from dekret.despatch.check import objections_beside, standing_objections
from dekret.despatch.check_approval import approval_objections, export_objections
from dekret.despatch.objections import Objections, against, errors
from dekret.model.trade import DespatchAdvice


def objections(advice: DespatchAdvice, others: Iterable[DespatchAdvice] = ()) -> Objections:
    """All that is said of an awizo: by its own rules, by other awizos, before approval and before export."""
    return (*_before_approval(advice, others), *export_objections(advice))


def approve(advice: DespatchAdvice, others: Iterable[DespatchAdvice] = ()) -> tuple[DespatchAdvice | None, Objections]:
    """The awizo approved, None where an error stands in the way; and all that is said of it.

    What its export needs is not asked for: awizos are approved that nobody exports.
    """
    if said := in_buffer(advice):
        return None, said
    found = _before_approval(advice, others)
    return None if errors(found) else replace(advice, approved=True), found


def restore(advice: DespatchAdvice) -> DespatchAdvice | Objections:
    """The awizo in the buffer again."""
    return replace(advice, approved=False) if advice.approved else need_approved(advice)


def need_approved(advice: DespatchAdvice) -> Objections:
    """What is said against working with an awizo that is still in the buffer."""
    return () if advice.approved else (against(problems.NOT_APPROVED, "number", number=advice.number),)


def _before_approval(advice: DespatchAdvice, others: Iterable[DespatchAdvice]) -> Objections:
    return (*standing_objections(advice), *objections_beside(advice, others), *approval_objections(advice))
