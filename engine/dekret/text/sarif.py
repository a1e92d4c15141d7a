"""A report as SARIF 2.1.0 (OASIS), which code scanning takes: problems as rules, findings as results with places."""

import json
from pathlib import PurePath

from dekret import __version__
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.visible import escaped
from dekret.text.wording import Language

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(report: Report, language: Language) -> str:
    """One run; columns count characters (`unicodeCodePoints`)."""
    found = report.sorted()
    ids = list(dict.fromkeys(diagnostic.id for diagnostic in found))
    driver = {"name": "dekret", "version": __version__, "rules": [{"id": id_} for id_ in ids]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, ids.index(diagnostic.id), language) for diagnostic in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _result(diagnostic: Diagnostic, index: int, language: Language) -> dict[str, object]:
    sentences = [diagnostic.message.in_(language), diagnostic.remedy.in_(language)]
    if diagnostic.detail:
        sentences.append(diagnostic.detail.in_(language))
    related = [
        {"id": number, **_location(each.span), "message": {"text": each.label.in_(language)}}
        for number, each in enumerate(diagnostic.related, start=1)
    ]
    return {
        "ruleId": diagnostic.id,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(filter(None, sentences))},
        "locations": [_location(diagnostic.span)],
        **({"relatedLocations": related} if related else {}),
    }


def _location(span: Span) -> dict[str, object]:
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    path = PurePath(span.source.name)
    uri = path.as_uri() if path.is_absolute() else path.as_posix()
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
