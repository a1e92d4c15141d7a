"""HTML pages of the engine itself, from `templates/`: explanations, previews, tables of charts."""

from collections.abc import Mapping
from functools import cache

from dekret import assets
from dekret.render.environment import MARK, RenderFault, TemplateEnvironment, run
from dekret.render.kinds import TemplateKind


@cache
def _environment() -> TemplateEnvironment:
    folder = assets.folder("templates")

    def find(name: str) -> tuple[str, str] | None:
        path = folder / name
        if ".." in path.parts or not path.is_file():
            return None
        return path.read_text(encoding="utf-8"), f"{MARK}{name}"

    return TemplateEnvironment(TemplateKind.HTML, find)


def page(template: str, record: Mapping[str, object]) -> str:
    """The page of a template, a path within `templates/`, and its record."""
    written = run(_environment(), template, record)
    assert not isinstance(written, RenderFault), written
    return written
