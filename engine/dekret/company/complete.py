"""What a document does not say and the company knows: the code of its party, its categories and their accounts."""

from dekret.company import problems
from dekret.company.kartoteka import category_key
from dekret.model.directory import UNSPECIFIED_CODE, Directory, KnownCategory, KnownParty, UnknownParty
from dekret.model.documents import Document
from dekret.model.parties import Category, Party
from dekret.text.diagnostic import Diagnostic
from dekret.text.source import Span
from dekret.values.identifiers import plain_tax_id


def completed(document: Document, directory: Directory | None, span: Span) -> Document | Diagnostic:
    """The document with its party and categories filled in, or why its party cannot be told.

    Nothing that the document says itself is changed. Without a company's file the tax number stands for the
    code of a party that has none.
    """
    if directory is None:
        code = document.party.code or plain_tax_id(document.party.tax_id)
        return document.model_copy(update={"party": document.party.model_copy(update={"code": code})})
    known = _known(document.party, directory)
    party = _party(document.party, known, directory)
    if party is None:
        written = document.party
        row = f"| {written.code or 'KOD'} | {written.name} | {written.tax_id} |"
        who = written.name or written.code or written.tax_id or "?"
        return problems.UNKNOWN_PARTY.at(span, party=who, tax_id=written.tax_id or "–", row=row)
    usual = ""
    if known:
        usual = known.purchase_category if document.type == "vat_purchase" else known.sale_category
    header = _category(document.category, usual, directory)
    elements = tuple(
        element.model_copy(update={"category": _category(element.category, header.code if header else "", directory)})
        for element in document.elements
    )
    return document.model_copy(update={"party": party, "category": header, "elements": elements})


def _known(party: Party, directory: Directory) -> KnownParty | None:
    if party.code:
        wanted = party.code.casefold()
        return next((known for known in directory.parties.values() if known.code.casefold() == wanted), None)
    return directory.parties_by_tax_id.get(plain_tax_id(party.tax_id)) if party.tax_id else None


def _party(party: Party, known: KnownParty | None, directory: Directory) -> Party | None:
    if known:
        found = {"code": known.code, "kind": known.kind}
        found |= {"name": party.name or known.name, "tax_id": party.tax_id or known.tax_id}
        return party.model_copy(update={**found, "country": party.country or known.country})
    match directory.unknown_party:
        case UnknownParty.FROM_TAX_ID if code := party.code or plain_tax_id(party.tax_id):
            return party.model_copy(update={"code": code})
        case UnknownParty.UNSPECIFIED:
            return party.model_copy(update={"code": UNSPECIFIED_CODE})
        case _:
            return None


def _category(category: Category | None, usual: str, directory: Directory) -> Category | None:
    """The category with what the company knows of it; the usual one where there is none."""
    if category is None:
        if not usual:
            return None
        category = Category(code=usual)
    known: KnownCategory | None = directory.categories.get(category_key(category.code))
    if known is None:
        return category
    return Category(
        code=known.code,
        general_code=category.general_code or known.general_code,
        description=category.description or known.description,
        debit_account=category.debit_account or known.debit_account,
        credit_account=category.credit_account or known.credit_account,
    )
