"""Templates run over documents: which template, whose company, what becomes of every document of the files."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from dekret.errors import UsageError
from dekret.markup.xml import XmlFault, parse
from dekret.packs.library import Library
from dekret.packs.outcome import Refused
from dekret.packs.printouts import problems
from dekret.packs.printouts.answers import Answer, answers_of
from dekret.packs.printouts.given import Given
from dekret.packs.printouts.makers import MAKERS
from dekret.packs.printouts.outcome import Finished, PrintBy, Printed
from dekret.render.check import DIALOG, check_template
from dekret.render.environment import RenderFault, environment_of, run
from dekret.render.kinds import TemplateKind
from dekret.render.templates import Template, by_symbol
from dekret.text.diagnostic import Diagnostic
from dekret.text.nearest import nearest
from dekret.text.report import Report
from dekret.text.source import Span
from dekret.text.wording import listed


class Printer:
    """A template made ready. `report` says what is wrong with it, or with the answers; then nothing is printed."""

    def __init__(self, library: Library, by: PrintBy) -> None:
        self.library = library
        self.by = by
        self.report = Report()
        self.templates = all_templates(library, by.today)
        self.template = _chosen(self.templates, by.template, library)
        check_template(self.template, self.templates, self.report)
        self.answers: dict[str, Answer] = {}
        self.kept: dict[str, str] = {}
        if not self.report.has_errors:
            self.answers, self.kept = answers_of(self.template, by.answers, by.remembered, self.report)
        self._environment = environment_of(self.template.kind, self.templates)

    def run(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Printed | Refused]:
        """What becomes of every document of the files, in order. Raises `FileError`, `UsageError`."""
        given = Given(self.library, self.by, self.template, inputs, standard_input, self.answers)
        for item in MAKERS[given.record](given):
            yield item if isinstance(item, Refused) else self._printed(item)

    def _printed(self, finished: Finished) -> Printed | Refused:
        assert self.template.record
        names = {self.template.record.variable: finished.record, DIALOG: self.answers}
        written = run(self._environment, self.template.symbol, names)
        if isinstance(written, RenderFault):
            return Refused((self._stopped(written),))
        wrong = self._no_xml(finished.number, written)
        return Refused((wrong,)) if wrong else Printed(finished.number, written, finished.remarks)

    def _no_xml(self, number: str, written: str) -> Diagnostic | None:
        """Why what a template of XML wrote cannot be read back; None where it can."""
        template = self.template
        fault = parse(written.encode()) if template.kind is TemplateKind.XML else None
        if not isinstance(fault, XmlFault) or fault.kind != "syntax":
            return None
        return problems.NOT_XML.at(
            template.place, template=template.symbol, number=number, line=fault.line, reason=fault.reason
        )

    def _stopped(self, fault: RenderFault) -> Diagnostic:
        source = self.templates.get(fault.template.casefold(), self.template).source
        start = fault.offset if fault.offset is not None else source.line_starts[fault.line - 1]
        return problems.STOPPED.at(Span(source, start, start), template=fault.template, reason=fault.reason)


def all_templates(library: Library, day: dt.date) -> Mapping[str, Template]:
    """The templates that hold on a day, by symbol: the user's before those of the program.

    Where the standard packs are left out, so are the printouts of the program; its parts may be imported all the same.
    """
    below = [each for each in library.templates_below if library.standard or each[1].record is None]
    return by_symbol(template for reading, template in (*library.templates, *below) if reading.holds_on(day))


def check_templates(library: Library) -> None:
    """Checks all templates of a library; the findings go to its report."""
    own = [template for _, template in library.templates]
    known = by_symbol([*own, *(template for _, template in library.templates_below)])
    for template in own:
        check_template(template, known, library.report)


_CLOSE = 0.7
"""How like a page to be printed a symbol has to be, to be taken for it rather than for a template of data (EDI)."""


def _chosen(templates: Mapping[str, Template], symbol: str, library: Library) -> Template:
    """The template of a symbol. Raises `UsageError` where there is none that prints."""
    found = templates.get(symbol.casefold())
    if found and found.record:
        return found
    printouts = sorted((each.kind is not TemplateKind.HTML, each.symbol) for each in templates.values() if each.record)
    known = [name for _, name in printouts]
    shown = listed(known, limit=30) or "–"
    if found:
        raise UsageError(
            f"{symbol} jest częścią innych szablonów i sam niczego nie drukuje. Są: {shown}.",
            f"{symbol} is a part of other templates and prints nothing by itself. There are: {shown}.",
        )
    if not library.standard and any(symbol.casefold() == each.symbol.casefold() for _, each in library.templates_below):
        raise UsageError(
            f"Szablon {symbol} jest standardowy, a standardowe pominięto (--no-standard). Własne: {shown}.",
            f"The template {symbol} is a standard one; those are left out (--no-standard). Your own: {shown}.",
        )
    pages = [name for is_data, name in printouts if not is_data]
    near = nearest(symbol, pages, cutoff=_CLOSE) or nearest(symbol, known)
    pl, en = (f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else ("", "")
    raise UsageError(
        f"Nie ma szablonu {symbol}.{pl} Są: {shown}.", f"There is no template {symbol}.{en} There are: {shown}."
    )
