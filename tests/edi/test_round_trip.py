"""Whatever is exported comes in as it was, on the fields that the format carries; any text keeps its letters."""

import datetime as dt
import io
import tempfile
from decimal import Decimal
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dekret import api
from dekret.intake.received import Received
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.invoices import BeforeCorrection, Goods, InvoicePosition
from dekret.text.source import Source
from dekret.values.rounding import HALF_UP, rounded
from edi_incoming import BUYER, DAY, document
from edi_samples import COMPANY, GLUE, TRANSFER, correction, invoice

AMOUNTS = st.decimals(-99_999, 99_999, places=2)
PRICES = st.decimals(0, 9_999, places=2)
QUANTITIES = st.decimals(0, 9_999, places=3)
FEES = st.just(Decimal("0.00")) | st.decimals(0, 999, places=2)
RATES = st.sampled_from(["23", "8", "5", "0 KR", "zw", "np", "oo"])
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Co", "Cn"))
NAMES = st.text(LETTERS, min_size=1, max_size=60) | st.sampled_from(
    ["a & b", "<b>", "]]>", '"x"', "it's", "Żółć &amp;"]
)
CODES = st.from_regex(r"[0-9]{5}", fullmatch=True)


def tax(draw, rate):
    """Some tax; none by a rate that has none."""
    return draw(AMOUNTS) if rate in ("23", "8", "5") else Decimal("0.00")


@st.composite
def positions(draw):
    rate = draw(RATES)
    return InvoicePosition(
        goods=Goods(code=draw(CODES), name=draw(NAMES), ean=draw(CODES)),
        rate=rate,
        net=draw(AMOUNTS),
        vat=tax(draw, rate),
        quantity=draw(QUANTITIES),
        unit=draw(st.sampled_from(["szt", "kg", "m2", "para"])),
        price=draw(PRICES),
        buyer_item_code=draw(st.sampled_from(["", "X-1", "a&b"])),
        sugar_fee=draw(FEES),
    )


INVOICES = st.builds(
    invoice,
    number=st.from_regex(r"FS/[0-9A-Z&<-]{1,10}", fullmatch=True),
    issue_date=st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
    operation_date=st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
    positions=st.lists(positions(), min_size=1, max_size=4).map(tuple),
    split_payment=st.booleans(),
    charges=FEES,
)


@cache
def rules(text):
    folder = Path(tempfile.mkdtemp())
    (folder / "firma.kartoteka").write_text(text, encoding="utf-8")
    return api.library([folder])


def sent(*documents):
    """The texts of files of documents."""
    exporter = api.open_edi_export(rules(COMPANY), api.ExchangeBy(DAY))
    place, texts = Source("d", "").span(), []
    for each in documents:
        found = exporter.exported(Received(each, ALL_DOCUMENTS.encode(each), place))
        assert isinstance(found, api.Exported), [said.message.pl for said in found.diagnostics]
        texts.append(found.text)
    return texts


def came_in(texts):
    """The documents of files, in one run."""
    importer = api.open_edi_import(rules(BUYER), api.ExchangeBy(DAY))
    return [document(item) for text in texts for item in importer.run([Path("-")], io.BytesIO(text.encode()))]


def carried(found):
    """What the format carries of a document."""
    head = (found.number, found.issue_date, found.operation_date, found.split_payment, found.correction)
    return head, found.corrected_numbers, [each.due_date for each in found.payments]


def position_of(each):
    before = each.before and (
        each.before.quantity,
        each.before.price,
        each.before.rate,
        each.before.net,
        each.before.vat,
        each.before.sugar_fee,
    )
    price = each.price
    if before and price is None:
        price = rounded(each.price_after(each.before), mode=HALF_UP) - each.before.price
    return each.rate, each.net, each.vat, each.quantity, price, each.sugar_fee, before


def numbered(documents):
    """The documents, each with a number of its own: files are named by them."""
    return [replace(each, number=f"{place}{each.number}") for place, each in enumerate(documents)]


@settings(max_examples=8, deadline=None)
@given(st.lists(INVOICES, min_size=1, max_size=8).map(numbered))
def test_an_invoice_comes_in_as_it_went_out(several):
    for found, given_ in zip(came_in(sent(*several)), several, strict=True):
        assert carried(found) == carried(given_)
        assert list(map(position_of, found.positions)) == list(map(position_of, given_.positions))
        for came, went in zip(found.positions, given_.positions, strict=True):
            assert (came.goods.ean, came.description) == (went.goods.ean, went.buyer_item_code)
        assert (found.total, found.charges) == (given_.gross, given_.charges)
        assert found.description == given_.orders[0].number


@settings(max_examples=8, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=20))
def test_any_text_keeps_its_letters(names):
    given_ = tuple(
        InvoicePosition(
            goods=Goods(code=f"N{place}", name=name, ean=f"{50_000 + place}"), rate="8", net=GLUE.net, vat=GLUE.vat
        )
        for place, name in enumerate(names)
    )
    (found,) = came_in(sent(invoice(positions=given_)))
    assert [each.goods.name for each in found.positions] == names


@st.composite
def corrected(draw):
    """An invoice and its correction: every position with a difference in quantity, price, amounts, perhaps rate.

    Without a difference of the price it is the one that quantity and net give.
    """
    whole = draw(INVOICES)
    changed = []
    for number, each in enumerate(whole.positions, 1):
        before = BeforeCorrection(
            quantity=each.quantity,
            price=each.price,
            rate=each.rate,
            net=each.net,
            vat=each.vat,
            sugar_fee=each.sugar_fee,
        )
        rate = draw(st.just(each.rate) | RATES)
        quantity, price = draw(QUANTITIES), draw(PRICES)
        changed.append(
            InvoicePosition(
                goods=each.goods,
                rate=rate,
                net=(quantity * price).quantize(Decimal("0.01")) - each.net,
                vat=tax(draw, rate),
                quantity=quantity - each.quantity,
                price=draw(st.sampled_from([None, price - each.price])),
                sugar_fee=draw(st.just(Decimal("0.00")) | st.decimals(-each.sugar_fee, 99, places=2)),
                unit=each.unit,
                line_number=number,
                before=before,
            )
        )
    return whole, correction(
        corrected_numbers=(whole.number,),
        corrected_date=whole.issue_date,
        positions=tuple(changed),
        payments=(TRANSFER,),
    )


@settings(max_examples=15, deadline=None)
@given(corrected())
def test_a_correction_comes_in_as_it_went_out(both):
    whole, change = both
    first, second = came_in(sent(whole, change))
    assert carried(second) == carried(change)
    assert list(map(position_of, second.positions)) == list(map(position_of, change.positions))
    assert [each.goods for each in second.positions] == [each.goods for each in first.positions]
    assert second.corrected_date == whole.issue_date
    assert second.correction_reason == change.correction_reason
    assert second.total == sum((each.gross for each in change.positions), Decimal(0))
