"""An export: documents checked by rules, made records, written by templates, each a file of its own (001:155–182)."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from msgspec.structs import replace

from dekret.company.complete import Completion
from dekret.company.known_goods import with_trade
from dekret.despatch.approval import need_approved, objections
from dekret.edi.parties import FIELDS
from dekret.errors import UsageError
from dekret.intake.read import read_any, read_any_stream
from dekret.intake.received import Received, Rejected
from dekret.mapping.shapes import Shape
from dekret.model.cash import CashReport
from dekret.model.documents import AnyDocument
from dekret.model.invoices import SaleInvoice
from dekret.model.settlement import Settlement
from dekret.model.trade import DespatchAdvice
from dekret.packs.despatch.files import placed
from dekret.packs.edi import problems
from dekret.packs.edi.by import ExchangeBy, Exported
from dekret.packs.edi.files import Files, file_name
from dekret.packs.edi.kinds import KINDS, FileKind, Made, company_of, operation_for
from dekret.packs.edi.units import without_code
from dekret.packs.library import Library
from dekret.packs.mapping.maps import shape_of
from dekret.packs.outcome import Refused
from dekret.packs.printouts.printing import all_templates
from dekret.packs.validation.rule_sets import ValidateBy, operations
from dekret.packs.validation.validator import Validator
from dekret.render.check import check_template
from dekret.render.environment import environment_of
from dekret.text.diagnostic import Diagnostic, Severity
from dekret.text.nearest import plain
from dekret.text.report import Report
from dekret.text.source import Source
from dekret.text.wording import Wording


class Exporter:
    """Makes the files of documents, one after the other; memory does not grow with them but by their names."""

    def __init__(self, library: Library, by: ExchangeBy) -> None:
        """Raises `UsageError` where the rules do not tell whose files these are."""
        self.library = library
        self.by = by
        self.report = Report()
        self.directory = company_of(library, by)
        self.templates = all_templates(library, by.today)
        self._completion = Completion(self.directory)
        self._validators: dict[str, Validator | None] = {}
        self._files: dict[str, Files] = {}
        self._shapes: dict[str, Shape] = {}
        self._names: dict[str, str] = {}
        if not self.directory.trade.gln:
            place = Source(self.directory.symbol, "").span()
            self.report.add(problems.NO_OWN_GLN.at(place, symbol=self.directory.symbol))

    def run(self, inputs: Sequence[Path], standard_input: IO[bytes]) -> Iterator[Exported | Refused]:
        """What becomes of every document of the files, in order. Raises `FileError`, `UsageError`."""
        for path in inputs:
            found = (
                read_any_stream("-", standard_input, "vat_sale", self.directory.tax_id)
                if str(path) == "-"
                else read_any(path, "vat_sale", self.directory.tax_id)
            )
            for item in found:
                yield Refused(item.diagnostics) if isinstance(item, Rejected) else self.exported(item)

    def exported(self, item: Received[AnyDocument]) -> Exported | Refused:
        """The file of a document, or why there is none."""
        number, kind = item.document.number, KINDS.get(item.document.type)
        if kind is None:
            return Refused((problems.OTHER_TYPE.at(item.span, number=number, kind=item.document.type),))
        document = self.completed(item.document)
        whole = item._replace(document=document)
        found = self._found(whole, kind)
        if unknown := _without_before(document):
            found = (*found, problems.NO_BEFORE.at(item.span, number=number, line=unknown))
        if any(each.severity is Severity.ERROR for each in found):
            return Refused(found)
        made = kind.make(document, self.directory)
        found = (*found, *without_code(whole), *_cuts(made, number, item))
        if any(cut.is_number for cut in made.cuts):
            return Refused(found)
        name = file_name(number)
        if name.casefold() in self._names:
            other = self._names[name.casefold()]
            return Refused((*found, problems.SAME_FILE.at(item.span, path=name, other=other)))
        files = self._files.get(kind.template) or self.opened(kind)
        text = files.text(made, self.shape(made), item)
        if not isinstance(text, str):
            return Refused((*found, *text))
        self._names[name.casefold()] = number
        return Exported(name, text, number, found)

    def completed(self, document: AnyDocument) -> AnyDocument:
        """The document with what the company's file knows of its party, its receivers and its goods."""
        if isinstance(document, CashReport | Settlement):
            return document
        party = self._completion.party(document.party)
        whole = replace(document, party=party) if party else document
        return with_trade(whole, self._completion)

    def _found(self, item: Received[AnyDocument], kind: FileKind) -> tuple[Diagnostic, ...]:
        """What the rules for its export say of a document."""
        document = item.document
        if isinstance(document, DespatchAdvice):
            said = placed((*need_approved(document), *objections(document)), [item.region])
            return (*item.warnings, *said)
        if not kind.operation or isinstance(document, CashReport | Settlement):
            return item.warnings
        chain = self.directory.trade.chains.get(document.party.gln, "")
        validator = self._validator(operation_for(kind, chain)) or self._validator(kind.operation)
        if validator is None:
            return item.warnings
        return validator.validate(item).diagnostics

    def _validator(self, operation: str) -> Validator | None:
        """The rules of an operation; None where there are none."""
        if operation not in self._validators:
            known = plain(operation) in map(plain, operations(self.library))
            by = ValidateBy(self.by.today, operation, (), self.by.directory, completes=False)
            self._validators[operation] = Validator(self.library, by) if known else None
        return self._validators[operation]

    def opened(self, kind: FileKind) -> Files:
        """The template of a kind of file, checked. Raises `UsageError`."""
        template = self.templates.get(kind.template.casefold())
        report = Report()
        if template:
            check_template(template, self.templates, report)
        if template is None or report.has_errors:
            raise UsageError(
                f"Szablonu {kind.template} nie ma albo ma błędy (dekret check).",
                f"The template {kind.template} is not there, or has errors (dekret check).",
            )
        files = self._files[kind.template] = Files(template, environment_of(template.kind, self.templates))
        return files

    def shape(self, made: Made) -> Shape:
        """The shape of a file. Raises `UsageError`."""
        found = self._shapes.get(made.shape) or shape_of(self.library, made.shape, self.by.today)
        if found is None:
            raise UsageError(f"Nie ma kształtu {made.shape}.", f"There is no shape {made.shape}.")
        self._shapes[made.shape] = found
        return found


def _without_before(document: AnyDocument) -> int | None:
    """The first position of a correction of which what was before is not known; files give it (comarch-edi 2.3)."""
    if not isinstance(document, SaleInvoice) or not document.correction:
        return None
    return next((line for line, each in enumerate(document.positions, start=1) if each.before is None), None)


def _cuts(made: Made, number: str, item: Received[AnyDocument]) -> Iterator[Diagnostic]:
    for cut in made.cuts:
        field = Wording(cut.field, FIELDS.get(cut.field, cut.field))
        problem = problems.NUMBER_TOO_LONG if cut.is_number else problems.TEXT_CUT
        yield problem.at(item.span, number=number, field=field, text=cut.text, left=str(cut.left))
