"""Awizos and orders for tests: those of the problem examples as records, and what Hypothesis makes of them."""

from decimal import Decimal

from hypothesis import strategies as st
from msgspec.structs import replace

from dekret.despatch.edits import NO_PARENT, PackageEdit
from dekret.despatch.problem_examples import ADVICE, ORDER, OTHER_ORDER
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.trade import DespatchPosition, Packed

WROCLAW, OPOLE = "5900000000039", "5900000000046"


def read(text):
    """The record of a JSON text."""
    record, _ = ALL_DOCUMENTS.decode(text.encode())
    return record


AWIZO = read(ADVICE)
"""Package 1 holds package 2 with ten of the first position; package 3, an ordinary one, has four of the second."""
BARE = replace(AWIZO, packages=())
FIRST, SECOND = read(ORDER), read(OTHER_ORDER)


def with_package(advice, number, **changes):
    """An awizo with one of its packages changed."""
    return replace(
        advice, packages=tuple(replace(each, **changes) if each.number == number else each for each in advice.packages)
    )


def with_position(advice, number, **changes):
    """An awizo with one of its positions, counted from one, changed."""
    positions = list(advice.positions)
    positions[number - 1] = replace(positions[number - 1], **changes)
    return replace(advice, positions=tuple(positions))


def lying(position, quantity):
    return Packed(position=position, quantity=Decimal(quantity))


def ids(objections):
    """The ids of what is said, without the name of the language."""
    return sorted(each.problem.id.removeprefix("awizo/") for each in objections)


quantities = st.decimals(min_value="0.0001", max_value=999, places=4)
_customers = st.sampled_from([WROCLAW, OPOLE, ""])
_orders = st.sampled_from(["ZAM-7", "ZAM-8", ""])


@st.composite
def bare_awizos(draw):
    """Awizos without packages, of one to five positions."""
    position = st.builds(
        DespatchPosition,
        goods=st.just(AWIZO.positions[0].goods),
        quantity=quantities,
        ultimate_customer=_customers,
        order_number=_orders,
    )
    return replace(AWIZO, positions=tuple(draw(st.lists(position, min_size=1, max_size=5))), packages=())


_numbers = st.integers(1, 6)
_edits = st.builds(
    PackageEdit,
    parent=st.none() | st.sampled_from([NO_PARENT, 1, 2, 3]),
    ultimate_customer=st.none() | _customers,
    order_number=st.none() | _orders,
    weight=st.none() | quantities,
)
verbs = st.lists(
    st.one_of(
        st.tuples(st.just("add"), _edits),
        st.tuples(st.just("edit"), _numbers, _edits),
        st.tuples(st.just("pack"), _numbers, _numbers, st.none() | quantities),
        st.tuples(st.just("set"), _numbers, _numbers, st.just(Decimal(0)) | quantities),
        st.tuples(st.just("unpack"), _numbers, st.just(()) | st.tuples(_numbers)),
        st.tuples(st.just("remove"), _numbers),
    ),
    max_size=15,
)
"""Whatever somebody may do to an awizo."""
