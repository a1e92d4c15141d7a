"""The README's tour: every command as printed, every output as it really is (a line `…` leaves some out)."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dekret.cli.main import main
from tutorials import fits

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
TOUR = [
    (part.splitlines()[0], part.splitlines()[1:])
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)
    if part.strip()
]


def run(command: str, folder: Path, capsys) -> list[str]:
    """The lines that a command prints, and the summaries it says; `dekret` itself runs here, others beside.

    Of a command that prints nothing, as it was refused, the lines that it says.
    """
    words = shlex.split(command)
    if words[0] == "dekret":
        main(words[1:])
        printed, said = capsys.readouterr()
    else:
        result = subprocess.run(words, cwd=folder, capture_output=True, check=False, encoding="utf-8")
        printed, said = result.stdout, result.stderr
    summaries = [line for line in said.splitlines() if line.startswith(("Przypadków", "Plików"))]
    refused = not printed and " [chart/" in said
    return said.splitlines() if refused else [*printed.splitlines(), *summaries]


@pytest.mark.skipif(shutil.which("sed") is None or sys.platform == "darwin", reason="the tour edits files with GNU sed")
def test_the_tour_is_real(tmp_path, monkeypatch, capsys):
    assert len(TOUR) > 12
    monkeypatch.chdir(tmp_path)
    for command, shown in TOUR:
        found = run(command, tmp_path, capsys)
        assert fits(shown, found), "\n".join([f"$ {command}", *found])


def test_the_two_commands_come_first():
    first, second, *_ = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert first.endswith("dekret demo")
    assert second.endswith("pytest -n 2")
    assert README.index(first) < README.index("## ")
