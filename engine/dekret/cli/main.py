"""The command: finds the subcommand, runs it, turns what went wrong into an exit code.

0 fine, 1 the input has errors, 2 wrong usage.
"""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from dekret import __version__
from dekret.cli.actions import say_unknown
from dekret.cli.console import Console
from dekret.cli.texts import COMMANDS, HELP, TEXTS

_COLLECTED = (50_000, 20, 20)
"""How many new objects are waited for before cycles are looked for: trees of rules and queries live long."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with these arguments (those of the process by default); returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(words)
    console = Console(language)
    if language not in ("pl", "en"):
        console.err(console.text(TEXTS["unknown language"], name=language) + "\n")
        return 2
    if words[:1] in (["--version"], ["-V"]):
        console.out(f"dekret {__version__}\n")
        return 0
    if not words or words[0] in ("-h", "--help", "help"):
        console.out(help_text(console))
        return 0 if words else 2
    name, *rest = words
    if name not in COMMANDS:
        say_unknown(name, COMMANDS, console)
        console.err(console.text(TEXTS["see help"]) + "\n")
        return 2
    return _run(name, rest, console, own_process=arguments is None)


def _run(name: str, rest: list[str], console: Console, *, own_process: bool) -> int:
    if own_process:
        gc.disable()
    command = import_module(f"dekret.cli.{name}")
    from dekret.api import FileError, UsageError

    if own_process:
        gc.freeze()  # what was imported is never thrown away, and not looked at again
        gc.set_threshold(*_COLLECTED)
        gc.enable()
    try:
        code = command.run(rest, console)
    except UsageError as error:
        console.err(f"dekret {name}: {error.pl if console.language == 'pl' else error.en}\n")
        return 2
    except FileError as error:
        console.err(f"dekret {name}: {error.pl if console.language == 'pl' else error.en}\n")
        return 1
    except BrokenPipeError:
        console.give_up_output()
        return 1
    except KeyboardInterrupt:
        console.err(console.text(TEXTS["interrupted"]) + "\n")
        return 1
    assert isinstance(code, int)
    return code


def _language(words: list[str]) -> str:
    """Takes `--lang` out of the arguments, wherever it stands; Polish without it."""
    for index, word in enumerate(words):
        if word == "--":
            break
        if word.startswith("--lang="):
            del words[index]
            return word.removeprefix("--lang=")
        if word == "--lang" and index + 1 < len(words):
            language = words[index + 1]
            del words[index : index + 2]
            return language
    return "pl"


def help_text(console: Console) -> str:
    """The overview of all commands."""
    width = max(len(name) for name in COMMANDS) + 2
    lines = [console.text(HELP["usage"]), "", console.text(HELP["what"]), ""]
    lines += [f"  {name:<{width}}{console.text(about)}" for name, about in COMMANDS.items()]
    lines += ["", console.text(HELP["more"])]
    return "\n".join(lines) + "\n"
