"""HTML pages from Jinja templates of `templates/`: sandboxed, escaped, every unknown name an error."""

from collections.abc import Mapping
from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dekret import assets


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(assets.folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, record: Mapping[str, object]) -> str:
    """The page of a template, a path within `templates/`, and its record."""
    return _environment().get_template(template).render(record)
