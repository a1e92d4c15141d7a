r"""Payments and their payer written in a case as tables: one payment in keys, several in the rows of a table.

Keys and columns are the Polish titles of the fields, as those of documents are; `|` parts the lines of a title and the
numbers of invoices, in a table written `\|`, for a comma is ordinary in them.
"""

from dekret.model.base import Record as ModelRecord
from dekret.model.leaves import Leaf, leaves_of
from dekret.model.payments import PAYERS, PAYMENTS, Payer, Payment
from dekret.packs.inline import InlineRecord, record_of
from dekret.syntax.read import Reading
from dekret.syntax.schema import SectionSchema, Word
from dekret.text.wording import Wording


def payment_leaves(model: type[ModelRecord]) -> tuple[Leaf, ...]:
    """The keys or columns of a payment or a payer, and where their values go."""
    return tuple(leaves_of(model, separator="|"))


_PAYMENT = payment_leaves(Payment)
_PAYER = payment_leaves(Payer)
PAYMENT = SectionSchema(
    Word("Przelew", "Transfer"),
    Wording("przelew wpisany w przypadku", "a payment written in the case"),
    keys=tuple(leaf.field for leaf in _PAYMENT),
)
PAYMENT_TABLE = SectionSchema(
    Word("Przelewy", "Transfers"),
    Wording("tabela: przelewy, po jednym w wierszu", "table: payments, one a row"),
    columns=tuple(leaf.field for leaf in _PAYMENT),
)
PAYER = SectionSchema(
    Word("Zleceniodawca", "Payer"),
    Wording("firma i rachunek, z którego idą przelewy", "the company and the account that pays"),
    keys=tuple(leaf.field for leaf in _PAYER),
)
SECTIONS: tuple[SectionSchema, ...] = (PAYMENT, PAYMENT_TABLE, PAYER)
"""The sections in which a case may have its payments. [Payments] is the English of a document's [Płatności]."""


def read_inline_payments(reading: Reading) -> tuple[InlineRecord[Payment], ...]:
    """The payments of a case, that of the keys before those of the table; none where it has no such section."""
    part, table = reading.part(PAYMENT), reading.part(PAYMENT_TABLE)
    alone = () if part.span is reading.span else (record_of(part.keys, part.span, _PAYMENT, PAYMENTS),)
    return (*alone, *(record_of(row, row.span, _PAYMENT, PAYMENTS) for row in table.rows))


def read_inline_payer(reading: Reading) -> InlineRecord[Payer] | None:
    """The payer of a case; None where it has none."""
    part = reading.part(PAYER)
    return None if part.span is reading.span else record_of(part.keys, part.span, _PAYER, PAYERS)
