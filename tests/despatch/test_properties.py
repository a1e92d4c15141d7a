"""Whatever is packed, unpacked, put into one another and removed: nothing is lost, and no rule is broken by it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from awizos import bare_awizos, verbs
from dekret.despatch.approval import approve, restore
from dekret.despatch.check import standing_objections
from dekret.despatch.editing import add_package, edit_package, remove_package
from dekret.despatch.edits import PackageEdit
from dekret.despatch.objections import errors
from dekret.despatch.packages import (
    PackageKind,
    inner_packages,
    kind_of,
    measure,
    packed,
    possible_parents,
    to_pack,
    total,
)
from dekret.despatch.packing import fitting_positions, pack, set_quantity, unpack
from dekret.model.documents import ALL_DOCUMENTS
from dekret.model.trade import DespatchAdvice

RUN = {
    "add": add_package,
    "edit": edit_package,
    "pack": lambda advice, package, position, quantity: pack(advice, package, {position: quantity}),
    "set": set_quantity,
    "unpack": unpack,
    "remove": remove_package,
}


def states(advice, done):
    """The awizo after every verb that was allowed."""
    yield advice
    for verb, *words in done:
        after = RUN[verb](advice, *words)
        if isinstance(after, DespatchAdvice):
            advice = after
            yield advice
        else:
            assert after, "a refusal says why"
            assert errors(after) == after


@given(bare_awizos(), verbs)
def test_packed_and_to_pack_are_all_there_is_and_neither_is_below_zero(advice, done):
    for state in states(advice, done):
        assert state.positions == advice.positions
        for number, position in enumerate(state.positions, start=1):
            assert packed(state)[number] + to_pack(state)[number] == position.quantity
            assert min(packed(state)[number], to_pack(state)[number]) >= 0


@given(bare_awizos(), verbs)
def test_no_verb_breaks_a_rule(advice, done):
    for state in states(advice, done):
        assert standing_objections(state) == ()


@given(bare_awizos(), verbs)
def test_what_verbs_make_can_be_written_and_read_again(advice, done):
    *_, last = states(advice, done)
    assert ALL_DOCUMENTS.decode(ALL_DOCUMENTS.encode(last)) == (last, ALL_DOCUMENTS.encode(last))


@given(bare_awizos(), verbs)
def test_weights_of_outer_packages_are_the_sum_of_those_within_unless_given(advice, done):
    for state in states(advice, done):
        for package in state.packages:
            if kind_of(state, package) is not PackageKind.OUTER or package.weight:
                continue
            within = [measure(state, each, "weight") for each in inner_packages(state, package.number)]
            expected = None if None in within else sum(within, Decimal(0))
            assert measure(state, package, "weight") == expected
        known = [measure(state, each, "weight") for each in state.packages if each.parent is None]
        assert total(state, "weight") == (None if not known or None in known else sum(known))


@given(bare_awizos(), verbs, st.integers(1, 6))
def test_a_package_that_is_removed_leaves_its_goods_to_be_packed(advice, done, number):
    *_, last = states(advice, done)
    after = remove_package(last, number)
    if not isinstance(after, DespatchAdvice):
        return
    gone = [each for each in last.packages if each not in after.packages]
    assert all(number in (each.number, each.parent) for each in gone)
    for position in range(1, len(last.positions) + 1):
        freed = sum(item.quantity for each in gone for item in each.contents if item.position == position)
        assert to_pack(after)[position] == to_pack(last)[position] + freed


@given(bare_awizos(), verbs, st.integers(1, 6))
def test_positions_that_fit_can_be_packed_together(advice, done, number):
    *_, last = states(advice, done)
    fitting = fitting_positions(last, number)
    package = next((each for each in last.packages if each.number == number), None)
    if not fitting or kind_of(last, package) is PackageKind.OUTER:
        return
    after = pack(last, number, dict.fromkeys(fitting))
    if isinstance(after, DespatchAdvice):
        assert all(to_pack(after)[each] == 0 for each in fitting)
    else:
        assert package.contents, "goods without customer or order, to which others do not fit"


@given(bare_awizos(), verbs)
def test_a_parent_that_is_proposed_is_taken(advice, done):
    *_, last = states(advice, done)
    for parent in possible_parents(last):
        assert isinstance(add_package(last, PackageEdit(parent=parent)), DespatchAdvice)


@given(bare_awizos(), verbs)
def test_what_is_approved_has_no_empty_package_and_comes_back_as_it_was(advice, done):
    *_, last = states(advice, done)
    approved, found = approve(last)
    empty = [each for each in last.packages if not each.contents and kind_of(last, each) is not PackageKind.OUTER]
    assert (approved is None) == bool(empty or not last.packages) == bool(errors(found))
    if approved:
        assert restore(approved) == last
        assert ids_of_refusals(approved) == {"awizo/approved"}


def ids_of_refusals(advice):
    number = advice.packages[0].number
    refused = (
        add_package(advice, PackageEdit()),
        edit_package(advice, number, PackageEdit(type="CT")),
        remove_package(advice, number),
        pack(advice, number, {1: None}),
        set_quantity(advice, number, 1, Decimal(1)),
        unpack(advice, number),
    )
    return {each.problem.id for said in refused for each in said}
