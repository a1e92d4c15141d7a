"""XML as a stream: what is refused (DTD, entities, size, depth, encodings), and that memory does not grow."""

import io
import tracemalloc

import pytest

from dekret.markup import xml
from dekret.markup.xml import Element, XmlFault, stream

WAY = ("Orders", "Order")


def read(data, way=WAY):
    """Texts of documents, and faults as (kind, line)."""
    found = stream(io.BytesIO(data), way)
    return [item.written if isinstance(item, Element) else (item.kind, item.line) for item in found]


class Endless(io.RawIOBase):
    """A file that is made as it is read: a head, many times the same, a tail. Nothing of it is stored."""

    def __init__(self, head, again, times, tail, *, seekable=True):
        super().__init__()
        self.parts = (head, again, tail)
        self.size = len(head) + len(again) * times + len(tail)
        self.place = 0
        self.furthest = 0
        self._seekable = seekable

    def readable(self):
        return True

    def seekable(self):
        return self._seekable

    def tell(self):
        return self.place

    def seek(self, offset, whence=0):
        assert whence == 0
        self.place = offset
        return offset

    def read(self, size=-1):
        head, again, tail = self.parts
        end = self.size if size < 0 else min(self.size, self.place + size)
        found, place = bytearray(), self.place
        while place < end:
            if place < len(head):
                piece = head[place:end]
            elif place >= self.size - len(tail):
                piece = tail[place - self.size + len(tail) :][: end - place]
            else:
                within = (place - len(head)) % len(again)
                many = again * (1 + (end - place) // len(again) if within == 0 else 1)
                piece = many[within : within + min(end, self.size - len(tail)) - place]
            found += piece
            place += len(piece)
        self.place, self.furthest = place, max(self.furthest, place)
        return bytes(found)


def test_documents_come_one_after_the_other_with_their_lines():
    file = io.BytesIO(b"<Orders>\n<Order>1</Order>\n<x/>\n<Order><a>2</a></Order></Orders>")
    found = [(item.line, item.written) for item in stream(file, WAY)]
    assert found == [(2, "<Order>1</Order>"), (4, "<Order><a>2</a></Order>")]


def test_the_root_may_be_the_document():
    assert read(b"<Order><a/></Order>", ("Order",)) == ["<Order><a/></Order>"]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE Orders [<!ENTITY x SYSTEM "file:///etc/passwd">]><Orders><Order>&x;</Order></Orders>',
        b'<!DOCTYPE Orders SYSTEM "http://example.com/x.dtd"><Orders/>',
        b'<?xml version="1.0"?>\n<!DOCTYPE Orders [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Orders>&b;</Orders>',
        b'<!DOCTYPE Orders [<!ENTITY a "' + b"y" * 9000 + b'">]><Orders k="' + b"&a;" * 9000 + b'"/>',
        b" " * 70_000 + b'<!DOCTYPE Orders [<!ENTITY a "ha">]><Orders/>',
        '<!DOCTYPE Orders [<!ENTITY a "ha">]><Orders/>'.encode("utf-16"),
    ],
    ids=["file", "network", "bomb", "quadratic", "late", "utf-16"],
)
def test_a_dtd_is_refused_before_anything_of_it_is_read(data):
    (fault,) = read(data)
    assert fault[0] == "doctype"


def test_an_undeclared_entity_is_refused():
    ((kind, _),) = read(b"<Orders><Order>&lol;</Order></Orders>")
    assert kind == "syntax"


def test_deep_nesting_is_refused():
    deep = b"<x>" * xml.DEEPEST + b"</x>" * xml.DEEPEST
    assert read(b"<Orders><Order>" + deep + b"</Order></Orders>") == [("depth", 1)]
    just = b"<x>" * (xml.DEEPEST - 2) + b"</x>" * (xml.DEEPEST - 2)
    assert len(read(b"<Orders><Order>" + just + b"</Order></Orders>")) == 1
    ((kind, _),) = read(b"<Orders>" * 100_000, ("Orders", "Order"))
    assert kind in ("depth", "syntax")


