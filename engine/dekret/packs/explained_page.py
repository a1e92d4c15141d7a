"""Explanations of documents as a page that stands alone: no script, no file beside it."""

from dekret.documents.trace import Named, Trace
from dekret.model.entries import Entry
from dekret.packs.explained import (
    ACCOUNT,
    AMOUNT,
    CONDITION,
    DATE,
    NO_PARTS,
    OUTCOMES,
    POSTED,
    REFUSED,
    ROW,
    SCHEME,
    TRUTHS,
    VERSION,
    Explained,
    line_text,
    result_lines,
    values_text,
)
from dekret.posting.explain import Explanation, PartExplained, RowExplained
from dekret.render.html import page
from dekret.text.wording import Language, Wording, amount_text

_WORDS = {
    "row": ROW,
    "account": ACCOUNT,
    "amount": AMOUNT,
    "condition": CONDITION,
    "version": VERSION,
    "refused": REFUSED,
    "entry": POSTED,
    "scheme": SCHEME,
    "date": DATE,
    "debit": Wording("Konto Wn", "Debit"),
    "credit": Wording("Konto Ma", "Credit"),
    "in_currency": Wording("W walucie", "In currency"),
    "description": Wording("Opis", "Description"),
    "why": Wording("Dlaczego", "Why"),
}


def as_html(found: Explained, language: Language) -> str:
    """The page of an explanation."""
    lines = _lines(found.entry, language) if found.entry else []
    record = {
        "language": language,
        "words": {name: word.in_(language) for name, word in _WORDS.items()},
        "number": found.number,
        "result": list(result_lines(found, language)),
        "refused": found.entry is None,
        "lines": lines,
        "foreign": any(line["currency"] for line in lines),
        "explanation": _head(found.explanation, language) if found.explanation else None,
        "rows": [_row(row, language) for row in found.explanation.rows] if found.explanation else [],
    }
    return page("explain/explain.html", record)


def _lines(entry: Entry, language: Language) -> list[dict[str, str]]:
    return [
        {
            "debit": line.account if line.side == "Wn" else "",
            "credit": line.account if line.side == "Ma" else "",
            "amount": amount_text(line.amount, language),
            "currency": line_text(line, language).partition(" (")[2].rstrip(")"),
            "row": line.rule.row,
            "description": line.description,
        }
        for line in entry.lines
    ]


def _head(explanation: Explanation, language: Language) -> dict[str, object]:
    return {
        "scheme": explanation.scheme,
        "name": explanation.name,
        "place": f"{explanation.file}:{explanation.line}",
        "version": explanation.version,
        "header": _trace(explanation.header, language) if explanation.header else None,
        "date": _named(explanation.date),
    }


def _row(row: RowExplained, language: Language) -> dict[str, object]:
    return {
        "label": row.label,
        "place": f"{row.file}:{row.line}",
        "cells": [{"text": each.text.in_(language), "value": each.value.in_(language)} for each in row.cells],
        "parts": [_part(part, language) for part in row.parts],
        "posts": any(part.outcome == "posted" for part in row.parts),
        "empty": "" if row.parts else NO_PARTS.in_(language).format(scope=row.scope.in_(language)),
    }


def _part(part: PartExplained, language: Language) -> dict[str, object]:
    return {
        "title": part.title.in_(language),
        "outcome": part.outcome,
        "sentence": OUTCOMES[part.outcome].in_(language),
        "trace": _trace(part.condition, language) if part.condition else None,
        "amount": _named(part.amount),
        "reasons": [reason.in_(language) for reason in part.reasons],
        "lines": [
            {"text": line_text(made.line, language), "steps": [step.in_(language) for step in made.steps]}
            for made in part.lines
        ],
    }


def _named(named: tuple[Named, ...]) -> list[dict[str, str]]:
    return [{"text": each.text, "value": each.value} for each in named]


def _trace(trace: Trace, language: Language) -> dict[str, object]:
    return {
        "text": trace.text,
        "truth": trace.truth,
        "word": TRUTHS[trace.truth].in_(language),
        "values": values_text(trace.values),
        "parts": [_trace(part, language) for part in trace.parts],
    }
