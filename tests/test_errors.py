"""Reasons of the system, said in both languages."""

import errno
import os

import pytest

from dekret.errors import FileError

COMMON = ("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "ENOSPC", "EROFS", "EEXIST", "EBUSY")


@pytest.mark.parametrize("name", COMMON)
@pytest.mark.parametrize("make", [FileError.reading, FileError.writing])
def test_common_reasons_are_told_in_both_languages_with_a_remedy(make, name):
    number = getattr(errno, name)
    told = make("a.json", OSError(number, os.strerror(number)))
    assert os.strerror(number) not in told.pl
    assert told.pl.startswith("Nie można ")
    for sentence in (told.pl, told.en):
        assert sentence.count(". ") == 1
        assert sentence.endswith(".")
    assert not set(told.en) & set("ąćęłńóśźż")


@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), OSError("Input/output error.")])
def test_a_rare_reason_is_given_as_the_system_says_it(error):
    assert FileError.reading("a", error).pl == "Nie można odczytać a: Input/output error."
