"""Explanations of documents as a text tree and as JSON, and how a document is posted to be explained."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from dekret.documents.trace import Named, Trace
from dekret.intake.received import Received
from dekret.model.documents import Document
from dekret.model.entries import Entry, EntryLine
from dekret.packs.outcome import Posted, Refused
from dekret.packs.poster import Poster, identity_of
from dekret.posting.explain import Explanation, PartExplained, RowExplained, explain
from dekret.text.diagnostic import Diagnostic
from dekret.text.visible import visible
from dekret.text.wording import Language, Wording, amount_text


@dataclass(frozen=True, slots=True)
class Explained:
    """What became of a document, and why; without an explanation where no rule was asked (an unknown party)."""

    number: str
    entry: Entry | None
    diagnostics: tuple[Diagnostic, ...]
    explanation: Explanation | None


def explained(poster: Poster, received: Received[Document]) -> Explained:
    """A document posted and explained; it is not remembered as posted."""
    document = received.document
    result = poster.post_new(received, identity_of(received))
    entry = result.entry if isinstance(result, Posted) else None
    diagnostics = result.diagnostics if isinstance(result, Refused) else result.remarks
    found: Explanation | None = None
    if document.type == poster.kind:
        rules = poster.rules_of(document)
        if not isinstance(rules, Diagnostic):
            whole = rules.completion.completed(document, lambda: received.span)
            if not isinstance(whole, list):
                found = explain(rules.posting, whole)
    return Explained(document.number, entry, diagnostics, found)


OUTCOMES: Mapping[str, Wording] = {
    "posted": Wording("księguje", "posts"),
    "condition": Wording("nie księguje: warunek nie jest spełniony", "does not post: the condition is not met"),
    "unknown": Wording(
        "nie księguje: warunek jest nieznany (NULL), a nieznany nie jest spełniony",
        "does not post: the condition is unknown (NULL), which is not met",
    ),
    "zero": Wording("nie księguje: kwota jest zerem", "does not post: the amount is zero"),
    "refused": Wording("odmowa", "refused"),
}
TRUTHS: Mapping[str, Wording] = {
    "true": Wording("tak", "true"),
    "false": Wording("nie", "false"),
    "unknown": Wording("nieznane", "unknown"),
}
NO_PARTS = Wording("dokument nie ma takiej części: {scope}", "the document has no such part: {scope}")
ROW = Wording("wiersz", "row")
ACCOUNT = Wording("konto", "account")
AMOUNT = Wording("kwota", "amount")
CONDITION = Wording("warunek", "condition")
DATE = Wording("data", "date")
VERSION = Wording("wersja", "version")
REFUSED = Wording("Odmowa", "Refused")
REMARK = Wording("Uwaga", "Remark")
POSTED = Wording("Zapis", "Entry")
SCHEME = Wording("Schemat", "Scheme")


def as_text(found: Explained, language: Language) -> str:
    """A tree of indented lines."""
    return "\n".join(map(visible, _text_lines(found, language))) + "\n"


def _text_lines(found: Explained, language: Language) -> Iterator[str]:
    yield f"# {found.number}"
    yield ""
    yield from result_lines(found, language)
    explanation = found.explanation
    if explanation is None:
        return
    yield (
        f"{SCHEME.in_(language)} {explanation.scheme}: {explanation.name} "
        f"({explanation.file}:{explanation.line}, {VERSION.in_(language)} {explanation.version})"
    )
    if explanation.header:
        yield f"{CONDITION.in_(language)}:"
        yield from trace_lines(explanation.header, language, "  ")
    if explanation.date:
        yield f"{DATE.in_(language)}: {values_text(explanation.date)}"
    for row in explanation.rows:
        yield ""
        yield from _row(row, language)


def result_lines(found: Explained, language: Language) -> Iterator[str]:
    """What became of the document: the entry with its sums, or every refusal."""
    if found.entry:
        entry = found.entry
        debit = sum(line.amount for line in entry.lines if line.side == "Wn" and not line.off_balance)
        sums = amount_text(debit, language) if debit else "0,00"
        yield f"{POSTED.in_(language)} {entry.full_number} {entry.date}: Wn {sums} = Ma {sums}"
    word = REMARK if found.entry else REFUSED
    for diagnostic in found.diagnostics:
        yield f"{word.in_(language)}: {diagnostic.message.in_(language)} [{diagnostic.id}]"


def _row(row: RowExplained, language: Language) -> Iterator[str]:
    cells = " | ".join(f"{cell.text.in_(language)}: {cell.value.in_(language)}" for cell in row.cells)
    yield f"{ROW.in_(language)} {row.label} ({row.file}:{row.line})  {cells}"
    if not row.parts:
        yield f"  - {NO_PARTS.in_(language).format(scope=row.scope.in_(language))}"
    for part in row.parts:
        yield from _part(part, language)


def _part(part: PartExplained, language: Language) -> Iterator[str]:
    sign = "+" if part.outcome == "posted" else "!" if part.outcome == "refused" else "-"
    yield f"  {sign} {part.title.in_(language)}: {OUTCOMES[part.outcome].in_(language)}"
    if part.condition:
        yield from trace_lines(part.condition, language, "      ")
    if part.amount:
        yield f"      {AMOUNT.in_(language)}: {values_text(part.amount)}"
    for reason in part.reasons:
        yield f"      {reason.in_(language)}"
    for made in part.lines:
        yield f"      {line_text(made.line, language)}"
        for step in made.steps:
            yield f"          {ACCOUNT.in_(language)}: {step.in_(language)}"


def line_text(line: EntryLine, language: Language) -> str:
    """`Wn 203-ALOZA 430,50 (100,00 EUR × 4,305)`"""
    text = f"{line.side} {line.account} {amount_text(line.amount, language)}"
    if line.currency_amount is not None:
        rate = f" × {line.exchange_rate.normalize():f}" if line.exchange_rate else ""
        text += f" ({amount_text(line.currency_amount, language)} {line.currency}{rate})"
    return text


def trace_lines(trace: Trace, language: Language, indent: str) -> Iterator[str]:
    """A condition, branch by branch; what stands before the first line is blank before the others."""
    values = f"   ({values_text(trace.values)})" if trace.values else ""
    yield f"{indent}{trace.text}: {TRUTHS[trace.truth].in_(language)}{values}"
    for part in trace.parts:
        yield from trace_lines(part, language, " " * len(indent) + "    ")


def values_text(named: tuple[Named, ...]) -> str:
    """`@Netto = 100.00, @Waluta = 'PLN'`"""
    return ", ".join(f"{each.text} = {each.value}" for each in named)


def as_json(found: Explained, language: Language) -> str:
    """A JSON object: number, entry, refusals, explanation."""
    return json.dumps(_record(found, language), ensure_ascii=False, indent=2) + "\n"


def _record(found: Explained, language: Language) -> dict[str, object]:
    """Everything as plain data; sentences in one language."""
    said = [
        {"id": each.id, "message": each.message.in_(language), "remedy": each.remedy.in_(language)}
        for each in found.diagnostics
    ]
    return {
        "number": found.number,
        "entry": msgspec.to_builtins(found.entry, enc_hook=str) if found.entry else None,
        "refusals": [] if found.entry else said,
        "remarks": said if found.entry else [],
        "explanation": plain_data(msgspec.to_builtins(found.explanation), language) if found.explanation else None,
    }


def plain_data(data: object, language: Language) -> object:
    """Data with every two-language sentence as one text."""
    match data:
        case {"pl": str(pl), "en": str(en), **rest} if not rest:
            return pl if language == "pl" else en
        case dict():
            return {name: plain_data(value, language) for name, value in data.items()}
        case list() | tuple():
            return [plain_data(item, language) for item in data]
        case _:
            return data
