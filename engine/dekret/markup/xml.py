"""Parsing of XML that came from outside: no DTD, no entities, no network, limits on size and depth.

`parse` reads one text, `stream` the documents of a file one after the other, so that memory does not grow with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TypedDict

from lxml import etree

from dekret.markup.encodings import BLOCK, WrongEncodingError, blocks_of, decoded, encoding_of, is_told
from dekret.markup.sentences import EMPTY, said
from dekret.text.wording import Wording

DEEPEST = 64
"""Levels of elements; KSeF invoices use nine."""
LARGEST = 16 << 20
"""Bytes of one document, and of all that is not in a document, of a file that is read as a stream."""
_NOTHING = Wording("", "")


class _Safe(TypedDict):
    """What every parser is told."""

    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    dtd_validation: bool
    huge_tree: bool
    remove_comments: bool
    remove_pis: bool


_SAFE = _Safe(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    dtd_validation=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


@dataclass(frozen=True, slots=True)
class XmlFault:
    """Why a text was refused, and where: `doctype`, `depth`, `syntax`, `size`, `encoding`, `root` or `guessed`.

    Where there is more to say, `reason` and `advice` say what is wrong and what to do. `guessed` is no refusal: it
    tells that the encoding of the text was told by its bytes alone.
    """

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

    @property
    def written(self) -> str:
        """The element as a text, much as the file has it."""
        return etree.tostring(self.node, encoding="unicode", with_tail=False)

    def attribute(self, name: str) -> str | None:
        """The value of an attribute; None where there is none."""
        value = self.node.get(name)
        return None if value is None else str(value)

    @property
    def parts(self) -> "Iterator[Element]":
        """All elements right within this one."""
        return (Element(child) for child in self.node)

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
    parser = etree.XMLParser(**_SAFE)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return _syntax(error)
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


def stream(file: IO[bytes], way: tuple[str, ...]) -> Iterator[Element | XmlFault]:
    """The elements at a way of names from the root (`("Document-Order",)`), each whole, then forgotten.

    A fault ends the stream, but for `guessed`. Where the root has another name than the way the fault is `root`; its
    reason is the name that was found. The file is read once; twice where it tells nothing of its encoding.
    """
    try:
        source = _Input(file)
        encoding = encoding_of(source.head, source.known)
        if encoding.guessed:
            yield XmlFault("guessed", 1, 1, Wording(encoding.name, encoding.name))
        yield from _Stream(way).read(decoded(source.blocks(), encoding))
    except WrongEncodingError as error:
        yield XmlFault("encoding", error.line, 1, error.reason)


class _Input:
    """The bytes of a file, and those that are known of it before it is read; all where it can be read twice.

    Of a pipe that says nothing of its encoding so many are kept as a document may be long.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.start = file.tell() if file.seekable() else None
        self.head = file.read(BLOCK)
        if self.start is None and not is_told(self.head):
            self.head += file.read(LARGEST)

    def known(self) -> Iterator[bytes]:
        return iter((self.head,)) if self.start is None else self.blocks()

    def blocks(self) -> Iterator[bytes]:
        if self.start is None:
            yield from (self.head[place : place + BLOCK] for place in range(0, len(self.head), BLOCK))
        else:
            self.file.seek(self.start)
        yield from blocks_of(self.file)


class _Stream:
    """One reading of a file: where the parser is, and what was fed to it since the last document ended."""

    def __init__(self, way: tuple[str, ...]) -> None:
        self.way = way
        self.at: list[str] = []
        self.fed = 0
        self.line = 1
        self.begun = False
        self.before = ""
        """All that stood before the root, while it has not begun: where a DTD would stand."""

    def read(self, texts: Iterator[str]) -> Iterator[Element | XmlFault]:
        parser = etree.XMLPullParser(events=("start", "end"), encoding="utf-8", **_SAFE)
        try:
            for text in texts:
                self._no_doctype(text)
                data = text.encode()
                self.fed += len(data)
                parser.feed(data)
                yield from self._events(parser)
                self.line += text.count("\n")
                if self.fed > LARGEST:
                    yield XmlFault("size", self.line, 1)
                    return
            if not self.fed and not self.begun:
                yield XmlFault("syntax", 1, 1, *EMPTY)
                return
            parser.close()
            yield from self._events(parser)
        except etree.XMLSyntaxError as error:
            yield _syntax(error)
        except _FaultError as error:
            yield error.fault

    def _no_doctype(self, text: str) -> None:
        """A DTD is refused before the parser sees any of it."""
        if self.begun:
            return
        self.before += text
        place = self.before.find("<!DOCTYPE")
        if place >= 0:
            raise _FaultError(XmlFault("doctype", self.before.count("\n", 0, place) + 1, 1))

    def _events(self, parser: etree.XMLPullParser) -> Iterator[Element]:
        for event, node in parser.read_events():
            if event == "start":
                self._started(node)
                continue
            if len(self.at) == len(self.way) and tuple(self.at) == self.way:
                yield Element(node)
                self.fed = 0
                _forget(node)
            self.at.pop()

    def _started(self, node: etree._Element) -> None:
        self.at.append(etree.QName(node).localname)
        line = node.sourceline or 1
        if len(self.at) == 1:
            self.begun, self.before = True, ""
            if self.at[0] != self.way[0]:
                raise _FaultError(XmlFault("root", line, 1, Wording(self.at[0], self.at[0])))
        if len(self.at) > DEEPEST:
            raise _FaultError(XmlFault("depth", line, 1))


class _FaultError(Exception):
    """A fault on the way through the events of a stream."""

    def __init__(self, fault: XmlFault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


def _forget(node: etree._Element) -> None:
    """Lets go of a document that was read, and of what stands before it."""
    node.clear()
    parent = node.getparent()
    if parent is not None:
        while node.getprevious() is not None:
            del parent[0]


def _syntax(error: etree.XMLSyntaxError) -> XmlFault:
    line, column = error.position
    sentence = str(error.msg or "")
    if "Excessive depth" in sentence:
        return XmlFault("depth", line or 1, column or 1)
    return XmlFault("syntax", line or 1, column or 1, *said(error.code or 0, sentence))