@pytest.mark.parametrize("seekable", [True, False])
@pytest.mark.parametrize("declared", [b'<?xml version="1.0" encoding="UTF-8"?>', b""])
def test_two_hundred_megabytes_in_one_document_are_refused_early(seekable, declared):
    file = Endless(
        declared + b"<Orders><Order>", b"<Line>" + b"x" * 1018 + b"</Line>\n", 200_000, b"</Order></Orders>",
        seekable=seekable,
    )  # fmt: skip
    assert file.size > 200_000_000
    tracemalloc.start()
    items = list(stream(file, WAY))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(type(item), item.kind) for item in items] == [(XmlFault, "size")]
    assert peak < 6 * xml.LARGEST
    if declared:
        assert file.furthest < 2 * xml.LARGEST


def test_memory_does_not_grow_with_the_documents():
    order = b"<Order><Number>1</Number><Note>" + b"x" * 900 + b"</Note></Order>\n"
    peaks = []
    for times in (2_000, 40_000):
        file = Endless(b'<?xml version="1.0" encoding="UTF-8"?><Orders>', order, times, b"</Orders>")
        tracemalloc.start()
        count = sum(isinstance(item, Element) for item in stream(file, WAY))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert count == times
    assert peaks[1] < 2 * peaks[0] + 1_000_000


TEXT = "<Orders><Order>Żółć, jaźń, Śliwka</Order></Orders>"
DECLARED = '<?xml version="1.0" encoding="{}"?>'


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        (DECLARED.format("utf-8") + TEXT).encode(),
        (DECLARED.format("Windows-1250") + TEXT).encode("cp1250"),
        (DECLARED.format("ISO-8859-2") + TEXT).encode("iso8859-2"),
        TEXT.encode("utf-16"),
        (DECLARED.format("utf-16") + TEXT).encode("utf-16"),
    ],
    ids=["plain", "mark", "utf-8", "windows-1250", "iso-8859-2", "utf-16", "utf-16 declared"],
)
def test_encodings_that_are_told_are_read(data):
    assert read(data) == ["<Order>Żółć, jaźń, Śliwka</Order>"]


@pytest.mark.parametrize("codec", ["cp1250", "iso8859-2"])
def test_an_encoding_that_is_not_told_is_guessed_and_said_so(codec):
    assert read(TEXT.encode(codec)) == [("guessed", 1), "<Order>Żółć, jaźń, Śliwka</Order>"]


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("utf-8", "cp1250"), ("utf-8", "iso8859-2"), ("iso-8859-2", "cp1250")],
)
def test_bytes_in_another_encoding_than_declared_are_refused(declared, codec):
    data = (DECLARED.format(declared) + "\n" + TEXT).encode(codec)
    assert [kind for kind, _ in read(data)] == ["encoding"]


def test_the_mark_of_utf16_counts_more_than_the_declaration():
    assert read((DECLARED.format("windows-1250") + TEXT).encode("utf-16")) == read(TEXT.encode())


def test_an_unknown_encoding_and_one_that_contradicts_the_mark_are_refused():
    assert read((DECLARED.format("windows-9999") + TEXT).encode()) == [("encoding", 1)]
    assert read(b"\xef\xbb\xbf" + (DECLARED.format("windows-1250") + TEXT).encode()) == [("encoding", 1)]


def test_the_line_of_a_wrong_byte_is_told():
    data = b'<?xml version="1.0" encoding="utf-8"?>\n<Orders>\n<Order>\xb3</Order></Orders>'
    assert read(data) == [("encoding", 3)]


def test_another_root_and_a_cut_file():
    assert read(b"<Invoice/>") == [("root", 1)]
    assert read(b"<Orders><Order>1</Order>")[-1][0] == "syntax"
    assert read(b"")[-1][0] == "syntax"
