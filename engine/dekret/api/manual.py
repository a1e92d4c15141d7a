"""Verbs that explain: the manual, the catalogue of problems, the schema of documents, files to start from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dekret.api.problem_catalogue import catalogue
from dekret.errors import FileError, UsageError
from dekret.text.diagnostic import Problem
from dekret.text.wording import Language


def starting_file(kind: str, symbol: str, today: dt.date) -> str:
    """A small definition to start from. Raises `UsageError` for an unknown kind."""
    from dekret.packs.start import starting_file

    return starting_file(kind, symbol, today)


def starting_kinds() -> tuple[str, ...]:
    """What `starting_file` knows."""
    from dekret.packs.start import KINDS

    return tuple(KINDS)


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet. Raises `FileError` where it is."""
    from dekret.store.files import write_whole

    if path.exists():
        raise FileError(
            f"Plik {path} już jest; niczego nie zmieniono.", f"{path} is there already; nothing was changed."
        )
    write_whole(path, text)


def problem(id_: str) -> Problem:
    """The problem of an id. Raises `UsageError` with the nearest one."""
    from dekret.text.nearest import nearest

    known = {found.id: found for found in catalogue()}
    if id_ in known:
        return known[id_]
    near = nearest(id_, known)
    pl = f" Czy chodziło o {near}?" if near else ""
    en = f" Did you mean {near}?" if near else ""
    raise UsageError(f"Nie ma problemu {id_}.{pl}", f"There is no problem {id_}.{en}")


def problem_page(id_: str, language: Language) -> str:
    """One entry of the catalogue. Raises `UsageError` for an unknown id."""
    from dekret.packs import manual

    return manual.problem(problem(id_), language)


def problems_page(language: Language) -> str:
    """The whole catalogue of problems."""
    from dekret.packs import manual

    return manual.problems(catalogue(), language)


def schema_page() -> str:
    """The JSON Schema of documents."""
    import json

    from dekret.model.documents import schema

    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


_NEAR = 3


def _no_page(topic: str) -> UsageError:
    """That there is no such page, which may have been meant (`schema` is near to `--schema` and `schemat`), and all."""
    from difflib import get_close_matches

    from dekret.packs.manual import topic_names

    said = []
    for language in ("pl", "en"):
        known = topic_names(language)
        plain = {name.lstrip("-"): name for name in reversed(known)}
        near = [plain[found] for found in get_close_matches(topic.casefold(), plain, n=_NEAR)]
        said.append((" / ".join(near), ", ".join(known)))
    (pl, all_pl), (en, all_en) = said
    return UsageError(
        f"Nie ma strony „{topic}”.{f' Czy chodziło o {pl}?' if pl else ''} Są: {all_pl}.",
        f"There is no page '{topic}'.{f' Did you mean {en}?' if en else ''} There are: {all_en}.",
    )


def manual_page(topic: str | None, language: Language) -> str:
    """A page of the manual, or its contents. Raises `UsageError` for an unknown topic."""
    from dekret.packs import manual

    if topic is None:
        return manual.contents(language)
    found = manual.topic_named(topic)
    if found is None:
        raise _no_page(topic)
    return manual.page(found, language)
