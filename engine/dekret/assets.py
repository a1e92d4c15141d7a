"""Where grammars, standard rules and templates lie: inside the package of a wheel, beside `engine/` of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def folder(name: str) -> Path:
    """The folder `grammars`, `rules` or `templates`."""
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _CHECKOUT / name


_RULES = folder("rules")


def portable(name: str) -> str:
    """What a file is called in data that leaves this machine: one of the standard packs by its place in its pack.

    >>> portable(str(folder("rules") / "ksiegowosc" / "schematy" / "a.schemat")), portable("zakup.schemat")
    ('dekret:ksiegowosc/schematy/a.schemat', 'zakup.schemat')
    """
    path = Path(name)
    return f"dekret:{path.relative_to(_RULES).as_posix()}" if path.is_relative_to(_RULES) else name


def grammar(name: str) -> str:
    """The text of a grammar, named without its ending."""
    return (folder("grammars") / f"{name}.lark").read_text(encoding="utf-8")
