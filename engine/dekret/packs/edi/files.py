"""The files of an export: their names, their text by a template, whether they keep to their shape.

A file is read back and held against its shape where its outline is new: which elements there are, in what order. The
values of every file are asked as they are written; what a compiled template leaves to Jinja is read back always.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from dekret.intake.received import Received
from dekret.mapping.check_tree import check_tree
from dekret.mapping.formats import fault_of
from dekret.mapping.shapes import Shape
from dekret.markup.xml import XmlFault, parse
from dekret.model.documents import AnyDocument
from dekret.packs.edi import problems
from dekret.packs.edi.kinds import Made
from dekret.render.compiled import Compiled, Outline, compiled
from dekret.render.environment import RenderFault, TemplateEnvironment, run
from dekret.render.names import Kind, Value
from dekret.render.templates import Template
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.wording import Value as Shown
from dekret.text.wording import Wording

_FORBIDDEN = frozenset('\\/:*?"<>|')
_LONGEST_NAME = 120
_MOST_REASONS = 4
_DIALOG = "parametry"


def file_name(number: str) -> str:
    """The name of the file of a document: its number, with _ for what names of files cannot hold (001:252).

    >>> file_name("FS/12/2026"), file_name(" a:b. ")
    ('FS_12_2026.xml', 'a_b.xml')
    """
    plain = "".join("_" if each in _FORBIDDEN or not each.isprintable() else each for each in number)
    return f"{plain.strip(' .')[:_LONGEST_NAME] or '_'}.xml"


def _leaf(shape: Shape, path: str) -> Callable[[str], bool] | None:
    """Whether a text may stand in an element: it is not empty where it is mandatory, and has its format."""
    element = shape.elements.get(path)
    form = element.format if element else None
    if element is None or form is None:
        return None
    mandatory = element.is_mandatory
    return lambda text: fault_of(form, text) is None if text.strip() else not mandatory


@dataclass(slots=True)
class _Way:
    """A template for one shape: as a function where it can be one, with the outlines that were read back."""

    shape: Shape
    function: Compiled | None
    known: set[Outline] = field(default_factory=set)


class Files:
    """Writes the texts of files by one template."""

    def __init__(self, template: Template, environment: TemplateEnvironment) -> None:
        assert template.record
        self.template = template
        self.environment = environment
        self.variable = template.record.variable
        self.record = template.record.record
        self._ways: dict[str, _Way] = {}

    def text(self, made: Made, shape: Shape, item: Received[AnyDocument]) -> str | tuple[Diagnostic, ...]:
        """The text of the file of a document, or what is wrong with it."""
        way = self._way(shape)
        written = way.function.write(made.record, {}) if way.function else None
        if written and written[1] in way.known:
            return written[0]
        text = written[0] if written else run(self.environment, self.template.symbol, self._names(made))
        if isinstance(text, RenderFault):
            return (problems.STOPPED.at(item.span, template=text.template, reason=text.reason),)
        wrong = tuple(self._wrong(text, shape, item))
        if written and not wrong:
            way.known.add(written[1])
        return wrong or text

    def _names(self, made: Made) -> dict[str, object]:
        return {self.variable: made.record, _DIALOG: {}}

    def _way(self, shape: Shape) -> _Way:
        found = self._ways.get(shape.symbol)
        if found is None:
            names = {self.variable: Value(Kind.RECORD, of=self.record)}
            made = compiled(
                self.environment, self.template.symbol, self.variable, names, lambda path: _leaf(shape, path)
            )
            found = self._ways[shape.symbol] = _Way(shape, made)
        return found

    def _wrong(self, text: str, shape: Shape, item: Received[AnyDocument]) -> list[Diagnostic]:
        """What the file would have against its shape, said of the document."""
        root = parse(text.encode())
        if isinstance(root, XmlFault):
            reason = Wording(f"to nie jest XML (wiersz {root.line})", f"it is no XML (line {root.line})")
            return [self._not_in_shape(reason, shape, item)]
        if root.name != shape.root:
            reason = Wording(f"korzeń {root.name}, a ma być {shape.root}", f"root {root.name} instead of {shape.root}")
            return [self._not_in_shape(reason, shape, item)]
        found = check_tree(root, shape, file_name(item.document.number))
        wrong = [each.message for each in found if each.severity is not Severity.INFO]
        if not wrong:
            return []
        more = len(wrong) - _MOST_REASONS
        rest = Wording(f" (i jeszcze {more})", f" (and {more} more)") if more > 0 else Wording("", "")
        told = wrong[:_MOST_REASONS]
        pl, en = " ".join(each.pl for each in told), " ".join(each.en for each in told)
        return [self._not_in_shape(Wording(pl + rest.pl, en + rest.en), shape, item)]

    def _not_in_shape(self, reason: Wording, shape: Shape, item: Received[AnyDocument]) -> Diagnostic:
        number = item.document.number
        values: dict[str, Shown] = {
            "number": number,
            "shape": shape.symbol,
            "reason": reason,
            "template": self.template.symbol,
        }
        return problems.NOT_IN_SHAPE.filled(item.span, values)
