"""Rules for documents in tests: a table of rules, documents, and an obvious evaluation of three-valued logic."""

import datetime as dt

from dekret import api
from dekret.documents.document_types import RULED_TYPES
from dekret.model.faults import read_document
from dekret.text.source import Source
from dekret.validation.compile import Validation

TODAY = dt.date(2026, 3, 31)
HEAD = 'reguly "R"\n[Nagłówek]\nnazwa = R\ntyp = {type}\n[Reguły]\n'
COLUMNS = "| Kod | Dla | Jeżeli | Warunek | Poziom | Komunikat |\n"
TYPES = {type_.kind: type_ for type_ in RULED_TYPES}


def library(*rows, type_="Rejestr VAT zakupu", more=""):
    text = HEAD.format(type=type_) + COLUMNS + "".join(f"| {row} |\n" for row in rows) + more
    return api.check_sources([Source("r.reguly", text)])


def said(*rows, type_="Rejestr VAT zakupu", more=""):
    """The ids of everything that the check says of rules."""
    return sorted(found.id for found in library(*rows, type_=type_, more=more).report.diagnostics)


def document(kind="vat_purchase", **changes):
    """A document of one type, its fields as JSON has them."""
    lines = "positions" if kind.endswith("invoice") else "elements"
    data = {
        "type": kind,
        "number": "F/1",
        "issue_date": "2026-03-05",
        "party": {"code": "ALOZA", "country": "PL"},
        lines: [{"rate": "23", "net": "100.00", "vat": "23.00"}],
    }
    found = read_document({**data, **changes})
    assert not isinstance(found, tuple), found
    return found


def found(rows, doc, type_="Rejestr VAT zakupu"):
    """What rules find: code, part, truth."""
    known = library(*rows, type_=type_)
    assert not known.report.has_errors, [each.message.pl for each in known.report.diagnostics]
    validation = Validation(known.rule_sets[0], TYPES[doc.type], TODAY)
    return [(each.rule.code, each.part, each.truth) for each in validation.validate(doc)]


def implies(applies, holds):
    """Kleene's implication; None is unknown."""
    if applies is False or holds is True:
        return True
    return False if applies is True and holds is False else None


def every(truths):
    return False if False in truths else None if None in truths else True


def some(truths):
    return True if True in truths else None if None in truths else False


def negated(truth):
    return None if truth is None else not truth
