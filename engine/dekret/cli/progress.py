"""How far a long run has come, shown to the person who waits for it."""

import time

from dekret.cli.console import Console
from dekret.cli.texts import TEXTS

_TICK = 0.5
"""Seconds between two looks at the progress."""


class Progress:
    """A line on the terminal that counts documents, looked at now and then."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.shown = console.shows_messages
        self.start = self.last = time.monotonic()
        self.width = 0

    def step(self, done: int) -> None:
        if not self.shown or done % 256:
            return
        now = time.monotonic()
        if now - self.last < _TICK:
            return
        self.last = now
        rate = int(done / (now - self.start))
        text = self.console.text(TEXTS["progress"], done=f"{done:,}".replace(",", " "), rate=rate)
        self.width = max(self.width, len(text))
        self.console.progress(f"\r{text:<{self.width}}")

    def end(self) -> None:
        if self.width:
            self.console.progress("\r" + " " * self.width + "\r")
