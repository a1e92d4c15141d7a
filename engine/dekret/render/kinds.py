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

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that files of it may have; none for text, which may be whatever a file of text is."""
        return {"HTML": (".html", ".htm", ".pdf"), "XML": (".xml",)}.get(self.value.pl, ())
