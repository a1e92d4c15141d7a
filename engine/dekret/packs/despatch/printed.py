"""Labels of the awizo of a file, as records for templates."""

from dataclasses import dataclass

import msgspec

from dekret.despatch.approval import need_approved
from dekret.despatch.labels import LabelsWanted, label_objections, labels
from dekret.model.directory import Directory
from dekret.model.printed_labels import PrintedLabels
from dekret.packs.despatch.files import placed
from dekret.packs.despatch.run import Awizo
from dekret.text.report import Report

_ENCODER = msgspec.json.Encoder(decimal_format="string")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels, None where an error stands in the way; and all that is said of them."""

    printed: PrintedLabels | None
    report: Report

    @property
    def text(self) -> str:
        """The record as JSON."""
        return msgspec.json.format(_ENCODER.encode(self.printed), indent=1).decode() + "\n"


def labels_of(opened: Awizo, wanted: LabelsWanted, directory: Directory | None) -> Labels:
    """The labels of an awizo, which has to be approved (001:293)."""
    if opened.advice is None or opened.region is None:
        return Labels(None, opened.report)
    refused = need_approved(opened.advice)
    said = refused or label_objections(opened.advice, wanted, directory)
    report = Report([*opened.report.diagnostics, *placed(said, [opened.region])])
    return Labels(None if refused else labels(opened.advice, wanted, directory), report)
