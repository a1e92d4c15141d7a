"""What a company knows beforehand: itself, its parties, categories and dimensions, how it dates and numbers entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from dekret.model.accounts import Dictionary
from dekret.text.wording import Wording


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


class PostingDate(Enum):
    """Which date an entry gets whose scheme leaves it to the settings."""

    OPERATION = "operation"
    ISSUE = "issue"
    RECEIPT = "receipt"
    TODAY = "today"


class Numbering(Enum):
    """How long the numbers of a journal run before they start anew; the value is the form of the period's name."""

    YEARLY = "%Y"
    MONTHLY = "%m/%Y"


class DimensionKind(Enum):
    """What the elements of a dimension are (004:262–284)."""

    DESCRIPTIVE = Wording("opisowy", "descriptive")
    ACCOUNTS = Wording("z planu kont", "from the chart of accounts")
    CATEGORY = Wording("kategoria", "category")
    DICTIONARY = Wording("słownik", "dictionary")


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension (wymiar) of the analytic description.

    `within` narrows its elements: an account with those below it, a general category, a code of the dictionary.
    `elements` are those of a descriptive dimension: account by code, in small letters.
    """

    code: str
    kind: DimensionKind = DimensionKind.DESCRIPTIVE
    name: str = ""
    required: bool = False
    within: str = ""
    dictionary: Dictionary | None = None
    documents: frozenset[str] = frozenset()
    elements: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Directory:
    """The company's file (kartoteka). Parties, categories and dimensions are found by their codes in small letters."""

    symbol: str
    company: str = ""
    tax_id: str = ""
    unknown_party: UnknownParty = UnknownParty.REFUSE
    posting_date: PostingDate = PostingDate.OPERATION
    numbering: Numbering = Numbering.YEARLY
    parties: Mapping[str, KnownParty] = field(default_factory=dict)
    parties_by_tax_id: Mapping[str, KnownParty] = field(default_factory=dict)
    categories: Mapping[str, KnownCategory] = field(default_factory=dict)
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
