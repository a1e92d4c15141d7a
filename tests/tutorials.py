"""Texts with commands and files, as README and the pages of the manual hold them: found in order, and played."""

import contextlib
import io
import re
import shlex
from pathlib import Path

from dekret.cli.main import main

FILE = re.compile(r"^(?:Plik|The file) (\S+):\n\n((?:(?!    \$ )    .*\n|\n)+)", re.MULTILINE)
COMMAND = re.compile(r"^    \$ (dekret .*)\n((?:(?!    \$ )    .*\n|\n(?=    (?!\$ )))*)", re.MULTILINE)


def play(topic: str, language: str) -> list[str]:
    """Writes the files of a page of the manual and runs its commands in the current folder.

    What every command prints and says has to be what the page shows. The names of files and the commands, in order.
    """
    text, played = said(["docs", topic, "--lang", language]), []
    for found in sorted([*FILE.finditer(text), *COMMAND.finditer(text)], key=lambda part: part.start()):
        played.append(found[1])
        if found.re is FILE:
            Path(found[1]).write_text(plain(found[2]), encoding="utf-8")
            continue
        printed = plain(said([*shlex.split(found[1])[1:], "--lang", language]))
        assert fits(plain(found[2]).splitlines(), printed.splitlines()), f"$ {found[1]}\n{printed}"
    return played


def said(words: list[str]) -> str:
    """What a command prints, and then what it says besides."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        main(words)
    return out.getvalue() + err.getvalue()


def plain(block: str) -> str:
    """The lines of a block without the margin that tells it from the text around it."""
    margin = "    " if block.startswith("    ") else ""
    lines = [line.removeprefix(margin).rstrip() for line in block.splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def fits(shown: list[str], found: list[str]) -> bool:
    """Whether the lines found are those shown, `…` standing for any number of them."""
    if not shown:
        return not found
    if shown[0] == "…":
        return any(fits(shown[1:], found[skip:]) for skip in range(len(found) + 1))
    return bool(found) and shown[0].rstrip() == found[0].rstrip() and fits(shown[1:], found[1:])
