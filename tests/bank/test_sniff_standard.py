"""What the standard formats write is sniffed: the same separators, amounts and accounts, whatever the payments."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import bank_formats as formats
from bank_samples import LINES, TODAY
from dekret.bank.file import BankFile, Written
from dekret.bank.language import Join
from dekret.bank.line_reader import LineReader
from dekret.bank.orders import FileFacts
from dekret.bank.separators import ENTER, shown
from dekret.bank.sniff.sample import Sample
from dekret.model.payments import KIND_WORDS, Payee, Payer, Payment
from dekret.model.statements import BankLine
from dekret.packs.bank.formats import format_of
from dekret.packs.bank.run_sniff import How, Sniffed, sniffed
from dekret.packs.library import Library
from dekret.values.identifiers import nrb_of

PAYER = Payer(name="Żółw sp. z o.o.", street="ul. Łąkowa 1", city="Łódź", account=nrb_of("1010000", f"{17:016}"))
PAYMENTS = st.lists(
    st.tuples(st.integers(100, 10**9), st.integers(0, 10**16 - 1), st.sampled_from(LINES)),
    min_size=3,
    max_size=8,
    unique_by=(lambda each: each[0], lambda each: each[1]),
)


def sniffable(checked):
    """Whether a format has a row for a payment, and rows that end as lines do."""
    one_row = not any(position.join is Join.RECORD for table in checked.format.tables() for position in table[1:])
    return checked.format.use.writes and checked.format.variable and one_row and checked.format.separators.row == ENTER


NAMES = [
    *((name, formats.own) for name in formats.OWN if sniffable(formats.own(name))),
    *((name, formats.standard) for name in formats.standard_symbols() if sniffable(formats.standard(name))),
]


def written(checked, given):
    """A file of payments, and those that are in it."""
    kind = next(kind for kind in KIND_WORDS if kind in checked.format.kinds)
    file, rows, kept = BankFile(checked, PAYER, FileFacts(formats.DAY, "plik")), [], []
    for number, (grosze, account, line) in enumerate(given):
        payment = Payment(
            number=f"FZ/{number}/2026", state="approved", amount=Decimal(grosze) / 100, kind=kind,
            account=nrb_of("1140200", f"{account:016}"), description=(line.title[:30],),
            party=Payee(name=line.party or "Kasa S.A.", street="ul. Krzywa 2", postal_code="30-002", city="Kraków"),
            document_date=formats.DAY,
        )  # fmt: skip
        row = file.add(payment, formats.DAY + dt.timedelta(days=number))
        if isinstance(row, Written):
            rows.append(row.data)
            kept.append(payment)
    return file.header() + b"".join(rows) + file.footer(), kept


def read_back(data):
    """What is proposed for a file, and the lines that it reads."""
    library = Library()
    found = sniffed(Sample("probka.pli", data), library, How(TODAY))
    assert isinstance(found, Sniffed), found
    proposed, _ = format_of(library, found.symbol, TODAY)
    lines = [event for event in LineReader(proposed).read(io.BytesIO(data)) if isinstance(event, BankLine)]
    return found, lines


@pytest.mark.parametrize(("name", "get"), NAMES, ids=[name for name, _ in NAMES])
@settings(max_examples=max(4, settings().max_examples // 20), deadline=None, phases=(Phase.generate,))
@given(given_payments=PAYMENTS)
def test_amounts_and_accounts_are_read_back(name, get, given_payments):
    checked = get(name)
    data, payments = written(checked, given_payments)
    if len(payments) < 3:
        return
    found, lines = read_back(data)
    general = dict(found.proposal.general)
    assert general["separator pól"] == shown(checked.format.separators.field)
    assert general["separator dziesiętny"] == shown(checked.format.separators.decimal)
    assert found.proposal.charset.decode(data) == checked.format.charset.decode(data)
    assert [line.amount for line in lines] == [payment.amount for payment in payments]
    assert [line.party_account for line in lines] == [payment.account for payment in payments]


@pytest.mark.parametrize("name", ["STALE", "STALE-852", "PRZYKLAD-STALA-SZEROKOSC"])
def test_fields_of_fixed_width_are_found_by_their_shapes(name):
    checked = (formats.own if name in formats.OWN else formats.standard)(name)
    given_payments = [(123456 * number, 77 * number, LINES[number % 6]) for number in range(1, 31)]
    data, payments = written(checked, given_payments)
    found, lines = read_back(data)
    assert (found.lines, found.unread) == (30, 0)
    assert [line.amount for line in lines] == [payment.amount for payment in payments]
    assert [line.party_account for line in lines] == [payment.account for payment in payments]
