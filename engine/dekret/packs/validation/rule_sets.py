"""Which rules hold for a document: those asked for, a user's before standard ones of the same symbol, by the day."""

import datetime as dt
from dataclasses import dataclass

from dekret.errors import UsageError
from dekret.packs.library import Library, same_symbol
from dekret.syntax.read import validity_holds
from dekret.text.nearest import nearest, plain
from dekret.text.wording import listed
from dekret.validation.check import CheckedRuleSet
from dekret.validation.nodes import RuleSet


@dataclass(frozen=True, slots=True)
class ValidateBy:
    """What to check documents by.

    Rules without an operation hold always, others where `operation` names theirs. With `symbols` only those rules are
    taken, whatever their operation. `directory` is the company's file (None: the one there is), from which a document
    is completed if it `completes`. `sales` says that invoices of KSeF are sales where no company's file tells.
    """

    today: dt.date
    operation: str = ""
    symbols: tuple[str, ...] = ()
    directory: str | None = None
    completes: bool = True
    sales: bool = False


def all_rule_sets(library: Library) -> list[CheckedRuleSet]:
    """The rules of a library, the user's first; of standard ones those whose symbol no user's rules have."""
    own = {checked.rules.symbol.casefold() for checked in library.rule_sets}
    below = [checked for checked in library.rule_sets_below if checked.rules.symbol.casefold() not in own]
    return [*library.rule_sets, *below]


def rule_set_symbols(library: Library) -> list[str]:
    """The symbols of all rules, standard ones, too."""
    return list(dict.fromkeys(checked.rules.symbol for checked in all_rule_sets(library)))


def operations(library: Library) -> list[str]:
    """The operations that rules are for."""
    return sorted({name for checked in all_rule_sets(library) for name in checked.rules.operations})


def asked_for(library: Library, by: ValidateBy) -> list[CheckedRuleSet]:
    """The rules that were asked for. Raises `UsageError` for an unknown name, and where there are none."""
    known = all_rule_sets(library)
    if not known:
        raise UsageError(
            "Nie ma tu reguł dokumentów, plików .reguly. Nowy zacznie: dekret new reguly.",
            "There are no rules for documents here, files .reguly. A new one is begun by: dekret new reguly.",
        )
    if by.symbols:
        for symbol in by.symbols:
            if not any(same_symbol(checked.rules.symbol, symbol) for checked in known):
                raise _unknown("reguł", "rules", symbol, rule_set_symbols(library))
        return [each for each in known if any(same_symbol(each.rules.symbol, symbol) for symbol in by.symbols)]
    if by.operation and plain(by.operation) not in map(plain, operations(library)):
        raise _unknown("reguł dla operacji", "rules for the operation", by.operation, operations(library))
    return [each for each in known if not each.rules.operations or is_for(each.rules, by.operation)]


def is_for(rules: RuleSet, operation: str) -> bool:
    """Whether rules are for an operation; letter case and Polish diacritics are forgiven."""
    return plain(operation) in (plain(name) for name in rules.operations)


def holding(found: list[CheckedRuleSet], kind: str, day: dt.date) -> list[CheckedRuleSet]:
    """Those for a type of document that hold on a day."""
    return [
        each
        for each in found
        if kind in each.by_type and validity_holds(each.rules.valid_from, each.rules.valid_until, day)
    ]


def _unknown(pl: str, en: str, name: str, known: list[str]) -> UsageError:
    near = nearest(name, known)
    advice = (f" Czy chodziło o {near}?", f" Did you mean {near}?") if near else ("", "")
    all_ = listed(known) or "–"
    return UsageError(
        f"Nie ma {pl} „{name}”.{advice[0]} Są: {all_}.", f"No {en} '{name}'.{advice[1]} There are: {all_}."
    )
