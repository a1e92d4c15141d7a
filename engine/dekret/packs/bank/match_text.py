"""Proposals of what entries settle, as text: for every entry the best one with its reasons, and the others below."""

from collections.abc import Iterator

from dekret.matching.proposals import Proposal
from dekret.packs.bank.run_match import Matched, MatchedEntry
from dekret.text.visible import visible
from dekret.text.wording import Language, Wording, amount_wording

_REST = Wording("pozostaje", "left over")
_OTHERS = 3
"""Alternatives that are shown; the file has all."""


def match_text(matched: Matched, language: Language) -> Iterator[str]:
    """The entries in order."""
    for each in matched.entries:
        yield "\n".join(map(visible, _entry(each, language))) + "\n\n"


def _entry(each: MatchedEntry, language: Language) -> Iterator[str]:
    line = each.match.line
    amount = amount_wording(line.amount).in_(language)
    about = ": ".join(part for part in (line.party_name or line.party_code, line.title or line.operation) if part)
    yield f"{each.entry.number}  {line.date}  {amount} {line.currency}  {about}".rstrip()
    if each.match.proposal:
        yield _proposal(each.match.proposal, language, f"{each.match.proposal.score:>5}")
    for proposal in each.match.alternatives[:_OTHERS]:
        score = f"({proposal.score})"
        yield _proposal(proposal, language, f"{score:>5}")
    yield from (f"    – {remark.in_(language)}" for remark in each.match.remarks)


def _proposal(proposal: Proposal, language: Language, score: str) -> str:
    """`   95  FZ/1/2026 123,00: numer FZ/1/2026 w tytule; kwota równa`"""
    parts = ", ".join(f"{part.item.number} {amount_wording(part.amount).in_(language)}" for part in proposal.parts)
    rest = f", {_REST.in_(language)} {amount_wording(proposal.rest).in_(language)}" if proposal.rest else ""
    return f"{score}  {parts}{rest}: {'; '.join(reason.in_(language) for reason in proposal.reasons)}"
