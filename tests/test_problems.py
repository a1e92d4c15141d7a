"""Every problem of the catalogue: its bad example has it, its good example has no error, its sentences are whole."""

import re

import pytest

import frames
from dekret import api
from dekret.text.diagnostic import Severity

CATALOGUE = api.catalogue()
FIELD = re.compile(r"\{(\w+)\}")
PLACE = re.compile(r"\b\d{3}:\d{2,}|\bseeds?\b")


@pytest.mark.parametrize("problem", CATALOGUE, ids=lambda problem: problem.id)
def test_bad_example_has_the_problem(problem, tmp_path):
    """And what is said of it has no field left unfilled."""
    found = frames.run(problem.bad, tmp_path)
    assert problem.id in {diagnostic.id for diagnostic in found}
    for diagnostic in found:
        for sentence in (diagnostic.message, diagnostic.remedy):
            assert not FIELD.search(sentence.pl)
            assert sentence.pl.strip()[-1] in ".?!:)…" or sentence.pl.strip()[-1].isalnum()


@pytest.mark.parametrize("problem", CATALOGUE, ids=lambda problem: problem.id)
def test_good_example_is_clean(problem, tmp_path):
    found = frames.run(problem.good, tmp_path)
    assert problem.id not in {diagnostic.id for diagnostic in found}
    assert [d for d in found if d.severity is Severity.ERROR] == []


def test_sentences_are_whole():
    for problem in CATALOGUE:
        assert re.fullmatch(r"[a-z]+/[a-z0-9-]+", problem.id)
        for wording in (problem.message, problem.remedy):
            assert set(FIELD.findall(wording.pl)) == set(FIELD.findall(wording.en)), problem.id
            assert wording.pl.strip(), problem.id
            assert wording.en.strip(), problem.id


def test_sentences_do_not_cite_places_of_manuals():
    """A user has no manual with numbered lines: sources stand in comments and docstrings."""
    shown = [api.manual_page(topic, "pl") for topic in ("pola", "kolumny", "schemat", "format", "kartoteka", "szablon")]
    shown += [sentence for each in CATALOGUE for said in (each.message, each.remedy) for sentence in (said.pl, said.en)]
    assert [text for text in shown if PLACE.search(text)] == []


def test_ids_are_unique():
    ids = [problem.id for problem in CATALOGUE]
    assert len(ids) == len(set(ids))


def test_every_problem_has_a_page():
    for problem in CATALOGUE:
        for language in ("pl", "en"):
            assert problem.id in api.problem_page(problem.id, language)
