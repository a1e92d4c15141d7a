"""The verbs: all that a front may import.

What there is stands in `__init__.pyi`, for type checkers and for this module, which imports a name's place when
the name is first asked for: a command waits for the parts that it needs alone.
"""

import ast
from importlib import import_module
from pathlib import Path


def _places() -> dict[str, tuple[str, str]]:
    """Where each name stands: its module, and its name there."""
    tree = ast.parse(Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


_PLACES = _places()


def __getattr__(name: str) -> object:
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(place[0]), place[1])
    return found


def __dir__() -> list[str]:
    return sorted(_PLACES)
