"""What a company knows beforehand: itself, its parties, categories, dimensions and bank registers, its settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from dekret.model.accounts import Dictionary
from dekret.model.parties import Attribute
from dekret.text.wording import Wording


class Transaction(Enum):
    """What trade with a party is (rodzaj transakcji of a contractor; 001:15, 001:87–109)."""

    DOMESTIC = Wording("krajowa", "domestic")
    EU = Wording("wewnątrzunijna", "within the EU")
    TRIANGULAR = Wording("wewnątrzunijna trójstronna", "triangular within the EU")
    OUTSIDE = Wording("pozaunijna", "outside the EU")
    OUTSIDE_REFUND = Wording("pozaunijna – zwrot VAT", "outside the EU, VAT refund")


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party of the company's file; the categories are those its purchases and sales get by default.

    `account` is the one its payments go to, without blanks (an NRB of 26 digits, an IBAN), `bic` that of its bank.
    `transaction` is None where the file does not tell what trade with it is.
    """

    code: str
    name: str = ""
    tax_id: str = ""
    kind: str = "contractor"
    country: str = ""
    purchase_category: str = ""
    sale_category: str = ""
    name2: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    account: str = ""
    bic: str = ""
    gln: str = ""
    payment_method: str = ""
    price_group: str = ""
    attributes: tuple[Attribute, ...] = ()
    transaction: Transaction | None = None
    pesel: str = ""


@dataclass(frozen=True, slots=True)
class KnownGoods:
    """Goods or a service on file (karta towaru). `units` are those of its codes: the unit by EAN, its own among them.

    `prices` are net by price group in small letters; `buyer_codes` the codes it has at contractors, by their code
    in small letters (attribute BUYERITEMCODE, 001:187–199).
    """

    code: str
    name: str = ""
    kind: str = "goods"
    unit: str = "szt"
    ean: str = ""
    rate: str = "23"
    purchase_rate: str = "23"
    pkwiu: str = ""
    group: str = ""
    active: bool = True
    units: Mapping[str, str] = field(default_factory=dict)
    prices: Mapping[str, Decimal] = field(default_factory=dict)
    buyer_codes: Mapping[str, str] = field(default_factory=dict)
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownDiscount:
    """What a contractor pays less: a percentage of all goods, of a group or of one; or a fixed price (001:567–573)."""

    party: str
    goods: str = ""
    group: str = ""
    percent: Decimal | None = None
    fixed_price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SsccSettings:
    """How the company numbers its logistic units (Kody SSCC, 001:456–470)."""

    extension: str
    prefix: str
    company: str
    first_serial: str


@dataclass(frozen=True, slots=True)
class TradeFile:
    """What the company's file holds for trade: goods by code in small letters and by EAN, discounts, its own numbers.

    `gln` is the company's own, `head_gln` that of its head office, its own again where it has none (001:133–137).
    """

    gln: str = ""
    head_gln: str = ""
    waste_number: str = ""
    court: str = ""
    warehouse: str = ""
    goods: Mapping[str, KnownGoods] = field(default_factory=dict)
    goods_by_ean: Mapping[str, KnownGoods] = field(default_factory=dict)
    parties_by_gln: Mapping[str, KnownParty] = field(default_factory=dict)
    discounts: tuple[KnownDiscount, ...] = ()
    sscc: SsccSettings | None = None
    chains: Mapping[str, str] = field(default_factory=dict)
    """The chain (sieć) of a contractor by its GLN, in capitals: TESCO, MAKRO …"""


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
class BankRegister:
    """A bank register: the company's own account, its bank, the files that the bank takes (002:1096–1106, 004:488–500).

    `formats` are symbols of definitions of the language `format` by kind of payment (`PaymentKind`), those alone that
    the file names, `import_format` that of statements, `line_rules` the rules of their lines. `account` and
    `fee_account` are without blanks, as in `KnownParty`; `book_account` is the account of the register in the chart.
    """

    code: str
    name: str = ""
    account: str = ""
    currency: str = "PLN"
    bank_name: str = ""
    bic: str = ""
    formats: Mapping[str, str] = field(default_factory=dict)
    fee_account: str = ""
    book_account: str = ""
    import_format: str = ""
    line_rules: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """The company's file (kartoteka). All in its tables is found by its code in small letters."""

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
    registers: Mapping[str, BankRegister] = field(default_factory=dict)
    name2: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = ""
    parties_by_account: Mapping[str, tuple[KnownParty, ...]] = field(default_factory=dict)
    """Those of each bank account; several parties may share one."""
    trade: TradeFile = TradeFile()
    parties_by_pesel: Mapping[str, KnownParty] = field(default_factory=dict)
