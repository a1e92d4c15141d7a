"""A report as JUnit XML, which build servers show as tests: a suite for every file, a case for every finding.

An error is a failure; warnings and remarks pass, and say what they say. A report without findings is one case that
passes, for some servers take a file without cases for a broken run.
"""

import re
from collections.abc import Iterator
from html import escape

from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.report import Report
from dekret.text.visible import visible, visible_lines
from dekret.text.wording import Language

_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold and `visible` lets pass."""


def as_junit(report: Report, language: Language) -> str:
    """The whole document; characters that XML cannot hold are shown as a dot."""
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.sorted():
        by_file.setdefault(diagnostic.span.source.name, []).append(diagnostic)
    return "\n".join(_lines(by_file, language)) + "\n"


def _lines(by_file: dict[str, list[Diagnostic]], language: Language) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    total = sum(map(len, by_file.values()))
    failures = sum(map(_failures, by_file.values()))
    yield f'<testsuites name="dekret" tests="{max(total, 1)}" failures="{failures}">'
    if not by_file:
        yield '  <testsuite name="dekret" tests="1" failures="0">'
        yield '    <testcase classname="dekret" name="dekret"/>'
        yield "  </testsuite>"
    for name, found in by_file.items():
        yield f'  <testsuite name="{_attribute(name)}" tests="{len(found)}" failures="{_failures(found)}">'
        for diagnostic in found:
            yield from _case(diagnostic, name, language)
        yield "  </testsuite>"
    yield "</testsuites>"


def _failures(found: list[Diagnostic]) -> int:
    return sum(diagnostic.severity is Severity.ERROR for diagnostic in found)


def _case(diagnostic: Diagnostic, name: str, language: Language) -> Iterator[str]:
    message = diagnostic.message.in_(language)
    place = f"{diagnostic.span}: {message}"
    parts = [place, diagnostic.remedy.in_(language)]
    if diagnostic.detail:
        parts.insert(1, diagnostic.detail.in_(language))
    text = _FORBIDDEN.sub("·", escape(visible_lines("\n".join(filter(None, parts))), quote=False))
    title = _attribute(f"{diagnostic.id} {diagnostic.span.line}: {message}")
    line = f'file="{_attribute(name)}" line="{diagnostic.span.line}"'
    yield f'    <testcase classname="{_attribute(name)}" name="{title}" {line}>'
    if diagnostic.severity is Severity.ERROR:
        yield f'      <failure type="{_attribute(diagnostic.id)}" message="{_attribute(message)}">{text}</failure>'
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _attribute(text: str) -> str:
    return _FORBIDDEN.sub("·", escape(visible(" ".join(text.split())), quote=True))
