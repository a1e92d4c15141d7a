"""SARIF and JUnit XML: whole documents, places and severities of every finding, whatever a file holds."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

from dekret.text.diagnostic import Problem, Related, Severity
from dekret.text.output import FORMATS
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Wording

SOURCE = Source("a&b.reguly", "pierwszy\ndrugi <&> wiersz\n")


def finding(severity=Severity.ERROR, text="Zła <kwota> & \x1b[31m\ud800\ufffe"):
    problem = Problem("x/y", Wording("{text}", "{text}"), Wording("Popraw.", "Mend."), "", "", severity)
    return problem.at(SOURCE.span(9, 14), related=(Related(SOURCE.span(0, 8), Wording("tu", "here")),), text=text)


def test_sarif_has_places_and_levels():
    log = json.loads(FORMATS["sarif"](Report([finding(), finding(Severity.WARNING, "inne")]), "pl"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [each["level"] for each in run["results"]] == ["error", "warning"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["x/y"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a&b.reguly"
    assert place["region"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6}
    assert run["results"][0]["relatedLocations"][0]["message"]["text"] == "tu"


def test_junit_is_xml_whatever_a_message_holds():
    text = FORMATS["junit"](Report([finding(), finding(Severity.INFO, "uwaga")]), "pl")
    root = ET.fromstring(text.encode())  # noqa: S314 - made here
    assert root.attrib["tests"] == "2"
    assert root.attrib["failures"] == "1"
    (suite,) = root
    assert suite.attrib["name"] == "a&b.reguly"
    failure = suite[0][0]
    assert failure.tag == "failure"
    assert failure.attrib["message"].startswith("Zła <kwota> & ·[31m")
    assert suite[1][0].tag == "system-out"


def test_an_empty_remedy_leaves_no_line():
    found = replace(finding(text="źle"), remedy=Wording("", ""))
    (result,) = json.loads(FORMATS["sarif"](Report([found]), "pl"))["runs"][0]["results"]
    assert result["message"]["text"] == "źle"
    root = ET.fromstring(FORMATS["junit"](Report([found]), "pl").encode())  # noqa: S314 - made here
    assert root[0][0][0].text == "a&b.reguly:2:1: źle"


def test_nothing_found_is_a_case_that_passes():
    root = ET.fromstring(FORMATS["junit"](Report(), "pl").encode())  # noqa: S314 - made here
    assert root.attrib == {"name": "dekret", "tests": "1", "failures": "0"}
    assert json.loads(FORMATS["sarif"](Report(), "pl"))["runs"][0]["results"] == []
