"""The file of rejects: what was refused, why, and what it was."""

import json

from dekret import api


def reject_line(item: api.Refused, language: api.Language) -> str:
    """A line of the rejects: where the document stood, why it was refused, the document itself."""
    first = item.diagnostics[0]
    try:
        document = json.loads(item.source or first.span.source.text or "null")
    except ValueError:
        document = item.source or first.span.source.text
    record = {
        "file": first.span.source.name,
        "line": first.span.line,
        "reasons": [
            {"id": found.id, "message": found.message.in_(language), "remedy": found.remedy.in_(language)}
            for found in item.diagnostics
        ],
        "document": document,
    }
    return json.dumps(record, ensure_ascii=False) + "\n"
