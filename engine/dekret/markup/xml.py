"""Parsing of XML that came from outside: no DTD, no entities, no network, limits on size and depth."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from dekret.markup.sentences import said
from dekret.text.wording import Wording

DEEPEST = 64
"""Levels of elements; KSeF invoices use nine."""
_NOTHING = Wording("", "")


@dataclass(frozen=True, slots=True)
class XmlFault:
    """Why a text was refused, and where: `doctype`, `depth` or `syntax` (with what is wrong, and what to do)."""

    kind: str
    line: int
    column: int
    reason: Wording = _NOTHING
    advice: Wording = _NOTHING


@dataclass(frozen=True, slots=True)
class Element:
    """An element known by local names; the namespace is asked for where it matters."""

    node: etree._Element

    @property
    def name(self) -> str:
        return etree.QName(self.node).localname

    @property
    def namespace(self) -> str:
        return etree.QName(self.node).namespace or ""

    @property
    def line(self) -> int:
        return self.node.sourceline or 1

    @property
    def text(self) -> str:
        """The text of the element itself, every stretch of blanks made one, as the schema reads it."""
        return " ".join((self.node.text or "").split())

    def children(self, name: str) -> "Iterator[Element]":
        for child in self.node.iterchildren(f"{{*}}{name}"):
            yield Element(child)

    def first(self, path: str) -> "Element | None":
        """The first element of a way of local names: `Podmiot1/DaneIdentyfikacyjne/NIP`."""
        element: Element | None = self
        for step in path.split("/"):
            element = next(element.children(step), None) if element else None
        return element

    def value(self, path: str) -> str:
        """The text of the first element of a way, empty where there is none."""
        found = self.first(path)
        return found.text if found else ""


def parse(data: bytes) -> Element | XmlFault:
    """The root of an XML text, or why it is refused.

    >>> parse(b"<a><b>1</b></a>").value("b")
    '1'
    >>> parse(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>').kind
    'doctype'
    """
    if b"<!DOCTYPE" in data[:4096]:
        line = data[: data.index(b"<!DOCTYPE")].count(b"\n") + 1
        return XmlFault("doctype", line, 1)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        sentence = str(error.msg or "")
        if "Excessive depth" in sentence:
            return XmlFault("depth", line or 1, column or 1)
        return XmlFault("syntax", line or 1, column or 1, *said(error.code or 0, sentence))
    if root.getroottree().docinfo.doctype:
        return XmlFault("doctype", 1, 1)
    deep = _too_deep(root)
    return XmlFault("depth", deep, 1) if deep else Element(root)


def _too_deep(root: etree._Element) -> int:
    """The line of the first element below the deepest level, 0 where there is none."""
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return 0
    return level[0].sourceline or 1
