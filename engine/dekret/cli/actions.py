"""A command with commands of its own (`dekret bank export`): finds and runs one, or says which there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module

from dekret.cli.console import Console, Texts
from dekret.cli.texts import COMMANDS, TEXTS


@dataclass(frozen=True, slots=True)
class Actions:
    """The commands of a command by name, each a module `<group>_<name>`; `more` says where its manual is.

    `title` says what the group is for, where it is no command of `dekret` itself.
    """

    group: str
    about: Mapping[str, Texts]
    more: Texts
    title: Texts | None = None

    def run(self, words: list[str], console: Console) -> int:
        name, *rest = words or [""]
        if name in ("", "-h", "--help"):
            console.out(self._help(console))
            return 2 if not name else 0
        if name not in self.about:
            say_unknown(name, self.about, console, before=f"{self.group} ")
            known = ("Polecenia: {known}.", "Commands: {known}.")
            console.err(console.text(known, known=", ".join(self.about)) + "\n")
            return 2
        code = import_module(f"dekret.cli.{self.group.replace(' ', '_')}_{name}").run(rest, console)
        assert isinstance(code, int)
        return code

    def _help(self, console: Console) -> str:
        usage = (f"użycie: dekret {self.group} POLECENIE …", f"usage: dekret {self.group} COMMAND …")
        lines = [console.text(usage), "", console.text(self.title or COMMANDS[self.group]), ""]
        width = max(10, *(len(name) + 2 for name in self.about))
        lines += [f"  {name:<{width}}{console.text(about)}" for name, about in self.about.items()]
        return "\n".join([*lines, "", console.text(self.more)]) + "\n"


def say_unknown(name: str, known: Iterable[str], console: Console, *, before: str = "") -> None:
    """That there is no such command, and which one may have been meant."""
    console.err(console.text(TEXTS["unknown command"], name=f"{before}{name}") + "\n")
    near = get_close_matches(name, list(known), n=1)
    if near:
        console.err(console.text(TEXTS["did you mean"], name=f"{before}{near[0]}") + "\n")
