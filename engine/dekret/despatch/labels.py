"""Labels of an awizo and its waybill as finished records (001:414–438).

Where the manual is silent: a label for every package means outer ones, too; collective labels are those of outer
packages alone, so that ordinary ones have none; the waybill has a page of its own in either layout; several WZ of one
package stand with commas; the customer of an outer package that names none is that of all packages within, if it is
the same one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias

from dekret.despatch import label_problems as problems
from dekret.despatch.codes import DELIVERY_TERMS, PACKAGE_TYPES, TRANSPORT, code_with_words
from dekret.despatch.objections import Objection, Objections, Place, against
from dekret.despatch.packages import in_order, inner_packages, kind_of, measure, outer_numbers, total
from dekret.model.directory import Directory
from dekret.model.parties import Party
from dekret.model.printed_labels import LabelParty, PrintedLabels, PrintedPackage, PrintedWaybill
from dekret.model.trade import DespatchAdvice, Package
from dekret.text.wording import Language
from dekret.values.code128 import bars_path, gs1_128_widths
from dekret.values.gs1 import SSCC_IDENTIFIER, element_string

Layout: TypeAlias = Literal["landscape", "portrait"]
GROUPED = "ZGRUPOWANA"
_FIRST_LINE = 12
_PER_PAGE: dict[Layout, int] = {"landscape": 2, "portrait": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsWanted:
    """Which of the four printouts: two labels a page or one, of all packages or of outer ones alone (001:428–434).

    `language` is that of kinds and types of packages, of the transport and the terms of delivery.
    """

    layout: Layout = "landscape"
    collective: bool = False
    language: Language = "pl"


def labels(advice: DespatchAdvice, wanted: LabelsWanted, directory: Directory | None) -> PrintedLabels:
    """The labels of an awizo that is approved; names of ultimate customers are those of the company's file."""
    language = wanted.language
    printed = {each.number: _package(advice, each, directory, language) for each in advice.packages}
    outer = outer_numbers(advice)
    chosen = [printed[each.number] for each in in_order(advice) if each.number in outer or not wanted.collective]
    return PrintedLabels(
        number=advice.number,
        issue_date=advice.issue_date,
        delivery_date=advice.delivery_date,
        sender=_sender(directory),
        buyer=_party(advice.party),
        receiver=_party(advice.receiver),
        supplier_code=advice.supplier_code,
        layout=wanted.layout,
        collective=wanted.collective,
        package_count=len(advice.packages),
        pages=_pages(chosen, _PER_PAGE[wanted.layout]),
        waybill=PrintedWaybill(
            packages=tuple(printed[each.number] for each in in_order(advice)),
            count=sum(1 for each in advice.packages if each.parent is None),
            weight=total(advice, "weight"),
            volume=total(advice, "volume"),
            transport=code_with_words(advice.transport, TRANSPORT).in_(language),
            delivery_terms=code_with_words(advice.delivery_terms, DELIVERY_TERMS).in_(language),
        ),
    )


def label_objections(advice: DespatchAdvice, wanted: LabelsWanted, directory: Directory | None) -> Objections:
    """What ought to be looked at before labels are printed: names that are not on file or lose a letter."""
    said: list[Objection] = []
    seen: set[str] = set()
    for at, package in enumerate(advice.packages):
        gln = package.ultimate_customer
        if not gln or gln in seen:
            continue
        seen.add(gln)
        place = Place(("packages", at, "ultimate_customer"))
        name = customer_name(gln, directory)
        if not name:
            said.append(Objection(problems.CUSTOMER_NOT_ON_FILE, place, {"gln": gln}))
        elif name[_FIRST_LINE : _FIRST_LINE + 1].strip():
            said.append(Objection(problems.LETTER_DROPPED, place, {"name": name, "letter": name[_FIRST_LINE]}))
    if wanted.collective and not outer_numbers(advice):
        said.append(against(problems.NO_OUTER_PACKAGES, "packages", number=advice.number))
    return tuple(said)


def name_lines(name: str) -> tuple[str, str]:
    """The two lines of a name: characters 1–12; 14 and on, for the 13th is dropped (001:438).

    >>> name_lines("Market Dom W Wrocław"), name_lines("Market")
    (('Market Dom W', 'Wrocław'), ('Market', ''))
    """
    return name[:_FIRST_LINE], name[_FIRST_LINE + 1 :]


def customer_name(gln: str, directory: Directory | None) -> str:
    """The name of the party with a GLN on file; empty where there is none."""
    known = directory.trade.parties_by_gln.get(gln) if directory else None
    return known.name if known else ""


def goods_issue(advice: DespatchAdvice, package: Package) -> str:
    """What stands in *Numer wz-ki*: ZGRUPOWANA where packages within are of several orders (001:436)."""
    within = inner_packages(advice, package.number)
    orders = {each.order_number for each in within if each.order_number}
    if len(orders) > 1:
        return GROUPED
    contents = (item for each in within or (package,) for item in each.contents)
    issued = (number for item in contents for number in advice.positions[item.position - 1].deliveries)
    return ", ".join(dict.fromkeys(issued))


def _package(
    advice: DespatchAdvice, package: Package, directory: Directory | None, language: Language
) -> PrintedPackage:
    gln = package.ultimate_customer or _common(each.ultimate_customer for each in _within(advice, package))
    name = customer_name(gln, directory)
    first, second = name_lines(name)
    widths = gs1_128_widths(SSCC_IDENTIFIER + package.sscc) if package.sscc else ()
    known = code_with_words(package.type, PACKAGE_TYPES).in_(language) if package.type else ""
    return PrintedPackage(
        number=package.number,
        parent=package.parent,
        kind=kind_of(advice, package).value.in_(language),
        type=known,
        description=package.description,
        customer_gln=gln,
        customer_name=name,
        customer_line1=first,
        customer_line2=second,
        order_number=package.order_number or _common(each.order_number for each in _within(advice, package)),
        goods_issue=goods_issue(advice, package),
        sscc=package.sscc,
        sscc_text=element_string(package.sscc) if package.sscc else "",
        bars=bars_path(widths),
        bars_width=sum(widths),
        weight=measure(advice, package, "weight"),
        volume=measure(advice, package, "volume"),
    )


def _within(advice: DespatchAdvice, package: Package) -> tuple[Package, ...]:
    return inner_packages(advice, package.number)


def _common(values: Iterable[str]) -> str:
    """The value that all have; empty where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def _pages(chosen: list[PrintedPackage], size: int) -> tuple[tuple[PrintedPackage, ...], ...]:
    stream = iter(chosen)
    return tuple(iter(lambda: tuple(islice(stream, size)), ()))


def _party(party: Party) -> LabelParty:
    town = " ".join(filter(None, (party.postal_code, party.city)))
    address = tuple(filter(None, (party.street, town)))
    return LabelParty(name=party.name or party.code, address=address, tax_id=party.tax_id, gln=party.gln)


def _sender(directory: Directory | None) -> LabelParty:
    """The company itself, as its file tells; empty where there is none."""
    if directory is None:
        return LabelParty()
    town = " ".join(filter(None, (directory.postal_code, directory.city)))
    address = tuple(filter(None, (directory.name2, directory.street, town)))
    return LabelParty(name=directory.company, address=address, tax_id=directory.tax_id, gln=directory.trade.gln)
