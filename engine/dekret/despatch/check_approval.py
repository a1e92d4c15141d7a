"""What an awizo needs to be approved and to be exported, and what it ought to have (001:347–379, 405–412).

"Musi" of the manual is an error, "powinien" a warning. Where it is silent: an awizo without any package is not
approved, as there would be nothing to send or to label; goods that are not packed are a warning.
"""

from collections.abc import Callable, Iterator, Sequence

from dekret.despatch import approval_problems as problems
from dekret.despatch.codes import DELIVERY_TERMS, PACKAGE_TYPES
from dekret.despatch.objections import Objection, Objections, Place, Values, against
from dekret.despatch.packages import outer_numbers, possible_customers, to_pack
from dekret.model.trade import DespatchAdvice, Package
from dekret.text.wording import Wording, listed, number_wording
from dekret.values.gs1 import is_gln


def approval_objections(advice: DespatchAdvice) -> Objections:
    """What stands in the way of approval, and what ought to be looked at before it."""
    return tuple(each for rule in _RULES for each in rule(advice))


def export_objections(advice: DespatchAdvice) -> Objections:
    """What the file of Comarch EDI cannot do without: GLNs, and EANs and the buyer's codes of packed goods."""
    return (*_party_glns(advice), *_codes_of_goods(advice))


def _packages(advice: DespatchAdvice) -> Iterator[Objection]:
    if not advice.packages:
        yield against(problems.NO_PACKAGES, "packages", number=advice.number)
    outer = outer_numbers(advice)
    for at, package in enumerate(advice.packages):
        if not package.contents and package.number not in outer:
            yield against(problems.EMPTY_PACKAGE, "packages", at, package=package.number)


def _left(advice: DespatchAdvice) -> Iterator[Objection]:
    for number, left in to_pack(advice).items():
        if left > 0:
            goods = advice.positions[number - 1].goods.code
            values: Values = {"position": number, "goods": goods, "left": number_wording(left)}
            yield Objection(problems.NOT_PACKED, Place(("positions", number - 1)), values)


def _measures(advice: DespatchAdvice) -> Iterator[Objection]:
    """Weight and volume; those of an outer package are the sum of those within it, each of which is told of itself."""
    outer = outer_numbers(advice)
    for at, package in enumerate(advice.packages):
        if package.number in outer:
            continue
        if not package.weight:
            yield against(problems.NO_WEIGHT, "packages", at, package=package.number)
        if not package.volume:
            yield against(problems.NO_VOLUME, "packages", at, package=package.number)


def _named(advice: DespatchAdvice) -> Iterator[Objection]:
    """Ultimate customer, order and SSCC of packages (001:355–359)."""
    outer = outer_numbers(advice)
    for at, package in enumerate(advice.packages):
        if not package.sscc:
            yield against(problems.NO_SSCC, "packages", at, package=package.number)
        if package.number not in outer:
            yield from _destination(at, package)


def _destination(at: int, package: Package) -> Iterator[Objection]:
    if not package.ultimate_customer:
        yield against(problems.NO_CUSTOMER, "packages", at, package=package.number)
    if not package.order_number:
        yield against(problems.NO_ORDER_NUMBER, "packages", at, package=package.number)


def _glns(advice: DespatchAdvice) -> Iterator[Objection]:
    for name in ("party", "receiver"):
        gln: str = getattr(advice, name).gln
        if gln and not is_gln(gln):
            yield against(problems.BAD_GLN, name, "gln", gln=gln)
    for gln in possible_customers(advice):
        if not is_gln(gln):
            at = next(at for at, each in enumerate(advice.positions) if each.ultimate_customer == gln)
            yield against(problems.BAD_GLN, "positions", at, "ultimate_customer", gln=gln)


def _listed(advice: DespatchAdvice) -> Iterator[Objection]:
    """Values that the lists of the form do not have."""
    if advice.delivery_terms not in DELIVERY_TERMS:
        known = listed(list(DELIVERY_TERMS), limit=20)
        yield against(problems.UNKNOWN_TERMS, "delivery_terms", terms=advice.delivery_terms or "–", known=known)
    for at, package in enumerate(advice.packages):
        if package.type and package.type not in PACKAGE_TYPES:
            values: Values = {"package": package.number, "type": package.type, "known": listed(list(PACKAGE_TYPES))}
            yield Objection(problems.UNKNOWN_PACKAGE_TYPE, Place(("packages", at, "type")), values)


def _party_glns(advice: DespatchAdvice) -> Iterator[Objection]:
    for name, who in (("party", Wording("nabywcy", "buyer")), ("receiver", Wording("odbiorcy", "receiver"))):
        if not getattr(advice, name).gln:
            yield against(problems.NO_PARTY_GLN, name, who=who)


def _codes_of_goods(advice: DespatchAdvice) -> Iterator[Objection]:
    packed = {each.position for package in advice.packages for each in package.contents}
    for at, position in enumerate(advice.positions):
        if at + 1 not in packed:
            continue
        values: Values = {"position": at + 1, "goods": position.goods.code}
        if not position.goods.ean:
            yield Objection(problems.NO_EAN, Place(("positions", at, "goods")), values)
        if not position.buyer_item_code:
            yield Objection(problems.NO_BUYER_ITEM_CODE, Place(("positions", at)), values)


_RULES: Sequence[Callable[[DespatchAdvice], Iterator[Objection]]] = (
    _packages,
    _left,
    _measures,
    _named,
    _glns,
    _listed,
)
