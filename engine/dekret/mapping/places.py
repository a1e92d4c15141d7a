"""Places of a file that a map reads: how they are shown where something is said of them."""

from dekret.mapping.csv_tree import CsvTree
from dekret.mapping.json_tree import JsonTree
from dekret.mapping.paths import Tree
from dekret.text.source import Source, Span

_LONGEST = 120


def span_of(name: str, place: Tree) -> Span:
    """A place as a span: of JSON in its file, of CSV in its row; of XML its first line, much as the file has it."""
    if isinstance(place, JsonTree):
        return place.span
    if isinstance(place, CsvTree):
        return Source(name, place.rows[0].text, first_line=place.line).span(*place.place)
    first = place.written.partition("\n")[0]
    text = first if len(first) <= _LONGEST else first[:_LONGEST] + "…"
    return Source(name, text, first_line=place.line).span(0, len(text))


def shortened(text: str) -> str:
    """A value for a sentence."""
    return text if len(text) <= _LONGEST // 2 else text[: _LONGEST // 2] + "…"
