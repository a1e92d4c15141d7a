"""Explanations of the proposal for a line, as text: which rule was taken, and what every other one stumbled over."""

from collections.abc import Iterator, Mapping

from dekret.banklines.compile import Proposed
from dekret.banklines.explain import CellTried, LineExplained, Outcome, RuleTried
from dekret.model.statements import BankLine
from dekret.packs.explained import TRUTHS, VERSION
from dekret.text.visible import visible
from dekret.text.wording import Language, Wording, amount_text

OUTCOMES: Mapping[Outcome, Wording] = {
    "taken": Wording("działa", "is taken"),
    "late": Wording("pasuje, ale inna jest przed nią", "fits, but another comes before it"),
    "no": Wording("nie pasuje", "does not fit"),
}
_SIGNS: Mapping[Outcome, str] = {"taken": "+", "late": "=", "no": "-"}
RULES = Wording("Reguły wyciągu", "Rules of statements")
RULE = Wording("reguła", "rule")
POINTS = Wording("punkty", "points")
NOTHING = Wording("Żadna reguła nie pasuje: nic nie jest proponowane.", "No rule fits: nothing is proposed.")
PROPOSAL = Wording("Propozycja", "Proposal")
_PARTS = (
    (Wording("konto", "account"), "account"),
    (Wording("kategoria", "category"), "category"),
    (Wording("podmiot", "entity"), "party"),
    (Wording("opis", "description"), "description"),
)


def line_text(line: BankLine, found: LineExplained, language: Language) -> str:
    """A tree of indented lines: the line itself, what is proposed, every rule and its cells."""
    return "\n".join(map(visible, _lines(line, found, language))) + "\n"


def _lines(line: BankLine, found: LineExplained, language: Language) -> Iterator[str]:
    title = " ".join(f"{line.party_name} {line.title}".split())
    yield f"# {line.date} {amount_text(line.amount, language)} {line.currency} {title}".rstrip()
    yield ""
    yield (
        f"{PROPOSAL.in_(language)}: {proposal_text(found.proposed, language)}"
        if found.proposed
        else NOTHING.in_(language)
    )
    place = f"{found.file}:{found.line}, {VERSION.in_(language)} {found.version}"
    yield f"{RULES.in_(language)} {found.symbol}: {found.name} ({place})"
    for rule in found.rules:
        yield ""
        yield from rule_lines(rule, language)


def proposal_text(proposed: Proposed, language: Language) -> str:
    """`konto 402-05, kategoria BANK (reguła PROWIZJE)`"""
    parts = [f"{word.in_(language)} {value}" for word, name in _PARTS if (value := getattr(proposed, name))]
    return f"{', '.join(parts) or '–'} ({RULE.in_(language)} {proposed.rule})"


def rule_lines(rule: RuleTried, language: Language) -> Iterator[str]:
    """A rule and its cells, those that did not hold marked."""
    points = f", {POINTS.in_(language)} {rule.points}" if rule.points else ""
    yield f"{RULE.in_(language)} {rule.code} ({rule.file}:{rule.line}{points})"
    yield f"  {_SIGNS[rule.outcome]} {OUTCOMES[rule.outcome].in_(language)}"
    for cell in rule.cells:
        yield f"      {cell_text(cell, language)}"


def cell_text(cell: CellTried, language: Language) -> str:
    """`Tytuł = %prowizj%: nie ('Opłata za kartę')`"""
    found = f" ({cell.found})" if cell.found else ""
    return f"{cell.column.in_(language)} = {cell.written}: {TRUTHS[cell.truth].in_(language)}{found}"
