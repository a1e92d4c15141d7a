"""Standard output and error of the command, safe on any console: cp1250, pipes, files."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import IO, Literal

Language = Literal["pl", "en"]
Texts = tuple[str, str]
"""A sentence of the front: Polish, English."""


class Console:
    """Where the command prints: data to standard output, messages to standard error.

    Data that goes to a file or a pipe is UTF-8 whatever the console; on a console a character that it does not
    have is shown as a question mark instead of ending the program.
    """

    def __init__(self, language: str) -> None:
        self.language: Language = "en" if language == "en" else "pl"
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace", newline="\n")

    def text(self, texts: Texts, **values: str | int) -> str:
        """The sentence in the language of the run, its `{fields}` filled."""
        sentence = texts[0] if self.language == "pl" else texts[1]
        return sentence.format(**values) if values else sentence

    def out(self, text: str) -> None:
        sys.stdout.write(text)

    def err(self, text: str) -> None:
        """A message, in which nothing that a file says is obeyed by the terminal."""
        from dekret.api import visible_lines

        sys.stderr.write(visible_lines(text))

    def progress(self, text: str) -> None:
        """What takes the place of the last line on a terminal: begins with CR."""
        sys.stderr.write(text)

    @property
    def shows_output(self) -> bool:
        """Whether standard output is looked at by a person."""
        return sys.stdout.isatty()

    @property
    def shows_messages(self) -> bool:
        """Whether standard error is looked at by a person."""
        return sys.stderr.isatty()

    @property
    def input(self) -> IO[bytes]:
        return sys.stdin.buffer

    def give_up_output(self) -> None:
        """The reader of standard output is gone (`| head`); what is still buffered must not complain."""
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
