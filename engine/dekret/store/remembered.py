"""What users answered to charts last, in a JSON file: {chart: {parameter: text}}. Written whole or not at all."""

import json
from pathlib import Path
from typing import cast

from dekret.errors import FileError
from dekret.store.files import write_whole


def read_remembered(path: Path) -> dict[str, dict[str, str]]:
    """The answers by chart; none where the file is not there yet.

    Raises `FileError` for a file that is no such file: it is not written over.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise FileError.reading(path, error) from error
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(_is_answers(answers) for answers in found.values()):
        raise FileError(
            f"Plik {path} nie jest plikiem zapamiętanych odpowiedzi; wskaż inny albo usuń go.",
            f"{path} is no file of remembered answers; name another, or remove it.",
        )
    return cast("dict[str, dict[str, str]]", found)


def _is_answers(answers: object) -> bool:
    return isinstance(answers, dict) and all(isinstance(value, str) for value in answers.values())


def write_remembered(path: Path, chart: str, answers: dict[str, str]) -> None:
    """Adds the answers to one chart to the file. Raises `FileError`."""
    known = read_remembered(path)
    known[chart] = {**known.get(chart, {}), **answers}
    write_whole(path, json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
