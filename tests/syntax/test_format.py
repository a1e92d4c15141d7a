"""The formatter: what it changes, and what it must not."""

import shutil
from pathlib import Path

import pytest

from dekret import api

CASES = Path(__file__).parents[1] / "cases" / "format"


def formatted(tmp_path, data: bytes):
    path = tmp_path / "x.schemat"
    path.write_bytes(data)
    result = api.formatted(path)
    if result.changed:
        api.write_formatted(path, result)
    return path.read_bytes(), result


@pytest.mark.parametrize("before", sorted(CASES.glob("*.before")), ids=lambda path: path.stem)
def test_cases(before, tmp_path):
    path = tmp_path / before.stem
    shutil.copy(before, path)
    result = api.formatted(path)
    assert result.after == before.with_suffix(".after").read_text(encoding="utf-8")
    path.write_text(result.after, encoding="utf-8", newline="")
    assert not api.formatted(path).changed


def test_legacy_files_become_utf8_and_keep_their_newlines(tmp_path):
    text = 'plan "P"\r\n\r\n[Konta]\r\n| Konto | Nazwa  |\r\n|-------|--------|\r\n| 100   | Główna |\r\n'
    after, result = formatted(tmp_path, text.encode("cp852"))
    assert after == text.encode()
    assert result.changed


def test_a_byte_order_mark_is_taken_away(tmp_path):
    after, _ = formatted(tmp_path, b'\xef\xbb\xbfplan "P"\n\n[Konta]\n| Konto |\n|-------|\n| 1     |\n')
    assert after.startswith(b"plan")


def test_a_file_with_a_broken_structure_is_left_alone(tmp_path):
    data = b'plan "P"\nto nie jest wiersz\n| Konto|\n'
    after, result = formatted(tmp_path, data)
    assert after == data
    assert result.report.ids() == {"rulefile/not-a-line"}


def test_a_file_with_unknown_words_is_formatted_all_the_same(tmp_path):
    after, _ = formatted(tmp_path, b'plan "P"\n[Konta]\n|Konto|Kolor|\n|1|a|\n')
    assert b"| Konto | Kolor |" in after
