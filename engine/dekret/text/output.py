"""A report in the forms the command offers: text for people, json for programs, github for a pull request.

SARIF and JUnit XML stand in modules of their own.
"""

import json
from collections.abc import Callable

from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.excerpt import render
from dekret.text.junit import as_junit
from dekret.text.report import Report
from dekret.text.sarif import as_sarif
from dekret.text.source import Span
from dekret.text.visible import escaped, visible_lines
from dekret.text.wording import Language

_COUNTED = {
    "pl": {
        Severity.ERROR: ("błąd", "błędy", "błędów"),
        Severity.WARNING: ("ostrzeżenie", "ostrzeżenia", "ostrzeżeń"),
        Severity.INFO: ("informacja", "informacje", "informacji"),
    },
    "en": {
        Severity.ERROR: ("error", "errors", "errors"),
        Severity.WARNING: ("warning", "warnings", "warnings"),
        Severity.INFO: ("note", "notes", "notes"),
    },
}


def as_text(report: Report, language: Language) -> str:
    """Every diagnostic with its excerpt, then a line that counts them; nothing for an empty report."""
    if not report.diagnostics:
        return ""
    parts = [render(diagnostic, language) for diagnostic in report.sorted()]
    return "\n\n".join([*parts, summary(report, language)]) + "\n"


def summary(report: Report, language: Language) -> str:
    """`2 błędy, 1 ostrzeżenie`"""
    counts = ((severity, report.count(severity)) for severity in Severity)
    return ", ".join(f"{count} {plural(count, _COUNTED[language][severity])}" for severity, count in counts if count)


def plural(count: int, forms: tuple[str, str, str]) -> str:
    """The form of a Polish noun after a number: 1 błąd, 2 błędy, 5 błędów, 12 błędów, 22 błędy.

    >>> [plural(n, ("błąd", "błędy", "błędów")) for n in (1, 3, 12, 22)]
    ['błąd', 'błędy', 'błędów', 'błędy']
    """
    if count == 1:
        return forms[0]
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return forms[1] if few else forms[2]


def as_json(report: Report, language: Language) -> str:
    """A JSON array of objects: id, severity, file, line, column, end_line, end_column, message, remedy, related."""
    records = [
        {
            "id": diagnostic.id,
            "severity": diagnostic.severity.value,
            **_place(diagnostic.span),
            "message": diagnostic.message.in_(language),
            "remedy": diagnostic.remedy.in_(language),
            **({"detail": diagnostic.detail.in_(language)} if diagnostic.detail else {}),
            "related": [
                {**_place(related.span), "label": related.label.in_(language)} for related in diagnostic.related
            ],
        }
        for diagnostic in report.sorted()
    ]
    return escaped(json.dumps(records, ensure_ascii=False, indent=2)) + "\n"


def _place(span: Span) -> dict[str, str | int]:
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    return {
        "file": span.source.name,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(report: Report, language: Language) -> str:
    """Workflow commands, a line each, that mark the place in a pull request."""
    return "".join(_github_line(diagnostic, language) + "\n" for diagnostic in report.sorted())


def _github_line(diagnostic: Diagnostic, language: Language) -> str:
    place = _place(diagnostic.span)
    text = f"{diagnostic.message.in_(language)} {diagnostic.remedy.in_(language)}".rstrip()
    if diagnostic.detail:
        text += f"\n{diagnostic.detail.in_(language)}"
    properties = (
        f"file={_escaped(str(place['file']), property_=True)},line={place['line']},"
        f"col={place['column']},endLine={place['end_line']},endColumn={place['end_column']},"
        f"title={_escaped(diagnostic.id, property_=True)}"
    )
    return f"::{_GITHUB[diagnostic.severity]} {properties}::{_escaped(text)}"


def _escaped(text: str, *, property_: bool = False) -> str:
    text = visible_lines(text).replace("%", "%25").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text


FORMATS: dict[str, Callable[[Report, Language], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
}
