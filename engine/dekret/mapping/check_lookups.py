"""Look-ups of a map: of a party or of goods, by their code, and what becomes of those that are missing."""

from dekret.mapping import problems
from dekret.mapping.language import Dictionary, Missing
from dekret.mapping.nodes import Row
from dekret.model.leaves import Leaf
from dekret.text.report import Report

CODE = "code"
_OWNERS = {Dictionary.PARTIES: ("party", "advance_holder", "recipient", "payer"), Dictionary.GOODS: ("goods",)}
"""The fields that hold a party or goods, by their names in JSON."""


def check_lookup(row: Row, leaf: Leaf, report: Report) -> None:
    """A look-up gives the code of a party or of goods; without one nothing can be missing."""
    if row.lookup is None:
        if row.missing:
            report.add(problems.MISSING_WITHOUT_LOOKUP.at(row.missing_place))
        return
    owners = _OWNERS[row.lookup.dictionary]
    if leaf.path[-1] != CODE or (len(leaf.path) > 1 and leaf.path[-2] not in owners):
        report.add(problems.LOOKUP_ELSEWHERE.at(row.lookup_place, lookup=row.lookup.word, name=row.name))
    elif row.missing is Missing.UNSPECIFIED and row.lookup.dictionary is not Dictionary.PARTIES:
        report.add(problems.UNSPECIFIED_GOODS.at(row.missing_place))
