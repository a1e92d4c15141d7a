"""The kinds of templates."""

from enum import Enum

from dekret.syntax.schema import Word


class TemplateKind(Enum):
    """What a template writes; texts are escaped in HTML and XML."""

    HTML = Word("HTML", "HTML")
    XML = Word("XML", "XML")
    TEXT = Word("tekst", "text")

    @property
    def ending(self) -> str:
        """The ending of files that hold it."""
        return {"HTML": "html", "XML": "xml"}.get(self.value.pl, "txt")
