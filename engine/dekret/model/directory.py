"""What a company knows beforehand: itself, its parties and its categories."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party of the company's file; the categories are those its purchases and sales get by default."""

    code: str
    name: str = ""
    tax_id: str = ""
    kind: str = "contractor"
    country: str = ""
    purchase_category: str = ""
    sale_category: str = ""


@dataclass(frozen=True, slots=True)
class KnownCategory:
    """A category of the company's file with its account segments (002:787)."""

    code: str
    general_code: str = ""
    description: str = ""
    debit_account: str = ""
    credit_account: str = ""


class UnknownParty(Enum):
    """What becomes of a document whose party the company does not know."""

    REFUSE = "refuse"
    FROM_TAX_ID = "from_tax_id"
    UNSPECIFIED = "unspecified"


UNSPECIFIED_CODE = "!NIEOKREŚLONY!"
"""The party of documents whose own party is not known."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The company's file (kartoteka)."""

    symbol: str
    company: str = ""
    tax_id: str = ""
    unknown_party: UnknownParty = UnknownParty.REFUSE
    parties: Mapping[str, KnownParty] = field(default_factory=dict)
    parties_by_tax_id: Mapping[str, KnownParty] = field(default_factory=dict)
    categories: Mapping[str, KnownCategory] = field(default_factory=dict)
