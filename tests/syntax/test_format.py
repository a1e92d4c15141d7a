"""The formatter: what it changes, and what it must not."""

import shutil
from pathlib import Path

import pytest

from dekret import api
from dekret.text.source import Source

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


SCHEME = """schemat "S"
[Nagłówek]
nazwa = {name}
typ = Rejestr VAT zakupu
warunek = {condition}
[Pozycje]
| Konto Wn | Konto Ma | Kwota  | Warunek |
|----------|----------|--------|---------|
| 401      | 202      | @Netto | {cell} |
"""


def meaning(data: bytes):
    """What a scheme means: its name, the conditions of the header and of the row; and what is said of it."""
    library = api.check_sources([Source("s.schemat", data.decode())])
    checked = library.schemes[0]
    row = checked.rows[0]
    found = (checked.scheme.name, checked.condition and checked.condition.core, row.condition and row.condition.core)
    return found, {id_ for id_ in library.report.ids() if not id_.startswith("posting/")}


@pytest.mark.parametrize("blank", ["\t", "\t\t", "\xa0", "\u2009", "\u200b", "\ufeff", "\xad", " \u200b \t"])
@pytest.mark.parametrize(
    ("name", "condition", "cell"),
    [
        ("a{}b", "", ""),
        ("Z", "@Opis = 'a{}b'", ""),
        ("Z", "@Opis{}= 'a{}b'", "@Opis LIKE 'a{}\\|b%'"),
        ("Z", "@Opis = 'a{}", "@Opis = 'x{}' |\n| … | | | OR @Opis = 'y{}'"),
    ],
)
def test_blanks_mean_the_same_before_and_after(tmp_path, blank, name, condition, cell):
    if condition.endswith("{}"):
        condition += "\n… b{}'"
    text = SCHEME.format(name=name, condition=condition, cell=cell).replace("{}", blank)
    before, found = meaning(text.encode())
    assert found <= {"rulefile/pasted-characters"}
    after, _ = formatted(tmp_path, text.encode())
    assert meaning(after) == (before, set())


def test_a_tabulator_inside_a_text_is_kept(tmp_path):
    text = SCHEME.format(name="a\tb", condition="@Opis\t=\t'a\tb'", cell="@Opis = 'c\td'")
    after, _ = formatted(tmp_path, text.encode())
    assert "nazwa = a\tb\n" in after.decode()
    assert "warunek = @Opis = 'a\tb'\n" in after.decode()
    assert "| @Opis = 'c\td' |" in after.decode()


def test_an_invisible_character_makes_no_bar_of_a_backslash(tmp_path):
    data = SCHEME.replace("| 401      |", "| 4\\\u200b|").format(name="Z", condition="", cell="").encode()
    library = api.check_sources([Source("s.schemat", data.decode())])
    after, _ = formatted(tmp_path, data)
    again = api.check_sources([Source("s.schemat", after.decode())])
    assert library.report.ids() - {"rulefile/pasted-characters"} == again.report.ids()


def test_places_are_right_beside_invisible_characters():
    text = SCHEME.format(name="Z", condition="@Op\u200bis = 'a\u200b' AND @Netot > 0", cell="")
    (found,) = [d for d in api.check_sources([Source("s", text)]).report.diagnostics if d.id == "expr/unknown-macro"]
    assert found.span.text == "@Netot"
