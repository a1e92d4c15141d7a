"""How a diagnostic looks: place, line, mark, remedy."""

import json
from dataclasses import replace

from dekret.text.diagnostic import Problem, Related, Severity
from dekret.text.excerpt import render
from dekret.text.output import as_github, as_json, as_text
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Wording

PROBLEM = Problem(
    "toy/wrong", Wording("Źle: {what}.", "Wrong: {what}."), Wording("Popraw.", "Mend it."), bad="x", good="y"
)


def diagnostic(text, start, end, related=()):
    source = Source("plik.schemat", text)
    return PROBLEM.at(source.span(start, end), related=related, what="to")


def test_place_line_mark_and_remedy():
    assert render(diagnostic("a = 1\nkwota = 5\n", 14, 15), "pl").splitlines() == [
        "plik.schemat:2:9: błąd: Źle: to. [toy/wrong]",
        "  2 | kwota = 5",
        "    |         ^",
        "    rada: Popraw.",
    ]


def test_english():
    lines = render(diagnostic("a\n", 0, 1), "en").splitlines()
    assert lines[0] == "plik.schemat:1:1: error: Wrong: to. [toy/wrong]"
    assert lines[-1].strip() == "help: Mend it."


def test_an_empty_remedy_is_left_out():
    found = replace(diagnostic("a\n", 0, 1), remedy=Wording("", ""))
    assert render(found, "pl").splitlines() == ["plik.schemat:1:1: błąd: Źle: to. [toy/wrong]", "  1 | a", "    | ^"]
    assert as_github(Report([found]), "en").endswith("::Wrong: to.\n")


def mark(text, start, end):
    """The line and the columns of a terminal that the mark stands under."""
    _, line, marked, _ = render(diagnostic(text, start, end), "pl").splitlines()
    return line[6:], len(marked[6:]) - len(marked[6:].lstrip()), marked.count("^")


def test_wide_characters_take_two_columns():
    line, column, length = mark("漢字 = x", 5, 6)
    assert (line, column, length) == ("漢字 = x", 7, 1)


def test_combining_characters_take_none():
    _, column, length = mark("e\u0301e\u0301 x", 5, 6)
    assert (column, length) == (3, 1)


def test_an_empty_place_is_marked_too():
    assert mark("nazwa =", 7, 7)[1:] == (7, 1)


def test_tabs_and_control_characters_do_not_break_the_line():
    line, column, _ = mark("\ta\x1b[31m b", 7, 8)
    assert line == "a·[31m b".rjust(9)
    assert column == 7


def test_what_a_terminal_would_obey_is_shown_in_every_form():
    odd = "\x1b]0;x\x07\x9b2J\r\n\u202e"
    label = Wording(f"pl {odd}", f"en {odd}")
    source = Source(f"a{odd}", f"x{odd}")
    found = replace(PROBLEM.at(source.span(), related=(Related(source.span(), label),), what=odd), detail=label)
    report = Report([found])
    for form in (as_text, as_json, as_github):
        shown = form(report, "pl")
        assert not [letter for letter in shown if letter != "\n" and not letter.isprintable()]
    assert "Źle: ·]0;x··2J···." in as_text(report, "pl")
    assert json.loads(as_json(report, "pl"))[0]["message"] == f"Źle: {odd}."


def test_a_long_line_is_cut_around_the_place():
    text = "x" * 300 + "TU" + "y" * 300
    line, column, length = mark(text, 300, 302)
    assert len(line) <= 98
    assert line[column : column + length] == "TU"
    assert line.startswith("…")
    assert line.endswith("…")


def test_a_place_of_several_lines_marks_the_first():
    line, column, length = mark("ab\ncd\n", 1, 5)
    assert (line, column, length) == ("ab", 1, 1)


def test_two_places_that_disagree():
    other = Source("inny.plan", "| 201 |\n")
    related = (Related(other.span(2, 5), Wording("pierwsze miejsce", "the first place")),)
    lines = render(diagnostic("| 201 |\n", 2, 5, related), "pl").splitlines()
    assert lines[3].strip() == "inny.plan:1:3: pierwsze miejsce"
    assert lines[5].strip() == "|   ^^^"


def test_the_report_counts():
    warning = Problem("toy/odd", Wording("Dziwne.", "Odd."), Wording("Nic.", "None."), "x", "y", Severity.WARNING)
    source = Source("x", "ab")
    report = Report(
        [PROBLEM.at(source.span(1), what="b"), PROBLEM.at(source.span(0), what="a"), warning.at(source.span(0))]
    )
    text = as_text(report, "pl")
    assert text.endswith("2 błędy, 1 ostrzeżenie\n")
    assert text.index("Źle: a") < text.index("Źle: b")
    assert as_text(report, "en").endswith("2 errors, 1 warning\n")


def test_the_same_finding_is_shown_once():
    report = Report([diagnostic("a", 0, 1)])
    report.add(*report.diagnostics)
    assert as_text(report, "pl").count("Źle") == 1


def test_json_is_for_programs():
    report = Report([diagnostic("ab\ncd", 3, 5)])
    (record,) = json.loads(as_json(report, "en"))
    assert record["id"] == "toy/wrong"
    assert (record["file"], record["line"], record["column"], record["end_column"]) == ("plik.schemat", 2, 1, 3)
    assert record["message"] == "Wrong: to."


def test_github_escapes_what_it_must():
    problem = Problem("toy/odd", Wording("50% a\nb", "50% a\nb"), Wording("c", "c"), "x", "y", Severity.WARNING)
    report = Report([problem.at(Source("a,b:c.plan", "x").span())])
    line = as_github(report, "pl")
    assert line == "::warning file=a%2Cb%3Ac.plan,line=1,col=1,endLine=1,endColumn=1,title=toy/odd::50%25 a%0Ab c\n"
